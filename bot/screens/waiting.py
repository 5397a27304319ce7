"""What waits for a verdict, as a list: a button for each draft, and one for them all."""

from collections.abc import Sequence

from bot.callbacks import Act, Press
from bot.screens.page import Screen, Voice
from bot.words import Value
from storage.waiting import Waiting

LISTED = 20
"""Drafts listed at most: more are counted, and come when these are decided."""


def waiting(voice: Voice, drafts: Sequence[Waiting]) -> Screen:
    """Return the list, the one that has waited longest first."""
    if not drafts:
        return Screen(text=voice("waiting-none"))
    listed = drafts[:LISTED]
    lines = [_line(voice, number, each) for number, each in enumerate(listed, 1)]
    more = [voice("waiting-more", count=len(drafts) - LISTED)] if len(drafts) > LISTED else []
    rows = [
        (voice.button("button-show", Press(Act.SHOW, each.draft.id), number=number, title=each.series.title),)
        for number, each in enumerate(listed, 1)
    ]
    everything = [(voice.button("button-approve-all", Press(Act.APPROVE_ALL), count=len(listed)),)]
    text = "\n".join((voice("waiting", count=len(drafts)), *lines, *more))
    return Screen(text=text, buttons=(*rows, *(everything if len(listed) > 1 else [])))


def _line(voice: Voice, number: int, each: Waiting) -> str:
    kind = voice(f"kind-{each.draft.kind}")
    words: dict[str, Value] = {
        "number": number,
        "title": each.series.title,
        "episode": each.episode.number,
        "kind": kind,
    }
    if each.needs > 1:
        return voice("waiting-line-count", said=each.said, needs=each.needs, **words)
    return voice("waiting-line", **words)
