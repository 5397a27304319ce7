"""Fountain, the plain-text format for scripts (fountain.io): read into a manuscript, and written from one.

What is read: scene headings, action, characters, dialogue, parentheticals, lyrics, transitions and sections, each also
where it is forced; dual dialogue, centred text, emphasis, the title page. Notes, synopses, the boneyard and page breaks
are the author's own business and are left out. Beyond the syntax a backslash before any mark takes its meaning, so that
every manuscript can be written and read again as it was.
"""

import re
from collections.abc import Iterable, Iterator

from generation.manuscript.manuscript import (
    Action,
    Aside,
    Element,
    Heading,
    Manuscript,
    Section,
    Speech,
    Spoken,
    Transition,
)

MARKS = r"\*_[]()（）~^#@!.<>=/"
_HIDDEN = 0xFDD0
"""Where marks without meaning stand while a text is read: Unicode's characters that no text has."""
_SHOWN = {_HIDDEN + place: mark for place, mark in enumerate(MARKS)}
_ESCAPED = re.compile(rf"\\([{re.escape(MARKS)}])")

_NEW_LINE = re.compile(r"\r\n?|[\f\v\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")

_BONEYARD = re.compile(r"/\*.*?\*/", re.DOTALL)
_NOTE = re.compile(r"\[\[(?:(?!\n[^\S\n]?\n).)*?\]\]", re.DOTALL)
_BOLD = re.compile(r"(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s*])\1")
_UNDERLINED = re.compile(r"(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)")

_PAGE = re.compile(
    r"(title|credit|authors?|source|notes?|draft date|date|contact|copyright|revision|format|titre|auteurs?|标题|作者)"
    r"\s*[:：](.*)",
    re.IGNORECASE,
)
"""A line of the title page."""
_TITLES, _AUTHORS = ("title", "titre", "标题"), ("author", "authors", "auteur", "auteurs", "作者")

_HEADING = re.compile(r"(?:INT\.?/EXT|EXT\.?/INT|I/E|INT|EXT|EST)(?:\.| )\s*\S", re.IGNORECASE)
_NUMBER = re.compile(r"\s*#[^#\n]+#\Z")
_BREAK = re.compile(r"={3,}\Z")
_LEAVES = re.compile(r"[^a-z]*\bTO:\Z")
_BRACKETED = re.compile(r"[（(](.*)[)）]\Z")
_PLAIN_CUE = re.compile(r"[A-Z][A-Z0-9 '-]*(?: \([A-Z0-9 .']+\))?")
"""A cue that every reader takes for one."""


def read(text: str) -> Manuscript:
    """Read a script."""
    hidden = _ESCAPED.sub(lambda found: chr(_HIDDEN + MARKS.index(found[1])), _tidy(text))
    lines = _NOTE.sub("", _BONEYARD.sub("", hidden)).split("\n")
    page, body = _title_page(lines)
    elements = (element for block in _blocks(body) for element in _elements(block))
    return Manuscript(title=_first(page, _TITLES), author=_first(page, _AUTHORS), elements=tuple(elements))


def write(manuscript: Manuscript) -> str:
    """Write a script: what is read of it again is the same manuscript."""
    page = [f"{key}: {_escaped(value)}" for key, value in _page(manuscript) if value]
    blocks = ["\n".join(page)] if page else []
    blocks += map(_block, manuscript.elements)
    return "\n\n".join(blocks) + "\n"


def plain(text: str) -> str:
    """Return a text without marks of emphasis; marks that a backslash took the meaning from are marks again."""
    for _ in range(2):  # bold within underlined, and the other way round
        text = _UNDERLINED.sub(r"\1", _BOLD.sub(r"\2", text))
    return text.translate(_SHOWN)


def is_cue(line: str) -> bool:
    """Return whether a line in capitals says who speaks next, as far as it can tell by itself."""
    name = re.sub(r"\([^()]*\)", "", line).strip(" ^")
    return any(letter.isalpha() for letter in name) and name == name.upper() and name != name.lower()


def is_heading(line: str) -> bool:
    """Return whether a line says where and when a scene plays."""
    return _HEADING.match(line) is not None


def is_transition(line: str) -> bool:
    """Return whether a line says how a scene leads to the next."""
    return _LEAVES.match(line) is not None and line == line.upper()


def _tidy(text: str) -> str:
    return _CONTROL.sub("", _NEW_LINE.sub("\n", text.lstrip("\ufeff")))


def _title_page(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """Return what the title page says by key, in small letters, and the lines after it."""
    start = next((place for place, line in enumerate(lines) if line.strip()), len(lines))
    if start == len(lines) or not _PAGE.match(lines[start]):
        return {}, lines
    end = next((place for place in range(start, len(lines)) if not lines[place].strip()), len(lines))
    page: dict[str, list[str]] = {}
    key = ""
    for line in lines[start:end]:
        found = _PAGE.match(line)
        key = found[1].lower() if found else key
        page.setdefault(key, []).append((found[2] if found else line).strip())
    return {name: ", ".join(filter(None, values)) for name, values in page.items()}, lines[end:]


def _first(page: dict[str, str], keys: Iterable[str]) -> str:
    return next((plain(page[key]) for key in keys if page.get(key)), "")


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield what stands between blank lines; a line of two blanks goes on with what is said."""
    block: list[str] = []
    for line in lines:
        stripped = line.strip()
        goes_on = len(block) > 1 and _speaks(block) and len(line) > 1
        if stripped or goes_on:
            block.append(stripped)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _speaks(block: list[str]) -> bool:
    return block[0].startswith("@") or is_cue(block[0])


def _elements(block: list[str]) -> Iterator[Element]:
    first, rest = block[0], block[1:]
    if _BREAK.match(first) or first.startswith("="):
        yield from _elements(rest) if rest else ()
    elif (line := _one_line(first, alone=not rest)) is not None:
        yield line
        yield from _elements(rest) if rest else ()
    elif rest and _speaks(block) and not first.startswith("!"):
        yield _speech(first.removeprefix("@"), rest)
    else:
        shown = first[1:] if first.startswith(("!", "~")) else first
        yield Action("\n".join([plain(shown.strip()), *map(plain, rest)]))


def _one_line(line: str, *, alone: bool) -> Element | None:
    """Return the element that a line is by itself."""
    if line.startswith("#"):
        return Section(plain(line.lstrip("#").strip()))
    if re.match(r"\.[^.\s]", line) or is_heading(line):
        return Heading(plain(_NUMBER.sub("", line.removeprefix(".")).strip()))
    if line.startswith(">") and line.endswith("<"):
        return Action(plain(line[1:-1].strip()))
    if line.startswith(">"):
        return Transition(plain(line[1:].strip()))
    return Transition(plain(line)) if alone and is_transition(line) else None


def _speech(cue: str, lines: list[str]) -> Speech:
    words: list[Spoken | Aside] = []
    for line in lines:
        aside = _BRACKETED.match(line)
        if aside:
            words.append(Aside(plain(aside[1].strip())))
            continue
        said = plain(line.removeprefix("~").strip())
        last = words[-1] if words else None
        if isinstance(last, Spoken):
            words[-1] = Spoken(f"{last.text}\n{said}")
        else:
            words.append(Spoken(said))
    return Speech(cue=plain(cue.rstrip("^").strip()), words=tuple(words), dual=cue.endswith("^"))


def _page(manuscript: Manuscript) -> tuple[tuple[str, str], ...]:
    return ("Title", manuscript.title), ("Author", manuscript.author)


def _block(element: Element) -> str:
    match element:
        case Section(text):
            return f"# {_escaped(text, '#')}"
        case Heading(text):
            return f"{'' if is_heading(text) else '.'}{_escaped(text, '#.' if text.startswith('.') else '#')}"
        case Transition(text):
            return f"> {_escaped(text, '<')}"
        case Action(text):
            return f"{'!' if _is_taken(text) else ''}{_escaped(text)}"
        case Speech(cue, words, dual):
            said = [_spoken(each) for each in words]
            forced = "" if _PLAIN_CUE.fullmatch(cue) and not is_heading(cue) else "@"
            return "\n".join([f"{forced}{_escaped(cue, '^')}{' ^' if dual else ''}", *said])


def _is_taken(text: str) -> bool:
    """Return whether a text of action would be read as something else."""
    first = text.partition("\n")[0]
    return first[:1] in tuple(".#=>@!~") or any(
        (is_cue(first), is_heading(first), is_transition(first), _PAGE.match(first))
    )


def _spoken(each: Spoken | Aside) -> str:
    if isinstance(each, Aside):
        return f"({_escaped(each.text)})"
    lines = [_escaped(line) for line in each.text.split("\n")]
    return "\n".join(f"\\{line}" if line[:1] in tuple("(（~") else line or "  " for line in lines)


def _escaped(text: str, more: str = "") -> str:
    """Return a text whose marks of emphasis, notes and boneyard (and `more`) are letters."""
    return re.sub(rf"[{re.escape('*_' + chr(92) + more)}]|\[(?=\[)", lambda found: f"\\{found[0]}", text)
