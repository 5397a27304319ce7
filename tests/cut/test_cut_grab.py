"""A frame of a clip as a picture: the one that was asked for, in its own colours, the same each time."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from generation.backends import Workshop
from generation.cut.grab import FrameGrabber
from generation.errors import Cancelled, InvalidRequest
from generation.requests.motion import FrameRequest
from generation.video import encoder
from tests.cut.conftest import Job, Shelf
from tests.weights import LOCKER

SIZE = (108, 192)
FRAMES = 7

New = Callable[..., Job]


def picture(seed: int) -> np.ndarray:
    """Return soft colours, as a painted frame has them."""
    spots = np.random.default_rng(seed).integers(0, 256, (6, 4, 3), dtype=np.uint8)
    return np.asarray(Image.fromarray(spots).resize(SIZE, Image.Resampling.BICUBIC))


@pytest.fixture
def grabber(tmp_path: Path) -> FrameGrabber:
    return FrameGrabber(Workshop(locker=LOCKER, cache=tmp_path / "cache"))


@pytest.fixture
def clip(shelf: Shelf) -> str:
    path = shelf.folder / "clip.mp4"
    encoder.encode((encoder.planes(picture(number)) for number in range(FRAMES)), path, SIZE, 30, {})
    return shelf.add(path)


@pytest.mark.parametrize("frame", [0, 3, FRAMES - 1])
def test_it_is_the_frame_that_was_asked_for_and_its_colours_do_not_drift(
    grabber: FrameGrabber, clip: str, job: New, frame: int
) -> None:
    made = grabber.make(FrameRequest(clip=clip, frame=frame), job())
    with Image.open(made.path) as opened:
        assert (opened.format, opened.mode, opened.size) == ("PNG", "RGB", SIZE)
        seen = np.asarray(opened).astype(float)
    assert made.media_type == "image/png"
    assert made.facts == {"width": SIZE[0], "height": SIZE[1]}
    away = seen - picture(frame)
    assert np.abs(away).mean() < 4  # what the codec takes
    assert np.abs(away.mean(axis=(0, 1))).max() < 0.5  # another matrix or range is off by one and more


def test_the_same_request_gives_the_same_bytes(grabber: FrameGrabber, clip: str, job: New) -> None:
    request = FrameRequest(clip=clip, frame=2)
    one, other = (grabber.make(request, job()).path.read_bytes() for _ in range(2))
    assert one == other


@pytest.mark.parametrize("frame", [-1, FRAMES])
def test_a_frame_that_is_not_there_is_refused(grabber: FrameGrabber, clip: str, job: New, frame: int) -> None:
    with pytest.raises(InvalidRequest, match="7 frames"):
        grabber.make(FrameRequest(clip=clip, frame=frame), job())


def test_what_is_no_clip_is_refused(grabber: FrameGrabber, shelf: Shelf, job: New) -> None:
    path = shelf.folder / "words.mp4"
    path.write_text("no film")
    with pytest.raises(InvalidRequest, match=r"words\.mp4"):
        grabber.make(FrameRequest(clip=shelf.add(path), frame=0), job())


def test_called_off_it_leaves_nothing_behind(grabber: FrameGrabber, clip: str, job: New) -> None:
    def stop(_: float) -> None:
        raise Cancelled("nobody wants it")

    asked = job(stop)
    with pytest.raises(Cancelled):
        grabber.make(FrameRequest(clip=clip, frame=0), asked)
    assert list(asked.folder.iterdir()) == []
