"""Square codes (QR codes): drawn for a page, and read from a photo of one."""

import io

import segno

CODE = "code.svg"
"""The name of the drawn code in the folder of a page."""

CORRECTION = "m"
"""A seventh of the code may be lost to a fold or a stain."""


def drawn(text: str) -> bytes:
    """Return a code as SVG without a margin: the page leaves one of four squares, as the standard asks."""
    made = io.BytesIO()
    code = segno.make_qr(text, error=CORRECTION, boost_error=False)
    code.save(made, kind="svg", border=0, xmldecl=False, svgns=True, omitsize=True, dark="#1c1c24")
    return made.getvalue()


def squares(text: str) -> int:
    """Return how many squares a code is wide, its margin aside."""
    return len(segno.make_qr(text, error=CORRECTION, boost_error=False).matrix)


SCALES = (1.0, 0.75, 0.5, 1.5)
"""Sizes at which a picture is looked at: a photo may show its squares too large or too small."""


def seen(picture: bytes) -> str:
    """Return the text of the code in a picture (PNG, JPEG, WebP); nothing if none is seen.

    OpenCV's older detector misses a quarter of the codes on a page at 300 dots an inch, this one none.
    """
    import cv2  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    image = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_GRAYSCALE)
    if image is None:
        return ""
    detector = cv2.QRCodeDetectorAruco()
    for scale in SCALES:
        text, _, _ = detector.detectAndDecode(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
        if text:
            return text
    return ""
