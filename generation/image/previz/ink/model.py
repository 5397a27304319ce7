"""A group of figures as one mesh, in the arrays that the loops read."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generation.image.previz.figure.mesh import Mesh, Part
from generation.image.previz.ink import kernels
from generation.image.previz.ink.kernels import Floats
from generation.image.previz.ink.paint import Paint

Figure = Sequence[Part]
"""Whatever is outlined and lit as one: a person with clothes and what they hold, an animal, a chair. In the world."""

Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Model:
    """All parts of a group: `faces` (m, 3) name rows of `points`, `rest` and `normals`.

    `parts` is each face's paint and `owners` the figure of each paint.
    """

    points: Floats
    faces: Ints
    slots: NDArray[np.uint8]
    parts: NDArray[np.uint8]
    rest: Floats
    normals: Floats
    owners: Ints
    paints: tuple[Paint, ...]


def gathered(figures: Sequence[Figure]) -> Model:
    """Join all parts; points that no face uses are left out."""
    parts = [part for figure in figures for part in figure]
    owners = [number for number, figure in enumerate(figures) for _ in figure]
    trimmed = [_trimmed(part.mesh) for part in parts]
    starts = np.cumsum([0, *(len(each.points) for each in trimmed)])
    return Model(
        points=np.concatenate([each.points for each in trimmed]),
        faces=np.concatenate([each.faces + start for each, start in zip(trimmed, starts[:-1], strict=True)]).astype(
            np.int32
        ),
        slots=np.concatenate([each.slots for each in trimmed]),
        parts=np.concatenate([np.full(len(each.faces), number, np.uint8) for number, each in enumerate(trimmed)]),
        rest=np.concatenate([each.rest for each in trimmed]),
        normals=np.concatenate([kernels.normals(each.points, each.faces) for each in trimmed]),
        owners=np.array(owners, np.int32),
        paints=tuple(part.paint for part in parts),
    )


def _trimmed(of: Mesh) -> Mesh:
    named = np.zeros(len(of.points), bool)
    named[of.faces] = True
    used = np.flatnonzero(named)
    faces = np.ascontiguousarray((np.cumsum(named) - 1)[of.faces], np.int32)
    points, rest = np.ascontiguousarray(of.points[used], np.float32), np.ascontiguousarray(of.rest[used], np.float32)
    return Mesh(points, faces, of.slots, rest)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of all paints in rows: where each paint's begin, (of, to, first test, end), tones, tests."""

    first: Ints
    rows: Ints
    tones: Floats
    tests: Floats


def patterns(paints: Sequence[Paint]) -> Patterns:
    """Return the patterns of paints as tables."""
    every = [pattern for paint in paints for pattern in paint.patterns]
    ends = np.cumsum([len(pattern.where) for pattern in every])
    rows = [(p.of, p.to, end - len(p.where), end) for p, end in zip(every, ends, strict=True)]
    tests = [
        (test.x, test.side, test.y, test.z, test.tag, test.offset, test.period, test.duty)
        for pattern in every
        for test in pattern.where
    ]
    return Patterns(
        first=np.cumsum([0, *(len(paint.patterns) for paint in paints)], dtype=np.int32),
        rows=np.array(rows, np.int32).reshape(-1, 4),
        tones=np.array([pattern.tone for pattern in every], np.float32),
        tests=np.array(tests, np.float32).reshape(-1, 8),
    )
