import numpy as np
import pytest

from generation.image.previz.figure.body import body
from generation.image.previz.figure.identity import identity
from generation.image.previz.figure.poses import POSES
from generation.image.previz.figure.rig import Posed, posed
from generation.image.previz.props.catalogue import FORMS, prop
from generation.image.previz.props.held import held
from generation.image.previz.props.stuff import Stuff
from generation.requests.pictures import Look


def holder(pose: str) -> Posed:
    return posed(body(identity(Look(id="li", sex="woman"))), POSES[pose])


def middle(points: np.ndarray) -> np.ndarray:
    return (points.min(axis=0) + points.max(axis=0)) / 2


def gap(name: str, who: Posed, side: str) -> float:
    """Return how far a hand is from the sides of what it holds."""
    mesh = held(prop(name), who, side).mesh
    corners = mesh.points[mesh.faces]
    share = np.linspace(0, 1, 32)[:, None, None, None]
    along = corners * (1 - share) + np.roll(corners, 1, axis=1) * share
    return float(np.linalg.norm(along - who.grip(side).at, axis=-1).min())


@pytest.mark.parametrize("name", sorted(name for name in FORMS if not prop(name).stands))
def test_a_hand_reaches_what_it_holds(name: str) -> None:
    for side in ("left", "right"):
        assert gap(name, holder("hold"), side) < 0.17


def test_a_blade_goes_up_out_of_the_fist() -> None:
    who = holder("sword-guard")
    points = held(prop("sword"), who).mesh.points
    thumbward = who.grip("right").turn[:, 1]
    assert float((middle(points) - who.grip("right").at) @ thumbward) > 0.25


@pytest.mark.parametrize("pose", ["hold", "drink", "offer"])
def test_a_cup_stays_upright_however_the_hand_turns(pose: str) -> None:
    upright, there = prop("cup"), held(prop("cup"), holder(pose)).mesh
    assert np.ptp(there.points[:, 1]) == pytest.approx(upright.size[1], abs=1e-5)


@pytest.mark.parametrize("pose", ["hold", "hold-phone", "read"])
def test_a_screen_looks_at_its_holder(pose: str) -> None:
    who, phone = holder(pose), prop("phone")
    there = held(phone, who).mesh
    lit = np.unique(there.faces[there.slots == Stuff.SCREEN][:, 0])
    back = middle(there.points)
    towards = middle(there.points[lit]) - back
    eyes = who.head.at - back
    assert float(towards @ eyes) > 0


def test_two_hands_carry_a_box_between_them() -> None:
    who = holder("carry")
    hands = (who.grip("left").at + who.grip("right").at) / 2
    box = middle(held(prop("box"), who).mesh.points)
    assert np.abs(box - hands)[[0, 2]].max() < 0.06
