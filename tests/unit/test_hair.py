import numpy as np
import pytest

from generation.image.previz.figure import headwear
from generation.image.previz.figure.hair.locks import Hair
from generation.image.previz.figure.hair.skull import Skull, hairline, skull, towards
from generation.image.previz.figure.hair.styles import STYLES, hair, tucked
from generation.image.previz.figure.hair.worn import Wearer, worn
from generation.image.previz.figure.mesh import Vectors
from generation.image.previz.vocabulary import HAIR

NODDING = np.array([[1.0, 0.0, 0.0], [0.0, 0.8, -0.6], [0.0, 0.6, 0.8]])


def egg() -> Vectors:
    """Points of a head as an egg around the middle of the skull, in head units."""
    az, el = np.meshgrid(np.arange(-180, 180, 6.0), np.arange(-84, 90, 6.0))
    return towards(az, el).reshape(-1, 3) * (0.08, 0.105, 0.095) + (0.0, 0.01, -0.075)


@pytest.fixture(scope="module")
def head() -> Skull:
    return skull(egg())


def wearer(turn: Vectors) -> Wearer:
    return Wearer(
        eyes=np.array([0.0, 1.55, 0.08]),
        turn=turn,
        unit=0.95,
        bearing=np.eye(3),
        chest=np.array([0.0, 1.3, 0.0]),
        trunk=np.eye(3),
        breadth=0.33,
    )


def grown_on(head: Skull, style: str, seed: int = 5) -> Hair:
    found = hair(head, style, seed)
    assert found is not None
    return found


def test_every_word_for_hair_is_a_style() -> None:
    assert set(STYLES) == set(HAIR)


@pytest.mark.parametrize("style", [style for style in HAIR if style != "bald"])
def test_a_style_grows_and_leaves_the_face_free(head: Skull, style: str) -> None:
    found = grown_on(head, style)
    points = found.mesh.points
    assert np.isfinite(points).all()
    face = (np.abs(points[:, 0]) < 0.03) & (points[:, 1] < 0.015) & (points[:, 1] > -0.10) & (points[:, 2] > 0.0)
    assert not face.any(), style
    assert len(found.fall) == len(found.root) == len(found.core) == len(points)


def test_the_same_head_has_the_same_hair_and_another_seed_another(head: Skull) -> None:
    one, two, three = grown_on(head, "wavy"), grown_on(head, "wavy"), grown_on(head, "wavy", seed=6)
    assert (one.mesh.points == two.mesh.points).all()
    assert (one.mesh.points != three.mesh.points).any()


def test_a_shaved_head_has_none(head: Skull) -> None:
    assert hair(head, "bald", 1) is None


def test_the_skull_is_found_again(head: Skull) -> None:
    assert head.at(0.0, 90.0)[1] == pytest.approx(0.115, abs=0.004)
    assert head.at(180.0, 0.0)[2] == pytest.approx(-0.17, abs=0.004)


def test_the_hairline_is_the_same_on_both_sides() -> None:
    az = np.linspace(0, 180, 50)
    assert np.allclose(hairline("peaked", az), hairline("peaked", -az))


def test_hair_on_the_skull_turns_with_the_head_and_free_ends_still_hang(head: Skull) -> None:
    found = grown_on(head, "long")
    upright, nodding = (worn(found, wearer(turn)).points for turn in (np.eye(3), NODDING))
    held, ends = found.fall == 0, found.fall > 0.99
    drop = (found.mesh.points - found.root)[ends, 1]
    assert np.allclose(np.linalg.norm((nodding - wearer(NODDING).eyes)[held], axis=1),
                       np.linalg.norm((upright - wearer(NODDING).eyes)[held], axis=1), atol=1e-4)  # fmt: skip
    assert drop.mean() < -0.3
    assert (nodding[ends, 1] < 1.45).mean() > 0.9


def test_no_lock_runs_through_the_trunk(head: Skull) -> None:
    points = worn(grown_on(head, "long"), wearer(np.eye(3))).points
    inside = (np.abs(points[:, 0]) < 0.10) & (np.abs(points[:, 2]) < 0.05) & (points[:, 1] < 1.22)
    assert not inside.any()


def test_the_wind_moves_free_ends_alone(head: Skull) -> None:
    found = grown_on(head, "high-ponytail")
    still, windy = worn(found, wearer(np.eye(3))).points, worn(found, wearer(np.eye(3)), (0.1, 0.0, 0.0)).points
    held = found.fall == 0
    assert (still[held] == windy[held]).all()
    assert np.allclose((windy - still)[found.fall == 1, 0], 0.1, atol=1e-5)


def test_hair_under_a_hat_lies_on_the_skull(head: Skull) -> None:
    hat = headwear.on_head(head, ("hat",))
    assert hat is not None
    free, under = grown_on(head, "long"), tucked(grown_on(head, "long"), head)
    top = free.mesh.points[:, 1] > 0.06
    assert free.mesh.points[top, 1].max() > under.mesh.points[:, 1].max()
    assert under.mesh.points[:, 1].max() < hat.mesh.points[:, 1].max()
