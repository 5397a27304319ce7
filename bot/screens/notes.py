"""What could not be done as asked, in the reader's words, a line each."""

from collections.abc import Iterable, Sequence

from bot.screens.page import Voice
from bot.words import Value, say
from storage.domain.story import Character
from storage.domain.takes import Note
from storage.views import Sheet

MOST = 6
"""Notes that are read on a phone before what is asked; more are counted."""


def noted(voice: Voice, sheet: Sheet) -> str:
    """Return the notes of a draft; nothing where all is as asked."""
    if not sheet.notes:
        return ""
    lines = [_line(voice, sheet, note, numbers) for note, numbers in _once(sheet)]
    more = len(lines) - MOST
    return "\n".join((voice("draft-notes"), *lines[:MOST], *([voice("note-more", count=more)] if more > 0 else [])))


def _once(sheet: Sheet) -> list[tuple[Note, tuple[int, ...]]]:
    """Return each note once, with the numbers of the shots that it is about: those of the whole first, then by shot."""
    places = {shot.id: number for number, shot in enumerate(sheet.script.shots, 1)} if sheet.script else {}
    found: dict[Note, set[int]] = {}
    for each in sheet.notes:
        found.setdefault(each.note, set()).update([places[each.shot]] if each.shot in places else [])
    return sorted(((note, tuple(sorted(numbers))) for note, numbers in found.items()), key=lambda each: each[1][:1])


def _line(voice: Voice, sheet: Sheet, note: Note, numbers: Sequence[int]) -> str:
    said = voice(f"note-{note.code}", **values(voice.language, sheet.synopsis.cast, note))
    about = voice("note-of-shots", count=len(numbers), numbers=voice.listed(map(str, numbers))) if numbers else ""
    return f"– {about}{said}"


def values(language: str, cast: Iterable[Character], note: Note) -> dict[str, Value]:
    """Return what stands in a note: numbers, the names of characters, and what framings are called."""
    said: dict[str, Value] = {key: int(value) if value.isdigit() else value for key, value in note.facts}
    if "who" in said:
        names = {each.id: each.name for each in cast}
        said["who"] = names.get(str(said["who"])) or say(language, "note-somebody")
    if "framing" in said:
        said["framing"] = say(language, f"framing-{said['framing']}")
    return said
