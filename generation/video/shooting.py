"""A clip at work on a video model: run by run, frame by frame, from the model's frames to the clip's.

A model makes few frames, in its own sizes and at its own rate. A shot that is longer is continued from the last frame
that was made. What comes out is brought to the clip's rate first and then, frame by frame, to its size: motion is
searched faster among fewer pixels.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import cv2
import numpy as np
from PIL import Image

from generation.backends import Job
from generation.catalog.profile import Frames, Profile
from generation.diffusion.warm import Warm
from generation.diffusion.ways import OWN
from generation.errors import Unavailable
from generation.image.frame import Frame
from generation.image.pictures import opened
from generation.notes import Note, note
from generation.requests.identity import Digest
from generation.requests.motion import ClipRequest
from generation.share import Share
from generation.video import given
from generation.video.checking import Film, developed
from generation.video.frames import native, planned
from generation.video.retiming import Picture, retimed

PAINTING = 0.95
"""The share of the time that a model's own work takes; the rest is for what makes its frames a clip."""


class Shooting:
    """Makes the frames of one clip."""

    def __init__(self, warm: Warm, request: ClipRequest, job: Job) -> None:
        """Plan the clip; it loads the model.

        Raises:
            Unavailable: the model cannot be run here, or nobody said which frames it makes.
        """
        self._warm, self._request, self._job = warm, request, job
        self._can, self._taken = _can(warm.profile), warm.takes(OWN, job)
        profile = warm.profile
        self._is_closed = bool(request.last) and given.takes_last(self._taken, profile)
        self._plan = planned(request.frames, request.rate, self._can, is_closed=self._is_closed)
        size = (request.width, request.height)
        whole = Frame(native=native(profile.sizes, profile.multiple, size), target=size)
        self._frame = whole.within(profile.multiple, request.pixels)
        self._takes_negative = given.takes_negative(self._taken, profile)
        self._has_sound = False

    @property
    def notes(self) -> tuple[Note, ...]:
        """What could not be done as asked; known once the frames are made."""
        request, parts = self._request, self._plan.parts
        told = (
            (bool(request.negative) and not self._takes_negative, note("negative-ignored")),
            (bool(request.speech), note("clip-mouths-still")),
            (bool(request.last) and not self._is_closed, note("clip-end-left-out")),
            (parts > 1, note("clip-continued", parts=parts)),
            (self._has_sound, note("clip-sound-left-out")),
        )
        return (*self._frame.notes, *(each for holds, each in told if holds))

    @property
    def facts(self) -> Mapping[str, Any]:
        """What a take keeps of how it was painted; known once the frames are made."""
        profile = self._warm.profile
        return {
            "native": list(self._frame.native),
            "parts": self._plan.parts,
            "steps": profile.steps,
            "guidance": profile.guidance,
            "seed": str(self._request.seed),  # as words: JSON's numbers are exact below 2**53 only
            "measures": self._warm.measures,
        }

    def frames(self) -> Iterator[Picture]:
        """Give every frame of the clip at its size.

        Raises:
            InvalidRequest: a source is no picture.
            BadResult: the model made something else.
            Cancelled: nobody wants the clip.
        """
        cv2.setNumThreads(1)  # more would search motion in other stripes, and find other motion
        for picture in retimed(self._film(), self._plan.places):
            yield np.asarray(self._frame.out(Image.fromarray(picture)))

    def _film(self) -> Iterator[Picture]:
        """Give the model's frames; each part is made when its first frame is asked for."""
        parts, each = self._plan.parts, self._plan.each
        first = self._opened(self._request.panel)
        last = self._opened(self._request.last) if self._is_closed else None
        for part in range(parts):
            share = Share(self._job, part / parts, (part + 1) / parts)
            held = {0: first} | ({each - 1: last} if last and part == parts - 1 else {})
            film = self._part(part, held, Share(share, 0.0, PAINTING))
            finishing = Share(share, PAINTING, 1.0)
            for number in range(min(part, 1), each):  # the first frame of a continuation is there already
                finishing.report(number / each)
                yield film[number]
            first = Image.fromarray(film[-1])

    def _opened(self, source: Digest) -> Image.Image:
        """Return a source in the model's frame."""
        return self._frame.into(opened(self._job.source(source)))

    def _part(self, number: int, held: given.Pictures, share: Share) -> Film:
        """Run the model once. Each part has a seed of its own, or what moves in one would move again in the next."""
        output = self._warm.run(
            share,
            seed=self._request.seed + number,
            size=self._frame.native,
            whole=self._frame.whole,
            num_frames=self._plan.each,
            **given.words(self._taken, self._request, self._warm.profile, self._can),
            **given.pictures(self._taken, held),
        )
        self._has_sound |= getattr(output, "audio", None) is not None
        return developed(output, self._plan.each, is_closed=len(held) > 1)


def _can(profile: Profile) -> Frames:
    if profile.frames is None:
        raise Unavailable(f"the profile {profile.name} does not say which frames its model makes; add [frames] to it")
    return profile.frames
