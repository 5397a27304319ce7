"""What is asked of the cutting room and the press."""

from dataclasses import dataclass, field
from typing import ClassVar

from generation.cut.timeline import Timeline
from generation.paper.certificate import CertificatePage
from generation.paper.leaves import Leaves
from generation.paper.page import Page
from generation.paper.sheet import Sheet
from generation.requests.identity import Digest


@dataclass(frozen=True, kw_only=True, slots=True)
class CutRequest:
    """Ask for the assembled episode: `quality` is `preview` (540x960) or `final` (1080x1920)."""

    operation: ClassVar[str] = "cut"

    timeline: Timeline
    quality: str = "final"
    tags: tuple[tuple[str, str], ...] = field(default=())

    @property
    def sources(self) -> tuple[Digest, ...]:
        """Every clip, voice and cue the timeline places, each once, in order of appearance."""
        return self.timeline.sources


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperRequest:
    """Ask for a paper as PDF.

    `kind` is `storyboard` (with the drawings) or `shot-list` (words alone) of a `Sheet`, `authorship` of a `Page`,
    `certificate` of a `CertificatePage`, or `manuscript` of `Leaves`.
    """

    operation: ClassVar[str] = "paper"

    kind: str
    sheet: Sheet | Page | CertificatePage | Leaves

    @property
    def sources(self) -> tuple[Digest, ...]:
        """The drawings that are printed, each once."""
        shown = self.sheet.rows if self.kind == "storyboard" and isinstance(self.sheet, Sheet) else ()
        return tuple(dict.fromkeys(row.picture for row in shown))
