"""A timeline divided into what is rendered by itself."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.cut.timeline import Body, CreditsCard, Part, Timeline, TitleCard
from generation.cut.units import UnitKind, divide
from generation.errors import InvalidRequest

TITLE = TitleCard(series="Le renard", title="La lettre", number="Épisode 1", frames=45)
CREDITS = CreditsCard(heading="Fin", credits=(), frames=60)


def timeline(*parts: Part) -> Timeline:
    return Timeline(language="fr", label="AI生成", parts=parts)


@st.composite
def arrangements(draw: st.DrawFn) -> Timeline:
    """Draw parts whose dissolves fit: each part is at least as long as the dissolves at both its ends."""
    dissolves = [0, *draw(st.lists(st.integers(0, 20), max_size=7)), 0]
    bodies = []
    for index, (before, after) in enumerate(pairwise(dissolves)):
        frames = before + after + draw(st.integers(0 if before + after else 1, 40))
        bodies.append(Body(clip=f"clip{index}", frames=frames, dissolve=before))
    return timeline(TITLE, *bodies, CREDITS)


@given(arrangements())
def test_units_cover_every_frame_once(arranged: Timeline) -> None:
    units = divide(arranged)
    assert [unit.start for unit in units] == [sum(u.frames for u in units[:at]) for at in range(len(units))]
    assert sum(unit.frames for unit in units) == arranged.frames
    assert all(unit.frames > 0 for unit in units)


@given(arrangements())
def test_each_part_is_shown_from_its_first_frame_to_its_last_without_a_jump(arranged: Timeline) -> None:
    for part in arranged.parts:
        shown = [(layer.first, unit.frames) for unit in divide(arranged) for layer in unit.layers if layer.part is part]
        assert [first for first, _ in shown] == [sum(frames for _, frames in shown[:at]) for at in range(len(shown))]
        assert sum(frames for _, frames in shown) == part.frames


def test_a_dissolve_is_a_unit_of_its_own_between_the_bodies() -> None:
    units = divide(timeline(TITLE, Body(clip="a", frames=60), Body(clip="b", frames=50, dissolve=15), CREDITS))
    assert [(unit.kind, unit.start, unit.frames) for unit in units] == [
        (UnitKind.TITLE, 0, 45),
        (UnitKind.BODY, 45, 45),
        (UnitKind.DISSOLVE, 90, 15),
        (UnitKind.BODY, 105, 35),
        (UnitKind.CREDITS, 140, 60),
    ]
    assert [layer.first for layer in units[2].layers] == [45, 0]


def test_a_part_that_is_all_dissolves_has_no_body() -> None:
    units = divide(
        timeline(
            Body(clip="a", frames=30), Body(clip="b", frames=20, dissolve=10), Body(clip="c", frames=30, dissolve=10)
        )
    )
    assert [unit.kind for unit in units] == [UnitKind.BODY, UnitKind.DISSOLVE, UnitKind.DISSOLVE, UnitKind.BODY]


@pytest.mark.parametrize(
    "parts",
    [
        (),
        (Body(clip="a", frames=0),),
        (Body(clip="a", frames=30, dissolve=5),),
        (Body(clip="a", frames=30), Body(clip="b", frames=30, dissolve=-1)),
        (Body(clip="a", frames=9), Body(clip="b", frames=30, dissolve=10)),
        (Body(clip="a", frames=30), Body(clip="b", frames=9, dissolve=10)),
        (Body(clip="a", frames=30), Body(clip="b", frames=19, dissolve=10), Body(clip="c", frames=30, dissolve=10)),
    ],
)
def test_what_does_not_fit_together_is_refused(parts: tuple[Part, ...]) -> None:
    with pytest.raises(InvalidRequest):
        divide(timeline(*parts))
