"""Crossings: two people write one field word for word, the second without having seen what the first wrote there.

The words of the second do not take the place of those of the first by themselves: whoever wrote them is shown both, and
chooses. Until then the first stand, and nothing is entered.
"""

from dataclasses import dataclass

from agents.commands.story import MakeWish
from agents.crew.fields import dictated, fields, redictated
from agents.studio import Desk, Studio
from storage.domain.credits import lineage
from storage.domain.crew import Person
from storage.domain.errors import InvalidValue
from storage.domain.ids import Digest, PersonId
from storage.domain.papers import Subject, Wish
from storage.domain.review import DraftKind
from storage.domain.story import Language, Synopsis
from storage.domain.takes import Medium, Take, Work
from storage.reader import Reader


@dataclass(frozen=True, kw_only=True, slots=True)
class Crossing:
    """What a person wrote and what somebody else wrote in its place before, in the wish `other`."""

    mine: str
    theirs: str
    other: Take
    author: Person


async def crossing(studio: Studio, command: MakeWish, about: Subject) -> Crossing | None:
    """Return whose words a wish would take the place of without its author having seen them; mostly nobody's.

    Seen is what led to the draft that they answered, or else to the last one, and what they name as a source.
    """
    if about is not Subject.SYNOPSIS:
        return None
    async with studio.store.read() as reader:
        episode = await reader.episode(command.episode)
        desk = studio.desk(await reader.series(episode.series), episode)
        head = await reader.head(episode.id, Work(Medium.SYNOPSIS))
        person = await reader.person_of(command.caller.chat)
        others = [(take, who) for take, who in await _wishes(reader, desk, command) if person and who != person.id]
    now = await desk.read(Synopsis, head) if head else None
    told = dictated(command.text, now) if now else None
    if now is None or told is None:
        return None
    for take, who in reversed(others):
        wish = await _wish(desk, take)
        if wish is None or wish.about is not Subject.SYNOPSIS:
            continue
        said = dictated(wish.text, now)
        if said and said[0] == told[0]:
            is_waiting = head is None or take.digest not in await desk.ancestry(head)
            if said[1] == told[1] or not (is_waiting or fields(now)[said[0]] == said[1]):
                return None
            async with studio.store.read() as reader:
                author = await reader.person(who)
            return Crossing(mine=told[1], theirs=said[1], other=take, author=author)
    return None


async def joined(studio: Studio, text: str, other: Take) -> str:
    """Return a wish for what another wish says, followed by what this one says.

    Raises:
        InvalidValue: the words of the other were removed at their author's wish.
    """
    async with studio.store.read() as reader:
        episode = await reader.episode(other.episode)
        desk = studio.desk(await reader.series(episode.series), episode)
    head, wish = await desk.head(Work(Medium.SYNOPSIS)), await _wish(desk, other)
    now = await desk.read(Synopsis, head) if head else None
    theirs, mine = (dictated(each, now) if now else None for each in (wish.text if wish else "", text))
    if theirs is None or mine is None:
        raise InvalidValue("empty")
    space = "" if desk.series.language is Language.CHINESE else " "
    return redictated(text, f"{theirs[1]}{space}{mine[1]}")


async def _wishes(reader: Reader, desk: Desk, command: MakeWish) -> list[tuple[Take, PersonId]]:
    """Return the wishes that a caller has not seen the outcome of, with who made them, oldest first."""
    drafts = [each for each in await reader.drafts(desk.episode.id) if each.kind is DraftKind.SYNOPSIS]
    seen = [each for each in drafts if each.id == command.draft] or drafts[-1:]
    history = await reader.history(desk.episode.id)
    known: frozenset[Digest] = lineage((each.digest for each in seen), history) | set(command.sources)
    makers = {act.id: PersonId(act.by.name) for act in history}
    takes = await reader.takes(desk.episode.id, Medium.WISH)
    return [(take, makers[take.contribution]) for take in takes if take.digest not in known]


async def _wish(desk: Desk, take: Take) -> Wish | None:
    """Return a wish, where its words were not removed."""
    return await desk.read(Wish, take) if desk.studio.vault.has(take.digest) else None
