"""A desk without a store: the same `make`, takes in a list, files in a dictionary."""

import asyncio
import hashlib
import json
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generation.backends import BackEnd
from generation.requests.chat import TextRequest
from generation.requests.request import key
from storage.domain.ids import ContributionId, Digest, EpisodeId, TakeId
from storage.domain.takes import Take, Work

Chat = Callable[[TextRequest], Awaitable[bytes]]


class MemoryVault:
    """Files by digest, in memory."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def put(self, data: bytes) -> Digest:
        digest = Digest(hashlib.sha256(data).hexdigest())
        self.files[digest] = data
        return digest

    async def read(self, digest: Digest) -> bytes:
        return self.files[digest]


@dataclass(frozen=True)
class MemoryStudio:
    """The studio as far as the crew reads it."""

    vault: MemoryVault = field(default_factory=MemoryVault)


@dataclass(frozen=True)
class FakeEpisode:
    """The episode as far as the crew knows it."""

    id: EpisodeId


def _identity(request: TextRequest) -> Digest:
    return Digest(key(request, "scripted", "1"))


class FakeDesk:
    """Asks `chat` for what has no take yet, and keeps every answer as the gate would."""

    def __init__(self, chat: Chat, episode: str = "e1") -> None:
        self.studio = MemoryStudio()
        self.episode = FakeEpisode(EpisodeId(episode))
        self.chat = chat
        self.takes: list[Take] = []

    async def missing(self, requests: Sequence[TextRequest]) -> list[TextRequest]:
        known = {take.key for take in self.takes}
        return [request for request in requests if _identity(request) not in known]

    async def make(self, work: Work, request: TextRequest) -> Take:
        identity = _identity(request)
        for take in self.takes:
            if take.key == identity:
                return take
        digest = self.studio.vault.put(await self.chat(request))
        number = len(self.takes) + 1
        take = Take(
            id=TakeId(f"t{number}"),
            episode=self.episode.id,
            contribution=ContributionId(f"c{number}"),
            work=work,
            key=identity,
            digest=digest,
            media_type="application/json",
        )
        self.takes.append(take)
        return take


class ScriptedChat:
    """Answers from a list, in order; `requests` are what it was asked.

    A value is answered as its JSON, a function with what it returns for the names of the asked properties, and an error
    by raising it.
    """

    def __init__(self, *answers: object) -> None:
        self.answers: Sequence[object] = answers
        self.requests: list[TextRequest] = []

    async def __call__(self, request: TextRequest) -> bytes:
        self.requests.append(request)
        assert len(self.requests) <= len(self.answers), f"nothing left to say to: {request.messages[-1].text}"
        answer = self.answers[len(self.requests) - 1]
        if isinstance(answer, Exception):
            raise answer
        if callable(answer):
            answer = answer(json.loads(request.schema)["properties"])
        return json.dumps(answer, ensure_ascii=False).encode()


@dataclass(frozen=True)
class Job:
    """A prompt at work: it reads no file, and nobody watches."""

    folder: Path

    def source(self, digest: str) -> Path:
        raise KeyError(digest)

    def report(self, fraction: float) -> None:
        pass


class BackEndChat:
    """Answers with a real chat back-end, and counts the tokens."""

    def __init__(self, backend: BackEnd) -> None:
        self.backend = backend
        self.tokens: Counter[str] = Counter()

    async def __call__(self, request: TextRequest) -> bytes:
        return await asyncio.to_thread(self._answer, request)

    def _answer(self, request: TextRequest) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            made = self.backend.make(request, Job(Path(folder)))
            self.tokens += Counter({name: int(made.facts[name]) for name in ("tokens_in", "tokens_out")})
            return made.path.read_bytes()
