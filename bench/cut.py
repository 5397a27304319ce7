"""How much the cut of an episode costs, against MoviePy 2.2 on the same timeline, and a re-cut against the cut.

    python bench/cut.py [--runs 2] [--quality final|preview] [--folder out/bench-cut]

The episode lasts 29 s: a title, eight clips (six of 1080x1920 at 30 fps encoded as our own back-end does, two of
480x832 at 16 fps as video models make them), two dissolves, six lines with captions and voices, music, credits. Both
programs use the same ffmpeg and the same settings of x264, and run in turn, each in a fresh process. CPU seconds are
user and system of the whole process tree, start of Python included; memory is the most that its processes hold at once.
The re-cuts follow in the same process as the cut, as they do in the bot.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import threading
import time
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

import numpy as np
import soundfile

from bot.settings import Settings
from generation.backends import Workshop
from generation.cut.backend import Cutter
from generation.cut.ffmpeg import Ffmpeg, find
from generation.cut.fonts import Face, Fonts, Weight
from generation.cut.quality import ANALYSIS, QUALITIES
from generation.cut.timeline import Body, Caption, Credit, CreditsCard, Placed, Timeline, TitleCard
from generation.requests.printing import CutRequest
from generation.video import encoder
from generation.weights.locker import Locker

MOVIEPY = "moviepy==2.2.1"
LINES = (
    "Elle n'est jamais revenue de la gare.",
    "Pourquoi m'as-tu menti, Camille ?",
    "我一直在等你，可是你从来没有回来过。",
    "Il reste une lettre dans le tiroir.",
    "N'ouvre pas cette porte, je t'en supplie.",
    "Alors nous partons ce soir, ensemble.",
)
CHANGED = "Alors nous partons demain, sans toi."
RATE = 48_000
CLIPS = ("own0", "own1", "model2", "own3", "own4", "model5", "own6", "own7")
MADE = {
    "own": (1080, 1920, 30, 108, encoder.QUALITY),
    "model": (480, 832, 16, 58, ("-c:v", "libx264", "-preset", "veryfast", "-crf", "16")),
}
"""Width, height, rate, frames and encoding of each kind of clip."""


@dataclass(frozen=True)
class Cost:
    """What a process tree used: CPU seconds, seconds on the wall, MiB at once."""

    cpu: float
    wall: float
    memory: float

    def __str__(self) -> str:
        """Write one line."""
        return f"{self.cpu:7.1f} CPU s {self.wall:7.1f} s {self.memory:7.0f} MiB"


@dataclass(frozen=True)
class Job:
    """A job whose media lie in one folder, each named by itself instead of by its digest."""

    folder: Path
    media: Path

    def source(self, digest: str) -> Path:
        """Return a source's file."""
        return self.media / digest

    def report(self, fraction: float) -> None:
        """Tell nobody."""


def paint(rng: np.random.Generator) -> np.ndarray:
    """Return a busy picture in RGB: soft light, hard shapes, fine lines."""
    rows, columns = np.mgrid[0:1920, 0:1080].astype(np.float32)
    picture = np.zeros((1920, 1080, 3), np.float32)
    for channel in range(3):
        a, b, c = rng.uniform(0.2, 1.2, 3)
        picture[..., channel] = 110 + 60 * np.sin(rows / 500 * a + columns / 700 * b + 3 * c)
    for _ in range(70):
        top, left = rng.integers(0, 1700), rng.integers(0, 900)
        height, width = rng.integers(40, 320, 2)
        picture[top : top + height, left : left + width] *= rng.uniform(0.4, 1.4, 3)
    for _ in range(300):
        top, left = rng.integers(0, 1850), rng.integers(0, 1000)
        picture[top : top + 60, left : left + 2] *= 0.35
    return np.clip(picture + rng.normal(0, 2, picture.shape), 0, 255).astype(np.uint8)


def make_media(folder: Path, program: Ffmpeg) -> None:
    """Make clips, voices and music where they are missing."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(7)
    zoom = "1+.1*on/107"
    for name in CLIPS:
        width, height, rate, frames, encoding = MADE[name[:-1]]
        picture, target = folder / "still.rgb", folder / f"{name}.mp4"
        paint(rng).tofile(picture)
        if target.exists():
            continue
        move = (
            "perspective=x0='W/2-W/2/(Z)':y0='H/2-H/2/(Z)':x1='W/2+W/2/(Z)':y1='H/2-H/2/(Z)':x2='W/2-W/2/(Z)'"
            ":y2='H/2+H/2/(Z)':x3='W/2+W/2/(Z)':y3='H/2+H/2/(Z)':sense=source:eval=frame"
        ).replace("(Z)", f"({zoom})")
        chain = (
            f"scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,loop={frames}:1:0,setpts=N/{rate}/TB,{move},"
            f"scale={width}:{height},setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv"
        )
        still = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", "1080x1920", "-r", str(rate), "-i", str(picture)]
        program.write(
            [*still, "-vf", chain, "-frames:v", str(frames), *encoding], target, expected=frames, tell=lambda _: None
        )
    moments = np.arange(int(2.2 * RATE)) / RATE
    for index in range(len(LINES)):
        syllables = np.clip(np.sin(2 * np.pi * (3 + index / 4) * moments) + 0.3, 0, 1)
        voice = 0.2 * syllables * np.sign(np.sin(2 * np.pi * (110 + 15 * index) * moments)) ** 3
        soundfile.write(folder / f"voice{index}.wav", np.convolve(voice, np.hanning(24) / 12, "same"), RATE)
    moments = np.arange(30 * RATE) / RATE
    chord = sum(np.sin(2 * np.pi * pitch * moments) for pitch in (220, 277, 330)) / 10
    soundfile.write(folder / "music.wav", np.stack([chord, chord], 1), RATE)


def episode(last: str = LINES[-1]) -> Timeline:
    """Return the timeline; the sources are file names."""
    dissolves = {3: 15, 6: 15}
    bodies = [Body(clip=f"{name}.mp4", frames=96, dissolve=dissolves.get(at, 0)) for at, name in enumerate(CLIPS)]
    title = TitleCard(series="Le renard boulanger", title="La lettre dans le tiroir", number="Épisode 3", frames=54)
    roll = tuple(Credit(role=role, names=("Claire Fontaine",)) for role in ("Idée", "Scénario", "Voix", "Montage"))
    end = CreditsCard(heading="À suivre", credits=roll, frames=75, note="Kokoro-82M · Apache-2.0")
    starts = [60, 156, 252, 345, 429, 702]
    lines = (*LINES[:-1], last)
    return Timeline(
        language="fr",
        label="AI生成 · AI GENERATED",
        parts=(title, *bodies, end),
        voices=tuple(Placed(sound=f"voice{at}.wav", start=start) for at, start in enumerate(starts)),
        music=(Placed(sound="music.wav", start=0),),
        captions=tuple(
            Caption(start=start, end=start + 72, text=text) for start, text in zip(starts, lines, strict=True)
        ),
    )


def cut(folder: Path, target: Path, timeline: Timeline, quality: str) -> None:
    """Cut with our back-end into `target`."""
    shutil.rmtree(target.with_suffix(""), ignore_errors=True)
    target.with_suffix("").mkdir(parents=True)
    cutter = Cutter(Workshop(locker=LOCKER, cache=folder / "cache", cores=os.cpu_count() or 1))
    made = cutter.make(
        CutRequest(timeline=timeline, quality=quality), Job(folder=target.with_suffix(""), media=folder / "media")
    )
    made.path.replace(target)


def described(timeline: Timeline, folder: Path, quality: str) -> dict[str, object]:
    """Return the timeline as the MoviePy script reads it."""
    fonts, wanted = Fonts({face: LOCKER.path(face) for face in Face}), QUALITIES[quality]
    return {
        "width": wanted.width,
        "height": wanted.height,
        "preset": wanted.preset,
        "crf": wanted.crf,
        "analysis": ANALYSIS,
        "rate": timeline.rate,
        "label": timeline.label,
        "fonts": {face.name.lower(): str(fonts.file(face, Weight.BOLD)) for face in Face},
        "parts": [part_described(part, folder) for part in timeline.parts],
        "voices": [(str(folder / "media" / voice.sound), voice.start) for voice in timeline.voices],
        "music": str(folder / "media" / timeline.music[0].sound),
        "captions": [(caption.text, caption.start, caption.end) for caption in timeline.captions],
    }


def part_described(part: TitleCard | CreditsCard | Body, folder: Path) -> dict[str, object]:
    """Return one part of the timeline as the MoviePy script reads it."""
    match part:
        case Body():
            return {"path": str(folder / "media" / part.clip), "frames": part.frames, "dissolve": part.dissolve}
        case TitleCard():
            return {"frames": part.frames, "words": [(part.series, 42), (part.title, 124), (part.number, 44)]}
        case CreditsCard():
            roll = [(f"{credit.role}\n{credit.names[0]}", 48) for credit in part.credits]
            return {"frames": part.frames, "words": [(part.heading, 84), *roll]}


def environment(folder: Path) -> Path:
    """Return the Python of an environment that holds MoviePy, made the first time."""
    place = folder / "moviepy"
    python = place / "bin" / "python"
    if not (place / "ready").exists():
        venv.create(place, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", MOVIEPY], check=True)
        (place / "ready").touch()
    return python


def measured(command: Sequence[str], variables: dict[str, str]) -> tuple[Cost, str]:
    """Run a command; return what its process tree used, and what it wrote."""
    started = time.monotonic()
    process = subprocess.Popen(command, env=os.environ | variables, stdout=subprocess.PIPE, text=True)
    most, is_over = [0.0], threading.Event()
    watcher = threading.Thread(target=watch, args=(process.pid, most, is_over))
    watcher.start()
    said = process.stdout.read() if process.stdout else ""
    _, status, used = os.wait4(process.pid, 0)
    is_over.set()
    watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed ({process.returncode})")
    return Cost(cpu=used.ru_utime + used.ru_stime, wall=time.monotonic() - started, memory=most[0]), said


def watch(root: int, most: list[float], is_over: threading.Event) -> None:
    """Note the greatest memory of a process tree, in MiB; ten looks a second."""
    while not is_over.wait(0.1):
        parents, sizes = {}, {}
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(entry.name)], sizes[int(entry.name)] = int(fields[1]), int(fields[21])
        tree = {root}
        while grown := {child for child, parent in parents.items() if parent in tree} - tree:
            tree |= grown
        most[0] = max(most[0], sum(sizes.get(each, 0) for each in tree) * os.sysconf("SC_PAGE_SIZE") / 2**20)


def compare(folder: Path, quality: str, runs: int) -> None:
    """Run both programs in turn and print what each used."""
    program = find({})
    make_media(folder / "media", program)
    python = environment(folder)
    edit = folder / "edit.json"
    edit.write_text(json.dumps(described(episode(), folder, quality), ensure_ascii=False), "utf-8")
    reference = [str(python), str(Path(__file__).parent / "reference" / "moviepy_cut.py")]
    reference += [str(edit), str(folder / "moviepy.mp4")]
    ours = [sys.executable, __file__, "--folder", str(folder), "--quality", quality, "--ours"]
    print(f"{episode().frames / 30:.1f} s, {quality}, load {os.getloadavg()[0]:.1f}, {program.version[:24]}")
    wanted = QUALITIES[quality]
    print(f"both: {wanted.width}x{wanted.height}, x264 {wanted.preset}, crf {wanted.crf}, {ANALYSIS}; AAC")
    costs: dict[str, list[float]] = {}
    for _ in range(runs):
        cost, _ = measured(reference, {"IMAGEIO_FFMPEG_EXE": program.program})
        costs.setdefault("MoviePy", []).append(cost.cpu)
        print(f"{'MoviePy 2.2.1':24} {cost}", flush=True)
        cost, said = measured(ours, {})
        for name, cpu, wall in json.loads(said):
            costs.setdefault(name, []).append(cpu)
            print(f"{name:24} {Cost(cpu=cpu, wall=wall, memory=cost.memory)}", flush=True)
    tell({name: sum(found) / len(found) for name, found in costs.items()})
    for name in ("cut.mp4", "moviepy.mp4"):
        print(f"{name}: {(folder / name).stat().st_size / 1e6:.2f} MB")


def tell(cpu: dict[str, float]) -> None:
    """Print the ratios, and whether the aims are met."""
    moviepy, full, *again = cpu
    print(f"the cut needs {cpu[moviepy] / cpu[full]:.2f} times less CPU than MoviePy (aim: 5)")
    for name in again:
        print(f"{name}: 1/{cpu[full] / cpu[name]:.2f} of the full cut (aim: 1/6)")


def ours(folder: Path, quality: str) -> None:
    """Cut with our back-end, then again after each change; print the CPU and wall seconds of each as JSON."""
    shutil.rmtree(folder / "cache", ignore_errors=True)
    rows, before = [], 0.0
    for name, version in VERSIONS.items():
        started = time.monotonic()
        cut(folder, folder / f"{name.partition(',')[0]}.mp4", version(), quality)
        spent = sum(sum(getrusage(who)[:2]) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
        rows.append((name, spent - before, time.monotonic() - started))
        before = spent
    print(json.dumps(rows))


def changed_line() -> Timeline:
    """Return the episode with its last line and that line's voice changed."""
    timeline = episode("Alors je pars seule, et demain.")
    *voices, last = timeline.voices
    return replace(timeline, voices=(*voices, replace(last, sound="voice0.wav")))


LOCKER = Locker(Settings().weights)
VERSIONS: dict[str, Callable[[], Timeline]] = {
    "cut": episode,
    "re-cut, nothing changed": episode,
    "re-cut, a caption": lambda: episode(CHANGED),
    "re-cut, a line spoken": changed_line,
}


def main() -> None:
    """Compare, or (`--ours`) be the half that is compared."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, default=Path("out") / "bench-cut")
    parser.add_argument("--quality", choices=list(QUALITIES), default="final")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--ours", action="store_true", help="cut with our back-end alone, print JSON")
    options = parser.parse_args()
    folder = options.folder.resolve()
    if options.ours:
        ours(folder, options.quality)
    else:
        compare(folder, options.quality, options.runs)


if __name__ == "__main__":
    main()
