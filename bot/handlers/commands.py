"""What a person can ask for with a slash; every one of them is a button somewhere too."""

from collections.abc import Awaitable, Callable, Mapping

from agents.commands import Cancel, Meet
from bot.front import Call, Front
from bot.handlers import words
from bot.screens import library, release
from bot.screens.page import Screen
from bot.sender import About
from bot.statusboard import PURPOSE
from storage.domain.stages import Stage
from storage.views import Card

Command = Callable[[Front, Call, str], Awaitable[None]]

CARD = "card"
"""The purpose of a message that shows an episode; what is written next is about it."""


async def start(front: Front, call: Call, _: str) -> None:
    """Greet."""
    await front.carry_aloud(call, Meet(caller=call.caller))
    key = "welcome" if call.private else "help-group"
    await front.answer(call, key, **({"name": call.caller.name} if call.private else {}))


async def help_(front: Front, call: Call, _: str) -> None:
    """Say how it works."""
    await front.answer(call, "help" if call.private else "help-group")


async def new(front: Front, call: Call, idea: str) -> None:
    """Begin a series."""
    await words.begin(front, call, idea)


async def series(front: Front, call: Call, _: str) -> None:
    """List someone's episodes."""
    await front.show(call, library.library(call.voice, await front.views.library(call.caller.chat)))


async def episode(front: Front, call: Call, _: str) -> None:
    """Show the episode we are on."""
    card = await current(front, call)
    if card is None:
        await front.answer(call, "none-yet")
    else:
        await show_card(front, call, card)


async def status(front: Front, call: Call, _: str) -> None:
    """Say how far the work is, at the bottom of the chat."""
    card = await current(front, call)
    if card is None:
        await front.answer(call, "none-yet")
        return
    shown = front.board.screen(call.voice, card)
    purpose = PURPOSE if call.private else "answer"
    await front.show(call, shown, About(purpose=purpose, episode=card.episode.id))


async def credits_(front: Front, call: Call, _: str) -> None:
    """Say who made the latest released episode."""
    cards = await front.views.library(call.caller.chat)
    out = [card for card in cards if card.episode.stage is Stage.RELEASED]
    released = await front.views.release(out[0].episode.id) if out else None
    if released is None:
        await front.answer(call, "released-not-yet" if cards else "none-yet")
    else:
        await front.show(call, release.credits_(call.voice, released))


async def language(front: Front, call: Call, _: str) -> None:
    """Ask which language to speak."""
    await front.show(call, library.languages(call.voice))


async def team(front: Front, call: Call, _: str) -> None:
    """Ask which series this group supervises."""
    if call.private:
        await front.answer(call, "team-private-only")
        return
    await front.carry_aloud(call, Meet(caller=call.caller))
    await front.show(call, library.choose_series(call.voice, await front.views.created(call.caller.chat)))


async def cancel(front: Front, call: Call, _: str) -> None:
    """Stop the work on the episode we are on."""
    card = await current(front, call)
    if card is None:
        await front.answer(call, "none-yet")
    else:
        await front.carry_aloud(call, Cancel(caller=call.caller, episode=card.episode.id))


async def current(front: Front, call: Call) -> Card | None:
    """Return the episode a chat is about: that of the latest post there, else the person's newest."""
    post = await front.views.latest_post(call.chat.id)
    if post is not None and post.episode is not None:
        return await front.views.card(post.episode)
    cards = await front.views.library(call.caller.chat)
    return cards[0] if cards else None


async def show_card(front: Front, call: Call, card: Card) -> None:
    """Show an episode; what is written next is about it."""
    await front.show(call, library.card(call.voice, card), About(purpose=CARD, episode=card.episode.id))


async def unknown(front: Front, call: Call, _: str) -> None:
    """Say that there is no such command."""
    await front.show(call, Screen(text=call.voice("unknown-command")))


COMMANDS: Mapping[str, Command] = {
    "start": start,
    "new": new,
    "series": series,
    "episode": episode,
    "status": status,
    "credits": credits_,
    "language": language,
    "team": team,
    "cancel": cancel,
    "help": help_,
}
"""In the order in which Telegram's menu lists them."""
