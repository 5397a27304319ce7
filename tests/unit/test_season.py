"""Bible, season, episode: what the crew writes of a whole series, and what it does not let pass."""

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from agents.crew import season, staffwriter, worldbuilder
from agents.crew.asking import TRIES
from agents.crew.bookwords import PARTS, WHERE
from agents.crew.cards import ENDS, RIVALS, SPEECH, STARTS, THINGS, TROUBLES, TURNS, Dealer
from agents.crew.checks import flaws
from agents.crew.prompts import load
from agents.crew.seeds import seed
from agents.crew.staffwriter import Brief
from agents.crew.strangers import strangers
from agents.crew.words import SEX
from agents.errors import WritersBlock
from storage.domain.bible import LONGEST_SEASON, Bible, Season
from storage.domain.story import Language, Place, Synopsis
from storage.domain.takes import Note
from tests.fakes import serials
from tests.fakes.desk import FakeDesk, ScriptedChat
from tests.fakes.stories import EN, FR, IDEAS, MOONSTRUCK, ZH

every_language = pytest.mark.parametrize("language", Language)


async def bible(language: Language) -> Bible:
    people = [serials.person(language, number) for number in range(3)]
    answers = (serials.world(language), *people, serials.stakes(language), serials.places(language))
    return (await worldbuilder.bible(FakeDesk(ScriptedChat(*answers)), IDEAS[language], language)).value


async def planned(language: Language, count: int = 3) -> Season:
    chat = ScriptedChat(*(serials.plans(language, number) for number in range(1, count + 1)))
    written = await season.plan(FakeDesk(chat), IDEAS[language], await bible(language), count, language)
    return written.value


@every_language
async def test_an_idea_becomes_a_bible(language: Language) -> None:
    found = await bible(language)
    assert [each.character.name for each in found.cast] == [person[0] for person in serials.PEOPLE[language]]
    hero, rival, thing = serials.STAKES[language]
    assert [each.want for each in found.cast] == [hero, rival, ""]
    assert len({each.speech for each in found.cast} & set(SPEECH[language])) == 3
    assert [prop.name for prop in found.props] == [thing]
    assert (found.world, found.style, found.tone) == serials.WORLDS[language]
    assert [place.name for place in found.places] == [place[0] for place in serials.PLACES[language]]
    assert len({each.id for each in found.characters}) == 3


@every_language
async def test_a_rival_who_gets_no_look_of_their_own_has_the_one_that_was_dealt(language: Language) -> None:
    people = [serials.person(language, number) for number in range(3)]
    hero, rival, friend = people
    same = rival | {key: hero[key] for key in list(hero)[3:]}
    answers = (hero, *[same] * TRIES, friend, serials.stakes(language), serials.places(language))
    chat = ScriptedChat(serials.world(language), *answers)
    found = (await worldbuilder.bible(FakeDesk(chat), IDEAS[language], language)).value.characters[1]
    assert found.look.endswith(RIVALS[language])
    assert found.look.startswith(SEX[language][found.sex])


async def test_a_place_is_the_set_that_its_words_tell() -> None:
    assert [place.place for place in (await bible(EN)).places] == [Place.ROOFTOP, Place.ROOM, Place.LABORATORY]
    assert (await bible(FR)).places[0].place is Place.SHOP


async def test_the_cast_of_an_approved_synopsis_is_kept_as_it_is() -> None:
    chat = ScriptedChat(serials.world(EN), serials.person(EN, 2), serials.stakes(EN), serials.places(EN))
    found = (await worldbuilder.bible(FakeDesk(chat), IDEAS[EN], EN, MOONSTRUCK)).value
    assert found.characters[:2] == MOONSTRUCK.cast
    assert found.characters[2].name == "Wick"
    assert found.cast[0].want == serials.STAKES[EN][0]


async def test_a_bible_goes_without_stakes_and_places_that_the_model_cannot_tell() -> None:
    poor = dict.fromkeys(serials.stakes(EN), "1/2")
    nowhere = {number: {"name": "N/A", "look": "N/A", "place": "sea"} for number in WHERE[EN]}
    people = [serials.person(EN, number) for number in range(3)]
    chat = ScriptedChat(serials.world(EN), *people, poor, poor, *[nowhere] * TRIES)
    found = (await worldbuilder.bible(FakeDesk(chat), IDEAS[EN], EN)).value
    assert [each.want for each in found.cast] == ["", "to keep Bolt from it", ""]
    assert found.places == ()
    assert found.props[0].name in THINGS[EN]


async def test_a_rival_who_wants_what_the_hero_wants_is_against_the_hero() -> None:
    hero, _, thing = serials.STAKES[EN]
    same = dict(zip(serials.stakes(EN), (hero, hero, thing), strict=True))
    people = [serials.person(EN, number) for number in range(3)]
    chat = ScriptedChat(serials.world(EN), *people, same, same, serials.places(EN))
    found = (await worldbuilder.bible(FakeDesk(chat), IDEAS[EN], EN)).value
    assert [each.want for each in found.cast] == [hero, "to keep Bolt from it", ""]
    assert [prop.name for prop in found.props] == [thing]


@pytest.mark.parametrize(
    ("language", "want", "thing"),
    [
        (EN, "To be Bolt's friend, like Emile.", "the silver key"),
        (EN, "to reach the moon", "Bolt"),
        (EN, "to reach the moon", "nothing"),
        (FR, "garder la boutique ouverte", "rien"),
        (ZH, "弄清猫的秘密", "什么都没有"),
        (EN, "to reach the moon", "the last letter"),
        (EN, "to reach the moon", "the old bakery"),
        (EN, "to reach the moon", "the truth about Bolt"),
        (ZH, "弄清猫的秘密", "猫会说话的原因"),
        (EN, "to reach the moon", "the key that opens the roof and every door"),
        (FR, "to keep the shop open", "la miche brûlée"),
    ],
)
async def test_poor_stakes_are_asked_for_again(language: Language, want: str, thing: str) -> None:
    good = serials.stakes(language)
    poor = dict(zip(good, (want, serials.STAKES[language][1], thing), strict=True))
    people = [serials.person(language, number) for number in range(3)]
    chat = ScriptedChat(serials.world(language), *people, poor, good, serials.places(language))
    written = await worldbuilder.bible(FakeDesk(chat), IDEAS[language], language)
    assert written.tries == (1, 1, 1, 1, 2, 1)
    assert [prop.name for prop in written.value.props] == [serials.STAKES[language][2]]


@pytest.mark.parametrize(
    ("language", "said", "kept"),
    [
        (EN, "To reach the moon.", "to reach the moon"),
        (FR, "Garder sa boutique ouverte.", "garder sa boutique ouverte"),
        (FR, "Inès", "Inès"),
        (ZH, "想要知道猫的名字。", "知道猫的名字"),
    ],
)
async def test_a_want_is_kept_as_it_stands_in_a_sentence(language: Language, said: str, kept: str) -> None:
    told = serials.stakes(language) | {next(iter(serials.stakes(language))): said}
    people = [serials.person(language, number) for number in range(3)]
    chat = ScriptedChat(serials.world(language), *people, told, serials.places(language))
    assert (await worldbuilder.bible(FakeDesk(chat), IDEAS[language], language)).value.cast[0].want == kept


async def test_a_woman_of_the_idea_is_the_hero() -> None:
    people = [serials.person(FR, number) for number in range(3)]
    chat = ScriptedChat(serials.world(FR), *people, serials.stakes(FR), serials.places(FR))
    await worldbuilder.bible(FakeDesk(chat), "Une chocolatière vend des rêves", FR)
    hero, rival = (request for request in chat.requests[1:3])
    assert json.loads(hero.schema)["properties"]["sexe"]["enum"] == ["femme"]
    assert "le héros : femme" in hero.messages[-1].text
    assert json.loads(rival.schema)["properties"]["sexe"]["enum"] == ["femme", "homme"]


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
    chat = ScriptedChat(serials.world(EN), *people, serials.stakes(EN), serials.places(EN))
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


async def test_the_arc_is_asked_for_where_the_bible_does_not_say_what_people_want() -> None:
    book = await bible(EN)
    silent = replace(book, cast=tuple(replace(figure, want="") for figure in book.cast))
    told = {"arc": "Bolt climbs towards the moon while Ada counts the steps."}
    chat = ScriptedChat(told, serials.plans(EN, 1))
    written = await season.plan(FakeDesk(chat), IDEAS[EN], silent, 1, EN)
    assert (written.value.arc, written.tries) == (told["arc"], (1, 1))


async def test_each_plan_is_told_from_its_own_cards() -> None:
    book, chat = await bible(EN), ScriptedChat(serials.plans(EN, 1), serials.plans(EN, 2))
    await season.plan(FakeDesk(chat), IDEAS[EN], book, 2, EN)
    cut, places = seed("e1", 0), [place.name for place in book.places]
    cast, thing = [each.name for each in book.characters], serials.STAKES[EN][2]
    dealer = Dealer(count=2, cut=cut, cast=cast, places=places, language=EN, thing=thing, idea=IDEAS[EN])
    for number, request in enumerate(chat.requests, 1):
        hand, asked = dealer.hand(number), request.messages[-1].text
        assert all(text in asked for text in (hand.place, hand.start, hand.turn, hand.end))
        assert set(json.loads(request.schema)["properties"]) == set(serials.plans(EN, number))


@pytest.mark.parametrize(
    ("language", "key", "text"),
    [
        (EN, "1 logline", "Bolt and Sergeant Pemberton climb to the roof to wave at the moon."),
        (EN, "1 turn", "Louise turns the key and hides it in her lantern."),
        (EN, "1 cliffhanger", "Quelqu'un de très grand fait signe à Bolt depuis la lune."),
        (EN, "1 turn", "Bolt climbs to the roof to wave at the moon again."),
        (EN, "1 title", "The night on which a small robot climbed to the roof"),
        (ZH, "1 转折", "小李说今天千万别开门。"),
        (FR, "1 suspense", "Roux recule, et une rame frappe l'eau noire."),
    ],
)
async def test_a_flawed_plan_is_asked_for_again_and_the_flaw_is_named(language: Language, key: str, text: str) -> None:
    poor = serials.plans(language, 1) | {key: text}
    chat = ScriptedChat(poor, serials.plans(language, 1))
    written = await season.plan(FakeDesk(chat), IDEAS[language], await bible(language), 1, language)
    assert (written.tries, written.notes) == ((2,), ())
    assert "\n- " in chat.requests[1].messages[-1].text


async def test_a_plan_is_told_without_the_name_of_whom_it_is_about_before_it() -> None:
    labelled = {key: f"Bolt: {text}" for key, text in serials.plans(EN, 1).items()}
    chat = ScriptedChat(labelled)
    found = await season.plan(FakeDesk(chat), IDEAS[EN], await bible(EN), 1, EN)
    assert found.value == await planned(EN, 1)


async def test_an_episode_is_not_called_like_one_before() -> None:
    again = serials.plans(EN, 2) | {"2 title": "The First Wave!"}
    chat = ScriptedChat(serials.plans(EN, 1), again, serials.plans(EN, 2))
    found = await season.plan(FakeDesk(chat), IDEAS[EN], await bible(EN), 2, EN)
    assert [each.title for each in found.value.episodes] == [serials.PLANS[EN][0][3], serials.PLANS[EN][1][3]]
    assert found.tries == (1, 2)


async def test_a_longer_season_begins_with_the_plans_there_are() -> None:
    short = await planned(EN, 1)
    chat = ScriptedChat(serials.plans(EN, 2), serials.plans(EN, 3))
    longer = (await season.plan(FakeDesk(chat), IDEAS[EN], await bible(EN), 3, EN, short)).value
    assert longer.episodes[:1] == short.episodes
    assert (longer.arc, len(longer.episodes)) == (short.arc, 3)


async def test_what_no_answer_tells_is_told_by_its_card_and_it_is_said_so() -> None:
    poor = serials.plans(EN, 1) | {"1 turn": "N/A"}
    worse = serials.plans(EN, 1) | {"1 turn": "Sorry, I cannot help with that.", "1 logline": "Bolt sleeps."}
    written = await season.plan(FakeDesk(ScriptedChat(poor, worse)), IDEAS[EN], await bible(EN), 1, EN)
    (plan,) = written.value.episodes
    assert plan.turn == "Ada catches Bolt and wants to stop it all."
    assert (plan.logline, plan.cliffhanger) == (serials.PLANS[EN][0][0], serials.PLANS[EN][0][2])
    assert written.notes == (Note(code="told-by-card", facts=(("episode", "1"), ("what", "turn"))),)


@every_language
def test_no_two_episodes_of_the_longest_season_are_dealt_the_same_cards(language: Language) -> None:
    for cast in (("A", "B"), ("A", "B", "C")):
        for thing in ("", "X"):
            dealer = Dealer(count=LONGEST_SEASON, cut=5, cast=cast, places=(), language=language, thing=thing)
            assert len({dealer.hand(number) for number in range(1, LONGEST_SEASON + 1)}) == LONGEST_SEASON
    for deck in (STARTS, TROUBLES, TURNS, ENDS):
        assert len(deck[language]) == len(deck[EN])


@every_language
async def test_a_series_of_one_alone_can_be_planned_and_one_of_nobody_says_why(language: Language) -> None:
    book = await bible(language)
    alone = replace(book, cast=book.cast[:1], props=())
    chat = ScriptedChat(serials.arc(language), serials.plans(language, 1))
    (plan,) = (await season.plan(FakeDesk(chat), IDEAS[language], alone, 1, language)).value.episodes
    assert plan.logline == serials.PLANS[language][0][0]
    with pytest.raises(WritersBlock, match="nobody"):
        await season.plan(FakeDesk(ScriptedChat()), IDEAS[language], replace(book, cast=(), props=()), 1, language)


@every_language
def test_cards_are_sentences_about_people_and_things_that_are_there(language: Language) -> None:
    called = ("阿木", "大川", "小满") if language is ZH else ("Abel", "Boris", "Carla")
    for cast in (called[:2], called):
        for thing in ("", "X"):
            dealer = Dealer(count=0, cut=0, cast=cast, places=("P", "Q"), language=language, thing=thing)
            for hand in map(dealer.hand, range(1, 40)):
                told = (hand.start, hand.trouble, hand.turn, hand.end)
                assert not any(part in text for text in told for part in ("{", *PARTS[language]))
                assert all(any(name in text for name in cast) for text in told)
                assert not any(tuple(flaws(text, language)) for text in told)


def test_a_card_in_french_leans_on_the_name_it_is_about() -> None:
    dealer = Dealer(count=0, cut=0, cast=("Abel", "Inès", "Carla"), places=(), language=FR)
    told = " ".join(text for hand in map(dealer.hand, range(1, 40)) for text in (hand.trouble, hand.end))
    assert "Inès barre la route à Abel." in told
    assert "Une vieille photo d'Inès tombe par terre." in told


def test_a_season_begins_with_its_idea_and_ends_with_the_answer() -> None:
    dealer = Dealer(count=2, cut=3, cast=("A", "B"), places=(), language=EN, thing="the key", idea="A sees it.")
    first, last = dealer.hand(1), dealer.hand(2)
    assert (first.start, first.turn) == ("A sees it.", "B catches A and wants to stop it all.")
    assert last.end == "B gives the key to A, and a door opens."


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


@every_language
async def test_beats_do_not_say_the_plan_again(language: Language) -> None:
    book, plan = await bible(language), (await planned(language)).episodes[0]
    said = serials.episode(language, 1)
    parrot = said | dict(zip(said, (plan.logline, *list(said.values())[1:]), strict=True))
    chat = ScriptedChat(parrot, said)
    found = await staffwriter.episode(FakeDesk(chat), Brief(plan=plan, bible=book), language)
    assert (found.tries, found.value.beats) == ((2,), serials.EPISODES[language][0])


async def test_beats_that_no_answer_has_are_the_plans_own_sentences() -> None:
    book, plan = await bible(EN), (await planned(EN)).episodes[0]
    poor = serials.episode(EN, 1) | {"surprise": "N/A", "end": "Bolt and"}
    found = await staffwriter.episode(FakeDesk(ScriptedChat(poor, poor)), Brief(plan=plan, bible=book), EN)
    assert found.value.beats == (*serials.EPISODES[EN][0][:2], plan.turn, plan.cliffhanger)
    assert found.notes == (Note(code="told-by-card", facts=(("episode", "1"), ("what", "surprise, end"))),)


async def test_an_end_that_leaves_nothing_open_is_the_plans() -> None:
    book, plan = await bible(EN), replace((await planned(EN)).episodes[0], cliffhanger="A voice calls Bolt from below.")
    told = serials.episode(EN, 1) | {"end": "Bolt goes to bed."}
    found = await staffwriter.episode(FakeDesk(ScriptedChat(told)), Brief(plan=plan, bible=book), EN)
    assert found.value.beats[-1] == plan.cliffhanger
    closed = replace(plan, cliffhanger="Ada eats an apple.")
    found = await staffwriter.episode(FakeDesk(ScriptedChat(told)), Brief(plan=closed, bible=book), EN)
    assert found.value.beats[-1] == "Bolt goes to bed."


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
    answers: dict[str, Mapping[str, object]] = {
        "world": serials.world(language),
        "person": serials.person(language, 0),
        "places": serials.places(language),
        "arc": serials.arc(language),
        "episode": serials.episode(language, 1),
    }
    for name, known in answers.items():
        assert all(list(json.loads(answer)) == list(known) for _, answer in load(name, language).examples)
    (plan,) = (json.loads(answer) for _, answer in load("plans", language).examples)
    assert list(plan) == list(serials.plans(language, 2))
