"""The front: what every handler holds. It knows who calls, in which language, and how to answer."""

import html
from dataclasses import dataclass, replace
from functools import partial

from telegram import Chat, Message, Update, User

from agents.commands.caller import Caller
from agents.commands.command import Command
from agents.showrunner import Showrunner
from bot.callbacks import Press, parse
from bot.carrier import About
from bot.dialling import dial
from bot.ears import Ears
from bot.room import Room
from bot.screens.page import Button, Rows, Screen, Voice
from bot.sender import CHOICE, OVER, Sender
from bot.statusboard import StatusBoard
from bot.streaming.streams import Streams
from bot.words import spoken
from storage.domain.crew import Right
from storage.domain.errors import InvalidValue, Outdated, Refused
from storage.domain.ids import Digest, EpisodeId, SeriesId
from storage.domain.story import Language
from storage.posts import Post
from storage.topics import topic_at
from storage.views import Views

ANSWER = About(purpose="answer")


@dataclass(frozen=True, slots=True)
class Toast:
    """The answer to a press: the key of a few words, whether they must be read (an alert), and in which language."""

    key: str = ""
    alert: bool = False
    language: str = ""
    """Empty for the caller's."""


def toast(trouble: str, done: str = "") -> Toast:
    """Return an alert for trouble, else a few words."""
    return Toast(trouble, alert=True) if trouble else Toast(done)


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One update that asks for something: who, where, in which language, and the update's id."""

    update: int
    caller: Caller
    chat: Chat
    message: Message | None
    pressed: int = 0
    """The message whose button was pressed, also where it is too old to be read."""
    dictated: Digest | None = None
    """The transcript of what was said aloud, where that is what is taken now."""
    answers: Post | None = None
    """Our message that it answers, where it was said aloud."""

    @property
    def thread(self) -> int | None:
        """The topic of a forum in which it was asked, 0 for the general one; none if the message cannot be read."""
        if self.message is None:
            return None
        return (self.message.message_thread_id or 0) if self.message.is_topic_message and not self.private else 0

    @property
    def private(self) -> bool:
        """Whether the two are alone."""
        return self.chat.type == Chat.PRIVATE

    @property
    def offers(self) -> tuple[Press, ...]:
        """What the buttons of the message whose button was pressed ask for."""
        markup = self.message.reply_markup if self.message else None
        buttons = [button for row in markup.inline_keyboard for button in row] if markup else []
        presses = [parse(str(button.callback_data)) for button in buttons]
        return tuple(press for press in presses if press)

    def left(self, taken: Press) -> Rows:
        """Return the buttons of the message whose button was pressed, but for that one."""
        markup = self.message.reply_markup if self.message else None
        buttons = (
            [(each.text, parse(str(each.callback_data))) for row in markup.inline_keyboard for each in row]
            if markup
            else []
        )
        return tuple((Button(text, press),) for text, press in buttons if press and press != taken)

    @property
    def voice(self) -> Voice:
        """Speak to the caller."""
        return Voice(self.caller.language)


@dataclass(frozen=True, kw_only=True)
class Front:
    """Carries a call to the showrunner, and answers."""

    showrunner: Showrunner
    views: Views
    sender: Sender
    board: StatusBoard
    ears: Ears
    streams: Streams
    room: Room

    async def call(self, update: Update) -> Call | None:
        """Return who asks; nothing for updates without a person, such as a channel's."""
        user, chat = update.effective_user, update.effective_chat
        if user is None or chat is None or user.is_bot:
            return None
        self.sender.topics.heard(chat)
        query = update.callback_query
        return Call(
            update=update.update_id,
            caller=await self.caller(user),
            chat=chat,
            message=update.effective_message,
            pressed=query.message.message_id if query and query.message else 0,
        )

    async def caller(self, user: User) -> Caller:
        """Return a person as the studio knows them; a stranger is spoken to in their app's language."""
        known = await self.views.person(user.id)
        language = known.language if known else spoken(user.language_code)
        return Caller(chat=user.id, name=user.full_name, language=Language(language))

    async def topic(self, call: Call) -> EpisodeId | None:
        """Return the episode whose topic a call was made in."""
        topic = await topic_at(self.views, call.chat.id, call.thread) if call.thread else None
        return topic.episode if topic else None

    async def refused(self, call: Call, series: SeriesId, right: Right) -> str:
        """Return the key of why the caller may not do something in a series, or nothing if they may."""
        try:
            await self.showrunner.may(call.caller, series, right)
        except Refused as refusal:
            return f"refused-{refusal.reason}"
        return ""

    async def hidden(self, call: Call, series: SeriesId) -> str:
        """Return the key of why a series is not to be seen by the caller in this chat, or nothing if it is."""
        try:
            await self.showrunner.may_see(call.caller, call.chat.id, series)
        except Refused as refusal:
            return f"refused-{refusal.reason}"
        return ""

    async def carry(self, call: Call, command: Command) -> str:
        """Carry out a command; return the key of what has to be said if it was not possible, else nothing."""
        try:
            await self.showrunner.handle(command, cause=call.update)
        except Refused as refusal:
            return f"refused-{refusal.reason}"
        except InvalidValue as invalid:
            return f"invalid-{invalid}"
        except Outdated as outdated:
            return "toast-outdated" if str(outdated) == "superseded" else "toast-already"
        return ""

    async def question(self, call: Call) -> Post | None:
        """Return the question whose button was pressed, or nothing if it was answered before."""
        known = await self.views.post(call.chat.id, call.pressed)
        if known is not None and known.purpose.startswith(OVER):
            return None
        return known or Post(chat=call.chat.id, message_id=call.pressed, purpose=CHOICE)

    async def settle(self, call: Call, command: Command, words: str) -> Toast:
        """Do what the button of a question asks for; then the question says so, and a second press does nothing.

        While Telegram is away this waits: failing the update would use up its tries, and leave buttons that do nothing.
        """
        question = await self.question(call)
        if question is None:
            return Toast("toast-already", alert=True)
        trouble = await self.carry(call, command)
        if not trouble or trouble == "toast-already":
            await dial("editMessageText", partial(self.sender.settle, question, Screen(text=words)))
        return toast(trouble)

    async def answer(self, call: Call, key: str, **values: str | int) -> None:
        """Say something in the chat of the call."""
        await self.show(call, Screen(text=call.voice(key, **values)))

    async def show(self, call: Call, screen: Screen, about: About = ANSWER) -> Post:
        """Show a screen in the chat of the call, in the topic in which it was asked."""
        return await self.sender.send(call.chat.id, screen, replace(about, thread=call.thread))

    async def carry_aloud(self, call: Call, command: Command) -> bool:
        """Carry out a command, and say it in the chat if it was not possible."""
        trouble = await self.carry(call, command)
        if trouble:
            await self.answer(call, trouble)
        return not trouble


def mention(caller: Caller) -> str:
    """Return a person's name as a link to them, in Telegram's HTML."""
    return f'<a href="tg://user?id={caller.chat}">{html.escape(caller.name, quote=False)}</a>'
