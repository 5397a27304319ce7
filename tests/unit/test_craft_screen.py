"""What is weak in an episode, as a message: every finding has its sentence in every language, and fits a phone."""

import re
from dataclasses import replace

import pytest

from agents.counsel import Counsel
from agents.crew.findings import Clash, Craft, Finding, Rule
from bot.callbacks import LIMIT, Act, Press, parse
from bot.screens.craft import DO, DROP, KEEP, MOST, counsel
from bot.screens.page import LONGEST_TEXT, Screen, Voice, length
from storage.domain.bible import Fact, FactKind
from storage.domain.ids import ContributionId, Digest, EpisodeId, PersonId, SeriesId, TakeId
from storage.domain.stages import Stage
from storage.domain.story import Episode, Language, Series
from storage.domain.takes import Medium, Take, Work
from storage.views import Card
from tests.fakes.scripts import good, synopsis

TAKE = Take(
    id=TakeId("0123456789ab"),
    episode=EpisodeId("e"),
    contribution=ContributionId("c"),
    work=Work(Medium.SCRIPT),
    key=Digest("k"),
    digest=Digest("d"),
    media_type="x",
)
WORDS = (("text", "T & <b>"), ("who", "Ada"), ("known", "Bolt"), ("fact", "F"))
COUNTED = (("count", "2"), ("seconds", "31"), ("room", "26"), ("last", "4"), ("framing", "wide"))
FACT = Fact(id="costume-100-0123abcd", kind=FactKind.COSTUME, text="Ada puts on a coat.", about=("two",), since=100)


def card(stage: Stage = Stage.CUT_REVIEW) -> Card:
    series = Series(id=SeriesId("s"), title="S", language=Language.ENGLISH, creator=PersonId("p"))
    episode = Episode(id=EpisodeId("e"), series=series.id, number=1, stage=stage)
    return Card(series=series, episode=episode, synopsis=synopsis(Language.ENGLISH), script=good(), draft=None)


def found(*findings: Finding, facts: tuple[Fact, ...] = ()) -> Counsel:
    return Counsel(take=TAKE, synopsis=synopsis(Language.ENGLISH), script=good(), findings=findings, facts=facts)


def screen(voice: Voice, counsel_: Counsel, *, settled: tuple[str, ...] = (), writes: bool = True) -> Screen:
    return counsel(voice, card(), counsel_, settled, writes=writes)


def presses(shown: Screen) -> list[Press]:
    return [button.press for row in shown.buttons for button in row]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("rule", [*Craft, *Clash])
def test_every_finding_has_its_sentence_in_every_language(language: Language, rule: Rule) -> None:
    one = Finding(rule=rule, shot=3, facts=(*WORDS, *COUNTED), fix="shot 3: wide shot")
    kinds = (one, replace(one, is_question=True), replace(one, facts=(*one.facts, ("about", "synopsis"))))
    for finding in (*kinds, replace(one, facts=(*one.facts, ("empty", "yes")))):
        shown = screen(Voice(language), found(finding))
        assert "3" in shown.text
        assert "<b></b>" not in shown.text
        assert "&lt;b&gt;" in shown.text or "<b>" not in re.sub(r"</?b>", "", shown.text)
        assert length(shown.text) < LONGEST_TEXT // 4


def test_a_message_holds_as_many_points_as_a_phone_shows_and_counts_the_others() -> None:
    many = tuple(Finding(rule=Craft.CROWD, shot=n, facts=(("count", str(n)),)) for n in range(1, MOST + 4))
    voice = Voice("en")
    shown = screen(voice, found(*many))
    assert "… and 3 more" in shown.text
    assert [press.word for press in presses(shown)] == [f"{DROP}-{each.key}" for each in many[:MOST]]
    rest = screen(voice, found(*many), settled=tuple(each.key for each in many[:MOST]))
    assert [press.word for press in presses(rest)] == [f"{DROP}-{each.key}" for each in many[MOST:]]
    assert screen(voice, found(*many), writes=False).buttons == ()


def test_buttons_carry_what_they_are_about_and_fit_telegram() -> None:
    finding = Finding(rule=Craft.HOOK, shot=1, fix="shot 1: medium shot")
    shown = screen(Voice("en"), found(finding, facts=(FACT,)))
    assert [press.word for press in presses(shown)] == [
        f"{DO}-{finding.key}", f"{KEEP}-{FACT.id}", f"{DROP}-{finding.key}", f"{DROP}-{FACT.id}",
    ]  # fmt: skip
    for press in presses(shown):
        assert len(press.data().encode()) <= LIMIT
        assert parse(press.data()) == replace(press, act=Act.MEND)


def test_a_released_episode_is_not_mended_and_still_remembered() -> None:
    finding = Finding(rule=Craft.HOOK, shot=1, fix="shot 1: medium shot")
    shown = counsel(Voice("en"), card(Stage.RELEASED), found(finding, facts=(FACT,)), (), writes=True)
    assert [press.word.partition("-")[0] for press in presses(shown)] == [KEEP, DROP, DROP]


def test_nothing_weak_and_nothing_left_are_told_apart() -> None:
    finding = Finding(rule=Craft.SHORT, facts=(("seconds", "13"), ("room", "15")))
    assert "nothing weak" in screen(Voice("en"), found()).text
    assert "Nothing is left" in screen(Voice("en"), found(finding), settled=(finding.key,)).text
