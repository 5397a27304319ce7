"""Actions read by rule: who does what in a sentence, with which face, looking where, holding what.

A sentence is read clause by clause. What a clause says belongs to whom it names before it says it; a clause that names
nobody goes on with whoever the one before was about. In French, English and Chinese the subject stands before the verb.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from agents.crew.acting import EXPRESSIONS, GAZES, POSES, PROPS, STANDING
from agents.crew.cast import places, pronouns
from agents.crew.lexicon import Lexicon, T, plain
from storage.domain.staging import Expression, Gaze, Pose, Prop
from storage.domain.story import Character, Language

_CLAUSE = re.compile(
    r"[,;.:!?…，；。：！？、]|\b(?:et|and|while|tandis que|pendant que|puis|then|mais|but)\b|然后|于是|接着|同时|便"
)
_WEAK = frozenset({Pose.HOLD, Pose.REACH, Pose.WALK, Pose.THINK, Pose.ARGUE})
"""Poses that give way to any other in the same action."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Deed:
    """What an action tells of one character; what it does not tell is open."""

    pose: Pose | None = None
    expression: Expression | None = None
    gaze: Gaze | None = None
    holds: Prop | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """What a sentence tells: of whom it speaks, by id, and what stands near."""

    deeds: Mapping[str, Deed] = field(default_factory=dict)
    near: tuple[Prop, ...] = ()
    rest: str = ""
    """The sentence without the words that were understood."""


@dataclass(kw_only=True, slots=True)
class _Found:
    """What was found of one character so far."""

    poses: list[Pose] = field(default_factory=list)
    expressions: list[Expression] = field(default_factory=list)
    gazes: list[Gaze] = field(default_factory=list)
    props: list[Prop] = field(default_factory=list)

    def deed(self) -> Deed:
        strong = [pose for pose in self.poses if pose not in _WEAK] or self.poses
        return Deed(
            pose=next(iter(strong), None),
            expression=next(iter(self.expressions), None),
            gaze=next(iter(self.gazes), None),
            holds=next(iter(self.props), None),
        )


def read(text: str, cast: Sequence[Character], language: Language, subject: str = "") -> Action:
    """Return what a sentence tells of a cast; `subject` is whom it is about where it names nobody."""
    words = plain(text, [each.name for each in cast])
    whose = _owners(text, words, cast, subject)
    found: dict[str, _Found] = {}
    near: list[Prop] = []
    for pose, owner in _hits(POSES, words, language, whose):
        if owner and pose:
            found.setdefault(owner, _Found()).poses.append(pose)
    for expression, owner in _hits(EXPRESSIONS, words, language, whose):
        if owner:
            found.setdefault(owner, _Found()).expressions.append(expression)
    for gaze, owner in _hits(GAZES, words, language, whose):
        if owner:
            found.setdefault(owner, _Found()).gazes.append(gaze)
    for prop, owner in _hits(PROPS, words, language, whose):
        if prop and owner and prop not in STANDING:
            found.setdefault(owner, _Found()).props.append(prop)
        elif prop:
            near.append(prop)
    return Action(
        deeds={owner: each.deed() for owner, each in found.items()},
        near=tuple(dict.fromkeys(near)),
        rest=" ".join(_left(words).split()),
    )


_Whose = Sequence[tuple[range, Sequence[tuple[int, str]], str]]
"""Clauses: where each stands, whom it names and where, and whom it goes on with if it names nobody."""


def _owners(text: str, words: str, cast: Sequence[Character], subject: str) -> _Whose:
    mentions = sorted([*places(text, cast), *pronouns(text, cast)])
    clauses, start = [], 0
    for stop in [*(found.start() for found in _CLAUSE.finditer(words)), len(words)]:
        named = [each for each in mentions if start <= each[0] < stop]
        clauses.append((range(start, stop), named, subject))
        subject = named[0][1] if named else subject
        start = stop
    return clauses


def _hits(lexicon: Lexicon[T], words: str, language: Language, whose: _Whose) -> Iterator[tuple[T, str]]:
    """Yield what the words stand for and whom they belong to, nobody where that is nobody of the cast."""
    for hit in lexicon.find(words, language):
        for span, named, subject in whose:
            if hit.start in span:
                before = [who for place, who in named if place < hit.start]
                yield hit.value, before[0] if before else "" if named else subject


def _left(words: str) -> str:
    return PROPS.without(EXPRESSIONS.without(POSES.without(GAZES.without(words))))
