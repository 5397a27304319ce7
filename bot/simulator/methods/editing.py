"""Methods that change, remove, pin or react to messages."""

from bot.simulator import rules
from bot.simulator.call import Call
from bot.simulator.complaints import watch_edit, watch_text
from bot.simulator.content import caption_of, markup_of, text_of
from bot.simulator.journal import Json
from bot.simulator.methods.sending import media_fields
from bot.simulator.reach import chat_of
from bot.simulator.rules import Refused
from bot.simulator.world import World

MEDIA = ("photo", "video", "animation", "document", "voice", "audio", "video_note")
TEXTUAL = ("text", "entities", "link_preview_options", "caption", "caption_entities")
DELETE_AGE = 48 * 3600
"""Seconds after which a bot can no longer delete a message (docs, deleteMessage)."""
DELETE_LIMIT = 100

_EMOJI = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤\u200d🔥 "
    "🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨\u200d💻 👀 🎃 🙈 😇 😨 "
    "🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡"
)
EMOJI = frozenset(_EMOJI.split())
"""What can be a reaction (docs, ReactionTypeEmoji)."""


def _own(world: World, call: Call) -> tuple[int, Json]:
    """Return the bot's message that a call wants to edit."""
    chat_id = chat_of(world, call)
    message = world.messages(chat_id).get(call.integer("message_id"))
    if message is None:
        raise Refused(rules.EDIT_NOT_FOUND)
    keyboard = world.chats[chat_id]["keyboard"]
    is_below_keyboard = keyboard is not None and keyboard["message_id"] == message["message_id"]
    if message["from"]["id"] != world.bot["id"] or "forward_origin" in message or is_below_keyboard:
        raise Refused(rules.EDIT_FORBIDDEN)
    return chat_id, message


def _replace(world: World, call: Call, old: Json, gone: tuple[str, ...], content: Json) -> Json:
    """Put a message again with other content and the call's keyboard.

    Raises:
        Refused: nothing would change.
    """
    chat_id = old["chat"]["id"]
    markup = {} if "media_group_id" in old else markup_of(world, call, chat_id)
    kept = {key: value for key, value in old.items() if key not in gone and key not in {"reply_markup", "edit_date"}}
    new = kept | content | ({"reply_markup": markup} if markup else {})
    if new == {key: value for key, value in old.items() if key != "edit_date"}:
        raise Refused(rules.NOT_MODIFIED)
    date = {"edit_date": world.today} if gone else {key: old[key] for key in ("edit_date",) if key in old}
    watch_edit(world, chat_id)
    watch_text(world, chat_id, content.get("text") or content.get("caption") or "")
    return world.messages(chat_id).put(old["message_id"], new | date)


def edit_message_text(world: World, call: Call) -> Json:
    """Write another text into a text message; a keyboard that is not sent along goes away."""
    _, old = _own(world, call)
    if "text" not in old:
        raise Refused(rules.EDIT_NO_TEXT)
    options = call.record("link_preview_options")
    content = text_of(call).fields("text") | ({"link_preview_options": options} if options else {})
    return _replace(world, call, old, TEXTUAL, content)


def edit_message_caption(world: World, call: Call) -> Json:
    """Write another caption below a file."""
    _, old = _own(world, call)
    if not any(kind in old for kind in MEDIA):
        raise Refused(rules.EDIT_NO_CAPTION)
    return _replace(world, call, old, TEXTUAL, caption_of(dict(call.fields)).fields("caption"))


def edit_message_media(world: World, call: Call) -> Json:
    """Put another file in place of the message's file or text."""
    chat_id, old = _own(world, call)
    item = call.record("media")
    kind = str(item.get("type", ""))
    if kind not in MEDIA:
        raise Refused(rules.PARAMETER_WRONG, name="media", reason=f"unknown type {kind!r}")
    if "media_group_id" in old and kind not in {"photo", "video"} and kind not in old:
        raise Refused(rules.EDIT_ALBUM)
    source = call.resolve(str(item.get("media", "")))
    content = media_fields(world, chat_id, call, item, kind, source)
    return _replace(world, call, old, (*MEDIA, *TEXTUAL, "has_media_spoiler", "show_caption_above_media"), content)


def edit_message_reply_markup(world: World, call: Call) -> Json:
    """Put another inline keyboard below a message, or none."""
    _, old = _own(world, call)
    return _replace(world, call, old, (), {})


def _deletable(world: World, chat_id: int, message: Json) -> bool:
    if world.today - message["date"] > DELETE_AGE:
        return False
    is_own = message["from"]["id"] == world.bot["id"]
    return bool(is_own or world.is_private(chat_id) or world.is_admin(chat_id))


def delete_message(world: World, call: Call) -> bool:
    """Delete a message for everybody."""
    chat_id = chat_of(world, call)
    message = world.messages(chat_id).get(call.integer("message_id"))
    if message is None:
        raise Refused(rules.DELETE_NOT_FOUND)
    if not _deletable(world, chat_id, message):
        raise Refused(rules.DELETE_FORBIDDEN)
    _remove(world, chat_id, message["message_id"])
    return True


def delete_messages(world: World, call: Call) -> bool:
    """Delete up to 100 messages; those that are missing or cannot be deleted are skipped (docs, deleteMessages)."""
    chat_id = chat_of(world, call)
    ids = call.json("message_ids")
    if not isinstance(ids, list) or not 1 <= len(ids) <= DELETE_LIMIT:
        raise Refused(rules.PARAMETER_WRONG, name="message_ids", reason="1-100 identifiers are expected")
    for number in map(int, ids):
        message = world.messages(chat_id).get(number)
        if message is not None and _deletable(world, chat_id, message):
            _remove(world, chat_id, number)
    return True


def _remove(world: World, chat_id: int, message_id: int) -> None:
    world.messages(chat_id).drop(message_id)
    pinned = world.chats[chat_id]["pinned"]
    if message_id in pinned:
        world.chats.amend(chat_id, pinned=[one for one in pinned if one != message_id])


def _may_pin(world: World, chat_id: int) -> None:
    if not world.is_private(chat_id) and not world.is_admin(chat_id):
        raise Refused(rules.NO_RIGHTS_PIN)


def pin_chat_message(world: World, call: Call) -> bool:
    """Pin a message; the chat is told by a service message."""
    chat_id = chat_of(world, call)
    _may_pin(world, chat_id)
    message = world.messages(chat_id).get(call.integer("message_id"))
    if message is None:
        raise Refused(rules.PIN_NOT_FOUND)
    pinned = world.chats[chat_id]["pinned"]
    if message["message_id"] in pinned:
        return True
    world.chats.amend(chat_id, pinned=[*pinned, message["message_id"]])
    world.post(chat_id, world.bot["id"], {"pinned_message": message})
    return True


def unpin_chat_message(world: World, call: Call) -> bool:
    """Unpin a message, or the one pinned last when none is named."""
    chat_id = chat_of(world, call)
    _may_pin(world, chat_id)
    pinned = world.chats[chat_id]["pinned"]
    message_id = call.integer("message_id", pinned[-1] if pinned else 0)
    if message_id not in pinned:
        raise Refused(rules.UNPIN_NOT_FOUND)
    world.chats.amend(chat_id, pinned=[one for one in pinned if one != message_id])
    return True


def unpin_all_chat_messages(world: World, call: Call) -> bool:
    """Unpin everything in a chat."""
    chat_id = chat_of(world, call)
    _may_pin(world, chat_id)
    world.chats.amend(chat_id, pinned=[])
    return True


def set_message_reaction(world: World, call: Call) -> bool:
    """React to a message with one emoji, or take the reaction back."""
    chat_id = chat_of(world, call)
    message_id = call.integer("message_id")
    if message_id not in world.messages(chat_id):
        raise Refused(rules.REACT_NOT_FOUND)
    wanted = call.records("reaction")
    if len(wanted) > 1:
        raise Refused(rules.REACTIONS_MANY)
    for one in wanted:
        if one.get("type") != "emoji" or str(one.get("emoji", "")).replace("\ufe0f", "") not in EMOJI:
            raise Refused(rules.REACTION_INVALID)
    react(world, chat_id, message_id, world.bot["id"], [one["emoji"] for one in wanted])
    return True


def react(world: World, chat_id: int, message_id: int, user_id: int, emoji: list[str]) -> list[str]:
    """Write down somebody's reactions to a message; return those before."""
    table = world.journal.table(f"reactions/{chat_id}")
    before: list[str] = table.get(message_id, {}).get(str(user_id), [])
    table.amend(message_id, **{str(user_id): emoji})
    return before
