"""Billing: under which name people stand in the credits of a series, and what they say about their own line.

Nobody has to say anything: without an answer a name is printed as it stands. A credit that somebody disputes is settled
by whoever leads the series, and until then the cut is not approved.
"""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.domain.crew import Role
from storage.domain.errors import InvalidValue
from storage.domain.ids import ContributionId, Digest, DisputeId, EpisodeId, PersonId, SeriesId

LONGEST_NAME = 60
"""Characters of a name in the credits: a line of the end card."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Billing:
    """How a person wants to stand in the credits of a series, in all its episodes.

    `name` is a spelling or a pen name, empty for what they are called; whoever is not `named` stands nowhere.
    """

    series: SeriesId
    person: PersonId
    name: str = ""
    named: bool = True


class Standing(StrEnum):
    """Where a dispute stands."""

    OPEN = "open"
    KEPT = "kept"
    """The credit stays as it was."""
    GRANTED = "granted"
    """One more role was given."""
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True, slots=True)
class Dispute:
    """What a person says is wrong with their credit in an episode, word for word; `digest` is its paper in the vault.

    `settled_by` is the act of the ledger that settled it, `role` the one that it gave.
    """

    id: DisputeId
    episode: EpisodeId
    person: PersonId
    text: str
    digest: Digest
    at: datetime
    standing: Standing = Standing.OPEN
    role: Role | None = None
    settled_by: ContributionId | None = None


def clean_name(text: str) -> str:
    """Return a name in one line as it is printed: white space is one space, what cannot be seen is left out.

    Raises:
        InvalidValue: there is no letter in it, or it is longer than `LONGEST_NAME`.
    """
    seen = (letter for letter in " ".join(text.split()) if unicodedata.category(letter)[0] != "C")
    name = " ".join(unicodedata.normalize("NFC", "".join(seen)).split())
    if not any(map(str.isalnum, name)):
        raise InvalidValue("no-name")
    if len(name) > LONGEST_NAME:
        raise InvalidValue("long-name")
    return name
