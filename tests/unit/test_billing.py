"""Names in credits are names, and what the ledger says in a dispute is counted."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import rows
from storage.crediting import fingerprint, own, unnamed
from storage.domain.billing import LONGEST_NAME, Billing, Dispute, Standing, clean_name
from storage.domain.contributions import Actor, Kind
from storage.domain.credits import roll
from storage.domain.crew import Role
from storage.domain.errors import InvalidValue
from storage.lines import Evidence, evidence
from tests.sheet_samples import ANA, BO, CUT, CY, act, history, person
from tests.storage_samples import digest
from tests.storage_strategies import digests, moments, names, words

billings = st.builds(Billing, series=names, person=names, name=words, named=st.booleans())
disputes = st.builds(
    Dispute,
    id=names,
    episode=names,
    person=names,
    text=words,
    digest=digests,
    at=moments,
    standing=st.sampled_from(Standing),
    role=st.none() | st.sampled_from(Role),
    settled_by=st.none() | names,
)


@given(billings, disputes)
def test_what_people_say_of_their_line_comes_back(billing: Billing, dispute: Dispute) -> None:
    assert rows.billing(rows.billing_row(billing)) == billing  # type: ignore[arg-type]  # a row is a mapping
    assert rows.dispute(rows.dispute_row(dispute)) == dispute  # type: ignore[arg-type]


@given(st.text(max_size=80))
def test_a_clean_name_is_one_line_that_can_be_seen_and_stays_as_it_is(text: str) -> None:
    try:
        name = clean_name(text)
    except InvalidValue:
        return
    assert clean_name(name) == name
    assert 0 < len(name) <= LONGEST_NAME
    assert name == " ".join(name.split())
    assert not [letter for letter in name if unicodedata.category(letter)[0] == "C"]


@pytest.mark.parametrize(("text", "name"), [(" 王\n小明 ", "王 小明"), ("Zoe\u0301", "Zoé"), ("A\u202eB\u200b", "AB")])
def test_spellings_are_kept(text: str, name: str) -> None:
    assert clean_name(text) == name


@pytest.mark.parametrize("wrong", ["", " \n ", "…", "\u200b", "x" * (LONGEST_NAME + 1)])
def test_what_is_no_name_is_refused(wrong: str) -> None:
    with pytest.raises(InvalidValue):
        clean_name(wrong)


def test_the_evidence_counts_acts_by_kind_and_those_in_the_film() -> None:
    acts = history()
    survived = {each for line in roll([CUT], acts) for each in line.evidence}
    assert evidence(acts, ANA, survived) == (
        Evidence(kind=Kind.WROTE, count=1, survived=1),
        Evidence(kind=Kind.PROMPTED, count=1, survived=0),
    )
    assert [(each.kind, each.survived) for each in evidence(acts, BO, survived)] == [
        (Kind.SENT_BACK, None),
        (Kind.APPROVED, None),
        (Kind.RELEASED, None),
    ]


def test_a_line_is_another_when_a_count_or_the_name_is() -> None:
    credits_ = roll([CUT], history())
    cy = own(credits_, CY)
    assert [each.role for each in cy] == [Role.PROMPT_WRITER]
    assert len({fingerprint(cy, "Cy"), fingerprint(cy, "Sy"), fingerprint(own(credits_, BO), "Cy")}) == 3
    assert fingerprint(cy, "Cy") == fingerprint(tuple(replace(each, evidence=()) for each in cy), "Cy")


def test_those_who_are_not_named_are_counted_once() -> None:
    credits_ = roll([CUT], history())
    parties = {line.party for line in credits_}
    settled = act(99, **person(ANA, Role.SOUND, Kind.SETTLED, sources=(digest("d"),), granted_to=CY))
    names_ = dict.fromkeys(parties - {Actor.person(CY)}, "x")
    assert unnamed(roll([CUT], (*history(), settled)), names_) == 1
