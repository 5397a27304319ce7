"""The camera: where it stands, what it sees, and how a move changes it.

The world is in metres: x to the right, y up, z away from the panel's camera. The subject stands at the origin.
Pixels of a canvas count from its top left corner, overscan included.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from math import atan2, cos, radians, sin, sqrt, tan

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
    the picture's height.
    """

    frame: float
    fov: float
    eye: float
    aim: float
    defocus: float = 0.0


LENSES = {
    "extreme-wide": Lens(frame=12.5, fov=46, eye=2.8, aim=3.9),
    "wide": Lens(frame=4.6, fov=42, eye=1.55, aim=1.6),
    "full": Lens(frame=2.2, fov=36, eye=1.3, aim=0.92, defocus=0.5),
    "medium": Lens(frame=1.2, fov=31, eye=1.45, aim=1.25, defocus=1.6),
    "two-shot": Lens(frame=1.05, fov=29, eye=1.5, aim=1.35, defocus=2.2),
    "over-the-shoulder": Lens(frame=0.84, fov=26, eye=1.5, aim=1.4, defocus=2.6),
    "close-up": Lens(frame=0.56, fov=26, eye=1.52, aim=1.5, defocus=4.0),
    "extreme-close-up": Lens(frame=0.30, fov=23, eye=1.55, aim=1.53, defocus=6.0),
    "insert": Lens(frame=0.62, fov=28, eye=1.15, aim=0.95, defocus=4.5),
}
"""Framing to lens (after the framing tables of storyboard practice, for upright frames)."""

GLASS = {"normal": 1.0, "wide": 1.5, "long": 0.62}
"""What a director calls a lens, to how much wider it sees: a wide one comes near and bends space, a long one flattens
it and leaves the set in a blur.
"""

ELEVATIONS = {"eye-level": 0.0, "low": -15.0, "high": 24.0, "bird": 55.0, "dutch": -5.0}
"""Angle to how far above the subject the camera stands, in degrees; 0 looks straight ahead."""

ROLL = 8.0
"""Degrees that a dutch angle leans."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Camera:
    """A pinhole camera with a shifting lens, over a canvas of `width` x `height` pixels plus `margin` on each side.

    `yaw` turns to the right and `pitch` up, in radians. `focal` is in picture heights; `shift` moves the picture down
    (in heights) without turning the camera, so that walls stay upright. `reach` is the distance to the subject. `roll`
    leans the picture clockwise about its middle, in radians; pictures are painted level and leaned at the end.
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
    roll: float = 0.0

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of a canvas, overscan included."""
        return self.width + 2 * self.margin, self.height + 2 * self.margin

    @property
    def turn(self) -> Points:
        """Rows: the camera's right, down and forward in the world."""
        return _axes(self.yaw, self.pitch)

    @property
    def matrix(self) -> Points:
        """Camera space to pixels, (3, 3)."""
        width, height = self.size
        f = self.focal * self.height
        level = np.array([[f, 0.0, width / 2], [0.0, f, height / 2 + self.shift * self.height], [0.0, 0.0, 1.0]])
        if not self.roll:
            return level
        c, s, x, y = cos(self.roll), sin(self.roll), width / 2, height / 2
        lean = np.array([[c, -s, x - c * x + s * y], [s, c, y - s * x - c * y], [0.0, 0.0, 1.0]])
        return np.asarray(lean @ level)

    @property
    def level(self) -> "Camera":
        """The same camera without its roll."""
        return replace(self, roll=0.0)

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
            seen = clipped(seen)
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


@lru_cache(maxsize=64)
def _axes(yaw: float, pitch: float) -> Points:
    cy, sy, cp, sp = cos(yaw), sin(yaw), cos(pitch), sin(pitch)
    axes = np.array([[cy, 0.0, -sy], [sy * sp, -cp, cy * sp], [sy * cp, sp, cy * cp]])
    axes.flags.writeable = False
    return axes


def clipped(seen: Points) -> Points:
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


def lens_for(framing: str, glass: str = "normal", *, indoors: bool = False) -> Lens:
    """Return the lens of a framing; inside, a long one stays within the walls."""
    lens = ROOFED.get(framing, LENSES[framing]) if indoors else LENSES[framing]
    wider = max(GLASS[glass], 0.8) if indoors else GLASS[glass]
    return replace(lens, fov=min(66.0, lens.fov * wider), defocus=lens.defocus / wider**1.2)


def aimed(lens: Lens, angle: str, *, azimuth: float, size: tuple[int, int]) -> Camera:
    """Place the camera for a lens and an angle, `azimuth` radians around the subject.

    At eye level the camera looks straight ahead and the lens shifts; from above or below it turns, so that verticals
    lean as they do in a comic. The more it shows, the less it rises or sinks.
    """
    focal = 0.5 / tan(radians(lens.fov) / 2)
    distance = lens.frame * focal
    side = ELEVATIONS[angle]
    way = radians(side)
    eye = lens.eye if side == 0 else max(0.12, lens.aim + distance * sin(way))
    ground = distance if side == 0 else sqrt(max(0.04, distance**2 - (eye - lens.aim) ** 2))
    pitch = atan2(lens.aim - eye, ground) if side else 0.0
    shift = 0.0 if side else focal * (lens.aim - eye) / distance
    width, height = size
    return Camera(
        place=(-ground * sin(azimuth), eye, -ground * cos(azimuth)),
        yaw=azimuth,
        pitch=pitch,
        focal=focal,
        shift=shift,
        reach=distance,
        width=width,
        height=height,
        roll=radians(ROLL) if angle == "dutch" else 0.0,
    )
