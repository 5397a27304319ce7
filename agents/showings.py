"""Showings: the drafts that a team asks to see by themselves before time is spent on what follows.

The cast is put up where its sheets are drawn, before the synopsis that is approved with them; the words are put up once
the lines are recorded and fit, and then the voices, before the first panel is drawn. What is approved is a digest: what
is unchanged stays approved, whatever is changed around it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from agents import boarding
from agents.acts import STUDIO, Opens, Origin
from agents.crew.editor import Spoken
from agents.production import Listener, Order, produce
from agents.studio import Desk
from generation.requests.sound import TableReadRequest
from storage import documents
from storage.domain.contributions import Kind
from storage.domain.costs import Estimate
from storage.domain.ids import Digest
from storage.domain.papers import CastList, Heard, Passage, Said, Screenplay, TableRead
from storage.domain.review import Draft, DraftKind, Outcome
from storage.domain.stages import Stage
from storage.domain.story import Script, Synopsis
from storage.domain.takes import Medium, Take, Work

WORDS = frozenset({DraftKind.SCRIPT, DraftKind.VOICES})
"""What is seen between the synopsis and the storyboard."""

REHEARSALS = 5
"""How often a line may be shortened before the words are given back to their author."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rehearsal:
    """A script whose lines fit: its paper, each line as it was recorded, and each shot's length in frames."""

    script: Script
    paper: Take
    spoken: Mapping[str, Spoken]
    frames: Mapping[str, int]


async def asked(desk: Desk) -> frozenset[DraftKind]:
    """Return the optional kinds of draft that the team wants to see by themselves."""
    async with desk.studio.store.read() as reader:
        return (await reader.policy(desk.series.id)).asked


async def approved(desk: Desk) -> tuple[Digest, ...]:
    """Return what the team has approved by itself and what still counts."""
    async with desk.studio.store.read() as reader:
        heads, drafts = await reader.heads(desk.episode.id), await reader.drafts(desk.episode.id)
    current = {take.digest for take in heads.values()}
    return tuple(dict.fromkeys(draft.digest for draft in drafts if _passed(draft) and draft.digest in current))


async def halts_at_cast(desk: Desk, head: Take) -> bool:
    """Put the cast of a synopsis to a team that asks for it; return whether the work waits for what it says."""
    if DraftKind.CAST not in await asked(desk):
        return False
    cast = (await desk.read(Synopsis, head)).cast
    sheets = (character.sheet for character in cast if character.sheet)
    origin = Origin(by=STUDIO, kind=Kind.ARRANGED, sources=(head.digest, *sheets))
    return await _put(desk, DraftKind.CAST, await desk.write(Work(Medium.CAST), CastList(cast=cast), origin))


async def halts_at_words(
    desk: Desk, synopsis: Synopsis, read: Rehearsal, listen: Listener, ahead: Estimate | None = None
) -> bool:
    """Put script and voices to a team that asks for them; return whether the work waits for what it says.

    `ahead` is what saying yes to both would start, where that is known.
    Once an episode is shot, words that are not those on its board recall it to boarding, where the team sees them.
    """
    wanted = await asked(desk) & WORDS
    if not wanted:
        return False
    words = screenplay(read.script, synopsis)
    if desk.episode.stage is not Stage.BOARDING:
        if words == await _boarded(desk, synopsis):
            return False
        await desk.recall()
        return True
    if DraftKind.SCRIPT in wanted and await _put(desk, DraftKind.SCRIPT, await _written(desk, words, read), ahead):
        return True
    if DraftKind.VOICES not in wanted or not read.script.lines:
        return False
    return await _put(desk, DraftKind.VOICES, await _read(desk, words, read, listen), ahead)


def screenplay(script: Script, synopsis: Synopsis) -> Screenplay:
    """Return the words of a script as they are read."""
    names = {character.id: character.name for character in synopsis.cast}
    return Screenplay(
        passages=tuple(
            Passage(
                shot=shot.id,
                setting=script.scene(shot).setting,
                action=shot.action,
                said=tuple(
                    Said(line=line.id, name=names.get(line.speaker, line.speaker), text=line.text)
                    for line in map(script.line, shot.lines)
                ),
            )
            for shot in script.shots
        )
    )


def heard(words: Screenplay, voices: Mapping[str, Digest], starts: Mapping[str, int]) -> tuple[Heard, ...]:
    """Return the lines of a table read in order, with the voice of each and when it begins, in milliseconds."""
    return tuple(
        Heard(
            line=said.line,
            shot=passage.shot,
            name=said.name,
            text=said.text,
            voice=voices[said.line],
            start=starts[said.line],
        )
        for passage in words.passages
        for said in passage.said
    )


async def _written(desk: Desk, words: Screenplay, read: Rehearsal) -> Take:
    """Record the words, with the length of each shot as it was rehearsed first."""
    origin = Origin(by=STUDIO, kind=Kind.ARRANGED, sources=(read.paper.digest,))
    return await desk.write(
        Work(Medium.SCREENPLAY), words, origin, notes=read.paper.notes, facts={"frames": dict(read.frames)}
    )


async def _read(desk: Desk, words: Screenplay, read: Rehearsal, listen: Listener) -> Take:
    """Record what is said line by line, with the sound in which it is heard.

    The sound is made from the voices as the paper is, not the paper from the sound: neither is in the film.
    """
    lines = [said.line for passage in words.passages for said in passage.said]
    voices = {line: read.spoken[line].sound for line in lines}
    order = Order(work=Work(Medium.VOICES), request=TableReadRequest(voices=tuple(voices.values())))
    sound = (await produce(desk, [order], listen))[order.work]
    starts, length = sound.facts["starts_ms"], sound.facts["milliseconds"]
    if not isinstance(starts, list) or not isinstance(length, int):
        raise TypeError(f"the facts of {sound.work} do not say when its lines begin: {sound.facts}")
    said = heard(words, voices, dict(zip(lines, starts, strict=True)))
    paper = TableRead(sound=sound.digest, milliseconds=length, heard=said)
    origin = Origin(by=STUDIO, kind=Kind.ARRANGED, sources=(read.paper.digest, *dict.fromkeys(voices.values())))
    return await desk.write(Work(Medium.TABLE_READ), paper, origin)


async def _put(desk: Desk, kind: DraftKind, shown: Take, ahead: Estimate | None = None) -> bool:
    """Open a draft of this unless this very version was approved before; return whether one was opened."""
    async with desk.studio.store.read() as reader:
        drafts = await reader.drafts(desk.episode.id)
    if any(draft.kind is kind and draft.digest == shown.digest and _passed(draft) for draft in drafts):
        return False
    await desk.again(shown, then=Opens(kind=kind, ahead=ahead))
    return True


def _passed(draft: Draft) -> bool:
    return draft.outcome is Outcome.APPROVED


async def _boarded(desk: Desk, synopsis: Synopsis) -> Screenplay | None:
    """Return the words on the board that people have approved."""
    board = await boarding.before(desk)
    if board is None:
        return None
    return screenplay(documents.load(Script, await desk.studio.vault.read(board.script)), synopsis)
