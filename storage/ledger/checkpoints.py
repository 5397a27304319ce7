"""The seals of the past, one a line in a file beside the database that only grows.

A database that has lost its last entries, its seal replaced by an older one, is found by this file; so the file is
written after every commit that records something.
"""

import json
import os
from pathlib import Path
from typing import IO

from storage.ledger.entries import canonical
from storage.ledger.seals import Seal

_MORE_THAN_A_LINE = 4096


class Checkpoints:
    """The file of seals. Blocking: call it in a thread."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, seal: Seal) -> None:
        """Add a seal with one write, so that processes do not mix their lines."""
        with self.path.open("ab", buffering=0) as file:
            file.write(canonical(dict(seal.row())) + b"\n")

    def mend(self, latest: Seal | None) -> None:
        """Make the file whole after a crash: drop a half-written line, add the database's seal if it is newer."""
        if self.path.exists():
            with self.path.open("r+b") as file:
                file.truncate(file.seek(0, os.SEEK_END) - len(_tail(file).rpartition(b"\n")[2]))
        last = self._last()
        if latest is not None and latest.holds and (last is None or latest.size > last.size):
            self.append(latest)

    def _last(self) -> Seal | None:
        if not self.path.exists():
            return None
        with self.path.open("rb") as file:
            lines = _tail(file).splitlines()
        try:
            return _seal(lines[-1], len(lines)) if lines else None
        except ValueError:
            return None

    def seals(self) -> tuple[Seal, ...]:
        """Read all seals in the order they were written.

        Raises:
            ValueError: a line is not a seal; the message says which.
        """
        if not self.path.exists():
            return ()
        lines = self.path.read_bytes().split(b"\n")[:-1]
        return tuple(_seal(line, number) for number, line in enumerate(lines, start=1))


def _tail(file: IO[bytes]) -> bytes:
    """Return the end of a file, more than a line long."""
    file.seek(max(0, file.seek(0, os.SEEK_END) - _MORE_THAN_A_LINE))
    return file.read()


def _seal(line: bytes, number: int) -> Seal:
    try:
        return Seal(**json.loads(line))
    except (ValueError, TypeError) as error:
        raise ValueError(f"line {number} is not a seal") from error
