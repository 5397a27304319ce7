"""What is written is what is read, whatever people type."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import rows
from storage.domain.contributions import Contribution
from storage.domain.crew import Member, Person, Role
from storage.domain.errors import InvalidValue
from storage.domain.events import Event, News
from storage.domain.review import OPTIONAL, Decision, Draft, DraftKind, Outcome, Policy, Quorum, Verdict
from storage.domain.stages import Stage
from storage.domain.story import Episode, Language, Series
from storage.domain.takes import Medium, Note, Take, Work
from storage.ledger.entries import START, contribution, entry, link
from storage.moments import moment, written
from storage.posts import Post
from tests.storage_samples import act
from tests.storage_strategies import chats, contributions, digests, json_values, moments, names, words

people = st.builds(Person, id=names, chat=chats, name=words, language=words)
series = st.builds(Series, id=names, title=words, language=st.sampled_from(Language), creator=names)
members = st.builds(Member, series=names, person=names, role=st.sampled_from(Role))
episodes = st.builds(
    Episode,
    id=names,
    series=names,
    number=st.integers(1, 999),
    stage=st.sampled_from(Stage),
    halt=words,
    language=st.none() | st.sampled_from(Language),
)
notes = st.builds(Note, names, st.dictionaries(names, words, max_size=2).map(lambda facts: tuple(facts.items())))
takes = st.builds(
    Take,
    id=names,
    episode=names,
    contribution=names,
    work=st.builds(Work, st.sampled_from(Medium), words),
    key=digests,
    digest=digests,
    media_type=words,
    facts=st.dictionaries(words, json_values, max_size=3),
    notes=st.lists(notes, max_size=3).map(tuple),
)
drafts = st.builds(
    Draft,
    id=names,
    episode=names,
    kind=st.sampled_from(DraftKind),
    digest=digests,
    opened=moments,
    outcome=st.sampled_from(Outcome),
)
verdicts = st.builds(Verdict, draft=names, person=names, decision=st.sampled_from(Decision), reason=words, at=moments)
events = st.builds(
    Event,
    news=st.sampled_from(News),
    series=names,
    chats=st.lists(chats, max_size=3).map(tuple),
    episode=st.none() | names,
    by=st.none() | names,
    facts=st.dictionaries(words, words, max_size=3),
)
posts = st.builds(
    Post, chat=chats, message_id=chats, purpose=words, episode=st.none() | names, draft=st.none() | names, work=words
)


@given(people, series, members, episodes)
def test_who_and_what_comes_back(person: Person, work: Series, member: Member, episode: Episode) -> None:
    assert rows.person(rows.person_row(person)) == person
    assert rows.series(rows.series_row(work)) == work
    assert rows.member(rows.member_row(member)) == member
    assert rows.episode(rows.episode_row(episode)) == episode


@given(takes, drafts, verdicts)
def test_what_was_made_and_said_comes_back(take: Take, draft: Draft, verdict: Verdict) -> None:
    assert rows.take(rows.take_row(take)) == take
    assert rows.draft(rows.draft_row(draft)) == draft
    assert rows.verdict(rows.verdict_row(verdict)) == verdict


@given(events, posts)
def test_what_is_told_comes_back(event: Event, post: Post) -> None:
    assert rows.event(rows.event_body(event)) == event
    assert rows.post(rows.post_row(post)) == post


@given(contributions)
def test_a_contribution_comes_back_from_its_entry(made: Contribution) -> None:
    first = entry(made, seq=1, prev=START)
    assert contribution(first.body) == made
    assert entry(contribution(first.body), seq=1, prev=START) == first
    assert first.digest == link(START, first.body)


@given(moments)
def test_a_moment_comes_back_whatever_its_time_zone(at: datetime) -> None:
    assert moment(written(at)) == at
    assert len(written(at)) == len("2026-01-31T08:05:09.000000Z")


@given(moments, moments)
def test_moments_sort_as_their_texts_do(one: datetime, other: datetime) -> None:
    assert (one < other) == (written(one) < written(other))


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        written(datetime(2026, 1, 1))  # noqa: DTZ001 - that is the point


def test_a_number_that_json_cannot_carry_never_enters_the_ledger() -> None:
    with pytest.raises(InvalidValue, match="the ledger cannot hold this"):
        entry(act(1, milliseconds=2**53), seq=1, prev=START)


def test_the_form_of_an_entry_does_not_change_unnoticed() -> None:
    first = entry(act(1), seq=1, prev=START)
    assert first.body == (
        '{"at":"2026-01-31T12:00:01.000000Z","by":{"name":"qwen","party":"model"},'
        '"cost":{"micros":0,"milliseconds":0},"directed_by":"ana","episode":"one","id":"act1","kind":"generated",'
        f'"made":"{act(1).made}","role":"tool","series":"renard","sources":["{act(1).sources[0]}"],'
        f'"tool":{{"key":"{act(1).tool.key}","licence":"Apache-2.0","name":"qwen","version":"1"}}}}'
    )
    assert first.digest == "f011cd9cfc99de19286bafb6fa1ab86425bf84c84ce284e88d00404ede89c58a"
    assert entry(act(1), seq=2, prev=first.digest).digest != first.digest


@given(
    st.dictionaries(st.sampled_from(DraftKind), st.sampled_from(Quorum)),
    st.booleans(),
    st.sets(st.sampled_from(sorted(OPTIONAL))),
)
def test_a_policy_is_read_as_it_was_written(quorum: dict[DraftKind, Quorum], own: bool, asked: set[DraftKind]) -> None:  # noqa: FBT001 - drawn
    policy = Policy(quorum=quorum, own=own, asked=frozenset(asked))
    assert rows.policy(rows.policy_body(policy)) == policy


def test_a_policy_of_an_older_database_asks_for_nothing_more() -> None:
    assert rows.policy('{"own":false,"quorum":{"cut":"all"}}') == Policy(quorum={DraftKind.CUT: Quorum.ALL}, own=False)
