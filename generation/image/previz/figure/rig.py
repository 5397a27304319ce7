"""The rig: a body takes a pose and a face. Everything else of a figure hangs on what this returns."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from generation.image.previz.figure.body import Body
from generation.image.previz.figure.contacts import landmark, of_hand
from generation.image.previz.figure.faces import NEUTRAL, Face
from generation.image.previz.figure.gaits import PASSING
from generation.image.previz.figure.hands import SIDES, bent, palm
from generation.image.previz.figure.mesh import Vectors
from generation.image.previz.figure.pose import Pose, Touch
from generation.image.previz.figure.poses import POSES
from generation.image.previz.figure.shape import Points, shape
from generation.image.previz.figure.turns import (
    Frame,
    Turn,
    about,
    angle_about,
    between,
    chain,
    cross,
    hinged,
    turned,
    unit,
)
from generation.image.previz.ink import kernels

DOWN = np.array([0.0, -1.0, 0.0])
TWIST = 105.0
"""Degrees that a forearm turns either way, at most."""
NEAR = 0.003
"""Metres from its goal at which a hand has arrived."""
HELD = 0.030
"""Metres from the palm to the middle of what it holds."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Posed:
    """A body in a pose, in figure space: `points` (n, 3) are all points of the shape, `matrices` (bones, 3, 4) carry
    points of the rest pose.
    """

    body: Body
    pose: Pose
    face: Face
    points: Points
    matrices: NDArray[np.float32]

    def turn(self, bone: str) -> Turn:
        """Return a bone's turn against the rest pose."""
        return np.asarray(self.matrices[shape().bone(bone), :, :3], float)

    def at(self, bone: str, point: Vectors) -> Vectors:
        """Return where a point (3,) or points (k, 3) of the rest pose are now, carried by one bone."""
        matrix = self.matrices[shape().bone(bone)].astype(float)
        return np.asarray(np.asarray(point, float) @ matrix[:, :3].T + matrix[:, 3])

    def joint(self, bone: str) -> Vectors:
        """Return where a bone begins now."""
        return self.at(bone, self.body.head(bone))

    @property
    def head(self) -> Frame:
        """The head: its place is between the eyes."""
        return Frame(self.at("head", self.body.between), self.turn("head"))

    @property
    def chest(self) -> Frame:
        """The chest: its place is between the joints of the shoulders."""
        middle = (self.body.head("upper-arm-left") + self.body.head("upper-arm-right")) / 2
        return Frame(self.at("spine-3", middle), self.turn("spine-3"))

    @property
    def hips(self) -> Frame:
        """The hips: their place is between the joints of the thighs."""
        middle = (self.body.head("thigh-left") + self.body.head("thigh-right")) / 2
        return Frame(self.at("hips", middle), self.turn("hips"))

    def grip(self, side: str) -> Frame:
        """Return where a hand holds things: y runs along a held stick towards the thumb, z where the palm looks."""
        hand = palm(self.body, side)
        _, thumbward, out = (self.turn(f"hand-{side}") @ hand.turn).T
        axes = np.stack([cross(thumbward, out), thumbward, out], axis=1)
        return Frame(self.at(f"hand-{side}", hand.at) + axes[:, 2] * HELD * self.body.unit, axes)

    @property
    def seat(self) -> float:
        """How high the seat is under the thighs, in metres; 0 for who does not sit on anything."""
        if not self.pose.seat:
            return 0.0
        below = (self.points[_bottom(), 1]).min()
        return max(0.0, float(below))


def posed(body: Body, pose: Pose, face: Face = NEUTRAL) -> Posed:
    """Return a body in a pose and with a face, standing on the ground (y is 0 where it is lowest)."""
    data = shape()
    rig = _Rig(body, pose)
    rig.trunk()
    rig.legs()
    for side in SIDES:
        rig.arm(side)
    order = sorted(SIDES, key=lambda side: _leans(pose, side))
    for side in order * (2 if all(_leans(pose, each) for each in SIDES) else 1):  # arms that lean on each other settle
        rig.touch(side)
    for side in SIDES:
        for bone, turn in bent(body, side, pose.hand(side).grip).items():
            rig.turn(bone, rig.turns[f"hand-{side}"] @ turn)
    turns, places = np.stack([rig.turns[bone] for bone in data.bones]), np.stack([rig.at[bone] for bone in data.bones])
    matrices = np.empty((len(data.bones), 3, 4))
    matrices[:, :, :3] = turns
    matrices[:, :, 3] = places - (turns @ body.heads[..., None])[..., 0]
    points = body.points.copy()
    for name, weight in face.units:
        move, more = data.moves[name], body.identity.lids if name.startswith("eyeBlink") else 1.0
        points[move.points] += move.offsets * np.float32(weight * more * body.unit)
    moved = kernels.skin(points, data.carriers, data.weights, np.ascontiguousarray(matrices, np.float32))
    lift = pose.rise * body.height - float(moved[_outside(), 1].min())
    moved[:, 1] += np.float32(lift)
    matrices[:, 1, 3] += lift
    return Posed(body=body, pose=pose, face=face, points=moved, matrices=matrices.astype(np.float32))


class _Rig:
    """Bones being set, from the hips outwards: `turns` against the rest pose, and where each begins (`at`)."""

    def __init__(self, body: Body, pose: Pose) -> None:
        self.body, self.pose = body, pose
        self.turns: dict[str, Turn] = {}
        self.at: dict[str, Vectors] = {}

    def turn(self, bone: str, turn: Turn) -> None:
        """Set a bone's turn; it begins where its parent carries it."""
        data = shape()
        number = data.bone(bone)
        parent = data.parents[number]
        start = self.body.heads[number]
        if parent < 0:
            self.at[bone] = start
        else:
            name = data.bones[parent]
            self.at[bone] = self.at[name] + self.turns[name] @ (start - self.body.heads[parent])
        self.turns[bone] = turn

    def point(self, bone: str, point: Vectors) -> Vectors:
        """Return where a bone carries a point of the rest pose."""
        return np.asarray(self.at[bone] + self.turns[bone] @ (point - self.body.head(bone)))

    def trunk(self) -> None:
        """Set the hips, the spine, the neck and the head, and both shoulders."""
        pose = self.pose
        whole = turned(pose.hips)
        self.turn("hips", whole @ turned((0.0, 0.0, -pose.sway)))
        spine = (pose.spine[0], pose.spine[1], pose.spine[2] + pose.sway * 1.5)
        for bone in ("spine-1", "spine-2", "spine-3"):
            before = "hips" if bone == "spine-1" else f"spine-{int(bone[-1]) - 1}"
            self.turn(bone, self.turns[before] @ turned(spine, 1 / 3))
        head = (pose.head[0], pose.head[1], pose.head[2] - pose.sway * 0.5)
        self.turn("neck", self.turns["spine-3"] @ turned(head, 0.42))
        self.turn("head", self.turns["neck"] @ turned(head, 0.58))
        for side, name, raised in (("left", "aL", pose.shrug[0]), ("right", "aR", pose.shrug[1])):
            upper = unit(getattr(pose, name))
            sign = 1 if side == "left" else -1
            lift = raised + 24 * max(0.0, float(upper[1]) + 0.15)
            forward = 12 * max(0.0, float(upper[2]) - 0.3) + 14 * max(0.0, -sign * float(upper[0]))
            way = about((0, 1, 0), -sign * forward) @ about((0, 0, 1), sign * lift)
            self.turn(f"shoulder-{side}", self.turns["spine-3"] @ way)

    def arm(self, side: str) -> None:
        """Set an arm by its directions."""
        self._limb("upper-arm", "forearm", side, self._asked(side), self.turns["spine-3"])
        self._wrist(side)

    def touch(self, side: str) -> None:
        """Lay a hand on what it touches, if anything."""
        touch = self.pose.hand(side).touch
        if touch is None:
            return
        goal = self._goal(touch)
        for _ in range(4):  # the hand turns as the arm does: what it lays there moves a little each time
            if float(np.linalg.norm(self._missed(side, goal, touch))) < NEAR:
                break
            self._stretch(side, goal, touch)

    def _asked(self, side: str) -> tuple[Vectors, Vectors]:
        """Return where the pose points an arm."""
        chest, letter = self.turns["spine-3"], side[0].upper()
        return chest @ unit(getattr(self.pose, "a" + letter)), chest @ unit(getattr(self.pose, "f" + letter))

    def _goal(self, touch: Touch) -> Vectors:
        """Return where a hand is to be laid."""
        bone, point = landmark(self.body, touch.to)
        return np.asarray(self.point(bone, point) + self.turns["spine-3"] @ (np.array(touch.off) * self.body.height))

    def _missed(self, side: str, goal: Vectors, touch: Touch) -> Vectors:
        """Return the way from what of a hand is to lie at a goal to that goal."""
        return goal - self.point(f"hand-{side}", of_hand(self.body, side, touch.by))

    def _stretch(self, side: str, goal: Vectors, touch: Touch) -> None:
        """Bend the arm so that the hand's own point comes to lie at a goal."""
        asked, chest = self._asked(side), self.turns["spine-3"]
        start = self.at[f"upper-arm-{side}"]
        wrist = self.at[f"hand-{side}"] + self._missed(side, goal, touch)
        lengths = self._lengths("upper-arm", "forearm", "hand", side)
        hint = start + asked[0] * lengths[0]
        upper, fore = chain(start, wrist, lengths, hint)
        if touch.hold < 1:
            upper, fore = (
                unit(a * (1 - touch.hold) + b * touch.hold) for a, b in zip(asked, (upper, fore), strict=True)
            )
        self._limb("upper-arm", "forearm", side, (upper, fore), chest)
        self._wrist(side)

    def _lengths(self, first: str, second: str, third: str, side: str) -> tuple[float, float]:
        """Return the lengths of two bones of a limb."""
        a, b, c = (self.body.head(f"{name}-{side}") for name in (first, second, third))
        return float(np.linalg.norm(b - a)), float(np.linalg.norm(c - b))

    def _limb(self, first: str, second: str, side: str, ways: tuple[Vectors, Vectors], basis: Turn) -> None:
        """Point two bones; where they bend, their hinge turns with them, as those of elbows and knees do."""
        a, b = _rest(self.body, first, side), _rest(self.body, second, side)
        upper, fore = unit(ways[0]), unit(ways[1])
        straight = basis @ between(a, basis.T @ upper)
        own = cross(a, b) if first == "upper-arm" else np.array([1.0, 0.0, 0.0])
        across = cross(upper, fore)
        bend = float(np.sqrt(across @ across))
        share = float(np.clip((bend - 0.10) / 0.25, 0, 1))
        loose = straight @ unit(own)
        hinge = unit(unit(across) * share + loose * (1 - share) + loose * 1e-6)
        full = hinged((a, own), (upper, hinge))
        turn = angle_about(upper, straight @ unit(own), full @ unit(own))
        self.turn(f"{first}-{side}", about(upper, turn * 0.65) @ straight)
        self.turn(f"{second}-{side}", hinged((b, own), (fore, hinge)))

    def _wrist(self, side: str) -> None:
        """Turn the forearm until the palm looks where it should, then bend the wrist."""
        hand = self.pose.hand(side)
        along, thumbward, out = palm(self.body, side).turn.T
        fore = self.turns[f"forearm-{side}"]
        if hand.palm is not None:
            axis = unit(fore @ _rest(self.body, "forearm", side))
            wanted = self.turns["spine-3"] @ unit(hand.palm)
            twist = float(np.clip(angle_about(axis, fore @ out, wanted), -TWIST, TWIST))
            before = fore
            fore = about(axis, twist * 0.5) @ before
            self.turns[f"forearm-{side}"] = fore
            fore = about(axis, twist * 0.5) @ fore
        wrist = about(cross(along, out), hand.bend) @ about(cross(along, thumbward), hand.tilt)
        self.turn(f"hand-{side}", fore @ wrist)

    def legs(self) -> None:
        """Set both legs by their directions, then put feet that stand on the ground on one level."""
        basis = turned(self.pose.hips)
        for side in SIDES:
            letter = side[0].upper()
            ways = [basis @ unit(getattr(self.pose, limb + letter)) for limb in "ts"]
            self._limb("thigh", "shin", side, (ways[0], ways[1]), basis)
            self._foot(side)
        standing = [side for side, pitch in zip(SIDES, self.pose.feet, strict=True) if pitch is None]
        if len(standing) == len(SIDES):
            self._level(basis)

    def _level(self, basis: Turn) -> None:
        """Bring both ankles to the height of the lower one, or to where both legs reach."""
        ankles = {side: self.at[f"foot-{side}"] for side in SIDES}
        low = min(float(at[1]) for at in ankles.values())
        for side in SIDES:
            start, lengths = self.at[f"thigh-{side}"], self._lengths("thigh", "shin", "foot", side)
            aside = np.hypot(*(ankles[side] - start)[[0, 2]])
            low = max(low, float(start[1]) - np.sqrt(max(0.0, (sum(lengths) * 0.997) ** 2 - aside**2)))
        for side in SIDES:
            start, lengths = self.at[f"thigh-{side}"], self._lengths("thigh", "shin", "foot", side)
            knee = self.at[f"shin-{side}"] + basis @ np.array([0.0, 0.0, 0.05])
            goal = np.array([ankles[side][0], low, ankles[side][2]])
            if abs(goal[1] - ankles[side][1]) > 1e-4:  # noqa: PLR2004 - a tenth of a millimetre
                self._limb("thigh", "shin", side, chain(start, goal, lengths, knee), basis)
                self._foot(side)

    def _foot(self, side: str) -> None:
        """Put a foot flat, its toes a little out, or let it follow its shin."""
        pitch = self.pose.feet[SIDES.index(side)]
        sign = 1 if side == "left" else -1
        if pitch is None:
            basis = turned((0.0, self.pose.hips[1], 0.0))
            self.turn(f"foot-{side}", basis @ about((0, 1, 0), sign * (self.pose.toes - 4)))
        else:
            shin = self.turns[f"shin-{side}"]
            upright = between(_rest(self.body, "shin", side), DOWN)
            self.turn(f"foot-{side}", shin @ upright.T @ about((1, 0, 0), pitch))
        self.turn(f"toes-{side}", self.turns[f"foot-{side}"])


def stride(body: Body, name: str) -> float:
    """Return how far a cycle (`walk`, `run`, `sneak`) carries a body in metres, so that its feet do not slide."""
    pose, flight = POSES[name], PASSING[name][1]
    rig = _Rig(body, pose)
    rig.trunk()
    rig.legs()
    heel = float(rig.at["foot-left"][2] - rig.at["foot-right"][2])
    return 2 * abs(heel) * flight


def _leans(pose: Pose, side: str) -> bool:
    """Tell whether a hand touches the other arm, which must then be set first."""
    touch = pose.hand(side).touch
    other = "right" if side == "left" else "left"
    return bool(
        touch and touch.to in {f"{part}-{other}" for part in ("upper-arm", "elbow", "forearm", "wrist", "hand")}
    )


def _rest(body: Body, bone: str, side: str) -> Vectors:
    """Return where a limb's bone points in rest pose: from joint to joint."""
    after = {"upper-arm": "forearm", "forearm": "hand", "thigh": "shin", "shin": "foot"}[bone]
    return unit(body.head(f"{after}-{side}") - body.head(f"{bone}-{side}"))


@lru_cache(maxsize=1)
def _outside() -> NDArray[np.intp]:
    """Return the points that can touch the ground: skin and the suit, not the helpers inside."""
    data = shape()
    return np.unique(np.concatenate([data.faces(name) for name in ("head", "hands", "tights")]))


@lru_cache(maxsize=1)
def _bottom() -> NDArray[np.intp]:
    """Return the points that rest on a seat: the underside of thighs and hips."""
    data = shape()
    hung = data.carried("thigh", "hips")
    points = np.unique(data.faces("tights"))
    return np.asarray(points[hung[points] > 0.75])  # noqa: PLR2004 - well away from knees and waist
