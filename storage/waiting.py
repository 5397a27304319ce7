"""What waits for a verdict in a chat: asked for by hand, and told once a day."""

from dataclasses import dataclass

from storage.domain.review import Draft
from storage.domain.story import Episode, Series
from storage.reader import Reader
from storage.voting import acts, deciding, deciding_chats, electorate, needs


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """A draft that waits, where it belongs, and how many of the approvals it needs it has."""

    series: Series
    episode: Episode
    draft: Draft
    said: int
    needs: int


async def waiting(reader: Reader, chat: int) -> tuple[Waiting, ...]:
    """Return the open drafts that a group, or a person alone, is to decide on; those that have waited longest first."""
    found = [each for series in await _theirs(reader, chat) for each in await _open(reader, series)]
    return tuple(sorted(found, key=lambda each: each.draft.opened))


async def _theirs(reader: Reader, chat: int) -> list[Series]:
    """Return the series that are decided on in a chat, or by the person whose private chat it is."""
    person = await reader.person_of(chat)
    if person is None:
        bound = await reader.series_in(chat)
        return [series for series in bound if chat in await deciding_chats(reader, series.id)]
    joined = {series.id: series for series in await reader.series_of(person.id)}
    return [series for series in joined.values() if person.id in await deciding(reader, series.id)]


async def _open(reader: Reader, series: Series) -> list[Waiting]:
    drafts = await reader.open_drafts(series.id)
    if not drafts:
        return []
    everybody = await electorate(reader, series.id)
    episodes = {episode.id: episode for episode in await reader.episodes(series.id, editions=True)}
    done = await acts(reader, drafts, everybody)
    said = await reader.spoken([draft.id for draft in drafts])
    return [
        Waiting(
            series=series,
            episode=episodes[draft.episode],
            draft=draft,
            said=said.get(draft.id, 0),
            needs=needs(draft, everybody, done),
        )
        for draft in drafts
    ]
