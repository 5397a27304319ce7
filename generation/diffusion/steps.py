"""Following a pipeline step by step: how far it is, and the end of it when nobody wants the result."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from inspect import signature
from typing import Any, Protocol

CALLBACK = "callback_on_step_end"
"""What most pipelines call after each step."""

DENOISERS = ("transformer", "unet", "transformer_2", "prior", "decoder")
"""What a pipeline may call the part that works once a step."""


class Followed(Protocol):
    """Whoever is told how far it is (`generation.backends.Job`)."""

    def report(self, fraction: float) -> None:
        """Take note of it; raises `Cancelled` when nobody wants the result."""


class Progress:
    """Counts steps and tells of them, so that what is told never falls, also where a run begins anew."""

    def __init__(self, job: Followed) -> None:
        """Tell `job`."""
        self._job, self._told, self._span = job, 0.0, (0.0, 1.0)

    def between(self, low: float, high: float) -> None:
        """Let what follows count for this part of the whole, where the work is done in two runs."""
        self._span = low, high

    def step(self, done: int, total: int) -> None:
        """Tell that so many steps are done; the decoder's work after the last counts as one more.

        Raises:
            Cancelled: nobody wants the result.
        """
        low, high = self._span
        self._told = max(self._told, low + (high - low) * min(1.0, done / (total + 1)))
        self._job.report(self._told)


@contextmanager
def followed(pipeline: Any, progress: Progress) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401 - any pipeline's class
    """Have `progress` told of every step of a call within; the call takes the arguments that are given.

    A pipeline that calls nobody back is followed by its scheduler's steps, and without one by its denoiser's.
    """
    progress.step(0, 1)
    if CALLBACK in signature(type(pipeline).__call__).parameters:
        yield {CALLBACK: _callback(progress)}
    elif hasattr(getattr(pipeline, "scheduler", None), "step"):
        with _watched(pipeline.scheduler, "step", _count(pipeline, progress)):
            yield {}
    else:
        parts = (getattr(pipeline, name, None) for name in DENOISERS)
        with _watched(next(part for part in parts if part is not None), "forward", _count(pipeline, progress)):
            yield {}


def _callback(progress: Progress) -> Callable[..., Mapping[str, Any]]:
    def told(pipeline: Any, step: int, _: Any, tensors: Mapping[str, Any]) -> Mapping[str, Any]:  # noqa: ANN401
        progress.step(step + 1, _total(pipeline))
        return tensors

    return told


def _count(pipeline: Any, progress: Progress) -> Callable[[], None]:  # noqa: ANN401
    done = 0

    def told() -> None:
        nonlocal done
        done += 1
        progress.step(done, max(done, _total(pipeline)))

    return told


def _total(pipeline: Any) -> int:  # noqa: ANN401
    """Return how many steps the call at work has."""
    count = getattr(pipeline, "num_timesteps", None)
    if count is None:
        count = len(getattr(getattr(pipeline, "scheduler", None), "timesteps", ()))
    return max(1, int(count))


@contextmanager
def _watched(owner: Any, name: str, told: Callable[[], None]) -> Iterator[None]:  # noqa: ANN401
    """Call `told` after each call of a method, which keeps its signature: pipelines look at it."""
    method, own = getattr(owner, name), vars(owner).get(name)

    @wraps(method)
    def calling(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401
        made = method(*arguments, **named)
        told()
        return made

    setattr(owner, name, calling)
    try:
        yield
    finally:
        delattr(owner, name)
        if own is not None:
            setattr(owner, name, own)
