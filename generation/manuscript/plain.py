"""Plain lines to a manuscript: what is a heading, who speaks, and what is said, where no format tells it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generation.manuscript import fountain, marks
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

_LEADING = re.compile(r"[（(]([^()（）]{1,80})[)）]\s*(?=\S)")
_WHOLE = re.compile(r"[（(]([^()（）]*)[)）]")
_BULLET = re.compile(r"[△▲■●◆]\s*|\[\s*|【(?!场)")
"""What Chinese scripts put before an action."""

_FEWEST = 2
"""Lines of a kind that make a habit."""


def read(lines: Sequence[str], *, wrapped: bool, title: str = "") -> Manuscript:
    """Read lines; `wrapped` ones go on until a blank one, others are a paragraph each, whatever is between them."""
    tidy = [" ".join(line.split()) for line in lines]
    tidy = tidy if wrapped else [line for line in tidy if line]
    return _Reader(tidy, wrapped=wrapped, habits=_habits(tidy)).manuscript(title)


def markdown(lines: Sequence[str]) -> list[str]:
    """Return the lines of a Markdown text without its marks, but for those of headings."""
    return [fountain.plain(re.sub(r"\A\s*(?:>\s*|[-*+]\s+)+", "", line).replace("`", "")) for line in lines]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Habits:
    """How a text says who speaks: `Name: words`, or a name on a line of its own (in Chinese one of these names)."""

    colons: bool
    names: frozenset[str]


def _habits(lines: Sequence[str]) -> _Habits:
    colons = sum(marks.said(line) is not None for line in lines)
    cues = sum(marks.is_cue(line) and bool(after) for line, after in pairwise(lines))
    short = Counter(line for line, after in pairwise(lines) if after and marks.is_han_cue(line))
    names = frozenset(line for line, count in short.items() if count >= _FEWEST)
    return _Habits(colons=colons >= _FEWEST and colons >= cues, names=names)


class _Reader:
    """Reads lines from the first to the last."""

    def __init__(self, lines: Sequence[str], *, wrapped: bool, habits: _Habits) -> None:
        self._lines, self._wrapped, self._habits = lines, wrapped, habits
        self._at = 0
        self._title, self._author = "", ""

    def manuscript(self, title: str) -> Manuscript:
        elements = tuple(self._elements())
        return Manuscript(title=self._title or title, author=self._author, elements=elements)

    @property
    def _line(self) -> str:
        return self._lines[self._at] if self._at < len(self._lines) else ""

    def _next(self) -> str:
        line = self._line
        self._at += 1
        return line

    def _elements(self) -> Iterator[Element]:
        started = False
        while self._at < len(self._lines):
            line = self._line
            if not line or (not started and self._is_page(line)):
                self._at += 1
                continue
            started = True
            yield self._single(line) or self._speech(line) or self._action()

    def _is_page(self, line: str) -> bool:
        """Return whether a line before all others tells the title or the author, which is kept."""
        title, author = marks.title(line), marks.author(line)
        self._title, self._author = self._title or title, self._author or author
        return bool(title or author)

    def _single(self, line: str) -> Element | None:
        """Return the element that a line is by itself."""
        found: Element | None = None
        if (section := marks.section(line)) and not marks.is_heading(line):
            found = Section(section)
        elif marks.is_heading(line):
            found = Heading(line)
        elif fountain.is_transition(line):
            found = Transition(line)
        if found is not None:
            self._at += 1
        return found

    def _speech(self, line: str) -> Speech | None:
        said = marks.said(line) if self._habits.colons else None
        if said is not None:
            self._at += 1
            return Speech(cue=said[0], words=tuple(_words([said[1], *self._goes_on()])))
        if not self._is_cue(line):
            return None
        self._at += 1
        spoken = list(self._below()) if self._wrapped else list(self._paragraph())
        return Speech(cue=line, words=tuple(_words(spoken)))

    def _is_cue(self, line: str) -> bool:
        """Return whether a line names who speaks in those after it."""
        after = self._lines[self._at + 1] if self._at + 1 < len(self._lines) else ""
        named = marks.is_cue(line) or line in self._habits.names
        return named and bool(after) and not (marks.is_heading(after) or marks.is_cue(after))

    def _below(self) -> Iterator[str]:
        """Yield the lines below a cue up to a blank one, or to what is something else."""
        while self._line and not marks.is_heading(self._line) and self._line not in self._habits.names:
            yield self._next()

    def _paragraph(self) -> Iterator[str]:
        """Yield the paragraphs below a cue: what is said, with what stands in brackets before and within it."""
        while self._line:
            is_aside = _WHOLE.fullmatch(self._line) is not None
            yield self._next()
            if not is_aside and not _WHOLE.fullmatch(self._line):
                return

    def _goes_on(self) -> Iterator[str]:
        """Yield the lines that go on with what is said after a colon: those that begin in small letters."""
        while self._wrapped and self._line[:1].islower() and marks.said(self._line) is None:
            yield self._next()

    def _action(self) -> Action:
        lines = [_BULLET.sub("", self._next(), count=1) if _BULLET.match(self._line) else self._next()]
        while self._wrapped and self._line and not self._begins(self._line):
            lines.append(self._next())
        return Action("\n".join(lines))

    def _begins(self, line: str) -> bool:
        """Return whether a line in a block begins something else."""
        if marks.is_heading(line) or marks.section(line) or _BULLET.match(line):
            return True
        return (self._habits.colons and marks.said(line) is not None) or line in self._habits.names


def _words(lines: Sequence[str]) -> Iterator[Spoken | Aside]:
    """Yield what is said and what stands in brackets, which is said by nobody."""
    said: list[str] = []
    for line in lines:
        whole, leading = _WHOLE.fullmatch(line), _LEADING.match(line)
        if said and (whole or leading):
            yield Spoken("\n".join(said))
            said = []
        if whole:
            yield Aside(whole[1].strip())
        elif leading:
            yield Aside(leading[1].strip())
            said.append(line[leading.end() :])
        else:
            said.append(line)
    if said:
        yield Spoken("\n".join(said))
