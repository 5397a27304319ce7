"""How long it takes to read an episode's acts and to derive its credits from them, on this machine.

    python bench/credits.py [ACTS]

The episode has gone through as many rounds as its acts make: in each, people wish, a model answers, a script is
written, eight shots are drawn, of which half survive into the next board, and somebody sends the board back. The
reference for the walk through the sources is a recursive query of SQLite over the same edges, in memory.
"""

import asyncio
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from storage.domain.contributions import Actor, Contribution, Kind
from storage.domain.credits import VERDICTS, lineage, roll
from storage.domain.crew import Person, Role
from storage.domain.ids import ContributionId, Digest, EpisodeId, PersonId, SeriesId, new_id
from storage.domain.stages import Stage
from storage.domain.story import Episode, Language, Series
from storage.store import Store

AIM = "aim: 20,000 acts are read and credited in less than a second"
NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)
SHOTS = 8
PEOPLE = tuple(PersonId(f"p{number}") for number in range(40))
TRADES = (Role.CREATOR, Role.SCREENWRITER, Role.PROMPT_WRITER, Role.EDITOR)
MODELS = tuple(Actor.model(name) for name in ("writer", "artist"))
WALK = """
WITH RECURSIVE reached(digest) AS (
    SELECT ? UNION SELECT edges.source FROM edges JOIN reached ON edges.made = reached.digest
) SELECT count(*) FROM reached
"""


@dataclass
class History:
    """Makes up the acts of an episode."""

    random: Random = field(default_factory=lambda: Random(7))
    acts: list[Contribution] = field(default_factory=list)
    end: Digest = field(init=False)

    def act(self, by: Actor, role: Role, kind: Kind, *sources: Digest, makes: bool = True) -> Digest:
        """Add an act; return what it made."""
        made = Digest(self.random.randbytes(32).hex())
        self.acts.append(
            Contribution(
                id=ContributionId(new_id(self.random)),
                series=SeriesId("s"),
                episode=EpisodeId("e"),
                by=by,
                directed_by=PEOPLE[0],
                role=role,
                kind=kind,
                at=NOON + timedelta(seconds=len(self.acts)),
                sources=sources,
                made=made if makes else None,
            )
        )
        return made

    def person(self) -> tuple[Actor, Role]:
        """Return somebody with their trade."""
        number = self.random.randrange(len(PEOPLE))
        return Actor.person(PEOPLE[number]), TRADES[number % len(TRADES)]

    def live(self, count: int) -> "History":
        """Go through rounds until there are about `count` acts, the last of them a cut."""
        writer, artist = MODELS
        script = self.act(*self.person(), Kind.WROTE)
        panels = [self.act(artist, Role.TOOL, Kind.GENERATED, script) for _ in range(SHOTS)]
        while len(self.acts) < count - 1:
            wish = self.act(*self.person(), Kind.PROMPTED)
            answer = self.act(writer, Role.TOOL, Kind.GENERATED, wish, script)
            script = self.act(writer, Role.TOOL, Kind.GENERATED, answer, script)
            drawn = [self.act(artist, Role.TOOL, Kind.GENERATED, script) for _ in range(SHOTS)]
            panels = [self.random.choice(pair) for pair in zip(panels, drawn, strict=True)]
            board = self.act(writer, Role.TOOL, Kind.ARRANGED, script, *panels)
            self.act(self.person()[0], Role.SUPERVISOR, Kind.SENT_BACK, board, makes=False)
        self.end = self.act(writer, Role.TOOL, Kind.GENERATED, script, *panels)
        return self


async def kept(store: Store, acts: Sequence[Contribution]) -> None:
    """Enter the acts in the ledger, a thousand a commit."""
    async with store.write() as unit:
        for person in PEOPLE:
            await unit.put_person(Person(id=person, chat=1 + PEOPLE.index(person), name=person, language="en"))
        series = Series(id=SeriesId("s"), title="The fox", language=Language.ENGLISH, creator=PEOPLE[0])
        await unit.add_series(series)
        await unit.add_episode(Episode(id=EpisodeId("e"), series=series.id, number=1, stage=Stage.RELEASED))
    for start in range(0, len(acts), 1000):
        async with store.write() as unit:
            for act in acts[start : start + 1000]:
                await unit.record(act)


def edges(acts: Sequence[Contribution]) -> Iterator[tuple[str, str]]:
    """Yield what each thing was made from."""
    for act in acts:
        if act.made is not None and act.kind not in VERDICTS:
            yield from ((act.made, source) for source in act.sources)


def asked_of_sqlite(end: Digest, acts: Sequence[Contribution]) -> tuple[int, float]:
    """Return how many digests SQLite reaches, and in how many seconds, its table and index made before."""
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE edges (made TEXT, source TEXT)")
        connection.executemany("INSERT INTO edges VALUES (?, ?)", edges(acts))
        connection.execute("CREATE INDEX by_made ON edges (made, source)")
        started = time.perf_counter()
        (count,) = connection.execute(WALK, (end,)).fetchone()
        return count, time.perf_counter() - started


async def main(count: int) -> None:
    """Make up the history, keep it, read it again, derive the credits; print the seconds of each."""
    history = History().live(count)
    with tempfile.TemporaryDirectory() as name:
        store = await Store.open(f"sqlite+aiosqlite:///{name}/f.db", key=Path(name) / "ledger.key")
        await kept(store, history.acts)
        started = time.perf_counter()
        async with store.read() as reader:
            acts = await reader.history(EpisodeId("e"))
        read = time.perf_counter() - started
        await store.close()
    started = time.perf_counter()
    reached = lineage([history.end], acts)
    walked = time.perf_counter() - started
    started = time.perf_counter()
    credits_ = roll([history.end], acts)
    credited = time.perf_counter() - started
    found, asked = asked_of_sqlite(history.end, acts)
    if found != len(reached):
        raise SystemExit(f"SQLite reaches {found} digests, we reach {len(reached)}")
    print(f"read {len(acts)} acts          {read:6.3f} s")
    print(
        f"walk back                {walked:6.3f} s   {len(reached)} digests; SQLite {asked:.3f} s: {walked / asked:.2f}"
    )
    print(f"credits, walk included   {credited:6.3f} s   {len(credits_)} lines")
    print(f"together                 {read + credited:6.3f} s   {AIM}")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000))
