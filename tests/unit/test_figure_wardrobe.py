from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from generation.image.previz.figure.body import body
from generation.image.previz.figure.identity import identity
from generation.image.previz.figure.mesh import Part, Slot
from generation.image.previz.figure.poses import POSES
from generation.image.previz.figure.rig import Posed, posed
from generation.image.previz.figure.shape import shape
from generation.image.previz.figure.wardrobe.dressing import OUTFITS, OVER, bare, dress
from generation.image.previz.figure.wardrobe.palettes import PALETTES, coats, trio
from generation.image.previz.light import rgb
from generation.image.previz.vocabulary import AGES, BUILDS, FEATURES
from generation.image.previz.vocabulary import OUTFITS as NAMES
from generation.requests.pictures import Look

STANCES = ("stand", "walk", "sit", "kneel", "sword-guard", "kick", "lie")
LONGEST = 0.35
"""Metres: an edge longer than this, and than thrice what it is when standing, is a tear."""


def look(outfit: str, sex: str = "woman", *, who: str = "lin", **traits: object) -> Look:
    return Look(id=who, sex=sex, outfit=outfit, **traits)  # type: ignore[arg-type] - traits are strings and tuples


@cache
def standing(sex: str, pose: str) -> Posed:
    return posed(body(identity(look("tee", sex))), POSES[pose])


def edges(parts: tuple[Part, ...]) -> NDArray[np.float64]:
    corners = np.concatenate([part.mesh.points[part.mesh.faces] for part in parts])
    return np.asarray(np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2), float)


def torn(parts: tuple[Part, ...], whole: tuple[Part, ...]) -> bool:
    lengths = edges(parts)
    return bool(((lengths > LONGEST) & (lengths > 3 * edges(whole))).any())


def test_every_outfit_of_the_vocabulary_is_cut_and_coloured() -> None:
    assert set(OUTFITS) == set(NAMES) == set(PALETTES)
    assert set(OVER) <= set(FEATURES)


@pytest.mark.parametrize("sex", ["woman", "man"])
@pytest.mark.parametrize("outfit", NAMES)
def test_clothes_neither_tear_nor_sink_in_any_stance(outfit: str, sex: str) -> None:
    whole = dress(look(outfit, sex), standing(sex, "stand"))
    for pose in STANCES:
        parts = dress(look(outfit, sex), standing(sex, pose))
        points = np.concatenate([part.mesh.points for part in parts])
        assert np.isfinite(points).all(), pose
        assert points[:, 1].min() >= 0, pose
        assert not torn(parts, whole), pose


@pytest.mark.parametrize("name", sorted(OVER))
def test_what_is_worn_over_an_outfit_falls_without_tearing(name: str) -> None:
    for pose in STANCES:
        plain, more = (dress(look("robe", "man", features=each), standing("man", pose)) for each in ((), (name,)))
        assert len(more) == len(plain) + 1
        assert edges(more[-1:]).max() < LONGEST
        assert more[-1].mesh.points[:, 1].min() >= 0


@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("build", BUILDS)
def test_clothes_fit_people_of_all_ages_and_builds(age: str, build: str) -> None:
    for outfit in ("hanfu", "suit", "school-uniform"):
        whom = look(outfit, age=age, build=build)
        of = body(identity(whom))
        parts = dress(whom, posed(of, POSES["stand"]))
        points = np.concatenate([part.mesh.points for part in parts])
        assert 0.80 * of.height < points[:, 1].max() < 0.93 * of.height
        assert edges(parts).max() < LONGEST


def test_equal_looks_in_equal_poses_are_dressed_alike_to_the_byte() -> None:
    first, second = (dress(look("imperial-robe"), posed(body(identity(look("tee"))), POSES["walk"])) for _ in range(2))
    for one, other in zip(first, second, strict=True):
        assert one.mesh.points.tobytes() == other.mesh.points.tobytes()
        assert one.paint.colours.tobytes() == other.paint.colours.tobytes()


def test_clothes_have_the_colours_that_were_asked_for() -> None:
    asked = ("#336699", "#224411", "#ddaa33")
    parts = dress(look("robe", colours=asked), standing("woman", "stand"))
    for slot, text in zip((Slot.TOP, Slot.BOTTOM, Slot.ACCENT), asked, strict=True):
        for part in parts:
            assert part.paint.colours[slot] == pytest.approx(rgb(text))


def test_without_a_wish_the_id_chooses_and_keeps_its_choice() -> None:
    chosen = {who: trio(look("hanfu", who=who)) for who in map(str, range(24))}
    assert len(set(chosen.values())) > 4
    assert chosen == {who: trio(look("hanfu", who=who)) for who in chosen}


@pytest.mark.parametrize("outfit", NAMES)
def test_no_palette_could_be_taken_for_skin(outfit: str) -> None:
    skins = np.array([rgb(text) for text in ("#f6d5bd", "#e8bd9a", "#b8835c", "#7a4a30", "#f3cdb6")])
    for palette in PALETTES[outfit]:
        main = np.array(rgb(palette.split()[0]))
        assert np.linalg.norm(skins - main, axis=1).min() > 0.09, palette


def test_a_long_robe_bares_no_leg_and_a_dress_bares_both() -> None:
    of = body(identity(look("tee")))
    legs = np.unique(shape().faces("legs"))
    low = legs[of.points[legs, 1] < 0.25 * of.height]
    assert not np.isin(low, bare(look("robe"), of)).any()
    assert np.isin(low, bare(look("dress"), of)).all()


def test_a_seated_robe_lies_on_the_thighs_and_hangs_from_the_knees() -> None:
    for sex in ("woman", "man"):
        seated = standing(sex, "sit")
        robe = np.concatenate([part.mesh.points for part in dress(look("robe", sex), seated)])
        for side in ("left", "right"):
            knee, hip = seated.joint(f"shin-{side}"), seated.joint(f"thigh-{side}")
            middle = (knee + hip) / 2
            near = np.hypot(robe[:, 0] - middle[0], robe[:, 2] - middle[2]) < 0.06
            over = robe[near, 1] - middle[1]
            assert ((over > 0.03) & (over < 0.22)).any()
            below = np.hypot(robe[:, 0] - knee[0], robe[:, 2] - knee[2]) < 0.25
            assert robe[below, 1].min() < 0.15


def test_the_wind_moves_hems_and_leaves_shoulders() -> None:
    still, blown = (
        dress(look("hanfu"), standing("woman", "stand"), sway) for sway in ((0.0, 0.0, 0.0), (0.2, 0.0, 0.0))
    )
    moved = np.concatenate([one.mesh.points - other.mesh.points for one, other in zip(blown, still, strict=True)])[:, 0]
    heights = np.concatenate([part.mesh.points[:, 1] for part in still])
    assert moved.max() == pytest.approx(0.2, abs=0.02)
    assert np.abs(moved[heights > 1.3]).max() < 0.02


def test_coats_of_paint_keep_to_the_slots_of_a_figure() -> None:
    assert all(slot in set(Slot) for slot in coats(look("suit")))
