"""The back-end `whisper`: what somebody says, written down by Whisper on the processor.

The package is the extra `ears`, the weights are fetched with it; without either nothing is guessed, the studio says
that it cannot listen.
"""

import json
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model, Origin
from generation.catalog.price import FREE
from generation.errors import Unavailable
from generation.hearing.text import PROMPTS, spoken_language, written
from generation.requests.sound import TranscriptionRequest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEIGHTS = "whisper-base"
"""The locker's entry: a folder in the form of CTranslate2."""

MODEL = Model(
    name="Whisper base",
    version="1-int8",
    licence="MIT",
    origin=Origin.TRAINED,
    source="OpenAI's Whisper base, converted for CTranslate2 by Systran, run by faster-whisper (MIT)",
    weights=(WEIGHTS,),
    price=FREE,
)

GARBLED = 2.4
"""How well the text of a window may compress: the recogniser repeats itself over what is no speech (its paper, 4.5)."""

UNSURE, SPEECHLESS = -1.0, 0.6
"""Mean log-probability below which a window is left out where "no speech" is as probable as this (the same paper)."""

if find_spec("faster_whisper") is None:
    raise ModuleNotFoundError("the extra `ears` is not installed", name="faster-whisper")


class Whisper:
    """Writes down what is said in a recording, in French, English or Chinese."""

    def __init__(self, workshop: Workshop) -> None:
        """Remember where the weights are."""
        self._locker = workshop.locker
        self._recogniser: Any = None  # faster_whisper has no types

    @property
    def model(self) -> Model:
        """Whisper base."""
        return MODEL

    @property
    def workers(self) -> int:
        """One recording at a time, in one thread."""
        return 1

    def make(self, request: TranscriptionRequest, job: Job) -> Made:
        """Write `transcript.json`: the text and the language; no text where nobody speaks.

        Raises:
            InvalidRequest: it is no recording, or beyond the limits of `generation.hearing.sound`.
            Unavailable: the weights are not in the locker; nothing is fetched while somebody waits.
        """
        job.report(0.0)
        from generation.hearing.sound import RATE, decoded, is_quiet  # noqa: PLC0415

        samples = decoded(job.source(request.sound))
        speech = samples[:0] if is_quiet(samples) else self._speech(samples, job)
        language, text = self._heard(speech, request.language, job) if len(speech) else (request.language, "")
        path = job.folder / "transcript.json"
        path.write_text(json.dumps({"language": language, "text": text}, ensure_ascii=False), encoding="utf-8")
        facts = {"language": language, "milliseconds": len(samples) * 1000 // RATE}
        return Made(path=path, media_type="application/json", facts=facts)

    def close(self) -> None:
        """Let the network go."""
        self._recogniser = None

    def _speech(self, samples: "NDArray[np.float32]", job: Job) -> "NDArray[np.float32]":
        """Return those parts of a recording in which somebody speaks: over the others words would be made up."""
        import numpy as np  # noqa: PLC0415
        from faster_whisper.vad import collect_chunks, get_speech_timestamps  # noqa: PLC0415

        chunks, _ = collect_chunks(samples, get_speech_timestamps(samples))
        job.report(0.05)
        return np.asarray(np.concatenate([samples[:0], *chunks]), np.float32)

    def _heard(self, speech: "NDArray[np.float32]", hint: str, job: Job) -> tuple[str, str]:
        """Return the language and the words of speech."""
        recogniser = self._loaded()
        job.report(0.1)
        *_, found = recogniser.detect_language(speech)
        language = spoken_language(dict(found), hint)
        windows, about = recogniser.transcribe(
            speech,
            language=language,
            beam_size=5,
            temperature=0.0,
            initial_prompt=PROMPTS.get(language),
            condition_on_previous_text=False,
        )
        words = []
        for window in windows:  # each is recognised when it is asked for: between two the work can be called off
            job.report(0.1 + 0.9 * min(1.0, window.end / max(about.duration, 0.1)))
            if not _is_noise(window):
                words.append(window.text)
        return language, written("".join(words), language)

    def _loaded(self) -> Any:  # noqa: ANN401 - faster_whisper has no types
        if self._recogniser is None:
            if not self._locker.has(WEIGHTS):
                raise Unavailable("the weights of Whisper are not here: run `feuilleton fetch`")
            from faster_whisper import WhisperModel  # noqa: PLC0415

            folder = str(self._locker.path(WEIGHTS))
            self._recogniser = WhisperModel(
                folder, device="cpu", compute_type="int8", cpu_threads=1, num_workers=1, local_files_only=True
            )
        return self._recogniser


def _is_noise(window: Any) -> bool:  # noqa: ANN401 - faster_whisper has no types
    """Say whether a window's words are made up: they repeat themselves, or nobody seems to speak in it."""
    silent = window.no_speech_prob > SPEECHLESS and window.avg_logprob < UNSURE
    return bool(silent or window.compression_ratio > GARBLED)
