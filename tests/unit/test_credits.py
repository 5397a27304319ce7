"""Credits follow from what survived into the release, and from nothing else."""

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from storage.domain.contributions import Actor, Contribution, Kind, Party
from storage.domain.credits import LONE, LONGEST_GAP, VERDICTS, Credit, Degree, active, by_role, degrees, lineage, roll
from storage.domain.crew import GIVEN, Role
from storage.domain.ids import ContributionId, Digest, EpisodeId, PersonId, SeriesId

DIGESTS = [Digest(character * 64) for character in "0123456789ab"]
ACTORS = [Actor.person(PersonId(name)) for name in ("ana", "bo", "cy")] + [Actor.model("qwen"), Actor.model("kokoro")]
NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)

some = st.lists(st.sampled_from(DIGESTS), max_size=3).map(tuple)


@st.composite
def acts(draw: st.DrawFn, number: int) -> Contribution:
    return Contribution(
        id=ContributionId(f"act{number:02}"),
        series=SeriesId("s"),
        episode=EpisodeId("e"),
        by=draw(st.sampled_from(ACTORS)),
        directed_by=PersonId("ana"),
        role=draw(st.sampled_from([Role.SCREENWRITER, Role.EDITOR, Role.CREATOR])),
        kind=draw(st.sampled_from(Kind)),
        at=NOON + timedelta(seconds=draw(st.integers(0, 2))),
        sources=draw(some),
        made=draw(st.none() | st.sampled_from(DIGESTS)),
        granted_to=draw(st.none() | st.sampled_from([PersonId("ana"), PersonId("dee")])),
    )


histories = st.integers(0, 14).flatmap(lambda count: st.tuples(*(acts(number) for number in range(count))))


def survivors(released: tuple[Digest, ...], history: tuple[Contribution, ...]) -> set[ContributionId]:
    """Say who survives in the plainest way: go on adding what anything reached was made from until nothing is new."""
    reached = set(released)
    for _ in range(len(history) + 1):
        for act in history:
            if act.kind not in VERDICTS and act.made in reached:
                reached |= set(act.sources)
    made = {act.id for act in history if act.kind not in VERDICTS and act.made in reached}
    granted = {act.id for act in history if act.kind is Kind.SETTLED and act.granted_to}
    return made | granted | {act.id for act in history if act.kind is Kind.APPROVED and reached & set(act.sources)}


def evidence(credits_: tuple[Credit, ...]) -> list[ContributionId]:
    return [act for credit in credits_ for act in credit.evidence]


@given(some, histories)
def test_those_are_credited_whose_work_is_in_the_release_and_no_one_else(
    released: tuple[Digest, ...], history: tuple[Contribution, ...]
) -> None:
    credited = evidence(roll(released, history))
    assert set(credited) == survivors(released, history)
    assert len(set(credited)) == len(credited)


@given(some, histories, st.randoms(use_true_random=False))
def test_the_order_in_which_the_history_is_read_changes_nothing(
    released: tuple[Digest, ...], history: tuple[Contribution, ...], random: Random
) -> None:
    shuffled = random.sample(history, len(history))
    assert roll(released, shuffled) == roll(released, history)
    assert lineage(released, shuffled) == lineage(released, history)


@given(some, histories, st.data())
def test_taking_a_surviving_act_away_changes_the_roll(
    released: tuple[Digest, ...], history: tuple[Contribution, ...], data: st.DataObject
) -> None:
    if credited := evidence(roll(released, history)):
        gone = data.draw(st.sampled_from(credited))
        rest = [act for act in history if act.id != gone]
        assert gone not in evidence(roll(released, rest))
        assert roll(released, rest) != roll(released, history)


@given(some, histories, st.sampled_from(ACTORS), some)
def test_a_take_that_nothing_released_was_made_from_earns_nothing(
    released: tuple[Digest, ...], history: tuple[Contribution, ...], by: Actor, sources: tuple[Digest, ...]
) -> None:
    rejected = Contribution(
        id=ContributionId("rejected"),
        series=SeriesId("s"),
        episode=EpisodeId("e"),
        by=by,
        directed_by=PersonId("ana"),
        role=Role.SCREENWRITER,
        kind=Kind.WROTE,
        at=NOON,
        sources=sources,
        made=Digest("f" * 64),
    )
    assert roll(released, (*history, rejected)) == roll(released, history)


@given(some, histories)
def test_judging_is_supervision_and_never_authorship(
    released: tuple[Digest, ...], history: tuple[Contribution, ...]
) -> None:
    kinds = {act.id: act.kind for act in history}
    for credit in roll(released, history):
        for act in credit.evidence:
            assert kinds[act] not in VERDICTS - {Kind.APPROVED, Kind.SETTLED}
            if kinds[act] is Kind.APPROVED and credit.party.party is Party.PERSON:
                assert credit.role is Role.SUPERVISOR


@given(some, histories, st.sampled_from(GIVEN), st.none() | st.just(PersonId("eve")))
def test_a_settlement_gives_one_line_to_whom_it_grants_a_role_and_never_any_to_who_settles(
    released: tuple[Digest, ...], history: tuple[Contribution, ...], role: Role, person: PersonId | None
) -> None:
    settled = Contribution(
        id=ContributionId("settled"),
        series=SeriesId("s"),
        episode=EpisodeId("e"),
        by=Actor.person(PersonId("judge")),
        directed_by=PersonId("judge"),
        role=role,
        kind=Kind.SETTLED,
        at=NOON + timedelta(days=1),
        sources=(DIGESTS[0],),
        granted_to=person,
    )
    after = roll(released, (*history, settled))
    assert not [line for line in after if line.party.name == "judge"]
    assert [(line.role, line.evidence, line.counts) for line in after if line.party.name == "eve"] == (
        [(role, (settled.id,), ((Kind.SETTLED, 1),))] if person else []
    )
    rest = [(line.role, line.party, line.evidence) for line in after if line.party.name != "eve"]
    assert rest == [(line.role, line.party, line.evidence) for line in roll(released, history)]
    assert lineage(released, (*history, settled)) == lineage(released, history)


@given(some, histories)
def test_a_model_is_a_tool_whatever_it_did(released: tuple[Digest, ...], history: tuple[Contribution, ...]) -> None:
    for credit in roll(released, history):
        if credit.party.party is Party.MODEL:
            assert credit.role is Role.TOOL


@given(some, histories)
def test_the_roll_names_each_party_once_a_role_in_the_order_of_the_roles(
    released: tuple[Digest, ...], history: tuple[Contribution, ...]
) -> None:
    credits_ = roll(released, history)
    order = list(Role)
    assert [order.index(credit.role) for credit in credits_] == sorted(order.index(credit.role) for credit in credits_)
    assert len({(credit.role, credit.party) for credit in credits_}) == len(credits_)
    grouped = by_role(credits_)
    assert [(role, party) for role, parties in grouped.items() for party in parties] == [
        (credit.role, credit.party) for credit in credits_
    ]


@given(some, histories)
def test_what_was_released_is_its_own_lineage_and_more_released_is_never_less(
    released: tuple[Digest, ...], history: tuple[Contribution, ...]
) -> None:
    reached = lineage(released, history)
    assert set(released) <= reached
    assert lineage(reached, history) == reached
    assert lineage(released[:1], history) <= reached


@given(some, histories)
def test_counts_tell_every_surviving_act_once_by_its_kind(
    released: tuple[Digest, ...], history: tuple[Contribution, ...]
) -> None:
    kinds = {act.id: act.kind for act in history}
    for credit in roll(released, history):
        assert [kind for kind, count in credit.counts for _ in range(count)] == sorted(
            (kinds[act] for act in credit.evidence), key=list(Kind).index
        )


@given(some, histories)
def test_an_approval_is_counted_under_supervision_and_under_nothing_else(
    released: tuple[Digest, ...], history: tuple[Contribution, ...]
) -> None:
    for credit in roll(released, history):
        if credit.role not in {Role.SUPERVISOR, Role.TOOL}:
            assert Kind.APPROVED not in dict(credit.counts)


@given(some, histories)
def test_people_have_a_degree_among_those_of_their_role_and_models_have_none(
    released: tuple[Digest, ...], history: tuple[Contribution, ...]
) -> None:
    credits_ = roll(released, history)
    for credit in credits_:
        if credit.party.party is Party.MODEL:
            assert credit.degree is None
        else:
            same = [len(other.evidence) for other in credits_ if other.role is credit.role]
            most = max(same)
            assert (credit.degree is Degree.SUPPORTING) == (2 * len(credit.evidence) < most)
    for role in {credit.role for credit in credits_} - {Role.TOOL}:
        found = [credit.degree for credit in credits_ if credit.role is role]
        assert (found.count(Degree.LEAD), found.count(Degree.EQUAL)) in {(1, 0), *((0, n) for n in range(2, 4))}


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 40)), st.randoms(use_true_random=False))
def test_degrees_do_not_depend_on_the_order(acts: dict[str, int], random: Random) -> None:
    shuffled = dict(random.sample(sorted(acts.items()), len(acts)))
    assert degrees(shuffled) == degrees(acts)


def test_who_has_more_than_twice_as_much_leads_and_who_has_less_than_half_supports() -> None:
    assert degrees({"a": 1}) == {"a": Degree.LEAD}
    assert degrees({"a": 5, "b": 2}) == {"a": Degree.LEAD, "b": Degree.SUPPORTING}
    assert degrees({"a": 4, "b": 2}) == {"a": Degree.EQUAL, "b": Degree.EQUAL}
    assert degrees({"a": 4, "b": 3, "c": 1}) == {"a": Degree.EQUAL, "b": Degree.EQUAL, "c": Degree.SUPPORTING}
    assert degrees({}) == {}


moments = st.lists(st.integers(0, 10**6).map(lambda seconds: NOON + timedelta(seconds=seconds)), max_size=12)


@given(moments, st.randoms(use_true_random=False))
def test_active_time_is_between_a_minute_and_the_time_that_passed(times: list[datetime], random: Random) -> None:
    estimate = active(times)
    assert estimate == active(random.sample(times, len(times)))
    if times:
        assert LONE <= estimate <= max(times) - min(times) + LONE
        assert estimate <= LONE + (len(times) - 1) * LONGEST_GAP
    else:
        assert estimate == timedelta()


@given(moments, moments)
def test_another_act_never_makes_active_time_shorter(times: list[datetime], more: list[datetime]) -> None:
    assert active(times + more) >= active(times)


def test_a_night_between_two_acts_counts_five_minutes() -> None:
    assert active([NOON]) == timedelta(minutes=1)
    assert active([NOON, NOON + timedelta(minutes=3)]) == timedelta(minutes=4)
    assert active([NOON, NOON + timedelta(hours=9)]) == timedelta(minutes=6)
