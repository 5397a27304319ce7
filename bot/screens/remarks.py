"""What was said about an episode, as a list to work through."""

import html

from bot.callbacks import Act, Press
from bot.screens.page import Button, Rows, Screen, Spoken, Voice, shortened
from storage.domain.timecode import Frames
from storage.views import Card
from storage.worklist import Entry, Worklist

MOST = 8
"""Remarks that one message lists: two buttons each still fit a phone's screen."""

LONGEST = 300
"""UTF-16 units of a remark that are shown."""


def to_do(voice: Voice, shown: Worklist) -> Screen:
    """Return the oldest remarks of an episode, numbered, with two buttons each."""
    card, entries = shown.card, shown.entries
    if not entries:
        return Screen(text=voice("remarks-none", title=card.title, number=card.episode.number))
    head = voice("remarks-head", title=card.title, number=card.episode.number, count=len(entries))
    listed = entries[:MOST]
    lines = [_line(voice, card, number, entry) for number, entry in enumerate(listed, 1)]
    more = [voice("remarks-more", count=len(entries) - MOST)] if len(entries) > MOST else []
    return Screen(text="\n\n".join((head, *lines, *more)), buttons=_rows(voice, listed))


def _rows(voice: Voice, entries: tuple[Entry, ...]) -> Rows:
    return tuple(_row(voice, number, entry) for number, entry in enumerate(entries, 1))


def _row(voice: Voice, number: int, entry: Entry) -> tuple[Button, ...]:
    sound = entry.remark.sound
    play = voice.button("button-play-remark", Press(Act.PLAY, entry.remark.id), number=number)
    return (
        *((play,) if sound and sound.digest else ()),
        voice.button("button-work-on", Press(Act.WORK_ON, entry.remark.id), number=number),
        voice.button("button-leave-remark", Press(Act.LEAVE, entry.remark.id), number=number),
    )


def _line(voice: Voice, card: Card, number: int, entry: Entry) -> str:
    """Return a remark: its number, what it is pinned to, who made it, and their words."""
    pins = " · ".join(_pins(voice, card, entry))
    name, words = (html.escape(each, quote=False) for each in (entry.name, shortened(entry.remark.text, LONGEST)))
    said = " ".join(each for each in (_spoken(entry), words) if each)
    return f"<b>{number}.</b> {pins} — {name}\n{said}"


def _spoken(entry: Entry) -> str:
    """Return how long a remark is that was said aloud."""
    sound = entry.remark.sound
    return f"🎤 {sound.seconds // 60}:{sound.seconds % 60:02}" if sound else ""


def played(voice: Voice, card: Card, entry: Entry) -> Screen | None:
    """Return a remark that was said aloud, to be listened to; nothing if it was typed, or its sound was removed."""
    sound = entry.remark.sound
    if sound is None or sound.digest is None:
        return None
    name, words = (html.escape(each, quote=False) for each in (entry.name, shortened(entry.remark.text, LONGEST)))
    text = "\n".join(each for each in (f"🎤 {' · '.join(_pins(voice, card, entry))} — {name}", words) if each)
    return Screen(text=text, spoken=Spoken(digest=sound.digest, kind=sound.kind, seconds=sound.seconds))


def _pins(voice: Voice, card: Card, entry: Entry) -> tuple[str, ...]:
    shots = [shot.id for shot in card.script.shots] if card.script else []
    remark = entry.remark
    shot = (voice("remark-shot", number=shots.index(remark.shot) + 1),) if remark.shot in shots else ()
    time = (str(Frames(remark.frame)),) if remark.frame is not None else ()
    return (*shot, *time) or (voice("remark-whole"),)
