"""What a shot is painted from, in the chat: shown, and put into a person's own words by a reply or an answer."""

import re
from dataclasses import dataclass

from agents.commands.story import WritePrompt
from agents.promptbook import AskedPrompt, Worded
from bot.carrier import About
from bot.front import Call, Front
from bot.screens import prompting as screens
from bot.screens.page import Screen
from storage.domain.crew import Right
from storage.domain.errors import Refused
from storage.domain.ids import EpisodeId
from storage.domain.stages import Stage
from storage.posts import Post
from storage.views import Card

ASK_PROMPT = "ask-prompt"
"""Followed by what the answer is to be, and the shot: the purpose of a question about its prompt."""

PURPOSE = "prompt"
"""The purpose of a message that shows a prompt, or the book."""

NOTHING = frozenset({"-", "–", "—"})
"""What somebody answers for whom nothing is unwanted."""

_SAID = re.compile(r"\s*(?:prompt\s*[:：]|提示词\s*[:：])\s*(?P<words>\S.*)", re.IGNORECASE | re.DOTALL)
"""A reply to a picture that says what it is painted from."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Which:
    """A shot, by its id, or without one by its number."""

    shot: str = ""
    number: int = 0


async def show(front: Front, call: Call, which: Which, episode: EpisodeId) -> str:
    """Show the prompt of a shot; return the key of what went wrong, else nothing."""
    try:
        found = await worded(front, call, episode, which)
    except Refused as refusal:
        return f"refused-{refusal.reason}"
    about = About(purpose=PURPOSE, episode=episode)
    await front.show(call, await screen(front, call, found), about)
    return ""


async def show_book(front: Front, call: Call, episode: EpisodeId, shot: str = "") -> str:
    """Show the prompts that worked in the series of an episode, to be taken up for a shot of it where one is given."""
    asked = AskedPrompt(caller=call.caller, chat=call.chat.id, episode=episode)
    try:
        found = await front.showrunner.prompts(asked)
    except Refused as refusal:
        return f"refused-{refusal.reason}"
    card = await front.views.card(episode)
    about = About(purpose=PURPOSE, episode=episode)
    shown = screens.book(call.voice, card.series.title, found, episode, "" if _is_over(card) else shot)
    await front.show(call, shown, about)
    return ""


async def told(front: Front, call: Call, text: str, post: Post, shot: str) -> bool:
    """Take a reply to a picture that begins with "prompt:"; false if it does not."""
    said = _SAID.fullmatch(text)
    if said is None or post.episode is None:
        return False
    command = WritePrompt(
        caller=call.caller, episode=post.episode, shot=shot, text=said["words"].strip(), dictated=call.dictated
    )
    if await front.carry_aloud(call, command):
        await show(front, call, Which(shot=shot), post.episode)
    return True


async def answered(front: Front, call: Call, text: str, question: Post, about: str) -> None:
    """Take the answer to a question what a shot is painted from, or what is not to be in its picture."""
    what, _, shot = about.partition(":")
    if question.episode is None:
        return
    said = "" if text.strip() in NOTHING and what == screens.NEGATIVE else text
    command = WritePrompt(
        caller=call.caller,
        episode=question.episode,
        shot=shot,
        text=said if what == screens.REWRITE else None,
        negative=said if what == screens.NEGATIVE else None,
        dictated=call.dictated,
    )
    if await front.carry_aloud(call, command):
        await front.sender.close(question)
        await show(front, call, Which(shot=shot), question.episode)


async def worded(front: Front, call: Call, episode: EpisodeId, which: Which) -> Worded:
    """Return the prompt of a shot.

    Raises:
        Refused: it may not be seen here, or there is no such shot.
    """
    asked = AskedPrompt(caller=call.caller, chat=call.chat.id, episode=episode, shot=which.shot, number=which.number)
    return await front.showrunner.worded(asked)


async def screen(front: Front, call: Call, found: Worded) -> Screen:
    """Return a prompt as the caller sees it: in private with buttons for whoever writes prompts there.

    In a group everybody sees them, and the right is asked at the press. What is out is only read.
    """
    card = await front.views.card(found.episode)
    writes = not call.private or not await front.refused(call, card.series.id, Right.PROMPT)
    return screens.prompt(call.voice, card.title, found, writes=writes, is_over=_is_over(card))


def _is_over(card: Card) -> bool:
    """Return whether nothing of an episode is painted anew any more."""
    return card.episode.stage is Stage.RELEASED
