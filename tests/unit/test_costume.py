"""The costume designer: looks become designs, words go before the model, and nobody is dressed like another."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.crew.costume import apart, by_rule, concerns, dress
from agents.crew.palette import CLOTH, HAIRS, Colour
from generation.errors import TryAgain
from storage.domain.design import Design, Feature, Hair, Outfit
from storage.domain.story import Age, Character, Language, Sex, Synopsis
from storage.domain.takes import Note
from tests.fakes.desk import FakeDesk, ScriptedChat
from tests.fakes.stories import EN, FR, MOONSTRUCK, ZH

MEI = Character(id="mei", name="Mei", sex=Sex.WOMAN, age=Age.YOUNG, look="A young woman.")
BO = Character(id="bo", name="Bo", sex=Sex.MAN, age=Age.YOUNG, look="A young man.")


def story(*cast: Character, beat: str = "They meet.") -> Synopsis:
    return Synopsis(title="The meeting", logline="Two people meet.", beats=(beat,), cast=cast)


def picks(**wanted: str) -> Callable[[Iterable[str]], dict[str, str]]:
    return lambda asked: {name: wanted[name.replace(" ", "_")] for name in asked}


CHOICE = picks(hair="pixie", hair_colour="brown", outfit="jacket", colour="green")


async def dressed(synopsis: Synopsis, *answers: object, wish: str = "", language: Language = EN) -> list[Design]:
    written = await dress(FakeDesk(ScriptedChat(*answers)), synopsis, language, wish)
    return [each.design for each in written.value.cast if each.design]


async def test_what_a_look_leaves_open_is_the_model_s_choice() -> None:
    (design,) = await dressed(story(MEI), CHOICE)
    assert (design.hair, design.outfit) == (Hair.PIXIE, Outfit.JACKET)
    assert (design.hair_colour, design.colours[0]) == (HAIRS[Colour.BROWN], CLOTH[Colour.GREEN])


async def test_a_look_that_tells_all_asks_nothing() -> None:
    look = "Long black hair, a red coat."
    (design,) = await dressed(story(replace(MEI, look=look)))
    assert (design.hair, design.outfit, design.colours[0]) == (Hair.LONG, Outfit.COAT, CLOTH[Colour.RED])


async def test_only_what_is_open_is_asked_and_words_stand() -> None:
    chat = ScriptedChat(picks(hair_colour="black", colour="white"))
    desk = FakeDesk(chat)
    written = await dress(desk, story(replace(MEI, look="Woman with a braid, in a hoodie.")), EN)
    (mei,) = written.value.cast
    assert mei.design is not None
    assert (mei.design.hair, mei.design.outfit) == (Hair.BRAID, Outfit.HOODIE)
    assert written.answers == (desk.takes[0].digest,)


async def test_where_the_model_fails_a_choice_stands_and_is_noted() -> None:
    written = await dress(FakeDesk(ScriptedChat(TryAgain("busy"))), story(MEI), EN)
    (mei,) = written.value.cast
    assert mei.design is not None
    assert written.notes == (Note("look-unasked", (("who", "mei"),)),)


async def test_somebody_who_is_dressed_is_left_as_they_are() -> None:
    design = Design(hair=Hair.AFRO)
    assert await dressed(story(replace(MEI, design=design))) == [design]


@pytest.mark.parametrize(
    ("language", "wish"),
    [
        (EN, "Mei has red hair"),
        (EN, "she has red hair"),
        (FR, "Mei a les cheveux rouges"),
        (FR, "elle a les cheveux rouges"),
        (ZH, "Mei的头发是红色"),
    ],
)
async def test_a_wish_about_looks_changes_the_one_it_speaks_of(language: Language, wish: str) -> None:
    cast = (replace(MEI, design=Design()), replace(BO, design=Design(outfit=Outfit.SUIT)))
    mei, bo = await dressed(story(*cast), wish=wish, language=language)
    assert mei.hair_colour == HAIRS[Colour.RED]
    assert bo.hair_colour == ""
    assert concerns(wish, story(*cast), language)


def test_a_wish_about_the_story_concerns_no_look() -> None:
    assert not concerns("a sadder ending", story(replace(MEI, design=Design())), EN)


@pytest.mark.parametrize(
    ("beat", "outfits"),
    [
        ("The emperor enters the palace.", {Outfit.HANFU, Outfit.ROBE, Outfit.MARTIAL, Outfit.PEASANT}),
        ("The spaceship lands.", {Outfit.SPACESUIT, Outfit.BODYSUIT, Outfit.JACKET}),
        ("At the hospital, night falls.", {Outfit.LAB_COAT, Outfit.HOSPITAL_GOWN, Outfit.SHIRT}),
    ],
)
def test_time_and_place_guide_the_clothes(beat: str, outfits: set[Outfit]) -> None:
    for number in range(8):
        (mei,) = by_rule(story(replace(MEI, id=f"m{number}"), beat=beat), EN).cast
        assert mei.design is not None
        assert mei.design.outfit in outfits


def test_a_dress_of_long_ago_is_a_hanfu() -> None:
    cast = (replace(MEI, look="穿红色长裙的女子"),)
    (mei,) = by_rule(story(*cast, beat="她走进皇宫。"), ZH).cast
    assert mei.design is not None
    assert (mei.design.outfit, mei.design.colours[0]) == (Outfit.HANFU, CLOTH[Colour.RED])


def test_a_synopsis_without_designs_gets_the_same_ones_each_time() -> None:
    assert by_rule(MOONSTRUCK, EN) == by_rule(MOONSTRUCK, EN)
    bolt, ada = by_rule(MOONSTRUCK, EN).cast
    assert bolt.design is not None
    assert ada.design is not None
    assert Feature.ROBOT_PLATES in bolt.design.features
    assert ada.design.hair_colour == HAIRS[Colour.GREY]


looks = st.builds(
    Design,
    hair=st.sampled_from([Hair.BUN, Hair.BOB]),
    colours=st.sampled_from([("#26252c",), ("#d9d6d0", "#26252c")]),
)


@given(st.lists(looks, max_size=6))
def test_no_two_of_a_cast_share_hair_outfit_and_main_colour(designs: list[Design]) -> None:
    cast = [replace(MEI, id=f"c{number}", design=design) for number, design in enumerate(designs)]
    worn = [(each.design.hair, each.design.outfit, each.design.colours[0]) for each in apart(cast) if each.design]
    assert len(set(worn)) == len(designs)


@given(st.text(max_size=80), st.sampled_from(Sex), st.sampled_from(Age), st.sampled_from(Language))
def test_any_look_becomes_a_design(look: str, sex: Sex, age: Age, language: Language) -> None:
    (mei,) = by_rule(story(replace(MEI, look=look, sex=sex, age=age)), language).cast
    assert mei.design is not None
    assert len(mei.design.colours) == 3
