"""What a chat model can be trusted with in a conversation."""

from dataclasses import dataclass
from enum import StrEnum


class Ability(StrEnum):
    """How a chat model is worked with."""

    TOOLS = "tools"
    """It calls tools by itself."""
    SCHEMA = "schema"
    """It says by a JSON schema what is to be done; the studio does it."""
    SMALL = "small"
    """Rules of the studio's own come first; it is asked little at a time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """What was found out about a model, and by what."""

    ability: Ability
    why: str
