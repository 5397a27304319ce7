"""What could not be done as asked, in the reader's words, a line each."""

from collections.abc import Iterable

from bot.screens.page import Voice
from bot.words import Value, say
from storage.domain.story import Character
from storage.domain.takes import Note
from storage.noted import Noted
from storage.views import Sheet

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
    said = voice(f"note-{of.note.code}", **values(voice.language, sheet.synopsis.cast, of.note))
    about = [voice("note-of-shot", number=shots.index(of.shot) + 1)] if of.shot in shots else []
    return " ".join(("–", *about, said))


def values(language: str, cast: Iterable[Character], note: Note) -> dict[str, Value]:
    """Return what stands in a note: numbers, the names of characters, and what framings are called."""
    said: dict[str, Value] = {key: int(value) if value.isdigit() else value for key, value in note.facts}
    if "who" in said:
        names = {each.id: each.name for each in cast}
        said["who"] = names.get(str(said["who"])) or say(language, "note-somebody")
    if "framing" in said:
        said["framing"] = say(language, f"framing-{said['framing']}")
    return said
