"""The heavy libraries, imported when a pipeline is first needed, and made quiet."""

import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType

from generation import torchaudio, torchvision
from generation.errors import Unavailable

_once = threading.RLock()
"""Filters of warnings belong to the process: one imports or loads at a time."""


@contextmanager
def hushed() -> Iterator[None]:
    """Import or load something within, deaf to what the libraries say about each other and their own layers.

    Nobody here can change it, and where warnings are errors it would end the work.
    """
    with _once, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def diffusers() -> ModuleType:
    """Import diffusers, after what it stumbles over, without its progress bars.

    Raises:
        Unavailable: it is not installed.
    """
    with hushed():
        return _imported()


@cache
def _imported() -> ModuleType:
    try:
        torchaudio.ensure()
        torchvision.ensure()
        import diffusers  # noqa: PLC0415
        import transformers  # noqa: PLC0415
    except ImportError as error:
        raise Unavailable(f"diffusion models need the package {error.name}; install feuilleton[gpu]") from error
    for library in (diffusers, transformers):
        library.utils.logging.disable_progress_bar()
        library.utils.logging.set_verbosity_error()
    return diffusers
