"""Ask an OpenAI-compatible endpoint through LangChain, token by token, from a worker thread.

Every request has an event loop, a client and a connection of its own: calling it off closes the connection at once,
whatever the server is doing, and the server stops computing. This module imports LangChain; it is imported when the
first request is made.
"""

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import httpx
from langchain_core.messages import AIMessageChunk, BaseMessageChunk
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from generation.chat.dialect import Dialect
from generation.chat.endpoint import OPENAI, Endpoint, on_this_machine
from generation.chat.faults import FAULTS, sorted_out
from generation.errors import BadResult
from generation.requests import TextRequest

Report = Callable[[float], None]
"""Told how far the answer is, 0 to 1; it raises when nobody wants the answer any more."""

_CONNECT, _SILENCE = 10.0, 300.0
"""Seconds to wait for a connection, and for the next token: a long prompt on a small machine takes minutes."""

_BEAT = 0.2
"""Seconds between two looks at whether the answer is still wanted, while no token comes."""

_PATIENCE = 4
"""A server that sends this many times the chunks it was allowed does not know `max_tokens`."""


@dataclass(kw_only=True, slots=True)
class Answer:
    """What has come: the text, why it ended (`stop`, `length`, `content_filter` …), tokens in and out."""

    text: str = ""
    ended: str = ""
    tokens_in: int = 0
    tokens_out: int = 0

    def take(self, chunk: BaseMessageChunk) -> None:
        """Add a chunk; the server's own count of tokens, which comes last, replaces ours."""
        if text := chunk.text:
            self.text += text
            self.tokens_out += 1
        self.ended = chunk.response_metadata.get("finish_reason") or self.ended
        if isinstance(chunk, AIMessageChunk) and (usage := chunk.usage_metadata):
            self.tokens_in, self.tokens_out = usage["input_tokens"], usage["output_tokens"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """One request to one endpoint in one dialect. `address` and `key` are the server's, also when it is embedded."""

    request: TextRequest
    schema: dict[str, Any]
    endpoint: Endpoint
    address: str
    key: str
    dialect: Dialect
    extra: dict[str, Any] = field(default_factory=dict)

    def ask(self, report: Report) -> Answer:
        """Return the whole answer; block until it has come or `report` has raised.

        Raises:
            NotUnderstood: the endpoint refuses the dialect.
            GenerationError: by what the caller should do.
        """
        return asyncio.run(self._watched(report))

    async def _watched(self, report: Report) -> Answer:
        """Read the answer; between two tokens that are far apart, look whether it is still wanted."""
        answer = Answer()

        def tell() -> None:
            report(min(1.0, answer.tokens_out / self.request.max_tokens))

        reader = asyncio.create_task(self._read(answer, tell))
        try:
            while not reader.done():
                tell()
                await asyncio.wait({reader}, timeout=_BEAT)
            await reader
        finally:
            reader.cancel()
            await asyncio.gather(reader, return_exceptions=True)
        return answer

    async def _read(self, answer: Answer, tell: Callable[[], None]) -> None:
        try:
            async with self._client() as client:
                async for chunk in self._model(client).astream(self._messages()):
                    answer.take(chunk)
                    if answer.tokens_out > _PATIENCE * self.request.max_tokens:
                        raise BadResult(f"{self.endpoint.label} does not stop after {answer.tokens_out} tokens")
                    tell()
        except FAULTS as fault:
            raise sorted_out(fault, self.endpoint) from fault

    def _client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            timeout=httpx.Timeout(_SILENCE, connect=_CONNECT),
            verify=_certificates(),
            trust_env=not on_this_machine(self.address),
        )

    def _model(self, client: httpx.AsyncClient) -> ChatOpenAI:
        # What LangChain would rename or route elsewhere goes in the body as it is.
        limit = "max_completion_tokens" if self.address == OPENAI else "max_tokens"
        body = {limit: self.request.max_tokens, **self.dialect.body(self.request, self.schema), **self.extra}
        return ChatOpenAI(
            base_url=self.address,
            api_key=SecretStr(self.key),
            model=self.endpoint.model.name,
            http_async_client=client,
            http_client=httpx.Client(verify=_certificates()),  # never used; LangChain would make its own
            openai_proxy=None,
            timeout=client.timeout,
            stream_chunk_timeout=_SILENCE,
            max_retries=0,
            stream_usage=True,
            use_responses_api=False,
            extra_body=body,
        )

    def _messages(self) -> list[tuple[str, str]]:
        turns = [(message.role, message.text) for message in self.request.messages]
        return [("system", self.dialect.instructions(self.request)), *turns]


@cache
def _certificates() -> ssl.SSLContext:
    """Read the certificates once: it takes 70 ms of a core, each time a client is made without them."""
    return httpx.create_ssl_context()
