"""What could not be done as asked, in the reader's words, a line each."""

from bot.screens.page import Voice
from bot.words import Value
from storage.views import Noted, Sheet

MOST = 6
"""Notes that are read on a phone before what is asked; more are counted."""


def noted(voice: Voice, sheet: Sheet) -> str:
    """Return the notes of a draft; nothing where all is as asked."""
    if not sheet.notes:
        return ""
    lines = [_line(voice, sheet, each) for each in sheet.notes[:MOST]]
    more = len(sheet.notes) - MOST
    return "\n".join((voice("draft-notes"), *lines, *([voice("note-more", count=more)] if more > 0 else [])))


def _line(voice: Voice, sheet: Sheet, of: Noted) -> str:
    shots = [shot.id for shot in sheet.script.shots] if sheet.script else []
    said = voice(f"note-{of.note.code}", **_values(voice, sheet, of))
    about = [voice("note-of-shot", number=shots.index(of.shot) + 1)] if of.shot in shots else []
    return " ".join(("–", *about, said))


def _values(voice: Voice, sheet: Sheet, of: Noted) -> dict[str, Value]:
    """Return what stands in a note: numbers, the names of characters, and what framings are called."""
    values: dict[str, Value] = {key: int(value) if value.isdigit() else value for key, value in of.note.facts}
    if "who" in values:
        names = {each.id: each.name for each in sheet.synopsis.cast}
        values["who"] = names.get(str(values["who"])) or voice("note-somebody")
    if "framing" in values:
        values["framing"] = voice(f"framing-{values['framing']}")
    return values
