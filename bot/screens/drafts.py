"""What is up for approval, as people see it on a phone."""

import html
from collections.abc import Collection
from dataclasses import dataclass

from bot.callbacks import Act, Press
from bot.screens import showings
from bot.screens.changes import since
from bot.screens.editions import NATIVE
from bot.screens.marks import explained
from bot.screens.notes import noted
from bot.screens.page import (
    LONGEST_CAPTION,
    LONGEST_TEXT,
    Button,
    Film,
    Picture,
    Rows,
    Screen,
    Voice,
    length,
    shortened,
)
from bot.words import Value, money
from storage.domain.ids import EpisodeId
from storage.domain.review import Decision, Draft, DraftKind, Outcome
from storage.domain.story import Script, Shot, Synopsis
from storage.domain.takes import Medium, Take, Work
from storage.versions import WORDS, Earlier
from storage.views import Said, Sheet

MARKS = {Decision.APPROVE: "✓", Decision.SEND_BACK: "↩"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Asks:
    """What a draft asks of a chat: whether it decides, and whether it is a group."""

    decides: bool
    group: bool


def synopsis(voice: Voice, paper: Synopsis) -> str:
    """Return a synopsis as text: logline, beats, cast. Its title stands in the head of every message that shows it."""
    beats = "\n".join(f"{number}. {html.escape(beat, quote=False)}" for number, beat in enumerate(paper.beats, 1))
    cast = "\n".join(
        f"• <b>{html.escape(each.name, quote=False)}</b> — {html.escape(each.look, quote=False)}" for each in paper.cast
    )
    logline = html.escape(paper.logline, quote=False)
    return f"<i>{logline}</i>\n\n{beats}\n\n{voice('draft-cast-list')}\n{cast}"


def script(voice: Voice, paper: Script, synopsis_: Synopsis) -> str:
    """Return a script as text, a paragraph a shot: its action, and who says what."""
    return "\n\n".join(_shots(voice, paper, synopsis_).values())


def draft(voice: Voice, sheet: Sheet, asks: Asks, before: Earlier | None = None, own: Collection[str] = ()) -> Screen:
    """Return a draft for a chat, with what changed since it was approved or shown last.

    Sentences that are people's `own` words are marked.
    """
    parts = (_shown(voice, sheet, own), _ask(voice, sheet, asks))
    room = LONGEST_TEXT - length("\n\n".join(parts)) - length("\n\n")
    changes = since(voice, sheet, before, room) if before else ""
    text = "\n\n".join(part for part in (parts[0], changes, parts[1]) if part)
    buttons = (*(_buttons(voice, sheet.draft) if asks.decides else ()), *_papers(voice, sheet))
    looks = (*_words(voice, sheet), *(compare(voice, sheet.card.episode.id, sheet.draft.kind) if before else ()))
    buttons = (*buttons, *((looks,) if looks else ()))
    if sheet.showing:
        shown = showings.parts(voice, sheet, sheet.showing)
        return Screen(text=text, buttons=buttons, album=shown.album, sound=shown.sound, handout=shown.handout)
    match sheet.draft.kind:
        case DraftKind.STORYBOARD:
            return Screen(text=text, buttons=buttons, album=_album(voice, sheet))
        case DraftKind.CUT:
            return Screen(text=text, buttons=buttons, film=film(sheet.preview) if sheet.preview else None)
        case _:
            return Screen(text=text, buttons=buttons, album=_cast(sheet.synopsis))


def closed(voice: Voice, sheet: Sheet, own: Collection[str] = ()) -> Screen:
    """Return the control message of a draft that is decided or replaced: who said what, and no buttons to decide."""
    words = "\n".join((voice(f"draft-{sheet.draft.outcome}"), *map(_verdict, sheet.said)))
    text = "\n\n".join(part for part in (_shown(voice, sheet, own), words) if part)
    return Screen(text=text, buttons=_papers(voice, sheet) if sheet.draft.outcome is Outcome.APPROVED else ())


def film(take: Take) -> Film:
    """Return a cut as Telegram needs it."""
    facts = take.facts
    width, height, frames, rate = (_whole(facts.get(name)) for name in ("width", "height", "frames", "rate"))
    return Film(digest=take.digest, width=width, height=height, seconds=round(frames / rate))


def ask_reason(voice: Voice, sheet: Sheet) -> Screen:
    """Ask why a draft is sent back."""
    return Screen(text=voice("ask-reason", title=sheet.synopsis.title), reply=True)


def _shown(voice: Voice, sheet: Sheet, own: Collection[str]) -> str:
    """Return what a draft is and says, with people's own words marked."""
    parts = (_head(voice, sheet), _body(voice, sheet))
    return explained(voice, "\n\n".join(part for part in parts if part), own)


def _head(voice: Voice, sheet: Sheet) -> str:
    episode, language = sheet.card.episode, sheet.card.series.language
    return voice(
        f"draft-{sheet.draft.kind}", title=sheet.synopsis.title, number=episode.number, tongue=NATIVE[language]
    )


def _body(voice: Voice, sheet: Sheet) -> str:
    if sheet.showing:
        return showings.parts(voice, sheet, sheet.showing).text
    match sheet.draft.kind:
        case DraftKind.SYNOPSIS:
            return synopsis(voice, sheet.synopsis)
        case DraftKind.STORYBOARD:
            return script(voice, sheet.script, sheet.synopsis) if sheet.script else ""
        case _:
            return ""


def _ask(voice: Voice, sheet: Sheet, asks: Asks) -> str:
    sheets = _undrawn(voice, sheet) if sheet.draft.kind in {DraftKind.CAST, DraftKind.SYNOPSIS} else ""
    ask = ("draft-ask-group" if asks.group else "draft-ask") if asks.decides else "draft-waits"
    plan = _plan(voice, sheet.draft) if asks.decides else ""
    parts = (sheets, noted(voice, sheet), plan, _count(voice, sheet), _remarks(voice, sheet), voice(ask))
    return "\n\n".join(part for part in parts if part)


def _plan(voice: Voice, paper: Draft) -> str:
    """Say what approving would start, where that was worked out; it is free only where the price is known.

    Of the full size after a preview there is something to say only where that is not free.
    """
    ahead = paper.ahead
    if ahead is None or (paper.kind is DraftKind.CUT and ahead.priced and not ahead.cost.micros):
        return ""
    micros = ahead.cost.micros
    cost = ("paid" if micros else "free") if ahead.priced else "unknown"
    said: dict[str, Value] = {
        "timed": "yes" if ahead.timed else "no",
        "minutes": -(-ahead.cost.milliseconds // 60_000),
        "cost": cost,
        "price": money(micros),
    }
    if Medium.CLIP not in ahead.missing and (stills := ahead.missing.get(Medium.STILL)):
        return voice("draft-plan-stills", count=stills, **said)
    pieces = " · ".join(voice("plan-pieces", medium=medium, count=count) for medium, count in ahead.missing.items())
    return voice("draft-plan", kind=paper.kind, pieces=pieces or voice("plan-pieces", medium="none", count=0), **said)


def _count(voice: Voice, sheet: Sheet) -> str:
    """Say who has approved and how many are needed, where one is not enough."""
    if sheet.needs == 1:
        return ""
    names = voice.listed(said.name for said in sheet.said)
    return voice("draft-count", said=len(sheet.said), needs=sheet.needs, names=names)


def _remarks(voice: Voice, sheet: Sheet) -> str:
    """Say how many remarks wait to be settled."""
    return voice("draft-remarks", count=sheet.remarks) if sheet.remarks else ""


def papers(voice: Voice, episode: EpisodeId) -> tuple[Button, ...]:
    """Return the row with which an episode's papers for a shoot are printed."""
    return (voice.button("button-papers", Press(Act.PAPERS, episode)),)


def compare(voice: Voice, episode: EpisodeId, kind: str = "") -> tuple[Button, ...]:
    """Return the row that compares versions of an episode's works, or of what one kind of draft shows."""
    return (voice.button("button-compare", Press(Act.COMPARE, episode, word=kind)),)


def _words(voice: Voice, sheet: Sheet) -> tuple[Button, ...]:
    """Return the buttons that tell what is weak in the words, and whose they are, where a draft shows the words."""
    if sheet.draft.kind not in WORDS:
        return ()
    craft = voice.button("button-craft", Press(Act.CRAFT, sheet.card.episode.id))
    return (craft, voice.button("button-authors", Press(Act.AUTHORS, sheet.card.episode.id)))


def _papers(voice: Voice, sheet: Sheet) -> Rows:
    return (papers(voice, sheet.card.episode.id),) if sheet.draft.kind is DraftKind.STORYBOARD else ()


def _buttons(voice: Voice, paper: Draft) -> Rows:
    """Return the buttons that decide; what approving would cost stands on the one that approves."""
    approve = voice.button("button-approve", Press(Act.APPROVE, paper.id))
    if paper.ahead and paper.ahead.cost.micros:
        approve = voice.button("button-approve-price", approve.press, price=money(paper.ahead.cost.micros))
    return ((approve, voice.button("button-send-back", Press(Act.SEND_BACK, paper.id))),)


def _undrawn(voice: Voice, sheet: Sheet) -> str:
    """Say of whom no sheet could be drawn."""
    names = voice.listed(each.name for each in sheet.synopsis.cast if each.sheet is None)
    return voice("draft-no-sheets", names=names) if names else ""


def _album(voice: Voice, sheet: Sheet) -> tuple[Picture, ...]:
    """Return the drawings of a storyboard in the order of its shots."""
    captions = captions_of(voice, sheet.script, sheet.synopsis) if sheet.script else {}
    return tuple(
        Picture(digest=digest, caption=captions.get(shot, ""), work=str(Work(Medium.PANEL, shot)))
        for shot, digest in sheet.panels
    )


def captions_of(voice: Voice, paper: Script, synopsis_: Synopsis) -> dict[str, str]:
    """Return what stands under each shot's drawing, by its id: its number, its framing, who is in it."""
    names = {each.id: html.escape(each.name, quote=False) for each in synopsis_.cast}
    return {
        shot.id: " · ".join(
            part
            for part in (
                f"<b>{number}</b>",
                voice(f"framing-{shot.framing}"),
                voice.listed(names[each] for each in shot.characters if each in names),
                voice("shot-continues", before=number - 1) if shot.continues else "",
            )
            if part
        )
        for number, shot in enumerate(paper.shots, 1)
    }


def _cast(synopsis_: Synopsis) -> tuple[Picture, ...]:
    """Return the sheets of the cast, each under its name."""
    return tuple(
        Picture(
            digest=each.sheet,
            caption=f"<b>{html.escape(each.name, quote=False)}</b>",
            work=str(Work(Medium.SHEET, each.id)),
        )
        for each in synopsis_.cast
        if each.sheet
    )


def _shots(voice: Voice, paper: Script, synopsis_: Synopsis) -> dict[str, str]:
    """Return each shot of a script as text, by its id."""
    names = {each.id: each.name for each in synopsis_.cast}
    return {shot.id: _shot(voice, number, shot, paper, names) for number, shot in enumerate(paper.shots, 1)}


def _shot(voice: Voice, number: int, shot: Shot, paper: Script, names: dict[str, str]) -> str:
    lines = "".join(
        "\n" + voice("draft-line", name=names.get(line.speaker, line.speaker), text=line.text)
        for line in map(paper.line, shot.lines)
    )
    action = html.escape(shortened(shot.action, LONGEST_CAPTION // 2), quote=False)
    return f"<b>{number}</b> {action}{lines}"


def _verdict(said: Said) -> str:
    reason = f" — {html.escape(said.verdict.reason, quote=False)}" if said.verdict.reason else ""
    return f"{MARKS[said.verdict.decision]} {html.escape(said.name, quote=False)}{reason}"


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is not a whole number")
    return value
