"""Pictures that people bring: decoded within limits, turned upright, made small, written anew without their tags."""

import io

from generation.errors import InvalidRequest

LARGEST = 10_000_000
"""Bytes of a picture: what Telegram lets a photo have."""

PIXELS = 40_000_000
"""Pixels of a picture that is decoded at all."""

SIDE = 1024
"""Pixels of the longer side of what is kept: models that see take no more."""

_FORMATS = ("JPEG", "PNG", "WEBP")


def tidied(data: bytes) -> bytes:
    """Return a picture as a JPEG of at most `SIDE` pixels a side; nothing but its pixels is left of what came.

    Raises:
        InvalidRequest: it is no picture, broken, or too large to be opened.
    """
    from PIL import Image, ImageOps  # noqa: PLC0415

    if len(data) > LARGEST:
        raise InvalidRequest(f"a picture of {len(data)} bytes is too large; send one below {LARGEST}")
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            if opened.width * opened.height > PIXELS:
                raise InvalidRequest(f"a picture of {opened.width}x{opened.height} is too large; send a smaller one")
            opened.draft("RGB", (SIDE, SIDE))
            upright = ImageOps.exif_transpose(opened).convert("RGB")
            upright.thumbnail((SIDE, SIDE))
            buffer = io.BytesIO()
            upright.save(buffer, "JPEG", quality=88)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise InvalidRequest(f"this is no picture that can be opened ({error}); send it as a photo") from error
    return buffer.getvalue()
