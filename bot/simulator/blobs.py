"""The bytes of files, each kept once under its digest."""

import hashlib
from pathlib import Path


class Blobs:
    """Bytes by SHA-256: in a folder that lasts, or in memory."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._memory: dict[str, bytes] = {}
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def keep(self, content: bytes) -> str:
        """Keep `content` and return its digest; a file appears whole or not at all."""
        digest = hashlib.sha256(content).hexdigest()
        if self._folder is None:
            self._memory[digest] = content
        elif not (self._folder / digest).exists():
            fresh = self._folder / f"{digest}.new"
            fresh.write_bytes(content)
            fresh.replace(self._folder / digest)
        return digest

    def read(self, digest: str, start: int = 0, end: int | None = None) -> bytes:
        """Return the bytes from `start` up to `end` (exclusive) of the file with this digest."""
        if self._folder is None:
            return self._memory[digest][start:end]
        with (self._folder / digest).open("rb") as file:
            file.seek(start)
            return file.read(-1 if end is None else end - start)
