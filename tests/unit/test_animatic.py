"""The moving camera: no move uncovers an edge, none trembles, and the frame's colours are Rec. 709's."""

from dataclasses import replace
from itertools import pairwise

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.image.previz.camera import LENSES, aimed
from generation.image.previz.ink import frames
from generation.image.previz.layers import GROUND, Layer, facing, stack
from generation.image.previz.painting import paint
from generation.image.previz.vocabulary import FRAMINGS, PLACES
from generation.requests.pictures import Actor, Look, PanelRequest
from generation.video import encoder
from generation.video.animatic import flight
from generation.video.animatic.moves import MOVES, OVERSCAN, camera_at, known, overscan
from generation.video.animatic.scenery import merged

WISH = PanelRequest(
    description="",
    place="sea",
    hour="dawn",
    weather="clear",
    mood="tender",
    framing="wide",
    angle="eye-level",
    actors=(Actor(look=Look(id="mei")),),
    seed=5,
    width=108,
    height=192,
)
FRAMES = 5


def shown(painting, view) -> np.ndarray:  # noqa: ANN001
    """Return how much of each pixel is covered when every layer is white."""
    white = tuple(replace(layer, pixels=solid(layer.pixels)) for layer in painting.layers)
    return flight.seen(white, painting.camera, view, 0.0)[..., 3]


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
    wish = replace(WISH, place=place, framing=framing)
    paintings = {wide: paint(wish, overscan=wide) for wide in {overscan(move) for move in MOVES}}
    for move in MOVES:
        painting = paintings[overscan(move)]
        for n in (0, FRAMES // 2, FRAMES - 1):
            view = camera_at(painting.camera, move, n, FRAMES)
            assert shown(painting, view).min() >= 250, (place, framing, move, n)


@pytest.mark.parametrize("move", MOVES)
def test_no_layer_is_seen_beyond_what_was_painted(move: str) -> None:
    painting = paint(WISH, overscan=overscan(move))
    base = painting.camera
    frame = np.array([[0, 0, 1], [base.width, 0, 1], [base.width, base.height, 1], [0, base.height, 1]], float)
    for layer in (each for each in painting.layers if each.depth > 0.5 * base.reach and len(each.planes) == 1):
        for n in range(FRAMES):
            way = layer.planes[0].homography(base, camera_at(base, move, n, FRAMES))
            source = frame @ way.T
            corners = source[:, :2] / source[:, 2:]
            below = corners[2:] if layer.planes[0] == GROUND else corners
            assert (below >= -2).all(), (layer.name, move, n)
            assert (below <= np.array(base.size) + 2).all(), (layer.name, move, n)


def test_a_still_camera_sees_the_painting_itself() -> None:
    painting = paint(replace(WISH, place="mountain"), overscan=OVERSCAN)
    base = painting.camera
    moved = flight.seen(painting.layers, base, replace(base, margin=0), 0.0)[..., :3]
    direct = np.zeros((base.size[1], base.size[0], 3), np.uint8)
    for layer in painting.layers:
        stack(direct, layer.pixels, layer.corner)
    edge = base.margin
    inner = direct[edge : edge + base.height, edge : edge + base.width]
    assert np.abs(moved.astype(int) - inner.astype(int)).mean() < 1.5


@pytest.mark.parametrize("move", ["push-in", "pan-right", "tilt-up", "static"])
def test_a_move_trembles_by_less_than_a_tenth_of_a_pixel(move: str) -> None:
    base = replace(aimed(LENSES["wide"], "eye-level", azimuth=0, size=(270, 480)), margin=43)
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


@pytest.mark.parametrize("move", MOVES)
def test_the_panel_is_in_every_clip(move: str) -> None:
    base = aimed(LENSES["medium"], "eye-level", azimuth=0, size=(270, 480))
    apart = [np.abs(base.pixels(MARKS) - camera_at(base, move, n, 91).pixels(MARKS)).max() for n in range(91)]
    assert min(apart) < 0.02 * base.height


MARKS = [(x, y, 0.0) for x in (-0.4, 0.0, 0.4) for y in (0.8, 1.5)]


@given(st.sampled_from(sorted(MOVES)), st.sampled_from(sorted(LENSES)), st.integers(1, 200), st.integers(0, 99))
def test_no_move_goes_further_than_flat_layers_bear(move: str, framing: str, frames: int, seed: int) -> None:
    base = aimed(LENSES[framing], "eye-level", azimuth=0.1, size=(270, 480))
    for n in range(0, frames, 7):
        view = camera_at(base, move, n, frames, seed=seed)
        gone = np.linalg.norm(np.array(view.place) - base.place)
        assert gone <= 0.14 * base.reach + 1e-6
        assert abs(view.yaw - base.yaw) <= np.radians(5.01)
        assert abs(view.pitch - base.pitch) <= np.radians(5.01)


def test_an_orbit_keeps_its_subject_where_it_is() -> None:
    base = aimed(LENSES["medium"], "eye-level", azimuth=0.0, size=(270, 480))
    subject = np.array(base.place) + base.turn[2] * base.reach
    places = [camera_at(base, "orbit", n, 31).pixels([subject])[0] for n in range(31)]
    assert np.ptp(places, axis=0).max() < 0.5


def test_layers_that_hardly_part_are_merged_and_look_the_same() -> None:
    painting = paint(replace(WISH, place="forest"), overscan=OVERSCAN)
    base = painting.camera
    views = [camera_at(base, "static", n, FRAMES) for n in (0, FRAMES - 1)]
    fewer = merged(painting.layers, base, views, [base.reach])
    assert len(fewer) < len(painting.layers)
    before, after = (flight.seen(tuple(each), base, replace(base, margin=0), 0.0) for each in (painting.layers, fewer))
    assert np.abs(before.astype(int) - after).mean() < 1.0


@given(st.integers(2, 40), st.integers(2, 40), st.integers(0, 2**31))
def test_layers_are_stacked_as_paint_is(width: int, height: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    alpha = rng.integers(0, 256, (3, height, width, 1))
    pictures = np.concatenate([rng.integers(0, 256, (3, height, width, 3)) * alpha // 255, alpha], axis=3).astype(
        np.uint8
    )
    pictures[0] = 255 * (pictures[0] > 120)
    pictures[0, ..., 3] = 255
    still = np.eye(3)[None]
    flights = [
        frames.Flight(np.ascontiguousarray(each), (0, 0, width, height), still, np.zeros((1, 3))) for each in pictures
    ]
    frame = np.zeros((height, width, 4), np.uint8)
    frames.fly(flights, frame)
    flat = np.zeros((height, width, 3), np.uint8)
    for each in pictures:
        stack(flat, each, (0, 0))
    assert np.abs(frame[..., :3].astype(int) - flat).max() <= 3


def test_a_finished_frame_is_the_graded_picture_in_planes() -> None:
    painting = paint(WISH)
    grade = painting.grade()
    frame = flight.seen(painting.layers, painting.camera, painting.camera, 0.0)
    picture = np.ascontiguousarray(frame[..., :3])
    matrix, paper = np.ascontiguousarray(grade.matrix), np.ascontiguousarray(grade.paper.transpose(2, 0, 1))
    found = frames.finish(frame, grade.spill(frame), matrix, grade.curve, paper)
    wanted = encoder.planes(grade(picture))
    apart = np.abs(np.frombuffer(found, np.uint8).astype(int) - np.frombuffer(wanted, np.uint8))
    assert apart.max() <= 3
    assert apart.mean() < 0.3
