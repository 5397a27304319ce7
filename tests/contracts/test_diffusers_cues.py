"""Cues of real music pipelines, tiny ones: sound exactly as long as asked, the same each time, that ends."""

# ruff: noqa: ANN401 - profiles and jobs are changed by any argument of theirs

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from generation.backends import Made, Workshop, load
from generation.cut.probe import Kind, probe
from generation.errors import BadResult, Cancelled, InvalidRequest, Unavailable
from generation.music.diffusers import DiffusersCue
from generation.music.playing import heard
from generation.requests.sound import CueRequest
from tests.fakes import pipelines
from tests.fakes.bench import Bench

pytestmark = pytest.mark.slow

NAMES = ("stable_audio", "ace_step")
CUE = CueRequest(mood="wonder", milliseconds=3_500, seed=4)


class NoLocker:
    def path(self, name: str) -> Path:
        raise Unavailable(f"{name} is not here")

    def has(self, _: str) -> bool:
        return False


class Studio:
    """Back-ends of tiny pipelines."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.used: list[DiffusersCue] = []

    def bench(self, name: str = "job", **options: Any) -> Bench:
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        return Bench(folder, **options)

    def backend(self, name: str, **changes: Any) -> DiffusersCue:
        profile = pipelines.profile(name, **changes)
        catalog = {profile.name: profile}
        made = load(profile.name, Workshop(locker=NoLocker(), cache=self.folder / "cache", catalog=catalog))
        assert isinstance(made, DiffusersCue)
        self.used.append(made)
        return made

    def make(self, name: str, request: CueRequest = CUE, **changes: Any) -> Made:
        return self.backend(name, **changes).make(request, self.bench())


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    studio = Studio(tmp_path)
    yield studio
    for each in studio.used:
        each.close()


def digest(made: Made) -> str:
    return sha256(made.path.read_bytes()).hexdigest()


def loud(sound: np.ndarray) -> float:
    return float(np.sqrt((sound**2).mean()))


@pytest.mark.parametrize("name", NAMES)
def test_a_cue_is_as_long_as_asked_ends_and_has_the_same_bytes_each_time(name: str, studio: Studio) -> None:
    model, job = studio.backend(name), studio.bench()
    made = model.make(CUE, job)
    assert made.media_type == "audio/wav"
    tiny = pipelines.profile(name)
    heard_of = {"samples": 168_000, "rate": 48_000, "milliseconds": 3_500, "title": "wonder in C major", "tempo": 86}
    how = {"parts": 1, "steps": tiny.steps, "guidance": tiny.guidance, "seed": "4", "measures": "full"}
    assert made.facts == heard_of | how
    assert made.notes == ()
    sound, rate = soundfile.read(made.path)
    assert (sound.shape, rate) == ((168_000, 2), 48_000)
    media = probe(made.path, Kind.SOUND)
    assert (media.samples, media.channels) == (168_000, 2)
    assert np.abs(sound).max() <= 10 ** (-3 / 20) + 1e-4
    assert loud(sound[24_000:96_000]) > 0.01
    assert loud(sound[-480:]) < 0.02 * loud(sound[24_000:96_000])  # it dies away
    assert job.told == sorted(job.told)
    assert (job.told[0], job.told[-1]) == (0.0, 1.0)
    assert len(set(job.told)) > 5
    first = digest(made)
    assert digest(model.make(CUE, studio.bench("again"))) == first
    assert digest(model.make(replace(CUE, seed=5), studio.bench("other"))) != first
    assert digest(model.make(replace(CUE, mood="sad"), studio.bench("sad"))) != first
    assert model.workers == 1
    assert model.model.name == f"Tiny {name}"
    assert model.model.licence == "CC0-1.0"


@pytest.mark.parametrize("name", NAMES)
def test_somebodys_own_words_are_taken_as_they_are(name: str, studio: Studio) -> None:
    model = studio.backend(name)
    own = model.make(replace(CUE, prompt="a choir in the rain"), studio.bench())
    assert own.facts["title"] == "wonder"
    assert "tempo" not in own.facts
    other_mood = model.make(replace(CUE, prompt="a choir in the rain", mood="sad"), studio.bench("other"))
    assert digest(other_mood) == digest(own)
    assert digest(own) != digest(model.make(CUE, studio.bench("mood")))


@pytest.mark.parametrize("name", NAMES)
def test_a_cancel_stops_within_one_step_and_leaves_nothing(name: str, studio: Studio) -> None:
    model = studio.backend(name)
    whole = digest(model.make(CUE, studio.bench()))
    for after in (0.0, 0.4):
        job = studio.bench(f"stopped-{after}", stop_after=after)
        with pytest.raises(Cancelled):
            model.make(CUE, job)
        assert sum(fraction > after for fraction in job.told) == 1
        assert list(job.folder.iterdir()) == []
    assert digest(model.make(CUE, studio.bench())) == whole


@pytest.mark.parametrize("name", NAMES)
def test_a_cue_longer_than_the_model_can_make_is_whole_and_told(name: str, studio: Studio) -> None:
    job = studio.bench()
    made = studio.backend(name).make(replace(CUE, milliseconds=9_500), job)
    assert [(note.code, note.facts) for note in made.notes] == [("cue-from-parts", (("parts", "3"),))]
    sound, _ = soundfile.read(made.path)
    assert sound.shape == (456_000, 2)
    for second in range(8):
        assert loud(sound[second * 48_000 : (second + 1) * 48_000]) > 0.001  # no hole where parts meet
    assert job.told == sorted(job.told)


@pytest.mark.parametrize("change", [{"mood": "bored"}, {"milliseconds": 900}, {"milliseconds": 180_001}])
def test_what_no_cue_can_be_is_refused(change: dict[str, Any], studio: Studio) -> None:
    with pytest.raises(InvalidRequest):
        studio.make("stable_audio", replace(CUE, **change))


def test_without_a_profile_its_length_or_a_pipeline_of_sounds_there_is_no_cue(studio: Studio) -> None:
    with pytest.raises(Unavailable, match="catalog"):
        load("diffusers-cue", Workshop(locker=NoLocker(), cache=studio.folder))
    with pytest.raises(Unavailable, match="seconds"):
        studio.make("stable_audio", settings={"seconds": 0})
    with pytest.raises(Unavailable, match="rate"):
        studio.make("stable_audio", settings={"rate": "many"})
    with pytest.raises(Unavailable, match="length"):
        studio.make("sd15", backend="diffusers-cue", settings={"seconds": 4, "rate": 8000})


def tone(rate: int, seconds: float, channels: int = 1) -> np.ndarray:
    wave = 0.5 * np.sin(2 * np.pi * 440 * np.arange(round(rate * seconds)) / rate)
    return np.tile(wave.astype(np.float32), (1, channels, 1))


class Output:
    def __init__(self, audios: Any) -> None:
        self.audios = audios


@pytest.mark.parametrize("channels", [1, 2, 3])
@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000])
def test_a_tone_of_any_rate_keeps_its_pitch_and_begins_at_once(rate: int, channels: int) -> None:
    sound = heard(Output(tone(rate, 2.0, channels)), rate, 2.0)
    assert sound.shape == (96_000, 2)
    wanted = tone(48_000, 2.0)[0, 0]
    assert np.corrcoef(sound[:, 0], wanted)[0, 1] > 0.999
    assert np.array_equal(sound[:, 0], sound[:, 1])


@pytest.mark.parametrize(
    ("audios", "words"),
    [
        (np.zeros((1, 2, 16_000), np.float32), "silence"),
        (np.full((1, 2, 16_000), np.inf, np.float32), "no sound"),
        (tone(8_000, 1.0), "2.0 s"),
        (np.zeros((0,)), "2.0 s"),
        (None, "2.0 s"),
    ],
)
def test_sound_that_is_damaged_short_or_missing_is_a_bad_result(audios: Any, words: str) -> None:
    with pytest.raises(BadResult, match=words):
        heard(Output(audios), 8_000, 2.0)
