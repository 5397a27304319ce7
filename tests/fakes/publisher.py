"""Where weights come from: a web site with faults, and a registry of packages built on the spot."""

import hashlib
import io
import tarfile
import threading
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generation.weights.sources import Archive, Debian, Member, Npm, Source, SourceFailed, Url, Wheel
from generation.weights.table import Entry, File
from generation.weights.web import Web

SONG = bytes(range(256)) * 4000  # 1,024,000 bytes
PARTS = [SONG[start : start + 100_000] for start in range(0, len(SONG), 100_000)]  # eleven: part10 must follow part9


def file_of(path: str, content: bytes) -> File:
    return File(path, len(content), hashlib.sha256(content).hexdigest())


def entry(*sources: Source, files: Mapping[str, bytes]) -> dict[str, Entry]:
    made = tuple(file_of(path, content) for path, content in files.items())
    return {"song": Entry(name="song", files=made, licence="CC0-1.0", credit="nobody", sources=sources)}


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(members: Mapping[str, bytes], mode: str = "w:gz") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]  # the mode is a parameter here
        for name, content in members.items():
            item = tarfile.TarInfo(name)
            item.size = len(content)
            archive.addfile(item, io.BytesIO(content))
    return out.getvalue()


@dataclass
class Registry:
    """Stands where pip, npm and apt stand: hands out packages built by the test and remembers what was asked."""

    packages: dict[Archive, bytes]
    asked: list[Archive] = field(default_factory=list)

    def __call__(self, archive: Archive, folder: Path, beat: object) -> Path:  # noqa: ARG002
        self.asked.append(archive)
        assert list(folder.iterdir()) == []
        if archive not in self.packages:
            raise SourceFailed(f"there is no {archive}")
        (folder / "package").write_bytes(self.packages[archive])
        return folder / "package"

    @property
    def clients(self) -> dict[type[Archive], "Registry"]:
        return {Wheel: self, Npm: self, Debian: self}


@dataclass
class Publisher:
    """A web site with faults: each path has a content and says how it misbehaves."""

    files: dict[str, bytes]
    ranges: bool = True
    break_after: list[int] = field(default_factory=list)
    requests: list[tuple[str, str]] = field(default_factory=list)
    address: str = ""
    gate: threading.Event | None = None

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        wanted = handler.headers.get("Range", "")
        self.requests.append((handler.path, wanted))
        if self.gate:
            self.gate.wait(10)
        if handler.path.startswith("/moved/"):
            handler.send_response(302)
            handler.send_header("Location", handler.path.removeprefix("/moved"))
            handler.send_header("Content-Length", "0")
            handler.end_headers()
            return
        if handler.path not in self.files:
            handler.send_error(404)
            return
        self._send(handler, self.files[handler.path], wanted)

    def _send(self, handler: BaseHTTPRequestHandler, content: bytes, wanted: str) -> None:
        start = int(wanted.removeprefix("bytes=").removesuffix("-")) if wanted and self.ranges else 0
        if start > len(content):
            handler.send_error(416)
            return
        handler.send_response(206 if start else 200)
        handler.send_header("Content-Length", str(len(content) - start))
        if start:
            handler.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        handler.end_headers()
        body = content[start:]
        handler.wfile.write(body[: self.break_after.pop(0)] if self.break_after else body)


@contextmanager
def publishing() -> Iterator[Publisher]:
    site = Publisher({"/song": SONG})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.answer(self)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield site
    server.shutdown()
    thread.join()
    server.server_close()


def quick() -> Web:
    return Web(connect=2, read=5, pause=0)


def from_url(site: Publisher, path: str = "/song") -> Source:
    return Source("the publisher", {"song.bin": (Url(site.address + path),)})


def from_parts() -> tuple[Source, Registry]:
    members = tuple(Member(Wheel(f"song-part{n}==1"), f"song_part{n}/part.bin") for n in range(1, len(PARTS) + 1))
    wheels = {Wheel(f"song-part{n}==1"): zipped({f"song_part{n}/part.bin": part}) for n, part in enumerate(PARTS, 1)}
    return Source("PyPI", {"song.bin": members}), Registry({**wheels})
