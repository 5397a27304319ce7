from itertools import pairwise

import numpy as np
import pytest

from generation.image.previz.figure.body import body
from generation.image.previz.figure.contacts import LANDMARKS, landmark, of_hand
from generation.image.previz.figure.eyes import brows
from generation.image.previz.figure.faces import FACES, MOUTHS, Face, face
from generation.image.previz.figure.faces import blend as blend_faces
from generation.image.previz.figure.figure import figure
from generation.image.previz.figure.gaits import cycle
from generation.image.previz.figure.identity import identity
from generation.image.previz.figure.mesh import Slot
from generation.image.previz.figure.pose import Pose, blend, mirrored
from generation.image.previz.figure.poses import POSES
from generation.image.previz.figure.rig import Posed, posed, stride
from generation.image.previz.figure.shape import shape
from generation.image.previz.figure.skin import naked
from generation.image.previz.vocabulary import EXPRESSIONS
from generation.image.previz.vocabulary import POSES as WORDS
from generation.requests.pictures import Look

BODY = body(identity(Look(id="Lin")))


def unit(vector: np.ndarray) -> np.ndarray:
    return vector / np.linalg.norm(vector)


def limb(of: Posed, first: str, second: str) -> np.ndarray:
    return unit(of.joint(second) - of.joint(first))


def test_every_word_has_a_pose_and_an_expression() -> None:
    assert set(POSES) == set(WORDS)
    assert set(FACES) == set(EXPRESSIONS)


@pytest.mark.parametrize("name", WORDS)
def test_every_pose_is_finite_stands_on_the_ground_and_bends_no_bone(name: str) -> None:
    of = posed(BODY, POSES[name])
    assert np.isfinite(of.points).all()
    outside = np.unique(np.concatenate([shape().faces(part) for part in ("head", "hands", "tights")]))
    assert of.points[outside, 1].min() == pytest.approx(POSES[name].rise * BODY.height, abs=1e-4)
    turns = of.matrices[:, :, :3].astype(float)
    assert np.allclose(turns @ turns.transpose(0, 2, 1), np.eye(3), atol=1e-4)
    for bone in ("forearm", "hand", "shin", "foot"):
        above = {"forearm": "upper-arm", "hand": "forearm", "shin": "thigh", "foot": "shin"}[bone]
        long = np.linalg.norm(BODY.head(f"{bone}-left") - BODY.head(f"{above}-left"))
        assert np.linalg.norm(of.joint(f"{bone}-left") - of.joint(f"{above}-left")) == pytest.approx(long, abs=1e-4)


def test_limbs_point_where_the_pose_says() -> None:
    pose = Pose(aL=(1, 0, 0), fL=(0, 0, 1), aR=(0, 1, 0), fR=(0, 1, 0), tR=(0, 0, 1), sR=(0, -1, 0), feet=(0, 0))
    of = posed(BODY, pose)
    assert limb(of, "upper-arm-left", "forearm-left") == pytest.approx([1, 0, 0], abs=1e-3)
    assert limb(of, "forearm-left", "hand-left") == pytest.approx([0, 0, 1], abs=1e-3)
    assert limb(of, "upper-arm-right", "forearm-right") == pytest.approx([0, 1, 0], abs=1e-3)
    assert limb(of, "thigh-right", "shin-right") == pytest.approx([0, 0, 1], abs=1e-3)
    assert limb(of, "shin-right", "foot-right") == pytest.approx([0, -1, 0], abs=1e-3)


def test_elbows_and_knees_bend_the_right_way() -> None:
    of = posed(BODY, POSES["sit"])
    for side in ("left", "right"):
        knee = np.cross(limb(of, f"thigh-{side}", f"shin-{side}"), limb(of, f"shin-{side}", f"foot-{side}"))
        assert knee @ of.hips.turn[:, 0] > 0


@pytest.mark.parametrize("name", [name for name, pose in POSES.items() if pose.left.touch or pose.right.touch])
def test_hands_reach_what_they_touch(name: str) -> None:
    of = posed(BODY, POSES[name])
    for side in ("left", "right"):
        touch = of.pose.hand(side).touch
        if touch:
            bone, point = landmark(BODY, touch.to)
            goal = of.at(bone, point) + of.chest.turn @ (np.array(touch.off) * BODY.height)
            mine = of.at(f"hand-{side}", of_hand(BODY, side, touch.by))
            assert np.linalg.norm(goal - mine) < 0.03


def test_every_landmark_lies_on_or_near_the_body() -> None:
    for name in LANDMARKS:
        _, point = landmark(BODY, name)
        assert np.linalg.norm(BODY.points - point, axis=1).min() < 0.08


def test_both_feet_stand_flat_on_the_ground() -> None:
    for name in ("stand", "relaxed", "hands-hips", "point", "guard", "bow", "sit"):
        of = posed(BODY, POSES[name])
        for side in ("left", "right"):
            assert of.joint(f"foot-{side}")[1] == pytest.approx(BODY.ankle, abs=0.012), name
            assert of.turn(f"foot-{side}")[1, 1] > 0.99


def test_a_pose_mirrored_twice_is_itself_and_once_is_its_mirror_image() -> None:
    for pose in POSES.values():
        assert mirrored(mirrored(pose)) == pose
    one, other = posed(BODY, POSES["point"]), posed(BODY, mirrored(POSES["point"]))
    assert one.joint("hand-right") * (-1, 1, 1) == pytest.approx(other.joint("hand-left"), abs=0.02)


def test_a_blend_starts_at_one_pose_and_ends_at_the_other_without_leaps() -> None:
    a, b = POSES["stand"], POSES["arms-crossed"]
    assert blend(a, b, 0.0) == a
    assert blend(a, b, 1.0) == b
    steps = [posed(BODY, blend(a, b, t)).joint("hand-right") for t in np.linspace(0, 1, 13)]
    assert max(np.linalg.norm(q - p) for p, q in pairwise(steps)) < 0.25


@pytest.mark.parametrize("name", ["walk", "run", "sneak"])
def test_a_cycle_closes_and_its_second_half_mirrors_its_first(name: str) -> None:
    assert cycle(name, 0.0) == cycle(name, 1.0) == POSES[name]
    assert cycle(name, 0.5) == mirrored(POSES[name])
    assert 0.5 < stride(BODY, name) < 3.5


@pytest.mark.parametrize("name", WORDS[:70:9])
def test_equal_wishes_make_equal_figures(name: str) -> None:
    one, other = (figure(Look(id="Lin"), POSES[name], face("smile")) for _ in range(2))
    for a, b in zip(one, other, strict=True):
        assert (a.mesh.points == b.mesh.points).all()
        assert (a.mesh.rest == b.mesh.rest).all()
        assert (a.paint.colours == b.paint.colours).all()


def test_a_seat_is_under_the_thighs_of_who_sits_only() -> None:
    assert 0.3 < posed(BODY, POSES["sit"]).seat < 0.55
    assert posed(BODY, POSES["stand"]).seat == 0


def test_what_a_hand_holds_lies_before_its_palm() -> None:
    of = posed(BODY, POSES["hold"])
    grip = of.grip("right")
    assert np.linalg.norm(grip.at - of.joint("middle-1-right")) < 0.12
    assert grip.turn @ grip.turn.T == pytest.approx(np.eye(3), abs=1e-4)
    assert limb(of, "little-1-right", "index-1-right") @ grip.turn[:, 1] > 0.9


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_every_expression_moves_the_face_and_nothing_else(expression: str) -> None:
    plain, made = posed(BODY, POSES["stand"]), posed(BODY, POSES["stand"], face(expression))
    moved = np.linalg.norm(made.points - plain.points, axis=1)
    assert moved.max() > 0.001
    assert shape().carried("head", "neck")[moved > 1e-4].min() > 0.2


def test_expressions_differ_from_one_another() -> None:
    head = np.unique(shape().faces("head"))
    seen = {name: posed(BODY, POSES["stand"], face(name)).points[head] for name in EXPRESSIONS}
    for a in EXPRESSIONS:
        for b in EXPRESSIONS:
            assert a == b or np.linalg.norm(seen[a] - seen[b], axis=1).max() > 0.0025, (a, b)


def test_a_blink_shuts_the_eyes_and_a_gaze_turns_them() -> None:
    assert face("smile", blink=1.0).weight("eyeBlinkLeft") == pytest.approx(1)
    ahead, aside = (naked(posed(BODY, POSES["stand"], face("neutral", gaze=gaze))) for gaze in ((0, 0), (1, 0)))
    eyes = ahead.rest[:, 3] > 1
    front = eyes & (ahead.rest[:, 2] > 0.9)
    assert (aside.rest[front, 0] < ahead.rest[front, 0]).all()


def test_open_mouths_show_teeth_and_shut_ones_none() -> None:
    def slots(mouth: str) -> set[int]:
        return set(naked(posed(BODY, POSES["stand"], face("neutral", mouth={mouth: 1.0}))).slots.tolist())

    assert {10, 20} <= slots("A")
    assert not {10, 20} & slots("M")
    assert set(MOUTHS) == {"rest", *"MAEIOUFL"}


def test_speech_halves_the_mouth_of_an_expression_but_not_its_brows() -> None:
    silent, speaking = face("angry"), face("angry", mouth={"M": 1.0})
    assert speaking.weight("mouthFrownLeft") == pytest.approx(silent.weight("mouthFrownLeft") / 2)
    assert speaking.weight("browDownLeft") == silent.weight("browDownLeft")


def test_faces_blend_from_one_to_the_other() -> None:
    a, b = face("smile"), face("angry", gaze=(0.5, 0.0))
    assert blend_faces(a, b, 0.0).units == a.units
    assert blend_faces(a, b, 1.0) == b
    assert blend_faces(a, b, 0.5).gaze == (0.25, 0.0)


def test_tears_run_down_the_cheeks_of_who_cries_and_dry_when_the_face_changes() -> None:
    def runs(made: Face) -> float:
        mesh = naked(posed(BODY, POSES["stand"], made))
        wet = mesh.points[np.unique(mesh.faces[mesh.slots == Slot.GLASS])]
        return float(np.ptp(wet[:, 1])) if len(wet) else 0.0

    assert runs(face("sad")) == 0
    assert 0 < runs(blend_faces(face("sad"), face("cry"), 0.4)) < runs(face("cry"))


def test_brows_act_more_than_the_skin_under_them() -> None:
    def inner(made: Face) -> float:
        left, _ = brows(posed(BODY, POSES["stand"], made))
        return float(left.points[0, 1])

    assert inner(face("angry")) < inner(face("neutral")) - 0.005
    assert inner(face("sad")) > inner(face("neutral")) + 0.002
