"""What is asked of voices, ears and orchestra."""

from dataclasses import dataclass
from typing import ClassVar

from generation.requests.identity import Digest


@dataclass(frozen=True, kw_only=True, slots=True)
class VoiceRequest:
    """Ask for one spoken line: `language` is `fr`, `en` or `zh`; `speed` 1 is the voice's own (0.5 to 2).

    `reference` is a recording of the person who lends their voice, for models that take one (`Taken.CLONING`), and
    `consent` the paper in which that person agreed; there is none without the other.
    """

    operation: ClassVar[str] = "voice"

    text: str
    language: str
    voice: str
    speed: float = 1.0
    reference: Digest = ""
    consent: Digest = ""

    @property
    def sources(self) -> tuple[Digest, ...]:
        """The recording of the voice and its owner's consent; a line is else made from words alone."""
        return tuple(each for each in (self.reference, self.consent) if each)


@dataclass(frozen=True, kw_only=True, slots=True)
class TableReadRequest:
    """Ask for recorded lines in one sound, in this order with a short silence between them.

    Facts: `milliseconds` of the whole, and `starts_ms`, the millisecond at which each line begins.
    """

    operation: ClassVar[str] = "table-read"

    voices: tuple[Digest, ...]

    @property
    def sources(self) -> tuple[Digest, ...]:
        """The recorded lines, each once."""
        return tuple(dict.fromkeys(self.voices))


@dataclass(frozen=True, kw_only=True, slots=True)
class TranscriptionRequest:
    """Ask for what is said in a recording, in words; `language` is the one that its speaker usually speaks.

    The file is JSON: `text`, empty where nobody speaks, and the `language` it is in. Facts: `language`, `milliseconds`.
    """

    operation: ClassVar[str] = "transcribe"

    sound: Digest
    language: str

    @property
    def sources(self) -> tuple[Digest, ...]:
        """The recording."""
        return (self.sound,)


@dataclass(frozen=True, kw_only=True, slots=True)
class CueRequest:
    """Ask for a piece of music of `milliseconds`, composed for `mood`; it ends, it does not stop.

    `prompt` is for models that take words (`Taken.PROMPT`).
    """

    operation: ClassVar[str] = "cue"

    mood: str
    milliseconds: int
    seed: int
    prompt: str = ""

    @property
    def sources(self) -> tuple[Digest, ...]:
        """A cue is composed from its mood and length."""
        return ()
