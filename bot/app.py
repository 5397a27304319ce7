"""The Telegram application: which update goes to which handler."""

import logging
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from telegram import BotCommand, Update
from telegram.error import NetworkError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    TypeHandler,
    filters,
)

from agents.commands.team import MoveGroup
from bot.callbacks import parse
from bot.carrier import About
from bot.doorman import Doorman, Entry
from bot.front import Call, Front
from bot.handlers import commands, manuscripts, menu, pictures, spoken, words
from bot.handlers.buttons import pressed
from bot.handlers.streams import STOPPED, stopped
from bot.screens.page import Screen, Voice, length
from bot.words import say
from storage.domain.story import Language

log = logging.getLogger(__name__)

App = Application[Any, Any, Any, Any, Any, Any]
Builder = ApplicationBuilder[Any, Any, Any, Any, Any, Any]
"""An application of PTB and what builds one, with its own defaults for their six type parameters."""
Context = ContextTypes.DEFAULT_TYPE
Handler = Callable[[Update, Context], Awaitable[None]]
Take = Callable[[Front, Call], Awaitable[None]]

ALLOWED_UPDATES = ("message", "callback_query", "my_chat_member", STOPPED)
"""The kinds of update that are asked for."""

JOINED = ("member", "administrator")
"""A bot with one of these is in the group."""

SPOKEN = (filters.VOICE | filters.VIDEO_NOTE | filters.AUDIO) & filters.UpdateType.MESSAGE

BROUGHT = filters.Document.ALL & ~filters.ANIMATION & filters.UpdateType.MESSAGE

SHOWN = filters.PHOTO & filters.UpdateType.MESSAGE

WRITTEN = filters.TEXT & ~filters.COMMAND & filters.UpdateType.MESSAGE


def add_handlers(app: App, front: Front, failures: dict[int, BaseException]) -> None:
    """Give the application every handler; `failures` gets the error of each update that failed, by its id."""
    doorman = Doorman(clock=time.monotonic)
    for name, command in menu.COMMANDS.items():
        app.add_handler(CommandHandler(name, partial(_command, front, command)))
    app.add_handler(
        MessageHandler(filters.COMMAND & filters.ChatType.PRIVATE, partial(_command, front, commands.unknown))
    )
    app.add_handler(CallbackQueryHandler(partial(_pressed, front)))
    app.add_handler(MessageHandler(WRITTEN & filters.ChatType.PRIVATE, partial(_written, front, doorman)))
    app.add_handler(
        MessageHandler(WRITTEN & filters.ChatType.GROUPS & filters.REPLY, partial(_written_in_group, front))
    )
    app.add_handler(MessageHandler(SPOKEN & filters.ChatType.PRIVATE, partial(_sent, front, doorman, spoken.said)))
    app.add_handler(
        MessageHandler(SPOKEN & filters.ChatType.GROUPS & filters.REPLY, partial(_sent, front, doorman, spoken.said))
    )
    app.add_handler(
        MessageHandler(BROUGHT & filters.ChatType.PRIVATE, partial(_sent, front, doorman, manuscripts.brought))
    )
    app.add_handler(MessageHandler(SHOWN & filters.ChatType.PRIVATE, partial(_sent, front, doorman, pictures.shown)))
    app.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, partial(_moved, front)))
    app.add_handler(
        MessageHandler(filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL, partial(_not_text, front, doorman))
    )
    app.add_handler(ChatMemberHandler(partial(_added, front), ChatMemberHandler.MY_CHAT_MEMBER))
    app.add_handler(TypeHandler(Update, partial(_stopped, front)))  # fits every update that none above took
    app.add_error_handler(partial(_failed, failures))


async def introduce(app: App) -> None:
    """Give Telegram the menu of commands in every language; the bot works without it until the next start."""
    try:
        for language in Language:
            await app.bot.set_my_commands(_menu(language), language_code=language)
        await app.bot.set_my_commands(_menu(Language.ENGLISH))
    except NetworkError as error:
        log.warning("Telegram did not take the menu: %s", error)


def _menu(language: Language) -> list[BotCommand]:
    return [BotCommand(name, say(language, f"menu-{name}")) for name in menu.COMMANDS]


async def _command(front: Front, command: menu.Command, update: Update, context: Context) -> None:
    call = await front.call(update)
    if call is not None:
        await command(front, call, " ".join(context.args or ()))


async def _pressed(front: Front, update: Update, _: Context) -> None:
    call, query = await front.call(update), update.callback_query
    if call is not None and query is not None:
        await pressed(front, call, query, parse(query.data or ""))


async def _written(front: Front, doorman: Doorman, update: Update, _: Context) -> None:
    call = await front.call(update)
    if call is None or call.message is None:
        return
    text = call.message.text or ""
    if doorman.continues(call.caller.chat, length(text), call.message.date):
        log.info("a message of %s is the rest of one that was too long", call.caller.chat)
        return
    if await _welcome(front, doorman, call):
        await _interrupt(front, call)
        await words.written(front, call, text)


async def _welcome(front: Front, doorman: Doorman, call: Call) -> bool:
    """Let somebody in; who sends too much too fast is told so once, then not heard."""
    match doorman.admit(call.caller.chat):
        case Entry.WELCOME:
            return True
        case Entry.TOO_FAST:
            await front.answer(call, "slow-down")
        case Entry.IGNORED:
            log.info("a message of %s is ignored: too many at once", call.caller.chat)
    return False


async def _written_in_group(front: Front, update: Update, _: Context) -> None:
    call = await front.call(update)
    if call is not None and call.message is not None:
        await _interrupt(front, call)
        await words.written_in_group(front, call, call.message.text or "")


async def _sent(front: Front, doorman: Doorman, take: Take, update: Update, _: Context) -> None:
    """Take what is no text: something said aloud, a file, a picture."""
    call = await front.call(update)
    if call is not None and (not call.private or await _welcome(front, doorman, call)):
        await _interrupt(front, call)
        await take(front, call)


async def _interrupt(front: Front, call: Call) -> None:
    """End what is being answered to somebody who goes on talking to us; in a group people also talk to each other."""
    if call.private or await words.answered(front, call) is not None:
        await front.streams.interrupt(call.chat.id, call.caller.chat)


async def _stopped(front: Front, update: Update, _: Context) -> None:
    stopped(front, update)


async def _not_text(front: Front, doorman: Doorman, update: Update, _: Context) -> None:
    call = await front.call(update)
    if call is not None and await _welcome(front, doorman, call):
        await front.answer(call, "not-text")


async def _moved(front: Front, update: Update, _: Context) -> None:
    message = update.effective_message
    if message is not None and message.migrate_to_chat_id is not None:
        await front.showrunner.handle(
            MoveGroup(old=message.chat_id, new=message.migrate_to_chat_id), cause=update.update_id
        )


async def _added(front: Front, update: Update, _: Context) -> None:
    """Say hello in a group that the bot has just joined."""
    change, call = update.my_chat_member, await front.call(update)
    if change is None or call is None or call.private:
        return
    front.sender.topics.promoted(call.chat.id)
    if change.new_chat_member.status in JOINED and change.old_chat_member.status not in JOINED:
        voice = Voice(call.caller.language)
        text = voice("greet-group", title=call.chat.title or "")
        await front.sender.send(call.chat.id, Screen(text=text), About(purpose="answer"))


async def _failed(failures: dict[int, BaseException], update: object, context: Context) -> None:
    """Keep the error for the worker, which decides whether the update is tried again."""
    if isinstance(update, Update) and context.error is not None:
        failures[update.update_id] = context.error
