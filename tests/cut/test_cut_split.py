"""Two films as one: both halves, the longer one's length, the newer one's sound, and what a phone needs to play it."""

from pathlib import Path

import av
import numpy as np
import pytest

from generation.cut.delivery import is_streamable
from generation.cut.split import GAP, HEIGHT, RATE, size, split
from generation.errors import InvalidRequest
from tests.cut.conftest import Shelf

pytestmark = pytest.mark.slow

RED, BLUE = "red", "blue"


def film(shelf: Shelf, name: str, colour: str, seconds: float, *, sound: bool = False, shape: str = "90x160") -> Path:
    tone = ("-f", "lavfi", "-i", f"sine=440:duration={seconds}", "-c:a", "aac") if sound else ()
    digest = shelf.clip(name, f"color={colour}:s={shape}:r=25:d={seconds}", *tone, "-pix_fmt", "yuv420p")
    return shelf.files[digest]


def frames(path: Path) -> list[np.ndarray]:
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="rgb24").astype(int) for frame in container.decode(video=0)]


def test_the_older_stands_on_the_left_and_the_shorter_holds_its_last_picture(shelf: Shelf, tmp_path: Path) -> None:
    before, after = film(shelf, "a.mp4", RED, 1.0), film(shelf, "b.mp4", BLUE, 0.4, sound=True)
    target = tmp_path / "split.mp4"
    split(before, after, target, shelf.program, lambda _: None)
    shown = frames(target)
    assert len(shown) == RATE
    width, height = size((90, 160), (90, 160))
    assert shown[0].shape == (height, width, 3) == (HEIGHT, 2 * 540 + GAP, 3)
    for picture in (shown[0], shown[-1]):
        left, middle, right = picture[480, 200], picture[480, 540 + GAP // 2], picture[480, -200]
        assert left[0] - left[2] > 150
        assert middle.min() > 200
        assert right[2] - right[0] > 150


def test_it_plays_at_once_on_a_phone_with_the_sound_of_the_newer(shelf: Shelf, tmp_path: Path) -> None:
    loud, silent = film(shelf, "a.mp4", RED, 0.5, sound=True), film(shelf, "b.mp4", BLUE, 0.5)
    for before, after, streams in ((silent, loud, ["h264", "aac"]), (loud, silent, ["h264"])):
        target = tmp_path / "split.mp4"
        split(before, after, target, shelf.program, lambda _: None)
        with av.open(str(target)) as container:
            assert [stream.codec_context.name for stream in container.streams] == streams
            assert container.streams.video[0].codec_context.pix_fmt == "yuv420p"
        assert is_streamable(target)


def test_films_of_two_shapes_have_the_same_height(shelf: Shelf, tmp_path: Path) -> None:
    before, after = film(shelf, "a.mp4", RED, 0.2), film(shelf, "b.mp4", BLUE, 0.2, shape="120x120")
    target = tmp_path / "split.mp4"
    split(before, after, target, shelf.program, lambda _: None)
    assert frames(target)[0].shape[:2] == size((90, 160), (120, 120))[::-1] == (HEIGHT, 540 + GAP + HEIGHT)


def test_what_is_no_film_is_refused_and_leaves_nothing(shelf: Shelf, tmp_path: Path) -> None:
    good, broken = film(shelf, "a.mp4", RED, 0.2), tmp_path / "broken.mp4"
    broken.write_bytes(b"no film")
    with pytest.raises(InvalidRequest, match="broken"):
        split(good, broken, tmp_path / "split.mp4", shelf.program, lambda _: None)
    assert not (tmp_path / "split.mp4").exists()
