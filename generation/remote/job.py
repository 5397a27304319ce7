"""The back-end `job`: anything that a provider makes in its own time, as a profile describes it.

A job is created once. That it is about to be created is committed before, its name before the first question about it;
so whoever comes after a kill asks about that job and creates none. A creation of which nobody knows what became is
`Doubtful` and never repeated.
"""

import base64
import binascii
from collections.abc import Mapping
from math import ceil
from pathlib import Path
from typing import Any

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model
from generation.catalog.price import Unit
from generation.errors import BadResult, Declined, GenerationError, InvalidRequest, TryAgain, Unavailable
from generation.notes import Note
from generation.remote import given, kind
from generation.remote.delivery import Parcel, delivered
from generation.remote.description import Upload, described
from generation.remote.faults import is_unclear, lost, refusal
from generation.remote.following import Following, charged, filled, ticket_of
from generation.remote.jsonpath import words
from generation.remote.kind import OF
from generation.remote.server import server
from generation.remote.template import Request, named, values
from generation.remote.template import filled as body_filled
from generation.remote.web import Answer, Call, Lost, Tell, Web
from generation.requests.identity import Digest
from generation.requests.sound import VoiceRequest
from generation.share import Share

GRACE = 10.0
"""Seconds that a creation is still waited for when it is called off: with its name it can be called off there too."""

_FETCHED, _HERE = 0.9, 0.96
"""How far a job is when its file begins to come, and when it is here."""


class RemoteJob:
    """Has one kind of thing made by one provider."""

    def __init__(self, workshop: Workshop) -> None:
        """Read the description; nothing is asked of the server.

        Raises:
            Unavailable: there is no profile, a field of its description is wrong, or a key is missing.
        """
        if workshop.profile is None:
            raise Unavailable("job is for models of the catalog; assign one of them whose backend it is")
        self._profile, self._settings = workshop.profile, workshop.settings
        self._told = described(self._profile)
        self._web = server(self._profile, workshop.settings)

    @property
    def model(self) -> Model:
        """The profile's model."""
        return self._profile.model

    @property
    def workers(self) -> int:
        """How many jobs are followed at once."""
        return self._told.at_once

    def make(self, request: Request, job: Job) -> Made:
        """Have it made, or go on with what an earlier try had begun, and write it as the studio keeps it.

        Raises:
            Doubtful: it may have been created, and paid, without our knowing its name.
            GenerationError: the others, by what the caller should do.
        """
        if not job.ticket and request.operation not in self._profile.operations:
            raise InvalidRequest(f"{self._profile.title} is not for the operation {request.operation}")
        job.report(0.0)
        ticket, notes = job.ticket, self._notes(request)
        if not ticket:
            ticket = self._created(request, job)
            job.keep(ticket)
        following = Following(web=self._web, told=self._told, ticket=ticket, place=self._place, tell=job.report)
        document = following.end()
        raw = job.folder / "answer"
        self._fetch(following, document, raw, OF[request.operation], Share(job, _FETCHED, _HERE).report)
        made = delivered(request, self._parcel(request, raw, job, notes, self._paid(request, document)))
        job.report(1.0)
        return made

    def close(self) -> None:
        """Free nothing: each question has a connection of its own."""

    @property
    def _place(self) -> str:
        return f"the profile {self._profile.name}"

    def _paid(self, request: Request, document: Any) -> int | None:  # noqa: ANN401 - JSON
        """Return what was paid: as the provider says, else for the seconds that it was asked for in its own lengths."""
        price, told = self._profile.price, charged(self._told, document)
        if told is not None or price is None or price.unit is not Unit.SECOND or not self._told.lengths:
            return told
        seconds = float(values(request, self._profile, self._told.lengths).get("seconds", 0))
        return ceil(price.micros * seconds)

    def _names(self) -> frozenset[str]:
        return frozenset(named(self._told.create.body))

    def _notes(self, request: Request) -> tuple[Note, ...]:
        return given.lacking(request, self._profile, self._names())

    def _created(self, request: Request, job: Job) -> str:
        """Create the job and return its name.

        Raises:
            Doubtful: it was sent, and no answer says that it was not created.
        """
        if isinstance(request, VoiceRequest) and request.reference:
            raise InvalidRequest(f"{self._profile.title} speaks with its own voices only; it takes no lent one")
        body = self._body(request, job)
        create, paid = self._told.create, self._profile.is_paid
        path = filled(create.path, {"model": self._told.model})
        job.place()
        try:
            answer = self._web.ask(Call(method=create.method, path=path, body=body, grace=GRACE), job.report)
        except (Lost, BadResult):
            raise lost(self._web, "a job", paid=paid) from None
        if is_unclear(answer.status):
            raise lost(self._web, f"a job, answered {answer.status}", paid=paid)
        if not answer.is_success:
            raise self._refused(answer)
        ticket = ticket_of(answer.document(), create.ticket)
        if not ticket:
            raise lost(self._web, f"a job, named none at {create.ticket}", paid=paid)
        return ticket

    def _refused(self, answer: Answer) -> GenerationError:
        error, told = refusal(self._web, answer, self._place), answer.data[:4000].decode(errors="replace").casefold()
        if isinstance(error, InvalidRequest) and any(each.casefold() in told for each in self._told.create.refused):
            return Declined(f"{error}; other words may help")
        return error

    def _body(self, request: Request, job: Job) -> Any:  # noqa: ANN401 - JSON
        pictures = given.given(request, self._profile, self._names(), job, self._given(job.report))
        known: Mapping[str, Any] = values(request, self._profile, self._told.lengths) | pictures
        return body_filled(self._told.create.body, known)

    def _given(self, tell: Tell) -> given.Give:
        """Return how a picture is handed over."""
        upload = self._told.upload
        if upload is not None:
            return lambda digest, path: self._uploaded(upload, digest, path, tell)
        return given.uri if self._told.images == "data" else given.plain

    def _uploaded(self, upload: Upload, digest: Digest, path: Path, tell: Tell) -> str:
        """Hand a picture over and return where the server says that it is."""
        media_type = given.media_type(path)
        file = (f"{digest[:24]}.{media_type.partition('/')[2]}", path.read_bytes(), media_type)
        answer = self._web.ask(Call(method="POST", path=upload.path, files={upload.field: file}), tell)
        if not answer.is_success:
            raise refusal(self._web, answer, self._place)
        address = words(answer.document(), upload.address)
        if not address:
            raise BadResult(f"{self._web.label} took a picture and names no address at {upload.address}")
        return address

    def _fetch(self, following: Following, document: Any, raw: Path, promised: kind.Kind, tell: Tell) -> None:  # noqa: ANN401
        """Write the file that the job made."""
        fetch, web = self._told.fetch, self._web
        if fetch.path is not None:
            web.fetch(str(web.url(following.address(fetch.path))), raw, promised, tell)
            return
        where = fetch.url or fetch.base64 or ""
        told = words(document, where)
        if not told:
            raise TryAgain(
                f"{web.label} says that the job is done and names nothing at {where}; it is asked again later"
            )
        if fetch.url is not None:
            web.fetch(told, raw, promised, tell)
            return
        tell(0.0)
        raw.write_bytes(unpacked(told, web))
        kind.checked(raw, promised, web.label)

    def _parcel(self, request: Request, raw: Path, job: Job, notes: tuple[Note, ...], micros: int | None) -> Parcel:
        return Parcel(
            raw=raw,
            folder=job.folder,
            label=self._web.label,
            settings=self._settings,
            tell=Share(job, _HERE, 1.0).report,
            source=job.source,
            is_closed=bool(getattr(request, "last", "")) and "last_image" in self._names(),
            notes=notes,
            micros=micros,
        )


def unpacked(told: str, web: Web) -> bytes:
    """Return the bytes of a file that stands within an answer, as it is or as a data URI.

    Raises:
        BadResult: it is none.
    """
    try:
        return base64.b64decode(told.partition("base64,")[2] or told, validate=True)
    except (binascii.Error, ValueError):
        raise BadResult(f"{web.label} sent a file within its answer that cannot be read") from None
