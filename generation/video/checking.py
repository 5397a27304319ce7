"""What came back from a model, and what was written of it: both are looked at before anybody relies on them."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generation.cut.probe import Kind, probe
from generation.errors import BadResult, InvalidRequest
from generation.requests.motion import ClipRequest
from generation.video.retiming import retimed

Film = NDArray[np.uint8]
"""Frames, height, width, 3: red, green, blue."""


def developed(output: Any, count: int, *, is_closed: bool = False) -> Film:  # noqa: ANN401 - each has its own output
    """Return the `count` frames that a pipeline was asked for.

    Some make more than that, in windows of theirs (FramePack): the rest is cut off, except where the film `is_closed`
    by a last picture. Then all of it is played, faster.

    Raises:
        BadResult: they are not all there, or are no pictures, or show nothing.
    """
    frames = getattr(output, "frames", None)
    film = np.asarray(frames[0] if frames is not None and len(frames) else ())
    if film.ndim != 4 or film.shape[-1] != 3 or len(film) < count:  # noqa: PLR2004 - the three colours of many frames
        raise BadResult(f"the model made an array of {film.shape} where {count} frames were asked for")
    if not np.isfinite(film).all():
        raise BadResult("the model made numbers that are no pictures; another seed or more exact numbers may help")
    made = (film[: None if is_closed else count] * 255).round().astype(np.uint8)
    if int(made.max()) == int(made.min()):
        raise BadResult("the model made frames of a single colour; another seed may help")
    if len(made) == count:
        return made
    pace = Fraction(len(made) - 1, max(1, count - 1))
    return np.stack(list(retimed(made, [number * pace for number in range(count)])))


def check(path: Path, request: ClipRequest) -> None:
    """Look into the file of a clip.

    Raises:
        BadResult: it is damaged, or not what was asked for.
    """
    try:
        media = probe(path, Kind.CLIP)
    except InvalidRequest as error:
        raise BadResult(f"the clip is damaged: {error}") from error
    found = (media.frames, int(media.rate), media.width, media.height)
    if not media.is_even or found != (request.frames, request.rate, request.width, request.height):
        raise BadResult(f"the clip has {media.frames} frames of {media.width}x{media.height}, not what was asked for")
