"""Editions: an episode once more in another language, found by the number that it shares with its original."""

from storage.domain.ids import EpisodeId
from storage.domain.story import Episode, Language
from storage.reader import Reader


async def original(reader: Reader, edition: Episode) -> Episode | None:
    """Return the episode that an edition is made from; nothing for what is no edition."""
    if edition.language is None:
        return None
    return next(each for each in await reader.episodes(edition.series) if each.number == edition.number)


async def edition(reader: Reader, episode: EpisodeId, language: Language) -> Episode | None:
    """Return the edition of an episode in a language, if it was begun."""
    found = await reader.episode(episode)
    known = await reader.episodes(found.series, editions=True)
    return next((each for each in known if (each.number, each.language) == (found.number, language)), None)
