"""Undo and redo: the version before, or the one after, counts again. Every version is kept and reached by a tap."""

from functools import partial

from agents.commands.story import Undo
from agents.intake import ABOUT
from agents.remarks import ABOUT as SHOWN
from agents.undoing import SUBJECTS, AskedStanding
from bot.callbacks import Press
from bot.carrier import About
from bot.dialling import dial
from bot.front import Call, Front, Toast
from bot.screens.undo import STEPS, standing
from storage.domain.crew import Right
from storage.domain.ids import EpisodeId
from storage.domain.papers import Subject
from storage.domain.takes import Medium
from storage.posts import Post
from storage.views import Card

PURPOSE = "undo"
"""The purpose of a message that says which version counts; its buttons change it."""

MEDIA = {subject: medium for medium, subject in SUBJECTS.items()}


async def step(front: Front, call: Call, card: Card, about: Post | None, steps: int) -> None:
    """Go from the version that counts to the one beside it, and say which counts then.

    It is of the paper that an answered message shows, else of the one that is worked on.
    """
    medium = await _medium(front, card, about)
    trouble = await _carry(front, call, card, medium, steps)
    if trouble in {"refused-nothing-before", "refused-nothing-after"}:
        await front.answer(call, "undo-nothing", what=medium.value, way="back" if steps < 0 else "forth")
    elif trouble:
        await front.answer(call, trouble)
    else:
        await _show(front, call, card, medium, None)


async def pressed(front: Front, call: Call, press: Press) -> Toast:
    """Go on from the version that the pressed message shows, as long as that one counts."""
    word, _, way = press.word.rpartition("-")
    if word not in set(SUBJECTS) or way not in STEPS:
        return Toast("toast-not-a-button", alert=True)
    medium = Medium(word)
    card = await front.views.card(EpisodeId(press.about))
    refusal = await front.refused(call, card.series.id, Right.WRITE)
    if refusal:
        return Toast(refusal, alert=True)
    found = await front.showrunner.standing(_asked(call, card, medium))
    if found is None or found.head.id != press.rest:
        return Toast("toast-outdated", alert=True)
    trouble = await _carry(front, call, card, medium, STEPS[way])
    if trouble:
        return Toast(trouble, alert=True)
    known = await front.views.post(call.chat.id, call.pressed)
    await _show(front, call, card, medium, known)
    return Toast("toast-undone")


async def _carry(front: Front, call: Call, card: Card, medium: Medium, steps: int) -> str:
    return await front.carry(
        call, Undo(caller=call.caller, series=card.series.id, medium=medium, episode=card.episode.id, steps=steps)
    )


async def _show(front: Front, call: Call, card: Card, medium: Medium, known: Post | None) -> None:
    """Show which version counts, in the message of a pressed button or in a new one."""
    found = await front.showrunner.standing(_asked(call, card, medium))
    if found is None:
        return
    screen = standing(call.voice, card, medium, found)
    if known is None:
        await front.show(call, screen, About(purpose=PURPOSE, episode=card.episode.id))
    else:
        await dial("editMessageText", partial(front.sender.edit, known, screen))


async def _medium(front: Front, card: Card, about: Post | None) -> Medium:
    if about is not None and about.draft is not None:
        kind = (await front.views.sheet(about.draft)).draft.kind
        return MEDIA.get(SHOWN.get(kind, Subject.SCRIPT), Medium.SCRIPT)
    return MEDIA[ABOUT.get(card.episode.stage, Subject.SCRIPT)]


def _asked(call: Call, card: Card, medium: Medium) -> AskedStanding:
    return AskedStanding(caller=call.caller, chat=call.chat.id, episode=card.episode.id, medium=medium)
