"""The typefaces of everything the cut writes: Noto Sans for Latin letters, Noto Sans SC for Chinese, by file.

A text with a Chinese letter in it is set whole in Noto Sans SC; any other in Noto Sans, since the Chinese face sets
curly quotes and the ellipsis a full square wide, which is right in Chinese and a hole in French.

libass reads an ASS `Fontsize` as the height of the line box (OS/2 winAscent + winDescent), not as the em: Noto Sans
draws an em of 0.734 times the Fontsize, Noto Sans SC one of 0.691. So sizes here are ems in pixels, and `fontsize`
gives ASS its own. Widths are measured with Pillow at 1000 px (small sizes are hinted) without kerning, as libass draws.
"""

import hashlib
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from generation.cut.wrapping import is_cjk
from generation.errors import Unavailable

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_MEASURED_AT = 1000
_WIN_ASCENT = 74
_UNITS_PER_EM = 18


class Face(StrEnum):
    """A typeface, by its name in the weights locker."""

    LATIN = "noto-sans"
    CHINESE = "noto-sans-sc"

    @property
    def family(self) -> str:
        """The name inside the files, by which libass finds them."""
        return _FAMILIES[self]


class Weight(StrEnum):
    """How heavy the letters are; the word stands in the file's name."""

    REGULAR = "Regular"
    BOLD = "Bold"


_FAMILIES = {Face.LATIN: "Noto Sans", Face.CHINESE: "Noto Sans SC"}


@dataclass(frozen=True)
class Fonts:
    """The folder of each face, as the weights locker keeps it."""

    folders: Mapping[Face, Path]

    def file(self, face: Face, weight: Weight) -> Path:
        """Return a font's file.

        Raises:
            Unavailable: the face's folder lacks it.
        """
        return _file(self.folders[face], weight)

    @property
    def digests(self) -> list[str]:
        """The SHA-256 of each file: another font draws other letters."""
        return [_digest(self.file(face, weight)) for face in Face for weight in Weight]

    def fontsize(self, face: Face, weight: Weight, em: float) -> float:
        """Return the ASS Fontsize that draws an em of `em` pixels."""
        return round(em / _em_share(self.file(face, weight)), 2)

    def width(self, text: str, weight: Weight, em: float) -> float:
        """Return the advance width of `text` in pixels, as libass draws it, without the outline."""
        return _length(self.file(face_of(text), weight), text) / _MEASURED_AT * em

    def pillow(self, text: str, weight: Weight, em: float) -> "FreeTypeFont":
        """Return the font for Pillow to draw `text` with, at `em` pixels."""
        return _pillow(self.file(face_of(text), weight), em)


def face_of(text: str) -> Face:
    """Return the face a text is set in."""
    return Face.CHINESE if any(is_cjk(letter) for letter in text) else Face.LATIN


@lru_cache(maxsize=8)
def _file(folder: Path, weight: Weight) -> Path:
    for path in sorted(folder.glob(f"*{weight}.ttf")):
        return path
    raise Unavailable(f"{folder} holds no {weight} font; delete it so that it is fetched again")


@lru_cache(maxsize=8)
def _em_share(path: Path) -> float:
    """Return the em as a share of the line box, from the tables OS/2 and head."""
    font = path.read_bytes()
    (count,) = struct.unpack_from(">H", font, 4)
    tables = {font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in range(12, 12 + 16 * count, 16)}
    ascent, descent = struct.unpack_from(">HH", font, tables[b"OS/2"] + _WIN_ASCENT)
    (em,) = struct.unpack_from(">H", font, tables[b"head"] + _UNITS_PER_EM)
    return float(em / (ascent + descent))


@lru_cache(maxsize=8)
def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@lru_cache(maxsize=32)
def _pillow(path: Path, em: float, *, is_kerned: bool = True) -> "FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415

    return ImageFont.truetype(path, em, layout_engine=None if is_kerned else ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _length(path: Path, text: str) -> float:
    return _pillow(path, _MEASURED_AT, is_kerned=False).getlength(text)
