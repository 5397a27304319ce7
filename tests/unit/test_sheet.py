"""The credits and authorship sheet says what the ledger shows, in three languages, and claims nothing more."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from pypdf import PdfReader

from agents.sheet import Answer
from agents.sheetwords import page
from bot.sheets import EARNING, markdown, record, table, texts
from bot.words import say
from generation.catalog.table import read as catalog
from generation.cut.fonts import Face
from generation.paper.typeset import typeset
from storage.domain.contributions import Kind
from storage.domain.credits import Degree
from storage.domain.crew import Role
from storage.domain.papers import Assurance, Matter
from storage.domain.takes import Medium
from tests.sheet_samples import PEOPLE, SCHEMA, sheet
from tests.storage_samples import NOON, digest
from tests.weights import LOCKER

LANGUAGES = ("fr", "en", "zh")

CLAIMS = {
    "en": r"%|per ?cent|copyright|is protected|authored by|co-author|ownership",
    "fr": r"%|pour ?cent|droit d’auteur|est protégé|coauteur|propriété",
    "zh": r"%|百分|著作权|受保护|共同作者|所有权",
}
"""What a sheet must never say: shares, protection, ownership, a model as an author."""


def test_people_stand_with_what_they_did_and_tools_with_what_they_made() -> None:
    found = sheet()
    assert [
        (person.name, [(each.role, each.degree, dict(each.counts)) for each in person.credits])
        for person in found.people
    ] == [
        ("Ana", [(Role.CREATOR, Degree.LEAD, {Kind.WROTE: 1})]),
        ("Cy", [(Role.PROMPT_WRITER, Degree.LEAD, {Kind.PROMPTED: 1, Kind.CHOSE: 1})]),
        ("Bo", [(Role.SUPERVISOR, Degree.LEAD, {Kind.APPROVED: 2})]),
    ]
    assert [(each.name, each.made, each.results) for each in found.machines] == [
        ("Feuilleton previz", (Medium.PANEL, Medium.CUT), 2),
        ("Kokoro-82M", (Medium.VOICE,), 1),
        ("Qwen3-4B-Instruct-2507-GGUF", (Medium.ANSWER,), 1),
    ]


def test_a_model_of_the_catalog_stands_with_its_commit_its_licence_and_what_that_does_not_allow() -> None:
    model = catalog()["xtts-v2"].model
    machine = replace(sheet().machines[0], name=model.name, version=model.version, licence=model.licence)
    rows = [row for block in page(replace(sheet(), machines=(machine,)), say).blocks for row in block.rows]
    (row,) = [row for row in rows if row[0] == "XTTS v2"]
    assert row[1:3] == (model.version[:12], "Coqui Public Model License (non-commercial)")


def test_numbers_count_also_what_was_rejected() -> None:
    numbers = sheet().choices
    assert (numbers.choices, numbers.shown) == (1, 3)
    assert (numbers.typed, numbers.suggested, numbers.altered) == (1, 1, 0)
    assert (numbers.approved, numbers.sent_back) == (2, 1)
    assert (numbers.results, numbers.kept) == (7, 4)


def test_a_person_works_as_long_as_their_acts_tell_at_most() -> None:
    assert {person.name: person.minutes for person in sheet().people} == {"Ana": 6, "Bo": 10, "Cy": 6}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_data_are_what_the_schema_says(language: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(texts(sheet(language))["credits.json"]), SCHEMA)


def test_the_schema_takes_no_share_and_no_approval_as_authorship() -> None:
    good = json.loads(json.dumps(record(sheet())))
    share = good | {"people": [good["people"][0] | {"share": 0.5}]}
    credit = good["people"][2]["credits"][0] | {"role": "screenwriter"}
    author = good | {"people": [good["people"][2] | {"credits": [credit]}]}
    for wrong in (share, author):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, SCHEMA)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_claims_no_share_no_protection_and_no_model_as_author(language: str) -> None:
    for text in texts(sheet(language)).values():
        assert re.findall(CLAIMS[language], text, re.IGNORECASE) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_answers_for_rights_stands_on_the_page_and_in_the_data(language: str) -> None:
    paper = Assurance(matter=Matter.STYLE, name="Zed Zap", said=digest("idea"), reason="He agreed", salt="s")
    kept = Answer(name="Ana", at=NOON, matter=Matter.STYLE, paper=paper)
    gone = Answer(name="", at=NOON, matter=Matter.FRANCHISE, paper=None)
    found = texts(replace(sheet(language), answers=(kept, gone)))
    data = json.loads(found["credits.json"])
    jsonschema.validate(data, SCHEMA)
    assert [(each["matter"], each["named"], each["by"], each["reason"]) for each in data["answered_for"]] == [
        ("style", "Zed Zap", "Ana", "He agreed"),
        ("franchise", None, None, None),
    ]
    for words in (say(language, "matter-style"), "Zed Zap", "He agreed", say(language, "sheet-removed")):
        assert words in found["credits.md"]
    assert say(language, "sheet-assured") not in texts(sheet(language))["credits.md"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_degree_and_medium_has_its_words(language: str) -> None:
    for kind in EARNING:
        assert say(language, f"did-{kind}", count=2)
    for key in (*(f"degree-{degree}" for degree in Degree), *(f"made-{medium}" for medium in Medium)):
        assert say(language, key)


def test_a_name_is_neither_markup_nor_a_formula() -> None:
    found = sheet()
    hostile = replace(found.people[0], name="=1+1|*<b>\nx")
    wrong = replace(found, people=(hostile, *found.people[1:]))
    assert "| =1+1\\|\\*\\<b\\> x |" in markdown(wrong)
    head, first, *_ = csv.reader(io.StringIO(table(wrong).removeprefix("\ufeff"), newline=""))
    assert head[:3] == ["name", "role", "degree"]
    assert not first[0].startswith("=")
    assert first[1:4] == ["creator", "lead", "1"]


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 12])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_is_one_upright_page_with_everybody_on_it(language: str, count: int, tmp_path: Path) -> None:
    found = sheet(language)
    crowd = replace(found, people=found.people * count)
    (pdf,) = typeset("authorship", page(crowd, say), tmp_path, map(LOCKER.path, Face))
    (only,) = PdfReader(io.BytesIO(pdf)).pages
    assert only.mediabox.height > only.mediabox.width
    read = re.sub(r"\s", "", only.extract_text())
    for name in PEOPLE[language]:
        assert read.count(re.sub(r"\s", "", name)) == count
    assert found.seal.digest in read
    assert found.cut in read
