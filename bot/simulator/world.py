"""The world: one bot, people, chats, messages. It keeps and finds; what is refused stands with the methods."""

import secrets
from pathlib import Path

from bot.simulator.bell import Bell
from bot.simulator.blobs import Blobs
from bot.simulator.clock import Clock
from bot.simulator.journal import Journal, Json, Table

PRESENT = frozenset({"creator", "administrator", "member", "restricted"})
BOT_ID = 7_000_000_001
FIRST_PERSON = 1_000_001
FIRST_GROUP = 1_000_000_001
SUPERGROUP_OFFSET = 1_000_000_000_000
"""A supergroup's id is minus this, minus its own number (docs: ids of at most 52 bits; td: `DialogId.h`)."""


class World:
    """Tables of records, each in the form in which the Bot API would send it, beside what only the server knows.

    - `people`: id -> user, started, blocked
    - `chats`: id -> chat, members (id as text -> status), pinned, last_id, keyboard
    - `messages(chat)`: message_id -> Message; `topics(chat)`: thread id -> ForumTopic, closed, by
    - `files`: file_id -> kind, digest, path, mime, name, size, object; `paths`: path -> file_id
    - `updates`: update_id -> Update; `callbacks`: id -> person, chat, message, at, answer
    - `drafts`, `actions`: what passes by itself; `profile`: commands, texts and menu buttons; `settings`: counters
    """

    def __init__(self, folder: Path | None, clock: Clock, *, name: str, username: str) -> None:
        self.clock = clock
        self.bell = Bell()
        self.journal = Journal(folder)
        self.blobs = Blobs(None if folder is None else folder / "files")
        self.people = self.journal.table("people")
        self.chats = self.journal.table("chats")
        self.files = self.journal.table("files")
        self.paths = self.journal.table("paths")
        self.updates = self.journal.table("updates")
        self.callbacks = self.journal.table("callbacks")
        self.profile = self.journal.table("profile")
        self.settings = self.journal.table("settings")
        self.complaints = self.journal.table("complaints")
        self.drafts = self.journal.table("drafts", lasting=False)
        self.actions = self.journal.table("actions", lasting=False)
        if "bot" not in self.settings:
            self.settings.put("bot", _bot(name, username))
            self.settings.put("token", {"token": f"{BOT_ID}:{secrets.token_urlsafe(26)}"})
        self.journal.follow(lambda _: self.bell.ring())
        self.commit()

    @property
    def bot(self) -> Json:
        """The bot as a User, as getMe returns it."""
        return self.settings["bot"]

    @property
    def bot_user(self) -> Json:
        """The bot as the sender of messages."""
        return {key: self.bot[key] for key in ("id", "is_bot", "first_name", "username")}

    @property
    def today(self) -> int:
        """The present moment in whole seconds, as dates of messages are written."""
        return int(self.clock.now())

    def commit(self) -> None:
        """Make all changes since the last commit last, and wake whoever waits for them."""
        self.journal.commit()

    def number(self, counter: str, first: int = 1) -> int:
        """Return the next number of a counter; none is given twice."""
        value: int = self.settings.get("counters", {}).get(counter, first)
        self.settings.amend("counters", **{counter: value + 1})
        return value

    def messages(self, chat_id: int) -> Table:
        """Return the messages of a chat by message_id."""
        return self.journal.table(f"messages/{chat_id}")

    def topics(self, chat_id: int) -> Table:
        """Return the topics of a forum by message_thread_id."""
        return self.journal.table(f"topics/{chat_id}")

    def user(self, user_id: int) -> Json:
        """Return a User, the bot included."""
        return self.bot_user if user_id == self.bot["id"] else dict(self.people[user_id]["user"])

    def status(self, chat_id: int, user_id: int) -> str:
        """Return the status of somebody in a chat; who never came has left."""
        members: dict[str, str] = self.chats[chat_id]["members"]
        return members.get(str(user_id), "left")

    def is_present(self, chat_id: int, user_id: int) -> bool:
        """Whether somebody is in the chat now."""
        return self.status(chat_id, user_id) in PRESENT

    def is_admin(self, chat_id: int) -> bool:
        """Whether the bot has an administrator's rights in the chat."""
        return self.status(chat_id, self.bot["id"]) == "administrator"

    def withheld(self, chat_id: int, user_id: int) -> frozenset[str]:
        """Return the rights that somebody lacks as an administrator."""
        return frozenset(self.chats[chat_id].get("withheld", {}).get(str(user_id), ()))

    def manages_topics(self, chat_id: int) -> bool:
        """Whether the bot may make and change topics in a forum."""
        return self.is_admin(chat_id) and "can_manage_topics" not in self.withheld(chat_id, self.bot["id"])

    def is_private(self, chat_id: int) -> bool:
        """Whether the chat is one between a person and the bot."""
        return bool(self.chats[chat_id]["chat"]["type"] == "private")

    def add_person(self, name: str, language: str | None) -> int:
        """Add somebody who never met the bot, and their still empty private chat."""
        first, _, last = name.partition(" ")
        person_id = self.number("person", FIRST_PERSON)
        names = {"first_name": first} | ({"last_name": last} if last else {})
        spoken = {"language_code": language} if language else {}
        self.people.put(
            person_id,
            {"user": {"id": person_id, "is_bot": False, **names, **spoken}, "started": False, "blocked": False},
        )
        members = {str(person_id): "member", str(self.bot["id"]): "member"}
        self._add_chat({"id": person_id, "type": "private", **names}, members)
        return person_id

    def add_group(self, title: str, creator: int, *, is_forum: bool, is_basic: bool) -> int:
        """Add a group (a supergroup unless `is_basic`) whose only member is its creator."""
        number = self.number("group", FIRST_GROUP)
        chat: Json = {"id": -number, "type": "group", "title": title}
        if not is_basic:
            chat = {"id": -SUPERGROUP_OFFSET - number, "type": "supergroup", "title": title}
        if is_forum:
            chat["is_forum"] = True
        self._add_chat(chat, {str(creator): "creator"})
        return int(chat["id"])

    def make_forum(self, chat_id: int) -> None:
        """Let a supergroup have topics from now on."""
        self.chats.amend(chat_id, chat={**self.chats[chat_id]["chat"], "is_forum": True})

    def _add_chat(self, chat: Json, members: dict[str, str]) -> None:
        self.chats.put(chat["id"], {"chat": chat, "members": members, "pinned": [], "last_id": 0, "keyboard": None})

    def upgrade(self, chat_id: int) -> int:
        """Turn a basic group into a supergroup, as Telegram does when rights or topics ask for it."""
        old = self.chats[chat_id]
        new = {"id": chat_id - SUPERGROUP_OFFSET, "type": "supergroup", "title": old["chat"]["title"]}
        self._add_chat(new, old["members"])
        self.chats.amend(chat_id, upgraded_to=new["id"])
        return int(new["id"])

    def set_status(self, chat_id: int, user_id: int, status: str, withheld: frozenset[str] = frozenset()) -> None:
        """Write down what somebody is in a chat, and which of an administrator's rights they were not given."""
        record = self.chats[chat_id]
        kept = {**record.get("withheld", {}), str(user_id): sorted(withheld)}
        self.chats.amend(chat_id, members={**record["members"], str(user_id): status}, withheld=kept)

    def open_topic(self, chat_id: int, by: int, topic: Json) -> int:
        """Open a topic and return its thread: the id of the service message that opens it."""
        thread = int(self.post(chat_id, by, {"forum_topic_created": topic})["message_id"])
        self.messages(chat_id).amend(thread, message_thread_id=thread, is_topic_message=True)
        self.topics(chat_id).put(thread, {"message_thread_id": thread, **topic, "closed": False, "by": by})
        return thread

    def drop_topic(self, chat_id: int, thread: int) -> None:
        """Delete a topic with everything in it."""
        self.topics(chat_id).drop(thread)
        for number, message in list(self.messages(chat_id).items()):
            if message.get("is_topic_message") and message["message_thread_id"] == thread:
                self.messages(chat_id).drop(number)

    def post(self, chat_id: int, sender: int, content: Json) -> Json:
        """Add a message to a chat and return it as a Message."""
        record = self.chats[chat_id]
        message_id = record["last_id"] + 1
        self.chats.amend(chat_id, last_id=message_id)
        heads = {"message_id": message_id, "from": self.user(sender), "chat": record["chat"], "date": self.today}
        return self.messages(chat_id).put(message_id, {**heads, **content})


def _bot(name: str, username: str) -> Json:
    return {
        "id": BOT_ID,
        "is_bot": True,
        "first_name": name,
        "username": username,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
    }
