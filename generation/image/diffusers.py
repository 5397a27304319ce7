"""The back-end `diffusers-still`: stills, changes and larger pictures by whatever image model the catalog names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, assert_never

from PIL import Image

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model
from generation.catalog.profile import Profile
from generation.diffusion import loading
from generation.diffusion.several import Several
from generation.diffusion.shortage import Crowded
from generation.diffusion.steps import Followed
from generation.diffusion.warm import Warm
from generation.diffusion.ways import OWN, Route
from generation.errors import BadResult, Cramped, Declined, GenerationError, InvalidRequest, Unavailable
from generation.image import call as calls
from generation.image import pictures
from generation.image.call import Call, frame_of
from generation.image.frame import Frame, fitted
from generation.image.mending import laid_over
from generation.notes import Note, note
from generation.requests.identity import Digest
from generation.requests.pictures import RetouchRequest, StillRequest, UpscaleRequest

if TYPE_CHECKING:
    import numpy as np

SIDES = range(64, 4097)
"""Pixels a side of a picture may have."""

TOGETHER = 4
"""Stills that are painted at once where neither the profile (`batch`) nor memory says otherwise."""

Request = StillRequest | RetouchRequest | UpscaleRequest


@dataclass(frozen=True, kw_only=True, slots=True)
class _Source:
    """What a call is planned with, for one job."""

    warm: Warm
    workshop: Workshop
    job: Job

    @property
    def profile(self) -> Profile:
        return self.warm.profile

    def takes(self, route: Route) -> frozenset[str]:
        return self.warm.takes(route, self.job)

    def part(self, name: str) -> Path:
        return loading.part_folder(self.workshop, name)

    def file(self, digest: Digest) -> Path:
        return self.job.source(digest)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Order:
    """A planned call with its place in a batch: what it paints, from which noise, in which frame."""

    call: Call
    seed: int
    frame: Frame


class DiffusersStill:
    """Runs one profile's pipeline. One picture, or one batch of alike stills, is painted at a time."""

    def __init__(self, workshop: Workshop, warm: Warm | None = None) -> None:
        """Load nothing yet.

        Raises:
            Unavailable: the workshop names no profile.
        """
        if workshop.profile is None:
            raise Unavailable(
                "diffusers-still runs models of the catalog; name one of those that `feuilleton models` lists"
            )
        self._profile, self._workshop = workshop.profile, workshop
        self._warm = warm or Warm(workshop.profile, workshop)
        self._most = int(workshop.profile.settings.get("batch", TOGETHER))

    @property
    def model(self) -> Model:
        """The profile's."""
        return self._profile.model

    @property
    def workers(self) -> int:
        """One: a second call would wait for the first one's device."""
        return 1

    def make(self, request: Request, job: Job) -> Made:
        """Write one PNG of the size asked for: eight bits of sRGB, the same bytes for the same request.

        Raises:
            InvalidRequest: a side is too short or too long, a source is no picture, or a mask is empty.
            Unavailable: the weights are missing, or the model does not fit (`Cramped`: a smaller size would).
            BadResult: the model painted nothing, or would not (`Declined`).
            Cancelled: nobody wants it any more.
        """
        _check(request)
        match request:
            case StillRequest():
                return self._still(request, job)
            case RetouchRequest():
                return self._retouched(request, job)
            case UpscaleRequest():
                return self._enlarged(request, job)
            case _:
                assert_never(request)

    def together(self, request: Request) -> int:
        """Return how many stills may be painted at once; other pictures are made one by one."""
        return self._most if isinstance(request, StillRequest) and not request.references else 1

    def fits(self, request: Request, other: Request) -> bool:
        """Tell whether two stills differ in nothing but their words, seed and drawing."""
        if not isinstance(request, StillRequest) or not isinstance(other, StillRequest):
            return False
        return _likeness(request) == _likeness(other) and not request.references

    def make_all(self, requests: Sequence[Request], jobs: Sequence[Job]) -> Sequence[Made | GenerationError]:
        """Paint stills at once; where memory does not hold them all, in two halves, and from then on fewer."""
        planned: dict[int, _Order] = {}
        results: dict[int, Made | GenerationError] = {}
        for place, (request, job) in enumerate(zip(requests, jobs, strict=True)):
            try:
                planned[place] = self._planned(request, job)
            except GenerationError as error:
                results[place] = error
        several = Several([jobs[place] for place in planned])
        try:
            painted = self._painted(list(planned.values()), several)
        except GenerationError as error:
            return [results.get(place, several.off.get(place, error)) for place in range(len(requests))]
        for n, (place, order) in enumerate(planned.items()):
            results[place] = several.off.get(n) or self._ended(painted[n], order, jobs[place])
        return [results[place] for place in range(len(requests))]

    def close(self) -> None:
        """Let the model go."""
        self._warm.close()

    def _planned(self, request: Request, job: Job) -> _Order:
        _check(request)
        if not isinstance(request, StillRequest):
            raise InvalidRequest(f"a {request.operation} is made alone")
        call = calls.still(request, self._source(job))
        frame = frame_of(self._profile, request.width, request.height, request.pixels)
        return _Order(call=call, seed=request.seed, frame=frame)

    def _still(self, request: StillRequest, job: Job) -> Made:
        order = self._planned(request, job)
        made = self._ended(self._painted([order], job)[0], order, job)
        if isinstance(made, GenerationError):
            raise made
        return made

    def _ended(self, painted: Image.Image | GenerationError, order: _Order, job: Job) -> Made | GenerationError:
        """Write one picture of a batch, or pass on why there is none."""
        if isinstance(painted, GenerationError):
            return painted
        try:
            return self._delivered(order.frame.out(painted), order, job, order.call.notes)
        except GenerationError as error:
            return error

    def _retouched(self, request: RetouchRequest, job: Job) -> Made:
        size = (request.width, request.height)
        before = fitted(pictures.opened(job.source(request.picture)), size)
        mask = fitted(pictures.opened_mask(job.source(request.mask)), size) if request.mask else None
        frame = frame_of(self._profile, *size, request.pixels)
        call = calls.retouch(request, self._source(job), before, mask)
        order = _Order(call=call, seed=request.seed, frame=frame)
        painted = self._painted([order], job)[0]
        if isinstance(painted, GenerationError):
            raise painted
        changed = frame.out(painted)
        return self._delivered(laid_over(before, changed, mask) if mask else changed, order, job, call.notes)

    def _enlarged(self, request: UpscaleRequest, job: Job) -> Made:
        """Have an upscaler enlarge a picture, where the profile is one (`upscales` in its settings); else resample."""
        picture, size = pictures.opened(job.source(request.picture)), (request.width, request.height)
        factor = int(self._profile.settings.get("upscales", 0))
        if not factor or "image" not in self._warm.takes(OWN, job):
            is_larger = size[0] > picture.width or size[1] > picture.height
            job.report(0.0)
            return self._written(fitted(picture, size), job, (note("upscaled-plainly"),) if is_larger else (), {})
        small = frame_of(self._profile, max(1, request.width // factor), max(1, request.height // factor))
        call = Call(pictures={"image": small.into(picture)}, arguments=_steps(self._profile))
        order = _Order(call=call, seed=0, frame=replace(small, target=size))
        try:
            painted = self._painted([order], job)[0]
        except Cramped as error:  # fewer pixels would be another picture, and not a larger one
            words = f"memory does not hold a picture of {size[0]}x{size[1]} with {self._profile.name}"
            raise Unavailable(f"{words}; choose another model for upscale") from error
        if isinstance(painted, GenerationError):
            raise painted
        return self._delivered(order.frame.out(painted), order, job, ())

    def _painted(self, orders: Sequence[_Order], job: Followed) -> Sequence[Image.Image | GenerationError]:
        """Paint alike calls in one go, or in halves where memory does not hold as many."""
        if len(orders) != 1 and any(each.call.shows for each in orders):  # a list of pictures is one call's there
            return [picture for each in orders for picture in self._painted([each], job)]
        if not orders:
            return ()
        try:
            output = self._warm.run(
                job,
                route=orders[0].call.route,
                seed=[each.seed for each in orders] if len(orders) > 1 else orders[0].seed,
                size=orders[0].frame.native,
                whole=orders[0].frame.whole,
                output_type="np",
                **_arguments([each.call for each in orders]),
            )
        except Crowded:
            half = len(orders) // 2
            self._most = half
            return [*self._painted(orders[:half], job), *self._painted(orders[half:], job)]
        refused = getattr(output, "nsfw_content_detected", None) or [False] * len(orders)
        return [_seen(pixels, bool(no)) for pixels, no in zip(output.images, refused, strict=True)]

    def _delivered(self, picture: Image.Image, order: _Order, job: Job, notes: tuple[Note, ...]) -> Made:
        """Write a picture with what a take keeps of how it was painted."""
        guidance = order.call.arguments.get(self._profile.settings.get("guidance", calls.GUIDANCE), 0.0)
        facts = {
            "native": list(order.frame.native),
            "steps": order.call.steps,
            "guidance": guidance,
            "seed": str(order.seed),  # as words: JSON's numbers are exact below 2**53 only
            "measures": self._warm.measures,
        }
        return self._written(picture, job, notes, facts)

    def _written(self, picture: Image.Image, job: Job, notes: tuple[Note, ...], facts: Mapping[str, Any]) -> Made:
        job.report(1.0)
        path = pictures.written(picture, job.folder / "still.png")
        size = {"width": picture.width, "height": picture.height}
        return Made(path=path, media_type="image/png", facts=size | dict(facts), notes=notes)

    def _source(self, job: Job) -> _Source:
        return _Source(warm=self._warm, workshop=self._workshop, job=job)


def _check(request: Request) -> None:
    if request.width not in SIDES or request.height not in SIDES:
        raise InvalidRequest(f"a picture of {request.width}x{request.height} cannot be painted: sides are 64 to 4096")


def _likeness(request: StillRequest) -> tuple[Any, ...]:
    """Return what stills of one batch share."""
    size = (request.width, request.height, request.pixels)
    return (*size, request.steps, request.guidance, bool(request.layout), request.hold, request.negative)


def _arguments(batch: Sequence[Call]) -> Mapping[str, Any]:
    """Return the arguments of one call, or of several alike in one: a list of prompts, and of each one's pictures."""
    first = batch[0]
    if len(batch) == 1:
        return {"prompt": first.prompt, **first.arguments, **first.pictures, **first.shows}
    own = {name: [each.pictures[name] for each in batch] for name in first.pictures}
    arguments = dict(first.arguments) | own
    if "negative_prompt" in arguments:
        arguments["negative_prompt"] = [each.arguments["negative_prompt"] for each in batch]
    return {"prompt": [each.prompt for each in batch], **arguments}


def _steps(profile: Profile) -> Mapping[str, Any]:
    return {"num_inference_steps": profile.steps} if profile.steps else {}


def _seen(pixels: "np.ndarray", is_refused: bool) -> Image.Image | GenerationError:  # noqa: FBT001 - the model's word
    """Return a picture from colours between 0 and 1, or what is wrong with it."""
    import numpy as np  # noqa: PLC0415

    if is_refused:
        return Declined("the model's own filter kept the picture back; other words may help")
    if not np.isfinite(pixels).all() or (pixels.min(axis=(0, 1)) == pixels.max(axis=(0, 1))).all():
        return BadResult("the model painted one colour and nothing else; another seed or other numbers may help")
    return Image.fromarray(np.rint(pixels * 255).astype(np.uint8))
