"""The menu: every command with a slash, in the order in which Telegram lists them, and what /help says of them."""

from collections.abc import Awaitable, Callable, Mapping

from bot.front import Call, Front
from bot.handlers import commands

Command = Callable[[Front, Call, str], Awaitable[None]]


async def help_(front: Front, call: Call, _: str) -> None:
    """Say how it works, with what Telegram's menu says of every command."""
    if call.private:
        menu = "\n".join(f"/{name} – {call.voice(f'menu-{name}')}" for name in COMMANDS)
        await front.answer(call, "help", commands=menu)
    else:
        await front.answer(call, "help-group")


COMMANDS: Mapping[str, Command] = {
    "start": commands.start,
    "new": commands.new,
    "series": commands.series,
    "episode": commands.episode,
    "status": commands.status,
    "storyboard": commands.storyboard,
    "shotlist": commands.shotlist,
    "export": commands.export,
    "translate": commands.translate,
    "credits": commands.credits_,
    "replay": commands.replay,
    "language": commands.language,
    "team": commands.team,
    "waiting": commands.waiting_,
    "remarks": commands.remarks,
    "me": commands.me,
    "variants": commands.variants_,
    "prompt": commands.prompt_,
    "prompts": commands.prompts_,
    "talk": commands.talk_,
    "bible": commands.bible_,
    "season": commands.season_,
    "craft": commands.craft_,
    "compare": commands.compare_,
    "trace": commands.trace,
    "budget": commands.budget_,
    "voice": commands.voice,
    "undo": commands.undo_,
    "redo": commands.redo,
    "cancel": commands.cancel,
    "help": help_,
}
"""In the order in which Telegram's menu lists them."""
