"""Looks read by rule: words of three languages that say how somebody is drawn, and what a person's wish changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.crew.looks import Told, over, read
from agents.crew.palette import CLOTH, EYES, HAIRS, SKINS, Colour
from agents.crew.wardrobe import BEINGS, Creature
from storage.domain.design import Ancestry, Build, Design, Feature, Hair, Height, Outfit
from storage.domain.story import Language, Sex

FR, EN, ZH = Language.FRENCH, Language.ENGLISH, Language.CHINESE
F, H, O = Feature, Hair, Outfit  # noqa: E741 - short for the tables below


def drawn(text: str, language: Language, sex: Sex = Sex.WOMAN, names: tuple[str, ...] = ()) -> Design:
    return over(Design(), read(text, names, sex, language))


@pytest.mark.parametrize(
    ("language", "text", "hair"),
    [
        (FR, "Une femme aux cheveux longs.", H.LONG),
        (EN, "A girl with short hair.", H.SHORT),
        (ZH, "短发的女孩。", H.SHORT),
        (FR, "Deux tresses et un ruban.", H.TWIN_BRAIDS),
        (EN, "An old man, bald.", H.BALD),
        (ZH, "扎着马尾的学生。", H.HIGH_PONYTAIL),
        (FR, "Chignon strict.", H.BUN),
    ],
)
def test_hair_is_read(language: Language, text: str, hair: Hair) -> None:
    assert drawn(text, language).hair is hair


@pytest.mark.parametrize(
    ("language", "sex", "text", "outfit"),
    [
        (FR, Sex.WOMAN, "Un long manteau.", O.COAT),
        (FR, Sex.WOMAN, "Robe de soie brodée.", O.HANFU),
        (FR, Sex.WOMAN, "Une robe d'été.", O.DRESS),
        (EN, Sex.WOMAN, "In a robe.", O.ROBE),
        (EN, Sex.MAN, "A knight in armor.", O.ARMOUR),
        (FR, Sex.MAN, "Chevalier en armure.", O.ARMOUR),
        (ZH, Sex.MAN, "穿盔甲的男人。", O.ARMOUR),
        (ZH, Sex.WOMAN, "穿旗袍的女人。", O.QIPAO),
        (FR, Sex.WOMAN, "Policière en long manteau gris.", O.COAT),
        (FR, Sex.WOMAN, "Policière sévère.", O.POLICE_UNIFORM),
        (EN, Sex.WOMAN, "A tired nurse.", O.LAB_COAT),
        (ZH, Sex.MAN, "年轻的和尚。", O.MONK_ROBE),
        (EN, Sex.MAN, "An astronaut.", O.SPACESUIT),
        (FR, Sex.MAN, "Boulanger jovial.", O.APRON),
    ],
)
def test_clothes_are_read_and_a_trade_where_none_are_named(
    language: Language, sex: Sex, text: str, outfit: Outfit
) -> None:
    assert drawn(text, language, sex).outfit is outfit


@pytest.mark.parametrize(
    ("language", "text"),
    [(FR, "Renard en tablier blanc."), (EN, "A fox in a white apron."), (ZH, "围着白色围裙的狐狸。")],
)
def test_a_fox_has_ears_a_tail_and_orange_fur(language: Language, text: str) -> None:
    fox = drawn(text, language)
    assert {F.FOX_EARS, F.FOX_TAIL} <= set(fox.features)
    assert (fox.hair_colour, fox.outfit, fox.colours[0]) == (HAIRS[Colour.ORANGE], O.APRON, CLOTH[Colour.WHITE])


@pytest.mark.parametrize(
    ("language", "text", "features"),
    [
        (EN, "Small rusty robot.", {F.ROBOT_PLATES}),
        (FR, "Un ange fatigué.", {F.WINGS, F.HALO}),
        (ZH, "年轻的恶魔。", {F.HORNS}),
        (EN, "A nine-tailed fox.", {F.FOX_EARS, F.NINE_TAILS}),
        (FR, "Chatte noire.", {F.CAT_EARS, F.CAT_TAIL}),
        (FR, "Lunettes et barbe blanche.", {F.GLASSES, F.BEARD}),
        (EN, "Sunglasses and a scar.", {F.SUNGLASSES, F.SCAR}),
        (ZH, "戴眼镜，有刀疤。", {F.GLASSES, F.SCAR}),
    ],
)
def test_beings_and_features_are_read(language: Language, text: str, features: set[Feature]) -> None:
    assert set(drawn(text, language).features) == features


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Cheveux roux, manteau bleu, yeux verts."),
        (EN, "Ginger hair, a blue coat, green eyes."),
        (ZH, "橙色头发，蓝色大衣，绿色眼睛。"),
    ],
)
def test_a_colour_belongs_to_the_nearest_thing_of_its_clause(language: Language, text: str) -> None:
    design = drawn(text, language)
    assert design.hair_colour == HAIRS[Colour.ORANGE]
    assert design.colours[0] == CLOTH[Colour.BLUE]
    assert design.eyes == EYES[Colour.GREEN]


def test_a_creature_that_has_a_colour_of_its_own_keeps_it() -> None:
    assert drawn("白猫，眼睛蓝色。", ZH).hair_colour == HAIRS[Colour.WHITE]


def test_a_name_means_no_colour_and_no_thing() -> None:
    assert drawn("Rose sourit.", FR, names=("Rose",)) == Design()
    assert drawn("小红很高兴。", ZH, names=("小红",)) == Design()


def test_build_height_and_ancestry_are_read_and_a_grandmother_is_not_tall() -> None:
    design = drawn("Grand homme maigre, africain.", FR, Sex.MAN)
    assert (design.height, design.build, design.ancestry) == (Height.TALL, Build.SLIM, Ancestry.AFRICAN)
    assert drawn("Une grand-mère.", FR).height is Height.AVERAGE


@pytest.mark.parametrize(
    ("language", "text"), [(FR, "sans lunettes"), (EN, "take off her glasses"), (ZH, "摘掉眼镜"), (EN, "no glasses")]
)
def test_what_somebody_has_no_longer_is_taken_away(language: Language, text: str) -> None:
    before = Design(features=(F.GLASSES, F.SCAR))
    assert over(before, read(text, (), Sex.WOMAN, language)).features == (F.SCAR,)


def test_an_animal_that_nobody_can_draw_is_told() -> None:
    assert read("Petite baleine bleue.", (), Sex.WOMAN, FR).undrawn
    assert BEINGS.keys() == set(Creature)


def test_what_says_nothing_of_looks_changes_nothing() -> None:
    assert read("Ada ferme la porte.", ("Ada",), Sex.WOMAN, FR) == Told()


@given(st.text(max_size=200), st.sampled_from(Sex), st.sampled_from(Language))
def test_any_text_gives_a_design_in_the_artist_s_words(text: str, sex: Sex, language: Language) -> None:
    design = over(Design(), read(text, (), sex, language))
    tables = set(CLOTH.values()) | set(HAIRS.values()) | set(EYES.values()) | set(SKINS.values()) | {""}
    assert {design.hair_colour, design.eyes, design.skin, *design.colours} <= tables
    assert len(set(design.features)) == len(design.features)
    assert len(design.colours) <= 3
