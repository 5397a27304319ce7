"""What came back from elsewhere, made ours: a picture of the size asked for, a clip of exactly its frames, clean sound.

Nothing of the file is believed: it is decoded within limits and written anew, so no stranger's bytes are kept.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generation.backends import Made
from generation.errors import BadResult, InvalidRequest
from generation.image import pictures
from generation.image.frame import Frame, fitted
from generation.notes import Note, note
from generation.remote.template import Request
from generation.remote.web import Tell
from generation.requests.identity import Digest
from generation.requests.motion import ClipRequest
from generation.requests.pictures import RetouchRequest, StillRequest, UpscaleRequest
from generation.requests.sound import CueRequest, VoiceRequest


@dataclass(frozen=True, kw_only=True, slots=True)
class Parcel:
    """A file that came back, for whom it came, and what is to be kept of how it was made.

    `frame` is the one that a picture was asked for in, where it was laid into one; `is_closed` says that a clip was
    given the picture that it ends on.
    """

    raw: Path
    folder: Path
    label: str
    settings: Mapping[str, str]
    tell: Tell
    source: Callable[[Digest], Path]
    frame: Frame | None = None
    is_closed: bool = False
    facts: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    micros: int | None = None


def delivered(request: Request, parcel: Parcel) -> Made:
    """Return what was made for a request, as the studio keeps it.

    Raises:
        BadResult: the file is damaged, cut off, beyond the limits, or holds nothing.
    """
    try:
        return _WAYS[type(request)](request, parcel)
    except InvalidRequest as error:  # it is the server's file that is wrong, not what was asked for
        raise BadResult(f"{parcel.label} sent a file that cannot be used: {error}") from error


def _picture(request: Any, parcel: Parcel) -> Made:  # noqa: ANN401 - the table says which
    from generation.image.mending import laid_over  # noqa: PLC0415

    painted, size = pictures.opened(parcel.raw), (request.width, request.height)
    native, picture = (
        [painted.width, painted.height],
        parcel.frame.out(painted) if parcel.frame else fitted(painted, size),
    )
    if isinstance(request, RetouchRequest) and request.mask:  # whatever the server did with it, nothing else changes
        before = fitted(pictures.opened(parcel.source(request.picture)), size)
        picture = laid_over(before, picture, fitted(pictures.opened_mask(parcel.source(request.mask)), size))
    path = pictures.written(picture, parcel.folder / "still.png")
    facts = {"width": request.width, "height": request.height, "native": native}
    return _made(path, "image/png", parcel, facts, ())


def _clip(request: ClipRequest, parcel: Parcel) -> Made:
    from generation.remote.film import normalised  # noqa: PLC0415

    path = parcel.folder / "clip.mp4"
    held = normalised(parcel.raw, path, request, parcel.settings, parcel.tell, is_closed=parcel.is_closed)
    notes = (note("remote-clip-held", frames=held),) if held else ()
    facts = {"frames": request.frames, "rate": request.rate, "width": request.width, "height": request.height}
    return _made(path, "video/mp4", parcel, facts, notes)


def _voice(request: VoiceRequest, parcel: Parcel) -> Made:
    from generation.remote import sound  # noqa: PLC0415

    del request
    made = sound.line(parcel.raw, parcel.folder)
    return _made(made.path, made.media_type, parcel, made.facts, made.notes)


def _cue(request: CueRequest, parcel: Parcel) -> Made:
    from generation.remote import sound  # noqa: PLC0415

    made = sound.cue(parcel.raw, parcel.folder, request.milliseconds)
    return _made(made.path, made.media_type, parcel, made.facts, made.notes)


_WAYS: Mapping[type, Callable[[Any, Parcel], Made]] = {
    StillRequest: _picture,
    RetouchRequest: _picture,
    UpscaleRequest: _picture,
    ClipRequest: _clip,
    VoiceRequest: _voice,
    CueRequest: _cue,
}


def _made(path: Path, media_type: str, parcel: Parcel, facts: Mapping[str, Any], notes: tuple[Note, ...]) -> Made:
    return Made(
        path=path,
        media_type=media_type,
        facts={**facts, **parcel.facts},
        notes=(*parcel.notes, *notes),
        micros=parcel.micros,
    )
