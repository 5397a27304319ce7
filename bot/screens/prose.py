"""The words of a model as messages: what of their markup is read, and where a long text may be cut.

A text is cut as the model wrote it, and each part turned into Telegram's HTML by itself: no cut can fall into a tag or
an entity, and together the parts are the whole text.
"""

import html
import re
from collections.abc import Iterator

from bot.screens.page import length

LONGEST_PART = 3900
"""UTF-16 units of one part: what Telegram takes, less room for what is said below an answer that was stopped."""

MOST_ENTITIES = 100
"""Entities that Telegram shows in a message (Bot API, limits); more are dropped without a word."""

_SPAN = 400
"""Characters that emphasis may span, within a line; more is no emphasis but a stray asterisk."""

_EMPHASIS = re.compile(
    rf"\*\*(?=[^\s*]|\*[^\s*])(?P<strong>[^\n]{{1,{_SPAN}}}?)(?<=\S)\*\*(?!\*)"
    rf"|(?<![A-Za-z0-9*])\*(?=[^\s*])(?P<starred>[^*\n]{{1,{_SPAN}}}?)(?<=\S)\*(?![A-Za-z0-9*])"
    rf"|(?<![\w_])_(?=[^\s_])(?P<scored>[^_\n]{{1,{_SPAN}}}?)(?<=\S)_(?![\w_])"
)
_BEGUN = re.compile(r"(?:(?P<strong>\*\*)|(?<![A-Za-z0-9*])(?P<starred>\*)|(?<![\w_])(?P<scored>_))(?=[^\s*_])")
"""What begins emphasis that has no end yet."""

_TRAILING = re.compile(r"(?<!\S)\*{1,3}\Z|(?<=\S)\*\Z")
"""Asterisks that the next words make sense of."""

_TAG = re.compile(r"</?[bi]>")
_BULLET = re.compile(r"(?m)^([ \t]*)[-*+][ \t]+(?=[^\s*-])")
_HEADING = re.compile(r"(?m)^#{1,6}[ \t]+(\S.*)$")

_CLOSERS = "\"'»”’)\\]」』】》〉）"
_LATIN_END = rf"(?<![.!?…])[.!?…]++[{_CLOSERS}]*+(?:[\u00a0\u202f ]»)?\s++"
_CHINESE_END = rf"(?<![。！？…])[。！？…]++[{_CLOSERS}]*+"
_BORDERS = (
    re.compile(r"(?<!\s)[^\S\n]*\n\s*\n(?=\S)"),
    re.compile(r"\n(?=\S)"),
    re.compile(rf"(?:{_LATIN_END}|{_CHINESE_END})(?=[^\s.!?…。！？{_CLOSERS}])"),
    re.compile(r"(?<!\s)\s++(?=\S)|[，、；：](?=\S)"),
)
"""Where a text may be cut, the best first: between paragraphs, lines, sentences, words. What lies behind is looked at,
so that where a text is cut does not depend on how much more of it follows.
"""

_JOINED = re.compile(r"[\u0300-\u036f\u200d\u20e3\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
"""Characters that belong to the one before: accents, and what emoji are put together with."""


def prose(text: str, *, unfinished: bool = False) -> str:
    """Return a model's words in Telegram's HTML: escaped, with emphasis, headings and the dots of lists.

    Emphasis that an unfinished text has only begun is shown as such, without its mark.
    """
    safe = html.escape(text, quote=False)
    shown = _BULLET.sub(r"\1• ", safe)
    shown = _HEADING.sub(_headline, shown)
    shown = "\n".join(_emphasised(line) for line in shown.split("\n"))
    if unfinished:
        shown = _completed(shown)
    return shown if shown.count("</") <= MOST_ENTITIES else _TAG.sub("", shown)


def parts(text: str) -> tuple[str, ...]:
    """Cut a text into parts that fit a message each; together they are the text.

    All but the last stay what they are when more text follows.
    """
    return tuple(_parts(text))


def _parts(text: str) -> Iterator[str]:
    while length(text) > LONGEST_PART:
        at = _border(text.encode("utf-16-le")[: 2 * LONGEST_PART].decode("utf-16-le", errors="ignore"))
        yield text[:at]
        text = text[at:]
    yield text


def _border(window: str) -> int:
    """Return where to cut after a window full of text: at the last of the best borders in its second half."""
    spans = [match.span() for match in _EMPHASIS.finditer(window)]
    spans += _open_span(window, spans)
    for border in _BORDERS:
        ends = [match.end() for match in border.finditer(window, len(window) // 2)]
        free = [end for end in ends if not any(first < end < last for first, last in spans)]
        if free:
            return free[-1]
    return _between_characters(window, spans)


def _open_span(window: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the emphasis that may end behind the window, as a span that reaches beyond it."""
    since = max(window.rfind("\n") + 1, len(window) - _SPAN, *(last for _, last in spans))
    begun = _BEGUN.search(window, since)
    return [(begun.start(), len(window) + 1)] if begun else []


def _between_characters(window: str, spans: list[tuple[int, int]]) -> int:
    """Return the last place that lies within no emphasis and no composed character."""
    at = len(window) - 1
    while at > len(window) // 2 and (_JOINED.match(window, at) or window[at - 1] == "\u200d"):
        at -= 1
    around = [first for first, last in spans if 0 < first < at < last]
    return around[0] if around else at


def _headline(match: re.Match[str]) -> str:
    return f"<b>{match[1].replace('**', '').strip()}</b>"


def _emphasised(line: str) -> str:
    return _EMPHASIS.sub(_styled, line)


def _styled(match: re.Match[str]) -> str:
    strong = match["strong"]
    if strong is not None:
        return f"<b>{_emphasised(strong)}</b>"
    return f"<i>{match['starred'] or match['scored']}</i>"


def _completed(shown: str) -> str:
    """End the emphasis that the last line of an unfinished text has begun."""
    shown = _TRAILING.sub("", shown)
    line = shown.rfind("\n") + 1
    since = max(line, shown.rfind("</b>") + 4, shown.rfind("</i>") + 4)
    begun = _BEGUN.search(shown, since)
    if begun is None:
        return shown
    tag = "b" if begun["strong"] else "i"
    inside = shown[begun.end() :].rstrip("*_")
    return f"{shown[: begun.start()]}<{tag}>{inside}</{tag}>"
