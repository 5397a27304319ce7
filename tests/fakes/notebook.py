"""What back-ends were asked, on disk before they begin: it tells after a kill what was paid for."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generation.backends import BackEnd
from generation.catalog.model import Model
from generation.requests.request import Request, key
from tests.fakes.backends import Fake


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request to a back-end: the key of the take it makes, and when it came."""

    key: str
    at: datetime


class Notebook(list[Request]):
    """The requests of one back-end; each is written through to a file that all of them share."""

    def __init__(self, path: Path, model: Model) -> None:
        super().__init__()
        self._path, self._model = path, model

    def append(self, request: Request, /) -> None:
        super().append(request)
        asked = {"key": key(request, self._model.name, self._model.version), "at": datetime.now(UTC).isoformat()}
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        try:
            os.write(descriptor, json.dumps(asked).encode() + b"\n")
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def noted(fakes: Mapping[str, BackEnd], path: Path) -> dict[str, BackEnd]:
    """Let fakes write down what they are asked."""
    for fake in fakes.values():
        assert isinstance(fake, Fake)
        fake.asked = Notebook(path, fake.model)
    return dict(fakes)


def read(path: Path) -> Iterator[Asked]:
    """Return what was asked, oldest first."""
    for line in path.read_text().splitlines() if path.exists() else ():
        asked = json.loads(line)
        yield Asked(key=asked["key"], at=datetime.fromisoformat(asked["at"]))
