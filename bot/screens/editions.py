"""Editions: the words of an episode beside those of another language, and the question which language that shall be."""

import html
from collections.abc import Collection, Iterator, Mapping

from bot.callbacks import Act, Press
from bot.screens.page import Button, Rows, Screen, Voice
from storage.domain.ids import EpisodeId
from storage.domain.papers import Rendered, Text, Translation
from storage.domain.story import Episode, Language

NATIVE: Mapping[Language, str] = {
    Language.FRENCH: "Français",
    Language.ENGLISH: "English",
    Language.CHINESE: "中文",
}
"""What each language calls itself: whoever looks for theirs finds it."""


def choose(voice: Voice, episode: EpisodeId, title: str, ways: Collection[Language]) -> Screen:
    """Ask into which of some languages an episode is to be translated."""
    row = tuple(Button(NATIVE[each], Press(Act.TRANSLATE, episode, word=each)) for each in Language if each in ways)
    return Screen(text=voice("translate-ask", title=title), buttons=(row,))


def translate(voice: Voice, episode: Episode) -> Rows:
    """Return the row that asks for an episode in another language; an edition has none."""
    return () if episode.language else ((voice.button("button-translate", Press(Act.TRANSLATE, episode.id)),),)


def translation(voice: Voice, paper: Translation) -> str:
    """Return a translation, a paragraph a text: its number, whose it is, the original, and what it becomes."""
    texts = "\n\n".join(_texts(voice, paper))
    return f"{texts}\n\n{voice('translation-how')}"


def bare(paper: Translation) -> str:
    """Return the words of a translation as plain lines: what two versions are compared by."""
    return "\n".join(text.text for text in paper.texts)


def _texts(voice: Voice, paper: Translation) -> Iterator[str]:
    for number, text in enumerate(paper.texts, 1):
        head = " · ".join(filter(None, (f"<b>{number}</b>", _whose(voice, paper, text), "✍" if text.by_hand else "")))
        yield f"{head}\n<i>{_safe(text.original)}</i>\n{_safe(text.text)}"


def _whose(voice: Voice, paper: Translation, text: Rendered) -> str:
    """Return what a text is, or who says it."""
    return _safe(paper.name(text.speaker)) if text.what is Text.LINE else voice(f"translation-{text.what}")


def _safe(text: str) -> str:
    return html.escape(text, quote=False)
