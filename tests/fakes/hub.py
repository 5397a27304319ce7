"""A model hub on this machine: it lists the files of one revision and hands them out, with the faults of a test."""

import hashlib
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

REVISION = "0123456789abcdef0123456789abcdef01234567"
LARGE = 1000
"""Bytes from which on this hub keeps a file outside of Git, under its SHA-256."""


def blob(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


@dataclass
class ModelHub:
    """Speaks the three addresses that a fetch asks for; `requests` are the paths asked, with their Range and token."""

    files: Mapping[str, bytes]
    repository: str = "owner/model"
    listed: Mapping[str, bytes] = field(default_factory=dict)
    is_gated: bool = False
    break_after: list[int] = field(default_factory=list)
    is_ill_once: bool = False
    is_garbled: bool = False
    requests: list[tuple[str, str, str]] = field(default_factory=list)
    address: str = ""

    def answer(self, handler: BaseHTTPRequestHandler, *, body: bool) -> None:
        token = handler.headers.get("Authorization", "")
        self.requests.append((handler.path, handler.headers.get("Range", ""), token))
        listing = f"/api/models/{self.repository}/revision/{REVISION}"
        files = f"/{self.repository}/resolve/{REVISION}/"
        if handler.path.startswith(listing):
            self._send(handler, json.dumps(self._listing()).encode(), body=body)
        elif handler.path.startswith(f"/api/models/{self.repository}/"):
            self._refuse(handler, 404, "RevisionNotFound")
        elif not handler.path.startswith(files):
            self._refuse(handler, 404, "RepoNotFound")
        elif self.is_gated and not token:
            self._refuse(handler, 401, "GatedRepo")
        elif self.is_ill_once and handler.headers.get("Range"):
            self.is_ill_once = False
            self._refuse(handler, 503, "")
        elif (name := handler.path.removeprefix(files).partition("?")[0]) in self.files:
            self._send(handler, self.files[name], body=body)
        else:
            self._refuse(handler, 404, "EntryNotFound")

    def taken(self) -> list[str]:
        """Return the names of the files that were handed out, in order."""
        return [path.rpartition(f"/{REVISION}/")[2] for path, _, _ in self.requests if "/resolve/" in path]

    def _listing(self) -> dict[str, object]:
        files = [_entry(path, content) for path, content in (self.listed or self.files).items()]
        files = [{"name": "model"}] if self.is_garbled else files
        return {"id": self.repository, "sha": REVISION, "siblings": files}

    def _refuse(self, handler: BaseHTTPRequestHandler, status: int, code: str) -> None:
        handler.send_response(status)
        handler.send_header("X-Error-Code", code)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    def _send(self, handler: BaseHTTPRequestHandler, content: bytes, *, body: bool) -> None:
        wanted = handler.headers.get("Range", "")
        start = int(wanted.removeprefix("bytes=").partition("-")[0]) if wanted else 0
        handler.send_response(206 if wanted else 200)
        handler.send_header("ETag", f'"{blob(content)}"')
        handler.send_header("X-Repo-Commit", REVISION)
        handler.send_header("Content-Length", str(len(content) - start))
        if wanted:
            handler.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        handler.end_headers()
        if body:
            rest = content[start:]
            breaks = self.break_after and len(content) > self.break_after[0]
            handler.wfile.write(rest[: self.break_after.pop(0)] if breaks else rest)


def _entry(path: str, content: bytes) -> dict[str, object]:
    entry: dict[str, object] = {"rfilename": path, "size": len(content), "blobId": blob(content)}
    if len(content) >= LARGE:
        entry["lfs"] = {"size": len(content), "sha256": hashlib.sha256(content).hexdigest(), "pointerSize": 134}
    return entry


@contextmanager
def hosting(files: Mapping[str, bytes]) -> Iterator[ModelHub]:
    hub = ModelHub(files)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hub.answer(self, body=True)

        def do_HEAD(self) -> None:
            hub.answer(self, body=False)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    hub.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield hub
    server.shutdown()
    thread.join()
    server.server_close()
