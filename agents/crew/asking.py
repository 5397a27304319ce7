"""Ask the chat model one bounded question, check what it says, and ask again with the next seed if it will not do."""

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Generic, Protocol, TypeVar

from agents.crew.prompts import Prompt, compact
from agents.crew.seeds import seed
from agents.errors import WritersBlock
from generation.errors import BadResult
from generation.requests.chat import TextRequest
from storage.domain.errors import InvalidValue
from storage.domain.ids import Digest, EpisodeId
from storage.domain.takes import Medium, Note, Take, Work

_log = logging.getLogger(__name__)

TRIES = 4
"""How many new answers are asked for before the crew gives up, unless a question says otherwise."""

_BOLDER, _BOLDEST = 0.15, 0.8
"""How much the temperature rises with each try, and to what."""

T = TypeVar("T")


class Vault(Protocol):
    """Where the answers are kept."""

    async def read(self, digest: Digest) -> bytes:
        """Return the bytes with this digest."""


class Studio(Protocol):
    """The studio, as far as the crew reads it."""

    @property
    def vault(self) -> Vault:
        """Where the answers are kept."""


class Bound(Protocol):
    """The episode, as far as the crew knows it."""

    @property
    def id(self) -> EpisodeId:
        """What the seeds are drawn from."""


class Desk(Protocol):
    """The gate bound to one episode (`agents.studio.Desk`): every answer is a take of it."""

    @property
    def studio(self) -> Studio:
        """The studio behind the gate."""

    @property
    def episode(self) -> Bound:
        """The episode that is written."""

    async def missing(self, requests: Sequence[TextRequest]) -> Sequence[object]:
        """Return those of the requests that have no take yet."""

    async def make(self, work: Work, request: TextRequest) -> Take:
        """Return the take of this request."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Question(Generic[T]):
    """Something to ask. `read` takes the answer's JSON, which fits `schema`; `check` returns what is wrong with it.

    What `check` returns goes back to the model with the next try, so it is written in the language of the series. With
    `join` every answer counts: it puts those of so far together, the first ones first, and the whole is checked.
    """

    name: str
    prompt: Prompt
    data: dict[str, str]
    schema: dict[str, Any]
    read: Callable[[Any], T]
    check: Callable[[T], tuple[str, ...]]
    join: Callable[[Sequence[T]], T] | None = None
    max_tokens: int = 300
    temperature: float = 0.5
    tries: int = TRIES

    def request(self, number: int, remarks: tuple[str, ...], attempt: int = 0) -> TextRequest:
        """Return the request of one try, with the seed `number`: each is bolder than the one before."""
        return TextRequest(
            instructions=self.prompt.instructions,
            messages=self.prompt.messages(self.data, remarks, attempt=attempt),
            schema=compact(self.schema),
            max_tokens=self.max_tokens,
            temperature=min(self.temperature + _BOLDER * attempt, _BOLDEST),
            seed=number,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer(Generic[T]):
    """What passed its checks, the takes that it was read from, and how many tries it took."""

    value: T
    takes: tuple[Take, ...]
    tries: int

    @property
    def digests(self) -> tuple[Digest, ...]:
        """What the takes hold."""
        return tuple(take.digest for take in self.takes)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the model could not do as asked, each once."""
        return tuple(dict.fromkeys(note for take in self.takes for note in take.notes))


@dataclass(frozen=True, kw_only=True, slots=True)
class Written(Generic[T]):
    """A document of the crew's: `answers` are the takes it was put together from; `changed` names the fields that a
    revision changed (`title`, `s3.framing`); `notes` tell what could not be done as asked; `tries` how many answers
    each question took.
    """

    value: T
    answers: tuple[Digest, ...] = ()
    changed: tuple[str, ...] = field(default=())
    notes: tuple[Note, ...] = field(default=())
    tries: tuple[int, ...] = field(default=())


async def ask(desk: Desk, question: Question[T], modest: Question[T] | None = None) -> Answer[T]:
    """Ask until an answer passes; the ones that do not stay recorded as takes.

    Answers of before are read again at no cost: a restart goes on where it was, and whoever asks anew after a block
    gets new answers. `modest` is the same question with less demanded of its answers: where none passed, the first that
    will do for it is taken, and nothing more is asked.

    Raises:
        WritersBlock: none of as many new answers as the question may take passed.
        GenerationError: the model cannot be asked now.
    """
    remarks: tuple[str, ...] = ()
    takes: list[Take] = []
    fresh = 0
    for tried in count():
        request = question.request(seed(desk.episode.id, tried), remarks, tried)
        fresh += len(await desk.missing([request]))
        try:
            takes.append(await desk.make(Work(Medium.ANSWER, question.name), request))
        except BadResult as error:
            remarks = (str(error),)
        else:
            answer, remarks = await _judged(desk, question, takes, tried)
            if answer is not None:
                return answer
        if fresh >= question.tries:
            break
    if modest is not None:
        for few in [takes] if modest.join else [[take] for take in takes]:
            answer, _ = await _judged(desk, modest, few, tried)
            if answer is not None:
                _log.warning("%s: no answer was good; taking what will do (%s)", question.name, "; ".join(remarks))
                return answer
    raise WritersBlock(question.name, remarks)


async def _judged(
    desk: Desk, question: Question[T], takes: Sequence[Take], tried: int
) -> tuple[Answer[T] | None, tuple[str, ...]]:
    """Read the last of the answers, or all where they count together; return what passes, or what is wrong with it."""
    values: list[T] = []
    used: list[Take] = []
    remarks: tuple[str, ...] = ()
    for take in takes if question.join else takes[-1:]:
        try:
            values.append(question.read(json.loads(await desk.studio.vault.read(take.digest))))
            used.append(take)
        except InvalidValue as error:
            remarks = (str(error),)
    if not values:
        return None, remarks
    value = question.join(values) if question.join else values[-1]
    remarks = question.check(value)
    return None if remarks else Answer(value=value, takes=tuple(used), tries=tried + 1), remarks


async def attempt(desk: Desk, question: Question[T]) -> Answer[T] | None:
    """Ask, and return nothing where the model has no answer that passes: what was there before stays."""
    try:
        return await ask(desk, question)
    except WritersBlock as block:
        _log.info("%s stays as it was: %s", question.name, block)
        return None
