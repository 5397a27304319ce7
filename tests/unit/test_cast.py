"""Who is in a story and where it plays, told from its words by rule."""

import pytest

from agents.crew.cast import sex_told
from agents.crew.sets import place_told
from storage.domain.story import Place, Sex


@pytest.mark.parametrize(
    ("idea", "sex"),
    [
        ("Une chocolatière de Bruxelles reçoit des commandes d'un client mort", Sex.WOMAN),
        ("Sur les toits de Lyon, une apicultrice lit des cartes", Sex.WOMAN),
        ("Une musicienne vend son ombre", Sex.WOMAN),
        ("Une cicatrice s'ouvre sur la carte", None),
        ("Une rivière parle la nuit", None),
        ("Une vieille tondeuse chante", None),
        ("A monk sells bells", Sex.MAN),
        ("A nun finds his letters", None),
        ("图书管理员发现每本书里都夹着写给她的信", Sex.WOMAN),
        ("他爱上了她", None),
    ],
)
def test_an_idea_tells_whether_it_is_about_a_woman_or_a_man(idea: str, sex: Sex | None) -> None:
    assert sex_told(idea) is sex


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Chambre de bois, table ronde", Place.BEDROOM),
        ("Elle se perd dans les bois", Place.FOREST),
        ("Le bois derrière la maison", Place.FOREST),
        ("Une pâtisserie aux volets clos", Place.SHOP),
    ],
)
def test_a_place_is_told_by_its_words_and_not_by_what_it_is_made_of(text: str, place: Place) -> None:
    assert place_told(text) is place
