"""Papers: what is decided of an episode, printed for a crew with a camera, and who made it, printed to be kept.

Printing makes nothing new of the work: it passes no gate, leaves nothing in the ledger and earns no credit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from agents import lending
from agents.callsheet import LABEL
from agents.commands.caller import Caller
from agents.crew import editor, sound
from agents.sheet import authorship
from agents.sheetwords import page
from agents.studio import Desk, Studio
from agents.team import demand_sight
from agents.wording import Wording
from generation.paper.sheet import Row, Said, Sheet
from generation.paper.table import COLUMNS, Habits, habits_of, seconds, spreadsheet
from generation.requests.printing import PaperRequest
from storage import documents
from storage.domain.board import Storyboard
from storage.domain.errors import Refused
from storage.domain.ids import Digest, EpisodeId
from storage.domain.staging import Lens
from storage.domain.story import Script, Shot, Synopsis, Weather
from storage.domain.takes import Medium, Take, Work
from storage.domain.timecode import RATE


class Paper(StrEnum):
    """What can be printed."""

    STORYBOARD = "storyboard"
    SHOT_LIST = "shot-list"
    SPREADSHEET = "spreadsheet"
    AUTHORSHIP = "authorship"
    """Who made a released episode; no paper for a shoot."""


SHOOT = (Paper.STORYBOARD, Paper.SHOT_LIST, Paper.SPREADSHEET)
"""Everything that a crew needs."""

RECORD = (Paper.AUTHORSHIP,)
"""What is kept of who made an episode."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Printed:
    """A paper in the vault, and the name under which it is kept."""

    paper: Paper
    digest: Digest
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Shoot:
    """What is shot: the board as it was last drawn, the story that it follows, each shot's length in frames."""

    board: Take
    panels: Mapping[str, Digest]
    synopsis: Synopsis
    script: Script
    frames: Mapping[str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """Who asks for which papers of an episode, and in which chat they will be seen."""

    caller: Caller
    chat: int
    episode: EpisodeId
    papers: tuple[Paper, ...]


async def print_(studio: Studio, asked: Asked, wording: Wording) -> tuple[Printed, ...]:
    """Print papers of an episode for whoever may see it.

    Raises:
        Refused: the chat may not see the episode, no storyboard of it is drawn yet, or it is not released yet.
        GenerationError: they could not be printed.
    """
    async with studio.store.read() as reader:
        episode = await reader.episode(asked.episode)
        await demand_sight(reader, asked.caller, asked.chat, episode.series)
    return await run_off(studio, asked.episode, asked.papers, wording)


async def run_off(
    studio: Studio, episode: EpisodeId, papers: tuple[Paper, ...], wording: Wording
) -> tuple[Printed, ...]:
    """Print papers of an episode, in the language of its series.

    Raises:
        Refused: no storyboard is drawn yet, or the episode is not released yet.
        GenerationError: they could not be printed.
    """
    if papers == RECORD:
        return (await _record(studio, episode, wording),)
    async with studio.store.read() as reader:
        found = await reader.episode(episode)
        series = await reader.series(found.series)
    desk = studio.desk(series, found)
    shoot = await _shoot(desk)
    return tuple([await _printed(desk, paper, _sheet(desk, paper, shoot, wording)) for paper in papers])


async def _record(studio: Studio, episode: EpisodeId, wording: Wording) -> Printed:
    """Print who made an episode."""
    found = await authorship(studio, episode)
    request = PaperRequest(kind=Paper.AUTHORSHIP, sheet=page(found, wording))
    name = f"{Paper.AUTHORSHIP}-{found.episode.number}.pdf"
    return Printed(paper=Paper.AUTHORSHIP, digest=await pressed(studio, request), name=name)


async def _shoot(desk: Desk) -> Shoot:
    """Return what is shot, from the board that was drawn last.

    Raises:
        Refused: there is none, or its lines are being recorded anew.
    """
    head = await desk.head(Work(Medium.STORYBOARD))
    if head is None:
        raise Refused("nothing-drawn-yet")
    board = await desk.read(Storyboard, head)
    script = documents.load(Script, await desk.studio.vault.read(board.script))
    synopsis = await _followed(desk, head)
    try:
        frames = editor.lengths(script, await _spoken(desk, script, synopsis, board.script))
    except editor.Overrun:
        raise Refused("nothing-drawn-yet") from None
    panels = {panel.shot: panel.digest for panel in board.panels}
    return Shoot(board=head, panels=panels, synopsis=synopsis, script=script, frames=frames)


async def _followed(desk: Desk, board: Take) -> Synopsis:
    """Return the synopsis that a board follows: a newer one may have other people in it."""
    ancestry = await desk.ancestry(board)
    async with desk.studio.store.read() as reader:
        takes = await reader.takes(desk.episode.id, Medium.SYNOPSIS)
    return await desk.read(Synopsis, [take for take in takes if take.digest in ancestry][-1])


async def _spoken(desk: Desk, script: Script, synopsis: Synopsis, paper: Digest) -> Mapping[str, editor.Spoken]:
    """Return the recorded lines of a script; where another voice is set by now, those that were recorded last.

    Raises:
        Refused: a line is not recorded yet.
    """
    spoken = {}
    lent = await lending.voices(desk, synopsis)
    async with desk.studio.store.read() as reader:
        for order in sound.readings(script, synopsis, desk.series.language, paper, lent):
            exact = await reader.keyed(desk.episode.id, desk.studio.key(order.request))
            take = exact or await reader.head(desk.episode.id, order.work)
            if take is None:
                raise Refused("nothing-drawn-yet")
            spoken[order.work.part] = sound.spoken(take)
    return spoken


async def _printed(desk: Desk, paper: Paper, sheet: Sheet) -> Printed:
    number = desk.episode.number
    if paper is Paper.SPREADSHEET:
        digest = await desk.studio.vault.put_bytes(spreadsheet(sheet))
        return Printed(paper=paper, digest=digest, name=f"{Paper.SHOT_LIST}-{number}.csv")
    digest = await pressed(desk.studio, PaperRequest(kind=paper, sheet=sheet))
    return Printed(paper=paper, digest=digest, name=f"{paper}-{number}.pdf")


async def pressed(studio: Studio, request: PaperRequest) -> Digest:
    """Have a paper printed by the engine, beside the loop."""
    async with studio.made(request) as made:
        return await studio.vault.put(made.path)


def _sheet(desk: Desk, paper: Paper, shoot: Shoot, wording: Wording) -> Sheet:
    language, title = desk.series.language, shoot.synopsis.title
    rows = _rows(shoot, language, wording)
    name = Paper.STORYBOARD if paper is Paper.STORYBOARD else Paper.SHOT_LIST
    length = seconds(rows[-1].total, habits_of(language))
    return Sheet(
        language=language,
        name=wording(language, f"paper-{name}"),
        series="" if desk.series.title == title else desk.series.title,
        title=title,
        episode=wording(language, "card-episode", number=desk.episode.number),
        summary=wording(language, "paper-length", shots=len(rows), seconds=length),
        version=wording(language, "paper-version", version=shoot.board.digest[:6]),
        label=LABEL,
        headings=tuple(wording(language, f"column-{column}") for column in COLUMNS),
        rows=rows,
    )


def _rows(shoot: Shoot, language: str, wording: Wording) -> tuple[Row, ...]:
    """Return a row a shot. Lengths are differences of rounded totals, so that they add up on paper."""
    say, habits = partial(wording, language), habits_of(language)
    rows, frames, before = [], 0, 0
    for number, shot in enumerate(shoot.script.shots, 1):
        frames += shoot.frames[shot.id]
        total = round(frames * 10 / RATE)
        rows.append(_row(shoot, number, shot, range(before, total), say, habits))
        before = total
    return tuple(rows)


def _row(shoot: Shoot, number: int, shot: Shot, span: range, say: Callable[..., str], habits: Habits) -> Row:
    """Return a shot in words; `span` are its tenths of a second, counted from the start of the first shot."""
    names = {character.id: character.name for character in shoot.synopsis.cast}
    scene = shoot.script.scene(shot)
    move = [say(f"move-{shot.move}")] + ([say("shot-continues", before=number - 1)] if shot.continues else [])
    light = [say(f"hour-{scene.hour}")] + ([] if scene.weather is Weather.CLEAR else [say(f"weather-{scene.weather}")])
    return Row(
        number=number,
        picture=shoot.panels[shot.id],
        scene=f"{scene.setting} — {habits.comma.join(light)}",
        framing=say(f"framing-{shot.framing}"),
        angle=say(f"angle-{shot.angle}"),
        move=habits.comma.join(move),
        lens="" if shot.lens is Lens.NORMAL else say(f"lens-{shot.lens}"),
        arrow=shot.move,
        who=tuple(names.get(character, character) for character in shot.characters),
        action=shot.action,
        said=tuple(
            Said(name=names.get(line.speaker, line.speaker), text=line.text)
            for line in map(shoot.script.line, shot.lines)
        ),
        sound=say("sound-sync" if shot.lines else "sound-silent"),
        tenths=len(span),
        total=span.stop,
    )
