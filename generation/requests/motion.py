"""What is asked of those who set a picture in motion."""

from dataclasses import dataclass
from typing import ClassVar

from generation.requests.identity import Digest
from generation.requests.pictures import PanelRequest


@dataclass(frozen=True, kw_only=True, slots=True)
class Speech:
    """A line spoken in a clip by the actor whose look has this id.

    `start` is the millisecond of the clip at which the sound begins, with the silence before its first word; below 0
    where that silence begins before the clip.
    `phonemes` are the voice's own (IPA, as its back-end reports them); without them mouths follow the sound's energy.
    """

    voice: Digest
    actor: str
    start: int
    phonemes: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ClipRequest:
    """Ask for `frames` frames at `rate` per second that start on the panel and follow the camera `move`.

    `drawing` is the panel's own request when our artist drew it: its layers can then be painted again and moved apart.
    Without it the panel is a flat picture (a person's own, or another model's). `speech` moves the mouths, each from
    its own time on. `effort` is `full` (figures drawn anew, twelve times a second) or `light` (the panel's layers, with
    mouths and eyes laid over).

    `prompt` and `negative` are for models that take words (`Taken.PROMPT`); `last` is the picture that the clip ends
    on, for those that take one. `pixels` is how many a model paints of a frame at the most, 0 for as many as it likes.
    """

    operation: ClassVar[str] = "clip"

    panel: Digest
    drawing: PanelRequest | None = None
    move: str
    speech: tuple[Speech, ...] = ()
    effort: str = "full"
    frames: int
    rate: int = 30
    width: int = 1080
    height: int = 1920
    seed: int
    prompt: str = ""
    negative: str = ""
    last: Digest = ""
    pixels: int = 0

    @property
    def sources(self) -> tuple[Digest, ...]:
        """The panel, the last frame, and the voices that are heard, each once."""
        voices = (speech.voice for speech in self.speech)
        return tuple(dict.fromkeys(each for each in (self.panel, self.last, *voices) if each))


@dataclass(frozen=True, kw_only=True, slots=True)
class FrameRequest:
    """Ask for one frame of a clip as a picture, counted from 0."""

    operation: ClassVar[str] = "frame"

    clip: Digest
    frame: int

    @property
    def sources(self) -> tuple[Digest, ...]:
        """The clip."""
        return (self.clip,)
