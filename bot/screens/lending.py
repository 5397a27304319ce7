"""The voices of a series: whose voice each character has, who lends theirs, and what may be done about it."""

import hashlib
import html

from agents.lending import LONGEST, SHORTEST
from bot.callbacks import Act, Press
from bot.screens.page import Button, Rows, Screen, Voice
from storage.domain.crew import Person
from storage.domain.ids import PersonId
from storage.lendings import Voices

YES, NO = "yes", "no"
"""What the buttons below a recorded voice answer."""

MOST = 30
"""Buttons below a page: more do not fit on a phone."""


def page(voice: Voice, shown: Voices, person: PersonId | None, *, leads: bool, can_lend: bool) -> Screen:
    """Return the voices of a series for somebody; whoever leads it gives lent voices to characters."""
    lends = person in shown.ensemble.lent
    model = voice("voices-model")
    rows = [
        voice("voices-row", character=each, name=spoken.name if spoken else model)
        for each, spoken in ((each, shown.speaker(each)) for each in shown.characters)
    ]
    parts = [voice("voices-title", title=shown.series.title)]
    parts += ["\n".join(rows)] if rows else []
    parts.append(voice("voices-own") if lends else voice("voices-how" if can_lend else "voices-cannot"))
    buttons = list(_casting(voice, shown)) if leads else []
    if buttons:
        parts.append(voice("voices-lead"))
    if lends:
        buttons.append((voice.button("button-unlend", Press(Act.UNLEND, shown.series.id)),))
    elif can_lend:
        buttons.append((voice.button("button-lend", Press(Act.LEND, shown.series.id)),))
    return Screen(text="\n\n".join(parts), buttons=tuple(buttons))


def left(voice: Voice, shown: Voices) -> Screen:
    """Return the way to withdraw a voice for somebody who has left the series."""
    row = (voice.button("button-unlend", Press(Act.UNLEND, shown.series.id)),)
    return Screen(text=voice("voices-left", title=shown.series.title), buttons=(row,))


def sentence(voice: Voice, name: str, title: str) -> str:
    """Return what a person reads aloud to lend their voice, as plain words."""
    return html.unescape(voice("lend-sentence", name=name, title=title))


def confirm(voice: Voice, title: str, read: str) -> Screen:
    """Show what a recorded voice will be used for, and ask whether it is lent."""
    row = (
        voice.button("button-lend-yes", Press(Act.LENT, word=YES)),
        voice.button("button-lend-no", Press(Act.LENT, word=NO)),
    )
    return Screen(text=voice("lend-confirm", title=title, sentence=read), buttons=(row,))


def key(character: str) -> str:
    """Return a word that stands for a character on a button."""
    return hashlib.sha256(character.casefold().encode()).hexdigest()[:12]


LENGTHS = {"shortest": SHORTEST, "longest": LONGEST}
"""The limits of a recording in seconds, as the words name them."""


def _casting(voice: Voice, shown: Voices) -> Rows:
    """Return a button for each voice that a character could have and has not."""
    rows = []
    for character in shown.characters:
        spoken = shown.speaker(character)
        people = [shown.people[each] for each in shown.ensemble.lent if spoken is None or each != spoken.id]
        row = [_cast(voice, shown, character, each) for each in people]
        row += [_cast(voice, shown, character, None)] if spoken else []
        rows += [(each,) for each in row]
    return tuple(rows[:MOST])


def _cast(voice: Voice, shown: Voices, character: str, person: Person | None) -> Button:
    press = Press(Act.CAST, shown.series.id, person.id if person else "", key(character))
    if person is None:
        return voice.button("button-cast-model", press, character=character)
    return voice.button("button-cast", press, character=character, name=person.name)
