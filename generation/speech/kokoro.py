"""The back-end `kokoro`: lines spoken by Kokoro-82M on the processor, in English, French and Chinese."""

from typing import TYPE_CHECKING

from generation.backends import Job, Made, Workshop
from generation.catalog import Model, Origin
from generation.errors import BadResult, InvalidRequest
from generation.requests import VoiceRequest
from generation.speech.text import sentences, spoken
from generation.voices import find

if TYPE_CHECKING:
    from generation.speech.speaker import Speaker

WEIGHTS, STYLES = "kokoro", "kokoro-voices"
"""The locker's entries: the int8 network, and the folder of voices."""

SPEEDS = (0.5, 2.0)

MODEL = Model(
    name="Kokoro-82M",
    version="1.0-int8",
    licence="Apache-2.0",
    origin=Origin.TRAINED,
    source="hexgrad's Kokoro-82M v1.0, exported to ONNX by the kokoro-onnx project (MIT)",
    weights=(WEIGHTS, STYLES),
)


class KokoroVoice:
    """Speaks a line with a voice of `generation.voices`."""

    def __init__(self, workshop: Workshop) -> None:
        """Remember where the weights are."""
        self._workshop = workshop
        self._speaker: Speaker | None = None

    @property
    def model(self) -> Model:
        """Kokoro-82M."""
        return MODEL

    @property
    def workers(self) -> int:
        """One line at a time: the phonemiser keeps state for the whole process."""
        return 1

    def make(self, request: VoiceRequest, job: Job) -> Made:
        """Write `line.wav`: mono, 48 kHz, 16 bits, trimmed, at an even level."""
        voice = find(request.language, request.voice)
        if not SPEEDS[0] <= request.speed <= SPEEDS[1]:
            raise InvalidRequest(f"a voice speaks at {SPEEDS[0]} to {SPEEDS[1]} times its speed, not {request.speed}")
        pieces = sentences(spoken(request.text))
        job.report(0.0)
        speaker = self._loaded()

        from generation.speech.recording import delivered, finished, is_silent, joined  # noqa: PLC0415

        takes = []
        for done, piece in enumerate(pieces):
            job.report(done / len(pieces))
            takes.append(speaker.say(piece, voice, request.speed))
        job.report(0.98)
        line = joined(takes)
        if is_silent(line):
            raise BadResult(f"{request.voice} said nothing for {request.text[:60]!r}; change the words")
        return delivered(finished(line), job.folder)

    def close(self) -> None:
        """Let the network go."""
        self._speaker = None

    def _loaded(self) -> "Speaker":
        if self._speaker is None:
            from generation.speech.speaker import Speaker  # noqa: PLC0415

            locker = self._workshop.locker
            self._speaker = Speaker(locker.path(WEIGHTS), locker.path(STYLES), self._workshop.cache)
        return self._speaker
