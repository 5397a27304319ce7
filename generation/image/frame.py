"""The size that a model paints in, and the size that was asked for: there and back without losing the framing.

A picture that goes in is laid into the model's frame whole; where the shapes differ, its edges are continued by their
mirror image. What comes out is cut to the very same place. So what was composed for one shape is painted in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log

from PIL import Image, ImageOps

from generation.diffusion.shortage import Size, within
from generation.notes import Note, note


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """`native` is (width, height) in pixels as the model paints, `target` as it was asked for.

    `whole` is what the model would paint in, where somebody had it paint in fewer pixels.
    """

    native: Size
    target: Size
    whole: Size | None = None

    @property
    def notes(self) -> tuple[Note, ...]:
        """Say that it is painted smaller, where it is."""
        width, height = self.native
        return (note("painted-smaller", width=width, height=height),) if self.whole else ()

    def within(self, multiple: int, pixels: int) -> "Frame":
        """Return the frame in which a model paints no more than so many pixels (0: as many as it likes)."""
        native = within(self.native, multiple, pixels)
        return self if native == self.native else replace(self, native=native, whole=self.native)

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Return the place of the target in the model's picture: left, upper, right, lower, in pixels."""
        (width, height), (across, down) = self.native, self.target
        inner = min(width, round(height * across / down)), min(height, round(width * down / across))
        left, upper = (width - inner[0]) // 2, (height - inner[1]) // 2
        return left, upper, left + inner[0], upper + inner[1]

    def into(self, picture: Image.Image) -> Image.Image:
        """Return a picture laid into the model's frame; one of another shape than the target is cut to it first."""
        left, upper, right, lower = self.box
        inner = fitted(picture, (right - left, lower - upper))
        return inner if inner.size == self.native else _continued(inner, (left, upper), self.native)

    def out(self, painted: Image.Image) -> Image.Image:
        """Return what a model painted, in the size that was asked for, whatever size it chose itself."""
        if painted.size == self.target == self.native:
            return painted
        across, down = painted.width / self.native[0], painted.height / self.native[1]
        left, upper, right, lower = self.box
        box = (left * across, upper * down, right * across, lower * down)
        return painted.resize(self.target, Image.Resampling.LANCZOS, box=box)


def framed(sizes: Sequence[Size], multiple: int, target: Size) -> Frame:
    """Return the frame for a picture of the target's size: the native size of the nearest shape.

    A model that has none, and one that is asked for less than it, paints in the target's own size. Sides are multiples
    of `multiple`.
    """
    native = min(sizes, key=lambda size: abs(_shape(size) - _shape(target)), default=target)
    if target[0] <= native[0] and target[1] <= native[1]:
        native = target
    return Frame(native=(_whole(native[0], multiple), _whole(native[1], multiple)), target=target)


def fitted(picture: Image.Image, size: Size) -> Image.Image:
    """Return a picture in a size, what is too much of it cut off evenly at two sides."""
    return picture if picture.size == size else ImageOps.fit(picture, size, Image.Resampling.LANCZOS)


def _shape(size: Size) -> float:
    return log(size[0] / size[1])


def _whole(side: int, multiple: int) -> int:
    return max(multiple, round(side / multiple) * multiple)


def _continued(picture: Image.Image, offset: Size, size: Size) -> Image.Image:
    """Return a picture at its place in a larger one, whose rest mirrors it."""
    import numpy as np  # noqa: PLC0415

    (left, upper), (width, height) = offset, size
    pixels = np.asarray(picture)
    around = [(upper, height - upper - picture.height), (left, width - left - picture.width)]
    around += [(0, 0)] * (pixels.ndim - 2)
    return Image.fromarray(np.pad(pixels, around, mode="symmetric"))
