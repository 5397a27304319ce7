"""The back-end that writes: one JSON document for one `TextRequest` or what is seen in the picture of a `SightRequest`,
the next turn of a talk for a `TalkRequest`.
"""

import base64
import logging
import threading
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model
from generation.chat.answer import document, schema_of, spoken
from generation.chat.dialect import Dialect, NotUnderstood
from generation.chat.endpoint import Endpoint, choose
from generation.errors import CutOff, Declined, InvalidRequest
from generation.requests.chat import Prompt, SightRequest, TalkRequest

if TYPE_CHECKING:
    from generation.chat.embedded import Embedded
    from generation.chat.stream import Answer

_log = logging.getLogger(__name__)

_ROLES = frozenset({"user", "assistant"})
_TALK = _ROLES | {"tool"}
_AT_ONCE = 4
"""Requests to a remote endpoint at a time; the embedded model answers one after the other."""

_SMALL_MODEL = {"top_p": 0.9}
"""llama.cpp's sampling for the embedded models. No penalty on repeated tokens: it makes them avoid the very words they
were given (a baker's fox went to the *boulange*, a grandmother grew a beard); the crew's checks find repetition.
"""


class Chat:
    """Asks the chat model that the settings name; starts the embedded one when it is first needed."""

    def __init__(self, workshop: Workshop) -> None:
        """Load nothing."""
        self._workshop = workshop
        self._embedded: Embedded | None = None
        self._starting = threading.Lock()
        self._dialects: dict[type, Dialect] = {}

    @cached_property
    def endpoint(self) -> Endpoint:
        """The endpoint that the settings name, looked up once.

        Raises:
            Unavailable: they contradict each other, or name a model that nothing serves.
        """
        return choose(self._workshop.settings)

    @property
    def model(self) -> Model:
        """The catalog entry of the model that answers."""
        return self.endpoint.model

    @property
    def workers(self) -> int:
        """How many requests may be at work at once."""
        return 1 if self.endpoint.embedded else _AT_ONCE

    def make(self, request: Prompt, job: Job) -> Made:
        """Write `answer.json`. Cancelling takes effect at the next token, or within a fifth of a second.

        Raises:
            BadResult: the answer is cut off, refused, empty, not JSON, or does not fit the schema.
            GenerationError: the others, by what the caller should do.
        """
        schema = _checked(request)
        job.report(0.0)
        answer, dialect = self._ask(request, schema, job)
        _check_end(answer, self.endpoint, request)
        path = job.folder / "answer.json"
        talk = isinstance(request, TalkRequest)
        path.write_bytes(spoken(answer.text, answer.calls.values()) if talk else document(answer.text, schema))
        facts = {"model": self.model.name, "tokens_in": answer.tokens_in, "tokens_out": answer.tokens_out}
        return Made(path=path, media_type="application/json", facts=facts, notes=dialect.notes)

    def close(self) -> None:
        """Stop the embedded server, if it runs."""
        with self._starting:
            if self._embedded is not None:
                self._embedded.close()
                self._embedded = None

    def _ask(self, request: Prompt, schema: dict[str, Any], job: Job) -> "tuple[Answer, Dialect]":
        """Ask in the richest dialect that the endpoint has not refused; remember the one it answered."""
        from generation.chat.stream import Question  # noqa: PLC0415

        address, key, extra = self._server(request)
        picture = _uri(job.source(request.picture)) if isinstance(request, SightRequest) else ""
        known = self._dialects.get(type(request)) or self._richest(request)
        dialect: Dialect | None = known
        refusal = ""
        while dialect is not None:
            question = Question(
                messages=dialect.messages(request, picture),
                body=dialect.body(request, schema) | extra,
                max_tokens=request.max_tokens,
                endpoint=self.endpoint,
                address=address,
                key=key,
            )
            try:
                answer = question.ask(job.report, job.say if isinstance(request, TalkRequest) else _unheard)
            except NotUnderstood as told:
                refusal = refusal or str(told)
                dialect = dialect.poorer(str(told))
            else:
                if dialect != known:
                    codes = ", ".join(note.code for note in dialect.notes) or dialect.form
                    _log.warning("%s does not take all that is asked of it: %s", self.endpoint.label, codes)
                self._dialects[type(request)] = dialect
                return answer, dialect
        raise InvalidRequest(f"{self.endpoint.label} refuses the request: {refusal}")

    def _richest(self, request: Prompt) -> Dialect:
        if isinstance(request, TalkRequest):
            return Dialect(form="talk")
        return Dialect(form="grammar" if self.endpoint.embedded else "json_schema")

    def _server(self, request: Prompt) -> tuple[str, str, dict[str, Any]]:
        """Return address, key and extra fields; start the embedded server if it is the one and does not run."""
        if not self.endpoint.embedded:
            return self.endpoint.address, self.endpoint.key, {}
        from generation.chat.embedded import Embedded, free_threads  # noqa: PLC0415

        with self._starting:
            if self._embedded is None:
                weights = self._workshop.locker.path(self.model.weights[0])
                self._embedded = Embedded(weights, name=self.model.name, threads=free_threads(self._workshop.cores))
            server = self._embedded
        return server.address, server.key, _SMALL_MODEL if request.temperature else {}


def _uri(picture: Path) -> str:
    """Return a picture as the API takes it: within the request."""
    data = picture.read_bytes()
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def _unheard(_: str) -> None:
    """Let nobody hear a document before it is whole."""


def _checked(request: Prompt) -> dict[str, Any]:
    """Return the schema that the answer has to fit; an empty one for a talk."""
    if isinstance(request, SightRequest):
        return schema_of(request.schema)
    if not request.messages or request.max_tokens < 1:
        raise InvalidRequest("a text request needs at least one message and one token of room")
    roles = _TALK if isinstance(request, TalkRequest) else _ROLES
    if strange := {message.role for message in request.messages} - roles:
        raise InvalidRequest(
            f"a message's role is {' or '.join(sorted(roles, reverse=True))}, not {', '.join(sorted(strange))}"
        )
    return {} if isinstance(request, TalkRequest) else schema_of(request.schema)


def _check_end(answer: "Answer", endpoint: Endpoint, request: Prompt) -> None:
    if answer.ended == "length":
        raise CutOff(f"{endpoint.label} was cut off after {request.max_tokens} tokens; ask for less, or allow more")
    if answer.ended == "content_filter":
        raise Declined(f"{endpoint.label} refused to write this (content filter); change the wording")
