"""A person's record counts what they did and what of it is out, and nothing else."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from agents.certificate import facts
from storage.domain.contributions import Actor, Contribution, Kind
from storage.domain.credits import VERDICTS, Degree
from storage.domain.crew import Role
from storage.domain.ids import ContributionId, Digest, EpisodeId, PersonId, SeriesId
from storage.domain.records import Told, record
from storage.domain.stages import Stage
from storage.domain.story import Episode
from storage.ledger.certificates import record_digest
from tests.record_samples import BO, CUT, CY, IDS, acts, own, told
from tests.storage_samples import NOON

DIGESTS = [Digest(character * 64) for character in "0123456789ab"]
WHO = PersonId("7ana3k9m2q4w")
PEOPLE = (WHO, PersonId("b0b8x1c6v5n2"))

some = st.lists(st.sampled_from(DIGESTS), max_size=3).map(tuple)


@st.composite
def histories(draw: st.DrawFn, episode: str) -> tuple[Contribution, ...]:
    return tuple(
        Contribution(
            id=ContributionId(f"{episode}act{number:02}"),
            series=SeriesId("s"),
            episode=EpisodeId(episode),
            by=draw(st.sampled_from([*map(Actor.person, PEOPLE), Actor.model(WHO)])),
            directed_by=WHO,
            role=draw(st.sampled_from([Role.SCREENWRITER, Role.EDITOR])),
            kind=draw(st.sampled_from(Kind)),
            at=NOON,
            sources=draw(some),
            made=draw(st.none() | st.sampled_from(DIGESTS)),
        )
        for number in range(draw(st.integers(0, 8)))
    )


@st.composite
def tellings(draw: st.DrawFn) -> tuple[Told, ...]:
    found = []
    for number in range(draw(st.integers(0, 4))):
        cut = draw(st.none() | st.sampled_from(DIGESTS))
        stage = Stage.RELEASED if cut else Stage.SHOOTING
        episode = Episode(id=EpisodeId(f"e{number}"), series=SeriesId("s"), number=number + 1, stage=stage)
        found.append(Told(episode=episode, cut=cut, history=draw(histories(episode.id))))
    return tuple(found)


def theirs(episodes: tuple[Told, ...]) -> list[Contribution]:
    return [act for each in episodes for act in each.history if act.by == Actor.person(WHO)]


@given(tellings())
def test_the_sums_are_the_acts_in_the_ledger(episodes: tuple[Told, ...]) -> None:
    tallies = record(WHO, episodes).tallies
    kinds = [act.kind for act in theirs(episodes)]
    assert {tally.kind: tally.done for tally in tallies} == {kind: kinds.count(kind) for kind in kinds}
    assert all(0 <= tally.survived <= tally.done for tally in tallies)


@given(tellings())
def test_what_survived_is_the_evidence_of_the_credits(episodes: tuple[Told, ...]) -> None:
    found = record(WHO, episodes)
    evidence = [act for part in found.parts for credit in part.credits for act in credit.evidence]
    assert len(evidence) == len(set(evidence)) == sum(tally.survived for tally in found.tallies)
    assert set(evidence) <= {act.id for act in theirs(episodes)}


@given(tellings())
def test_what_is_not_released_contributes_nothing_to_what_survived(episodes: tuple[Told, ...]) -> None:
    shut = tuple(replace(each, cut=None) for each in episodes)
    assert not any(tally.survived for tally in record(WHO, shut).tallies)
    out = tuple(each for each in episodes if each.cut)
    survived = {tally.kind: tally.survived for tally in record(WHO, out).tallies if tally.survived}
    assert survived == {tally.kind: tally.survived for tally in record(WHO, episodes).tallies if tally.survived}


@given(tellings())
def test_a_verdict_other_than_an_approval_is_never_in_a_film(episodes: tuple[Told, ...]) -> None:
    judging = VERDICTS - {Kind.APPROVED}
    assert not any(tally.survived for tally in record(WHO, episodes).tallies if tally.kind in judging)


@given(tellings())
def test_a_model_with_the_name_of_a_person_is_not_that_person(episodes: tuple[Told, ...]) -> None:
    def without(each: Told) -> Told:
        others = tuple(act for act in each.history if act.by != Actor.person(WHO))
        return replace(each, history=others)

    assert record(WHO, map(without, episodes)).parts == ()


def test_of_an_unreleased_episode_the_acts_of_the_person_are_enough() -> None:
    whole = told(1, released=False)
    mine = tuple(act for act in whole.history if act.by.name == IDS[CY])
    assert record(IDS[CY], [whole]) == record(IDS[CY], [replace(whole, history=mine)])


def test_roles_and_degrees_are_those_of_the_whole_episode() -> None:
    (part,) = own("en", BO, released=1, unreleased=0).record.parts
    assert part.cut == CUT
    assert [(each.role, each.degree, dict(each.counts)) for each in part.credits] == [
        (Role.SUPERVISOR, Degree.LEAD, {Kind.APPROVED: 2})
    ]
    assert len(part.acts) == len([act for act in acts(1) if act.by.name == IDS[BO]]) == 4


@given(st.randoms(use_true_random=False))
def test_the_signed_data_do_not_depend_on_the_order_of_reading(random: object) -> None:
    found = own("en", CY)
    shuffled = []
    for number in (4, 3, 2, 1):
        each = told(number, released=number <= 3)
        history = list(each.history)
        random.shuffle(history)  # type: ignore[attr-defined]
        shuffled.append(replace(each, history=tuple(history)))
    again = replace(found, record=record(found.person.id, shuffled))
    assert record_digest(facts(again)) == record_digest(facts(found))


def test_the_titles_of_what_is_not_released_are_not_told() -> None:
    told_ = facts(own("en", CY, released=0, unreleased=2))
    assert told_["episodes"] == []
    assert told_["unreleased"] == 2
    assert "title" not in str(told_)
