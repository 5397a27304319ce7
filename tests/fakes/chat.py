"""A language model that knows one story and one series by heart in each language, and a few words for all else."""

import json
from collections.abc import Iterable

from generation.requests.chat import TalkRequest, TextRequest
from generation.requests.request import Request
from storage.domain.story import Language
from tests.fakes.backends import Fake
from tests.fakes.serials import told
from tests.fakes.stories import SCENES, SYNOPSES, scripted

SAYS = {
    Language.ENGLISH: "The fox turns and waits.",
    Language.FRENCH: "Le renard se retourne et attend.",
    Language.CHINESE: "狐狸转过身，静静等着。",
}
"""What it says where it is asked for words that it does not know by heart, with a number to tell answers apart."""


def chat() -> Fake:
    """Return the model as a back-end."""
    return Fake(name="fake-chat", render=answer, media_type="application/json")


def answer(request: Request) -> tuple[bytes, str, dict[str, object]]:
    """Answer a question by its schema; in a conversation say a sentence in the language of the room."""
    if isinstance(request, TalkRequest):
        return json.dumps({"text": SAYS[_language(request)], "calls": []}, ensure_ascii=False).encode(), ".json", {}
    assert isinstance(request, TextRequest)
    schema = json.loads(request.schema)
    keys = set(schema["properties"])
    known = next((story for story in SYNOPSES.values() if set(story) == keys), None)
    said = (
        known
        or told(frozenset(keys), request.messages[-1].text)
        or _script(schema["properties"])
        or {name: _said(name, each, request) for name, each in schema["properties"].items()}
    )
    return json.dumps(said, ensure_ascii=False).encode(), ".json", {}


def _script(keys: Iterable[str]) -> dict[str, str] | None:
    """Return the script of the story in whose language it is asked for."""
    language = next((each for each, scene in SCENES.items() if set(scene) <= set(keys)), None)
    return scripted(language, keys) if language else None


def _said(name: str, schema: dict[str, object], request: TextRequest) -> object:
    """Return an answer to one property: the first choice, or words in the language of the prompt."""
    choices = schema.get("enum")
    if isinstance(choices, list):
        return choices[0]
    return SAYS[_language(request)] if name else ""


def _language(request: TextRequest | TalkRequest) -> Language:
    """Return the language of the prompt."""
    return next((each for each in (Language.CHINESE, Language.FRENCH) if _speaks(request, each)), Language.ENGLISH)


def _speaks(request: TextRequest | TalkRequest, language: Language) -> bool:
    marks = {Language.CHINESE: "。", Language.FRENCH: "é", Language.ENGLISH: "the"}
    return marks[language] in request.instructions
