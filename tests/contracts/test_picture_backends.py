"""What the embedded artists hand over: a panel, a clip of exact length, nothing half-made."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from generation.backends import Workshop, load
from generation.errors import Cancelled, InvalidRequest
from generation.requests.motion import ClipRequest
from generation.requests.pictures import Actor, Look, PanelRequest, SheetRequest
from tests.fakes.bench import Bench

PANEL = PanelRequest(
    description="A gate in the rain.",
    place="temple",
    hour="night",
    weather="rain",
    mood="ominous",
    framing="full",
    angle="low",
    actors=(Actor(look=Look(id="mei", outfit="hanfu")),),
    seed=4,
    width=108,
    height=192,
)
CLIP = ClipRequest(panel="0" * 64, drawing=PANEL, move="push-in", frames=7, width=108, height=192, seed=4)


class NoLocker:
    def path(self, name: str) -> Path:
        raise AssertionError(name)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(locker=NoLocker(), cache=tmp_path / "cache", cores=2)


def test_a_panel_is_a_picture_of_the_size_asked_for_with_the_same_bytes_each_time(
    workshop: Workshop, tmp_path: Path
) -> None:
    previz = load("previz", workshop)
    digests = set()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        made = previz.make(PANEL, Bench(tmp_path / name))
        digests.add(sha256(made.path.read_bytes()).hexdigest())
        assert made.media_type == "image/png"
        assert cv2.imread(str(made.path)).shape == (192, 108, 3)
        assert made.facts == {"width": 108, "height": 192, "layered": True}
    assert len(digests) == 1
    assert previz.workers == 2


def test_a_character_sheet_is_a_picture_too(workshop: Workshop, tmp_path: Path) -> None:
    request = SheetRequest(look=Look(id="mei", hair="pigtails"), width=160, height=200)
    made = load("previz", workshop).make(request, Bench(tmp_path))
    assert cv2.imread(str(made.path)).shape == (200, 160, 3)
    assert made.facts == {"width": 160, "height": 200, "layered": False}
    assert any(("asked", "pigtails") in note.facts for note in made.notes)


def test_a_panel_without_size_is_refused(workshop: Workshop, tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest, match="sides are"):
        load("previz", workshop).make(replace(PANEL, width=0), Bench(tmp_path))


@pytest.mark.parametrize(
    ("change", "words"),
    [({"width": 107}, "even"), ({"frames": 0}, "frames"), ({"rate": 0}, "rate"), ({"frames": 10**6}, "frames")],
)
def test_a_clip_that_cannot_be_made_is_refused(
    workshop: Workshop, tmp_path: Path, change: dict[str, int], words: str
) -> None:
    with pytest.raises(InvalidRequest, match=words):
        load("animatic", workshop).make(replace(CLIP, **change), Bench(tmp_path))
    assert list(tmp_path.iterdir()) == []


def probe(path: Path) -> tuple[int, int, int, int]:
    with av.open(path) as container:
        stream = container.streams.video[0]
        count = sum(1 for _ in container.decode(stream))
        assert not container.streams.audio
        return count, stream.width, stream.height, stream.codec_context.color_primaries


@pytest.mark.slow
def test_a_clip_has_exactly_its_frames_and_the_same_bytes_each_time(workshop: Workshop, tmp_path: Path) -> None:
    animatic = load("animatic", workshop)
    digests = set()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        bench = Bench(tmp_path / name)
        made = animatic.make(CLIP, bench)
        digests.add(sha256(made.path.read_bytes()).hexdigest())
        assert probe(made.path) == (7, 108, 192, 1)
        assert made.facts == {"frames": 7, "rate": 30, "width": 108, "height": 192}
        assert len(bench.told) >= CLIP.frames
    assert len(digests) == 1


@pytest.mark.slow
def test_a_clip_that_is_called_off_leaves_nothing(workshop: Workshop, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        load("animatic", workshop).make(CLIP, Bench(tmp_path, stop_after=0.5))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("shape", [(400, 400), (90, 300), (1000, 333)])
def test_a_flat_picture_covers_the_frame_undistorted(
    workshop: Workshop, tmp_path: Path, shape: tuple[int, int]
) -> None:
    picture = np.full((*shape, 3), 255, np.uint8)
    cv2.circle(picture, (shape[1] // 2, shape[0] // 2), min(shape) // 4, (0, 0, 0), -1)
    panel = tmp_path / "panel.png"
    cv2.imwrite(str(panel), picture)
    out = tmp_path / "out"
    out.mkdir()
    request = replace(CLIP, drawing=None, move="static")
    made = load("animatic", workshop).make(request, Bench(out, sources={request.panel: panel}))
    with av.open(made.path) as container:
        frame = next(container.decode(video=0)).to_ndarray(format="gray")
    assert frame[0].min() > 200
    dark = frame < 128
    across, down = dark.any(axis=0).sum(), dark.any(axis=1).sum()
    if across < 108:
        assert abs(int(across) - int(down)) <= 3


@pytest.mark.slow
def test_a_file_that_is_no_picture_is_refused(workshop: Workshop, tmp_path: Path) -> None:
    panel = tmp_path / "panel.png"
    panel.write_bytes(b"not a picture")
    out = tmp_path / "out"
    out.mkdir()
    request = replace(CLIP, drawing=None)
    with pytest.raises(InvalidRequest, match="not a picture"):
        load("animatic", workshop).make(request, Bench(out, sources={request.panel: panel}))
    assert list(out.iterdir()) == []
