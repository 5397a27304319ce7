"""Notes: what could not be done as asked, for the person who asked. The words are the bot's, in their language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """Names a sentence, and says what stands in it: pairs of a name and a value.

    A back-end from outside, whose sentences no locale knows, takes the code `said` with its words as `text`.
    """

    code: str
    facts: tuple[tuple[str, str], ...] = ()


def note(code: str, **facts: object) -> Note:
    """Write a note."""
    return Note(code, tuple((name, str(value)) for name, value in facts.items()))
