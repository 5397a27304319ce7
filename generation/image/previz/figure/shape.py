"""The baked data of all figures: one mesh, its bones, its bodies and the moves of its face. Read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).with_name("figure.npz")
STEP = 5e-5
"""Offsets are kept as whole numbers of 0.05 mm."""

Points = NDArray[np.float32]
Faces = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Move:
    """What a feature or a face unit of weight 1 does: the points it moves (k) and by how much (k, 3), in metres."""

    points: NDArray[np.intp]
    offsets: Points


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """The mesh that every figure is a form of.

    `points` (n, 3) is the base body in rest pose; `bodies` and `limbs` are what each named body or build adds to the
    points and to the `joints` (bones, 2, 3: head and tail). `lips`, `mouth` and `nails` (n) are 0 to 1.
    """

    points: Points
    lips: Points
    mouth: Points
    nails: Points
    bones: tuple[str, ...]
    parents: tuple[int, ...]
    carriers: NDArray[np.uint8]
    weights: Points
    joints: Points
    bodies: Mapping[str, Points]
    limbs: Mapping[str, Points]
    moves: Mapping[str, Move]
    regions: Mapping[str, Faces]
    numbers: Mapping[str, int]

    def faces(self, region: str) -> Faces:
        """Return the triangles (m, 3) of a region; `SKINS` and `EXTRAS` name them."""
        return self.regions[region]

    def bone(self, name: str) -> int:
        """Return a bone's number."""
        return self.numbers[name]

    def carried(self, *names: str) -> Points:
        """Return how much (n, 0 to 1) each point hangs on the bones whose names begin with one of `names`."""
        numbers = [number for bone, number in self.numbers.items() if bone.startswith(names)]
        return np.asarray((self.weights * np.isin(self.carriers, numbers)).sum(axis=1))


EXTRAS: Mapping[str, tuple[str, ...]] = {
    "tights": ("tights",),
    "skirt": ("skirt",),
    "eye-left": ("l-eye",),
    "eye-right": ("r-eye",),
    "lashes": ("l-eyelashes-2", "r-eyelashes-2"),
    "teeth-upper": ("upper-teeth",),
    "teeth-lower": ("lower-teeth",),
    "tongue": ("tongue",),
}
"""What lies around the body, by our names. Only upper lashes: drawn lower ones make everybody look painted."""

SKINS: Mapping[str, tuple[str, ...]] = {
    "head": ("head", "neck"),
    "hands": ("hand", "thumb", "index", "middle", "ring", "little"),
    "arms": ("forearm", "upper-arm"),
    "legs": ("thigh", "shin"),
    "feet": ("foot", "toes"),
    "torso": ("hips", "spine", "shoulder"),
}
"""Parts of the body's own surface and the bones they hang on; they overlap by a ring of triangles, so none gapes."""


@cache
def shape() -> Shape:
    """Read the baked data."""
    with np.load(FILE) as baked:
        arrays = {name: baked[name] for name in baked.files}
    bones = tuple(str(name) for name in arrays["bones"])
    bodies = [str(name) for name in arrays["bodies"]]
    made = Shape(
        points=arrays["points"],
        **{name: arrays[name].astype(np.float32) / 255 for name in ("lips", "mouth", "nails", "weights")},
        bones=bones,
        parents=tuple(arrays["parents"].tolist()),
        carriers=arrays["carriers"],
        joints=arrays["joints"],
        bodies={name: _metres(each) for name, each in zip(bodies, arrays["body offsets"], strict=True)},
        limbs=dict(zip(bodies, arrays["joint offsets"], strict=True)),
        moves=_moves(arrays),
        regions={},
        numbers={name: number for number, name in enumerate(bones)},
    )
    regions = {
        name: np.concatenate([arrays[f"faces {part}"] for part in parts]).astype(np.int32)
        for name, parts in EXTRAS.items()
    }
    return _with_regions(made, regions, arrays["faces body"].astype(np.int32))


def _metres(whole: NDArray[np.int16]) -> Points:
    return np.ascontiguousarray(whole.T * np.float32(STEP))


def _moves(arrays: Mapping[str, NDArray[np.generic]]) -> dict[str, Move]:
    """Unpack the sparse moves."""
    starts = np.asarray(arrays["move starts"], int)
    points = np.asarray(arrays["move points"], np.intp)
    offsets = np.asarray(arrays["move offsets"], np.float32) * np.float32(STEP)
    balls = np.unique(np.concatenate([arrays["faces l-eye"], arrays["faces r-eye"]]))
    moves = {}
    for name, start, end in zip(arrays["moves"], starts[:-1], starts[1:], strict=True):
        stays = np.isin(points[start:end], balls) & str(name).startswith("eyeLook")  # eyeballs turn by their paint
        moves[str(name)] = Move(points[start:end][~stays], np.ascontiguousarray(offsets[:, start:end].T[~stays]))
    return moves


def _with_regions(made: Shape, extras: dict[str, Faces], body: Faces) -> Shape:
    """Divide the body's surface among the regions."""
    hung = {name: made.carried(*bones)[body] for name, bones in SKINS.items()}
    most = np.argmax([share.sum(axis=1) for share in hung.values()], axis=0)
    skins = {
        name: np.ascontiguousarray(body[(share > 0.3).all(axis=1) | (most == number)])  # noqa: PLR2004 - by eye
        for number, (name, share) in enumerate(hung.items())
    }
    fields = {name: getattr(made, name) for name in made.__dataclass_fields__}
    return Shape(**{**fields, "regions": {**extras, **skins}})


@cache
def picked(*regions: str) -> tuple[NDArray[np.intp], Faces]:
    """Return the points of regions and their triangles, each once, counted among those points."""
    data = shape()
    faces = np.unique(np.concatenate([data.faces(name) for name in regions]), axis=0)
    used, inverse = np.unique(faces, return_inverse=True)
    return used, np.ascontiguousarray(inverse.reshape(faces.shape), np.int32)
