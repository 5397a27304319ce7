"""The bible and the season of a series: what may stand in them, and what is true when an episode begins."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import documents
from storage.domain.bible import LONGEST_SEASON, Bible, Fact, FactKind, Figure, Keepsake, Location, Plan, Season
from storage.domain.errors import InvalidValue
from storage.domain.story import Age, Character, Place, Sex

REN = Character(id="ren", name="Ren", sex=Sex.MAN, age=Age.YOUNG, look="A fox in an apron.")
INES = Character(id="ines", name="Inès", sex=Sex.WOMAN, age=Age.YOUNG, look="A policewoman in a grey coat.")
BIBLE = Bible(
    world="A harbour town where foxes bake at night.",
    cast=(Figure(character=REN, speech="Short sentences.", want="To be left alone."), Figure(character=INES)),
    places=(Location(id="bakery", name="The bakery", look="A narrow shop with one oven.", place=Place.SHOP),),
    props=(Keepsake(id="photo", name="The photograph", look="A child, torn in half.", owner="ren"),),
    facts=(
        Fact(id="f1", kind=FactKind.KNOWS, text="Ren knows who Inès is.", about=("ren", "ines")),
        Fact(id="f2", kind=FactKind.WOUND, text="Inès has a bandaged hand.", about=("ines",), since=2, until=4),
    ),
)


def season(count: int) -> Season:
    plans = [Plan(number=number, title=f"Night {number}", logline="They bake.") for number in range(1, count + 1)]
    return Season(arc="A fox is found out.", episodes=tuple(plans))


def test_a_fact_holds_from_the_end_of_its_episode_to_the_end_of_its_last() -> None:
    held = {episode: [fact.id for fact in BIBLE.known(episode)] for episode in range(1, 7)}
    assert held == {1: ["f1"], 2: ["f1"], 3: ["f1", "f2"], 4: ["f1", "f2"], 5: ["f1"], 6: ["f1"]}


@given(since=st.integers(0, 9), length=st.integers(0, 9), episode=st.integers(1, 30))
def test_a_fact_without_an_end_holds_whenever_one_with_an_end_does(since: int, length: int, episode: int) -> None:
    ends = Fact(id="f", kind=FactKind.EVENT, text="It rained.", since=since, until=since + length)
    assert replace(ends, until=None).holds(episode) or not ends.holds(episode)


@pytest.mark.parametrize(
    "change",
    [
        {"cast": (Figure(character=REN), Figure(character=REN))},
        {"props": (Keepsake(id="ren", name="Ren", look="A doll.", owner=""),)},
        {"props": (Keepsake(id="key", name="The key", look="Brass.", owner="nobody"),)},
        {"facts": (Fact(id="f1", kind=FactKind.KNOWS, text="Zoé knows.", about=("zoe",)),)},
        {"places": BIBLE.places * 2},
    ],
)
def test_a_bible_refuses_what_is_in_it_twice_and_whom_it_does_not_know(change: dict[str, object]) -> None:
    with pytest.raises(InvalidValue):
        replace(BIBLE, **change)


@pytest.mark.parametrize("count", [0, LONGEST_SEASON + 1])
def test_a_season_has_one_to_a_hundred_episodes(count: int) -> None:
    with pytest.raises(InvalidValue, match="1 to 100"):
        season(count)


def test_a_season_leaves_no_episode_out() -> None:
    whole = season(3)
    with pytest.raises(InvalidValue, match="left out"):
        replace(whole, episodes=whole.episodes[1:])


def test_a_season_has_a_plan_for_each_of_its_episodes_and_for_no_other() -> None:
    whole = season(3)
    assert [whole.plan(number) for number in range(5)] == [None, *whole.episodes, None]


@pytest.mark.parametrize("paper", [BIBLE, Bible(), season(100)])
def test_they_are_read_as_they_were_written(paper: Bible | Season) -> None:
    assert documents.read(documents.dump(paper)) == paper
