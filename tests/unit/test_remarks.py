"""What a remark means: a shot, a time, or the whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.remarks import Pin, Reel, pinned

SHOTS = ("s1", "s2", "s3", "s4", "s5", "s6")
CUT = Reel(shots=SHOTS, starts={shot: 45 + 90 * place for place, shot in enumerate(SHOTS)}, length=660)
BOARD = Reel(shots=SHOTS)
PIECES = st.sampled_from(
    [
        "0:12",
        "à 0:12",
        "12s",
        "at 3 s",
        "第12秒",
        "99:59",
        "0:12.5",
        "shot 3",
        "plan 8",
        "3",
        "镜头3",
        "第3镜",
        "#3",
        "最后镜头",
        ":",
        ".",
        " ",
    ]
)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("0:12 trop sombre", 360),
        ("trop sombre à 0:12", 360),
        ("0:12.5 too dark", 375),
        ("0：12 太暗", 360),
        ("12s too dark", 360),
        ("at 12 seconds it is too dark", 360),
        ("à 12,5 secondes c’est trop sombre", 375),
        ("第12秒太暗", 360),
        ("在12秒太暗", 360),
    ],
)
def test_a_time_is_pinned_to_its_frame_and_to_the_shot_on_screen_then(text: str, frame: int) -> None:
    assert pinned(text, CUT) == Pin(shot="s4", frame=frame)


@pytest.mark.parametrize(
    "text",
    [
        "shot 3 closer",
        "Plan 3 : plus serré",
        "le plan n° 3 plus serré",
        "镜头3近一点",
        "第3镜近一点",
        "第三个镜头近一点",
        "#3 closer",
        "closer on #3 please",
        "3",
        "3: closer",
        "3. plus serré",
        "the third shot, closer",
    ],
)
def test_a_shot_is_found_by_its_number(text: str) -> None:
    assert pinned(text, CUT) == Pin(shot="s3")
    assert pinned(text, BOARD) == Pin(shot="s3")


@pytest.mark.parametrize(
    "text",
    [
        "3 robots would be better",
        "add 2 seconds",
        "2s longer",
        "in 3 words",
        "shot 8",
        "#8",
        "#2 and #3",
        "0:45 too dark",
        "shots 2 like shot 3",
        "3.5 is too much",
        "it is 12:34:56",
        "",
        "trop sombre",
    ],
)
def test_what_names_nothing_or_more_than_one_thing_is_about_the_whole(text: str) -> None:
    assert pinned(text, CUT) == Pin()


def test_a_time_on_a_card_is_about_the_shot_beside_it() -> None:
    assert pinned("0:00 the title is too small", CUT) == Pin(shot="s1", frame=0)
    assert pinned("0:21 the roll is too fast", CUT) == Pin(shot="s6", frame=630)


def test_a_shot_that_is_named_counts_before_the_one_on_screen() -> None:
    assert pinned("0:12 as in shot 2", CUT) == Pin(shot="s2", frame=360)


def test_the_last_shot_needs_no_number() -> None:
    assert pinned("le dernier plan est trop long", BOARD) == Pin(shot="s6")


def test_a_time_means_nothing_where_there_is_no_cut() -> None:
    assert pinned("0:12 too dark", BOARD) == Pin()


@st.composite
def reels(draw: st.DrawFn) -> Reel:
    shots = tuple(f"s{number}" for number in range(draw(st.integers(0, 8))))
    if not draw(st.booleans()):
        return Reel(shots=shots)
    starts = sorted(draw(st.lists(st.integers(0, 900), min_size=len(shots), max_size=len(shots))))
    return Reel(shots=shots, starts=dict(zip(shots, starts, strict=True)), length=draw(st.integers(0, 900)))


@given(st.text() | st.lists(PIECES | st.text(max_size=4)).map("".join), reels())
def test_whatever_is_said_a_pin_is_in_the_draft(text: str, reel: Reel) -> None:
    pin = pinned(text, reel)
    assert pin.shot in {"", *reel.shots}
    assert pin.frame is None or pin.frame in range(reel.length)


@given(st.integers(0, 659))
def test_a_time_as_people_write_it_is_on_screen_in_its_shot(frame: int) -> None:
    pin = pinned(f"0:{frame // 30:02d} this", CUT)
    assert pin.frame == frame // 30 * 30
    assert pin.shot == CUT.shot_at(frame // 30 * 30)
