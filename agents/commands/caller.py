"""Who asks something of the studio."""

from dataclasses import dataclass

from storage.domain.story import Language


@dataclass(frozen=True, kw_only=True, slots=True)
class Caller:
    """Who asks: Telegram's id for the person (and for their private chat), their name, their language."""

    chat: int
    name: str
    language: Language
