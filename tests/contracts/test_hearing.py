"""What the ears hand over: the words that were said, none where nobody speaks, and a plain refusal of what is no sound.

The speech is made by the embedded voices: five sentences in each language, as a phone would record them.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import av
import jiwer
import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from bot.compose import models, needs
from bot.settings import Settings
from generation.backends import BackEnd, Workshop, load
from generation.catalog.model import Origin
from generation.catalog.price import FREE
from generation.errors import Cancelled, InvalidRequest, Unavailable
from generation.hearing.text import PROMPTS, spoken_language, written
from generation.requests.sound import TranscriptionRequest, VoiceRequest
from generation.weights.locker import Locker
from tests.weights import LOCKER

SPOKEN = {
    "en": (
        "en-m1",
        0.1,
        (
            "A lonely robot falls in love with the moon.",
            "I waited for you all night in the rain, and you never came.",
            "Make the second shot darker, and let her walk away slowly.",
            "The old man opens the letter, and his hands begin to shake.",
            "Please end on her face, not on the door.",
        ),
    ),
    "fr": (
        "fr-f1",
        0.35,
        (
            "Un robot solitaire tombe amoureux de la lune.",
            "Je t'ai attendu toute la nuit sous la pluie, et tu n'es jamais venu.",
            "Le deuxième plan doit être plus sombre, et elle s'éloigne lentement.",
            "Le vieil homme ouvre la lettre, et ses mains se mettent à trembler.",
            "Je voudrais finir sur son visage, pas sur la porte.",
        ),
    ),
    "zh": (
        "zh-f1",
        0.3,
        (
            "一个孤独的机器人爱上了月亮。",
            "我在雨里等了你一整夜，你一直没有来。",
            "第二个镜头要更暗，让她慢慢走开。",
            "老人打开信，他的手开始发抖。",
            "请停在她的脸上，不要停在门上。",
        ),
    ),
}
"""A voice, the share of words (Chinese: characters) that may be heard wrongly, and what is said."""

OTHER = {"en": "fr", "fr": "zh", "zh": "en"}
"""What somebody's app speaks who says something in another language."""

QUIET = pytest.mark.filterwarnings(
    "ignore:invalid escape sequence:DeprecationWarning",  # jieba, when first compiled
    "ignore:invalid escape sequence:SyntaxWarning",  # the same from Python 3.12 on
    "ignore:unclosed file:ResourceWarning",  # zhconv, which leaves its tables open
)


@dataclass
class Bench:
    folder: Path
    sound: Path
    stop_after: float = 2.0
    told: list[float] = field(default_factory=list)

    def source(self, digest: str) -> Path:
        assert digest == "s"
        return self.sound

    def report(self, fraction: float) -> None:
        self.told.append(fraction)
        if fraction > self.stop_after:
            raise Cancelled("called off")


def here(*entries: str) -> None:
    missing = [entry for entry in entries if not LOCKER.has(entry)]
    if missing:
        pytest.skip(f"{', '.join(missing)} not in the locker: run `feuilleton fetch --tests`")


@pytest.fixture(scope="module")
def whisper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BackEnd]:
    here("whisper-base")
    backend = load("whisper", Workshop(locker=LOCKER, cache=tmp_path_factory.mktemp("cache")))
    yield backend
    backend.close()


def heard(backend: BackEnd, sound: Path, folder: Path, language: str = "en") -> dict[str, str]:
    folder.mkdir(exist_ok=True)
    made = backend.make(TranscriptionRequest(sound="s", language=language), Bench(folder, sound))
    found: dict[str, str] = json.loads(made.path.read_text("utf-8"))
    assert made.path.parent == folder
    assert made.facts["language"] == found["language"]
    return found


def phone(samples: NDArray[np.float32], rate: int, path: Path) -> Path:
    """Record a sound as Telegram's clients do: Opus in Ogg, 48 kHz, mono."""
    with av.open(str(path), "w", format="ogg") as container:
        stream = container.add_stream("libopus", rate=48_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(samples[None].astype(np.float32), format="fltp", layout="mono")
        frame.sample_rate = rate
        for packet in stream.encode(frame):
            container.mux(packet)
        container.mux(stream.encode(None))
    return path


def noise(size: int) -> NDArray[np.float64]:
    return np.random.default_rng(7).normal(0, 0.2, size).clip(-1, 1)


def tone(size: int) -> NDArray[np.float64]:
    return np.asarray(0.4 * np.sin(np.arange(size) / 48_000 * 2 * np.pi * 440))


@pytest.mark.slow
@QUIET
@pytest.mark.parametrize("language", SPOKEN)
def test_what_the_embedded_voices_say_is_written_down(language: str, whisper: BackEnd, tmp_path: Path) -> None:
    here("kokoro", "kokoro-voices")
    voice, limit, sentences = SPOKEN[language]
    speaker = load("kokoro", Workshop(locker=LOCKER, cache=tmp_path))
    wanted, found = [], []
    for number, text in enumerate(sentences):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        line = speaker.make(VoiceRequest(text=text, language=language, voice=voice), Bench(folder, folder))
        samples, rate = soundfile.read(line.path, dtype="float32")
        sound = phone(samples, rate, folder / "said.oga")
        hint = OTHER[language] if number == 0 else language
        said = heard(whisper, sound, folder, hint)
        print(language, said)  # noqa: T201 - shown where the test fails
        assert said["language"] == language
        wanted.append(plain(text, language))
        found.append(plain(said["text"], language))
    assert jiwer.wer(wanted, found) <= limit


@pytest.mark.slow
@QUIET
@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("make", [np.zeros, noise, tone])
def test_nobody_speaks_in_silence_noise_or_a_tone(
    make: Callable[[int], NDArray[np.float64]], language: str, whisper: BackEnd, tmp_path: Path
) -> None:
    sound = phone(make(3 * 48_000).astype(np.float32), 48_000, tmp_path / "said.oga")

    assert heard(whisper, sound, tmp_path, language) == {"language": language, "text": ""}


@pytest.mark.parametrize(
    "data", [b"", b"no sound at all", b"OggS" + bytes(4000), b"#EXTM3U\nhttp://example.org/a.ts\n"]
)
def test_what_is_no_recording_is_refused(data: bytes, tmp_path: Path) -> None:
    sound = tmp_path / "said.oga"
    sound.write_bytes(data)

    with pytest.raises(InvalidRequest):
        heard(load("whisper", Workshop(locker=LOCKER, cache=tmp_path)), sound, tmp_path)


def test_what_is_too_long_is_refused_whatever_its_header_says(tmp_path: Path) -> None:
    sound = phone(np.zeros(126 * 48_000, np.float32), 48_000, tmp_path / "said.oga")

    with pytest.raises(InvalidRequest, match="longer than 125 s"):
        heard(load("whisper", Workshop(locker=LOCKER, cache=tmp_path)), sound, tmp_path)


def test_work_stops_when_nobody_wants_it(tmp_path: Path) -> None:
    sound = phone(tone(48_000).astype(np.float32), 48_000, tmp_path / "said.oga")
    backend = load("whisper", Workshop(locker=LOCKER, cache=tmp_path))

    with pytest.raises(Cancelled):
        backend.make(TranscriptionRequest(sound="s", language="en"), Bench(tmp_path, sound, stop_after=0.01))
    assert not list(tmp_path.glob("*.json"))


@pytest.mark.slow
def test_without_weights_it_says_so_and_fetches_nothing(tmp_path: Path) -> None:
    here("kokoro", "kokoro-voices")
    folder = tmp_path / "line"
    folder.mkdir()
    speaker = load("kokoro", Workshop(locker=LOCKER, cache=tmp_path))
    line = speaker.make(VoiceRequest(text="Do not move.", language="en", voice="en-m1"), Bench(folder, folder))
    empty = Locker(tmp_path / "weights", clients={})

    with pytest.raises(Unavailable, match="feuilleton fetch"):
        heard(load("whisper", Workshop(locker=empty, cache=tmp_path)), line.path, tmp_path)
    assert not (tmp_path / "weights").exists()


def test_without_its_package_the_studio_does_without_it_and_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "faster_whisper", None)
    monkeypatch.delitem(sys.modules, "generation.hearing.whisper", raising=False)

    with pytest.raises(Unavailable, match="needs the package faster-whisper"):
        load("whisper", Workshop(locker=LOCKER, cache=tmp_path))
    settings = Settings(home=tmp_path, cache=tmp_path)
    assert models(settings).keys() == settings.assigned().keys() - {"transcribe"}
    assert "whisper-base" not in needs(settings)


def test_the_catalog_names_the_model_before_anything_is_loaded(tmp_path: Path) -> None:
    model = load("whisper", Workshop(locker=LOCKER, cache=tmp_path)).model

    assert (model.licence, model.origin, model.weights, model.price) == ("MIT", Origin.TRAINED, ("whisper-base",), FREE)


@QUIET
@pytest.mark.parametrize(
    ("language", "text", "reads"),
    [
        ("en", "  Make it\n darker. ", "Make it darker."),
        ("zh", "讓她慢慢走開, 好嗎?", "让她慢慢走开，好吗？"),
        ("zh", PROMPTS["zh"], ""),
        ("zh", "月亮很亮 他不说话", "月亮很亮，他不说话"),
    ],
)
def test_what_is_written_reads_as_a_person_writes(language: str, text: str, reads: str) -> None:
    assert written(text, language) == reads


@pytest.mark.parametrize(
    ("probabilities", "hint", "language"),
    [
        ({"en": 0.95, "fr": 0.02}, "fr", "en"),
        ({"en": 0.5, "fr": 0.4}, "fr", "fr"),
        ({"de": 0.9, "en": 0.01}, "fr", "en"),
        ({"de": 1.0}, "zh", "zh"),
        ({}, "fr", "fr"),
        ({"zh": 0.3, "en": 0.2}, "", "zh"),
    ],
)
def test_a_language_is_the_speakers_unless_it_is_clearly_another(
    probabilities: dict[str, float], hint: str, language: str
) -> None:
    assert spoken_language(probabilities, hint) == language


def plain(text: str, language: str) -> str:
    """Return words to be compared: lower case, no punctuation; Chinese a character at a time, in one script."""
    import zhconv  # noqa: PLC0415 - reads tables for one language

    words = re.sub(r"[^\w\s]", " ", unicodedata.normalize("NFKC", text).lower())
    return " ".join(zhconv.convert(words.replace(" ", ""), "zh-cn") if language == "zh" else words.split())
