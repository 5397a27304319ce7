"""A person's own record as a message: bounded, in every language, and with nothing in it that could become markup."""

import re
from dataclasses import replace

import pytest

from bot.callbacks import Act
from bot.screens.me import LISTED, record
from bot.screens.page import LONGEST_TEXT, Voice, length, messages
from storage.domain.contributions import Kind
from tests.record_samples import ANA, BO, CY, own

LANGUAGES = ("fr", "en", "zh")
EMPTY = {"fr": "encore rien fait", "en": "not made anything yet", "zh": "还没有创作过"}
ESTIMATE = {"fr": "une estimation", "en": "an estimate", "zh": "估算"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_made_nothing_is_told_how_to_begin(language: str) -> None:
    for found in (None, own(language, ANA, released=0, unreleased=0)):
        screen = record(Voice(language), found)
        assert EMPTY[language] in screen.text
        assert screen.buttons == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_record_counts_and_gives_no_share(language: str) -> None:
    found = own(language, CY)
    text = record(Voice(language), found).text
    for part in found.record.parts:
        assert found.titles[part.episode.id] in text
    assert ESTIMATE[language] in text
    assert not re.search(r"%|per ?cent|pour ?cent|百分", text)


def test_what_was_sent_back_is_not_said_to_be_in_a_film() -> None:
    found = own("en", BO)
    assert {tally.kind for tally in found.record.tallies} == {Kind.APPROVED, Kind.SENT_BACK, Kind.RELEASED}
    lines = record(Voice("en"), found).text.splitlines()
    assert "Approvals: 8 (6 in released films)" in lines
    assert "Drafts sent back: 4" in lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_record_is_one_message_and_counts_what_it_leaves_out(language: str) -> None:
    found = own(language, CY, released=70, unreleased=30)
    titles, series = dict.fromkeys(found.titles, "long " * 40), dict.fromkeys(found.series, "longer " * 40)
    screen = record(Voice(language), replace(found, titles=titles, series=series))
    assert len(messages(screen)) == 1
    assert length(screen.text) <= LONGEST_TEXT
    assert str(70 - LISTED) in screen.text
    assert str(30 - LISTED) in screen.text


def test_a_title_is_no_markup() -> None:
    found = own("en", CY)
    hostile = replace(
        found, titles=dict.fromkeys(found.titles, "<a href='x'>&"), series=dict.fromkeys(found.series, "<b>")
    )
    text = record(Voice("en"), hostile).text
    assert "<a" not in text
    assert "&lt;a href='x'&gt;&amp;" in text


def test_the_button_names_nobody() -> None:
    ((button,),) = record(Voice("en"), own()).buttons
    assert button.press.act is Act.CERTIFICATE
    assert button.press.data() == "Z"
