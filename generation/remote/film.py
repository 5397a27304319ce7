"""A clip from elsewhere as the mezzanine that the cut reads: exactly its frames, rate, size, codec and colours.

One pass of ffmpeg. Colours stay numbers of Rec. 709 all the way; only what says that it is Rec. 601 is converted.
"""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import av

from generation.cut import ffmpeg
from generation.cut.probe import Kind, Limits, Media, probe
from generation.errors import BadResult
from generation.remote.web import Tell
from generation.requests.motion import ClipRequest
from generation.video.encoder import EXACT, QUALITY

LIMITS = Limits(side=4320, seconds=120)
"""What a remote model is believed to send for one shot."""

TAGS = "setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv"
_OLD = frozenset({5, 6})
"""Matrices of standard-definition television (H.273: 5 PAL, 6 NTSC)."""


def normalised(raw: Path, target: Path, request: ClipRequest, settings: Mapping[str, str], tell: Tell) -> int:
    """Write `target` and return how many of its frames the source was too short for; its last one is held for these.

    Raises:
        InvalidRequest: the source is damaged, cut off or beyond the limits.
        BadResult: it is in HDR, or ffmpeg failed.
    """
    media = probe(raw, Kind.CLIP, LIMITS)
    if media.is_hdr:
        raise BadResult("the clip is in HDR, which is not what was asked for")
    ffmpeg.find(settings).write(
        [
            *(word for name, value in ffmpeg.SAFE.items() for word in (f"-{name}", value)),
            *("-threads", "1", "-i", str(raw), "-map", "0:v:0"),
            *("-vf", _filters(raw, request), "-frames:v", str(request.frames), "-r", str(request.rate)),
            *(*QUALITY, *EXACT),
        ],
        target,
        expected=request.frames,
        tell=lambda done: tell(min(1.0, done / request.frames)),
    )
    return max(0, request.frames - _lasting(media, request.rate))


def _lasting(media: Media, rate: int) -> int:
    """Return for how many frames of the clip there are pictures; half a frame of the source is no lack."""
    per = Fraction(rate) / (media.rate or Fraction(rate))
    return int(media.frames * per + per / 2 + Fraction(1, 2))


def _filters(raw: Path, request: ClipRequest) -> str:
    size = f"{request.width}:{request.height}"
    scale = f"scale={size}:force_original_aspect_ratio=increase:flags=lanczos:in_color_matrix={_matrix(raw)}"
    return ",".join(
        (
            f"fps={request.rate}",
            f"{scale}:out_color_matrix=bt709:out_range=tv",
            f"crop={size}",
            "setsar=1",
            "tpad=stop_mode=clone:stop=-1",
            "format=yuv420p",
            TAGS,
        )
    )


def _matrix(raw: Path) -> str:
    """Return the matrix of the source; what does not say is as all new video is."""
    with av.open(str(raw), options=dict(ffmpeg.SAFE)) as container:
        return "bt601" if int(container.streams.video[0].codec_context.colorspace) in _OLD else "bt709"
