"""Papers as they are printed: no word is lost, none runs off the page, every letter has its glyph."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from pypdf import PageObject, PdfReader

from generation.backends import Workshop
from generation.cut.fonts import Face
from generation.errors import InvalidRequest
from generation.paper.press import Press, printable
from generation.paper.sheet import Sheet
from generation.paper.typeset import data, named, typeset
from generation.requests.printing import PaperRequest
from tests.paper_samples import sheet
from tests.weights import LOCKER

pytestmark = pytest.mark.slow

MOVES = re.findall(
    r"^move-(\S+) =", (Path(__file__).parents[2] / "bot/locales/en/shots.ftl").read_text("utf-8"), re.MULTILINE
)
LANGUAGES = ("fr", "zh")
LENGTHS = (1, 4, 14)
"""How often each action and line is repeated: the longest has about three thousand letters a shot."""

WHITE = 255


@dataclass
class Job:
    folder: Path
    picture: Path

    def source(self, digest: str) -> Path:
        del digest
        return self.picture

    def report(self, fraction: float) -> None:
        assert 0 <= fraction <= 1


@pytest.fixture
def job(tmp_path: Path) -> Job:
    picture = tmp_path / "panel.png"
    Image.new("RGB", (270, 480), (120, 140, 160)).save(picture)
    folder = tmp_path / "job"
    folder.mkdir()
    return Job(folder, picture)


@pytest.fixture
def press(job: Job) -> Callable[[str, Sheet], bytes]:
    backend = Press(Workshop(locker=LOCKER, cache=job.folder))

    def printed(kind: str, paper: Sheet) -> bytes:
        made = backend.make(PaperRequest(kind=kind, sheet=paper), job)
        assert made.media_type == "application/pdf"
        return made.path.read_bytes()

    return printed


def pages(pdf: bytes) -> list[PageObject]:
    return list(PdfReader(io.BytesIO(pdf)).pages)


def squeezed(text: str) -> str:
    """Return a text without what line breaks change."""
    return re.sub(r"[\s\u200b\u00a0]", "", text)


def drawn(job: Job, kind: str, paper: Sheet) -> list[np.ndarray]:
    """Return the pages of a paper as pictures, shape (height, width, 3)."""
    for row in paper.rows:
        (job.folder / named(row.number)).write_bytes(printable(job.picture))
    made = typeset(kind, paper, job.folder, map(LOCKER.path, Face), "png")
    return [np.asarray(Image.open(io.BytesIO(page)).convert("RGB")) for page in made]


def words(page: PageObject) -> str:
    return squeezed(page.extract_text())


@pytest.mark.parametrize("times", LENGTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_storyboard_has_every_word_of_a_shot_on_one_page(
    press: Callable[[str, Sheet], bytes], language: str, times: int
) -> None:
    paper = sheet(language, times=times)
    read = [words(page) for page in pages(press("storyboard", paper))]
    assert len(read) == 2
    for row in paper.rows:
        page = read[(row.number - 1) // 4]
        for text in (row.scene, row.framing, row.angle, row.move, row.action, *(said.text for said in row.said)):
            assert squeezed(text) in page
        assert all(squeezed(said.name) in page for said in row.said)


@pytest.mark.parametrize("times", LENGTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shot_list_has_every_word_of_a_shot_on_one_page(
    press: Callable[[str, Sheet], bytes], language: str, times: int
) -> None:
    paper = sheet(language, kind="shot-list", times=times)
    read = [words(page) for page in pages(press("shot-list", paper))]
    for row in paper.rows:
        texts = [squeezed(text) for text in (row.action, *(said.text for said in row.said))]
        assert [page for page in read if all(text in page for text in texts)]


@pytest.mark.parametrize("kind", ["storyboard", "shot-list"])
@pytest.mark.parametrize("times", LENGTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_runs_off_a_page(job: Job, language: str, times: int, kind: str) -> None:
    endless = "a" * 300
    paper = replace(sheet(language, kind=kind, times=times), title="Œ" * 100)
    first = replace(paper.rows[0], action=endless, scene=endless, who=(endless,))
    for page in drawn(job, kind, replace(paper, rows=(first, *paper.rows[1:]))):
        assert round(page.shape[1] / page.shape[0], 2) == round(297 / 210, 2)
        millimetre = page.shape[0] / 210
        for band in (page[: round(8 * millimetre)], page[round(198 * millimetre) : round(200 * millimetre)]):
            assert band.min() == WHITE, "above the head, and between the last line and the foot"
        for band in (page[:, : round(11 * millimetre)], page[:, -round(11 * millimetre) :]):
            assert band.min() == WHITE, "left and right of the words"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["storyboard", "shot-list"])
def test_equal_papers_have_equal_bytes(press: Callable[[str, Sheet], bytes], language: str, kind: str) -> None:
    assert press(kind, sheet(language)) == press(kind, sheet(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_of_a_paper_has_its_glyph(language: str) -> None:
    glyphs = {
        face: set(TTFont(next(LOCKER.path(face).glob(f"*{weight}.ttf"))).getBestCmap())
        for face in Face
        for weight in ("Regular", "Bold")
    }
    letters = set("".join(texts(data(sheet(language))))) - {"\n", "\u200b"}
    missing = {letter for letter in letters if not any(ord(letter) in known for known in glyphs.values())}
    assert missing == set()


def texts(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case dict():
            return [text for each in value.values() for text in texts(each)]
        case list():
            return [text for each in value for text in texts(each)]
    return []


def test_every_move_but_a_still_camera_is_drawn_on_the_panel(job: Job) -> None:
    paper = sheet("fr")

    def shown(move: str) -> bytes:
        (page,) = drawn(job, "storyboard", replace(paper, rows=(replace(paper.rows[0], arrow=move),)))
        return page.tobytes()

    seen = {move: shown(move) for move in MOVES}
    assert len(seen) == 12
    assert len(set(seen.values())) == 12
    assert seen["static"] == shown("unheard-of")


def test_words_are_never_markup(press: Callable[[str, Sheet], bytes]) -> None:
    hostile = '#panic("x") $x^2$ *b* _i_ <label> @ref // \\ #import "/etc/passwd" "quoted" -- ~ `raw` =h'
    paper = sheet("fr")
    rows = (replace(paper.rows[0], action=hostile, scene=hostile), *paper.rows[1:])
    (first, *_) = pages(press("storyboard", replace(paper, title=hostile, rows=rows)))
    assert words(first).count(squeezed(hostile)) == 3


def test_what_is_no_picture_is_refused(press: Callable[[str, Sheet], bytes], job: Job) -> None:
    job.picture.write_bytes(b"no picture")
    with pytest.raises(InvalidRequest, match="not a whole PNG, JPEG or WebP picture"):
        press("storyboard", sheet("fr"))


def test_a_paper_that_nobody_knows_is_refused(press: Callable[[str, Sheet], bytes]) -> None:
    with pytest.raises(InvalidRequest, match="no paper 'call-sheet'"):
        press("call-sheet", sheet("fr"))
