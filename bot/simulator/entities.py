"""Formatted text: plain text with entities, whose offsets and lengths count UTF-16 code units.

The HTML reader follows the one of Telegram's client library (td, `MessageEntity.cpp`), also in what it refuses.
"""

import re
from dataclasses import dataclass, field
from html import unescape

from bot.simulator.journal import Json
from bot.simulator.rules import ENTITIES, Refused

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024

HTML_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}

_NAMED = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});?")
_NAME = re.compile(r"""[^\s=>/"']+""")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_SPACE = re.compile(r"\s*")

_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/@])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])")),
    ("url", re.compile(r"(?:https?://|(?<![\w@.])t\.me/)[^\s<>\"]*[^\s<>\".,;:!?)\]}'»]")),
    ("email", re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+\.[a-zA-Z]{2,}(?!\w)")),
    ("mention", re.compile(r"(?<![\w@/.])@[A-Za-z]\w{2,31}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#&/])#(?=\w*[^\W\d])\w+")),
)


@dataclass(frozen=True, slots=True)
class Text:
    """A plain text and its entities."""

    plain: str
    entities: list[Json] = field(default_factory=list)

    def fields(self, name: str) -> Json:
        """Return the text as fields of a Message: `text` with `entities`, or `caption` with `caption_entities`."""
        if not self.plain:
            return {}
        entities_name = "entities" if name == "text" else f"{name}_entities"
        return {name: self.plain} | ({entities_name: self.entities} if self.entities else {})


def utf16_length(text: str) -> int:
    """Count UTF-16 code units, as Telegram counts offsets and lengths: an emoji mostly counts two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def read_html(source: str) -> Text:
    """Parse Telegram's HTML.

    Raises:
        Refused: a tag is unknown, unclosed, or closed in the wrong order; the description names it and its byte offset.
    """
    return _Html(source).read()


def finish(text: Text) -> Text:
    """Trim the text as Telegram does, and find commands, links, mentions and hashtags in it."""
    plain = text.plain.rstrip()
    start = len(plain) - len(plain.lstrip())
    shift, plain = utf16_length(plain[:start]), plain[start:]
    end = utf16_length(plain)
    kept = []
    for entity in text.entities:
        first = max(0, entity["offset"] - shift)
        last = min(end, entity["offset"] - shift + entity["length"])
        if last > first:
            kept.append({**entity, "offset": first, "length": last - first})
    kept += _found(plain, kept)
    return Text(plain, sorted(kept, key=lambda one: (one["offset"], -one["length"])))


def _found(plain: str, given: list[Json]) -> list[Json]:
    taken = [
        (one["offset"], one["offset"] + one["length"]) for one in given if one["type"] in {"code", "pre", "text_link"}
    ]
    found = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(plain):
            offset, length = utf16_length(plain[: match.start()]), utf16_length(match[0])
            if all(offset >= last or offset + length <= first for first, last in taken):
                taken.append((offset, offset + length))
                found.append({"type": kind, "offset": offset, "length": length})
    return found


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int


class _Html:
    """One pass over a source text: what is open, and what was written so far."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._plain: list[str] = []
        self._offset = 0
        self._open: list[_Open] = []
        self._entities: list[Json] = []

    def read(self) -> Text:
        while self._at < len(self._source):
            if self._source.startswith("</", self._at):
                self._close_tag()
            elif self._source[self._at] == "<":
                self._open_tag()
            else:
                self._character()
        if self._open:
            self._refuse(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        return Text("".join(self._plain), sorted(self._entities, key=lambda one: (one["offset"], -one["length"])))

    def _refuse(self, reason: str, at: int | None = None) -> None:
        offset = "" if at is None else f" at byte offset {len(self._source[:at].encode())}"
        raise Refused(ENTITIES, reason=reason + offset)

    def _peek(self) -> str:
        return self._source[self._at : self._at + 1]

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._source, self._at)
        self._at = match.end() if match else self._at
        return match[0] if match else ""

    def _character(self) -> None:
        raw = self._take(_NAMED) or self._source[self._at]
        if len(raw) == 1:
            self._at += 1
        character = unescape(raw) if len(raw) > 1 else raw
        self._plain.append(character)
        self._offset += utf16_length(character)

    def _open_tag(self) -> None:
        begin = self._at
        self._at += 1
        tag = self._take(re.compile(r"[^\s>]*")).lower()
        if self._at >= len(self._source):
            self._refuse("Unclosed start tag", begin)
        if tag not in HTML_TAGS:
            self._refuse(f'Unsupported start tag "{tag}"', begin)
        argument = ""
        while self._take(_SPACE) is not None and self._peek() != ">":
            argument = self._attribute(tag, begin) or argument
        self._at += 1
        if tag == "span" and argument != "tg-spoiler":
            self._refuse('Tag "span" must have class "tg-spoiler"', begin)
        self._open.append(_Open(tag, argument, self._offset))

    def _attribute(self, tag: str, begin: int) -> str:
        name = self._take(_NAME).lower()
        if self._at >= len(self._source):
            self._refuse("Unclosed start tag", begin)
        if not name:
            self._refuse(f'Empty attribute name in the tag "{tag}"', begin)
        self._take(_SPACE)
        if self._peek() != "=":
            return name if (tag, name) == ("blockquote", "expandable") else ""
        self._at += 1
        self._take(_SPACE)
        value = self._value()
        if self._at >= len(self._source):
            self._refuse("Unclosed start tag", begin)
        wanted = {"a": "href", "code": "class", "span": "class", "tg-emoji": "emoji-id"}.get(tag)
        return value if name == wanted else ""

    def _value(self) -> str:
        begin = self._at
        quote = self._peek()
        if quote not in {'"', "'"}:
            value = self._take(_TOKEN).lower()
            if not self._peek().isspace() and self._peek() != ">":
                self._refuse("Unexpected end of name token", begin)
            return value
        end = self._source.find(quote, begin + 1)
        self._at = len(self._source) if end < 0 else end + 1
        return unescape(self._source[begin + 1 : max(end, begin)])

    def _close_tag(self) -> None:
        begin = self._at
        if not self._open:
            self._refuse("Unexpected end tag", begin)
        self._at += 2
        tag = self._take(re.compile(r"[^\s>]*")).lower()
        self._take(_SPACE)
        if self._peek() != ">":
            self._refuse("Unclosed end tag", begin)
        self._at += 1
        opened = self._open.pop()
        if tag and tag != opened.tag:
            place = f"at byte offset {len(self._source[:begin].encode())}"
            self._refuse(f'Unmatched end tag {place}, expected "</{opened.tag}>", found "</{tag}>"')
        length = self._offset - opened.offset
        if length > 0:
            self._entity(opened, length)

    def _entity(self, opened: _Open, length: int) -> None:
        entity: Json = {"type": HTML_TAGS[opened.tag], "offset": opened.offset, "length": length}
        match opened.tag:
            case "a":
                first = utf16_cut("".join(self._plain), opened.offset)
                entity["url"] = opened.argument or first
                if not re.match(r"(?i)(https?|tg|mailto|tel)[:.]", entity["url"]):
                    return  # a link without an address stays plain text (td)
            case "code" if opened.argument.startswith("language-"):
                if self._open and self._open[-1].tag == "pre":
                    self._open[-1].argument = opened.argument.removeprefix("language-")
                    return
            case "code" if self._open and self._open[-1].tag == "pre":
                return
            case "pre" if opened.argument:
                entity["language"] = opened.argument
            case "blockquote" if opened.argument == "expandable":
                entity["type"] = "expandable_blockquote"
            case "tg-emoji":
                entity["custom_emoji_id"] = opened.argument
        self._entities.append(entity)


def utf16_cut(text: str, offset: int, length: int | None = None) -> str:
    """Return the part of `text` that starts at `offset`, `length` long, both in UTF-16 code units."""
    units = text.encode("utf-16-le", "surrogatepass")
    end = None if length is None else 2 * (offset + length)
    return units[2 * offset : end].decode("utf-16-le", "replace")


def read_given(plain: str, entities: list[Json]) -> Text:
    """Take entities as the bot gave them.

    Raises:
        Refused: one reaches beyond the text, or is not an entity.
    """
    end = utf16_length(plain)
    for entity in entities:
        offset, length = entity.get("offset"), entity.get("length")
        if not isinstance(entity.get("type"), str) or not isinstance(offset, int) or not isinstance(length, int):
            raise Refused(ENTITIES, reason="an entity needs type, offset and length")
        if offset < 0 or length <= 0 or offset + length > end:
            raise Refused(ENTITIES, reason=f"entity at {offset} of length {length} reaches beyond the text")
    return Text(plain, [dict(entity) for entity in entities])
