"""Papers for a shoot as values: the shot list's cells, its spreadsheet, and words that are ready to be set."""

import csv
import io
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.paper.table import BOM, COLUMNS, FORMULA, cells, habits_of, harmless, seconds, spreadsheet
from generation.paper.typeset import data, ready
from generation.requests.printing import PaperRequest
from tests.paper_samples import sheet


def read(made: bytes, separator: str) -> list[list[str]]:
    text = made.decode("utf-8")
    assert text.startswith(BOM)
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=separator))


def test_a_french_spreadsheet_is_written_as_french_excel_reads_it() -> None:
    head, *rows = read(spreadsheet(sheet("fr")), ";")
    assert head == [
        "N°", "Décor", "Cadre", "Axe", "Mouvement", "Focale", "Personnages", "Action", "Dialogue", "Son", "Secondes",
        "Cumul",
    ]  # fmt: skip
    assert rows[1] == [
        "2",
        "Phare abandonné, salle de la lanterne — nuit, pluie",
        "plan à deux",
        "à hauteur d’œil",
        "travelling avant",
        "",
        "Éléonore, Père Anatole",
        "Éléonore pousse la porte ; l’eau ruisselle de son ciré. Père Anatole, près du poêle, ne se retourne pas.",
        "Éléonore\u00a0: « Tu savais qu’elle n’était jamais montée dans ce bateau, n’est-ce pas ? »",
        "synchrone",
        "2,8",
        "4,9",
    ]


def test_a_chinese_spreadsheet_is_written_as_chinese_excel_reads_it() -> None:
    head, *rows = read(spreadsheet(sheet("zh")), ",")
    assert head == ["镜号", "场景", "景别", "角度", "运镜", "焦段", "人物", "画面", "对白", "声音", "秒", "累计"]
    assert rows[2][1:7] == ["废弃灯塔，灯室 — 夜、雨", "过肩镜头", "平拍", "拉", "", "林晚、老周"]
    assert (
        rows[2][8] == "林晚：“你早就知道她没有上那条船，对不对？”\n老周：我知道……可我什么也没说。这就是我全部的罪过！"
    )
    assert rows[2][10:] == ["3.5", "8.4"]


def test_the_running_total_is_the_sum_of_the_lengths() -> None:
    total = 0
    for row in sheet("fr").rows:
        total += row.tenths
        assert row.total == total


@given(st.text())
def test_no_cell_of_a_spreadsheet_is_a_formula(text: str) -> None:
    rows = (replace(sheet("zh").rows[0], action=text, scene=text, who=(text,)),)
    for row in read(spreadsheet(replace(sheet("zh"), rows=rows)), ","):
        assert not [cell for cell in row if cell.lstrip(" \u00a0").startswith(FORMULA)]


@pytest.mark.parametrize("cell", ["=1+1", "+33 1", "-2", "@name", "\t=1", " =1", "\uff1d1"])
def test_what_would_be_a_formula_is_shown_as_it_was_written(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "12", "a=b", "— Oui.", "“对不对？”"])
def test_what_is_no_formula_stays_as_it_is(cell: str) -> None:
    assert harmless(cell) == cell


def test_seconds_are_written_to_a_tenth() -> None:
    assert [seconds(tenths, habits_of("fr")) for tenths in (0, 9, 21, 300)] == ["0,0", "0,9", "2,1", "30,0"]
    assert seconds(21, habits_of("en")) == "2.1"


def test_a_row_has_a_cell_for_every_column() -> None:
    assert [list(row) for row in cells(sheet("fr"))] == [list(COLUMNS)] * 8


def test_french_marks_stay_with_their_words() -> None:
    assert ready("« Quoi ? »  dit-il ;\u200b non !") == "«\u00a0Quoi\u00a0?\u00a0» dit-il\u00a0; non\u00a0!"


def test_what_no_page_can_show_is_left_out() -> None:
    assert ready("a\ud800b\x00c\u202ed😀e") == "abcde"


@given(st.text())
def test_every_text_is_printable_when_it_is_set(text: str) -> None:
    row = replace(sheet("fr").rows[0], action=text)
    action = data(replace(sheet("fr"), rows=(row,)))["rows"][0]["action"]
    assert not [letter for letter in action if unicodedata.category(letter)[0] == "C" and letter not in "\n\u200b"]


def test_a_storyboard_asks_for_its_drawings_and_a_shot_list_for_none() -> None:
    paper = sheet("fr")
    assert PaperRequest(kind="storyboard", sheet=paper).sources == tuple(row.picture for row in paper.rows)
    assert PaperRequest(kind="shot-list", sheet=paper).sources == ()
