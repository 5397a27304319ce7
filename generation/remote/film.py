"""A clip from elsewhere as the mezzanine that the cut reads: exactly its frames, rate, size, codec and colours.

It comes with a rate, a length and a shape of the provider's own. Its frames are placed by their own times, what lies
between them is found as for the models of this machine (`generation.video.retiming`), and it is cut to the size.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
from PIL import Image

from generation.cut.ffmpeg import SAFE
from generation.cut.probe import Kind, Limits, probe
from generation.errors import BadResult
from generation.image.frame import fitted
from generation.remote.web import Tell
from generation.requests.motion import ClipRequest
from generation.video.checking import check
from generation.video.encoder import encode, planes
from generation.video.retiming import Picture, retimed

LIMITS = Limits(side=4320, seconds=120)
"""What a remote model is believed to send for one shot."""

LACK = Fraction(1, 10)
"""Seconds that a clip may be too short without a word: providers round to whole frames of theirs."""

_OLD = frozenset({5, 6})
"""Matrices of standard-definition television (H.273: 5 PAL, 6 NTSC); what says nothing is Rec. 709, as new video is."""


def normalised(
    raw: Path, target: Path, request: ClipRequest, settings: Mapping[str, str], tell: Tell, *, is_closed: bool = False
) -> int:
    """Write `target` and return how many of its frames the source was too short for; its last one is held for these.

    Where the clip `is_closed` by a last picture, the whole source is played, faster or slower, to arrive there in time.

    Raises:
        InvalidRequest: the source is damaged, cut off or beyond the limits.
        BadResult: it is in HDR, has no times, or ffmpeg failed.
    """
    media = probe(raw, Kind.CLIP, LIMITS)
    if media.is_hdr:
        raise BadResult("the clip is in HDR, which is not what was asked for")
    cv2.setNumThreads(1)  # more would search motion in other stripes, and find other motion
    times, size = _times(raw), (request.width, request.height)
    moments = _moments(times, request, is_closed=is_closed)
    film = _told(retimed(_frames(raw), tuple(_places(times, moments))), request.frames, tell)
    encode((planes(_sized(picture, size)) for picture in film), target, size, request.rate, settings)
    check(target, request)
    end = times[-1] + (times[-1] / (len(times) - 1) if len(times) > 1 else 0)
    lasting = max(Fraction(0), Fraction(request.frames, request.rate) - end)
    return round(lasting * request.rate) if lasting > LACK and not is_closed else 0


def _times(raw: Path) -> Sequence[Fraction]:
    """Return when each frame is shown, in seconds from the first."""
    with av.open(str(raw), options=dict(SAFE)) as container:
        stream = container.streams.video[0]
        tick = Fraction(stream.time_base or 0)
        stamps = sorted({packet.pts for packet in container.demux(stream) if packet.pts is not None})
    if not stamps or not tick:
        raise BadResult("the clip does not say when its frames are shown")
    return [(stamp - stamps[0]) * tick for stamp in stamps]


def _moments(times: Sequence[Fraction], request: ClipRequest, *, is_closed: bool) -> Sequence[Fraction]:
    """Return the moment of the source that each frame of the clip shows."""
    pace = Fraction(1, request.rate)
    if is_closed and request.frames > 1:
        pace = times[-1] / (request.frames - 1)
    return [number * pace for number in range(request.frames)]


def _places(times: Sequence[Fraction], moments: Sequence[Fraction]) -> Iterator[Fraction]:
    """Give where each moment lies among the frames: 2.5 is half-way from the third to the fourth."""
    number, last = 0, len(times) - 1
    for moment in moments:
        while number < last and times[number + 1] <= moment:
            number += 1
        span = times[number + 1] - times[number] if number < last else Fraction(0)
        yield number + (min(Fraction(1), (moment - times[number]) / span) if span else Fraction(0))


def _frames(raw: Path) -> Iterator[Picture]:
    """Give the frames upright, as red, green and blue."""
    with av.open(str(raw), options=dict(SAFE)) as container:
        stream = container.streams.video[0]
        stream.codec_context.thread_count = 1
        for frame in container.decode(stream):
            matrix = "ITU601" if int(frame.colorspace) in _OLD else "ITU709"
            pixels = frame.reformat(format="rgb24", src_colorspace=matrix).to_ndarray()
            yield np.ascontiguousarray(np.rot90(pixels, round(frame.rotation / 90)))


def _told(film: Iterator[Picture], count: int, tell: Tell) -> Iterator[Picture]:
    for number, picture in enumerate(film):
        tell(number / count)
        yield picture


def _sized(picture: Picture, size: tuple[int, int]) -> Picture:
    return np.asarray(fitted(Image.fromarray(picture), size))
