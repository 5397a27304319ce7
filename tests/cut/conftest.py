"""Small media made on the spot, and a cutter that cuts them small."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest
import soundfile

from generation.backends import Workshop
from generation.cut.backend import Cutter
from generation.cut.ffmpeg import Ffmpeg
from generation.cut.fonts import Face, Fonts
from generation.cut.quality import Quality
from generation.cut.timeline import Body, Caption, Credit, CreditsCard, Placed, Timeline, TitleCard
from generation.weights.locker import Locker
from tests.weights import LOCKER

QUALITIES = {"small": Quality(width=180, height=320, preset="superfast", crf=20, scaling="bilinear")}
RATE = 48_000


@dataclass
class Job:
    """A job without an engine: `off` calls it off after so many reports."""

    folder: Path
    files: Mapping[str, Path]
    tell: Callable[[float], None] = lambda _: None
    seen: list[float] = field(default_factory=list)

    def source(self, digest: str) -> Path:
        return self.files[digest]

    def report(self, fraction: float) -> None:
        self.seen.append(fraction)
        self.tell(fraction)


@dataclass
class Shelf:
    """Media by digest, made with ffmpeg or numpy."""

    folder: Path
    program: Ffmpeg
    files: dict[str, Path] = field(default_factory=dict)

    def add(self, path: Path) -> str:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        self.files[digest] = path
        return digest

    def clip(self, name: str, *arguments: str) -> str:
        """Make a clip; the first argument is a source of lavfi."""
        path = self.folder / name
        self.program.write(["-f", "lavfi", "-i", *arguments], path, tell=lambda _: None)
        return self.add(path)

    def plain(self, colour: str, frames: int = 30, size: str = "90x160") -> str:
        """Make a clip of one colour, as our own back-ends encode theirs."""
        colours = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"]
        source = f"color=c={colour}:s={size}:r=30,format=rgb24,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"
        return self.clip(f"{colour}{frames}.mp4", source, "-frames:v", str(frames), "-crf", "8", *colours)

    def sound(self, name: str, samples: np.ndarray, rate: int = RATE) -> str:
        path = self.folder / name
        soundfile.write(path, samples, rate)
        return self.add(path)


@pytest.fixture(scope="session")
def program() -> Ffmpeg:
    return Ffmpeg(imageio_ffmpeg.get_ffmpeg_exe())


@pytest.fixture(scope="session")
def locker() -> Locker:
    return LOCKER


@pytest.fixture(scope="session")
def fonts(locker: Locker) -> Fonts:
    return Fonts({face: locker.path(face) for face in Face})


@pytest.fixture
def shelf(tmp_path: Path, program: Ffmpeg) -> Shelf:
    folder = tmp_path / "media"
    folder.mkdir()
    return Shelf(folder, program)


@pytest.fixture
def cutter(tmp_path: Path, locker: Locker) -> Cutter:
    return Cutter(Workshop(locker=locker, cache=tmp_path / "cache", cores=2), QUALITIES)


@pytest.fixture
def job(tmp_path: Path, shelf: Shelf) -> Callable[..., Job]:
    def new(tell: Callable[[float], None] = lambda _: None) -> Job:
        folder = tmp_path / f"job{len(list(tmp_path.glob('job*')))}"
        folder.mkdir()
        return Job(folder, shelf.files, tell)

    return new


@pytest.fixture
def episode(shelf: Shelf) -> Timeline:
    """A title, three shots of one colour each, a dissolve, a voice, music, captions and credits: 4.6 seconds."""
    moments = np.arange(RATE) / RATE
    voice = shelf.sound("voice.wav", 0.2 * np.sin(2 * np.pi * 220 * moments) * (np.sin(2 * np.pi * 4 * moments) > 0))
    music = shelf.sound("music.wav", 0.2 * np.sin(2 * np.pi * 330 * np.arange(8 * RATE) / RATE))
    return Timeline(
        language="fr",
        label="AI生成 · AI GENERATED",
        label_frames=30,
        parts=(
            TitleCard(series="Le renard", title="La lettre", number="Épisode 1", frames=20),
            Body(clip=shelf.plain("red"), frames=25),
            Body(clip=shelf.plain("lime"), frames=30, dissolve=9),
            Body(clip=shelf.plain("blue"), frames=28),
            CreditsCard(heading="Fin", credits=(Credit(role="Scénario", names=("Claire",)),), frames=22),
        ),
        voices=(Placed(sound=voice, start=22),),
        music=(Placed(sound=music, start=0),),
        captions=(Caption(start=46, end=60, text="M'entends-tu ?"), Caption(start=68, end=90, text="我一直在等你。")),
    )
