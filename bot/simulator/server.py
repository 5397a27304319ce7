"""The ASGI application: the Bot API as bots see it, and beside it the page for people."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.simulator import rules
from bot.simulator.call import Call, parse_json
from bot.simulator.files import UPLOAD_LIMIT
from bot.simulator.journal import Json
from bot.simulator.office import AnswerLostError, Office
from bot.simulator.probe import Upload, inspect
from bot.simulator.world import World

BODY_LIMIT = 11 * UPLOAD_LIMIT
"""Bytes of one request: an album of ten full files, and some text."""
LOCAL = frozenset({"127.0.0.1", "localhost", "::1", "simulator"})
POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
    "frame-src https: http://127.0.0.1:* http://localhost:*; frame-ancestors 'none'"
)
PAGE = Path(__file__).parent / "page"


def build(office: Office, stage: list[Route], hosts: frozenset[str]) -> Starlette:
    """Return the application. Pages are shown only under the names of this machine and `hosts`."""
    routes = [
        Route("/bot{token}/{method}", _Bot(office).answer, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", _Bot(office).file, methods=["GET", "HEAD"]),
        *stage,
        Mount("/", _Page(directory=PAGE, html=True)),
    ]
    return Starlette(routes=routes, middleware=[Middleware(_Guard, hosts=LOCAL | hosts)])


class _Page(StaticFiles):
    """The page's own files: nothing from elsewhere, and never an old one."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["content-security-policy"] = POLICY
        response.headers["cache-control"] = "no-cache"
        return response


class _Guard:
    """Keeps other web pages out: they may neither read nor write here through somebody's browser."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not self._is_welcome(Request(scope)):
            await Response("This server answers its own page only.\n", 403)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _is_welcome(self, request: Request) -> bool:
        host, origin = request.headers.get("host", ""), request.headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != host:
            return False
        is_for_bots = request.url.path.startswith(("/bot", "/file/bot"))
        return is_for_bots or urlsplit(f"//{host}").hostname in self._hosts


@dataclass(frozen=True, slots=True)
class _Bot:
    office: Office

    async def answer(self, request: Request) -> Response:
        if int(request.headers.get("content-length") or 0) > BODY_LIMIT:
            too_large = {"ok": False, "error_code": 413, "description": rules.TOO_LARGE.says}
            return JSONResponse(too_large, 413)
        call = await read_call(request)
        try:
            status, answer = await self.office.handle(request.path_params["token"], call)
        except AnswerLostError as lost:
            return _Lost(lost)
        return JSONResponse(answer, status)

    async def file(self, request: Request) -> Response:
        world = self.office.world
        found = world.paths.get(request.path_params["path"])
        if found is None or request.path_params["token"] != world.settings["token"]["token"]:
            return JSONResponse({"ok": False, "error_code": 404, "description": "Not Found"}, 404)
        return send_file(world, found["file_id"], request)


class _Lost(Response):
    """Begins an answer and breaks off, so that the bot never learns what became of its call."""

    def __init__(self, lost: AnswerLostError) -> None:
        super().__init__()
        self._lost = lost

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1000")]})
        await send({"type": "http.response.body", "body": b"{", "more_body": True})
        raise self._lost


async def read_call(request: Request) -> Call:
    """Read a call's parameters from the query, a form, a multipart form or a JSON body."""
    fields: Json = dict(request.query_params)
    uploads: dict[str, Upload] = {}
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        fields |= _object(await request.body())
    elif kind.startswith(("multipart/form-data", "application/x-www-form-urlencoded")):
        async with request.form(max_part_size=4 * 1024 * 1024) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    uploads[name] = await run_in_threadpool(inspect, value.filename or "file", await value.read())
                else:
                    fields[name] = value
    return Call(method=request.path_params["method"], fields=fields, uploads=uploads)


def _object(body: bytes) -> Json:
    try:
        found = parse_json(body or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def send_file(world: World, file_id: str, request: Request) -> Response:
    """Answer with a file's bytes, or with the part that a Range header asks for."""
    record = world.files[file_id]
    size = record["size"]
    start, end = _range(request.headers.get("range", ""), size)
    is_part = (start, end) != (0, size)
    headers = {
        "accept-ranges": "bytes",
        "content-length": str(end - start),
        "etag": f'"{record["digest"]}"',
        "cache-control": "private, max-age=31536000, immutable",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
    }
    if is_part:
        headers["content-range"] = f"bytes {start}-{end - 1}/{size}"
    if record["kind"] == "document":
        headers["content-disposition"] = "attachment"
    body = _pieces(world, record["digest"], start, end)
    return StreamingResponse(body, 206 if is_part else 200, headers, media_type=record["mime"])


def _range(header: str, size: int) -> tuple[int, int]:
    """Return the half-open range of bytes that was asked for; everything when it makes no sense."""
    first, dash, last = header.removeprefix("bytes=").partition("-")
    if not header.startswith("bytes=") or not dash or not (first + last).isdigit():
        return 0, size
    if not first:
        return max(0, size - int(last)), size
    start, end = int(first), min(int(last) + 1, size) if last else size
    return (start, end) if start < end else (0, size)


async def _pieces(world: World, digest: str, start: int, end: int) -> AsyncIterator[bytes]:
    step = 1024 * 1024
    for at in range(start, end, step):
        yield await run_in_threadpool(world.blobs.read, digest, at, min(at + step, end))
