"""Get all files of one entry from one source into a staging folder."""

import hashlib
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generation.weights.archives import unpack
from generation.weights.clients import Client
from generation.weights.partial import Partial
from generation.weights.sources import Archive, Member, Piece, Source, Url
from generation.weights.table import Entry, File
from generation.weights.web import Web

Told = Callable[[int], None]
"""Told how many bytes of the entry are here, often; what it raises stops the work, and a later attempt goes on."""

_BLOCK = 1 << 20
_OVERHEAD = 64 << 20
"""Bytes that an archive at an address may have beyond the files taken from it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetch:
    """One attempt at one entry. Finished files lie in `staging/ready`, whichever source they came from."""

    entry: Entry
    source: Source
    staging: Path
    web: Web
    clients: Mapping[type[Archive], Client]
    told: Told

    @property
    def ready(self) -> Path:
        """The folder of the files that are complete and right."""
        return self.staging / "ready"

    def run(self) -> None:
        """Bring every file of the entry into `ready`.

        Raises:
            SourceFailed: this source does not give a file; what was fetched stays for the next attempt.
        """
        before = 0
        for file in self.entry.files:
            if not (self.ready / file.path).exists():
                self._join(file, before)
            before += file.size
            self.told(before)

    def _join(self, file: File, before: int) -> None:
        pieces = self.source.files[file.path]
        with Partial(self._own / "files" / file.path, limit=file.size) as partial:
            for piece in pieces[partial.pieces :]:
                self._append(piece, partial, lambda: self.told(before + partial.size))
                partial.seal()
            partial.finish(self.ready / file.path, sha256=file.sha256)

    def _append(self, piece: Piece, partial: Partial, told: Callable[[], None]) -> None:
        if isinstance(piece, Url):
            self.web.append(piece.address, partial, told)
            return
        partial.rewind()
        content = self._member(piece, told)
        with content.open("rb") as stream:
            stream.seek(piece.skip)
            while block := stream.read(_BLOCK):
                partial.append(block)
                told()
        content.unlink()

    def _member(self, member: Member, told: Callable[[], None]) -> Path:
        """Return the unpacked member; its archive is fetched at most once and deleted at once after unpacking."""
        unpacked = self._own / "members"
        wanted = self.source.members_of(member.archive)
        targets = {path: unpacked / _label(member.archive, path) for path in wanted}
        if not targets[member.path].exists():
            shutil.rmtree(self._own / "archive", ignore_errors=True)
            archive = self._archive(member.archive, told)
            unpack(archive, targets, limit=self.entry.size + _OVERHEAD)
            shutil.rmtree(self._own / "archive")
        return targets[member.path]

    def _archive(self, archive: Archive, told: Callable[[], None]) -> Path:
        folder = self._own / "archive"
        folder.mkdir(parents=True)
        if not isinstance(archive, Url):
            return self.clients[type(archive)](archive, folder, told)
        with Partial(folder / "download", limit=self.entry.size + _OVERHEAD) as partial:
            self.web.append(archive.address, partial, told)
        return partial.path

    @property
    def _own(self) -> Path:
        """This source's part of the staging folder: another source's unfinished files may be cut differently."""
        return self.staging / hashlib.sha256(repr(self.source).encode()).hexdigest()[:12]


def _label(archive: Archive, path: str) -> str:
    return hashlib.sha256(f"{archive}\0{path}".encode()).hexdigest()[:24]
