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

from generation.chat.endpoint import OPENAI, Endpoint, on_this_machine
from generation.chat.faults import FAULTS, sorted_out
from generation.errors import BadResult

Report = Callable[[float], None]
"""Told how far the answer is, 0 to 1; it raises when nobody wants the answer any more."""

Hear = Callable[[str], None]
"""Told the next words of the answer."""

_CONNECT, _SILENCE = 10.0, 300.0
"""Seconds to wait for a connection, and for the next token: a long prompt on a small machine takes minutes."""

_BEAT = 0.2
"""Seconds between two looks at whether the answer is still wanted, while no token comes."""

_PATIENCE = 4
"""A server that sends this many times the chunks it was allowed does not know `max_tokens`."""


@dataclass(kw_only=True, slots=True)
class Answer:
    """What has come: the text, what is called, why it ended (`stop`, `length` …), tokens in and out.

    `calls` are the names of tools and the JSON of their arguments, by the server's own number.
    """

    text: str = ""
    calls: dict[int, tuple[str, str]] = field(default_factory=dict)
    ended: str = ""
    tokens_in: int = 0
    tokens_out: int = 0

    def take(self, chunk: BaseMessageChunk) -> None:
        """Add a chunk; the server's own count of tokens, which comes last, replaces ours."""
        self.text += chunk.text
        called = chunk.tool_call_chunks if isinstance(chunk, AIMessageChunk) else []
        for part in called:
            number = part["index"] or 0
            name, arguments = self.calls.get(number, ("", ""))
            self.calls[number] = (name + (part["name"] or ""), arguments + (part["args"] or ""))
        self.tokens_out += bool(chunk.text or called)
        self.ended = chunk.response_metadata.get("finish_reason") or self.ended
        if isinstance(chunk, AIMessageChunk) and (usage := chunk.usage_metadata):
            self.tokens_in, self.tokens_out = usage["input_tokens"], usage["output_tokens"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """One request to one endpoint. `address` and `key` are the server's, also when it is embedded.

    `messages` are as the API has them, the instructions first; `body` are the fields of the request beside them, the
    model's name and the limit of tokens.
    """

    messages: list[dict[str, Any]]
    body: dict[str, Any]
    max_tokens: int
    endpoint: Endpoint
    address: str
    key: str

    def ask(self, report: Report, hear: Hear) -> Answer:
        """Return the whole answer; block until it has come or `report` has raised.

        Raises:
            NotUnderstood: the endpoint refuses the dialect.
            GenerationError: by what the caller should do.
        """
        return asyncio.run(self._watched(report, hear))

    async def _watched(self, report: Report, hear: Hear) -> Answer:
        """Read the answer; between two tokens that are far apart, look whether it is still wanted."""
        answer = Answer()

        def tell() -> None:
            report(min(1.0, answer.tokens_out / self.max_tokens))

        reader = asyncio.create_task(self._read(answer, tell, hear))
        try:
            while not reader.done():
                tell()
                await asyncio.wait({reader}, timeout=_BEAT)
            await reader
        finally:
            reader.cancel()
            await asyncio.gather(reader, return_exceptions=True)
        return answer

    async def _read(self, answer: Answer, tell: Callable[[], None], hear: Hear) -> None:
        try:
            async with self._client() as client:
                async for chunk in self._model(client).astream(self.messages):
                    answer.take(chunk)
                    if answer.tokens_out > _PATIENCE * self.max_tokens:
                        raise BadResult(f"{self.endpoint.label} does not stop after {answer.tokens_out} tokens")
                    tell()
                    if chunk.text:
                        hear(chunk.text)
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
        body = {limit: self.max_tokens, **self.body}
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


@cache
def _certificates() -> ssl.SSLContext:
    """Read the certificates once: it takes 70 ms of a core, each time a client is made without them."""
    return httpx.create_ssl_context()
