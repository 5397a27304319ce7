"""What is weak in an episode, in the chat where it was asked for: a tap mends, takes a fact up, or leaves be.

What was settled of a version in a chat is kept with the messages that showed it (`CRAFT` and the keys of the points).
"""

from functools import partial

from agents.commands.book import Remember
from agents.commands.story import MakeWish
from agents.counsel import AskedCounsel, Counsel
from agents.crew.findings import Finding
from bot.callbacks import Press
from bot.carrier import About
from bot.dialling import dial
from bot.front import Call, Front, Toast
from bot.screens import craft as screens
from storage.domain.bible import Fact
from storage.domain.contributions import Words
from storage.domain.crew import Right
from storage.domain.errors import Refused
from storage.domain.ids import EpisodeId, TakeId
from storage.domain.papers import Subject
from storage.errors import NotFound
from storage.posts import Post
from storage.views import Card

CRAFT = "craft"
"""The purpose of a message of findings, followed by the version they are of and the keys of those settled here."""

TOASTS = {screens.DO: "toast-working", screens.KEEP: "toast-craft-kept", screens.DROP: "toast-craft-dropped"}
"""What is said once a point is settled."""


async def show(front: Front, call: Call, episode: EpisodeId) -> str:
    """Show what is weak in an episode; return the key of what went wrong, else nothing."""
    try:
        found = await _counsel(front, call, episode)
    except Refused as refusal:
        return f"refused-{refusal.reason}"
    except NotFound:
        return "toast-not-a-button"
    card = await front.views.card(episode)
    settled = await _settled(front, call, episode, found.take.id)
    screen = screens.counsel(call.voice, card, found, settled, writes=await _writes(front, call, card))
    await front.show(call, screen, About(purpose=_purpose(found.take.id, settled), episode=episode))
    return ""


async def ask(front: Front, call: Call, press: Press) -> Toast:
    """Show what is weak in the episode of a draft."""
    trouble = await show(front, call, EpisodeId(press.about))
    return Toast(trouble, alert=bool(trouble))


async def mend(front: Front, call: Call, press: Press) -> Toast:
    """Settle a point of the version that counts: mend it, take it into the bible, or leave it as it is."""
    take = await front.views.take(TakeId(press.about))
    card = await front.views.card(take.episode)
    refusal = await front.refused(call, card.series.id, Right.WRITE)
    if refusal:
        return Toast(refusal, alert=True)
    found = await _counsel(front, call, take.episode)
    if found.take.id != take.id:
        return Toast("toast-craft-outdated", alert=True)
    settled = await _settled(front, call, take.episode, take.id)
    what, _, key = press.word.partition("-")
    point = next((each for each in screens.open_(found, settled) if screens.key(each) == key), None)
    if point is None:
        return Toast("toast-already", alert=True)
    command = _command(call, take.episode, what, point)
    trouble = await front.carry(call, command) if command else ""
    if trouble:
        return Toast(trouble, alert=True)
    await _turn(front, call, card, found, settled | {key})
    return Toast(TOASTS.get(what, ""))


def _command(call: Call, episode: EpisodeId, what: str, point: screens.Point) -> MakeWish | Remember | None:
    """Return what a button asks for; to leave a point as it is asks for nothing."""
    if what == screens.KEEP and isinstance(point, Fact):
        return Remember(caller=call.caller, episode=episode, fact=point.id)
    if what == screens.DO and isinstance(point, Finding):
        return MakeWish(
            caller=call.caller,
            episode=episode,
            text=point.fix,
            about=Subject.SCRIPT,
            words=Words.SUGGESTED,
        )
    return None


async def _counsel(front: Front, call: Call, episode: EpisodeId) -> Counsel:
    return await front.showrunner.counsel(AskedCounsel(caller=call.caller, chat=call.chat.id, episode=episode))


async def _writes(front: Front, call: Call, card: Card) -> bool:
    """Return whether buttons are offered: in private only to who writes there; in a group it is asked at the press."""
    return not call.private or not await front.refused(call, card.series.id, Right.WRITE)


async def _turn(front: Front, call: Call, card: Card, found: Counsel, settled: frozenset[str]) -> None:
    """Let the message of a pressed button show what is left, and remember what is not."""
    post = Post(chat=call.chat.id, message_id=call.pressed, purpose="", episode=card.episode.id)
    post = await front.views.post(call.chat.id, call.pressed) or post
    screen = screens.counsel(call.voice, card, found, settled, writes=True)
    await dial("editMessageText", partial(front.sender.turn, post, screen, _purpose(found.take.id, settled)))


async def _settled(front: Front, call: Call, episode: EpisodeId, take: TakeId) -> frozenset[str]:
    """Return the keys of the findings of a version that were settled in this chat."""
    begins = _purpose(take, frozenset())
    posts = [post for post in await front.views.posts(episode=episode) if post.chat == call.chat.id]
    keys = [post.purpose.removeprefix(begins).split(",") for post in posts if post.purpose.startswith(begins)]
    return frozenset(key for each in keys for key in each if key)


def _purpose(take: TakeId, settled: frozenset[str]) -> str:
    return f"{CRAFT}:{take}:{','.join(sorted(settled))}"
