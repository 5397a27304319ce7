"""How large and how well an episode is cut."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Quality:
    """A size and an encoding; `scaling` is swscale's way for sources of another size."""

    width: int
    height: int
    preset: str
    crf: int
    scaling: str


QUALITIES: Mapping[str, Quality] = {
    "preview": Quality(width=540, height=960, preset="superfast", crf=27, scaling="bicubic"),
    "final": Quality(width=1080, height=1920, preset="veryfast", crf=20, scaling="lanczos"),
}
