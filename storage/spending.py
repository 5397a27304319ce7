"""What the episodes of a series have cost: money and the time of this machine, for each second of an approved cut."""

from collections.abc import Iterable
from dataclasses import dataclass

from storage.domain.budget import Books, books
from storage.domain.contributions import Contribution
from storage.domain.ids import Digest, EpisodeId
from storage.domain.purchase import Purchase, State
from storage.domain.review import DraftKind, Outcome
from storage.domain.stages import Stage
from storage.domain.story import Episode, Series
from storage.domain.takes import Medium, Take, Work
from storage.reader import Reader


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """What one episode has cost; `milliseconds` are this machine's, `seconds` those of its approved or released cut."""

    episode: Episode
    books: Books
    milliseconds: int
    seconds: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Accounts:
    """What a series has cost: its book, its episodes with their editions, and what is doubtful.

    `differs` is how much more providers took than was reserved, less than nothing where they took less.
    """

    series: Series
    books: Books
    episodes: tuple[Account, ...]
    doubtful: tuple[Purchase, ...]
    differs: int
    bought: bool
    """Whether anything was ever bought for it."""

    @property
    def milliseconds(self) -> int:
        """What this machine has worked on all of it."""
        return sum(each.milliseconds for each in self.episodes)


async def accounts(reader: Reader, series: Series) -> Accounts:
    """Return what a series has cost."""
    bought = await reader.purchases.of_series(series.id)
    book = await reader.book(series.id)
    episodes = (*((book,) if book else ()), *await reader.episodes(series.id, editions=True))
    paid = [each for each in bought if each.state is State.SETTLED]
    return Accounts(
        series=series,
        books=books(bought),
        episodes=tuple([await _account(reader, episode, bought) for episode in episodes]),
        doubtful=tuple(each for each in bought if each.state is State.DOUBTFUL),
        differs=sum(each.micros - each.reserved for each in paid),
        bought=bool(bought),
    )


async def _account(reader: Reader, episode: Episode, bought: Iterable[Purchase]) -> Account:
    ours = [each for each in bought if each.episode == episode.id]
    cut = await _approved(reader, episode)
    return Account(
        episode=episode,
        books=books(ours),
        milliseconds=_worked(await reader.history(episode.id), {each.key for each in ours}),
        seconds=_seconds(cut) if cut else None,
    )


def _worked(history: Iterable[Contribution], bought: set[Digest]) -> int:
    """Add up what this machine has worked: waiting for a provider is none of it."""
    here = (act for act in history if act.tool is None or act.tool.key not in bought)
    return sum(act.cost.milliseconds for act in here)


async def _approved(reader: Reader, episode: Episode) -> Take | None:
    """Return the released cut of an episode, or the preview that was approved last; nothing while there is none."""
    if episode.stage is Stage.RELEASED:
        return await reader.head(episode.id, Work(Medium.CUT))
    shown = await _previews(reader, episode.id)
    return next((take for take in await reader.takes(episode.id, Medium.PREVIEW) if take.digest in shown[-1:]), None)


async def _previews(reader: Reader, episode: EpisodeId) -> list[Digest]:
    drafts = await reader.drafts(episode)
    return [each.digest for each in drafts if each.kind is DraftKind.CUT and each.outcome is Outcome.APPROVED]


def _seconds(cut: Take) -> float | None:
    frames, rate = cut.facts.get("frames"), cut.facts.get("rate")
    return frames / rate if isinstance(frames, int) and isinstance(rate, int) and rate else None
