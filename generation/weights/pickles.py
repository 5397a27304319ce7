"""Which files of a model may be fetched and loaded: data always, pickles only where the operator names them.

A pickle runs whatever code its author put in while it is being loaded; safetensors, JSON and plain text cannot.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from generation.catalog.profile import Profile
from generation.errors import Unavailable

SAFE = frozenset({".safetensors", ".json", ".txt", ".model", ".jinja", ".tiktoken", ".vocab"})
"""Suffixes of weights and of tokenisers that are data."""

PICKLES = frozenset({".bin", ".pt", ".pth", ".ckpt", ".pkl", ".pickle"})
"""Suffixes of files that are loaded by running what is in them."""

SETTING = "FEUILLETON_ALLOW_PICKLES"


def allowed(profile: Profile, settings: Mapping[str, str]) -> frozenset[str]:
    """Return the pickles of a profile that the operator named: in the profile, or as `repository/file` in the setting.

    Raises:
        Unavailable: the setting is no JSON list.
    """
    try:
        named = json.loads(settings.get(SETTING) or "[]")
    except ValueError:
        named = None
    if not isinstance(named, list):
        raise Unavailable(f'{SETTING} is no list of files; write it as ["owner/repository/file"]')
    prefix = f"{_whose(profile)}/"
    named_here = {str(name).removeprefix(prefix) for name in named if str(name).startswith(prefix)}
    return frozenset(profile.pickles) | named_here


def chosen(profile: Profile, paths: Iterable[str], trusted: Collection[str]) -> tuple[str, ...]:
    """Return the files of a repository or folder that the profile needs.

    Raises:
        Unavailable: some of the weights are to be had as pickles only, and the operator did not name these.
    """
    wanted = [path for path in paths if _is_wanted(profile, path)]
    data = [path for path in wanted if PurePosixPath(path).suffix in SAFE]
    safe = {PurePosixPath(path).parent for path in data if path.endswith(".safetensors")}
    pickled = [path for path in wanted if PurePosixPath(path).suffix in PICKLES]
    refused = [path for path in pickled if path not in trusted and PurePosixPath(path).parent not in safe]
    if refused:
        raise Unavailable(_refusal(profile, refused))
    return tuple(sorted({*data, *(path for path in pickled if path in trusted)}))


def _is_wanted(profile: Profile, path: str) -> bool:
    return not profile.files or any(fnmatchcase(path, pattern) for pattern in profile.files)


def _whose(profile: Profile) -> str:
    return profile.repository or profile.name


def _refusal(profile: Profile, refused: list[str]) -> str:
    names = json.dumps([f"{_whose(profile)}/{path}" for path in refused])
    return (
        f"{profile.name} has weights that can run code while they are loaded ({', '.join(refused[:3])}); "
        f"if you trust who made them, set {SETTING}='{names}'"
    )
