"""Built things: boxes, walls, roofs, posts and lanterns, shaded, faded by the air and outlined in ink."""

import itertools
from dataclasses import dataclass
from math import cos, pi, radians, sin

import cv2
import numpy as np
from numpy.typing import ArrayLike

from generation.image.previz.camera import NEAR, Camera, Points, clipped
from generation.image.previz.light import Colour, dim, mix
from generation.image.previz.scenery.canvas import SHIFT, Canvas, fixed, rods, tint
from generation.image.previz.scenery.stage import Place, Stage

LINE = 2.9
"""Ink is this wide (thousandths of the height) at one metre and thins with distance."""


UP = np.array([0.0, 1.0, 0.0])
"""One metre up."""

Corners = list[Place]
"""A polygon of the world."""


def upright(x0: float, x1: float, y0: float, y1: float, z: float) -> Corners:
    """Return a rectangle that faces the viewer."""
    return [(x0, y0, z), (x1, y0, z), (x1, y1, z), (x0, y1, z)]


def along(x: float, z0: float, z1: float, y0: float, y1: float) -> Corners:
    """Return a rectangle that runs away from the viewer."""
    return [(x, y0, z0), (x, y0, z1), (x, y1, z1), (x, y1, z0)]


def lying(x0: float, x1: float, z0: float, z1: float, y: float) -> Corners:
    """Return a rectangle that lies flat."""
    return [(x0, y, z0), (x1, y, z0), (x1, y, z1), (x0, y, z1)]


@dataclass(frozen=True, slots=True)
class Face:
    """One flat polygon. `glow` shines by itself; `fade` darkens it towards its foot; `ink` is the line's strength."""

    points: Points
    colour: Colour
    glow: bool
    ink: float
    fade: float
    lift: float


class Solid:
    """A built thing: a heap of faces that is painted as one, its far faces first."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.faces: list[Face] = []
        self.lamps: list[tuple[Place, float, Colour, float]] = []

    def quad(
        self,
        points: ArrayLike,
        colour: Colour,
        *,
        glow: bool = False,
        ink: float = 0.6,
        fade: float = 0.0,
        lift: float = 0.0,
    ) -> None:
        """Add a polygon of a final colour, but for the air; `lift` (metres) puts it before its neighbours."""
        self.faces.append(Face(np.asarray(points, float), colour, glow, ink, fade, lift))

    def wall(self, points: Corners, colour: Colour, *, ink: float = 0.6, fade: float = 0.0, lift: float = 0.0) -> None:
        """Add a polygon seen from its front only (corners anticlockwise), shaded by the key."""
        corners = np.asarray(points, float)
        (ax, ay, az), (bx, by, bz), (cx, cy, cz) = corners[:3].tolist()
        ux, uy, uz, vx, vy, vz = bx - ax, by - ay, bz - az, cx - ax, cy - ay, cz - az
        nx, ny, nz = uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx
        x, y, z = self.stage.camera.place
        if nx * (x - ax) + ny * (y - ay) + nz * (z - az) <= 0:
            return
        kx, ky, kz = self.stage.key
        facing = max(0.0, (nx * kx + ny * ky + nz * kz) / (nx * nx + ny * ny + nz * nz) ** 0.5)
        tone = self.stage.light.lit(colour, min(1.0, facing * 1.35))
        self.faces.append(Face(corners, tone, glow=False, ink=ink, fade=fade, lift=lift))

    def box(  # noqa: PLR0913 - each is one trait, and most are rarely given
        self,
        at: Place,
        size: Place,
        colour: Colour,
        *,
        top: Colour | None = None,
        turn: float = 0.0,
        ink: float = 0.6,
        fade: float = 0.0,
        lift: float = 0.0,
    ) -> None:
        """Add a box that stands on `at` (the middle of its foot), `turn` degrees around."""
        a, h, b = size[0] / 2, size[1], size[2] / 2
        c, s = cos(radians(turn)), sin(radians(turn))
        foot = [(at[0] + x * c + z * s, at[2] - x * s + z * c) for x, z in ((-a, -b), (a, -b), (a, b), (-a, b))]
        low, high = at[1], at[1] + h
        for (x0, z0), (x1, z1) in zip(foot, foot[1:] + foot[:1], strict=True):
            side = [(x1, low, z1), (x0, low, z0), (x0, high, z0), (x1, high, z1)]
            self.wall(side, colour, ink=ink, fade=fade, lift=lift)
        self.wall([(x, high, z) for x, z in reversed(foot)], top or colour, ink=ink, lift=lift)
        if low > 0:
            self.wall([(x, low, z) for x, z in foot], dim(colour, 0.7), ink=ink, lift=lift)

    def post(self, at: Place, radius: float, height: float, colour: Colour, *, ink: float = 0.6) -> None:
        """Add a round column, shaded in upright bands."""
        sides = 12
        angles = [2 * pi * i / sides for i in range(sides + 1)]
        for a0, a1 in itertools.pairwise(angles):
            x0, z0 = at[0] + radius * cos(a0), at[2] + radius * sin(a0)
            x1, z1 = at[0] + radius * cos(a1), at[2] + radius * sin(a1)
            strip = [(x0, at[1], z0), (x0, at[1] + height, z0), (x1, at[1] + height, z1), (x1, at[1], z1)]
            self.wall(strip, colour, ink=0, fade=0.15)
        right = np.array(self.stage.camera.turn[0]) * radius
        for side in (-1, 1):
            foot = np.array(at) + right * side
            self.quad([foot, foot + UP * height], colour, ink=ink, lift=radius)

    def lamp(self, at: Place, radius: float, colour: Colour, strength: float = 0.6) -> None:
        """Add a glow in the air around a point; `radius` in metres."""
        self.lamps.append((at, radius, colour, strength))

    def lantern(self, at: Place, size: float, colour: Colour, *, cord: float = 0.5) -> None:
        """Hang a paper lantern: `size` is its radius in metres."""
        x, y, z = at
        self.quad([(x, y, z), (x, y + size + cord, z)], (0.1, 0.07, 0.08), ink=0.8)
        self.disc(at, (size, size * 1.1), dim(colour, 0.9), glow=True, ink=0.8, lift=0.02)
        self.disc(at, (size * 0.72, size), mix(colour, (1.0, 0.85, 0.5), 0.45), glow=True, lift=0.03)
        self.disc(at, (size * 0.42, size * 0.7), mix(colour, (1.0, 0.95, 0.75), 0.75), glow=True, lift=0.04)
        for side in (-1, 1):
            self.disc((x, y + side * size * 1.08, z), (size * 0.45, size * 0.14), (0.12, 0.08, 0.09), lift=0.05)
        self.lamp(at, size * 5.5, mix(colour, (1.0, 0.7, 0.35), 0.5), 0.55 * self.stage.light.glow)

    def disc(
        self,
        at: Place,
        size: tuple[float, float],
        colour: Colour,
        *,
        glow: bool = False,
        ink: float = 0.0,
        lift: float = 0.0,
    ) -> None:
        """Add an ellipse that faces the camera, of a final colour: `size` is half its width and height, in metres."""
        turn = np.linspace(0, 2 * pi, 20, endpoint=False)
        across = np.outer(np.cos(turn) * size[0], self.stage.camera.turn[0])
        self.quad(np.array(at) + across + np.outer(np.sin(turn) * size[1], UP), colour, glow=glow, ink=ink, lift=lift)

    def stand(self, at: Place, *, nearer: float = 0.0) -> None:
        """Put the heap on the stage as one thing that stands at `at`."""
        self.stage.put(at, self.paint, nearer=nearer)

    def paint(self, canvas: Canvas) -> None:
        """Paint every face, far ones first, then the glows."""
        camera = self.stage.camera
        if self.faces:
            drawn = _Projection(camera, self.faces, canvas.unit)
            width, height = camera.size
            for i in np.argsort(-drawn.depths, kind="stable").tolist():
                if drawn.visible(i, width, height):
                    self._face(canvas, self.faces[i], drawn, i)
        for at, radius, colour, strength in self.lamps:
            depth = camera.depth(at)
            if depth > 0.3:  # noqa: PLR2004 - in metres, by eye
                x, y = camera.pixels([at])[0]
                canvas.glow(x, y, camera.scale(depth) * radius, colour, strength)

    def _face(self, canvas: Canvas, face: Face, drawn: "_Projection", i: int) -> None:
        light, depth = self.stage.light, float(drawn.depths[i])
        air = self.stage.haze(depth)
        colour = mix(face.colour, light.fog, air * (0.35 if face.glow else 1.0))
        outline = drawn.outline(i)
        if len(outline) > 2:  # noqa: PLR2004 - a polygon has three corners
            if face.fade:
                canvas.fade(outline, colour, dim(colour, 1 - face.fade))
            else:
                cv2.fillPoly(canvas.pixels, [fixed(outline)], tint(colour), cv2.LINE_AA, SHIFT)
        if face.ink:
            line = mix(light.ink, light.fog, min(0.92, air * 1.15))
            strength = face.ink * (1 - 0.6 * air)
            if len(outline) == 2:  # noqa: PLR2004 - two ends are a line
                canvas.straight(outline[None], line, float(drawn.widths[i]), strength)
            elif drawn.near[i]:
                ends = np.stack([outline, np.concatenate([outline[1:], outline[:1]])], axis=1)
                canvas.straight(ends, mix(colour, line, strength), float(drawn.widths[i]))
            else:
                paint = tint(mix(colour, line, strength))
                for rod in drawn.rods[drawn.starts[i] : drawn.ends[i]]:
                    cv2.fillConvexPoly(canvas.pixels, rod, paint, cv2.LINE_AA, SHIFT)


class _Projection:
    """The faces of a solid as the camera sees them, all computed at once."""

    def __init__(self, camera: Camera, faces: list[Face], unit: float) -> None:
        self.camera = camera
        counts = np.array([len(face.points) for face in faces])
        self.ends = np.cumsum(counts)
        self.starts = self.ends - counts
        self.seen = camera.seen(np.concatenate([face.points for face in faces]))
        self.flat = camera.flat(self.seen)
        self.near = np.minimum.reduceat(self.seen[:, 2], self.starts) < NEAR
        middles = np.add.reduceat(self.seen[:, 2], self.starts) / counts
        self.depths = middles - np.array([face.lift for face in faces])
        self.low = np.minimum.reduceat(self.flat, self.starts)
        self.high = np.maximum.reduceat(self.flat, self.starts)
        self.widths = np.clip(LINE / np.maximum(0.8, self.depths), 0.35, 1.7)
        after = np.arange(1, len(self.flat) + 1)
        after[self.ends - 1] = self.starts
        wide = np.repeat(np.maximum(0.9, self.widths * unit), counts)
        self.rods = fixed(rods(np.stack([self.flat, self.flat[after]], axis=1), wide, 2.0 * unit))

    def visible(self, i: int, width: int, height: int) -> bool:
        """Return whether a face may touch the canvas."""
        if self.near[i]:
            outline = self.outline(i)
            if len(outline) < 3:  # noqa: PLR2004 - a polygon has three corners
                return False
            (x0, y0), (x1, y1) = outline.min(axis=0).tolist(), outline.max(axis=0).tolist()
        else:
            (x0, y0), (x1, y1) = self.low[i].tolist(), self.high[i].tolist()
        return not (x1 < 0 or x0 > width or y1 < 0 or y0 > height)

    def outline(self, i: int) -> Points:
        """Return a face's corners in pixels, cut where they come too near."""
        part = slice(self.starts[i], self.ends[i])
        if not self.near[i]:
            return self.flat[part]
        return self.camera.flat(clipped(self.seen[part])) if part.stop - part.start > 2 else self.flat[:0]  # noqa: PLR2004 - a polygon has three corners


def hip_roof(
    solid: Solid, at: Place, size: tuple[float, float], height: float, colour: Colour, up: float = 0.5
) -> None:
    """Add a tiled roof with swept-up corners: `size` is its eaves (width, depth), `up` lifts the corners, in metres."""
    x, y, z = at
    rows, ribs = 6, 14

    def point(along: float, down: float, side: int) -> Place:
        spread = 0.60 + 0.40 * down
        lift = up * abs(along) ** 3.5 * down
        return (
            x + along * size[0] / 2 * spread,
            y + height * (1 - down) ** 1.6 + lift,
            z + side * size[1] / 2 * down,
        )

    for side in (1, -1):
        for row in range(rows):
            d0, d1 = row / rows, (row + 1) / rows
            for rib in range(ribs):
                a0, a1 = 2 * rib / ribs - 1, 2 * (rib + 1) / ribs - 1
                tone = (0.80 + 0.20 * (rib % 2)) * (0.86 + 0.14 * d1)
                strip = [point(a0, d0, side), point(a1, d0, side), point(a1, d1, side), point(a0, d1, side)]
                solid.quad(strip, dim(solid.stage.light.lit(colour, 0.55 if side < 0 else 0.3), tone), ink=0.12)
    eave = [point(2 * i / 20 - 1, 1.0, -1) for i in range(21)]
    low = [(px, py - 0.16, pz) for px, py, pz in eave]
    solid.quad([*eave, *reversed(low)], dim(solid.stage.light.lit(colour, 0.1), 0.7), ink=0.9, lift=0.05)
    ridge = [point(-1, 0, -1), point(1, 0, -1)]
    solid.box((x, y + height - 0.05, z), (ridge[1][0] - ridge[0][0] + 0.3, 0.32, 0.35), dim(colour, 0.8))


def floor_tiles(
    stage: Stage, canvas: Canvas, reach: tuple[float, float, float, float], step: float, ink: Colour, alpha: float
) -> None:
    """Draw the joints of a floor between x0, x1, z0, z1, every `step` metres."""
    x0, x1, z0, z1 = reach
    camera = stage.camera
    for x in np.arange(np.ceil(x0 / step) * step, x1, step):
        joint(canvas, camera.seen([(x, 0, z0), (x, 0, z1)]), stage, ink, alpha)
    for z in np.arange(np.ceil(z0 / step) * step, z1, step):
        joint(canvas, camera.seen([(x0, 0, z), (x1, 0, z)]), stage, ink, alpha)


def joint(canvas: Canvas, seen: Points, stage: Stage, ink: Colour, alpha: float) -> None:
    """Draw one straight line of the ground, clipped before the camera, fading into the air."""
    near = 0.5
    a, b = seen if seen[0, 2] < seen[1, 2] else seen[::-1]
    if b[2] <= near:
        return
    if a[2] < near:
        a = a + (b - a) * ((near - a[2]) / (b[2] - a[2]))
    air = stage.haze(float(a[2] + b[2]) / 2)
    width = max(0.3, min(1.2, 3.0 / float(a[2])))
    canvas.strokes(
        [stage.camera.flat(np.linspace(a, b, 4))],
        mix(ink, stage.light.fog, air),
        width,
        alpha * (1 - 0.5 * air),
        taper=0,
    )


def pool(stage: Stage, canvas: Canvas, at: Place, radius: float, colour: Colour, strength: float) -> None:
    """Let a pool of light lie on the floor; `radius` in metres."""
    depth = stage.camera.depth(at)
    if depth < 0.4:  # noqa: PLR2004 - in metres, by eye
        return
    x, y = stage.camera.pixels([at])[0]
    size = stage.camera.scale(depth) * radius
    flat = min(1.0, max(0.12, (stage.camera.place[1] - at[1]) / depth))
    canvas.glow(x, y, size, colour, strength, flat=flat)
