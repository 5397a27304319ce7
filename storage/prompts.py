"""Prompts: what was asked of a model, read from the recipe that lies in the vault under the take's key.

A recipe is JSON that a request left behind. It is read as words and numbers, never carried out.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SPOKEN = ("description", "text", "prompt", "mood", "move")
"""Where a request for a picture, a voice, a tune or a clip has its words, in the order in which they are looked for."""

BULK = frozenset(
    {
        *("timeline", "drawing", "speech", "schema", "instructions", "messages", "tags", "actors", "look"),
        *("layout", "references"),
    }
)
"""Parts of a request that are no settings: words, or what other requests have already said."""

UNSAID = frozenset({"", "auto", "neutral", "ahead"})
"""What an actor is asked where nothing is asked."""

LONGEST_SETTING = 200
"""Characters of a setting that are kept."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Prompt:
    """What a model was asked: `words` in plain text, `instructions` before them, and its settings by name.

    `seed` is text, because seeds may be larger than what others can read as a number; empty where there is none.
    `shows` is the picture that a clip starts from, or the drawing that a still is painted over; empty for all else.
    """

    operation: str
    model: str
    version: str
    seed: str
    words: str
    instructions: str = ""
    settings: tuple[tuple[str, str], ...] = ()
    shows: str = ""


def prompt(recipe: bytes) -> Prompt | None:
    """Read a recipe; nothing where it is none that this version knows."""
    try:
        read = json.loads(recipe)
        request = read["request"]
        return Prompt(
            operation=str(read["operation"]),
            model=str(read["model"]),
            version=str(read["version"]),
            seed="" if request.get("seed") is None else str(request["seed"]),
            words="\n\n".join(_words(request)),
            instructions=str(request.get("instructions", "")),
            settings=tuple(_settings(request)),
            shows=str(request.get("panel") or request.get("layout") or ""),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _words(request: Mapping[str, object]) -> Iterator[str]:
    messages = request.get("messages")
    for message in messages if isinstance(messages, list) else ():
        yield str(message["text"])
    drawing = request.get("drawing")
    if isinstance(drawing, dict):
        yield str(drawing.get("description", ""))
    yield from (str(request[name]) for name in SPOKEN if isinstance(request.get(name), str) and request[name])
    yield from filter(None, (_look(actor.get("look", {}), actor) for actor in _dicts(request.get("actors"))))
    yield from filter(None, (_look(look, {}) for look in _dicts([request.get("look")])))


def _dicts(value: object) -> Iterator[Mapping[str, object]]:
    yield from (each for each in value if isinstance(each, dict)) if isinstance(value, list) else ()


def _look(look: object, playing: Mapping[str, object]) -> str:
    """Return who is drawn, in the artist's words."""
    if not isinstance(look, dict):
        return ""
    said = {name: value for name, value in (*look.items(), *playing.items()) if name not in {"id", "look"}}
    words = (", ".join(map(str, value)) if isinstance(value, list) else str(value) for value in said.values())
    return f"{look.get('id', '')}: {', '.join(word for word in words if word not in UNSAID)}"


def _settings(request: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name, value in sorted(request.items()):
        if name in BULK or name in SPOKEN or name == "seed" or value in (None, "", [], ()):
            continue
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        yield name, text[:LONGEST_SETTING]
