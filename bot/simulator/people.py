"""People and chats, in the words of a test or a demo."""

import asyncio
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.simulator import acts
from bot.simulator.acts import Context, NotPossible
from bot.simulator.complaints import QUERY_LIFE, complain
from bot.simulator.launch import init_data
from bot.simulator.message import Message
from bot.simulator.probe import inspect
from bot.simulator.world import World

Wanted = str | Callable[[Message], bool]
LAST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat as everybody in it sees it."""

    world: World
    id: int

    @property
    def title(self) -> str:
        """Return the group's title, or the person's whole name."""
        chat = self.world.chats[self.id]["chat"]
        return str(chat.get("title") or f"{chat['first_name']} {chat.get('last_name', '')}".strip())

    @property
    def messages(self) -> list[Message]:
        """Return all messages as they are now, oldest first."""
        return [Message(one) for one in self.world.messages(self.id).values()]

    @property
    def topics(self) -> dict[int, str]:
        """Return what the topics of a forum are called, by thread."""
        return {int(key): str(topic["name"]) for key, topic in self.world.topics(self.id).items()}

    @property
    def pinned(self) -> list[Message]:
        """Return the pinned messages, the last pinned last."""
        table = self.world.messages(self.id)
        return [Message(table[one]) for one in self.world.chats[self.id]["pinned"]]

    @property
    def draft(self) -> str | None:
        """Return the text that the bot is still writing, if any."""
        draft = self.world.drafts.get(f"{self.id}/0")
        return None if draft is None else str(draft["text"])

    def message(self, message_id: int) -> Message:
        """Return a message as it is now.

        Raises:
            KeyError: it was deleted, or never was.
        """
        return Message(self.world.messages(self.id)[message_id])

    def reactions(self, message: Message) -> dict[int, list[str]]:
        """Return who reacted to a message, and how."""
        record = self.world.journal.table(f"reactions/{self.id}").get(message.id, {})
        return {int(user): emoji for user, emoji in record.items() if emoji}

    async def wait_for(self, wanted: Wanted, timeout: float = 10.0, *, after: Message | int = 0) -> Message:  # noqa: ASYNC109 - a timeout with a message that tells what was there instead
        """Return the newest message by the bot that fits, also one that came to fit by an edit.

        Args:
            wanted: a regular expression to be found in its text, or a predicate.
            timeout: seconds to wait.
            after: look only at messages younger than this one.

        Raises:
            TimeoutError: none came; the message shows the last ones that are there.
        """
        first = after if isinstance(after, int) else after.id
        fits = wanted if callable(wanted) else _holds(wanted)
        end = asyncio.get_running_loop().time() + timeout
        while True:
            for message in reversed(self.messages):
                if message.id > first and message.is_from_bot and fits(message):
                    return message
            if not await self.world.bell.wait(end - asyncio.get_running_loop().time()):
                shown = [f"{one.kind}: {one.text[:80]!r} {one.buttons or ''}" for one in self.messages[-LAST_SHOWN:]]
                raise TimeoutError(f"no message fits {wanted!r} after {timeout} s; last in {self.title}: {shown}")


def _holds(pattern: str) -> Callable[[Message], bool]:
    compiled = re.compile(pattern)
    return lambda message: compiled.search(message.text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a press brought: a passing text, an alert to be closed, an address to be opened, or nothing."""

    text: str = ""
    is_alert: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a phone. Whatever needs a chat takes the private one with the bot unless told otherwise."""

    world: World
    id: int

    @property
    def name(self) -> str:
        """Return the first name."""
        return str(self.world.people[self.id]["user"]["first_name"])

    @property
    def chat(self) -> Chat:
        """Return the private chat with the bot."""
        return Chat(self.world, self.id)

    def _context(self, chat: Chat | None, reply_to: Message | None = None, thread: int = 0, quote: str = "") -> Context:
        return Context(
            person=self.id,
            chat=self.id if chat is None else chat.id,
            thread=thread,
            reply_to=0 if reply_to is None else reply_to.id,
            quote=quote,
        )

    async def start(self, payload: str = "") -> Message:
        """Press Start, or follow a deep link with a payload."""
        return await self.say(f"/start {payload}".strip())

    async def say(
        self, text: str, chat: Chat | None = None, *, reply_to: Message | None = None, thread: int = 0, quote: str = ""
    ) -> Message:
        """Write a text and return the (last) message it became."""
        messages = acts.write(self.world, self._context(chat, reply_to, thread, quote), text)
        self.world.commit()
        return Message(messages[-1])

    async def command(self, text: str, chat: Chat | None = None, *, thread: int = 0) -> Message:
        """Write a command such as `/new a fox`; in a group it is addressed to the bot, as the menu does."""
        name, space, rest = text.partition(" ")
        if chat is not None and not self.world.is_private(chat.id) and "@" not in name:
            name += f"@{self.world.bot['username']}"
        return await self.say(name + space + rest, chat, thread=thread)

    async def upload(  # noqa: PLR0913 - what a phone lets one say with a file
        self,
        kind: str,
        content: bytes | Path,
        caption: str = "",
        *,
        chat: Chat | None = None,
        name: str = "",
        reply_to: Message | None = None,
        thread: int = 0,
    ) -> Message:
        """Send a photo, video, voice, audio, animation, video_note or document, from bytes or a path."""
        files = [(kind, content)]
        return (await self.upload_album(files, caption, chat=chat, name=name, reply_to=reply_to, thread=thread))[0]

    async def upload_album(
        self,
        files: list[tuple[str, bytes | Path]],
        caption: str = "",
        *,
        chat: Chat | None = None,
        name: str = "",
        reply_to: Message | None = None,
        thread: int = 0,
    ) -> list[Message]:
        """Send several files as one album."""
        uploads = []
        for kind, content in files:
            called = name or (content.name if isinstance(content, Path) else kind)
            held = await asyncio.to_thread(content.read_bytes) if isinstance(content, Path) else content
            uploads.append((kind, await asyncio.to_thread(inspect, called, held)))
        messages = acts.send_files(self.world, self._context(chat, reply_to, thread), uploads, caption)
        self.world.commit()
        return [Message(one) for one in messages]

    async def press(self, message: Message, label_or_data: str, timeout: float = QUERY_LIFE) -> Answer:  # noqa: ASYNC109 - giving up is an answer here, not an error
        """Press a button and return what the bot answered; nothing within `timeout` seconds is a complaint."""
        chat = Chat(self.world, message.chat_id)
        button = acts.find_button(chat.message(message.id).json, label_or_data)
        if "callback_data" not in button:
            return Answer(url=str(button.get("url") or button.get("web_app", {}).get("url", "")))
        query_id = acts.press(self.world, self._context(chat), message.id, button)
        self.world.commit()
        return await answer_to(self.world, query_id, timeout)

    async def edit(self, message: Message, text: str) -> Message:
        """Write another text into one's own message."""
        new = acts.edit(self.world, self._context(Chat(self.world, message.chat_id)), message.id, text)
        self.world.commit()
        return Message(new)

    async def delete(self, message: Message) -> None:
        """Delete one's own message."""
        acts.remove(self.world, self._context(Chat(self.world, message.chat_id)), message.id)
        self.world.commit()

    async def react(self, message: Message, emoji: str) -> None:
        """React to a message; an empty emoji takes the reaction back."""
        acts.put_reaction(self.world, self._context(Chat(self.world, message.chat_id)), message.id, emoji)
        self.world.commit()

    def open_app(self, start_parameter: str = "") -> str:
        """Return the launch data with which the Mini App would be opened: signed, and fresh by the world's clock."""
        data = init_data(self.world, self.id, start_parameter)
        self.world.commit()
        return data

    async def stop(self) -> None:
        """Press Stop on the draft in the private chat."""
        acts.stop_draft(self.world, self._context(None))
        self.world.commit()

    async def block(self) -> None:
        """Block the bot."""
        acts.block(self.world, self.id, is_blocked=True)
        self.world.commit()

    async def unblock(self) -> None:
        """Unblock the bot."""
        acts.block(self.world, self.id, is_blocked=False)
        self.world.commit()

    async def join(self, group: Chat) -> None:
        """Enter a group."""
        acts.join(self.world, group.id, self.id)
        self.world.commit()

    async def leave(self, group: Chat) -> None:
        """Leave a group."""
        acts.leave(self.world, group.id, self.id)
        self.world.commit()

    async def promote(self, other: "Person", group: Chat, *, is_admin: bool = True) -> None:
        """Make somebody an administrator of a group, or an ordinary member again."""
        acts.promote(self.world, group.id, other.id, by=self.id, is_admin=is_admin)
        self.world.commit()

    async def open_topic(self, group: Chat, name: str) -> int:
        """Open a topic in a forum, and return its thread."""
        thread = acts.open_topic(self.world, self._context(group), name)
        self.world.commit()
        return thread

    async def delete_topic(self, group: Chat, thread: int) -> None:
        """Delete a topic with everything in it."""
        acts.delete_topic(self.world, self._context(group, thread=thread))
        self.world.commit()

    async def give_rights(self, group: Chat, *, withheld: Iterable[str] = ()) -> None:
        """Make the bot an administrator with all rights but some (`can_manage_topics`)."""
        bot = self.world.bot["id"]
        acts.promote(self.world, group.id, bot, by=self.id, is_admin=True, withheld=frozenset(withheld))
        self.world.commit()

    async def add_bot(self, group: Chat, *, is_admin: bool = False) -> None:
        """Bring the bot into a group, as an administrator if asked."""
        bot = self.world.bot["id"]
        if not self.world.is_present(group.id, self.id):
            raise NotPossible(f"{self.name} is not in {group.title}; join first")
        acts.join(self.world, group.id, bot, by=self.id)
        if is_admin:
            acts.promote(self.world, group.id, bot, by=self.id, is_admin=True)
        self.world.commit()

    async def remove_bot(self, group: Chat) -> None:
        """Throw the bot out of a group."""
        acts.leave(self.world, group.id, self.world.bot["id"], by=self.id)
        self.world.commit()


async def answer_to(world: World, query_id: str, timeout: float) -> Answer:  # noqa: ASYNC109 - giving up is an answer
    """Wait for the answer to a callback query; when none comes, complain and return an empty one."""
    end = asyncio.get_running_loop().time() + timeout
    while (query := world.callbacks[query_id])["answer"] is None:
        if query["late"] or not await world.bell.wait(end - asyncio.get_running_loop().time()):
            if not query["late"]:
                complain(world, f"The press of {query['label']!r} was not answered in {timeout} s", query["chat_id"])
                world.commit()
            return Answer()
    answer = query["answer"]
    return Answer(text=answer["text"], is_alert=answer["is_alert"], url=answer["url"])
