"""Words on the picture and beside it."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.cut.subtitles import BOTTOM, CAPTION, TOP, Text, escape, script, srt, texts, vtt
from generation.cut.timeline import Body, Caption, Timeline
from generation.cut.units import Layer, Unit
from tests.cut.fakes import SquareFonts

BODY = Body(clip="a", frames=300)


FONTS = SquareFonts()


def unit(start: int, frames: int) -> Unit:
    return Unit(start=start, frames=frames, layers=(Layer(part=BODY, first=0),))


def timeline(*captions: Caption) -> Timeline:
    return Timeline(language="fr", label="AI生成", parts=(BODY,), captions=captions)


def frames(clock: str) -> float:
    hours, minutes, seconds = clock.split(":")
    return (int(hours) * 3600 + int(minutes) * 60 + float(seconds)) * 30


@given(st.integers(0, 2000), st.integers(1, 300), st.integers(1, 60), st.integers(1, 100))
def test_a_text_is_shown_on_exactly_its_frames(start: int, length: int, before: int, after: int) -> None:
    """A frame at time t shows an event when start <= t < end; times are rounded to hundredths."""
    shown = Text(start, start + length, CAPTION, ("Oui",))
    stretch = unit(max(0, start - before), length + before + after)
    (span,) = re.findall(r"Dialogue: 0,([\d:.]+),([\d:.]+),", script(stretch, [shown], FONTS, 30))
    first, last = (frames(clock) for clock in span)
    seen = [at for at in range(stretch.frames) if first <= at + 1e-6 and at < last - 1e-6]
    assert seen == list(range(start - stretch.start, start - stretch.start + length))


def test_a_text_that_goes_on_is_kept_to_the_last_frame_of_its_unit() -> None:
    said = script(unit(100, 30), [Text(90, 200, CAPTION, ("Oui",))], FONTS, 30)
    assert "Dialogue: 0,0:00:00.00,0:00:02.00," in said


def test_a_unit_without_words_has_no_script() -> None:
    assert script(unit(0, 30), [Text(30, 60, CAPTION, ("Oui",))], FONTS, 30) == ""


def test_moving_a_unit_with_its_words_changes_nothing() -> None:
    here = script(unit(100, 30), [Text(110, 125, CAPTION, ("Oui",))], FONTS, 30)
    there = script(unit(467, 30), [Text(477, 492, CAPTION, ("Oui",))], FONTS, 30)
    assert here == there


def test_the_label_stands_first_and_captions_stay_in_the_safe_area() -> None:
    said = script(unit(0, 300), texts(timeline(Caption(start=0, end=60, text="Oui")), FONTS), FONTS, 30)
    styles = dict(re.findall(r"Style: (\w+) [\w-]+,.*,(\d+),1\n", said))
    assert styles == {"Label": str(TOP), "Caption": str(BOTTOM)}
    assert "AI生成" in said


def test_words_from_people_stay_words() -> None:
    assert escape(["{\\b1}gras", "C:\\new"]) == "\\{\\\u200bb1\\}gras\\NC:\\\u200bnew"


def test_a_long_caption_takes_turns_and_fills_its_time() -> None:
    said = "Je ne reviendrai plus jamais dans cette maison. Tu peux garder la lettre, le chat et la clé du grenier."
    shown = [text for text in texts(timeline(Caption(start=10, end=130, text=said)), FONTS) if text.style is CAPTION]
    assert len(shown) > 1
    assert (shown[0].first, shown[-1].last) == (10, 130)
    assert all(before.last == after.first for before, after in pairwise(shown))
    assert all(len(text.lines) <= 2 for text in shown)
    assert " ".join(" ".join(text.lines) for text in shown) == said


CAPTIONS = (
    Caption(start=95, end=130, text="我一直在等你。", speaker="Lin"),
    Caption(start=30, end=60, text="M’entends-tu ?", speaker="Ana <3"),
)


def test_srt_holds_the_words_of_the_script_in_order() -> None:
    assert srt(timeline(*CAPTIONS)) == (
        "1\n00:00:01,000 --> 00:00:02,000\nM’entends-tu ?\n\n2\n00:00:03,166 --> 00:00:04,333\n我一直在等你。\n"
    )


def test_vtt_names_the_speakers_and_escapes_its_own_marks() -> None:
    said = vtt(timeline(*CAPTIONS, replace(CAPTIONS[0], start=150, end=160, text="a < b & c", speaker="")))
    assert said.startswith("WEBVTT\n\n")
    assert "<v Ana &lt;3>M’entends-tu ?\n" in said
    assert "\na &lt; b &amp; c\n" in said


@pytest.mark.parametrize("caption", [Caption(start=5, end=5, text="Oui"), Caption(start=5, end=9, text=" ")])
def test_a_caption_without_time_or_words_is_left_out(caption: Caption) -> None:
    assert srt(timeline(caption)) == ""
    assert [text.style.name for text in texts(timeline(caption), FONTS)] == ["Label"]
