"""What is asked of the chat model: a document, the next turn of a conversation, what a picture shows."""

from dataclasses import dataclass
from typing import ClassVar

from generation.requests.identity import Digest


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """One turn of a chat prompt; `role` is `user` or `assistant`."""

    role: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TextRequest:
    """Ask the chat model for one JSON document that fits `schema` (JSON Schema, as canonical JSON text)."""

    operation: ClassVar[str] = "text"

    instructions: str
    messages: tuple[Message, ...]
    schema: str
    max_tokens: int = 450
    temperature: float = 0.5
    seed: int = 7

    @property
    def sources(self) -> tuple[Digest, ...]:
        """A prompt carries its words; it reads no file."""
        return ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """A tool that the model calls: an id to answer it by, the tool's name, its arguments as canonical JSON text."""

    id: str
    name: str
    arguments: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Utterance:
    """One turn of a conversation with tools; `role` is `user`, `assistant` or `tool`.

    `calls` are what an assistant calls, `answers` the id of the call that a tool's words answer.
    """

    role: str
    text: str
    calls: tuple[Call, ...] = ()
    answers: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkRequest:
    """Ask the chat model for the next turn of a conversation: words that are heard as they come, and calls of tools.

    `tools` is a JSON array of `{"name", "description", "parameters"}` as canonical JSON text. What is made is a JSON
    document `{"text": …, "calls": [{"name": …, "arguments": {…}}]}`.
    """

    operation: ClassVar[str] = "text"

    instructions: str
    messages: tuple[Utterance, ...]
    tools: str = "[]"
    max_tokens: int = 600
    temperature: float = 0.5
    seed: int = 7

    @property
    def sources(self) -> tuple[Digest, ...]:
        """A conversation carries its words; it reads no file."""
        return ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SightRequest:
    """Ask the chat model what it sees in a picture (JPEG or PNG): one JSON document that fits `schema`."""

    operation: ClassVar[str] = "text"

    instructions: str
    ask: str
    picture: Digest
    schema: str
    max_tokens: int = 450
    temperature: float = 0.2
    seed: int = 7

    @property
    def sources(self) -> tuple[Digest, ...]:
        """The picture."""
        return (self.picture,)


Prompt = TextRequest | TalkRequest | SightRequest
"""What the chat model is asked."""
