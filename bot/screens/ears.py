"""What somebody said aloud or showed: being listened to or looked at, shown for correction, accepted or not."""

from bot.callbacks import Act, Press
from bot.screens.page import Button, Screen, Voice

USE, CORRECT, DROP = "use", "correct", "drop"
"""What is done with something heard: the words of its buttons."""


def listening(voice: Voice, reached: float) -> Screen:
    """Return that somebody listens, and how far they are, 0 to 1."""
    stop = voice.button("button-stop-listening", Press(Act.HEARD, word=DROP))
    return Screen(text=voice("ears-listening", percent=int(100 * reached)), buttons=((stop,),))


def looking(voice: Voice) -> Screen:
    """Return that somebody looks at a picture."""
    stop = voice.button("button-stop-listening", Press(Act.HEARD, word=DROP))
    return Screen(text=voice("eyes-looking"), buttons=((stop,),))


def heard(voice: Voice, text: str) -> Screen:
    """Return what was heard, for whoever said it to accept or to correct."""
    return Screen(text=voice("ears-heard", text=text), buttons=(_ways(voice),))


def seen(voice: Voice, text: str) -> Screen:
    """Return what is told of a picture, for whoever showed it to accept or to correct."""
    return Screen(text=voice("eyes-seen", text=text), buttons=(_ways(voice),))


def _ways(voice: Voice) -> tuple[Button, ...]:
    return (
        voice.button("button-heard-use", Press(Act.HEARD, word=USE)),
        voice.button("button-heard-correct", Press(Act.HEARD, word=CORRECT)),
        voice.button("button-heard-drop", Press(Act.HEARD, word=DROP)),
    )


def used(voice: Voice, text: str) -> Screen:
    """Return what is told of a picture, once it is accepted."""
    return Screen(text=voice("eyes-used", text=text))


def accepted(voice: Voice, text: str) -> Screen:
    """Return the words that were accepted."""
    return Screen(text=voice("ears-accepted", text=text))
