"""A circled area: what a finger drew on a photo of a picture is found, whatever the chat did to the photo."""

from functools import cache

import cv2
import numpy as np
import pytest

from generation.errors import InvalidRequest
from generation.image.circle import Lack, Unmarked, circled, tinted
from generation.image.previz.drawing import drawn
from generation.requests.pictures import Actor, Look, PanelRequest

WIDTH, HEIGHT = 720, 1280
"""Pixels of a photo of an upright panel, as Telegram hands it on."""

COLOURS = {"red": (40, 40, 235), "white": (255, 255, 255), "yellow": (60, 220, 255), "black": (0, 0, 0)}
"""Blue, green, red."""

PANELS = {
    "restaurant": PanelRequest(
        description="They talk.", place="restaurant", hour="dusk", weather="clear", mood="joy", framing="wide",
        angle="eye-level", actors=(Actor(look=Look(id="lin")), Actor(look=Look(id="bo", sex="man"))), seed=4,
    ),
    "sea": PanelRequest(
        description="He looks up.", place="sea", hour="morning", weather="clear", mood="tender", framing="close-up",
        angle="eye-level", actors=(Actor(look=Look(id="bo", sex="man")),), seed=5,
    ),
    "street": PanelRequest(
        description="She waits.", place="street", hour="night", weather="rain", mood="tense", framing="medium",
        angle="eye-level", actors=(Actor(look=Look(id="mei", colours=("#b02020",))),), seed=3,
    ),
}  # fmt: skip


@cache
def panel(name: str) -> bytes:
    pixels, _ = drawn(PANELS[name], lambda _: None)
    return png(cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR))


def png(pixels: np.ndarray) -> bytes:
    return cv2.imencode(".png", pixels)[1].tobytes()


def jpeg(pixels: np.ndarray, quality: int) -> bytes:
    return cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes()


def opened(data: bytes, mode: int = cv2.IMREAD_COLOR) -> np.ndarray:
    return np.asarray(cv2.imdecode(np.frombuffer(data, np.uint8), mode))


def photo(name: str) -> np.ndarray:
    """A panel as Telegram shows it."""
    small = cv2.resize(opened(panel(name)), (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
    return opened(jpeg(small, 85))


def ring(middle: tuple[float, float], radii: tuple[float, float], gap: float = 0.0) -> np.ndarray:
    """An ellipse drawn by hand, a share `gap` of it left open."""
    turn = np.linspace(0.4, 0.4 + 2 * np.pi * (1 - gap), 80)
    wobble = 1 + 0.06 * np.sin(3 * turn)
    around = np.stack([np.cos(turn) * radii[0] * wobble, np.sin(turn) * radii[1] * wobble], axis=1)
    return np.round(np.array(middle) + around).astype(np.int32)


def marked(pixels: np.ndarray, stroke: np.ndarray, colour: str = "red", width: int = 9) -> np.ndarray:
    shown = pixels.copy()
    cv2.polylines(shown, [stroke], isClosed=False, color=COLOURS[colour], thickness=width, lineType=cv2.LINE_AA)
    return shown


def within(stroke: np.ndarray, width: int = 9) -> np.ndarray:
    """What a person means: the inside of their stroke, and the stroke."""
    area = np.zeros((HEIGHT, WIDTH), np.uint8)
    cv2.fillPoly(area, [stroke], (255.0,))
    cv2.polylines(area, [stroke], isClosed=False, color=(255.0,), thickness=width)
    return cv2.resize(area, (1080, 1920)) >= 128


def overlap(mask: bytes, meant: np.ndarray) -> float:
    """Intersection over union."""
    found = opened(mask, cv2.IMREAD_GRAYSCALE) >= 128
    return float((found & meant).sum() / (found | meant).sum())


LOOPS = [ring((330, 520), (130, 170)), ring((420, 760), (200, 140), gap=0.12), ring((360, 600), (150, 210), gap=0.25)]


@pytest.mark.parametrize("name", PANELS)
def test_a_loop_in_any_colour_closed_or_open_is_found_whatever_the_chat_does_to_the_photo(name: str) -> None:
    found = {
        (colour, quality, number): overlap(circled(panel(name), sent), within(loop))
        for number, loop in enumerate(LOOPS)
        for colour, quality, scale in [("red", 90, 1.0), ("yellow", 40, 0.8), ("white", 70, 0.6)]
        for sent in [jpeg(cv2.resize(marked(photo(name), loop, colour), None, fx=scale, fy=scale), quality)]
    }
    assert min(found.values()) > 0.72, found
    assert sum(found.values()) / len(found) > 0.82, found


def test_black_is_found_where_the_picture_is_not_black() -> None:
    sent = jpeg(marked(photo("restaurant"), LOOPS[0], "black"), 70)
    assert overlap(circled(panel("restaurant"), sent), within(LOOPS[0])) > 0.8


def test_a_photo_that_was_cropped_is_laid_where_it_belongs() -> None:
    sent = jpeg(marked(photo("sea"), LOOPS[0])[60:1230, 25:700], 70)
    assert overlap(circled(panel("sea"), sent), within(LOOPS[0])) > 0.8


def test_two_loops_mark_two_areas() -> None:
    first, second = ring((200, 300), (90, 90)), ring((500, 900), (110, 80))
    sent = jpeg(marked(marked(photo("restaurant"), first), second, "yellow"), 80)
    meant = within(first) | within(second)
    assert overlap(circled(panel("restaurant"), sent), meant) > 0.75


def test_a_scribble_marks_what_it_covers() -> None:
    across = np.array([[250 + 160 * (step % 2), 400 + 9 * step] for step in range(24)], np.int32)
    meant = np.zeros((HEIGHT, WIDTH), np.uint8)
    cv2.rectangle(meant, (245, 395), (415, 612), (255.0,), cv2.FILLED)
    sent = jpeg(marked(photo("sea"), across), 80)
    assert overlap(circled(panel("sea"), sent), cv2.resize(meant, (1080, 1920)) >= 128) > 0.75


def arrow() -> np.ndarray:
    return np.array([[200, 300], [420, 700], [400, 640], [420, 700], [370, 665]], np.int32)


def refusal(name: str, sent: bytes) -> Lack:
    with pytest.raises(Unmarked) as caught:
        circled(panel(name), sent)
    return caught.value.lack


def test_an_arrow_is_no_area() -> None:
    assert refusal("sea", jpeg(marked(photo("sea"), arrow()), 80)) is Lack.OPEN


def test_a_line_is_no_area() -> None:
    line = np.array([[100, 300], [600, 340]], np.int32)
    assert refusal("sea", jpeg(marked(photo("sea"), line, width=14), 80)) is Lack.OPEN


@pytest.mark.parametrize("quality", [95, 60, 30])
@pytest.mark.parametrize("name", PANELS)
def test_on_the_photo_alone_nothing_is_marked(name: str, quality: int) -> None:
    sent = jpeg(cv2.resize(photo(name), None, fx=0.7, fy=0.7, interpolation=cv2.INTER_AREA), quality)
    assert refusal(name, sent) is Lack.NOTHING


def test_a_loop_around_the_whole_picture_marks_nothing() -> None:
    frame = np.array([[8, 8], [711, 8], [711, 1271], [8, 1271], [8, 8]], np.int32)
    assert refusal("sea", jpeg(marked(photo("sea"), frame), 85)) is Lack.EVERYTHING


def test_a_photo_of_another_picture_is_told_from_this_one() -> None:
    assert refusal("sea", jpeg(marked(photo("street"), LOOPS[0]), 85)) is Lack.OTHER


@pytest.mark.parametrize("broken", [b"", b"no picture"])
def test_what_is_no_picture_is_refused(broken: bytes) -> None:
    with pytest.raises(InvalidRequest, match="no picture"):
        circled(panel("sea"), broken)


def test_the_same_photo_marks_the_same_area_to_the_byte() -> None:
    sent = jpeg(marked(photo("sea"), LOOPS[1])[40:, :], 60)
    assert circled(panel("sea"), sent) == circled(panel("sea"), sent)


def test_the_mask_is_black_and_white_in_the_size_of_the_picture() -> None:
    mask = opened(circled(panel("sea"), jpeg(marked(photo("sea"), LOOPS[0]), 80)), cv2.IMREAD_UNCHANGED)
    assert mask.shape == (1920, 1080)
    assert set(np.unique(mask)) == {0, 255}


def test_an_area_is_shown_as_it_is_and_all_else_paler() -> None:
    mask = circled(panel("sea"), jpeg(marked(photo("sea"), LOOPS[0]), 80))
    shown, picture = opened(tinted(panel("sea"), mask)), opened(panel("sea"))
    inside = cv2.erode(opened(mask, cv2.IMREAD_GRAYSCALE), np.ones((25, 25), np.uint8)) > 0
    outside = cv2.dilate(opened(mask, cv2.IMREAD_GRAYSCALE), np.ones((25, 25), np.uint8)) == 0
    assert np.abs(shown.astype(int) - picture)[inside].mean() < 4
    assert shown[outside].std() < 0.5 * picture[outside].std()


def test_a_mask_of_another_size_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="size"):
        tinted(panel("sea"), png(np.zeros((10, 10), np.uint8)))
