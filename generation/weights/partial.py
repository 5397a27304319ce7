"""A file that is being fetched: appended, hashed on the way, resumable, and renamed into place when it is right."""

import hashlib
import json
from pathlib import Path
from types import TracebackType
from typing import Self

from generation.weights.sources import SourceFailed

_BLOCK = 1 << 20


class Partial:
    """An unfinished file on disk and the SHA-256 of what it holds so far.

    Pieces that are complete are *sealed*: their number and length stand in a journal beside the file, so that a later
    process goes on after them. Bytes after the last seal belong to the piece in progress: an HTTP server that can
    continue is asked to; otherwise they are dropped (`rewind`).
    """

    def __init__(self, path: Path, *, limit: int) -> None:
        """Open or create `path`; more than `limit` bytes are refused."""
        self.path = path
        self._journal = path.with_name(f"{path.name}.sealed")
        self._limit = limit
        path.parent.mkdir(parents=True, exist_ok=True)
        self.pieces, self._sealed = self._read_journal()
        self._file = path.open("r+b" if path.exists() else "w+b")
        self._digest, self.size = hashlib.sha256(), 0
        self._hash_what_is_there()

    def __enter__(self) -> Self:
        """Return the open file."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the file; what was written stays for the next attempt."""
        self._file.close()

    @property
    def loose(self) -> int:
        """How many bytes of the piece in progress are here."""
        return self.size - self._sealed

    def append(self, block: bytes) -> None:
        """Write `block` at the end.

        Raises:
            SourceFailed: the file would be longer than it should be.
        """
        if self.size + len(block) > self._limit:
            raise SourceFailed(f"{self.path.name} is longer than the {self._limit} bytes it should have")
        self._file.write(block)
        self._digest.update(block)
        self.size += len(block)

    def rewind(self) -> None:
        """Drop the bytes of the piece in progress."""
        self._file.seek(self._sealed)
        self._file.truncate()
        self._digest, self.size = self._sealed_digest.copy(), self._sealed

    def seal(self) -> None:
        """Note that the piece in progress is complete."""
        self._file.flush()
        self.pieces, self._sealed, self._sealed_digest = self.pieces + 1, self.size, self._digest.copy()
        fresh = self._journal.with_name(f"{self._journal.name}.new")
        fresh.write_text(json.dumps([self.pieces, self._sealed]))
        fresh.replace(self._journal)

    def finish(self, target: Path, *, sha256: str) -> None:
        """Move the file to `target` if it is what was promised, else delete it.

        Raises:
            SourceFailed: its length or its SHA-256 is another.
        """
        self._file.close()
        found = self._digest.hexdigest()
        if self.size != self._limit or found != sha256:
            self.path.unlink()
            self._journal.unlink(missing_ok=True)
            raise SourceFailed(
                f"{target.name} came with {self.size} bytes and SHA-256 {found[:12]}…, not the right file"
            )
        target.parent.mkdir(parents=True, exist_ok=True)
        self.path.replace(target)
        self._journal.unlink(missing_ok=True)

    def _read_journal(self) -> tuple[int, int]:
        try:
            pieces, sealed = json.loads(self._journal.read_text())
        except (OSError, ValueError, TypeError):
            return 0, 0
        if not self.path.exists() or self.path.stat().st_size < sealed:
            return 0, 0
        return pieces, sealed

    def _hash_what_is_there(self) -> None:
        """Read the file from an earlier attempt once; keep the digest at the seal."""
        self._hash_until(self._sealed)
        self._sealed_digest = self._digest.copy()
        self._hash_until(self._limit + 1)
        if self.size > self._limit:
            self.rewind()

    def _hash_until(self, end: int) -> None:
        while block := self._file.read(min(_BLOCK, end - self.size)):
            self._digest.update(block)
            self.size += len(block)
