"""The models we may use: who made them, under which licence, and what they need.

A take records the entry of the model that made it, so that credits and the rights sheet can name it for ever.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from generation.catalog.price import Price


class Origin(StrEnum):
    """IPTC digital source type of what a model or program makes (notes of the IPTC NewsCodes vocabulary)."""

    TRAINED = "trainedAlgorithmicMedia"
    """Made by a model trained on works of others."""
    COMPUTED = "algorithmicMedia"
    """Drawn or computed by code, with no trained model."""
    COMPOSITE = "compositeWithTrainedAlgorithmicMedia"
    """Assembled from parts of which at least one is made by a trained model."""


class Taken(StrEnum):
    """What a model can be given beside the bare request; who asks chooses by this, never by a model's name."""

    PROMPT = "prompt"
    """Words that say what is to be seen or heard."""
    NEGATIVE = "negative"
    """Words that say what is not."""
    LAYOUT = "layout"
    """A drawing whose composition it keeps."""
    REFERENCES = "references"
    """Pictures of who or what is to be in it."""
    MASK = "mask"
    """Where a picture may change."""
    LAST = "last"
    """The frame that a clip ends on."""
    SPEECH = "speech"
    """What is said in a clip, so that mouths follow it."""
    CLONING = "cloning"
    """A recording of the voice that is to speak."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Model:
    """One model or program that makes media.

    `licence` is an SPDX identifier, or a name where SPDX has none; `commercial` says whether what it makes may be sold.
    `weights` names entries of the locker that it needs; `source` says where it comes from in words. `price` is free for
    what this machine makes, none where nobody knows it. `family` names the manner in which it wants its prompts.
    `audition` is in how many steps it shows what a picture would become; none where a cheaper look makes no sense.
    `is_remote` says that its requests are carried out elsewhere, where they may cost money and must not be asked twice.
    """

    name: str
    version: str
    licence: str
    origin: Origin
    source: str
    commercial: bool = True
    weights: tuple[str, ...] = ()
    price: Price | None = None
    takes: AbstractSet[Taken] = frozenset()
    family: str = ""
    audition: int = 0
    is_remote: bool = False
