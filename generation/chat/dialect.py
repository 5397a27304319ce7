"""What an endpoint understands of a request, found out by its refusals."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generation.chat.grammar import grammar
from generation.notes import Note, note
from generation.requests.chat import Prompt, SightRequest, TalkRequest, Utterance

Fields = dict[str, Any]

_FORMS: dict[str, Callable[[Mapping[str, Any]], Fields]] = {
    "grammar": lambda schema: {"grammar": grammar(schema)},
    "json_schema": lambda schema: {"response_format": _named(schema)},
    "json_object": lambda _: {"response_format": {"type": "json_object"}},
    "prompt": lambda _: {},
}
"""How JSON may be asked for, and the fields that ask for it."""

_BINDING = frozenset({"grammar", "json_schema"})
"""The forms that take the schema; for the others the prompt carries it."""

_POORER = {"grammar": "json_schema", "json_schema": "json_object", "json_object": "prompt"}
_SCHEMA_IN_PROMPT = "\n\nAnswer with one JSON document that fits this JSON Schema, and with nothing else:\n"


class NotUnderstood(Exception):  # noqa: N818 - it is what happened; a poorer dialect is tried
    """The endpoint refuses the form of a request (400, 422); the message is its own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialect:
    """How a request is put. `form` is how JSON is asked for: as llama.cpp's `grammar`, as `json_schema`, as
    `json_object`, or in the `prompt` alone; or `talk`, where words are asked for and no JSON.
    """

    form: str = "json_schema"
    seed: bool = True
    temperature: bool = True

    def poorer(self, refusal: str) -> "Dialect | None":
        """Return the dialect to try after `refusal`: without the thing it names, else with the next simpler form."""
        words = refusal.lower()
        if self.temperature and "temperature" in words:
            return replace(self, temperature=False)
        if self.seed and "seed" in words:
            return replace(self, seed=False)
        if self.form == "talk":
            return None
        simpler = _POORER.get(self.form)
        return replace(self, form=simpler) if simpler else None

    def messages(self, request: Prompt, picture: str = "") -> list[Fields]:
        """Return the turns as the API has them, the instructions first.

        Where the endpoint takes no schema, the instructions carry it. `picture` is that of a `SightRequest`, as a URI.
        """
        if isinstance(request, TalkRequest):
            return [{"role": "system", "content": request.instructions}, *map(_turn, request.messages)]
        told = request.instructions + ("" if self.form in _BINDING else _SCHEMA_IN_PROMPT + request.schema)
        if isinstance(request, SightRequest):
            shown = {"type": "image_url", "image_url": {"url": picture}}
            asked = {"role": "user", "content": [{"type": "text", "text": request.ask}, shown]}
            return [{"role": "system", "content": told}, asked]
        turns = [{"role": message.role, "content": message.text} for message in request.messages]
        return [{"role": "system", "content": told}, *turns]

    def body(self, request: Prompt, schema: Mapping[str, Any]) -> Fields:
        """Return the fields of the request beside model and messages."""
        asked = _tools(request) if isinstance(request, TalkRequest) else _FORMS[self.form](schema)
        seed = {"seed": request.seed} if self.seed else {}
        temperature = {"temperature": request.temperature} if self.temperature else {}
        return {**asked, **seed, **temperature}

    @property
    def notes(self) -> tuple[Note, ...]:
        """Return what could not be asked for."""
        notes = []
        if self.form not in _BINDING | {"talk"}:
            notes.append(note("chat-without-schema"))
        if not self.seed:
            notes.append(note("chat-without-seed"))
        if not self.temperature:
            notes.append(note("chat-without-temperature"))
        return tuple(notes)


def _turn(said: Utterance) -> Fields:
    """Return a turn of a conversation as the API has it."""
    turn: Fields = {"role": said.role, "content": said.text}
    if said.calls:
        turn["tool_calls"] = [
            {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": call.arguments}}
            for call in said.calls
        ]
    return turn | ({"tool_call_id": said.answers} if said.answers else {})


def _tools(request: TalkRequest) -> Fields:
    """Return the tools as the API has them; no field where there are none: some servers refuse an empty list."""
    tools = [{"type": "function", "function": tool} for tool in json.loads(request.tools)]
    return {"tools": tools} if tools else {}


def _named(schema: Mapping[str, Any]) -> Fields:
    return {"type": "json_schema", "json_schema": {"name": "answer", "strict": True, "schema": schema}}
