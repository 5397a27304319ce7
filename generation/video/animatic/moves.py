"""Camera moves: where the camera is at each moment of a shot, around the panel's own camera."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from math import pi, sin

from generation.image.previz.camera import Camera

OVERSCAN = 0.09
"""How much more than the frame is painted on each side, in picture heights: no move uncovers an edge."""

Way = Callable[[Camera, float], Camera]
"""The camera at a moment `t` of its move, 0 to 1."""


def ease(t: float) -> float:
    """Start and end gently, but never stand still: a move is often cut before its end."""
    return 0.3 * t + 0.7 * t * t * (3 - 2 * t)


def _static(base: Camera, t: float) -> Camera:
    far = base.reach
    return base.moved(ahead=0.028 * far * t, right=0.006 * far * sin(pi * t))


def _push(base: Camera, t: float) -> Camera:
    far, e = base.reach, ease(t)
    return base.moved(ahead=0.15 * far * e, right=0.022 * far * e, yaw=-0.013 * e)


def _pull(base: Camera, t: float) -> Camera:
    far, e = base.reach, ease(t)
    return base.moved(ahead=-0.085 * far * e, right=-0.012 * far * e, yaw=0.006 * e)


def _pan(side: int) -> Way:
    """Slide and turn by a share of the picture, whatever the lens (hence the division by its focal length)."""

    def way(base: Camera, t: float) -> Camera:
        e = side * (2 * ease(t) - 1) / base.focal
        return base.moved(right=0.018 * base.reach * e, ahead=0.01 * base.reach * t, yaw=0.04 * e)

    return way


def _tilt(side: int) -> Way:
    def way(base: Camera, t: float) -> Camera:
        e = side * (2 * ease(t) - 1) / base.focal
        return base.moved(up=0.014 * base.reach * e, ahead=0.01 * base.reach * t, pitch=0.04 * e)

    return way


MOVES: Mapping[str, Way] = {
    "static": _static,
    "push-in": _push,
    "pull-out": _pull,
    "pan-left": _pan(-1),
    "pan-right": _pan(1),
    "tilt-up": _tilt(1),
    "tilt-down": _tilt(-1),
}
"""Static shots breathe; push and pull start on the panel; pans and tilts pass through it half-way."""


def known(move: str) -> str:
    """Return the move we know that is nearest to a word; `static` when none is."""
    plain = move.strip().lower().replace("_", "-").replace(" ", "-")
    if plain in MOVES:
        return plain
    close = get_close_matches(plain, list(MOVES), n=1, cutoff=0.5)
    return close[0] if close else "static"
