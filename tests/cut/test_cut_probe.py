"""What a file is, before it is used."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from generation.cut.probe import Kind, Limits, probe
from generation.errors import InvalidRequest
from tests.cut.conftest import Shelf

pytestmark = pytest.mark.slow


@pytest.fixture
def clip(shelf: Shelf) -> Path:
    return shelf.files[shelf.clip("clip.mp4", "testsrc2=s=320x240:r=30", "-t", "1", "-movflags", "+faststart")]


@pytest.fixture
def sound(shelf: Shelf) -> Path:
    return shelf.files[shelf.sound("sound.wav", np.zeros(24_000), 24_000)]


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    Image.new("RGB", (90, 160), "teal").save(tmp_path / "picture.png")
    return tmp_path / "picture.png"


def test_a_clip_says_its_size_rate_and_frames(clip: Path) -> None:
    found = probe(clip, Kind.CLIP)
    assert (found.codec, found.width, found.height, found.rate) == ("h264", 320, 240, Fraction(30))
    assert (found.frames, found.seconds, found.rotation, found.is_hdr) == (30, 1.0, 0, False)


def test_a_clip_is_even_where_every_frame_stands_in_its_place(shelf: Shelf, clip: Path) -> None:
    assert probe(clip, Kind.CLIP).is_even
    uneven = shelf.clip("uneven.mp4", "testsrc2=s=320x240:r=30,select='mod(n,3)'", "-t", "1", "-fps_mode", "vfr")
    assert not probe(shelf.files[uneven], Kind.CLIP).is_even
    late = shelf.clip("late.mp4", "testsrc2=s=320x240:r=30", "-t", "1", "-vf", "setpts=PTS+3/30/TB")
    assert not probe(shelf.files[late], Kind.CLIP).is_even


def test_the_clock_of_webm_is_even_enough(shelf: Shelf) -> None:
    options = ["-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8"]
    webm = shelf.clip("even.webm", "testsrc2=s=320x240:r=30", "-t", "1", *options)
    assert probe(shelf.files[webm], Kind.CLIP).is_even


def test_a_sound_is_counted_by_its_samples(sound: Path) -> None:
    found = probe(sound, Kind.SOUND)
    assert (found.samples, found.sample_rate, found.channels, found.seconds) == (24_000, 24_000, 1, 1.0)


def test_a_picture_says_its_size(picture: Path) -> None:
    found = probe(picture, Kind.PICTURE)
    assert (found.codec, found.width, found.height) == ("png", 90, 160)


def test_a_phone_clip_is_measured_as_it_is_shown(shelf: Shelf, clip: Path) -> None:
    turned = shelf.folder / "phone.mp4"
    shelf.program.write(["-display_rotation", "90", "-i", str(clip), "-c", "copy"], turned, tell=lambda _: None)
    found = probe(turned, Kind.CLIP)
    assert (found.width, found.height) == (240, 320)
    assert found.rotation % 180 == 90


def test_hdr_is_seen(shelf: Shelf) -> None:
    colours = "log-level=error:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc"
    options = ["-t", "0.2", "-pix_fmt", "yuv420p10le", "-c:v", "libx265", "-preset", "ultrafast"]
    name = shelf.clip("pq.mp4", "testsrc2=s=320x240:r=30", *options, "-x265-params", colours)
    assert probe(shelf.files[name], Kind.CLIP).is_hdr


@pytest.mark.parametrize(
    ("fixture", "promised"),
    [
        ("clip", Kind.PICTURE),
        ("clip", Kind.SOUND),
        ("sound", Kind.CLIP),
        ("sound", Kind.PICTURE),
        ("picture", Kind.CLIP),
        ("picture", Kind.SOUND),
    ],
)
def test_what_is_not_as_promised_is_refused(request: pytest.FixtureRequest, fixture: str, promised: Kind) -> None:
    path: Path = request.getfixturevalue(fixture)
    with pytest.raises(InvalidRequest, match=path.name):
        probe(path, promised)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_clip_that_was_cut_off_is_refused(clip: Path, share: float) -> None:
    data = clip.read_bytes()
    clip.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(InvalidRequest, match=r"clip\.mp4"):
        probe(clip, Kind.CLIP)


@pytest.mark.parametrize("content", [b"", b"not media", b"#EXTM3U\n#EXTINF:1,\nsecret.ts\n", bytes(5000)])
@pytest.mark.parametrize("kind", Kind)
def test_rubbish_is_refused(tmp_path: Path, content: bytes, kind: Kind) -> None:
    path = tmp_path / "rubbish.mp4"
    path.write_bytes(content)
    with pytest.raises(InvalidRequest, match=r"rubbish\.mp4"):
        probe(path, kind)


def test_a_playlist_does_not_lead_to_other_files(clip: Path) -> None:
    playlist = clip.parent / "list.mp4"
    playlist.write_text(f"ffconcat version 1.0\nfile {clip.name}\n")
    with pytest.raises(InvalidRequest):
        probe(playlist, Kind.CLIP)


@pytest.mark.parametrize("limits", [Limits(size=1000), Limits(side=200), Limits(seconds=0)])
def test_limits_hold(clip: Path, limits: Limits) -> None:
    with pytest.raises(InvalidRequest):
        probe(clip, Kind.CLIP, limits)


def test_a_long_sound_is_refused_before_it_is_read_whole(sound: Path) -> None:
    with pytest.raises(InvalidRequest, match="longer"):
        probe(sound, Kind.SOUND, Limits(seconds=0))
