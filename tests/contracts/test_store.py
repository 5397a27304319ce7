"""What the store promises, on a database file."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from storage.domain.contributions import Actor, Contribution, Kind
from storage.domain.crew import Person, Role
from storage.domain.ids import ContributionId, Digest, EpisodeId, PersonId, SeriesId, TakeId
from storage.domain.stages import Stage
from storage.domain.story import Episode, Language, Series
from storage.domain.takes import Medium, Take, Work
from storage.errors import AlreadyHandled, Conflict
from storage.store import Store

ANA = Person(id=PersonId("ana"), chat=7, name="Ana", language="fr")
SERIES = Series(id=SeriesId("s"), title="Le renard", language=Language.FRENCH, creator=ANA.id)
EPISODE = Episode(id=EpisodeId("e"), series=SERIES.id, number=1, stage=Stage.WRITING)
MADE = Digest("a" * 64)


@pytest_asyncio.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await Store.open(f"sqlite+aiosqlite:///{tmp_path}/f.db", key=tmp_path / "ledger.key")
    async with store.write() as unit:
        await unit.put_person(ANA)
        await unit.add_series(SERIES)
        await unit.add_episode(EPISODE)
    yield store
    await store.close()


def act(name: str) -> Contribution:
    return Contribution(
        id=ContributionId(name),
        series=SERIES.id,
        episode=EPISODE.id,
        by=Actor.person(ANA.id),
        directed_by=ANA.id,
        role=Role.CREATOR,
        kind=Kind.WROTE,
        at=datetime(2026, 1, 2, tzinfo=UTC),
        made=MADE,
    )


def take(name: str, contribution: str) -> Take:
    return Take(
        id=TakeId(name),
        episode=EPISODE.id,
        contribution=ContributionId(contribution),
        work=Work(Medium.IDEA),
        key=Digest("b" * 64),
        digest=MADE,
        media_type="text/plain",
    )


async def test_an_update_has_its_effect_once(store: Store) -> None:
    async with store.write(cause=5) as unit:
        await unit.rename(SERIES.id, "once")
    with pytest.raises(AlreadyHandled):
        async with store.write(cause=5) as unit:
            await unit.rename(SERIES.id, "twice")
    async with store.read() as reader:
        assert (await reader.series(SERIES.id)).title == "once"


async def test_a_take_without_a_contribution_is_refused(store: Store) -> None:
    with pytest.raises(Conflict):
        async with store.write() as unit:
            await unit.add_take(take("t", "nobody"))
    async with store.write() as unit:
        await unit.record(act("c"))
        await unit.add_take(take("t", "c"))
        await unit.choose(take("t", "c"))
    async with store.read() as reader:
        assert await reader.head(EPISODE.id, Work(Medium.IDEA)) == take("t", "c")
        assert await reader.history(EPISODE.id) == (act("c"),)
