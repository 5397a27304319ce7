"""A job as a back-end sees it, without a studio around it: its files, what it told, and when it is called off."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generation.errors import Cancelled


@dataclass
class Bench:
    """`sources` are files by digest. Work is called off when it tells of more than `stop_after`; 2 is never."""

    folder: Path
    sources: Mapping[str, Path] = field(default_factory=dict)
    stop_after: float = 2.0
    told: list[float] = field(default_factory=list)

    def source(self, digest: str) -> Path:
        return self.sources[digest]

    def report(self, fraction: float) -> None:
        self.told.append(fraction)
        if fraction > self.stop_after:
            raise Cancelled("called off")
