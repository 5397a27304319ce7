"""Laying what a model changed over the picture that it changed: outside of the mask not one pixel moves."""

from PIL import Image

FEATHER = 0.012
"""How far the change fades in from the mask's edge, as a share of the picture's shorter side."""


def laid_over(before: Image.Image, changed: Image.Image, mask: Image.Image) -> Image.Image:
    """Return the picture before with the change where the mask is white, fading in inside of it.

    All three have one size. Where the mask is black the result is the picture before, exactly.
    """
    import cv2  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    width = max(1.0, min(before.size) * FEATHER)
    inside = cv2.distanceTransform(np.asarray(mask), cv2.DIST_L2, 5)
    share = np.clip(inside / width, 0.0, 1.0)[..., None]
    old, new = np.asarray(before, np.float32), np.asarray(changed, np.float32)
    mixed = np.rint(old + (new - old) * share).astype(np.uint8)
    return Image.fromarray(np.where(share > 0, mixed, np.asarray(before)))
