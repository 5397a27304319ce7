"""Notes: every sentence that code can ask for exists in every language, and reads well on a phone."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.screens.notes import MOST, noted
from bot.screens.page import Voice
from bot.words import LOCALES, say
from storage.domain.takes import Note
from storage.noted import Noted
from storage.views import Card, Sheet
from tests.storage_samples import EPISODE, SERIES, draft
from tests.unit.test_camera_crew import DRESSED, SCRIPT

ROOT = Path(__file__).parents[2]
VALIDATOR = ROOT / "generation" / "image" / "previz" / "direction" / "validator.py"
OF_A_SHOT = "rule-"
"""How the codes begin that `repair` makes of the validator's findings."""
OF_A_SEQUENCE = {"line", "jump"}
"""Rules between two shots: nobody mends those, and nobody is told."""


def calls(file: Path, *names: str) -> Iterator[ast.Call]:
    """Find where a file calls something by one of these names, with words in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names and node.args:
            yield node


def facts(call: ast.Call) -> set[str]:
    """Return the names of a note's facts: its keywords, or the words at the front of its pairs."""
    pairs = [pair for arg in call.args[1:] for pair in ast.walk(arg) if isinstance(pair, ast.Tuple)]
    named = {pair.elts[0].value for pair in pairs if isinstance(pair.elts[0], ast.Constant)}
    return {str(name) for name in named} | {word.arg for word in call.keywords if word.arg}


def written() -> dict[str, set[str]]:
    """Return every note that code writes, by its code: the names of its facts."""
    files = [file for package in ("generation", "agents") for file in sorted((ROOT / package).rglob("*.py"))]
    notes = {
        str(call.args[0].value): facts(call)
        for file in files
        for call in calls(file, "note", "Note")
        if isinstance(call.args[0], ast.Constant)
    }
    rules = {str(call.args[0].value) for call in calls(VALIDATOR, "Finding") if isinstance(call.args[0], ast.Constant)}
    return notes | {f"{OF_A_SHOT}{rule}": {"who"} for rule in rules - OF_A_SEQUENCE}


@pytest.mark.parametrize("language", LOCALES)
def test_every_note_has_words_in_every_language(language: str) -> None:
    notes = written()
    assert len(notes) > 30
    for code, names in notes.items():
        assert say(language, f"note-{code}", **dict.fromkeys(names, 2))


def told(language: str, *notes: Noted) -> str:
    card = Card(series=SERIES, episode=EPISODE, synopsis=DRESSED, script=SCRIPT, draft=None)
    sheet = Sheet(
        card=card, draft=draft(1), synopsis=DRESSED, script=SCRIPT, panels=(), preview=None, showing=None, said=(),
        deciding=frozenset(), needs=1, remarks=0, notes=notes,
    )  # fmt: skip
    return noted(Voice(language), sheet)


def test_a_note_names_the_shot_and_the_character_in_the_readers_words() -> None:
    hidden = Noted(Note("rule-face", (("who", "bolt"),)), SCRIPT.shots[1].id)
    tight = Noted(Note("faces-do-not-fit", (("count", "3"), ("framing", "close-up"))), SCRIPT.shots[2].id)
    assert told("fr", hidden, tight).replace("\u00a0", " ").splitlines() == [
        "<b>À savoir</b>",
        "– Plan 2 : le visage de Bolt est détourné.",
        "– Plan 3 : 3 visages ne tiennent pas dans ce cadre (gros plan). C’est un plan rapproché.",
    ]
    assert "Bolt" in told("zh", hidden)


def test_words_of_a_model_in_a_note_stay_words() -> None:
    wild = Noted(Note("word-left-out", (("kind", "prop"), ("asked", "<b>sword</b> & shield"))))
    assert "&lt;b&gt;sword&lt;/b&gt; &amp; shield" in told("en", wild)


def test_many_notes_are_counted_and_none_are_silent() -> None:
    many = [Noted(Note("too-many", (("drawn", "2"), ("asked", str(number))))) for number in range(MOST + 6)]
    assert len(told("en", *many).splitlines()) == MOST + 2
    assert "6 more" in told("en", *many)
    assert told("en") == ""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("– the model for", "– Shots 1, 3: this model")),
        ("fr", ("– le modèle qui", "– Plans 1, 3\u00a0: ce modèle")),
        ("zh", ("– 生成片段的模型", "– 镜头1、3：这个模型")),
    ],
)
def test_what_holds_for_several_shots_is_said_once_and_what_holds_for_all_comes_first(
    language: str, said: tuple[str, str]
) -> None:
    first, _, third = (shot.id for shot in SCRIPT.shots[:3])
    of_two, of_all = Note("no-layout"), Note("clip-mouths-still")
    lines = told(language, Noted(of_two, third), Noted(of_all), Noted(of_two, first)).splitlines()[1:]
    assert [line.startswith(begins) for line, begins in zip(lines, said, strict=True)] == [True, True]
