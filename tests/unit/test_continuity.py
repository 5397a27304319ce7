"""Continuity: what contradicts the bible and the facts known when an episode begins, and what does not."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.crew.continuity import check
from agents.crew.findings import Clash, Finding
from storage.domain.bible import Bible, Fact, FactKind, Figure, Keepsake, Location
from storage.domain.story import Age, Character, Language, Line, Place, Script, Sex, Synopsis
from tests.fakes.scripts import good, synopsis, with_shot

EN, FR, ZH = Language.ENGLISH, Language.FRENCH, Language.CHINESE


def rosa(name: str) -> Character:
    """Return somebody whom the series knows and the episode does not."""
    return Character(id="rosa", name=name, sex=Sex.WOMAN, age=Age.OLD, look="x")


def bible(language: Language, **changed: Any) -> Bible:  # noqa: ANN401 - whatever a bible has
    """Return a bible that the good script of a language keeps."""
    cast = (*synopsis(language).cast, rosa({EN: "Rosa", FR: "Rosa", ZH: "罗莎"}[language]))
    return replace(Bible(cast=tuple(Figure(character=each) for each in cast)), **changed)


def with_look(language: Language, who: int, look: str) -> Synopsis:
    story = synopsis(language)
    cast = [replace(each, look=look) if n == who else each for n, each in enumerate(story.cast)]
    return replace(story, cast=tuple(cast))


def said(script: Script, line: str, text: str, speaker: str = "") -> Script:
    lines = (
        replace(each, text=text, speaker=speaker or each.speaker) if each.id == line else each for each in script.lines
    )
    return replace(script, lines=tuple(lines))


def known(kind: FactKind, text: str, *about: str, since: int = 1, until: int | None = None) -> Fact:
    return Fact(id="f", kind=kind, text=text, about=about, since=since, until=until)


def clashes(found: tuple[Finding, ...]) -> list[tuple[Clash, int, bool]]:
    assert all(isinstance(each.rule, Clash) and not each.fix for each in found)
    return [(each.rule, each.shot, each.is_question) for each in found]  # type: ignore[misc]  # told above


@pytest.mark.parametrize("language", Language)
def test_an_episode_that_keeps_to_its_bible_contradicts_nothing(language: Language) -> None:
    assert check(Bible(), 2, synopsis(language), good(language), language) == ()
    assert check(bible(language), 2, synopsis(language), good(language), language) == ()
    assert check(bible(language), 2, synopsis(language), None, language) == ()


@pytest.mark.parametrize(
    ("language", "fact", "changed", "wanted"),
    [
        (EN, known(FactKind.GONE, "Ada is dead.", "two"), {}, (Clash.GONE, 2, False)),
        (FR, known(FactKind.GONE, "Inès est partie.", "two"), {}, (Clash.GONE, 2, False)),
        (ZH, known(FactKind.GONE, "小红死了。", "two"), {}, (Clash.GONE, 2, False)),
        (EN, known(FactKind.WOUND, "Bolt has a broken leg.", "one"), {}, (Clash.WOUND, 3, True)),
        (FR, known(FactKind.WOUND, "Roux a la jambe cassée.", "one"), {}, (Clash.WOUND, 3, True)),
        (ZH, known(FactKind.WOUND, "小白的腿断了。", "one"), {}, (Clash.WOUND, 3, True)),
        (
            EN,
            known(FactKind.WOUND, "Ada has a bandaged hand.", "two"),
            {"action": "Ada's hand is unhurt."},
            (Clash.WOUND, 6, False),
        ),
        (
            EN,
            known(FactKind.COSTUME, "Ada wears a red coat.", "two"),
            {"action": "Ada opens the letter in her blue dress."},
            (Clash.COSTUME, 6, False),
        ),
        (
            FR,
            known(FactKind.COSTUME, "Inès porte un manteau gris.", "two"),
            {"action": "Inès ouvre la lettre dans sa robe rouge."},
            (Clash.COSTUME, 6, False),
        ),
        (
            ZH,
            known(FactKind.COSTUME, "小红穿着红色大衣。", "two"),
            {"action": "小红穿着蓝色连衣裙打开信。"},
            (Clash.COSTUME, 6, False),
        ),
    ],
)
def test_what_is_done_against_a_fact_is_found_while_the_fact_holds(
    language: Language, fact: Fact, changed: dict[str, Any], wanted: tuple[Clash, int, bool]
) -> None:
    script = with_shot(good(language), 6, **changed)
    facts = bible(language, facts=(fact,))
    (finding,) = check(facts, 2, synopsis(language), script, language)
    assert (finding.rule, finding.shot, finding.is_question) == wanted
    assert ("fact", fact.text) in finding.facts
    assert check(facts, 1, synopsis(language), script, language) == (), "it is true only from the next episode on"
    over = bible(language, facts=(replace(fact, until=2),))
    assert check(over, 3, synopsis(language), script, language) == ()


@pytest.mark.parametrize(
    ("language", "fact", "line"),
    [
        (EN, "Ada knows that the moon is a broken lantern.", "The moon is only a lantern, and broken."),
        (FR, "Inès sait que la lune est une lanterne cassée.", "La lune n'est qu'une lanterne cassée."),
        (ZH, "小红知道月亮是一盏坏了的灯笼。", "月亮只是坏了的灯笼。"),
    ],
)
def test_whoever_speaks_of_what_only_another_knows_is_asked_about(language: Language, fact: str, line: str) -> None:
    facts = bible(language, facts=(known(FactKind.KNOWS, fact, "two"),))
    script = said(good(language), "l2", line)
    (finding,) = check(facts, 2, synopsis(language), script, language)
    assert (finding.rule, finding.line, finding.is_question) == (Clash.KNOWS, "l2", True)
    hers = said(good(language), "l1", line)
    assert check(facts, 2, synopsis(language), hers, language) == ()


@pytest.mark.parametrize(
    ("language", "action", "who"),
    [(EN, "Ada sees Rosa.", "Rosa"), (FR, "Inès voit Rosa.", "Rosa"), (ZH, "小红看见罗莎。", "罗莎")],
)
def test_somebody_of_the_series_who_is_not_in_the_cast_is_found_where_they_are_seen(
    language: Language, action: str, who: str
) -> None:
    script = with_shot(good(language), 4, action=action)
    (finding,) = check(bible(language), 2, synopsis(language), script, language)
    assert (finding.rule, finding.shot, finding.is_question) == (Clash.STRANGER, 4, False)
    assert ("who", who) in finding.facts


def test_a_name_that_nobody_has_is_asked_about_and_one_that_is_misspelt_is_told() -> None:
    script = with_shot(good(), 4, action="At noon on Monday, Ada calls Gustave.")
    assert clashes(check(bible(EN), 2, synopsis(EN), script, EN)) == [(Clash.STRANGER, 4, True)]
    assert check(bible(EN), 2, synopsis(EN), script, EN, told="Gustave waits for Ada") == (), "a person told of him"
    script = with_shot(good(FR), 4, action="Une lampe éclaire Ines.")
    (finding,) = check(bible(FR), 2, synopsis(FR), script, FR)
    assert finding.rule is Clash.SPELLING
    assert {("who", "Ines"), ("known", "Inès")} <= set(finding.facts)
    spoken_of = said(good(), "l1", "No more moon for you, said Gustave.")
    assert check(bible(EN), 2, synopsis(EN), spoken_of, EN) == (), "people may speak of anybody"


def test_whoever_speaks_is_in_the_cast_and_in_the_shot() -> None:
    stranger = said(good(), "l1", "No.", speaker="rosa")
    assert clashes(check(bible(EN), 2, synopsis(EN), stranger, EN)) == [(Clash.STRANGER, 2, False)]
    offstage = with_shot(good(), 2, characters=("one",), action="Bolt locks the roof.")
    assert clashes(check(bible(EN), 2, synopsis(EN), offstage, EN)) == [(Clash.OFFSTAGE, 2, True)]


def test_a_voice_that_is_lost_does_not_speak() -> None:
    facts = bible(EN, facts=(known(FactKind.WOUND, "Ada has lost her voice.", "two"),))
    found = clashes(check(facts, 2, synopsis(EN), good(), EN))
    assert found == [(Clash.WOUND, 2, False), (Clash.WOUND, 4, False)]


def test_a_look_that_is_not_that_of_the_bible_is_found_unless_a_fact_says_so() -> None:
    cast = tuple(Figure(character=each) for each in with_look(EN, 1, "A woman in a grey coat.").cast)
    now = with_look(EN, 1, "A woman in a red dress.")
    assert clashes(check(Bible(cast=cast), 2, now, good(), EN)) == [(Clash.COSTUME, 0, False)]
    changed = known(FactKind.COSTUME, "Ada wears a red dress.", "two")
    assert check(Bible(cast=cast, facts=(changed,)), 2, now, good(), EN) == ()


def test_a_place_keeps_its_name_and_its_look() -> None:
    loft = Location(id="loft", name="The Loft", look="A roof with a telescope.", place=Place.ROOFTOP)
    script = replace(good(), scenes=tuple(replace(each, setting="a telescope on the roof") for each in good().scenes))
    assert check(bible(EN, places=(loft,)), 2, synopsis(EN), script, EN) == ()
    other = replace(script, scenes=tuple(replace(each, setting="wet chimneys") for each in script.scenes))
    assert clashes(check(bible(EN, places=(loft,)), 2, synopsis(EN), other, EN)) == [(Clash.PLACE, 1, True)]
    wrong = replace(
        script, scenes=tuple(replace(each, setting="the loft", place=Place.KITCHEN) for each in script.scenes)
    )
    assert clashes(check(bible(EN, places=(loft,)), 2, synopsis(EN), wrong, EN)) == [(Clash.PLACE, 1, False)]


@pytest.mark.parametrize(
    ("language", "thing", "action", "is_question"),
    [
        (EN, "The lamp", "Ada holds Ada's lamp.", False),
        (EN, "The lamp", "Ada holds her lamp.", True),
        (FR, "La lampe", "Inès tient la lampe d'Inès.", False),
        (FR, "La lampe", "Inès tient sa lampe.", True),
        (ZH, "灯", "小红拿着小红的灯。", False),
    ],
)
def test_a_thing_belongs_to_its_owner(language: Language, thing: str, action: str, is_question: bool) -> None:  # noqa: FBT001 - a column of the table
    prop = Keepsake(id="lamp", name=thing, look="x", owner="one")
    script = with_shot(good(language), 4, action=action)
    (finding,) = check(bible(language, props=(prop,)), 2, synopsis(language), script, language)
    assert (finding.rule, finding.shot, finding.is_question) == (Clash.OWNER, 4, is_question)
    hers = replace(prop, owner="two")
    assert check(bible(language, props=(hers,)), 2, synopsis(language), script, language) == ()


def test_a_synopsis_is_held_against_the_bible_before_there_is_a_script() -> None:
    facts = bible(EN, facts=(known(FactKind.GONE, "Ada is dead.", "two"),))
    assert clashes(check(facts, 2, synopsis(EN), None, EN)) == [(Clash.GONE, 0, True)]


def test_a_line_that_is_asked_about_is_named_with_its_words() -> None:
    line = Line(id="l2", speaker="one", text="The moon is only a lantern, and broken.")
    fact = known(FactKind.KNOWS, "Ada knows that the moon is a broken lantern.", "two")
    (finding,) = check(bible(EN, facts=(fact,)), 2, synopsis(EN), said(good(), "l2", line.text), EN)
    assert finding.facts == (("text", line.text), ("who", "Bolt"), ("fact", fact.text))


ANY = st.text(max_size=30)


@given(texts=st.tuples(ANY, ANY, ANY, ANY, ANY), kind=st.sampled_from(FactKind), lang=st.sampled_from(Language))
def test_whatever_stands_in_a_bible_or_a_script_is_read_and_always_to_the_same_end(
    texts: tuple[str, str, str, str, str], kind: FactKind, lang: Language
) -> None:
    name, thing, fact, action, line = texts
    cast = (*synopsis(lang).cast, rosa(name))
    prop = Keepsake(id="thing", name=thing, look="x", owner="rosa")
    place = Location(id="place", name=thing, look=fact, place=Place.ROOFTOP)
    known_ = known(kind, fact, "one", "thing")
    whole = Bible(cast=tuple(Figure(character=each) for each in cast), props=(prop,), places=(place,), facts=(known_,))
    script = said(with_shot(good(lang), 3, action=action), "l2", line)
    found = check(whole, 2, synopsis(lang), script, lang)
    assert found == check(whole, 2, synopsis(lang), script, lang)
    assert len({each.key for each in found}) == len(found)
