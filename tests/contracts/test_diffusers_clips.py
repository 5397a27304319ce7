"""Clips of real video pipelines, tiny ones: exactly the frames asked for, the same each time, whole or not at all."""

# ruff: noqa: ANN401 - profiles, jobs and pipelines are changed by any argument of theirs

from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from generation.backends import Made, Workshop, load
from generation.catalog.model import Taken
from generation.catalog.profile import Frames, Profile
from generation.cut.probe import Kind, probe
from generation.errors import BadResult, Cancelled, InvalidRequest, Unavailable
from generation.requests.motion import ClipRequest, Speech
from generation.requests.pictures import PanelRequest
from generation.video import checking, encoder
from generation.video.diffusers import DiffusersClip
from tests.fakes import pipelines
from tests.fakes.bench import Bench

pytestmark = [
    pytest.mark.slow,
    # LTX's own pipeline gives NumPy tensors as NumPy 1 took them.
    pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy:DeprecationWarning"),
]

PANEL, LAST, VOICE = "1" * 64, "2" * 64, "3" * 64
CLIP = ClipRequest(
    panel=PANEL, move="push-in", frames=21, width=108, height=192, seed=4, prompt="It rains.", negative="sun"
)
CLOSING = {Taken.PROMPT, Taken.NEGATIVE, Taken.LAST}

PROFILES: Mapping[str, Mapping[str, Any]] = {
    "wan_i2v": {},
    "wan_ends": {},
    "ltx_i2v": {},
    "ltx_condition": {"pipeline": "LTXConditionPipeline", "takes": CLOSING},
}
"""Changes of a tiny pipeline's profile."""

ENDING = ("wan_ends", "ltx_condition")
"""Those that take a last picture."""


class Studio:
    """Back-ends of tiny pipelines and the sources of their requests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.used: list[DiffusersClip] = []
        self.sources = {PANEL: folder / "panel.png", LAST: folder / "last.png"}
        for seed, path in enumerate(self.sources.values()):
            noise = np.random.default_rng(seed).integers(0, 255, (24, 14, 3), np.uint8)
            Image.fromarray(noise).resize((108, 192), Image.Resampling.BICUBIC).save(path)

    def bench(self, name: str = "job", **options: Any) -> Bench:
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        return Bench(folder, self.sources, **options)

    def backend(self, name: str, **changes: Any) -> DiffusersClip:
        self.used.append(backend(profile(name, **changes), self.folder))
        return self.used[-1]

    def make(self, name: str, request: ClipRequest = CLIP, **changes: Any) -> Made:
        return self.backend(name, **changes).make(request, self.bench())


def profile(name: str, **changes: Any) -> Profile:
    tiny = "ltx_i2v" if name == "ltx_condition" else name
    return pipelines.profile(tiny, **{**PROFILES[name], **changes})


def backend(profile: Profile, folder: Path) -> DiffusersClip:
    class NoLocker:
        def path(self, name: str) -> Path:
            raise Unavailable(f"{name} is not here")

        def has(self, _: str) -> bool:
            return False

    catalog = {profile.name: profile}
    made = load(profile.name, Workshop(locker=NoLocker(), cache=folder / "cache", catalog=catalog))
    assert isinstance(made, DiffusersClip)
    return made


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    studio = Studio(tmp_path)
    yield studio
    for each in studio.used:
        each.close()


def pictures(path: Path) -> np.ndarray:
    with av.open(str(path)) as container:
        return np.stack([frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)])


def digest(made: Made) -> str:
    return sha256(made.path.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", PROFILES)
def test_a_clip_has_exactly_the_frames_asked_for_and_the_same_bytes_each_time(name: str, studio: Studio) -> None:
    model, job = studio.backend(name), studio.bench()
    made = model.make(CLIP, job)
    assert made.media_type == "video/mp4"
    guidance = profile(name).guidance
    how = {"native": [64, 96], "parts": 1, "steps": 3, "guidance": guidance, "seed": "4", "measures": "full"}
    assert made.facts == {"frames": 21, "rate": 30, "width": 108, "height": 192} | how
    assert made.notes == ()
    film = pictures(made.path)
    assert film.shape == (21, 192, 108, 3)
    assert len({frame.tobytes() for frame in film}) == 21  # every one is another
    assert job.told == sorted(job.told)
    assert (job.told[0], job.told[-1]) == (0.0, 1.0)
    first = digest(made)
    assert digest(model.make(CLIP, studio.bench("again"))) == first
    assert digest(model.make(replace(CLIP, seed=5), studio.bench("other"))) != first
    assert model.workers == 1
    assert model.model.licence == "CC0-1.0"
    assert model.model.version == "0" * 40
    assert model.model.takes == profile(name).takes


@pytest.mark.parametrize("name", PROFILES)
def test_words_and_what_is_not_wanted_matter(name: str, studio: Studio) -> None:
    model = studio.backend(name)
    plain = digest(model.make(CLIP, studio.bench()))
    assert digest(model.make(replace(CLIP, prompt="The sun shines."), studio.bench())) != plain
    assert digest(model.make(replace(CLIP, negative=""), studio.bench())) != plain


def test_the_cut_takes_a_clip_as_one_of_our_own_animation(studio: Studio, tmp_path: Path) -> None:
    made = studio.make("wan_i2v")
    drawn = tmp_path / "drawn.mp4"
    panel = np.zeros((192, 108, 3), np.uint8)
    encoder.encode((encoder.planes(panel + n) for n in range(21)), drawn, (108, 192), 30, {})
    ours, theirs = (probe(path, Kind.CLIP) for path in (drawn, made.path))
    assert ours == theirs
    assert theirs.is_even
    with av.open(str(drawn)) as one, av.open(str(made.path)) as other:
        for name in ("time_base", "average_rate", "profile"):
            assert getattr(one.streams.video[0], name) == getattr(other.streams.video[0], name)
        frames = [next(container.decode(video=0)) for container in (one, other)]
        for name in ("format", "color_range", "colorspace", "color_primaries", "color_trc"):
            values = [getattr(frame, name) for frame in frames]
            assert str(values[0]) == str(values[1]), name


@pytest.mark.parametrize("name", PROFILES)
def test_a_cancel_stops_within_one_step_and_leaves_nothing(name: str, studio: Studio) -> None:
    model = studio.backend(name)
    for after in (0.0, 0.3, 0.96):
        job = studio.bench(f"stopped-{after}", stop_after=after)
        with pytest.raises(Cancelled):
            model.make(CLIP, job)
        assert sum(fraction > after for fraction in job.told) == 1
        assert list(job.folder.iterdir()) == []
    assert len(pictures(model.make(CLIP, studio.bench()).path)) == 21


@pytest.mark.parametrize("name", ENDING)
def test_a_last_picture_matters_where_it_is_taken(name: str, studio: Studio) -> None:
    model = studio.backend(name)
    open_end = pictures(model.make(CLIP, studio.bench()).path)
    made = model.make(replace(CLIP, last=LAST), studio.bench())
    assert made.notes == ()
    closed = pictures(made.path)
    assert len(closed) == 21
    assert not np.array_equal(open_end, closed)


def test_a_last_picture_that_the_model_would_not_look_at_is_left_out_and_told(studio: Studio) -> None:
    for name in ("wan_i2v", "ltx_i2v"):  # the first one's pipeline would take it
        model = studio.backend(name)
        made = model.make(replace(CLIP, last=LAST), studio.bench())
        assert [note.code for note in made.notes] == ["clip-end-left-out"]
        assert digest(made) == digest(model.make(CLIP, studio.bench()))


@pytest.mark.parametrize("name", PROFILES)
def test_a_shot_longer_than_the_model_can_make_is_whole_and_told(name: str, studio: Studio) -> None:
    job = studio.bench()
    made = studio.backend(name).make(replace(CLIP, frames=90), job)  # three seconds: 25 frames at 8 a second
    assert [(note.code, note.facts) for note in made.notes] == [("clip-continued", (("parts", "2"),))]
    film = pictures(made.path)
    assert len(film) == 90
    assert len({frame.tobytes() for frame in film}) > 80  # where random weights tear motion, a frame is shown twice
    assert job.told == sorted(job.told)


def test_a_continuation_begins_on_the_last_frame_of_the_part_before(studio: Studio) -> None:
    steady = {"frames": Frames(rate=30, most=9, step=8)}
    one = pictures(studio.make("ltx_i2v", replace(CLIP, frames=9), **steady).path)
    two = pictures(studio.make("ltx_i2v", replace(CLIP, frames=17), **steady).path)
    assert np.array_equal(one, two[:9])
    assert len(two) == 17


@pytest.mark.parametrize("name", ["wan_i2v", "ltx_i2v"])
def test_a_clip_that_is_painted_smaller_has_the_size_asked_for_and_says_so(name: str, studio: Studio) -> None:
    made = studio.make(name)
    plain, frames = digest(made), pictures(made.path)
    width, height = made.facts["native"]
    assert "painted-smaller" not in {each.code for each in made.notes}
    small = studio.make(name, replace(CLIP, pixels=width * height - 1))
    assert digest(small) != plain
    assert pictures(small.path).shape == frames.shape
    across, down = small.facts["native"]
    assert across * down < width * height
    assert [dict(each.facts) for each in small.notes if each.code == "painted-smaller"] == [
        {"width": str(across), "height": str(down)}
    ]


def test_words_for_what_is_not_wanted_are_left_out_and_told_where_a_model_takes_none(studio: Studio) -> None:
    made = studio.make("wan_i2v", takes={Taken.PROMPT})
    assert [note.code for note in made.notes] == ["negative-ignored"]


def test_voices_are_not_followed_and_that_is_told(studio: Studio) -> None:
    made = studio.make("wan_i2v", replace(CLIP, speech=(Speech(voice=VOICE, actor="mei", start=0),)))
    assert [note.code for note in made.notes] == ["clip-mouths-still"]


def test_sound_that_a_model_makes_is_left_out_and_told(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    model = studio.backend("wan_i2v")
    plain = model.make(CLIP, studio.bench())
    run = model._warm.run  # noqa: SLF001 - a tiny pipeline with sound would take a vocoder

    def sounding(*arguments: Any, **named: Any) -> Any:
        output = run(*arguments, **named)
        output.audio = np.zeros((1, 2, 8000), np.float32)
        return output

    monkeypatch.setattr(model._warm, "run", sounding)  # noqa: SLF001
    made = model.make(CLIP, studio.bench("sounding"))
    assert [note.code for note in made.notes] == ["clip-sound-left-out"]
    assert digest(made) == digest(plain)
    with av.open(str(made.path)) as container:
        assert not container.streams.audio


def test_a_drawing_of_our_own_artist_is_a_first_picture_like_any_other(studio: Studio) -> None:
    drawing = PanelRequest(
        description="", place="sea", hour="dawn", weather="clear", mood="joy", framing="wide", angle="eye", seed=1
    )
    model = studio.backend("wan_i2v")
    drawn = digest(model.make(replace(CLIP, drawing=drawing), studio.bench()))
    assert drawn == digest(model.make(CLIP, studio.bench()))


@pytest.mark.parametrize("change", [{"width": 107}, {"frames": 0}, {"frames": 901}, {"rate": 61}])
def test_what_no_clip_can_be_is_refused(change: dict[str, Any], studio: Studio) -> None:
    with pytest.raises(InvalidRequest):
        studio.make("wan_i2v", replace(CLIP, **change))


def test_a_panel_that_is_no_picture_is_refused_and_leaves_nothing(studio: Studio) -> None:
    studio.sources[PANEL].write_bytes(b"not a picture")
    with pytest.raises(InvalidRequest, match="picture"):
        studio.make("wan_i2v")
    assert list((studio.folder / "job").iterdir()) == []


@pytest.mark.parametrize(
    ("film", "words"),
    [
        (np.full((9, 96, 64, 3), np.nan, np.float32), "no pictures"),
        (np.zeros((9, 96, 64, 3), np.float32), "single colour"),
        (np.zeros((5, 96, 64, 3), np.float32), "9 frames"),
        (np.zeros((0,), np.float32), "9 frames"),
    ],
)
def test_frames_that_are_damaged_or_missing_are_a_bad_result(film: np.ndarray, words: str) -> None:
    class Output:
        frames = (film,)

    with pytest.raises(BadResult, match=words):
        checking.developed(Output(), 9)
    with pytest.raises(BadResult, match="9 frames"):
        checking.developed(object(), 9)


def test_a_file_that_is_damaged_or_another_clip_is_a_bad_result(studio: Studio, tmp_path: Path) -> None:
    made = studio.make("wan_i2v")
    with pytest.raises(BadResult, match="21 frames"):
        checking.check(made.path, replace(CLIP, frames=22))
    whole = made.path.read_bytes()
    for name, data in {"empty.mp4": b"", "cut.mp4": whole[: len(whole) // 2], "words.mp4": b"words"}.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(BadResult, match="damaged"):
            checking.check(tmp_path / name, CLIP)


def test_without_a_profile_or_its_frames_or_a_picture_to_begin_with_there_is_no_clip(studio: Studio) -> None:
    with pytest.raises(Unavailable, match="catalog"):
        load("diffusers-clip", Workshop(locker=None, cache=studio.folder))  # type: ignore[arg-type]  # never asked
    with pytest.raises(Unavailable, match="frames"):
        studio.make("wan_i2v", frames=None)
    with pytest.raises(Unavailable, match="no picture"):
        studio.make("wan_i2v", pipeline="WanPipeline")
