"""How long shots stand, and how an episode is arranged."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.crew.editor import (
    CREDITS,
    DISSOLVE,
    GAP,
    LEAD,
    LONGEST_EPISODE,
    SHORTEST,
    SHORTEST_EPISODE,
    TAIL,
    TITLE,
    Material,
    Overrun,
    Print,
    Spoken,
    lengths,
    shot_at,
    starts,
    timeline,
    total,
)
from storage.domain.ids import Digest
from storage.domain.story import Angle, Framing, Hour, Line, Mood, Move, Place, Scene, Script, Shot, Weather

SCENES = tuple(
    Scene(id=f"c{n}", setting="a bakery", place=Place.SHOP, hour=Hour.NIGHT, weather=Weather.CLEAR, mood=Mood.TENDER)
    for n in range(2)
)
WORDS = Print(language="en", series="S", title="T", number="Episode 1", heading="Credits", credits=(), label="AI生成")


@st.composite
def scripts(draw: st.DrawFn) -> tuple[Script, dict[str, Spoken]]:
    """A script of 4 to 8 shots with up to two lines each, and a recording of every line."""
    counts = draw(st.lists(st.integers(0, 2), min_size=4, max_size=8))
    change = draw(st.integers(0, len(counts)))
    lines: list[Line] = []
    shots: list[Shot] = []
    for number, count in enumerate(counts):
        said = [Line(id=f"l{len(lines) + each}", speaker="fox", text="Bread.") for each in range(count)]
        lines += said
        shots.append(
            Shot(
                id=f"s{number}",
                scene=SCENES[number >= change].id,
                framing=draw(st.sampled_from(Framing)),
                angle=Angle.EYE,
                move=Move.STATIC,
                action="The fox kneads.",
                characters=("fox",),
                lines=tuple(line.id for line in said),
            )
        )
    spoken = {
        line.id: Spoken(sound=Digest(line.id), start=draw(st.integers(0, 8)), end=draw(st.integers(20, 120)))
        for line in lines
    }
    return Script(scenes=SCENES, lines=tuple(lines), shots=tuple(shots)), spoken


@given(scripts())
def test_an_episode_fits_the_form_or_names_the_line_that_is_too_long(made: tuple[Script, dict[str, Spoken]]) -> None:
    script, spoken = made
    try:
        frames = lengths(script, spoken)
    except Overrun as overrun:
        line, share = overrun.line, overrun.share(spoken)
    else:
        assert SHORTEST_EPISODE <= total(script, frames) <= LONGEST_EPISODE
        return
    assert spoken[line].frames == max(each.frames for each in spoken.values())
    assert 0 < share < 1


@given(scripts())
def test_every_shot_is_long_enough_for_its_words(made: tuple[Script, dict[str, Spoken]]) -> None:
    script, spoken = made
    try:
        frames = lengths(script, spoken)
    except Overrun:
        return
    for shot in script.shots:
        words = sum(spoken[line].frames for line in shot.lines)
        air = LEAD + TAIL + GAP * (len(shot.lines) - 1) if shot.lines else 0
        assert frames[shot.id] >= max(SHORTEST, words + air)


def test_dialogue_of_a_minute_overruns_and_a_shorter_line_mends_it() -> None:
    script, spoken = _script_with_lines(8, frames=200)
    with pytest.raises(Overrun) as caught:
        lengths(script, spoken)
    shorter = {line: replace(each, end=each.start + 60) for line, each in spoken.items()}
    assert caught.value.line in spoken
    assert total(script, lengths(script, shorter)) <= LONGEST_EPISODE


@given(scripts())
def test_captions_stand_on_their_words_within_their_shot_and_never_overlap(
    made: tuple[Script, dict[str, Spoken]],
) -> None:
    script, spoken = made
    try:
        frames = lengths(script, spoken)
    except Overrun:
        return
    cut = timeline(script, _material(script, frames, spoken), WORDS)
    assert [caption.text for caption in cut.captions] == [line.text for line in script.lines]
    assert all(before.end <= after.start for before, after in zip(cut.captions, cut.captions[1:], strict=False))
    for caption, line in zip(cut.captions, script.lines, strict=True):
        assert caption.end - caption.start >= spoken[line.id].frames
        assert TITLE - DISSOLVE <= caption.start < caption.end <= cut.frames - CREDITS


@given(scripts())
def test_the_timeline_is_as_long_as_was_reckoned(made: tuple[Script, dict[str, Spoken]]) -> None:
    script, spoken = made
    try:
        frames = lengths(script, spoken)
    except Overrun:
        return
    assert timeline(script, _material(script, frames, spoken), WORDS).frames == total(script, frames)


@given(scripts())
def test_the_shot_at_its_own_start_is_itself(made: tuple[Script, dict[str, Spoken]]) -> None:
    script, spoken = made
    try:
        frames = lengths(script, spoken)
    except Overrun:
        return
    for shot, start in starts(script, frames).items():
        assert shot_at(script, frames, start) == shot
    assert shot_at(script, frames, 0) == script.shots[0].id


def _material(script: Script, frames: object, spoken: dict[str, Spoken]) -> Material:
    assert isinstance(frames, dict)
    clips = {shot.id: Digest(f"clip-{shot.id}") for shot in script.shots}
    return Material(frames=frames, clips=clips, spoken=spoken, cue=Digest("cue"))


def _script_with_lines(count: int, frames: int) -> tuple[Script, dict[str, Spoken]]:
    lines = tuple(Line(id=f"l{n}", speaker="fox", text="Bread.") for n in range(count))
    shots = tuple(
        Shot(
            id=f"s{n}",
            scene="c0",
            framing=Framing.CLOSE,
            angle=Angle.EYE,
            move=Move.PUSH,
            action="The fox speaks.",
            lines=(line.id,),
        )
        for n, line in enumerate(lines)
    )
    script = Script(scenes=SCENES[:1], lines=lines, shots=shots)
    return script, {line.id: Spoken(sound=Digest(line.id), start=0, end=frames) for line in lines}


@given(scripts())
def test_a_shot_that_goes_on_from_the_one_before_is_not_dissolved_into(made: tuple[Script, dict[str, Spoken]]) -> None:
    script, _ = made
    joined = replace(script, shots=tuple(replace(shot, continues=True) for shot in script.shots))
    frames = {shot.id: SHORTEST for shot in joined.shots}
    assert total(joined, frames) == TITLE + SHORTEST * len(frames) + CREDITS
