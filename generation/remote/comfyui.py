"""The back-end `comfyui`: a workflow of the operator's own ComfyUI, imported once with `feuilleton comfyui`.

| setting of the profile | what it says                                                                   |
|------------------------|--------------------------------------------------------------------------------|
| `base_url`             | where ComfyUI is                                                               |
| `workflow`             | the workflow in its API format, as JSON                                        |
| `binding`              | a table: which inputs (`id.name`) take `prompt`, `negative`, `seed`, `image` … |
| `every`                | seconds between two questions, 1 where nothing is said                         |

Pictures are uploaded, the workflow is queued, its `prompt_id` is the ticket. Progress comes by websocket; whether it is
done is told by the history alone.
"""

import uuid
from collections.abc import Mapping
from functools import partial
from math import ceil
from pathlib import Path
from typing import Any

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model
from generation.errors import BadResult, InvalidRequest, Unavailable
from generation.remote import given
from generation.remote.delivery import Parcel, delivered
from generation.remote.faults import is_unclear, lost, refusal
from generation.remote.following import ticket_of
from generation.remote.jsonpath import words
from generation.remote.kind import OF
from generation.remote.queueing import Queueing, view
from generation.remote.server import server
from generation.remote.template import PICTURES, PLACEHOLDERS, Request, values
from generation.remote.web import Call, Lost
from generation.remote.workflow import Binding, Workflow, read
from generation.requests.identity import Digest
from generation.requests.motion import ClipRequest
from generation.share import Share

GRACE = 10.0
"""Seconds that queueing is still waited for when it is called off: with its name it can be taken back."""

_FETCHED, _HERE = 0.9, 0.96


class ComfyUI:
    """Runs one workflow on one ComfyUI. It works through its queue by itself; we wait for several at once."""

    def __init__(self, workshop: Workshop) -> None:
        """Read the workflow and its binding; nothing is asked of the server.

        Raises:
            Unavailable: there is no profile, or its workflow and binding do not fit each other.
        """
        if workshop.profile is None:
            raise Unavailable("comfyui runs workflows of the catalog; import one with `feuilleton comfyui`")
        self._profile, self._settings = workshop.profile, workshop.settings
        self._workflow, self._binding = _bound(self._profile.name, self._profile.settings)
        self._every = float(self._profile.settings.get("every", 1.0))
        self._web = server(self._profile, workshop.settings)

    @property
    def model(self) -> Model:
        """The profile's model."""
        return self._profile.model

    @property
    def workers(self) -> int:
        """Two: while one is painted, the next is uploaded and queued."""
        return 2

    def make(self, request: Request, job: Job) -> Made:
        """Have it made, or go on with what an earlier try had queued, and write it as the studio keeps it.

        Raises:
            GenerationError: by what the caller should do.
        """
        if not job.ticket and request.operation not in self._profile.operations:
            raise InvalidRequest(f"{self._profile.title} is not for the operation {request.operation}")
        job.report(0.0)
        ticket, client = job.ticket, uuid.uuid4().hex
        queueing = partial(Queueing, web=self._web, tell=job.report, every=self._every, paid=self._profile.is_paid)
        if ticket:
            entry = queueing(ticket=ticket).end()
        else:
            body = self._body(request, job, client)
            with queueing(client=client).listening() as listener:
                ticket = self._queued(body, job)
                job.keep(ticket)
                entry = queueing(ticket=ticket, listener=listener).end()
        raw = job.folder / "answer"
        share = Share(job, _FETCHED, _HERE).report
        self._web.fetch(self._address(entry, request), raw, OF[request.operation], share)
        notes = given.lacking(request, self._profile, frozenset(self._binding))
        made = delivered(request, self._parcel(request, raw, job, notes))
        job.report(1.0)
        return made

    def close(self) -> None:
        """Free nothing: ComfyUI keeps its models itself."""

    def _body(self, request: Request, job: Job, client: str) -> dict[str, Any]:
        """Return the workflow as it is queued; pictures are uploaded for it."""
        pictures = given.given(request, self._profile, frozenset(self._binding), job, partial(self._uploaded, job))
        told = values(request, self._profile) | self._counted(request) | self._shown(pictures)
        slots = {
            slot: _of(told[name], number)
            for name, places in self._binding.items()
            if name in told
            for number, slot in enumerate(places)
        }
        return {"prompt": self._workflow.filled(slots), "client_id": client}

    def _shown(self, pictures: Mapping[str, str | list[str]]) -> dict[str, str | list[str]]:
        """Return the pictures that the workflow is given: none keeps the one that it was saved with.

        Where it shows more of who is in it than there is, it shows the first picture or the last of these again.

        Raises:
            InvalidRequest: it needs one that the request does not have.
        """
        shown = dict(pictures)
        if "references" in self._binding and "image" in shown:
            shown.setdefault("references", [str(shown["image"])])
        missing = sorted(PICTURES & self._binding.keys() - shown.keys())
        if missing:
            raise InvalidRequest(
                f"the workflow {self._profile.title} needs a picture as its {missing[0]}; there is none"
            )
        return shown

    def _counted(self, request: Request) -> dict[str, Any]:
        """Return how many frames are asked for: at the model's own rate, in numbers that it can make."""
        can = self._profile.frames
        if not isinstance(request, ClipRequest) or can is None:
            return {}
        steps = ceil((request.frames * can.rate / request.rate - 1) / can.step)
        return {"frames": min(can.most, max(1, steps) * can.step + 1)}

    def _uploaded(self, job: Job, digest: Digest, path: Path) -> str:
        """Upload a picture under a name of its own and return how ComfyUI calls it."""
        media_type = given.media_type(path)
        name = f"feuilleton-{digest[:24]}.{media_type.partition('/')[2]}"
        call = Call(
            method="POST",
            path="/upload/image",
            files={"image": (name, path.read_bytes(), media_type)},
            fields={"overwrite": "true", "type": "input"},
        )
        answer = self._web.ask(call, job.report)
        if not answer.is_success:
            raise refusal(self._web, answer, self._place)
        told = answer.document()
        kept, folder = words(told, "name"), words(told, "subfolder")
        if not kept:
            raise BadResult(f"{self._web.label} took a picture and does not say how it calls it")
        return f"{folder}/{kept}" if folder else kept

    def _queued(self, body: Mapping[str, Any], job: Job) -> str:
        """Queue the workflow and return its name."""
        paid = self._profile.is_paid
        job.place()
        try:
            answer = self._web.ask(Call(method="POST", path="/prompt", body=body, grace=GRACE), job.report)
        except (Lost, BadResult):
            raise lost(self._web, "a workflow", paid=paid) from None
        if is_unclear(answer.status):
            raise lost(self._web, f"a workflow, answered {answer.status}", paid=paid)
        if not answer.is_success:
            told = words(answer.document(), "error.message") or words(answer.document(), "error")
            if told:
                raise InvalidRequest(f"{self._web.label} does not take the workflow: {self._web.words(told)}")
            raise refusal(self._web, answer, self._place)
        ticket = ticket_of(answer.document(), "prompt_id")
        if not ticket:
            raise lost(self._web, "a workflow, named none", paid=paid)
        return ticket

    def _address(self, entry: Mapping[str, Any], request: Request) -> str:
        """Return where the file is that the workflow made."""
        path = view(entry, OF[request.operation])
        if not path:
            raise BadResult(f"{self._web.label} finished and made no {OF[request.operation]} that we take")
        return str(self._web.url(path))

    def _parcel(self, request: Request, raw: Path, job: Job, notes: tuple[Any, ...]) -> Parcel:
        return Parcel(
            raw=raw,
            folder=job.folder,
            label=self._web.label,
            settings=self._settings,
            tell=Share(job, _HERE, 1.0).report,
            source=job.source,
            is_closed=bool(getattr(request, "last", "")) and "last_image" in self._binding,
            notes=notes,
        )

    @property
    def _place(self) -> str:
        return f"the profile {self._profile.name}"


def _bound(name: str, settings: Mapping[str, Any]) -> tuple[Workflow, Binding]:
    """Read workflow and binding.

    Raises:
        Unavailable: they do not fit each other.
    """
    workflow = read(str(settings.get("workflow", "")).encode())
    told = settings.get("binding", {})
    if not isinstance(told, Mapping) or not told:
        raise Unavailable(f"the profile {name}: settings.binding: nothing is bound; import the workflow again")
    binding = {str(each): [str(slot) for slot in slots] for each, slots in told.items() if isinstance(slots, list)}
    for each, slots in binding.items():
        missing = [slot for slot in slots if not _is_there(workflow, slot)]
        if each not in PLACEHOLDERS or missing:
            words_ = f"the workflow has no {missing[0]}" if missing else f"{each} is nothing that a request says"
            raise Unavailable(f"the profile {name}: settings.binding.{each}: {words_}; correct it")
    return workflow, binding


def _is_there(workflow: Workflow, slot: str) -> bool:
    id_, _, name = slot.partition(".")
    return id_ in workflow.nodes and name in workflow.nodes[id_].inputs


def _of(told: Any, number: int) -> Any:  # noqa: ANN401 - as JSON has it
    """Return what stands in a place: of several things each its own, the last in all that are left."""
    return told[min(number, len(told) - 1)] if isinstance(told, list) else told
