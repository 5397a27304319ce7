"""Updates for the bot: which it gets, in what order, until when (docs, "Getting updates").

What is delivered is decided when the update is made: kinds that were not asked for are lost, as on Telegram.
"""

import re

from bot.simulator.journal import Json
from bot.simulator.world import World

KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "message_reaction",
    "message_reaction_count",
    "stopped_message_generation",
)
ASKED_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds that come only when `allowed_updates` names them (docs, getUpdates)."""

SERVICE = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "pinned_message",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "forum_topic_created",
    }
)


def allow(world: World, kinds: list[str] | None) -> None:
    """Remember `allowed_updates`: None keeps what was set, an empty list means the default."""
    if kinds is None or kinds == allowed(world):
        return
    world.settings.put("allowed", {"kinds": [kind for kind in kinds if kind in KINDS]})


def allowed(world: World) -> list[str]:
    """Return the kinds that are delivered now."""
    chosen: list[str] = world.settings.get("allowed", {}).get("kinds", [])
    return chosen or [kind for kind in KINDS if kind not in ASKED_ONLY]


def add(world: World, kind: str, payload: Json) -> None:
    """Queue an update, unless its kind was not asked for."""
    if kind in allowed(world):
        update_id = world.number("update", 100_000_001)
        world.updates.put(update_id, {"update_id": update_id, kind: payload})


def add_message(world: World, message: Json, kind: str = "message") -> None:
    """Queue a message written by a person, if the bot may see it."""
    if reads(world, message):
        add(world, kind, message)


def reads(world: World, message: Json) -> bool:
    """Whether the bot sees a message: in groups without an administrator's rights its privacy mode hides most.

    Commands, replies to the bot, mentions of it and service messages come through (docs, "Privacy mode").
    """
    chat_id = message["chat"]["id"]
    if world.is_private(chat_id):
        return not world.people[chat_id]["blocked"]
    if not world.is_present(chat_id, world.bot["id"]):
        return False
    if world.is_admin(chat_id) or world.bot["can_read_all_group_messages"] or SERVICE & message.keys():
        return True
    replied = message.get("reply_to_message", {})
    return replied.get("from", {}).get("id") == world.bot["id"] or _calls(world, message)


def _calls(world: World, message: Json) -> bool:
    text = message.get("text") or message.get("caption") or ""
    name = re.escape(world.bot["username"])
    command = re.match(r"/\w+(?:@(\w+))?(?!\w)", text)
    if command:
        return command[1] is None or command[1].lower() == world.bot["username"].lower()
    return re.search(rf"(?i)(?<!\w)@{name}(?!\w)", text) is not None


def confirm(world: World, offset: int) -> None:
    """Forget all updates before `offset`; a negative one keeps the last `-offset` (docs, getUpdates)."""
    waiting = [int(key) for key in world.updates]
    gone = [key for key in waiting if key < offset] if offset >= 0 else waiting[:offset]
    for key in gone:
        world.updates.drop(key)


def waiting(world: World, limit: int) -> list[Json]:
    """Return the oldest unconfirmed updates."""
    return list(world.updates.values())[:limit]
