"""Methods that tell about chats and members, and those of forum topics."""

from bot.simulator import rules
from bot.simulator.call import Call
from bot.simulator.journal import Json
from bot.simulator.reach import chat_of
from bot.simulator.rules import Refused
from bot.simulator.updates import add
from bot.simulator.world import PRESENT, World

RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
TOPIC_NAME_LIMIT = 128
TOPIC_COLOR = 7322096
"""The first of the six colours of topics' icons (docs, createForumTopic)."""


def get_chat(world: World, call: Call) -> Json:
    """Return what is known about a chat."""
    chat_id = chat_of(world, call)
    record = world.chats[chat_id]
    full = {
        **record["chat"],
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    if not world.is_private(chat_id):
        full["permissions"] = dict.fromkeys(PERMISSIONS, True)
    pinned = [world.messages(chat_id)[one] for one in record["pinned"] if one in world.messages(chat_id)]
    return full | ({"pinned_message": pinned[-1]} if pinned else {})


def member(world: World, user_id: int, status: str, withheld: frozenset[str] = frozenset()) -> Json:
    """Return a ChatMember, with every field that its status asks for; an administrator lacks rights `withheld`."""
    more: dict[str, Json] = {
        "creator": {"is_anonymous": False},
        "administrator": {
            "can_be_edited": False,
            "is_anonymous": False,
            **{right: right not in withheld for right in RIGHTS},
        },
        "kicked": {"until_date": 0},
    }
    return {"status": status, "user": world.user(user_id), **more.get(status, {})}


def get_chat_member(world: World, call: Call) -> Json:
    """Return somebody's place in a chat."""
    chat_id = chat_of(world, call)
    user_id = call.integer("user_id")
    if user_id != world.bot["id"] and user_id not in world.people:
        raise Refused(rules.USER_NOT_FOUND)
    return member(world, user_id, world.status(chat_id, user_id), world.withheld(chat_id, user_id))


def get_chat_administrators(world: World, call: Call) -> list[Json]:
    """Return the people who run a group (bots other than this one do not exist here)."""
    chat_id = chat_of(world, call)
    if world.is_private(chat_id):
        raise Refused(rules.ADMINISTRATORS_PRIVATE)
    statuses = world.chats[chat_id]["members"].items()
    return [
        member(world, int(one), status, world.withheld(chat_id, int(one)))
        for one, status in statuses
        if status in {"creator", "administrator"}
    ]


def get_chat_member_count(world: World, call: Call) -> int:
    """Count who is in a chat."""
    return sum(status in PRESENT for status in world.chats[chat_of(world, call)]["members"].values())


def leave_chat(world: World, call: Call) -> bool:
    """Leave a group."""
    chat_id = chat_of(world, call)
    if world.is_private(chat_id):
        raise Refused(rules.CHAT_NOT_FOUND)
    change_status(world, chat_id, world.bot["id"], "left", by=world.bot["id"])
    world.post(chat_id, world.bot["id"], {"left_chat_member": world.bot_user})
    return True


def change_status(
    world: World, chat_id: int, user_id: int, status: str, *, by: int, withheld: frozenset[str] = frozenset()
) -> None:
    """Write down what somebody became in a chat, and tell the bot if it is to know."""
    old, lacked = world.status(chat_id, user_id), world.withheld(chat_id, user_id)
    changed = {
        "chat": world.chats[chat_id]["chat"],
        "from": world.user(by),
        "date": world.today,
        "old_chat_member": member(world, user_id, old, lacked),
        "new_chat_member": member(world, user_id, status, withheld),
    }
    world.set_status(chat_id, user_id, status, withheld)
    if user_id == world.bot["id"]:
        add(world, "my_chat_member", changed)
    elif world.is_admin(chat_id):
        add(world, "chat_member", changed)


def _forum(world: World, call: Call) -> int:
    chat_id = chat_of(world, call)
    if not world.chats[chat_id]["chat"].get("is_forum"):
        raise Refused(rules.NOT_A_FORUM)
    return chat_id


def _topic(world: World, call: Call, *, its_own: bool = True) -> tuple[int, int]:
    """Return a topic that the bot may change: with the right to, or as an administrator who made it."""
    chat_id, thread = _forum(world, call), call.integer("message_thread_id")
    topic = world.topics(chat_id).get(thread)
    if topic is None:
        raise Refused(rules.TOPIC_UNKNOWN)
    made = its_own and topic.get("by") == world.bot["id"] and world.is_admin(chat_id)
    if not made and not world.manages_topics(chat_id):
        raise Refused(rules.NO_RIGHTS_TOPIC)
    return chat_id, thread


def _topic_name(call: Call) -> str:
    name = call.text("name").strip()
    if not 1 <= len(name) <= TOPIC_NAME_LIMIT:
        raise Refused(rules.TOPIC_NAME)
    return name


def create_forum_topic(world: World, call: Call) -> Json:
    """Open a topic; its thread id is the id of the service message that opens it."""
    chat_id, name = _forum(world, call), _topic_name(call)
    if not world.manages_topics(chat_id):
        raise Refused(rules.NO_RIGHTS_NEW_TOPIC)
    topic = {"name": name, "icon_color": call.integer("icon_color", TOPIC_COLOR)}
    return {"message_thread_id": world.open_topic(chat_id, world.bot["id"], topic), **topic}


def edit_forum_topic(world: World, call: Call) -> bool:
    """Give a topic another name."""
    chat_id, thread = _topic(world, call)
    known = world.topics(chat_id)[thread]["name"]
    name = _topic_name(call) if call.text("name") else known
    if name == known:
        raise Refused(rules.TOPIC_NOT_MODIFIED)
    world.topics(chat_id).amend(thread, name=name)
    _tell(world, chat_id, thread, {"forum_topic_edited": {"name": name}})
    return True


def close_forum_topic(world: World, call: Call) -> bool:
    """Close a topic: only administrators write there."""
    chat_id, thread = _topic(world, call)
    world.topics(chat_id).amend(thread, closed=True)
    _tell(world, chat_id, thread, {"forum_topic_closed": {}})
    return True


def reopen_forum_topic(world: World, call: Call) -> bool:
    """Open a closed topic again."""
    chat_id, thread = _topic(world, call)
    world.topics(chat_id).amend(thread, closed=False)
    _tell(world, chat_id, thread, {"forum_topic_reopened": {}})
    return True


def delete_forum_topic(world: World, call: Call) -> bool:
    """Delete a topic with everything in it."""
    world.drop_topic(*_topic(world, call, its_own=False))
    return True


def _tell(world: World, chat_id: int, thread: int, content: Json) -> None:
    world.post(chat_id, world.bot["id"], {"message_thread_id": thread, "is_topic_message": True, **content})
