"""Telegram's MarkdownV2: what it marks up, and the characters it wants escaped (docs, "MarkdownV2 style")."""

import re
from typing import TYPE_CHECKING

from bot.simulator.entities import Text, utf16_length
from bot.simulator.rules import ENTITIES, Refused

if TYPE_CHECKING:
    from bot.simulator.journal import Json

MARKS = {"*": "bold", "_": "italic", "__": "underline", "~": "strikethrough", "||": "spoiler"}
RESERVED = "_*[]()~`>#+-=|{}.!"

_CODE = re.compile(
    r"```(?:(?P<language>[\w+-]*)\n)?(?P<block>(?:\\.|[^\\])*?)```|`(?P<code>(?:\\.|[^`\\])*)`", re.DOTALL
)
_LINK = re.compile(r"\]\((?P<url>(?:\\.|[^)\\])*)\)")


def read_markdown(source: str) -> Text:
    """Parse MarkdownV2.

    Raises:
        Refused: a mark has no end, or a reserved character is not escaped.
    """
    return _Markdown(source).read()


class _Markdown:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._plain = ""
        self._open: list[tuple[str, int, int]] = []  # mark, offset in the text, index in the source
        self._entities: list[Json] = []

    def read(self) -> Text:
        while self._at < len(self._source):
            self._step()
        if self._open:
            mark, _, at = self._open[-1]
            kind = MARKS.get(mark, "text_link").capitalize()
            raise Refused(ENTITIES, reason=f"Can't find end of {kind} entity at byte offset {self._byte(at)}")
        return Text(self._plain, sorted(self._entities, key=lambda one: (one["offset"], -one["length"])))

    def _byte(self, at: int) -> int:
        return len(self._source[:at].encode())

    def _step(self) -> None:
        rest = self._source[self._at :]
        if rest[0] == "\\" and len(rest) > 1 and ord(rest[1]) < 127:  # noqa: PLR2004 - ASCII, as Telegram says
            self._write(rest[1], 2)
        elif rest[0] == "`":
            self._code()
        elif rest[0] == "[":
            self._open.append(("[", utf16_length(self._plain), self._at))
            self._at += 1
        elif rest[0] == "]" and self._open and self._open[-1][0] == "[":
            self._link()
        elif rest[0] == ">" and (not self._plain or self._plain.endswith("\n")):
            self._quote()
        else:
            self._mark(rest)

    def _write(self, plain: str, width: int) -> None:
        self._plain += plain
        self._at += width

    def _mark(self, rest: str) -> None:
        mark = next((one for one in ("__", "||", "*", "_", "~") if rest.startswith(one)), None)
        if mark is None and rest[0] in RESERVED:
            raise Refused(
                ENTITIES,
                reason=f"Character '{rest[0]}' is reserved and must be escaped with the preceding '\\'",
            )
        if mark is None:
            self._write(rest[0], 1)
        elif self._open and self._open[-1][0] == mark:
            _, offset, _ = self._open.pop()
            self._entity(MARKS[mark], offset)
            self._at += len(mark)
        else:
            self._open.append((mark, utf16_length(self._plain), self._at))
            self._at += len(mark)

    def _entity(self, kind: str, offset: int, **more: str) -> None:
        length = utf16_length(self._plain) - offset
        if length:
            self._entities.append({"type": kind, "offset": offset, "length": length, **more})

    def _code(self) -> None:
        match = _CODE.match(self._source, self._at)
        if match is None:
            raise Refused(ENTITIES, reason=f"Can't find end of Code entity at byte offset {self._byte(self._at)}")
        offset = utf16_length(self._plain)
        inside = match["code"] if match["code"] is not None else match["block"]
        self._write(re.sub(r"\\(.)", r"\1", inside), len(match[0]))
        language = {"language": match["language"]} if match["language"] else {}
        self._entity("code" if match["code"] is not None else "pre", offset, **language)

    def _link(self) -> None:
        match = _LINK.match(self._source, self._at)
        if match is None:
            raise Refused(ENTITIES, reason="Character ']' is reserved and must be escaped with the preceding '\\'")
        _, offset, _ = self._open.pop()
        self._at = match.end()
        self._entity("text_link", offset, url=re.sub(r"\\(.)", r"\1", match["url"]))

    def _quote(self) -> None:
        end = self._source.find("\n", self._at)
        inside = read_markdown(self._source[self._at + 1 : None if end < 0 else end])
        offset = utf16_length(self._plain)
        self._entities += [{**one, "offset": one["offset"] + offset} for one in inside.entities]
        self._plain += inside.plain
        self._at = len(self._source) if end < 0 else end
        self._entity("blockquote", offset)
