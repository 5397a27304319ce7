"""Two versions of one drawing on one picture, for a phone: before on the left, after on the right."""

import io
from pathlib import Path
from typing import TYPE_CHECKING

from generation.cut.cards import VERMILION
from generation.cut.fonts import Fonts, Weight
from generation.errors import InvalidRequest

if TYPE_CHECKING:
    from PIL.Image import Image

PANEL = (620, 1102)
"""Pixels of each drawing: nine to sixteen; both with their words fit the 1280 pixels a side that Telegram shows."""

_MARGIN, _HEAD, _EM = 13, 78, 38
_PAPER, _GREY = (250, 249, 247), (104, 104, 116)


def side_by_side(before: Path, after: Path, labels: tuple[str, str], fonts: Fonts | None) -> bytes:
    """Return the picture as a JPEG; `labels` stand above the drawings where there are `fonts` to set them in.

    Raises:
        InvalidRequest: a drawing cannot be read.
    """
    from PIL import Image, ImageDraw  # noqa: PLC0415

    width, height = PANEL
    head = _HEAD if fonts else _MARGIN
    sheet = Image.new("RGB", (2 * width + 3 * _MARGIN, height + head + _MARGIN), _PAPER)
    pen = ImageDraw.Draw(sheet)
    for place, (path, label, ink) in enumerate(zip((before, after), labels, (_GREY, VERMILION), strict=True)):
        left = _MARGIN + place * (width + _MARGIN)
        sheet.paste(_fitted(path), (left, head))
        if fonts:
            font = fonts.pillow(label, Weight.BOLD, _EM)
            pen.text((left + width // 2, head - 26), label, ink, font, anchor="ms")
    buffer = io.BytesIO()
    sheet.save(buffer, "JPEG", quality=88, optimize=True)
    return buffer.getvalue()


def _fitted(path: Path) -> "Image":
    from PIL import Image, ImageOps  # noqa: PLC0415

    try:
        with Image.open(path, formats=["PNG", "JPEG", "WEBP"]) as picture:
            return ImageOps.fit(picture.convert("RGB"), PANEL, Image.Resampling.LANCZOS)
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise InvalidRequest(f"{path.name} is not a whole PNG, JPEG or WebP picture") from error
