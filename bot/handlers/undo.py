"""Undo and redo: the version before, or the one after, counts again. Every version is kept and reached by a tap."""

from functools import partial

from agents.commands.story import Undo, UndoPrompt
from agents.intake import ABOUT
from agents.remarks import ABOUT as SHOWN
from agents.undoing import SUBJECTS, AskedStanding, changed, needed
from bot.callbacks import Press
from bot.carrier import About
from bot.dialling import dial
from bot.front import Call, Front, Toast
from bot.handlers import prompting, words
from bot.screens.undo import STEPS, standing
from storage.domain.ids import EpisodeId, TakeId
from storage.domain.papers import Subject
from storage.domain.takes import Medium, Work
from storage.posts import Post
from storage.views import Card

PURPOSE = "undo"
"""The purpose of a message that says which version counts; its buttons change it."""

MEDIA = {subject: medium for medium, subject in SUBJECTS.items()}


async def step(front: Front, call: Call, card: Card, about: Post | None, steps: int) -> None:
    """Go from the version that counts to the one beside it, and say which counts then.

    It is of the paper that an answered message shows, else of the picture that the caller changed last, or of the paper
    that is worked on.
    """
    work = await _work(front, call, card, about)
    if work.medium is Medium.PROMPT and steps < 0:
        await _prompt(front, call, card, work.part)
        return
    if work.medium is Medium.PROMPT:  # of a prompt there is a way back only
        work = Work(await _medium(front, card, about))
    trouble = await _carry(front, call, card, work, steps)
    if trouble in {"refused-nothing-before", "refused-nothing-after"}:
        await front.answer(call, "undo-nothing", what=work.medium.value, way="back" if steps < 0 else "forth")
    elif trouble:
        await front.answer(call, trouble)
    else:
        await _show(front, call, card, work, None)


async def pressed(front: Front, call: Call, press: Press) -> Toast:
    """Go on from the version that the pressed message shows, as long as that one counts."""
    word, _, way = press.word.rpartition("-")
    if word not in set(SUBJECTS) or way not in STEPS:
        return Toast("toast-not-a-button", alert=True)
    work = Work(Medium(word), (await front.views.take(TakeId(press.rest))).work.part)
    card = await front.views.card(EpisodeId(press.about))
    refusal = await front.refused(call, card.series.id, needed(work.medium))
    if refusal:
        return Toast(refusal, alert=True)
    found = await front.showrunner.standing(_asked(call, card, work))
    if found is None or found.head.id != press.rest:
        return Toast("toast-outdated", alert=True)
    trouble = await _carry(front, call, card, work, STEPS[way])
    if trouble:
        return Toast(trouble, alert=True)
    known = await front.views.post(call.chat.id, call.pressed)
    await _show(front, call, card, work, known)
    return Toast("toast-undone")


async def _carry(front: Front, call: Call, card: Card, work: Work, steps: int) -> str:
    series, episode = card.series.id, card.episode.id
    step_ = Undo(caller=call.caller, series=series, medium=work.medium, episode=episode, part=work.part, steps=steps)
    return await front.carry(call, step_)


async def _show(front: Front, call: Call, card: Card, work: Work, known: Post | None) -> None:
    """Show which version counts, in the message of a pressed button or in a new one."""
    found = await front.showrunner.standing(_asked(call, card, work))
    if found is None:
        return
    screen = standing(call.voice, card, work.medium, found)
    if known is None:
        await front.show(call, screen, About(purpose=PURPOSE, episode=card.episode.id))
    else:
        await dial("editMessageText", partial(front.sender.edit, known, screen))


async def _prompt(front: Front, call: Call, card: Card, shot: str) -> None:
    """Let the version before of a prompt count again, and show it."""
    episode = card.episode.id
    if await front.carry_aloud(call, UndoPrompt(caller=call.caller, episode=episode, shot=shot)):
        await prompting.show(front, call, prompting.Which(shot=shot), episode)


async def _work(front: Front, call: Call, card: Card, about: Post | None) -> Work:
    """Return the paper that a post shows, of a picture with changes its changes; without a post what the caller changed
    last of a picture, else the paper that is worked on.
    """
    last = await changed(front.showrunner.studio, call.caller, card.episode.id) if about is None else None
    if last is not None:
        return last
    shot = words.shot_of(about)
    found = await front.views.hung(card.episode.id, shot) if shot else None
    if found and found.still and found.changes:
        return found.changes.work
    return Work(await _medium(front, card, about))


async def _medium(front: Front, card: Card, about: Post | None) -> Medium:
    if about is not None and about.draft is not None:
        kind = (await front.views.sheet(about.draft)).draft.kind
        return MEDIA.get(SHOWN.get(kind, Subject.SCRIPT), Medium.SCRIPT)
    return MEDIA[ABOUT.get(card.episode.stage, Subject.SCRIPT)]


def _asked(call: Call, card: Card, work: Work) -> AskedStanding:
    episode = card.episode.id
    return AskedStanding(caller=call.caller, chat=call.chat.id, episode=episode, medium=work.medium, part=work.part)
