"""Break a line of dialogue as a typesetter would: kinsoku for Chinese, French spaces, even lines.

libass breaks at spaces only, so that a Chinese line would run off both sides of the frame. We measure with the font it
will draw with, break the lines ourselves and tell it to add no break of its own.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

NO_START = frozenset("，。！？；：、…—·,.!?;:)]}）】》」』”’»%")
"""No line starts with one of these."""

NO_END = frozenset("（【《「『“‘«([{")
"""No line ends with one of these."""

PAUSES = {**dict.fromkeys("。！？.!?…", 1.0), **dict.fromkeys("，；：,;:", 0.5)}
"""A line ends best after one of these: a full stop is worth more than a comma."""

NO_BREAK_SPACE = "\u00a0"

LINE, PAGE = 0.3, 1.0
"""What a pause at its end is worth to a line and to a page, as a share of a full one squared."""

_FILLS = (0.95, 0.85, 0.75, 0.6)
"""How full a page of several lines can be set, as a share of their room, tried in this order."""

_CJK = ((0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF))

Width = Callable[[str], float]

_Plan = tuple[int, float, tuple[int, ...]]
"""Number of lines, unevenness, and how many pieces are left at the end of each line."""


def wrap(text: str, width: Width, room: float, pause: float = LINE) -> list[str]:
    """Break `text` into the fewest lines that fit in `room`, as even as they can be.

    Args:
        text: One subtitle without markup.
        width: Tells how wide a text is drawn.
        room: The width of a line, in the same unit.
        pause: How much a line that ends with a comma or a full stop is preferred.

    Returns:
        The lines; joined, they hold every letter of the text. Only a single letter can be wider than the room.
    """
    parts = [small for piece in pieces(text) for small in _fitting(piece, width, room)]
    best: list[_Plan] = [(0, 0.0, ())]
    for first in reversed(range(len(parts))):
        best.insert(0, min(_plans(parts[first:], best, lambda line: width(line) / room, pause)))
    starts = (0, *(len(parts) - left for left in best[0][2]))
    return ["".join(parts[first:last]).strip(" ") for first, last in pairwise(starts)]


def pages(text: str, width: Width, room: float, lines: int) -> list[list[str]]:
    """Break `text` into as few pages of at most `lines` lines as it takes; a page ends with a pause where it can."""
    whole = wrap(text, width, room)
    if len(whole) <= lines:
        return [whole] if whole else []
    for fill in _FILLS:
        made = [wrap(page, width, room) for page in wrap(text, width, room * lines * fill, PAGE)]
        if all(len(page) <= lines for page in made):
            return made
    return [whole[at : at + lines] for at in range(0, len(whole), lines)]


def _plans(parts: list[str], best: list[_Plan], share: Width, pause: float) -> Iterator[_Plan]:
    """Yield each way to set `parts`; `best[n]` is the best way to set what follows the first n + 1 of them."""
    line = ""
    for count, part in enumerate(parts):
        line += part
        text = line.strip(" ")
        full = share(text)
        if full > 1 and count:
            return
        lines, rest, ends = best[count]
        bonus = pause * PAUSES.get(text[-1:], 0.0) if ends else 0.0
        yield lines + 1, full**2 - bonus + rest, (len(parts) - count - 1, *ends)


def pieces(text: str) -> list[str]:
    """Cut a text into its smallest unbreakable pieces; trailing spaces stay with the piece before them."""
    cut: list[str] = []
    for letter in protect(" ".join(text.split())):
        if cut and not may_break(cut[-1][-1], letter):
            cut[-1] += letter
        else:
            cut.append(letter)
    return cut


def protect(text: str) -> str:
    """Put no-break spaces where French typography wants them; harmless in other languages."""
    for mark in "?!:;»":
        text = text.replace(f" {mark}", f"{NO_BREAK_SPACE}{mark}")
    return text.replace("« ", f"«{NO_BREAK_SPACE}").replace(" —", f"{NO_BREAK_SPACE}—")


def may_break(before: str, after: str) -> bool:
    """Say whether a line may end after the letter `before` when `after` comes next."""
    if before == " ":
        return after not in NO_START
    if after == " " or after in NO_START or before in NO_END:
        return False
    return is_cjk(before) or is_cjk(after)


def is_cjk(letter: str) -> bool:
    """Say whether a letter is Chinese or a full-width mark."""
    return any(low <= ord(letter) <= high for low, high in _CJK)


def _fitting(piece: str, width: Width, room: float) -> list[str]:
    """Cut a word that is wider than the room between letters; it would run out of the picture."""
    cut = [""]
    for letter in piece:
        if cut[-1] and width((cut[-1] + letter).strip(" ")) > room:
            cut.append("")
        cut[-1] += letter
    return [each for each in cut if each]
