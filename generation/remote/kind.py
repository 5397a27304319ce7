"""What kind of file came back: by its first bytes, whatever it is called."""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from generation.errors import BadResult


class Kind(StrEnum):
    """What was promised."""

    PICTURE = "picture"
    CLIP = "clip"
    SOUND = "sound"


OF: Mapping[str, Kind] = {
    "still": Kind.PICTURE,
    "retouch": Kind.PICTURE,
    "upscale": Kind.PICTURE,
    "clip": Kind.CLIP,
    "voice": Kind.SOUND,
    "cue": Kind.SOUND,
}
"""What each operation that may be done elsewhere makes."""

_BRANDS = rb"iso\w|mp4\d|avc1|dash|M4V |MSNV|qt  "
"""Major brands of files with moving pictures (ISO/IEC 14496-12, the MP4 registration authority); stills and bare sound
have others.
"""

_BEGINNINGS: tuple[tuple[str, Kind, re.Pattern[bytes]], ...] = (
    ("image/png", Kind.PICTURE, re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("image/jpeg", Kind.PICTURE, re.compile(rb"\xff\xd8\xff")),
    ("image/webp", Kind.PICTURE, re.compile(rb"RIFF....WEBP", re.DOTALL)),
    ("video/mp4", Kind.CLIP, re.compile(rb"....ftyp(?:" + _BRANDS + rb")", re.DOTALL)),
    ("video/webm", Kind.CLIP, re.compile(rb"\x1a\x45\xdf\xa3.{0,48}\x42\x82.webm", re.DOTALL)),
    ("audio/wav", Kind.SOUND, re.compile(rb"RIFF....WAVE", re.DOTALL)),
    ("audio/flac", Kind.SOUND, re.compile(rb"fLaC")),
    ("audio/mpeg", Kind.SOUND, re.compile(rb"ID3|\xff[\xfb\xfa\xf3\xf2]")),
)
"""How files begin (PNG: ISO/IEC 15948; JPEG: T.81; WebP: RFC 9649; WebM: RFC 9559; FLAC: RFC 9639)."""

HEAD = 64
"""Bytes that tell."""

_VAGUE = frozenset({"", "application/octet-stream", "binary/octet-stream"})
"""What storage calls files whose kind nobody told it."""

_WORDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.PICTURE: ("image/",),
    Kind.CLIP: ("video/",),
    Kind.SOUND: ("audio/",),
}


def kind_of(head: bytes) -> tuple[str, Kind] | None:
    """Return the media type of a file that begins so, and its kind; nothing where it is none that we take."""
    return next(((name, kind) for name, kind, begins in _BEGINNINGS if begins.match(head)), None)


def check_said(said: str, promised: Kind, label: str) -> None:
    """Refuse a content type that is not even said to be what was promised.

    Raises:
        BadResult: it is another.
    """
    name = said.partition(";")[0].strip().lower()
    if name not in _VAGUE and not name.startswith(_WORDS[promised]):
        raise BadResult(f"{label} sends {name[:60]!r} where a {promised} was promised")


def checked(path: Path, promised: Kind, label: str) -> str:
    """Return the media type of a file that was promised to be of a kind.

    Raises:
        BadResult: it begins otherwise.
    """
    with path.open("rb") as file:
        found = kind_of(file.read(HEAD))
    if found is None or found[1] is not promised:
        raise BadResult(f"{label} sent {found[0] if found else 'a file of no known kind'}, not the {promised} promised")
    return found[0]
