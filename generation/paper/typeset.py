"""Sets a sheet as PDF with Typst: words go in as data, so that what people and models wrote is never run as markup.

Only the fonts of the weights locker are used, neither the system's nor Typst's own: a page looks the same everywhere,
and equal sheets have equal bytes.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import typst

from generation.cut.wrapping import protect
from generation.errors import BadResult
from generation.paper.certificate import CertificatePage
from generation.paper.leaves import Leaves
from generation.paper.page import Page
from generation.paper.sheet import Sheet
from generation.paper.table import COLUMNS, cells, habits_of, seconds
from generation.requests.identity import canonical

TEMPLATES = ("common.typ", "arrows.typ")

_ENDLESS = re.compile(r"[^\s\u2e80-\uffef]{25,}")
"""More letters in a row than any word has; no hyphen is found in them."""

_ROW = re.compile(r".{8}(?=.)")
"""Letters of an endless word after which a line may be broken: the narrowest column holds them."""

_PICTOGRAMS = range(0x1F000, 0x20000)
"""Emoji and other small pictures, of which our fonts have none."""


PPI = 110.0
"""Pixels an inch of a page that becomes a picture."""

Paper = Sheet | Page | CertificatePage | Leaves
"""What can be set."""


def typeset(
    kind: str, sheet: Paper, folder: Path, fonts: Iterable[Path], form: Literal["pdf", "png"] = "pdf", ppi: float = PPI
) -> list[bytes]:
    """Return a paper as one PDF, or as a PNG a page.

    Args:
        kind: The template: `storyboard`, `shot-list`, `authorship`, `certificate` or `manuscript`.
        sheet: What the paper says.
        folder: Where the pictures are, under the names that `named` gives; Typst reads nothing else.
        fonts: The folders of the fonts.
        form: What the pages become.
        ppi: Pixels an inch of pages that become pictures.

    Raises:
        BadResult: Typst does not take the paper.
    """
    source = {name: (files("generation.paper") / name).read_bytes() for name in TEMPLATES}
    main = {"main.typ": (files("generation.paper") / f"{kind}.typ").read_bytes()}
    options: dict[str, Any] = {"ppi": ppi} if form == "png" else {}
    try:
        made: Any = typst.compile(  # its stubs do not tell what a format that varies gives
            main | source,
            root=folder,
            font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts)),
            format=form,
            sys_inputs={"paper": canonical(data(sheet)).decode()},
            timestamp=0,
            **options,
        )
    except typst.TypstError as error:
        raise BadResult(f"Typst does not set the {kind} of '{sheet.title[:40]}': {error.message}") from error
    return made if isinstance(made, list) else [made]


def data(sheet: Paper) -> dict[str, Any]:
    """Return a paper as the templates read it."""
    whole = _shots(sheet) if isinstance(sheet, Sheet) else asdict(sheet)
    return {name: _set(value) for name, value in whole.items()}


def _shots(sheet: Sheet) -> dict[str, Any]:
    habits = habits_of(sheet.language)
    rows = [
        asdict(row) | {"picture": f"/{named(row.number)}", "seconds": f"{seconds(row.tenths, habits)} s"}
        for row in sheet.rows
    ]
    headings = dict(zip(COLUMNS, sheet.headings, strict=True))
    return asdict(sheet) | {"rows": rows, "cells": cells(sheet), "headings": headings}


def named(number: int) -> str:
    """Return the name of the picture of a shot in the folder."""
    return f"{number}.jpg"


def _set(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return JSON with every text ready to be set."""
    match value:
        case str():
            return "\n".join(ready(line) for line in value.split("\n"))
        case dict():
            return {name: _set(each) for name, each in value.items()}
        case list() | tuple():
            return [_set(each) for each in value]
    return value


def ready(text: str) -> str:
    """Return one line of text as it is set: French spaces hold, endless words may break, nothing is unprintable."""
    seen = (letter for letter in " ".join(text.split()) if unicodedata.category(letter)[0] != "C")
    plain = "".join(letter for letter in seen if ord(letter) not in _PICTOGRAMS)
    return _ENDLESS.sub(lambda word: _ROW.sub("\\g<0>\u200b", word[0]), protect(plain))
