"""The catalog of models: what comes with the project, and what an operator adds or corrects."""

from pathlib import Path

import pytest

from generation.backends import Workshop, load
from generation.catalog.memory import GIB, Extent, estimate
from generation.catalog.model import Taken
from generation.catalog.table import read
from generation.errors import Unavailable
from generation.weights.locker import Locker

MINE = """
[mine]
title = "Mine"
backend = "diffusers-still"
operations = ["still"]
takes = ["prompt", "layout"]
folder = "/weights/mine"
sizes = [[512, 768]]

[mine.licence]
name = "CC0-1.0"
url = "https://example.org/licence"
read = 2026-11-27
commercial = true

[mine.training]
found = true
read = 2026-11-27
words = "my own drawings"
"""


def own(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "catalog.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_every_model_of_the_project_has_a_licence_with_an_address_and_a_date() -> None:
    for profile in read().values():
        assert profile.licence.name
        assert profile.licence.url.startswith("https://")
        assert profile.licence.read == "2026-11-27"


def test_every_model_of_the_project_says_what_is_known_of_its_training() -> None:
    for profile in read().values():
        assert profile.training.read == "2026-11-27"
        assert profile.training.words or not profile.training.found


def test_a_model_whose_results_are_not_for_sale_says_so_in_every_take() -> None:
    known = read()
    assert not known["flux-kontext-dev"].model.commercial
    assert not known["xtts-v2"].model.commercial
    assert known["z-image-turbo"].model.commercial
    assert known["xtts-v2"].model.licence == "Coqui Public Model License (non-commercial)"
    assert known["z-image-turbo"].model.licence == "Apache-2.0"


def test_no_model_of_the_project_may_load_pickles() -> None:
    assert {profile.pickles for profile in read().values()} == {()}


def test_a_remote_model_has_no_price_unless_the_operator_states_one(tmp_path: Path) -> None:
    assert read()["openai-image"].price is None
    stated = read(own(tmp_path, '[openai-image]\nprice = { micros = 40_000, unit = "piece" }\n'))["openai-image"]
    assert stated.price is not None
    assert stated.price.micros == 40_000


def test_memory_that_nobody_measured_is_computed_and_marked() -> None:
    profile = read()["z-image-turbo"]
    assert profile.estimated
    assert profile.extent is not None
    whole = sum(profile.extent.parameters.values()) * 2e9 / GIB + profile.extent.activations
    assert profile.needs["bf16"] == pytest.approx(whole, abs=0.06)


def test_memory_that_is_stated_is_not_computed(tmp_path: Path) -> None:
    profile = read(own(tmp_path, "[z-image-turbo]\nneeds = { bf16 = 20.5 }\n"))["z-image-turbo"]
    assert (dict(profile.needs), profile.estimated) == ({"bf16": 20.5}, False)


def test_eight_bits_take_less_than_sixteen_and_four_less_than_eight() -> None:
    needs = estimate(Extent(parameters={"transformer": 6.0, "text_encoder": 4.0, "vae": 0.1}, activations=2.0))
    assert needs["bf16"] > needs["fp8"] > needs["int8"] > needs["nf4"] > needs["offload"] > 2.0


def test_an_operators_own_model_is_added(tmp_path: Path) -> None:
    profile = read(own(tmp_path, MINE))["mine"]
    assert profile.takes == {Taken.PROMPT, Taken.LAYOUT}
    assert profile.sizes == ((512, 768),)
    assert profile.licence.read == "2026-11-27"
    assert "z-image-turbo" in read(own(tmp_path, MINE))


def test_an_operators_table_changes_the_fields_that_it_gives_and_keeps_the_others(tmp_path: Path) -> None:
    pinned = read(own(tmp_path, f'["hunyuanvideo-1.5"]\nrevision = "{"a" * 40}"\n'))["hunyuanvideo-1.5"]
    assert pinned.revision == "a" * 40
    assert pinned.licence == read()["hunyuanvideo-1.5"].licence


def test_a_catalog_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    assert read(tmp_path / "none.toml") == read()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (('title = "Mine"', "title = 7"), "title"),
        (('operations = ["still"]', 'operations = ["sculpture"]'), "operations"),
        (('name = "CC0-1.0"', ""), "licence.name"),
        (('takes = ["prompt", "layout"]', 'takes = ["colour"]'), "takes"),
        (('takes = ["prompt", "layout"]', 'colour = "red"'), "colour"),
        (("commercial = true", 'commercial = "true"'), "licence.commercial"),
        (("commercial = true", "commercial = true\nfree = true"), "licence.free"),
        (("sizes = [[512, 768]]", "sizes = [[0, 768]]"), "sizes"),
        (("sizes = [[512, 768]]", 'revision = "main"'), "revision"),
        (("sizes = [[512, 768]]", "needs = { fp4 = 2.0 }"), "needs"),
        (("sizes = [[512, 768]]", "price = { micros = -1 }"), "price"),
        (("[mine]", '["My Model"]'), "name"),
    ],
)
def test_what_is_wrong_is_named_with_its_file_its_profile_and_its_field(
    tmp_path: Path, change: tuple[str, str], named: str
) -> None:
    text = MINE.replace(*change).replace("[mine.", '["My Model".' if change[0] == "[mine]" else "[mine.")
    file = own(tmp_path, text)
    with pytest.raises(Unavailable) as caught:
        read(file)
    said = str(caught.value)
    assert said.startswith(f"{file}: profile ")
    assert f": {named}" in said


def test_what_is_no_toml_or_stands_outside_of_every_table_is_named_with_its_file(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="no TOML"):
        read(own(tmp_path, "[mine\n"))
    with pytest.raises(Unavailable, match="title stands outside"):
        read(own(tmp_path, 'title = "Mine"\n'))


def test_a_models_name_in_place_of_a_back_ends_makes_that_models_back_end_with_its_profile(tmp_path: Path) -> None:
    text = MINE.replace('"diffusers-still"', '"previz"')
    ready = Workshop(locker=Locker(tmp_path), cache=tmp_path, catalog=read(own(tmp_path, text)))
    assert type(load("mine", ready)) is type(load("previz", ready))
