"""The back-end `openai-still`: pictures from any server that has OpenAI's `images/generations` and `images/edits`.

| setting of the profile | what it says                                                                               |
|------------------------|--------------------------------------------------------------------------------------------|
| `base_url`             | the server's address, with `/v1`; OpenAI's where there is none                             |
| `model`                | the model's name there; the profile's own name where there is none                         |
| `key`                  | the name of the key; `OPENAI_API_KEY` at OpenAI, none at any other server                  |
| `fields`               | a table of more fields of every request: `quality`, `input_fidelity`, `response_format` …  |
| `names`                | what the server calls what we may tell it: `seed`, `steps`, `guidance`, `negative`         |
| `tokens`               | millionths of a euro for each token that goes in and comes out: `input`, `output`          |
| `any_size`             | `true` where it paints in any size with sides of the profile's `multiple`                  |

A request is paid when it is answered, and has no name to ask for later. So it is sent once: what breaks off after that
is `Doubtful`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model, Taken
from generation.catalog.profile import Profile
from generation.chat.endpoint import OPENAI
from generation.errors import InvalidRequest, Unavailable
from generation.image.frame import Frame, fitted
from generation.image.pictures import opened, opened_mask
from generation.notes import Note, note
from generation.remote.delivery import Parcel, delivered
from generation.remote.server import server
from generation.remote.template import nearest
from generation.requests.pictures import RetouchRequest, StillRequest

if TYPE_CHECKING:
    from generation.image.openai_call import Painted

Request = StillRequest | RetouchRequest

SIDES = range(64, 4097)
"""Pixels a side of a picture may have."""

SHAPE = 3
"""How many times longer than the other a side may be (the reference of `images/edits`, read 2026-11)."""

TOLD = ("seed", "steps", "guidance", "negative")
"""What `names` may name: OpenAI takes none of these, many compatible servers take some."""

_AT_ONCE = 4
_KEY = "OPENAI_API_KEY"


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What is asked of the server: the words, the pictures in their order, the mask, and the frame it paints in."""

    prompt: str
    frame: Frame
    pictures: tuple[bytes, ...] = ()
    mask: bytes = b""
    notes: tuple[Note, ...] = ()


class OpenAIStill:
    """Has pictures painted and changed elsewhere. Several may be asked for at once."""

    def __init__(self, workshop: Workshop) -> None:
        """Read the profile; nothing is asked of the server.

        Raises:
            Unavailable: there is no profile, a setting is wrong, or there is no key.
        """
        if workshop.profile is None:
            raise Unavailable("openai-still is for models of the catalog; assign one of them whose backend it is")
        self._profile, self._settings = workshop.profile, workshop.settings
        self._fields, self._names, self._tokens = (
            _table(self._profile, name) for name in ("fields", "names", "tokens")
        )
        base = str(self._profile.settings.get("base_url") or OPENAI)
        self._web = server(self._profile, workshop.settings, base=OPENAI, key=_KEY if base == OPENAI else "")

    @property
    def model(self) -> Model:
        """The profile's model."""
        return self._profile.model

    @property
    def workers(self) -> int:
        """How many pictures may be asked for at once."""
        return _AT_ONCE

    def make(self, request: Request, job: Job) -> Made:
        """Write `still.png` in the size asked for.

        Raises:
            Doubtful: the request was sent and nothing is known of it since; it may be paid.
            Declined: the server would not paint this.
            GenerationError: the others, by what the caller should do.
        """
        if not isinstance(request, StillRequest | RetouchRequest) or request.operation not in self._profile.operations:
            raise InvalidRequest(f"{self._profile.title} is not for the operation {request.operation}")
        if request.width not in SIDES or request.height not in SIDES:
            raise InvalidRequest(f"a picture of {request.width}x{request.height} cannot be painted: 64 to 4096 a side")
        order = self._still(request, job) if isinstance(request, StillRequest) else self._retouch(request, job)
        job.report(0.0)
        job.place()

        from generation.image.openai_call import Call  # noqa: PLC0415

        call = Call(web=self._web, is_paid=self._profile.is_paid, place=f"the profile {self._profile.name}")
        painted = call.painted(order, self._body(request, order), job.folder / "answer", job.report)
        made = delivered(request, self._parcel(painted, order, job))
        job.report(1.0)
        return made

    def close(self) -> None:
        """Free nothing: each request has a connection of its own."""

    def _still(self, request: StillRequest, job: Job) -> Order:
        """Show who is in it, in the order in which the prompt counts them, and the drawing of the shot last."""
        from generation.image.call import KEEPING  # noqa: PLC0415

        profile, room = self._profile, self._profile.references
        has_layout = bool(request.layout) and request.hold > 0 and Taken.LAYOUT in profile.takes and room > 0
        taken = request.references[: max(0, room - has_layout)]
        keeping = KEEPING.format(number=len(taken) + 1)
        prompt = f"{request.prompt.rstrip()} {keeping}" if has_layout else request.prompt
        notes = self._lacking(request, has_layout=has_layout, taken=len(taken))
        frame = self._frame(request)
        pictures = [_shown(job.source(each)) for each in taken]
        if has_layout:
            pictures.append(_png(frame.into(opened(job.source(request.layout)))))
        return Order(prompt=prompt, frame=frame, pictures=tuple(pictures), notes=notes)

    def _retouch(self, request: RetouchRequest, job: Job) -> Order:
        """Show the picture laid into the server's frame, with what may change cut out of the mask."""
        frame, size = self._frame(request), (request.width, request.height)
        before = frame.into(fitted(opened(job.source(request.picture)), size))
        taken = request.references[: max(0, self._profile.references - 1)]
        mask = b""
        if request.mask:
            area = frame.into(fitted(opened_mask(job.source(request.mask)), size))
            mask = _cut_out(before, area) if Taken.MASK in self._profile.takes else b""
        return Order(
            prompt=request.instruction,
            frame=frame,
            pictures=(_png(before), *(_shown(job.source(each)) for each in taken)),
            mask=mask,
            notes=self._lacking(request, has_layout=True, taken=len(taken)),
        )

    def _lacking(self, request: Request, *, has_layout: bool, taken: int) -> tuple[Note, ...]:
        """Return what could not be given."""
        asked = len(request.references)
        wants_layout = isinstance(request, StillRequest) and bool(request.layout) and request.hold > 0
        negative = isinstance(request, StillRequest) and bool(request.negative)
        told = (
            (wants_layout and not has_layout, note("no-layout")),
            (bool(asked) and not taken, note("no-references")),
            (0 < taken < asked, note("fewer-references", taken=taken, asked=asked)),
            (negative and "negative" not in self._names, note("negative-ignored")),
            ("seed" not in self._names, note("still-without-seed")),
        )
        return tuple(each for holds, each in told if holds)

    def _frame(self, request: Request) -> Frame:
        """Return the frame that the server is asked for: the nearest of its sizes, and what was asked for within it."""
        profile, size = self._profile, (request.width, request.height)
        if profile.sizes and not profile.settings.get("any_size"):
            return Frame(native=nearest(profile.sizes, size), target=size)
        if max(size) > SHAPE * min(size):
            raise InvalidRequest(
                f"a picture of {size[0]}x{size[1]} is too narrow: one side is at most thrice the other"
            )
        width, height = (max(profile.multiple, round(side / profile.multiple) * profile.multiple) for side in size)
        return Frame(native=(width, height), target=size)

    def _body(self, request: Request, order: Order) -> dict[str, Any]:
        """Return the fields of the request beside the pictures."""
        profile = self._profile
        known = {
            "seed": request.seed,
            "steps": request.steps or profile.steps,
            "guidance": request.guidance or profile.guidance,
            "negative": getattr(request, "negative", ""),
        }
        told = {str(name): known[each] for each, name in self._names.items() if known[each] or each == "seed"}
        size = "{}x{}".format(*order.frame.native)
        model = str(profile.settings.get("model") or profile.name)
        return {"model": model, "prompt": order.prompt, "n": 1, "size": size, **self._fields, **told}

    def _parcel(self, painted: "Painted", order: Order, job: Job) -> Parcel:
        micros = self._paid(painted.tokens_in, painted.tokens_out)
        return Parcel(
            raw=painted.path,
            folder=job.folder,
            label=self._web.label,
            settings=self._settings,
            tell=job.report,
            source=job.source,
            frame=order.frame,
            notes=order.notes,
            micros=micros,
        )

    def _paid(self, tokens_in: int, tokens_out: int) -> int | None:
        """Return what was paid, where the profile knows what a token costs and the server how many there were."""
        if not self._tokens or not tokens_out:
            return None
        return ceil(tokens_in * float(self._tokens.get("input", 0)) + tokens_out * float(self._tokens.get("output", 0)))


def _table(profile: Profile, name: str) -> Mapping[str, Any]:
    table = profile.settings.get(name, {})
    if not isinstance(table, Mapping) or (name == "names" and not set(table) <= set(TOLD)):
        known = f" of {', '.join(TOLD)}" if name == "names" else ""
        raise Unavailable(f"{name} of the profile {profile.name} is to be a table{known}; correct it")
    return table


def _shown(path: Path) -> bytes:
    """Return a picture as the server is shown it: upright, in sRGB, without what a camera wrote into it."""
    return _png(opened(path))


def _png(picture: Any) -> bytes:  # noqa: ANN401 - Pillow's own
    import io  # noqa: PLC0415

    file = io.BytesIO()
    picture.save(file, "PNG", compress_level=3)
    return file.getvalue()


def _cut_out(before: Any, area: Any) -> bytes:  # noqa: ANN401
    """Return a mask as the API wants it: the picture, transparent where it may change."""
    mask = before.copy()
    mask.putalpha(area.point(lambda value: 255 - value))
    return _png(mask)
