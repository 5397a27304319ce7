"""The back-end `kokoro`: lines spoken by Kokoro-82M on the processor, in English, French and Chinese."""

from typing import TYPE_CHECKING

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model, Origin
from generation.catalog.price import FREE
from generation.requests.sound import VoiceRequest
from generation.speech.reading import read

if TYPE_CHECKING:
    from generation.speech.speaker import Speaker

WEIGHTS, STYLES = "kokoro", "kokoro-voices"
"""The locker's entries: the int8 network, and the folder of voices."""

MODEL = Model(
    name="Kokoro-82M",
    version="1.0-int8",
    licence="Apache-2.0",
    origin=Origin.TRAINED,
    source="hexgrad's Kokoro-82M v1.0, exported to ONNX by the kokoro-onnx project (MIT)",
    weights=(WEIGHTS, STYLES),
    price=FREE,
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
        """Write `line.wav`: mono, 48 kHz, 16 bits, trimmed, at an even level.

        The fact `phonemes` is what is spoken, sentence after sentence: mouths are drawn after it.
        """
        reading = read(request)
        job.report(0.0)
        speaker = self._loaded()

        from generation.speech.recording import delivered, recorded  # noqa: PLC0415

        line = recorded(reading, speaker.say, job.report)
        spoken = " ".join(speaker.phonemes(sentence, reading.voice) for sentence in reading.sentences)
        return delivered(line, job.folder, phonemes=spoken)

    def close(self) -> None:
        """Let the network go."""
        self._speaker = None

    def _loaded(self) -> "Speaker":
        if self._speaker is None:
            from generation.speech.speaker import Speaker  # noqa: PLC0415

            locker = self._workshop.locker
            self._speaker = Speaker(locker.path(WEIGHTS), locker.path(STYLES), self._workshop.cache)
        return self._speaker
