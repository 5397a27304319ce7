"""How a model is fitted into memory: what is planned, and what happens when the plan was wrong."""

# ruff: noqa: ANN401 - pipelines take and give anything

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.backends import Workshop
from generation.diffusion.device import Device
from generation.diffusion.loading import Place
from generation.diffusion.memory import LADDER, Measures, Weights, ladder, need, needs_on, plan
from generation.diffusion.shortage import Crowded, below, is_shortage, smaller, trial, within
from generation.diffusion.warm import Warm
from generation.errors import Cramped, Unavailable
from tests.fakes import pipelines

GIB = st.floats(0.1, 200)
NEEDS = st.dictionaries(st.sampled_from(["bf16", "fp8", "int8", "nf4", "offload"]), GIB)


@given(GIB, GIB, NEEDS)
def test_more_free_memory_is_never_a_slower_measure(one: float, other: float, needs: dict[str, float]) -> None:
    less, more = sorted((one, other))
    assert LADDER.index(plan(more, needs)) <= LADDER.index(plan(less, needs))


@given(GIB, NEEDS)
def test_a_plan_fits_or_is_the_smallest(free: float, needs: dict[str, float]) -> None:
    measures = plan(free, needs)
    assert need(measures, needs) <= free or measures == LADDER[-1]


@given(NEEDS)
def test_a_model_that_fits_easily_is_kept_as_it_is(needs: dict[str, float]) -> None:
    assert plan(1000.0, needs) == Measures()


def test_the_profile_of_a_large_model_is_planned_by_what_it_says() -> None:
    needs = {"bf16": 24.0, "fp8": 14.0, "offload": 6.0}
    planned = {free: plan(free, needs, ladder("cuda")).words for free in (48.0, 25.0, 16.0, 8.0, 1.0)}
    assert planned == {
        48.0: "full",
        25.0: "full tiled",
        16.0: "fp8 tiled",
        8.0: "full blocks tiled",
        1.0: "full leaves tiled",
    }


def test_nothing_waits_in_main_memory_where_the_device_has_no_other() -> None:
    assert all(not rung.offload for kind in ("cpu", "mps") for rung in ladder(kind))
    assert any(rung.offload for rung in ladder("cuda"))


def test_a_processor_has_figures_of_its_own() -> None:
    needs = {"bf16": 9.0, "offload": 3.0, "cpu": 20.0}
    assert needs_on("cuda", needs) == needs
    assert needs_on("cpu", needs) == {"bf16": 20.0}
    assert needs_on("cpu", {"bf16": 9.0}) == {"bf16": 18.0}
    assert needs_on("cpu", {}) == {}


def test_sizes_to_try_keep_the_shape_and_shrink() -> None:
    sizes = list(smaller((832, 1248), 16))
    assert sizes == sorted(sizes, reverse=True)
    assert all(width % 16 == 0 and height % 16 == 0 for width, height in sizes)
    assert sizes[0] == (624, 928)


SIDE = st.integers(4, 160).map(lambda side: 16 * side)


@given(st.tuples(SIDE, SIDE), st.integers(1, 4_000_000))
def test_no_more_pixels_are_painted_than_somebody_agreed_to(size: tuple[int, int], pixels: int) -> None:
    painted = within(size, 16, pixels)
    least = [*smaller(size, 16)][-1]
    assert painted in (size, *smaller(size, 16))
    assert painted[0] * painted[1] <= pixels or painted == least


@given(st.tuples(SIDE, SIDE))
def test_a_size_that_fits_is_the_very_size_that_is_painted(size: tuple[int, int]) -> None:
    assert within(size, 16, 0) == size
    for tried in smaller(size, 16):
        assert within(size, 16, tried[0] * tried[1]) == tried


@given(st.tuples(SIDE, SIDE))
def test_what_is_painted_smaller_and_still_does_not_fit_is_tried_in_sizes_of_the_whole(size: tuple[int, int]) -> None:
    first, *others = smaller(size, 16)
    assert list(below(first, size, 16)) == others


def test_a_trial_takes_one_step_even_where_only_a_share_is_painted() -> None:
    assert trial({"strength": 0.4, "num_inference_steps": 30}, (8, 8), (4, 4))["num_inference_steps"] == 3


@dataclass
class Card(Device):
    """A graphics card with so much memory, of which a picture needs some and a model's weights the rest."""

    total: float = 10.0
    held: float = 0.0
    swept: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    kind = "cuda"
    dtype = None

    def free(self) -> float:
        return self.total - self.held

    def sweep(self) -> None:
        self.swept += 1


class CardFullError(RuntimeError):
    def __init__(self) -> None:
        super().__init__("CUDA out of memory. Tried to allocate 2.00 GiB.")


@dataclass
class Painter:
    """A pipeline whose call needs memory for its pixels, less where the decoder goes by tiles."""

    card: Card
    measures: Measures
    weights: float
    sizes: list[tuple[int, int, int]] = field(default_factory=list)
    scheduler: Any = field(default_factory=lambda: SimpleNamespace(step=lambda: None, timesteps=[1]))

    def __call__(self, *, prompt: Any, generator: Any, width: int, height: int, num_inference_steps: int = 4) -> Any:
        assert prompt
        count = len(generator) if isinstance(generator, list) else 1
        megapixels = width * height * count / 1e6
        if self.card.held + megapixels * (2 if self.measures.is_tiled else 4) > self.card.total:
            raise CardFullError
        self.sizes.append((width, height, num_inference_steps))
        return self.measures.words

    def maybe_free_model_hooks(self) -> None:
        """Nothing is offloaded."""


WEIGHTS = {Weights.FULL: 8.0, Weights.FP8: 4.0, Weights.INT8: 4.0, Weights.NF4: 2.0}


def loading(card: Card, loaded: list[Painter]) -> Callable[..., Painter]:
    def load(_: Workshop, __: Any, ___: Path, place: Place) -> Painter:
        weights = 1.0 if place.measures.offload else WEIGHTS[place.measures.weights]
        card.held = weights
        if weights > card.total:
            raise CardFullError
        loaded.append(Painter(card=card, measures=place.measures, weights=weights))
        return loaded[-1]

    return load


def warm(tmp_path: Path, card: Card, loaded: list[Painter], **changes: Any) -> Warm:
    tiny = pipelines.bare_profile("sd15", folder=str(tmp_path), **changes)
    workshop = Workshop(locker=SimpleNamespace(), cache=tmp_path)  # type: ignore[arg-type]
    return Warm(tiny, workshop, device=card, load=loading(card, loaded))


class Ear:
    def report(self, _: float) -> None:
        """Hear it."""


def painted(model: Warm, megapixels: float, seed: int | tuple[int, ...] = 1) -> str:
    side = round((megapixels * 1e6) ** 0.5)
    words = model.run(Ear(), seed=seed, size=(side, side), prompt="a roof")
    assert isinstance(words, str)
    return words


def test_running_out_of_memory_goes_down_the_ladder_and_stays_there(tmp_path: Path) -> None:
    loaded: list[Painter] = []
    model = warm(tmp_path, Card(), loaded)
    assert painted(model, 0.4) == "full"
    assert painted(model, 0.9) == "full tiled"
    assert painted(model, 2.5) == "fp8 tiled"
    assert painted(model, 4.0) == "full blocks tiled"
    assert painted(model, 0.4) == "full blocks tiled"
    assert [each.measures for each in loaded] == [*dict.fromkeys(each.measures for each in loaded)]


def test_a_model_that_does_not_even_load_goes_down_the_ladder(tmp_path: Path) -> None:
    assert painted(warm(tmp_path, Card(total=5.0), []), 0.4) == "fp8 tiled"


def test_several_at_once_become_fewer_before_anything_gets_slower(tmp_path: Path) -> None:
    model = warm(tmp_path, Card(), [])
    with pytest.raises(Crowded):
        painted(model, 0.4, seed=(1, 2, 3, 4))
    assert model.measures == "full"
    assert painted(model, 0.4) == "full"


def test_what_does_not_fit_at_all_names_a_size_that_was_tried(tmp_path: Path) -> None:
    loaded: list[Painter] = []
    with pytest.raises(Cramped, match="would fit") as cramped:
        painted(warm(tmp_path, Card(), loaded), 6.0)
    size = (cramped.value.width, cramped.value.height)
    assert (*size, 1) in loaded[-1].sizes
    assert size[0] * size[1] > 1.5e6


def test_what_would_fit_fits_and_what_runs_out_again_is_offered_less_of_the_whole(tmp_path: Path) -> None:
    whole = (2448, 2448)
    card = Card()
    model = warm(tmp_path, card, [])
    with pytest.raises(Cramped) as first:
        model.run(Ear(), seed=1, size=whole, prompt="a roof")
    assert first.value.model == model.profile.model.name
    agreed = within(whole, model.profile.multiple, first.value.width * first.value.height)
    assert agreed == (first.value.width, first.value.height)
    model.run(Ear(), seed=1, size=agreed, whole=whole, prompt="a roof")
    card.total = 4.0
    with pytest.raises(Cramped) as second:
        model.run(Ear(), seed=1, size=agreed, whole=whole, prompt="a roof")
    assert (second.value.width, second.value.height) in set(smaller(whole, model.profile.multiple))
    assert second.value.width < first.value.width


def test_a_model_that_no_size_makes_fit_is_not_available(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="does not fit") as told:
        painted(warm(tmp_path, Card(total=0.5), []), 0.4)
    assert not isinstance(told.value, Cramped)


@dataclass(eq=False)
class Neighbour:
    card: Card
    name: str
    gib: float
    is_busy: bool = False

    def give_way(self) -> bool:
        if self.is_busy or not self.gib:
            return False
        self.card.total += self.gib
        self.gib = 0.0
        return True


def test_others_that_are_not_at_work_give_way_first(tmp_path: Path) -> None:
    card = Card(total=6.0)
    idle, busy = Neighbour(card, "idle", 6.0), Neighbour(card, "busy", 6.0, is_busy=True)
    card.settle(idle)
    card.settle(busy)
    assert painted(warm(tmp_path, card, []), 0.4) == "full"
    assert (idle.gib, busy.gib) == (0.0, 6.0)


def test_nobody_gives_way_to_a_model_that_has_room(tmp_path: Path) -> None:
    card = Card(total=16.0)
    idle = Neighbour(card, "idle", 6.0)
    card.settle(idle)
    assert painted(warm(tmp_path, card, [], needs={"bf16": 9.0}), 0.4) == "full"
    assert idle.gib == 6.0


@pytest.mark.parametrize(
    ("error", "is_one"),
    [
        (MemoryError(), True),
        (RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 8 bytes"), True),
        (RuntimeError("MPS backend out of memory (MPS allocated: 5 GB)"), True),
        (RuntimeError("mat1 and mat2 shapes cannot be multiplied"), False),
        (ValueError("out of memory"), False),
    ],
)
def test_a_shortage_is_told_from_other_errors(error: Exception, is_one: bool) -> None:  # noqa: FBT001
    assert is_shortage(error) is is_one


def test_pytorchs_own_error_is_a_shortage() -> None:
    import torch  # noqa: PLC0415

    assert is_shortage(torch.OutOfMemoryError("CUDA out of memory"))
