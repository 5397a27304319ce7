"""Inking: figures before a camera become one cel-shaded, outlined layer.

Meshes are in the world (`camera`). What belongs together (a pair that embraces, a rider and the horse) is inked
at once, with one depth buffer; who merely stands behind somebody is inked apart and stacked by depth.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil, floor
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from generation.image.previz.camera import NEAR, Camera
from generation.image.previz.ink import kernels
from generation.image.previz.ink.kernels import Floats
from generation.image.previz.ink.model import Figure, Ints, Model, gathered, patterns
from generation.image.previz.layers import Pixels
from generation.image.previz.light import Colour

LINE = 2.6
"""Width of the outline of a figure at one metre from the camera, in thousandths of the picture's height."""
WIDEST, THINNEST = 3.4, 0.9
"""Bounds of that width."""
INNER = 0.62
"""Lines inside a silhouette are as much thinner."""
EDGE = 0.75
"""Pixels (of the fine picture) by which lines are softened."""
HATCH = 5.2
"""Distance of hatch lines, in thousandths of the picture's height."""
FIGURE = 1.7
"""Metres of a body's height: what rest positions are shares of."""
MAP = 640
"""Side of the shadow map: 3 mm a cell for a standing figure."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lamp:
    """The light on a figure: unit vectors of the world towards the key and towards the light from behind.

    A lit surface is multiplied by `key`, a shaded one by `shade`; edges seen against `to_rim` get `rim` added.
    """

    to_key: tuple[float, float, float]
    key: Colour
    shade: Colour
    to_rim: tuple[float, float, float]
    rim: Colour
    ink: Colour = (0.07, 0.05, 0.09)
    shadows: bool = True

    @property
    def row(self) -> Floats:
        """The fifteen numbers that the kernel reads."""
        return np.array([*_unit(self.to_key), *self.key, *self.shade, *_unit(self.to_rim), *self.rim], np.float32)


@dataclass(frozen=True, kw_only=True, slots=True)
class Inked:
    """A drawn group: premultiplied pixels (height, width, 4); their top left is at `corner` of the camera's canvas."""

    pixels: Pixels
    corner: tuple[int, int]


NO_MAP, NO_WAY = np.zeros((1, 1), np.float32), np.zeros((3, 4), np.float32)
NOTHING = Inked(pixels=np.zeros((0, 0, 4), np.uint8), corner=(0, 0))


def render(figures: Sequence[Figure], lamps: Sequence[Lamp], camera: Camera, *, finer: float = 1.3) -> Inked:
    """Draw figures that hide one another truly; `finer` is the supersampling, 1 for drafts to 2.

    `lamps` is one for each figure; lines take the first one's ink. Nothing in view gives an empty picture.
    """
    if not any(figures):
        return NOTHING
    model = gathered(figures)
    screen = _screen(model.points, camera)
    pad = 4 + ceil(_width(screen, camera))
    box = _box(screen, camera, pad)
    if box is None:
        return NOTHING
    left, top, width, height = box
    fine = (ceil(width * finer), ceil(height * finer))
    scale = np.array([fine[0] / width, fine[1] / height], np.float32)
    screen[:, :2] = (screen[:, :2] - (left, top)) * scale
    near, ids = np.zeros((fine[1], fine[0]), np.float32), np.full((fine[1], fine[0]), -1, np.int32)
    kernels.raster(model.faces, screen, near, ids)
    scene = _scene(model, screen, lamps, camera, (near, ids), _rays(camera, (left, top), scale))
    kernels.shade(scene)
    pixels = scene.kept["pixels"]
    outer, inner = kernels.borders(scene, near.shape)
    line = _width(screen, camera) * float(scale[1])
    lines = _softened(np.maximum(_drawn(outer, line), _drawn(inner, line * INNER)))
    kernels.lay(pixels, lines, np.array(lamps[0].ink, np.float32))
    small = pixels if fine == (width, height) else cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA)
    return Inked(pixels=np.asarray(small, np.uint8), corner=(left, top))


def _drawn(marks: Pixels, width: float) -> Pixels:
    """Return marks, two pixels wide, as lines of `width` pixels: any fraction, so that a slow push-in does not jump."""
    grow = (width - 2) / 2
    if grow <= 0:
        return np.asarray(cv2.convertScaleAbs(marks, alpha=max(0.25, width / 2)), np.uint8)
    less, more = floor(grow), floor(grow) + 1
    thin = cv2.dilate(marks, _disc(less)) if less else marks
    return np.asarray(cv2.addWeighted(cv2.dilate(marks, _disc(more)), grow - less, thin, 1 - grow + less, 0), np.uint8)


def _softened(lines: Pixels) -> Pixels:
    """Take the steps out of lines: silhouettes end in ink, so this smooths their edges without more samples."""
    return np.asarray(cv2.convertScaleAbs(cv2.GaussianBlur(lines, (5, 5), EDGE), alpha=1.2), np.uint8)


@cache
def _disc(radius: int) -> Pixels:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1)), np.uint8)


def identify(figures: Sequence[Figure], camera: Camera) -> Ints:
    """Return, for each pixel of the camera's canvas, the number of the figure it shows, -1 where none: a quick look."""
    width, height = camera.size
    near, ids = np.zeros((height, width), np.float32), np.full((height, width), -1, np.int32)
    whose: list[int] = []
    for number, figure in enumerate(figures):
        for part in figure:
            kernels.raster(part.mesh.faces, _screen(part.mesh.points, camera), near, ids, len(whose))
            whose += [number] * len(part.mesh.faces)
    return np.where(ids >= 0, np.array([*whose, -1], np.int32)[ids], -1).astype(np.int32)


def _screen(points: Floats, camera: Camera) -> Floats:
    """Return column, row and nearness (1/depth) of points; nearness 0 for what is behind the camera."""
    way = (camera.matrix @ camera.turn).astype(np.float32)
    seen = (points - np.asarray(camera.place, np.float32)) @ way.T
    ahead = seen[:, 2] > NEAR
    nearness = np.where(ahead, 1 / np.maximum(seen[:, 2], NEAR), 0)
    return np.ascontiguousarray(np.stack([seen[:, 0] * nearness, seen[:, 1] * nearness, nearness], axis=1), np.float32)


def _width(screen: Floats, camera: Camera) -> float:
    """Return the width of the outline in pixels of the canvas, by the nearest tenth of what is seen."""
    ahead = screen[screen[:, 2] > 0, 2]
    nearness = float(np.quantile(ahead, 0.9)) if len(ahead) else 0.0
    return min(WIDEST, max(THINNEST, LINE * nearness * 1.6)) * camera.height / 1000


def _box(screen: Floats, camera: Camera, pad: int) -> tuple[int, int, int, int] | None:
    """Return left, top, width and height of what is seen, inside the canvas; None for nothing."""
    ahead = screen[screen[:, 2] > 0]
    if not len(ahead):
        return None
    width, height = camera.size
    low, high = ahead[:, :2].min(axis=0) - pad, ahead[:, :2].max(axis=0) + pad
    left, top = max(0, floor(low[0])), max(0, floor(low[1]))
    right, foot = min(width, ceil(high[0])), min(height, ceil(high[1]))
    return (left, top, right - left, foot - top) if right - left > 1 and foot - top > 1 else None


def _rays(camera: Camera, corner: tuple[int, int], scale: Floats) -> Floats:
    """Return the ray of the box's first pixel and its changes by column and row: its points lie at depth times ray."""
    back = np.linalg.inv(camera.matrix @ camera.turn)
    start = back @ (*corner, 1.0)
    return np.ascontiguousarray(np.stack([start, back[:, 0] / scale[0], back[:, 1] / scale[1]]), np.float32)


def _scene(
    model: Model, screen: Floats, lamps: Sequence[Lamp], camera: Camera, buffers: tuple[Floats, Ints], rays: Floats
) -> kernels.Scene:
    """Lay out everything that the loops read and write."""
    near, ids = buffers
    height, width = near.shape
    shadow, to_map = _shadow(model, lamps[0], camera) if lamps[0].shadows else (NO_MAP, NO_WAY)
    table = patterns(model.paints)
    subject = np.quantile(screen[screen[:, 2] > 0, 2], 0.5)
    numbers = {
        "width": width,
        "height": height,
        "map": MAP if lamps[0].shadows else 0,
        "hatch": float(camera.focal * subject * 1000 / HATCH * FIGURE),
    }
    arrays: dict[str, NDArray[Any]] = {
        "face": model.faces,
        "slot": model.slots,
        "part": model.parts,
        "vertex": np.concatenate([screen, model.normals, model.rest], axis=1),
        "colours": np.stack([paint.colours for paint in model.paints]),
        "finish": np.stack([paint.finishes for paint in model.paints]),
        "owner": model.owners,
        "first": table.first,
        "pattern": table.rows,
        "tone": table.tones,
        "test": table.tests,
        "light": np.stack([lamp.row for lamp in lamps]),
        "ray": rays,
        "to_map": to_map,
        "shadow": shadow,
        "maybe": np.zeros(len(model.faces), np.uint64),
        "near": near,
        "ids": ids,
        "facing": np.zeros((height, width, 3), np.int8),
        "drawn": np.zeros((height, width, 2), np.uint8),
        "pixels": np.zeros((height, width, 4), np.uint8),
    }
    return kernels.scene(numbers, arrays)


def _shadow(model: Model, lamp: Lamp, camera: Camera) -> tuple[Floats, Floats]:
    """Return the shadow map (heights towards the light) and the matrix from camera rays times depth into it."""
    light = np.array(_unit(lamp.to_key))
    across = np.array(_unit(tuple(np.cross((0.0, 1.0, 0.0), light).tolist())))
    axes = np.stack([across, np.cross(light, across), light])
    spots = model.points @ axes.T.astype(np.float32)
    low, high = spots.min(axis=0), spots.max(axis=0)
    cell = max(float((high - low)[:2].max()) / (MAP - 4), 1e-6)
    cast = np.empty_like(spots)
    cast[:, :2] = (spots[:, :2] - low[:2]) / cell + 2
    cast[:, 2] = spots[:, 2] - low[2] + 1
    near, ids = np.full((MAP, MAP), 1e-9, np.float32), np.full((MAP, MAP), -1, np.int32)
    kernels.raster(model.faces, np.ascontiguousarray(cast), near, ids)
    way = np.concatenate([axes[:2] / cell, axes[2:]])
    place = way @ np.array(camera.place)
    shift = np.array([2 - low[0] / cell, 2 - low[1] / cell, 1 - low[2]])
    return near, np.ascontiguousarray(np.concatenate([way, (place + shift)[:, None]], axis=1), np.float32)


def _unit(vector: tuple[float, ...]) -> tuple[float, float, float]:
    x, y, z = (np.asarray(vector, float) / (np.linalg.norm(vector) + 1e-12)).tolist()
    return x, y, z
