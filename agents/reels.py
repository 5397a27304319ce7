"""Reels: what the words about a draft can point at, and what in it they mean."""

import json
from collections.abc import Mapping

from pydantic import TypeAdapter

from agents.studio import Studio
from generation.cut.timeline import Body, Timeline
from storage import documents
from storage.domain.ids import Digest
from storage.domain.papers import TableRead
from storage.domain.remarks import Reel, pinned
from storage.domain.review import Draft, DraftKind
from storage.domain.story import Script
from storage.domain.takes import Medium, Take
from storage.domain.timecode import RATE
from storage.reader import Reader

SHOTLESS = frozenset({DraftKind.CAST, DraftKind.SYNOPSIS, DraftKind.TRANSLATION})
"""Drafts in which no shot is told from another yet."""


async def reel_of(studio: Studio, draft: Draft) -> Reel:
    """Return what a remark on a draft can point at: shots once there is a script, moments where there is a sound."""
    async with studio.store.read() as reader:
        shown = next(take for take in await reader.takes(draft.episode) if take.digest == draft.digest)
        paper = await _script(reader, shown)
    if draft.kind in SHOTLESS or paper is None:
        return Reel()
    shots = tuple(shot.id for shot in documents.load(Script, await studio.vault.read(paper)).shots)
    match draft.kind:
        case DraftKind.VOICES:
            return heard(documents.load(TableRead, await studio.vault.read(draft.digest)), shots)
        case DraftKind.CUT:
            return _cut(json.loads(await studio.vault.read(shown.key)), shots)
        case _:
            return Reel(shots=shots)


async def shot_heard(studio: Studio, draft: Draft | None, text: str) -> str:
    """Return the shot that words about a table read mean, by its number or by a moment of the sound.

    Words about anything else are read where they are met: there moments are those of the cut.
    """
    if draft is None or draft.kind is not DraftKind.VOICES:
        return ""
    return pinned(text, await reel_of(studio, draft)).shot


def heard(read: TableRead, shots: tuple[str, ...]) -> Reel:
    """Return the reel of a table read: a moment is in the shot whose line was begun last.

    A line begins with the second that is written before it. A shot in which nobody speaks is never heard: it would
    begin where the sound ends.
    """
    length = -(-read.milliseconds * RATE // 1000)
    begins: Mapping[str, int] = {each.shot: each.start // 1000 * RATE for each in reversed(read.heard)}
    return Reel(shots=shots, starts={shot: begins.get(shot, length) for shot in shots}, length=length)


def _cut(recipe: Mapping[str, Mapping[str, object]], shots: tuple[str, ...]) -> Reel:
    timeline = TypeAdapter(Timeline).validate_python(recipe["request"]["timeline"])
    starts = [start for part, start in zip(timeline.parts, timeline.starts, strict=True) if isinstance(part, Body)]
    return Reel(shots=shots, starts=dict(zip(shots, starts, strict=True)), length=timeline.frames)


async def _script(reader: Reader, shown: Take) -> Digest | None:
    """Return the script that a board, a cut or its words follow."""
    scripts = {take.digest for take in await reader.takes(shown.episode, Medium.SCRIPT)}
    acts = [act for act in await reader.history(shown.episode) if act.id == shown.contribution]
    return next((source for act in acts for source in act.sources if source in scripts), None)
