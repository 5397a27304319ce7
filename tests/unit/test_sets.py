"""The places: three compositions each, the same from any camera; who passes by; where one may sit; what flies."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import cv2
import numpy as np
import pytest

from generation.image.previz.layers import GROUND, Layer, keeps, merged, stack
from generation.image.previz.light import lighting
from generation.image.previz.painting import paint, picture
from generation.image.previz.scenery.air import Air
from generation.image.previz.scenery.crowd import GATHERINGS, Gathering, Kind, number, person
from generation.image.previz.scenery.sets.places import SETS
from generation.image.previz.scenery.stage import COMPOSITIONS, layout
from generation.image.previz.vocabulary import HOURS, PLACES
from generation.requests.pictures import PanelRequest
from generation.video.animatic.flight import seen
from generation.video.animatic.moves import camera_at

WISH = PanelRequest(
    description="",
    place="palace",
    hour="day",
    weather="clear",
    mood="joy",
    framing="wide",
    angle="eye-level",
    seed=11,
    scene_seed=3,
    width=270,
    height=480,
)


@lru_cache
def seeds() -> tuple[int, ...]:
    """Return a scene seed for each composition."""
    return tuple(next(seed for seed in range(99) if layout(seed) == which) for which in range(COMPOSITIONS))


def small(image: np.ndarray) -> np.ndarray:
    return cv2.resize(image, (54, 96), interpolation=cv2.INTER_AREA).astype(float)


def test_every_place_has_three_compositions_and_none_is_used_twice() -> None:
    assert set(SETS) == set(PLACES)
    ways = [way for place in SETS.values() for way in place]
    assert len(set(ways)) == len(ways) == COMPOSITIONS * len(PLACES)


def test_scene_seeds_reach_every_composition_about_equally() -> None:
    counts = np.bincount([layout(seed) for seed in range(600)])
    assert len(counts) == COMPOSITIONS
    assert counts.min() > 150


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_every_composition_paints_at_every_hour_and_no_two_look_alike(place: str) -> None:
    for hour in HOURS:
        shots = [picture(paint(replace(WISH, place=place, hour=hour, scene_seed=seed))) for seed in seeds()]
        for shot in shots:
            assert cv2.cvtColor(shot, cv2.COLOR_RGB2GRAY).std() > 7, (place, hour)
        for i, j in ((0, 1), (0, 2), (1, 2)):
            assert np.abs(small(shots[i]) - small(shots[j])).mean() > (5 if hour == "night" else 9), (place, hour, i, j)


@pytest.mark.parametrize("place", PLACES)
def test_two_shots_of_a_scene_have_the_same_composition(place: str) -> None:
    wish = replace(WISH, place=place, width=108, height=192)
    here = picture(paint(replace(wish, seed=1)))
    there = picture(paint(replace(wish, seed=2)))
    elsewhere = [
        picture(paint(replace(wish, seed=1, scene_seed=seed))) for seed in seeds() if layout(seed) != layout(3)
    ]
    colours = [cv2.calcHist([image], [0, 1, 2], None, [4, 4, 4], [0, 256] * 3) for image in (here, there, *elsewhere)]
    same, *other = (cv2.compareHist(colours[0], each, cv2.HISTCMP_BHATTACHARYYA) for each in colours[1:])
    assert same < max(other) + 0.02
    assert same < 0.45


@pytest.mark.parametrize("place", ["cave", "street", "train"])
def test_a_blurred_set_is_the_same_set(place: str) -> None:
    for framing in ("medium", "close-up", "extreme-close-up"):
        painting = paint(replace(WISH, place=place, framing=framing, width=271, height=481), overscan=0.05)
        wide, high = painting.camera.size
        for layer in painting.layers:
            (x, y), (height, width) = layer.corner, layer.pixels.shape[:2]
            assert x >= 0
            assert x + width <= wide
            assert y >= 0
            assert y + height <= high
        assert cv2.cvtColor(picture(painting), cv2.COLOR_RGB2GRAY).std() > 3


def test_a_street_is_empty_by_night_and_a_market_is_not() -> None:
    street, market = GATHERINGS["street"][0], GATHERINGS["market"][0]
    assert street is not None
    assert market is not None
    assert number(street, "night") == 0 < number(street, "dawn") < number(street, "day")
    assert number(market, "night") > 0
    assert number(street, "day", "rain") < number(street, "day")


def gatherings() -> Iterator[Gathering]:
    yield from (found for place in GATHERINGS.values() for found in place if found is not None)


def test_those_who_pass_by_stand_behind_the_actors_and_aside() -> None:
    assert set(GATHERINGS) <= set(PLACES)
    for found in gatherings():
        assert found.depths[0] >= 2.0
        assert found.half > 0.9


@pytest.mark.parametrize("kind", Kind)
def test_a_passer_by_has_two_postures_but_for_one_who_sits(kind: Kind) -> None:
    first, second = person(kind, 1, 0), person(kind, 1, 1)
    assert (first > 0).any(axis=(0, 1)).all()
    assert np.array_equal(first, second) is False
    assert np.array_equal(person(kind, 1, 0), first)


def test_a_crowd_has_layers_of_its_own_with_both_postures() -> None:
    crowds = [layer for layer in paint(replace(WISH, place="market")).layers if layer.name.startswith("crowd")]
    assert crowds
    for layer in crowds:
        assert layer.other is not None
        assert layer.other.shape == layer.pixels.shape
        assert not np.array_equal(layer.other, layer.pixels)


def test_petals_fall_and_embers_rise_and_neither_comes_indoors() -> None:
    light = lighting("day", "clear", "sad")
    for weather, falls in (("petals", True), ("embers", False)):
        swarms = Air(weather, "sad", light, indoors=False, size=(108, 192), seed=1).swarms
        assert swarms
        assert all((swarm.fall > 0) is falls for swarm in swarms)
        inside = Air(weather, "sad", light, indoors=True, size=(108, 192), seed=1).swarms
        assert inside == Air("clear", "sad", light, indoors=True, size=(108, 192), seed=1).swarms


@pytest.mark.parametrize("weather", ["petals", "embers", "rain", "snow"])
def test_what_is_in_the_air_follows_from_the_time_alone(weather: str) -> None:
    light = lighting("dusk", weather, "sad")

    def frame(air: Air, seconds: float) -> np.ndarray:
        picture = np.full((192, 108, 3), 60, np.uint8)
        air.over(picture, seconds)
        return picture

    first, again = (Air(weather, "sad", light, indoors=False, size=(108, 192), seed=4) for _ in range(2))
    frame(first, 0.5)
    assert np.array_equal(frame(first, 2.0), frame(again, 2.0))
    assert not np.array_equal(frame(first, 2.0), frame(first, 2.1))


def flat(layers: tuple[Layer, ...], size: tuple[int, int]) -> np.ndarray:
    under = np.zeros((size[1], size[0], 3), np.uint8)
    for layer in layers:
        stack(under, layer.pixels, layer.corner)
    return under


@pytest.mark.parametrize("place", ["mountain", "street", "room", "sea", "market", "cave"])
def test_merged_layers_are_few_and_look_the_same(place: str) -> None:
    painting = paint(replace(WISH, place=place), overscan=0.05)
    few = merged(painting.layers, painting.camera)
    assert sum(not keeps(layer) for layer in few) <= (5 if place == "cave" else 4)
    assert all(far.depth >= near.depth for far, near in pairwise(few) if GROUND not in (far.planes[0], near.planes[0]))
    before, after = (flat(layers, painting.camera.size) for layers in (painting.layers, few))
    assert np.abs(before.astype(int) - after.astype(int)).max() <= 4


@pytest.mark.parametrize("move", ["push-in", "pan-left", "tilt-up"])
def test_merged_layers_move_nearly_as_the_many_do(move: str) -> None:
    painting = paint(replace(WISH, place="street"), overscan=0.09)
    base = painting.camera
    view = camera_at(base, move, 1, 2)
    many, few = (
        seen(layers, base, view, 0.0).astype(float) for layers in (painting.layers, merged(painting.layers, base))
    )
    assert np.abs(many - few).mean() < 9
    assert (few.max(axis=2) == 0).mean() < 0.01
