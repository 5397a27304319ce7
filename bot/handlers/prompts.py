"""The buttons of a prompt: other words for it, the version before, the studio's own, and the book of what worked."""

from collections.abc import Mapping
from functools import partial

from agents.commands.command import Command
from agents.commands.story import ComposePrompt, UndoPrompt, WritePrompt
from bot.callbacks import Press
from bot.carrier import About
from bot.dialling import dial
from bot.front import Call, Front, Toast
from bot.handlers import words
from bot.handlers.prompting import ASK_PROMPT, Which, screen, show, show_book, worded
from bot.screens.prompting import BOOK, COMPOSE, NEGATIVE, REWRITE, UNDO
from storage.domain.contributions import Words
from storage.domain.crew import Right
from storage.domain.errors import Refused
from storage.domain.ids import EpisodeId, TakeId
from storage.domain.stages import Stage
from storage.domain.takes import Take

ASKS: Mapping[str, str] = {REWRITE: "ask-prompt", NEGATIVE: "ask-prompt-negative"}
"""What is asked where a button asks for words."""


async def pressed(front: Front, call: Call, press: Press) -> Toast:
    """Ask for words, go back, let the studio compose again, or open the book; rights are asked now."""
    what, _, shot = press.word.partition("-")
    episode = EpisodeId(press.about)
    if what == BOOK:
        trouble = await show_book(front, call, episode, shot)
        return Toast(trouble, alert=bool(trouble))
    if what in ASKS:
        return await _ask(front, call, episode, what, shot)
    commands: Mapping[str, Command] = {
        UNDO: UndoPrompt(caller=call.caller, episode=episode, shot=shot, head=TakeId(press.rest) or None),
        COMPOSE: ComposePrompt(caller=call.caller, episode=episode, shot=shot),
    }
    if what not in commands:
        return Toast("toast-not-a-button", alert=True)
    trouble = await front.carry(call, commands[what])
    if trouble:
        return Toast(trouble, alert=True)
    await _turn(front, call, episode, shot)
    return Toast("toast-working")


async def take_up(front: Front, call: Call, press: Press) -> Toast:
    """Let a prompt of the book be what a shot is painted from."""
    command = WritePrompt(
        caller=call.caller,
        episode=EpisodeId(press.about),
        shot=press.word,
        words=Words.SUGGESTED,
        taken_up=TakeId(press.rest),
    )
    trouble = await front.carry(call, command)
    if trouble:
        return Toast(trouble, alert=True)
    await show(front, call, Which(shot=press.word), command.episode)
    return Toast("toast-working")


async def rewrite(front: Front, call: Call, take: Take) -> Toast:
    """Ask for other words in the place of those of a prompt."""
    return await _ask(front, call, take.episode, REWRITE, take.work.part)


async def _ask(front: Front, call: Call, episode: EpisodeId, what: str, shot: str) -> Toast:
    """Ask for words, whoever may write them."""
    card = await front.views.card(episode)
    refusal = await front.refused(call, card.series.id, Right.PROMPT)
    if refusal:
        return Toast(refusal, alert=True)
    if card.episode.stage is Stage.RELEASED:
        return Toast("refused-not-at-this-stage", alert=True)
    try:
        found = await worded(front, call, episode, Which(shot=shot))
    except Refused as refused:
        return Toast(f"refused-{refused.reason}", alert=True)
    about = About(purpose=f"{ASK_PROMPT}:{what}:{shot}", episode=episode)
    await words.ask(front, call, ASKS[what], about, number=found.number)
    return Toast()


async def _turn(front: Front, call: Call, episode: EpisodeId, shot: str) -> None:
    """Let the message of a pressed button show the prompt as it is now."""
    known = await front.views.post(call.chat.id, call.pressed)
    if known is not None:
        found = await screen(front, call, await worded(front, call, episode, Which(shot=shot)))
        await dial("editMessageText", partial(front.sender.edit, known, found))
