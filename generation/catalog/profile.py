"""A profile: one model as the catalog has it, with everything that a back-end and a person need to know of it."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, ClassVar

from generation.catalog.memory import Extent
from generation.catalog.model import Model, Origin, Taken
from generation.catalog.price import FREE, Price

STRICT: Mapping[str, str] = {"extra": "forbid"}
"""Whoever reads a table into these values lets nothing pass that they have no field for."""

LONG, QUICKER = 12, 3
"""From how many steps on an audition saves anything, and by how much: distilled models are quick as they are."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Licence:
    """What a model's licence allows, as looked up on a date (ISO 8601, `read`); its text stands at `url`.

    `name` is an SPDX identifier, or the licence's own name. `commercial` is whether what it makes may be sold,
    `excluded` are regions where the model may not be used (ISO 3166, `EU`), `threshold` says in words from which
    revenue or number of users another licence is needed, `asks` what else it asks for (a notice, a label).
    """

    name: str
    url: str
    read: str
    commercial: bool
    excluded: tuple[str, ...] = ()
    threshold: str = ""
    asks: str = ""
    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT


@dataclass(frozen=True, kw_only=True, slots=True)
class Training:
    """What its maker published about the works a model learnt from, as looked up on a date; `found` if anything."""

    found: bool
    read: str
    words: str = ""
    url: str = ""
    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT


@dataclass(frozen=True, kw_only=True, slots=True)
class Frames:
    """What a video model can make: `rate` frames a second, at most `most`, in numbers of the form `step` * k + 1."""

    rate: int
    most: int
    step: int = 4
    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT


@dataclass(frozen=True, kw_only=True, slots=True)
class Speaker:
    """One voice that a speech model speaks with."""

    name: str
    language: str = ""
    sex: str = ""
    age: str = "young"
    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """One model.

    `backend` is the back-end that runs it (`generation.backends`), `operations` what it is for. `repository` and
    `revision` (a commit, never a branch; empty where nobody pinned one) name its weights at the model hub, `files` are
    patterns of those it needs of them, where that is not everything safe; `folder` is where they lie on this machine
    instead. `pickles` are files that may be loaded although loading them can run code: only an operator's own profile
    has any. `pipeline` is the class that loads them, where their own index does not say. `family` is the manner in
    which it wants its prompts. `source` says where these facts were read.

    `needs` maps a measure of saving memory (`bf16`, `fp8`, `int8`, `nf4`, `offload`) to the GiB of GPU memory that the
    model then takes at its native size, and `cpu` to the GiB of main memory with which it is usable without a GPU;
    `estimated` says that these were computed from its `extent`, not measured. `disk` is how many GB its files take, and
    `rank` its place among those that `auto` chooses from: the highest that fits, none at 0. `sizes` are native (width,
    height), the first upright; sides are multiples of `multiple`. `steps` and `guidance` are its maker's advice,
    `audition` the steps of a cheaper look (a third of them where that is not said); `references` is how many pictures
    it takes at most. `settings` is the back-end's own table.
    """

    name: str
    title: str
    backend: str
    operations: tuple[str, ...]
    licence: Licence
    training: Training
    repository: str = ""
    revision: str = ""
    files: tuple[str, ...] = ()
    folder: str = ""
    pickles: tuple[str, ...] = ()
    source: str = ""
    pipeline: str = ""
    family: str = ""
    takes: AbstractSet[Taken] = frozenset()
    references: int = 0
    needs: Mapping[str, float] = field(default_factory=dict)
    extent: Extent | None = None
    estimated: bool = False
    disk: float = 0.0
    rank: int = 0
    sizes: tuple[tuple[int, int], ...] = ()
    multiple: int = 16
    frames: Frames | None = None
    steps: int = 0
    guidance: float = 0.0
    audition: int = 0
    speakers: tuple[Speaker, ...] = ()
    price: Price | None = FREE
    is_remote: bool = False
    settings: Mapping[str, Any] = field(default_factory=dict)
    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT

    @property
    def is_paid(self) -> bool:
        """Tell whether a request may cost money, so that none must be sent twice.

        What costs nothing is said to: a remote model whose price nobody stated has none.
        """
        return self.price is None or self.price.micros > 0

    @property
    def model(self) -> Model:
        """Return the entry that takes record: sheets and credits print its licence, and that it allows no sale."""
        name = self.licence.name
        return Model(
            name=self.title,
            version=self.revision or "1",
            licence=name if self.licence.commercial else f"{name} (non-commercial)",
            origin=Origin.TRAINED,
            source=self.repository or self.licence.url,
            commercial=self.licence.commercial,
            price=self.price,
            takes=self.takes,
            family=self.family,
            audition=self.audition or (self.steps // QUICKER if self.steps >= LONG and not self.is_remote else 0),
            is_remote=self.is_remote,
        )
