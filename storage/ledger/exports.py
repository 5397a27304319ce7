"""The ledger as a file of JSON lines that anyone can check with the public key alone.

The first line holds the seal, each line after it an entry. Every line is canonical JSON, so that no byte of the file
can change unseen.
"""

import asyncio
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from storage.database import Database
from storage.domain.errors import InvalidValue
from storage.errors import Damaged
from storage.ledger.audit import entry, pages
from storage.ledger.entries import FORMAT, Entry, canonical
from storage.ledger.seals import Seal
from storage.ledger.walk import Broken, Report, Walk
from storage.reader import Reader

Line = dict[str, Any]
"""A line of the file, as JSON has it; what is read from it is checked by the walk."""


async def export(database: Database, path: Path) -> None:
    """Write the ledger of one moment to a file, in place of what was there.

    Raises:
        OSError: the file cannot be written.
        Damaged: an entry cannot be read.
    """
    half = path.with_name(f".{path.name}.half")
    try:
        with await asyncio.to_thread(half.open, "wb") as file:
            async with database.reading() as connection:
                seal = await Reader(connection).seal()
                _write(file, [{"format": FORMAT, "seal": seal.row() if seal else None}])
                async for page in pages(connection):
                    await asyncio.to_thread(_write, file, [_line(entry(row)) for row in page])
        half.replace(path)
    except (Broken, InvalidValue, ValueError) as error:
        raise Damaged(f"the ledger cannot leave the house: {error}; verify it") from error
    finally:
        half.unlink(missing_ok=True)


def verify(path: Path, public: str, witnesses: Iterable[Seal] = ()) -> Report:
    """Check an exported ledger against the studio's public key (hexadecimal), known from elsewhere. Blocking.

    Raises:
        OSError: the file cannot be read.
    """
    walk = Walk(public)
    for witness in witnesses:
        walk.expect(witness, "a witness's hands")
    try:
        with path.open("rb") as file:
            lines = _lines(file)
            latest = _seal(next(lines, {}))
            walk.expect(latest, path.name)
            for line in lines:
                _step(walk, line)
        return walk.finish(latest)
    except Broken as broken:
        return Report(entries=walk.size, seals=walk.sealed, fault=broken.fault)


def _line(entry: Entry) -> Line:
    return {"seq": entry.seq, "prev": entry.prev, "digest": entry.digest, "contribution": json.loads(entry.body)}


def _write(file: IO[bytes], lines: Iterable[Line]) -> None:
    for line in lines:
        file.write(canonical(line) + b"\n")


def _lines(file: IO[bytes]) -> Iterator[Line]:
    for number, line in enumerate(file):
        try:
            value = json.loads(line)
            whole = isinstance(value, dict) and canonical(value) + b"\n" == line
        except (ValueError, RecursionError, InvalidValue):
            whole = False
        if not whole:
            raise Broken(f"line {number + 1} is not as it was written", seq=number or None)
        yield value


def _seal(header: Line) -> Seal:
    try:
        if header.pop("format") == FORMAT and set(header) == {"seal"}:
            return Seal(**header["seal"])
    except (LookupError, TypeError):
        pass
    raise Broken("this file is not an exported ledger with a seal")


def _step(walk: Walk, line: Line) -> None:
    try:
        body = canonical(line.pop("contribution")).decode()
        step = Entry(body=body, **line)
    except (LookupError, TypeError, InvalidValue):
        raise Broken("is not an entry", seq=walk.size + 1) from None
    walk.step(step, {})
