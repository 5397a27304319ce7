"""The storyboard on one sheet of A4, for a phone or a wall: panels, shot numbers, short captions."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generation.cut.cards import VERMILION
from generation.cut.fonts import Fonts, Weight
from generation.cut.wrapping import wrap
from generation.errors import InvalidRequest

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

WIDTH, HEIGHT, DPI = 1654, 2339, 200
"""A4, upright."""

_MARGIN, _GAP, _HEAD = 96, 44, 236
_TITLE_EM, _SERIES_EM, _CAPTION_EM = 58, 30, 25
_LINES, _LEADING = 4, 1.42
_CAPTION = 58 + math.ceil(_LINES * _CAPTION_EM * _LEADING)
"""Room under a panel: its number and as many lines as a caption may have."""

_RATIO = 9 / 16
_PAPER, _INK, _GREY, _LINE = (255, 255, 255), (28, 28, 36), (104, 104, 116), (206, 204, 200)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Grid:
    """How panels stand: in `columns`, each `width` wide, the first at `left` and `top`."""

    columns: int
    width: int
    left: int
    top: int

    @property
    def height(self) -> int:
        """A panel's height: nine to sixteen."""
        return round(self.width / _RATIO)

    def corner(self, place: int) -> tuple[int, int]:
        """Return the upper left corner of a panel, counted from 0 in reading order."""
        row, column = divmod(place, self.columns)
        return self.left + column * (self.width + _GAP), self.top + row * (self.height + _CAPTION + _GAP)


def contact_sheet(
    panels: Sequence[Path], captions: Sequence[str], target: Path, *, title: str, series: str = "", fonts: Fonts
) -> None:
    """Write the sheet as a JPEG at `target`.

    Args:
        panels: The drawings in order; they are cropped to nine by sixteen.
        captions: What happens in each, in a sentence; a longer text is cut after four lines.
        target: The file to write.
        title: The episode's title.
        series: What stands above it in small letters.
        fonts: The typefaces.

    Raises:
        InvalidRequest: there is no panel, or one cannot be read, or there is not one caption a panel.
    """
    from PIL import Image, ImageDraw  # noqa: PLC0415

    if not panels or len(panels) != len(captions):
        raise InvalidRequest(f"a sheet needs a caption for each panel, not {len(captions)} for {len(panels)}")
    sheet = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen, grid = ImageDraw.Draw(sheet), _grid(len(panels))
    _head(pen, grid.left, title, series, fonts)
    for place, (panel, caption) in enumerate(zip(panels, captions, strict=True)):
        left, top = grid.corner(place)
        sheet.paste(_panel(panel, grid), (left, top))
        pen.rectangle((left - 1, top - 1, left + grid.width, top + grid.height), outline=_LINE, width=2)
        _under(pen, place + 1, caption, (left, top + grid.height), grid.width, fonts)
    sheet.save(target, "JPEG", quality=90, dpi=(DPI, DPI), optimize=True)


def _grid(count: int) -> _Grid:
    """Return the arrangement with the largest panels, in the middle of the sheet's width."""

    def width(columns: int) -> int:
        rows = math.ceil(count / columns)
        across = (WIDTH - 2 * _MARGIN - (columns - 1) * _GAP) / columns
        down = (HEIGHT - _HEAD - _MARGIN - (rows - 1) * _GAP) / rows - _CAPTION
        return int(min(across, down * _RATIO))

    columns = max(range(1, count + 1), key=width)
    used = columns * width(columns) + (columns - 1) * _GAP
    return _Grid(columns=columns, width=width(columns), left=(WIDTH - used) // 2, top=_HEAD)


def _head(pen: "ImageDraw", left: int, title: str, series: str, fonts: Fonts) -> None:
    small, large = fonts.pillow(series, Weight.REGULAR, _SERIES_EM), _TITLE_EM
    while fonts.width(title, Weight.BOLD, large) > WIDTH - 2 * left and large > _SERIES_EM:
        large -= 2
    pen.text((left, 92), series, _GREY, small, anchor="ls")
    pen.text((left, 160), title, _INK, fonts.pillow(title, Weight.BOLD, large), anchor="ls")
    pen.rectangle((left, 190, left + 110, 194), fill=VERMILION)


def _panel(path: Path, grid: _Grid) -> "Image":
    """Return a drawing that fills its place."""
    from PIL import Image, ImageOps  # noqa: PLC0415

    try:
        with Image.open(path, formats=["PNG", "JPEG", "WEBP"]) as picture:
            return ImageOps.fit(picture.convert("RGB"), (grid.width, grid.height), Image.Resampling.LANCZOS)
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise InvalidRequest(f"{path.name} is not a whole PNG, JPEG or WebP picture") from error


def _under(pen: "ImageDraw", number: int, caption: str, corner: tuple[int, int], width: int, fonts: Fonts) -> None:
    """Write a shot's number and its caption under its panel."""
    left, top = corner
    pen.text((left, top + 42), str(number), VERMILION, fonts.pillow("1", Weight.BOLD, 34), anchor="ls")
    lines = wrap(caption, lambda line: fonts.width(line, Weight.REGULAR, _CAPTION_EM), width)
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], lines[_LINES - 1].rstrip(" ,.;:") + "…"]
    font = fonts.pillow(caption, Weight.REGULAR, _CAPTION_EM)
    for index, line in enumerate(lines):
        pen.text((left, top + 80 + index * _CAPTION_EM * _LEADING), line, _INK, font, anchor="ls")
