"""A circled area, shown before anything is changed in it."""

from agents.retouching import Circled
from bot.callbacks import Act, Press
from bot.screens.page import Screen, Tint, Voice
from storage.domain.takes import Medium, Work

YES, NO = "yes", "no"
"""What is done with a circled area: the words of its buttons."""


def circled(voice: Voice, found: Circled, shot: str) -> Screen:
    """Show the area that alone will change, what will be asked for, and two buttons."""
    tint = Tint(picture=found.picture, mask=found.mask, work=str(Work(Medium.STILL, shot)))
    ways = tuple(voice.button(f"button-circle-{way}", Press(Act.CIRCLE, word=way)) for way in (YES, NO))
    return Screen(text=voice("circle-shown", text=found.text), buttons=(ways,), tint=tint)


def settled(voice: Voice, text: str, way: str) -> Screen:
    """Say what became of it."""
    return Screen(text=voice(f"circle-{way}", text=text))
