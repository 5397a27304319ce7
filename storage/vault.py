"""The vault: files by the digest of their bytes. What is in it is whole, and never changes.

Bytes go to a temporary name on the same disk, are written through, and only then get their name: a process that dies
in between leaves nothing that the vault would show.
"""

import asyncio
import hashlib
import io
import os
import re
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from storage.domain.errors import InvalidValue
from storage.domain.ids import Digest
from storage.errors import Damaged, Missing

_DIGEST = re.compile(r"[0-9a-f]{64}")

_INCOMING = "incoming"

STALE = 3600
"""Seconds after which a temporary file that nobody writes to is left over from a crash."""

_BLOCK = 1 << 20


class Vault:
    """Files in a folder. Its own methods never change a file that is in it; one alone takes a file away."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._incoming = folder / _INCOMING

    async def put(self, path: Path) -> Digest:
        """Copy a file in; return its digest. What is here already is not written twice."""
        return await asyncio.to_thread(self._put_file, path)

    async def put_bytes(self, data: bytes) -> Digest:
        """Put bytes in; return their digest."""
        return await asyncio.to_thread(self._put, io.BytesIO(data))

    def has(self, digest: Digest) -> bool:
        """Tell whether a file is here."""
        return self._place(digest).is_file()

    def path(self, digest: Digest) -> Path:
        """Return where a file is, to be read only.

        Raises:
            Missing: it is not here.
        """
        place = self._place(digest)
        if not place.is_file():
            raise Missing(f"the vault has no file {digest}")
        return place

    async def read(self, digest: Digest) -> bytes:
        """Return a file's bytes.

        Raises:
            Missing: it is not here.
        """
        return await asyncio.to_thread(self.path(digest).read_bytes)

    async def verify(self, digest: Digest) -> None:
        """Read a file and compare it with its name.

        Raises:
            Missing: it is not here.
            Damaged: its bytes are others.
        """
        found = await asyncio.to_thread(_digest_of, self.path(digest))
        if found != digest:
            raise Damaged(f"the file {digest} in the vault has the digest {found}; restore it from a backup")

    async def remove(self, digest: Digest) -> None:
        """Take a file away for good, at its author's wish; one that is not here is no error."""
        await asyncio.to_thread(self._place(digest).unlink, missing_ok=True)

    async def sweep(self) -> int:
        """Remove what crashes left half written; return how many files."""
        return await asyncio.to_thread(self._sweep)

    def _place(self, digest: Digest) -> Path:
        if not _DIGEST.fullmatch(digest):
            raise InvalidValue(f"{digest!r} is not a digest of 64 hexadecimal digits")
        return self._folder / digest[:2] / digest[2:]

    def _put_file(self, path: Path) -> Digest:
        with path.open("rb") as source:
            return self._put(source)

    def _put(self, source: IO[bytes]) -> Digest:
        self._incoming.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self._incoming, delete=False) as target:
            half = Path(target.name)
            try:
                digest = _copy(source, target)
                place = self._place(digest)
                if not place.is_file():
                    _keep(half, target, place)
                return digest
            finally:
                half.unlink(missing_ok=True)

    def _sweep(self) -> int:
        swept = 0
        for half in self._incoming.glob("*"):
            with suppress(FileNotFoundError):  # its process has just finished it
                if half.stat().st_mtime < time.time() - STALE:
                    half.unlink()
                    swept += 1
        return swept


def _copy(source: IO[bytes], target: IO[bytes]) -> Digest:
    """Hash the very bytes that are written, so that a file that changes meanwhile cannot get a wrong name."""
    digest = hashlib.sha256()
    while block := source.read(_BLOCK):
        digest.update(block)
        target.write(block)
    return Digest(digest.hexdigest())


def _keep(half: Path, target: IO[bytes], place: Path) -> None:
    target.flush()
    os.fchmod(target.fileno(), 0o444)
    os.fsync(target.fileno())
    place.parent.mkdir(exist_ok=True)
    half.rename(place)
    _write_through(place.parent)
    _write_through(place.parent.parent)


def _write_through(folder: Path) -> None:
    """Make a new name outlast a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
