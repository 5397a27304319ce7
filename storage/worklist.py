"""The worklist: what was said about an episode and nobody has settled yet, as screens show it."""

from dataclasses import dataclass

from storage.domain.ids import EpisodeId, RemarkId
from storage.domain.remarks import Remark
from storage.views import Card, Views


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A remark with the name of who made it."""

    name: str
    remark: Remark


@dataclass(frozen=True, kw_only=True, slots=True)
class Worklist:
    """The open remarks of an episode, oldest first."""

    card: Card
    entries: tuple[Entry, ...]


async def worklist(views: Views, episode: EpisodeId) -> Worklist:
    """Return what was said about an episode and is still to be settled."""
    async with views.moment() as reader:
        remarks = await reader.open_remarks(episode)
        people = await reader.people([remark.person for remark in remarks])
    entries = tuple(Entry(name=people[remark.person].name, remark=remark) for remark in remarks)
    return Worklist(card=await views.card(episode), entries=entries)


async def remarked(views: Views, remark: RemarkId) -> Remark:
    """Return a remark."""
    async with views.moment() as reader:
        return await reader.remark(remark)
