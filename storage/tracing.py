"""The trace: of each sentence of an episode who wrote it, and from what: derived from the ledger and the papers.

Versions are walked back from the one that was kept for as long as the sentence stands there unchanged: the act of the
oldest such version brought it in. It is a person's where they wrote these very words in an idea, a script, a wish or a
turn that this version follows from, and else its maker's. Where it took the place of one much like it, that one and
its author belong to it as well, and so on back to the first.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from storage.domain.contributions import Kind, Words
from storage.domain.credits import lineage
from storage.domain.ids import Digest
from storage.domain.papers import Idea, Reply, Transcript
from storage.domain.sentences import ALIKE, holds, likeness, split, tokens
from storage.domain.story import Script, Synopsis
from storage.domain.takes import Medium
from storage.making import TYPED, Act, Fate, Making

REPEATED = 16
"""Bytes (UTF-8) from which on words that stand somewhere in what a person typed are theirs: about three English words,
or five characters. Fewer are theirs where they stand alone: in quotes, after a colon, as a sentence, in a script.
"""

_SHOWN = {"beat": "told", "action": "told"}
"""Parts whose words wander: a beat that was approved is what a shot shows."""

_APART = str.maketrans(dict.fromkeys('"“”«»「」『』《》:：\n', "\n"))
"""Signs between which a person sets words apart."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """Words of a paper: `part` says what they are (`title`, `line` …), `id` which of them, `who` speaks or is meant."""

    part: str
    id: str
    text: str
    who: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """One sentence, and the field in which it stands."""

    field: Field
    text: str


class Author(StrEnum):
    """Whose words a sentence is made of, in the order in which they came to it."""

    PERSON = "person"
    MODEL = "model"
    MODEL_THEN_PERSON = "model-then-person"
    PERSON_THEN_MODEL = "person-then-model"


@dataclass(frozen=True, kw_only=True, slots=True)
class Hand:
    """One who wrote a sentence or changed it: how it read then, who, and in which version it came into the paper.

    `act` is that of the person who wrote these words, else the one that made the version.
    """

    text: str
    act: Act
    version: Act

    @property
    def is_own(self) -> bool:
        """Whether these are a person's words: not where they only took what was offered."""
        return self.act.by_person and self.act.act.words is not Words.SUGGESTED


@dataclass(frozen=True, kw_only=True, slots=True)
class Traced:
    """A sentence, who wrote it, from the first hand to the last, and whence it comes.

    `wishes` are what was asked for when it came into the paper as it is, `roots` everything that people typed before
    and that it follows from, `answers` what models said, `accepted` the first approvals of a draft in which it stands.
    """

    sentence: Sentence
    hands: tuple[Hand, ...]
    wishes: tuple[Act, ...]
    roots: tuple[Act, ...]
    answers: tuple[Act, ...]
    accepted: tuple[Act, ...]

    @property
    def act(self) -> Act:
        """The act of the oldest version in which it stands as it is."""
        return self.hands[-1].version

    @property
    def dictated(self) -> Act | None:
        """The act of the person who wrote these very words, if somebody did."""
        last = self.hands[-1]
        return last.act if last.act is not last.version else None

    @property
    def author(self) -> Author:
        """Whose words they are."""
        own = [hand.is_own for hand in self.hands]
        if all(own) or not any(own):
            return Author.PERSON if own[-1] else Author.MODEL
        return Author.MODEL_THEN_PERSON if own[-1] else Author.PERSON_THEN_MODEL

    @property
    def turns(self) -> tuple[Act, ...]:
        """What somebody said from which it comes: these words, else the wishes, else the last that it follows from."""
        dictated = (self.dictated,) if self.dictated else ()
        return dictated or self.wishes or self.roots[-1:]


def fields(paper: Synopsis | Script) -> Iterator[Field]:
    """Yield the fields of a paper in the order in which they are read."""
    if isinstance(paper, Synopsis):
        yield Field(part="title", id="", text=paper.title)
        yield Field(part="logline", id="", text=paper.logline)
        for number, beat in enumerate(paper.beats, 1):
            yield Field(part="beat", id=str(number), text=beat)
        for each in paper.cast:
            yield Field(part="look", id=each.id, text=each.look, who=each.name)
        return
    for scene in paper.scenes:
        yield Field(part="setting", id=scene.id, text=scene.setting)
    for shot in paper.shots:
        yield Field(part="action", id=shot.id, text=shot.action)
        for line in map(paper.line, shot.lines):
            yield Field(part="line", id=line.id, text=line.text, who=line.speaker)


def sentences(paper: Synopsis | Script) -> Iterator[Sentence]:
    """Yield the sentences of a paper in the order in which they are read."""
    for each in fields(paper):
        yield from (Sentence(field=each, text=text) for text in split(each.text))


def trace(making: Making) -> tuple[Traced, ...]:
    """Trace every sentence of the papers that were kept: the synopsis first, then the script."""
    return Tracer(making).kept()


def counts(traced: Iterable[Traced]) -> dict[Author, int]:
    """Return how many sentences are whose; nobody who has none."""
    found = Counter(each.author for each in traced)
    return {author: found[author] for author in Author if author in found}


def own_words(making: Making, paper: Synopsis | Script) -> frozenset[str]:
    """Return the sentences of a version of a paper that are people's own words."""
    act = next((act for act in making.acts if act.paper == paper), None)
    traced = Tracer(making).of(act) if act else ()
    return frozenset(each.sentence.text for each in traced if each.hands[-1].is_own)


class Tracer:
    """Traces sentences through the versions of one episode."""

    def __init__(self, making: Making) -> None:
        """Trace in this making."""
        self._acts, self._makers = making.acts, making.makers()
        self._history = tuple(act.act for act in making.acts)

    def kept(self) -> tuple[Traced, ...]:
        """Trace the papers that were kept."""
        kept = {type(act.paper): act for act in self._acts if act.fate is Fate.KEPT}
        papers = (kept[kind] for kind in (Synopsis, Script) if kind in kept)
        return tuple(traced for act in papers for traced in self.of(act))

    def of(self, act: Act) -> tuple[Traced, ...]:
        """Trace every sentence of the paper that an act made."""
        return tuple(self._traced(sentence, act) for sentence in _sentences(act))

    def _traced(self, sentence: Sentence, act: Act) -> Traced:
        hands = tuple(self._hands(sentence, act))
        origin = hands[-1].version
        near = [maker for source in origin.act.sources for maker in self._made(source)]
        wishes = tuple(each for each in near if _medium(each) is Medium.WISH)
        return Traced(
            sentence=sentence,
            hands=hands,
            wishes=wishes,
            roots=tuple(each for each in self._roots(origin) if each not in wishes),
            answers=tuple(each for each in near if _medium(each) is Medium.ANSWER),
            accepted=self._accepted(origin),
        )

    def _hands(self, sentence: Sentence, act: Act) -> Iterator[Hand]:
        """Yield who wrote a sentence that stands in what an act made, the first hand first."""
        while (earlier := self._earlier(sentence, act)) is not None:
            act, sentence = earlier
        before = self._before(sentence, act)
        if before is not None:
            yield from self._hands(*before)
        writer = self._writer(sentence, act)
        if writer is not None and writer.act.words is Words.EDITED:
            yield from self._offered(sentence, writer, act)
        yield Hand(text=sentence.text, act=writer or act, version=act)

    def _earlier(self, sentence: Sentence, act: Act) -> tuple[Act, Sentence] | None:
        """Return the act of a version before in which a sentence stands, and where it stands there."""
        for maker in self._sources(act):
            same = [each for each in _sentences(maker) if each.text == sentence.text and _part(each) == _part(sentence)]
            if same:
                return maker, next((each for each in same if each.field.id == sentence.field.id), same[0])
        return None

    def _before(self, sentence: Sentence, act: Act) -> tuple[Sentence, Act] | None:
        """Return the sentence of the same field in the version before that became this one: it is much like it."""
        after = {each.text for each in _sentences(act)}
        gone = [
            (each, maker)
            for maker in self._sources(act)
            for each in _sentences(maker)
            if (each.field.part, each.field.id) == (sentence.field.part, sentence.field.id) and each.text not in after
        ]
        ratios = [likeness(each.text, sentence.text) for each, _ in gone]
        return gone[ratios.index(max(ratios))] if gone and max(ratios) >= ALIKE else None

    def _writer(self, sentence: Sentence, origin: Act) -> Act | None:
        """Return the act of the person who wrote the words of a sentence: the wish it was made for, else the latest."""
        near = [maker for source in origin.act.sources for maker in self._made(source)]
        said = (*near, *reversed(self._roots(origin)))
        found = next((act for act in said if _is_typed(act) and _says(act, sentence, origin)), None)
        if found is None and not any(_medium(act) is Medium.ANSWER for act in near):
            return next((act for act in near if act.removed), None)  # no model was asked: they were that person's
        return self._first(found, sentence, origin) if found else None

    def _first(self, writer: Act, sentence: Sentence, origin: Act) -> Act:
        """Return who wrote words that somebody else took into what they wrote, such as both of two texts."""
        quoted = (maker for source in writer.act.sources for maker in self._made(source))
        before = next((act for act in quoted if _is_typed(act) and _says(act, sentence, origin)), None)
        return self._first(before, sentence, origin) if before else writer

    def _offered(self, sentence: Sentence, writer: Act, version: Act) -> Iterator[Hand]:
        """Yield what a person was offered and changed."""
        for source in writer.act.sources:
            for maker in self._made(source):
                if isinstance(maker.paper, Reply | Transcript):
                    texts = split(maker.paper.text) or (maker.paper.text,)
                    text = max(texts, key=lambda text: likeness(text, sentence.text))
                    yield Hand(text=text, act=maker, version=version)

    def _accepted(self, origin: Act) -> tuple[Act, ...]:
        """Return the approvals of the first approved draft that follows from a version."""
        if origin.act.made is None:
            return ()
        approvals = [each for each in self._acts if each.act.kind is Kind.APPROVED and each.judged]
        for first in approvals:
            if first.judged and origin.act.made in lineage([first.judged.digest], self._history):
                return tuple(each for each in approvals if each.judged == first.judged)
        return ()

    def _roots(self, origin: Act) -> tuple[Act, ...]:
        """Return everything that people typed and that a version follows from, oldest first."""
        before = lineage([origin.act.made] if origin.act.made else (), self._history)
        return tuple(act for act in self._acts if _is_typed(act) and act.act.made in before)

    def _sources(self, act: Act) -> Iterator[Act]:
        """Yield the acts that made the papers which a version was made from."""
        for source in act.act.sources:
            yield from (maker for maker in self._made(source)[:1] if isinstance(maker.paper, Synopsis | Script))

    def _made(self, digest: Digest) -> tuple[Act, ...]:
        return self._makers.get(digest, ())


def _sentences(act: Act) -> tuple[Sentence, ...]:
    return tuple(sentences(act.paper)) if isinstance(act.paper, Synopsis | Script) else ()


def _part(sentence: Sentence) -> str:
    return _SHOWN.get(sentence.field.part, sentence.field.part)


def _medium(act: Act) -> Medium | None:
    return act.take.work.medium if act.take else None


def _is_typed(act: Act) -> bool:
    return _medium(act) in TYPED


def _says(act: Act, sentence: Sentence, origin: Act) -> bool:
    """Whether a person wrote the very words of a sentence."""
    typed = act.typed or ""
    if isinstance(act.paper, Idea) and act.paper.verbatim and not origin.by_person and origin.act.kind is Kind.ARRANGED:
        return holds(typed, sentence.text)
    if len(sentence.text.encode()) >= REPEATED:
        return holds(typed, sentence.text)
    apart = (each for stretch in typed.translate(_APART).split("\n") for each in (stretch, *split(stretch)))
    return tokens(sentence.text) in map(tokens, apart)
