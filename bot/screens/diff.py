"""What changed between two texts, as people read it in a chat: what is gone struck through, what is new in bold.

Lines are matched first, so that a line that moved is struck whole in its old place and bold in its new one; then words
within lines that were rewritten, and in Chinese characters. Taking out what is struck gives the new text, taking out
what is bold gives the old one.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

from bot.screens.page import length

ALIKE = 0.4
"""How much of their words two lines share at least to be one line rewritten (0 to 1, `SequenceMatcher.ratio`)."""

CONTEXT = 1
"""Lines that did not change and are shown beside each that did, where not all can be."""

SKIPPED = "⋯"
"""Stands for lines that are not shown."""

PAIRS = 2500
"""So many pairs of lines are weighed against each other: more are taken as other lines."""

_CHINESE = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_WORD = re.compile(
    rf"[{_CHINESE}]"
    r"|(?i:[cdjlmnst]|qu)['’](?=\w)"  # French: a short word before a vowel is a word of its own
    rf"|(?:(?![{_CHINESE}])[\w\u0300-\u036f])+(?:['’\-](?:(?![{_CHINESE}])\w)+)*"
    r"|\s+"
    r"|[^\w\s]+"
)
_THIN = re.compile(rf"[\W_]*[{_CHINESE}]?[\W_]*")
"""What does not help to read two changes by standing between them: spaces, signs, one Chinese character."""


class Fate(StrEnum):
    """What became of a run of words; the value is its tag in Telegram's HTML."""

    KEPT = ""
    GONE = "s"
    NEW = "b"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that follow each other and have one fate."""

    fate: Fate
    text: str


Row = tuple[Run, ...]
"""A line with what became of its words; every row ends with a line feed."""


@dataclass(slots=True)
class _Stretch:
    """A part of a line as it was and as it is."""

    was: str
    now: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """Changes in Telegram's HTML, and how many changed lines are left out because a message has its limit."""

    text: str
    left_out: int = 0


def compare(before: str, after: str) -> tuple[Row, ...]:
    """Return the lines of two texts with what became of them, in the order of reading."""
    old, new = _lines(before), _lines(after)
    rows: list[Row] = []
    for how, first, last, start, end in _matcher(old, new).get_opcodes():
        gone, come = old[first:last], new[start:end]
        rows += [_whole(Fate.KEPT, line) for line in gone] if how == "equal" else _Rewrite(gone, come, new, old).rows()
    return tuple(rows)


def is_changed(rows: Iterable[Row]) -> bool:
    """Return whether anything is gone or new."""
    return any(map(_is_changed, rows))


def marked(rows: Sequence[Row], limit: int, *, whole: bool = True) -> Shown:
    """Return changes in at most `limit` UTF-16 units of HTML, markup included.

    Every line is shown where they all fit and the `whole` is wanted; else those that changed with one before and one
    after each; else as many of these as fit.
    """
    text = "\n".join(map(_html, rows))
    if whole and length(text) <= limit:
        return Shown(text)
    lines: list[str] = []
    near, room = list(_near(rows)), limit - length(f"\n{SKIPPED}")
    for place, row in enumerate(near):
        line = _html(row) if row else SKIPPED
        room -= length(line) + 1
        if room < 0:
            rest = sum(_is_changed(each) for each in near[place:] if each)
            return Shown("\n".join((*lines, SKIPPED)), rest)
        lines.append(line)
    return Shown("\n".join(lines))


class _Rewrite:
    """Lines that others took the place of: the most alike are one line rewritten, the rest is gone or new."""

    def __init__(self, gone: Sequence[str], come: Sequence[str], after: Sequence[str], before: Sequence[str]) -> None:
        self._gone, self._come = gone, come
        if len(gone) * len(come) > PAIRS:
            self._alike = {}
            return
        moved = {*before} & {*after}
        self._alike = {
            (i, j): ratio
            for i, old in enumerate(gone)
            for j, new in enumerate(come)
            if not {old, new} & moved and (ratio := _ratio(old, new)) >= ALIKE
        }

    def rows(self) -> Iterator[Row]:
        return self._between((0, len(self._gone)), (0, len(self._come)))

    def _between(self, gone: tuple[int, int], come: tuple[int, int]) -> Iterator[Row]:
        """Give the rows of a stretch: those before its most alike pair, the pair, those after it."""
        inside = [pair for pair in self._alike if gone[0] <= pair[0] < gone[1] and come[0] <= pair[1] < come[1]]
        if not inside:
            yield from (_whole(Fate.GONE, line) for line in self._gone[slice(*gone)])
            yield from (_whole(Fate.NEW, line) for line in self._come[slice(*come)])
            return
        i, j = max(inside, key=lambda pair: (self._alike[pair], -pair[0], -pair[1]))
        yield from self._between((gone[0], i), (come[0], j))
        yield tuple(_runs(self._gone[i], self._come[j]))
        yield from self._between((i + 1, gone[1]), (j + 1, come[1]))


def _lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")]


def _whole(fate: Fate, line: str) -> Row:
    return (Run(fate, line),)


def _words(line: str) -> list[str]:
    return _WORD.findall(line)


def _matcher(old: Sequence[str], new: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, old, new, autojunk=False)


def _ratio(old: str, new: str) -> float:
    """Return how much of their words two lines share; spaces between them do not count."""
    matcher = _matcher([word for word in _words(old) if word.strip()], [word for word in _words(new) if word.strip()])
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE else 0.0


def _runs(old: str, new: str) -> Iterator[Run]:
    """Give the runs of one line rewritten."""
    stretches = _stretches(old, new)
    for stretch, after in zip_longest(stretches, stretches[1:]):
        if stretch.kept:
            yield Run(Fate.KEPT, stretch.was)
            continue
        if stretch.was and stretch.now and after:  # a space keeps what is struck from running into what is bold
            _share_space(stretch, after)
        yield from (run for run in (Run(Fate.GONE, stretch.was), Run(Fate.NEW, stretch.now)) if run.text)


def _stretches(old: str, new: str) -> list[_Stretch]:
    """Return what was kept and what was not, in turn, without slivers of what was kept between two changes."""
    was, now = _words(old), _words(new)
    found: list[_Stretch] = []
    codes = _matcher(was, now).get_opcodes()
    for place, (how, first, last, start, end) in enumerate(codes):
        text = "".join(was[first:last])
        sliver = 0 < place < len(codes) - 1 and _THIN.fullmatch(text)
        stretch = _Stretch(text, "".join(now[start:end]), kept=how == "equal" and not sliver)
        if found and not stretch.kept and not found[-1].kept:
            found[-1].was += stretch.was
            found[-1].now += stretch.now
        else:
            found.append(stretch)
    return found


def _share_space(stretch: _Stretch, after: _Stretch) -> None:
    """Let both sides of a change take the space that follows."""
    rest = after.was.lstrip(" ")
    space = after.was[: len(after.was) - len(rest)]
    if rest.strip():
        stretch.was, stretch.now, after.was = stretch.was + space, stretch.now + space, rest


def _is_changed(row: Row) -> bool:
    return any(run.fate is not Fate.KEPT for run in row)


def _near(rows: Sequence[Row]) -> Iterator[Row | None]:
    """Give the rows that changed and those beside them; nothing stands once for each stretch of others."""
    changed = [place for place, row in enumerate(rows) if _is_changed(row)]
    near = {at for place in changed for at in range(place - CONTEXT, place + CONTEXT + 1)}
    skipping = False
    for place, row in enumerate(rows):
        if place in near:
            yield row
        elif not skipping:
            yield None
        skipping = place not in near


def _html(row: Row) -> str:
    """Return a row without its line feed."""
    *first, last = row
    return "".join(map(_tagged, (*first, Run(last.fate, last.text.removesuffix("\n")))))


def _tagged(run: Run) -> str:
    text = html.escape(run.text, quote=False)
    return f"<{run.fate}>{text}</{run.fate}>" if run.fate and text else text
