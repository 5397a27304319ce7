"""A certificate is true as it was signed, and false in every other way."""

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import cv2
import jsonschema
import numpy as np
import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from agents.certificate import facts, written
from agents.certificatewords import LISTED, page
from agents.checking import Given, check
from agents.checking import given as read_given
from agents.record import Own
from bot.cli.finding import VERDICTS, sentences, shown
from bot.words import say
from generation.cut.fonts import Face
from generation.paper.code import CODE, CORRECTION, drawn, seen, squares
from generation.paper.typeset import typeset
from storage.domain.ids import PersonId
from storage.ledger.certificates import HEAD, Verdict, name_digest, read, record_digest, verdict
from tests.record_samples import ANA, BO, CY, own, signed, signer
from tests.weights import LOCKER

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schemas/certificate.schema.json").read_text("utf-8"))
LANGUAGES = ("fr", "en", "zh")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
FOUND = own()
TRUE = signed(FOUND)
PUBLIC = signer().public


def file(found: Own = FOUND) -> dict[str, object]:
    """Return the data beside a page, as JSON has them."""
    assert found.seal
    body: dict[str, object] = json.loads(written(found, found.seal, signed(found)))
    return body


def verdict_of(body: dict[str, object]) -> Verdict:
    return check(read_given(json.dumps(body)), PUBLIC).verdict


def test_what_was_signed_is_read_back_as_it_was() -> None:
    assert read(TRUE.text) == TRUE
    assert verdict(TRUE.text, PUBLIC) is Verdict.TRUE


@given(st.integers(len(HEAD), len(TRUE.text) - 1), st.sampled_from(LETTERS))
def test_another_letter_anywhere_is_found(place: int, letter: str) -> None:
    text = TRUE.text[:place] + letter + TRUE.text[place + 1 :]
    expected = Verdict.TRUE if text == TRUE.text else Verdict.CHANGED
    assert verdict(text, PUBLIC) is expected


@given(st.integers(0, len(TRUE.text) - 1))
def test_a_text_cut_short_is_not_true(length: int) -> None:
    assert verdict(TRUE.text[:length], PUBLIC) in {Verdict.CHANGED, Verdict.UNREADABLE}


@given(st.text(max_size=80) | st.text(LETTERS, max_size=80).map(lambda tail: HEAD + tail))
def test_anything_else_is_no_certificate(text: str) -> None:
    assert verdict(text, PUBLIC) in {Verdict.CHANGED, Verdict.UNREADABLE}


@given(st.lists(st.integers(1, len(TRUE.text) - 1), max_size=6), st.sampled_from([" ", "\n", "\r\n", "\t"]))
def test_line_breaks_and_small_letters_do_not_matter(places: list[int], space: str) -> None:
    text = TRUE.text.lower()
    for place in sorted(places, reverse=True):
        text = text[:place] + space + text[place:]
    assert verdict(text, PUBLIC) is Verdict.TRUE


@pytest.mark.parametrize(
    "change",
    [
        {"person": "zzzzzzzzzzzz"}, {"name": "0" * 64}, {"record": "0" * 64}, {"episodes": 99},
        {"issued": "2025-01-01"}, {"size": 413}, {"end": "0" * 64}, {"by": signer(2).public},
    ],
)  # fmt: skip
def test_each_field_is_covered_by_the_signature(change: dict[str, object]) -> None:
    forged = replace(TRUE, statement=replace(TRUE.statement, **change))  # type: ignore[arg-type]
    assert read(forged.text) == forged
    assert verdict(forged.text, PUBLIC) is Verdict.CHANGED


def test_a_certificate_of_another_studio_is_told_apart_from_a_forged_one() -> None:
    other = signed(FOUND, 2)
    assert verdict(other.text, PUBLIC) is Verdict.ELSEWHERE
    assert verdict(other.text, signer(2).public) is Verdict.TRUE


def test_no_seal_and_no_other_statement_of_the_key_passes_for_a_certificate() -> None:
    assert FOUND.seal
    assert not replace(TRUE, signature=FOUND.seal.signature).holds
    assert not replace(TRUE, signature=signer().sign(TRUE.statement.body())).holds


def test_a_name_cannot_be_looked_up_and_is_compared_as_it_is_read() -> None:
    ana, bo = PersonId("7ana3k9m2q4w"), PersonId("b0b8x1c6v5n2")
    assert name_digest(ana, "Zoé") != name_digest(bo, "Zoé")
    assert name_digest(ana, "Zoe\u0301") == name_digest(ana, "Zo\u00e9")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("who", [ANA, BO, CY])
def test_the_data_are_what_the_schema_says_and_are_true(language: str, who: PersonId) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    body = file(own(language, who))
    jsonschema.validate(body, SCHEMA)
    assert verdict_of(body) is Verdict.TRUE


def test_the_schema_takes_no_share() -> None:
    body = file()
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(body | {"record": {**facts(FOUND), "share": 0.5}}, SCHEMA)


def squeezed(text: str) -> str:
    """Return a text without what line breaks change."""
    return re.sub(r"[\s\u200b\u00a0]", "", text)


def leaves(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the way to every figure and text in JSON."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    return [path] if inner is None else [leaf for key, each in inner for leaf in leaves(each, (*path, key))]


@given(st.sampled_from([path for path in leaves(file()) if path != ("format",)]))
def test_no_figure_and_no_word_of_the_file_can_be_changed(path: tuple[str | int, ...]) -> None:
    body = file()
    place: object = body
    for key in path[:-1]:
        place = place[key]  # type: ignore[index]
    old = place[path[-1]]  # type: ignore[index]
    place[path[-1]] = old + 1 if isinstance(old, int) else f"{old}x"  # type: ignore[index]
    assert verdict_of(body) in {Verdict.CHANGED, Verdict.UNREADABLE}


def test_a_record_of_somebody_else_does_not_fit_the_text() -> None:
    other = file(own("en", BO))
    for field in ("name", "record"):
        assert verdict_of(file() | {field: other[field]}) is Verdict.CHANGED


@pytest.mark.parametrize(
    "wrong", [{"text": 3}, {"name": 3}, {"record": [1]}, {"record": {"x": 2.5e300}}, {"seal": {}}, {"seal": 1}]
)
def test_a_file_that_is_none_is_refused_and_breaks_nothing(wrong: dict[str, object]) -> None:
    assert verdict_of(file() | wrong) in {Verdict.CHANGED, Verdict.UNREADABLE}


@pytest.mark.parametrize("found", Verdict)
def test_every_verdict_has_its_sentence(found: Verdict) -> None:
    assert VERDICTS[found]


def test_the_sentences_say_what_was_found() -> None:
    def first(text: str, public: str = PUBLIC) -> str:
        return next(sentences(check(Given(text=text), public)))

    assert "is true" in first(TRUE.text)
    assert "was changed" in first(TRUE.text[:-1])
    assert "another key" in first(signed(FOUND, 2).text)
    assert "no certificate" in first("hello")


def test_a_picture_of_the_code_is_read_and_verified(tmp_path: Path) -> None:
    png = tmp_path / "photo.png"
    segno.make_qr(TRUE.text, error=CORRECTION, boost_error=False).save(str(png), scale=4)
    assert seen(png.read_bytes()) == TRUE.text
    assert check(shown(str(png)), PUBLIC).verdict is Verdict.TRUE
    assert seen(b"no picture") == ""


def test_the_code_stays_modest_however_long_the_record() -> None:
    long = signed(own("fr", CY, released=60, unreleased=20))
    assert squares(long.text) <= 85
    assert b"<svg" in drawn(long.text)


def test_what_is_shown_may_be_a_text_or_any_of_the_files(tmp_path: Path) -> None:
    data = tmp_path / "certificate.json"
    data.write_text(json.dumps(file()), "utf-8")
    text = tmp_path / "code.txt"
    text.write_text(TRUE.text + "\n", "utf-8")
    for what in (TRUE.text, TRUE.text.lower(), str(data), str(text)):
        assert check(shown(what), PUBLIC).verdict is Verdict.TRUE
    assert check(shown(str(tmp_path / "missing")), PUBLIC).verdict is Verdict.UNREADABLE


def photo(scan: bytes) -> bytes:
    """Return a page as a phone may take it: turned, unsharp, in dim and uneven light, as a JPEG."""
    page_ = cv2.imdecode(np.frombuffer(scan, np.uint8), cv2.IMREAD_GRAYSCALE)
    height, width = page_.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 7, 0.85)
    turned = cv2.GaussianBlur(cv2.warpAffine(page_, turn, (width, height), borderValue=90), (5, 5), 0)
    light = np.linspace(0.45, 0.9, width)[None, :]
    return bytes(cv2.imencode(".jpg", (turned * light).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, 60])[1])


@pytest.mark.slow
@pytest.mark.parametrize("released", [0, 1, LISTED, 40])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_one_and_its_code_is_read_and_verified(language: str, released: int, tmp_path: Path) -> None:
    found = own(language, CY, released=released)
    certificate = signed(found)
    paper = page(found, certificate, say)
    (tmp_path / CODE).write_bytes(drawn(paper.code))
    (pdf,) = typeset("certificate", paper, tmp_path, map(LOCKER.path, Face))
    (only,) = PdfReader(io.BytesIO(pdf)).pages
    assert only.mediabox.height > only.mediabox.width
    read_ = squeezed(only.extract_text())
    for words in (
        found.name,
        certificate.statement.record,
        certificate.statement.by,
        *(e.title for e in paper.entries),
    ):
        assert squeezed(words) in read_
    assert len(paper.entries) == min(released, LISTED)
    (tmp_path / "certificate.pdf").write_bytes(pdf)
    assert shown(str(tmp_path / "certificate.pdf")) == Given(text=certificate.text)
    (scan,) = typeset("certificate", paper, tmp_path, map(LOCKER.path, Face), "png", ppi=300)
    assert seen(scan) == certificate.text
    assert seen(photo(scan)) == certificate.text
    assert record_digest(facts(found)) == certificate.statement.record


@pytest.mark.slow
def test_long_names_and_many_acts_stay_on_the_page(tmp_path: Path) -> None:
    found = own("en", CY, released=LISTED)
    titles = dict.fromkeys(found.titles, "An endless title of a very long evening " * 3)
    endless = replace(found, titles=titles, person=replace(found.person, name="Maximiliana " * 12))
    paper = page(endless, signed(endless), say)
    (tmp_path / CODE).write_bytes(drawn(paper.code))
    (pdf,) = typeset("certificate", paper, tmp_path, map(LOCKER.path, Face))
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
