"""The folder of a coqui-tts model, read before the library sees it: what may be loaded from it, and what may not.

A config of theirs can name files anywhere (of a training machine, on the network) and classes of any module. Only
files of the folder itself and the library's own classes are taken over. Checkpoints are pickles: the hub gives them out
only where the operator named them, and they are loaded as weights alone, so that none of them runs code.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generation.errors import Unavailable

if TYPE_CHECKING:
    from coqpit import Coqpit

CHECKPOINTS = ("model.pth", "model_file.pth")
"""What the weights are called in the folders that the project's publishers hand out."""

CONFIG = "config.json"

FAMILIES = frozenset({"vits", "xtts"})
"""Models that go from words to sound by themselves and whose loaders take weights alone (coqui-tts 0.28.0; its Bark
does not).
"""

_LARGEST = 8 << 20
"""Bytes of a config: those with some thousand speakers have one."""

_FILES = ("_file", "_path", "_dir", "checkpoint")
"""How the names of settings end whose value is a file."""

_TRAINING = frozenset({"datasets", "output_path", "test_sentences"})
"""Settings that only training needs."""


def checkpoint_of(folder: Path) -> Path:
    """Return the weights in a folder.

    Raises:
        Unavailable: there are none.
    """
    for name in CHECKPOINTS:
        if (folder / name).is_file():
            return folder / name
    raise Unavailable(f"{folder} holds none of {', '.join(CHECKPOINTS)}; fetch the model again")


def config_of(folder: Path) -> "Coqpit":
    """Return the config of the model in a folder, with nothing in it that leads out of the folder.

    Raises:
        Unavailable: there is no such model there, or none that can be loaded safely.
    """
    from TTS.config import register_config  # noqa: PLC0415

    told = _told(folder)
    family = told.get("model")
    if family not in FAMILIES:
        raise Unavailable(
            f"{folder.name} is a {family!s:.40} model; coqui runs {' and '.join(sorted(FAMILIES))}, choose one of these"
        )
    _check_classes(told, folder)
    config: Coqpit = register_config(family)()
    config.from_dict(_kept(told, folder))
    return config


def _told(folder: Path) -> dict[str, Any]:
    path = folder / CONFIG
    try:
        with path.open("rb") as file:
            told = json.loads(file.read(_LARGEST))
    except (OSError, ValueError) as error:
        raise Unavailable(f"{path} cannot be read ({error}); fetch the model again") from error
    if not isinstance(told, dict):
        raise Unavailable(f"{path} is no config of coqui-tts; fetch the model again")
    return told


def _check_classes(told: Mapping[str, Any], folder: Path) -> None:
    """Refuse a config that names a class of another library: it would be imported."""
    characters = told.get("characters")
    named = characters.get("characters_class") if isinstance(characters, dict) else None
    if named is not None and not str(named).startswith("TTS."):
        raise Unavailable(f"{folder / CONFIG} names the class {str(named)[:80]}, which is not coqui's; do not use it")


def _kept(value: Any, folder: Path) -> Any:  # noqa: ANN401 - JSON
    """Leave out every setting of training, and every file that is not in the folder."""
    if not isinstance(value, dict):
        return value
    kept = {}
    for name, each in value.items():
        if name in _TRAINING:
            continue
        if name.endswith(_FILES):
            own = folder / Path(str(each)).name
            if isinstance(each, str) and each and own.is_file():
                kept[name] = str(own)
        else:
            kept[name] = _kept(each, folder)
    return kept
