"""What a model is given of a request, by what its profile and its pipeline take; no model is loaded for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generation.catalog.model import Taken
from generation.catalog.profile import Profile
from generation.diffusion.ways import OWN, Route, Way
from generation.errors import Unavailable
from generation.image.call import KEEPING, LEAST, Call, retouch, still
from generation.requests.pictures import RetouchRequest, StillRequest
from tests.fakes import pipelines

WORDS = frozenset({"prompt", "negative_prompt", "guidance_scale", "width", "height"})
STILL = StillRequest(prompt="Mei (picture 1) and Lin (picture 2) at the gate.", seed=1, width=64, height=96)
EVERYTHING = frozenset(Taken)


@dataclass
class Pipeline:
    """A model by what each of its routes takes; every picture is the same one."""

    profile: Profile
    routes: Mapping[Way, frozenset[str]]
    picture: Path
    asked: list[str] = field(default_factory=list)

    def takes(self, route: Route) -> frozenset[str]:
        return self.routes.get(route.way, frozenset())

    def part(self, name: str) -> Path:
        return Path(name)

    def file(self, digest: str) -> Path:
        self.asked.append(digest)
        return self.picture


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "picture.png"
    Image.effect_noise((64, 96), 60).convert("RGB").save(path)
    return path


EDITOR = {Way.OWN: WORDS | {"image"}}
PAINTER = {
    Way.OWN: WORDS,
    Way.WORDS: WORDS,
    Way.PICTURE: WORDS | {"image", "strength"},
    Way.MASK: WORDS | {"image", "mask_image", "strength"},
}


def editor(picture: Path, references: int, **changes: Any) -> Pipeline:  # noqa: ANN401 - fields of a profile
    profile = pipelines.bare_profile("flux2_klein", references=references, takes=EVERYTHING, **changes)
    return Pipeline(profile, EDITOR, picture)


def painter(picture: Path, **changes: Any) -> Pipeline:  # noqa: ANN401
    return Pipeline(pipelines.bare_profile("sd15", **changes), PAINTER, picture)


def codes(call: Call) -> list[str]:
    return [each.code for each in call.notes]


def asking(**changes: Any) -> StillRequest:  # noqa: ANN401
    return StillRequest(**{"prompt": STILL.prompt, "seed": 1, "width": 64, "height": 96, "layout": "drawing"} | changes)


def test_the_drawing_comes_after_the_pictures_that_the_prompt_counts(picture: Path) -> None:
    source = editor(picture, 3)
    call = still(asking(references=("mei", "lin")), source)
    assert source.asked == ["drawing", "mei", "lin"]
    assert len(call.shows["image"]) == 3
    assert call.prompt == f"{STILL.prompt} {KEEPING.format(number=3)}"
    assert call.notes == ()


def test_who_is_in_it_comes_before_the_drawing_where_one_picture_is_taken(picture: Path) -> None:
    call = still(asking(references=("mei",)), editor(picture, 1))
    assert isinstance(call.shows["image"], Image.Image)
    assert call.prompt == STILL.prompt
    assert codes(call) == ["no-layout"]
    assert codes(still(asking(), editor(picture, 1))) == []


def test_a_drawing_is_begun_from_where_a_model_can(picture: Path) -> None:
    call = still(asking(hold=0.6), painter(picture))
    assert call.route == Route(way=Way.PICTURE)
    assert call.arguments["strength"] == pytest.approx(0.4)
    assert still(asking(hold=0.0), painter(picture)).route == OWN
    assert still(asking(hold=1.0), painter(picture)).arguments["strength"] > 0


@given(st.integers(1, 60), st.floats(0.0, 1.0))
def test_some_steps_are_always_painted_and_never_more_than_all_of_them_need(steps: int, hold: float) -> None:
    path = Path(__file__).parent / "nowhere"
    source = painter(path)
    call = still(StillRequest(prompt="x", seed=1, steps=steps, hold=hold, width=64, height=96), source)
    assert call.steps == steps


@pytest.mark.parametrize("steps", [1, 4, 8, 30])
@pytest.mark.parametrize("hold", [0.1, 0.6, 0.9, 1.0])
def test_a_model_of_few_steps_still_paints_some_over_a_drawing(steps: int, hold: float, picture: Path) -> None:
    call = still(asking(steps=steps, hold=hold), painter(picture))
    assert int(call.steps * call.arguments["strength"]) >= min(steps, LEAST)


def test_guidance_goes_by_the_name_that_the_profile_gives_it(picture: Path) -> None:
    routes = {Way.OWN: WORDS - {"guidance_scale"} | {"true_cfg_scale"}}
    profile = pipelines.bare_profile("sd15", guidance=4.0, settings={"guidance": "true_cfg_scale"})
    call = still(asking(layout=""), Pipeline(profile, routes, picture))
    assert call.arguments["true_cfg_scale"] == 4.0
    assert call.arguments["negative_prompt"] == " "
    assert "guidance_scale" not in call.arguments


def test_a_change_goes_under_the_mask_or_by_instruction_or_over_the_whole(picture: Path) -> None:
    request = RetouchRequest(picture="p", instruction="a red coat", seed=1, width=64, height=96)
    before, mask = Image.new("RGB", (64, 96)), Image.new("L", (64, 96), 255)
    masked = retouch(request, painter(picture), before, mask)
    assert masked.route.way is Way.MASK
    assert masked.arguments["strength"] > 0.8
    followed = retouch(request, editor(picture, 2), before, None)
    assert followed.route == OWN
    assert followed.shows["image"] == [before]
    again = retouch(request, painter(picture), before, None)
    assert again.route.way is Way.PICTURE
    assert codes(again) == ["retouch-by-words"]
    deaf = Pipeline(pipelines.bare_profile("sd15"), {Way.OWN: WORDS}, picture)
    with pytest.raises(Unavailable, match="changes no pictures"):
        retouch(request, deaf, before, None)
