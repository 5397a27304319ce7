"""One shot by itself: its drawing before and after a change, and several drawings of it to choose from."""

from collections.abc import Mapping, Sequence

from bot.callbacks import Act, Press
from bot.screens.drafts import captions_of
from bot.screens.page import Button, Pair, Picture, Rows, Screen, Voice
from storage.domain.takes import Medium, Work
from storage.views import Left, Redrawn, Varied

STARS = 5
"""Stars that a picture may have at most."""

COUNT = 3
"""Drawings that the button for variants asks for."""


FINISHED = frozenset({Medium.STILL, Medium.RETOUCH})
"""What a model painted, so that it can be made larger."""


def redrawn(voice: Voice, shown: Redrawn, *, enlarges: bool = False) -> Screen:
    """Return a shot's picture beside the one before, with the way back, and to a larger one where that can be made."""
    after, before = shown.after, shown.before
    caption = captions_of(voice, shown.script, shown.synopsis)[shown.shot]
    pair = Pair(
        before=before.digest,
        after=after.digest,
        labels=(voice("label-before"), voice("label-after")),
        work=str(Work(Medium.PANEL, shown.shot)),
    )
    buttons: Rows = (
        (voice.button("button-keep-new", Press(Act.KEEP, after.id)),),
        (voice.button("button-back", Press(Act.BACK, before.id)),),
        (voice.button("button-variants", Press(Act.VARIANTS, after.id), count=COUNT),),
    )
    if enlarges and after.work.medium in FINISHED:
        buttons = (*buttons, (voice.button("button-larger", Press(Act.LARGER, after.id)),))
    return Screen(text=f"{caption}\n{voice('shot-changed')}", buttons=buttons, pair=pair)


def left(voice: Voice, found: Left) -> Screen:
    """Say that a shot was painted anew without the changes of the picture before, and offer to make them again."""
    shown, count = found.shown, found.count
    caption = captions_of(voice, shown.script, shown.synopsis)[shown.shot]
    again = voice.button("button-retouch-again", Press(Act.RETOUCH_AGAIN, found.changes), count=count)
    return Screen(text=f"{caption}\n{voice('retouches-left', count=count)}", buttons=((again,),))


def varied(voice: Voice, shown: Varied, facts: Mapping[str, str]) -> Screen:
    """Return several drawings of a shot, numbered, with a button each and one to keep what there is.

    The `facts` of the event say how many stars each has, best first, and whether it is an audition, which is painted in
    full once it is chosen.
    """
    stars = tuple(map(int, facts.get("stars", "").split()))
    album = tuple(
        Picture(
            digest=take.digest,
            caption=_numbered(voice, number, stars[number - 1 : number]),
            work=str(Work(Medium.PANEL, shown.shot)),
        )
        for number, take in enumerate(shown.takes, 1)
    )
    numbers = tuple(Button(str(number), Press(Act.PICK, take.id)) for number, take in enumerate(shown.takes, 1))
    keep = voice.button("button-keep-current", Press(Act.KEEP, shown.current.id))
    caption = captions_of(voice, shown.script, shown.synopsis)[shown.shot]
    said = [voice("shot-varied")]
    if stars:
        said.append(voice("stars-are"))
    if "audition" in facts:
        said.append(voice("auditions-are"))
    return Screen(text="\n".join((caption, *said)), buttons=(numbers, (keep,)), album=album)


def _numbered(voice: Voice, number: int, stars: Sequence[int]) -> str:
    """Return a number, with the stars of a picture where it has any; the first of them is the recommended one."""
    shown = "".join(f" {'★' * count}{'☆' * (STARS - count)}" for count in stars)
    best = f" · {voice('variant-recommended')}" if stars and number == 1 else ""
    return f"<b>{number}</b>{shown}{best}"
