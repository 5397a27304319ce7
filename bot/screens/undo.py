"""Which version of a paper counts, with a tap to the one before and to the one after."""

from agents.undoing import Standing
from bot.callbacks import Act, Press
from bot.screens.page import Screen, Voice
from storage.domain.takes import Medium
from storage.views import Card

STEPS = {"back": -1, "forth": 1}
"""How far a button goes, by the word that it carries behind the paper's: `synopsis-back`."""


def standing(voice: Voice, card: Card, medium: Medium, found: Standing) -> Screen:
    """Say which version counts; whoever presses is asked for their rights then."""
    text = voice(
        "undo-counts",
        what=medium.value,
        number=found.number,
        count=found.count,
        title=card.title,
        episode=card.episode.number,
    )
    row = tuple(
        voice.button(
            f"button-undo-{way}",
            Press(Act.STEP, card.episode.id, found.head.id, f"{medium}-{way}"),
            number=found.number + steps,
        )
        for way, steps in STEPS.items()
        if 0 < found.number + steps <= found.count
    )
    return Screen(text=text, buttons=(row,) if row else ())
