"""Which models fit a machine, with which measure of saving memory, and why the others do not. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generation.catalog.profile import Profile
from generation.catalog.table import MEASURES

SPARE = 0.7
"""GiB of GPU memory that the driver, its context and a display keep for themselves."""

MAIN_SPARE = 2.0
"""GiB of main memory that everything else on the machine wants."""

DISK_SPARE = 1.0
"""GB of disk that stay free."""

QUANTISED = frozenset({"int8", "nf4"})
"""Measures that need the package bitsandbytes."""

EXTRAS: Mapping[str, str] = {"diffusers": "gpu", "coqui": "tts"}
"""How the names of back-ends begin, and the extra of the project that they need."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Machine:
    """What a model can be run on: GiB of GPU and of main memory, GB of free disk, and which extras are installed.

    `gpu` is 0 where there is no GPU. `installed` are names of extras of the project, and `bitsandbytes`.
    """

    gpu: float = 0.0
    ram: float = 0.0
    disk: float = 0.0
    installed: frozenset[str] = frozenset()
    name: str = ""


class Lack(StrEnum):
    """What a machine has too little of."""

    EXTRA = "extra"
    GPU = "gpu"
    MEMORY = "memory"
    RAM = "ram"
    DISK = "disk"


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """Why a model does not fit: what is lacking, how much of it is wanted and there is; `what` names an extra."""

    lack: Lack
    wanted: float = 0.0
    there: float = 0.0
    what: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fit:
    """How a model fits: with which measure of saving memory (none where it needs no GPU), or why not."""

    measure: str = ""
    reasons: tuple[Reason, ...] = ()

    @property
    def is_good(self) -> bool:
        """Tell whether the model can be run."""
        return not self.reasons


def fit(profile: Profile, machine: Machine, *, is_here: bool = False) -> Fit:
    """Tell how a model fits; `is_here` says that its files are on the disk already."""
    if profile.is_remote:
        return Fit()
    measure, short = _measure(profile, machine)
    room = None if is_here else _short_of(Lack.DISK, profile.disk and profile.disk + DISK_SPARE, machine.disk)
    reasons = (_extra(profile, machine), short, room)
    return Fit(measure=measure, reasons=tuple(reason for reason in reasons if reason))


def default(operation: str, profiles: Collection[Profile], machine: Machine) -> Profile | None:
    """Return the model that `auto` takes for an operation: of those that fit, the one of the highest rank.

    One that has to wait in main memory block by block (`offload`) is slow, and comes after all that do not. One that
    costs money, whose results may not be sold, that is not allowed in a region, or whose revision nobody pinned is
    never taken by itself.
    """
    fits = {each.name: fit(each, machine) for each in profiles if is_candidate(each, operation)}
    able = [each for each in profiles if each.name in fits and fits[each.name].is_good]
    return max(able, key=lambda each: (fits[each.name].measure != "offload", each.rank, each.name), default=None)


def is_candidate(profile: Profile, operation: str) -> bool:
    """Tell whether `auto` may take a model for an operation on a machine that it fits."""
    return (
        operation in profile.operations
        and profile.rank > 0
        and not profile.is_remote
        and profile.licence.commercial
        and not profile.licence.excluded
        and bool(profile.folder or (profile.repository and profile.revision))
    )


def _measure(profile: Profile, machine: Machine) -> tuple[str, Reason | None]:
    """Return the fastest measure with which the model fits, or what the smallest one still lacks."""
    if not profile.needs:
        return "", None
    for measure in MEASURES:
        if measure in profile.needs and not _lack(profile, measure, machine):
            return measure, None
    return "", _least(profile, machine)


def _lack(profile: Profile, measure: str, machine: Machine) -> Reason | None:
    """Return what a measure lacks on a machine."""
    needed = profile.needs[measure]
    if measure == "cpu":
        return _short_of(Lack.RAM, needed + MAIN_SPARE, machine.ram)
    if measure in QUANTISED and "bitsandbytes" not in machine.installed:
        return Reason(lack=Lack.EXTRA, what="bitsandbytes")
    if not machine.gpu:
        return Reason(lack=Lack.GPU, wanted=needed + SPARE)
    whole = profile.extent.gib if measure == "offload" and profile.extent else 0.0
    return _short_of(Lack.MEMORY, needed + SPARE, machine.gpu) or _short_of(
        Lack.RAM, whole and whole + MAIN_SPARE, machine.ram
    )


def _least(profile: Profile, machine: Machine) -> Reason | None:
    """Return what the measure that needs least lacks: who makes that good can run the model."""
    able = [measure for measure in profile.needs if measure not in QUANTISED or "bitsandbytes" in machine.installed]
    return _lack(profile, min(able or profile.needs, key=lambda measure: profile.needs[measure]), machine)


def _extra(profile: Profile, machine: Machine) -> Reason | None:
    for backend, extra in EXTRAS.items():
        if profile.backend.startswith(backend) and extra not in machine.installed:
            return Reason(lack=Lack.EXTRA, what=extra)
    return None


def _short_of(lack: Lack, wanted: float, there: float) -> Reason | None:
    return Reason(lack=lack, wanted=wanted, there=there) if wanted > there else None
