from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from generation.image.previz.figure.mesh import Mesh
from generation.image.previz.ink.paint import Finish
from generation.image.previz.props.animals.animal import MAKERS, POSTURES, animal, posture
from generation.image.previz.props.animals.coats import COATS
from generation.image.previz.props.animals.creature import Act
from generation.image.previz.props.animals.gait import RUN, WALK, Pace, step
from generation.image.previz.props.catalogue import prop
from generation.image.previz.vocabulary import PROPS

EVERY = [(name, how) for name, known in POSTURES.items() for how in known]
HEIGHTS = {
    "dog": (0.6, 0.9),
    "cat": (0.3, 0.5),
    "fox": (0.45, 0.7),
    "bird": (0.12, 0.3),
    "horse": (2.0, 2.6),
    "robot": (1.1, 1.4),
}
"""Metres from the ground to the tips of ears or antenna, standing."""


def points(name: str, act: Act) -> np.ndarray:
    return animal(name, act).part.mesh.points


def test_every_animal_of_the_vocabulary_can_be_made_and_stands_among_the_things() -> None:
    assert set(MAKERS) == set(POSTURES) == {"dog", "cat", "fox", "bird", "horse", "robot"}
    for name in MAKERS:
        assert name in PROPS
        assert prop(name).stands


@pytest.mark.parametrize(("name", "how"), EVERY)
def test_an_animal_is_on_the_ground_at_every_phase(name: str, how: str) -> None:
    for phase in (0.0, 0.3, 0.6, 0.9):
        mesh = animal(name, Act(posture=how, phase=phase)).part.mesh
        assert np.isfinite(mesh.points).all()
        assert abs(float(mesh.points[:, 1].min())) < 0.01
        assert len(mesh.faces) < 40_000


@pytest.mark.parametrize(("name", "how"), EVERY)
def test_an_animal_moves_smoothly_through_a_cycle_that_closes(name: str, how: str) -> None:
    size = float(np.ptp(points(name, Act(posture=how)), axis=0).max())
    frames = [points(name, Act(posture=how, phase=i / 16)) for i in range(17)]
    steps = [float(np.abs(after - before).max()) for before, after in pairwise(frames)]
    assert max(steps) < 0.28 * size
    assert np.allclose(frames[0], frames[-1], atol=1e-4 * size)


@pytest.mark.parametrize("name", ["dog", "cat", "fox", "horse", "robot"])
def test_a_walk_moves_the_legs(name: str) -> None:
    early, late = (points(name, Act(posture="walk", phase=phase)) for phase in (0.0, 0.5))
    assert np.abs(early - late).max() > 0.08


@pytest.mark.parametrize("pace", [WALK, RUN])
def test_a_foot_on_the_ground_goes_back_at_one_speed(pace: Pace) -> None:
    phases = np.arange(0.05, 0.95, 0.05) * pace.duty
    places = [step(pace, 2, float(phase))[0] for phase in phases]
    assert np.diff(places) == pytest.approx([-pace.stride * 0.05] * (len(places) - 1))


@pytest.mark.parametrize("name", sorted(HEIGHTS))
def test_an_animal_has_its_natural_size_and_looks_ahead(name: str) -> None:
    creature = animal(name)
    high = float(creature.part.mesh.points[:, 1].max())
    low, most = HEIGHTS[name]
    assert low < high < most
    assert 0.4 * high < creature.eyes[1] < high
    assert creature.eyes[2] > 0


@pytest.mark.parametrize("name", sorted(MAKERS))
@pytest.mark.parametrize("change", [{"turn": 30.0}, {"nod": 15.0}, {"mouth": 1.0}, {"blink": 1.0}, {"sway": 1.0}])
def test_head_mouth_eyes_and_tail_can_be_moved(name: str, change: dict[str, float]) -> None:
    still, moved = animal(name).part.mesh, animal(name, replace(Act(), **change)).part.mesh
    assert still.points.shape != moved.points.shape or not np.allclose(still.points, moved.points, atol=1e-4)


def test_a_rider_sits_on_the_saddle_of_a_horse_in_every_gait() -> None:
    for how in POSTURES["horse"]:
        seat = animal("horse", Act(posture=how, phase=0.3)).seat
        assert seat is not None
        assert 1.3 < seat[1] < 1.9
        assert abs(seat[0]) < 0.05
    assert prop("horse").seat == pytest.approx(animal("horse").seat[1])


def test_the_robot_shows_its_feelings_with_light() -> None:
    faces = {face: animal("robot", Act(face=face)).part for face in ("neutral", "happy", "sad", "angry", "surprised")}
    shapes = {part.mesh.points.tobytes() for part in faces.values()}
    assert len(shapes) == len(faces)
    assert all((part.paint.finishes[part.mesh.slots] == Finish.GLOW).any() for part in faces.values())


def test_a_seed_picks_a_breed_and_a_colour_dyes_it() -> None:
    for name, breeds in COATS.items():
        coats = {animal(name, Act(), "", seed).part.paint.colours.tobytes() for seed in range(28)}
        assert len(coats) == len(breeds)
    dyed = animal("fox", Act(), "#336699").part.paint.colours
    assert dyed[12] == pytest.approx([0.2, 0.4, 0.6])


def test_equal_acts_make_equal_animals() -> None:
    act = Act(posture="run", phase=0.37, turn=12, sway=-0.4)

    def made() -> Mesh:
        return animal("dog", act, "", 5).part.mesh

    first = made()
    animal.cache_clear()
    assert made() is not first
    assert made().points.tobytes() == first.points.tobytes()


@pytest.mark.parametrize(
    ("name", "asked", "drawn"),
    [
        ("horse", "lie", "stand"),
        ("bird", "run", "fly"),
        ("dog", "fly", "run"),
        ("robot", "lie", "sit"),
        ("cat", "dance", "stand"),
    ],
)
def test_a_posture_that_an_animal_does_not_know_becomes_the_nearest(name: str, asked: str, drawn: str) -> None:
    assert posture(name, asked) == drawn
    with pytest.raises(KeyError):
        animal(name, Act(posture=asked))
