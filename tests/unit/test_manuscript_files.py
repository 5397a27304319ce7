"""A manuscript goes out as files that other programs read."""

import io
from functools import partial
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from agents.crew import cutting, verbatim
from agents.exports import of_bible, of_script, of_synopsis
from bot.words import say
from generation.cut.fonts import Face
from generation.manuscript import document, fountain, markdown, reading
from generation.manuscript.manuscript import Action, Aside, Heading, Manuscript, Section, Speech, Spoken, Transition
from generation.paper.leaves import Leaves, Paragraph
from generation.paper.typeset import typeset
from storage.domain.bible import Bible, Fact, FactKind, Figure
from storage.domain.story import Age, Character, Language, Sex
from tests.manuscript_samples import LANTERN, LIGHTHOUSE, Sample
from tests.weights import LOCKER

SCRIPT = Manuscript(
    title="The *Twelfth* Coin",
    author="R. Baker",
    elements=(
        Section("Act One"),
        Heading("INT. BAKERY - NIGHT"),
        Action("Flour, and <silence> & dust.\nShe counts."),
        Speech("ROSE (V.O.)", (Aside("low"), Spoken("Eleven.\nAlways twelve."), Aside("beat"), Spoken("Why?"))),
        Transition("CUT TO:"),
    ),
)


def test_a_document_of_word_is_read_again_as_the_same_manuscript() -> None:
    assert reading.manuscript(document.write(SCRIPT), ".docx") == SCRIPT
    assert document.write(SCRIPT) == document.write(SCRIPT)


def test_another_library_reads_our_documents_with_the_styles_of_a_script() -> None:
    found = docx.Document(io.BytesIO(document.write(SCRIPT)))
    assert [(each.style.name, each.text) for each in found.paragraphs if each.style] == [
        ("Title", "The *Twelfth* Coin"),
        ("Author", "R. Baker"),
        ("Section", "Act One"),
        ("Scene Heading", "INT. BAKERY - NIGHT"),
        ("Action", "Flour, and <silence> & dust.\nShe counts."),
        ("Character", "ROSE (V.O.)"),
        ("Parenthetical", "(low)"),
        ("Dialogue", "Eleven.\nAlways twelve."),
        ("Parenthetical", "(beat)"),
        ("Dialogue", "Why?"),
        ("Transition", "CUT TO:"),
    ]


def test_markdown_shows_marks_of_the_text_as_they_are() -> None:
    assert markdown.write(SCRIPT).split("\n\n") == [
        "# The \\*Twelfth\\* Coin",
        "*R. Baker*",
        "## Act One",
        "### INT. BAKERY - NIGHT",
        "Flour, and \\<silence\\> & dust.  \nShe counts.",
        "**ROSE (V.O.)**  \n*(low)*  \nEleven.  \nAlways twelve.  \n*(beat)*  \nWhy?",
        "*CUT TO:*\n",
    ]


@pytest.mark.parametrize(
    ("sample", "language", "headings"),
    [
        (LIGHTHOUSE, Language.FRENCH, ["EXT. PHARE - NUIT", "EXT. MER - NUIT"]),
        (LANTERN, Language.CHINESE, ["外景 河边 夜", "内景 客厅 白天"]),
    ],
)
def test_a_script_that_is_taken_out_says_what_its_episode_says(
    sample: Sample, language: Language, headings: list[str]
) -> None:
    whole = fountain.read(sample.text) if language is Language.FRENCH else reading.text(sample.text)
    episode = cutting.episodes(whole, language)[0]
    roles = verbatim.cast(whole, language)
    synopsis = verbatim.synopsis(episode, roles, "A title", language)
    script = verbatim.script(episode, roles, synopsis, language, 0)
    out = of_script(script, synopsis, language, partial(say, language))
    again = fountain.read(fountain.write(out))
    assert again == out
    assert [text for each in again.speeches for text in each.spoken] == [line.text for line in script.lines]
    assert [each.text for each in again.elements if isinstance(each, Heading)] == headings
    told = of_synopsis(synopsis, partial(say, language))
    assert told.elements[0] == Action(synopsis.logline)


def test_a_bible_has_a_section_for_whatever_is_in_it() -> None:
    anna = Character(id="anna", name="Anna", sex=Sex.WOMAN, age=Age.OLD, look="A woman in a yellow coat.")
    bible = Bible(
        world="An island.",
        cast=(Figure(character=anna, want="To leave."),),
        facts=(Fact(id="f1", kind=FactKind.GONE, text="The boat is gone."),),
    )
    assert of_bible(bible, "The keeper", partial(say, "en")).elements == (
        Section("World"),
        Action("An island."),
        Section("Cast"),
        Action("Anna — A woman in a yellow coat. — To leave."),
        Section("What is known"),
        Action("The boat is gone."),
    )


@pytest.mark.slow
def test_a_script_is_printed_on_as_many_pages_as_it_needs(tmp_path: Path) -> None:
    talk = (("cue", "林晚"), ("aside", "(轻声)"), ("spoken", "你好。"))
    marks = [(kind, "#strong[no] *markup*") for kind in ("section", "heading", "action", "transition")]
    leaves = Leaves(
        language="zh",
        name="剧本",
        series="",
        title="河灯",
        episode="第 1 集",
        summary="",
        version="",
        label="AI",
        paragraphs=tuple(Paragraph(kind=kind, text=text) for kind, text in [*marks, *talk] * 20),
    )
    (pdf,) = typeset("manuscript", leaves, tmp_path, map(LOCKER.path, Face))
    pages = PdfReader(io.BytesIO(pdf)).pages
    text = "".join(page.extract_text() for page in pages)
    assert len(pages) > 1
    assert text.count("你好。") == 20
    assert text.count("#strong[no] *markup*") == 80
