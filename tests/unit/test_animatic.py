"""The moving camera: no move uncovers an edge, none trembles, and the frame's colours are Rec. 709's."""

from dataclasses import replace
from itertools import pairwise

import cv2
import numpy as np
import pytest

from generation.image.previz.camera import aimed
from generation.image.previz.layers import Layer, facing
from generation.image.previz.painting import paint
from generation.image.previz.vocabulary import FRAMINGS, PLACES
from generation.requests import PanelRequest
from generation.video.animatic import encoder, flight
from generation.video.animatic.moves import MOVES, OVERSCAN, known
from generation.video.animatic.shot import camera_at

WISH = PanelRequest(
    description="",
    place="sea",
    hour="dawn",
    weather="clear",
    mood="tender",
    framing="wide",
    angle="eye-level",
    characters=("mei",),
    seed=5,
    width=108,
    height=192,
)
FRAMES = 5


def shown(painting, view) -> np.ndarray:  # noqa: ANN001
    """Return how much of each pixel is covered when every layer is white."""
    white = tuple(replace(layer, pixels=solid(layer.pixels)) for layer in painting.layers)
    return flight.seen(white, painting.camera, view, 0.0)


def solid(pixels: np.ndarray) -> np.ndarray:
    return np.repeat(pixels[..., 3:], 4, axis=2)


@pytest.mark.parametrize("framing", ["extreme-wide", "close-up"])
@pytest.mark.parametrize("place", ["sea", "room"])
def test_no_move_uncovers_an_edge(place: str, framing: str) -> None:
    every_move_is_covered(place, framing)


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_no_move_uncovers_an_edge_of_any_place(place: str) -> None:
    for framing in FRAMINGS:
        every_move_is_covered(place, framing)


def every_move_is_covered(place: str, framing: str) -> None:
    painting = paint(replace(WISH, place=place, framing=framing), overscan=OVERSCAN)
    for move in MOVES:
        for n in (0, FRAMES // 2, FRAMES - 1):
            view = camera_at(painting.camera, move, n, FRAMES)
            assert shown(painting, view).min() >= 250, (place, framing, move, n)


@pytest.mark.parametrize("move", MOVES)
def test_no_layer_is_seen_beyond_what_was_painted(move: str) -> None:
    painting = paint(WISH, overscan=OVERSCAN)
    base = painting.camera
    frame = np.array([[0, 0, 1], [base.width, 0, 1], [base.width, base.height, 1], [0, base.height, 1]], float)
    for layer in (each for each in painting.layers if each.depth > 0.5 * base.reach and len(each.planes) == 1):
        for n in range(FRAMES):
            way = layer.planes[0].homography(base, camera_at(base, move, n, FRAMES)) @ flight.shifted(
                base.margin, base.margin
            )
            source = frame @ way.T
            corners = source[:, :2] / source[:, 2:]
            below = corners[2:] if layer.name in ("ground", "water", "beach") else corners
            assert (below >= -2).all(), (layer.name, move, n)
            assert (below <= np.array(base.size) + 2).all(), (layer.name, move, n)


def test_a_still_camera_sees_the_painting_itself() -> None:
    painting = paint(replace(WISH, place="mountain"), overscan=OVERSCAN)
    base = painting.camera
    moved = flight.seen(painting.layers, base, base, 0.0)
    direct = np.zeros((base.size[1], base.size[0], 3), np.uint8)
    for layer in painting.layers:
        flight.stack(direct, layer.pixels, layer.corner)
    edge = base.margin
    inner = direct[edge : edge + base.height, edge : edge + base.width]
    assert np.abs(moved.astype(int) - inner.astype(int)).mean() < 1.5


@pytest.mark.parametrize("move", ["push-in", "pan-right", "tilt-up", "static"])
def test_a_move_trembles_by_less_than_a_tenth_of_a_pixel(move: str) -> None:
    base = aimed("wide", "eye-level", azimuth=0, figures=1, size=(270, 480), margin=43, indoors=False)
    noise = cv2.GaussianBlur(np.random.default_rng(1).normal(0, 1, base.size[::-1]), (0, 0), 1.5)
    grey = (noise / noise.std() * 40 + 128).clip(0, 255).astype(np.uint8)
    pixels = np.dstack([grey, grey, grey, np.full_like(grey, 255)])
    plane = Layer(name="test", pixels=pixels, corner=(0, 0), planes=(facing(base, base.reach),), depth=base.reach)
    views = [camera_at(base, move, n, 40) for n in range(40)]
    frames = [flight.seen((plane,), base, view, 0.0)[160:320, 55:215, 0].astype(np.float32) for view in views]
    window = cv2.createHanningWindow((160, 160), cv2.CV_32F)
    steps = np.array([cv2.phaseCorrelate(a, b, window)[0] for a, b in pairwise(frames)])
    time = np.arange(len(steps))
    for axis in (0, 1):
        trend = np.polyval(np.polyfit(time, steps[:, axis], 4), time)
        assert np.sqrt(np.mean((steps[:, axis] - trend) ** 2)) < 0.1, axis


def test_near_things_move_more_than_far_ones() -> None:
    base = paint(WISH, overscan=OVERSCAN).camera
    view = base.moved(right=0.1)
    middle = np.array([base.size[0] / 2, base.size[1] / 2, 1.0])
    slides = []
    for depth in (base.reach * 0.6, base.reach, base.reach * 4, float("inf")):
        x, _, w = facing(base, depth).homography(base, view) @ middle
        slides.append(abs(x / w - middle[0]))
    assert slides == sorted(slides, reverse=True)
    assert slides[-1] < 1e-6


@pytest.mark.parametrize(
    ("colour", "expected"),
    [((255, 255, 255), (235, 128, 128)), ((0, 0, 0), (16, 128, 128)), ((255, 0, 0), (63, 102, 240))],
)
def test_frames_are_limited_range_rec_709(colour: tuple[int, int, int], expected: tuple[int, int, int]) -> None:
    image = np.full((4, 4, 3), colour, np.uint8)
    raw = np.frombuffer(encoder.planes(image), np.uint8)
    assert len(raw) == 4 * 4 * 3 // 2
    for got, want in zip((raw[0], raw[16], raw[20]), expected, strict=True):
        assert abs(int(got) - want) <= 1


def test_moves_are_known_by_nearby_words() -> None:
    assert known("push in") == "push-in"
    assert known("Pan_Left") == "pan-left"
    assert known("drone swoop of doom") in MOVES
