"""Which back-end or model does which operation: what the settings say, with `auto` resolved for this machine."""

import logging
from collections.abc import Mapping

from bot.settings import AUTO, BACKENDS, Settings
from generation.catalog.fit import Machine, default
from generation.catalog.profile import Profile
from generation.catalog.table import read
from generation.machine import measure

log = logging.getLogger(__name__)


def catalog(settings: Settings) -> Mapping[str, Profile]:
    """Return every model that is known, the operator's own among them.

    Raises:
        Unavailable: a catalog cannot be read; the message names file, profile and field.
    """
    return read(settings.catalog_file)


def assigned(settings: Settings) -> dict[str, str]:
    """Return the back-end or model of each operation.

    Where `auto` finds no model that fits, what is built in does the operation, or nobody where nothing is; the log says
    so.

    Raises:
        Unavailable: a catalog cannot be read.
    """
    wanted = settings.assigned()
    if AUTO not in wanted.values():
        return wanted
    known, machine = catalog(settings), measure(settings.cache)
    chosen = {
        operation: _chosen(operation, known, machine) if name == AUTO else name for operation, name in wanted.items()
    }
    return {operation: name for operation, name in chosen.items() if name}


def models_assigned(settings: Settings) -> dict[str, tuple[Profile, tuple[str, ...]]]:
    """Return the models of the catalog that are assigned, each with the operations that it does."""
    known, found = catalog(settings), dict[str, tuple[Profile, tuple[str, ...]]]()
    for operation, name in assigned(settings).items():
        if name in known:
            found[name] = known[name], (*found.get(name, (known[name], ()))[1], operation)
    return found


def cautions(profile: Profile) -> tuple[str, ...]:
    """Return what its licence does not allow, in one sentence each: whoever chooses a model reads this."""
    licence, said = profile.licence, []
    if not licence.commercial:
        said.append(f"{profile.title} ({licence.name}): what it makes is not for commercial use")
    if licence.excluded:
        said.append(f"{profile.title} ({licence.name}): it may not be used in {', '.join(licence.excluded)}")
    if licence.threshold:
        said.append(f"{profile.title} ({licence.name}): free up to {licence.threshold}")
    return tuple(said)


def warn(settings: Settings) -> None:
    """Say in the log what the licences of the assigned models do not allow."""
    for profile, operations in models_assigned(settings).values():
        for caution in cautions(profile):
            log.warning("%s: %s", ", ".join(operations), caution)


def _chosen(operation: str, known: Mapping[str, Profile], machine: Machine) -> str:
    """Return what `auto` comes to; empty where nobody can do the operation."""
    found = default(operation, tuple(known.values()), machine)
    if found is not None:
        log.info("%s: %s fits this machine", operation, found.name)
        return found.name
    fallback = BACKENDS.get(operation, "")
    log.warning("%s: no model of the catalog fits this machine; %s", operation, fallback or "it is left undone")
    return fallback
