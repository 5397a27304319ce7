"""What a group is asked about an episode's money or size: anybody there with the right to steer may answer."""

from bot.carrier import About
from bot.screens import halts
from bot.screens.page import Voice
from bot.screens.status import Reached, left, status
from bot.sender import Sender
from storage.domain.ids import EpisodeId
from storage.views import Views

SPENDING = "spending"
"""The purpose of such a question, followed by the episode's id."""


async def ask(sender: Sender, views: Views, episode: EpisodeId, chat: int, voice: Voice) -> None:
    """Ask a group what an episode waits for, if it is that; what it was asked before is settled."""
    await answered(sender, views, episode, chat, voice)
    card = await views.card(episode)
    if card.episode.halt in halts.ASKING:
        await sender.send(chat, status(voice, card, Reached()), About(purpose=f"{SPENDING}:{episode}"))


async def answered(sender: Sender, views: Views, episode: EpisodeId, chat: int, voice: Voice) -> None:
    """Take the buttons off what a group was asked."""
    asked = await views.posts(purpose=f"{SPENDING}:{episode}") if chat < 0 else ()
    for post in asked:
        if post.chat == chat:
            await sender.settle(post, left(voice, await views.card(episode)))
