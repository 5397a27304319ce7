"""What a pipeline is given for a clip, by what it takes: no model is known by name here."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from PIL import Image

from generation.catalog.model import Taken
from generation.catalog.profile import Frames, Profile
from generation.diffusion import libraries
from generation.errors import Unavailable
from generation.image.call import GUIDANCE
from generation.requests.motion import ClipRequest

Pictures = Mapping[int, Image.Image]
"""A picture at each of some frames; one of them is the first, frame 0."""

Given = Mapping[str, Any]
"""Arguments of a call."""


def words(taken: AbstractSet[str], request: ClipRequest, profile: Profile, can: Frames) -> Given:
    """Return everything but pictures: the request's words, the maker's advice, the rate; what is taken of it."""
    wanted = {
        "prompt": request.prompt,
        "negative_prompt": (request.negative or None) if takes_negative(taken, profile) else None,
        "num_inference_steps": profile.steps or None,
        profile.settings.get("guidance", GUIDANCE): profile.guidance or None,
        "frame_rate": can.rate,
        "fps": can.rate,
        "output_type": "np",
    }
    return {name: value for name, value in wanted.items() if name in taken and value is not None}


def takes_negative(taken: AbstractSet[str], profile: Profile) -> bool:
    """Tell whether words for what is not to be seen mean something to a model."""
    return Taken.NEGATIVE in profile.takes and "negative_prompt" in taken


def takes_last(taken: AbstractSet[str], profile: Profile) -> bool:
    """Tell whether a model looks at the frame that a clip is to end on.

    Its pipeline may take one and not look at it (Wan 2.2's small model), so the profile has the last word.
    """
    return Taken.LAST in profile.takes and any(name in taken for name in _WAYS if name != "image")


def pictures(taken: AbstractSet[str], held: Pictures) -> Given:
    """Return the pictures that a clip begins and ends on, in the way the pipeline takes them.

    Raises:
        Unavailable: it takes none.
    """
    way = next((name for name in _WAYS if name in taken), None)
    if way is None:
        raise Unavailable("this model takes no picture to begin with; choose one that makes clips from pictures")
    return _WAYS[way](held)


def _last_image(held: Pictures) -> Given:
    last = held[max(held)] if len(held) > 1 else None
    return {"image": held[0], "last_image": last}


def _frame_index(held: Pictures) -> Given:
    return {"image": list(held.values()), "frame_index": list(held), "strength": [1.0] * len(held)}


def _conditions(held: Pictures) -> Given:
    """Conditions stand at frames of the latent film, where -1 is the last."""
    kind = libraries.diffusers().pipelines.ltx2.LTX2VideoCondition
    return {"conditions": [kind(frames=each, index=-1 if number else 0) for number, each in held.items()]}


def _image(held: Pictures) -> Given:
    return {"image": held[0]}


_WAYS: Mapping[str, Callable[[Pictures], Given]] = {
    "last_image": _last_image,
    "frame_index": _frame_index,
    "conditions": _conditions,
    "image": _image,
}
"""By the argument that tells the way: Wan and FramePack, LTX, LTX-2, all others."""
