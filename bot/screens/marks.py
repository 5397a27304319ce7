"""Marks of people's own words in what a model and people wrote together: a thin line below them, and nothing else."""

import html
import re
from collections.abc import Collection

from bot.screens.page import Voice

_TAG = r"<[^>]*>|&\w+;"


def marked(text: str, own: Collection[str]) -> str:
    """Return a text in Telegram's HTML with these sentences underlined wherever they stand whole."""
    escaped = sorted((html.escape(each, quote=False) for each in own), key=len, reverse=True)
    if not escaped:
        return text
    words = re.compile(rf"{_TAG}|(?<!\w)({'|'.join(map(re.escape, escaped))})(?!\w)")
    return words.sub(lambda found: f"<u>{found[1]}</u>" if found[1] else found[0], text)


def explained(voice: Voice, text: str, own: Collection[str]) -> str:
    """Return a text with people's own words marked, and where there are any, a line that says what the mark means."""
    found = marked(text, own)
    return f"{found}\n\n{voice('marks-own')}" if found != text else text
