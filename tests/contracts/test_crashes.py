"""A process is killed (SIGKILL) at a chosen step; whoever comes after it finds all of the step's work or nothing."""

import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from storage.domain.ids import Digest
from storage.errors import AlreadyHandled
from storage.outbox import Outbox
from storage.store import Store
from storage.vault import Vault
from tests.storage_samples import EPISODE, act, furnish, open_store, record, take

pytestmark = pytest.mark.slow

HOUSE = Path(__file__).parents[2]

STEPS = ("claimed", "recorded", "taken", "told", "sealed", "committed", "checkpoint half written", "checkpoint written")
"""What the child below does in one unit of work, in order; the first five come before the commit."""

WORK_AND_DIE = """
import asyncio, os, signal, sys
from pathlib import Path

from storage.domain.events import Event, News
from storage.ledger.checkpoints import Checkpoints
from storage.unit import Unit
from tests.storage_samples import SERIES, act, open_store, take

folder, last = Path(sys.argv[1]), sys.argv[2]


def step(name):
    if name == last:
        os.kill(os.getpid(), signal.SIGKILL)


seal, append = Unit.finish, Checkpoints.append


async def sealed(unit, key, at):
    made = await seal(unit, key, at)
    step("sealed")
    return made


def appended(checkpoints, made):
    step("committed")
    if last == "checkpoint half written":
        with checkpoints.path.open("ab") as file:
            file.write(b'{"at":"2026-')
        step("checkpoint half written")
    append(checkpoints, made)
    step("checkpoint written")


Unit.finish, Checkpoints.append = sealed, appended


async def main():
    store = await open_store(folder)
    async with store.write(cause=77) as unit:
        step("claimed")
        await unit.record(act(2))
        step("recorded")
        await unit.add_take(take(2))
        await unit.choose(take(2))
        step("taken")
        await unit.tell(Event(news=News.WISH_TAKEN, series=SERIES.id, chats=(7,)))
        step("told")


asyncio.run(main())
"""

PUT_AND_DIE = """
import asyncio, os, signal, sys
from pathlib import Path

from storage.vault import Vault

folder, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
was = {"fsync": os.fsync, "fchmod": os.fchmod, "rename": Path.rename}[name]
calls = 0


def counted(*arguments):
    global calls
    calls += 1
    if calls == count:
        os.kill(os.getpid(), signal.SIGKILL)
    return was(*arguments)


setattr(Path if name == "rename" else os, name, counted)
asyncio.run(Vault(folder / "vault").put(folder / "clip"))
"""


def run(script: str, *arguments: str) -> int:
    return subprocess.run([sys.executable, "-c", script, *arguments], cwd=HOUSE, timeout=120, check=False).returncode


async def finish(store: Store) -> None:
    """Do what the killed process was doing, as the worker would for an update that is not done."""
    async with store.write(cause=77) as unit:
        await unit.record(act(2))
        await unit.add_take(take(2))
        await unit.choose(take(2))


@pytest.mark.parametrize("last", STEPS)
async def test_a_unit_of_work_that_is_killed_is_there_whole_or_not_at_all(tmp_path: Path, last: str) -> None:
    store = await open_store(tmp_path)
    await furnish(store)
    await record(store, 1)
    await store.close()

    assert run(WORK_AND_DIE, str(tmp_path), last) == -signal.SIGKILL

    store = await open_store(tmp_path)
    committed = STEPS.index(last) >= STEPS.index("committed")
    async with store.read() as reader:
        assert [each.id for each in await reader.history(EPISODE.id)] == [act(1).id, act(2).id][: 1 + committed]
        assert await reader.head(EPISODE.id, take(2).work) == (take(2) if committed else None)
    assert len(await Outbox(store).pending()) == committed
    assert (await store.verify()).clean
    if committed:
        with pytest.raises(AlreadyHandled):
            await finish(store)
    else:
        await finish(store)
    report = await store.verify()
    assert report.clean, report
    assert report.entries == 2
    await store.close()


@pytest.mark.parametrize(("name", "count"), [("fchmod", 1), ("fsync", 1), ("rename", 1), ("fsync", 2)])
async def test_a_put_that_is_killed_shows_a_whole_file_or_none(tmp_path: Path, name: str, count: int) -> None:
    content = bytes(range(256)) * 8192
    digest = Digest(sha256(content).hexdigest())
    (tmp_path / "clip").write_bytes(content)

    assert run(PUT_AND_DIE, str(tmp_path), name, str(count)) == -signal.SIGKILL

    vault = Vault(tmp_path / "vault")
    assert vault.has(digest) is (count == 2)  # the folder's fsync comes after the rename
    assert await vault.put(tmp_path / "clip") == digest
    await vault.verify(digest)
