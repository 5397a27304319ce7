"""What stands under an answer of the writers' room: what it offers, to be taken up with a tap."""

from collections.abc import Mapping, Sequence

from bot.callbacks import Act, Press
from bot.screens.page import Button, Rows, Voice
from storage.domain.ids import TakeId
from storage.domain.papers import Does, Offer

LABELS: Mapping[Does, str] = {
    Does.BEGIN: "offer-begin",
    Does.CHANGE: "offer-change",
    Does.APPROVE: "offer-approve",
    Does.COMPARE: "offer-compare",
    Does.PLAN: "offer-plan",
    Does.OPEN: "offer-open",
    Does.ENTRY: "offer-entry",
    Does.UNDO: "offer-undo",
    Does.REDO: "offer-redo",
    Does.KEEP: "button-assure",
}
"""What a button says for what it does; it is given the number of the offer among its like, the episode's, and the
paper.
"""


def offers(voice: Voice, given: Sequence[Offer], reply: TakeId) -> Rows:
    """Return a row for each offer of a reply."""
    return tuple(
        (
            Button(
                voice(LABELS[offer.does], place=_rank(given, place), number=offer.number, what=offer.about.value),
                _press(offer, reply, place),
            ),
        )
        for place, offer in enumerate(given)
    )


def _rank(given: Sequence[Offer], place: int) -> int:
    """Return the number of an offer among those that do the same, 0 where it is alone."""
    alike = [each for each, offer in enumerate(given) if offer.does is given[place].does]
    return alike.index(place) + 1 if len(alike) > 1 else 0


def _press(offer: Offer, reply: TakeId, place: int) -> Press:
    if offer.does is Does.COMPARE:
        return Press(Act.COMPARE, offer.episode)
    return Press(Act.OFFER, reply, word=str(place))


def listed(given: Sequence[Offer], said: str) -> str:
    """Return the texts of the offers that the answer does not say already, numbered as their buttons are."""
    untold = [(_rank(given, place), offer.text) for place, offer in enumerate(given) if offer.text not in said]
    return "".join(f"\n\n{number}. {text}" if number else f"\n\n{text}" for number, text in untold)


def again(voice: Voice, turn: TakeId) -> Rows:
    """Return the button that asks once more for the answer to a turn."""
    return ((Button(voice("room-ask-again"), Press(Act.AGAIN, turn)),),)
