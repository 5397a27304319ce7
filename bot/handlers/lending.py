"""Lending a voice in the private chat: the page of a series' voices, a sentence read aloud, and a yes."""

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from agents.commands.voices import GiveVoice, LendVoice, WithdrawVoice
from agents.lending import LONGEST, SHORTEST, Offer
from bot.callbacks import Act, Press
from bot.carrier import About
from bot.dialling import dial
from bot.front import Call, Front, Toast, toast
from bot.handlers.sounds import fetched, held
from bot.screens import lending, library
from bot.screens.page import Screen
from bot.sender import OVER
from storage.domain.crew import Right
from storage.domain.errors import InvalidValue, Outdated, Refused
from storage.domain.ids import Digest, EpisodeId, PersonId, SeriesId
from storage.domain.remarks import Spoken
from storage.lendings import OFFERED, voices
from storage.posts import Post

ASK_VOICE = "ask-voice"
"""Followed by the series and a mark of the sentence that is to be read."""

PAGE = "voices"
"""The purpose of a page of voices: it changes as its buttons are pressed."""

TAKEN = frozenset({Spoken.VOICE, Spoken.AUDIO})
"""What a voice is lent with: a round video would be a face as well."""


async def show(front: Front, call: Call, series: SeriesId, episode: EpisodeId | None = None) -> None:
    """Show the voices of a series; what is written next is about the episode."""
    await front.show(call, await _page(front, call, series), About(purpose=PAGE, episode=episode))


async def choose(front: Front, call: Call) -> None:
    """Ask which series is meant; of those that the caller has left, show how a voice is withdrawn."""
    joined = await front.views.joined(call.chat.id)
    former = [each for each in await front.showrunner.lent_by(call.caller) if each not in {one.id for one in joined}]
    person = await front.views.person(call.caller.chat)
    found = [await voices(front.views, each) for each in former]
    still = [each for each in found if person is not None and person.id in each.ensemble.lent]
    for each in still:
        await front.show(call, lending.left(call.voice, each))
    if len(joined) == 1:
        await show(front, call, joined[0].id)
    elif joined:
        await front.show(call, library.which(call.voice, joined, Act.VOICES))
    elif not still:
        await front.answer(call, "none-yet")


async def turn(front: Front, call: Call, press: Press) -> Toast:
    """Show the voices of a series."""
    await show(front, call, SeriesId(press.about))
    return Toast()


async def ask(front: Front, call: Call, press: Press) -> Toast:
    """Ask for a recording in which the caller reads a sentence."""
    series = SeriesId(press.about)
    try:
        await front.showrunner.demand_lending(call.caller, series)
    except Refused as refusal:
        return Toast(f"refused-{refusal.reason}", alert=True)
    await _ask(front, call, series)
    return Toast()


def asks(post: Post) -> bool:
    """Tell whether a message asks for a recorded voice."""
    return post.purpose.startswith(f"{ASK_VOICE}:")


async def said(front: Front, call: Call, question: Post) -> None:
    """Keep the recording that answers such a question, and ask whether the voice in it is lent."""
    _, about, mark = question.purpose.removeprefix(OVER).split(":")
    series, sound = SeriesId(about), held(call)
    title, sentence = await _sentence(front, call, series)
    if mark != _mark(sentence):  # the series got another title, or the caller another name, since it was shown
        await _ask(front, call, series)
        return
    if sound is None or sound.kind not in TAKEN:
        await front.answer(call, "lend-aloud", **lending.LENGTHS)
        return
    if not SHORTEST <= sound.seconds <= LONGEST:
        key = "invalid-voice-too-short" if sound.seconds < SHORTEST else "invalid-voice-too-long"
        await front.answer(call, key, **lending.LENGTHS)
        return
    data = await fetched(sound)
    offer = Offer(caller=call.caller, series=series, data=data or b"", sentence=sentence)
    try:
        paper = await front.showrunner.offer_voice(offer)
    except (Refused, InvalidValue) as trouble:
        key = f"refused-{trouble.reason}" if isinstance(trouble, Refused) else f"invalid-{trouble}"
        await front.answer(call, key, **lending.LENGTHS)
        return
    await front.sender.close(question)
    about_it = About(purpose=f"{OFFERED}{paper}", episode=question.episode)
    await front.show(call, lending.confirm(call.voice, title, sentence), about_it)


async def decide(front: Front, call: Call, press: Press) -> Toast:
    """Lend the voice of a recording, or remove it."""
    post = await front.views.post(call.chat.id, call.pressed)
    if post is None or not post.purpose.startswith(OFFERED):
        return Toast("toast-already", alert=True)
    paper = Digest(post.purpose.removeprefix(OFFERED))
    if press.word == lending.YES:
        trouble, said_ = await front.carry(call, LendVoice(caller=call.caller, paper=paper)), "lend-done"
    else:
        trouble, said_ = await _dropped(front, call, paper)
    if trouble in {"", "toast-already"}:
        await dial("editMessageText", partial(front.sender.settle, post, Screen(text=call.voice(said_))))
    return toast(trouble)


async def _dropped(front: Front, call: Call, paper: Digest) -> tuple[str, str]:
    """Remove a recording; return the keys of trouble and of what became of it: a no after a yes changes nothing."""
    try:
        await front.showrunner.drop_voice(call.caller, paper)
    except Outdated:
        return "toast-already", "lend-done"
    return "", "lend-dropped"


async def withdraw(front: Front, call: Call, press: Press) -> Toast:
    """Lend the voice no more."""
    series = SeriesId(press.about)
    trouble = await front.carry(call, WithdrawVoice(caller=call.caller, series=series))
    await _refresh(front, call, series)
    return toast(trouble, done="toast-unlent")


async def cast(front: Front, call: Call, press: Press) -> Toast:
    """Let a character speak with a lent voice, or with the model's again."""
    series = SeriesId(press.about)
    refusal = await front.refused(call, series, Right.STAFF)
    if refusal:
        return Toast(refusal, alert=True)
    shown = await voices(front.views, series)
    character = next((each for each in shown.characters if lending.key(each) == press.word), "")
    if not character:
        return Toast("toast-outdated", alert=True)
    person = PersonId(press.rest) if press.rest else None
    command = GiveVoice(caller=call.caller, series=series, character=character, person=person)
    trouble = await front.carry(call, command)
    await _refresh(front, call, series)
    return toast(trouble, done="toast-cast")


PRESSES: Mapping[Act, Callable[[Front, Call, Press], Awaitable[Toast]]] = {
    Act.VOICES: turn,
    Act.LEND: ask,
    Act.LENT: decide,
    Act.UNLEND: withdraw,
    Act.CAST: cast,
}


async def _page(front: Front, call: Call, series: SeriesId) -> Screen:
    person = await front.views.person(call.caller.chat)
    return lending.page(
        call.voice,
        await voices(front.views, series),
        person.id if person else None,
        leads=not await front.refused(call, series, Right.STAFF),
        can_lend=front.showrunner.can_lend(),
    )


async def _refresh(front: Front, call: Call, series: SeriesId) -> None:
    """Let the page of a pressed button say what is true now."""
    known = await front.views.post(call.chat.id, call.pressed)
    if known is not None and known.purpose == PAGE:
        screen = await _page(front, call, series)
        await dial("editMessageText", partial(front.sender.edit, known, screen))


async def _ask(front: Front, call: Call, series: SeriesId) -> None:
    title, sentence = await _sentence(front, call, series)
    text = call.voice("lend-ask", title=title, sentence=sentence, **lending.LENGTHS)
    known = await front.views.post(call.chat.id, call.pressed) if call.pressed else None
    about = About(purpose=f"{ASK_VOICE}:{series}:{_mark(sentence)}", episode=known.episode if known else None)
    await front.show(call, Screen(text=text, reply=True), about)


async def _sentence(front: Front, call: Call, series: SeriesId) -> tuple[str, str]:
    """Return the title of a series, and what the caller reads aloud to lend their voice to it."""
    found, _, _ = await front.views.series(series)
    return found.title, lending.sentence(call.voice, call.caller.name, found.title)


def _mark(sentence: str) -> str:
    return hashlib.sha256(sentence.encode()).hexdigest()[:16]
