"""The models we may use: who made them, under which licence, and what they need.

A take records the entry of the model that made it, so that credits and the rights sheet can name it for ever.
"""

from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    """IPTC digital source type of what a model or program makes (notes of the IPTC NewsCodes vocabulary)."""

    TRAINED = "trainedAlgorithmicMedia"
    """Made by a model trained on works of others."""
    COMPUTED = "algorithmicMedia"
    """Drawn or computed by code, with no trained model."""
    COMPOSITE = "compositeWithTrainedAlgorithmicMedia"
    """Assembled from parts of which at least one is made by a trained model."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Model:
    """One model or program that makes media.

    `licence` is an SPDX identifier, or a name where SPDX has none; `commercial` says whether what it makes may be sold.
    `weights` names entries of the locker that it needs; `source` says where it comes from in words. `price` is what one
    piece costs in millionths of a euro: 0 for what this machine makes, none where the back-end gives no price.
    """

    name: str
    version: str
    licence: str
    origin: Origin
    source: str
    commercial: bool = True
    weights: tuple[str, ...] = ()
    price: int | None = None
