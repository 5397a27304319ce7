"""How fast contributions are recorded and the ledger is checked, on this machine's disk.

    python bench/ledger.py [ENTRIES]

Every commit is written through to the disk (`synchronous=FULL`) and sealed.
"""

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from storage.domain.contributions import Actor, Contribution, Kind, Tool
from storage.domain.costs import Cost
from storage.domain.crew import Person, Role
from storage.domain.ids import ContributionId, Digest, EpisodeId, PersonId, SeriesId, new_id
from storage.domain.stages import Stage
from storage.domain.story import Episode, Language, Series
from storage.ledger import exports
from storage.store import Store

RANDOM = random.Random(7)
ANA = Person(id=PersonId("ana"), chat=7, name="Ana", language="fr")
SERIES = Series(id=SeriesId("s"), title="Le renard", language=Language.FRENCH, creator=ANA.id)
EPISODE = Episode(id=EpisodeId("e"), series=SERIES.id, number=1, stage=Stage.SHOOTING)


def act() -> Contribution:
    """Return a contribution as a back-end makes them: two sources, a result, a tool."""
    first, second, made, key = (Digest(RANDOM.randbytes(32).hex()) for _ in range(4))
    return Contribution(
        id=ContributionId(new_id(RANDOM)),
        series=SERIES.id,
        episode=EPISODE.id,
        by=Actor.model("previz"),
        directed_by=ANA.id,
        role=Role.TOOL,
        kind=Kind.GENERATED,
        at=datetime.now(UTC),
        sources=(first, second),
        made=made,
        tool=Tool(name="previz", version="1", licence="Apache-2.0", key=key),
        cost=Cost(milliseconds=850),
    )


@asynccontextmanager
async def open_store(folder: Path) -> AsyncIterator[Store]:
    """Open a store with one episode."""
    store = await Store.open(f"sqlite+aiosqlite:///{folder}/f.db", key=folder / "ledger.key")
    async with store.write() as unit:
        await unit.put_person(ANA)
        await unit.add_series(SERIES)
        await unit.add_episode(EPISODE)
    try:
        yield store
    finally:
        await store.close()


async def main(count: int) -> None:
    """Append one a commit, then in batches of 100; check the database and an exported file; print the rates."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with open_store(folder) as store:
            started = time.perf_counter()
            for _ in range(count):
                async with store.write() as unit:
                    await unit.record(act())
            alone = (time.perf_counter() - started) / count
            started = time.perf_counter()
            for _ in range(count // 100):
                async with store.write() as unit:
                    for _ in range(100):
                        await unit.record(act())
            batched = (time.perf_counter() - started) / (count // 100 * 100)
            started = time.perf_counter()
            report = await store.verify()
            checked = (time.perf_counter() - started) / report.entries
            started = time.perf_counter()
            await store.export(folder / "ledger.jsonl")
            exported = (time.perf_counter() - started) / report.entries
            started = time.perf_counter()
            outside = exports.verify(folder / "ledger.jsonl", store.public)
            read = (time.perf_counter() - started) / outside.entries
            size = (folder / "ledger.jsonl").stat().st_size / outside.entries
    print(f"append, one a commit      {alone * 1e3:7.2f} ms an entry   {1 / alone:7.0f} a second")
    print(f"append, 100 a commit      {batched * 1e3:7.2f} ms an entry   {1 / batched:7.0f} a second")
    print(f"verify the database       {checked * 1e3:7.2f} ms an entry   {report}")
    print(f"export                    {exported * 1e3:7.2f} ms an entry   {size:.0f} bytes an entry")
    print(f"verify the exported file  {read * 1e3:7.2f} ms an entry   {outside}")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
