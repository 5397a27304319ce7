"""Probes: what the chat model of an endpoint can do is found out by asking it once, and kept in the cache.

What was found is a small JSON document by the digest of endpoint and model, so that another model is asked anew.
"""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from json import loads
from pathlib import Path
from typing import Any

from generation.chat.backend import Chat
from generation.chat.endpoint import Endpoint
from generation.errors import InvalidRequest
from generation.requests.chat import SightRequest, TalkRequest, TextRequest
from generation.requests.identity import canonical, digest_of

Found = Mapping[str, object]

Report = Callable[[float], None]
"""Told how much of an answer there is, 0 to 1; what it raises ends the answer."""


def ignore(_: float) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class _Job:
    """A job of nobody's: it reads one picture at most, and nobody hears its words."""

    folder: Path
    picture: bytes
    report: Report

    def source(self, digest: str) -> Path:
        """Return the picture, whatever it is called."""
        if not self.picture:
            raise InvalidRequest(f"a probe has no source, so not {digest[:12]} either")
        path = self.folder / "picture"
        path.write_bytes(self.picture)
        return path

    @property
    def ticket(self) -> str:
        """A probe has no past."""
        return ""

    def say(self, words: str) -> None:
        """Tell nobody."""

    def place(self) -> None:
        """Keep nothing: a probe that is lost is asked again."""

    def keep(self, ticket: str) -> None:
        """Keep nothing."""


def answer(
    chat: Chat, request: TextRequest | TalkRequest | SightRequest, picture: bytes = b"", report: Report = ignore
) -> Any:  # noqa: ANN401 - JSON
    """Return what a model answers; a `report` that raises stops it.

    Raises:
        BadResult: that is no answer to the question.
        InvalidRequest: it takes no such question.
        Unavailable, TryAgain: it cannot be asked.
    """
    with tempfile.TemporaryDirectory() as folder:
        return loads(chat.make(request, _Job(Path(folder), picture, report)).path.read_bytes())


def once(file: Path, endpoint: Endpoint, ask: Callable[[], Found]) -> Found:
    """Return what was found out about the model of an endpoint: from the file, or by asking now, and kept there."""
    known, name = _kept(file), digest_of([endpoint.label, endpoint.model.name, endpoint.model.version])
    if name not in known:
        known[name] = ask()
        _keep(file, known)
    return known[name]


def _kept(file: Path) -> dict[str, Found]:
    """Return what is kept; nothing where the file is missing or broken."""
    try:
        found: dict[str, Found] = loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return found


def _keep(file: Path, found: Mapping[str, Found]) -> None:
    """Keep this and nothing else; the file is whole at every moment."""
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f"{file.name}.partial")
    partial.write_bytes(canonical(found))
    partial.replace(file)
