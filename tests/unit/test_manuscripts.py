"""Scripts from files of every kind, and what is done with files that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.errors import InvalidRequest
from generation.manuscript import fountain, reading
from generation.manuscript.limits import LARGEST, Fault, Unreadable
from generation.manuscript.manuscript import (
    Action,
    Aside,
    Heading,
    Manuscript,
    Section,
    Speech,
    Spoken,
    Transition,
)
from tests.manuscript_samples import BAKERY, LANTERN, METRO, Sample, document, epub, packed, pdf, styled

WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp"), exclude_characters="\ufeff")
    | st.sampled_from("*_\\[](~^#@!.>=/<（）:"),
    min_size=1,
    max_size=24,
).map(str.strip)
LINE = WORDS.filter(bool)
LINES = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
SPOKEN = st.builds(Spoken, LINES | st.tuples(LINE, LINE).map("\n\n".join))
ASIDE = st.builds(Aside, LINE)


@st.composite
def speeches(draw: st.DrawFn) -> Speech:
    """A speech whose pieces take turns: two pieces of one kind after each other are one, or two asides."""
    pieces = draw(st.lists(st.one_of(SPOKEN, ASIDE), min_size=1, max_size=4))
    words = [
        piece
        for place, piece in enumerate(pieces)
        if not (place and isinstance(piece, Spoken) and isinstance(pieces[place - 1], Spoken))
    ]
    return Speech(cue=draw(LINE), words=tuple(words), dual=draw(st.booleans()))


ELEMENTS = (
    st.builds(Section, LINE)
    | st.builds(Heading, LINE)
    | st.builds(Action, LINES)
    | st.builds(Transition, LINE)
    | speeches()
)
MANUSCRIPTS = st.builds(
    Manuscript, title=LINE | st.just(""), author=LINE | st.just(""), elements=st.lists(ELEMENTS, max_size=6).map(tuple)
)


@given(MANUSCRIPTS)
def test_what_is_written_as_fountain_is_read_as_the_same_manuscript(manuscript: Manuscript) -> None:
    assert fountain.read(fountain.write(manuscript)) == manuscript


def test_fountain_is_read_as_its_syntax_says() -> None:
    script = """\
Title:
    _**BRICK & STEEL**_
Author: Stu Maschwitz

# Act One

= A summary that is nobody else's business.

EXT. BRICK'S POOL - DAY #1A#

Steel, in the middle of a heated phone call: [[check this]]

STEEL (V.O.)
They're coming out of the woodwork!
(pause)
No, everybody we've put away!
~Willy Wonka! Willy Wonka!

BRICK
Screw retirement.

STEEL ^
Screw retirement.

/* cut
INT. NOWHERE - DAY
*/

@McAVOY
First line.
\x20\x20
After a pause.

.SNIPER SCOPE POV

!SCREAMS
of joy

He opens **the *\\*9765\\** box**.

>The End<

===

CUT TO:

> BURN TO WHITE.
"""
    found = fountain.read(script)
    assert (found.title, found.author) == ("BRICK & STEEL", "Stu Maschwitz")
    assert found.elements == (
        Section("Act One"),
        Heading("EXT. BRICK'S POOL - DAY"),
        Action("Steel, in the middle of a heated phone call:"),
        Speech(
            "STEEL (V.O.)",
            (
                Spoken("They're coming out of the woodwork!"),
                Aside("pause"),
                Spoken("No, everybody we've put away!\nWilly Wonka! Willy Wonka!"),
            ),
        ),
        Speech("BRICK", (Spoken("Screw retirement."),)),
        Speech("STEEL", (Spoken("Screw retirement."),), dual=True),
        Speech("McAVOY", (Spoken("First line.\n\nAfter a pause."),)),
        Heading("SNIPER SCOPE POV"),
        Action("SCREAMS\nof joy"),
        Action("He opens the *9765* box."),
        Action("The End"),
        Transition("CUT TO:"),
        Transition("BURN TO WHITE."),
    )


def test_the_name_of_who_speaks_is_what_the_cue_says_without_its_brackets() -> None:
    assert [Speech(cue, ()).name for cue in ("STEEL (V.O.)", "林晚（画外音）", "MARIE")] == ["STEEL", "林晚", "MARIE"]


def spoken(manuscript: Manuscript) -> list[tuple[str, str]]:
    return [(speech.name, said) for speech in manuscript.speeches for said in speech.spoken]


@pytest.mark.parametrize("suffix", [".txt", ".md", ".docx", ".pdf", ".epub"])
def test_a_script_says_the_same_in_every_kind_of_file(suffix: str) -> None:
    lines = BAKERY.text.split("\n")
    files = {
        ".txt": BAKERY.text.encode(),
        ".md": BAKERY.text.encode(),
        ".docx": document(lines),
        ".pdf": pdf(lines),
        ".epub": epub(line for line in lines if line),
    }
    found = reading.manuscript(files[suffix], suffix)
    assert spoken(found) == list(BAKERY.spoken)
    assert [each.text for each in found.elements if isinstance(each, Heading)] == list(BAKERY.headings)


@pytest.mark.parametrize("sample", [METRO, LANTERN])
def test_names_before_a_colon_speak_as_french_and_chinese_scripts_have_it(sample: Sample) -> None:
    found = reading.text(sample.text)
    assert spoken(found) == list(sample.spoken)
    assert [each.text for each in found.elements if isinstance(each, Heading)] == list(sample.headings)


def test_a_document_with_the_styles_of_a_screenplay_is_read_by_them() -> None:
    found = reading.manuscript(styled(), ".docx")
    assert found.elements == (
        Heading("INT. ATTIC - NIGHT"),
        Action("Rain. Anna opens the box."),
        Speech("ANNA (O.S.)", (Aside("low"), Spoken("Empty? It: was here.\nIt was."))),
        Transition("CUT TO:"),
    )


def test_prose_speaks_no_lines() -> None:
    story = "He said: wait. Then he left.\n\nThe sea was grey, and nobody came.\n\nA LETTER ARRIVED.\n\nIt was empty."
    found = reading.text(story)
    assert not found.is_script
    assert [each.text for each in found.elements if isinstance(each, Action)] == story.split("\n\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_chinese_is_read_in_every_encoding_it_is_written_in(encoding: str) -> None:
    assert spoken(reading.manuscript(LANTERN.text.encode(encoding), ".txt")) == list(LANTERN.spoken)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_french_is_read_in_every_encoding_it_is_written_in(encoding: str) -> None:
    found = reading.manuscript(METRO.text.replace("\u202f", "\u00a0").encode(encoding), ".txt")
    assert [name for name, _ in spoken(found)] == [name for name, _ in METRO.spoken]
    assert "déjà" in " ".join(said for _, said in spoken(found))


XXE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x><p><t>&e;</t></p></x>'
LAUGHS = (
    b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><l>&c;</l>'
)
HOSTILE = {
    "a zip bomb": (packed({"word/document.xml": b"\0" * (65 * 1024 * 1024)}), ".docx", Fault.TOO_LARGE),
    "too many entries": (packed({f"{number}": b"" for number in range(4001)}), ".epub", Fault.TOO_LARGE),
    "an external entity": (packed({"word/document.xml": XXE}), ".docx", Fault.HOSTILE),
    "an external entity in UTF-16": (
        packed({"word/document.xml": XXE.decode().replace('"1.0"', '"1.0" encoding="utf-16"').encode("utf-16")}),
        ".docx",
        Fault.HOSTILE,
    ),
    "a billion laughs": (packed({"word/document.xml": LAUGHS}), ".docx", Fault.HOSTILE),
    "an entity in a book": (packed({"META-INF/container.xml": XXE}), ".epub", Fault.HOSTILE),
    "a document without a text": (packed({"word/other.xml": b""}), ".docx", Fault.DAMAGED),
    "a cut document": (document(["Hello there."])[:-40], ".docx", Fault.DAMAGED),
    "a cut PDF": (pdf(["Hello there."])[:300], ".pdf", Fault.DAMAGED),
    "an empty PDF": (pdf([]), ".pdf", Fault.EMPTY),
    "a locked PDF": (pdf(["Hello there."], key="secret"), ".pdf", Fault.LOCKED),
    "a program": (bytes(range(32)) * 99, ".txt", Fault.DAMAGED),
    "half of UTF-16": (b"\xff\xfe\x00\xd8\x41\x00", ".txt", Fault.DAMAGED),
    "nothing": (b"", ".txt", Fault.EMPTY),
    "only marks": (b"*** --- ***", ".md", Fault.EMPTY),
    "a picture": (b"\x89PNG", ".png", Fault.UNKNOWN),
    "an old document": (b"\xd0\xcf\x11\xe0" * 9, ".docx", Fault.UNKNOWN),
    "an archive": (packed({"a": b"b"}), ".txt", Fault.UNKNOWN),
    "a text too long": (b"word " * 200_001, ".txt", Fault.TOO_LARGE),
    "21 MB": (b"a" * (21 * 1024 * 1024), ".txt", Fault.TOO_LARGE),
}


def read_here_or_in_a_child(data: bytes, suffix: str) -> Manuscript:
    """Read in this process, which is quicker; what is too large is refused before there is another."""
    return reading.read(data, suffix) if len(data) > LARGEST else reading.manuscript(data, suffix)


@pytest.mark.parametrize("what", HOSTILE)
def test_a_file_that_cannot_be_read_is_refused_in_one_plain_sentence(what: str) -> None:
    data, suffix, fault = HOSTILE[what]
    with pytest.raises(Unreadable) as refused:
        read_here_or_in_a_child(data, suffix)
    assert refused.value.fault is fault
    assert isinstance(refused.value, InvalidRequest)
    assert str(refused.value).count(".") - str(refused.value).count(" .") <= 1


def test_a_file_is_read_in_a_process_of_its_own() -> None:
    assert spoken(reading.read(document(LANTERN.text.split("\n")), "灯.DOCX")) == list(LANTERN.spoken)
    with pytest.raises(Unreadable) as refused:
        reading.read(pdf(["Hello there."])[:300], "cut.pdf")
    assert refused.value.fault is Fault.DAMAGED
