"""Weights from a model hub: a server on this machine that speaks the hub's few addresses, and has faults."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from huggingface_hub import constants

from generation.backends import Workshop
from generation.catalog.profile import Licence, Profile, Training
from generation.errors import Cancelled, Unavailable
from generation.weights.hub import folder, hub
from generation.weights.locker import Fetching, Locker
from tests.fakes.hub import REVISION, ModelHub, hosting

WEIGHTS = bytes(range(256)) * 4000
FILES = {
    "model_index.json": b'{"_class_name": "Tiny"}',
    "unet/config.json": b"{}",
    "unet/model.safetensors": WEIGHTS,
    "tokenizer/merges.txt": b"a b\n",
    "README.md": b"# Tiny",
    "single.safetensors": WEIGHTS[::-1],
    "unet/model.onnx": WEIGHTS[1:],
    "run.py": b"print('no')",
}
NEEDED = {"model_index.json", "unet/config.json", "unet/model.safetensors", "tokenizer/merges.txt"}
TINY = Profile(
    name="tiny",
    title="Tiny",
    backend="diffusers-still",
    operations=("still",),
    licence=Licence(name="MIT", url="https://example.org", read="2026-11-27", commercial=True),
    training=Training(found=False, read="2026-11-27"),
    repository="owner/model",
    revision=REVISION,
    files=("model_index.json", "*/*"),
)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelHub]:
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    with hosting(FILES) as site:
        yield site


def workshop(site: ModelHub, tmp_path: Path, **settings: str) -> Workshop:
    words = {"HF_ENDPOINT": site.address} | settings
    return Workshop(locker=Locker(tmp_path / "weights"), cache=tmp_path, settings=words)


def found(home: Path) -> set[str]:
    paths = (path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file())
    return {path for path in paths if not path.startswith(".")}


def test_a_revision_is_fetched_into_one_folder_and_nothing_but_the_data_that_is_needed(
    site: ModelHub, tmp_path: Path
) -> None:
    home = folder(workshop(site, tmp_path), TINY)
    assert found(home) == NEEDED
    assert (home / "unet" / "model.safetensors").read_bytes() == WEIGHTS
    assert set(site.taken()) == NEEDED


def test_what_is_here_is_not_asked_for_again(site: ModelHub, tmp_path: Path) -> None:
    ready = workshop(site, tmp_path)
    home = folder(ready, TINY)
    asked = len(site.requests)
    assert hub(ready).has(TINY)
    assert folder(ready, TINY) == home
    assert len(site.requests) == asked


def test_a_transfer_that_breaks_off_goes_on_where_it_stopped(site: ModelHub, tmp_path: Path) -> None:
    site.break_after = [300_000]
    home = folder(workshop(site, tmp_path), TINY)
    assert (home / "unet" / "model.safetensors").read_bytes() == WEIGHTS
    assert ("bytes=300000-") in {wanted for _, wanted, _ in site.requests}


def test_a_fetch_that_failed_goes_on_where_it_stopped_at_the_next_try(site: ModelHub, tmp_path: Path) -> None:
    site.break_after, site.is_ill_once = [400_000], True
    with pytest.raises(Unavailable, match="answered 503"):
        folder(workshop(site, tmp_path), TINY)
    before = len(site.requests)
    folder(workshop(site, tmp_path), TINY)
    assert [wanted for _, wanted, _ in site.requests[before:]].count("bytes=400000-") == 1


def test_a_fetch_can_be_called_off_and_taken_up_again(site: ModelHub, tmp_path: Path) -> None:
    def off(fraction: float) -> None:
        raise Cancelled(f"called off at {fraction}")

    with pytest.raises(Cancelled):
        folder(workshop(site, tmp_path), TINY, off)
    assert not hub(workshop(site, tmp_path)).has(TINY)
    assert found(folder(workshop(site, tmp_path), TINY)) == NEEDED


def test_progress_is_told_in_bytes_under_the_models_own_name(site: ModelHub, tmp_path: Path) -> None:
    told: list[Fetching] = []
    fractions: list[float] = []
    ready = dataclasses.replace(workshop(site, tmp_path), fetched=told.append)
    folder(ready, TINY, fractions.append)
    total = sum(len(FILES[name]) for name in NEEDED)
    assert (told[-1].name, told[-1].done, told[-1].total) == ("tiny", total, total)
    assert fractions[-1] == 1


def test_a_file_that_is_not_what_its_revision_promises_is_refused(site: ModelHub, tmp_path: Path) -> None:
    site.listed = FILES
    site.files = FILES | {"unet/model.safetensors": WEIGHTS[::-1]}
    with pytest.raises(Unavailable, match="not the right file"):
        folder(workshop(site, tmp_path), TINY)
    assert not hub(workshop(site, tmp_path)).has(TINY)


def test_a_small_file_that_is_not_what_its_revision_promises_is_refused(site: ModelHub, tmp_path: Path) -> None:
    site.listed = FILES
    site.files = FILES | {"unet/config.json": b"[]"}
    with pytest.raises(Unavailable, match=r"config\.json"):
        folder(workshop(site, tmp_path), TINY)


def test_a_name_that_leads_out_of_the_folder_is_refused(site: ModelHub, tmp_path: Path) -> None:
    site.listed = FILES | {"../../evil.json": b"{}"}
    with pytest.raises(Unavailable, match="no name"):
        folder(workshop(site, tmp_path), TINY)


def test_a_gated_repository_gives_one_sentence_that_names_the_token(site: ModelHub, tmp_path: Path) -> None:
    site.is_gated = True
    with pytest.raises(Unavailable, match=r"accept its licence.*HF_TOKEN") as caught:
        folder(workshop(site, tmp_path), TINY)
    assert "\n" not in str(caught.value)


def test_a_token_opens_a_gated_repository(site: ModelHub, tmp_path: Path) -> None:
    site.is_gated, token = True, "hf_of_the_operator"
    folder(workshop(site, tmp_path, HF_TOKEN=token), TINY)
    assert {given for path, _, given in site.requests if "/resolve/" in path} == {f"Bearer {token}"}


def test_a_repository_that_is_not_there_is_said_in_one_sentence(site: ModelHub, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="there is no owner/other"):
        folder(workshop(site, tmp_path), dataclasses.replace(TINY, repository="owner/other"))


def test_a_hub_that_is_away_is_said_at_once(site: ModelHub, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="check the network"):
        folder(workshop(site, tmp_path, HF_ENDPOINT="http://127.0.0.1:9"), TINY)


def test_an_answer_of_another_form_is_no_crash(site: ModelHub, tmp_path: Path) -> None:
    site.is_garbled = True
    with pytest.raises(Unavailable, match="cannot be fetched"):
        folder(workshop(site, tmp_path), TINY)


def test_a_revision_that_is_not_there_is_said(site: ModelHub, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="has no revision ffff"):
        folder(workshop(site, tmp_path), dataclasses.replace(TINY, revision="f" * 40))


def test_without_a_pinned_revision_nothing_is_fetched_and_the_sentence_says_how_to_pin(
    site: ModelHub, tmp_path: Path
) -> None:
    with pytest.raises(Unavailable, match=r"not pinned.*`revision`.*\[tiny\]"):
        folder(workshop(site, tmp_path), dataclasses.replace(TINY, revision=""))
    assert site.requests == []


def test_offline_is_honoured(site: ModelHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(Unavailable, match="HF_HUB_OFFLINE"):
        folder(workshop(site, tmp_path), TINY)
    assert site.requests == []


def test_weights_that_are_pickles_are_refused_until_the_operator_names_them(site: ModelHub, tmp_path: Path) -> None:
    site.files = FILES | {"vae/model.bin": WEIGHTS}
    with pytest.raises(Unavailable, match=r"can run code.*owner/model/vae/model.bin"):
        folder(workshop(site, tmp_path), TINY)
    named = workshop(site, tmp_path, FEUILLETON_ALLOW_PICKLES='["owner/model/vae/model.bin"]')
    assert found(folder(named, TINY)) == NEEDED | {"vae/model.bin"}
    own = dataclasses.replace(TINY, pickles=("vae/model.bin",))
    assert found(folder(workshop(site, tmp_path), own)) == NEEDED | {"vae/model.bin"}


def test_a_pickle_beside_the_same_weights_as_safetensors_is_left_out(site: ModelHub, tmp_path: Path) -> None:
    site.files = FILES | {"unet/model.bin": WEIGHTS}
    assert found(folder(workshop(site, tmp_path), TINY)) == NEEDED


def test_a_permission_for_one_file_is_none_for_another(site: ModelHub, tmp_path: Path) -> None:
    site.files = FILES | {"vae/model.bin": WEIGHTS}
    other = workshop(site, tmp_path, FEUILLETON_ALLOW_PICKLES='["somebody/else/vae/model.bin"]')
    with pytest.raises(Unavailable, match="can run code"):
        folder(other, TINY)


def test_a_folder_of_the_operators_own_is_taken_as_it_is(site: ModelHub, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "model.safetensors").write_bytes(WEIGHTS)
    mine = dataclasses.replace(TINY, folder=str(own), repository="", revision="", files=())
    assert folder(workshop(site, tmp_path), mine) == own
    assert site.requests == []


def test_pickles_in_a_folder_of_the_operators_own_are_refused_as_well(site: ModelHub, tmp_path: Path) -> None:
    (tmp_path / "model.pth").write_bytes(WEIGHTS)
    mine = dataclasses.replace(TINY, folder=str(tmp_path), repository="", revision="", files=())
    with pytest.raises(Unavailable, match="can run code"):
        folder(workshop(site, tmp_path), mine)
    trusted = dataclasses.replace(mine, pickles=("model.pth",))
    assert folder(workshop(site, tmp_path), trusted) == tmp_path


def test_a_folder_that_is_not_there_is_said(site: ModelHub, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="no such folder"):
        folder(workshop(site, tmp_path), dataclasses.replace(TINY, folder=str(tmp_path / "nowhere")))
