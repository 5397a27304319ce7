"""A shortcut is used only after its result was held against the plain one, and what was found is remembered."""

# ruff: noqa: ANN401 - pipelines take and give anything

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from generation.backends import Workshop
from generation.diffusion.caches import Shortcut, Trials, Verdict, judged, shortcut_of
from generation.diffusion.warm import Warm
from generation.errors import Cancelled, Unavailable
from tests.fakes import pipelines

FIRST = Shortcut(kind="first-block")
PLAIN = np.random.default_rng(1).random((1, 8, 8, 3))


def output(pixels: np.ndarray) -> dict[str, Any]:
    return {"images": pixels}


@pytest.mark.parametrize(
    ("noise", "is_used", "words"),
    [(0.0, False, "does nothing"), (0.01, True, ""), (0.2, False, "damages"), (float("nan"), False, "damages")],
)
def test_neither_a_no_op_nor_a_damaged_result_is_let_through(noise: float, is_used: bool, words: str) -> None:  # noqa: FBT001
    verdict = judged(FIRST, output(PLAIN), output(PLAIN + noise), (2.0, 1.0))
    assert verdict.is_used is is_used
    assert words in verdict.reason
    assert verdict.seconds == (2.0, 1.0)


def test_a_result_of_another_shape_is_damaged() -> None:
    assert "damages" in judged(FIRST, output(PLAIN), output(PLAIN[:, :4]), (0, 0)).reason


def test_what_is_compiled_may_be_equal_to_the_last_bit() -> None:
    assert judged(Shortcut(kind="compile"), output(PLAIN), output(PLAIN), (0, 0)).is_used


def test_pictures_and_numbers_are_judged_alike() -> None:
    eight = (PLAIN * 255).astype(np.uint8)
    assert judged(FIRST, output(eight), output(np.clip(eight.astype(int) + 2, 0, 255)), (0, 0)).is_used


def test_nothing_is_asked_for_unless_the_profile_asks() -> None:
    assert shortcut_of(pipelines.bare_profile("sd15"), 4) is None
    asked = pipelines.bare_profile("sd15", settings={"cache": {"kind": "first-block", "threshold": 0.1}})
    assert shortcut_of(asked, 4) == Shortcut(kind="first-block", arguments=(("threshold", 0.1),), steps=4)
    assert shortcut_of(pipelines.bare_profile("sd15", settings={"compile": True}), 4) == Shortcut(kind="compile")
    with pytest.raises(Unavailable, match="magic"):
        shortcut_of(pipelines.bare_profile("sd15", settings={"cache": {"kind": "magic"}}), 4)


def test_what_was_found_is_remembered_for_this_model_and_this_many_steps(tmp_path: Path) -> None:
    profile = pipelines.bare_profile("sd15")
    trials, four = Trials(tmp_path, profile), Shortcut(kind="sea", steps=4)
    assert trials.known(four) is None
    verdict = Verdict(is_used=True, decibels=40.5, seconds=(2.0, 1.0))
    trials.keep(four, verdict)
    assert Trials(tmp_path, profile).known(four) == verdict
    assert trials.known(Shortcut(kind="sea", steps=8)) is None
    assert Trials(tmp_path, pipelines.bare_profile("sd15", revision="1" * 40)).known(four) is None
    next(tmp_path.iterdir()).write_text("{}")
    assert trials.known(four) is None


@dataclass
class Follower:
    told: list[float]
    stop_after: float = 2.0

    def report(self, fraction: float) -> None:
        self.told.append(fraction)
        if fraction > self.stop_after:
            raise Cancelled("called off")


Painting = Callable[..., Any]


@pytest.fixture
def painting(tmp_path: Path) -> Painting:
    """Paint with a tiny pipeline and a shortcut; every call is another start of the program."""

    def paint(name: str, told: list[float], stop_after: float = 2.0, **settings: Any) -> np.ndarray:
        workshop = Workshop(locker=None, cache=tmp_path)  # type: ignore[arg-type]  # the weights lie in a folder
        warm = Warm(pipelines.profile(name, settings=settings), workshop)
        made = warm.run(
            Follower(told, stop_after),
            seed=1,
            size=(64, 96),
            prompt="a roof",
            num_inference_steps=8,
            output_type="np",
        )
        warm.close()
        return np.asarray(made.images)

    return paint


@pytest.mark.slow
def test_a_cache_that_holds_is_used_from_its_first_call_on(painting: Painting, tmp_path: Path) -> None:
    first: list[float] = []
    plain = painting("flux2_klein", [])
    cached = painting("flux2_klein", first, cache={"kind": "taylor-seer", "cache_interval": 2})
    assert not np.array_equal(cached, plain)
    assert first == sorted(first)
    later: list[float] = []
    assert np.array_equal(painting("flux2_klein", later, cache={"kind": "taylor-seer", "cache_interval": 2}), cached)
    assert len(first) > 1.7 * len(later)  # the first call was made both ways
    assert len(list((tmp_path / "diffusion").iterdir())) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "kind"),
    [("flux2_klein", "sea"), ("flux2_klein", "first-block"), ("zimage", "taylor-seer")],
    ids=["hooks nothing", "fails", "has no caches"],
)
def test_a_cache_that_does_not_hold_leaves_the_plain_result(name: str, kind: str, painting: Painting) -> None:
    plain = painting(name, [])
    for _ in range(2):
        assert np.array_equal(painting(name, [], cache={"kind": kind}), plain)


@pytest.mark.slow
def test_a_trial_that_is_called_off_finds_nothing_out(painting: Painting, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        painting("flux2_klein", [], 0.7, cache={"kind": "taylor-seer"})
    assert not (tmp_path / "diffusion").exists()
