"""`feuilleton comfyui`: a workflow becomes a profile of the operator's own catalog, and nothing else there changes."""

import json
import os
from pathlib import Path

import pytest

from bot.__main__ import parser
from bot.cli import comfyui
from bot.compose import workshop
from bot.settings import Settings
from generation.backends import load
from generation.catalog.model import Taken
from generation.catalog.table import read
from tests.fakes.comfy import FIRST_AND_LAST, TEXT_TO_IMAGE

OWN = """# My own models. This comment stays.
[z-image-turbo]
revision = "0123456789012345678901234567890123456789"  # pinned by me
"""


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name in [name for name in os.environ if name.startswith("FEUILLETON_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "250")
    return Settings(home=tmp_path / "home", cache=tmp_path / "cache")


def imported(settings: Settings, tmp_path: Path, graph: object, *words: str) -> int:
    file = tmp_path / "workflow.json"
    file.write_text(json.dumps(graph), encoding="utf-8")
    told = ["comfyui", str(file), "--server", "http://127.0.0.1:8188/", "--name", "mine", *words]
    return comfyui.main(settings, parser().parse_args(told))


def test_a_workflow_becomes_a_profile_that_can_be_loaded(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        imported(settings, tmp_path, FIRST_AND_LAST, "--title", "Wan 2.2", "--licence", "Apache-2.0", "--commercial")
        == 0
    )
    profile = read(settings.catalog_file)["mine"]
    assert (profile.title, profile.backend, profile.operations) == ("Wan 2.2", "comfyui", ("clip",))
    assert profile.takes == {Taken.PROMPT, Taken.NEGATIVE, Taken.LAYOUT, Taken.LAST}
    assert profile.frames is not None
    assert (profile.sizes, profile.frames.rate, profile.frames.most) == (((480, 832),), 16, 81)
    assert (profile.price and profile.price.micros, profile.is_remote, profile.licence.commercial) == (0, True, True)
    assert load("mine", workshop(settings)).model.name == "Wan 2.2"
    said = capsys.readouterr().out
    assert "PrimitiveStringMultiline" in said
    assert """FEUILLETON_BACKENDS='{"clip": "mine"}'""" in said
    assert "not looked up" not in said


def test_nothing_else_of_the_catalog_changes_and_no_name_is_taken_twice(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.home.mkdir()
    settings.catalog_file.write_text(OWN, encoding="utf-8")
    assert imported(settings, tmp_path, TEXT_TO_IMAGE) == 0
    assert "not looked up" in capsys.readouterr().out
    first = settings.catalog_file.read_text(encoding="utf-8")
    assert first.startswith(OWN)
    assert imported(settings, tmp_path, FIRST_AND_LAST) == 1
    assert "--replace" in capsys.readouterr().out
    assert settings.catalog_file.read_text(encoding="utf-8") == first
    assert imported(settings, tmp_path, FIRST_AND_LAST, "--replace") == 0
    assert read(settings.catalog_file)["mine"].operations == ("clip",)
    assert [each.name for each in settings.home.iterdir()] == ["catalog.toml"]


@pytest.mark.parametrize(
    ("graph", "words", "said"),
    [
        ({"nodes": []}, (), "Export (API)"),
        ({"1": {"class_type": "SaveImage", "inputs": {}}}, (), "nothing of the workflow can be bound"),
        ({"1": {"class_type": "CLIPTextEncode", "inputs": {"text": "x"}}}, (), "say --operation"),
        (TEXT_TO_IMAGE, ("--server", "file:///x"), "no http address"),
        (TEXT_TO_IMAGE, ("--name", "No Name"), "small letters"),
    ],
)
def test_what_cannot_be_imported_says_why_and_writes_nothing(
    settings: Settings,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    graph: object,
    words: tuple[str, ...],
    said: str,
) -> None:
    assert imported(settings, tmp_path, graph, *words) == 1
    assert said in capsys.readouterr().out
    assert not settings.catalog_file.exists()


def test_a_file_that_is_not_there_is_one_sentence(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    asked = parser().parse_args(["comfyui", "/nowhere.json", "--server", "http://127.0.0.1", "--name", "mine"])
    assert comfyui.main(settings, asked) == 1
    assert "/nowhere.json cannot be read" in capsys.readouterr().out
