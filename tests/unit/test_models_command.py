"""`feuilleton models`, `fetch` and `doctor`: what an operator is told of the models, and how one is fetched."""

import os
from pathlib import Path

import pytest
from huggingface_hub import constants

from bot.__main__ import parser
from bot.assignments import assigned, cautions, models_assigned
from bot.cli import models as models_command
from bot.cli.doctor import chosen_models, database
from bot.compose import models, needs
from bot.settings import BACKENDS, Settings
from generation.catalog.fit import Machine, fit
from generation.catalog.table import read
from tests.fakes.hub import REVISION, hosting

WEIGHTS = bytes(range(256)) * 400
OWN = """
[tiny]
title = "Tiny"
backend = "previz"
operations = ["panel"]
FIELDS

[tiny.licence]
name = "CC-BY-NC-4.0"
url = "https://example.org/licence"
read = 2026-11-27
commercial = false
excluded = ["EU"]

[tiny.training]
found = false
read = 2026-11-27
"""


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name in [name for name in os.environ if name.startswith("FEUILLETON_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "250")
    return Settings(home=tmp_path / "home", cache=tmp_path / "cache")


def with_own(settings: Settings, fields: str, **more: object) -> Settings:
    settings.home.mkdir(exist_ok=True)
    settings.catalog_file.write_text(OWN.replace("FIELDS", fields), encoding="utf-8")
    return settings.model_copy(update=more)


def said(settings: Settings, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    status = models_command.main(settings, parser().parse_args(["models", *words]))
    return status, capsys.readouterr().out


def test_the_list_tells_of_every_model_what_it_allows_and_whether_it_fits(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    status, words = said(settings, capsys)
    assert status == 0
    lines = {name: line for name in read() for line in words.splitlines() if f" {name} " in line}
    assert lines.keys() == read().keys()
    assert "may be sold" in lines["z-image-turbo"]
    assert "NOT FOR COMMERCIAL USE" in lines["xtts-v2"]
    assert "NOT IN EU, GB, KR" in lines["hunyuanvideo-1.5"]
    assert "not pinned" in lines["hunyuanvideo-1.5"]
    assert "elsewhere" in lines["openai-image"]


def test_one_model_is_told_about_in_full(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    status, words = said(settings, capsys, "stable-audio-open")
    assert status == 0
    for expected in (
        "Stability AI Community License",
        "up to US$ 1,000,000 of yearly revenue",
        "as known on 2026-11-27; its text: https://",
        "recordings under Creative Commons licences",
        "estimated from its number of parameters, not measured",
        "nothing, it runs here",
        "steps        100, guidance 7",
    ):
        assert expected in words


def test_a_price_that_nobody_stated_is_called_unknown(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert "unknown: state it in your own catalog" in said(settings, capsys, "openai-image")[1]


def test_a_model_that_is_not_known_is_an_error_that_names_those_that_are(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    status, words = said(settings, capsys, "no-such-model")
    assert status == 1
    assert "there is no model called no-such-model" in words
    assert "z-image-turbo" in words


def test_fetching_a_model_that_nobody_pinned_says_how_to_pin_it(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    status, words = said(settings, capsys, "--fetch", "hunyuanvideo-1.5")
    assert status == 1
    assert "[hunyuanvideo-1.5] of your own catalog" in words


def test_a_model_is_fetched_by_name_after_its_licence_was_shown(
    settings: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    with hosting({"model.safetensors": WEIGHTS, "config.json": b"{}"}) as site:
        monkeypatch.setattr(constants, "ENDPOINT", site.address)
        monkeypatch.setattr(
            constants, "HUGGINGFACE_CO_URL_TEMPLATE", f"{site.address}/{{repo_id}}/resolve/{{revision}}/{{filename}}"
        )
        mine = with_own(settings, f'repository = "owner/model"\nrevision = "{REVISION}"')
        status, words = said(mine, capsys, "--fetch", "tiny")
        assert (status, "not for commercial use" in words, "here" in words) == (0, True, True)
        asked = len(site.requests)
        assert said(mine, capsys, "--fetch", "tiny")[0] == 0
        assert len(site.requests) == asked


def test_doctor_names_what_is_missing_of_an_assigned_model_with_the_remedy(settings: Settings) -> None:
    mine = with_own(settings, f'repository = "owner/model"\nrevision = "{REVISION}"', backends={"panel": "tiny"})
    finding = chosen_models(mine)
    assert not finding.well
    assert "feuilleton models --fetch tiny" in finding.words
    assert "not for commercial use" in finding.words


def test_doctor_is_content_with_a_model_that_is_here_and_repeats_what_its_licence_forbids(
    settings: Settings, tmp_path: Path
) -> None:
    mine = with_own(settings, f'folder = "{tmp_path}"', backends={"panel": "tiny"})
    finding = chosen_models(mine)
    assert finding.well
    assert "not for commercial use" in finding.words
    assert "may not be used in EU" in finding.words


def test_doctor_names_a_catalog_that_cannot_be_read(settings: Settings) -> None:
    mine = with_own(settings, 'colour = "red"', backends={"panel": "tiny"})
    finding = chosen_models(mine)
    assert not finding.well
    assert "profile tiny: colour" in finding.words


def test_doctor_goes_on_where_a_catalog_keeps_the_studio_from_being_opened(settings: Settings) -> None:
    finding = database(with_own(settings, 'colour = "red"', backends={"panel": "tiny"}))
    assert not finding.well
    assert "profile tiny: colour" in finding.words


def test_everything_that_a_profile_lacks_is_named_at_once(settings: Settings) -> None:
    settings.home.mkdir()
    settings.catalog_file.write_text('[mine]\nbackend = "previz"\noperations = ["panel"]\n', encoding="utf-8")
    assert chosen_models(settings).words.endswith("profile mine: title, licence, training: missing; correct it")


def test_a_model_is_assigned_by_its_name(settings: Settings, tmp_path: Path) -> None:
    mine = with_own(settings, f'folder = "{tmp_path}"', backends={"panel": "tiny"})
    assert assigned(mine) == BACKENDS | {"panel": "tiny"}
    assert {name: operations for name, (_, operations) in models_assigned(mine).items()} == {"tiny": ("panel",)}
    assert "panel" in models(mine)
    assert "kokoro" in needs(mine)


def test_auto_takes_what_fits_this_machine_and_else_what_is_built_in(settings: Settings) -> None:
    asked = settings.model_copy(update={"backends": {"clip": "auto", "still": "auto"}})
    found, known = assigned(asked), read()
    for operation, name in found.items():
        if name in known:
            assert operation in known[name].operations
        else:
            assert name == BACKENDS[operation]


def test_what_a_licence_does_not_allow_is_said_in_one_sentence_each() -> None:
    known = read()
    assert cautions(known["z-image-turbo"]) == ()
    assert len(cautions(known["hunyuanvideo-1.5"])) == 1
    assert "not for commercial use" in cautions(known["xtts-v2"])[0]


def test_reasons_are_said_with_what_is_wanted_and_what_is_there() -> None:
    profile = read()["z-image-turbo"]
    small = Machine(gpu=3, ram=64, disk=500, installed=frozenset({"gpu"}))
    assert models_command.fits(profile, fit(profile, small)) == "needs 4.7 GiB of GPU memory, there are 3.0"
    assert models_command.fits(profile, fit(profile, Machine(gpu=80, ram=64, disk=500))) == "install feuilleton[gpu]"
