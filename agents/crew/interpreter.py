"""The interpreter: free text of a series in English, for models of pictures that read nothing else.

One answer a text, kept as a take: a text that did not change is not asked about again.
"""

import logging
from collections.abc import Sequence
from typing import Any

from agents.crew.asking import Desk, Question, Written, attempt
from agents.crew.checks import flaws, remark, tidy
from agents.crew.language import language_of, length
from agents.crew.prompts import load
from agents.crew.schemas import TEXT, document
from storage.domain.errors import InvalidValue
from storage.domain.ids import Digest
from storage.domain.story import Language
from storage.domain.takes import Note

log = logging.getLogger(__name__)

KEY = "seen"

TRIES = 2
"""How many new answers are asked for; what stays as it is costs a picture less than time costs people."""

CALLED = {Language.FRENCH: "French", Language.CHINESE: "Chinese", Language.ENGLISH: "English"}

MOST = 3.0
"""How many times as many words as the original the English may have."""


async def english(desk: Desk, texts: Sequence[str], source: Language) -> Written[dict[str, str]]:
    """Return each text in English; one that the model cannot put into it stays as it is, and a note says so.

    Raises:
        GenerationError: the model cannot be asked now.
    """
    said: dict[str, str] = {}
    answers: list[Digest] = []
    notes: dict[Note, None] = {}
    for text in texts:
        if language_of(text) is Language.ENGLISH:
            continue
        answer = await attempt(desk, _question(text, source))
        if answer is None:
            log.warning("put into no English, and said as it is: %s", text)
            notes[Note("prompt-untranslated", (("text", text),))] = None
            continue
        said[text] = answer.value
        answers += answer.digests
        notes |= dict.fromkeys(answer.notes)
    return Written(value=said, answers=tuple(answers), notes=tuple(notes))


def _question(text: str, source: Language) -> Question[str]:
    return Question(
        name="picture",
        prompt=load("picture", Language.ENGLISH),
        data={"from": CALLED[source], "text": text},
        schema=document({KEY: TEXT}),
        read=_said,
        check=lambda said: _wrong(said, length(text, source)),
        max_tokens=200,
        temperature=0.2,
        tries=TRIES,
    )


def _said(answer: Any) -> str:  # noqa: ANN401 - JSON that fits the schema
    said = tidy(answer[KEY])
    if not said:
        raise InvalidValue("empty")
    return said


def _wrong(said: str, words: int) -> tuple[str, ...]:
    """Return what is wrong with an answer, as the model is told it."""
    found = [remark(flaw, KEY, Language.ENGLISH) for flaw in flaws(said, Language.ENGLISH)]
    if length(said, Language.ENGLISH) > MOST * words + MOST:
        found.append(f"{KEY}: say no more than the original says.")
    return tuple(found)
