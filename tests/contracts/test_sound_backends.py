"""What the voices and the score hand over: sound of the length their facts say, the same bytes each time."""

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import jiwer
import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from generation.backends import BackEnd, Made, Workshop, load
from generation.catalog.model import Origin
from generation.errors import Cancelled, InvalidRequest
from generation.notes import Note
from generation.requests.sound import CueRequest, VoiceRequest
from tests.fakes.bench import Bench
from tests.weights import LOCKER

LINE = VoiceRequest(
    text="(softly) Don't move. I can see your shadow on the wall of the garden.", language="en", voice="en-f1"
)
SPOKEN = {
    "en": ("en-m1", "I waited for you all night in the rain, and you never came.", 0.1),
    "fr": ("fr-f1", "Je t'ai attendu toute la nuit sous la pluie, et tu n'es jamais venu.", 0.35),
    "zh": ("zh-f1", "我在雨里等了你一整夜，你一直没有来。", 0.3),
}
"""A voice, a line, and the share of words (Chinese: characters) that a small recogniser may get wrong."""

KINDS = {"kokoro": ("kokoro", "kokoro-voices"), "espeak": (), "score": ("musescore-general",)}


def opened(name: str, cache: Path) -> BackEnd:
    missing = [entry for entry in KINDS[name] if not LOCKER.has(entry)]
    if missing:
        pytest.skip(f"{', '.join(missing)} not in the locker: set FEUILLETON_CACHE to a folder that holds them")
    return load(name, Workshop(locker=LOCKER, cache=cache))


def made(backend: BackEnd, request: VoiceRequest | CueRequest, folder: Path) -> Made:
    folder.mkdir()
    return backend.make(request, Bench(folder))


def request_for(name: str) -> VoiceRequest | CueRequest:
    return CueRequest(mood="wonder", milliseconds=6_000, seed=5) if name == "score" else LINE


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
def test_sound_is_heard_is_as_long_as_its_facts_and_the_same_each_time(name: str, tmp_path: Path) -> None:
    backend = opened(name, tmp_path / "cache")

    first, second = (made(backend, request_for(name), tmp_path / each) for each in "ab")
    backend.close()
    again = made(backend, request_for(name), tmp_path / "c")

    about = soundfile.info(first.path)
    assert first.path.parent == tmp_path / "a"
    assert (about.samplerate, about.frames) == (48_000, first.facts["samples"])
    assert first.facts["milliseconds"] == round(about.frames / 48)
    assert 0.05 < peak(first.path) <= 0.71
    assert first.path.read_bytes() == second.path.read_bytes() == again.path.read_bytes()
    assert first.facts == second.facts


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
def test_work_stops_when_nobody_wants_it(name: str, tmp_path: Path) -> None:
    backend = opened(name, tmp_path / "cache")
    long = replace(LINE, text="I waited for you all night. You never came to the garden. Now the door is closed.")
    request = request_for(name) if name == "score" else long
    bench = Bench(tmp_path, stop_after=0.2)

    with pytest.raises(Cancelled):
        backend.make(request, bench)

    assert bench.told == sorted(bench.told)
    assert not list(tmp_path.glob("*.wav"))


@pytest.mark.slow
def test_the_neural_voice_tells_the_phonemes_of_its_line(tmp_path: Path) -> None:
    line = made(opened("kokoro", tmp_path / "cache"), LINE, tmp_path / "a")
    spoken = line.facts["phonemes"]
    assert "softly" not in spoken
    assert len(spoken.split()) > len(LINE.text.split()) // 2


@pytest.mark.slow
@pytest.mark.parametrize("name", ["kokoro", "espeak"])
def test_speech_starts_and_ends_where_the_facts_say(name: str, tmp_path: Path) -> None:
    line = made(opened(name, tmp_path / "cache"), LINE, tmp_path / "a")

    sound, _ = soundfile.read(line.path, dtype="float32")
    first, last = line.facts["speech_start_ms"] * 48, line.facts["speech_end_ms"] * 48
    loud = 0.05 * max(rms(sound[at : at + 480]) for at in range(0, len(sound) - 480, 480))
    assert 0 <= first < last <= len(sound)
    assert rms(sound[first : first + 480]) > 0.9 * loud
    assert all(rms(sound[at : at + 480]) <= 1.1 * loud for at in range(last, len(sound) - 480, 480))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:invalid escape sequence:DeprecationWarning")  # jieba, when first compiled
@pytest.mark.filterwarnings("ignore:invalid escape sequence:SyntaxWarning")  # the same from Python 3.12 on
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # zhconv, which leaves its tables open
@pytest.mark.parametrize("language", SPOKEN)
def test_a_recogniser_understands_the_neural_voices(language: str, tmp_path: Path) -> None:
    voice, text, limit = SPOKEN[language]
    backend = opened("kokoro", tmp_path / "cache")
    if not LOCKER.has("whisper-base"):
        pytest.skip("whisper-base not in the locker: set FEUILLETON_CACHE to a folder that holds it")

    line = made(backend, VoiceRequest(text=text, language=language, voice=voice), tmp_path / "a")

    assert jiwer.wer(plain(text, language), plain(heard(line.path, language), language)) <= limit


@pytest.mark.slow
@pytest.mark.parametrize("mood", ["joy", "tender", "sad", "tense", "ominous", "wonder"])
def test_every_mood_sounds_in_stereo_and_dies_away(mood: str, tmp_path: Path) -> None:
    cue = made(opened("score", tmp_path / "cache"), CueRequest(mood=mood, milliseconds=5_000, seed=2), tmp_path / "a")

    sound, rate = soundfile.read(cue.path)
    assert sound.shape == (5 * rate, 2)
    assert rms(sound[rate : 4 * rate]) > 0.02
    assert not np.allclose(sound[:, 0], sound[:, 1])
    assert np.abs(sound[-240:]).max() < 0.003


@pytest.mark.slow
def test_espeak_says_that_it_is_a_fallback(tmp_path: Path) -> None:
    line = made(opened("espeak", tmp_path / "cache"), LINE, tmp_path / "a")

    assert line.notes == (Note("robotic-voice"),)


@pytest.mark.parametrize(
    ("name", "licence", "origin"),
    [
        ("kokoro", "Apache-2.0", Origin.TRAINED),
        ("espeak", "GPL-3.0-or-later", Origin.COMPUTED),
        ("score", "Apache-2.0", Origin.COMPUTED),
    ],
)
def test_the_catalog_names_the_model_before_anything_is_loaded(
    name: str, licence: str, origin: Origin, tmp_path: Path
) -> None:
    backend = load(name, Workshop(locker=LOCKER, cache=tmp_path))

    assert (backend.model.licence, backend.model.origin, backend.workers) == (licence, origin, 1)
    assert backend.model.weights == KINDS[name]


@pytest.mark.parametrize("name", ["kokoro", "espeak"])
@pytest.mark.parametrize(
    "wrong", [{"voice": "siri"}, {"language": "xx"}, {"text": "(sighs)"}, {"text": "a" * 401}, {"speed": 3.0}]
)
def test_a_line_that_cannot_be_spoken_is_refused(name: str, wrong: dict[str, object], tmp_path: Path) -> None:
    backend = load(name, Workshop(locker=LOCKER, cache=tmp_path))

    with pytest.raises(InvalidRequest):
        backend.make(replace(LINE, **wrong), Bench(tmp_path))


@pytest.mark.parametrize("wrong", [{"mood": "funky"}, {"milliseconds": 0}, {"milliseconds": 10**9}])
def test_a_cue_that_cannot_be_composed_is_refused(wrong: dict[str, object], tmp_path: Path) -> None:
    backend = load("score", Workshop(locker=LOCKER, cache=tmp_path))

    with pytest.raises(InvalidRequest):
        backend.make(replace(CueRequest(mood="joy", milliseconds=8_000, seed=1), **wrong), Bench(tmp_path))


def peak(path: Path) -> float:
    return float(np.abs(soundfile.read(path)[0]).max())


def rms(sound: NDArray[np.float32]) -> float:
    return float(np.sqrt((sound**2).mean()))


def heard(path: Path, language: str) -> str:
    from faster_whisper import WhisperModel  # noqa: PLC0415 - half a second of imports for three tests

    model = WhisperModel(str(LOCKER.path("whisper-base")), device="cpu", compute_type="int8", cpu_threads=1)
    prompt = "以下是普通话的句子。" if language == "zh" else None
    segments, _ = model.transcribe(str(path), language=language, beam_size=1, temperature=0.0, initial_prompt=prompt)
    return "".join(segment.text for segment in segments)


def plain(text: str, language: str) -> str:
    import zhconv  # noqa: PLC0415 - reads tables for three tests

    words = re.sub(r"[^\w\s]", " ", unicodedata.normalize("NFKC", text).lower())
    return " ".join(zhconv.convert(words.replace(" ", ""), "zh-cn") if language == "zh" else words.split())
