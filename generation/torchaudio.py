"""torchaudio on a machine without CUDA: its Python part, with its compiled part left out.

The published Linux build of torchaudio is linked to CUDA libraries. Beside a PyTorch without CUDA `import torchaudio`
raises `OSError`, and `transformers` and `TTS` import it whenever it is installed, so that neither of them, and no
pipeline of `diffusers`, could be imported.
"""

import sys
import threading
from contextlib import suppress
from importlib import import_module
from types import ModuleType
from typing import NoReturn

_EXTENSION = "torchaudio._extension"
_once = threading.Lock()


def ensure() -> None:
    """Let `import torchaudio` succeed wherever the package is installed; call it before importing what uses it.

    Only forced alignment and the CUDA decoder are lost. Nothing happens where the compiled part loads, or where there
    is no torchaudio at all.
    """
    with _once, suppress(ModuleNotFoundError):
        try:
            import_module("torchaudio")
        except OSError:
            forget("torchaudio")
            sys.modules[_EXTENSION] = _stand_in()
            import_module("torchaudio")


def forget(package: str) -> None:
    """Take away what was imported of a package before its compiled part failed."""
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        del sys.modules[name]


def _stand_in() -> ModuleType:
    """Return the module that says that there is no compiled part: `torchaudio.functional` then computes in Python."""
    extension = ModuleType(_EXTENSION)
    extension._IS_TORCHAUDIO_EXT_AVAILABLE = False  # type: ignore[attr-defined]  # noqa: SLF001 - torchaudio's own names
    extension._IS_ALIGN_AVAILABLE = False  # type: ignore[attr-defined]  # noqa: SLF001
    extension._check_cuda_version = lambda: None  # type: ignore[attr-defined]  # noqa: SLF001
    extension.fail_if_no_align = _no_alignment  # type: ignore[attr-defined]
    return extension


def _no_alignment(function: object) -> object:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise RuntimeError(f"{getattr(function, '__name__', 'this')} needs torchaudio's compiled part")

    return refuse
