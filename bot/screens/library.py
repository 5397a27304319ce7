"""Series and episodes, as lists and cards."""

import html
from collections.abc import Sequence

from bot.callbacks import Act, Press
from bot.screens.drafts import compare, papers, script, synopsis
from bot.screens.editions import NATIVE, translate
from bot.screens.page import LONGEST_TEXT, Button, Screen, Voice, length, quoted
from bot.screens.status import named
from storage.domain.stages import Stage
from storage.domain.story import Series
from storage.views import Card

SHOWN = 12
"""Episodes listed at most: more do not fit on a phone."""


DRAWN = (Stage.STORYBOARD_REVIEW, Stage.SHOOTING, Stage.CUT_REVIEW, Stage.FINISHING, Stage.RELEASED)
"""The stages in which an episode has its storyboard."""


def library(voice: Voice, cards: tuple[Card, ...]) -> Screen:
    """Return the list of someone's episodes, a button each."""
    new = voice.button("button-new", Press(Act.NEW))
    if not cards:
        return Screen(text=voice("library-empty"), buttons=((new,),))
    rows = tuple((_entry(voice, card),) for card in cards[:SHOWN])
    return Screen(text=voice("library", count=len(cards)), buttons=(*rows, (new,)))


def card(voice: Voice, shown: Card) -> Screen:
    """Return an episode with what there is of it, and what can be done now."""
    parts = [named(voice, shown), voice(f"stage-{_stage(shown)}")]
    if shown.synopsis and shown.episode.language:
        parts.append(f"<i>{html.escape(shown.synopsis.logline, quote=False)}</i>")
    elif shown.synopsis:
        parts.append(synopsis(voice, shown.synopsis))
    if shown.synopsis and shown.script:
        parts.append(script(voice, shown.script, shown.synopsis))
    text = "\n\n".join(parts)
    while length(text) > LONGEST_TEXT and len(parts) > 1:
        parts.pop()
        text = "\n\n".join(parts)
    return Screen(text=text, buttons=_acts(voice, shown))


def place(voice: Voice, idea: str, ways: Sequence[tuple[Series, int]], message: int) -> Screen:
    """Ask where an idea belongs: into one of these series, as an episode of that number, or into a new one."""
    rows = [
        (voice.button("button-place", Press(Act.PLACE, series.id), title=series.title, number=number),)
        for series, number in ways[:SHOWN]
    ]
    new = voice.button("button-new", Press(Act.PLACE))
    return Screen(text=voice("place-ask", idea=quoted(idea)), buttons=(*rows, (new,)), answers=message)


def choose_series(voice: Voice, series: tuple[Series, ...]) -> Screen:
    """Ask which series a group is to supervise."""
    if not series:
        return Screen(text=voice("team-none"))
    rows = tuple((Button(each.title, Press(Act.BIND, each.id)),) for each in series[:SHOWN])
    return Screen(text=voice("team-choose"), buttons=rows)


def which(voice: Voice, series: Sequence[Series], act: Act) -> Screen:
    """Ask of which series something is to be shown."""
    rows = tuple((Button(each.title, Press(act, each.id)),) for each in series[:SHOWN])
    return Screen(text=voice("series-choose"), buttons=rows)


def chosen_series(voice: Voice, series: Series) -> str:
    """Return the question which series a group is to supervise, with its answer."""
    return f"{voice('team-choose')}\n<b>{html.escape(series.title, quote=False)}</b>"


def languages(voice: Voice) -> Screen:
    """Ask which language to speak."""
    row = tuple(Button(name, Press(Act.LANGUAGE, language)) for language, name in NATIVE.items())
    return Screen(text=voice("language-ask"), buttons=(row,))


def _entry(voice: Voice, shown: Card) -> Button:
    """Return the button of an episode; that of an edition follows it and says its language."""
    language, stage = shown.episode.language, voice(f"short-{_stage(shown)}")
    label = f"↳ {NATIVE[language]} · {shown.title}" if language else f"{shown.title} · {shown.episode.number}"
    return Button(f"{label} · {stage}", Press(Act.OPEN, shown.episode.id))


def _stage(shown: Card) -> str:
    return "halted" if shown.episode.halt else shown.episode.stage


def _acts(voice: Voice, shown: Card) -> tuple[tuple[Button, ...], ...]:
    episode = shown.episode
    if episode.halt:
        return ((voice.button("button-resume", Press(Act.RESUME, episode.id)),),)
    book = (
        voice.button("button-bible", Press(Act.BIBLE, shown.series.id)),
        voice.button("button-season", Press(Act.SEASON, shown.series.id)),
    )
    drawn = ((*papers(voice, episode.id), *compare(voice, episode.id)),) if episode.stage in DRAWN else ()
    if episode.stage is Stage.RELEASED:
        credits_ = voice.button("button-credits", Press(Act.CREDITS, episode.id))
        more = voice.button("button-new-episode", Press(Act.NEW_EPISODE, shown.series.id))
        return ((credits_,), *drawn, *translate(voice, episode), book, (more,))
    return (*drawn, book)
