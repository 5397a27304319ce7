"""What a person can ask for with a slash; every one of them is a button somewhere too."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from agents.commands.story import AskVariants, Cancel
from agents.commands.team import Meet
from agents.papers import Paper
from bot.callbacks import JOIN, Act
from bot.carrier import About
from bot.front import Call, Front
from bot.handlers import (
    authors,
    bible,
    budget,
    compare,
    craft,
    editions,
    lending,
    papers,
    prompting,
    replays,
    room,
    undo,
    waiting,
    words,
)
from bot.handlers import me as own
from bot.handlers import remarks as lists
from bot.handlers import team as pages
from bot.screens import library, manuscripts, release
from bot.screens import team as teams
from bot.screens.page import Screen
from bot.screens.shots import COUNT
from bot.sender import CHOICE
from bot.statusboard import PURPOSE as STATUS
from storage.domain.crew import Right
from storage.domain.ids import EpisodeId, InvitationId
from storage.domain.stages import Stage
from storage.views import Card

CARD = "card"
"""The purpose of a message that shows an episode; what is written next is about it."""


async def start(front: Front, call: Call, payload: str) -> None:
    """Greet; whoever followed a link to join is asked whether they do."""
    await front.carry_aloud(call, Meet(caller=call.caller))
    if call.private and payload.startswith(JOIN):
        await pages.welcome(front, call, InvitationId(payload.removeprefix(JOIN)))
        return
    if call.private and payload == own.ME:
        await own.show(front, call)
        return
    key = "welcome" if call.private else "help-group"
    await front.answer(call, key, **({"name": call.caller.name} if call.private else {}))


async def new(front: Front, call: Call, idea: str) -> None:
    """Begin a series."""
    await words.begin(front, call, idea)


async def series(front: Front, call: Call, _: str) -> None:
    """List someone's episodes, or those a group supervises."""
    cards = await front.views.library(call.chat.id)
    if call.private or cards:
        await front.show(call, library.library(call.voice, cards))
    else:
        await front.answer(call, none(call))


async def episode(front: Front, call: Call, _: str) -> None:
    """Show the episode we are on."""
    card = await current(front, call)
    if card is None:
        await front.answer(call, none(call))
    else:
        await show_card(front, call, card)


async def status(front: Front, call: Call, _: str) -> None:
    """Say how far the work is, at the bottom of the chat."""
    card = await current(front, call)
    if card is None:
        await front.answer(call, none(call))
        return
    await _show_steerable(front, call, card, front.board.screen(call.voice, card), "answer")


async def credits_(front: Front, call: Call, _: str) -> None:
    """Say who made the latest released episode."""
    about = await front.topic(call)
    cards = await front.views.library(call.chat.id)
    out = [card for card in cards if card.episode.stage is Stage.RELEASED and about in {None, card.episode.id}]
    released = await front.views.release(out[0].episode.id) if out else None
    if released is None:
        await front.answer(call, "released-not-yet" if cards else none(call))
    else:
        await front.show(call, release.credits_(call.voice, released))


async def storyboard(front: Front, call: Call, _: str) -> None:
    """Print the storyboard of the episode we are on."""
    await _hand_out(front, call, papers.BOARD)


async def shotlist(front: Front, call: Call, _: str) -> None:
    """Print the shot list of the episode we are on, for the wall and for a spreadsheet."""
    await _hand_out(front, call, papers.LIST)


async def replay(front: Front, call: Call, _: str) -> None:
    """Show how the episode we are on was made."""
    await _show(front, call, await current(front, call), partial(replays.hand_out, front, call))


async def language(front: Front, call: Call, _: str) -> None:
    """Ask which language to speak."""
    await front.show(call, library.languages(call.voice), About(purpose=CHOICE))


async def team(front: Front, call: Call, _: str) -> None:
    """Show who is in a series; in a group that supervises none yet, ask which it shall be."""
    await front.carry_aloud(call, Meet(caller=call.caller))
    joined = await front.views.joined(call.chat.id)
    if len(joined) == 1:
        await pages.show(front, call, joined[0].id)
        return
    if call.private and not joined:
        await front.answer(call, none(call))
        return
    if joined:
        await front.show(call, teams.choose(call.voice, joined), pages.PAGE)
        return
    asked = library.choose_series(call.voice, await front.views.created(call.caller.chat))
    await front.show(call, asked, About(purpose=CHOICE))


async def waiting_(front: Front, call: Call, _: str) -> None:
    """List what waits for a verdict here."""
    await waiting.show(front, call)


async def cancel(front: Front, call: Call, _: str) -> None:
    """Stop the work on the episode we are on."""
    card = await current(front, call)
    if card is None:
        await front.answer(call, none(call))
    else:
        await front.carry_aloud(call, Cancel(caller=call.caller, episode=card.episode.id))


async def me(front: Front, call: Call, _: str) -> None:
    """Show the caller what they did in every series, and what became of it."""
    await own.show(front, call)


async def remarks(front: Front, call: Call, _: str) -> None:
    """List what was said about the episode we are on and is still to be settled."""
    card = await current(front, call)
    if card is None:
        await front.answer(call, none(call))
    else:
        await lists.show(front, call, card.episode.id)


async def variants_(front: Front, call: Call, said: str) -> None:
    """Draw other variants of the shot whose drawing this answers."""
    post = await words.answered(front, call)
    shot = words.shot_of(post)
    if post is None or post.episode is None or not shot:
        await front.answer(call, "variants-how")
        return
    count = int(said) if said.isdecimal() and len(said) == 1 else COUNT
    command = AskVariants(
        caller=call.caller, episode=post.episode, text=f"/variants {said}".strip(), shot=shot, count=count
    )
    await front.carry_aloud(call, command)


async def prompt_(front: Front, call: Call, said: str) -> None:
    """Show what a shot is painted from: that of the number, or the one whose picture this answers."""
    post = await words.answered(front, call)
    shot = words.shot_of(post)
    card = await front.views.card(post.episode) if post and post.episode and shot else await current(front, call)
    if card is None:
        await front.answer(call, none(call))
    elif not (said.isdecimal() or shot):
        await front.answer(call, "prompt-how")
    else:
        which = prompting.Which(shot="" if said.isdecimal() else shot, number=int(said[:3]) if said.isdecimal() else 0)
        await _show(front, call, card, partial(prompting.show, front, call, which))


async def prompts_(front: Front, call: Call, _: str) -> None:
    """Show the prompts that worked in the series we are in."""
    await _show(front, call, await current(front, call), partial(prompting.show_book, front, call))


async def craft_(front: Front, call: Call, said: str) -> None:
    """Say what is weak in an episode: of the series we are in by its number, else the one we are on."""
    card = await current(front, call)
    if card and said.isdecimal():
        cards = [each for each in await front.views.library(call.chat.id) if each.series.id == card.series.id]
        card = next((each for each in cards if each.episode.number == int(said)), card)
    await _show(front, call, card, partial(craft.show, front, call))


async def talk_(front: Front, call: Call, said: str) -> None:
    """Talk about the series we are in, also where words would be a wish, or talk among people."""
    card = await current(front, call)
    if card is None:
        await front.answer(call, none(call))
    elif said:
        await room.talk(front, call, said, card)
    else:
        await front.answer(call, "talk-how")


async def bible_(front: Front, call: Call, _: str) -> None:
    """Show the bible of the series we are in."""
    card = await current(front, call)
    await (bible.show(front, call, card.series.id) if card else bible.choose(front, call, Act.BIBLE))


async def season_(front: Front, call: Call, said: str) -> None:
    """Show the season of the series we are in, or have so many episodes planned."""
    card = await current(front, call)
    await (bible.show_season(front, call, card.series.id, said) if card else bible.choose(front, call, Act.SEASON))


async def budget_(front: Front, call: Call, _: str) -> None:
    """Show what the series we are in has cost."""
    card = await current(front, call)
    trouble = await budget.show(front, call, card.series.id) if card else none(call)
    if trouble:
        await front.answer(call, trouble)


async def compare_(front: Front, call: Call, _: str) -> None:
    """Show what of the episode we are on can be compared."""
    await _show(front, call, await current(front, call), partial(compare.show, front, call))


async def translate(front: Front, call: Call, said: str) -> None:
    """Begin an edition of the episode we are on in another language, or ask in which."""
    card = await current(front, call)
    if card is None:
        await front.answer(call, none(call))
        return
    known = await editions.ask(front, call, card, said)
    if known is not None:
        await show_card(front, call, known)


async def trace(front: Front, call: Call, _: str) -> None:
    """Show who wrote what in the episode we are on."""
    await _show(front, call, await current(front, call), partial(authors.show, front, call))


async def voice(front: Front, call: Call, _: str) -> None:
    """Show whose voices the series we are in speaks with, and how one is lent; a voice is nobody else's affair."""
    card = await current(front, call) if call.private else None
    if not call.private:
        await front.answer(call, "voices-private")
    elif card is None:
        await lending.choose(front, call)
    else:
        await lending.show(front, call, card.series.id, card.episode.id)


async def undo_(front: Front, call: Call, _: str) -> None:
    """Let the version before count again."""
    await _step(front, call, -1)


async def redo(front: Front, call: Call, _: str) -> None:
    """Let the version after count again."""
    await _step(front, call, 1)


async def _step(front: Front, call: Call, steps: int) -> None:
    """Go to another version of what the answered message shows, else of the episode we are on."""
    answered = await words.answered(front, call)
    card = await front.views.card(answered.episode) if answered and answered.episode else await current(front, call)
    if card is None:
        await front.answer(call, none(call))
    else:
        await undo.step(front, call, card, answered, steps)


async def export(front: Front, call: Call, _: str) -> None:
    """Ask as what kind of file the words of the episode we are on are taken out."""
    card = await current(front, call)
    if card is None:
        await front.answer(call, none(call))
    else:
        about = About(purpose="answer", episode=card.episode.id)
        await front.show(call, manuscripts.forms(call.voice, card), about)


async def current(front: Front, call: Call) -> Card | None:
    """Return the episode a chat is about: that of the topic, else of the latest post, else the newest there is.

    Whoever has left a team sees no more of it, whatever their chat was about.
    """
    about = await front.topic(call)
    post = None if about else await front.views.latest_post(call.chat.id)
    episode = about or (post.episode if post else None)
    if episode is not None:
        card = await front.views.card(episode)
        if not await front.hidden(call, card.series.id):
            return card
    cards = await front.views.library(call.chat.id)
    return cards[0] if cards else None


async def _show(front: Front, call: Call, card: Card | None, show: Callable[[EpisodeId], Awaitable[str]]) -> None:
    """Show something of an episode, or say why it cannot be shown."""
    trouble = await show(card.episode.id) if card else none(call)
    if trouble:
        await front.answer(call, trouble)


async def _hand_out(front: Front, call: Call, wanted: tuple[Paper, ...]) -> None:
    await _show(front, call, await current(front, call), partial(papers.hand_out, front, call, papers=wanted))


def none(call: Call) -> str:
    """Return the key of how to begin: in a group plain words are talk among people."""
    return "none-yet" if call.private else "none-in-group"


async def show_card(front: Front, call: Call, card: Card) -> None:
    """Show an episode; what is written next is about it."""
    shown = library.card(call.voice, card)
    if card.episode.halt:
        await _show_steerable(front, call, card, shown, CARD)
    else:
        await front.show(call, shown, About(purpose=CARD, episode=card.episode.id))


async def _show_steerable(front: Front, call: Call, card: Card, shown: Screen, purpose: str) -> None:
    """Show an episode whose work can be stopped or taken up: with the button for it only to who may press it.

    Only the latest message keeps that button, for as long as it is of use.
    """
    steers = call.private and not await front.refused(call, card.series.id, Right.STEER)
    if steers and shown.buttons:
        post = await front.show(call, shown, About(purpose=STATUS, episode=card.episode.id))
        await front.board.follow(post, card)
    else:
        await front.show(call, replace(shown, buttons=()), About(purpose=purpose, episode=card.episode.id))


async def unknown(front: Front, call: Call, _: str) -> None:
    """Say that there is no such command."""
    await front.show(call, Screen(text=call.voice("unknown-command")))
