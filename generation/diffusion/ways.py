"""What can be done with one set of weights: the same model paints from words, over a picture, or under a mask."""

from dataclasses import dataclass
from enum import StrEnum
from inspect import signature
from pathlib import Path
from typing import Any

from generation.diffusion import libraries


class Way(StrEnum):
    """What a pipeline is given to begin with."""

    OWN = "own"
    """Whatever the class takes that the weights were published for."""
    WORDS = "words"
    PICTURE = "picture"
    MASK = "mask"


CONVERSIONS = {
    Way.WORDS: "AutoPipelineForText2Image",
    Way.PICTURE: "AutoPipelineForImage2Image",
    Way.MASK: "AutoPipelineForInpainting",
}
"""What finds the class of a way for a pipeline."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Route:
    """A way, a ControlNet (its folder) that holds the picture to a drawing, and whether an IP-Adapter sees references.

    The adapter is the profile's own (`ip_adapter` in its settings).
    """

    way: Way = Way.OWN
    controlnet: Path | None = None
    has_adapter: bool = False


OWN = Route()


def converted(pipeline: Any, way: Way, controlnet: Any = None) -> Any:  # noqa: ANN401 - classes of diffusers
    """Return a pipeline for another way that shares every weight of this one; none where there is no class for it."""
    if way is Way.OWN and controlnet is None:
        return pipeline
    library = libraries.diffusers()
    more = {} if controlnet is None else {"controlnet": controlnet}
    try:
        with libraries.hushed():
            named = getattr(library, CONVERSIONS[Way.WORDS if way is Way.OWN else way])
            made = named.from_pipe(pipeline, **more)
    except ValueError:  # diffusers knows no such class for this one
        return None
    if type(made) is type(pipeline):
        return pipeline
    made.set_progress_bar_config(disable=True)
    return made


def takes(pipeline: Any) -> frozenset[str]:  # noqa: ANN401
    """Return the names of the arguments that a pipeline can be called with."""
    return frozenset(signature(type(pipeline).__call__).parameters) - {"self"}
