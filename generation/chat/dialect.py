"""What an endpoint understands of a request, found out by its refusals."""

from dataclasses import dataclass, replace
from typing import Any

from generation.notes import Note, note
from generation.requests import TextRequest

_POORER = {"json_schema": "json_object", "json_object": "prompt"}
_SCHEMA_IN_PROMPT = "\n\nAnswer with one JSON document that fits this JSON Schema, and with nothing else:\n"


class NotUnderstood(Exception):  # noqa: N818 - it is what happened; a poorer dialect is tried
    """The endpoint refuses the form of a request (400, 422); the message is its own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialect:
    """How a request is put. `form` is how JSON is asked for: `json_schema`, `json_object`, or in the `prompt` alone."""

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
        simpler = _POORER.get(self.form)
        return replace(self, form=simpler) if simpler else None

    def instructions(self, request: TextRequest) -> str:
        """Return the system prompt; where the endpoint takes no schema, the prompt carries it."""
        return request.instructions + (_SCHEMA_IN_PROMPT + request.schema if self.form != "json_schema" else "")

    def body(self, request: TextRequest, schema: dict[str, Any]) -> dict[str, Any]:
        """Return the fields of the request beside model and messages."""
        forms = {
            "json_schema": {"json_schema": {"name": "answer", "strict": True, "schema": schema}},
            "json_object": {},
        }
        body: dict[str, Any] = {}
        if self.form in forms:
            body["response_format"] = {"type": self.form, **forms[self.form]}
        if self.seed:
            body["seed"] = request.seed
        if self.temperature:
            body["temperature"] = request.temperature
        return body

    @property
    def notes(self) -> tuple[Note, ...]:
        """Return what could not be asked for."""
        notes = []
        if self.form != "json_schema":
            notes.append(note("chat-without-schema"))
        if not self.seed:
            notes.append(note("chat-without-seed"))
        if not self.temperature:
            notes.append(note("chat-without-temperature"))
        return tuple(notes)
