"""Markup: the one way in which words get into the page. Whatever people or models wrote is escaped."""

import html
from collections.abc import Iterable


def text(words: str) -> str:
    """Return words as they are read, never as markup."""
    return html.escape(words, quote=False)


def attribute(words: str) -> str:
    """Return words that can stand between the quotes of an attribute."""
    return html.escape(words, quote=True)


def tag(name: str, *parts: str, cls: str = "", **attributes: str) -> str:
    """Return an element around parts that are markup already; the values of its attributes are plain words.

    An attribute's underscores become hyphens (`data_tags`).
    """
    pairs = ({"class": cls} if cls else {}) | {key.replace("_", "-"): value for key, value in attributes.items()}
    opening = "".join(f' {key}="{attribute(value)}"' for key, value in pairs.items())
    return f"<{name}{opening}>{''.join(parts)}</{name}>"


def paragraphs(words: str, cls: str = "") -> str:
    """Return words with their own line breaks."""
    return tag("div", text(words), cls=f"words {cls}".strip())


def folded(summary: str, *parts: str, cls: str = "fold") -> str:
    """Return parts that are seen once their summary is pressed."""
    return tag("details", tag("summary", text(summary)), *parts, cls=cls)


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Return names with their values, without those that have none."""
    return tag("dl", *(tag("dt", text(name)) + tag("dd", text(value)) for name, value in pairs if value), cls="facts")
