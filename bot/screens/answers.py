"""The buttons of an answer: Stop while it comes, and at its end what it offers to do."""

from collections.abc import Mapping, Sequence

from agents.pieces import Offer, Offered
from bot.callbacks import Act, Press
from bot.screens.page import Button, Rows, Voice

OFFERS: Mapping[Offer, tuple[Act, str]] = {
    Offer.APPROVE: (Act.APPROVE, "button-approve"),
    Offer.SEND_BACK: (Act.SEND_BACK, "button-send-back"),
    Offer.OPEN: (Act.OPEN, "button-open"),
    Offer.CANCEL: (Act.CANCEL, "button-cancel"),
    Offer.RESUME: (Act.RESUME, "button-resume"),
    Offer.NEW_EPISODE: (Act.NEW_EPISODE, "button-new-episode"),
    Offer.NEW_SERIES: (Act.NEW, "button-new"),
}
"""What each offer presses, and what its button says unless the offer has words of its own."""


def stop(voice: Voice, doing: str = "") -> Rows:
    """Return the Stop of an answer; it also says what is at work while no words come."""
    key = "button-stop-doing" if doing else "button-stop"
    values = {"doing": doing} if doing else {}
    return ((voice.button(key, Press(Act.STOP), **values),),)


def offered(voice: Voice, offers: Sequence[Offered]) -> Rows:
    """Return what an answer offers, a button a row; each once."""
    return tuple((_button(voice, each),) for each in dict.fromkeys(offers))


def _button(voice: Voice, offer: Offered) -> Button:
    act, key = OFFERS[offer.offer]
    press = Press(act, offer.about)
    return Button(offer.label, press) if offer.label else voice.button(key, press)
