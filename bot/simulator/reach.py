"""Whom the bot can reach: the chats it may write to, the threads that are open."""

from bot.simulator import rules
from bot.simulator.call import Call
from bot.simulator.journal import Json
from bot.simulator.rules import Refused
from bot.simulator.world import World


def chat_of(world: World, call: Call, name: str = "chat_id") -> int:
    """Return the chat that a call names.

    Raises:
        Refused: the bot has never seen it, is not in it, or was blocked.
    """
    raw = call.fields.get(name)
    if raw is None or raw == "":
        raise Refused(rules.CHAT_ID_EMPTY)
    try:
        chat_id = int(str(raw))
    except ValueError:
        raise Refused(rules.CHAT_NOT_FOUND) from None
    record = world.chats.get(chat_id)
    if record is None:
        raise Refused(rules.CHAT_NOT_FOUND)
    if record.get("upgraded_to"):
        raise Refused(rules.UPGRADED, parameters={"migrate_to_chat_id": record["upgraded_to"]})
    _check_person(world, chat_id) if world.is_private(chat_id) else _check_group(world, chat_id)
    return chat_id


def _check_person(world: World, person_id: int) -> None:
    person = world.people[person_id]
    if person["blocked"]:
        raise Refused(rules.BLOCKED)
    if not person["started"]:
        raise Refused(rules.NEVER_STARTED if _met(world, person_id) else rules.CHAT_NOT_FOUND)


def _met(world: World, person_id: int) -> bool:
    """Whether the bot knows somebody from a group."""
    return any(
        world.is_present(int(chat_id), person_id)
        for chat_id, record in world.chats.items()
        if record["chat"]["type"] != "private" and world.is_present(int(chat_id), world.bot["id"])
    )


def _check_group(world: World, chat_id: int) -> None:
    kind = world.chats[chat_id]["chat"]["type"]
    members = world.chats[chat_id]["members"]
    if str(world.bot["id"]) not in members:
        raise Refused(rules.CHAT_NOT_FOUND)
    if world.status(chat_id, world.bot["id"]) == "kicked":
        raise Refused(rules.KICKED, kind=kind)
    if not world.is_present(chat_id, world.bot["id"]):
        raise Refused(rules.NOT_A_MEMBER, kind=kind)


def thread_of(world: World, call: Call, chat_id: int) -> Json:
    """Return the fields of a Message that say in which topic it stands; the general topic has none."""
    thread = call.integer("message_thread_id", 0)
    return in_topic(world, chat_id, thread) if thread else {}


def in_topic(world: World, chat_id: int, thread: int) -> Json:
    """Return the fields of a message of the bot in a topic."""
    topic = world.topics(chat_id).get(thread)
    if topic is None:
        raise Refused(rules.THREAD_NOT_FOUND)
    if topic["closed"] and not world.is_admin(chat_id):
        raise Refused(rules.TOPIC_CLOSED)
    return {"message_thread_id": thread, "is_topic_message": True}


def with_thread(message: Json) -> Json:
    """Return the fields of a Message that replies to another, and so stands in the same topic.

    Outside topics, also in the general one, a supergroup's replies carry the id of the message that all of them go back
    to, which is no topic (td: `telegram-bot-api` issues 356 and 447).
    """
    if message["chat"]["type"] != "supergroup":
        return {}
    if message.get("is_topic_message"):
        return {"message_thread_id": message["message_thread_id"], "is_topic_message": True}
    return {"message_thread_id": message.get("message_thread_id", message["message_id"])}
