"""A real HTTP server of this machine with the endpoints of ComfyUI, in their shapes; it does what its switches say."""

import asyncio
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from tests.fakes.provider import serving

TEXT_TO_IMAGE: dict[str, Any] = {
    "3": {
        "class_type": "KSampler",
        "inputs": {
            "cfg": 8, "denoise": 1, "latent_image": ["5", 0], "model": ["4", 0], "negative": ["7", 0],
            "positive": ["6", 0], "sampler_name": "euler", "scheduler": "normal", "seed": 1, "steps": 20,
        },
    },
    "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "model.safetensors"}},
    "5": {"class_type": "EmptyLatentImage", "inputs": {"batch_size": 1, "height": 1216, "width": 832}},
    "6": {"class_type": "CLIPTextEncode", "inputs": {"clip": ["4", 1], "text": "a house"}},
    "7": {"class_type": "CLIPTextEncode", "inputs": {"clip": ["4", 1], "text": "bad hands"}},
    "8": {"class_type": "VAEDecode", "inputs": {"samples": ["3", 0], "vae": ["4", 2]}},
    "9": {"class_type": "SaveImage", "inputs": {"filename_prefix": "out", "images": ["8", 0]}},
}  # fmt: skip
"""The workflow that ComfyUI opens with."""

FIRST_AND_LAST: dict[str, Any] = {
    "1": {"class_type": "CLIPTextEncode", "inputs": {"clip": ["20", 0], "text": ["10", 0]}},
    "2": {"class_type": "CLIPTextEncode", "inputs": {"clip": ["20", 0], "text": "blurred"}},
    "3": {"class_type": "LoadImage", "inputs": {"image": "start.png"}},
    "4": {"class_type": "LoadImage", "inputs": {"image": "end.png"}},
    "5": {
        "class_type": "WanFirstLastFrameToVideo",
        "inputs": {
            "positive": ["1", 0], "negative": ["2", 0], "vae": ["21", 0], "start_image": ["3", 0],
            "end_image": ["4", 0], "width": 480, "height": 832, "length": 81, "batch_size": 1,
        },
    },
    "6": {
        "class_type": "KSamplerAdvanced",
        "inputs": {
            "positive": ["5", 0], "negative": ["5", 1], "latent_image": ["5", 2], "noise_seed": 3, "steps": 20,
            "start_at_step": 0, "end_at_step": 10,
        },
    },
    "7": {"class_type": "CreateVideo", "inputs": {"fps": 16, "images": ["6", 0]}},
    "8": {"class_type": "SaveVideo", "inputs": {"filename_prefix": "out", "video": ["7", 0]}},
    "10": {"class_type": "PrimitiveStringMultiline", "inputs": {"value": "she runs"}},
}  # fmt: skip
"""A video between two pictures, its words in a node of their own, two samplers sharing the steps."""


@dataclass
class Comfy:
    """The server. `file` is what every workflow makes, `name` how it is called; `asks` is how often the history is
    asked before it is done.
    """

    file: bytes = b""
    name: str = "out_00001_.png"
    asks: int = 2
    error: str = ""
    """What went wrong when it was carried out."""
    refuses: str = ""
    """What is wrong with a workflow that it does not queue."""
    forgets: bool = False
    waits: bool = False
    """Whether somebody else's workflow runs, and ours waits behind it, for ever."""
    runs: bool = False
    """Whether ours runs for ever."""
    previews: bool = True
    """Whether it lists a preview before what it saved."""
    silent: bool = False
    """Whether it has no websocket."""
    steps: int = 20
    """How many steps its sampler says that it makes."""

    queued: list[dict[str, Any]] = field(default_factory=list)
    uploads: dict[str, bytes] = field(default_factory=dict)
    interrupted: list[Mapping[str, Any]] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    clients: dict[str, WebSocket] = field(default_factory=dict)
    joined: threading.Event = field(default_factory=threading.Event)
    asked: int = 0
    address: str = ""

    async def prompt(self, request: Request) -> Response:
        body = await request.json()
        if self.refuses:
            error = {
                "type": "prompt_outputs_failed_validation",
                "message": self.refuses,
                "details": "",
                "extra_info": {},
            }
            return JSONResponse({"error": error, "node_errors": {}}, status_code=400)
        self.queued.append(body)
        name = f"prompt-{len(self.queued)}"
        client = self.clients.get(body.get("client_id", ""))
        if client is not None:
            for value in (1, 10, 20):
                data = {"value": value, "max": self.steps, "prompt_id": name, "node": "3"}
                await client.send_json({"type": "progress", "data": data})
                await client.send_bytes(b"\0\0\0\1\0\0\0\1preview")
                await asyncio.sleep(0.02)
            await client.send_json({"type": "executing", "data": {"node": None, "prompt_id": name}})
        return JSONResponse({"prompt_id": name, "number": len(self.queued), "node_errors": {}})

    async def history(self, request: Request) -> Response:
        name = request.path_params["name"]
        self.asked += 1
        if self.forgets or self.waits or self.runs or self.asked < self.asks:
            return JSONResponse({})
        if self.error:
            failed = {"node_type": "KSampler", "exception_type": "RuntimeError", "exception_message": self.error}
            status = {"status_str": "error", "completed": False, "messages": [["execution_error", failed]]}
            return JSONResponse({name: {"prompt": [], "outputs": {}, "status": status}})
        preview = [{"filename": "preview.png", "subfolder": "", "type": "temp"}] if self.previews else []
        made = [*preview, {"filename": self.name, "subfolder": "a b", "type": "output"}]
        status = {"status_str": "success", "completed": True, "messages": []}
        entry = {"prompt": [], "outputs": {"9": {"images": made, "animated": [True]}}, "status": status}
        return JSONResponse({name: entry})

    async def queue(self, request: Request) -> Response:
        if request.method == "POST":
            self.deleted += (await request.json())["delete"]
            return Response()
        ours = [[0, f"prompt-{number}", {}, {}, []] for number in range(1, len(self.queued) + 1)]
        theirs = [[0, "theirs", {}, {}, []]]
        if self.forgets:
            ours = []
        running, pending = (theirs, ours) if self.waits else (ours, [])
        return JSONResponse({"queue_running": running, "queue_pending": pending})

    async def interrupt(self, request: Request) -> Response:
        self.interrupted.append(await request.json())
        return Response()

    async def upload(self, request: Request) -> Response:
        async with request.form() as form:
            file = form["image"]
            assert not isinstance(file, str)
            assert file.filename
            assert form["overwrite"] == "true"
            self.uploads[file.filename] = await file.read()
        return JSONResponse({"name": file.filename, "subfolder": "", "type": "input"})

    async def view(self, request: Request) -> Response:
        asked = dict(request.query_params)
        assert asked == {"filename": self.name, "subfolder": "a b", "type": "output"}
        kind = {"png": "image/png", "mp4": "video/mp4"}[self.name.rpartition(".")[2]]
        return Response(self.file, media_type=kind)

    async def socket(self, socket: WebSocket) -> None:
        if self.silent:
            await socket.close()
            return
        await socket.accept()
        self.clients[socket.query_params["clientId"]] = socket
        self.joined.set()
        try:
            while True:
                await socket.receive()
        except (WebSocketDisconnect, RuntimeError):
            self.clients.clear()


@contextmanager
def comfy(file: bytes, name: str = "out_00001_.png") -> Iterator[Comfy]:
    """Listen on a free port of this machine while the block lasts."""
    server = Comfy(file=file, name=name)
    app = Starlette(
        routes=[
            Route("/prompt", server.prompt, methods=["POST"]),
            Route("/history/{name}", server.history),
            Route("/queue", server.queue, methods=["GET", "POST"]),
            Route("/interrupt", server.interrupt, methods=["POST"]),
            Route("/upload/image", server.upload, methods=["POST"]),
            Route("/view", server.view),
            WebSocketRoute("/ws", server.socket),
        ]
    )
    with serving(app) as address:
        server.address = address
        yield server
