"""The one safe way to speak to a server.

What is asked goes to the operator's own address, with their key, and is never sent on to another. What a server's
answer points at is fetched within limits, without the key, and from public addresses only
(`generation.remote.address`). Whoever waits is asked all the time whether they still want it.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import httpx

from generation.chat.endpoint import on_this_machine
from generation.errors import BadResult, Cancelled, TryAgain, Unavailable
from generation.remote import kind as kinds
from generation.remote.address import Origin, Resolve, checked, origin, resolved
from generation.remote.kind import Kind

Tell = Callable[[float], None]
"""Told how far it is, 0 to 1; it raises when nobody wants the result any more."""

CONNECT, SILENCE = 10.0, 60.0
"""Seconds to wait for a connection, and for the next byte."""

WHOLE = 900.0
"""Seconds that a file may take."""

REDIRECTS = 3
LARGEST: Mapping[Kind, int] = {Kind.PICTURE: 64 << 20, Kind.CLIP: 500 << 20, Kind.SOUND: 128 << 20}
"""Bytes of a file: a 4K PNG, half a minute of video at 130 Mbit/s, six minutes of stereo at 48 kHz and 24 bits."""

_BEAT = 0.1
"""Seconds between two looks at whether it is still wanted."""

_BLOCK = 1 << 16
_USUAL = 4 << 20
"""Bytes of a file whose length is not told; only the progress needs it."""

_MOVED = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_SHOWN = 200
NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)
"""Faults before anything of a request has left."""

T = TypeVar("T")


class Lost(TryAgain):
    """A request had left, and no answer came that says what became of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One request to the operator's own server. `path` is added to its address; `most` are bytes of the answer.

    Who calls it off is heard `grace` seconds late where an answer should be waited for: it may be a name to cancel by.
    """

    method: str
    path: str
    body: object = None
    files: Mapping[str, tuple[str, bytes, str]] | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    most: int = 16 << 20
    seconds: float = 120.0
    grace: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What a server answered, whatever it is."""

    status: int
    headers: Mapping[str, str]
    data: bytes

    @property
    def is_success(self) -> bool:
        """Whether it is what was asked for."""
        return httpx.codes.is_success(self.status)

    def document(self) -> Any:  # noqa: ANN401 - JSON from outside; callers check
        """Return the JSON that it holds; nothing where it holds none."""
        try:
            return json.loads(self.data)
        except (ValueError, RecursionError):
            return None


@dataclass(frozen=True, kw_only=True, slots=True)
class Web:
    """A server at the operator's own address `base`; `headers` hold the key, and `secrets` are never said."""

    base: httpx.URL
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)
    resolve: Resolve = resolved
    transport: httpx.AsyncBaseTransport | None = None

    @property
    def label(self) -> str:
        """The server as messages name it."""
        return self.base.netloc.decode()

    @property
    def origin(self) -> Origin:
        """Where the key may go."""
        return origin(self.base)

    def words(self, told: object) -> str:
        """Return a server's words for a message: short, plain, and without the key."""
        text = str(told)
        for secret in self.secrets:
            text = text.replace(secret, "…")
        return re.sub(r"\s+", " ", re.sub(r"[^\w\s.,:;!?'\"()/%+-]", " ", text)).strip()[:_SHOWN]

    def ask(self, call: Call, tell: Tell, reached: float = 0.0) -> Answer:
        """Send one request and return the answer; `reached` is told while it is waited for.

        Raises:
            Lost: it was sent, and no whole answer came.
            TryAgain: it was not sent.
            BadResult: the answer is too large.
            Cancelled: nobody wants it any more.
        """
        return asyncio.run(watched(self._ask(call), lambda: tell(reached), call.grace))

    def fetch(self, address: str, path: Path, promised: Kind, tell: Tell) -> str:
        """Write the file at an address that the server gave, or at a path of its own; return its media type.

        Raises:
            BadResult: it may not be fetched, is gone, too large, or of another kind.
            TryAgain: it cannot be fetched now.
            Cancelled: nobody wants it any more.
        """
        try:
            url = self.base.join(address)
        except (httpx.InvalidURL, UnicodeError) as error:
            raise BadResult(f"{self.label} names a result at what is no address") from error
        reached = [0.0]
        asyncio.run(watched(self._fetch(url, path, promised, reached), lambda: tell(reached[-1])))
        return kinds.checked(path, promised, self.label)

    def url(self, path: str) -> httpx.URL:
        """Return the address of something on the operator's server."""
        url = self.base.copy_with(raw_path=self.base.raw_path.rstrip(b"/") + path.encode("ascii", "strict"))
        if origin(url) != self.origin:
            raise Unavailable(f"{path[:60]!r} leads away from {self.label}; correct it")
        return url

    async def _ask(self, call: Call) -> Answer:
        try:
            async with asyncio.timeout(call.seconds), self.client(ours=True) as client:
                asked = client.build_request(
                    call.method, self.url(call.path), json=call.body, files=call.files, data=call.fields or None
                )
                response = await client.send(asked, stream=True)
                try:
                    return await self._answer(response, call.most)
                finally:
                    await response.aclose()
        except NEVER_SENT as error:
            raise TryAgain(f"{self.label} cannot be reached ({type(error).__name__}); try again later") from None
        except (httpx.HTTPError, TimeoutError) as error:
            raise Lost(f"{self.label} broke off ({type(error).__name__})") from None

    async def _answer(self, response: httpx.Response, most: int) -> Answer:
        data = bytearray()
        async for block in response.aiter_bytes(_BLOCK):
            data += block
            if len(data) > most:
                raise BadResult(f"{self.label} answers with more than {most} bytes")
        return Answer(status=response.status_code, headers=response.headers, data=bytes(data))

    async def _fetch(self, url: httpx.URL, path: Path, promised: Kind, reached: list[float]) -> None:
        try:
            async with asyncio.timeout(WHOLE), self._followed(url) as response:
                self._check(response, promised)
                await self._store(response, path, promised, reached)
        except (httpx.HTTPError, TimeoutError) as error:
            raise TryAgain(f"what {self.label} made broke off on its way ({type(error).__name__})") from None

    @asynccontextmanager
    async def _followed(self, url: httpx.URL) -> AsyncIterator[httpx.Response]:
        """Open an address and what it sends us on to, each checked before it is asked."""
        for _ in range(REDIRECTS + 1):
            async with self._opened(url) as response:
                if response.status_code not in _MOVED:
                    yield response
                    return
                try:
                    url = url.join(response.headers.get("location", ""))
                except (httpx.InvalidURL, UnicodeError):
                    raise BadResult(f"{self.label} sends on to what is no address") from None
        raise BadResult(f"{self.label} sends on more than {REDIRECTS} times for one file")

    @asynccontextmanager
    async def _opened(self, url: httpx.URL) -> AsyncIterator[httpx.Response]:
        """Ask one address, at the very network address that was checked."""
        found = await checked(url, self.origin, self.resolve)
        async with self.client(ours=origin(url) == self.origin) as client:
            response = await _sent(client, url, found)
            try:
                yield response
            finally:
                await response.aclose()

    def _check(self, response: httpx.Response, promised: Kind) -> None:
        if response.status_code in _GONE:
            raise BadResult(f"what {self.label} made is not there any more ({response.status_code})")
        if not response.is_success:
            raise TryAgain(f"what {self.label} made cannot be fetched now ({response.status_code})")
        kinds.check_said(response.headers.get("content-type", ""), promised, self.label)
        length = response.headers.get("content-length", "")
        if length.isdecimal() and int(length) > LARGEST[promised]:
            raise BadResult(f"{self.label} sends a {promised} of {int(length)} bytes; {LARGEST[promised]} are taken")

    async def _store(self, response: httpx.Response, path: Path, promised: Kind, reached: list[float]) -> None:
        told = response.headers.get("content-length", "")
        expected = max(1, int(told)) if told.isdecimal() else _USUAL
        count = 0
        with path.open("wb") as file:
            async for block in response.aiter_bytes(_BLOCK):
                count += len(block)
                if count > LARGEST[promised]:
                    raise BadResult(f"{self.label} sends a {promised} of more than {LARGEST[promised]} bytes")
                file.write(block)
                reached.append(min(1.0, count / expected))

    def client(self, *, ours: bool, silence: float = SILENCE, connect: float = CONNECT) -> httpx.AsyncClient:
        """Return a client: for the operator's server with their key and proxy, for a stranger's with neither."""
        return httpx.AsyncClient(
            headers=self.headers if ours else None,
            timeout=httpx.Timeout(silence, connect=connect),
            trust_env=ours and not on_this_machine(str(self.base)),
            follow_redirects=False,
            transport=self.transport,
        )


async def _sent(client: httpx.AsyncClient, url: httpx.URL, found: Sequence[str]) -> httpx.Response:
    """Get a URL from the first of its checked network addresses that answers; its host's name proves who that is."""
    *others, last = found or ("",)
    for address in others:
        with suppress(httpx.ConnectError, httpx.ConnectTimeout):
            return await client.send(_at(client, url, address), stream=True)
    return await client.send(_at(client, url, last), stream=True)


def _at(client: httpx.AsyncClient, url: httpx.URL, address: str) -> httpx.Request:
    """Return a request to a network address that is still a request to a URL: in its host header and for TLS."""
    asked = client.build_request("GET", url, headers={"accept-encoding": "identity"})
    if address:
        asked.extensions = {**asked.extensions, "sni_hostname": url.host}
        asked.url = url.copy_with(host=address)
    return asked


async def watched(work: Coroutine[Any, Any, T], look: Callable[[], None], grace: float = 0.0) -> T:
    """Do something and look all the time whether it is still wanted; `look` raises where it is not.

    What is called off has `grace` seconds to end: then its value is returned, and the next look will raise again.
    """
    task = asyncio.ensure_future(work)
    try:
        while not task.done():
            look()
            await asyncio.wait({task}, timeout=_BEAT)
        return await task
    except Cancelled:
        if task.done() or not grace:
            raise
        await asyncio.wait({task}, timeout=grace)
        if not task.done() or task.exception() is not None:
            raise
        return task.result()
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
