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


ANALYSIS = "mbtree=1:rc-lookahead=10"
"""What x264 does beside its preset: it looks ahead for what later frames refer to, and spends its bits there.

`superfast` leaves that out, and needs half as many bytes again to look as good; with it, it is better, smaller and
cheaper than `veryfast`.
"""

QUALITIES: Mapping[str, Quality] = {
    "preview": Quality(width=540, height=960, preset="superfast", crf=22, scaling="bicubic"),
    "final": Quality(width=1080, height=1920, preset="superfast", crf=19, scaling="lanczos"),
}
