"""What is shown by itself, as screens read it: cast, words or voices of a team that asks for them, or a translation."""

from collections.abc import Mapping
from dataclasses import dataclass

from storage import documents
from storage.domain.papers import Shown
from storage.domain.review import OPTIONAL, DraftKind
from storage.domain.takes import Take
from storage.vault import Vault

BY_ITSELF = OPTIONAL | {DraftKind.TRANSLATION}
"""The kinds of draft that show one paper and nothing else."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Showing:
    """The paper of such a draft, and the frames that each shot took when its words were rehearsed first."""

    paper: Shown
    frames: Mapping[str, int]


async def showing(vault: Vault, shown: Take) -> Showing:
    """Return what such a draft shows."""
    paper = documents.read(await vault.read(shown.digest))
    if not isinstance(paper, Shown):
        raise TypeError(f"{shown.work} is {type(paper).__name__}, which is not shown by itself")
    frames = shown.facts.get("frames")
    return Showing(paper=paper, frames=frames if isinstance(frames, dict) else {})
