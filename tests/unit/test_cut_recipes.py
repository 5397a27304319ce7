"""What a change of the timeline makes anew: the digests of segments."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any

import pytest

from generation.cut import graph
from generation.cut.cache import Cache
from generation.cut.graph import located
from generation.cut.probe import Kind, Media
from generation.cut.quality import QUALITIES, Quality
from generation.cut.render import Segment, segments
from generation.cut.suite import Suite
from generation.cut.timeline import Body, Caption, Timeline
from tests.cut.fakes import SquareFonts

FINAL = QUALITIES["final"]
CLIP = Media(
    kind=Kind.CLIP, codec="h264", seconds=3, width=1080, height=1920, frames=90, rate=Fraction(30), is_even=True
)


EPISODE = Timeline(
    language="fr",
    label="AI生成",
    label_frames=60,
    parts=(
        Body(clip="a", frames=90),
        Body(clip="b", frames=90),
        Body(clip="c", frames=90, dissolve=15),
        Body(clip="d", frames=90),
    ),
    captions=(Caption(start=10, end=80, text="Un"), Caption(start=100, end=150, text="Deux")),
)


def planned(
    timeline: Timeline,
    *,
    quality: Quality = FINAL,
    version: str = "ffmpeg 9",
    font: str = "font",
    clips: Mapping[str, Media] = MappingProxyType({}),
) -> list[Segment]:
    suite = Suite(
        program=SimpleNamespace(version=version),
        fonts=SquareFonts((font,)),
        cache=Cache(Path()),
        cores=1,
        folder=Path(),
        find=Path,
    )
    known = {part.clip: clips.get(part.clip, CLIP) for part in timeline.parts}
    return segments(timeline, quality, known, suite)


def digests(timeline: Timeline, **options: Any) -> list[str]:  # noqa: ANN401 - as `planned` takes them
    return [segment.digest for segment in planned(timeline, **options)]


def opened(timeline: Timeline, clips: Mapping[str, Media] = MappingProxyType({})) -> list[list[tuple[str, str]]]:
    """Return where each unit opens each of its sources, in seconds; nothing where it reads from the start."""
    found = []
    for segment in planned(timeline, clips=clips):
        starts, at = [], ""
        for option, value in pairwise(segment.recipe):
            at = value if option == "-ss" else at
            if option == "-i":
                starts.append((value, at))
                at = ""
        found.append(starts)
    return found


def changed(timeline: Timeline) -> list[int]:
    """Return the places of the segments that the episode did not have."""
    before = digests(EPISODE)
    return [place for place, digest in enumerate(digests(timeline)) if digest not in before]


def test_changing_one_caption_changes_one_unit() -> None:
    said, then = EPISODE.captions
    assert changed(replace(EPISODE, captions=(said, replace(then, text="Trois")))) == [1]


def test_moving_a_caption_within_its_shot_changes_one_unit() -> None:
    said, then = EPISODE.captions
    assert changed(replace(EPISODE, captions=(said, replace(then, start=99)))) == [1]


def test_changing_a_clip_beside_a_dissolve_changes_two_units() -> None:
    a, b, c, d = EPISODE.parts
    assert changed(replace(EPISODE, parts=(a, b, replace(c, clip="other"), d))) == [2, 3]


def test_changing_a_clip_by_itself_changes_one_unit() -> None:
    a, b, c, d = EPISODE.parts
    assert changed(replace(EPISODE, parts=(a, b, c, replace(d, clip="other")))) == [4]


def test_a_shot_put_in_between_moves_the_others_and_changes_none() -> None:
    a, *rest = EPISODE.parts
    said, then = EPISODE.captions
    longer = replace(
        EPISODE,
        parts=(a, Body(clip="new", frames=40), *rest),
        captions=(said, replace(then, start=then.start + 40, end=then.end + 40)),
    )
    assert changed(longer) == [1]


def test_two_shots_that_change_places_change_nothing() -> None:
    quiet = replace(EPISODE, captions=())
    a, b, c, d = quiet.parts
    swapped = replace(quiet, parts=(a, d, *(b, c)))
    assert set(digests(swapped)) == set(digests(quiet))


def test_the_speaker_and_the_sounds_change_no_picture() -> None:
    said, then = EPISODE.captions
    assert changed(replace(EPISODE, captions=(replace(said, speaker="Ana"), then))) == []


@pytest.mark.parametrize(
    "other",
    [
        {"quality": QUALITIES["preview"]},
        {"quality": replace(FINAL, crf=FINAL.crf + 1)},
        {"quality": replace(FINAL, preset="veryfast")},
        {"version": "ffmpeg 10"},
    ],
)
def test_another_size_encoding_or_program_makes_every_unit_anew(other: dict[str, object]) -> None:
    assert not set(digests(EPISODE, **other)) & set(digests(EPISODE))


def test_another_font_makes_the_units_with_words_anew() -> None:
    pairs = zip(digests(EPISODE), digests(EPISODE, font="other"), strict=True)
    assert [before == after for before, after in pairs] == [False, False, True, True, True]


def test_an_hdr_clip_is_brought_down_in_its_own_units_only() -> None:
    pairs = zip(digests(EPISODE), digests(EPISODE, clips={"d": replace(CLIP, is_hdr=True)}), strict=True)
    assert [before == after for before, after in pairs] == [True, True, True, True, False]


def test_other_analysis_by_the_encoder_makes_every_unit_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digests(EPISODE)
    monkeypatch.setattr(graph, "ANALYSIS", "mbtree=0")
    assert not set(digests(EPISODE)) & set(before)


def test_a_clip_is_opened_where_its_unit_begins() -> None:
    starts = opened(EPISODE)
    assert starts == [[("a", "")], [("b", "")], [("b", "2.483333"), ("c", "")], [("c", "0.483333")], [("d", "")]]


@pytest.mark.parametrize("clip", [replace(CLIP, is_even=False), replace(CLIP, rate=Fraction(16))])
def test_a_clip_whose_frames_do_not_tell_their_time_is_read_from_its_start(clip: Media) -> None:
    assert all(not at for unit in opened(EPISODE, clips=dict.fromkeys("abcd", clip)) for _, at in unit)


def test_a_clip_that_ends_before_its_unit_is_opened_at_its_last_frame() -> None:
    _, _, dissolve, *_ = opened(EPISODE, clips={"b": replace(CLIP, frames=31)})
    assert dissolve[0] == ("b", "0.983333")


def test_every_input_may_open_known_files_only() -> None:
    for segment in planned(EPISODE):
        inputs = segment.recipe.count("-i")
        assert segment.recipe.count("-protocol_whitelist") == inputs
        assert segment.recipe.count("-format_whitelist") == inputs


def test_only_names_of_inputs_become_paths() -> None:
    assert located(["-x", "a", "-i", "a", "-i", "b", "b"], str.upper) == ["-x", "a", "-i", "A", "-i", "B", "b"]
