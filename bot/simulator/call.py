"""One call of the bot: its parameters, however they came (query, form, multipart, JSON)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot.simulator.journal import Json
from bot.simulator.probe import Upload
from bot.simulator.rules import PARAMETER_MISSING, PARAMETER_WRONG, Refused

FALSE = frozenset({"", "0", "false", "no", "off"})


def parse_json(source: str | bytes) -> object:
    """Read JSON; halves of surrogate pairs, which no encoding could write again, become question marks.

    Raises:
        ValueError: it is not JSON.
    """
    found: object = json.loads(source)
    whole = json.dumps(found, ensure_ascii=False)
    clean = whole.encode("utf-8", "replace").decode()
    return found if clean == whole else json.loads(clean)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A method's name and parameters. Values of forms are text; values of a JSON body have their own types."""

    method: str
    fields: Mapping[str, object]
    uploads: Mapping[str, Upload]

    def text(self, name: str, default: str = "") -> str:
        """Return a text parameter."""
        value = self.fields.get(name, default)
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int | None = None) -> int:
        """Return a whole number.

        Raises:
            Refused: it is missing and has no default, or is no number.
        """
        value = self.fields.get(name)
        if value is None or value == "":
            if default is None:
                raise Refused(PARAMETER_MISSING, name=name)
            return default
        try:
            return int(str(value))
        except ValueError:
            raise Refused(PARAMETER_WRONG, name=name, reason="a whole number is expected") from None

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return a yes or no."""
        value = self.fields.get(name)
        return default if value is None else str(value).lower() not in FALSE

    def json(self, name: str) -> object:
        """Return a structured parameter, None when it is missing.

        Raises:
            Refused: it is not JSON.
        """
        value = self.fields.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return parse_json(value)
        except ValueError:
            raise Refused(PARAMETER_WRONG, name=name, reason="it is not JSON") from None

    def record(self, name: str) -> Json:
        """Return an object, empty when it is missing."""
        value = self.json(name)
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise Refused(PARAMETER_WRONG, name=name, reason="an object is expected")
        return value

    def records(self, name: str) -> list[Json]:
        """Return a list of objects, empty when it is missing."""
        value = self.json(name) or []
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise Refused(PARAMETER_WRONG, name=name, reason="an array of objects is expected")
        return value

    def file(self, name: str) -> Upload | str | None:
        """Return an upload (also by `attach://`) or the text given instead: a file_id or an address."""
        if name in self.uploads:
            return self.uploads[name]
        value = self.fields.get(name)
        return self.resolve(value) if isinstance(value, str) and value else None

    def resolve(self, value: str) -> Upload | str:
        """Follow `attach://name` to the upload of that name."""
        if not value.startswith("attach://"):
            return value
        name = value.removeprefix("attach://")
        if name not in self.uploads:
            raise Refused(PARAMETER_WRONG, name=name, reason="the attached file is not in the request")
        return self.uploads[name]

    def shown(self) -> Json:
        """Return the parameters as the outbox shows them, files by name and size."""
        files = {name: f"{upload.name} ({len(upload.content)} bytes)" for name, upload in self.uploads.items()}
        return {**self.fields, **files}
