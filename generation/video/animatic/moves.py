"""Camera moves: where the camera is at each moment of a shot, around the panel's own camera.

Lengths are shares of the distance to the subject, turns are radians divided by the focal length where they pan, so that
a move covers the same share of the picture through any lens. No move goes further than painted layers can bear: a
seventh of the distance, five degrees around.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from math import atan, cos, pi, radians, sin

from generation.image.previz.camera import Camera
from generation.image.previz.noise import dice

OVERSCAN = 0.09
"""How much more than the frame is painted on each side, in picture heights: no move uncovers an edge."""

WIDER = {"orbit": 0.14, "track-left": 0.12, "track-right": 0.12}
"""Moves that need more: far walls slide past while the camera goes around, near leaves while it goes along."""

ARC = radians(5.0)
"""How far an orbit goes to each side of the panel, at most; a long lens sees less of the set, and goes less far."""

ACROSS = 0.042
"""How far a track goes to each side of the panel."""

TREMOR = ((0.31, 1.0), (0.73, 0.55), (1.37, 0.3), (2.3, 0.12))
"""Swings a second of a camera on a shoulder, and how strong each is: a breath, steps, a hand."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """A moment of a shot: `t` runs from 0 to 1, `seconds` from its start; `seed` is the shot's own."""

    t: float
    seconds: float = 0.0
    seed: int = 0


Way = Callable[[Camera, Moment], Camera]
"""The camera at a moment of its move."""


def ease(t: float) -> float:
    """Start and end gently, but never stand still: a move is often cut before its end."""
    return 0.3 * t + 0.7 * t * t * (3 - 2 * t)


def _static(base: Camera, now: Moment) -> Camera:
    """Breathe: the slowest of pushes, so that nothing is ever frozen."""
    far = base.reach
    return base.moved(ahead=0.022 * far * now.t, right=0.004 * far * sin(pi * now.t))


def _push(base: Camera, now: Moment) -> Camera:
    far, e = base.reach, ease(now.t)
    return base.moved(ahead=0.135 * far * e, right=0.018 * far * e, yaw=-0.010 * e)


def _pull(base: Camera, now: Moment) -> Camera:
    """Start near and end on the panel, the widest of the move: what frames it was never out of place."""
    far, e = base.reach, 1 - ease(now.t)
    return base.moved(ahead=0.125 * far * e, right=0.016 * far * e, yaw=-0.009 * e)


def _pan(side: int) -> Way:
    def way(base: Camera, now: Moment) -> Camera:
        e = side * (2 * ease(now.t) - 1) / base.focal
        return base.moved(right=0.018 * base.reach * e, ahead=0.01 * base.reach * now.t, yaw=0.04 * e)

    return way


def _tilt(side: int) -> Way:
    def way(base: Camera, now: Moment) -> Camera:
        e = side * (2 * ease(now.t) - 1) / base.focal
        return base.moved(up=0.014 * base.reach * e, ahead=0.01 * base.reach * now.t, pitch=0.04 * e)

    return way


def _track(side: int) -> Way:
    """Slide at an even speed: near things pass before far ones."""

    def way(base: Camera, now: Moment) -> Camera:
        return base.moved(right=side * ACROSS * base.reach * (2 * now.t - 1))

    return way


def _orbit(base: Camera, now: Moment) -> Camera:
    """Go around the subject, which stays where it is in the picture."""
    angle = min(ARC, atan(0.8 * WIDER["orbit"] / base.focal)) * (2 * ease(now.t) - 1)
    far = base.reach
    return base.moved(right=far * sin(angle), ahead=far * (1 - cos(angle)), yaw=-angle)


def _handheld(base: Camera, now: Moment) -> Camera:
    """Stand on somebody's shoulder: never quite still, a little nearer in the end."""
    luck = dice(now.seed, "handheld").uniform(0, 2 * pi, (4, len(TREMOR)))
    swings = [
        sum(power * sin(2 * pi * pace * now.seconds + phase) for (pace, power), phase in zip(TREMOR, row, strict=True))
        for row in luck.tolist()
    ]
    across, up, yaw, pitch = swings
    far, turn = base.reach, 0.0042 / base.focal
    return base.moved(
        right=0.0035 * far * across, up=0.003 * far * up, ahead=0.03 * far * ease(now.t),
        yaw=turn * yaw, pitch=turn * pitch,
    )  # fmt: skip


MOVES: Mapping[str, Way] = {
    "static": _static,
    "push-in": _push,
    "pull-out": _pull,
    "pan-left": _pan(-1),
    "pan-right": _pan(1),
    "tilt-up": _tilt(1),
    "tilt-down": _tilt(-1),
    "track-left": _track(-1),
    "track-right": _track(1),
    "orbit": _orbit,
    "handheld": _handheld,
    "rack-focus": _static,
}
"""Static shots breathe; a push starts on the panel, a pull ends on it; all others pass through it half-way."""


def camera_at(base: Camera, move: str, n: int, frames: int, *, rate: int = 30, seed: int = 0) -> Camera:
    """Return the camera of frame `n` of a shot of `frames`, without overscan."""
    moment = Moment(t=n / max(1, frames - 1), seconds=n / rate, seed=seed)
    return replace(MOVES[move](base, moment), margin=0)


def overscan(move: str) -> float:
    """Return how much more than the frame a move needs painted on each side, in picture heights."""
    return WIDER.get(move, OVERSCAN)


def known(move: str) -> str:
    """Return the move we know that is nearest to a word; `static` when none is."""
    plain = move.strip().lower().replace("_", "-").replace(" ", "-")
    if plain in MOVES:
        return plain
    close = get_close_matches(plain, list(MOVES), n=1, cutoff=0.5)
    return close[0] if close else "static"
