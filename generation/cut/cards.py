"""Draw the title and the credits: one typeface, one night-blue ground, one vermilion rule.

A page is 1080x1920. Its words stay inside the area that phone apps leave free, below the label, and are set smaller
until they fit.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, assert_never

from generation.cut.fonts import Fonts, Weight
from generation.cut.subtitles import BOTTOM, HEIGHT, LABEL_EM, SIDE, TOP, WIDTH
from generation.cut.timeline import Card, Credit, CreditsCard, TitleCard
from generation.cut.wrapping import is_cjk, wrap

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

Colour = tuple[int, int, int]

PAPER: Colour = (245, 240, 230)
MIST: Colour = (172, 172, 190)
VERMILION: Colour = (232, 93, 62)
NIGHT: Colour = (15, 17, 28)
DUSK: Colour = (38, 40, 66)
EMBER: Colour = (92, 44, 46)

_ROOM = WIDTH - 2 * SIDE
_AREA = (TOP + LABEL_EM + 90, HEIGHT - BOTTOM + 140)
"""First and last row for words: under the label, and as far down as the captions' own area."""

_ROOMY = [(scale, False) for scale in (1.0, 0.9, 0.8, 0.7)]
_DENSE = [(scale, True) for scale in (0.8, 0.7, 0.62, 0.55, 0.48, 0.42, 0.36)]
"""Ways to set a page, tried in order: how large, and whether the names of a role share a line."""


class _Look(NamedTuple):
    """How a row is set: em in pixels, weight, colour, extra space between letters, line height in ems."""

    em: float
    weight: Weight
    colour: Colour
    tracking: float = 0.0
    leading: float = 1.36

    def scaled(self, by: float) -> "_Look":
        return self._replace(em=self.em * by, tracking=self.tracking * by)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a page: words in a look, or a rule when there is none; `gap` is the space above it in pixels."""

    gap: float
    text: str = ""
    look: _Look | None = None


_SERIES = _Look(42, Weight.REGULAR, MIST, tracking=7)
_TITLE = _Look(124, Weight.BOLD, PAPER, leading=1.16)
_NUMBER = _Look(44, Weight.REGULAR, MIST, tracking=2)
_HEADING = _Look(84, Weight.BOLD, PAPER, leading=1.2)
_ROLE = _Look(30, Weight.REGULAR, VERMILION, tracking=3.5)
_NAME = _Look(48, Weight.REGULAR, PAPER)
_NOTE = _Look(27, Weight.REGULAR, MIST)
_RULE_WIDTH, _RULE_HEIGHT = 132, 5


@lru_cache(maxsize=1)
def ground() -> "Image":
    """Return the empty ground: night above, dusk below, a breath of ember.

    It is not dithered: the encoder throws the noise away, at half as much time and eight times the bytes.
    """
    import numpy as np  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    rows = np.linspace(0, 1, HEIGHT, dtype=np.float32)[:, None, None]
    across = np.linspace(-1, 1, WIDTH, dtype=np.float32)[None, :, None]
    picture = np.asarray(NIGHT, np.float32) * (1 - rows**1.6) + np.asarray(DUSK, np.float32) * rows**1.6
    glow = np.exp(-(((rows - 1.04) / 0.26) ** 2) - (across / 1.1) ** 2) * 0.55
    picture = picture * (1 - glow) + np.asarray(EMBER, np.float32) * glow
    return Image.fromarray(np.round(picture).astype(np.uint8))


def draw(card: Card, fonts: Fonts) -> "Image":
    """Return a finished page, set as large as its words allow."""
    from PIL import ImageDraw  # noqa: PLC0415

    picture = ground().copy()
    pen = ImageDraw.Draw(picture)
    top, bottom = _AREA
    for scale, is_dense in (*_ROOMY, *_DENSE):
        rows = [line for row in _rows(card, is_dense=is_dense) for line in _set(row, scale, fonts)]
        height = sum(row.gap + _height(row) for row in rows)
        if height <= bottom - top:
            break
    at = top + max(0.0, (bottom - top - height) * 0.46)
    for row in rows:
        at += row.gap
        _place(pen, row, at, fonts)
        at += _height(row)
    return picture


def _rows(card: Card, *, is_dense: bool) -> Iterator[_Row]:
    match card:
        case TitleCard():
            if card.series:
                yield _Row(0, _capitals(card.series), _SERIES)
                yield _Row(44)
            yield _Row(40, card.title, _TITLE)
            yield _Row(46, card.number, _NUMBER)
        case CreditsCard():
            yield _Row(0, card.heading, _HEADING)
            yield _Row(40)
            for credit in card.credits:
                yield from _credit(credit, is_dense=is_dense)
            yield _Row(64, card.note, _NOTE)
        case _:
            assert_never(card)


def _credit(credit: Credit, *, is_dense: bool) -> Iterator[_Row]:
    yield _Row(44, _capitals(credit.role), _ROLE)
    for name in (", ".join(credit.names),) if is_dense else credit.names:
        yield _Row(0, name, _NAME)


def _set(row: _Row, scale: float, fonts: Fonts) -> Iterator[_Row]:
    """Break a row into lines that fit; an empty text has none."""
    if row.look is None:
        yield _Row(row.gap * scale)
        return
    look = _unbroken(row.text, row.look.scaled(scale), fonts)
    for index, line in enumerate(wrap(row.text, _width(look, fonts), _ROOM)):
        yield _Row(0 if index else row.gap * scale, line, look)


def _unbroken(text: str, look: _Look, fonts: Fonts) -> _Look:
    """Set a text smaller while one of its words is wider than the page: no word is broken on a card."""
    words = [word for word in text.split() if not any(is_cjk(letter) for letter in word)]
    widest = max((_width(look, fonts)(word) for word in words), default=0.0)
    return look.scaled(min(1.0, 0.99 * _ROOM / widest)) if widest else look


def _width(look: _Look, fonts: Fonts) -> Callable[[str], float]:
    def width(text: str) -> float:
        drawn = fonts.pillow(text, look.weight, look.em).getlength(text)
        return drawn + look.tracking * max(0, len(text) - 1)

    return width


def _height(row: _Row) -> float:
    return row.look.em * row.look.leading if row.look else _RULE_HEIGHT


def _place(pen: "ImageDraw", row: _Row, top: float, fonts: Fonts) -> None:
    """Draw a row in the middle of the page."""
    if row.look is None:
        left = (WIDTH - _RULE_WIDTH) / 2
        pen.rectangle((left, top, left + _RULE_WIDTH, top + _RULE_HEIGHT - 1), fill=VERMILION)
        return
    look, font = row.look, fonts.pillow(row.text, row.look.weight, row.look.em)
    left, baseline = (WIDTH - _width(look, fonts)(row.text)) / 2, top + look.em * (look.leading / 2 + 0.36)
    if not look.tracking:
        pen.text((left, baseline), row.text, look.colour, font, anchor="ls")
        return
    for letter in row.text:
        pen.text((left, baseline), letter, look.colour, font, anchor="ls")
        left += font.getlength(letter) + look.tracking


def _capitals(text: str) -> str:
    return text.upper()
