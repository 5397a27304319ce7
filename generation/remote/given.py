"""The pictures that a remote model is given: which of a request's, in which form."""

import base64
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from generation.backends import Job
from generation.catalog.profile import Profile
from generation.errors import InvalidRequest
from generation.notes import Note, note
from generation.remote.kind import HEAD, Kind, kind_of
from generation.remote.template import Request, speaker
from generation.requests.identity import Digest
from generation.requests.motion import ClipRequest
from generation.requests.pictures import RetouchRequest, StillRequest, UpscaleRequest
from generation.requests.sound import VoiceRequest
from generation.speech.ensemble import notes
from generation.speech.reading import read

Give = Callable[[Digest, Path], str]
"""Told a picture; returns the word that stands for it in a request."""


def pictures(request: Request) -> dict[str, tuple[Digest, ...]]:
    """Return the pictures of a request by their placeholder's name."""
    match request:
        case StillRequest():
            layout = request.layout if request.hold > 0 else ""
            return _there(image=(layout,), references=request.references)
        case RetouchRequest():
            return _there(image=(request.picture,), mask=(request.mask,), references=request.references)
        case UpscaleRequest():
            return _there(image=(request.picture,))
        case ClipRequest():
            return _there(image=(request.panel,), last_image=(request.last,))
        case _:
            return {}


def given(
    request: Request, profile: Profile, names: AbstractSet[str], job: Job, give: Give
) -> dict[str, str | list[str]]:
    """Return the words for those pictures that a body has a place for.

    Raises:
        InvalidRequest: a picture is none that may be sent.
    """
    values: dict[str, str | list[str]] = {}
    for name, digests in pictures(request).items():
        if name in names:
            taken = digests[: profile.references or 1] if name == "references" else digests
            told = [give(digest, job.source(digest)) for digest in taken]
            values[name] = told if name == "references" else told[0]
    return values


def uri(_: Digest, path: Path) -> str:
    """Return a picture within an address (RFC 2397)."""
    return f"data:{media_type(path)};base64,{plain(_, path)}"


def plain(_: Digest, path: Path) -> str:
    """Return a picture's bytes as words."""
    media_type(path)
    return base64.b64encode(path.read_bytes()).decode()


def media_type(path: Path) -> str:
    """Return what kind of picture a file is.

    Raises:
        InvalidRequest: it is none.
    """
    with path.open("rb") as file:
        found = kind_of(file.read(HEAD))
    if found is None or found[1] is not Kind.PICTURE:
        raise InvalidRequest(f"{path.name[:24]} is no PNG, JPEG or WebP picture; it cannot be sent to a model")
    return found[0]


def _there(**named: tuple[Digest, ...]) -> dict[str, tuple[Digest, ...]]:
    return {name: there for name, digests in named.items() if (there := tuple(each for each in digests if each))}


def lacking(request: Request, profile: Profile, names: AbstractSet[str]) -> tuple[Note, ...]:
    """Return what a request has and a body has no place for."""
    return tuple(_lacking(request, profile, names))


def _lacking(request: Request, profile: Profile, names: AbstractSet[str]) -> Iterator[Note]:
    if isinstance(request, StillRequest) and request.layout and request.hold > 0 and "image" not in names:
        yield note("no-layout")
    if isinstance(request, StillRequest | RetouchRequest) and request.references:
        if "references" not in names:
            yield note("no-references")
        elif len(request.references) > max(1, profile.references):
            yield note("fewer-references", taken=max(1, profile.references), asked=len(request.references))
    if getattr(request, "negative", "") and "negative" not in names:
        yield note("negative-ignored")
    if isinstance(request, VoiceRequest) and profile.speakers:
        yield from notes(read(request).voice, speaker(request, profile))
    if isinstance(request, ClipRequest):
        if request.last and "last_image" not in names:
            yield note("clip-end-left-out")
        if request.speech:
            yield note("clip-mouths-still")
