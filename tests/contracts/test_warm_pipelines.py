"""A warm pipeline: followed step by step, stopped within one, the same for the same seed, shared by every way."""

import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from generation.backends import Workshop
from generation.catalog.profile import Profile
from generation.diffusion.loading import Place, load
from generation.diffusion.memory import LADDER, Measures, Weights
from generation.diffusion.warm import Warm
from generation.diffusion.ways import Route, Way
from generation.errors import Cancelled, Unavailable
from tests.fakes import pipelines

pytestmark = pytest.mark.slow

STEPS = 4
SIZE = (64, 96)
PICTURE = Image.fromarray(np.random.default_rng(0).integers(0, 255, (96, 64, 3), np.uint8))

CALLS: dict[str, dict[str, Any]] = {
    "sd15": {"size": SIZE, "guidance_scale": 5.0},
    "zimage": {"size": SIZE, "guidance_scale": 0.0},
    "flux2_klein": {"size": SIZE, "image": [PICTURE]},
    "wan_i2v": {"size": SIZE, "image": PICTURE, "num_frames": 9},
    "ltx_i2v": {"size": SIZE, "image": PICTURE, "num_frames": 9},
    "stable_audio": {"audio_end_in_s": 1.0},
}
"""What each is called with beside words and steps."""


@dataclass
class Follower:
    stop_after: float = 2.0
    told: list[float] = field(default_factory=list)

    def report(self, fraction: float) -> None:
        self.told.append(fraction)
        if fraction > self.stop_after:
            raise Cancelled("called off")


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    class NoLocker:
        def path(self, name: str) -> Path:
            raise Unavailable(f"{name} is not here")

        def has(self, _: str) -> bool:
            return False

    return Workshop(locker=NoLocker(), cache=tmp_path / "cache")


def made(warm: Warm, job: Follower, name: str, seed: int = 1) -> np.ndarray:
    output = warm.run(job, seed=seed, prompt="a roof", num_inference_steps=STEPS, output_type="np", **CALLS[name])
    return np.asarray(next(value for value in output.values() if value is not None))


@pytest.mark.parametrize("name", CALLS)
def test_a_pipeline_is_followed_stopped_within_a_step_and_stays_usable(name: str, workshop: Workshop) -> None:
    warm = Warm(pipelines.profile(name), workshop)
    first = Follower()
    plain = made(warm, first, name)
    steps = [fraction for fraction in first.told if fraction > 0]
    assert first.told == sorted(first.told)
    assert len(steps) >= STEPS
    assert steps[-1] <= 1

    stopped = Follower(stop_after=0.3)
    with pytest.raises(Cancelled):
        made(warm, stopped, name)
    assert sum(fraction > 0.3 for fraction in stopped.told) == 1  # no step after the one that was told
    assert np.array_equal(made(warm, Follower(), name), plain)
    assert not np.array_equal(made(warm, Follower(), name, seed=2), plain)


def test_every_way_of_a_pipeline_shares_its_weights(workshop: Workshop) -> None:
    warm = Warm(pipelines.profile("sd15"), workshop)
    nets = set()
    for way in Way:
        assert warm.takes(Route(way=way))
        nets.add(id(warm._pipeline(Route(way=way)).unet))  # noqa: SLF001 - what is shared cannot be seen from outside
    assert len(nets) == 1
    assert "strength" in warm.takes(Route(way=Way.PICTURE))
    assert "mask_image" in warm.takes(Route(way=Way.MASK))


@pytest.mark.parametrize("name", ["sd15", "zimage", "flux2_klein"])
@pytest.mark.parametrize("measures", [each for each in LADDER if each.weights in (Weights.FULL, Weights.FP8)])
def test_every_measure_paints_nearly_the_same_picture_by_every_way(
    name: str, measures: Measures, workshop: Workshop
) -> None:
    def fitted(workshop: Workshop, profile: Profile, folder: Path, place: Place) -> Any:  # noqa: ANN401
        return load(workshop, profile, folder, replace(place, measures=measures))

    plain, saving = Warm(pipelines.profile(name), workshop), Warm(pipelines.profile(name), workshop, load=fitted)
    route = Route(way=Way.PICTURE)
    square = PICTURE.crop((0, 0, 64, 64))  # one tile of the decoder: between tiles random weights do not blend
    begun = {"strength": 0.5, "image": square} if "strength" in plain.takes(route) else {"image": [square]}
    for given in ({}, {"route": route, **begun}):
        call = {"seed": 1, "prompt": "a roof", "size": (64, 64), "num_inference_steps": STEPS, **given}
        call["output_type"] = "np"
        one, other = (np.asarray(warm.run(Follower(), **call).images) for warm in (plain, saving))
        assert np.abs(one - other).mean() < 0.03


def test_a_model_without_a_way_takes_nothing_along_it(workshop: Workshop) -> None:
    warm = Warm(pipelines.profile("flux2_klein"), workshop)
    assert warm.takes(Route(way=Way.MASK)) == frozenset()
    with pytest.raises(Unavailable, match="cannot go from mask"):
        warm.run(Follower(), route=Route(way=Way.MASK), seed=1)


def test_a_call_that_a_pipeline_refuses_says_so_in_a_sentence(workshop: Workshop) -> None:
    warm = Warm(pipelines.profile("sd15"), workshop)
    with pytest.raises(Unavailable, match="cannot be run as its profile says: `height` and `width`"):
        warm.run(Follower(), seed=1, prompt="a roof", size=(61, 96))
    with pytest.raises(Unavailable, match="unexpected keyword"):
        Warm(pipelines.profile("zimage"), workshop).run(Follower(), seed=1, prompt="a roof", colour="blue")
    assert made(warm, Follower(), "sd15").shape == (1, 96, 64, 3)


def test_a_list_of_prompts_is_not_written_into(workshop: Workshop) -> None:
    prompts = ["a roof", "a train"]
    warm = Warm(pipelines.profile("zimage"), workshop)
    warm.run(Follower(), seed=(1, 2), prompt=prompts, num_inference_steps=2, guidance_scale=0.0, size=SIZE)
    assert prompts == ["a roof", "a train"]


def test_what_was_freed_is_loaded_again_and_paints_the_same(workshop: Workshop) -> None:
    warm = Warm(pipelines.profile("sd15"), workshop)
    plain = made(warm, Follower(), "sd15")
    assert warm.give_way()
    assert not warm.give_way()  # there is nothing left to free
    assert np.array_equal(made(warm, Follower(), "sd15"), plain)
    warm.close()


def test_weights_that_are_pickled_or_not_here_are_refused(workshop: Workshop, tmp_path: Path) -> None:
    import torch  # noqa: PLC0415
    from safetensors.torch import load_file  # noqa: PLC0415

    nowhere = Warm(pipelines.profile("sd15", folder=str(tmp_path / "nowhere")), workshop)
    with pytest.raises(Unavailable, match="no such folder"):
        made(nowhere, Follower(), "sd15")
    pickled = shutil.copytree(pipelines.folder("sd15"), tmp_path / "pickled")
    safe = pickled / "unet" / "diffusion_pytorch_model.safetensors"
    torch.save(load_file(safe), safe.with_suffix(".bin"))
    safe.unlink()
    warm = Warm(pipelines.profile("sd15", folder=str(pickled)), workshop)
    with pytest.raises(Unavailable, match="can run code"):
        made(warm, Follower(), "sd15")
