"""What a team that asks for it is shown by itself, as screens read it: cast, words or voices."""

from collections.abc import Mapping
from dataclasses import dataclass

from storage import documents
from storage.domain.papers import CastList, Screenplay, Shown, TableRead
from storage.domain.takes import Take
from storage.vault import Vault


@dataclass(frozen=True, kw_only=True, slots=True)
class Showing:
    """The paper of an optional draft, and the frames that each shot took when its words were rehearsed first."""

    paper: Shown
    frames: Mapping[str, int]


async def showing(vault: Vault, shown: Take) -> Showing:
    """Return what an optional draft shows."""
    paper = documents.read(await vault.read(shown.digest))
    if not isinstance(paper, CastList | Screenplay | TableRead):
        raise TypeError(f"{shown.work} is {type(paper).__name__}, which no optional draft shows")
    frames = shown.facts.get("frames")
    return Showing(paper=paper, frames=frames if isinstance(frames, dict) else {})
