"""The back-end `score`: compose a cue and let a sampled orchestra play it."""

from pathlib import Path
from typing import TYPE_CHECKING

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model, Origin
from generation.catalog.price import FREE
from generation.music.composition import compose
from generation.requests.sound import CueRequest

if TYPE_CHECKING:
    from generation.music.soundfont import SoundFont

SOUNDFONT = "musescore-general"
"""The locker's entry with the instruments."""

MODEL = Model(
    name="Feuilleton",
    version="1",
    licence="Apache-2.0",
    origin=Origin.COMPUTED,
    source="Feuilleton's own composer and sampler, playing the MuseScore General SoundFont (MIT)",
    weights=(SOUNDFONT,),
    price=FREE,
)


class Score:
    """Composes for a mood and length, and renders with the locker's SoundFont."""

    def __init__(self, workshop: Workshop) -> None:
        """Remember where the instruments are."""
        self._workshop = workshop
        self._font: SoundFont | None = None

    @property
    def model(self) -> Model:
        """The composer, and the instruments it plays."""
        return MODEL

    @property
    def workers(self) -> int:
        """One cue at a time."""
        return 1

    def make(self, request: CueRequest, job: Job) -> Made:
        """Write `cue.wav`: stereo, 48 kHz, 16 bits, exactly as long as asked, peaks under -3 dBFS."""
        cue = compose(request.mood, request.milliseconds, request.seed)
        job.report(0.0)
        font = self._opened()

        from generation.music.recording import recorded, write  # noqa: PLC0415

        audio = recorded(cue, font, job.report)
        path = write(audio, job.folder / "cue.wav")
        return _made(path, len(audio), cue.title, cue.tempo)

    def close(self) -> None:
        """Let the instruments go."""
        self._font = None

    def _opened(self) -> "SoundFont":
        if self._font is None:
            from generation.music.soundfont import SoundFont  # noqa: PLC0415

            self._font = SoundFont(self._workshop.locker.path(SOUNDFONT))
        return self._font


def _made(path: Path, samples: int, title: str, tempo: float) -> Made:
    from generation.music.sampler import RATE  # noqa: PLC0415

    facts = {
        "samples": samples,
        "rate": RATE,
        "milliseconds": round(samples * 1000 / RATE),
        "title": title,
        "tempo": round(tempo, 1),
    }
    return Made(path=path, media_type="audio/wav", facts=facts)
