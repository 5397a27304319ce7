"""Pictures as files: read whatever people and models bring as sRGB, written so that equal pixels are equal bytes."""

import io
from pathlib import Path

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError
from PIL.PngImagePlugin import PngInfo

from generation.errors import InvalidRequest

LARGEST = 64_000_000
"""Pixels that a picture may have: 8000x8000 (four 4K screens) is more than any model takes."""

FORMATS = ("PNG", "JPEG", "WEBP")
"""What pictures come as; Pillow would open many more, and start a program for some."""

PERCEPTUAL = b"\0"
"""The rendering intent of PNG's chunk that says sRGB (ISO/IEC 15948, 11.3.3.5)."""

UNREADABLE = (
    *(UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError),
    ImageCms.PyCMSError,
)
"""What Pillow raises at files that are no picture, or claim to be a gigantic one."""

_MIDDLE = 128


def opened(path: Path) -> Image.Image:
    """Return a picture upright, in eight bits of sRGB, on white where it is transparent.

    Raises:
        InvalidRequest: the file is no picture, or a larger one than can be worked on.
    """
    try:
        with Image.open(path, formats=FORMATS) as picture:
            if picture.width * picture.height > LARGEST:
                raise InvalidRequest(f"a picture of {picture.width}x{picture.height} is too large to be worked on")
            picture.load()
            return _plain(ImageOps.exif_transpose(picture))
    except UNREADABLE as error:
        raise InvalidRequest(f"{path.name[:24]} is no picture that can be read") from error


def opened_mask(path: Path) -> Image.Image:
    """Return a mask: 255 where a picture may change, 0 where not, and nothing between.

    Raises:
        InvalidRequest: the file is no picture, or nothing may change.
    """
    mask = opened(path).convert("L").point(lambda value: 255 if value >= _MIDDLE else 0)
    if mask.getbbox() is None:
        raise InvalidRequest("the mask leaves nothing of the picture to change")
    return mask


def written(picture: Image.Image, path: Path) -> Path:
    """Write a picture as PNG, marked as sRGB, without the time or anything else that differs between two runs."""
    marks = PngInfo()
    marks.add(b"sRGB", PERCEPTUAL)
    picture.convert("RGB").save(path, "PNG", compress_level=3, pnginfo=marks)
    return path


def _plain(picture: Image.Image) -> Image.Image:
    """Return the picture in sRGB on white."""
    profile = picture.info.get("icc_profile")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        ground = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(ground, picture).convert("RGB")
    if profile and picture.mode in ("RGB", "L", "CMYK"):
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
        picture = converted or picture
    return picture.convert("RGB")
