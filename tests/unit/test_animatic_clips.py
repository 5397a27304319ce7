"""Whole clips, small: equal bytes, the same film at two sizes, progress and cancel; and mouths on real voices."""

import hashlib
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
import soundfile

from generation.backends import Workshop
from generation.errors import Cancelled, InvalidRequest
from generation.notes import Note
from generation.requests.motion import ClipRequest, Speech
from generation.requests.pictures import Actor, Look, PanelRequest
from generation.requests.sound import VoiceRequest
from generation.video.animatic import mouths, shot, voicing
from generation.video.animatic.backend import Animatic
from generation.video.animatic.score import scored
from tests.weights import LOCKER

MEI, LI = Look(id="mei", outfit="hanfu"), Look(id="li", sex="man", outfit="suit", hair="short")
WISH = PanelRequest(
    description="",
    place="room",
    hour="night",
    weather="clear",
    mood="tense",
    framing="two-shot",
    angle="eye-level",
    actors=(
        Actor(look=MEI, pose="argue", expression="angry", gaze="li"),
        Actor(look=LI, pose="arms-crossed", expression="worried", gaze="mei"),
    ),
    line=("mei", "li"),
    seed=3,
    width=108,
    height=192,
)
CLIP = ClipRequest(
    panel="0" * 64,
    drawing=WISH,
    move="push-in",
    speech=(Speech(voice="v", actor="mei", start=200, phonemes="papa"),),
    frames=20,
    rate=30,
    width=108,
    height=192,
    seed=5,
)


@pytest.fixture
def voice(tmp_path: Path) -> Path:
    """Return half a second of noise, with a little silence around it."""
    path = tmp_path / "voice.wav"
    noise = np.random.default_rng(2).normal(0, 0.2, 24_000)
    noise[:4000] = noise[-4000:] = 0
    soundfile.write(path, noise, 48_000)
    return path


def frames(request: ClipRequest, voice: Path) -> list[bytes]:
    score = scored(request.speech, shot.drawings(request.frames, request.rate), request.seed, lambda _: voice)
    assert request.drawing
    return list(shot.Shot(request, request.drawing, request.move, score, light=request.effort == "light").frames())


def picture(planes: bytes, request: ClipRequest) -> np.ndarray:
    shape = (request.height * 3 // 2, request.width)
    return cv2.cvtColor(np.frombuffer(planes, np.uint8).reshape(shape), cv2.COLOR_YUV2RGB_I420)


@pytest.mark.slow
@pytest.mark.parametrize("effort", ["full", "light"])
def test_equal_requests_give_equal_frames(effort: str, voice: Path) -> None:
    request = replace(CLIP, effort=effort)
    one, other = (hashlib.sha256(b"".join(frames(request, voice))).hexdigest() for _ in range(2))
    assert one == other
    assert len(frames(request, voice)) == request.frames


@pytest.mark.slow
@pytest.mark.parametrize("effort", ["full", "light"])
def test_preview_and_final_are_the_same_film(effort: str, voice: Path) -> None:
    small = replace(CLIP, effort=effort, width=216, height=384)
    large = replace(small, width=432, height=768)
    for one, other in list(zip(frames(small, voice), frames(large, voice), strict=True))[::6]:
        shrunk = cv2.resize(picture(other, large), (small.width, small.height), interpolation=cv2.INTER_AREA)
        assert np.abs(shrunk.astype(int) - picture(one, small)).mean() < 9


@pytest.mark.slow
@pytest.mark.parametrize("effort", ["full", "light"])
def test_a_voice_moves_the_mouth_of_its_speaker(effort: str, voice: Path) -> None:
    still = replace(CLIP, effort=effort, move="static", width=216, height=384)
    spoken, silent = frames(still, voice), frames(replace(still, speech=()), voice)
    apart = [
        np.abs(picture(a, still).astype(int) - picture(b, still)).max() for a, b in zip(spoken, silent, strict=True)
    ]
    assert max(apart[8:]) > 60


class Told:
    """A job that remembers what it was told, and is called off at some point."""

    def __init__(self, folder: Path, voice: Path, until: float = 2.0) -> None:
        self.folder, self.voice, self.until = folder, voice, until
        self.heard: list[float] = []

    def source(self, digest: str) -> Path:
        """Return the only file there is."""
        del digest
        return self.voice

    def report(self, fraction: float) -> None:
        """Remember; call off when it is time."""
        self.heard.append(fraction)
        if fraction >= self.until:
            raise Cancelled("enough")


def maker(cache: Path, **settings: str) -> Animatic:
    return Animatic(Workshop(locker=LOCKER, cache=cache, settings=settings))


@pytest.mark.slow
def test_a_clip_tells_how_far_it_is_and_has_every_frame(tmp_path: Path, voice: Path) -> None:
    job = Told(tmp_path, voice)
    made = maker(tmp_path).make(CLIP, job)
    film = cv2.VideoCapture(str(made.path))
    assert film.get(cv2.CAP_PROP_FRAME_COUNT) == CLIP.frames
    assert job.heard == sorted(job.heard)
    assert len(job.heard) > CLIP.frames
    assert made.notes == ()


@pytest.mark.slow
def test_a_clip_that_is_called_off_leaves_no_file(tmp_path: Path, voice: Path) -> None:
    with pytest.raises(Cancelled):
        maker(tmp_path).make(CLIP, Told(tmp_path, voice, until=0.5))
    assert not list(tmp_path.glob("*.mp4*"))


@pytest.mark.slow
def test_a_weak_studio_animates_lightly_and_says_so(tmp_path: Path, voice: Path) -> None:
    made = maker(tmp_path, FEUILLETON_EFFORT="light").make(CLIP, Told(tmp_path, voice))
    assert Note("light-animation") in made.notes


def test_a_voice_that_is_no_sound_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "voice.wav"
    path.write_bytes(b"no sound at all")
    with pytest.raises(InvalidRequest, match="cannot be read"):
        scored(CLIP.speech, 9, 1, lambda _: path)


LINES = (
    ("fr", "Je ne t'ai jamais oubli\u00e9, Mei. Pas un seul jour."),
    ("fr", "Tais-toi ! Quelqu'un monte l'escalier."),
    ("fr", "Papa m'avait promis de revenir avant la neige."),
    ("en", "You promised me you would never come back here."),
    ("en", "Open the door. Please, before my mother wakes up!"),
    ("en", "Nobody believed a single word he said, and that was the point."),
    ("en", "Run!"),
    ("zh", "\u6211\u7b49\u4e86\u4f60\u4e09\u5e74\uff0c\u4f60\u7ec8\u4e8e\u56de\u6765\u4e86\u3002"),
    ("zh", "\u522b\u78b0\u90a3\u628a\u5251\uff01\u5b83\u4f1a\u8981\u4e86\u4f60\u7684\u547d\u3002"),
    (
        "zh",
        "\u5988\u5988\uff0c\u5916\u9762\u4e0b\u96ea\u4e86\uff0c\u6211\u4eec\u4ec0\u4e48\u65f6\u5019\u56de\u5bb6\uff1f",
    ),
)
FIRST = {"fr": "fr-f1", "en": "en-f1", "zh": "zh-f1"}
PAUSE, FRAME = 9, 100
"""Hundredths of a second between two sounds that are one; measurements a second."""


@pytest.fixture(scope="module")
def recordings(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[np.ndarray, str]]:
    """Return what Kokoro says of every line, and its phonemes."""
    from generation.speech.kokoro import STYLES, WEIGHTS  # noqa: PLC0415 - the network's libraries are heavy
    from generation.speech.reading import read  # noqa: PLC0415
    from generation.speech.recording import recorded  # noqa: PLC0415
    from generation.speech.speaker import Speaker  # noqa: PLC0415

    missing = [name for name in (WEIGHTS, STYLES) if not LOCKER.has(name)]
    if missing:
        pytest.skip(f"fetch {', '.join(missing)} first: feuilleton fetch --tests")
    speaker = Speaker(LOCKER.path(WEIGHTS), LOCKER.path(STYLES), tmp_path_factory.mktemp("dictionary"))
    found = []
    for language, text in LINES:
        reading = read(VoiceRequest(text=text, language=language, voice=FIRST[language]))
        phonemes = " ".join(speaker.phonemes(sentence, reading.voice) for sentence in reading.sentences)
        found.append((recorded(reading, speaker.say, lambda _: None).samples, phonemes))
    return found


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:invalid escape sequence:DeprecationWarning")  # jieba, when first compiled
@pytest.mark.filterwarnings("ignore:invalid escape sequence:SyntaxWarning")  # the same from Python 3.12 on
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # zhconv, which leaves its tables open
@pytest.mark.parametrize("known", [True, False], ids=["phonemes", "energy"])
def test_open_mouths_are_on_the_words_of_real_voices(recordings: list[tuple[np.ndarray, str]], known: bool) -> None:  # noqa: FBT001 - a parameter
    for samples, phonemes in recordings:
        size = 48_000 // FRAME
        levels = np.sqrt((samples[: len(samples) // size * size].reshape(-1, size) ** 2).mean(axis=1))
        loud = (levels > 0.06 * np.quantile(levels, 0.95)).astype(np.uint8)
        spoken = cv2.morphologyEx(loud[None], cv2.MORPH_CLOSE, np.ones((1, PAUSE), np.uint8))[0] > 0
        found = mouths.speaking(voicing.heard(samples, 48_000), phonemes if known else "", 3)
        shapes = [found[min(len(found) - 1, i * mouths.DRAWINGS // FRAME)].shape for i in range(len(spoken))]
        opened = np.array([shape in mouths.OPEN for shape in shapes])
        assert (opened & spoken).sum() >= 0.9 * opened.sum(), phonemes
        assert (opened & spoken).sum() >= 0.7 * spoken.sum(), phonemes
