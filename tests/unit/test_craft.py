"""Craft: an episode that keeps the rules has no findings; each rule alone can be broken; a fix removes its finding."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.crew import craft, director
from agents.crew.craft import PHRASES, report
from agents.crew.editor import Spoken
from agents.crew.findings import Craft, Finding, Rule
from agents.crew.reading import read
from storage.domain.ids import Digest
from storage.domain.staging import Expression, Gaze, Pose, Staging
from storage.domain.story import (
    Angle,
    Framing,
    Language,
    Line,
    Mood,
    Move,
    Script,
    Shot,
)
from tests.fakes.desk import FakeDesk, ScriptedChat
from tests.fakes.scripts import good, synopsis, with_shot
from tests.fakes.stories import MOONSTRUCK

EN, FR, ZH = Language.ENGLISH, Language.FRENCH, Language.CHINESE
every_language = pytest.mark.parametrize("language", Language)


def with_words(script: Script, count: int, text: str) -> Script:
    """Return a script whose first lines say something else."""
    lines = tuple(replace(line, text=text) if n < count else line for n, line in enumerate(script.lines))
    return replace(script, lines=lines)


def silent(script: Script, framing: Framing) -> Script:
    """Return the first and the last shots without a word, near enough to be read fast."""
    shots = tuple(replace(shot, lines=(), framing=framing) for shot in (*script.shots[:3], script.shots[-1]))
    return replace(script, lines=(), shots=(replace(shots[0], scene="c2"), *shots[1:]))


def of_one_mood(script: Script) -> Script:
    return replace(script, scenes=tuple(replace(scene, mood=Mood.TENDER) for scene in script.scenes))


def turning(script: Script) -> Script:
    return replace(script, shots=tuple(replace(shot, scene=f"c{1 + n % 2}") for n, shot in enumerate(script.shots)))


def talking(script: Script) -> Script:
    """Return a script in which heads talk for more than twenty seconds, two framings in turn."""
    lines = tuple(Line(id=f"l{n}", speaker="one", text="You said so, and so did I, too.") for n in range(1, 7))
    framings = (Framing.CLOSE, Framing.EXTREME_CLOSE)
    shots = tuple(
        replace(shot, lines=(f"l{n}",), framing=framings[n % 2], characters=("one",))
        for n, shot in enumerate(script.shots, 1)
    )
    return replace(script, lines=lines, shots=shots)


BREAKS: dict[Craft, Callable[[Script], Script]] = {
    Craft.HOOK: lambda script: with_shot(script, 1, framing=Framing.EXTREME_WIDE),
    Craft.TURN: of_one_mood,
    Craft.TURNS: turning,
    Craft.BUTTON: lambda script: with_shot(script, 6, action="Ada sits on the roof."),
    Craft.LONG: lambda script: with_words(script, 4, "I knew you long before. " * 4),
    Craft.SHORT: lambda script: silent(script, Framing.MEDIUM),
    Craft.SUBTITLE: lambda script: with_words(
        script, 1, "I have known all along that nobody ever comes back from there"
    ),
    Craft.CROWD: lambda script: with_shot(script, 3, characters=("one", "two", "three", "four")),
    Craft.TALKING: talking,
    Craft.MONOTONY: lambda script: with_shot(script, 3, framing=Framing.MEDIUM),
}
"""How to break each rule."""

FIXED = {Craft.HOOK, Craft.TURN, Craft.BUTTON, Craft.TALKING, Craft.MONOTONY}
"""Rules whose finding here comes with a fix."""

ALONG = {Craft.LONG: {Craft.SUBTITLE}, Craft.SHORT: {Craft.MONOTONY}, Craft.MONOTONY: set[Craft]()}
"""What cannot but be broken along with a rule: too many words for an episode are too many for their subtitles."""


def broken(rule: Craft) -> Script:
    script = BREAKS[rule](good())
    return with_shot(script, 4, framing=Framing.MEDIUM) if rule is Craft.MONOTONY else script


@every_language
def test_an_episode_that_keeps_the_rules_has_no_findings(language: Language) -> None:
    assert report(synopsis(language), good(language), language) == ()
    assert craft.of_synopsis(synopsis(language), language) == ()


@pytest.mark.parametrize("rule", Craft)
def test_each_rule_alone_can_be_broken_and_is_found(rule: Craft) -> None:
    found = report(synopsis(EN), broken(rule), EN)
    assert rule in {each.rule for each in found}
    assert {each.rule for each in found} <= {rule} | ALONG.get(rule, set())
    assert all(each.shot in range(7) for each in found)
    assert {each.rule for each in found if each.fix} <= FIXED


@pytest.mark.parametrize("rule", sorted(FIXED))
async def test_a_fix_carried_out_as_a_wish_removes_its_finding_and_asks_no_model(rule: Craft) -> None:
    script = broken(rule)
    (finding,) = [each for each in report(synopsis(EN), script, EN) if each.rule is rule]
    assert finding.fix
    written = await director.revise(FakeDesk(ScriptedChat()), synopsis(EN), script, finding.fix, EN)
    assert written.answers == ()
    assert report(synopsis(EN), written.value, EN) == ()


@every_language
async def test_fixes_are_words_of_the_series_own_language(language: Language) -> None:
    script = with_shot(good(language), 1, framing=Framing.EXTREME_WIDE)
    script = with_shot(script, 6, action="…。"[1:] if language is ZH else "Ada.", framing=Framing.WIDE)
    found = {each.rule: each.fix for each in report(synopsis(language), script, language)}
    assert (
        found
        == {
            EN: {Craft.HOOK: "shot 1: medium shot", Craft.BUTTON: "shot 6: close-up, Ada gasps"},
            FR: {Craft.HOOK: "plan 1 : plan taille", Craft.BUTTON: "plan 6 : gros plan, Inès sursaute"},
            ZH: {Craft.HOOK: "第1个镜头：中景", Craft.BUTTON: "第6个镜头：特写，小红愣住"},
        }[language]
    )
    for fix in found.values():
        script = (await director.revise(FakeDesk(ScriptedChat()), synopsis(language), script, fix, language)).value
    assert report(synopsis(language), script, language) == ()


@every_language
def test_every_phrase_of_a_fix_is_read_as_what_it_stands_for(language: Language) -> None:
    for sign, phrase in PHRASES[language].items():
        found = read(craft.wish([2, 5], [phrase], language))
        assert (found.shots, found.signs, found.rest) == ((2, 5), (sign,), "")


def test_an_opening_without_anybody_is_found_and_nobody_can_be_put_there_by_rule() -> None:
    script = with_shot(good(), 1, characters=(), action="Rain over the roofs.")
    (finding,) = report(synopsis(EN), script, EN)
    assert (finding.rule, finding.shot, finding.fix) == (Craft.HOOK, 1, "")
    assert report(synopsis(EN), with_shot(script, 1, framing=Framing.INSERT), EN) == ()


def test_a_line_in_the_first_three_seconds_is_a_hook() -> None:
    empty = with_shot(good(), 1, characters=(), action="Rain over the roofs.")
    first, second, *rest = empty.shots
    script = replace(empty, shots=(replace(first, lines=second.lines), replace(second, lines=()), *rest))
    assert report(synopsis(EN), script, EN) == ()


def test_a_face_that_is_near_leaves_the_end_open_and_one_that_is_far_does_not() -> None:
    face = Staging(character="two", pose=Pose.STAND, expression=Expression.AFRAID, gaze=Gaze.AHEAD)
    end = with_shot(BREAKS[Craft.BUTTON](good()), 6, staging=(face,))
    assert report(synopsis(EN), end, EN) == ()
    (finding,) = report(synopsis(EN), with_shot(end, 6, framing=Framing.WIDE), EN)
    assert finding.rule is Craft.BUTTON


def test_recordings_go_before_what_is_reckoned() -> None:
    slow = {line.id: Spoken(sound=Digest(line.id), start=0, end=250) for line in good().lines}
    rules = {each.rule for each in report(synopsis(EN), good(), EN, slow)}
    assert Craft.LONG in rules


def test_a_synopsis_is_told_what_it_lacks_and_nothing_mends_it_by_rule() -> None:
    flat = replace(MOONSTRUCK, beats=("Rain falls.", "It is late."), cast=MOONSTRUCK.cast)
    found = craft.of_synopsis(flat, EN)
    assert [each.rule for each in found] == [Craft.HOOK, Craft.TURN, Craft.BUTTON]
    assert not any(each.fix for each in found)


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """A script of 4 to 8 shots in any framing and mood, spoken or not."""
    count = draw(st.integers(4, 8))
    spoken = draw(st.lists(st.booleans(), min_size=count, max_size=count))
    texts = st.sampled_from(["No.", "Who is there?", "You said so, and so did I, and still you came.", "Run " * 20])
    lines = tuple(Line(id=f"l{n}", speaker="one", text=draw(texts)) for n in range(count) if spoken[n])
    shots = tuple(
        Shot(
            id=f"s{n}",
            scene=draw(st.sampled_from(["c1", "c2"])),
            framing=draw(st.sampled_from(Framing)),
            angle=Angle.EYE,
            move=Move.STATIC,
            action=draw(st.sampled_from(synopsis(EN).beats)),
            characters=draw(st.sampled_from([(), ("one",), ("one", "two")])),
            lines=(f"l{n}",) if spoken[n] else (),
        )
        for n in range(count)
    )
    return Script(scenes=good().scenes, lines=lines, shots=shots)


@settings(max_examples=40)
@given(scripts())
def test_whatever_the_script_a_fix_leaves_one_finding_fewer_and_adds_none(script: Script) -> None:
    found = report(synopsis(EN), script, EN)
    assert found == report(synopsis(EN), script, EN)
    assert len({each.key for each in found}) == len(found)
    for finding in found:
        if finding.fix:
            after, _, _ = director.by_rule(synopsis(EN), script, finding.fix, EN)
            assert rules(report(synopsis(EN), after, EN)) <= rules(found) - Counter([finding.rule])


def rules(found: tuple[Finding, ...]) -> Counter[Rule]:
    return Counter(each.rule for each in found)
