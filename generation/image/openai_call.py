"""Ask an OpenAI-compatible server for one picture, once, and take what it answers within limits.

This module imports the client; it is imported when the first picture is asked for.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import openai

from generation.errors import BadResult, Declined, Doubtful, GenerationError, InvalidRequest, TryAgain
from generation.remote import kind
from generation.remote.faults import is_unclear, lost, refusal
from generation.remote.job import unpacked
from generation.remote.jsonpath import found, words
from generation.remote.kind import Kind
from generation.remote.web import CONNECT, NEVER_SENT, Answer, Tell, Web, watched

if TYPE_CHECKING:
    from generation.image.openai import Order

SILENCE, WHOLE = 300.0, 600.0
"""Seconds until the first byte, which comes when the picture is painted, and for all of it."""

LARGEST = 96 << 20
"""Bytes of an answer: a 4K picture is 50 million as base64."""

TRIES, PAUSE = 4, 2.0
"""How often a picture that is paid is fetched where the server gives its address, and the seconds between."""

_DECLINED = ("moderation", "content_policy", "content policy", "safety", "content_filter", "sensitive")
"""Words of a refusal that mean that the model would not, in the code or the message."""

_FETCHED = 0.8


@dataclass(frozen=True, kw_only=True, slots=True)
class Painted:
    """A picture that came, and how many tokens the server counted."""

    path: Path
    tokens_in: int = 0
    tokens_out: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One request to a server. `is_paid` makes faults doubtful; `place` is what messages say is to be corrected."""

    web: Web
    is_paid: bool
    place: str

    def painted(self, order: "Order", body: Mapping[str, Any], path: Path, tell: Tell) -> Painted:
        """Write the picture to `path`.

        Raises:
            Doubtful: it may have been painted, and paid, and is lost.
            Declined: the server would not paint it.
            GenerationError: the others, by what the caller should do.
        """
        document = asyncio.run(watched(self._asked(order, body), lambda: tell(0.0)))
        data, address = words(document, "data.0.b64_json"), words(document, "data.0.url")
        if data:
            path.write_bytes(unpacked(data, self.web))
            kind.checked(path, Kind.PICTURE, self.web.label)
        elif address:
            self._fetched(address, path, tell)
        else:
            raise BadResult(f"{self.web.label} answered without a picture; other words may help")
        tell(_FETCHED)
        counted = (found(document, f"usage.{name}") for name in ("input_tokens", "output_tokens"))
        tokens_in, tokens_out = (each if isinstance(each, int) and each >= 0 else 0 for each in counted)
        return Painted(path=path, tokens_in=tokens_in, tokens_out=tokens_out)

    def _fetched(self, address: str, path: Path, tell: Tell) -> None:
        """Fetch a picture that is painted already: it is tried again rather than painted again."""
        for attempt in range(TRIES):
            try:
                self.web.fetch(address, path, Kind.PICTURE, lambda share: tell(_FETCHED * share))
            except TryAgain as error:
                if attempt == TRIES - 1:
                    raise self._unfetched(error) from error
                asyncio.run(watched(asyncio.sleep(PAUSE), lambda: tell(0.0)))
            else:
                return

    def _unfetched(self, error: TryAgain) -> GenerationError:
        return Doubtful(f"{error}; it is painted, and may be paid") if self.is_paid else error

    async def _asked(self, order: "Order", body: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON from outside
        try:
            async with asyncio.timeout(WHOLE), self._client() as client:
                images = client.images.with_streaming_response
                asked = images.edit(**_parted(order, body)) if order.pictures else images.generate(**_told(body))
                async with asked as response:
                    return await self._read(response)
        except (openai.OpenAIError, httpx.HTTPError, TimeoutError) as fault:
            raise self._sorted_out(fault) from None

    async def _read(self, response: Any) -> Any:  # noqa: ANN401 - the client's own
        data = bytearray()
        async for block in response.iter_bytes(1 << 16):
            data += block
            if len(data) > LARGEST:
                raise BadResult(f"{self.web.label} answers with more than {LARGEST} bytes")
        try:
            return json.loads(data)
        except (ValueError, RecursionError):
            raise BadResult(
                f"{self.web.label} answered with what is no JSON; correct base_url of {self.place}"
            ) from None

    def _sorted_out(self, fault: Exception) -> GenerationError:
        """Return the error to raise instead of the library's."""
        if isinstance(fault, openai.APIStatusError):
            return self._refused(fault)
        cause = fault.__cause__ if isinstance(fault, openai.APIConnectionError) else fault
        if isinstance(cause, NEVER_SENT):
            return TryAgain(f"{self.web.label} cannot be reached ({type(cause).__name__}); try again later")
        return lost(self.web, "a picture", paid=self.is_paid)

    def _refused(self, fault: openai.APIStatusError) -> GenerationError:
        response = fault.response
        answer = Answer(status=fault.status_code, headers=response.headers, data=fault.message.encode())
        if is_unclear(answer.status):
            return lost(self.web, f"a picture, answered {answer.status}", paid=self.is_paid)
        error, told = refusal(self.web, answer, self.place), f"{fault.code} {fault.message}".casefold()
        if isinstance(error, InvalidRequest) and any(each in told for each in _DECLINED):
            return Declined(
                f"{self.web.label} would not paint this ({self.web.words(fault.message)}); other words may help"
            )
        return error

    def _client(self) -> openai.AsyncOpenAI:
        """Return a client that sends what we put together: our headers, no second try, no redirect followed."""
        return openai.AsyncOpenAI(
            base_url=str(self.web.base),
            api_key=next(iter(self.web.secrets), "none"),
            default_headers=dict(self.web.headers),
            http_client=self.web.client(ours=True, silence=SILENCE, connect=CONNECT),  # type: ignore[arg-type]  # it takes httpx's as well
            max_retries=0,
        )


def _told(body: Mapping[str, Any]) -> dict[str, Any]:
    """Return the client's own arguments, and what it does not know as further fields."""
    own = {name: body[name] for name in ("model", "prompt", "n", "size")}
    return own | {"extra_body": {name: value for name, value in body.items() if name not in own}}


def _parted(order: "Order", body: Mapping[str, Any]) -> dict[str, Any]:
    files = [(f"{number}.png", data, "image/png") for number, data in enumerate(order.pictures, 1)]
    mask = {"mask": ("mask.png", order.mask, "image/png")} if order.mask else {}
    return _told(body) | {"image": files if len(files) > 1 else files[0]} | mask
