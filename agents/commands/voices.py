"""What a person can ask about lent voices."""

from dataclasses import dataclass

from agents.commands.caller import Caller
from storage.domain.ids import Digest, PersonId, SeriesId


@dataclass(frozen=True, kw_only=True, slots=True)
class LendVoice:
    """Lend one's voice to a series, as the paper in the vault says that was shown."""

    caller: Caller
    paper: Digest


@dataclass(frozen=True, kw_only=True, slots=True)
class WithdrawVoice:
    """Lend one's voice to a series no more."""

    caller: Caller
    series: SeriesId


@dataclass(frozen=True, kw_only=True, slots=True)
class GiveVoice:
    """Let a character, by name, speak with somebody's lent voice; with nobody's, it is the model's again."""

    caller: Caller
    series: SeriesId
    character: str
    person: PersonId | None
