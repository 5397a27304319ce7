"""Facts: what an approved script leaves true for the episodes after it, and what is not clear enough."""

from dataclasses import replace

import pytest

from agents.crew.continuity import check
from agents.crew.facts import proposed, with_fact
from agents.crew.findings import Clash
from storage.domain.bible import Bible, Fact, FactKind, Figure
from storage.domain.story import Language
from tests.fakes.scripts import good, synopsis, with_shot

EN, FR, ZH = Language.ENGLISH, Language.FRENCH, Language.CHINESE


def bible(language: Language) -> Bible:
    return Bible(cast=tuple(Figure(character=each) for each in synopsis(language).cast))


def of(language: Language, action: str, known: Bible | None = None) -> tuple[Fact, ...]:
    """Return the facts of an episode 3 whose last shot shows this."""
    script = with_shot(good(language), 6, action=action)
    return proposed(known or bible(language), 3, synopsis(language), script, language)


@pytest.mark.parametrize(
    ("language", "action", "kind", "about"),
    [
        (EN, "Ada cuts her hand on the glass.", FactKind.WOUND, ("two",)),
        (FR, "Inès se coupe la main.", FactKind.WOUND, ("two",)),
        (ZH, "小红割伤了手。", FactKind.WOUND, ("two",)),
        (EN, "Ada watches as Bolt dies.", FactKind.GONE, ("one",)),
        (FR, "Roux meurt dans ses bras.", FactKind.GONE, ("one",)),
        (ZH, "小白死了。", FactKind.GONE, ("one",)),
        (EN, "Ada puts on a red coat.", FactKind.COSTUME, ("two",)),
        (FR, "Inès enfile un manteau rouge.", FactKind.COSTUME, ("two",)),
        (ZH, "小红换上红色大衣。", FactKind.COSTUME, ("two",)),
        (EN, "Ada learns that the moon is a lantern.", FactKind.KNOWS, ("two",)),
        (FR, "Inès apprend que la lune est une lanterne.", FactKind.KNOWS, ("two",)),
        (FR, "Inès apprend qu'il est parti.", FactKind.KNOWS, ("two",)),
        (ZH, "小红得知月亮是一盏灯笼。", FactKind.KNOWS, ("two",)),
    ],
)
def test_what_an_action_says_in_as_many_words_is_proposed_from_the_next_episode_on(
    language: Language, action: str, kind: FactKind, about: tuple[str, ...]
) -> None:
    (fact,) = of(language, action)
    assert (fact.kind, fact.text, fact.about, fact.since, fact.until) == (kind, action, about, 3, None)
    assert not fact.holds(3)
    assert fact.holds(4)
    known = with_fact(bible(language), fact)
    assert of(language, action, known) == (), "what the bible holds is not proposed again"


@pytest.mark.parametrize(
    ("language", "action"),
    [
        (EN, "Ada almost cuts her hand."),
        (EN, "Ada holds a broken lamp in her hand."),
        (EN, "The lamp dies."),
        (EN, "Ada puts on a brave face."),
        (FR, "Inès ne meurt pas."),
        (FR, "Elle se coupe la main."),
        (ZH, "小红差点割伤手。"),
    ],
)
def test_what_did_not_happen_or_is_not_clear_is_left_out(language: Language, action: str) -> None:
    assert of(language, action) == ()


def test_an_id_that_belongs_to_somebody_else_in_the_bible_is_left_out() -> None:
    others = (Figure(character=replace(each, name=f"{each.name}a")) for each in synopsis(EN).cast)
    assert of(EN, "Ada cuts her hand.", Bible(cast=tuple(others))) == ()
    assert of(EN, "Ada cuts her hand.", Bible()) == ()


def test_clothes_that_are_put_on_end_what_was_worn_before() -> None:
    before = Fact(id="f", kind=FactKind.COSTUME, text="Ada wears a blue dress.", about=("two",), since=1)
    other = replace(before, id="g", about=("one",), text="Bolt wears a blue coat.")
    (fact,) = of(EN, "Ada puts on a red coat.")
    known = with_fact(replace(bible(EN), facts=(before, other)), fact)
    assert [each.id for each in known.known(3)] == ["f", "g"]
    assert [each.id for each in known.known(4)] == ["g", fact.id]


def test_a_fact_that_was_kept_is_what_the_next_episode_is_held_against() -> None:
    (fact,) = of(EN, "Ada watches as Bolt dies.")
    found = check(with_fact(bible(EN), fact), 4, synopsis(EN), good(), EN)
    assert [each.rule for each in found] == [Clash.GONE]
