"""Scripts as people write them, and files of every kind that hold them."""

import html
import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import docx
from docx.enum.style import WD_STYLE_TYPE
from pypdf import PdfReader, PdfWriter


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A script as text, and what is said in it by whom."""

    text: str
    spoken: tuple[tuple[str, str], ...]
    headings: tuple[str, ...]


BAKERY = Sample(
    text="""\
INT. BAKERY - NIGHT

Flour hangs in the air. ROSE (60), in a white apron, counts coins.

ROSE
Eleven. It was always twelve.

TOM
(at the door)
Maybe the fox took one.

EXT. STREET - DAWN

A fox sits under a lamp with a coin in its mouth.

TOM (CONT'D)
Told you: the fox.

ROSE
Then we owe him a loaf...
(smiling)
A warm one!""",
    spoken=(
        ("ROSE", "Eleven. It was always twelve."),
        ("TOM", "Maybe the fox took one."),
        ("TOM", "Told you: the fox."),
        ("ROSE", "Then we owe him a loaf..."),
        ("ROSE", "A warm one!"),
    ),
    headings=("INT. BAKERY - NIGHT", "EXT. STREET - DAWN"),
)

METRO = Sample(
    text="""\
Titre : Le dernier métro
INT. STATION DE MÉTRO - NUIT

Léa court sur le quai. Le train s'en va.

Léa : Attendez ! Je suis déjà en retard...
Karim (sans lever les yeux) : « Il n'attend jamais, celui-là. »

Léa s'assoit près de lui.

Léa\u202f: Et vous ?
Karim : Moi, j'attends
quelqu'un qui court.""",
    spoken=(
        ("Léa", "Attendez ! Je suis déjà en retard..."),
        ("Karim", "« Il n'attend jamais, celui-là. »"),
        ("Léa", "Et vous ?"),
        ("Karim", "Moi, j'attends\nquelqu'un qui court."),
    ),
    headings=("INT. STATION DE MÉTRO - NUIT",),
)

LANTERN = Sample(
    text="""\
片名：河灯
第一场 河边 夜 外

△ 林晚（20岁）把一盏纸灯放进水里。

林晚：（轻声）你说过，灯不灭，你就回来。
阿川：我回来了。

2、日 内 客厅

林晚（画外音）：那盏灯，在水里漂了三年……
阿川：对不起！路太远了。""",
    spoken=(
        ("林晚", "你说过，灯不灭，你就回来。"),
        ("阿川", "我回来了。"),
        ("林晚", "那盏灯，在水里漂了三年……"),
        ("阿川", "对不起！路太远了。"),
    ),
    headings=("第一场 河边 夜 外", "2、日 内 客厅"),
)

TEA = Sample(
    text="""\
第1场 茶馆 日 内

老茶馆里坐满了人。沈青（二十岁，穿一件绿色长衫）推门进来，雨水从伞上滴下来。

沈青
掌柜的，还有位子吗？

掌柜
（头也不抬）
有。那张桌子，空了十年。

沈青
那就坐那张。

掌柜
客官贵姓？

沈青
姓沈。

掌柜的茶壶掉在地上，碎了。

掌柜
十年前坐那儿的人，也姓沈。他走的那天，也下着这样的雨。

沈青
他是我父亲。他让我来取一样东西。

第2场 茶馆后院 夜 外

月光照着一口枯井。

掌柜
就在井底。我替他守了十年，没让一个人靠近过。

沈青
您为什么不打开看看？

掌柜
（苦笑）
答应过的事，不用看。""",
    spoken=(
        ("沈青", "掌柜的，还有位子吗？"),
        ("掌柜", "有。那张桌子，空了十年。"),
        ("沈青", "那就坐那张。"),
        ("掌柜", "客官贵姓？"),
        ("沈青", "姓沈。"),
        ("掌柜", "十年前坐那儿的人，也姓沈。他走的那天，也下着这样的雨。"),
        ("沈青", "他是我父亲。他让我来取一样东西。"),
        ("掌柜", "就在井底。我替他守了十年，没让一个人靠近过。"),
        ("沈青", "您为什么不打开看看？"),
        ("掌柜", "答应过的事，不用看。"),
    ),
    headings=("第1场 茶馆 日 内", "第2场 茶馆后院 夜 外"),
)
"""Names on lines of their own, and more than one episode."""

LIGHTHOUSE = Sample(
    text="""\
Title: La gardienne
Author: A. Le Goff

# Épisode 1

INT. PHARE - NUIT

La tempête bat les vitres. JEANNE (70 ans), une vieille femme en ciré jaune, monte l'escalier.

@Jeanne
(au téléphone)
Non, je ne quitterai pas le phare. Pas ce soir.

VOIX (OFF)
Madame, le bateau a coulé en 1962 !

JEANNE
Alors qui me répond, chaque nuit, avec sa lampe ?

EXT. MER - NUIT

Au loin, une lumière : trois éclats, puis *rien*.

# Épisode 2

INT. PHARE - AUBE

JEANNE
Trois éclats. C'est son prénom.

LE FACTEUR
Il n'y a rien, là-bas, Jeanne.
Rien que l'eau.

JEANNE
(elle sourit)
C'est ce qu'on dit des gens qu'on n'attend plus.
""",
    spoken=(
        ("Jeanne", "Non, je ne quitterai pas le phare. Pas ce soir."),
        ("VOIX", "Madame, le bateau a coulé en 1962 !"),
        ("JEANNE", "Alors qui me répond, chaque nuit, avec sa lampe ?"),
        ("JEANNE", "Trois éclats. C'est son prénom."),
        ("LE FACTEUR", "Il n'y a rien, là-bas, Jeanne. Rien que l'eau."),
        ("JEANNE", "C'est ce qu'on dit des gens qu'on n'attend plus."),
    ),
    headings=("INT. PHARE - NUIT", "EXT. MER - NUIT", "INT. PHARE - AUBE"),
)
"""In Fountain, with episodes of its own."""


def document(lines: Iterable[str]) -> bytes:
    """Return a document of Word with a paragraph a line."""
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    return _saved(made)


def styled() -> bytes:
    """Return a document whose styles say what each paragraph is, as programs for scripts write it."""
    made = docx.Document()
    for name in ("Scene Heading", "Action", "Character", "Parenthetical", "Dialogue", "Transition"):
        made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for style, text in (
        ("Scene Heading", "INT. ATTIC - NIGHT"),
        ("Action", "Rain. Anna opens the box."),
        ("Character", "ANNA (O.S.)"),
        ("Parenthetical", "(low)"),
        ("Dialogue", "Empty? It: was here."),
        ("Dialogue", "It was."),
        ("Transition", "CUT TO:"),
    ):
        made.add_paragraph(text, style=style)
    return _saved(made)


def _saved(made: "docx.document.Document") -> bytes:
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def packed(entries: Mapping[str, bytes]) -> bytes:
    """Return an archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return file.getvalue()


def epub(paragraphs: Iterable[str]) -> bytes:
    """Return a book of one chapter."""
    page = "".join(f"<p>{html.escape(each)}</p>" for each in paragraphs)
    return packed(
        {
            "META-INF/container.xml": b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            b'<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
            "OEBPS/book.opf": b'<package xmlns="http://www.idpf.org/2007/opf"><metadata '
            b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A book</dc:title></metadata><manifest>'
            b'<item id="a" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>'
            b'<spine><itemref idref="a"/></spine></package>',
            "OEBPS/one.xhtml": (
                "<html><head><title>no</title><style>p{}</style></head><body>" + page + "</body></html>"
            ).encode(),
        }
    )


def pdf(lines: Iterable[str], key: str = "") -> bytes:
    """Return a PDF of one page in Courier."""
    shown = "".join(f"1 0 0 1 72 {720 - 14 * row} Tm ({_quoted(line)}) Tj\n" for row, line in enumerate(lines) if line)
    stream = f"BT /F1 12 Tf\n{shown}ET".encode("latin-1") if shown else b""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length " + str(len(stream)).encode() + b" >>\nstream\n" + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        b"<< /Font << /F1 5 0 R >> >>",
    )
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += str(number).encode() + b" 0 obj\n" + each + b"\nendobj\n"
    table = b"xref\n0 7\n0000000000 65535 f \n" + b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    whole = body + table + b"trailer << /Size 7 /Root 1 0 R >>\nstartxref\n" + str(len(body)).encode() + b"\n%%EOF\n"
    return _locked(whole, key) if key else whole


def _quoted(line: str) -> str:
    return "".join(f"\\{letter}" if letter in "()\\" else letter for letter in line)


def _locked(data: bytes, key: str) -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(data)))
    writer.encrypt(key)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
