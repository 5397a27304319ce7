"""From a request to a call of a pipeline: what the model takes is given to it, what it does not take is said.

Nothing here knows a model by name. What can be given is told by the profile (`takes`) and by the arguments of the
pipeline's class.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil
from pathlib import Path
from typing import Any, Protocol

from PIL import Image

from generation.catalog.model import Taken
from generation.catalog.profile import Profile
from generation.diffusion.ways import OWN, Route, Way
from generation.errors import Unavailable
from generation.image import layout, pictures
from generation.image.frame import Frame, framed
from generation.notes import Note, note
from generation.requests.identity import Digest
from generation.requests.pictures import RetouchRequest, StillRequest

SEVERAL = ("image", "images", "input_images")
"""What pipelines that work from pictures call them."""

ADAPTED = "ip_adapter_image"
"""What pipelines call what an IP-Adapter sees: a list of pictures for each adapter."""

GUIDANCE = "guidance_scale"

KEEPING = "Keep the composition, the camera angle and the poses of picture {number}, which is a drawing of this shot."
"""What an editing model is told of the drawing, which comes after the pictures that the prompt counts."""

SLIGHT = 0.05
"""How much is painted anew at least, of 1, however firmly a drawing is held: nothing would be the drawing itself."""

LEAST = 4
"""Steps that are painted at least where a picture is begun from: a model of few steps would have none left of them."""

MENDED = 0.9
"""How much is painted anew under a mask: enough for another thing, and the light stays that of the picture."""

NOTHING = " "
"""What is not to be seen where nobody said anything: what the makers of such pipelines write themselves."""

AGAIN = 0.55
"""How much of a picture a model paints anew that follows no instructions and paints it again from words."""


class Source(Protocol):
    """What a call is planned with: the profile, what its routes take, and where the request's pictures are."""

    @property
    def profile(self) -> Profile:
        """The model's profile."""

    def takes(self, route: Route) -> frozenset[str]:
        """Return the arguments of a route, none where the model has none."""

    def part(self, name: str) -> Path:
        """Return the folder of a model that stands beside the profile's own."""

    def file(self, digest: Digest) -> Path:
        """Return the file of one of the request's sources."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """A call of a pipeline along a route.

    `pictures` are given beside `arguments`, each call's own. `shows` are those that the prompt speaks of, and `drawing`
    is one of the shot that is still to be shown after them.
    """

    route: Route = OWN
    prompt: str = ""
    arguments: Mapping[str, Any] = field(default_factory=dict)
    pictures: Mapping[str, Image.Image] = field(default_factory=dict)
    shows: Mapping[str, Any] = field(default_factory=dict)
    drawing: Image.Image | None = None
    notes: tuple[Note, ...] = ()

    @property
    def steps(self) -> int:
        """How many steps are asked for; 0 leaves it to the pipeline."""
        return int(self.arguments.get("num_inference_steps", 0))


def frame_of(profile: Profile, width: int, height: int, pixels: int = 0) -> Frame:
    """Return the frame that a profile's model paints a picture of this size in, in so many pixels at most."""
    return framed(profile.sizes, profile.multiple, (width, height)).within(profile.multiple, pixels)


def still(request: StillRequest, source: Source) -> Call:
    """Plan a still.

    Raises:
        GenerationError: by what the caller should do.
    """
    frame = frame_of(source.profile, request.width, request.height, request.pixels)
    call = Call(prompt=request.prompt, notes=frame.notes)
    if request.layout and request.hold > 0:
        call = _laid_out(call, request, source, frame)
    call = _on_paper(_referring(call, request.references, source), source, frame)
    return _counted(call, source, request.negative, request.steps, request.guidance)


def retouch(request: RetouchRequest, source: Source, before: Image.Image, mask: Image.Image | None) -> Call:
    """Plan a change: under the mask, by instruction, or by painting the picture again from the words."""
    frame = frame_of(source.profile, request.width, request.height, request.pixels)
    call = Call(prompt=request.instruction, notes=frame.notes)
    first: tuple[Image.Image, ...] = ()
    masked = Route(way=Way.MASK)
    if mask is not None and Taken.MASK in source.profile.takes and "mask_image" in source.takes(masked):
        given = {"image": frame.into(before), "mask_image": frame.into(mask)}
        share = {"strength": MENDED} if "strength" in source.takes(masked) else {}
        call = replace(call, route=masked, pictures=given, arguments=share)
    elif _showing(source, OWN) in SEVERAL:
        first = (before,)
    else:
        call = _painted_again(call, source, frame.into(before))
    call = _referring(call, request.references, source, first)
    return _counted(call, source, "", request.steps, request.guidance)


def _painted_again(call: Call, source: Source, before: Image.Image) -> Call:
    """Begin from the picture before and let the words decide the rest, for a model that follows no instructions."""
    route = Route(way=Way.PICTURE)
    noted = replace(call, notes=(*call.notes, note("retouch-by-words")))
    if not {"image", "strength"} <= source.takes(route):
        raise Unavailable(f"the model {source.profile.name} changes no pictures; choose another for retouching")
    share = float(source.profile.settings.get("retouch", AGAIN))
    return replace(noted, route=route, pictures={"image": before}, arguments={"strength": share})


def _laid_out(call: Call, request: StillRequest, source: Source, frame: Frame) -> Call:
    """Hold the picture to the drawing: by a ControlNet, by beginning from the drawing, or by showing it."""
    if Taken.LAYOUT in source.profile.takes:
        drawing = pictures.opened(source.file(request.layout))
        for lay in LAYOUTS:
            laid = lay(call, request, source, frame.into(drawing))
            if laid is not None:
                return laid
    return replace(call, notes=(*call.notes, note("no-layout")))


def _by_controlnet(call: Call, request: StillRequest, source: Source, drawing: Image.Image) -> Call | None:
    named = source.profile.settings.get("controlnet")
    if not named:
        return None
    route = Route(way=Way.WORDS, controlnet=source.part(str(named)))
    taken = source.takes(route)
    name = next((each for each in ("control_image", "image") if each in taken), None)
    if name is None:
        return None
    shown = layout.controlling(drawing, str(source.profile.settings.get("control", "canny")))
    held = {"controlnet_conditioning_scale": float(request.hold)} if "controlnet_conditioning_scale" in taken else {}
    return replace(call, route=route, pictures={name: shown}, arguments=held)


def _by_beginning(call: Call, request: StillRequest, source: Source, drawing: Image.Image) -> Call | None:
    route = Route(way=Way.PICTURE)
    if not {"image", "strength"} <= source.takes(route):
        return None
    share = round(min(1.0, max(SLIGHT, 1 - request.hold)), 4)
    return replace(call, route=route, pictures={"image": drawing}, arguments={"strength": share})


def _by_showing(call: Call, request: StillRequest, source: Source, drawing: Image.Image) -> Call | None:
    """Show the drawing beside the references; a model that takes one picture only is shown who is in it instead."""
    has_room = source.profile.references > min(1, len(request.references))
    return replace(call, drawing=drawing) if has_room and _showing(source, call.route) in SEVERAL else None


LAYOUTS: Sequence[Callable[[Call, StillRequest, Source, Image.Image], Call | None]] = (
    _by_controlnet,
    _by_beginning,
    _by_showing,
)
"""From the firmest hold to the loosest; each returns none where the model has no such way."""


def _referring(call: Call, references: Sequence[Digest], source: Source, first: tuple[Image.Image, ...] = ()) -> Call:
    """Show the pictures that the words speak of, as many as the model takes; say which were left out.

    The drawing of the shot comes last, so that the others keep the numbers that the prompt gives them.
    """
    name = _showing(source, call.route)
    if not name:
        return replace(call, notes=(*call.notes, note("no-references"))) if references else call
    last = () if call.drawing is None else (call.drawing,)
    room = max(0, source.profile.references - len(first) - len(last))
    shown = [*first, *(pictures.opened(source.file(each)) for each in references[:room]), *last]
    if last:
        call = replace(call, prompt=f"{call.prompt.rstrip()} {KEEPING.format(number=len(shown))}".lstrip())
    if room < len(references):
        call = replace(call, notes=(*call.notes, note("fewer-references", taken=room, asked=len(references))))
    if not shown:
        return call
    if name == ADAPTED:
        return replace(call, route=replace(call.route, has_adapter=True), shows={name: [shown]})
    # One that takes one picture only is given no list.
    return replace(call, shows={name: shown if source.profile.references > 1 else shown[0]})


def _on_paper(call: Call, source: Source, frame: Frame) -> Call:
    """Show a blank sheet where there is nothing to show, to a model that paints nothing without a picture (`blank`)."""
    name = "" if call.shows or not source.profile.settings.get("blank") else _showing(source, call.route)
    return replace(call, shows={name: [Image.new("RGB", frame.native, "white")]}) if name in SEVERAL else call


def _showing(source: Source, route: Route) -> str:
    """Return the argument that a model takes pictures to work from by; empty where it takes none."""
    if Taken.REFERENCES not in source.profile.takes or source.profile.references < 1:
        return ""
    taken = source.takes(route)
    if "ip_adapter" in source.profile.settings and ADAPTED in taken:
        return ADAPTED
    return "" if taken & {"strength", "mask_image"} else next((name for name in SEVERAL if name in taken), "")


def _counted(call: Call, source: Source, negative: str, steps: int, guidance: float) -> Call:
    """Add what the request says in numbers and against, where it is taken."""
    profile, taken = source.profile, source.takes(call.route)
    steps = _run(steps or profile.steps, call.arguments.get("strength", 1.0))
    guidance = guidance or profile.guidance
    arguments: dict[str, Any] = dict(call.arguments) | ({"num_inference_steps": steps} if steps else {})
    name = str(profile.settings.get("guidance", GUIDANCE))
    if name in taken and (guidance or profile.steps):
        arguments[name] = guidance
    notes = call.notes
    if "negative_prompt" in taken and (Taken.NEGATIVE in profile.takes) and negative:
        arguments["negative_prompt"] = negative
    elif negative:
        notes = (*notes, note("negative-ignored"))
    elif name != GUIDANCE and "negative_prompt" in taken:
        arguments["negative_prompt"] = NOTHING  # pipelines with a guidance of another name have none without it
    return replace(call, arguments=arguments, notes=notes)


def _run(steps: int, share: float) -> int:
    """Return the number of steps to ask for, of which a pipeline runs that share, rounded down."""
    painted = max(steps * share, min(steps, LEAST))
    return ceil(round(painted / share, 6))
