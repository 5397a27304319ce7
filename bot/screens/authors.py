"""Who wrote what in an episode: how many sentences are whose, then each of them, a page at a time."""

import html
from collections import Counter
from collections.abc import Sequence

from bot.callbacks import Act, Press
from bot.screens.diff import compare, marked
from bot.screens.page import LONGEST_TEXT, Button, Screen, Voice, quoted
from storage.domain.ids import EpisodeId
from storage.making import Act as Made
from storage.making import Making
from storage.tracing import Hand, Traced, trace

PAGE = 8
"""Sentences of one message: about two screens of a phone."""


def authors(voice: Voice, making: Making, page: int) -> Screen:
    """Return a page (from 0) of who wrote what; one that is too far is the last."""
    traced = trace(making)
    head = voice("authors-head", title=making.title, number=making.episode.number)
    if not traced:
        return Screen(text=f"{head}\n{voice('authors-none')}")
    last = (len(traced) - 1) // PAGE
    page = min(page, last)
    entries = [_entry(voice, each) for each in traced[page * PAGE : (page + 1) * PAGE]]
    parts = [head, *([_counts(voice, traced)] if page == 0 else []), *entries]
    return Screen(text="\n\n".join(parts), buttons=_pages(making.episode.id, page, last))


def _counts(voice: Voice, traced: Sequence[Traced]) -> str:
    """Say how many sentences are whose, most first."""
    found = Counter(_whose(voice, each) for each in traced)
    return "\n".join(f"<b>{count}</b> · {whose}" for whose, count in found.most_common())


def _entry(voice: Voice, traced: Traced) -> str:
    """Return a sentence, with what stood there before its last hand, whose it is, and what it comes from."""
    before = traced.hands[-2].text if len(traced.hands) > 1 else traced.sentence.text
    words = marked(compare(before, traced.sentence.text), LONGEST_TEXT // PAGE // 2).text
    whose, asked = _whose(voice, traced), traced.dictated or next(iter(traced.wishes), None)
    if asked and asked.typed:
        whose = f"{whose} · {voice('authors-turn', text=quoted(asked.typed))}"
    return f"{words}\n<i>{whose}</i>"


def _whose(voice: Voice, traced: Traced) -> str:
    """Return the names of those who wrote a sentence, in the order in which they did."""
    return " → ".join(dict.fromkeys(_name(voice, hand) for hand in traced.hands))


def _name(voice: Voice, hand: Hand) -> str:
    """Return who wrote, and how where that is not typing; what was only taken was a model's words."""
    name = _party(voice, hand.act)
    words = hand.act.act.words
    return voice("authors-hand", name=name, words=words.value if words else "none")


def _party(voice: Voice, act: Made) -> str:
    return act.name or html.unescape(voice("authors-unnamed"))


def _pages(episode: EpisodeId, page: int, last: int) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons to the pages beside this one."""
    ways = (("←", page - 1), ("→", page + 1))
    row = tuple(
        Button(f"{arrow} {to + 1}/{last + 1}", Press(Act.AUTHORS, episode, word=f"p{to}"))
        for arrow, to in ways
        if 0 <= to <= last
    )
    return (row,) if row else ()
