"""A person's own record, read from the ledger: now, or as it was when the ledger had so many entries."""

from collections.abc import Mapping
from dataclasses import dataclass

from agents.commands.caller import Caller
from agents.studio import Studio
from storage import documents
from storage.domain.crew import Person
from storage.domain.ids import Digest, EpisodeId, PersonId, SeriesId
from storage.domain.records import Record, Told, record
from storage.domain.stages import Stage
from storage.domain.story import Episode, Synopsis
from storage.domain.takes import Medium, Take, Work
from storage.ledger.seals import Seal
from storage.reader import Reader


@dataclass(frozen=True, kw_only=True, slots=True)
class Own:
    """A person with their record, and what its series and episodes are called; `seal` is the ledger's of that moment.

    An episode without a synopsis is called as its series.
    """

    person: Person
    record: Record
    series: Mapping[SeriesId, str]
    titles: Mapping[EpisodeId, str]
    seal: Seal | None

    @property
    def name(self) -> str:
        """What the person goes by."""
        return name_of(self.person)


def name_of(person: Person) -> str:
    """Return the name that stands on a person's record and certificate."""
    return person.name


async def mine(studio: Studio, caller: Caller) -> Own | None:
    """Return the caller's own record; nothing if we have never met."""
    async with studio.store.read() as reader:
        person = await reader.person_of(caller.chat)
    return await own(studio, person.id) if person else None


async def own(studio: Studio, person: PersonId, size: int | None = None) -> Own:
    """Return the record of a person, from all entries of the ledger or from its first `size`.

    Raises:
        NotFound: there is no such person.
    """
    async with studio.store.read() as reader:
        found, seal = await reader.person(person), await reader.seal()
        episodes = await reader.episodes_of(person)
        told = [await _told(reader, person, episode, size) for episode in episodes]
        synopses = {each.id: await reader.head(each.id, Work(Medium.SYNOPSIS)) for each in episodes}
        series = {each: (await reader.series(each)).title for each in dict.fromkeys(each.series for each in episodes)}
    return Own(
        person=found,
        record=record(person, told),
        series=series,
        titles={each.id: await _title(studio, synopses[each.id]) or series[each.series] for each in episodes},
        seal=seal,
    )


async def _told(reader: Reader, person: PersonId, episode: Episode, size: int | None) -> Told:
    """Return an episode with all of its acts where it was released by then, else with the person's own."""
    cut = await _cut(reader, episode)
    if cut is not None:
        history = await reader.chronicle(episode.id, size=size)
        if any(act.made == cut for act in history):
            return Told(episode=episode, cut=cut, history=history)
    return Told(episode=episode, cut=None, history=await reader.history(episode.id, size=size, by=person))


async def _cut(reader: Reader, episode: Episode) -> Digest | None:
    """Return the released film of an episode."""
    take = await reader.head(episode.id, Work(Medium.CUT)) if episode.stage is Stage.RELEASED else None
    return take.digest if take else None


async def _title(studio: Studio, synopsis: Take | None) -> str:
    return documents.load(Synopsis, await studio.vault.read(synopsis.digest)).title if synopsis else ""
