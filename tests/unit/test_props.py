from dataclasses import replace

import numpy as np
import pytest

from generation.image.previz.figure.mesh import Mesh, extruded, turned
from generation.image.previz.ink.paint import Finish
from generation.image.previz.props.catalogue import FORMS, prop
from generation.image.previz.props.stuff import Stuff
from generation.image.previz.vocabulary import PROPS

ALIVE = ("dog", "cat", "fox", "bird", "horse", "robot")
LONG = {
    "staff": 1.9,
    "spear": 2.3,
    "bow": 1.4,
    "flag": 1.7,
    "flute": 0.85,
    "broom": 1.6,
    "guitar": 1.2,
    "umbrella": 1.1,
    "sword": 1.3,
}
"""Held things longer than 80 cm, and their greatest length in metres."""


def sides(of: Mesh) -> np.ndarray:
    """Return the lengths of all sides of all triangles."""
    corners = of.points[of.faces]
    return np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2)


def gap(of: Mesh, point: tuple[float, float, float]) -> float:
    """Return how far a point is from the nearest side of any triangle."""
    corners = of.points[of.faces]
    share = np.linspace(0, 1, 64)[:, None, None, None]
    along = corners * (1 - share) + np.roll(corners, 1, axis=1) * share
    return float(np.linalg.norm(along - np.array(point), axis=-1).min())


def test_every_thing_of_the_vocabulary_can_be_made() -> None:
    assert set(FORMS) == set(PROPS) - set(ALIVE)


@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_thing_is_sound(name: str) -> None:
    made = prop(name)
    mesh = made.part.mesh
    assert np.isfinite(mesh.points).all()
    assert np.isfinite(mesh.rest).all()
    assert mesh.faces.min() >= 0
    assert mesh.faces.max() < len(mesh.points)
    assert mesh.slots.max() < len(made.part.paint.colours)
    assert sides(mesh).max() <= float(np.linalg.norm(made.size)) + 1e-6
    assert len(mesh.faces) < 13_000


@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_standing_thing_rests_on_the_ground_and_a_held_one_lies_in_the_fist(name: str) -> None:
    made = prop(name)
    points = made.part.mesh.points
    if made.stands:
        low, high = points.min(axis=0), points.max(axis=0)
        assert abs(low[1]) < 0.01
        assert np.abs((low + high)[[0, 2]] / 2).max() < 0.25
        return
    assert gap(made.part.mesh, made.grip.point) < 0.12
    assert max(made.size) <= LONG.get(name, 0.8)


@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_resting_thing_lies_on_its_surface_in_the_middle(name: str) -> None:
    points = prop(name).resting().mesh.points
    low, high = points.min(axis=0), points.max(axis=0)
    assert low[1] == pytest.approx(0, abs=1e-5)
    assert ((low + high)[[0, 2]] / 2) == pytest.approx([0, 0], abs=1e-5)


@pytest.mark.parametrize("name", ["lantern", "candle", "torch", "brazier", "phone", "laptop", "flashlight", "crystal"])
def test_what_burns_or_shines_has_light_of_its_own(name: str) -> None:
    part = prop(name).part
    assert (part.paint.finishes[part.mesh.slots] == Finish.GLOW).any()


@pytest.mark.parametrize("name", sorted(name for name in FORMS if prop(name).seat is not None))
def test_a_seat_is_where_the_thing_has_something_to_sit_on(name: str) -> None:
    made = prop(name)
    assert made.seat is not None
    middle = np.abs(made.part.mesh.points[:, 1] - made.seat) < 0.06
    assert middle.any()


def test_a_colour_replaces_the_accent_and_a_seed_shades_it() -> None:
    plain, blue = prop("umbrella").part.paint, prop("umbrella", "#2040c0").part.paint
    assert not np.allclose(plain.colours[Stuff.ACCENT], blue.colours[Stuff.ACCENT])
    assert blue.colours[Stuff.ACCENT] == pytest.approx([0x20 / 255, 0x40 / 255, 0xC0 / 255])
    shaded = prop("umbrella", "", 7).part.paint.colours[Stuff.ACCENT]
    assert 0.01 < np.abs(shaded - plain.colours[Stuff.ACCENT]).max() < 0.2


def test_equal_words_make_equal_things() -> None:
    first = prop("bouquet", "", 3)
    prop.cache_clear()
    again = prop("bouquet", "", 3)
    assert first.part.mesh.points.tobytes() == again.part.mesh.points.tobytes()
    assert first.part.paint.colours.tobytes() == again.part.paint.colours.tobytes()


def outward(of: Mesh) -> float:
    """Return the volume that the triangles enclose: positive when they run anticlockwise seen from outside."""
    a, b, c = (of.points[of.faces[:, i]].astype(float) for i in range(3))
    return float((a * np.cross(b, c)).sum() / 6)


def test_a_turned_shape_may_go_down_inside_again() -> None:
    cup = turned([(0.9, 0.0), (1.0, 1.0), (0.9, 1.0), (0.8, 0.1)], 0, sides=64)
    full = np.pi / 3 * (0.81 + 0.9 + 1.0)
    hollow = np.pi * 0.9 / 3 * (0.64 + 0.72 + 0.81)
    assert outward(cup) == pytest.approx(full - hollow, rel=0.01)


def test_an_extruded_outline_may_be_hollow_and_keeps_its_volume() -> None:
    arrow = [(0.0, 0.0), (2.0, 1.0), (0.0, 2.0), (1.0, 1.0)]
    solid = extruded(arrow, 0.5, 0, edge=1)
    assert outward(solid) == pytest.approx(0.5)
    assert set(solid.slots.tolist()) == {0, 1}
    assert outward(replace(solid, faces=solid.faces[:, ::-1])) == pytest.approx(-0.5)
