"""A drawing as a ControlNet wants it: its lines, or the drawing as it is.

No depth is made of it: a flat drawing holds none, and a guess would pull figures to where nobody drew them.
"""

from collections.abc import Callable, Mapping

from PIL import Image

from generation.errors import Unavailable

LOWER, UPPER = 0.66, 1.33
"""Canny's thresholds as shares of the median brightness, the usual choice where nobody sets them by hand."""


def canny(drawing: Image.Image) -> Image.Image:
    """Return white edges on black (Canny)."""
    import cv2  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    grey = cv2.GaussianBlur(np.asarray(drawing.convert("L")), (3, 3), 0)
    middle = float(np.median(grey))
    edges = cv2.Canny(grey, max(10.0, LOWER * middle), max(30.0, min(255.0, UPPER * middle)))
    return Image.fromarray(edges).convert("RGB")


def lines(drawing: Image.Image) -> Image.Image:
    """Return the inked lines, white on black, as soft as they are drawn."""
    import cv2  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    grey = np.asarray(drawing.convert("L"))
    ground = cv2.medianBlur(grey, 21)
    return Image.fromarray(cv2.subtract(ground, grey)).convert("RGB")


def plain(drawing: Image.Image) -> Image.Image:
    """Return the drawing."""
    return drawing


KINDS: Mapping[str, Callable[[Image.Image], Image.Image]] = {"canny": canny, "lines": lines, "plain": plain}
"""What `control` in a profile's settings may name."""


def controlling(drawing: Image.Image, kind: str) -> Image.Image:
    """Return what a ControlNet of this kind is shown of a drawing.

    Raises:
        Unavailable: there is no such kind.
    """
    if kind not in KINDS:
        raise Unavailable(f"no ControlNet is known that wants {kind} of a drawing; known are {', '.join(KINDS)}")
    return KINDS[kind](drawing)
