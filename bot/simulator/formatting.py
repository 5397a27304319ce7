"""Entities turned back into HTML, for showing."""

import re
from html import escape

from bot.simulator.entities import utf16_cut, utf16_length
from bot.simulator.journal import Json

TAGS = {
    "bold": "strong",
    "italic": "em",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
    "text_link": "a",
    "url": "a",
}


def entity_html(text: str, entities: list[Json]) -> str:
    """Return a text with its entities as HTML; what is not known stays plain."""
    known = [one for one in entities if one["type"] in TAGS]
    return _nest(text, sorted(known, key=lambda one: (one["offset"], -one["length"])), 0, utf16_length(text))


def _nest(text: str, entities: list[Json], start: int, end: int) -> str:
    pieces, at = [], start
    for index, entity in enumerate(entities):
        first, last = entity["offset"], min(entity["offset"] + entity["length"], end)
        if first < at or first >= end:
            continue
        pieces.append(escape(utf16_cut(text, at, first - at)))
        within = [one for one in entities[index + 1 :] if one["offset"] < last]
        pieces.append(_wrap(entity, utf16_cut(text, first, last - first), _nest(text, within, first, last)))
        at = last
    return "".join([*pieces, escape(utf16_cut(text, at, end - at))])


def _wrap(entity: Json, raw: str, inside: str) -> str:
    tag = TAGS[entity["type"]]
    if tag != "a":
        return f"<{tag}>{inside}</{tag}>"
    address = entity.get("url") or (raw if re.match(r"https?:", raw) else f"https://{raw}")
    is_safe = re.match(r"(?i)(https?|mailto|tel|tg):", address)
    return f'<a href="{escape(address)}" rel="noreferrer noopener">{inside}</a>' if is_safe else inside
