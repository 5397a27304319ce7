"""Reading a file: by its name and by what it holds, in a process of its own that can be given up.

Files come from strangers. The child process may use so much memory and time and no more; what it gives back is Fountain
text, which is the one form in which a manuscript leaves it and is kept.
"""

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generation.manuscript import epub, fountain, pdf, plain
from generation.manuscript.encoding import bounded, decoded
from generation.manuscript.limits import LARGEST, SECONDS, Fault, Unreadable
from generation.manuscript.manuscript import Action, Aside, Heading, Manuscript, Section, Speech, Spoken, Transition
from generation.manuscript.word import Paragraph, paragraphs

_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from generation.manuscript.worker import main; main()"
_ROOT = Path(__file__).parents[2]

_FOUNTAIN, _DIALOGUE = ".fountain", ("dialogue", "dialog", "réplique", "对白", "台词", "对话")
_HEADINGS = ("scene heading", "slugline", "intitulé de scène", "intitulé", "场景标题", "场景")
_CUES = ("character", "character name", "personnage", "人物", "角色")
_ASIDES = ("parenthetical", "didascalie", "parenthèse", "indication", "括号")
_TRANSITIONS = ("transition", "转场")
_PARTS = ("heading 1", "heading 2", "titre 1", "titre 2", "标题 1", "标题 2")
_TITLES = ("title", "titre", "标题")

_SET_APART = 0.2
"""Share of empty paragraphs from which on a document is typed as on a typewriter, with blank lines between blocks."""


def read(data: bytes, name: str) -> Manuscript:
    """Read a file, in a child process.

    Raises:
        Unreadable: it cannot be read; the message is one sentence that says why.
    """
    if len(data) > LARGEST:
        raise Unreadable(Fault.TOO_LARGE)
    command = [sys.executable, "-P", "-c", _START, str(_ROOT), Path(name).suffix.lower()]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(Fault.TOO_SLOW) from error
    if done.returncode != 0:
        raise Unreadable(_fault(done.stdout))
    return fountain.read(done.stdout.decode())


def _fault(said: bytes) -> Fault:
    """Return what the child says is wrong; one that died of it says nothing."""
    try:
        return Fault(said.decode("ascii"))
    except ValueError:
        return Fault.DAMAGED


def manuscript(data: bytes, suffix: str) -> Manuscript:
    """Read a file in this process; `suffix` is how its name ends.

    Raises:
        Unreadable: it cannot be read.
    """
    reader = READERS.get(_kind(data, suffix))
    if reader is None:
        raise Unreadable(Fault.UNKNOWN)
    found = reader(data)
    bounded(fountain.write(found))
    if not found.elements:
        raise Unreadable(Fault.EMPTY)
    return found


def _kind(data: bytes, suffix: str) -> str:
    """Return of what kind a file is; what is packed or a PDF is that whatever it is called."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return suffix if suffix in {".docx", ".epub"} else ""
    return "" if suffix in {".pdf", ".docx", ".epub"} and data.startswith(b"\xd0\xcf\x11\xe0") else suffix


def text(words: str) -> Manuscript:
    """Read what was pasted."""
    return plain.read(words.split("\n"), wrapped=True)


def _text(data: bytes) -> Manuscript:
    return text(decoded(data))


def _markdown(data: bytes) -> Manuscript:
    return plain.read(plain.markdown(decoded(data).split("\n")), wrapped=True)


def _fountain(data: bytes) -> Manuscript:
    return fountain.read(decoded(data))


def _pdf(data: bytes) -> Manuscript:
    return plain.read(pdf.lines(data), wrapped=True)


def _epub(data: bytes) -> Manuscript:
    book = epub.book(data)
    return plain.read(book.lines, wrapped=False, title=book.title)


def _word(data: bytes) -> Manuscript:
    found = paragraphs(data)
    if any(each.style in _DIALOGUE for each in found):
        return _styled(found)
    title = next((each.text for each in found if each.style in _TITLES), "")
    lines = [
        f"# {each.text}" if each.style in _PARTS and each.text.strip() else line
        for each in found
        if each.style not in _TITLES
        for line in each.text.split("\n")
    ]
    blank = sum(not line.strip() for line in lines)
    return plain.read(lines, wrapped=blank >= _SET_APART * len(lines), title=" ".join(title.split()))


def _styled(found: Sequence[Paragraph]) -> Manuscript:
    """Read a script whose styles say what each paragraph is."""
    title, author, elements = "", "", list[Section | Heading | Action | Transition | Speech]()
    for each in found:
        words = "\n".join(filter(None, (" ".join(line.split()) for line in each.text.split("\n"))))
        last = elements[-1] if elements else None
        if not words:
            continue
        if each.style in _TITLES:
            title = title or words
        elif each.style == "author":
            author = author or words
        elif each.style in (*_DIALOGUE, *_ASIDES) and isinstance(last, Speech):
            piece = Spoken(words) if each.style in _DIALOGUE else Aside(words.strip("()（） "))
            elements[-1] = Speech(cue=last.cue, words=_joined(last.words, piece))
        else:
            elements.append(_ELEMENTS.get(each.style, Action)(words))
    spoken = (each for each in elements if not isinstance(each, Speech) or each.words)
    return Manuscript(title=title, author=author, elements=tuple(spoken))


def _joined(words: tuple[Spoken | Aside, ...], piece: Spoken | Aside) -> tuple[Spoken | Aside, ...]:
    """Return words with one more piece; two paragraphs of one speech are two lines of it."""
    if words and isinstance(words[-1], Spoken) and isinstance(piece, Spoken):
        return (*words[:-1], Spoken(f"{words[-1].text}\n{piece.text}"))
    return (*words, piece)


_ELEMENTS: Mapping[str, Callable[[str], Section | Heading | Action | Transition | Speech]] = {
    **dict.fromkeys(_HEADINGS, Heading),
    **dict.fromkeys(_CUES, lambda cue: Speech(cue=cue, words=())),
    **dict.fromkeys(_TRANSITIONS, Transition),
    **dict.fromkeys((*_PARTS, "section"), Section),
}
"""What a style makes of a paragraph."""

READERS: Mapping[str, Callable[[bytes], Manuscript]] = {
    ".txt": _text,
    ".md": _markdown,
    ".markdown": _markdown,
    _FOUNTAIN: _fountain,
    ".docx": _word,
    ".pdf": _pdf,
    ".epub": _epub,
}
"""How a file is read, by how its name ends."""
