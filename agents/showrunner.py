"""The showrunner: carries out commands, and keeps the work on every episode going.

A command is one transaction; the work it leads to runs apart from it and can be stopped or lost at any moment. What
has to be done follows from the stages in the database, so a restart goes on where the work was.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from agents import (
    callsheet,
    certificate,
    comparing,
    counsel,
    exports,
    hearing,
    intake,
    lending,
    manuscripts,
    papers,
    planning,
    promptbook,
    replays,
    spending,
    team,
    translating,
    undoing,
)
from agents.commands.caller import Caller
from agents.commands.command import Command
from agents.commands.review import Recording
from agents.commands.story import (
    MakeWish,
)
from agents.crossing import Crossing, joined
from agents.halting import halt
from agents.production import Listener
from agents.record import Own, mine
from agents.studio import Desk, Studio
from agents.usecases import USE_CASES
from agents.wording import Wording
from generation.catalog.model import Model
from generation.engines.base import Report
from generation.errors import Unavailable
from generation.requests.sound import TranscriptionRequest
from storage.domain.crew import Right
from storage.domain.errors import Outdated
from storage.domain.ids import Digest, EpisodeId, PersonId, SeriesId
from storage.domain.stages import Stage
from storage.domain.takes import Take
from storage.errors import AlreadyHandled
from storage.making import Making
from storage.versions import Comparison, Versions

log = logging.getLogger(__name__)

CALL_SHEET: Mapping[Stage, Callable[[Desk, Listener, Wording], Awaitable[None]]] = {
    Stage.TRANSLATING: translating.translate,
    Stage.PLANNING: planning.plan,
    Stage.WRITING: callsheet.write,
    Stage.BOARDING: callsheet.board,
    Stage.SHOOTING: callsheet.shoot,
    Stage.FINISHING: callsheet.finish,
}


@dataclass(kw_only=True)
class Showrunner:
    """Carries out commands and works on every episode that is in a working stage, `at_once` at a time."""

    studio: Studio
    listen: Listener
    wording: Wording
    at_once: int = 1
    _tasks: dict[EpisodeId, asyncio.Task[None]] = field(default_factory=dict)
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _turn: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        """Make room for as many episodes as may be worked on at once."""
        self._turn = asyncio.Semaphore(self.at_once)

    async def handle(self, command: Command, *, cause: int | None = None) -> None:
        """Carry out a command; a second time for the same `cause` (a Telegram update) does nothing.

        Raises:
            Refused: the caller may not, or not now.
            Outdated: the draft is no longer the current one.
            InvalidValue: what they sent breaks a limit.
        """
        try:
            episode = await USE_CASES[type(command)](self.studio, command, cause)
        except AlreadyHandled:
            return
        if episode is not None:
            await self._look_again(episode)
        self._wake.set()  # whoever joins or leaves a team may settle a draft of any of its episodes

    async def may(self, caller: Caller, series: SeriesId, right: Right) -> None:
        """Let a caller pass who has a right in a series.

        Raises:
            Refused: they have not.
        """
        await team.may(self.studio, caller, series, right)

    async def may_see(self, caller: Caller, chat: int, series: SeriesId) -> None:
        """Let a caller pass who may see a series in a chat.

        Raises:
            Refused: they take no part in it, and the chat is not the group that supervises it.
        """
        await team.may_see(self.studio, caller, chat, series)

    async def print_(self, asked: papers.Asked) -> tuple[papers.Printed, ...]:
        """Print papers of an episode.

        Raises:
            Refused: the caller may not see it, or there is nothing to print yet.
            GenerationError: they could not be printed.
        """
        return await papers.print_(self.studio, asked, self.wording)

    async def export(self, asked: exports.AskedExport) -> tuple[exports.Exported, ...]:
        """Return the words of an episode as files.

        Raises:
            Refused: the caller may not see it, or nothing is written yet.
            GenerationError: they could not be printed.
        """
        return await exports.hand_over(self.studio, asked, self.wording)

    async def glance(self, data: bytes, name: str) -> manuscripts.Glance:
        """Return what a file that somebody brought would become.

        Raises:
            InvalidValue: it cannot be read.
        """
        return await manuscripts.glance(data, name)

    async def making(self, asked: replays.AskedMaking) -> Making:
        """Return how an episode was made.

        Raises:
            Refused: the caller may not see it.
        """
        return await replays.read(self.studio, asked)

    async def record(self, caller: Caller) -> Own | None:
        """Return the caller's own record; nothing if we have never met."""
        return await mine(self.studio, caller)

    async def certificate(self, caller: Caller) -> certificate.Issued:
        """Issue the caller's own certificate.

        Raises:
            Refused: they have not made anything yet.
            GenerationError: it could not be printed.
        """
        return await certificate.issue_mine(self.studio, caller, self.wording)

    async def versions(self, asked: comparing.AskedVersions) -> tuple[Versions, ...]:
        """Return what of an episode has versions to compare.

        Raises:
            Refused: the caller may not see it.
        """
        return await comparing.versions(self.studio, asked)

    async def compared(self, asked: comparing.AskedComparison) -> Comparison:
        """Return two versions of a work.

        Raises:
            Refused: the caller may not see them, or they are not two versions of one work.
        """
        return await comparing.compared(self.studio, asked)

    async def crossed(self, wish: MakeWish) -> Crossing | None:
        """Return whose words a wish would take the place of without its author having seen them; mostly nobody's."""
        return await intake.crossed(self.studio, wish)

    async def joined(self, text: str, other: Take) -> str:
        """Return a wish for what another wish says, followed by what this one says.

        Raises:
            InvalidValue: the words of the other were removed at their author's wish.
        """
        return await joined(self.studio, text, other)

    async def standing(self, asked: undoing.AskedStanding) -> undoing.Standing | None:
        """Return which version of a paper counts; nothing where there is none.

        Raises:
            Refused: the caller may not see it.
        """
        return await undoing.standing(self.studio, asked)

    async def worded(self, asked: promptbook.AskedPrompt) -> promptbook.Worded:
        """Return the prompt of a shot.

        Raises:
            Refused: the caller may not see it, or there is no such shot.
        """
        return await promptbook.worded(self.studio, asked)

    async def prompts(self, asked: promptbook.AskedPrompt) -> tuple[promptbook.Kept, ...]:
        """Return the prompts that worked in a series.

        Raises:
            Refused: the caller may not see them.
        """
        return await promptbook.book(self.studio, asked)

    def listener(self) -> Model | None:
        """Return the model that listens to what people say aloud, or nothing where its package is not installed."""
        try:
            return self.studio.model(TranscriptionRequest.operation)
        except Unavailable:
            return None

    async def keep(self, caller: Caller, said: Recording) -> PersonId:
        """Keep what a caller says aloud, and return who they are.

        Raises:
            InvalidValue: it is too long, or empty.
        """
        return await hearing.keep(self.studio, caller, said)

    async def hear(self, sound: Digest, by: PersonId, report: Report) -> hearing.Dictated:
        """Write down what a person says in a recording.

        Raises:
            InvalidValue: nobody speaks in it, or there are more words than can be shown.
            GenerationError: it could not be listened to.
        """
        return await hearing.hear(self.studio, sound, by, report)

    async def discard(self, *files: Digest) -> None:
        """Remove recordings and transcripts of which nothing has become."""
        await hearing.discard(self.studio, *files)

    async def spending(self, asked: spending.AskedSpending) -> spending.Spending:
        """Return what a series has cost, and what is left.

        Raises:
            Refused: the caller may not see it.
        """
        return await spending.read(self.studio, asked)

    async def demand_lending(self, caller: Caller, series: SeriesId) -> None:
        """Let a caller pass who may lend their voice to a series.

        Raises:
            Refused: they may not, or the model that speaks takes no lent voice.
        """
        await lending.demand_lending(self.studio, caller, series)

    async def offer_voice(self, offer: lending.Offer) -> Digest:
        """Keep a recording with the paper that lends the voice in it, until its owner says yes or no.

        Raises:
            Refused: they may not lend it.
            InvalidValue: it is no sound, or too short or too long.
        """
        return await lending.offered(self.studio, offer)

    async def drop_voice(self, caller: Caller, paper: Digest) -> None:
        """Remove a recording that was not lent in the end.

        Raises:
            Outdated: it was lent before.
        """
        await lending.dropped(self.studio, caller, paper)

    def can_lend(self) -> bool:
        """Tell whether the model that speaks takes a lent voice."""
        return lending.can_lend(self.studio)

    async def lent_by(self, caller: Caller) -> tuple[SeriesId, ...]:
        """Return the series that a caller has ever lent their voice to."""
        return await lending.lent_to(self.studio, caller)

    async def counsel(self, asked: counsel.AskedCounsel) -> counsel.Counsel:
        """Return what is weak in an episode.

        Raises:
            Refused: the caller may not see it, or nothing of it is written yet.
        """
        return await counsel.counsel(self.studio, asked)

    async def run(self) -> None:
        """Work until cancelled."""
        async with asyncio.TaskGroup() as group:
            while True:
                self._wake.clear()
                async with self.studio.store.read() as reader:
                    waiting = await reader.working()
                for episode in waiting:
                    if episode.id not in self._tasks:
                        self._start(group, episode.id)
                await self._wake.wait()

    def _start(self, group: asyncio.TaskGroup, episode: EpisodeId) -> None:
        """Work on an episode in its turn; afterwards see whether there is more to do."""

        def over(_: asyncio.Task[None]) -> None:
            del self._tasks[episode]
            self._wake.set()

        task = self._tasks[episode] = group.create_task(self._work(episode))
        task.add_done_callback(over)

    async def _look_again(self, episode: EpisodeId) -> None:
        """Stop the work on an episode, if any, and let `run` see what is to be done now."""
        task = self._tasks.get(episode)
        if task is not None:
            task.cancel()
            await asyncio.wait([task])
        self._wake.set()

    async def _work(self, episode: EpisodeId) -> None:
        async with self._turn:
            await self._stage(episode)

    async def _stage(self, episode_id: EpisodeId) -> None:
        """Do what the episode's stage asks for; a failure halts the episode and leaves it as it was."""
        async with self.studio.store.read() as reader:
            episode = await reader.episode(episode_id)
            series = await reader.series(episode.series)
        work = CALL_SHEET.get(episode.stage)
        if work is None or episode.halt:
            return
        desk = self.studio.desk(series, episode)
        try:
            await work(desk, self.listen, self.wording)
        except Exception as error:  # noqa: BLE001 - the one edge of all work: whatever failed, the person is told
            first = _first(error)
            if isinstance(first, Outdated):
                log.info("work on %s was overtaken: %s", episode_id, first)
            else:
                await halt(desk, first)


def _first(error: BaseException) -> BaseException:
    """Return the first cause in a group of failures."""
    return _first(error.exceptions[0]) if isinstance(error, BaseExceptionGroup) else error
