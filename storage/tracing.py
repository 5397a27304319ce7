"""The trace: for each sentence of an episode the act that made it, and what that act followed from.

Versions are walked back from the one that was kept for as long as the sentence stands there unchanged: the act of the
oldest such version made it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from storage.domain.credits import lineage
from storage.domain.ids import Digest
from storage.domain.papers import Wish
from storage.domain.story import Script, Synopsis
from storage.domain.takes import Medium
from storage.making import TYPED, Act, Fate, Making

DICTATED = 16
"""Bytes (UTF-8) from which on words of an idea count as dictated: about three English words, or five characters."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """Words of a paper: `part` says what they are (`title`, `line` …), `id` which of them, `who` speaks or is meant."""

    part: str
    id: str
    text: str
    who: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Traced:
    """A sentence, the act that made it, and whence it comes.

    `dictated` is the act of the person who typed these very words, if somebody did; `wishes` are what was asked for
    in that act, `roots` everything that people typed before and that it follows from, `answers` what models said.
    """

    sentence: Sentence
    act: Act
    dictated: Act | None
    wishes: tuple[Act, ...]
    roots: tuple[Act, ...]
    answers: tuple[Act, ...]


def sentences(paper: Synopsis | Script) -> Iterator[Sentence]:
    """Yield the sentences of a paper in the order in which they are read."""
    if isinstance(paper, Synopsis):
        yield Sentence(part="title", id="", text=paper.title)
        yield Sentence(part="logline", id="", text=paper.logline)
        for number, beat in enumerate(paper.beats, 1):
            yield Sentence(part="beat", id=str(number), text=beat)
        for each in paper.cast:
            yield Sentence(part="look", id=each.id, text=each.look, who=each.name)
        return
    for scene in paper.scenes:
        yield Sentence(part="setting", id=scene.id, text=scene.setting)
    for shot in paper.shots:
        yield Sentence(part="action", id=shot.id, text=shot.action)
        for line in map(paper.line, shot.lines):
            yield Sentence(part="line", id=line.id, text=line.text, who=line.speaker)


def trace(making: Making) -> tuple[Traced, ...]:
    """Trace every sentence of the papers that were kept: the synopsis first, then the script."""
    makers = making.makers()
    history = tuple(act.act for act in making.acts)
    kept = {
        type(act.paper): act
        for act in making.acts
        if act.fate is Fate.KEPT and isinstance(act.paper, Synopsis | Script)
    }
    found = []
    for act in (kept.get(Synopsis), kept.get(Script)):
        if act is not None and isinstance(act.paper, Synopsis | Script):
            for sentence in sentences(act.paper):
                origin = _origin(sentence, act, makers)
                before = lineage([origin.act.made] if origin.act.made else (), history)
                found.append(_traced(sentence, origin, before, making, makers))
    return tuple(found)


def _traced(
    sentence: Sentence, origin: Act, before: frozenset[Digest], making: Making, makers: Mapping[Digest, tuple[Act, ...]]
) -> Traced:
    roots = tuple(act for act in making.acts if _is_typed(act) and act.act.made in before)
    near = tuple(act for source in origin.act.sources for act in makers.get(source, ()))
    wishes = tuple(act for act in near if act.take is not None and act.take.work.medium is Medium.WISH)
    return Traced(
        sentence=sentence,
        act=origin,
        dictated=next((act for act in (*wishes, *near) if _says(act, sentence.text)), None),
        wishes=wishes,
        roots=tuple(act for act in roots if act not in wishes),
        answers=tuple(act for act in near if act.take is not None and act.take.work.medium is Medium.ANSWER),
    )


def _origin(sentence: Sentence, act: Act, makers: Mapping[Digest, tuple[Act, ...]]) -> Act:
    """Return the act in which a sentence first stands as it is, from `act` on backwards."""
    while (earlier := _earlier(sentence, act, makers)) is not None:
        act = earlier
    return act


def _earlier(sentence: Sentence, act: Act, makers: Mapping[Digest, tuple[Act, ...]]) -> Act | None:
    """Return the act of the version before, where the sentence stands in it."""
    for source in act.act.sources:
        for maker in makers.get(source, ())[:1]:
            paper = maker.paper
            if type(paper) is type(act.paper) and isinstance(paper, Synopsis | Script) and sentence in sentences(paper):
                return maker
    return None


def _is_typed(act: Act) -> bool:
    return act.take is not None and act.take.work.medium in TYPED


def _says(act: Act, text: str) -> bool:
    """Whether a person typed these very words; in an idea a word or two that both happen to use are no dictation."""
    said, wanted = (" ".join(words.split()).casefold() for words in (act.typed or "", text))
    least = 1 if isinstance(act.paper, Wish) else DICTATED
    return len(wanted.encode()) >= least and wanted in said
