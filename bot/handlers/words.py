"""What a person writes: a new idea, an answer to a question of ours, or a wish about what we are making."""

import re
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial

from agents.commands.lines import ChangeName, OpenDispute
from agents.commands.review import Decide, MakeRemark, WorkOn
from agents.commands.story import AskVariants, Assure, Enlarge, MakeWish, OpenEpisode, OpenSeries
from agents.commands.team import Meet
from agents.finishing import enlarges
from agents.intake import clean
from agents.remarks import ABOUT
from agents.room import rules
from bot.carrier import About
from bot.dialling import dial
from bot.ears import ASK_SPOKEN, Hearing
from bot.front import Call, Front, mention
from bot.handlers import editions, entries, lending, manuscripts, merge, prompting, room
from bot.screens import ears, library
from bot.screens.lending import LENGTHS
from bot.screens.page import Screen
from bot.screens.shots import COUNT
from bot.sender import CAUTION, CHOICE, OVER
from bot.streaming.ways import OWED, TALK
from storage.domain.crew import Right
from storage.domain.errors import InvalidValue
from storage.domain.ids import DraftId, EpisodeId, RemarkId, SeriesId, TakeId
from storage.domain.papers import Matter, Subject
from storage.domain.review import Decision, Outcome
from storage.domain.stages import Stage
from storage.domain.takes import PICTURES
from storage.posts import Post

ASK_IDEA = "ask-idea"
ASK_EPISODE = "ask-episode"
"""Followed by the series' id: the purpose of a question can carry what it is about."""
ASK_REASON = "ask-reason"
"""Followed by the ids of the spoken remarks that the answer puts into words, if there are any."""
ASK_NAME, ASK_WRONG = "ask-name", "ask-wrong"
"""Followed by the id of the episode in whose credits the person who is asked stands."""

ASK_DICTATED = "ask-dictated"
"""Followed by the id of the message that shows what was heard."""

ASK_INSTEAD = "ask-instead"
"""Followed by the paper that is to be changed, where that is not told by the stage."""
WHY_ASSURED = "why-assured"
"""Followed by the take of the words that somebody answers for, and the matter. It need not be answered: only a reply to
it is an answer.
"""

_NUMERALS = "零一二三四五六七八九"
_VARIANTS = re.compile(
    r"(?:(?P<count>\d)\s+)?(?:other\s+|autres\s+)?(?:variants?|variantes?|versions?)[.!]?"
    rf"|(?P<chinese>[\d两{_NUMERALS}])?\s*(?:个|种)?\s*(?:方案|变体|版本)[。！]?",
    re.IGNORECASE,
)
"""A reply that asks for variants and says nothing else."""

_LARGER = re.compile(
    r"(?:make it )?(?:larger|bigger)[.!]?|upscale[.!]?|(?:en )?plus grand[.!]?|agrandi(?:s|r|s-la|ssez-la)?[.!]?"
    r"|(?:请)?放大(?:一点)?[。！]?",
    re.IGNORECASE,
)
"""A reply that asks for a larger picture and says nothing else."""


async def written(front: Front, call: Call, text: str) -> None:
    """Take what a person wrote in their private chat: a reply to a post, or else about the latest one."""
    replied = await answered(front, call)
    post = replied or await front.views.latest_post(call.chat.id)
    if post is not None and await _to_question(front, call, text, post):
        return
    episode = post.episode if post else await _begun(front, call)
    if replied is not None and await _of_picture(front, call, text, replied):
        return
    if post is not None and post.draft is not None and await looks_on(front, call, post.draft):
        await _remark(front, call, text, post, post.draft)
    elif episode is None:
        await _open(front, call, text)
    elif not await _talked(front, call, text, episode, replied):
        about = await _about(front, replied) if replied else None
        await _wish(front, call, text, episode, about=about, shot=shot_of(replied))


async def _talked(front: Front, call: Call, text: str, episode: EpisodeId, replied: Post | None) -> bool:
    """Take words about a series to its room; false where they are a wish: in reply to a paper or a drawing they are.

    What is written when an episode is out may be an idea for the next: only what goes on with a talk is talk then.
    """
    if replied is not None and replied.purpose != TALK:
        return False
    card = await front.views.card(episode)
    post = replied or await front.views.latest_post(call.chat.id)
    goes_on = post is not None and post.purpose == TALK
    if not goes_on and card.episode.stage is Stage.RELEASED and not rules.is_question(text):
        return False
    if not await front.room.wants(text):
        return False
    await room.talk(front, call, text, card)
    return True


async def _open(front: Front, call: Call, idea: str) -> None:
    """Begin a series from an idea, or ask about a script."""
    if not (call.private and await manuscripts.pasted(front, call, idea)):
        await front.carry_aloud(call, OpenSeries(caller=call.caller, idea=idea, dictated=call.dictated))


async def dictated(front: Front, call: Call, post: Post, text: str) -> None:
    """Take what a person said aloud and has accepted or put right, as if they had written it there and then."""
    hearing = Hearing.of(post)
    if hearing is None or hearing.transcript is None:
        return
    accepted = ears.used(call.voice, text) if hearing.is_picture else ears.accepted(call.voice, text)
    if hearing.remark:
        taken = WorkOn(caller=call.caller, remark=hearing.remark, text=text, dictated=hearing.transcript)
        if not await front.carry_aloud(call, taken):
            return
        await dial("editMessageText", partial(front.sender.settle, post, accepted))
        return
    answers = await front.views.post(call.chat.id, hearing.replied) if hearing.replied else None
    await written(front, replace(call, dictated=hearing.transcript, answers=answers), text)
    await dial("editMessageText", partial(front.sender.settle, post, accepted))


async def _corrected(front: Front, call: Call, text: str, question: Post, shown: int) -> None:
    """Take the right words for something heard; what was taken or dropped meanwhile is not taken again."""
    post = await front.views.post(call.chat.id, shown)
    await front.sender.close(question)
    if post is None or Hearing.of(post) is None:
        await front.answer(call, "ears-over")
    else:
        await dictated(front, call, post, text)


async def _begun(front: Front, call: Call) -> EpisodeId | None:
    """Return the newest episode of a creator who writes on before we have said a word."""
    created = {series.id for series in await front.views.created(call.caller.chat)}
    cards = await front.views.library(call.caller.chat)
    return next((card.episode.id for card in cards if card.series.id in created), None)


async def written_in_group(front: Front, call: Call, text: str) -> None:
    """Take a reply to one of our messages in a group; everything else there is talk among people."""
    post = await answered(front, call)
    if post is None or await _to_question(front, call, text, post) or await _of_picture(front, call, text, post):
        return
    if post.draft is not None:
        await _remark(front, call, text, post, post.draft)
        return
    episode = post.episode or await front.topic(call)
    if episode is not None and not (post.purpose == TALK and await _talked(front, call, text, episode, post)):
        await _wish(front, call, text, episode, about=None, shot=shot_of(post))


async def _of_picture(front: Front, call: Call, text: str, post: Post) -> bool:
    """Take a reply to a picture that says what it is painted from, or asks for variants or a larger one; else false."""
    if post.episode is None or not shot_of(post):
        return False
    if await prompting.told(front, call, text, post, shot_of(post)) or await _varied(front, call, text, post):
        return True
    if not _LARGER.fullmatch(text.strip()) or not enlarges(front.showrunner.studio):
        return False
    asked = Enlarge(caller=call.caller, episode=EpisodeId(post.episode), shot=shot_of(post), text=text)
    await front.carry_aloud(call, asked)
    return True


async def _varied(front: Front, call: Call, text: str, post: Post) -> bool:
    """Take a reply to a drawing that asks for variants of it; false if it asks for something else."""
    asked = _VARIANTS.fullmatch(text.strip())
    if asked is None or post.episode is None or not shot_of(post):
        return False
    said = asked["count"] or asked["chinese"]
    count = COUNT if not said else int(said) if said.isdecimal() else _NUMERALS.index(said.replace("两", "二"))
    await front.carry_aloud(
        call, AskVariants(caller=call.caller, episode=post.episode, text=text, shot=shot_of(post), count=count)
    )
    return True


async def begin(front: Front, call: Call, idea: str) -> None:
    """Begin a series from an idea, or ask for one."""
    if idea:
        await front.carry_aloud(call, OpenSeries(caller=call.caller, idea=idea))
    else:
        await ask(front, call, ASK_IDEA, About(purpose=ASK_IDEA))


async def ask(front: Front, call: Call, key: str, about: About, **values: str | int) -> None:
    """Ask a question whose answer is a message; in a group it is put to the caller by name."""
    await front.showrunner.handle(Meet(caller=call.caller))
    words = call.voice(key, **values)
    text = words if call.private else f"{mention(call.caller)} — {words}"
    await front.show(call, Screen(text=text, reply=True), about)


async def answered(front: Front, call: Call) -> Post | None:
    """Return our message that this one replies to. What somebody asked, and is owed an answer to, is not ours."""
    if call.dictated is not None:
        return call.answers
    replied = call.message.reply_to_message if call.message else None
    post = await front.views.post(call.chat.id, replied.message_id) if replied else None
    return None if post is not None and post.purpose.startswith(OWED) else post


ANSWERED: Mapping[str, Callable[[Front, Call, str, Post, str], Awaitable[object]]] = {
    entries.ASK_ENTRY: entries.answered,
    prompting.ASK_PROMPT: prompting.answered,
}
"""Questions whose own modules take the answers."""


async def _to_question(front: Front, call: Call, text: str, post: Post) -> bool:
    """Take an answer to a question of ours; false if the post asked none."""
    purpose, _, about = post.purpose.removeprefix(OVER).partition(":")
    if await editions.put_right(front, call, text, post):
        return True
    if purpose in {ASK_NAME, ASK_WRONG}:
        await _of_own_line(front, call, text, post)
    elif purpose == ASK_IDEA:
        await _open(front, call, text)
    elif purpose == ASK_EPISODE:
        begun = OpenEpisode(caller=call.caller, series=SeriesId(about), idea=text, dictated=call.dictated)
        await front.carry_aloud(call, begun)
    elif purpose == ASK_SPOKEN:
        await front.carry_aloud(call, WorkOn(caller=call.caller, remark=RemarkId(about), text=text))
    elif purpose == ASK_REASON and post.draft is not None:
        heard = tuple(map(RemarkId, about.split(","))) if about else ()
        await _judge(front, call, text, post, heard)
    elif purpose in ANSWERED:
        await ANSWERED[purpose](front, call, text, post, about)
    elif lending.asks(post):
        await front.answer(call, "lend-aloud", **LENGTHS)
    elif purpose == ASK_DICTATED:
        await _corrected(front, call, text, post, int(about))
    else:
        return await _of_rights(front, call, text, post)
    return True


async def _of_own_line(front: Front, call: Call, text: str, question: Post) -> None:
    """Take what someone says of their own credit line: another name, or what is wrong with it."""
    purpose, _, about = question.purpose.removeprefix(OVER).partition(":")
    person = await front.views.person(call.caller.chat)
    if person is None:
        return
    command: ChangeName | OpenDispute
    if purpose == ASK_NAME:
        command = ChangeName(caller=call.caller, episode=EpisodeId(about), person=person.id, name=text)
    else:
        command = OpenDispute(caller=call.caller, episode=EpisodeId(about), person=person.id, text=text)
    if await front.carry_aloud(call, command):
        await front.sender.close(question)
        await front.answer(call, "line-renamed" if purpose == ASK_NAME else "line-passed-on")


async def _of_rights(front: Front, call: Call, text: str, post: Post) -> bool:
    """Take what somebody says of words that may touch rights: other words, or why they answer for these; false if the
    post is about something else.
    """
    purpose, about, *matter = (*post.purpose.removeprefix(OVER).split(":"), "")
    if purpose not in {ASK_INSTEAD, WHY_ASSURED, CAUTION}:
        return False
    if purpose == WHY_ASSURED:
        command = Assure(caller=call.caller, take=TakeId(about), matter=Matter(matter[0]), reason=text)
        if await front.carry_aloud(call, command):
            await front.sender.close(post)
            await front.answer(call, "assured-why")
    elif post.episode is not None:
        await _wish(front, call, text, post.episode, about=Subject(about) if about else None, shot="")
    else:
        take = await front.views.take(TakeId(about))
        await _wish(front, call, text, take.episode, about=None, shot="")
    return True


async def _judge(front: Front, call: Call, text: str, post: Post, heard: tuple[RemarkId, ...] = ()) -> None:
    """Send a draft back with this reason; a reply to one drawing names its shot."""
    if post.draft is None:
        return
    command = Decide(
        caller=call.caller,
        draft=post.draft,
        decision=Decision.SEND_BACK,
        reason=text,
        shot=shot_of(post),
        heard=heard,
    )
    await front.carry_aloud(call, command)


async def looks_on(front: Front, call: Call, draft: DraftId) -> bool:
    """Return whether a caller is in the team of a draft and does not write there: what they say is a remark."""
    sheet = await front.views.sheet(draft)
    joined = {series.id for series in await front.views.joined(call.caller.chat)}
    right = Right.TRANSLATE if sheet.card.episode.language else Right.WRITE
    return sheet.card.series.id in joined and bool(await front.refused(call, sheet.card.series.id, right))


async def _remark(front: Front, call: Call, text: str, post: Post, draft: DraftId) -> None:
    """Keep a reply to a draft as a remark; whoever decides has a drawing that they reply to drawn anew at once."""
    sheet = await front.views.sheet(draft)
    if sheet.card.episode.stage is Stage.RELEASED:
        return
    redraws = shot_of(post) and sheet.draft.outcome is Outcome.OPEN
    if redraws and not await front.refused(call, sheet.card.series.id, Right.DECIDE):
        await _judge(front, call, text, post)
    else:
        await front.carry_aloud(call, MakeRemark(caller=call.caller, draft=draft, text=text, shot=shot_of(post)))


async def _wish(front: Front, call: Call, text: str, episode: EpisodeId, *, about: Subject | None, shot: str) -> None:
    """Take a wish about an episode. A released one is left alone: the words are a new idea or, in a group, talk, unless
    they answer one of its pictures.
    """
    card = await front.views.card(episode)
    if card.episode.stage is not Stage.RELEASED:
        answers = await answered(front, call)
        wish = MakeWish(
            caller=call.caller,
            episode=episode,
            text=text,
            about=about,
            shot=shot,
            draft=answers.draft if answers else None,
            dictated=call.dictated,
        )
        if not await merge.asked(front, call, wish):
            await front.carry_aloud(call, wish)
    elif shot:
        await front.answer(call, "refused-is-out")
    elif call.private:
        await _place(front, call, text)


async def _place(front: Front, call: Call, idea: str) -> None:
    """Ask where an idea belongs, if there is a choice: the question answers the message that says it."""
    created = await front.views.created(call.caller.chat)
    try:
        words = clean(idea)
    except InvalidValue as invalid:
        await front.answer(call, f"invalid-{invalid}")
        return
    if call.message is None or not created:
        await front.carry_aloud(call, OpenSeries(caller=call.caller, idea=words, dictated=call.dictated))
        return
    cards = await front.views.library(call.caller.chat)
    episodes = Counter(card.series.id for card in cards if not card.episode.language)
    ways = [(series, episodes[series.id] + 1) for series in created]
    about = About(purpose=f"{CHOICE}:{call.dictated}" if call.dictated else CHOICE)
    await front.show(call, library.place(call.voice, words, ways, call.message.message_id), about)


async def _about(front: Front, post: Post) -> Subject | None:
    """Return the paper that a reply to a draft is about; otherwise the stage tells."""
    if post.draft is None:
        return None
    sheet = await front.views.sheet(post.draft)
    return ABOUT.get(sheet.draft.kind, Subject.SCRIPT)


def shot_of(post: Post | None) -> str:
    """Return the shot whose picture a post shows."""
    medium, _, shot = post.work.partition("/") if post else ("", "", "")
    return shot if medium in PICTURES else ""
