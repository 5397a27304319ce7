"""Word's .docx, written: paragraphs whose styles say what they are, as programs for scripts name them.

Three small XML files in an archive are a whole document. Equal manuscripts have equal bytes.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

from generation.manuscript.manuscript import (
    Action,
    Aside,
    Element,
    Heading,
    Manuscript,
    Section,
    Speech,
    Transition,
)

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

_BORN = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: the first that an archive can hold."""

_APART = '<w:pPr><w:keepNext/><w:spacing w:before="360" w:after="120"/></w:pPr>'
_STYLES = {
    "Title": '<w:pPr><w:spacing w:after="240"/></w:pPr><w:rPr><w:b/><w:sz w:val="40"/></w:rPr>',
    "Author": '<w:pPr><w:spacing w:after="480"/></w:pPr><w:rPr><w:i/></w:rPr>',
    "Section": f'{_APART}<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>',
    "Scene Heading": f"{_APART}<w:rPr><w:b/></w:rPr>",
    "Action": '<w:pPr><w:spacing w:after="160"/></w:pPr>',
    "Character": '<w:pPr><w:keepNext/><w:spacing w:before="120"/><w:ind w:left="2880"/></w:pPr>',
    "Parenthetical": '<w:pPr><w:keepNext/><w:ind w:left="2160" w:right="2160"/></w:pPr><w:rPr><w:i/></w:rPr>',
    "Dialogue": '<w:pPr><w:spacing w:after="160"/><w:ind w:left="1440" w:right="1440"/></w:pPr>',
    "Transition": '<w:pPr><w:spacing w:before="160" w:after="160"/><w:jc w:val="right"/></w:pPr>',
}
"""How each kind of paragraph is set; lengths in twentieths of a point."""

_UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""Letters that XML cannot hold."""


def write(manuscript: Manuscript) -> bytes:
    """Write a document."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _entries(manuscript):
            archive.writestr(zipfile.ZipInfo(name, _BORN), text.encode(), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _entries(manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    kinds = (("/word/document.xml", "document.main+xml"), ("/word/styles.xml", "styles+xml"))
    overrides = "".join(f'<Override PartName="{part}" ContentType="{_MAIN}.{kind}"/>' for part, kind in kinds)
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    yield "[Content_Types].xml", f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'
    yield "_rels/.rels", _relation("officeDocument", "word/document.xml")
    yield "word/_rels/document.xml.rels", _relation("styles", "styles.xml")
    yield "word/styles.xml", f'{_HEAD}<w:styles xmlns:w="{_WORD}">{"".join(map(_style, _STYLES))}</w:styles>'
    body = "".join(_paragraph(style, text) for style, text in _paragraphs(manuscript))
    yield "word/document.xml", f'{_HEAD}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'


def _relation(kind: str, target: str) -> str:
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def _style(name: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/><w:qFormat/>'
        f"{_STYLES[name]}</w:style>"
    )


def _paragraphs(manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    """Yield the style and the text of every paragraph."""
    if manuscript.title:
        yield "Title", manuscript.title
    if manuscript.author:
        yield "Author", manuscript.author
    for element in manuscript.elements:
        yield from _of(element)


def _of(element: Element) -> Iterator[tuple[str, str]]:
    match element:
        case Section(text):
            yield "Section", text
        case Heading(text):
            yield "Scene Heading", text
        case Action(text):
            yield "Action", text
        case Transition(text):
            yield "Transition", text
        case Speech(cue, words):
            yield "Character", cue
            for each in words:
                yield ("Parenthetical", f"({each.text})") if isinstance(each, Aside) else ("Dialogue", each.text)


def _paragraph(style: str, text: str) -> str:
    lines = (escape(_UNFIT.sub("", line)) for line in text.split("\n"))
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f'<w:p><w:pPr><w:pStyle w:val="{style.replace(" ", "")}"/></w:pPr><w:r>{words}</w:r></w:p>'
