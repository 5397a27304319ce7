"""What was bought, as it is asked of one moment."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import RowMapping, Select, case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import tables as t
from storage.domain.budget import Cap
from storage.domain.ids import Digest, EpisodeId, PersonId, PurchaseId, SeriesId
from storage.domain.purchase import GOES_ON, LIVE, Purchase, State
from storage.errors import NotFound
from storage.moments import moment, written

Query = Select[*tuple[Any, ...]]


class Purchases:
    """The purchases within one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        """Read through this connection."""
        self._connection = connection

    async def one(self, purchase: PurchaseId) -> Purchase:
        """Return a purchase.

        Raises:
            NotFound: there is none with this id.
        """
        found = await self._some(select(t.purchases).where(t.purchases.c.id == purchase))
        if not found:
            raise NotFound(f"nothing in purchases has the id {purchase}")
        return found[0]

    async def live(self, episode: EpisodeId, order: Digest, key: Digest) -> Purchase | None:
        """Return what was ordered for an episode and has not come to its end.

        Several models may have been asked for the same: what can be gone on with comes first, from whatever model, then
        what stands in the way of the take of this `key`, then the oldest.
        """
        ours = t.purchases.c.episode == episode, t.purchases.c.order == order, t.purchases.c.state.in_(LIVE)
        goes_on = t.purchases.c.state.in_(GOES_ON)
        nearest = case((goes_on, 0), (t.purchases.c.key == key, 1), else_=2)
        found = await self._some(select(t.purchases).where(*ours).order_by(nearest, t.purchases.c.seq))
        return next(iter(found), None)

    async def standing(self, states: Collection[State]) -> tuple[Purchase, ...]:
        """Return every purchase that stands in one of some states, oldest first."""
        return await self._some(select(t.purchases).where(t.purchases.c.state.in_(states)).order_by(t.purchases.c.seq))

    async def doubtful(self, episode: EpisodeId) -> tuple[Purchase, ...]:
        """Return what of an episode may have been paid and waits for a person's word, oldest first."""
        ours = t.purchases.c.episode == episode, t.purchases.c.state == State.DOUBTFUL
        return await self._some(select(t.purchases).where(*ours).order_by(t.purchases.c.seq))

    async def of_series(self, series: SeriesId) -> tuple[Purchase, ...]:
        """Return everything that was bought for a series, oldest first."""
        return await self._some(select(t.purchases).where(t.purchases.c.series == series).order_by(t.purchases.c.seq))

    async def counted(
        self, *, person: PersonId, series: SeriesId, episode: EpisodeId, at: datetime
    ) -> Mapping[Cap, int]:
        """Return what each cap counts at a moment, in millionths of a euro."""
        day = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        columns = t.purchases.c
        asked = {
            Cap.PERSON: columns.person == person,
            Cap.EPISODE: columns.episode == episode,
            Cap.SERIES: columns.series == series,
            Cap.DAY: columns.at >= written(day),
        }
        counts = case((columns.state == State.RELEASED, 0), else_=func.coalesce(columns.settled, columns.reserved))
        found = {}
        for cap, theirs in asked.items():
            total = await self._connection.scalar(select(func.coalesce(func.sum(counts), 0)).where(theirs))
            found[cap] = int(total or 0)
        return found

    async def keys(self, episode: EpisodeId) -> frozenset[Digest]:
        """Return the keys of takes of an episode that were bought."""
        bought = select(t.purchases.c.key).where(t.purchases.c.episode == episode)
        return frozenset(row["key"] for row in await self._rows(bought))

    async def _some(self, query: Query) -> tuple[Purchase, ...]:
        return tuple(map(purchase, await self._rows(query)))

    async def _rows(self, query: Query) -> Collection[RowMapping]:
        return (await self._connection.execute(query)).mappings().all()


def purchase_row(bought: Purchase) -> dict[str, Any]:
    """Write a purchase."""
    moments = {name: getattr(bought, name) for name in ("at", "placed", "ended")}
    plain = {name: getattr(bought, name) for name in Purchase.__dataclass_fields__ if name not in moments}
    return plain | {name: written(at) if at else None for name, at in moments.items()}


def purchase(row: RowMapping) -> Purchase:
    """Read a purchase."""
    plain = {name: row[name] for name in Purchase.__dataclass_fields__}
    moments = {name: moment(row[name]) if row[name] else None for name in ("at", "placed", "ended")}
    return Purchase(**plain | moments | {"state": State(row["state"])})
