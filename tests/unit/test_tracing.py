"""Every sentence of a paper is traced to one author, whatever became of the paper on the way."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.documents import Paper
from storage.domain.contributions import Actor, Contribution, Kind, Tool, Words
from storage.domain.crew import Role
from storage.domain.ids import ContributionId, Digest, DraftId, PersonId, TakeId
from storage.domain.papers import Idea, Reply, Subject, Transcript, Turn, Wish
from storage.domain.review import Draft, DraftKind
from storage.domain.story import (
    Age,
    Angle,
    Character,
    Framing,
    Hour,
    Line,
    Mood,
    Move,
    Place,
    Scene,
    Script,
    Sex,
    Shot,
    Synopsis,
    Weather,
)
from storage.domain.takes import Medium, Take, Work
from storage.making import Act, Fate, Making
from storage.tracing import Author, Traced, counts, fields, sentences, trace
from tests.storage_samples import EPISODE, NOON, SERIES, digest

ANA, BO, MODEL, STUDIO = Actor.person(PersonId("ana")), Actor.person(PersonId("bo")), Actor.model("qwen"), "Feuilleton"
IDEA = "A robot falls in love with the moon. The moon never answers it."
ADA = Character(id="ada", name="Ada", sex=Sex.WOMAN, age=Age.YOUNG, look="A young woman with a lamp.")
FIRST = Synopsis(
    title="Moonstruck",
    logline="A robot wants the moon.",
    beats=("Ada finds a robot on the roof. It hums.", "The robot builds a ladder.", "The ladder breaks."),
    cast=(ADA,),
)
MEDIA = {Idea: Medium.IDEA, Wish: Medium.WISH, Turn: Medium.TURN, Reply: Medium.REPLY, Transcript: Medium.TRANSCRIPT}


@dataclass
class Told:
    """A history that grows act by act; what is told last counts."""

    acts: tuple[Act, ...] = ()

    def add(self, paper: Paper, by: Actor, *sources: Act, words: Words | None = None, kind: Kind = Kind.WROTE) -> Act:
        """Enter what somebody made of something."""
        number = len(self.acts)
        made = digest(f"made {number}")
        medium = MEDIA.get(type(paper)) or (Medium.SYNOPSIS if isinstance(paper, Synopsis) else Medium.SCRIPT)
        act = Contribution(
            id=ContributionId(f"act{number}"),
            series=SERIES.id,
            episode=EPISODE.id,
            by=by,
            directed_by=SERIES.creator,
            role=Role.CREATOR,
            kind=kind,
            at=NOON + timedelta(seconds=number),
            sources=tuple(each.act.made for each in sources if each.act.made),
            made=made,
            words=words,
        )
        take = Take(
            id=TakeId(f"take{number}"),
            episode=EPISODE.id,
            contribution=act.id,
            work=Work(medium),
            key=made,
            digest=made,
            media_type="application/json",
        )
        self.acts = (*self.acts, Act(act=act, name=by.name, take=take, fate=Fate.REWORKED, paper=paper))
        return self.acts[-1]

    def approve(self, by: Actor, act: Act) -> Act:
        """Approve a version."""
        assert act.act.made
        draft = Draft(
            id=DraftId("draft"), episode=EPISODE.id, kind=DraftKind.SYNOPSIS, digest=act.act.made, opened=NOON
        )
        said = replace(
            act.act, id=ContributionId("said"), by=by, kind=Kind.APPROVED, sources=(draft.digest,), made=None
        )
        self.acts = (*self.acts, Act(act=said, name=by.name, judged=draft))
        return self.acts[-1]

    def traced(self, *kept: Act) -> tuple[Traced, ...]:
        """Trace what was kept."""
        ids = {act.act.id for act in kept}
        acts = tuple(replace(act, fate=Fate.KEPT) if act.act.id in ids else act for act in self.acts)
        return trace(Making(series=SERIES, episode=EPISODE, acts=acts, synopsis=None, script=None))


def wish(text: str) -> Wish:
    return Wish(text=text, salt="", about=Subject.SYNOPSIS)


def with_beat(paper: Synopsis, place: int, text: str) -> Synopsis:
    return replace(paper, beats=(*paper.beats[:place], text, *paper.beats[place + 1 :]))


def beat(traced: tuple[Traced, ...], place: int, number: int = 0) -> Traced:
    return [each for each in traced if each.sentence.field.id == str(place + 1)][number]


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def idea(told: Told) -> Act:
    return told.add(Idea(text=IDEA, salt=""), ANA, words=Words.TYPED)


@pytest.fixture
def first(told: Told, idea: Act) -> Act:
    return told.add(FIRST, MODEL, idea, kind=Kind.GENERATED)


def test_what_a_model_wrote_is_its_own_follows_from_the_idea_and_says_who_accepted_it(
    told: Told, idea: Act, first: Act
) -> None:
    approval = told.approve(BO, first)
    traced = told.traced(first)
    assert [each.sentence for each in traced] == list(sentences(FIRST))
    assert len(traced) == len(list(fields(FIRST))) + 1, "the first beat has two sentences"
    assert {each.author for each in traced} == {Author.MODEL}
    assert all(each.turns == (idea,) and each.accepted == (approval,) for each in traced)
    assert counts(traced) == {Author.MODEL: len(traced)}


def test_words_of_the_idea_that_a_model_carried_over_are_the_persons(told: Told, idea: Act) -> None:
    carried = told.add(with_beat(FIRST, 1, "The moon never answers it."), MODEL, idea, kind=Kind.GENERATED)
    traced = told.traced(carried)
    assert beat(traced, 1).author is Author.PERSON
    assert beat(traced, 1).dictated is idea
    assert beat(traced, 2).author is Author.MODEL


def test_a_sentence_that_a_person_touches_up_keeps_both_versions(told: Told, first: Act) -> None:
    asked = told.add(wish("beat 2: The robot builds a paper ladder."), BO, words=Words.TYPED)
    second = told.add(with_beat(FIRST, 1, "The robot builds a paper ladder."), MODEL, first, asked)
    found = beat(told.traced(second), 1)
    assert found.author is Author.MODEL_THEN_PERSON
    assert [(hand.text, hand.act) for hand in found.hands] == [
        ("The robot builds a ladder.", first),
        ("The robot builds a paper ladder.", asked),
    ]
    assert found.turns == (asked,)


def test_a_sentence_that_takes_the_place_of_another_is_its_authors_alone(told: Told, first: Act) -> None:
    asked = told.add(wish("beat 2: Nobody sleeps."), BO, words=Words.TYPED)
    second = told.add(with_beat(FIRST, 1, "Nobody sleeps."), MODEL, first, asked)
    assert beat(told.traced(second), 1).author is Author.PERSON


def test_a_model_that_changes_a_persons_words_does_not_get_them_alone(told: Told, first: Act) -> None:
    dictated = told.add(wish("beat 2: Nobody sleeps in the whole house tonight."), BO, words=Words.TYPED)
    second = told.add(with_beat(FIRST, 1, "Nobody sleeps in the whole house tonight."), MODEL, first, dictated)
    asked = told.add(wish("shorter"), ANA, words=Words.TYPED)
    third = told.add(with_beat(FIRST, 1, "Nobody sleeps in the house."), MODEL, second, asked)
    found = beat(told.traced(third), 1)
    assert found.author is Author.PERSON_THEN_MODEL
    assert [hand.act.act for hand in found.hands] == [dictated.act, third.act]
    assert found.turns == (asked,)


def test_what_was_offered_and_taken_as_it_was_stays_the_models(told: Told, first: Act) -> None:
    reply = told.add(Reply(text="How about this?", turn=Digest("")), MODEL, kind=Kind.GENERATED)
    taken = told.add(wish("beat 2: Nobody sleeps in the house."), ANA, reply, words=Words.SUGGESTED)
    second = told.add(with_beat(FIRST, 1, "Nobody sleeps in the house."), MODEL, first, taken)
    found = beat(told.traced(second), 1)
    assert found.author is Author.MODEL
    assert found.turns == (taken,)


def test_what_was_heard_and_put_right_by_another_keeps_what_was_heard(told: Told, first: Act) -> None:
    tool = Tool(name="ears", version="1", licence="MIT", key=digest("ears"))
    heard = Transcript(
        text="Nobody weeps in the house.", salt="", language="en", by=PersonId("ana"), sound=digest("s"), tool=tool,
        milliseconds=1,
    )  # fmt: skip
    transcript = told.add(heard, Actor.model("ears"), kind=Kind.GENERATED)
    asked = told.add(wish("beat 2: Nobody sleeps in the house."), BO, transcript, words=Words.EDITED)
    second = told.add(with_beat(FIRST, 1, "Nobody sleeps in the house."), MODEL, first, asked)
    found = beat(told.traced(second), 1)
    assert found.author is Author.MODEL_THEN_PERSON
    assert [hand.text for hand in found.hands] == ["Nobody weeps in the house.", "Nobody sleeps in the house."]


def test_a_beat_that_becomes_the_action_of_a_shot_keeps_its_author_in_the_script(told: Told, first: Act) -> None:
    asked = told.add(wish("beat 2: Nobody sleeps."), BO, words=Words.TYPED)
    second = told.add(with_beat(FIRST, 1, "Nobody sleeps."), MODEL, first, asked)
    written = told.add(script("Nobody sleeps.", "Where is it?"), MODEL, second, kind=Kind.GENERATED)
    traced = told.traced(second, written)
    action, line = (next(each for each in traced if each.sentence.field.part == part) for part in ("action", "line"))
    assert (action.author, action.dictated) == (Author.PERSON, asked)
    assert line.author is Author.MODEL


def test_every_line_of_a_script_that_was_brought_is_its_authors_however_short(told: Told) -> None:
    brought = Idea(text="INT. ROOF - NIGHT\n\nAda waits.\n\nADA\nNo.\n", salt="", verbatim=True)
    idea = told.add(brought, ANA, words=Words.IMPORTED)
    arranged = told.add(script("Ada waits.", "No."), Actor.model(STUDIO), idea, kind=Kind.ARRANGED)
    said = {each.sentence.text: each for each in told.traced(arranged)}
    assert [said[text].dictated for text in ("Ada waits.", "No.")] == [idea, idea]


def test_words_that_were_removed_stay_their_authors_where_no_model_was_asked(told: Told, first: Act) -> None:
    asked = told.add(wish("beat 2: Nobody sleeps."), BO, words=Words.TYPED)
    second = told.add(with_beat(FIRST, 1, "Nobody sleeps."), MODEL, first, asked)
    gone = replace(asked, paper=None, removed=True)
    told.acts = tuple(gone if act is asked else act for act in told.acts)
    assert beat(told.traced(second), 1).author is Author.PERSON


def script(action: str, said: str) -> Script:
    """Return a script whose first shot shows and says this."""
    scene = Scene(
        id="c1", setting="A roof", place=Place.ROOFTOP, hour=Hour.NIGHT, weather=Weather.CLEAR, mood=Mood.TENDER
    )
    shots = tuple(
        Shot(
            id=f"s{number}",
            scene="c1",
            framing=Framing.WIDE,
            angle=Angle.EYE,
            move=Move.STATIC,
            action=shown,
            characters=("ada",),
            lines=("l1",) if number == 1 else (),
        )
        for number, shown in enumerate((action, "A lamp.", "A door.", "The sea."), 1)
    )
    return Script(scenes=(scene,), lines=(Line(id="l1", speaker="ada", text=said),), shots=shots)


STORIES = st.lists(
    st.tuples(st.sampled_from(["dictate", "touch", "model", "copy", "back"]), st.integers(0, 2), st.booleans()),
    max_size=12,
)


@given(STORIES)
def test_every_sentence_has_one_author_and_each_word_a_person_wrote_stays_theirs(
    story: list[tuple[str, int, bool]],
) -> None:
    """Play a history, keeping for each beat who wrote it last; the trace says the same from the papers alone."""
    told = Told()
    idea = told.add(Idea(text=IDEA, salt=""), ANA, words=Words.TYPED)
    now = told.add(FIRST, MODEL, idea, kind=Kind.GENERATED)
    versions = [(now, dict.fromkeys(range(3), now))]
    for number, (what, place, is_bo) in enumerate(story):
        now, known = versions[-1]
        paper, whose, who = now.paper, dict(known), BO if is_bo else ANA
        assert isinstance(paper, Synopsis)
        match what:
            case "dictate" | "touch":
                kept = f"{paper.beats[place].rstrip('.')} again" if what == "touch" else "Something wholly new happens"
                text = f"{kept} {'x' * (number + 1)}."
                whose[place] = asked = told.add(wish(f"beat {place + 1}: {text}"), who, words=Words.TYPED)
                versions.append((told.add(with_beat(paper, place, text), MODEL, now, asked), whose))
            case "model":
                asked = told.add(wish("make it better"), who, words=Words.TYPED)
                text = f"Model words {'y' * (number + 1)}."
                whose[place] = written = told.add(with_beat(paper, place, text), MODEL, now, asked)
                versions.append((written, whose))
            case "copy":
                copied = replace(paper, cast=(replace(ADA, name=f"Ada {number}"),))
                versions.append((told.add(copied, Actor.model(STUDIO), now, kind=Kind.ARRANGED), whose))
            case _:
                versions.append(versions[-2 if len(versions) > 1 else -1])
    now, expected = versions[-1]
    traced = told.traced(now)
    assert isinstance(now.paper, Synopsis)
    assert [each.sentence for each in traced] == list(sentences(now.paper)), "each is attributed, and once"
    for place, act in expected.items():
        last = [each for each in traced if each.sentence.field.id == str(place + 1)][-1]
        texts = [hand.text for hand in last.hands]
        assert last.hands[-1].act.act == act.act
        assert last.hands[-1].is_own is act.by_person
        assert (last.author in {Author.PERSON, Author.MODEL_THEN_PERSON}) is act.by_person
        assert texts[-1] == last.sentence.text
        assert len(set(texts)) == len(texts)
