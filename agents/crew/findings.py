"""Findings: what is weak in an episode or contradicts the series, where, and what would mend it.

A finding names its rule and what stands in the sentence that tells it; the sentence itself belongs to the locales. It
is advice: nothing waits for it, and a person may dismiss it.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Craft(StrEnum):
    """A rule of the form that is broken."""

    HOOK = "hook"
    """Nothing happens in the first three seconds."""
    TURN = "turn"
    """Nothing turns."""
    TURNS = "turns"
    """More turns than half a minute holds."""
    BUTTON = "button"
    """The end leaves nothing open."""
    LONG = "long"
    SHORT = "short"
    SUBTITLE = "subtitle"
    """A line takes more than one subtitle."""
    CROWD = "crowd"
    TALKING = "talking"
    MONOTONY = "monotony"


class Clash(StrEnum):
    """What is contradicted of what the series knows."""

    STRANGER = "stranger"
    """Somebody is named who is not in the cast."""
    SPELLING = "spelling"
    """A name is written otherwise than the bible writes it."""
    GONE = "gone"
    KNOWS = "knows"
    WOUND = "wound"
    COSTUME = "costume"
    PLACE = "place"
    OWNER = "owner"
    OFFSTAGE = "offstage"
    """A line is spoken by somebody who is not in the shot."""


Rule = Craft | Clash


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A rule that is broken. `shot` is the number of the shot, 0 for the whole; `line` the id of a line.

    `facts` are what the sentence about it says, by name. `fix` are the words of a wish that mends it by rule, in the
    language of the series, empty where no rule can. With `is_question` only a person can tell whether it is wrong.
    """

    rule: Rule
    shot: int = 0
    line: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    fix: str = ""
    is_question: bool = False

    @property
    def key(self) -> str:
        """What tells it from the other findings of a version, in eight letters and figures; a fix does not count."""
        parts = (self.rule, str(self.shot), self.line, *(f"{name}={value}" for name, value in self.facts))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:8]
