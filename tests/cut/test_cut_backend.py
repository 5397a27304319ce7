"""Whole cuts at a small size: every frame there, little made twice, nothing half made."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest
from av.stream import Disposition

from generation.backends import Made
from generation.cut.backend import Cutter
from generation.cut.delivery import is_streamable
from generation.cut.timeline import Body, Placed, Timeline, TitleCard
from generation.errors import Cancelled, InvalidRequest
from generation.notes import note
from generation.requests.printing import CutRequest
from tests.cut.conftest import Job, Shelf

pytestmark = pytest.mark.slow

NewJob = Callable[..., Job]


def cut(cutter: Cutter, timeline: Timeline, job: Job, **options: tuple[tuple[str, str], ...]) -> Made:
    return cutter.make(CutRequest(timeline=timeline, quality="small", **options), job)


def kept(tmp_path: Path, kind: str) -> set[str]:
    return {path.name for path in (tmp_path / "cache" / "cut" / kind).iterdir()}


def segments(tmp_path: Path) -> set[str]:
    return kept(tmp_path, "segments")


def colours(path: Path) -> np.ndarray:
    """Return the mean colour of the upper left corner of each frame, shape (frames, 3): no words stand there."""
    with av.open(str(path)) as container:
        return np.array(
            [frame.to_ndarray(format="rgb24")[:20, :20].mean((0, 1)) for frame in container.decode(video=0)]
        )


def test_a_cut_shows_every_frame_of_its_timeline(cutter: Cutter, episode: Timeline, job: NewJob) -> None:
    made = cut(cutter, episode, job())
    shown = colours(made.path)
    assert len(shown) == episode.frames == 116
    expected = {"red": (20, 36), "lime": (45, 66), "blue": (66, 94)}
    for place, (first, last) in enumerate(expected.values()):
        others = [channel for channel in range(3) if channel != place]
        assert (shown[first:last, place] > 240).all()
        assert (shown[first:last, others] < 15).all()
    red = shown[36:45, 0]
    assert np.allclose(red, 255 * np.arange(9, 0, -1) / 10, atol=12)
    assert made.notes == ()


def test_the_file_is_what_phones_play(cutter: Cutter, episode: Timeline, job: NewJob) -> None:
    made = cut(cutter, episode, job())
    with av.open(str(made.path)) as container:
        picture, sound, words = container.streams
        assert (picture.codec_context.name, picture.codec_context.profile) == ("h264", "High")
        assert (picture.width, picture.height, picture.average_rate, picture.pix_fmt) == (180, 320, 30, "yuv420p")
        assert (sound.codec_context.name, sound.rate, sound.channels) == ("aac", 48_000, 2)
        assert (words.type, words.language) == ("subtitle", "fra")
        stamps = [(packet.pts, packet.dts) for packet in container.demux(video=0) if packet.pts is not None]
    assert sorted(pts for pts, _ in stamps) == [512 * frame for frame in range(116)]
    assert all(before[1] < after[1] for before, after in pairwise(stamps))
    assert is_streamable(made.path)
    assert made.media_type == "video/mp4"
    assert made.facts["milliseconds"] == 3866
    assert made.facts["lufs"] == pytest.approx(-14, abs=0.6)
    assert made.facts["true_peak"] <= -1
    assert made.facts["bytes"] == made.path.stat().st_size


def test_tags_are_read_back(cutter: Cutter, episode: Timeline, job: NewJob) -> None:
    made = cut(cutter, episode, job(), tags=(("title", "La lettre · 第一集"), ("AIGC", '{"Label":"1"}')))
    with av.open(str(made.path)) as container:
        assert container.metadata["title"] == "La lettre · 第一集"
        assert container.metadata["AIGC"] == '{"Label":"1"}'
    plain = cut(cutter, episode, job())
    with av.open(str(plain.path)) as container:
        assert container.metadata["AIGC"].startswith('{"Label":"1","ContentProducer":"Feuilleton"')


def test_soft_subtitles_hold_the_words_of_the_script(cutter: Cutter, episode: Timeline, job: NewJob) -> None:
    said, then = episode.captions
    made = cut(cutter, replace(episode, captions=(replace(said, text="{Oui} <b> & non \\o/"), then)), job())
    with av.open(str(made.path)) as container:
        assert not container.streams.subtitles[0].disposition & Disposition.default, "burned words would be read twice"
        raw = [bytes(packet)[2:].decode() for packet in container.demux(subtitles=0) if packet.size > 2]
    assert [text.replace("\u200b", "") for text in raw] == ["{Oui} <b> & non \\o/", "我一直在等你。"]


def test_the_same_cut_again_is_the_same_file_and_renders_nothing(
    cutter: Cutter, episode: Timeline, job: NewJob, tmp_path: Path
) -> None:
    first = cut(cutter, episode, job())
    before = segments(tmp_path)
    again = cut(cutter, episode, job())
    assert segments(tmp_path) == before
    assert first.facts == again.facts
    digests = [hashlib.sha256(made.path.read_bytes()).hexdigest() for made in (first, again)]
    assert digests[0] == digests[1]


def test_a_changed_caption_renders_one_unit(cutter: Cutter, episode: Timeline, job: NewJob, tmp_path: Path) -> None:
    cut(cutter, episode, job())
    before = segments(tmp_path)
    said, then = episode.captions
    cut(cutter, replace(episode, captions=(said, replace(then, text="你来了。"))), job())
    assert len(segments(tmp_path) - before) == 1


def test_a_changed_line_with_its_voice_renders_its_unit_and_the_sound(
    cutter: Cutter, episode: Timeline, shelf: Shelf, job: NewJob, tmp_path: Path
) -> None:
    cut(cutter, episode, job())
    before = {kind: kept(tmp_path, kind) for kind in ("segments", "sound", "cards")}
    said, then = episode.captions
    spoken = shelf.sound("other.wav", 0.2 * np.sin(2 * np.pi * 150 * np.arange(24_000) / 48_000))
    changed = replace(
        episode, captions=(replace(said, text="Tu m'entends ?"), then), voices=(Placed(sound=spoken, start=46),)
    )
    cut(cutter, changed, job())
    made = {kind: len(kept(tmp_path, kind) - known) for kind, known in before.items()}
    assert made == {"segments": 1, "sound": 2, "cards": 0}, "the sound is a file and its measure"


def test_words_are_drawn_in_the_lower_third_and_the_label_above(cutter: Cutter, episode: Timeline, job: NewJob) -> None:
    made = cut(cutter, episode, job())
    with av.open(str(made.path)) as container:
        frames = [frame.to_ndarray(format="gray") for frame in container.decode(video=0)]
    white = [np.flatnonzero((frame > 200).any(1)) for frame in frames]
    label, said, chinese, none = white[25], white[55], white[80], white[92]
    assert 30 < label.min() < label.max() < 60
    for words in (said, chinese):
        assert 200 < words.min() < words.max() < 320 * (1 - 480 / 1920)
    assert none.size == 0


def test_progress_rises_to_the_end(cutter: Cutter, episode: Timeline, job: NewJob) -> None:
    at_work = job()
    cut(cutter, episode, at_work)
    assert at_work.seen == sorted(at_work.seen)
    assert at_work.seen[-1] == 1.0


def test_a_cut_called_off_stops_and_leaves_nothing_half_made(
    cutter: Cutter, episode: Timeline, job: NewJob, tmp_path: Path
) -> None:
    def refuse(fraction: float) -> None:
        if fraction > 0.2:
            raise Cancelled("called off")

    with pytest.raises(Cancelled):
        cut(cutter, episode, job(refuse))
    assert not list(tmp_path.rglob("*.part*"))
    assert colours(cut(cutter, episode, job()).path).shape == (116, 3)


def test_a_clip_that_is_too_short_holds_its_last_picture_and_says_so(cutter: Cutter, shelf: Shelf, job: NewJob) -> None:
    short = Timeline(language="fr", label="AI生成", parts=(Body(clip=shelf.plain("red", 10), frames=25),))
    made = cut(cutter, short, job())
    assert (colours(made.path)[:, 0] > 240).all()
    assert made.facts["frames"] == 25
    assert made.notes == (note("clip-short", number=1, frames=15),)


STEP = 5
RAMPS = {
    "own": (0.7, "30", "-g", "30", "-preset", "ultrafast"),
    "one key frame, frames out of order": (0.7, "30", "-g", "250", "-bf", "3"),
    "slow": (1.7, "15"),
    "fast": (1.2, "60"),
}
"""What clips are made with, and by how many frames another may be shown."""


@pytest.mark.parametrize("name", RAMPS)
def test_each_unit_shows_its_own_frames_of_a_clip(cutter: Cutter, shelf: Shelf, job: NewJob, name: str) -> None:
    most, rate, *options = RAMPS[name]
    ramp = f"color=black:s=90x160:r={rate},geq=lum='30+{STEP}*30*T':cb=128:cr=128,scale=out_range=tv"
    clip = shelf.clip("ramp.mp4", ramp, "-frames:v", str(40 * int(rate) // 30), "-crf", "4", *options)
    lengths = (40, 50, 20)
    first, second, third = (np.minimum(np.arange(frames), 39) for frames in lengths)
    parts = tuple(Body(clip=clip, frames=each, dissolve=into) for each, into in zip(lengths, (0, 12, 10), strict=True))
    made = cut(cutter, Timeline(language="fr", label="", parts=parts), job())
    with av.open(str(made.path)) as container:
        luma = np.array([frame.to_ndarray()[:100, :180].mean() for frame in container.decode(video=0)])
    expected = [first[:28], mixed(first[28:], second[:12]), second[12:40], mixed(second[40:], third[:10]), third[10:]]
    assert np.abs((luma - 30) / STEP - np.concatenate(expected)).max() < most


def mixed(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    share = np.arange(1, len(after) + 1) / (len(after) + 1)
    return before * (1 - share) + after * share


FOREIGN = {
    "odd.mkv": ("testsrc2=s=643x363:r=30000/1001", "-c:v", "ffv1", "-pix_fmt", "yuv444p"),
    "slow.mp4": ("testsrc2=s=480x832:r=16", "-pix_fmt", "yuv420p"),
    "fast.mp4": ("testsrc2=s=320x240:r=60", "-pix_fmt", "yuv420p"),
    "varying.webm": (
        *("testsrc2=s=320x240:r=30,select='not(eq(mod(n,3),1))'", "-fps_mode", "vfr"),
        *("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8"),
    ),
    "hlg.mp4": (
        *("testsrc2=s=320x240:r=30", "-pix_fmt", "yuv420p10le", "-c:v", "libx265", "-preset", "ultrafast"),
        *("-x265-params", "log-level=error:colorprim=bt2020:transfer=arib-std-b67:colormatrix=bt2020nc"),
    ),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_foreign_clips_come_out_as_ours(cutter: Cutter, shelf: Shelf, job: NewJob, name: str) -> None:
    source, *options = FOREIGN[name]
    clip = shelf.clip(name, source, "-t", "1", *options)
    timeline = Timeline(language="fr", label="", parts=(Body(clip=clip, frames=26),))
    shown = colours(cut(cutter, timeline, job()).path)
    assert shown.shape == (26, 3)
    assert shown.std(0).max() > 1 or shown.max() > 30


def test_a_phone_clip_stands_upright(cutter: Cutter, shelf: Shelf, job: NewJob) -> None:
    flat = shelf.clip("flat.mp4", "color=red:s=320x180:r=30,drawbox=0:0:160:180:blue:fill", "-frames:v", "12")
    turned = shelf.folder / "phone.mp4"
    shelf.program.write(
        ["-display_rotation", "90", "-i", str(shelf.files[flat]), "-c", "copy"], turned, tell=lambda _: None
    )
    timeline = Timeline(language="fr", label="", parts=(Body(clip=shelf.add(turned), frames=10),))
    with av.open(str(cut(cutter, timeline, job()).path)) as container:
        picture = next(container.decode(video=0)).to_ndarray(format="rgb24")
    top, bottom = picture[:100].mean((0, 1)), picture[-100:].mean((0, 1))
    assert top[0] > 200 > top[2]
    assert bottom[2] > 200 > bottom[0]


def test_a_clip_that_was_cut_off_is_refused_in_words(cutter: Cutter, shelf: Shelf, job: NewJob) -> None:
    whole = shelf.clip("whole.mp4", "testsrc2=s=320x240:r=30", "-t", "2", "-movflags", "+faststart")
    broken = shelf.folder / "broken.mp4"
    broken.write_bytes(shelf.files[whole].read_bytes()[:40_000])
    timeline = Timeline(language="fr", label="", parts=(Body(clip=shelf.add(broken), frames=30),))
    with pytest.raises(InvalidRequest, match=r"broken\.mp4 is cut off: \d+ of 60 frames"):
        cut(cutter, timeline, job())


def test_a_sound_that_is_no_sound_stops_the_whole_cut(
    cutter: Cutter, episode: Timeline, shelf: Shelf, job: NewJob
) -> None:
    words = shelf.folder / "words.wav"
    words.write_text("not a sound")
    with pytest.raises(InvalidRequest, match=r"words\.wav"):
        cut(cutter, replace(episode, voices=(Placed(sound=shelf.add(words), start=0),)), job())


def test_a_silent_episode_stays_silent(cutter: Cutter, shelf: Shelf, job: NewJob) -> None:
    timeline = Timeline(language="zh", label="AI生成", parts=(Body(clip=shelf.plain("red"), frames=30),))
    assert cut(cutter, timeline, job()).facts["lufs"] < -60


@pytest.mark.parametrize("frames", [1, 2, 9, 11])
def test_a_card_may_be_as_short_as_a_frame(cutter: Cutter, job: NewJob, frames: int) -> None:
    title = TitleCard(series="Le renard", title="La lettre", number="Épisode 1", frames=frames)
    made = cut(cutter, Timeline(language="fr", label="", parts=(title, replace(title, frames=30))), job())
    assert len(colours(made.path)) == frames + 30


def test_an_unknown_quality_is_refused(cutter: Cutter, episode: Timeline, job: NewJob) -> None:
    with pytest.raises(InvalidRequest, match="small"):
        cutter.make(CutRequest(timeline=episode, quality="imax"), job())
