"""Where the world is kept: tables of JSON records, and a file to which every change is appended.

A record is never changed in place: it is put again. So each change is one triple `[table, key, record or null]`; the
same triples are written to the journal, replayed at start, and pushed to the page, which mirrors the tables.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]  # objects of the Bot API: open, nested, and given by Telegram's documentation
Key: TypeAlias = int | str
Change: TypeAlias = tuple[str, Key, Json | None]


class Table(Mapping[Key, Json]):
    """Records by key, in the order in which they first came."""

    def __init__(self, name: str, changed: Callable[[Change, Json | None], None]) -> None:
        """Keep the name, and whom to tell of each change and of what stood there before."""
        self._name = name
        self._changed = changed
        self._records: dict[Key, Json] = {}

    def __getitem__(self, key: Key) -> Json:
        """Return the record under `key`."""
        return self._records[key]

    def __iter__(self) -> Iterator[Key]:
        """Go through the keys."""
        return iter(self._records)

    def __len__(self) -> int:
        """Count the records."""
        return len(self._records)

    def put(self, key: Key, record: Json) -> Json:
        """Keep `record` under `key` and return it; treat it as frozen from now on."""
        before = self._records.get(key)
        self._records[key] = record
        self._changed((self._name, key, record), before)
        return record

    def amend(self, key: Key, **fields: object) -> Json:
        """Put the record under `key` again with `fields` replaced; a missing record counts as empty."""
        return self.put(key, {**self._records.get(key, {}), **fields})

    def drop(self, key: Key) -> None:
        """Forget the record under `key`, if there is one."""
        before = self._records.pop(key, None)
        if before is not None:
            self._changed((self._name, key, None), before)


class Journal:
    """All tables of one world. With a folder, what was committed outlives the process.

    A commit is one line, so a kill can only tear off the last, uncommitted one; it is ignored at the next start. Lines
    are handed to the operating system before `commit` returns (they survive the process, not a power cut).
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._tables: dict[str, Table] = {}
        self._passing: set[str] = set()
        self._open: list[Change] = []
        self._before: list[Json | None] = []
        self._listeners: list[Callable[[list[Change]], None]] = []
        self._file: int | None = None
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            self._replay(folder / "world.jsonl")
            self._file = self._rewrite(folder / "world.jsonl")

    def table(self, name: str, *, lasting: bool = True) -> Table:
        """Return the table called `name`; one that is not `lasting` is left out of the file."""
        if not lasting:
            self._passing.add(name)
        if name not in self._tables:
            self._tables[name] = Table(name, self._note)
        return self._tables[name]

    def _note(self, change: Change, before: Json | None) -> None:
        self._open.append(change)
        self._before.append(before)

    def __iter__(self) -> Iterator[Change]:
        """Go through all records as if each were put now."""
        for name, table in self._tables.items():
            for key, record in table.items():
                yield name, key, record

    def follow(self, listener: Callable[[list[Change]], None]) -> None:
        """Call `listener` with the changes of every commit, after they are on disk."""
        self._listeners.append(listener)

    def leave(self, listener: Callable[[list[Change]], None]) -> None:
        """Stop calling `listener`."""
        self._listeners.remove(listener)

    def commit(self) -> None:
        """Write what changed since the last commit as one line, then tell the listeners."""
        changes = self._open[:]
        self._forget()
        lasting = [change for change in changes if change[0] not in self._passing]
        if lasting and self._file is not None:
            os.write(self._file, _line(lasting))
        if changes:
            for listener in list(self._listeners):
                listener(changes)

    def roll_back(self) -> None:
        """Undo what changed since the last commit: a refused call leaves no trace."""
        for (name, key, _), before in reversed(list(zip(self._open, self._before, strict=True))):
            if before is None:
                self._tables[name].drop(key)
            else:
                self._tables[name].put(key, before)
        self._forget()

    def _forget(self) -> None:
        self._open.clear()
        self._before.clear()

    def close(self) -> None:
        """Let go of the file; later changes are not written."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _replay(self, path: Path) -> None:
        if not path.exists():
            return
        for line in path.read_bytes().split(b"\n"):
            try:
                changes: list[Change] = json.loads(line)
            except ValueError:
                break  # the end, or the line that a kill tore off
            for name, key, record in changes:
                if record is None:
                    self.table(name).drop(key)
                else:
                    self.table(name).put(key, record)
        self._forget()

    def _rewrite(self, path: Path) -> int:
        fresh = path.with_suffix(".new")
        fresh.write_bytes(b"".join(_line([change]) for change in self))
        fresh.replace(path)
        return os.open(path, os.O_WRONLY | os.O_APPEND)


def _line(changes: list[Change]) -> bytes:
    return json.dumps(changes, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
