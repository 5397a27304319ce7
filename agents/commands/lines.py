"""What a person can ask of their own line in the credits."""

from dataclasses import dataclass

from agents.commands.caller import Caller
from storage.domain.crew import Role
from storage.domain.ids import DisputeId, EpisodeId, PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmLine:
    """Confirm one's own line in the credits of an episode; `person` is whose line was shown."""

    caller: Caller
    episode: EpisodeId
    person: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeName:
    """Have another spelling or a pen name printed in the credits of a series."""

    caller: Caller
    episode: EpisodeId
    person: PersonId
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BeNamed:
    """Be named in the credits of a series, or not."""

    caller: Caller
    episode: EpisodeId
    person: PersonId
    named: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenDispute:
    """Say what is wrong with one's own credit, in the caller's words."""

    caller: Caller
    episode: EpisodeId
    person: PersonId
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WithdrawDispute:
    """Leave one's own credit as it is after all."""

    caller: Caller
    episode: EpisodeId
    person: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class SettleDispute:
    """Keep a disputed credit as it is, or give one more role."""

    caller: Caller
    dispute: DisputeId
    role: Role | None = None
