"""The body of a request as a profile describes it, and what is put into it.

A value goes where its name stands in braces: as itself where it stands alone (`"{seconds}"` becomes a number), as words
within others. What there is no value for is left out with its name. Values are put in once and never read again.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from math import gcd
from typing import Any

from generation.catalog.profile import Profile, Speaker
from generation.image.frame import framed
from generation.requests.motion import ClipRequest
from generation.requests.pictures import RetouchRequest, StillRequest, UpscaleRequest
from generation.requests.sound import CueRequest, VoiceRequest
from generation.speech.ensemble import chosen
from generation.speech.reading import read

Request = StillRequest | RetouchRequest | UpscaleRequest | ClipRequest | VoiceRequest | CueRequest

PICTURES = frozenset({"image", "last_image", "mask", "references"})
"""What stands for pictures: given as the description's `images` says."""

PLACEHOLDERS = PICTURES | {
    *("model", "prompt", "negative", "seed", "steps", "guidance", "hold", "width", "height", "size", "aspect"),
    *("seconds", "frames", "rate", "text", "voice", "language", "speed", "mood"),
}
"""What may stand in braces in a body."""

_NAME = re.compile(r"\{([a-z_]+)\}")
_ABSENT = object()


def named(body: Any) -> Iterator[str]:  # noqa: ANN401 - a table of TOML, however deep
    """Give every placeholder that stands in a body."""
    match body:
        case str():
            yield from _NAME.findall(body)
        case Mapping():
            for value in body.values():
                yield from named(value)
        case list() | tuple():
            for value in body:
                yield from named(value)


def filled(body: Any, values: Mapping[str, Any]) -> Any:  # noqa: ANN401
    """Return a body with values in the place of their names; what there is no value for is left out."""
    match body:
        case str():
            return _word(body, values)
        case Mapping():
            pairs = ((name, filled(value, values)) for name, value in body.items())
            return {str(name): value for name, value in pairs if value is not _ABSENT}
        case list() | tuple():
            return [value for value in (filled(each, values) for each in body) if value is not _ABSENT]
        case _:
            return body


def values(request: Request, profile: Profile, lengths: tuple[float, ...] = ()) -> dict[str, Any]:
    """Return what a request says, by the names of placeholders; pictures aside, and without what it does not say."""
    asked = {name: getattr(request, name, None) for name in _ASKED}
    told = {
        "model": profile.settings.get("model") or profile.name,
        "steps": asked.pop("steps") or profile.steps,
        "guidance": asked.pop("guidance") or profile.guidance,
        "prompt": _prompt(request),
        **asked,
    }
    if isinstance(request, VoiceRequest) and profile.speakers:
        told["voice"] = speaker(request, profile).name
    seed = {"seed": request.seed} if hasattr(request, "seed") else {}
    return (
        {name: value for name, value in told.items() if value}
        | seed
        | _sized(request, profile)
        | _timed(request, lengths)
    )


def speaker(request: VoiceRequest, profile: Profile) -> Speaker:
    """Return who of a profile's speakers lends a voice to ours.

    Raises:
        InvalidRequest: there is no such voice.
    """
    return chosen(read(request).voice, profile.speakers)


_ASKED = ("negative", "steps", "guidance", "hold", "frames", "rate", "text", "voice", "language", "speed", "mood")
"""What requests call by the placeholder's own name."""


def _prompt(request: Request) -> str:
    match request:
        case RetouchRequest():
            return request.instruction
        case CueRequest():
            return request.prompt or request.mood
        case StillRequest() | ClipRequest():
            return request.prompt
        case _:
            return ""


def _sized(request: Request, profile: Profile) -> dict[str, Any]:
    if isinstance(request, VoiceRequest | CueRequest):
        return {}
    width, height = framed(profile.sizes, profile.multiple, (request.width, request.height)).native
    if profile.sizes and (width, height) not in profile.sizes:
        width, height = nearest(profile.sizes, (request.width, request.height))
    part = gcd(request.width, request.height)
    return {
        "width": width,
        "height": height,
        "size": f"{width}x{height}",
        "aspect": f"{request.width // part}:{request.height // part}",
    }


def nearest(sizes: tuple[tuple[int, int], ...], target: tuple[int, int]) -> tuple[int, int]:
    """Return the size of the nearest shape; of those, the smallest that is large enough, else the largest."""

    def strangeness(size: tuple[int, int]) -> tuple[float, bool, int]:
        shape, area = size[0] * target[1] / (size[1] * target[0]), size[0] * size[1]
        is_small = area < target[0] * target[1]
        return round(max(shape, 1 / shape), 2), is_small, -area if is_small else area

    return min(sizes, key=strangeness)


def _timed(request: Request, lengths: tuple[float, ...]) -> dict[str, Any]:
    match request:
        case ClipRequest():
            return {"seconds": _length(request.frames / request.rate, lengths)}
        case CueRequest():
            return {"seconds": _length(request.milliseconds / 1000, lengths)}
        case _:
            return {}


def _length(seconds: float, lengths: tuple[float, ...]) -> float:
    """Return how long it is to be: the shortest of `lengths` that is long enough, or the longest there is."""
    chosen = min((each for each in lengths if each >= seconds), default=max(lengths, default=round(seconds, 3)))
    return int(chosen) if float(chosen).is_integer() else chosen


def _word(told: str, known: Mapping[str, Any]) -> Any:  # noqa: ANN401
    whole = _NAME.fullmatch(told)
    if whole:
        return known.get(whole[1], _ABSENT)
    return _NAME.sub(lambda found: str(known.get(found[1], "")), told)


def words(told: str, known: Mapping[str, str], quote: Callable[[str], str]) -> str:
    """Return an address with values in the place of their names, each made safe by `quote`."""
    return _NAME.sub(lambda found: quote(known.get(found[1], "")), told)
