"""The character sheet: one person from four sides and with six expressions, on paper, with the colours they have."""

from dataclasses import dataclass
from itertools import pairwise
from math import atan2, degrees, radians, tan

import cv2
import numpy as np

from generation.image.previz.camera import Camera
from generation.image.previz.direction.players import Parts, standing
from generation.image.previz.direction.reading import Notes, look_read
from generation.image.previz.direction.standins import joints
from generation.image.previz.figure.faces import face
from generation.image.previz.figure.figure import figure
from generation.image.previz.figure.identity import identity
from generation.image.previz.figure.poses import POSES
from generation.image.previz.ink.render import Lamp, render
from generation.image.previz.layers import Pixels, stack
from generation.image.previz.light import Colour, rgb
from generation.image.previz.noise import clouds
from generation.image.previz.shadows import shadows
from generation.notes import Note
from generation.requests.pictures import Look, SheetRequest

PAPER, BAND, INK = rgb("#efe8da"), rgb("#e2d8c6"), (0.16, 0.12, 0.15)
TURNS = (0.0, -42.0, -84.0, 180.0)
"""Front, three-quarter, profile and back."""
EXPRESSIONS = ("neutral", "smile", "angry", "sad", "surprised", "determined")
BODIES = 0.575
"""The share of the sheet's height that the full figures take."""
SWATCHES = 0.025
"""The share of the height that the row of colours takes."""

LAMP = Lamp(
    to_key=(0.5, 0.6, -0.62),
    key=(1.02, 1.0, 0.97),
    shade=(0.66, 0.60, 0.70),
    to_rim=(-0.8, 0.35, 0.45),
    rim=(0.30, 0.26, 0.22),
    ink=INK,
)
"""The even light of a studio."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """A box of the sheet, in pixels."""

    left: int
    top: int
    width: int
    height: int


def sheet(request: SheetRequest) -> tuple[Pixels, tuple[Note, ...]]:
    """Return a character sheet (height, width, 3), red first, and notes on words that were replaced."""
    notes = Notes()
    look = look_read(request.look, notes)
    page = _page(request.width, request.height)
    _bodies(page, request, look)
    _swatches(page, look)
    half = (1.0 - BODIES - SWATCHES) / 2
    cells = [each for i in range(2) for each in _row(request, BODIES + SWATCHES + half * i, half, 3)]
    for number, (cell, expression) in enumerate(zip(cells, EXPRESSIONS, strict=True)):
        _bust(page, cell, look, expression, number)
    return page, tuple(notes.said)


def _row(request: SheetRequest, top: float, height: float, count: int) -> list[Cell]:
    """Return equal boxes in a row."""
    edges = np.linspace(0, request.width, count + 1).astype(int).tolist()
    high = (round(top * request.height), round((top + height) * request.height))
    return [
        Cell(left=left, top=high[0], width=right - left, height=high[1] - high[0]) for left, right in pairwise(edges)
    ]


def _page(width: int, height: int) -> Pixels:
    """Return paper, a little darker behind the full figures."""
    page = np.empty((height, width, 3), np.float32)
    page[:] = PAPER
    floor = round(height * BODIES)
    ramp = np.linspace(0, 1, floor, dtype=np.float32)[:, None, None] ** 2
    page[:floor] = np.array(PAPER) * (1 - ramp) + np.array(BAND) * ramp
    fibre = cv2.resize(clouds(9, 6, 10, 5), (width, height)) - 0.5
    return np.asarray(np.clip(page * (1 + 0.05 * fibre[..., None]) * 255 + 0.5, 0, 255), np.uint8)


def _camera(cell: Cell, *, frame: float, eye: float, aim: float, fov: float) -> Camera:
    """Return a camera before the origin that sees `frame` metres of height, `aim` metres high in the middle."""
    focal = 0.5 / tan(radians(fov) / 2)
    distance = frame * focal
    return Camera(
        place=(0.0, eye, -distance),
        yaw=0.0,
        pitch=0.0,
        focal=focal,
        shift=focal * (aim - eye) / distance,
        reach=distance,
        width=cell.width,
        height=cell.height,
    )


def _bodies(page: Pixels, request: SheetRequest, look: Look) -> None:
    """Draw the full figures in a row, on one scale for everybody, so that a child is smaller on its sheet too."""
    tall = max(float(joints(look, "stand")["top"][1]), 1.5)
    frame, row = tall / 0.90, Cell(left=0, top=0, width=request.width, height=round(BODIES * request.height))
    camera = _camera(row, frame=frame, eye=tall * 0.62, aim=frame / 2 - 0.05 * tall, fov=16)
    step = frame * row.width / row.height / len(TURNS)
    made = []
    for number, turn in enumerate(TURNS):
        x = (number - (len(TURNS) - 1) / 2) * step
        aside = degrees(atan2(x, camera.reach))
        made.append(standing(figure(look, POSES["stand"], face("neutral")), (x, 0.0, 0.0), turn - aside))
    box = page[: row.height]
    dark = shadows(made, (0.25, 1.0, -0.2), camera, INK)
    if dark:
        stack(box, dark.pixels, dark.corner)
    for each in made:
        _drawn(box, each, camera)


def _bust(page: Pixels, cell: Cell, look: Look, expression: str, number: int) -> None:
    """Draw a head with an expression, turned a little, this way and that."""
    own = joints(look, "stand")
    eyes, top = float(own["eyes"][1]), float(own["top"][1])
    size = float(own["crown"][1] - own["chin"][1])
    frame = (top - eyes) + size * 1.12
    camera = _camera(cell, frame=frame, eye=eyes, aim=top + size * 0.1 - frame / 2, fov=18)
    turn = (-16.0, 20.0, 12.0, -24.0, 8.0, -20.0)[number]
    made = standing(figure(look, POSES["stand"], face(expression)), (0.0, 0.0, 0.0), turn)
    box = page[cell.top : cell.top + cell.height, cell.left : cell.left + cell.width]
    _drawn(box, made, camera)


def _drawn(box: Pixels, made: Parts, camera: Camera) -> None:
    inked = render([made], [LAMP], camera, finer=1.5)
    if inked.pixels.size:
        stack(box, inked.pixels, inked.corner)


def _swatches(page: Pixels, look: Look) -> None:
    """Paint a row of dots: skin, hair, eyes, and the clothes' own colours."""
    own = identity(look).colours
    hues: list[Colour] = [own.skin, own.hair, own.eyes, *map(rgb, look.colours)]
    height, width = page.shape[:2]
    radius = round(height * SWATCHES * 0.36)
    y = round(height * (BODIES + SWATCHES / 2))
    for number, hue in enumerate(hues):
        x = round(width / 2 + (number - (len(hues) - 1) / 2) * radius * 3.2)
        tone = tuple(round(each * 255) for each in hue)
        cv2.circle(page, (x * 16, y * 16), radius * 16, tone, -1, cv2.LINE_AA, 4)
        ring = tuple(round(each * 255) for each in INK)
        cv2.circle(page, (x * 16, y * 16), radius * 16, ring, max(1, radius // 9), cv2.LINE_AA, 4)
