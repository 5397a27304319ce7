"""The gist of a text that is longer than a model is shown: how each part of it begins, in the author's own words."""

import re

from agents.crew.form import IDEA

_SENTENCE = re.compile(r".+?(?:[.!?。！？…]+[\"'”’»」]*(?=\s|\Z)|[。！？]|\Z)", re.DOTALL)

_SHORTEST = 60
"""Characters of a part's beginning that say anything."""


def gist(text: str, most: int = IDEA) -> str:
    """Return a text, or where it has more than `most` characters the beginnings of parts all through it."""
    if len(text) <= most:
        return text
    paragraphs = [" ".join(each.split()) for each in text.split("\n") if any(map(str.isalnum, each))]
    starts = [_start(each) for each in paragraphs]
    for step in range(1, len(starts) + 1):
        chosen = starts[::step]
        if sum(map(len, chosen)) + len(chosen) <= most:
            return "\n".join(chosen)
    return starts[0][:most]


def _start(paragraph: str) -> str:
    """Return the first sentences of a paragraph, as many as say something."""
    found = ""
    for sentence in _SENTENCE.findall(paragraph):
        found += sentence
        if len(found) >= _SHORTEST:
            break
    return found.strip()
