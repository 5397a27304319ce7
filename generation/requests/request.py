"""Any request, and the identity of the take that it makes."""

import hashlib
from dataclasses import asdict

from generation.requests.chat import SightRequest, TalkRequest, TextRequest
from generation.requests.identity import Digest, canonical
from generation.requests.motion import ClipRequest, FrameRequest
from generation.requests.pictures import PanelRequest, RetouchRequest, SheetRequest, StillRequest, UpscaleRequest
from generation.requests.printing import CutRequest, PaperRequest
from generation.requests.sound import CueRequest, TableReadRequest, TranscriptionRequest, VoiceRequest

Request = (
    TextRequest
    | TalkRequest
    | SightRequest
    | SheetRequest
    | PanelRequest
    | StillRequest
    | RetouchRequest
    | UpscaleRequest
    | ClipRequest
    | FrameRequest
    | VoiceRequest
    | TableReadRequest
    | TranscriptionRequest
    | CueRequest
    | CutRequest
    | PaperRequest
)


def recipe(request: Request, model: str, version: str) -> bytes:
    """Return everything that decides a take, as canonical JSON; its digest is the take's key."""
    body = {"operation": request.operation, "model": model, "version": version, "request": asdict(request)}
    return canonical(body)


def order(request: Request) -> Digest:
    """Return the identity of what is asked, whoever makes it."""
    return hashlib.sha256(canonical({"operation": request.operation, "request": asdict(request)})).hexdigest()


def key(request: Request, model: str, version: str) -> Digest:
    """Return the identity of a take: the same request to the same model and version is the same take."""
    return hashlib.sha256(recipe(request, model, version)).hexdigest()
