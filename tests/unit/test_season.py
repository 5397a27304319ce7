"""Bible, season, episode: what the crew writes of a whole series, and what it does not let pass."""

import json
from dataclasses import replace

import pytest

from agents.crew import season, staffwriter, worldbuilder
from agents.crew.asking import TRIES
from agents.crew.cards import ENDS, TURNS, dealt
from agents.crew.prompts import load
from agents.crew.staffwriter import Brief
from agents.crew.strangers import strangers
from agents.errors import WritersBlock
from storage.domain.bible import LONGEST_SEASON, Bible, Season
from storage.domain.story import Language, Place, Synopsis
from tests.fakes import serials
from tests.fakes.desk import FakeDesk, ScriptedChat
from tests.fakes.stories import EN, FR, IDEAS, MOONSTRUCK, ZH

every_language = pytest.mark.parametrize("language", Language)


async def bible(language: Language) -> Bible:
    people = [serials.person(language, number) for number in range(3)]
    answers = (serials.world(language), *people, serials.manners(language), serials.places(language))
    return (await worldbuilder.bible(FakeDesk(ScriptedChat(*answers)), IDEAS[language], language)).value


async def planned(language: Language, count: int = 3) -> Season:
    chat = ScriptedChat(serials.arc(language), serials.plans(language, *range(1, count + 1)))
    written = await season.plan(FakeDesk(chat), IDEAS[language], await bible(language), count, language)
    return written.value


@every_language
async def test_an_idea_becomes_a_bible(language: Language) -> None:
    found = await bible(language)
    assert [each.character.name for each in found.cast] == [person[0] for person in serials.PEOPLE[language]]
    assert [(each.want, each.speech) for each in found.cast] == list(serials.MANNERS[language])
    assert (found.world, found.style, found.tone) == serials.WORLDS[language]
    assert [place.name for place in found.places] == [place[0] for place in serials.PLACES[language]]
    assert len({each.id for each in found.characters}) == 3


async def test_a_place_is_the_set_that_its_words_tell() -> None:
    assert [place.place for place in (await bible(EN)).places] == [Place.ROOFTOP, Place.ROOM, Place.LABORATORY]
    assert (await bible(FR)).places[0].place is Place.SHOP


async def test_the_cast_of_an_approved_synopsis_is_kept_as_it_is() -> None:
    people = {f"{who} {key}": f"{who} {key}s a lot" for who in ("Bolt", "Ada", "Wick") for key in ("wants", "speaks")}
    chat = ScriptedChat(serials.world(EN), serials.person(EN, 2), people, serials.places(EN))
    found = (await worldbuilder.bible(FakeDesk(chat), IDEAS[EN], EN, MOONSTRUCK)).value
    assert found.characters[:2] == MOONSTRUCK.cast
    assert found.characters[2].name == "Wick"


async def test_a_bible_goes_without_manners_and_places_that_the_model_cannot_tell() -> None:
    poor = dict.fromkeys(serials.manners(EN), "1/2")
    nowhere = {number: {"name": "N/A", "look": "N/A", "place": "sea"} for number in ("1", "2", "3")}
    people = [serials.person(EN, number) for number in range(3)]
    chat = ScriptedChat(serials.world(EN), *people, *[poor] * TRIES, *[nowhere] * TRIES)
    found = (await worldbuilder.bible(FakeDesk(chat), IDEAS[EN], EN)).value
    assert [each.want for each in found.cast] == ["", "", ""]
    assert found.places == ()


@pytest.mark.parametrize(
    "poor",
    [
        {"name": "Emile", "sex": "man", "age": "old", "look": "A tall clockmaker."},
        {"name": "Bolt", "sex": "man", "age": "old", "look": "A tall clockmaker."},
        {"name": "Ada", "sex": "woman", "age": "old", "look": "Small rusty robot with one blue eye."},
        {"name": "Ada", "sex": "woman", "age": "old", "look": "Mailman with a white moustache and a blue cap."},
        {"name": "Ada", "sex": "woman", "age": "old", "look": "Une vieille dame avec une lanterne d'argent."},
    ],
)
async def test_a_flawed_person_is_asked_for_again(poor: dict[str, str]) -> None:
    people = [serials.person(EN, 0), poor, serials.person(EN, 1), serials.person(EN, 2)]
    chat = ScriptedChat(serials.world(EN), *people, serials.manners(EN), serials.places(EN))
    written = await worldbuilder.bible(FakeDesk(chat), IDEAS[EN], EN)
    assert [each.name for each in written.value.characters] == ["Bolt", "Ada", "Wick"]
    assert written.tries == (1, 1, 2, 1, 1, 1)


@every_language
async def test_a_bible_becomes_a_season(language: Language) -> None:
    found = await planned(language)
    assert found.arc == serials.ARCS[language]
    assert [(each.logline, each.turn, each.cliffhanger, each.title) for each in found.episodes] == list(
        serials.PLANS[language]
    )


async def test_plans_that_are_good_are_kept_and_the_next_question_begins_after_them() -> None:
    stuck = serials.plans(EN, 1, 2, 3) | {"3 logline": serials.PLANS[EN][0][0]}
    chat = ScriptedChat(serials.arc(EN), stuck, serials.plans(EN, 3))
    found = (await season.plan(FakeDesk(chat), IDEAS[EN], await bible(EN), 3, EN)).value
    assert found.episodes[2].logline == serials.PLANS[EN][2][0]
    assert set(json.loads(chat.requests[2].schema)["properties"]) == set(serials.plans(EN, 3))
    assert serials.PLANS[EN][1][0] in chat.requests[2].messages[-1].text


@pytest.mark.parametrize(
    ("language", "key", "text"),
    [
        (EN, "1 logline", "Bolt and Sergeant Pemberton climb to the roof to wave at the moon."),
        (EN, "1 turn", "Louise turns the key and hides it in her lantern."),
        (EN, "1 cliffhanger", "Quelqu'un de très grand fait signe à Bolt depuis la lune."),
        (EN, "1 turn", "Bolt climbs to the roof to wave at the moon again."),
        (EN, "1 title", "The night on which a small robot climbed to the roof"),
        (ZH, "1 转折", "小李说今天千万别开门。"),
        (FR, "1 suspense", "Sous le carrelage, quelque chose répond à Roux."),
    ],
)
async def test_a_flawed_plan_is_asked_for_again_and_the_flaw_is_named(language: Language, key: str, text: str) -> None:
    poor = serials.plans(language, 1) | {key: text}
    chat = ScriptedChat(serials.arc(language), poor, serials.plans(language, 1))
    written = await season.plan(FakeDesk(chat), IDEAS[language], await bible(language), 1, language)
    assert written.tries == (1, 2)
    assert "\n- " in chat.requests[2].messages[-1].text


async def test_a_longer_season_begins_with_the_plans_there_are() -> None:
    short = await planned(EN, 1)
    chat = ScriptedChat(serials.plans(EN, 2, 3))
    longer = (await season.plan(FakeDesk(chat), IDEAS[EN], await bible(EN), 3, EN, short)).value
    assert longer.episodes[:1] == short.episodes
    assert (longer.arc, len(longer.episodes)) == (short.arc, 3)


async def test_a_season_that_cannot_go_on_says_why() -> None:
    poor = serials.plans(EN, 1) | {"1 turn": "N/A"}
    chat = ScriptedChat(serials.arc(EN), *[poor] * TRIES)
    with pytest.raises(WritersBlock, match="turn"):
        await season.plan(FakeDesk(chat), IDEAS[EN], await bible(EN), 1, EN)


@every_language
def test_no_two_episodes_of_the_longest_season_are_dealt_the_same_cards(language: Language) -> None:
    for cast in (("A", "B"), ("A", "B", "C")):
        cards = {
            dealt(number, LONGEST_SEASON + 1, 5, cast, (), language)[4:] for number in range(2, LONGEST_SEASON + 1)
        }
        assert len(cards) == LONGEST_SEASON - 1
    assert len(TURNS[language]) == len(TURNS[EN])
    assert len(ENDS[language]) == len(ENDS[EN])


@every_language
async def test_a_plan_becomes_a_synopsis_with_the_cast_of_the_bible(language: Language) -> None:
    book, plan = await bible(language), (await planned(language)).episodes[0]
    chat = ScriptedChat(serials.episode(language, 1))
    found = (await staffwriter.episode(FakeDesk(chat), Brief(plan=plan, bible=book), language)).value
    assert (found.title, found.logline, found.beats) == (plan.title, plan.logline, serials.EPISODES[language][0])
    assert found.cast == book.characters[:2]


async def test_an_episode_goes_on_where_the_one_before_stopped() -> None:
    book, plans = await bible(EN), (await planned(EN)).episodes
    before = Synopsis(title="One", logline="One.", beats=serials.EPISODES[EN][0], cast=book.characters)
    chat = ScriptedChat(serials.episode(EN, 1), serials.episode(EN, 2))
    brief = Brief(plan=plans[1], bible=book, told=(before,))
    found = await staffwriter.episode(FakeDesk(chat), brief, EN)
    assert before.beats[-1] in chat.requests[0].messages[-1].text
    assert found.tries == (2,)
    assert {each.name for each in found.value.cast} == {"Bolt", "Ada", "Wick"}


async def test_an_episode_invents_nobody() -> None:
    book, plan = await bible(EN), (await planned(EN)).episodes[0]
    guest = serials.episode(EN, 1) | {"trouble": "Ada and Doctor Crane turn the key behind him."}
    chat = ScriptedChat(guest, serials.episode(EN, 1))
    found = await staffwriter.episode(FakeDesk(chat), Brief(plan=plan, bible=book), EN)
    assert found.tries == (2,)
    assert "Crane" in chat.requests[1].messages[-1].text


async def test_an_episode_of_nobody_cannot_be_written() -> None:
    brief = Brief(plan=(await planned(EN)).episodes[0], bible=replace(await bible(EN), cast=()))
    with pytest.raises(WritersBlock, match="nobody"):
        await staffwriter.episode(FakeDesk(ScriptedChat()), brief, EN)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Roux sourit à Inès, puis à Paulette.", FR, ("Paulette",)),
        ("À minuit, Roux ferme. Personne ne vient. L'Inspecteur attend.", FR, ()),
        ("Bolt's eye and I meet in Paris.", EN, ("Paris",)),
        ("Bolt meets the Moon.", EN, ()),
        ("小红遇见老李，心里小小地一惊。", ZH, ("老李",)),
        ("小偷从老板手里逃走，小心翼翼。", ZH, ()),
    ],
)
def test_a_stranger_is_told_by_a_name(text: str, language: Language, found: tuple[str, ...]) -> None:
    cast = [person[0] for person in serials.PEOPLE[language]]
    assert strangers(text, cast, (IDEAS[language], "the moon"), language) == found


@every_language
async def test_the_examples_answer_as_they_are_asked(language: Language) -> None:
    answers = {
        "world": serials.world(language),
        "person": serials.person(language, 0),
        "places": serials.places(language),
        "arc": serials.arc(language),
        "episode": serials.episode(language, 1),
    }
    for name, known in answers.items():
        assert all(list(json.loads(answer)) == list(known) for _, answer in load(name, language).examples)
    (later, first) = (json.loads(answer) for _, answer in load("plans", language).examples)
    assert (list(later), list(first)) == (list(serials.plans(language, 2, 3)), list(serials.plans(language, 1)))
