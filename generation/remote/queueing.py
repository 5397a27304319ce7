"""A workflow in ComfyUI's queue: heard of by websocket, asked about until it has ended, taken back once."""

import json
import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from generation.chat.endpoint import on_this_machine
from generation.errors import BadResult, Cancelled, Doubtful, GenerationError, TryAgain, Unavailable
from generation.remote.faults import is_unclear, refusal
from generation.remote.jsonpath import found, words
from generation.remote.kind import Kind
from generation.remote.web import Call, Tell, Web

if TYPE_CHECKING:
    from websockets.sync.client import ClientConnection

_log = logging.getLogger(__name__)

ATTEMPTS = 8
"""Questions in a row without an answer before the job is left for later; or before it counts as forgotten."""

ENDINGS: Mapping[Kind, tuple[str, ...]] = {
    Kind.PICTURE: (".png", ".jpg", ".jpeg", ".webp"),
    Kind.CLIP: (".mp4", ".webm"),
    Kind.SOUND: (".flac", ".wav", ".mp3"),
}
"""How the names of files of each kind end."""

_BEAT = 0.1
_LARGEST = 8 << 20
"""Bytes of a message: previews are pictures."""

_STEPS = 1_000_000
"""Of a sampler, above which a number is none of steps."""

_MEMORY = ("out of memory", "OutOfMemory", "allocation on device")


@dataclass(frozen=True, kw_only=True, slots=True)
class Queueing:
    """One workflow at one server, by its ticket; `client` is who we are on the websocket, `listener` what is heard."""

    web: Web
    tell: Tell
    every: float
    paid: bool
    ticket: str = ""
    client: str = ""
    listener: "ClientConnection | None" = None

    @contextmanager
    def listening(self) -> "Iterator[ClientConnection | None]":
        """Listen for progress, before anything is queued; where no websocket opens, the history is asked alone."""
        with ExitStack() as stack:
            connection = None
            try:
                connection = stack.enter_context(self._connecting())
            except Exception as error:  # noqa: BLE001 - a help, not a need; the library has many ways to fail
                _log.info("no websocket at %s (%s); its history is asked instead", self.web.label, type(error).__name__)
            yield connection

    def end(self) -> Mapping[str, Any]:
        """Return the entry of the history that says that it is done. When called off, it is taken back, once.

        Raises:
            BadResult: it failed.
            Unavailable: the machine's memory does not hold it.
            TryAgain: nothing is known of it now; it can be followed again later.
        """
        try:
            return self._end()
        except Cancelled:
            self._take_back()
            raise

    def _connecting(self) -> "AbstractContextManager[ClientConnection]":
        from websockets.sync.client import connect  # noqa: PLC0415

        scheme = {"http": "ws", "https": "wss"}[self.web.base.scheme]
        address = self.web.url(f"/ws?clientId={self.client}").copy_with(scheme=scheme)
        return connect(
            str(address),
            additional_headers=dict(self.web.headers),
            proxy=None if on_this_machine(str(self.web.base)) else True,
            max_size=_LARGEST,
            open_timeout=5,
            close_timeout=1,
        )

    def _end(self) -> Mapping[str, Any]:
        silent = unknown = 0
        reached = 0.02
        while True:
            entry, is_heard = self._entry(reached)
            silent = 0 if is_heard else silent + 1
            if silent >= ATTEMPTS:
                raise TryAgain(f"{self.web.label} says nothing of the workflow; it is asked again later")
            if entry:
                return self._done(entry)
            unknown = unknown + 1 if is_heard and not self._place(reached) else 0
            if unknown >= ATTEMPTS:
                raise self._forgotten()
            reached = self._rest(reached)

    def _entry(self, reached: float) -> tuple[Mapping[str, Any], bool]:
        """Return the entry of the history, empty until it has ended, and whether the server answered."""
        document = self._got(f"/history/{quote(self.ticket, safe='')}", reached)
        entry = found(document, self.ticket) if isinstance(document, dict) else None
        return (entry if isinstance(entry, dict) else {}), document is not None

    def _got(self, path: str, reached: float) -> Any:  # noqa: ANN401 - JSON from outside
        try:
            answer = self.web.ask(Call(method="GET", path=path, seconds=60), self.tell, reached)
        except TryAgain:
            return None
        if not answer.is_success and not is_unclear(answer.status):
            raise refusal(self.web, answer, "the workflow's profile")
        return answer.document() if answer.is_success else None

    def _place(self, reached: float) -> str:
        """Return in which part of the queue it is: `queue_running` or `queue_pending`; empty where in none."""
        queue = self._got("/queue", reached)
        return next(
            (part for part in ("queue_running", "queue_pending") if self.ticket in _ids(found(queue, part))), ""
        )

    def _done(self, entry: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return an entry that tells of success; an older server that tells no status has made what it lists."""
        if words(entry, "status.status_str") != "error":
            return entry
        told = " ".join(_told(found(entry, "status.messages")))
        if any(each in told for each in _MEMORY):
            raise Unavailable(f"the memory at {self.web.label} does not hold the workflow; make its pictures smaller")
        raise BadResult(
            f"{self.web.label} could not finish the workflow ({self.web.words(told) or 'it does not say why'})"
        )

    def _forgotten(self) -> GenerationError:
        if self.paid:
            return Doubtful(f"{self.web.label} does not know the workflow any more; it may have been paid")
        return BadResult(f"{self.web.label} does not know the workflow any more (was it restarted?); ask again")

    def _rest(self, reached: float) -> float:
        """Wait until the next question is due; return how far it is by what is heard meanwhile."""
        until = time.monotonic() + self.every
        while (left := until - time.monotonic()) > 0:
            self.tell(reached)
            message = self._heard(min(_BEAT, left))
            if words(message, "data.prompt_id") == self.ticket:
                reached = max(reached, _share(message))
                if _is_end(message):
                    break
        self.tell(reached)
        return reached

    def _heard(self, seconds: float) -> Any:  # noqa: ANN401 - JSON from outside
        """Return the next message within so many seconds; nothing where there is none or it is a preview."""
        from websockets.exceptions import ConnectionClosed  # noqa: PLC0415

        if self.listener is not None:
            try:
                told = self.listener.recv(timeout=seconds)
                return json.loads(told) if isinstance(told, str) else None
            except (TimeoutError, ValueError, RecursionError):
                return None
            except ConnectionClosed:
                pass
        time.sleep(seconds)
        return None

    def _take_back(self) -> None:
        """Stop it where it runs, take it out of the queue where it waits; nobody else's work is stopped."""
        quiet = Queueing(web=self.web, tell=_onward, every=self.every, paid=self.paid, ticket=self.ticket)
        try:
            where = quiet._place(0.0)
            if where == "queue_running":
                self.web.ask(
                    Call(method="POST", path="/interrupt", body={"prompt_id": self.ticket}, seconds=10), _onward
                )
            elif where:
                self.web.ask(Call(method="POST", path="/queue", body={"delete": [self.ticket]}, seconds=10), _onward)
        except GenerationError as error:
            _log.warning("a workflow at %s could not be taken back: %s", self.web.label, error)


def _is_end(message: Any) -> bool:  # noqa: ANN401
    """Tell whether a message says that the workflow has ended, so that the history is worth a look."""
    kind = words(message, "type")
    return kind in _ENDS or (kind == "executing" and not words(message, "data.node"))


_ENDS = frozenset({"execution_success", "execution_error", "execution_interrupted"})


def view(entry: Mapping[str, Any], promised: Kind) -> str:
    """Return the path of a file of the promised kind that an entry of the history lists; saved ones before previews."""
    outputs = entry.get("outputs")
    nodes = outputs.values() if isinstance(outputs, dict) else ()
    lists = (each for node in nodes if isinstance(node, dict) for each in node.values() if isinstance(each, list))
    files = [
        each for list_ in lists for each in list_ if isinstance(each, dict) and isinstance(each.get("filename"), str)
    ]
    fitting = [each for each in files if each["filename"].lower().endswith(ENDINGS[promised])]
    fitting.sort(key=lambda each: each.get("type") != "output")
    if not fitting:
        return ""
    query = {name: str(fitting[0].get(name, "")) for name in ("filename", "subfolder", "type")}
    return f"/view?{urlencode(query)}"


def _ids(part: object) -> set[str]:
    """Return the names of what is in a part of the queue: each is a list of a number, a name and more."""
    rows = part if isinstance(part, list) else []
    return {str(row[1]) for row in rows if isinstance(row, list) and len(row) > 1}


def _told(messages: object) -> Iterator[str]:
    """Give what an entry of the history says of its failure: pairs of an event's name and its facts."""
    for each in messages if isinstance(messages, Sequence) and not isinstance(messages, str) else ():
        if isinstance(each, list) and len(each) > 1 and each[0] in _ENDS and isinstance(each[1], dict):
            yield from (
                str(each[1][name]) for name in ("node_type", "exception_type", "exception_message") if name in each[1]
            )


def _share(message: Any) -> float:  # noqa: ANN401
    """Return how far a step of the sampler is, 0.02 to 0.9."""
    value, most = found(message, "data.value"), found(message, "data.max")
    is_told = isinstance(value, int | float) and isinstance(most, int | float) and 0 <= value <= most <= _STEPS
    return min(0.9, 0.02 + 0.88 * value / most) if is_told and most else 0.0


def _onward(_: float) -> None:
    """Go on: what takes back is not called off itself."""
