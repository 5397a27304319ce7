"""The front: what every handler holds. It knows who calls, in which language, and how to answer."""

import html
from dataclasses import dataclass

from telegram import Chat, Message, Update, User

from agents.commands import Caller, Command
from agents.showrunner import Showrunner
from bot.screens.page import Screen, Voice
from bot.sender import About, Sender
from bot.statusboard import StatusBoard
from bot.words import spoken
from storage.domain.errors import InvalidValue, Outdated, Refused
from storage.domain.story import Language
from storage.posts import Post
from storage.views import Views

ANSWER = About(purpose="answer")


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One update that asks for something: who, where, in which language, and the update's id."""

    update: int
    caller: Caller
    chat: Chat
    message: Message | None

    @property
    def private(self) -> bool:
        """Whether the two are alone."""
        return self.chat.type == Chat.PRIVATE

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

    async def call(self, update: Update) -> Call | None:
        """Return who asks; nothing for updates without a person, such as a channel's."""
        user, chat = update.effective_user, update.effective_chat
        if user is None or chat is None or user.is_bot:
            return None
        caller = await self.caller(user)
        return Call(update=update.update_id, caller=caller, chat=chat, message=update.effective_message)

    async def caller(self, user: User) -> Caller:
        """Return a person as the studio knows them; a stranger is spoken to in their app's language."""
        known = await self.views.person(user.id)
        language = known.language if known else spoken(user.language_code)
        return Caller(chat=user.id, name=user.full_name, language=Language(language))

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

    async def answer(self, call: Call, key: str, **values: str | int) -> None:
        """Say something in the chat of the call."""
        await self.show(call, Screen(text=call.voice(key, **values)))

    async def show(self, call: Call, screen: Screen, about: About = ANSWER) -> Post:
        """Show a screen in the chat of the call."""
        return await self.sender.send(call.chat.id, screen, about)

    async def carry_aloud(self, call: Call, command: Command) -> bool:
        """Carry out a command, and say it in the chat if it was not possible."""
        trouble = await self.carry(call, command)
        if trouble:
            await self.answer(call, trouble)
        return not trouble


def mention(caller: Caller) -> str:
    """Return a person's name as a link to them, in Telegram's HTML."""
    return f'<a href="tg://user?id={caller.chat}">{html.escape(caller.name, quote=False)}</a>'
