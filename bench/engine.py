"""What our back-end adds to a pipeline, what a batch saves, how soon a cancel works, and whether memory comes back.

    python bench/engine.py [overhead] [batch] [cancel] [swaps] [plain-swaps] [--swaps 1000]

Everything runs on tiny pipelines of random weights on the processor. For the overhead each step of the transformer also
sleeps, as long as a step of a small model takes on a graphics card (50 ms).
"""

# ruff: noqa: ANN401, PLC0415, SLF001 - any pipeline; the heavy library late; the very pipeline that ours calls

import argparse
import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generation.backends import Workshop
from generation.diffusion import libraries, loading
from generation.diffusion.memory import Measures
from generation.diffusion.seeds import generator
from generation.diffusion.ways import OWN
from generation.errors import Cancelled
from generation.image import pictures
from generation.image.diffusers import DiffusersStill
from generation.requests.pictures import StillRequest
from tests.fakes import pipelines

STEPS = 30
PAUSE = 0.05
"""Seconds that a step takes beside its tiny arithmetic."""

STILL = StillRequest(prompt="A gate in the rain.", seed=1, steps=STEPS, width=64, height=96)


@dataclass
class Bench:
    """A job in a folder, which may be called off."""

    folder: Path
    stop_after: float = 2.0
    told: list[float] = field(default_factory=list)

    def source(self, digest: str) -> Path:
        """There are none."""
        raise KeyError(digest)

    def report(self, fraction: float) -> None:
        """Keep what was told."""
        self.told.append(fraction)
        if fraction > self.stop_after:
            raise Cancelled("called off")


@contextmanager
def slowed(pipeline: Any) -> Iterator[None]:
    """Let every step take its time, the same for both sides."""
    hook = pipeline.transformer.register_forward_pre_hook(lambda *_: time.sleep(PAUSE))
    try:
        yield
    finally:
        hook.remove()


def made(name: str, folder: Path) -> DiffusersStill:
    """The back-end of a tiny profile."""
    profile = pipelines.profile(name)
    return DiffusersStill(Workshop(locker=None, cache=folder, profile=profile))


def timed(call: Callable[[], object]) -> float:
    """Seconds of a call."""
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def overhead(folder: Path, rounds: int) -> float:
    """The median of the back-end's time over the pipeline's own, call beside call in one run."""
    import torch

    profile = pipelines.profile("zimage")
    place = loading.Place(measures=Measures(), kind="cpu", dtype=torch.float32)
    workshop = Workshop(locker=None, cache=folder, profile=profile)
    plain = loading.load(workshop, profile, Path(profile.folder), place)
    backend = made("zimage", folder)
    backend.make(STILL, Bench(folder))
    ours = backend._warm._pipeline(OWN)

    def directly() -> None:
        numbers = {"num_inference_steps": STEPS, "guidance_scale": 0.0, "max_sequence_length": 64}
        output = plain(prompt=STILL.prompt, width=64, height=96, generator=generator(1), **numbers)
        pictures.written(output.images[0], folder / "direct.png")

    directly()
    ratios = []
    with slowed(plain), slowed(ours):
        for n in range(rounds):
            order = [directly, lambda: backend.make(STILL, Bench(folder))]
            seconds = {call: timed(call) for call in (order if n % 2 else order[::-1])}
            ratios.append(seconds[order[1]] / seconds[order[0]])
    backend.close()
    return statistics.median(ratios)


def batch(name: str, folder: Path, rounds: int) -> float:
    """The median of four singles' time over one batch of four."""
    backend = made(name, folder)
    requests = [replace(STILL, seed=n, steps=8, prompt=f"shot {n}") for n in range(4)]
    jobs = [Bench(folder) for _ in requests]
    backend.make_all(requests, jobs)
    ratios = []
    for _ in range(rounds):
        together = timed(lambda: backend.make_all(requests, jobs))
        ratios.append(timed(lambda: [backend.make(each, Bench(folder)) for each in requests]) / together)
    backend.close()
    return statistics.median(ratios)


def latency(folder: Path) -> tuple[int, float]:
    """Steps that are begun after a cancel is asked for, and the milliseconds until the call has ended."""
    backend = made("zimage", folder)
    backend.make(STILL, Bench(folder))
    pipeline = backend._warm._pipeline(OWN)
    job, begun, asked = Bench(folder), [0], [0.0]

    def count(*_: Any) -> None:
        begun[0] += 1
        if begun[0] == 10:  # asked for in the middle of the tenth step
            job.stop_after, asked[0] = -1.0, time.perf_counter()

    hook = pipeline.transformer.register_forward_pre_hook(count)
    with slowed(pipeline):
        try:
            backend.make(STILL, job)
        except Cancelled:
            ended = time.perf_counter()
    hook.remove()
    backend.close()
    return begun[0] - 10, (ended - asked[0]) * 1000


def swaps(count: int, folder: Path) -> list[tuple[int, float]]:
    """Resident MiB while two models take each other's place, so many times, each painting one step."""
    backends = [made(name, folder) for name in ("sd15", "zimage")]
    request = replace(STILL, steps=1)

    def swap(n: int) -> None:
        backend = backends[n % 2]
        backend.make(request, Bench(folder))
        backend.close()

    return resident(count, swap)


def plain_swaps(count: int) -> list[tuple[int, float]]:
    """The same by the libraries alone: load, paint one step, let go.

    They grow by themselves, as much as with our back-end around them: 2.3 MiB in a hundred loadings of either kind
    (diffusers 0.42.1, transformers 5.23, PyTorch 2.13 on the processor; 490 to 496 MiB in 270 swaps by ours, 497 to
    503 by theirs alone). Nearly all of it is safetensors 0.8.0: whoever reads a file with it loses two small objects a
    tensor, some 600 for a loading here (`sys.getallocatedblocks`, one file read a hundred times). So it grows with the
    number of tensors that are loaded, never with their size.
    """
    import torch

    library, folders = libraries.diffusers(), [pipelines.folder(name) for name in ("sd15", "zimage")]

    def swap(n: int) -> None:
        load = library.DiffusionPipeline.from_pretrained
        with libraries.hushed():
            pipeline = load(folders[n % 2], dtype=torch.float32, local_files_only=True, use_safetensors=True)
        pipeline.set_progress_bar_config(disable=True)
        pipeline(prompt=STILL.prompt, width=64, height=96, num_inference_steps=1, generator=generator(1))

    return resident(count, swap)


def resident(count: int, swap: Callable[[int], None]) -> list[tuple[int, float]]:
    """Resident MiB at eleven moments of so many swaps."""
    process, seen = psutil.Process(os.getpid()), []
    for n in range(count + 1):
        swap(n)
        if n % max(1, count // 10) == 0:
            gc.collect()
            seen.append((n, process.memory_info().rss / 2**20))
    return seen


def main() -> None:
    """Print the figures that were asked for."""
    import torch

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("figures", nargs="*", default=list(FIGURES), choices=FIGURES)
    parser.add_argument("--swaps", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=7)
    asked = parser.parse_args()
    torch.set_num_threads(1)  # as the back-end computes, so that both sides have one
    with tempfile.TemporaryDirectory() as scratch:
        for figure in asked.figures:
            print(FIGURES[figure](Path(scratch), asked), flush=True)


def _overhead(folder: Path, asked: argparse.Namespace) -> str:
    ratio = overhead(folder, asked.rounds)
    return f"overhead: {ratio:.4f} of the pipeline's own time over {STEPS} steps of {PAUSE * 1000:.0f} ms (aim 1.03)"


def _batch(folder: Path, asked: argparse.Namespace) -> str:
    ratios = {name: batch(name, folder, asked.rounds) for name in ("sd15", "zimage")}
    told = ", ".join(f"{name} {ratio:.2f}" for name, ratio in ratios.items())
    return f"batch of four: {told} x four singles (aim 1.4)"


def _cancel(folder: Path, _: argparse.Namespace) -> str:
    late, milliseconds = latency(folder)
    return f"cancel: {late} further steps begun, over after {milliseconds:.0f} ms (aim: one step)"


def _swaps(folder: Path, asked: argparse.Namespace) -> str:
    return f"swaps: {_listed(swaps(asked.swaps, folder))}"


def _plain_swaps(_: Path, asked: argparse.Namespace) -> str:
    return f"swaps by the libraries alone: {_listed(plain_swaps(asked.swaps))}"


def _listed(seen: list[tuple[int, float]]) -> str:
    return ", ".join(f"{n}: {mib:.0f} MiB" for n, mib in seen)


FIGURES = {"overhead": _overhead, "batch": _batch, "cancel": _cancel, "swaps": _swaps, "plain-swaps": _plain_swaps}


if __name__ == "__main__":
    main()
