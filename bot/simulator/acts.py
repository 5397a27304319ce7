"""What a person does with a phone, and what the bot is told of it."""

from dataclasses import dataclass

from bot.simulator.content import quote_of, without_reply
from bot.simulator.entities import TEXT_LIMIT, Text, finish, utf16_length
from bot.simulator.files import Asked, attach
from bot.simulator.journal import Json
from bot.simulator.methods.chats import TOPIC_COLOR, change_status
from bot.simulator.methods.editing import react
from bot.simulator.probe import Upload
from bot.simulator.reach import with_thread
from bot.simulator.rules import Refused
from bot.simulator.updates import add, add_message, reads
from bot.simulator.world import World

PATIENCE = 15.0
"""Seconds for which a phone shows that a button is at work."""
ACCESS_AGE = 48 * 3600
"""Seconds after which a message under a pressed button is no longer told (docs, MaybeInaccessibleMessage)."""


class NotPossible(Exception):  # noqa: N818 - named by what the person finds
    """A phone would not let its owner do this; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Who acts, where: a person in a chat, maybe in a topic, maybe replying to a message and quoting a part of it."""

    person: int
    chat: int
    thread: int = 0
    reply_to: int = 0
    quote: str = ""


def write(world: World, context: Context, text: str) -> list[Json]:
    """Write a text; one that is too long goes out in several messages, as clients do."""
    if not text.strip():
        raise NotPossible("an empty message cannot be sent")
    return [_post(world, context, finish(Text(part)).fields("text")) for part in _parts(text)]


def _parts(text: str) -> list[str]:
    parts, part, length = [], "", 0
    for character in text:
        width = utf16_length(character)
        if length + width > TEXT_LIMIT:
            parts.append(part)
            part, length = "", 0
        part, length = part + character, length + width
    return [one for one in [*parts, part] if one.strip()]


def send_files(world: World, context: Context, files: list[tuple[str, Upload]], caption: str = "") -> list[Json]:
    """Send one file, or several as an album; the caption stands below the first.

    Raises:
        NotPossible: a file is empty, too large or no readable picture.
    """
    group = {"media_group_id": str(world.number("album", 13_000_000_000_000_001))} if len(files) > 1 else {}
    sent: list[Json] = []
    for kind, upload in files:
        try:
            content = attach(world, kind, upload, Asked())
        except Refused as refused:
            world.journal.roll_back()
            raise NotPossible(f"{upload.name} cannot be sent: {refused.description}") from refused
        told = finish(Text(caption)).fields("caption") if not sent else {}
        sent.append(_post(world, context, content | told | group))
    return sent


def _post(world: World, context: Context, content: Json) -> Json:
    _check_presence(world, context)
    if world.is_private(context.chat):
        world.people.amend(context.person, started=True)
    message = world.post(context.chat, context.person, _heads(world, context) | content)
    add_message(world, message)
    return message


def _check_presence(world: World, context: Context) -> None:
    person = world.people[context.person]
    name = person["user"]["first_name"]
    if world.is_private(context.chat):
        if person["blocked"]:
            raise NotPossible(f"{name} blocked the bot; unblock it first")
    elif not world.is_present(context.chat, context.person):
        raise NotPossible(f"{name} is not in {world.chats[context.chat]['chat']['title']}; join first")


def _heads(world: World, context: Context) -> Json:
    """Return where a message stands and what it replies to.

    What is written in a topic and answers nothing replies to the service message that opened the topic (seen).
    """
    if context.reply_to:
        message = _message(world, context.chat, context.reply_to)
        said = {"reply_to_message": without_reply(message)} | quote_of(message, {"quote": context.quote})
        return with_thread(message) | said
    if not context.thread:
        return {}
    _check_topic(world, context)
    opened = world.messages(context.chat)[context.thread]
    return with_thread(opened) | {"reply_to_message": without_reply(opened)}


def _check_topic(world: World, context: Context) -> None:
    topic = world.topics(context.chat).get(context.thread)
    if topic is None:
        raise NotPossible("this topic is gone")
    if topic["closed"] and world.status(context.chat, context.person) not in {"creator", "administrator"}:
        raise NotPossible("this topic is closed")


def _message(world: World, chat_id: int, message_id: int) -> Json:
    message = world.messages(chat_id).get(message_id)
    if message is None:
        raise NotPossible(f"message {message_id} is gone")
    return message


def _own(world: World, context: Context, message_id: int) -> Json:
    message = _message(world, context.chat, message_id)
    if message["from"]["id"] != context.person:
        raise NotPossible("this message is somebody else's")
    return message


def edit(world: World, context: Context, message_id: int, text: str) -> Json:
    """Write another text (or caption) into one's own message."""
    message = _own(world, context, message_id)
    name = "text" if "text" in message else "caption"
    gone = {"text", "entities", "caption", "caption_entities"}
    kept = {key: value for key, value in message.items() if key not in gone}
    new = kept | finish(Text(text)).fields(name) | {"edit_date": world.today}
    world.messages(context.chat).put(message_id, new)
    add_message(world, new, "edited_message")
    return new


def remove(world: World, context: Context, message_id: int) -> None:
    """Delete one's own message for everybody; the bot is not told."""
    if not world.is_private(context.chat):
        _own(world, context, message_id)
    world.messages(context.chat).drop(message_id)


def put_reaction(world: World, context: Context, message_id: int, emoji: str) -> None:
    """React to a message; an empty emoji takes the reaction back."""
    _check_presence(world, context)
    _message(world, context.chat, message_id)
    new = [emoji] if emoji else []
    old = react(world, context.chat, message_id, context.person, new)
    if world.is_private(context.chat) or world.is_admin(context.chat):
        told = {"old_reaction": _reactions(old), "new_reaction": _reactions(new)}
        heads = {"chat": world.chats[context.chat]["chat"], "message_id": message_id, "date": world.today}
        add(world, "message_reaction", {**heads, "user": world.user(context.person), **told})


def _reactions(emoji: list[str]) -> list[Json]:
    return [{"type": "emoji", "emoji": one} for one in emoji]


def find_button(message: Json, label_or_data: str) -> Json:
    """Return the button with this label or data; else the one button whose label holds these words.

    Raises:
        NotPossible: there is none, or several would fit.
    """
    buttons = [one for row in message.get("reply_markup", {}).get("inline_keyboard", []) for one in row]
    exact = [one for one in buttons if label_or_data in {one["text"], one.get("callback_data")}]
    found = exact or [one for one in buttons if label_or_data.lower() in one["text"].lower()]
    if len(found) != 1:
        labels = ", ".join(one["text"] for one in buttons) or "none"
        raise NotPossible(f"{len(found)} buttons fit {label_or_data!r}; there are: {labels}")
    return dict(found[0])


def press(world: World, context: Context, message_id: int, button: Json) -> str:
    """Press a callback button; return the id of the callback query."""
    _check_presence(world, context)
    message = _message(world, context.chat, message_id)
    now = world.clock.now()
    query_id = str(world.number("query", 4_000_000_000_000_000_001))
    told = message | {"chat": world.chats[context.chat]["chat"]}
    if now - message["date"] > ACCESS_AGE:
        told = {"chat": message["chat"], "message_id": message_id, "date": 0}
    place = {"person": context.person, "chat_id": context.chat, "message_id": message_id}
    world.callbacks.put(query_id, {**place, "label": button["text"], "at": now, "answer": None, "late": False})
    query = {"id": query_id, "from": world.user(context.person), "message": told, "data": button["callback_data"]}
    add(world, "callback_query", {**query, "chat_instance": str(context.chat * 7_919)})
    return query_id


def block(world: World, person_id: int, *, is_blocked: bool) -> None:
    """Block the bot, or unblock it; it is told by `my_chat_member`."""
    if world.people[person_id]["blocked"] == is_blocked:
        return
    world.people.amend(person_id, blocked=is_blocked)
    change_status(world, person_id, world.bot["id"], "kicked" if is_blocked else "member", by=person_id)


def join(world: World, chat_id: int, person_id: int, *, by: int | None = None) -> None:
    """Enter a group, or be brought in by somebody."""
    if world.is_present(chat_id, person_id):
        return
    adder = by or person_id
    change_status(world, chat_id, person_id, "member", by=adder)
    message = world.post(chat_id, adder, {"new_chat_members": [world.user(person_id)]})
    add_message(world, message)


def leave(world: World, chat_id: int, person_id: int, *, by: int | None = None) -> None:
    """Leave a group, or be removed by somebody."""
    if not world.is_present(chat_id, person_id):
        return
    remover = by or person_id
    message = world.post(chat_id, remover, {"left_chat_member": world.user(person_id)})
    is_seen = reads(world, message)
    change_status(world, chat_id, person_id, "kicked" if by else "left", by=remover)
    if is_seen:
        add(world, "message", message)


def promote(
    world: World, chat_id: int, person_id: int, *, by: int, is_admin: bool, withheld: frozenset[str] = frozenset()
) -> None:
    """Make somebody (or the bot) an administrator, without the rights `withheld`, or an ordinary member again."""
    if not world.is_present(chat_id, person_id):
        raise NotPossible("only members of the group can become administrators")
    if world.status(chat_id, by) not in {"creator", "administrator"}:
        raise NotPossible("only administrators can make administrators")
    status = "administrator" if is_admin else "member"
    change_status(world, chat_id, person_id, status, by=by, withheld=withheld if is_admin else frozenset())


def open_topic(world: World, context: Context, name: str) -> int:
    """Open a topic in a forum, and return its thread."""
    _check_presence(world, context)
    if not world.chats[context.chat]["chat"].get("is_forum"):
        raise NotPossible("this group has no topics")
    thread = world.open_topic(context.chat, context.person, {"name": name, "icon_color": TOPIC_COLOR})
    add_message(world, world.messages(context.chat)[thread])
    return thread


def delete_topic(world: World, context: Context) -> None:
    """Delete a topic with everything in it; the bot is not told."""
    if world.status(context.chat, context.person) not in {"creator", "administrator"}:
        raise NotPossible("only administrators delete topics")
    _check_topic(world, context)
    world.drop_topic(context.chat, context.thread)


def stop_draft(world: World, context: Context) -> None:
    """Press Stop on a draft that allows it: the draft goes, or stays without its Stop if the bot asked for that, and
    the bot is told (docs, MessageGenerationStopped).
    """
    key = f"{context.chat}/{context.thread}"
    draft = world.drafts.get(key)
    if draft is None or not draft["can_stop"]:
        raise NotPossible("there is no draft here that can be stopped")
    if draft["keep_on_stop"]:
        world.drafts.amend(key, can_stop=False)
    else:
        world.drafts.drop(key)
    told = {"chat": world.chats[context.chat]["chat"], "draft_id": draft["draft_id"]}
    if context.thread:
        told["message_thread_id"] = context.thread
    add(world, "stopped_message_generation", told)


def tell_upgrade(world: World, old: int, new: int) -> None:
    """Tell in both chats that a group became a supergroup."""
    sender = next(int(key) for key, status in world.chats[new]["members"].items() if status == "creator")
    left = world.post(old, sender, {"migrate_to_chat_id": new})
    entered = world.post(new, sender, {"migrate_from_chat_id": old})
    for message in (left, entered):
        add_message(world, message)
