"""Markdown: a manuscript as a text that reads well as it is, and as a page."""

import re

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

_MARKS = re.compile(r"[\\`*_\[\]<>#|~]|^(?=[-+>=]|\d+[.)])", re.MULTILINE)
"""What Markdown takes for a mark."""


def write(manuscript: Manuscript) -> str:
    """Write a manuscript: who speaks in bold, and lines that break where they broke."""
    head = [f"# {_plain(manuscript.title)}"] if manuscript.title else []
    by = [f"*{_plain(manuscript.author)}*"] if manuscript.author else []
    return "\n\n".join([*head, *by, *map(_block, manuscript.elements)]) + "\n"


def _block(element: Element) -> str:
    match element:
        case Section(text):
            return f"## {_plain(text)}"
        case Heading(text):
            return f"### {_plain(text)}"
        case Transition(text):
            return f"*{_plain(text)}*"
        case Action(text):
            return _lines(text)
        case Speech(cue, words):
            return "  \n".join([f"**{_plain(cue)}**", *map(_said, words)])


def _said(each: Spoken | Aside) -> str:
    return f"*({_plain(each.text)})*" if isinstance(each, Aside) else _lines(each.text)


def _lines(text: str) -> str:
    return "  \n".join(_plain(line) for line in text.split("\n"))


def _plain(text: str) -> str:
    return _MARKS.sub(lambda found: f"\\{found[0]}", text)
