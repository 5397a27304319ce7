"""The validator: rules of staging on a blocked shot, judged on stand-ins before anything is drawn.

Findings are values. Sizes and rows are shares of the frame's height, angles are degrees.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from generation.image.previz.camera import Camera, Points
from generation.image.previz.direction.blocking import Blocking, Placed
from generation.image.previz.direction.gazes import HEADED, towards, wrapped
from generation.image.previz.direction.standins import FLAT
from generation.image.previz.direction.viewfinder import CAPTIONS, NEAREST

OPEN = 82.0
"""A face turned further from the camera than this is not seen."""
HEADROOM = (0.035, 0.145)
"""How much of the frame may be above the highest head."""
RAISED = ("top", "wrist-l", "wrist-r")
"""What has room above it; hands only where whole bodies are shown."""
WHOLE = 0.88
"""Feet above this row belong to a group that the frame's width made small: it may stand lower."""
JOINT = 0.017
"""The frame's edge may not be nearer to a joint than this."""
COVERED = 0.3
"""At most this share of a face may be hidden by somebody else."""
CHEAT = (48.0, 14.0)
"""How far a look may miss whom it is for, sideways and up or down: faces are cheated to the camera."""
PROFILE = 92.0
"""Who looks at somebody farther from the camera is seen in profile, not from behind."""
SMALLEST = 40 / 1920
"""The least height of a face in a shot that shows faces: 40 pixels of 1920."""
SHOULDER = (0.06, 0.52)
"""How much of the frame's width the head of a shoulder shot may take."""
STEP = 30.0
"""Degrees that the camera must go around between two shots of the same people and size."""

MEANT = frozenset({"cover-face", "facepalm", "embrace", "look-over-shoulder", "climb", "sleep", "whisper", "fall"})
"""Poses that hide a face on purpose."""

JOINTED = ("neck", "wrist-l", "wrist-r", "knee-l", "knee-r", "ankle-l", "ankle-r")

LIMBS = (
    ("crown", "chin", 0.062), ("neck", "chest", 0.065), ("shoulder-l", "shoulder-r", 0.05), ("chest", "hips", 0.085),
    ("shoulder-l", "elbow-l", 0.028), ("elbow-l", "wrist-l", 0.024), ("shoulder-r", "elbow-r", 0.028),
    ("elbow-r", "wrist-r", 0.024), ("hips", "knee-l", 0.045), ("hips", "knee-r", 0.045), ("knee-l", "ankle-l", 0.032),
    ("knee-r", "ankle-r", 0.032),
)  # fmt: skip
"""Bodies as capsules: from joint to joint, the radius as a share of 1.7 m."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule: its name, whom it is about (an id or empty), and by how much (1 is grave)."""

    rule: str
    who: str
    amount: float


def check(blocking: Blocking) -> tuple[Finding, ...]:
    """Return every rule of staging that a blocked shot breaks."""
    if not blocking.figures or blocking.framing == "insert":
        return ()
    return tuple(finding for rule in SHOT_RULES for finding in rule(blocking))


def weight(findings: Sequence[Finding]) -> float:
    """Return how grave findings are together: what a repair makes smaller."""
    return sum(0.3 + min(1.0, finding.amount) for finding in findings)


def _rows(camera: Camera, points: Sequence[Points]) -> Points:
    """Return points as shares of the frame (x of its width, y of its height), the overscan aside."""
    pixels = camera.pixels(points) - camera.margin
    return np.asarray(pixels / (camera.width, camera.height))


def _faces(blocking: Blocking) -> Iterator[Finding]:
    """Faces look to the camera unless they are meant not to."""
    eye = np.array(blocking.camera.place)
    for figure in blocking.figures:
        if figure.actor.facing == "away" or figure.actor.gaze == "away" or figure.actor.pose in {*MEANT, *FLAT}:
            continue
        right, _, away = (eye - figure.joints()["eyes"]).tolist()
        off = abs(wrapped(figure.turn + figure.head[0] - towards(np.zeros(3), np.array([right, 0.0, away]))[0]))
        if off > OPEN:
            yield Finding("face", figure.actor.look.id, (off - OPEN) / 60)


def _frames(blocking: Blocking) -> Iterator[Finding]:
    """Faces lie inside the frame and above the captions; they are large enough to be read."""
    camera, reads = blocking.camera, blocking.framing in NEAREST and blocking.framing != "full"
    for figure in blocking.figures:
        face, who = figure.face, figure.actor.look.id
        x, y = _rows(camera, [face.at])[0].tolist()
        radius = face.radius * camera.scale(camera.depth(tuple(face.at.tolist()))) / camera.height
        wide = radius * camera.height / camera.width
        over = max(wide * 0.8 - x, x + wide * 0.8 - 1, radius - y, y + radius - 1)
        close = blocking.framing == "extreme-close-up"
        if over > 0 and not close:
            yield Finding("frame", who, over / max(radius, 1e-6) / 2)
        if y + radius > CAPTIONS + 0.02 and not close and 2 * radius > SMALLEST and figure.actor.pose not in FLAT:
            yield Finding("captions", who, (y + radius - CAPTIONS) * 4)
        if reads and 2 * radius < SMALLEST:
            yield Finding("small", who, 1 - 2 * radius / SMALLEST)


def _headrooms(blocking: Blocking) -> Iterator[Finding]:
    """The highest head leaves some room and not too much, where bodies are cut by the frame."""
    if blocking.framing not in NEAREST or any(figure.actor.pose in FLAT for figure in blocking.figures):
        return
    tops = RAISED if blocking.framing == "full" else RAISED[:1]
    rows = {
        figure.actor.look.id: float(_rows(blocking.camera, [figure.joints()[name] for name in tops])[:, 1].min())
        for figure in blocking.figures
    }
    who = min(rows, key=lambda each: rows[each])
    feet = [figure.joints()[f"ankle-{side}"] for figure in blocking.figures for side in "lr"]
    roomy = bool((_rows(blocking.camera, feet)[:, 1] < WHOLE).all())
    off = max(HEADROOM[0] - rows[who], 0.0 if roomy else rows[who] - HEADROOM[1])
    if off > 0:
        yield Finding("headroom", who, off * 5)


def _cuts(blocking: Blocking) -> Iterator[Finding]:
    """No edge of the frame runs through a joint: ankles, knees, wrists and necks end above or below it."""
    if blocking.framing in {"extreme-close-up", "wide", "extreme-wide"}:
        return
    for figure in blocking.figures:
        world = figure.joints()
        rows = _rows(blocking.camera, [world[name] for name in JOINTED])
        near = [JOINT - abs(y - 1) for x, y in rows.tolist() if -0.05 < x < 1.05]  # noqa: PLR2004 - beside the frame
        worst = max(near, default=-1.0)
        if worst > 0:
            yield Finding("joint", figure.actor.look.id, worst / JOINT * 0.6)


def _covers(blocking: Blocking) -> Iterator[Finding]:
    """No face is hidden by another body; those who embrace may hide theirs."""
    eye = np.array(blocking.camera.place)
    for figure in blocking.figures:
        if figure.actor.pose in MEANT:
            continue
        points = _face_points(figure, blocking.camera)
        others = [other for other in blocking.everyone if other is not figure]
        hidden = np.zeros(len(points), bool)
        for other in others:
            hidden |= _hides(other, eye, points)
        if hidden.mean() > COVERED:
            yield Finding("covered", figure.actor.look.id, float(hidden.mean()))


def _face_points(figure: Placed, camera: Camera) -> Points:
    """Return nine points over a face, across the camera's view."""
    face = figure.face
    right = camera.turn[0]
    steps = [(x, y) for y in (0.5, 0.0, -0.55) for x in (-0.55, 0.0, 0.55)]
    return np.array([face.at + right * x * face.radius + np.array([0.0, y * face.radius, 0.0]) for x, y in steps])


def _hides(other: Placed, eye: Points, points: Points) -> "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]":
    """Return which points a body stands before, as seen from `eye`."""
    world = other.joints()
    hidden = np.zeros(len(points), bool)
    for first, second, share in LIMBS:
        gap = _gaps(eye, points, world[first], world[second])
        hidden |= gap < share * 1.7
    return hidden


def _gaps(eye: Points, points: Points, a: Points, b: Points) -> Points:
    """Return how near the lines from `eye` to points pass the line from `a` to `b` (closest points of two segments)."""
    d1, d2, r = points - eye, b - a, eye - a
    aa, ee, f = (d1 * d1).sum(axis=1), float(d2 @ d2) + 1e-9, float(d2 @ r)
    c, bb = d1 @ r, d1 @ d2
    den = aa * ee - bb * bb
    s = np.clip(np.where(den > 1e-9, (bb * f - c * ee) / np.maximum(den, 1e-9), 0.0), 0.0, 1.0)  # noqa: PLR2004 - parallel
    t = np.clip((bb * s + f) / ee, 0.0, 1.0)
    s = np.clip((t * bb - c) / np.maximum(aa, 1e-9), 0.0, 0.97)
    return np.asarray(np.linalg.norm(eye + d1 * s[:, None] - (a + d2 * t[:, None]), axis=1))


def _eyelines(blocking: Blocking) -> Iterator[Finding]:
    """Who looks at somebody looks near them: the same side, and up or down as their heights ask."""
    people = {figure.actor.look.id: figure for figure in blocking.everyone}
    for figure in blocking.everyone:
        if figure.target not in people or figure.actor.pose in {*MEANT, *HEADED} or figure.actor.facing != "auto":
            continue
        want = towards(figure.joints()["eyes"], people[figure.target].joints()["eyes"])
        seen = wrapped(want[0] + blocking.choices.azimuth)
        aside = float(np.clip(seen, -PROFILE, PROFILE)) if figure is not blocking.framer else seen
        right = wrapped(figure.turn + blocking.choices.azimuth + figure.head[0] + figure.eyes[0] - aside)
        up = figure.head[1] + figure.eyes[1] - want[1]
        miss = max(abs(right) / CHEAT[0], abs(up) / CHEAT[1])
        if miss > 1:
            yield Finding("eyeline", figure.actor.look.id, (miss - 1) / 2)


def _shoulders(blocking: Blocking) -> Iterator[Finding]:
    """The shoulder of an over-the-shoulder shot stands at its side: seen, and not in the way."""
    framer, camera = blocking.framer, blocking.camera
    if framer is None:
        return
    face = framer.face
    x, y = _rows(camera, [face.at])[0].tolist()
    wide = face.radius * 1.15 * camera.scale(camera.depth(tuple(face.at.tolist()))) / camera.width
    left = x < 0.5  # noqa: PLR2004 - the middle
    seen = min(1.0, x + wide) if left else 1 - max(0.0, x - wide)
    off = max(SHOULDER[0] - seen, seen - SHOULDER[1], abs(y - 0.36) - 0.3)
    if off > 0:
        yield Finding("shoulder", framer.actor.look.id, off * 3)


SHOT_RULES: tuple[Callable[[Blocking], Iterator[Finding]], ...] = (
    _faces, _frames, _headrooms, _cuts, _covers, _eyelines, _shoulders,
)  # fmt: skip


def check_sequence(shots: Sequence[Blocking]) -> tuple[Finding, ...]:
    """Return what breaks between consecutive shots of one scene: sides that change, and cuts that jump."""
    return tuple(
        finding for before, after in pairwise(shots) for finding in (*_line(before, after), *_jump(before, after))
    )


def _line(before: Blocking, after: Blocking) -> Iterator[Finding]:
    """People keep their sides of the frame from shot to shot."""
    then, now = _sides(before), _sides(after)
    for one, other in combinations([who for who in then if who in now], 2):
        if (then[one] - then[other]) * (now[one] - now[other]) < 0:
            yield Finding("line", one, 1.0)


def _sides(blocking: Blocking) -> dict[str, float]:
    """Return where everybody's head is, from left to right."""
    heads = [figure.face.at for figure in blocking.everyone]
    if not heads:
        return {}
    columns = _rows(blocking.camera.level, heads)[:, 0].tolist()
    return {figure.actor.look.id: x for figure, x in zip(blocking.everyone, columns, strict=True)}


def _jump(before: Blocking, after: Blocking) -> Iterator[Finding]:
    """The camera moves enough between shots of the same people: a framing step, another angle, or 30 degrees."""
    then = {figure.actor.look.id for figure in before.everyone}
    now = {figure.actor.look.id for figure in after.everyone}
    if then != now or not now or before.framing != after.framing:
        return
    around = abs(wrapped(before.choices.azimuth - after.choices.azimuth))
    same_angle = before.reading.words.angle == after.reading.words.angle
    if same_angle and before.figures[0].actor.look.id == after.figures[0].actor.look.id and around < STEP:
        yield Finding("jump", after.figures[after.focus].actor.look.id, 1 - around / STEP)
