"""What a person can ask of a team, and of the studio about themselves."""

from dataclasses import dataclass

from agents.commands.caller import Caller
from storage.domain.crew import Role
from storage.domain.ids import InvitationId, PersonId, SeriesId
from storage.domain.review import DraftKind, Quorum


@dataclass(frozen=True, kw_only=True, slots=True)
class Meet:
    """Get to know the caller, or keep their new name or language."""

    caller: Caller


@dataclass(frozen=True, kw_only=True, slots=True)
class BindTeam:
    """Let a group supervise a series."""

    caller: Caller
    series: SeriesId
    group: int
    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MoveGroup:
    """Follow a group that Telegram has made a supergroup."""

    old: int
    new: int


@dataclass(frozen=True, kw_only=True, slots=True)
class NameMember:
    """Give someone a role in a series."""

    caller: Caller
    series: SeriesId
    person: PersonId
    role: Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Dismiss:
    """Take every role in a series from someone; a member who names themselves leaves."""

    caller: Caller
    series: SeriesId
    person: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class HandOver:
    """Let another member lead a series."""

    caller: Caller
    series: SeriesId
    person: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class Invite:
    """Make a link with which whoever has it joins a series in a role."""

    caller: Caller
    series: SeriesId
    role: Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Join:
    """Join a series by a link."""

    caller: Caller
    invitation: InvitationId


@dataclass(frozen=True, kw_only=True, slots=True)
class Withdraw:
    """Make every link to join a series with void."""

    caller: Caller
    series: SeriesId


@dataclass(frozen=True, kw_only=True, slots=True)
class GoAway:
    """Let a deputy decide in the caller's place until they are back."""

    caller: Caller
    series: SeriesId
    deputy: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class ComeBack:
    """Decide again by oneself."""

    caller: Caller
    series: SeriesId


@dataclass(frozen=True, kw_only=True, slots=True)
class Agree:
    """Agree on something; the rest stays.

    It is how many must approve a `kind` of draft, or with `asks` whether the team wants to see that kind by itself, or
    whether one may approve one's `own`.
    """

    caller: Caller
    series: SeriesId
    kind: DraftKind | None = None
    quorum: Quorum = Quorum.ONE
    asks: bool | None = None
    own: bool | None = None
