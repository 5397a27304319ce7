"""What pictures and clips cost on a CUDA graphics card: our back-ends beside a plain script of diffusers, in one run.

    python bench/gpu.py [NAME ...] [--out out/gpu] [--random] [--cards 24 12 8] [--times 3] [--steps N]

NAMEs are models of the catalog (`feuilleton models`); without any, a small set that fits 24 GiB. Their weights are
fetched first. With `--random` pipelines of the true size with random weights are made instead, for a machine that
reaches no model hub: they paint noise, and cost the same.

For each model: seconds a picture (a clip) by a plain script and by the back-end, at the model's own size, steps and
guidance, medians after a warm-up; the ratio; four pictures in one go against four single ones; how long a cancelled one
goes on; the peak of memory. Then for each card of `--cards` GiB, which the process holds itself to: the measures that
made the model fit, the seconds, the peak. Writes OUT/gpu.md, OUT/gpu.json and a contact sheet OUT/gpu.jpg.
"""

# ruff: noqa: ANN401 - pipelines and back-ends of any class

import argparse
import json
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import av
import torch
from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.fullsize import build
from generation.backends import Batching, Workshop, load
from generation.catalog.profile import Frames, Profile
from generation.catalog.table import read
from generation.diffusion import libraries
from generation.diffusion.device import HERE
from generation.errors import Cancelled, GenerationError
from generation.requests.motion import ClipRequest
from generation.requests.pictures import StillRequest
from generation.weights import hub
from generation.weights.locker import Locker

SMALL = ("sdxl-turbo", "z-image-turbo", "wan-2.2-5b")
RANDOM = ("sdxl", "z-image-turbo", "wan-2.2-5b")
GIB = 1 << 30
PROMPT = "A woman in a red coat under a lantern, rain, night"
MOTION = "The camera pushes in slowly; she turns her head; rain falls"
SEED = 7
TILE = 384


@dataclass
class Bench:
    """A job of this script: it follows the work, and calls it off when it is told to."""

    folder: Path
    files: Mapping[str, Path] = field(default_factory=dict)
    off: threading.Event = field(default_factory=threading.Event)
    told: list[float] = field(default_factory=list)
    ticket: str = ""

    def source(self, digest: str) -> Path:
        """Return the first frame of a clip."""
        return self.files[digest]

    def report(self, fraction: float) -> None:
        """Note how far it is, or stop it."""
        self.told.append(time.perf_counter())
        if self.off.is_set():
            raise Cancelled("called off")
        del fraction

    def say(self, words: str) -> None:
        """Nobody listens."""

    def place(self) -> None:
        """Nothing here is paid for."""

    def keep(self, ticket: str) -> None:
        """Nothing here is paid for."""


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A model to measure: its profile, where its weights are, and what is asked of it."""

    profile: Profile
    folder: Path
    request: StillRequest | ClipRequest
    files: Mapping[str, Path]

    def workshop(self) -> Workshop:
        """Return the workshop of its back-end."""
        profile = replace(self.profile, folder=str(self.folder))
        cache = self.folder.parent
        return Workshop(locker=Locker(cache), cache=cache, cores=8, catalog={profile.name: profile}, profile=profile)


def subject(profile: Profile, folder: Path, frame: Path) -> Subject:
    """Ask a model for what it is for, at its own size."""
    width, height = profile.sizes[0]
    if "clip" not in profile.operations:
        request: StillRequest | ClipRequest = StillRequest(prompt=PROMPT, seed=SEED, width=width, height=height)
        return Subject(profile=profile, folder=folder, request=request, files={})
    request = ClipRequest(
        panel="f" * 64, move="push-in", prompt=MOTION, frames=60, width=width, height=height, seed=SEED
    )
    return Subject(profile=profile, folder=folder, request=request, files={"f" * 64: frame})


def plain(what: Subject) -> Callable[[], None]:
    """Return what a plain script does: load the pipeline onto the card, call it, write the picture or the clip."""
    diffusers = libraries.diffusers()
    pipeline = diffusers.DiffusionPipeline.from_pretrained(what.folder, dtype=torch.bfloat16, use_safetensors=True)
    pipeline.to("cuda").set_progress_bar_config(disable=True)
    profile, request = what.profile, what.request
    arguments: dict[str, Any] = {"num_inference_steps": profile.steps, "guidance_scale": profile.guidance}
    arguments |= {"width": request.width, "height": request.height, "prompt": request.prompt}
    arguments |= dict(profile.settings.get("arguments", {}))
    if isinstance(request, ClipRequest):
        frames = rate(profile)
        wanted = -(-request.frames * frames.rate // request.rate)
        arguments |= {"num_frames": frames.step * -(-(wanted - 1) // frames.step) + 1, "output_type": "np"}
        with Image.open(what.files[request.panel]) as opened:
            arguments["image"] = opened.convert("RGB").resize((request.width, request.height))

    out = Path(tempfile.mkdtemp())

    def call() -> None:
        made = pipeline(**arguments, generator=torch.Generator("cpu").manual_seed(SEED))
        if isinstance(request, ClipRequest):
            diffusers.utils.export_utils.encode_video(made.frames[0], rate(profile).rate, str(out / "clip.mp4"))
        else:
            made.images[0].save(out / "still.png")

    return call


def rate(profile: Profile) -> Frames:
    """Return what a video model can make."""
    if profile.frames is None:
        raise SystemExit(f"{profile.name} does not say how many frames it can make")
    return profile.frames


def ours(what: Subject, backend: Any) -> Path:
    """Make what is asked with our back-end."""
    made: Path = backend.make(what.request, Bench(Path(tempfile.mkdtemp()), what.files)).path
    return made


def timed(call: Callable[[], object], times: int) -> float:
    """Return the median of so many calls, after one that does not count."""
    call()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        call()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def batched(what: Subject, backend: Any, count: int = 4) -> float:
    """Return the seconds that so many pictures take in one go."""
    requests = [replace(what.request, seed=SEED + number) for number in range(count)]

    def call() -> None:
        for made in backend.make_all(requests, [Bench(Path(tempfile.mkdtemp()), what.files) for _ in requests]):
            if isinstance(made, GenerationError):
                raise made

    return timed(call, 1)


def cancelled(what: Subject, backend: Any, step: float) -> float:
    """Return how long work goes on after it is called off in the middle, in steps of `step` seconds."""
    job, ended = Bench(Path(tempfile.mkdtemp()), what.files), []

    def work() -> None:
        try:
            backend.make(what.request, job)
        except Cancelled:
            ended.append(time.perf_counter())

    thread = threading.Thread(target=work)
    thread.start()
    while len(job.told) < 3:
        time.sleep(0.001)
    asked = time.perf_counter()
    job.off.set()
    thread.join()
    return (ended[0] - asked) / step if ended else float("nan")


@contextmanager
def card(gib: float | None) -> Iterator[None]:
    """Hold this process to a card of so many GiB."""
    total = torch.cuda.mem_get_info()[1]
    torch.cuda.empty_cache()
    torch.cuda.reset_peak_memory_stats()
    torch.cuda.set_per_process_memory_fraction(min(1.0, gib * GIB / total) if gib else 1.0)
    try:
        yield
    finally:
        torch.cuda.set_per_process_memory_fraction(1.0)


def peak() -> float:
    """Return the most memory that was taken on the card, in GiB."""
    return torch.cuda.max_memory_allocated() / GIB


def measure(what: Subject, times: int) -> dict[str, Any]:
    """Return the figures of a model on the whole card."""
    with card(None):
        call = plain(what)
        script = timed(call, times)
        first = peak()
        del call
        torch.cuda.empty_cache()
    with card(None):
        backend = load(what.profile.name, what.workshop())
        seconds = timed(lambda: ours(what, backend), times)
        row = {"plain s": script, "ours s": seconds, "ratio": seconds / script, "plain GiB": first, "GiB": peak()}
        row["cancel steps"] = cancelled(what, backend, seconds / max(1, what.profile.steps))
        row["picture"] = str(ours(what, backend))
        if isinstance(backend, Batching) and isinstance(what.request, StillRequest):
            row["four in one s"] = batched(what, backend)
            row["four singles / one go"] = 4 * seconds / row["four in one s"]
        backend.close()
    return row


def squeezed(what: Subject, gib: float) -> dict[str, Any]:
    """Return the figures of a model on a smaller card."""
    whole = type(HERE).free
    type(HERE).free = lambda _: max(0.0, gib - _taken())  # type: ignore[method-assign]  # the card says its own
    try:
        with card(gib):
            backend = load(what.profile.name, what.workshop())
            try:
                made = backend.make(what.request, Bench(Path(tempfile.mkdtemp()), what.files))
                started = time.perf_counter()
                made = backend.make(what.request, Bench(Path(tempfile.mkdtemp()), what.files))
                row = {"s": time.perf_counter() - started, "measures": made.facts.get("measures"), "GiB": peak()}
            except GenerationError as error:
                row = {"error": f"{type(error).__name__}: {error}"}
            backend.close()
            return row
    finally:
        type(HERE).free = whole  # type: ignore[method-assign]


def _taken() -> float:

    return torch.cuda.memory_allocated() / GIB


def thumbnail(path: Path) -> Any:
    """Return a picture, or the middle frame of a clip, small."""
    if path.suffix == ".mp4":
        with av.open(str(path)) as clip:
            frames = [frame.to_image() for frame in clip.decode(video=0)]
        picture = frames[len(frames) // 2]
    else:
        picture = Image.open(path).convert("RGB")
    picture.thumbnail((TILE, TILE))
    return picture


def sheet(paths: list[Path], out: Path) -> None:
    """Lay pictures side by side."""
    laid = Image.new("RGB", (TILE * max(1, len(paths)), TILE))
    for number, path in enumerate(paths):
        laid.paste(thumbnail(path), (TILE * number, 0))
    laid.save(out, quality=88)


def table(rows: Mapping[str, Mapping[str, Any]]) -> str:
    """Write figures as a table in Markdown."""
    names = list(dict.fromkeys(name for row in rows.values() for name in row if name != "picture"))
    lines = [" | ".join(["", "model", *names, ""]).strip(), "|" + "---|" * (len(names) + 1)]
    for model, row in rows.items():
        cells = [f"{row[name]:.3g}" if isinstance(row.get(name), float) else str(row.get(name, "")) for name in names]
        lines.append(f"| {model} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def subjects(asked: argparse.Namespace) -> Iterator[Subject]:
    """Give each model with its weights: fetched, or random."""
    asked.out.mkdir(parents=True, exist_ok=True)
    frame = asked.out / "first-frame.png"
    picture = Image.new("RGB", (704, 1280), "#203040")
    ImageDraw.Draw(picture).ellipse((200, 300, 500, 700), fill="#c04040")
    picture.save(frame)
    catalog = read()
    for name in asked.names or (RANDOM if asked.random else SMALL):
        profile = catalog[name]
        if asked.steps:
            profile = replace(profile, steps=min(profile.steps, asked.steps))
        if asked.random:
            folder = build(name, asked.weights)
        else:
            cache = asked.weights
            folder = hub.folder(Workshop(locker=Locker(cache), cache=cache, catalog=catalog), profile)
        yield subject(profile, folder, frame)


def main() -> int:
    """Measure what is asked, print the tables and leave them in the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--out", type=Path, default=Path("out/gpu"))
    parser.add_argument("--weights", type=Path, default=Path("out/gpu/weights"), help="where weights are kept")
    parser.add_argument("--random", action="store_true")
    parser.add_argument("--cards", type=float, nargs="*", default=[24.0, 12.0, 8.0])
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--steps", type=int, default=0, help="at most so many a picture or clip; 0 for the maker's")
    asked = parser.parse_args()

    if not torch.cuda.is_available():
        print("This machine has no CUDA graphics card that PyTorch can use.")
        return 1
    whole: dict[str, dict[str, Any]] = {}
    small: dict[str, dict[str, Any]] = {}
    for what in subjects(asked):
        name = what.profile.name
        whole[name] = measure(what, asked.times)
        print(name, whole[name], flush=True)
        for gib in asked.cards:
            small[f"{name} on {gib:g} GiB"] = squeezed(what, gib)
            print(name, gib, small[f"{name} on {gib:g} GiB"], flush=True)
    title = f"{torch.cuda.get_device_name()}, PyTorch {torch.__version__}" + (", random weights" * asked.random)
    told = f"# {title}\n\n{table(whole)}\n\n{table(small)}\n"
    (asked.out / "gpu.md").write_text(told, encoding="utf-8")
    (asked.out / "gpu.json").write_text(json.dumps({"card": title, "whole": whole, "cards": small}, indent=1))
    sheet([Path(row["picture"]) for row in whole.values()], asked.out / "gpu.jpg")
    print(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
