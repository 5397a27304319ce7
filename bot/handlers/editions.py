"""An episode in another language: asked for by a command or a button, and its words put right in an answer."""

import re
from collections.abc import Mapping

from agents.commands.story import PutRight, Translate
from bot.callbacks import Press
from bot.carrier import About
from bot.front import Call, Front, Toast
from bot.screens import editions as screens
from bot.sender import CHOICE, DRAFT
from storage.domain.contributions import Words
from storage.domain.crew import Right
from storage.domain.ids import EpisodeId
from storage.domain.review import DraftKind
from storage.domain.stages import Stage
from storage.domain.story import Language
from storage.editions import edition, original
from storage.posts import Post
from storage.views import Card

NAMES: Mapping[str, Language] = {
    name: language
    for language, names in {
        Language.FRENCH: "fr français francais french 法语 法文",
        Language.ENGLISH: "en english anglais 英语 英文",
        Language.CHINESE: "zh 中文 chinese chinois 汉语 普通话",
    }.items()
    for name in names.split()
}
"""What people call the languages, without capitals."""

_PUT = re.compile(r"\s*(\d{1,3})\s*[.:：、)）]\s*(\S.*)")
"""A text in one's own words: its number, a sign, and they."""


async def ask(front: Front, call: Call, card: Card, said: str) -> Card | None:
    """Begin the edition of an episode in the language that was named, or ask in which.

    There is one in each: where it was begun before it is returned, to be shown.
    """
    card = await _original(front, card)
    language = NAMES.get(said.strip().casefold())
    known = await _known(front, card, language)
    if known is not None:
        return known
    if language is not None:
        text = f"/translate {said.strip()}"
        begun = Translate(caller=call.caller, episode=card.episode.id, language=language, text=text)
        if await front.carry_aloud(call, begun):
            await _begun(front, call, card, language)
    else:
        trouble = await _choose(front, call, card)
        if trouble:
            await front.answer(call, trouble)
    return None


async def pressed(front: Front, call: Call, press: Press) -> Toast:
    """Begin the edition in the language of the button, or ask in which."""
    card = await front.views.card(EpisodeId(press.about))
    if not press.word:
        trouble = await _choose(front, call, await _original(front, card))
        return Toast(trouble, alert=bool(trouble))
    if press.word not in set(Language):
        return Toast("toast-not-a-button", alert=True)
    language = Language(press.word)
    begun = Translate(
        caller=call.caller,
        episode=card.episode.id,
        language=language,
        text=f"/translate {language}",
        words=Words.SUGGESTED,
    )
    words = call.voice("translate-chosen", title=card.title, tongue=screens.NATIVE[language])
    return await front.settle(call, begun, words)


async def put_right(front: Front, call: Call, text: str, post: Post) -> bool:
    """Take an answer to a translation whose every line is a number and words; false if it is anything else."""
    put = [_PUT.fullmatch(line) for line in text.strip().splitlines() if line.strip()]
    if post.draft is None or post.purpose != DRAFT:
        return False
    sheet = await front.views.sheet(post.draft)
    if sheet.draft.kind is not DraftKind.TRANSLATION or not put or not all(put):
        return False
    if await front.refused(call, sheet.card.series.id, Right.TRANSLATE):
        return False
    texts = {int(found[1]): found[2] for found in put if found}
    await front.carry_aloud(call, PutRight(caller=call.caller, episode=sheet.draft.episode, texts=texts))
    return True


async def _choose(front: Front, call: Call, card: Card) -> str:
    """Ask in which language; return the key of why not, else nothing."""
    refusal = await front.refused(call, card.series.id, Right.TRANSLATE)
    if refusal or card.episode.stage is not Stage.RELEASED:
        return refusal or "refused-translate-later"
    ways = [each for each in Language if each is not card.series.language and not await _known(front, card, each)]
    if not ways:
        return "refused-translated-already"
    screen = screens.choose(call.voice, card.episode.id, card.title, ways)
    await front.show(call, screen, About(purpose=CHOICE, episode=card.episode.id))
    return ""


async def _begun(front: Front, call: Call, card: Card, language: Language) -> None:
    """Say that the work begins to whoever does not lead the series: who does sees how far it is."""
    series, _, _ = await front.views.series(card.series.id)
    person = await front.views.person(call.chat.id)
    if person is None or person.id != series.creator:
        await front.answer(call, "translate-chosen", title=card.title, tongue=screens.NATIVE[language])


async def _original(front: Front, card: Card) -> Card:
    """Return the episode that an edition is made from, and any other as it is."""
    async with front.views.moment() as reader:
        found = await original(reader, card.episode)
    return await front.views.card(found.id) if found else card


async def _known(front: Front, card: Card, language: Language | None) -> Card | None:
    async with front.views.moment() as reader:
        found = await edition(reader, card.episode.id, language) if language else None
    return await front.views.card(found.id) if found else None
