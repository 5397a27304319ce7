"""CPU seconds of panels and clips, memory, how often staging breaks a rule, and a contact sheet to look at.

    python bench/previz.py [OUT]     with OUT, leaves OUT/panels.jpg (thirty shots), OUT/cast.jpg (sheets) and clips

Prints, at 1080x1920 after warm-up: mean, 95th percentile and greatest CPU seconds of a panel and the peak of memory;
CPU seconds and wall time of the first panel of a new process; CPU seconds of a second of finished clip, painting and
encoding included; and the share of random shots that break no rule of staging, before and after re-blocking.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory

import cv2
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.shots import SHOTS, rates
from generation.backends import Workshop, load
from generation.image.previz.painting import paint, picture
from generation.image.previz.sheet import sheet
from generation.requests.motion import ClipRequest
from generation.requests.pictures import SheetRequest

ROOT = Path(__file__).resolve().parent.parent
TILE = (270, 480)
ACROSS = 10
SECONDS = 3
CLIPS = (4, 13, 17)
"""Numbers of shots that are put in motion: a quarrel in the rain, a fight, a quiet scene inside."""
AIM = "aim: mean 0.5, p95 1.0 CPU s, 600 MB, cold start 3 s"
IMPORTS = "from generation.image.previz.painting import paint, picture; from bench.shots import SHOTS"
DRAW = "; picture(paint(SHOTS[2]))"


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


@contextmanager
def timed(costs: list[float]) -> Iterator[None]:
    """Add the CPU seconds of what runs inside."""
    start = cpu()
    yield
    costs.append(cpu() - start)


def panels(out: Path) -> None:
    """Time every shot once it has been drawn before, and lay the pictures on one sheet."""
    for shot in SHOTS:
        picture(paint(replace(shot, width=270, height=480)))
    costs: list[float] = []
    tiles = []
    for shot in SHOTS:
        with timed(costs):
            drawn = picture(paint(shot))
        tiles.append(cv2.resize(drawn, TILE, interpolation=cv2.INTER_AREA))
    rows = [np.hstack(tiles[start : start + ACROSS]) for start in range(0, len(tiles), ACROSS)]
    cv2.imwrite(str(out / "panels.jpg"), cv2.cvtColor(np.vstack(rows), cv2.COLOR_RGB2BGR))
    dearest = SHOTS[int(np.argmax(costs))]
    figures = f"mean {np.mean(costs):.2f}, p95 {np.quantile(costs, 0.95):.2f}, most {max(costs):.2f} CPU s"
    print(f"panel 1080x1920: {figures} ({dearest.place} {dearest.framing}); {AIM}")
    print(f"peak memory: {getrusage(RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def cold() -> None:
    """Time the first panel of a new process, imports included; their bytecode is there, as after an installation."""
    costs: list[float] = []
    with TemporaryDirectory() as bytecode:
        kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment = {**kept, "PYTHONPYCACHEPREFIX": bytecode}
        for program in (IMPORTS, IMPORTS + DRAW):
            start = time.perf_counter()
            with timed(costs):
                subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, check=True, timeout=120)
    print(f"cold start: {costs[-1]:.2f} CPU s, {time.perf_counter() - start:.2f} s on the wall")


def cast(out: Path) -> None:
    """Time the sheet of everybody who plays, and lay them side by side."""
    looks = list({actor.look.id: actor.look for shot in SHOTS for actor in shot.actors}.values())
    costs: list[float] = []
    pages = []
    for look in looks:
        with timed(costs):
            page, _ = sheet(SheetRequest(look=look))
        pages.append(cv2.resize(page, (432, 540), interpolation=cv2.INTER_AREA))
    rows = [np.hstack(pages[start : start + 4]) for start in range(0, len(pages), 4)]
    cv2.imwrite(str(out / "cast.jpg"), cv2.cvtColor(np.vstack(rows), cv2.COLOR_RGB2BGR))
    print(f"character sheet 1080x1350: mean {np.mean(costs):.2f} CPU s")


def clips(out: Path) -> None:
    """Time clips at both sizes, with figures drawn anew and with the panel's layers."""
    animatic = load("animatic", Workshop(locker=None, cache=out))  # type: ignore[arg-type]  # it fetches nothing
    for width, height, effort in ((540, 960, "full"), (540, 960, "light"), (1080, 1920, "full")):
        costs: list[float] = []
        sizes = []
        for number in CLIPS:
            request = ClipRequest(
                panel="", drawing=SHOTS[number - 1], move="push-in", effort=effort, frames=30 * SECONDS, width=width,
                height=height, seed=number,
            )  # fmt: skip
            with timed(costs):
                made = animatic.make(request, Desk(out))
            sizes.append(made.path.stat().st_size / 1e6 / SECONDS)
        spent = np.mean(costs) / SECONDS
        print(f"clip {width}x{height} {effort}: {spent:.2f} CPU s and {np.mean(sizes):.2f} MB a second")


def staging() -> None:
    """Print how often random shots break no rule."""
    first, mended = rates(300)
    print(f"staging: of 300 random shots {first:.1%} break no rule as first blocked, {mended:.1%} after re-blocking")


def main(out: Path) -> None:
    """Measure everything; what was drawn lies in `out`."""
    out.mkdir(parents=True, exist_ok=True)
    cv2.setNumThreads(1)
    panels(out)
    cold()
    cast(out)
    staging()
    clips(out)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with TemporaryDirectory() as folder:
            main(Path(folder))
