"""What the catalog promises of video and music models is what the installed pipelines take."""

from inspect import signature

import pytest
from PIL import Image

from generation.catalog import table
from generation.catalog.model import Taken
from generation.catalog.profile import Profile
from generation.diffusion import libraries
from generation.requests.motion import ClipRequest
from generation.requests.sound import CueRequest
from generation.video import given

pytestmark = pytest.mark.slow

PIPELINES = {
    "wan-2.2-a14b": "WanImageToVideoPipeline",
    "cogvideox-5b": "CogVideoXImageToVideoPipeline",
    "hunyuanvideo-1.5": "HunyuanVideo15ImageToVideoPipeline",
    "svd-xt": "StableVideoDiffusionPipeline",
    "stable-audio-open": "StableAudioPipeline",
    "ace-step-1.5": "AceStepPipeline",
}
"""Of those whose own index names the class."""

OF = {
    backend: [each for each in table.read().values() if each.backend == backend]
    for backend in ("diffusers-clip", "diffusers-cue")
}
PICTURE = Image.new("RGB", (64, 96))


def taken(profile: Profile) -> frozenset[str]:
    """What the profile's pipeline can be called with."""
    named = getattr(libraries.diffusers(), profile.pipeline or PIPELINES[profile.name])
    return frozenset(signature(named.__call__).parameters) - {"self"}


@pytest.mark.parametrize("profile", OF["diffusers-clip"], ids=lambda each: each.name)
def test_a_video_model_takes_what_its_profile_says_and_nothing_is_given_that_it_does_not(profile: Profile) -> None:
    names, can = taken(profile), profile.frames
    assert can is not None
    request = ClipRequest(panel="", move="", frames=9, seed=1, prompt="It rains.", negative="sun")
    words = given.words(names, request, profile, can)
    assert (Taken.PROMPT in profile.takes) == ("prompt" in words)
    assert (Taken.NEGATIVE in profile.takes) == ("negative_prompt" in words)
    assert (Taken.LAST in profile.takes) == given.takes_last(names, profile)
    assert bool(profile.steps) == ("num_inference_steps" in words)
    assert {"num_frames", "generator", "output_type"} <= names
    first = given.pictures(names, {0: PICTURE})
    both = given.pictures(names, {0: PICTURE, 8: PICTURE}) if Taken.LAST in profile.takes else {}
    assert {*first, *both} <= names
    assert words.keys().isdisjoint({*first, *both})
    assert all(side % profile.multiple == 0 for size in profile.sizes for side in size)


def test_a_model_that_takes_conditions_is_given_the_first_and_the_last_frame_of_its_latent_film() -> None:
    pipeline = libraries.diffusers().LTX2ConditionPipeline
    names = frozenset(signature(pipeline.__call__).parameters)
    last = Image.new("RGB", (64, 96), "white")
    (first, end) = given.pictures(names, {0: PICTURE, 16: last})["conditions"]
    assert (first.frames, first.index, first.strength) == (PICTURE, 0, 1.0)
    assert (end.frames, end.index, end.strength) == (last, -1, 1.0)


@pytest.mark.parametrize("profile", OF["diffusers-cue"], ids=lambda each: each.name)
def test_a_music_model_takes_what_its_profile_says(profile: Profile) -> None:
    from generation.music.playing import LENGTHS, asked  # noqa: PLC0415 - it imports what only models need

    names = taken(profile)
    words = asked(names, CueRequest(mood="sad", milliseconds=30_000, seed=1), profile)
    assert (Taken.NEGATIVE in profile.takes) == ("negative_prompt" in words)
    assert "prompt" in words
    assert any(each in names for each in LENGTHS)
    assert {"generator", "output_type"} <= names
    assert profile.settings["seconds"] > 0
    assert profile.settings["rate"] >= 44_100
