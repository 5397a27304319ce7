"""Ask an OpenAI-compatible server to speak, and take the sound from it as it comes, within limits.

This module imports the client; it is imported when the first line is asked for. What is paid for is asked for once: a
fault after which the line may have been made, and paid, is `Doubtful`.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import openai

from generation.chat.dialect import NotUnderstood
from generation.chat.endpoint import Endpoint, on_this_machine
from generation.chat.faults import sorted_out
from generation.errors import BadResult, Doubtful, GenerationError, InvalidRequest, TryAgain, Unavailable
from generation.remote.faults import is_unclear
from generation.remote.web import NEVER_SENT

Report = Callable[[float], None]
"""Told how far it is, 0 to 1; it raises when nobody wants the line any more."""

CONNECT, SILENCE, WHOLE = 10.0, 60.0, 180.0
"""Seconds to wait for a connection, for the next byte, and for all of it: a line is half a minute of speech."""

LARGEST = 32 << 20
"""Bytes of an answer: a minute of stereo at 48 kHz and 32 bits has 23 million."""

_BEAT = 0.2
"""Seconds between two looks at whether the line is still wanted, while nothing comes."""

_BLOCK = 1 << 14
_USUAL = 1 << 18
"""Bytes of a line where the server does not say how many it sends; only the progress needs it."""

_SOUND = ("audio/", "application/octet-stream", "binary/octet-stream")
"""How the media types of sound begin; some servers do not say more than that it is bytes."""

_REDIRECTS = range(300, 400)


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One request for one line.

    `fields` are those of the API beside the model's name; `is_paid` makes faults doubtful.
    """

    endpoint: Endpoint
    fields: Mapping[str, Any]
    is_paid: bool

    def fetch(self, path: Path, report: Report) -> None:
        """Write what the server sends; block until it is all there or `report` has raised.

        Raises:
            Doubtful: it may have been made, and paid, and is lost.
            GenerationError: the others, by what the caller should do.
        """
        asyncio.run(self._watched(path, report))

    async def _watched(self, path: Path, report: Report) -> None:
        """Read the answer; while nothing comes, look whether it is still wanted."""
        reached = [0.0]
        reader = asyncio.create_task(self._read(path, reached))
        try:
            while not reader.done():
                report(reached[-1])
                await asyncio.wait({reader}, timeout=_BEAT)
            await reader
        finally:
            reader.cancel()
            await asyncio.gather(reader, return_exceptions=True)

    async def _read(self, path: Path, reached: list[float]) -> None:
        try:
            async with asyncio.timeout(WHOLE), self._client() as client:
                asked = client.audio.speech.with_streaming_response.create(
                    model=self.endpoint.model.name, **self.fields
                )
                async with asked as response:
                    self._check(response.headers)
                    await self._store(response, path, reached)
        except (openai.OpenAIError, httpx.HTTPError, TimeoutError) as fault:
            raise self._sorted_out(fault) from fault

    async def _store(self, response: Any, path: Path, reached: list[float]) -> None:  # noqa: ANN401 - the client's own
        told = response.headers.get("content-length", "")
        expected = max(1, int(told)) if told.isdecimal() else _USUAL
        count = 0
        with path.open("wb") as file:
            async for block in response.iter_bytes(_BLOCK):
                count += len(block)
                if count > LARGEST:
                    raise BadResult(f"{self.endpoint.label} sends more than {LARGEST} bytes for one line")
                file.write(block)
                reached.append(min(0.95, count / expected))

    def _check(self, headers: Mapping[str, str]) -> None:
        """Refuse what is not even said to be sound, or too much of it."""
        kind = headers.get("content-type", _SOUND[0]).lower()
        if not kind.startswith(_SOUND):
            raise BadResult(f"{self.endpoint.label} answers with {kind[:60]} where sound was asked for")
        length = headers.get("content-length", "")
        if length.isdecimal() and int(length) > LARGEST:
            raise BadResult(f"{self.endpoint.label} sends more than {LARGEST} bytes for one line")

    def _sorted_out(self, fault: Exception) -> GenerationError:
        """Return the error to raise instead of the library's."""
        label = self.endpoint.label
        if isinstance(fault, openai.APIStatusError) and fault.status_code in _REDIRECTS:
            return Unavailable(f"{label} sends its callers elsewhere; correct {self.endpoint.places.address}")
        if _is_lost(fault):
            if not self.is_paid:
                return TryAgain(f"{label} broke off ({type(fault).__name__}); try again later")
            return Doubtful(f"{label} took the line and broke off ({type(fault).__name__}); it may have been paid")
        error = sorted_out(fault, self.endpoint)
        if isinstance(error, NotUnderstood):
            return InvalidRequest(f"{label} refuses the line: {error}")
        return error

    def _client(self) -> openai.AsyncOpenAI:
        web = httpx.AsyncClient(
            timeout=httpx.Timeout(SILENCE, connect=CONNECT),
            trust_env=not on_this_machine(self.endpoint.address),
            follow_redirects=False,
        )
        return openai.AsyncOpenAI(
            base_url=self.endpoint.address,
            api_key=self.endpoint.key,
            http_client=web,  # type: ignore[arg-type]  # it takes clients of httpx too, and says so of its own only
            max_retries=0,
        )


def _is_lost(fault: Exception) -> bool:
    """Tell whether the request had left when it failed, and nobody said what became of it."""
    if isinstance(fault, openai.APIStatusError):
        return is_unclear(fault.status_code)
    if isinstance(fault, openai.APIConnectionError):
        return not isinstance(fault.__cause__, NEVER_SENT)
    return isinstance(fault, httpx.HTTPError | TimeoutError) and not isinstance(fault, NEVER_SENT)
