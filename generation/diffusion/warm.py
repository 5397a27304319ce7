"""A warm pipeline: loaded when it is first needed, kept while nobody else needs its room, followed step by step."""

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generation.backends import Workshop
from generation.catalog.profile import Profile
from generation.diffusion import caches, loading
from generation.diffusion.device import HERE, Device, threads
from generation.diffusion.memory import Measures, ladder, need, needs_on, plan
from generation.diffusion.seeds import generator, generators
from generation.diffusion.shortage import Crowded, Size, below, is_shortage, trial
from generation.diffusion.steps import Followed, Progress, followed
from generation.diffusion.ways import OWN, Route, converted, takes
from generation.errors import Cramped, GenerationError, Unavailable

if TYPE_CHECKING:
    import torch

_log = logging.getLogger(__name__)

Load = Callable[[Workshop, Profile, Path, loading.Place], Any]
"""Makes a pipeline that is ready on its device (`loading.load`)."""

_NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Work:
    """What a call begins with each time that it is tried: its route, its noise, and who follows it."""

    route: Route
    seed: int | Sequence[int]
    progress: Progress

    @property
    def count(self) -> int:
        """How many pictures are painted at once."""
        return 1 if isinstance(self.seed, int) else len(self.seed)

    def noise(self) -> Any:  # noqa: ANN401 - a generator, or a list of them
        """Return fresh generators: those of a call that broke off have given some of their numbers away."""
        return generator(self.seed) if isinstance(self.seed, int) else generators(self.seed)


class Warm:
    """One profile's pipeline, with the measures that make it fit. One call is at work at a time."""

    def __init__(
        self, profile: Profile, workshop: Workshop, *, device: Device = HERE, load: Load = loading.load
    ) -> None:
        """Load nothing yet."""
        self.profile = profile
        self._workshop, self._device, self._load = workshop, device, load
        self._lock = threading.RLock()
        self._pipelines: dict[Route, Any] = {}
        self._parts: dict[Path, Any] = {}
        self._has_adapter = False
        self._measures: Measures | None = None
        self._job: Followed | None = None

    @property
    def name(self) -> str:
        """The profile's name."""
        return self.profile.name

    @property
    def measures(self) -> str:
        """The measures that are taken, in words; empty before anything was loaded."""
        return self._measures.words if self._measures else ""

    def takes(self, route: Route = OWN, job: Followed | None = None) -> frozenset[str]:
        """Return the arguments that can be given along a route; none where the model has no such route.

        It loads the model for that, and fetches it where it is not here; `job` may stop the fetching.

        Raises:
            Cancelled: nobody wants the result.
            Unavailable: the weights are not here, or memory does not hold them.
        """
        with self._working(job):
            # Whoever plans asks for many routes: an adapter that is there stays, for no arguments depend on it.
            pipeline = self._tried(lambda: self._pipeline(replace(route, has_adapter=self._has_adapter)))
            return frozenset() if pipeline is None else takes(pipeline)

    def run(
        self,
        job: Followed,
        *,
        route: Route = OWN,
        seed: int | Sequence[int],
        size: Size | None = None,
        whole: Size | None = None,
        **arguments: Any,  # noqa: ANN401 - whatever the pipeline takes
    ) -> Any:  # noqa: ANN401 - each pipeline has its own kind of output
        """Call the pipeline and return its output; `job` is told of every step and may stop the work after any.

        Several seeds paint several pictures at once, from as many prompts. `size` is (width, height) in pixels where
        the pipeline takes them, and `whole` what it was before somebody had it made smaller. The profile's own
        `arguments` (a table of its settings) are given too. The same arguments give the same output.

        Raises:
            Cancelled: nobody wants the result; the pipeline stays usable.
            Crowded: memory does not hold so many at once; fewer may fit.
            Cramped: memory does not hold the size, whatever is done; a smaller one would fit.
            Unavailable: the weights are not here, or memory does not hold them.
        """
        given = dict(self.profile.settings.get("arguments", _NOTHING)) | arguments
        work = _Work(route=route, seed=seed, progress=Progress(job))
        with self._working(job), threads(self._workshop.cores):
            return self._tried(
                lambda: self._quickly(work, given, size),
                count=work.count,
                would_fit=lambda: self._fitting(work, given, size, whole or size),
            )

    @contextmanager
    def _working(self, job: Followed | None) -> Iterator[None]:
        """Work for one job at a time: the others wait, and nobody takes the model away."""
        with self._lock:
            self._job = job
            try:
                yield
            finally:
                self._job = None

    def close(self) -> None:
        """Free everything; the next call loads it again."""
        with self._lock:
            self._drop()

    def give_way(self) -> bool:
        """Free everything unless a call is at work; tell whether anything was freed."""
        if not self._lock.acquire(blocking=False):
            return False
        try:
            held = bool(self._pipelines)
            self._drop()
            return held
        finally:
            self._lock.release()

    def _tried(
        self, work: Callable[[], Any], *, count: int = 1, would_fit: Callable[[], Size | None] = lambda: None
    ) -> Any:  # noqa: ANN401
        """Do something; where memory runs out, make room, take the next measure and do it again, down the ladder."""
        while True:
            try:
                return work()
            except GenerationError:
                raise
            except Exception as error:
                if not is_shortage(error):
                    raise self._broken(error) from error
                _log.warning("%s ran out of memory (%s)", self.name, self.measures or "while loading")
            # Not inside the handler: the error's frames hold what is to be freed.
            self._device.sweep()
            if self._device.make_room(self, float("inf")):
                continue
            if count > 1:
                raise Crowded(f"memory does not hold {count} pictures of {self.name} at once")
            if not self._step_down():
                raise self._too_large(would_fit())

    def _broken(self, error: Exception) -> Unavailable:
        """Say that a pipeline would not work as it was called: its profile promises what its class does not keep."""
        _log.error("%s broke off", self.name, exc_info=error)
        told = (str(error).strip() or repr(error)).splitlines()[0]
        return Unavailable(f"the model {self.name} cannot be run as its profile says: {told[:200]}")

    def _too_large(self, size: Size | None) -> Unavailable:
        if size is None:
            return Unavailable(f"the model {self.name} does not fit into this machine's memory; choose a smaller one")
        words = f"memory does not hold this size with {self.name}; {size[0]}x{size[1]} would fit"
        return Cramped(words, *size, model=self.profile.model.name)

    def _quickly(self, work: "_Work", arguments: Mapping[str, Any], size: Size | None) -> Any:  # noqa: ANN401
        """Call the pipeline with the shortcut that the profile asks for, once it is known to do no harm."""
        shortcut = caches.shortcut_of(self.profile, int(arguments.get("num_inference_steps", 0)))
        if shortcut is None:
            return self._plainly(work, arguments, size)
        trials = caches.Trials(self._workshop.cache / "diffusion", self.profile)
        known, pipeline = trials.known(shortcut), self._pipeline(work.route)
        if known is None:
            return self._first(trials, shortcut, work, lambda: self._plainly(work, arguments, size))
        with caches.applied(shortcut, pipeline) if known.is_used else nullcontext():
            return self._plainly(work, arguments, size)

    def _first(self, trials: caches.Trials, shortcut: caches.Shortcut, work: "_Work", call: Callable[[], Any]) -> Any:  # noqa: ANN401
        """Call the pipeline without and with a shortcut, and remember which it is to be."""

        def half(low: float) -> Any:  # noqa: ANN401
            work.progress.between(low, low + 0.5)
            return call()

        pipeline = self._pipeline(work.route)
        output, verdict = caches.tried(shortcut, pipeline, lambda: half(0.0), lambda: half(0.5))
        trials.keep(shortcut, verdict)
        _log.info("%s: %s %s", self.name, shortcut.kind, "is used" if verdict.is_used else f"is not: {verdict.reason}")
        return output

    def _plainly(self, work: "_Work", arguments: Mapping[str, Any], size: Size | None) -> Any:  # noqa: ANN401
        pipeline = self._pipeline(work.route)
        if pipeline is None:
            raise Unavailable(f"the model {self.name} cannot go from {work.route.way} to a picture")
        return _called(pipeline, work.progress, {**arguments, "generator": work.noise(), **_sides(pipeline, size)})

    def _fitting(
        self, work: "_Work", arguments: Mapping[str, Any], size: Size | None, whole: Size | None
    ) -> Size | None:
        """Return the largest smaller size that memory holds, found by one step in each."""
        if size is None or whole is None:
            return None
        for each in below(size, whole, self.profile.multiple):
            try:
                self._plainly(work, trial(arguments, size, each), each)
            except Exception as error:
                if not is_shortage(error):
                    raise
            else:
                return each
            self._device.sweep()
        return None

    def _step_down(self) -> bool:
        """Take the next measure of the ladder; tell whether there was one. What was loaded is loaded anew with it."""
        rungs = ladder(self._device.kind)
        below = rungs[rungs.index(self._measures) + 1 :] if self._measures else ()
        if not below:
            return False
        self._drop()
        self._measures = below[0]
        _log.warning("%s goes on with %s", self.name, self.measures)
        return True

    def _pipeline(self, route: Route) -> Any:  # noqa: ANN401
        """Return the pipeline of a route, loaded and converted; none where the model has no such route."""
        if OWN not in self._pipelines:
            self._pipelines[OWN] = self._loaded()
            self._device.settle(self)
        self._adapt(route.has_adapter)
        if route not in self._pipelines:
            part = self._part(route.controlnet) if route.controlnet else None
            self._pipelines[route] = converted(self._pipelines[OWN], route.way, part)
        return self._pipelines[route]

    def _adapt(self, is_wanted: bool) -> None:  # noqa: FBT001 - as the route says
        """Give the model its IP-Adapter, or take it away: a model that has one paints nothing without a picture."""
        if is_wanted == self._has_adapter:
            return
        own = self._pipelines[OWN]
        self._pipelines = {OWN: own}  # the others hold what is about to change
        if is_wanted:
            loading.adapt(own, self._workshop, self.profile)
        else:
            own.unload_ip_adapter()
        self._has_adapter = is_wanted

    def _loaded(self) -> Any:  # noqa: ANN401
        folder = loading.folder_of(self._workshop, self.profile, self._wanted)
        rungs = ladder(self._device.kind)
        if self._measures is None:
            needs = needs_on(self._device.kind, self.profile.needs)
            self._device.make_room(self, need(rungs[0], needs))
            self._measures = plan(self._device.free(), needs, rungs)
        _log.info("loading %s (%s)", self.name, self.measures)
        place = loading.Place(measures=self._measures, kind=self._device.kind, dtype=self._dtype)
        return self._load(self._workshop, self.profile, folder, place)

    def _wanted(self, _: float) -> None:
        """Stop the fetching of weights when nobody wants the result; how far it is stands elsewhere (`fetched`)."""
        if self._job:
            self._job.report(0.0)

    @property
    def _dtype(self) -> "torch.dtype":
        return loading.dtype_of(self.profile, self._device.dtype)

    def _part(self, folder: Path) -> Any:  # noqa: ANN401
        """Return a ControlNet, which stands beside the pipeline with the same numbers on the same device."""
        if folder not in self._parts:
            self._parts[folder] = loading.load_part(folder, self._dtype, self._device.kind)
        return self._parts[folder]

    def _drop(self) -> None:
        self._pipelines.clear()
        self._parts.clear()
        self._has_adapter = False
        self._device.sweep()


def _sides(pipeline: Any, size: Size | None) -> Mapping[str, int]:  # noqa: ANN401
    """Return the size as the arguments of a pipeline; those that take a picture may take it from there."""
    if size is None or not {"width", "height"} <= takes(pipeline):
        return {}
    return {"width": size[0], "height": size[1]}


def _called(pipeline: Any, progress: Progress, arguments: Mapping[str, Any]) -> Any:  # noqa: ANN401
    """Call a pipeline with lists of its own, which some write into, and leave nothing of a stopped call behind."""
    own = {name: list(value) if isinstance(value, list) else value for name, value in arguments.items()}
    try:
        with followed(pipeline, progress) as callback:
            return pipeline(**own, **callback)
    finally:
        pipeline.maybe_free_model_hooks()
