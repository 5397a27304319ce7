"""The back-end `espeak`: lines spoken by eSpeak NG, the robot that is always there when no better voice is."""

import json
import logging
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model, Origin
from generation.catalog.price import FREE
from generation.errors import Unavailable
from generation.notes import note
from generation.requests.sound import VoiceRequest
from generation.speech.reading import read
from generation.voices import Voice

if TYPE_CHECKING:
    from generation.speech.recording import Audio

SECONDS = 30
"""How long one sentence may take; it takes a tenth of a second."""

WORDS_A_MINUTE = 160

_WORKER = Path(__file__).with_name("espeak_worker.py")

_ACCENTS = {"fr-fr": "fr", "en-gb": "en"}
"""Accents whose file in eSpeak NG bears another name."""

_PITCH = {("woman", "child"): 85, ("man", "child"): 75, ("woman", "old"): 38, ("man", "old"): 28}

NOTE = "spoken by eSpeak NG, a robotic voice, because the neural voices are not in use here"

MODEL = Model(
    name="eSpeak NG",
    version="1.52",
    licence="GPL-3.0-or-later",
    origin=Origin.COMPUTED,
    source="the eSpeak NG project's formant synthesiser, from the package espeakng-loader",
    price=FREE,
)

log = logging.getLogger(__name__)


class EspeakVoice:
    """Speaks a line with the voice of eSpeak NG that comes nearest to one of `generation.voices`."""

    def __init__(self, workshop: Workshop) -> None:
        """Take the workshop; nothing of it is needed."""
        del workshop

    @property
    def model(self) -> Model:
        """ESpeak NG."""
        return MODEL

    @property
    def workers(self) -> int:
        """One line at a time."""
        return 1

    def make(self, request: VoiceRequest, job: Job) -> Made:
        """Write `line.wav`, as the back-end kokoro does, and say in the notes that it is a fallback."""
        reading = read(request)

        from generation.speech.recording import delivered, recorded  # noqa: PLC0415

        line = recorded(reading, partial(_said, raw=job.folder / "sentence.raw"), job.report)
        log.warning(NOTE)
        return delivered(line, job.folder, (note("robotic-voice"),))

    def close(self) -> None:
        """Free nothing: each sentence has a process of its own."""


def _said(sentence: str, voice: Voice, speed: float, *, raw: Path) -> "Audio":
    """Speak a sentence in a child process, by way of the file `raw`; return it at 48 kHz."""
    import numpy as np  # noqa: PLC0415

    from generation.speech.recording import resampled  # noqa: PLC0415

    asked: dict[str, str | int] = {
        "text": sentence,
        "voice": variant(voice),
        "rate": round(WORDS_A_MINUTE * speed),
        "pitch": _PITCH.get((voice.sex, voice.age), 50),
    }
    rate = _child(asked, raw)
    samples = np.frombuffer(raw.read_bytes(), "<i2").astype(np.float32) / np.float32(32768)
    return resampled(samples, rate)


def _child(asked: dict[str, str | int], raw: Path) -> int:
    command = [sys.executable, str(_WORKER), str(raw)]
    try:
        done = subprocess.run(
            command, input=json.dumps(asked), capture_output=True, text=True, timeout=SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        reason = str(getattr(error, "stderr", "") or error).strip().splitlines()[-1:]
        raise Unavailable(f"eSpeak NG does not run here ({' '.join(reason)}); install espeakng-loader") from error
    return int(done.stdout)


def variant(voice: Voice) -> str:
    """Name eSpeak's voice: the accent, and one of its five women or eight men by the voice's number."""
    letter = "f" if voice.sex == "woman" or voice.age == "child" else "m"
    return f"{_ACCENTS.get(voice.accent, voice.accent)}+{letter}{voice.name[-1]}"
