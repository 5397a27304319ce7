"""Notes: what could not be done as asked, told with the draft that it was made for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from storage.domain.contributions import Contribution
from storage.domain.ids import Digest
from storage.domain.review import Draft, DraftKind
from storage.domain.takes import PICTURES, Medium, Note, Take, shot_of


@dataclass(frozen=True, slots=True)
class Noted:
    """What could not be done as asked, and the shot it is about, if it is about one."""

    note: Note
    shot: str = ""


NOTED: Mapping[DraftKind, frozenset[Medium]] = {
    DraftKind.CAST: frozenset({Medium.SHEET, Medium.PORTRAIT}),
    DraftKind.SYNOPSIS: frozenset({Medium.SYNOPSIS, Medium.SHEET, Medium.PORTRAIT}),
    DraftKind.SCRIPT: frozenset({Medium.SCREENPLAY}),
    DraftKind.VOICES: frozenset({Medium.VOICE}),
    DraftKind.STORYBOARD: frozenset({Medium.SCRIPT, Medium.STORYBOARD, *PICTURES}),
    DraftKind.TRANSLATION: frozenset({Medium.TRANSLATION}),
    DraftKind.CUT: frozenset({Medium.VOICE, Medium.CLIP, Medium.CUE, Medium.PREVIEW}),
}
"""Whose notes are told with a draft: what was made for it. Those of an optional draft are told again with the next that
every team sees.
"""

SHOTS = frozenset({*PICTURES, Medium.CLIP})
"""What is made shot by shot."""


def noted(draft: Draft, acts: Iterable[Contribution], takes: Mapping[Digest, Take]) -> tuple[Noted, ...]:
    """Return what could not be done as asked in what a draft shows, and in what that was put together from."""
    sources = {source for act in acts if act.made == draft.digest for source in act.sources}
    parts = [take for digest, take in takes.items() if digest == draft.digest or digest in sources]
    told = [take for take in parts if take.work.medium in NOTED[draft.kind]]
    each = ((take, shot_of(take.work) if take.work.medium in SHOTS else "") for take in told)
    return tuple(dict.fromkeys(Noted(note, shot) for take, shot in each for note in take.notes))
