import numpy as np
import pytest

from generation.image.previz.figure import headwear, traits
from generation.image.previz.figure.hair.skull import Skull, skull, towards
from generation.image.previz.vocabulary import FEATURES

ELSEWHERE = {"stubble", "scar", "freckles", "mole", "scarf", "cape", "fox-tail", "nine-tails", "cat-tail", "wings"}
"""Features of the skin, of the clothes and of the back."""


@pytest.fixture(scope="module")
def head() -> Skull:
    az, el = np.meshgrid(np.arange(-180, 180, 6.0), np.arange(-84, 90, 6.0))
    return skull(towards(az, el).reshape(-1, 3) * (0.08, 0.105, 0.095) + (0.0, 0.01, -0.075))


def test_every_feature_of_a_head_is_worn_or_grown() -> None:
    assert set(headwear.WORN) | set(traits.ON_HEAD) == set(FEATURES) - ELSEWHERE


@pytest.mark.parametrize("name", sorted(set(FEATURES) - ELSEWHERE))
def test_what_is_on_a_head_stays_near_it(head: Skull, name: str) -> None:
    found = headwear.on_head(head, (name,)) or traits.on_head(head, (name,))
    assert found is not None
    points = found.mesh.points
    assert np.isfinite(points).all()
    assert np.abs(points).max() < 0.55
    assert found.mesh.faces.max() < len(points) == len(found.core)


def test_features_of_other_places_are_left_to_them(head: Skull) -> None:
    assert headwear.on_head(head, ("scarf",)) is None
    assert traits.on_head(head, ("wings",)) is None


def test_nine_tails_are_nine_times_one() -> None:
    hips, straight = np.array([0.0, 0.95, 0.0]), np.eye(3)
    one, nine = (traits.tails(hips, straight, count) for count in (1, 9))
    assert len(nine.points) == 9 * len(one.points)
    assert nine.points[:, 2].min() < -0.3


def test_the_wind_moves_the_tip_of_a_tail_and_not_its_root() -> None:
    hips, straight = np.array([0.0, 0.95, 0.0]), np.eye(3)
    still, windy = (traits.tails(hips, straight, 1, sway=np.array([gust, 0, 0])) for gust in (0.0, 0.2))
    moved = (windy.points - still.points)[:, 0]
    assert np.abs(moved[:14]).max() < 0.002
    assert moved.max() == pytest.approx(0.2, abs=0.01)


def test_wings_are_mirrored() -> None:
    made = traits.wings(np.array([0.0, 1.3, -0.1]), np.eye(3))
    assert made.points[:, 0].max() == pytest.approx(-made.points[:, 0].min(), abs=1e-5)
