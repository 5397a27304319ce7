"""What a large team costs: 200 people who decide, 50 drafts that wait, on this machine.

    python bench/group.py [MEMBERS [DRAFTS]]

Everything of ours is timed, from the command to the words of the message, with every commit on the disk; Telegram and
the network are not. Each press is of another member, and all of them decide on every draft. Where CPU time is far below
the time that passes, the machine was slow to wake the database's thread, fifty times a press.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from agents.acts import Opens, Origin
from agents.commands.caller import Caller
from agents.commands.review import ApproveAll, Decide
from agents.showrunner import Showrunner
from agents.studio import Studio
from bot.compose import open_studio
from bot.screens import drafts, waiting
from bot.screens.page import Voice
from bot.settings import Settings
from bot.words import say
from storage.domain.contributions import Actor, Kind
from storage.domain.crew import Member, Person, Role
from storage.domain.ids import DraftId, EpisodeId, PersonId, SeriesId
from storage.domain.review import Decision, DraftKind, Policy, Quorum
from storage.domain.stages import Stage
from storage.domain.story import Episode, Language, Series, Synopsis
from storage.domain.takes import Medium, Work
from storage.views import Views

AIM = "aim: 100 ms"
GROUP = -100
SERIES = Series(id=SeriesId("s"), title="The fox", language=Language.ENGLISH, creator=PersonId("p0"))
ASKS = drafts.Asks(decides=True, group=True)


@dataclass(frozen=True, kw_only=True)
class Team:
    """A group with its drafts."""

    studio: Studio
    showrunner: Showrunner
    views: Views
    members: int

    def caller(self, number: int) -> Caller:
        """Return a member."""
        return Caller(chat=1 + number % self.members, name=f"Member {number}", language=Language.ENGLISH)

    async def gather(self) -> None:
        """Let everybody decide, two on every draft."""
        async with self.studio.store.write() as unit:
            for number in range(self.members):
                person = PersonId(f"p{number}")
                await unit.put_person(Person(id=person, chat=1 + number, name=f"Member {number}", language="en"))
                if number == 0:
                    await unit.add_series(SERIES)
                    await unit.bind_team(SERIES.id, GROUP, "Room")
                await unit.add_member(Member(series=SERIES.id, person=person, role=Role.SUPERVISOR))
            await unit.agree(SERIES.id, Policy(quorum={DraftKind.SYNOPSIS: Quorum.TWO}, own=False))

    async def draft(self, number: int) -> DraftId:
        """Put up the synopsis of an episode."""
        episode = Episode(id=EpisodeId(f"e{number}"), series=SERIES.id, number=number, stage=Stage.WRITING)
        async with self.studio.store.write() as unit:
            await unit.add_episode(episode)
        desk = self.studio.desk(SERIES, episode)
        paper = Synopsis(title=f"Fox {number}", logline="A fox finds the sea.", beats=("It goes.",) * 4, cast=())
        origin = Origin(by=Actor.person(PersonId("p0")), role=Role.CREATOR, kind=Kind.WROTE)
        await desk.write(Work(Medium.SYNOPSIS), paper, origin, then=Opens(kind=DraftKind.SYNOPSIS))
        async with self.studio.store.read() as reader:
            found = await reader.open_draft(episode.id)
        if found is None:
            raise LookupError("no draft was opened")
        return found.id

    async def digest(self) -> None:
        """List what waits."""
        waiting.waiting(Voice(Language.ENGLISH), await self.views.waiting(GROUP))

    async def press(self, number: int, draft: DraftId) -> None:
        """Approve a draft and say again what it shows."""
        await self.showrunner.handle(
            Decide(caller=self.caller(number), draft=draft, decision=Decision.APPROVE), cause=number
        )
        drafts.draft(Voice(Language.ENGLISH), await self.views.sheet(draft), ASKS)

    async def approve(self, rest: Sequence[DraftId]) -> None:
        """Approve what one list holds, with one press."""
        await self.showrunner.handle(ApproveAll(caller=self.caller(2), drafts=tuple(rest)))


@dataclass(frozen=True, slots=True)
class Spent:
    """What something took, in milliseconds: of the clock, and of the CPUs."""

    wall: float
    cpu: float


async def timed(act: Callable[[], Awaitable[None]]) -> Spent:
    """Return what something takes."""
    wall, cpu = time.perf_counter(), time.process_time()
    await act()
    return Spent(wall=(time.perf_counter() - wall) * 1000, cpu=(time.process_time() - cpu) * 1000)


def told(what: str, times: Sequence[Spent], each: int = 1) -> None:
    """Print the medians, and the 95th percentile and the most by the clock; `each` is how many acts one time holds."""
    walls = sorted(spent.wall / each for spent in times)
    cpu = statistics.median(spent.cpu / each for spent in times)
    late = walls[min(len(walls) - 1, round(0.95 * len(walls)))]
    print(
        f"{what:30} {statistics.median(walls):6.1f} ms ({cpu:.1f} CPU ms)   95 % {late:6.1f}   most {walls[-1]:6.1f}"
        f"   {AIM}"
    )


async def main(members: int, count: int) -> None:
    """Set the team up, and time the list, the presses and one press for twenty drafts."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        settings = Settings(home=folder / "home", cache=folder / "cache")
        studio = await stack.enter_async_context(open_studio(settings))
        showrunner = Showrunner(studio=studio, listen=lambda _: None, wording=say)
        team = Team(studio=studio, showrunner=showrunner, views=Views(studio.store, studio.vault), members=members)
        await team.gather()
        waits = [await team.draft(number) for number in range(1, count + 1)]
        print(f"{members} members, {count} drafts")
        told("the list of what waits", [await timed(team.digest) for _ in range(20)])
        numbered = [(number, draft) for number, draft in enumerate(waits, 1)]
        presses = [await timed(partial(team.press, *each)) for each in numbered]
        told("a press that is counted", presses)
        rest = waits[: waiting.LISTED]
        told(f"one press for {len(rest)} drafts, each", [await timed(partial(team.approve, rest))], len(rest))
        seconds = [(members + number, draft) for number, draft in enumerate(waits[len(rest) :], 3)]
        presses = [await timed(partial(team.press, *each)) for each in seconds]
        told("a press that decides", presses)


if __name__ == "__main__":
    words = [int(word) for word in sys.argv[1:]]
    asyncio.run(main(*(words + [200, 50][len(words) :])))
