"""What a shot is painted from, as a message; and the book of prompts that worked in a series."""

from collections.abc import Sequence

from agents.promptbook import Kept, Worded
from bot.callbacks import Act, Press
from bot.screens.page import Button, Rows, Screen, Voice, shortened
from storage.domain.ids import EpisodeId

REWRITE, NEGATIVE, UNDO, COMPOSE, BOOK = "rewrite", "negative", "undo", "compose", "book"
"""What a button of a prompt asks for; the shot's id stands behind it."""

SHOWN = 1_500
"""Characters of a prompt that are shown; more are cut."""

SETTING, COMMAND = 'FEUILLETON_BACKENDS={"still": "z-image-turbo"}', "feuilleton models"
"""What an operator types to have pictures painted."""

IN_BOOK = 220
"""The same in the book, where several stand below each other."""


def prompt(voice: Voice, title: str, shown: Worded, *, writes: bool, is_over: bool = False) -> Screen:
    """Return the prompt of a shot; whoever `writes` prompts there gets the buttons, of a released episode the book."""
    head = voice("prompt-head", number=shown.number, title=title)
    paper = shown.prompt
    parts = [head, voice("prompt-text", text=shortened(paper.text, SHOWN)) if paper.text else voice("prompt-removed")]
    if paper.negative:
        key = "prompt-negative" if shown.reads_negative or not shown.take else "prompt-negative-unread"
        parts.append(voice(key, text=shortened(paper.negative, SHOWN)))
    if shown.is_stale:
        parts.append(voice("prompt-stale"))
    parts.append(_standing(voice, shown))
    return Screen(
        text="\n\n".join(parts), buttons=_buttons(voice, shown, is_over=is_over) if writes and shown.take else ()
    )


def book(voice: Voice, title: str, found: Sequence[Kept], episode: EpisodeId, shot: str) -> Screen:
    """Return the prompts that worked in a series; with a `shot`, each with a button that takes it up for that one."""
    if not found:
        return Screen(text=voice("prompts-none", title=title))
    lines = [_kept(voice, number, each) for number, each in enumerate(found, 1)]
    tail = voice("prompts-take-up" if shot else "prompts-how")
    numbers = tuple(
        Button(str(number), Press(Act.TAKE_UP, episode, each.take.id, shot)) for number, each in enumerate(found, 1)
    )
    rows = tuple(numbers[first : first + 5] for first in range(0, len(numbers), 5)) if shot else ()
    return Screen(text="\n\n".join((voice("prompts-head", title=title), *lines, tail)), buttons=rows)


def _standing(voice: Voice, shown: Worded) -> str:
    """Say who wrote it and which model reads it; where nothing is painted, how it could be."""
    if not shown.model:
        return voice("prompt-draws", setting=SETTING, command=COMMAND)
    if shown.take is None:
        return voice("prompt-not-yet", model=shown.model)
    family = shown.prompt.family or "none"
    by = "person" if shown.author else "studio"
    return voice("prompt-by", by=by, name=shown.author, model=shown.model, family=family)


def _buttons(voice: Voice, shown: Worded, *, is_over: bool) -> Rows:
    head = shown.take.id if shown.take else ""

    def button(what: str) -> Button:
        return voice.button(f"button-prompt-{what}", Press(Act.PROMPT, shown.episode, head, f"{what}-{shown.shot}"))

    if is_over:
        return ((button(BOOK),),)
    back = [button(UNDO)] if shown.has_before else []
    anew = [button(COMPOSE)] if shown.author else []
    rows = ((button(REWRITE), button(NEGATIVE)), (*back, *anew), (button(BOOK),))
    return tuple(tuple(row) for row in rows if row)


def _kept(voice: Voice, number: int, kept: Kept) -> str:
    by = "person" if kept.author else "studio"
    return voice(
        "prompts-line",
        number=number,
        episode=kept.episode,
        shot=kept.shot,
        model=kept.model,
        by=by,
        name=kept.author,
        text=shortened(kept.prompt.text, IN_BOOK),
    )
