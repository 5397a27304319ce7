"""Between the size a model paints in and the size that was asked for: nothing moves, and no colour shifts."""

import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw

from generation.errors import InvalidRequest, Unavailable
from generation.image import layout, mending, pictures
from generation.image.frame import Frame, framed

SIDE = st.integers(64, 2048)
SIZE = st.tuples(SIDE, SIDE)


@given(st.lists(SIZE, max_size=4), st.sampled_from([8, 16, 32]), SIZE)
def test_a_frame_is_what_the_model_can_paint_and_holds_the_target(
    sizes: list[tuple[int, int]], multiple: int, target: tuple[int, int]
) -> None:
    frame = framed(sizes, multiple, target)
    assert all(side % multiple == 0 and side > 0 for side in frame.native)
    left, upper, right, lower = frame.box
    assert 0 <= left < right <= frame.native[0]
    assert 0 <= upper < lower <= frame.native[1]


def test_the_native_size_of_the_nearest_shape_is_taken() -> None:
    sizes = ((832, 1248), (1024, 1024), (1248, 832))
    assert framed(sizes, 16, (1080, 1920)).native == (832, 1248)
    assert framed(sizes, 16, (1920, 1080)).native == (1248, 832)
    assert framed(sizes, 16, (1080, 1350)).native == (832, 1248)
    assert framed(sizes, 16, (1400, 1400)).native == (1024, 1024)


def test_a_smaller_picture_than_the_native_size_is_painted_small() -> None:
    assert framed(((832, 1248),), 16, (624, 936)).native == (624, 928)


def test_what_goes_in_comes_out_at_the_same_place() -> None:
    picture = Image.new("RGB", (540, 960), "white")
    ImageDraw.Draw(picture).rectangle((100, 700, 140, 740), fill="black")
    for native in ((416, 624), (512, 512), (624, 416), (288, 512)):
        frame = Frame(native=native, target=picture.size)
        inside = frame.into(picture)
        assert inside.size == native
        dark = np.argwhere(np.asarray(frame.out(inside).convert("L")) < 128)
        assert np.abs(dark.min(axis=0) - (700, 100)).max() <= 4
        assert np.abs(dark.max(axis=0) - (740, 140)).max() <= 4


@pytest.mark.parametrize("value", [0, 1, 119, 128, 254, 255])
def test_grey_stays_the_same_grey_through_every_size_and_mask(value: int) -> None:
    grey = Image.new("RGB", (108, 192), (value, value, value))
    frame = Frame(native=(80, 80), target=(108, 192))
    there_and_back = frame.out(frame.into(grey))
    assert set(np.unique(np.asarray(there_and_back))) == {value}
    mask = Image.new("L", (108, 192), 0)
    mask.paste(255, (20, 20, 80, 150))
    assert set(np.unique(np.asarray(mending.laid_over(grey, there_and_back, mask)))) == {value}


def test_a_file_keeps_every_pixel(tmp_path: Path) -> None:
    picture = Image.fromarray(np.random.default_rng(1).integers(0, 255, (50, 40, 3), np.uint8))
    path = pictures.written(picture, tmp_path / "a.png")
    assert np.array_equal(np.asarray(pictures.opened(path)), np.asarray(picture))
    assert path.read_bytes() == pictures.written(picture, tmp_path / "b.png").read_bytes()


def test_pictures_are_read_upright_on_white_and_in_srgb(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (20, 30), (255, 0, 0, 0))
    clear.save(tmp_path / "clear.png")
    assert np.asarray(pictures.opened(tmp_path / "clear.png")).min() == 255

    turned = Image.new("RGB", (20, 30), "red")
    exif = turned.getexif()
    exif[0x0112] = 6
    turned.save(tmp_path / "turned.jpg", exif=exif)
    assert pictures.opened(tmp_path / "turned.jpg").size == (30, 20)

    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    Image.new("RGB", (20, 30), (90, 120, 200)).save(tmp_path / "marked.png", icc_profile=lab.tobytes())
    assert np.abs(np.asarray(pictures.opened(tmp_path / "marked.png"), int) - (90, 120, 200)).max() <= 1


def test_what_is_no_picture_or_too_large_is_refused(tmp_path: Path) -> None:
    broken = io.BytesIO()
    Image.new("RGB", (200, 200), "red").save(broken, "PNG")
    (tmp_path / "half.png").write_bytes(broken.getvalue()[:60])
    Image.new("1", (9000, 9000)).save(tmp_path / "huge.png")
    Image.new("1", (20_000, 20_000)).save(tmp_path / "bomb.png")
    Image.new("RGB", (20, 20)).save(tmp_path / "program.eps")
    for name in ("half.png", "huge.png", "bomb.png", "program.eps"):
        with pytest.raises(InvalidRequest):
            pictures.opened(tmp_path / name)


def test_a_change_fades_in_inside_of_the_mask_alone() -> None:
    before, changed = Image.new("RGB", (200, 200), "black"), Image.new("RGB", (200, 200), "white")
    mask = Image.new("L", (200, 200), 0)
    mask.paste(255, (50, 50, 150, 150))
    row = np.asarray(mending.laid_over(before, changed, mask))[100, :, 0].astype(int)
    assert row[:50].max() == row[150:].max() == 0
    assert (np.diff(row[45:100]) >= 0).all()
    assert row[100] == 255
    assert 0 < row[50] < 255


def test_a_drawing_becomes_lines_of_its_own_size() -> None:
    drawing = Image.new("RGB", (64, 96), "white")
    ImageDraw.Draw(drawing).ellipse((10, 10, 50, 60), outline="black", width=2)
    for kind in ("canny", "lines"):
        lines = layout.controlling(drawing, kind)
        assert lines.size == drawing.size
        assert 0 < np.asarray(lines).mean() < 80
    assert layout.controlling(drawing, "plain") is drawing
    with pytest.raises(Unavailable, match="depth"):
        layout.controlling(drawing, "depth")
