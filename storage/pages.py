"""The pages of a series' book: the bible and the season as they stand, and who wrote which entry, and when.

Nothing of this is stored: an entry is by whoever made the first of the versions in a row that say what it says now. A
version follows the one that it was made from, so what was undone does not count.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from storage import documents
from storage.domain.bible import Bible, Season
from storage.domain.contributions import Contribution, Party, Words
from storage.domain.entries import of_bible, of_season
from storage.domain.ids import ContributionId, PersonId, SeriesId
from storage.domain.story import Episode, Series
from storage.domain.takes import Medium, Take, Work
from storage.views import Card, Views


@dataclass(frozen=True, kw_only=True, slots=True)
class Changed:
    """Who wrote something last, a person by name or a model, when, and whose words it is where that is known."""

    by: str
    at: datetime
    words: Words | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Leaf:
    """A paper of the book: the version that counts, what it says by entry and who wrote each, and whether there are
    versions before and after it.
    """

    take: Take | None = None
    entries: Mapping[str, str] = field(default_factory=dict)
    changed: Mapping[str, Changed] = field(default_factory=dict)
    last: Changed | None = None
    is_first: bool = True
    is_last: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Pages:
    """The book of a series, the book's own stage where it is open, and the episodes by number."""

    series: Series
    book: Episode | None
    bible: Bible
    season: Season | None
    leaves: Mapping[Medium, Leaf]
    episodes: Mapping[int, Card]

    @property
    def next(self) -> int:
        """The number of the episode that is begun next."""
        return 1 + len(self.episodes)

    @property
    def is_planned(self) -> bool:
        """Whether the next episode has a plan."""
        return self.season is not None and self.season.plan(self.next) is not None


async def pages(views: Views, series: SeriesId) -> Pages:
    """Return the book of a series; to look opens none."""
    async with views.moment() as reader:
        found = await reader.series(series)
        book = await reader.book(series)
        begun = await reader.episodes(series)
        acts = {act.id: act for act in await reader.history(book.id)} if book else {}
        takes = await reader.takes(book.id) if book else ()
        heads = await reader.heads(book.id) if book else {}
        people = await reader.people({PersonId(act.by.name) for act in acts.values() if act.by.party is Party.PERSON})
    names = {str(who): person.name for who, person in people.items()}
    leaves = {
        medium: await _leaf(views, [take for take in takes if take.work.medium is medium], heads, acts, names)
        for medium in (Medium.BIBLE, Medium.SEASON)
    }
    bible, season = (heads.get(Work(medium)) for medium in (Medium.BIBLE, Medium.SEASON))
    return Pages(
        series=found,
        book=book,
        bible=documents.load(Bible, await _bytes(views, bible)) if bible else Bible(),
        season=documents.load(Season, await _bytes(views, season)) if season else None,
        leaves=leaves,
        episodes={each.number: await views.card(each.id) for each in begun},
    )


async def _leaf(
    views: Views,
    takes: list[Take],
    heads: Mapping[Work, Take],
    acts: Mapping[ContributionId, Contribution],
    names: Mapping[str, str],
) -> Leaf:
    """Return a paper with the authors of its entries; `takes` are all its versions, oldest first."""
    head = heads.get(takes[0].work) if takes else None
    if head is None:
        return Leaf()
    line = _line(head, takes, acts)
    said = [await _said(views, take) for take in line]
    changed = {}
    for entry, text in said[0].items():
        since = next((place for place, older in enumerate(said) if older.get(entry) != text), len(line))
        changed[entry] = _changed(acts[line[since - 1].contribution], names)
    return Leaf(
        take=head,
        entries=said[0],
        changed=changed,
        last=_changed(acts[head.contribution], names),
        is_first=head == takes[0],
        is_last=head == takes[-1],
    )


def _line(head: Take, takes: list[Take], acts: Mapping[ContributionId, Contribution]) -> list[Take]:
    """Return a version, the one it was made from, and so on to the first."""
    by_digest = {take.digest: place for place, take in enumerate(takes)}
    line, place = [head], by_digest[head.digest]
    while True:
        before = [by_digest[each] for each in acts[line[-1].contribution].sources if by_digest.get(each, place) < place]
        if not before:
            return line
        place = max(before)
        line.append(takes[place])


def _changed(act: Contribution, names: Mapping[str, str]) -> Changed:
    by = names[act.by.name] if act.by.party is Party.PERSON else act.by.name
    return Changed(by=by, at=act.at, words=act.words)


async def _said(views: Views, take: Take) -> Mapping[str, str]:
    paper = documents.read(await _bytes(views, take))
    match paper:
        case Bible():
            return of_bible(paper)
        case Season():
            return of_season(paper)
        case _:
            raise documents.Unreadable(f"{take.work} is no paper of the book")


async def _bytes(views: Views, take: Take) -> bytes:
    return await asyncio.to_thread(views.path(take.digest).read_bytes)
