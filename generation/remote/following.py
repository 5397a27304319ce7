"""A job elsewhere, from the moment it has a name: asked about until it has ended, called off once.

Nothing here creates anything. Whoever knows a job's ticket can follow it, also after a restart.
"""

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from generation.errors import BadResult, Cancelled, Declined, Doubtful, GenerationError, InvalidRequest, TryAgain
from generation.remote.description import Description, Poll
from generation.remote.faults import is_unclear, refusal, wait
from generation.remote.jsonpath import found, words
from generation.remote.template import words as placed
from generation.remote.web import Answer, Call, Tell, Web

_log = logging.getLogger(__name__)

ATTEMPTS = 8
"""Answers in a row that say nothing of a job, before it is left for later."""

YOUNG = 4
"""Times that a server may not know the job yet that it just created."""

_GROWTH = 1.3
_BEAT = 0.1
_LONGEST = 300.0
"""Seconds that a server may ask us to wait."""

_WITHOUT_FILE, _WITH_FILE = 4 << 20, 256 << 20
"""Bytes of an answer; one with a file in it is a third larger than the file."""

_NOT_KNOWN = frozenset({404, 410})
_BUSY = 429
_TICKET = 512


@dataclass(frozen=True, kw_only=True, slots=True)
class Following:
    """A job with a name, at a server that is described. `place` is how messages call its profile."""

    web: Web
    told: Description
    ticket: str
    place: str
    tell: Tell

    def end(self) -> Any:  # noqa: ANN401 - JSON from outside
        """Return the answer that says that it is done. When called off, it is called off there too, once.

        Raises:
            BadResult: it failed.
            Declined: the model would not do it.
            Doubtful: the server does not know it any more.
            TryAgain: nothing is known of it now; it can be followed again later.
        """
        try:
            return self._end()
        except Cancelled:
            self._call_off()
            raise

    def address(self, path: str) -> str:
        """Return a described address with the job's name in it."""
        return filled(path, {"ticket": self.ticket, "model": self.told.model})

    def _end(self) -> Any:  # noqa: ANN401
        poll, until, pause = self.told.poll, time.monotonic() + self.told.poll.patience, self.told.poll.every
        silent = unknown = 0
        reached, strange = 0.02, ""
        while time.monotonic() < until:
            answer = self._asked(reached)
            unknown = unknown + 1 if answer is not None and answer.status in _NOT_KNOWN else 0
            document = self._read(answer, unknown)
            silent = 0 if document is not None else silent + 1
            if silent >= ATTEMPTS:
                raise TryAgain(f"{self.web.label} says nothing of the job {self._name}; it is asked again later")
            state = words(document, poll.state)
            if self._is_done(state, document):
                return document
            strange = self._noted(state, strange)
            reached = max(reached, _progress(poll, document))
            self._rest(max(pause, min(_LONGEST, (wait(answer) if answer else None) or 0)), reached)
            pause = min(poll.most, pause * _GROWTH) if pause < poll.most else pause
        raise TryAgain(f"{self.web.label} still works on the job {self._name}; it is asked again later")

    def _asked(self, reached: float) -> Answer | None:
        """Ask once; nothing where no answer came."""
        most = _WITH_FILE if self.told.fetch.base64 else _WITHOUT_FILE
        call = Call(method="GET", path=self.address(self.told.poll.path), seconds=60, most=most)
        try:
            return self.web.ask(call, self.tell, reached)
        except Cancelled:
            raise
        except TryAgain:
            return None

    def _read(self, answer: Answer | None, unknown: int) -> Any:  # noqa: ANN401
        """Return the document of an answer; nothing where it says nothing of the job.

        Raises:
            GenerationError: the server refuses to tell.
        """
        if answer is None or is_unclear(answer.status) or answer.status == _BUSY:
            return None
        if answer.status in _NOT_KNOWN:
            if unknown > YOUNG:
                raise Doubtful(f"{self.web.label} does not know the job {self._name} any more; it may have been paid")
            return None
        if not answer.is_success:
            error = refusal(self.web, answer, self.place)
            # That our question is refused says nothing of the job: it may go on, and be paid.
            raise Doubtful(str(error)) if isinstance(error, InvalidRequest) else error
        return answer.document()

    def _is_done(self, state: str, document: Any) -> bool:  # noqa: ANN401
        """Tell whether the job is done, by the words of its description alone.

        Raises:
            BadResult: it failed.
            Declined: the model would not do it.
        """
        poll, said = self.told.poll, state.casefold()
        if said in _folded(poll.refused):
            told = f"{self.web.label} would not make it{self._reason(document)}; other words may help"
            raise self._charged(Declined(told), document)
        if said in _folded(poll.failed):
            raise self._charged(BadResult(f"{self.web.label} says that it failed{self._reason(document)}"), document)
        return bool(said) and said in _folded(poll.done)

    def _charged(self, error: GenerationError, document: Any) -> GenerationError:  # noqa: ANN401
        """Return the error with what was paid all the same, where the answer says so."""
        error.micros = charged(self.told, document)
        return error

    def _reason(self, document: Any) -> str:  # noqa: ANN401
        told = words(document, self.told.poll.reason or "")
        return f" ({self.web.words(told)})" if told else ""

    def _noted(self, state: str, before: str) -> str:
        """Log a word that the description does not know, once; it means that the job is still at work."""
        if state != before and state:
            _log.info("job %s at %s: %s", self._name, self.web.label, self.web.words(state))
        return state

    def _rest(self, seconds: float, reached: float) -> None:
        until = time.monotonic() + seconds
        while True:
            self.tell(reached)
            left = until - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(_BEAT, left))

    def _call_off(self) -> None:
        """Ask the server once to stop; whether it does is its own affair."""
        cancel = self.told.cancel
        if cancel is None:
            _log.warning("%s offers no way to call off the job %s; it may go on there", self.web.label, self._name)
            return
        try:
            answer = self.web.ask(Call(method=cancel.method, path=self.address(cancel.path), seconds=10), _onward)
        except GenerationError as error:
            _log.warning("the job %s could not be called off: %s", self._name, error)
        else:
            _log.log(logging.INFO if answer.is_success else logging.WARNING,
                     "called off the job %s at %s (%s)", self._name, self.web.label, answer.status)  # fmt: skip

    @property
    def _name(self) -> str:
        return self.web.words(self.ticket[:60])


def ticket_of(document: Any, path: str) -> str:  # noqa: ANN401 - JSON from outside
    """Return the name of a job as the answer to its creation tells it; empty where it tells none that can be used."""
    told = words(document, path)
    is_safe = told.isprintable() and not set(told.split("/")) & {"", ".", ".."}
    return told if is_safe and len(told) <= _TICKET else ""


def filled(path: str, known: Mapping[str, str]) -> str:
    """Return an address with names in it, of which each may have several parts and none leads elsewhere."""
    return placed(path, known, lambda told: quote(told, safe="/"))


def charged(told: Description, document: Any) -> int | None:  # noqa: ANN401
    """Return what was paid, in millionths of a euro, where the answer says so."""
    if told.charge is None:
        return None
    amount = found(document, told.charge.amount)
    is_number = isinstance(amount, int | float | str) and not isinstance(amount, bool)
    try:
        micros = float(amount) * told.charge.micros if is_number else -1.0
    except (ValueError, OverflowError):
        return None
    return round(micros) if 0 <= micros < 1e12 else None  # noqa: PLR2004 - a million euros; infinities and nans fail


def _progress(poll: Poll, document: Any) -> float:  # noqa: ANN401
    """Return how far a job is, 0.02 to 0.9; percent count as well."""
    try:
        told = float(words(document, poll.progress or "").rstrip("%") or 0)
    except ValueError:
        return 0.0
    share = told / 100 if told > 1 else told
    return min(0.9, 0.02 + 0.88 * share) if 0 <= share <= 1 else 0.0


def _folded(words_: tuple[str, ...]) -> set[str]:
    return {each.casefold() for each in words_}


def _onward(_: float) -> None:
    """Go on: what calls off is not called off itself."""
