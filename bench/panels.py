"""CPU seconds of a panel and of a second of clip, and a contact sheet to look at.

    python bench/panels.py [OUT]     with OUT, leaves OUT/panels.jpg (all places, day and night) and OUT/clip.mp4

Prints, at 1080x1920 after warm-up: mean and greatest CPU seconds of a panel over every place, and of a second of
finished clip at 540x960 and 1080x1920, painting and encoding included.
"""

import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import mean
from tempfile import TemporaryDirectory

import cv2
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generation.backends import Workshop, load
from generation.image.previz.painting import paint, picture
from generation.image.previz.vocabulary import PLACES
from generation.requests import ClipRequest, PanelRequest

WISH = PanelRequest(
    description="",
    place="palace",
    hour="day",
    weather="clear",
    mood="wonder",
    framing="wide",
    angle="eye-level",
    characters=("mei", "li"),
    looks=("young woman in a red robe, long hair", "man in a dark coat"),
    seed=7,
    scene_seed=3,
)
SECONDS = 3
TILE = (270, 480)


@dataclass(frozen=True)
class Desk:
    """A job that only writes."""

    folder: Path

    def source(self, digest: str) -> Path:
        """No clip here reads a file."""
        raise KeyError(digest)

    def report(self, fraction: float) -> None:
        """Nobody listens."""


def cpu() -> float:
    """Return CPU seconds of this process and of the programs it ran."""
    own, ran = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + ran.ru_utime + ran.ru_stime


def panels(out: Path) -> None:
    """Time every place by day and by night, and lay the pictures on one sheet."""
    picture(paint(WISH))
    rows, spent = [], []
    for hour in ("day", "night"):
        tiles = []
        for number, place in enumerate(PLACES):
            start = time.process_time()
            drawn = picture(paint(replace(WISH, place=place, hour=hour, seed=number)))
            spent.append((time.process_time() - start, f"{place} {hour}"))
            tiles.append(cv2.resize(drawn, TILE, interpolation=cv2.INTER_AREA))
        rows += [np.hstack(tiles[:10]), np.hstack(tiles[10:])]
    cv2.imwrite(str(out / "panels.jpg"), cv2.cvtColor(np.vstack(rows), cv2.COLOR_RGB2BGR))
    dearest = max(spent)
    print(f"panel 1080x1920: mean {mean(cost for cost, _ in spent):.2f} CPU s, most {dearest[0]:.2f} ({dearest[1]})")


def clips(out: Path) -> None:
    """Time a clip at both sizes."""
    animatic = load("animatic", Workshop(locker=None, cache=out))  # type: ignore[arg-type]  # it fetches nothing
    for width, height in ((540, 960), (1080, 1920)):
        for place, weather, move in (
            ("street", "rain", "push-in"),
            ("sea", "clear", "pan-left"),
            ("room", "clear", "static"),
        ):
            drawing = replace(WISH, place=place, weather=weather, hour="dusk")
            request = ClipRequest(
                panel="", drawing=drawing, move=move, frames=30 * SECONDS, width=width, height=height, seed=1
            )
            start = cpu()
            made = animatic.make(request, Desk(out))
            size = made.path.stat().st_size / 1e6 / SECONDS
            print(f"clip {width}x{height} {place}: {(cpu() - start) / SECONDS:.2f} CPU s and {size:.2f} MB a second")


def main(out: Path) -> None:
    """Time panels, then clips; what they drew lies in `out`."""
    out.mkdir(parents=True, exist_ok=True)
    cv2.setNumThreads(1)
    panels(out)
    clips(out)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with TemporaryDirectory() as folder:
            main(Path(folder))
