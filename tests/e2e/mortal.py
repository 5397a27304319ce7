"""A bot that can be killed and started again, and what has to be true of its home afterwards."""

import asyncio
import multiprocessing
import signal
import sqlite3
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import chain
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import Any

from bot.announcer import RELEASE
from bot.callbacks import Act, parse
from bot.screenplay import Cast
from bot.sender import CHOICE, DRAFT, LINE, OVER
from bot.settings import Settings
from bot.simulator.people import Chat
from bot.simulator.simulator import Simulator
from bot.statusboard import PURPOSE as STATUS
from storage.domain.contributions import Kind
from storage.domain.crew import Role
from storage.domain.events import News
from storage.domain.review import DraftKind, Outcome
from storage.domain.stages import Stage
from storage.domain.story import Episode
from storage.domain.takes import Medium
from storage.reader import Reader
from storage.store import Store
from storage.vault import Vault
from tests.e2e.child import LOG, NOTEBOOK, Moment, main
from tests.fakes import notebook

LOOK = 0.01
"""Seconds between two looks at a process."""

FIRST_UPDATE = 100_000_001
"""The id of the simulator's first update."""

EVENTS = {
    News.TEAM_BOUND: 1,
    News.SERIES_OPENED: 1,
    News.MEMBER_NAMED: 1,
    News.DRAFT_OPENED: 3,
    News.DRAFT_CLOSED: 3,
    News.LINE_SHOWN: 3,
    News.RELEASED: 1,
}
"""What happens on the way from an idea to a release, and how often."""

CLOCK = timedelta(milliseconds=1)
"""How far two readings of the clock may be out of order."""


def nursery() -> ForkServerContext:
    """Return where bots are born: a process that has loaded everything already and forks."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.e2e.child"])
    return context


@dataclass(kw_only=True)
class Mortal:
    """A bot on one home. It is started as often as it was killed, and once more."""

    home: Path
    address: str
    simulator: Simulator
    far: str = ""
    """The address at which clips are bought; empty where they are made here."""
    kills: int = 0
    _context: ForkServerContext = field(default_factory=nursery)
    _process: ForkServerProcess | None = None

    def start(self, moment: Moment | None = None) -> None:
        """Start it, to die at a moment if one is chosen."""
        arguments = (self.home, self.address, self.simulator.token, moment, self.far)
        self._process = self._context.Process(target=main, args=arguments, daemon=True)
        self._process.start()

    @property
    def is_alive(self) -> bool:
        """Whether it runs."""
        return self._process is not None and self._process.is_alive()

    def kill(self) -> None:
        """End it as a power cut would, if it runs."""
        if self._process is not None and self.is_alive:
            self._process.kill()
            self._process.join()
            self._bury(self._process)

    async def death(self, seconds: float) -> None:
        """Wait until it dies by itself."""
        assert self._process is not None
        await asyncio.to_thread(self._process.join, seconds)
        self._bury(self._process)

    def _bury(self, process: ForkServerProcess) -> None:
        """Count a death, which came by SIGKILL."""
        assert process.exitcode == -signal.SIGKILL, (self.home / LOG).read_text()[-4000:]
        self.kills += 1

    async def live(self, signs: int, seconds: float) -> None:
        """Wait until it has given so many signs of life."""
        until = self._signs_of_life() + signs
        async with asyncio.timeout(seconds):
            while self._signs_of_life() < until:
                assert self.is_alive, (self.home / LOG).read_text()[-4000:]
                await asyncio.sleep(LOOK)

    async def rest(self, cast: Cast, seconds: float) -> None:
        """Wait until the episode is released in both chats and nothing waits to be told or answered."""
        async with asyncio.timeout(seconds):
            while not (_is_out(cast.creator.chat) and _is_out(cast.room) and self._is_idle()):
                assert self.is_alive, (self.home / LOG).read_text()[-4000:]
                await asyncio.sleep(10 * LOOK)

    async def quiet(self, seconds: float) -> None:
        """Wait until it remembers whatever it has sent: nothing waits to be told or answered."""
        async with asyncio.timeout(seconds):
            while not self._is_idle():
                assert self.is_alive, (self.home / LOG).read_text()[-4000:]
                await asyncio.sleep(10 * LOOK)

    def _signs_of_life(self) -> int:
        """Count what it has done: requests to back-ends, and calls that a person could notice."""
        calls = [done for done in self.simulator.calls if done.method.lower().startswith(("send", "edit", "answer"))]
        return len(calls) + sum(1 for _ in notebook.read(self.home / NOTEBOOK))

    def asked(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Ask its database something."""
        connection = sqlite3.connect(f"file:{self.home / 'feuilleton.db'}?mode=ro", uri=True)
        try:
            return connection.execute(query, values).fetchall()
        finally:
            connection.close()

    def _is_idle(self) -> bool:
        waiting = "SELECT state FROM {} WHERE state = 'waiting'"
        return not any(self.asked(waiting.format(table)) for table in ("inbox", "deliveries"))


def _is_out(chat: Chat) -> bool:
    return any("Credits" in message.text for message in chat.messages)


async def examine(mortal: Mortal, cast: Cast, *, lost: int = 0, late: Collection[str] = ()) -> None:
    """Check that the episode is out and that nothing was lost or made twice on the way.

    Telegram cannot be asked whether a message arrived: each kill, and each of its answers that was `lost`, may have
    kept one message a chat from being remembered, which is then sent again. Questions that came `late`, because it
    refused what goes before them or because of a kill, may find the episode out already, and are then not asked.
    """
    forgiven = mortal.kills + lost
    mortal.kill()
    settings = Settings(home=mortal.home)
    store, vault = await Store.open(settings.database_url, key=mortal.home / "ledger.key"), Vault(mortal.home / "vault")
    try:
        report = await store.verify()
        assert report.clean, report
        async with store.read() as reader:
            episode = await _the_episode(reader, cast)
            await _one_take_a_key(reader, episode, vault, mortal)
            await _one_verdict_a_draft(reader, episode)
            drawn = (Medium.SHEET, Medium.PANEL)
            pictures = sum([len(await reader.takes(episode.id, medium)) for medium in drawn])
    finally:
        await store.close()
    presses = _presses(mortal)
    _every_update_took_effect_once(mortal, cast)
    for chat, purposes in _due(cast, presses, pictures).items():
        _every_message_came_once(mortal, chat, purposes, forgiven, {CHOICE, *late})


async def _the_episode(reader: Reader, cast: Cast) -> Episode:
    """Return the one episode there is: out, with the two people in their roles and the group they share."""
    creator = await reader.person_of(cast.creator.id)
    assert creator is not None
    (series,) = await reader.series_of(creator.id)
    (episode,) = await reader.episodes(series.id)
    assert (episode.stage, episode.halt) == (Stage.RELEASED, "")
    assert sorted(member.role for member in await reader.members(series.id)) == [Role.CREATOR, Role.SUPERVISOR]
    assert await reader.team(series.id) == cast.room.id
    return episode


async def _one_take_a_key(reader: Reader, episode: Episode, vault: Vault, mortal: Mortal) -> None:
    """Check that each take has an act of its own and whole files, and that none was asked for after it was made."""
    takes, history = await reader.takes(episode.id), await reader.history(episode.id)
    assert Counter(take.work.medium for take in takes)[Medium.IDEA] == 1
    assert len({take.key for take in takes}) == len(takes)
    acts = {act.id: act for act in history if act.made is not None}
    assert sorted(take.contribution for take in takes) == sorted(acts)
    for digest in chain.from_iterable((take.key, take.digest) for take in takes):
        await vault.verify(digest)
    committed = {take.key: acts[take.contribution].at for take in takes if acts[take.contribution].tool}
    asked = list(notebook.read(mortal.home / NOTEBOOK))
    assert {each.key for each in asked} == set(committed)
    assert [each for each in asked if each.at > committed[each.key] + CLOCK] == []


async def _one_verdict_a_draft(reader: Reader, episode: Episode) -> None:
    drafts = await reader.drafts(episode.id)
    assert [draft.kind for draft in drafts] == [DraftKind.SYNOPSIS, DraftKind.STORYBOARD, DraftKind.CUT]
    assert {draft.outcome for draft in drafts} == {Outcome.APPROVED}
    assert [len(await reader.verdicts(draft.id)) for draft in drafts] == [1, 1, 1]
    judged = [act.kind for act in await reader.history(episode.id) if act.made is None]
    assert judged == [Kind.APPROVED] * 3 + [Kind.RELEASED]


def _presses(mortal: Mortal) -> Counter[Act]:
    """Count the buttons that were pressed; where a message came twice, people may have pressed both."""
    pressed = mortal.asked("SELECT json_extract(raw, '$.callback_query.data') FROM inbox")
    return Counter(press.act for (data,) in pressed if data and (press := parse(data)))


def _every_update_took_effect_once(mortal: Mortal, cast: Cast) -> None:
    made = mortal.simulator.world.settings["counters"]["update"] - FIRST_UPDATE
    inbox = mortal.asked("SELECT update_id, state FROM inbox ORDER BY update_id")
    assert inbox == [(FIRST_UPDATE + number, "done") for number in range(made)]
    news = Counter(news for (news,) in mortal.asked("SELECT json_extract(body, '$.news') FROM events"))
    assert news == EVENTS
    reached = "SELECT state FROM deliveries WHERE chat != ?"  # the supervisor never opened a chat with the bot
    assert {state for (state,) in mortal.asked(reached, cast.supervisor.chat.id)} == {"delivered"}
    queries = mortal.simulator.world.callbacks.values()
    assert [query["label"] for query in queries if query["answer"] is None and not query["late"]] == []


def _due(cast: Cast, presses: Counter[Act], pictures: int) -> dict[Chat, dict[str, int]]:
    """Return how many messages of each purpose a chat gets on the way from an idea to a release."""
    both = {"part": pictures, DRAFT: 3, RELEASE: 3}
    return {
        cast.creator.chat: both | {"answer": 1, STATUS: 4, "note": 1, LINE: 1},
        cast.room: both | {"answer": 1, CHOICE: 1 + presses[Act.VOLUNTEER], "team": 1, "note": 1},
    }


def _every_message_came_once(
    mortal: Mortal, chat: Chat, purposes: Mapping[str, int], forgiven: int, moot: Collection[str]
) -> None:
    """Check what a chat was told: once each, but for what could not be remembered at once."""
    posts = mortal.asked("SELECT message_id, purpose, draft FROM posts WHERE chat = ?", chat.id)
    controls = [draft for _, purpose, draft in posts if purpose == DRAFT]
    others = Counter(purpose.removeprefix(OVER).partition(":")[0] for _, purpose, _ in posts if purpose != DRAFT)
    for question in moot:  # who supervises already is told so, and nobody is asked
        assert others.pop(question, 0) <= purposes.get(question, 0)
    assert others | {DRAFT: len(set(controls))} == {each: times for each, times in purposes.items() if each not in moot}
    told = {message.id: message.album or message.id for message in chat.messages if message.is_from_bot}
    remembered = {message for message, _, _ in posts}
    assert remembered <= told.keys()
    unknown = {told[message] for message in told.keys() - remembered}
    assert len(unknown) + len(controls) - len(set(controls)) <= forgiven
    known = [message for message in chat.messages if message.id in remembered]
    spent = {"✓ Approve", "Cancel", "↻ Try again", "✓ Yes"}
    assert [message.text for message in known if spent & set(message.buttons)] == []
