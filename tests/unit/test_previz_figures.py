"""Drawn figures: a character is the same in every shot, every shot shows its people, equal wishes give equal bytes."""

import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from bench.shots import SHOTS
from generation.image.previz import vocabulary
from generation.image.previz.direction.blocking import Placed
from generation.image.previz.direction.players import parts
from generation.image.previz.direction.repair import directed
from generation.image.previz.figure.identity import identity
from generation.image.previz.painting import paint, picture
from generation.image.previz.sheet import sheet
from generation.requests.pictures import Actor, Look, PanelRequest, SheetRequest

MEI = Look(id="mei", outfit="hanfu", hair="long", features=("fox-ears",))
BO = Look(id="bo", sex="man", age="old", hair="short", outfit="coat", features=("glasses",))
SHOT = PanelRequest(
    description="",
    place="palace",
    hour="dusk",
    weather="clear",
    mood="tense",
    framing="medium",
    angle="eye-level",
    actors=(Actor(look=MEI, pose="argue", expression="angry"), Actor(look=BO)),
    seed=5,
    width=108,
    height=192,
)
ROOT = Path(__file__).parents[2]
DRAW = (
    "from hashlib import sha256; from tests.unit.test_previz_figures import SHOT; "
    "from generation.image.previz.painting import paint, picture; "
    "print(sha256(picture(paint(SHOT)).tobytes()).hexdigest())"
)


def one_of(words: tuple[str, ...], number: int) -> str:
    return words[number % len(words)]


def in_forty_shots() -> list[Placed]:
    shots = [
        replace(
            SHOT,
            actors=(
                Actor(look=MEI, pose=one_of(vocabulary.POSES, n), expression=one_of(vocabulary.EXPRESSIONS, n)),
                Actor(look=BO),
            )[: 1 + n % 2],
            framing=one_of(vocabulary.FRAMINGS[:-1], n),
            angle=one_of(vocabulary.ANGLES, n),
            hour=one_of(vocabulary.HOURS, n),
            place=one_of(vocabulary.PLACES, n),
            seed=n,
        )
        for n in range(40)
    ]
    return [next(each for each in directed(shot).everyone if each.actor.look.id == "mei") for shot in shots]


def test_one_character_keeps_face_build_and_colours_through_forty_shots() -> None:
    placed = in_forty_shots()
    assert len({identity(each.actor.look) for each in placed}) == 1
    drawn = [parts(each) for each in placed]
    skins = [made[0] for made in drawn]
    for made in drawn:
        assert len(made) == len(drawn[0])
        for part, first in zip(made, drawn[0], strict=True):
            assert np.array_equal(part.paint.colours, first.paint.colours)
            assert np.array_equal(part.paint.finishes, first.paint.finishes)
    face = skins[0].mesh.rest[:4000]
    assert all(np.array_equal(skin.mesh.rest[:4000], face) for skin in skins)


def test_another_id_is_another_person() -> None:
    assert identity(MEI) != identity(replace(MEI, id="other"))
    assert identity(MEI) == identity(replace(MEI, hair="bob", outfit="suit"))


@pytest.mark.parametrize("framing", vocabulary.FRAMINGS)
def test_every_framing_shows_whom_it_is_about(framing: str) -> None:
    painting = paint(replace(SHOT, framing=framing, actors=(replace(SHOT.actors[0], holds="letter"), SHOT.actors[1])))
    shown = {layer.name: int((layer.pixels[..., 3] > 128).sum()) for layer in painting.layers if "figure" in layer.name}
    least = {"extreme-wide": 20, "wide": 150}.get(framing, 1500)
    assert shown["figure-mei"] > least
    assert np.ptp(picture(painting)) > 60


@pytest.mark.slow
@pytest.mark.parametrize("angle", vocabulary.ANGLES)
@pytest.mark.parametrize("framing", vocabulary.FRAMINGS)
def test_every_framing_and_angle_draws_several_casts(framing: str, angle: str) -> None:
    casts = (SHOT.actors[:1], SHOT.actors, (*SHOT.actors, Actor(look=Look(id="kim", age="child"), pose="sit")))
    for actors in casts:
        painting = paint(replace(SHOT, framing=framing, angle=angle, actors=actors))
        assert any(layer.name.startswith("figure-") and layer.pixels.any() for layer in painting.layers)
        assert picture(painting).std() > 4


def test_two_who_touch_share_a_layer_and_others_have_their_own() -> None:
    close = replace(SHOT, actors=(Actor(look=MEI, pose="embrace"), Actor(look=BO, pose="embrace")))
    names = [layer.name for layer in paint(close).layers]
    assert "figure-mei-bo" in names
    names = [layer.name for layer in paint(SHOT).layers]
    assert {"figure-mei", "figure-bo"} <= set(names)


def test_a_full_shot_has_shadows_on_the_ground_and_a_close_one_has_none() -> None:
    full = {layer.name for layer in paint(replace(SHOT, framing="full")).layers}
    close = {layer.name for layer in paint(replace(SHOT, framing="close-up", actors=SHOT.actors[:1])).layers}
    assert "shadows" in full
    assert "shadows" not in close


def test_a_dutch_angle_leans_the_picture_and_fills_it() -> None:
    painting = paint(replace(SHOT, angle="dutch"))
    assert painting.blocking.camera.roll
    assert not painting.camera.roll
    image = picture(painting)
    assert image.shape == (192, 108, 3)
    assert min(int(image[y, x].max()) for y in (0, -1) for x in (0, -1)) > 0


@pytest.mark.slow
def test_equal_wishes_give_equal_bytes_in_any_process() -> None:
    here = sha256(picture(paint(SHOT)).tobytes()).hexdigest()
    assert sha256(picture(paint(SHOT)).tobytes()).hexdigest() == here
    for salt in ("0", "1"):
        told = subprocess.run(
            [sys.executable, "-c", DRAW],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": salt, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        ).stdout
        assert told.strip() == here


def test_a_sheet_shows_one_person_from_four_sides_with_six_faces() -> None:
    page, notes = sheet(SheetRequest(look=replace(MEI, hair="pigtails"), width=216, height=270))
    assert page.shape == (270, 216, 3)
    assert any(("asked", "pigtails") in note.facts for note in notes)
    again, _ = sheet(SheetRequest(look=replace(MEI, hair="pigtails"), width=216, height=270))
    assert np.array_equal(page, again)
    quarters = [page[20:150, x : x + 54] for x in range(0, 216, 54)]
    assert all(quarter.std() > 15 for quarter in quarters)
    busts = [page[165:215, 0:72], page[165:215, 72:144], page[220:268, 144:216]]
    assert all(bust.std() > 15 for bust in busts)


def test_the_shots_of_the_bench_show_every_framing_eight_people_and_twelve_places() -> None:
    assert len(SHOTS) == 30
    assert {shot.framing for shot in SHOTS} == set(vocabulary.FRAMINGS)
    assert len({actor.look.id for shot in SHOTS for actor in shot.actors}) == 8
    assert len({shot.place for shot in SHOTS}) >= 12
    assert all(not note.code.startswith("word-") for shot in SHOTS for note in directed(shot).notes)
