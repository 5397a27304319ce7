"""What people do in the chat on the way to a draft, as steps of a test."""

import asyncio
import copy
import re
import threading
from collections.abc import Callable

from bot.screenplay import Cast
from bot.simulator import acts
from bot.simulator.acts import Context
from bot.simulator.message import Message
from bot.simulator.people import Answer, Person, answer_to
from generation.errors import TryAgain
from tests.e2e.conftest import IDEA, Bot
from tests.fakes.backends import Fake

PATIENCE = 60
"""Seconds that a busy machine may take; nothing here measures time."""

LINK = re.compile(r"start=(join-\w+)")
"""The payload of a link to join with."""


async def to_storyboard(person: Person) -> Message:
    """Bring an episode of one's own to its storyboard."""
    await person.say(IDEA)
    draft = await person.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await person.press(draft, "✓ Approve")
    return await person.chat.wait_for(draft_of("Storyboard"), PATIENCE)


async def halted(bot: Bot, person: Person) -> Message:
    """Bring an episode to where its voices fail, and return the message that says so."""
    voice = bot.fakes["kokoro"]
    assert isinstance(voice, Fake)
    voice.failures.append(TryAgain("the server is busy"))
    await person.say(IDEA)
    draft = await person.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await person.press(draft, "✓ Approve")
    return await person.chat.wait_for("A service did not answer", PATIENCE)


async def working(bot: Bot, person: Person) -> Message:
    """Bring an episode to where a panel is being drawn and never done, and return the status."""
    await person.say(IDEA)
    draft = await person.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    begun = held(bot)
    await person.press(draft, "✓ Approve")
    status = await person.chat.wait_for("I am working on the storyboard", PATIENCE)
    await asyncio.to_thread(begun.wait, PATIENCE)
    return status


async def supervised(cast: Cast) -> None:
    """Begin an episode, bind the group, and make Bo its supervisor."""
    await cast.creator.start()
    await cast.creator.say(IDEA)
    await cast.creator.chat.wait_for("episode 1", PATIENCE)
    await bound(cast)
    await named(cast)


async def bound(cast: Cast) -> None:
    """Bring the bot into the group and bind it to the series."""
    ana, room = cast.creator, cast.room
    await ana.add_bot(room)
    await ana.command("/team", room)
    choice = await room.wait_for("Which series", PATIENCE)
    await ana.press(choice, choice.buttons[0])


async def named(cast: Cast) -> None:
    """Make Bo a supervisor."""
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    bound = await room.wait_for("Who supervises", PATIENCE)
    await bo.press(bound, "🙋 I supervise")
    asked = await room.wait_for("would like to supervise", PATIENCE)
    assert (await bo.press(asked, "✓ Yes")).is_alert
    await ana.press(asked, "✓ Yes")
    await room.wait_for("Bo supervises", PATIENCE)


async def invited(lead: Person, role: str) -> str:
    """Make a link to join with, as the one who leads; return its payload."""
    asked = await lead.command("/team")
    page = await lead.chat.wait_for("👥 Team", PATIENCE, after=asked)
    await lead.press(page, "＋ Invite")
    roles = await lead.chat.wait_for("In which role shall", PATIENCE, after=asked)
    await lead.press(roles, role)
    link = await lead.chat.wait_for("Send this link", PATIENCE, after=asked)
    found = LINK.search(link.text)
    assert found
    return found[1]


async def joined(person: Person, payload: str) -> None:
    """Follow a link and join."""
    await person.command(f"/start {payload}")
    asked = await person.chat.wait_for("invites you", PATIENCE)
    await person.press(asked, "✓ Join")
    await person.chat.wait_for("You are in", PATIENCE)


async def press_stale(person: Person, message: Message, label: str) -> Answer:
    """Press a button of a message as it was, on a phone that has not seen it change since."""
    world, context = person.world, Context(person=person.id, chat=message.chat_id)
    query = acts.press(world, context, message.id, acts.find_button(message.json, label))
    world.commit()
    return await answer_to(world, query, PATIENCE)


def as_it_is(message: Message) -> Message:
    """Return a message that does not change any more."""
    return Message(copy.deepcopy(message.json))


def draft_of(kind: str, approve: str = "✓ Approve") -> Callable[[Message], bool]:
    """Fit a draft of a kind that waits for a verdict."""
    return lambda message: kind in message.text and approve in message.buttons


def held(bot: Bot) -> threading.Event:
    """Make the next panel wait until it is called off; return what is set once it has begun."""
    artist, begun = bot.fakes["previz"], threading.Event()
    assert isinstance(artist, Fake)
    artist.hold = begun
    return begun
