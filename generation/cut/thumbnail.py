"""A picture made small, for a page that carries its pictures with it."""

import io
from pathlib import Path

from generation.errors import InvalidRequest

QUALITY = 74
"""Of the JPEG: a drawing of 1080 pixels' width becomes some 20 kB at 320."""


def thumbnail(path: Path, side: int) -> bytes:
    """Return a picture as a JPEG whose shorter side is at most `side` pixels, without whatever was written into it.

    Raises:
        InvalidRequest: the file is no picture.
    """
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415

    try:
        with Image.open(path) as picture:
            scale = min(1, side / min(picture.size))
            size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
            small = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise InvalidRequest(f"{path.name} is not a picture that can be read: {error}") from error
    target = io.BytesIO()
    small.save(target, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return target.getvalue()
