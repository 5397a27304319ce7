"""One shot in motion: a painted set that a camera flies through, and figures drawn anew twelve times a second."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from generation.image.previz.camera import Camera
from generation.image.previz.ink.frames import fly
from generation.image.previz.layers import Pixels
from generation.image.previz.painting import paint, staged
from generation.requests.motion import ClipRequest
from generation.requests.pictures import PanelRequest
from generation.video.animatic import focus
from generation.video.animatic.coats import Coats
from generation.video.animatic.cutout import Cutouts
from generation.video.animatic.ensemble import Cast, Drawn, Ensemble
from generation.video.animatic.flight import flown
from generation.video.animatic.mouths import DRAWINGS
from generation.video.animatic.moves import camera_at, overscan
from generation.video.animatic.scenery import PARALLAX, merged
from generation.video.animatic.score import Score

SEEN = 0.0007
"""A camera that moved less than this share of the picture's height since the last frame shows the same frame again."""


LIGHTLY = 0.01
"""The same for a weak machine: a slow camera moves on twos, as figures do."""

FLATTER = 0.012
"""How far layers may part for a weak machine and still be one, as a share of the picture's height."""


class Shot:
    """A shot at its size, ready to be drawn: `frames` gives every frame of it, in order."""

    def __init__(
        self, request: ClipRequest, drawing: PanelRequest, move: str, score: Score, *, light: bool = False
    ) -> None:
        self.request, self.move, self.score = request, move, score
        sized = replace(drawing, width=request.width, height=request.height)
        self.painting = paint(sized, overscan=overscan(move))
        stage = staged(sized, self.painting.blocking, overscan(move))
        self.company: Cast = (Cutouts if light else Ensemble)(self.painting, stage, score)
        views = [self.camera(n) for n in (0, request.frames // 2, request.frames - 1)]
        bare = [layer for layer in self.painting.layers if layer.name not in self.company.names]
        camera, depths = self.painting.camera, self.company.depths
        self.scenery = merged(bare, camera, views, depths, FLATTER if light else PARALLAX)
        self.coats = Coats(self.painting)
        self.seen = LIGHTLY if light else SEEN
        self.split = max(depths, default=camera.reach)
        pulled = move == "rack-focus" and bool(depths)
        self.clear = merged(focus.sharp(stage, self.painting.words.place), camera, views, depths) if pulled else []

    def camera(self, number: int) -> Camera:
        """Return the camera of a frame, leaning where the panel does."""
        request = self.request
        moved = camera_at(
            self.painting.camera, self.move, number, request.frames, rate=request.rate, seed=request.seed
        )  # fmt: skip
        return replace(moved, roll=self.painting.blocking.camera.roll)

    def frames(self) -> Iterator[bytes]:
        """Return the planes of every frame; one that shows nothing new is given again."""
        request = self.request
        drawn, taken = -1, None
        people: Sequence[Drawn] = ()
        frame = b""
        for number in range(request.frames):
            view, seconds = self.camera(number), number / request.rate
            drawing = min(number * DRAWINGS // request.rate, self.score.drawings - 1)
            if drawing != drawn:
                people = self.company.drawn(drawing, view)
            if drawing != drawn or taken is None or parted(taken, view) > self.seen:
                frame = self.coats(self.flat(people, view, seconds), seconds)
                taken = view
            drawn = drawing
            yield frame

    def flat(self, people: Sequence[Drawn], view: Camera, seconds: float) -> Pixels:
        """Return the ungraded frame (height, width, 4): set and figures, sorted by how far they are."""
        camera = self.painting.camera
        place = [(layer, camera) for layer in self.scenery]
        frame = np.zeros((view.height, view.width, 4), np.uint8)
        share = focus.focus(seconds * self.request.rate / max(1, self.request.frames - 1)) if self.clear else 1.0
        if share == 1:
            _stack([*place, *people], frame, view, seconds)
            return frame
        near = [each for each in place if each[0].depth <= self.split]
        _stack([*near, *focus.softened(people, share)], frame, view, seconds)
        far = [each for each in place if each[0].depth > self.split]
        clear = [(layer, camera) for layer in self.clear if layer.depth > self.split]
        focus.behind(frame, (clear, far), share, (view, seconds))
        return frame


def _stack(drawn: Sequence[Drawn], frame: Pixels, view: Camera, seconds: float) -> None:
    """Lay layers over a frame, in place, the farthest first."""
    ranked = sorted(drawn, key=lambda each: -each[0].depth)
    flights = [flown(layer, base, view, seconds) for layer, base in ranked]
    fly([flight for flight in flights if flight], frame)


def parted(one: Camera, other: Camera) -> float:
    """Return how far the picture moves between two cameras, near and far, as a share of its height."""
    half = 0.5 / one.focal
    corners = [[x * half * far, y * half * far, far] for x in (-0.5, 0.5) for y in (-1, 1) for far in (1.0, 5.0)]
    marks = np.array(corners) * one.reach @ one.turn + one.place
    return float(np.abs(one.pixels(marks) - other.pixels(marks)).max()) / one.height


def drawings(frames: int, rate: int) -> int:
    """Return how many drawings a clip has."""
    return max(1, -(-frames * DRAWINGS // rate))
