"""Whether the chat model of an endpoint sees pictures, found out by showing it one, never by its name.

The picture has three stripes, whose colours it has to name in order: who cannot see them guesses right once in 216.
"""

import io
import logging
from dataclasses import asdict, dataclass
from functools import cache

from generation.backends import Workshop
from generation.chat.backend import Chat
from generation.chat.endpoint import choose
from generation.chat.probe import Report, answer, ignore, once
from generation.errors import BadResult, InvalidRequest
from generation.requests.chat import SightRequest
from generation.requests.identity import canonical, digest_of

_log = logging.getLogger(__name__)

_FILE = "chat-sights.json"
STRIPES = {"left": "yellow", "middle": "purple", "right": "green"}
"""The colours of the picture that is shown."""
_COLOURS = {
    "yellow": (250, 220, 40), "purple": (120, 40, 160), "green": (30, 140, 60),
    "red": (200, 30, 30), "blue": (30, 60, 200), "black": (0, 0, 0),
}  # fmt: skip
_SIZE = 96
"""Pixels of the picture's side: no model takes less, and it costs few tokens."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sight:
    """Whether a model sees pictures, and how that was found out."""

    sees: bool
    why: str


def look(workshop: Workshop, report: Report = ignore) -> Sight:
    """Return whether the model of the settings sees: from the cache, or asked now and kept there.

    Blocks for as long as a short answer takes, or until `report` raises; the embedded model is not asked: it reads
    words alone.

    Raises:
        Unavailable: the settings name a model that nothing serves, or a wrong key.
        TryAgain: the endpoint does not answer now; nothing is kept.
    """
    endpoint = choose(workshop.settings)
    if endpoint.embedded:
        return Sight(sees=False, why="the embedded model reads words alone")
    found = once(workshop.cache / _FILE, endpoint, lambda: asdict(_shown(workshop, report)))
    return Sight(sees=bool(found["sees"]), why=str(found["why"]))


def _shown(workshop: Workshop, report: Report) -> Sight:
    chat = Chat(workshop)
    try:
        told = answer(chat, _question(), stripes(), report)
    except (BadResult, InvalidRequest) as error:
        _log.info("the chat model does not see: %s", error)
        return Sight(sees=False, why="it did not take a picture")
    finally:
        chat.close()
    if told == STRIPES:
        return Sight(sees=True, why="it named the colours of a picture that it was shown")
    return Sight(sees=False, why="it named the colours of a picture wrongly")


def _question() -> SightRequest:
    choice = {"type": "string", "enum": sorted(_COLOURS)}
    schema = {
        "type": "object",
        "properties": dict.fromkeys(STRIPES, choice),
        "required": list(STRIPES),
        "additionalProperties": False,
    }
    return SightRequest(
        instructions="You say what you see in a picture. Answer in JSON.",
        ask="The picture has three upright stripes. Name the colour of each, from left to right.",
        picture=digest_of(STRIPES),
        schema=canonical(schema).decode(),
        max_tokens=60,
        temperature=0.0,
    )


@cache
def stripes() -> bytes:
    """Return the picture that is shown (PNG)."""
    from PIL import Image  # noqa: PLC0415

    picture = Image.new("RGB", (_SIZE, _SIZE))
    for place, colour in enumerate(STRIPES.values()):
        picture.paste(_COLOURS[colour], (place * _SIZE // 3, 0, (place + 1) * _SIZE // 3, _SIZE))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()
