from dataclasses import replace

import numpy as np
import pytest

from generation.image.previz.camera import LENSES, aimed
from generation.image.previz.figure.mesh import Mesh, Part, ball, box, join, placed, tube
from generation.image.previz.ink.paint import Finish, Paint, Pattern, Where, paint
from generation.image.previz.ink.render import Inked, Lamp, identify, render

RED, GREEN = (0.8, 0.1, 0.1), (0.1, 0.8, 0.1)
WHITE = (1.0, 1.0, 1.0)
LAMP = Lamp(to_key=(-0.5, 0.6, -0.7), key=WHITE, shade=(0.4, 0.4, 0.5), to_rim=(0.6, 0.3, 0.7), rim=(0.0, 0.0, 0.0))
CAMERA = aimed(LENSES["full"], "eye-level", azimuth=0.0, size=(135, 240))
PLAIN = paint({0: (RED, Finish.MATTE), 1: (GREEN, Finish.FLAT)})


def drawn(*meshes: Mesh, coat: Paint = PLAIN) -> Inked:
    return render([[Part(placed(each, (0, 0, 0), 0), coat)] for each in meshes], [LAMP] * len(meshes), CAMERA)


def colours(inked: Inked) -> set[tuple[int, int, int]]:
    solid = inked.pixels[inked.pixels[..., 3] == 255]
    return {tuple(int(value) for value in pixel[:3]) for pixel in solid}


@pytest.mark.parametrize(
    "mesh",
    [ball((0, 0, 0), 1, 0), box((0, 0, 0), (1, 2, 3), 0), tube([(0, 0, 0), (0, 1, 0), (0, 2, 0)], 0.4, 0)],
    ids=["ball", "box", "tube"],
)
def test_bodies_are_closed_and_their_triangles_face_outwards(mesh: Mesh) -> None:
    a, b, c = (mesh.points[mesh.faces[:, corner]].astype(float) for corner in range(3))
    volume = np.einsum("ij,ij->", a, np.cross(b, c)) / 6
    outline = mesh.points.max(axis=0) - mesh.points.min(axis=0)
    assert 0.4 * np.prod(outline) < volume <= np.prod(outline) + 1e-6


def test_equal_scenes_give_equal_pixels() -> None:
    one, two = (drawn(ball((0, 1, 0), 0.4, 0)) for _ in range(2))
    assert (one.pixels == two.pixels).all()
    assert one.corner == two.corner


def test_what_is_nearer_hides_what_is_behind_whatever_the_order() -> None:
    near, far = ball((0, 1, 0.6), 0.2, 0), ball((0, 1, -0.6), 0.2, 1)
    for order in ((near, far), (far, near)):
        inked = drawn(*order).pixels
        red, green, *_ = inked[inked.shape[0] // 2, inked.shape[1] // 2]
        assert red > green


def test_a_silhouette_is_inked_and_closed() -> None:
    inked = drawn(box((0, 1, 0), (0.6, 0.6, 0.6), 1))
    ys, xs = np.nonzero(inked.pixels[..., 3] > 128)
    top, middle = inked.pixels[ys.min() : ys.min() + 3, xs.min() + 2 : xs.max() - 1, 1], inked.pixels[..., 1].max()
    assert (top.min(axis=0) < 0.85 * middle).all()


def test_the_side_away_from_the_key_is_darker() -> None:
    inked = drawn(ball((0, 1, 0), 0.5, 0))
    height, width = inked.pixels.shape[:2]
    left, right = inked.pixels[height // 2, width // 4], inked.pixels[3 * height // 4, 3 * width // 4]
    assert left[0] > 1.3 * right[0]


def test_a_thing_before_the_light_casts_its_shadow() -> None:
    wall, shield = box((0, 1, 0), (1.2, 1.2, 0.1), 0), box((-0.25, 1.3, 0.5), (0.4, 0.4, 0.02), 0)
    lit, shadowed = drawn(wall), drawn(join([wall, shield]))
    spot = (lit.pixels.shape[0] * 55 // 100, lit.pixels.shape[1] // 2)
    assert shadowed.pixels[..., 0].sum() < lit.pixels[..., 0].sum()
    assert lit.pixels[spot][0] >= shadowed.pixels[spot][0]


def test_a_pattern_changes_only_what_passes_all_its_tests() -> None:
    stripes = Pattern(0, 1, (Where(y=1.0, period=1.0, duty=0.5), Where(x=1.0)))
    inked = drawn(box((0, 1, 0), (0.8, 0.8, 0.8), 0), coat=replace(PLAIN, patterns=(stripes,)))
    green = inked.pixels[..., 1] > inked.pixels[..., 0]
    height, width = green.shape
    assert green[height // 3, 2 * width // 3]
    assert not green[2 * height // 3, 2 * width // 3]
    assert not green[height // 3, width // 3]


def test_nothing_in_view_is_an_empty_picture() -> None:
    behind = placed(ball((0, 1, 0), 0.3, 0), (0, 0, -60), 0)
    assert render([[Part(behind, PLAIN)]], [LAMP], CAMERA).pixels.size == 0
    assert render([], [], CAMERA).pixels.size == 0


def test_figures_are_found_again_by_their_numbers() -> None:
    pair = [[Part(placed(ball((x, 1, 0), 0.2, 0), (0, 0, 0), 0), PLAIN)] for x in (-0.3, 0.3)]
    whose = identify(pair, CAMERA)
    assert set(np.unique(whose)) == {-1, 0, 1}
    assert np.nonzero(whose == 0)[1].mean() < np.nonzero(whose == 1)[1].mean()
