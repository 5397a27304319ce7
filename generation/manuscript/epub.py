"""Electronic books: the chapters of an .epub in reading order, as lines of text."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote

from generation.manuscript.archive import Archive, walk
from generation.manuscript.encoding import decoded
from generation.manuscript.limits import Fault, Unreadable

_CONTAINER = "META-INF/container.xml"
_RIGHTS = "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html"})
_PARAGRAPHS = frozenset({"p", "div", "li", "blockquote", "tr", "dt", "dd", "section", "article", "hr"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = frozenset({"script", "style", "head", "nav", "svg", "math", "template"})


@dataclass(kw_only=True, slots=True)
class Book:
    """A book: its title, and its lines; a chapter's heading begins with `#`."""

    title: str = ""
    lines: list[str] = field(default_factory=list)


def book(data: bytes) -> Book:
    """Read a book.

    Raises:
        Unreadable: it is damaged, locked, hostile or too large.
    """
    archive = Archive(data)
    root = _root(archive)
    title, pages = _spine(archive.read(root))
    if _RIGHTS in archive.names and not any(_path(root, page) in archive.names for page in pages):
        raise Unreadable(Fault.LOCKED)
    found = Book(title=title)
    for page in pages:
        reader = _Page()
        reader.feed(decoded_page(archive.read(_path(root, page))))
        reader.close()
        found.lines += [*reader.lines(), ""]
    return found


def decoded_page(data: bytes) -> str:
    """Return a page's text; an empty page is no fault of the book."""
    try:
        return decoded(data)
    except Unreadable as unreadable:
        if unreadable.fault is Fault.EMPTY:
            return ""
        raise


def _root(archive: Archive) -> str:
    """Return the name of the book's table of what is in it."""
    found: list[str] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "rootfile":
            found.append(attributes.get("full-path", ""))

    walk(archive.read(_CONTAINER), start, lambda _: None, lambda _: None)
    if not found:
        raise Unreadable(Fault.DAMAGED)
    return found[0]


def _spine(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the title, and the pages in reading order."""
    pages: dict[str, str] = {}
    order: list[str] = []
    title: list[str] = []
    inside = [""]

    def start(name: str, attributes: Mapping[str, str]) -> None:
        inside[0] = name
        if name == "item" and attributes.get("media-type") in _PAGES:
            pages[attributes.get("id", "")] = attributes.get("href", "")
        elif name == "itemref":
            order.append(attributes.get("idref", ""))

    def end(_: str) -> None:
        inside[0] = ""

    def text(words: str) -> None:
        if inside[0] == "title":
            title.append(words)

    walk(data, start, end, text)
    return " ".join("".join(title).split()), tuple(pages[each] for each in order if each in pages)


def _path(root: str, page: str) -> str:
    """Return the name of a page in the archive; what leads out of it leads nowhere."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(root), unquote(page.partition("#")[0])))


class _Page(HTMLParser):
    """Collects the paragraphs of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._paragraphs: list[str] = [""]
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "br":
            self._paragraphs.append("")
        elif tag in _PARAGRAPHS:
            self._paragraphs += ["", ""]
        elif tag in _HEADINGS:
            self._paragraphs += ["", "# "]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNSEEN:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _PARAGRAPHS | _HEADINGS:
            self._paragraphs += ["", ""]

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._paragraphs[-1] += data

    def lines(self) -> Iterator[str]:
        """Yield the lines; an empty heading is none."""
        for each in self._paragraphs:
            line = " ".join(each.split())
            yield "" if line == "#" else line
