"""Word's .docx: paragraphs with their styles. Templates for scripts name their styles by what stands in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generation.manuscript.archive import Archive, walk

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"

_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
_SKIPPED = frozenset({"Fallback", "del", "moveFrom"})
"""What is shown to older programs instead of something, and what was struck out."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and the name of its style, in small letters, empty for the default."""

    text: str
    style: str = ""


def paragraphs(data: bytes) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a document, those of tables and text boxes too.

    Raises:
        Unreadable: it is damaged, locked, hostile or too large.
    """
    archive = Archive(data)
    reader = _Reader(styles=_styles(archive.read(STYLES)) if STYLES in archive.names else {})
    walk(archive.read(DOCUMENT), reader.start, reader.end, reader.write)
    return tuple(reader.done)


def _styles(data: bytes) -> Mapping[str, str]:
    """Return the names of styles by their id: a translated Word keeps the id and changes the name."""
    found: dict[str, str] = {}
    current = [""]

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "style":
            current[0] = attributes.get("styleId", "")
        elif name == "name" and current[0]:
            found[current[0]] = attributes.get("val", "").lower()

    def end(name: str) -> None:
        if name == "style":
            current[0] = ""

    walk(data, start, end, lambda _: None)
    return found


@dataclass(kw_only=True, slots=True)
class _Reader:
    """Collects paragraphs; one within another (a text box) comes before it."""

    styles: Mapping[str, str]
    done: list[Paragraph] = field(default_factory=list)
    texts: list[list[str]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    skipping: int = 0
    within: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self.skipping or name in _SKIPPED:
            self.skipping += 1
        elif name == "p":
            self.texts.append([])
            self.names.append("")
        elif name == "pStyle" and self.names:
            style = attributes.get("val", "")
            self.names[-1] = self.styles.get(style, style.lower())
        elif name == "t":
            self.within = True
        elif name in _BREAKS and self.texts and "val" not in attributes:  # with it, where a tab stops
            self.texts[-1].append(_BREAKS[name])

    def end(self, name: str) -> None:
        if self.skipping:
            self.skipping -= 1
        elif name == "p" and self.texts:
            self.done.append(Paragraph("".join(self.texts.pop()), self.names.pop()))
        elif name == "t":
            self.within = False

    def write(self, text: str) -> None:
        if self.within and self.texts and not self.skipping:
            self.texts[-1].append(text)
