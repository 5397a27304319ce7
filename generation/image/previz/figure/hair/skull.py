"""The skull: how far its surface lies in every direction, and where hair begins on it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from generation.image.previz.figure.mesh import Vectors

MIDDLE = np.array([0.0, 0.01, -0.075])
"""The middle of the head, from between the eyes, in head units."""

CROWN = (180.0, 62.0)
"""Where hair turns around itself: az, el."""

EAR = 0.086
"""Whatever stands further aside than this is an ear, which hair lies over or behind."""

CHIN = -0.14
"""What lies lower is neck."""

THIN = 3
"""Every third point of a head says enough."""

STEP = 5.0
"""Degrees between the directions in which the surface is known."""


@dataclass(frozen=True, slots=True)
class Skull:
    """The surface of a head: `radii` (37, 73) by el (-90 to 90) and az (-180 to 180), in head units from `MIDDLE`."""

    radii: NDArray[np.float64]

    def at(self, az: ArrayLike, el: ArrayLike, lift: ArrayLike = 0.0) -> Vectors:
        """Return points (…, 3) over the surface, `lift` away from it, from between the eyes."""
        way = towards(az, el)
        return np.asarray(MIDDLE + way * (self._radius(az, el) + np.asarray(lift, float))[..., None])

    def _radius(self, az: ArrayLike, el: ArrayLike) -> NDArray[np.float64]:
        """Interpolate between the four directions around."""
        x = (((np.asarray(az, float) + 180) % 360) / STEP).clip(0, 71.999)
        y = ((np.asarray(el, float) + 90) / STEP).clip(0, 35.999)
        i, j = y.astype(int), x.astype(int)
        v, u = y - i, x - j
        low = self.radii[i, j] * (1 - u) + self.radii[i, j + 1] * u
        high = self.radii[i + 1, j] * (1 - u) + self.radii[i + 1, j + 1] * u
        return np.asarray(low * (1 - v) + high * v)


def skull(points: Vectors) -> Skull:
    """Measure a head from its points (n, 3), in head units from between the eyes; ears do not count."""
    near = points[(np.abs(points[:, 0]) < EAR) & (points[:, 1] > CHIN)][::THIN] - MIDDLE
    length = np.linalg.norm(near, axis=1)
    rows, columns = np.meshgrid(np.arange(-90, 91, STEP), np.arange(-180, 181, STEP), indexing="ij")
    way = towards(columns, rows).reshape(-1, 3)
    close = np.exp(((way @ (near / length[:, None]).T - 1) * 220).astype(np.float32))
    radii = (close @ length) / (close.sum(axis=1) + 1e-12)
    return Skull(radii.reshape(rows.shape))


def towards(az: ArrayLike, el: ArrayLike) -> Vectors:
    """Return unit vectors (…, 3) of directions in degrees."""
    a, e = np.radians(np.asarray(az, float)), np.radians(np.asarray(el, float))
    a, e = np.broadcast_arrays(a, e)
    return np.stack([np.sin(a) * np.cos(e), np.sin(e), np.cos(a) * np.cos(e)], axis=-1)


def direction(way: Vectors) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return az and el, in degrees, of vectors (…, 3)."""
    unit = way / (np.linalg.norm(way, axis=-1, keepdims=True) + 1e-12)
    return np.degrees(np.arctan2(unit[..., 0], unit[..., 2])), np.degrees(np.arcsin(unit[..., 1].clip(-1, 1)))


HAIRLINES: Mapping[str, tuple[tuple[float, float], ...]] = {
    "full": (
        (0, 36), (22, 37), (42, 32), (54, 22), (61, 8), (66, -7), (70, -8), (75, 6), (90, 12), (106, 4), (116, -20),
        (132, -42), (155, -52), (180, -55),
    ),
    "peaked": (
        (0, 34), (16, 39), (36, 38), (50, 26), (59, 8), (65, -16), (70, -18), (76, 4), (90, 12), (106, 4), (116, -22),
        (132, -44), (155, -53), (180, -55),
    ),
    "receding": (
        (0, 46), (18, 52), (34, 50), (46, 34), (56, 18), (63, -8), (69, -12), (76, 4), (90, 10), (106, 2), (116, -22),
        (132, -42), (155, -52), (180, -54),
    ),
    "monk": ((0, 14), (60, 10), (90, 6), (120, -18), (150, -40), (180, -46)),
}  # fmt: skip
"""Where hair begins: az (both sides) to el."""


def hairline(name: str, az: ArrayLike) -> NDArray[np.float64]:
    """Return the el at which hair begins, for each az."""
    side = np.abs((np.asarray(az, float) + 180) % 360 - 180)
    line = np.array(HAIRLINES[name], float)
    return np.asarray(np.interp(side, line[:, 0], line[:, 1]))
