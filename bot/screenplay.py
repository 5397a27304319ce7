"""The demo's screenplay: a creator and a supervisor who do in the chat what people do.

Each looks at what is on their phone and does the next thing, so that the play goes on where it was after a restart.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from bot.callbacks import Act
from bot.simulator.message import Message
from bot.simulator.people import Chat, Person

See = Callable[[str, str], None]
"""Shown who says or does what."""

LOOK = 0.2
"""Seconds between two looks at the phone."""

PATIENCE = 60.0
"""Seconds that a person waits for the first answer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cast:
    """Who plays: the creator with an idea, the supervisor, and the group they share."""

    creator: Person
    supervisor: Person
    room: Chat


RETRIES = 2
"""How often the creator presses Try again before giving up."""


class Stuck(Exception):  # noqa: N818 - what the creator would say
    """The work stopped again and again; the message is what the chat says."""


class Hand:
    """A person's hand on the phone: it presses the newest button for an act, once."""

    def __init__(self, person: Person, see: See) -> None:
        """Press for this person, and show it."""
        self._person, self._see = person, see
        self._pressed: set[tuple[int, int, Act]] = set()

    def due(self, chat: Chat, act: Act) -> Message | None:
        """Return the newest message with a button for an act, unless that was pressed already."""
        message = next((each for each in reversed(chat.messages) if _label(each, act)), None)
        return None if message is None or (chat.id, message.id, act) in self._pressed else message

    async def press(self, chat: Chat, act: Act) -> None:
        """Press the button that is due for an act, if there is one."""
        message = self.due(chat, act)
        if message is None:
            return
        self._pressed.add((chat.id, message.id, act))
        label = _label(message, act)
        answer = await self._person.press(message, label)
        self._see(self._person.name, f"[{label}]" + (f" → {answer.text}" if answer.text else ""))


async def play(cast: Cast, idea: str, see: See) -> None:
    """Play until cancelled.

    Raises:
        Stuck: the work stops again and again.
    """
    async with asyncio.TaskGroup() as group:
        group.create_task(_create(cast, idea, see))
        group.create_task(_supervise(cast, see))
        group.create_task(_watch(cast.creator.chat, see))
        group.create_task(_watch(cast.room, see))


async def _create(cast: Cast, idea: str, see: See) -> None:
    """Greet, say the idea, bring the bot into the group, choose the series, confirm the supervisor, and persist."""
    creator, room = cast.creator, cast.room
    await _open(cast, idea, see)
    hand, tries = Hand(creator, see), 0
    while True:
        await hand.press(room, Act.BIND)
        await hand.press(room, Act.ENLIST)
        if halted := hand.due(creator.chat, Act.RESUME):
            if tries == RETRIES:
                raise Stuck(halted.text)
            await hand.press(creator.chat, Act.RESUME)
            tries += 1
        await asyncio.sleep(LOOK)


async def _open(cast: Cast, idea: str, see: See) -> None:
    creator, room = cast.creator, cast.room
    if not _wrote(creator.chat, "/start"):
        see(creator.name, "/start")
        await creator.start()
        await creator.chat.wait_for(".", PATIENCE)
    if not _wrote(creator.chat, idea):
        see(creator.name, idea)
        await creator.say(idea)
        await creator.chat.wait_for(lambda message: bool(message.buttons), PATIENCE)
    if not any(message.is_from_bot for message in room.messages):
        await creator.add_bot(room, is_admin=True)
        await room.wait_for(".", PATIENCE)
    if not any(message.text.startswith("/team") for message in room.messages):
        see(creator.name, "/team")
        await creator.command("/team", room)


async def _supervise(cast: Cast, see: See) -> None:
    """Offer to supervise, then read each draft and approve it."""
    hand = Hand(cast.supervisor, see)
    while True:
        await hand.press(cast.room, Act.VOLUNTEER)
        await hand.press(cast.room, Act.APPROVE)
        await asyncio.sleep(LOOK)


def _label(message: Message, act: Act) -> str:
    """Return the label of a message's first button for an act."""
    rows = message.json.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = [button for row in rows for button in row if button.get("callback_data", "").startswith(f"{act}:")]
    return buttons[0]["text"] if buttons else ""


def _wrote(chat: Chat, text: str) -> bool:
    return any(not message.is_from_bot and message.text == text for message in chat.messages)


async def _watch(chat: Chat, see: See) -> None:
    """Show what the bot says in a chat, once; edits of a status message are left to the progress display."""
    seen = max((message.id for message in chat.messages), default=0)
    while True:
        for message in chat.messages:
            if message.id > seen:
                seen = message.id
                if message.is_from_bot:
                    see(f"Feuilleton → {chat.title}", message.text or f"[{message.kind}]")
        await asyncio.sleep(LOOK)
