from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from generation.image.previz.figure.bake import digest
from generation.image.previz.figure.body import body
from generation.image.previz.figure.identity import identity
from generation.image.previz.figure.shape import EXTRAS, FILE, SKINS, shape
from generation.image.previz.vocabulary import AGES, ANCESTRIES, BUILDS, HEIGHTS
from generation.requests.pictures import Look

MEN = tuple(Look(id=name, sex="man") for name in ("Wei", "Bo", "Jun", "Hao", "Lei"))


def test_the_baked_data_are_those_that_the_licence_names() -> None:
    with np.load(FILE) as baked:
        found = digest({name: baked[name] for name in baked.files})
    assert found in Path(FILE).with_name("figure.LICENCE.md").read_text()
    assert FILE.stat().st_size < 4_000_000


def test_every_region_indexes_the_points_and_every_point_is_carried() -> None:
    data = shape()
    for name in (*EXTRAS, *SKINS):
        faces = data.faces(name)
        assert len(faces)
        assert faces.max() < len(data.points)
    assert np.allclose(data.weights.sum(axis=1), 1, atol=0.01)
    assert all(parent < number for number, parent in enumerate(data.parents))
    assert not [bone for bone in data.bones if "mixamo" in bone.lower() or bone != bone.lower()]


@pytest.mark.parametrize("sex", ["woman", "man"])
@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("ancestry", ANCESTRIES)
def test_everybody_stands_on_the_ground_and_has_the_height_of_their_age(sex: str, age: str, ancestry: str) -> None:
    of = body(identity(Look(id="x", sex=sex, age=age, ancestry=ancestry)))
    assert np.isfinite(of.points).all()
    low, high = {"child": (1.1, 1.5), "teen": (1.4, 1.75)}.get(age, (1.5, 1.95))
    assert low < of.height < high
    assert 0 < of.ankle < of.knee < of.hips < of.waist < of.shoulder < of.neck < of.between[1] < of.height


def test_builds_and_heights_change_the_body_as_they_say() -> None:
    def girths(build: str) -> tuple[float, float]:
        of, data = body(identity(Look(id="x", sex="man", build=build))), shape()
        waist, arm = (of.points[np.unique(data.faces(name))] for name in ("torso", "arms"))
        belly = waist[np.abs(waist[:, 1] - of.waist) < 0.03]
        upper = arm[np.abs(arm[:, 0] - (of.head("upper-arm-left")[0] + of.head("forearm-left")[0]) / 2) < 0.02]
        return float(np.ptp(belly[:, 2]) * np.ptp(belly[:, 0])), float(np.ptp(upper[:, 2]))

    slim, average, strong, heavy = (girths(build) for build in BUILDS)
    assert slim[0] < average[0] < heavy[0]
    assert average[1] < strong[1]
    tall = [body(identity(Look(id="x", height=height))).height for height in HEIGHTS]
    assert tall == sorted(tall)
    assert tall[2] - tall[0] > 0.12


def test_who_somebody_is_is_a_function_of_the_look_alone() -> None:
    look = MEN[0]
    assert identity(look) == identity(replace(look))
    dressed = replace(look, hair="bald", outfit="suit", colours=("#ff0000",), features=("hat",))
    assert identity(dressed) == identity(look)
    assert body(identity(dressed)) is body(identity(look))


def test_colours_that_are_given_are_taken() -> None:
    colours = identity(Look(id="x", skin="#804020", eyes="#00ff00", hair_colour="#ffffff")).colours
    assert colours.skin == pytest.approx((128 / 255, 64 / 255, 32 / 255))
    assert colours.eyes == pytest.approx((0, 1, 0))
    assert colours.hair == pytest.approx((1, 1, 1))


def test_five_men_of_one_age_have_five_faces() -> None:
    head = np.unique(shape().faces("head"))

    def face(look: Look) -> NDArray[np.float64]:
        of = body(identity(look))
        return np.asarray((of.points[head] - of.between) / of.unit)

    faces = [face(look) for look in MEN]
    front = faces[0][:, 2] > -0.06
    for one, other in combinations(faces, 2):
        assert np.linalg.norm((one - other)[front], axis=1).mean() > 0.0035
    assert len({identity(look).features for look in MEN}) == len(MEN)
