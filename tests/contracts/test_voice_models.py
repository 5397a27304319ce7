"""What the speech models of the catalog hand over: lines as every other voice makes them, here and from a server."""

import json
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from generation.backends import BackEnd, Made, Workshop, load
from generation.catalog.model import Taken
from generation.catalog.price import Price, Unit
from generation.catalog.profile import Licence, Profile, Speaker, Training
from generation.errors import (
    BadResult,
    Busy,
    Cancelled,
    CutOff,
    Doubtful,
    GenerationError,
    InvalidRequest,
    TryAgain,
    Unavailable,
)
from generation.requests.sound import VoiceRequest
from generation.speech.openai_call import LARGEST
from tests.fakes import coqui_voices
from tests.fakes.speech_server import Answer, SpeechServer, speaking, spoken
from tests.weights import LOCKER

WORDS = "(softly) Don't move. I can see your shadow on the wall of the garden."
LINE = VoiceRequest(text=WORDS, language="en", voice="en-f1")
LENT = replace(LINE, reference="a" * 64, consent="c" * 64)
KINDS = ["vits", "xtts", "openai-voice"]
REMOTE = Profile(
    name="loud-1",
    title="Loud 1",
    backend="openai-voice",
    operations=("voice",),
    licence=Licence(name="the terms of Loud", url="https://example.org/terms", read="2026-11-27", commercial=True),
    training=Training(found=False, read="2026-11-27"),
    speakers=(Speaker(name="alloy", sex="woman"), Speaker(name="onyx", sex="man")),
    price=Price(micros=15, unit=Unit.CHARACTER),
    is_remote=True,
)


@dataclass
class Bench:
    folder: Path
    stop_after: int = 10**9
    told: list[float] = field(default_factory=list)
    placed: int = 0
    recording: Path | None = None
    ticket: str = ""
    off: threading.Event = field(default_factory=threading.Event)

    def source(self, _: str) -> Path:
        assert self.recording is not None
        return self.recording

    def report(self, fraction: float) -> None:
        self.told.append(fraction)
        if len(self.told) > self.stop_after or self.off.is_set():
            raise Cancelled("called off")

    def place(self) -> None:
        self.placed += 1


@pytest.fixture
def server() -> Iterator[SpeechServer]:
    with speaking() as server:
        yield server


def local(folder: Path, cache: Path, **other: object) -> BackEnd:
    profile = replace(coqui_voices.profile(folder, clones=folder.name == "xtts"), **other)
    return load(profile.name, Workshop(locker=LOCKER, cache=cache, catalog={profile.name: profile}))


def remote(server: SpeechServer, cache: Path, price: Price | None = None, **settings: object) -> BackEnd:
    told = {"base_url": server.address, "key": "LOUD_KEY", **settings}
    profile = replace(REMOTE, settings=told, price=price or REMOTE.price)
    words = {"LOUD_KEY": "loud-secret", "OPENAI_API_KEY": "another-secret"}
    return load("loud-1", Workshop(locker=LOCKER, cache=cache, catalog={"loud-1": profile}, settings=words))


def opened(kind: str, server: SpeechServer, cache: Path) -> BackEnd:
    return remote(server, cache) if kind == "openai-voice" else local(getattr(coqui_voices, kind)(), cache)


def made(backend: BackEnd, request: VoiceRequest, folder: Path, recording: Path | None = None) -> Made:
    folder.mkdir()
    return backend.make(request, Bench(folder, recording=recording))


def heard(line: Made) -> bytes:
    return line.path.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_line_is_as_long_as_its_facts_and_the_same_each_time(
    kind: str, server: SpeechServer, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    backend = opened(kind, server, tmp_path / "cache")
    first, second = (made(backend, LINE, tmp_path / each) for each in "ab")
    backend.close()
    again = made(backend, LINE, tmp_path / "c")

    about = soundfile.info(first.path)
    assert first.path == tmp_path / "a" / "line.wav"
    assert (about.samplerate, about.channels, about.subtype) == (48_000, 1, "PCM_16")
    assert about.frames == first.facts["samples"]
    assert first.facts["milliseconds"] == round(about.frames / 48)
    assert 0 <= first.facts["speech_start_ms"] < first.facts["speech_end_ms"] <= first.facts["milliseconds"]
    assert 0.05 < float(np.abs(soundfile.read(first.path)[0]).max()) <= 0.71
    assert heard(first) == heard(second) == heard(again)
    assert capfd.readouterr().out == ""


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_progress_only_grows_and_other_words_and_speakers_sound_different(
    kind: str, server: SpeechServer, tmp_path: Path
) -> None:
    backend = opened(kind, server, tmp_path / "cache")
    bench = Bench(tmp_path)
    line = heard(backend.make(LINE, bench))

    assert bench.told == sorted(bench.told)
    assert bench.told[0] == 0.0
    assert line != heard(made(backend, replace(LINE, text="Don't go."), tmp_path / "a"))
    assert line != heard(made(backend, replace(LINE, voice="en-m1"), tmp_path / "b"))


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_fast_line_is_shorter(kind: str, server: SpeechServer, tmp_path: Path) -> None:
    backend = opened(kind, server, tmp_path / "cache")

    slow, fast = (
        made(backend, replace(LINE, speed=each), tmp_path / str(each)).facts["milliseconds"] for each in (1.0, 1.6)
    )

    assert fast < slow


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "wrong", [{"voice": "siri"}, {"language": "xx"}, {"text": "(sighs)"}, {"text": "a" * 401}, {"speed": 3.0}]
)
def test_a_line_that_cannot_be_spoken_is_refused_before_anything_is_loaded_or_paid(
    kind: str, wrong: dict[str, object], server: SpeechServer, tmp_path: Path
) -> None:
    bench = Bench(tmp_path)

    with pytest.raises(InvalidRequest):
        opened(kind, server, tmp_path / "cache").make(replace(LINE, **wrong), bench)

    assert not bench.told
    assert not bench.placed
    assert not server.asked


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_model_is_the_profiles_with_its_licence_and_its_price(
    kind: str, server: SpeechServer, tmp_path: Path
) -> None:
    model = opened(kind, server, tmp_path / "cache").model

    assert model.licence == ("the terms of Loud" if kind == "openai-voice" else "Apache-2.0")
    assert model.price is not None
    assert model.price.of(LINE) == (15 * len(WORDS) if kind == "openai-voice" else 0)
    assert model.is_remote == (kind == "openai-voice")


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["vits", "xtts"])
def test_a_line_is_called_off_in_the_middle_of_a_sentence(kind: str, server: SpeechServer, tmp_path: Path) -> None:
    backend = opened(kind, server, tmp_path / "cache")
    whole, bench = Bench(tmp_path), Bench(tmp_path)
    expected = heard(backend.make(LINE, whole))
    bench.stop_after = len(whole.told) // 3  # somewhere inside of the first or second sentence

    with pytest.raises(Cancelled):
        backend.make(LINE, bench)

    assert len(bench.told) == bench.stop_after + 1
    assert heard(made(backend, LINE, tmp_path / "after")) == expected


@pytest.mark.slow
def test_voices_are_spoken_by_the_speakers_that_fit_them(tmp_path: Path) -> None:
    backend = local(coqui_voices.vits(), tmp_path / "cache")
    cast = ["en-f1", "en-f2", "en-f5", "en-m1", "fr-f1", "fr-m1"]

    lines = [
        made(backend, replace(LINE, text="so", language=voice[:2], voice=voice), tmp_path / voice) for voice in cast
    ]

    assert len({heard(line) for line in lines}) == len(cast)
    assert not any(line.notes for line in lines)
    child = made(backend, replace(LINE, voice="en-b1"), tmp_path / "child")
    assert [note.code for note in child.notes] == ["nearest-speaker"]


@pytest.mark.slow
def test_letters_that_a_model_never_learnt_are_told_and_words_of_nothing_else_refused(tmp_path: Path) -> None:
    backend = local(coqui_voices.vits(), tmp_path / "cache")

    line = made(backend, replace(LINE, text="I have 42 roses… “Here.”"), tmp_path / "a")
    assert [(note.code, note.facts) for note in line.notes] == [("letters-unspoken", (("letters", "42"),))]
    with pytest.raises(InvalidRequest, match="no letter"):
        backend.make(VoiceRequest(text="我等了你一整夜", language="zh", voice="zh-f1"), Bench(tmp_path))


@pytest.mark.slow
@pytest.mark.parametrize(("language", "text"), [("fr", "Je t'attends."), ("zh", "我等了你一整夜。你一直没有来。")])
def test_a_model_of_many_languages_speaks_them_all(language: str, text: str, tmp_path: Path) -> None:
    backend = local(coqui_voices.xtts(), tmp_path / "cache")

    line = made(backend, VoiceRequest(text=text, language=language, voice=f"{language}-f1"), tmp_path / "a")

    assert line.facts["samples"] > 480


@pytest.mark.slow
def test_a_lent_voice_is_taken_from_its_recording_and_only_with_consent(tmp_path: Path) -> None:
    backend = local(coqui_voices.xtts(), tmp_path / "cache")
    recordings = [recording(tmp_path / f"{seed}.ogg", seed) for seed in (1, 2)]

    lent = [made(backend, LENT, tmp_path / each.stem, recording=each) for each in recordings]
    again = made(backend, LENT, tmp_path / "again", recording=recordings[0])

    assert heard(lent[0]) == heard(again)
    assert heard(lent[0]) != heard(lent[1])
    with pytest.raises(InvalidRequest, match="consent"):
        backend.make(replace(LENT, consent=""), Bench(tmp_path, recording=recordings[0]))
    bad = tmp_path / "words.ogg"
    bad.write_text("this is no sound")
    with pytest.raises(InvalidRequest, match="cannot be used"):
        backend.make(LENT, Bench(tmp_path, recording=bad))


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["vits", "openai-voice"])
def test_a_model_that_takes_no_lent_voice_says_so(kind: str, server: SpeechServer, tmp_path: Path) -> None:
    bench = Bench(tmp_path)

    with pytest.raises(InvalidRequest, match="own voices only"):
        opened(kind, server, tmp_path / "cache").make(LENT, bench)

    assert not bench.placed


class Bomb:
    """Makes a file when it is loaded as a pickle."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return os.mkdir, (str(self.path),)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["vits", "xtts"])
def test_weights_that_nobody_allowed_are_not_loaded_and_those_that_were_run_no_code(kind: str, tmp_path: Path) -> None:
    import torch  # noqa: PLC0415 - writes the trap

    folder = tmp_path / kind
    shutil.copytree(getattr(coqui_voices, kind)(), folder)
    torch.save({"model": {}, "trap": Bomb(tmp_path / "sprung")}, folder / "model.pth")

    with pytest.raises(Unavailable, match="FEUILLETON_ALLOW_PICKLES"):
        local(folder, tmp_path / "cache", pickles=()).make(LINE, Bench(tmp_path))
    with pytest.raises(Unavailable, match="cannot be loaded"):
        local(folder, tmp_path / "cache").make(LINE, Bench(tmp_path))

    assert not (tmp_path / "sprung").exists()


@pytest.mark.slow
@pytest.mark.parametrize("home", ["TTS.tts.configs.xtts_config", "TTS.tts.models.xtts"])
def test_a_checkpoint_with_its_old_settings_in_it_is_read_and_left_as_it_is(
    home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch  # noqa: PLC0415 - writes the checkpoint

    folder = tmp_path / "xtts"
    shutil.copytree(coqui_voices.xtts(), folder)
    expected = heard(made(local(folder, tmp_path / "cache"), LINE, tmp_path / "a"))
    from TTS.tts.configs import xtts_config as settings  # noqa: PLC0415 - after the back-end made it importable

    weights = torch.load(folder / "model.pth", weights_only=True)["model"]
    with monkeypatch.context() as old:
        old.setattr(settings.XttsArgs, "__module__", home)
        old.setattr(settings.XttsAudioConfig, "__module__", home)
        torch.save({"config": settings.XttsConfig(), "model": weights}, folder / "model.pth")
    before = (folder / "model.pth").stat()

    assert heard(made(local(folder, tmp_path / "cache"), LINE, tmp_path / "b")) == expected
    after = (folder / "model.pth").stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"model": "bark"}, "bark"),
        ({"model": None}, "None"),
        ({"characters": {"characters_class": "subprocess.Popen"}}, "not coqui's"),
        ({"model_args": {"use_speaker_embedding": True, "num_layers_flow": 3}}, "cannot be loaded"),
    ],
)
def test_a_config_that_is_not_the_models_is_refused(change: dict[str, Any], told: str, tmp_path: Path) -> None:
    folder = tmp_path / "vits"
    shutil.copytree(coqui_voices.vits(), folder)
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | change))

    with pytest.raises(Unavailable, match=told):
        local(folder, tmp_path / "cache").make(LINE, Bench(tmp_path))


@pytest.mark.slow
def test_a_config_leads_nowhere_out_of_its_folder(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "vits", tmp_path / "elsewhere.json"
    shutil.copytree(coqui_voices.vits(), folder)
    elsewhere.write_text('{"intruder": 0}')
    config = json.loads((folder / "config.json").read_text())
    config["model_args"] |= {"speakers_file": str(elsewhere), "speaker_encoder_model_path": "http://127.0.0.1:9/a.pth"}
    (folder / "config.json").write_text(json.dumps(config))

    assert heard(made(local(folder, tmp_path / "cache"), LINE, tmp_path / "a")) == heard(
        made(local(coqui_voices.vits(), tmp_path / "cache"), LINE, tmp_path / "b")
    )


def test_a_back_end_without_a_model_says_what_to_assign(tmp_path: Path) -> None:
    for name in ("coqui", "openai-voice"):
        with pytest.raises(Unavailable, match="assign one of them"):
            load(name, Workshop(locker=LOCKER, cache=tmp_path))


@pytest.mark.parametrize("form", ["wav", "flac", "mp3"])
def test_a_server_is_asked_once_for_the_whole_line_in_the_kind_of_sound_of_the_profile(
    form: str, server: SpeechServer, tmp_path: Path
) -> None:
    backend = remote(server, tmp_path, response_format=form, model="loud-hd", instructions="Whisper.")
    bench = Bench(tmp_path)

    line = backend.make(replace(LINE, voice="en-m1", speed=1.5), bench)

    assert server.asked == [
        {
            "model": "loud-hd",
            "input": "Don't move. I can see your shadow on the wall of the garden.",
            "voice": "onyx",
            "response_format": form,
            "speed": 1.5,
            "instructions": "Whisper.",
        }
    ]
    assert server.keys == ["Bearer loud-secret"]
    assert bench.placed == 1
    assert line.facts["milliseconds"] > 1_000
    assert line.micros is None


def test_a_speed_that_a_model_does_not_take_is_told(server: SpeechServer, tmp_path: Path) -> None:
    line = remote(server, tmp_path, speed=False).make(replace(LINE, speed=1.5), Bench(tmp_path))

    assert "speed" not in server.asked[0]
    assert [note.code for note in line.notes] == ["speed-not-taken"]


def test_a_key_goes_to_nobody_whom_it_is_not_for(server: SpeechServer, tmp_path: Path) -> None:
    remote(server, tmp_path, key="").make(LINE, Bench(tmp_path))

    assert server.keys == ["Bearer none"]


def test_without_an_address_of_its_own_a_profile_asks_where_the_language_model_is_asked(
    server: SpeechServer, tmp_path: Path
) -> None:
    words = {"OPENAI_BASE_URL": server.address, "OPENAI_API_KEY": "the-key"}
    workshop = Workshop(locker=LOCKER, cache=tmp_path, catalog={"loud-1": REMOTE}, settings=words)

    load("loud-1", workshop).make(LINE, Bench(tmp_path))

    assert server.keys == ["Bearer the-key"]


def html(_: object) -> bytes:
    return b"<html><body>Please log in.</body></html>" * 100


def flac(body: dict[str, Any]) -> bytes:
    return spoken({**body, "response_format": "flac"})


def unending(body: dict[str, Any]) -> bytes:
    return spoken(body, seconds=200)


def silent(body: dict[str, Any]) -> bytes:
    sound = spoken(body)
    return sound[:44] + bytes(len(sound) - 44)


LIES = {
    "a page called sound": (Answer(data=html), BadResult),
    "a page": (Answer(data=html, media_type="text/html"), BadResult),
    "another kind of sound": (Answer(data=flac), BadResult),
    "far too much": (Answer(data=lambda _: bytes(LARGEST + 1)), BadResult),
    "far too much, unsaid": (Answer(data=lambda _: bytes(LARGEST + 1), tells_length=False), BadResult),
    "far too long": (Answer(data=unending), BadResult),
    "silence": (Answer(data=silent), BadResult),
    "nothing": (Answer(data=lambda _: b""), BadResult),
    "half of it, well ended": (Answer(share=0.5, tells_length=False), CutOff),
    "half of it, broken off": (Answer(share=0.5), Doubtful),
    "a redirect": (Answer(elsewhere="http://169.254.169.254/latest"), Unavailable),
    "a wrong key": (Answer(status=401, error="no"), Unavailable),
    "no such model": (Answer(status=404, error="no"), Unavailable),
    "words that it refuses": (Answer(status=400, error="input is too rude"), InvalidRequest),
    "a fault of its own": (Answer(status=500, error="broken"), Doubtful),
    "a fault on the way": (Answer(status=504, error="gateway"), Doubtful),
    "too many": (Answer(status=429, error="slow", headers={"retry-after": "7"}), Busy),
}


@pytest.mark.parametrize("lie", LIES)
def test_what_a_server_does_wrong_is_told_by_what_to_do_about_it(
    lie: str, server: SpeechServer, tmp_path: Path
) -> None:
    answer, kind = LIES[lie]
    server.script = [answer]
    bench = Bench(tmp_path)

    with pytest.raises(GenerationError) as raised:
        remote(server, tmp_path).make(LINE, bench)

    assert type(raised.value) is kind
    assert len(server.asked) == bench.placed == 1
    assert "secret" not in str(raised.value)
    assert not (tmp_path / "line.wav").exists()


def test_what_is_free_may_be_asked_for_again_when_it_breaks_off(server: SpeechServer, tmp_path: Path) -> None:
    server.script = [Answer(share=0.5)]
    backend = remote(server, tmp_path, price=Price(micros=0))

    with pytest.raises(TryAgain):
        backend.make(LINE, Bench(tmp_path))
    backend.make(LINE, Bench(tmp_path))


def test_a_server_that_is_not_there_was_never_asked(server: SpeechServer, tmp_path: Path) -> None:
    backend = remote(server, tmp_path, base_url="http://127.0.0.1:9/v1")

    with pytest.raises(TryAgain, match="`base_url` of the profile loud-1"):
        backend.make(LINE, Bench(tmp_path))


def test_a_line_is_called_off_while_the_server_is_silent(server: SpeechServer, tmp_path: Path) -> None:
    server.script = [Answer(share=0.3, hangs=True)]
    bench = Bench(tmp_path)
    calling = threading.Thread(target=lambda: (server.waiting.wait(60), bench.off.set()))
    calling.start()

    with pytest.raises(Cancelled):
        remote(server, tmp_path).make(LINE, bench)

    calling.join()
    assert server.left.wait(60)


def test_a_server_that_falls_silent_leaves_a_doubt(
    server: SpeechServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generation.speech.openai_call.SILENCE", 0.3)
    server.script = [Answer(share=0.3, hangs=True)]

    with pytest.raises(Doubtful):
        remote(server, tmp_path).make(LINE, Bench(tmp_path))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"settings": {"base_url": "ftp://example.org"}}, "no http address"),
        ({"settings": {"response_format": "opus"}}, "response_format"),
        ({"settings": {}}, "set OPENAI_API_KEY"),
        (
            {"settings": {"base_url": "https://example.org/v1", "key": "THEIR_KEY"}},
            "put THEIR_KEY into FEUILLETON_KEYS",
        ),
        ({"speakers": ()}, "lists no speakers"),
    ],
)
def test_a_profile_that_cannot_work_is_told_when_it_is_assigned(
    change: dict[str, Any], told: str, tmp_path: Path
) -> None:
    profile = replace(REMOTE, **change)

    with pytest.raises(Unavailable, match=told):
        load("loud-1", Workshop(locker=LOCKER, cache=tmp_path, catalog={"loud-1": profile}))


def recording(path: Path, seed: int) -> Path:
    with suppress(FileNotFoundError):
        path.unlink()
    soundfile.write(path, (0.2 * np.random.default_rng(seed).standard_normal(7 * 24_000)).astype(np.float32), 24_000)
    return path


def test_only_the_model_that_clones_says_that_it_takes_a_voice() -> None:
    assert Taken.CLONING not in REMOTE.takes
