"""The simulator: a world, the Bot API that a bot talks to, and the people it talks with."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from bot.simulator import acts
from bot.simulator.clock import Clock
from bot.simulator.complaints import expire
from bot.simulator.courier import Courier
from bot.simulator.events import Events
from bot.simulator.faults import Faults
from bot.simulator.message import Message
from bot.simulator.office import Done, Office
from bot.simulator.pace import Pace
from bot.simulator.people import Chat, Person
from bot.simulator.server import build
from bot.simulator.stage import routes
from bot.simulator.world import World

if TYPE_CHECKING:
    from starlette.applications import Starlette


class Simulator:
    """A local Telegram with one bot.

    With a folder, everything that was acknowledged is on disk: a simulator that is made again over the same folder goes
    on where the last one was, with the same token. Only one at a time may use a folder.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        name: str = "Feuilleton",
        username: str = "feuilleton_bot",
        is_strict_about_pace: bool = False,
        hosts: Iterable[str] = (),
        webhook_transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """Open or make a world.

        Args:
            folder: where it lasts; None keeps it in memory.
            name: the bot's name, in a new world.
            username: the bot's username, in a new world.
            is_strict_about_pace: answer 429 to a bot that writes faster than Telegram allows.
            hosts: further host names under which the page may be opened (this machine's own always may).
            webhook_transport: replaces the network for webhooks.
        """
        self.clock = Clock()
        self.world = World(folder, self.clock, name=name, username=username)
        self.courier = Courier(self.world, webhook_transport)
        self.office = Office(self.world, self.courier, is_strict=is_strict_about_pace)
        self.events = Events(self.world)
        self.app: Starlette = build(self.office, routes(self.world, self.events), frozenset(hosts))

    @property
    def token(self) -> str:
        """Return the bot's token."""
        return str(self.world.settings["token"]["token"])

    @property
    def faults(self) -> Faults:
        """Return the plan of what is to go wrong."""
        return self.office.faults

    @property
    def pace(self) -> Pace:
        """Return the limits of pace; set `is_strict` to turn them on or off."""
        return self.office.pace

    @property
    def calls(self) -> list[Done]:
        """Return the outbox: the bot's calls with parameters and answers, oldest first."""
        return list(self.office.calls)

    @property
    def complaints(self) -> list[str]:
        """Return what Telegram forgave, but a person would have noticed."""
        expire(self.world)
        self.world.commit()
        return [str(one["about"]) for one in self.world.complaints.values()]

    @property
    def people(self) -> list[Person]:
        """Return everybody."""
        return [Person(self.world, int(key)) for key in self.world.people]

    @property
    def chats(self) -> list[Chat]:
        """Return all chats in which something was said."""
        return [Chat(self.world, int(key)) for key in self.world.chats if self.world.messages(int(key))]

    def person(self, name: str, *, language: str | None = "en") -> Person:
        """Return the person of this name, who appears if there is none yet."""
        for key, record in self.world.people.items():
            user = record["user"]
            if f"{user['first_name']} {user.get('last_name', '')}".strip() == name:
                return Person(self.world, int(key))
        person = Person(self.world, self.world.add_person(name, language))
        self.world.commit()
        return person

    def group(self, title: str, people: list[Person], *, topics: bool = False, is_basic: bool = False) -> Chat:
        """Return the group of this title; a new one is created by the first of `people` and joined by the others."""
        for key, record in self.world.chats.items():
            if record["chat"].get("title") == title and not record.get("upgraded_to"):
                return Chat(self.world, int(key))
        creator, *others = people
        chat = Chat(self.world, self.world.add_group(title, creator.id, is_forum=topics, is_basic=is_basic))
        for person in others:
            self.world.set_status(chat.id, person.id, "member")
        self.world.commit()
        return chat

    def upgrade(self, group: Chat) -> Chat:
        """Turn a basic group into a supergroup: it gets another id, and the bot is told by a service message."""
        new = self.world.upgrade(group.id)
        acts.tell_upgrade(self.world, group.id, new)
        self.world.commit()
        return Chat(self.world, new)

    def make_forum(self, group: Chat) -> None:
        """Turn topics on in a supergroup; the bot is not told, but every chat it sees from then on says so."""
        self.world.make_forum(group.id)
        self.world.commit()

    def file(self, message: Message) -> bytes:
        """Return the bytes of a message's file, a photo's largest size.

        Raises:
            KeyError: the message holds no file.
        """
        return self.world.blobs.read(self.world.files[message.file_id]["digest"])

    async def until(self, is_so: Callable[[], bool], timeout: float = 10.0) -> None:  # noqa: ASYNC109 - says what for
        """Wait until something is so; looked at after every call of the bot and every act of a person.

        Raises:
            TimeoutError: it did not come to be so.
        """
        end = asyncio.get_running_loop().time() + timeout
        while not is_so():
            if not await self.world.bell.wait(end - asyncio.get_running_loop().time()):
                raise TimeoutError(f"{is_so} did not come to be so within {timeout} s")

    async def aclose(self) -> None:
        """Stop delivering and let go of the folder."""
        self.events.close()
        await self.courier.aclose()
        self.world.journal.close()
