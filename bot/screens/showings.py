"""The drafts that show one paper, as people read, see and hear them on a phone."""

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.screens import editions
from bot.screens.page import LONGEST_CAPTION, Handout, Picture, Sound, Voice, length, shortened
from storage.domain.papers import CastList, Heard, Passage, Said, Screenplay, TableRead, Translation
from storage.domain.takes import Medium, Work
from storage.domain.timecode import RATE, Frames, from_milliseconds
from storage.showings import Showing
from storage.views import Sheet

LONG = 1_500
"""UTF-16 units of a script that fill a phone; a longer one is folded, and comes as a document too."""

MOST = 3_000
"""UTF-16 units of a script that a message shows beside what is asked; the rest is in the document."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """What such a draft is made of: its text, and what goes before it."""

    text: str
    album: tuple[Picture, ...] = ()
    sound: Sound | None = None
    handout: Handout | None = None


def parts(voice: Voice, sheet: Sheet, showing: Showing) -> Parts:
    """Return such a draft; what belongs to the work is in the language of its series."""
    match showing.paper:
        case CastList():
            return Parts(text=_cast(voice, showing.paper), album=sheets(showing.paper))
        case Screenplay():
            return _script(voice, sheet, showing.paper, showing)
        case TableRead():
            return Parts(text=voice("showing-voices"), sound=table_read(sheet, showing.paper))
        case Translation():
            return Parts(text=editions.translation(voice, showing.paper))


def sheets(paper: CastList) -> tuple[Picture, ...]:
    """Return the sheets of the cast, each under a name and a look."""
    return tuple(
        Picture(
            digest=each.sheet,
            caption=f"<b>{_safe(each.name)}</b> — {_safe(shortened(each.look, LONGEST_CAPTION // 2))}",
            work=str(Work(Medium.SHEET, each.id)),
        )
        for each in paper.cast
        if each.sheet
    )


def table_read(sheet: Sheet, paper: TableRead) -> Sound:
    """Return the voices as a sound; the times in its caption are links to their moments."""
    series = Voice(sheet.card.series.language)
    room = LONGEST_CAPTION // max(1, len(paper.heard)) - 1
    words = "\n".join(_heard(series, each, room) for each in paper.heard)
    return Sound(
        digest=paper.sound,
        seconds=round(paper.milliseconds / 1000),
        title=html.unescape(series("showing-episode", title=sheet.synopsis.title, number=sheet.card.episode.number)),
        performer=series("showing-table-read"),
        caption=words,
    )


def plain(series: Voice, paper: Screenplay, frames: Mapping[str, int]) -> str:
    """Return a script as a text without markup, for a document."""
    blocks = _blocks(series, paper, frames)
    return "\n\n".join(html.unescape(block.replace("<b>", "").replace("</b>", "")) for block in blocks) + "\n"


def _cast(voice: Voice, paper: CastList) -> str:
    people = "\n".join(f"• <b>{_safe(each.name)}</b> — {_safe(each.look)}" for each in paper.cast)
    return f"{people}\n\n{voice('showing-cast', name=paper.cast[0].name if paper.cast else '')}"


def _script(voice: Voice, sheet: Sheet, paper: Screenplay, showing: Showing) -> Parts:
    """Return a script; a long one is folded, and its whole is a document."""
    series = Voice(sheet.card.series.language)
    blocks = tuple(_blocks(series, paper, showing.frames))
    whole = "\n\n".join(blocks)
    if length(whole) <= LONG:
        return Parts(text=f"{whole}\n\n{voice('showing-script')}")
    folded = f"<blockquote expandable>{_fitting(blocks)}</blockquote>"
    handout = Handout(
        data=plain(series, paper, showing.frames).encode(), name=f"script-{sheet.card.episode.number}.txt"
    )
    return Parts(text=f"{folded}\n{voice('showing-script-file')}\n\n{voice('showing-script')}", handout=handout)


def _fitting(blocks: tuple[str, ...]) -> str:
    """Return as many shots as a message has room for."""
    kept: list[str] = []
    for block in blocks:
        if length("\n\n".join((*kept, block))) > MOST:
            return "\n\n".join((*kept, "…"))
        kept.append(block)
    return "\n\n".join(kept)


def _blocks(series: Voice, paper: Screenplay, frames: Mapping[str, int]) -> Iterator[str]:
    """Yield each shot: its number, where it plays if that is new, how long it lasts, what happens, who says what."""
    before = ""
    for number, passage in enumerate(paper.passages, 1):
        place = _safe(passage.setting) if passage.setting != before else ""
        before = passage.setting
        head = " · ".join(filter(None, (f"<b>{number}</b>", place, _seconds(series, passage, frames))))
        yield "\n".join((head, _safe(passage.action), *(_said(series, said) for said in passage.said)))


def _seconds(series: Voice, passage: Passage, frames: Mapping[str, int]) -> str:
    lasts = frames.get(passage.shot)
    return "" if lasts is None else series("showing-seconds", seconds=round(lasts / RATE))


def _said(series: Voice, said: Said) -> str:
    return series("showing-line", name=said.name, text=said.text)


def _heard(series: Voice, each: Heard, room: int) -> str:
    """Return a line with its moment, in at most `room` UTF-16 units."""
    moment = str(Frames(from_milliseconds(each.start).count))
    bare = length(series("draft-line", name=each.name, text="")) + length(moment) + 1
    return f"{moment} {series('draft-line', name=each.name, text=shortened(each.text, max(2, room - bare)))}"


def _safe(text: str) -> str:
    return html.escape(text, quote=False)
