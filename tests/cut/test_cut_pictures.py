"""What is drawn: cards, the label, the contact sheet, in French and in Chinese."""

import io
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from generation.cut import cards
from generation.cut.contact import contact_sheet
from generation.cut.ffmpeg import Ffmpeg
from generation.cut.fonts import Face, Fonts, Weight, face_of
from generation.cut.pair import side_by_side
from generation.cut.subtitles import BOTTOM, CAPTION, HEIGHT, SIDE, TOP, WIDTH, Text, script, texts
from generation.cut.timeline import Body, Caption, Credit, CreditsCard, Timeline, TitleCard
from generation.cut.units import divide
from generation.errors import InvalidRequest, Unavailable

pytestmark = pytest.mark.slow

SAID = {
    "fr": "Pourquoi m’as-tu menti, Camille ? Je voulais te protéger, c’est tout…",
    "zh": "我一直在等你，可是你从来没有回来过，直到那天夜里有人敲响了门。",
    "en": "You never came back from the station, and I kept the letter.",
}


def burned(program: Ffmpeg, fonts: Fonts, folder: Path, timeline: Timeline, frame: int) -> NDArray[np.uint8]:
    """Return the letters of a frame as libass draws them, white on black, shape (1920, 1080)."""
    unit = divide(timeline)[0]
    (folder / "unit.ass").write_text(script(unit, texts(timeline, fonts), fonts, 30), "utf-8")
    (folder / "fonts").mkdir(exist_ok=True)
    for path in (fonts.file(face, weight) for face in Face for weight in Weight):
        (folder / "fonts" / path.name).unlink(missing_ok=True)
        (folder / "fonts" / path.name).symlink_to(path)
    source = (
        f"color=black:s={WIDTH}x{HEIGHT}:r=30:d=10,format=gray,ass=unit.ass:fontsdir=fonts,trim=start_frame={frame}"
    )
    target = folder / "frame.png"
    program.write(
        ["-f", "lavfi", "-i", source, "-frames:v", "1", "-update", "1"], target, tell=lambda _: None, folder=folder
    )
    return np.asarray(Image.open(target).convert("L"))


def ink(picture: NDArray[np.uint8]) -> tuple[int, int, int, int]:
    """Return the first and last row and column with letters."""
    rows, columns = np.flatnonzero((picture > 90).any(1)), np.flatnonzero((picture > 90).any(0))
    return int(rows[0]), int(rows[-1]), int(columns[0]), int(columns[-1])


def timeline(*captions: Caption, label: str = "") -> Timeline:
    return Timeline(language="fr", label=label, label_frames=10, parts=(Body(clip="a", frames=300),), captions=captions)


def test_the_label_is_as_high_as_the_law_asks(program: Ffmpeg, fonts: Fonts, tmp_path: Path) -> None:
    top, bottom, left, right = ink(burned(program, fonts, tmp_path, timeline(label="生"), 3))
    assert bottom - top + 1 >= 0.05 * WIDTH
    whole = ink(burned(program, fonts, tmp_path, timeline(label="AI生成 · AI GENERATED"), 3))
    assert whole[0] >= TOP
    assert SIDE <= whole[2] < left < right < whole[3] <= WIDTH - SIDE


@pytest.mark.parametrize("language", SAID)
def test_captions_stay_in_the_safe_area_and_are_as_wide_as_measured(
    program: Ffmpeg, fonts: Fonts, tmp_path: Path, language: str
) -> None:
    said = timeline(Caption(start=0, end=200, text=SAID[language]))
    for page in (text for text in texts(said, fonts) if text.style is CAPTION):
        top, bottom, left, right = ink(burned(program, fonts, tmp_path, said, page.first))
        widest = max(fonts.width(line, CAPTION.weight, CAPTION.em) for line in page.lines)
        assert bottom <= HEIGHT - BOTTOM + 4
        assert bottom - top < 0.1 * HEIGHT
        assert left >= SIDE
        assert right <= WIDTH - SIDE
        assert widest - CAPTION.em < right - left < widest + 6


def test_french_and_chinese_are_set_in_their_own_face(fonts: Fonts) -> None:
    assert {language: face_of(text) for language, text in SAID.items()} == {
        "fr": Face.LATIN,
        "zh": Face.CHINESE,
        "en": Face.LATIN,
    }
    assert fonts.width("m’as", Weight.BOLD, 58) < 58 * 2.4


def test_a_missing_font_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="fetched again"):
        Fonts(dict.fromkeys(Face, tmp_path)).file(Face.LATIN, Weight.BOLD)


def words(card: TitleCard | CreditsCard, fonts: Fonts) -> tuple[int, int, int, int]:
    """Return where a card differs from its ground: first and last row, first and last column."""
    ground = np.asarray(cards.ground()).astype(int)
    return ink((np.abs(np.asarray(cards.draw(card, fonts)) - ground).max(2)).astype(np.uint8))


@pytest.mark.parametrize("title", ["La lettre", "她说不要打开那扇门", "Anticonstitutionnellement vôtre " * 4])
def test_a_title_fits_its_page_below_the_label(fonts: Fonts, title: str) -> None:
    card = TitleCard(series="Le renard boulanger de minuit", title=title, number="Épisode 12", frames=45)
    top, bottom, left, right = words(card, fonts)
    assert top > TOP + 90
    assert bottom < HEIGHT - 340
    assert left >= SIDE
    assert right <= WIDTH - SIDE


def test_thirty_credits_fit_one_page(fonts: Fonts) -> None:
    roll = tuple(Credit(role=f"Rôle {at}", names=("Claire Fontaine", "李雷")) for at in range(15))
    top, bottom, *_ = words(CreditsCard(heading="À suivre", credits=roll, frames=60, note="Kokoro-82M"), fonts)
    assert top > TOP
    assert bottom < HEIGHT - 340


def test_a_ground_is_dark_enough_for_its_words() -> None:
    luminance = np.asarray(cards.ground().convert("L")).max()
    assert luminance < 0.35 * np.asarray(cards.MIST).mean()


@pytest.fixture
def panels(tmp_path: Path) -> list[Path]:
    made = []
    for at, colour in enumerate(("crimson", "teal", "goldenrod", "navy", "olive")):
        path = tmp_path / f"{at}.png"
        Image.new("RGB", (540, 960), colour).save(path)
        made.append(path)
    return made


def test_a_contact_sheet_shows_every_panel_once_and_in_order(fonts: Fonts, panels: list[Path], tmp_path: Path) -> None:
    captions = ["Le renard allume le four.", "她推开门。", "", SAID["fr"] * 3, "Fin."]
    contact_sheet(panels, captions, tmp_path / "sheet.jpg", title="La lettre", series="Le renard", fonts=fonts)
    with Image.open(tmp_path / "sheet.jpg") as sheet:
        assert (sheet.format, sheet.size) == ("JPEG", (1654, 2339))
        seen = np.asarray(sheet.convert("RGB")).astype(int)
    places = []
    for colour in ((220, 20, 60), (0, 128, 128), (218, 165, 32), (0, 0, 128), (128, 128, 0)):
        rows, columns = np.nonzero(np.abs(seen - colour).max(2) < 6)
        assert (np.ptp(rows) + 1) / (np.ptp(columns) + 1) == pytest.approx(16 / 9, abs=0.03)
        places.append((rows.min() // 100, columns.min()))
    assert places == sorted(places)


def test_a_sheet_without_panels_or_with_a_broken_one_is_refused(
    fonts: Fonts, panels: list[Path], tmp_path: Path
) -> None:
    target = tmp_path / "sheet.jpg"
    with pytest.raises(InvalidRequest):
        contact_sheet([], [], target, title="", fonts=fonts)
    with pytest.raises(InvalidRequest):
        contact_sheet(panels, ["one"], target, title="", fonts=fonts)
    panels[0].write_bytes(b"no picture")
    with pytest.raises(InvalidRequest, match=r"0\.png"):
        contact_sheet(panels, [""] * 5, target, title="", fonts=fonts)


def test_a_text_of_two_faces_is_one_style_each(fonts: Fonts) -> None:
    unit = divide(timeline())[0]
    said = script(unit, [Text(0, 9, CAPTION, ("Oui",)), Text(9, 20, CAPTION, ("是",))], fonts, 30)
    assert said.count("\nStyle: Caption noto-sans,Noto Sans,") == 1
    assert said.count("\nStyle: Caption noto-sans-sc,Noto Sans SC,") == 1


@pytest.mark.parametrize("with_fonts", [True, False])
def test_a_pair_shows_both_drawings_before_on_the_left(fonts: Fonts, panels: list[Path], with_fonts: bool) -> None:  # noqa: FBT001
    data = side_by_side(panels[0], panels[1], ("Avant", "修改后"), fonts if with_fonts else None)
    with Image.open(io.BytesIO(data)) as pair:
        seen = np.asarray(pair.convert("RGB")).astype(int)
    middle = seen[seen.shape[0] // 2]
    (red,), (teal,) = (
        np.unique(np.nonzero(np.abs(middle - colour).max(1) < 12)[0] // (len(middle) // 2))
        for colour in ((220, 20, 60), (0, 128, 128))
    )
    assert (red, teal) == (0, 1)
    words_above = (seen[:70] < 200).any()
    assert words_above == with_fonts or not with_fonts


def test_a_pair_with_a_broken_drawing_is_refused(panels: list[Path]) -> None:
    panels[0].write_bytes(b"no picture")
    with pytest.raises(InvalidRequest, match=r"0\.png"):
        side_by_side(panels[0], panels[1], ("Before", "After"), None)
