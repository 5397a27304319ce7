"""One shot by itself: its drawing before and after a change, and several drawings of it to choose from."""

from bot.callbacks import Act, Press
from bot.screens.drafts import captions_of
from bot.screens.page import Button, Pair, Picture, Screen, Voice
from storage.domain.takes import Medium, Work
from storage.views import Redrawn, Varied

COUNT = 3
"""Drawings that the button for variants asks for."""


def redrawn(voice: Voice, shown: Redrawn) -> Screen:
    """Return a shot's drawing beside the one before, with the way back."""
    after, before = shown.after, shown.before
    caption = captions_of(voice, shown.script, shown.synopsis)[shown.shot]
    pair = Pair(
        before=before.digest,
        after=after.digest,
        labels=(voice("label-before"), voice("label-after")),
        work=str(Work(Medium.PANEL, shown.shot)),
    )
    buttons = (
        (voice.button("button-keep-new", Press(Act.KEEP, after.id)),),
        (voice.button("button-back", Press(Act.BACK, before.id)),),
        (voice.button("button-variants", Press(Act.VARIANTS, after.id), count=COUNT),),
    )
    return Screen(text=f"{caption}\n{voice('shot-redrawn')}", buttons=buttons, pair=pair)


def varied(voice: Voice, shown: Varied) -> Screen:
    """Return several drawings of a shot, numbered, with a button each and one to keep what there is."""
    album = tuple(
        Picture(digest=take.digest, caption=f"<b>{number}</b>", work=str(Work(Medium.PANEL, shown.shot)))
        for number, take in enumerate(shown.takes, 1)
    )
    numbers = tuple(Button(str(number), Press(Act.PICK, take.id)) for number, take in enumerate(shown.takes, 1))
    keep = voice.button("button-keep-current", Press(Act.KEEP, shown.current.id))
    caption = captions_of(voice, shown.script, shown.synopsis)[shown.shot]
    return Screen(text=f"{caption}\n{voice('shot-varied')}", buttons=(numbers, (keep,)), album=album)
