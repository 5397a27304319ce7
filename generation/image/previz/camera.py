"""The camera: where it stands, what it sees, and how a move changes it.

The world is in metres: x to the right, y up, z away from the panel's camera. The subject stands at the origin.
Pixels of a canvas count from its top left corner, overscan included.
"""

from dataclasses import dataclass, replace
from math import atan2, cos, hypot, radians, sin, tan

import numpy as np
from numpy.typing import ArrayLike, NDArray

Points = NDArray[np.float64]
"""Points, one a row: (n, 3) in metres or (n, 2) in pixels."""

NEAR = 0.15
"""Nothing nearer than this (metres) is drawn: polygons are clipped there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lens:
    """How a framing sees its subject, a figure of 1.7 m.

    `frame` is the height in metres seen at the subject, `fov` the vertical angle of view in degrees, `eye` the height
    of the camera and `aim` the height it centres, in metres; `defocus` blurs what lies far behind, in thousandths of
    the picture's height; `several` widens the frame when more than one figure has to fit.
    """

    frame: float
    fov: float
    eye: float
    aim: float
    defocus: float = 0.0
    several: float = 1.0


LENSES = {
    "extreme-wide": Lens(frame=12.5, fov=46, eye=2.8, aim=3.9),
    "wide": Lens(frame=5.4, fov=42, eye=1.6, aim=1.85),
    "full": Lens(frame=2.7, fov=37, eye=1.35, aim=1.12, defocus=0.5, several=1.12),
    "medium": Lens(frame=1.35, fov=32, eye=1.45, aim=1.3, defocus=1.6, several=1.35),
    "close-up": Lens(frame=0.74, fov=27, eye=1.5, aim=1.5, defocus=4.0, several=1.45),
    "extreme-close-up": Lens(frame=0.44, fov=24, eye=1.55, aim=1.55, defocus=6.0, several=1.45),
    "insert": Lens(frame=0.62, fov=28, eye=1.15, aim=0.95, defocus=4.5),
}
"""Framing to lens (after the framing tables of storyboard practice, widened for upright frames)."""

ANGLES = {"eye-level": 0.0, "low": -1.0, "high": 1.0}
"""Angle to the side the camera looks from: above 1, below -1."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Camera:
    """A pinhole camera with a shifting lens, over a canvas of `width` x `height` pixels plus `margin` on each side.

    `yaw` turns to the right and `pitch` up, in radians. `focal` is in picture heights; `shift` moves the picture down
    (in heights) without turning the camera, so that walls stay upright. `reach` is the distance to the subject.
    """

    place: tuple[float, float, float]
    yaw: float
    pitch: float
    focal: float
    shift: float
    reach: float
    width: int
    height: int
    margin: int = 0

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of a canvas, overscan included."""
        return self.width + 2 * self.margin, self.height + 2 * self.margin

    @property
    def turn(self) -> Points:
        """Rows: the camera's right, down and forward in the world."""
        cy, sy, cp, sp = cos(self.yaw), sin(self.yaw), cos(self.pitch), sin(self.pitch)
        return np.array([[cy, 0.0, -sy], [sy * sp, -cp, cy * sp], [sy * cp, sp, cy * cp]])

    @property
    def matrix(self) -> Points:
        """Camera space to pixels, (3, 3)."""
        width, height = self.size
        f = self.focal * self.height
        return np.array([[f, 0.0, width / 2], [0.0, f, height / 2 + self.shift * self.height], [0.0, 0.0, 1.0]])

    def seen(self, points: ArrayLike) -> Points:
        """Return points in camera space: right, down, depth."""
        away: Points = np.asarray(points, float) - self.place
        return away @ self.turn.T

    def depth(self, at: tuple[float, float, float]) -> float:
        """Return how far in front of the camera a point lies, in metres."""
        return float(self.seen([at])[0, 2])

    def flat(self, seen: Points) -> Points:
        """Project points of camera space to pixels."""
        image: Points = seen @ self.matrix.T
        return image[:, :2] / np.maximum(image[:, 2:], 1e-6)

    def pixels(self, points: ArrayLike) -> Points:
        """Project points of the world to pixels; they must be in front of the camera."""
        return self.flat(self.seen(points))

    def outline(self, points: ArrayLike) -> Points | None:
        """Project a polygon, clipped at the near plane; None when all of it is behind."""
        seen = self.seen(points)
        if (seen[:, 2] < NEAR).any():
            seen = _clipped(seen)
        return self.flat(seen) if len(seen) > 2 else None  # noqa: PLR2004 - a polygon has three corners

    def scale(self, depth: float) -> float:
        """Return pixels a metre at this depth."""
        return self.focal * self.height / max(depth, NEAR)

    def towards(self, azimuth: float, elevation: float) -> tuple[float, float]:
        """Return the pixel of a direction of the world in radians: the sun, a star, a far peak."""
        way = [cos(elevation) * sin(azimuth), sin(elevation), cos(elevation) * cos(azimuth)]
        x, y = self.flat(np.array([way]) @ self.turn.T)[0]
        return float(x), float(y)

    @property
    def horizon(self) -> float:
        """The row of eye height at infinity, under the middle of the picture."""
        return self.towards(self.yaw, 0.0)[1]

    def moved(
        self, *, right: float = 0.0, up: float = 0.0, ahead: float = 0.0, yaw: float = 0.0, pitch: float = 0.0
    ) -> "Camera":
        """Return the camera moved along its own axes (metres), then turned (radians)."""
        axes = self.turn
        x, y, z = (np.array(self.place) + right * axes[0] - up * axes[1] + ahead * axes[2]).tolist()
        return replace(self, place=(x, y, z), yaw=self.yaw + yaw, pitch=self.pitch + pitch)


def _clipped(seen: Points) -> Points:
    """Cut a polygon of camera space at the near plane (Sutherland and Hodgman, one plane)."""
    kept: list[Points] = []
    for here, there in zip(seen, np.roll(seen, -1, axis=0), strict=True):
        if here[2] >= NEAR:
            kept.append(here)
        if (here[2] >= NEAR) != (there[2] >= NEAR):
            kept.append(here + (there - here) * ((NEAR - here[2]) / (there[2] - here[2])))
    return np.array(kept).reshape(-1, 3)


ROOFED = {
    "extreme-wide": Lens(frame=4.7, fov=50, eye=1.5, aim=1.75),
    "wide": Lens(frame=3.7, fov=46, eye=1.4, aim=1.5),
}
"""Lenses that see less ceiling, for sets with a roof."""


def aimed(  # noqa: PLR0913 - each is one trait, and most are rarely given
    framing: str, angle: str, *, azimuth: float, figures: int, size: tuple[int, int], margin: int, indoors: bool
) -> Camera:
    """Place the camera for a framing and an angle, `azimuth` radians around the subject.

    At eye level the camera looks straight ahead and the lens shifts; from above or below it turns, so that verticals
    lean as they do in a comic.
    """
    lens = ROOFED.get(framing, LENSES[framing]) if indoors else LENSES[framing]
    frame = lens.frame * (lens.several if figures > 1 else 1.0)
    focal = 0.5 / tan(radians(lens.fov) / 2)
    distance = frame * focal
    side = ANGLES[angle]
    eye = lens.eye if side == 0 else max(0.3, lens.aim + distance * tan(radians(24 if side > 0 else -13)))
    pitch = atan2(lens.aim - eye, distance) if side else 0.0
    shift = 0.0 if side else focal * (lens.aim - eye) / distance
    width, height = size
    return Camera(
        place=(-distance * sin(azimuth), eye, -distance * cos(azimuth)),
        yaw=azimuth,
        pitch=pitch,
        focal=focal,
        shift=shift,
        reach=hypot(distance, lens.aim - eye) if side else distance,
        width=width,
        height=height,
        margin=margin,
    )
