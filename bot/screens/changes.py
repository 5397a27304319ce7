"""What changed in a text of an episode: as part of a draft, and for two versions of a synopsis or a script."""

from collections.abc import Mapping, Sequence

from bot.screens.diff import Row, compare, is_changed, marked
from bot.screens.editions import bare
from bot.screens.page import Voice, length
from bot.screens.showings import plain
from storage.domain.papers import Screenplay, Translation
from storage.domain.review import DraftKind
from storage.domain.staging import Lens
from storage.domain.story import Scene, Script, Shot, Synopsis, Weather
from storage.versions import Earlier
from storage.views import Sheet

MOST = 1500
"""UTF-16 units of changes that a draft shows: its own text comes first."""

LEAST = 200
"""UTF-16 units without which changes are named and not shown."""

TAGS = len("<blockquote expandable></blockquote>\n")


def said(voice: Voice, paper: Synopsis | Script, synopsis: Synopsis | None) -> str:
    """Return a paper as plain lines without numbers that would change with each line put in between.

    A shot is a line on its camera, one on what happens, and one for each thing said.
    """
    match paper:
        case Synopsis():
            cast = (f"{each.name} — {each.look}" for each in paper.cast)
            return "\n".join(map(_line, (paper.title, paper.logline, *paper.beats, *cast)))
        case Script():
            names = {each.id: each.name for each in synopsis.cast} if synopsis else {}
            return "\n\n".join(_shot(voice, paper, number, names) for number in range(len(paper.shots)))


def since(voice: Voice, sheet: Sheet, before: Earlier, room: int) -> str:
    """Return what changed in a draft since it was approved last, else shown last, in at most `room` UTF-16 units.

    The changes of its text stand in a quotation that opens when it is pressed; where there is no room for them they
    are only named.
    """
    texts = _texts(voice, sheet, before)
    if texts is None:
        return ""
    rows = compare(*texts)
    version = "approved" if before.is_approved else "shown"
    shots = _shots(voice, before, sheet)
    head = voice("changed-since" if is_changed(rows) or shots else "unchanged-since", version=version)
    lines = [head, shots]
    left = min(room, MOST) - length("\n".join(lines)) - TAGS
    if is_changed(rows) and left >= LEAST:
        lines.append(f"<blockquote expandable>{shown(voice, rows, left, whole=False)}</blockquote>")
    text = "\n".join(line for line in lines if line)
    return text if length(text) <= room else ""


def shown(voice: Voice, rows: Sequence[Row], room: int, *, whole: bool = True) -> str:
    """Return changes with, where not all fit, a line on how many are left out."""
    found = marked(rows, room, whole=whole)
    if not found.left_out:
        return found.text
    more = voice("changes-left-out", count=found.left_out)
    fewer = marked(rows, room - length(more) - 8, whole=whole)
    return f"{fewer.text}\n{voice('changes-left-out', count=fewer.left_out)}"


def _texts(voice: Voice, sheet: Sheet, before: Earlier) -> tuple[str, str] | None:
    """Return what a draft said before and says now; nothing where it has no text of its own."""
    shown = sheet.showing.paper if sheet.showing else None
    match sheet.draft.kind:
        case DraftKind.SYNOPSIS if before.synopsis:
            return said(voice, before.synopsis, sheet.synopsis), said(voice, sheet.synopsis, sheet.synopsis)
        case DraftKind.SCRIPT if before.screenplay and isinstance(shown, Screenplay):
            series = Voice(sheet.card.series.language)
            return plain(series, before.screenplay, {}), plain(series, shown, {})
        case DraftKind.TRANSLATION if before.translation and isinstance(shown, Translation):
            return bare(before.translation), bare(shown)
        case DraftKind.STORYBOARD if before.script and sheet.script:
            return said(voice, before.script, sheet.synopsis), said(voice, sheet.script, sheet.synopsis)
        case _:
            return None


def _shots(voice: Voice, before: Earlier, sheet: Sheet) -> str:
    """Return a line on the shots whose text changed, whose picture did, that are new, and that are gone."""
    old, new = before.script, sheet.script
    if old is None or new is None:
        return ""
    names = {each.id: each.name for each in sheet.synopsis.cast}
    was, now = _numbers(old), _numbers(new)
    drawn, panels = before.panels or {}, dict(sheet.panels)
    both = [shot for shot in now if shot in was]
    words = [shot for shot in both if _text(voice, old, was[shot], names) != _text(voice, new, now[shot], names)]
    pictures = [shot for shot in both if shot in drawn and drawn[shot] != panels.get(shot)]
    found: tuple[tuple[str, list[int]], ...] = (
        ("text", [now[shot] for shot in words]),
        ("picture", [now[shot] for shot in pictures]),
        ("new", [now[shot] for shot in now if shot not in was]),
        ("gone", [was[shot] for shot in was if shot not in now]),
    )
    named = (
        voice(f"changed-shots-{what}", count=len(places), numbers=voice.listed(str(place + 1) for place in places))
        for what, places in found
        if places
    )
    return " · ".join(named)


def _numbers(paper: Script) -> dict[str, int]:
    return {shot.id: place for place, shot in enumerate(paper.shots)}


def _text(voice: Voice, paper: Script, place: int, names: Mapping[str, str]) -> str:
    """Return a shot's text without its number: a shot that moved has not changed."""
    return _shot(voice, paper, place, names).partition(" ")[2]


def _shot(voice: Voice, paper: Script, place: int, names: Mapping[str, str]) -> str:
    shot = paper.shots[place]
    lines = (f"{names.get(line.speaker, line.speaker)} — {line.text}" for line in map(paper.line, shot.lines))
    camera, scene = _camera(voice, shot, place), _scene(voice, paper.scene(shot))
    head = f"{place + 1} · {voice.listed(camera)} · {voice.listed(scene)}"
    return "\n".join(map(_line, (head, shot.action, *lines)))


def _camera(voice: Voice, shot: Shot, place: int) -> tuple[str, ...]:
    lens = () if shot.lens is Lens.NORMAL else (voice(f"lens-{shot.lens}"),)
    join = (voice("shot-continues", before=place),) if shot.continues else ()
    words = (f"framing-{shot.framing}", f"angle-{shot.angle}", f"move-{shot.move}")
    return (*map(voice, words), *lens, *join)


def _scene(voice: Voice, scene: Scene) -> tuple[str, ...]:
    weather = () if scene.weather is Weather.CLEAR else (voice(f"weather-{scene.weather}"),)
    return (scene.setting, voice(f"hour-{scene.hour}"), *weather)


def _line(text: str) -> str:
    return " ".join(text.split())
