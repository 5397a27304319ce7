"""The shot list as cells, and as a file for a spreadsheet."""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generation.paper.sheet import Row, Sheet

BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the encoding of the machine."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet compute a cell (OWASP, CSV Injection); the wide forms do so in East Asian settings."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Habits:
    """How a language writes numbers, speakers and lists; Excel expects the list separator of its own language."""

    decimal: str = "."
    colon: str = ": "
    comma: str = ", "
    separator: str = ","


HABITS: Mapping[str, Habits] = {
    "fr": Habits(decimal=",", colon="\u00a0: ", separator=";"),
    "zh": Habits(colon="：", comma="、"),
}
"""By language; the others write as English does."""

COLUMNS: Mapping[str, Callable[[Row, Habits], str]] = {
    "number": lambda row, _: str(row.number),
    "scene": lambda row, _: row.scene,
    "framing": lambda row, _: row.framing,
    "angle": lambda row, _: row.angle,
    "move": lambda row, _: row.move,
    "lens": lambda row, _: row.lens,
    "who": lambda row, habits: habits.comma.join(row.who),
    "action": lambda row, _: row.action,
    "dialogue": lambda row, habits: "\n".join(f"{said.name}{habits.colon}{said.text}" for said in row.said),
    "sound": lambda row, _: row.sound,
    "seconds": lambda row, habits: seconds(row.tenths, habits),
    "total": lambda row, habits: seconds(row.total, habits),
}
"""What a shot list tells of a shot, in order."""


def habits_of(language: str) -> Habits:
    """Return how a language writes."""
    return HABITS.get(language, Habits())


def seconds(tenths: int, habits: Habits) -> str:
    """Return tenths of a second as seconds with one decimal."""
    whole, rest = divmod(tenths, 10)
    return f"{whole}{habits.decimal}{rest}"


def cells(sheet: Sheet) -> list[dict[str, str]]:
    """Return a shot list's cells by column, a mapping a shot."""
    habits = habits_of(sheet.language)
    return [{name: cell(row, habits) for name, cell in COLUMNS.items()} for row in sheet.rows]


def spreadsheet(sheet: Sheet) -> bytes:
    """Return the shot list as CSV: UTF-8 with a byte order mark, and no cell that a spreadsheet would compute."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=habits_of(sheet.language).separator)
    writer.writerow(map(harmless, sheet.headings))
    writer.writerows([harmless(cell) for cell in row.values()] for row in cells(sheet))
    return (BOM + text.getvalue()).encode()


def harmless(cell: str) -> str:
    """Return a cell with an apostrophe before what would be a formula: a spreadsheet shows it as text."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(FORMULA) else cell
