"""The storyboard artist: every setting paints, the same wish gives the same picture, at any size."""

from dataclasses import replace

import cv2
import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generation.image.previz import vocabulary
from generation.image.previz.painting import paint, picture
from generation.image.previz.scenery.sets.places import SETS
from generation.notes import Note
from generation.requests.pictures import Actor, Look, PanelRequest
from storage.domain.story import Angle, Framing, Hour, Mood, Place, Weather

WISH = PanelRequest(
    description="She waits.",
    place="temple",
    hour="dusk",
    weather="clear",
    mood="wonder",
    framing="wide",
    angle="eye-level",
    actors=(
        Actor(look=Look(id="mei", outfit="hanfu", colours=("#b3202c",))),
        Actor(look=Look(id="li", sex="man", hair="short", outfit="coat")),
    ),
    seed=11,
    scene_seed=3,
    width=108,
    height=192,
)


def contrast(image: np.ndarray) -> float:
    return float(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).std())


def test_the_story_can_use_every_word_that_the_artist_knows() -> None:
    assert set(vocabulary.PLACES) == set(SETS)
    assert set(vocabulary.PLACES) <= set(Place)
    assert set(vocabulary.HOURS) == set(Hour)
    assert set(vocabulary.WEATHERS) <= set(Weather)
    assert set(vocabulary.MOODS) == set(Mood)
    assert set(vocabulary.FRAMINGS) <= set(Framing)
    assert set(vocabulary.ANGLES) <= set(Angle)


@pytest.mark.parametrize("place", vocabulary.PLACES)
def test_every_place_paints(place: str) -> None:
    image = picture(paint(replace(WISH, place=place)))
    assert image.shape == (192, 108, 3)
    assert contrast(image) > 8


@pytest.mark.slow
@pytest.mark.parametrize("place", vocabulary.PLACES)
def test_every_place_paints_at_every_hour_and_in_every_weather(place: str) -> None:
    for hour in vocabulary.HOURS:
        for weather in vocabulary.WEATHERS:
            image = picture(paint(replace(WISH, place=place, hour=hour, weather=weather)))
            assert contrast(image) > 5, (place, hour, weather)


@given(
    st.sampled_from(vocabulary.PLACES),
    st.sampled_from(vocabulary.WEATHERS),
    st.sampled_from(vocabulary.MOODS),
    st.sampled_from(vocabulary.FRAMINGS),
    st.sampled_from(vocabulary.ANGLES),
    st.integers(0, 2**31),
    st.integers(0, 5),
)
@settings(max_examples=20, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_any_shot_paints_an_opaque_picture_with_layers_in_depth(  # noqa: PLR0913, PLR0917 - hypothesis fills them
    place: str, weather: str, mood: str, framing: str, angle: str, seed: int, people: int
) -> None:
    wish = replace(
        WISH,
        place=place,
        weather=weather,
        mood=mood,
        framing=framing,
        angle=angle,
        seed=seed,
        actors=tuple(Actor(look=Look(id=f"c{i}")) for i in range(people)),
    )
    painting = paint(wish, overscan=0.05)
    depths = [layer.depth for layer in painting.layers]
    things = [layer.depth for layer in painting.layers if layer.name.startswith(("set-", "figure-", "near-", "framer"))]
    assert depths[0] == max(depths)
    assert things == sorted(things, reverse=True)
    assert cover(painting.layers[:2], painting.camera.size).min() == 255 or painting.indoors
    assert contrast(picture(painting)) > 3


def cover(layers: tuple, size: tuple[int, int]) -> np.ndarray:
    alpha = np.zeros((size[1], size[0]), np.uint8)
    for layer in layers:
        (x, y), (height, width) = layer.corner, layer.pixels.shape[:2]
        roi = alpha[y : y + height, x : x + width]
        np.maximum(roi, layer.pixels[..., 3], out=roi)
    return alpha


def test_the_same_wish_gives_the_same_pixels_and_another_seed_another_view() -> None:
    first, again = picture(paint(WISH)), picture(paint(WISH))
    other = picture(paint(replace(WISH, seed=12)))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_shots_of_one_scene_share_its_layout_and_scenes_differ() -> None:
    here = paint(replace(WISH, actors=(), seed=11, scene_seed=3))
    elsewhere = paint(replace(WISH, actors=(), seed=11, scene_seed=4))
    assert here.camera == elsewhere.camera
    assert not np.array_equal(picture(here), picture(elsewhere))


@pytest.mark.parametrize("place", ["mountain", "street", "room", "sea"])
def test_the_composition_does_not_change_with_the_size(place: str) -> None:
    small = picture(paint(replace(WISH, place=place, width=270, height=480)))
    large = picture(paint(replace(WISH, place=place, width=540, height=960)))
    shrunk = [cv2.resize(image, (54, 96), interpolation=cv2.INTER_AREA).astype(float) for image in (small, large)]
    assert np.abs(shrunk[0] - shrunk[1]).mean() < 4
    assert np.percentile(np.abs(shrunk[0] - shrunk[1]), 99) < 40


def test_overscan_only_adds_a_border() -> None:
    bare, wide = picture(paint(WISH)), picture(paint(WISH, overscan=0.1))
    assert np.abs(bare.astype(int) - wide.astype(int)).mean() < 2.5


def test_rain_stays_out_of_rooms() -> None:
    room = replace(WISH, place="room", weather="rain")
    assert paint(room).air().swarms == paint(replace(room, weather="clear")).air().swarms
    assert paint(replace(room, place="street")).air().swarms != paint(room).air().swarms


def test_unknown_words_become_the_nearest_known_ones_and_are_told() -> None:
    painting = paint(replace(WISH, place="Throne room", hour="sunset", mood="melancholy", weather="clear"))
    assert (painting.words.place, painting.words.hour, painting.words.mood) == ("palace-hall", "dusk", "sad")
    assert [note.code for note in painting.notes] == ["word-replaced"] * 3


@given(st.text(max_size=30))
@settings(max_examples=40)
def test_any_word_finds_a_known_one(word: str) -> None:
    assert vocabulary.nearest(word, vocabulary.PLACES) in vocabulary.PLACES


def test_an_insert_shows_what_the_shot_names_and_tells_when_it_cannot() -> None:
    wish = replace(WISH, framing="insert", description="Une lettre sur la table", actors=())
    assert "set-letter" in [layer.name for layer in paint(wish).layers]
    assert paint(wish).notes == ()
    assert Note("insert-by-luck") in paint(replace(wish, description="Something.")).notes
