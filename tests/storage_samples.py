"""A small house for the tests of storage: two people, one series, one episode, and acts in it."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from storage.domain.contributions import Actor, Contribution, Kind, Tool
from storage.domain.costs import Cost
from storage.domain.crew import Person, Role
from storage.domain.ids import ContributionId, Digest, DraftId, EpisodeId, PersonId, SeriesId, TakeId
from storage.domain.review import Draft, DraftKind
from storage.domain.stages import Stage
from storage.domain.story import Episode, Language, Series
from storage.domain.takes import Medium, Note, Take, Work
from storage.store import Store

NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)
ANA = Person(id=PersonId("ana"), chat=7, name="Ana", language="fr")
BO = Person(id=PersonId("bo"), chat=8, name="Bo", language="zh")
SERIES = Series(id=SeriesId("renard"), title="Le renard", language=Language.FRENCH, creator=ANA.id)
EPISODE = Episode(id=EpisodeId("one"), series=SERIES.id, number=1, stage=Stage.WRITING)
SYNOPSIS = Work(Medium.SYNOPSIS)


def digest(name: str) -> Digest:
    return Digest(sha256(name.encode()).hexdigest())


def act(number: int, milliseconds: int = 0) -> Contribution:
    """Return the act that makes take `number`."""
    return Contribution(
        id=ContributionId(f"act{number}"),
        series=SERIES.id,
        episode=EPISODE.id,
        by=Actor.model("qwen"),
        directed_by=ANA.id,
        role=Role.TOOL,
        kind=Kind.GENERATED,
        at=NOON + timedelta(seconds=number),
        sources=(digest("idea"),),
        made=digest(f"made{number}"),
        tool=Tool(name="qwen", version="1", licence="Apache-2.0", key=digest(f"key{number}")),
        cost=Cost(milliseconds=milliseconds),
    )


def take(number: int, work: Work = SYNOPSIS) -> Take:
    """Return what act `number` made."""
    return Take(
        id=TakeId(f"take{number}"),
        episode=EPISODE.id,
        contribution=ContributionId(f"act{number}"),
        work=work,
        key=digest(f"key{number}"),
        digest=digest(f"made{number}"),
        media_type="application/json",
        facts={"tokens": number, "é": [1.5, None, True]},
        notes=(Note("said", (("text", "one note"),)),),
    )


def draft(number: int) -> Draft:
    """Return a draft of the synopsis."""
    name = DraftId(f"draft{number}")
    return Draft(id=name, episode=EPISODE.id, kind=DraftKind.SYNOPSIS, digest=digest("synopsis"), opened=NOON)


async def open_store(folder: Path) -> Store:
    """Open the database of a folder."""
    return await Store.open(f"sqlite+aiosqlite:///{folder}/feuilleton.db", key=folder / "ledger.key")


async def furnish(store: Store) -> None:
    """Put the people, the series and the episode in."""
    async with store.write() as unit:
        await unit.put_person(ANA)
        await unit.put_person(BO)
        await unit.add_series(SERIES)
        await unit.add_episode(EPISODE)


async def record(store: Store, *numbers: int) -> None:
    """Record acts and their takes in one unit."""
    async with store.write() as unit:
        for number in numbers:
            await unit.record(act(number))
            await unit.add_take(take(number))
