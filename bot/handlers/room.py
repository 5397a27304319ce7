"""Talk about a series: what is said goes to the writers' room, and its answer into the chat while it comes."""

from dataclasses import replace

from agents.commands.caller import Caller
from agents.commands.story import Assure
from agents.room.offers import offered
from agents.room.pieces import Say, SayAgain
from bot.callbacks import Press
from bot.front import Call, Front, Toast, toast
from bot.handlers import streams
from bot.streaming.ways import TALK
from generation.requests.identity import digest_of
from storage.assurances import speaker, words
from storage.domain.errors import InvalidValue, Refused
from storage.domain.ids import EpisodeId, TakeId
from storage.domain.story import Language
from storage.errors import AlreadyHandled
from storage.hearings import dictation
from storage.posts import Post
from storage.views import Card

GOES_ON = "goes on"
"""Of the two effects of keeping words, the one that comes after the assurance."""


async def talk(front: Front, call: Call, text: str, card: Card) -> None:
    """Say something about the series of an episode."""
    episode = card.episode.id
    say = Say(caller=call.caller, series=card.series.id, episode=episode, text=text, dictated=call.dictated)
    trouble = await _answer(front, call, say)
    if trouble:
        await front.answer(call, trouble)


async def again(front: Front, call: Call, press: Press) -> Toast:
    """Have a turn answered that has no answer: by who said it, as long as they have said nothing since."""
    say = SayAgain(caller=call.caller, turn=TakeId(press.about), episode=await _episode(front, call))
    trouble = await _answer(front, call, say)
    if not trouble:
        await front.sender.bare(_post(call), TALK)
    return toast(trouble)


async def take_up(front: Front, call: Call, press: Press) -> Toast:
    """Do what was offered, once: whoever presses needs the right for it; the button goes."""
    if not press.word.isdecimal():
        return Toast("toast-not-a-button", alert=True)
    reply, place = TakeId(press.about), int(press.word)
    try:
        _, command = await offered(front.room.studio, call.caller, reply, place)
    except Refused as refused:
        return Toast(f"refused-{refused.reason}", alert=True)
    if command is None:
        return Toast("refused-nothing-to-offer", alert=True)
    trouble = await front.carry(replace(call, update=_cause(reply, place)), command)
    if not trouble or trouble == "toast-already":
        await front.sender.bare(_post(call), TALK, call.left(press))
    if isinstance(command, Assure):
        if not trouble:
            await _go_on(front, call, command.take, _cause(reply, place, GOES_ON))
        return toast(trouble, done="toast-assured")
    return toast(trouble, done="toast-working")


async def _answer(front: Front, call: Call, say: Say | SayAgain) -> str:
    """Begin an answer; return the key of what has to be said if there is none, else nothing.

    Words are taken down first: whatever interrupts the answer then, also before it begins, they are not lost.
    """
    try:
        found = await front.room.opened(say, call.update)
    except Refused as refused:
        return f"refused-{refused.reason}"
    except InvalidValue as invalid:
        return f"invalid-{invalid}"
    except AlreadyHandled:
        return ""  # the update came twice, and is answered
    pieces = front.room.answer(say, found)
    await streams.begin(front, call, pieces, series=found.desk.series.id, episode=say.episode, turn=found.turn.id)
    return ""


async def _go_on(front: Front, call: Call, turn: TakeId, cause: int) -> None:
    """Take what was said as its speaker said it, here, where they said it, now that somebody answers for it.

    What it leads to needs the speaker's rights, whoever answers for the words.
    """
    take = await front.views.take(turn)
    text = await words(front.views.path, take)
    async with front.views.moment() as reader:
        series = (await reader.episode(take.episode)).series
        by, heard = await speaker(reader, take), await dictation(reader, take)
    if text and by is not None:
        caller = Caller(chat=by.chat, name=by.name, language=Language(by.language))
        theirs = replace(call, caller=caller, update=cause)
        episode = await _episode(front, call)
        say = Say(caller=caller, series=series, episode=episode, text=text, dictated=heard)
        trouble = await _answer(front, theirs, say)
        if trouble:
            await front.answer(theirs, trouble)


def _cause(*of: str | int) -> int:
    """Return the cause of an offer's effect: taken up twice it has none. It is below zero, where no update is."""
    return -int(digest_of(of)[:15], 16)


def _post(call: Call) -> Post:
    return Post(chat=call.chat.id, message_id=call.pressed, purpose=TALK)


async def _episode(front: Front, call: Call) -> EpisodeId | None:
    known = await front.views.post(call.chat.id, call.pressed)
    return known.episode if known else None
