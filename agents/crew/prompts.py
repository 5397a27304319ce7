"""Prompts: Markdown files with a name and a version, one for each language a series can be written in.

A file is a header, the instructions, and sections:

    ---
    name: synopsis
    version: 1
    ---
    The instructions, the same for every request: the model keeps what it computed for them.

    ## Ask
    The request, with {{placeholders}}.

    ## Example
    A request as it would be filled in.

    ```json
    {"its": "answer"}
    ```

What goes into a placeholder comes from a person or a model. It is set between `<<<` and `>>>` in the file, and `fill`
takes those marks out of it, so that it cannot end its own quotation.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generation.requests.chat import Message
from storage.domain.story import Language

_HEADER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_SECTION = re.compile(r"^## (Ask|Example)\n", re.MULTILINE)
_ANSWER = re.compile(r"```json\n(.*?)\n```\s*\Z", re.DOTALL)
_PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")
_MARKS = re.compile(r"<{3,}|>{3,}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Prompt:
    """What the model is told before its answer: instructions, examples, and the request with its placeholders."""

    name: str
    version: int
    instructions: str
    ask: str
    examples: tuple[tuple[str, str], ...] = ()

    @property
    def placeholders(self) -> frozenset[str]:
        """The names that `messages` must be given."""
        return frozenset(_PLACEHOLDER.findall(self.ask))

    def messages(
        self, data: Mapping[str, str], remarks: tuple[str, ...] = (), *, attempt: int = 0
    ) -> tuple[Message, ...]:
        """Return the examples as turns, then the request filled with `data`, then what was wrong with the last answer.

        From the second try on (`attempt` 1) one example is left out, each time another: it may be the one that the
        model could not get away from. After that there are none: what is not shown cannot be copied.

        Raises:
            KeyError: a placeholder has no value, or a value no placeholder.
        """
        if data.keys() != self.placeholders:
            raise KeyError(f"prompt {self.name} takes {sorted(self.placeholders)}, not {sorted(data)}")
        shown = self.examples if attempt <= len(self.examples) else ()
        turns = [
            Message(role=role, text=text)
            for number, example in enumerate(shown)
            if not attempt or (number + attempt) % len(shown)
            for role, text in zip(("user", "assistant"), example, strict=True)
        ]
        asked = fill(self.ask, data)
        return (*turns, Message(role="user", text="\n".join((asked, *(f"- {remark}" for remark in remarks)))))

    @property
    def said(self) -> tuple[str, ...]:
        """Every sentence the examples' answers hold: an answer that repeats them was not written for the request."""
        return tuple(text for _, answer in self.examples for text in texts(json.loads(answer)))


def fill(template: str, data: Mapping[str, str]) -> str:
    """Put values into placeholders, once: a placeholder that comes with a value stays the text it is."""
    return _PLACEHOLDER.sub(lambda found: quoted(data[found[1]]), template)


def quoted(text: str) -> str:
    """Take out of a text what could end its quotation: the marks around data, and control characters."""
    return _CONTROL.sub("", _MARKS.sub("", text)).strip()


def texts(value: object) -> tuple[str, ...]:
    """Return every text inside a JSON value, in order."""
    match value:
        case str():
            return (value,)
        case dict():
            return tuple(text for each in value.values() for text in texts(each))
        case list():
            return tuple(text for each in value for text in texts(each))
        case _:
            return ()


@cache
def load(name: str, language: Language) -> Prompt:
    """Read `agents/prompts/NAME.LANGUAGE.md`."""
    source = files("agents").joinpath("prompts", f"{name}.{language}.md").read_text(encoding="utf-8")
    return parse(source)


def parse(source: str) -> Prompt:
    """Read a prompt.

    Raises:
        ValueError: the header or a section is missing or is not what it should be.
    """
    header = _HEADER.match(source)
    if header is None:
        raise ValueError("a prompt begins with a header between two lines of dashes")
    facts = dict(line.split(": ", 1) for line in header[1].splitlines())
    instructions, *sections = _SECTION.split(source[header.end() :])
    pairs = list(zip(sections[::2], sections[1::2], strict=True))
    asks = [body.strip() for title, body in pairs if title == "Ask"]
    if len(asks) != 1 or facts.keys() != {"name", "version"}:
        raise ValueError("a prompt has a name, a version and one section called Ask")
    return Prompt(
        name=facts["name"],
        version=int(facts["version"]),
        instructions=instructions.strip(),
        ask=asks[0],
        examples=tuple(_example(body) for title, body in pairs if title == "Example"),
    )


def _example(body: str) -> tuple[str, str]:
    answer = _ANSWER.search(body)
    if answer is None:
        raise ValueError("an example ends with its answer in a block of JSON")
    return body[: answer.start()].strip(), compact(json.loads(answer[1]))


def compact(value: object) -> str:
    """Return JSON on one line, keys in their own order: a model answers in the shape it is shown; space costs time."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
