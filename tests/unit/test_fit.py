"""Which models fit a machine, why not, and which one is taken where nobody chose."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.catalog.fit import Lack, Machine, default, fit, is_candidate
from generation.catalog.profile import Profile
from generation.catalog.table import MEASURES, read

KNOWN = tuple(read().values())
ALL = frozenset({"gpu", "tts"})
LARGE = Machine(gpu=80, ram=256, disk=2000, installed=ALL)

gib = st.floats(min_value=0, max_value=200, allow_nan=False)
machines = st.builds(
    Machine, gpu=gib, ram=gib, disk=gib, installed=st.frozensets(st.sampled_from(["gpu", "tts", "bitsandbytes"]))
)
models = st.sampled_from(KNOWN)


def named(name: str) -> Profile:
    return read()[name]


@given(machines, gib, gib, gib)
def test_more_memory_or_disk_never_fits_fewer(machine: Machine, gpu: float, ram: float, disk: float) -> None:
    larger = replace(machine, gpu=machine.gpu + gpu, ram=machine.ram + ram, disk=machine.disk + disk)
    before = {profile.name for profile in KNOWN if fit(profile, machine).is_good}
    after = {profile.name for profile in KNOWN if fit(profile, larger).is_good}
    assert before <= after


@given(machines, models, gib)
def test_more_gpu_memory_never_asks_for_a_slower_measure(machine: Machine, profile: Profile, gpu: float) -> None:
    small, large = fit(profile, machine), fit(profile, replace(machine, gpu=machine.gpu + gpu))
    if small.measure:
        assert MEASURES.index(large.measure) <= MEASURES.index(small.measure)


@given(machines, models)
def test_what_does_not_fit_has_a_reason_and_what_fits_has_none(machine: Machine, profile: Profile) -> None:
    found = fit(profile, machine)
    assert found.is_good == (found.reasons == ())
    assert all(reason.what or reason.wanted > reason.there for reason in found.reasons)


@given(machines, models)
def test_whoever_makes_good_what_is_lacking_can_run_the_model(machine: Machine, profile: Profile) -> None:
    for _ in range(4):
        for reason in fit(profile, machine).reasons:
            machine = _made_good(machine, reason.lack, reason.wanted, reason.what)
    assert fit(profile, machine).is_good


def _made_good(machine: Machine, lack: Lack, wanted: float, what: str) -> Machine:
    if lack is Lack.EXTRA:
        return replace(machine, installed=machine.installed | {what})
    field = {Lack.GPU: "gpu", Lack.MEMORY: "gpu", Lack.RAM: "ram", Lack.DISK: "disk"}[lack]
    return replace(machine, **{field: wanted})  # type: ignore[arg-type]  # one of its numbers


@given(machines, st.sampled_from(["still", "retouch", "clip", "voice", "cue"]))
def test_what_is_taken_by_itself_fits_costs_nothing_and_may_be_sold(machine: Machine, operation: str) -> None:
    found = default(operation, KNOWN, machine)
    if found is not None:
        assert fit(found, machine).is_good
        assert operation in found.operations
        assert found.licence.commercial
        assert not found.is_remote
        assert found.revision


def test_the_fastest_measure_that_fits_is_chosen() -> None:
    model = named("z-image-turbo")
    measures = {gpu: fit(model, replace(LARGE, gpu=gpu)).measure for gpu in (24, 18, 6)}
    assert measures == {24: "bf16", 18: "fp8", 6: "offload"}


def test_quantising_is_chosen_only_where_its_package_is_installed() -> None:
    model, machine = named("z-image-turbo"), replace(LARGE, gpu=14.0)
    assert fit(model, machine).measure == "offload"
    assert fit(model, replace(machine, installed=ALL | {"bitsandbytes"})).measure == "int8"


def test_a_machine_without_a_gpu_is_told_how_large_one_must_be() -> None:
    (reason,) = fit(named("z-image-turbo"), replace(LARGE, gpu=0)).reasons
    assert reason.lack is Lack.GPU
    assert reason.wanted == pytest.approx(named("z-image-turbo").needs["offload"], abs=1)


def test_what_waits_in_main_memory_needs_room_there() -> None:
    (reason,) = fit(named("wan-2.2-a14b"), replace(LARGE, gpu=16, ram=32)).reasons
    assert reason.lack is Lack.RAM


def test_a_voice_runs_without_a_gpu() -> None:
    assert fit(named("xtts-v2"), replace(LARGE, gpu=0)).measure == "cpu"


def test_an_extra_that_is_not_installed_is_named() -> None:
    (reason,) = fit(named("xtts-v2"), replace(LARGE, installed=frozenset({"gpu"}))).reasons
    assert (reason.lack, reason.what) == (Lack.EXTRA, "tts")


def test_weights_that_are_here_need_no_more_disk() -> None:
    full = replace(LARGE, disk=0)
    assert [reason.lack for reason in fit(named("z-image-turbo"), full).reasons] == [Lack.DISK]
    assert fit(named("z-image-turbo"), full, is_here=True).is_good


def test_a_remote_model_fits_every_machine() -> None:
    assert fit(named("openai-image"), Machine()).is_good


def test_a_large_machine_gets_the_better_model() -> None:
    taken = {gpu: default("clip", KNOWN, replace(LARGE, gpu=gpu)) for gpu in (24, 80)}
    assert {gpu: model and model.name for gpu, model in taken.items()} == {24: "wan-2.2-5b", 80: "wan-2.2-a14b"}


def test_a_fast_model_is_taken_before_a_better_one_that_would_have_to_wait_in_main_memory() -> None:
    taken = default("still", KNOWN, replace(LARGE, gpu=24))
    assert taken is not None
    assert taken.name == "flux-2-klein-4b"


def test_what_is_not_pinned_not_for_sale_or_not_allowed_everywhere_is_never_taken_by_itself() -> None:
    able = {profile.name for profile in KNOWN for operation in profile.operations if is_candidate(profile, operation)}
    assert not able & {"hunyuanvideo-1.5", "flux-2-dev", "xtts-v2", "openai-image", "framepack"}
    own = replace(named("vits-vctk"), folder="/weights", rank=1)
    assert is_candidate(own, "voice")
    assert not is_candidate(replace(own, folder=""), "voice")
