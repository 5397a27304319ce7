"""Facts: what an approved script leaves true for the episodes after it, by clear rules only; all else is left out.

A fact is told in the script's own sentence, so that everybody can see where it comes from. It is proposed: a person
takes it into the bible, or does not.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from agents.crew.cast import places
from agents.crew.looks import read
from agents.crew.traces import DENIED, DIES, DONS, HURTS, LEARNS
from storage.domain.bible import Bible, Fact, FactKind
from storage.domain.story import Character, Language, Script, Shot, Synopsis

_SENTENCE = re.compile(r"[^.!?…。！？]+[.!?…。！？]*")

_TELLS: Mapping[FactKind, re.Pattern[str]] = {
    FactKind.WOUND: HURTS,
    FactKind.GONE: DIES,
    FactKind.COSTUME: DONS,
    FactKind.KNOWS: LEARNS,
}
"""Which words of an action tell of which kind of fact."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Told:
    """A sentence, the shot that shows it, and whom it is about."""

    sentence: str
    shot: Shot
    who: Character


def proposed(bible: Bible, number: int, synopsis: Synopsis, script: Script, language: Language) -> tuple[Fact, ...]:
    """Return the facts that an episode leaves behind and that the bible does not hold, in the order of its shots.

    They are about people whom the bible knows by the same id and the same name: an id alone may be somebody else's.
    """
    known = {each.id: each.name for each in bible.characters}
    cast = [each for each in synopsis.cast if known.get(each.id) == each.name]
    held = {fact.id for fact in bible.facts}
    found = {fact.id: fact for shot in script.shots for fact in _of(shot, number, cast, synopsis, language)}
    return tuple(fact for fact in found.values() if fact.id not in held)


def with_fact(bible: Bible, fact: Fact) -> Bible:
    """Return a bible that holds a fact: what somebody wore before holds no longer."""
    kept = [_ended(each, fact) if each.kind is fact.kind is FactKind.COSTUME else each for each in bible.facts]
    return replace(bible, facts=(*kept, fact))


def _ended(before: Fact, fact: Fact) -> Fact:
    """Return what was worn before, to the end of the episode in which something else is put on."""
    worn = before.about == fact.about and before.until is None and before.since < fact.since
    return replace(before, until=fact.since) if worn else before


def _of(shot: Shot, number: int, cast: Sequence[Character], synopsis: Synopsis, language: Language) -> Iterator[Fact]:
    for sentence in (each.strip() for each in _SENTENCE.findall(shot.action)):
        for kind, tells in _TELLS.items():
            found = tells.search(sentence)
            who = _subject(sentence, found.start(), cast, synopsis) if found and not DENIED.search(sentence) else None
            if who is not None and _is_clear(kind, _Told(sentence=sentence, shot=shot, who=who), language):
                about = tuple(each.id for each in cast if each.id in shot.characters or each is who)
                yield Fact(
                    id=_id(kind, number, sentence),
                    kind=kind,
                    text=sentence,
                    about=about if kind is FactKind.KNOWS else (who.id,),
                    since=number,
                )


def _subject(sentence: str, before: int, cast: Sequence[Character], synopsis: Synopsis) -> Character | None:
    """Return whom the words at a place are about: who is named last before them, if the bible knows them."""
    named = [(place, who) for place, who in places(sentence, synopsis.cast) if place < before]
    _, who = max(named, default=(0, ""))
    return next((each for each in cast if each.id == who), None)


def _is_clear(kind: FactKind, told: _Told, language: Language) -> bool:
    """Return whether a sentence says enough: of clothes, which they are; of what is learnt, to whom it is shown."""
    match kind:
        case FactKind.COSTUME:
            return read(told.sentence, [told.who.name], told.who.sex, language).outfit is not None
        case FactKind.KNOWS:
            return told.who.id in told.shot.characters
        case _:
            return True


def _id(kind: FactKind, number: int, text: str) -> str:
    """Return the id of a fact: the same words of the same episode are the same fact."""
    return f"{kind}-{number}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
