"""Back-ends that make real, tiny files at once: every gate, queue and message around them is the real one."""

import hashlib
import io
import json
import threading
import wave
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache

import av
import numpy as np
from PIL import Image

from generation.backends import BackEnd, Job, Made
from generation.catalog.model import Model, Origin, Taken
from generation.catalog.price import Price
from generation.errors import Cramped, GenerationError
from generation.notes import Note
from generation.requests.chat import TalkRequest
from generation.requests.identity import digest_of
from generation.requests.motion import ClipRequest, FrameRequest
from generation.requests.pictures import PanelRequest, RetouchRequest, SheetRequest, StillRequest, UpscaleRequest
from generation.requests.printing import CutRequest, PaperRequest
from generation.requests.request import Request
from generation.requests.sound import CueRequest, VoiceRequest

RATE = 8000
"""Samples per second of the fake sounds."""

LETTER = 45
"""Milliseconds of speech for each letter of a line."""

SIZE = (54, 96)


@dataclass(kw_only=True)
class Fake:
    """Makes one medium with a function; keeps what was asked, and fails where it was told to."""

    name: str
    render: Callable[[Request], tuple[bytes, str, dict[str, object]]]
    media_type: str
    asked: list[Request] = field(default_factory=list)
    failures: list[GenerationError] = field(default_factory=list)
    """Raised one after the other, before anything is made."""
    price: int | None = 0
    notes: tuple[Note, ...] = ()
    """Told of whatever is made."""
    takes: frozenset[Taken] = frozenset()
    family: str = ""
    audition: int = 0
    origin: Origin = Origin.COMPUTED
    hold: threading.Event | None = None
    """Set when the next request has begun, which then waits until it is called off."""

    @property
    def model(self) -> Model:
        return Model(
            name=self.name,
            version="1",
            licence="CC0-1.0",
            origin=self.origin,
            source="the tests",
            price=None if self.price is None else Price(micros=self.price),
            takes=self.takes,
            family=self.family,
            audition=self.audition,
        )

    @property
    def workers(self) -> int:
        return 2

    def make(self, request: Request, job: Job) -> Made:
        job.report(0)
        if self.hold is not None:
            begun, self.hold = self.hold, None
            begun.set()
            _wait(job)
        if self.failures:
            raise self.failures.pop(0)
        self.asked.append(request)
        data, suffix, facts = self.render(request)
        if isinstance(request, TalkRequest):
            job.say(json.loads(data)["text"])
        path = job.folder / f"made{suffix}"
        path.write_bytes(data)
        job.report(1)
        return Made(path=path, media_type=self.media_type, facts=facts, notes=self.notes)

    def close(self) -> None:
        """Nothing is held."""


@dataclass(kw_only=True)
class Cramping(Fake):
    """One whose machine holds a size of so many pixels and none above, once it has made `before` pictures."""

    holds: tuple[int, int]
    before: int = 0

    def make(self, request: Request, job: Job) -> Made:
        assert isinstance(request, StillRequest)
        width, height = self.holds
        if len(self.asked) >= self.before and not 0 < request.pixels <= width * height:
            raise Cramped(f"memory does not hold this; {width}x{height} would fit", width, height, model=self.name)
        return super().make(request, job)


def _wait(job: Job) -> None:
    """Wait until nobody wants the result: then `report` raises."""
    pause = threading.Event()
    while True:
        pause.wait(0.01)
        job.report(0.5)


def panel(request: Request) -> tuple[bytes, str, dict[str, object]]:
    """A picture in a colour of its own: a panel, or a sheet of the cast."""
    assert isinstance(request, PanelRequest | SheetRequest)
    buffer = io.BytesIO()
    Image.new("RGB", SIZE, _colour(request)).save(buffer, "JPEG")
    return buffer.getvalue(), ".jpg", {"width": SIZE[0], "height": SIZE[1], "layered": True}


def still(request: Request) -> tuple[bytes, str, dict[str, object]]:
    """A picture in a colour of its own, of no layers."""
    assert isinstance(request, StillRequest)
    buffer = io.BytesIO()
    Image.new("RGB", SIZE, _colour(request)).save(buffer, "JPEG")
    return buffer.getvalue(), ".jpg", {"width": SIZE[0], "height": SIZE[1]}


PAINTS = frozenset({Taken.PROMPT, Taken.NEGATIVE, Taken.LAYOUT, Taken.REFERENCES})


def painter() -> Fake:
    """Return a model for stills that takes everything and reads every language: assign it as `{"still": "painter"}`."""
    return Fake(name="fake-still", render=still, media_type="image/jpeg", takes=PAINTS, family="plain")


def cramped(holds: tuple[int, int], *, name: str = "fake-still", before: int = 0) -> Cramping:
    """Return such a model on a machine that holds so large a picture, width by height, after `before` larger ones."""
    return Cramping(
        name=name, render=still, media_type="image/jpeg", takes=PAINTS, family="plain", holds=holds, before=before
    )


def retouched(request: Request) -> tuple[bytes, str, dict[str, object]]:
    """A picture in a colour of its own, as large as was asked for."""
    assert isinstance(request, RetouchRequest | UpscaleRequest)
    buffer = io.BytesIO()
    Image.new("RGB", SIZE, _colour(request)).save(buffer, "JPEG")
    return buffer.getvalue(), ".jpg", {"width": request.width, "height": request.height}


def retoucher() -> Fake:
    """Return a model that changes pictures: assign it as `{"retouch": "retoucher", "upscale": "retoucher"}`."""
    takes = frozenset({Taken.PROMPT, Taken.MASK})
    return Fake(name="fake-retouch", render=retouched, media_type="image/jpeg", takes=takes, family="plain")


def clip(request: Request) -> tuple[bytes, str, dict[str, object]]:
    """A film of one colour, a few frames long whatever was asked."""
    assert isinstance(request, ClipRequest)
    facts = {"frames": request.frames, "rate": request.rate, "width": request.width, "height": request.height}
    return _film(_colour(request)), ".mp4", dict(facts)


def mover() -> Fake:
    """Return a trained model that sets pictures in motion as words tell it: assign it as `{"clip": "mover"}`."""
    takes = frozenset({Taken.PROMPT, Taken.LAST})
    return Fake(
        name="fake-mover", render=clip, media_type="video/mp4", takes=takes, family="plain", origin=Origin.TRAINED
    )


def frame(request: Request) -> tuple[bytes, str, dict[str, object]]:
    """A picture in a colour of its own."""
    assert isinstance(request, FrameRequest)
    buffer = io.BytesIO()
    Image.new("RGB", SIZE, _colour(request)).save(buffer, "PNG")
    return buffer.getvalue(), ".png", {"width": SIZE[0], "height": SIZE[1]}


def cut(request: Request) -> tuple[bytes, str, dict[str, object]]:
    """A film of one colour that says it is as long as the timeline."""
    assert isinstance(request, CutRequest)
    facts = {"frames": request.timeline.frames, "rate": request.timeline.rate, "width": SIZE[0], "height": SIZE[1]}
    return _film(_colour(request)), ".mp4", dict(facts)


def voice(request: Request) -> tuple[bytes, str, dict[str, object]]:
    """A tone as long as the line takes to say."""
    assert isinstance(request, VoiceRequest)
    length = max(300, LETTER * len(request.text))
    pitch = 120 + int(digest_of(request.voice + request.reference)[:2], 16)
    facts = {"milliseconds": length, "rate": RATE, "samples": RATE * length // 1000}
    return _tone(length, pitch), ".wav", facts | {"speech_start_ms": 20, "speech_end_ms": length - 20}


def cue(request: Request) -> tuple[bytes, str, dict[str, object]]:
    """A tone as long as was asked."""
    assert isinstance(request, CueRequest)
    facts = {"milliseconds": request.milliseconds, "rate": RATE, "samples": RATE * request.milliseconds // 1000}
    return _tone(request.milliseconds, 60), ".wav", dict(facts)


def paper(request: Request) -> tuple[bytes, str, dict[str, object]]:
    """A file that says what would be printed; only what opens it would miss the pages."""
    assert isinstance(request, PaperRequest)
    return f"%PDF-1.7\n%{request.kind}\n{request.sheet.title}".encode(), ".pdf", {}


def media() -> dict[str, BackEnd]:
    """Return a fake for every medium but the words, under the names of the default back-ends."""
    return {
        "previz": Fake(name="fake-panel", render=panel, media_type="image/jpeg"),
        "animatic": Fake(name="fake-clip", render=clip, media_type="video/mp4"),
        "frame-grab": Fake(name="fake-frame", render=frame, media_type="image/png"),
        "kokoro": Fake(name="fake-voice", render=voice, media_type="audio/wav"),
        "score": Fake(name="fake-cue", render=cue, media_type="audio/wav"),
        "cut": Fake(name="fake-cut", render=cut, media_type="video/mp4"),
        "press": Fake(name="fake-paper", render=paper, media_type="application/pdf"),
    }


def _colour(request: Request) -> tuple[int, int, int]:
    red, green, blue = hashlib.sha256(repr(request).encode()).digest()[:3]
    return red, green, blue


@cache
def _film(colour: tuple[int, int, int]) -> bytes:
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=Fraction(30))
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        picture = np.full((SIZE[1], SIZE[0], 3), colour, np.uint8)
        for _ in range(3):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
    return buffer.getvalue()


@cache
def _tone(milliseconds: int, pitch: int) -> bytes:
    moments = np.arange(RATE * milliseconds // 1000) / RATE
    samples = (8000 * np.sin(2 * np.pi * pitch * moments)).astype("<i2")
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return buffer.getvalue()
