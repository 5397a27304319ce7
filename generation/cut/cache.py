"""What was made once and is kept by digest: segments, sounds, card pictures.

The rule of what stays: a file that no cut used for thirty days goes; when what is left is more than four gigabytes,
those that were used longest ago go first. A file that was used within the hour stays in any case, since another cut
may be about to join it.
"""

import contextlib
import hashlib
import inspect
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from generation.cut.ffmpeg import sweep

DAYS = 30
BYTES = 4_000_000_000
_IN_USE = 3600.0


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder with one folder for each kind of file."""

    folder: Path

    def keep(self, kind: str, name: str, make: Callable[[Path], None]) -> Path:
        """Return the file `name` of a kind; `make` puts it at the path it is given where it is missing."""
        path = self.folder / kind / name
        try:
            os.utime(path)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            make(path)
        return path

    def clean(self, days: float = DAYS, size: int = BYTES) -> None:
        """Delete what killed processes left half written, and what the rule says."""
        now = time.time()
        for kind in self.folder.glob("*/"):
            sweep(kind)
        kept = 0
        for used, length, path in sorted(self._files(), reverse=True):
            kept += length
            if now - used > _IN_USE and (now - used > days * 86_400 or kept > size):
                path.unlink(missing_ok=True)

    def _files(self) -> list[tuple[float, int, Path]]:
        """Return (last use, bytes, path) of every finished file."""
        found = []
        for path in self.folder.glob("*/[!.]*"):
            with contextlib.suppress(FileNotFoundError):
                status = path.stat()
                found.append((status.st_mtime, status.st_size, path))
        return found


def edition(*modules: ModuleType) -> str:
    """Return a digest of the code of modules that draw or mix: what other code made is made again."""
    sources = "".join(inspect.getsource(module) for module in modules)
    return hashlib.sha256(sources.encode()).hexdigest()
