"""Seeing: what a picture shows is told by the chat model, and becomes words that a person has accepted or put right.

Until then nothing is entered anywhere: picture and words wait in the vault, as those of a recording do
(`agents.hearing`). Accepted, the picture is entered as the person's and the words as the model's, with whatever they
became; what is discarded is removed.
"""

import asyncio
from typing import Any

from agents.commands.caller import Caller
from agents.crew.prompts import load
from agents.crew.schemas import choice, document
from agents.hearing import LONGEST_TEXT, Dictated, asked
from agents.intake import clean
from agents.studio import Studio
from agents.team import met
from generation.brought import tidied
from generation.engines.base import Report
from generation.errors import InvalidRequest
from generation.requests.chat import SightRequest
from generation.requests.identity import canonical
from storage import documents
from storage.domain.errors import InvalidValue
from storage.domain.ids import Digest, PersonId
from storage.domain.papers import Sketch, Transcript
from storage.domain.story import Language

BOARD, PICTURE = "board", "picture"
"""What a picture may be: a board drawn by hand, or an inspiration."""

BEATS = 12
"""Shots or beats of a board that are told."""

FORM = document(
    {
        "kind": choice([BOARD, PICTURE]),
        "told": {"type": "array", "items": {"type": "string", "maxLength": 240}, "minItems": 1, "maxItems": BEATS},
    }
)


async def keep(studio: Studio, caller: Caller, data: bytes, caption: str) -> tuple[Digest, PersonId]:
    """Keep a picture that somebody shows, small and without its tags, and return its sketch and who shows it.

    Raises:
        InvalidValue: it is no picture that can be opened, or what stands below it breaks a limit.
    """
    words = clean(caption) if any(map(str.isalnum, caption)) else ""
    try:
        small = await asyncio.to_thread(tidied, data)
    except InvalidRequest:
        raise InvalidValue("no-picture") from None
    paper = Sketch(picture=await studio.vault.put_bytes(small), caption=words, salt=studio.salt())
    sketch = await studio.vault.put_bytes(documents.dump(paper))
    async with studio.store.write() as unit:
        return sketch, (await met(studio, unit, caller)).id


async def see(studio: Studio, sketch: Digest, by: PersonId, report: Report) -> Dictated:
    """Tell what a picture shows, in the language of who shows it: a board beat by beat, else what it may inspire.

    Raises:
        InvalidValue: nothing is told of it, or more than can be shown.
        GenerationError: it could not be looked at.
    """
    async with studio.store.read() as reader:
        shows = await reader.person(by)
    brought = documents.load(Sketch, await studio.vault.read(sketch))
    prompt = load("sight", Language(shows.language))
    request = SightRequest(
        instructions=prompt.instructions,
        ask=prompt.messages({"caption": brought.caption})[-1].text,
        picture=brought.picture,
        schema=canonical(FORM).decode(),
    )
    told = await asked(studio, request, report)
    text = _told(told.answer, brought.caption)
    paper = Transcript(
        text=text,
        salt=studio.salt(),
        language=shows.language,
        by=by,
        sound=sketch,
        tool=told.tool,
        milliseconds=told.milliseconds,
        is_picture=True,
    )
    return Dictated(digest=await studio.vault.put_bytes(documents.dump(paper)), paper=paper)


def _told(answer: Any, caption: str) -> str:  # noqa: ANN401 - JSON that fits the form
    """Return the words for the person: what they wrote below the picture, then what is seen; a board numbered."""
    told = [" ".join(each.split()) for each in answer["told"]]
    told = [each for each in told if any(map(str.isalnum, each))]
    if not told:
        raise InvalidValue("nothing-seen")
    if answer["kind"] == BOARD:
        seen = "\n".join(f"{number}. {each}" for number, each in enumerate(told, 1))
    else:
        seen = " ".join(told)
    text = f"{caption}\n\n{seen}".strip()
    if len(text) > LONGEST_TEXT:
        raise InvalidValue("too-long")
    return text
