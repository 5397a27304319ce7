"""What the chat model of an endpoint can be trusted with, found out by asking it, never by its name.

Two tiny requests: one tool to call, and if it is not called as asked, one sentence to sort by a JSON schema. The
sentence is one that small models get wrong (measured: models of 0.5B and 1.5B take "Make the fox a detective" for the
order of an episode). A model that has little room for a conversation is a small one whatever it answers.
"""

import json
import logging
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from generation.ability import Ability, Measured
from generation.backends import Workshop
from generation.chat.backend import Chat
from generation.chat.embedded import CONTEXT
from generation.chat.endpoint import Endpoint, choose, room
from generation.chat.kept import keep, kept
from generation.errors import BadResult, InvalidRequest
from generation.requests import Message, TalkRequest, TextRequest, Utterance, canonical, digest_of

_log = logging.getLogger(__name__)

ROOMY = 8192
"""Tokens of context from which on a conversation with tools has room."""

_FILE = "chat-abilities.json"
_WORD = "lantern"

CALL = TalkRequest(
    instructions="You test a connection. Use the tool you are given; do not answer in words.",
    messages=(Utterance(role="user", text=f"Note the word {_WORD} twice: call note with this word and the number 2."),),
    tools=canonical(
        [
            {
                "name": "note",
                "description": "Note a word, a number of times.",
                "parameters": {
                    "type": "object",
                    "properties": {"word": {"type": "string"}, "times": {"type": "integer"}},
                    "required": ["word", "times"],
                    "additionalProperties": False,
                },
            }
        ]
    ).decode(),
    max_tokens=120,
    temperature=0.0,
)

SORT = TextRequest(
    instructions=(
        "You sort what people say to a studio that makes short series. begin: a new story idea. change: something in "
        "the story is to be different. produce: an episode is to be filmed. talk: a greeting or a question. Answer in "
        "JSON."
    ),
    messages=(Message(role="user", text="Make the fox a detective"),),
    schema=canonical(
        {
            "type": "object",
            "properties": {"action": {"enum": ["begin", "change", "produce", "talk"]}},
            "required": ["action"],
            "additionalProperties": False,
        }
    ).decode(),
    max_tokens=40,
    temperature=0.0,
)


@dataclass(frozen=True)
class _Probe:
    """A job of nobody's: it reads no file, and nobody watches."""

    folder: Path

    def source(self, digest: str) -> Path:
        """Refuse: no question of ours has a source."""
        raise InvalidRequest(f"a probe has no source, so not {digest[:12]} either")

    def report(self, fraction: float) -> None:
        """Tell nobody."""

    def say(self, words: str) -> None:
        """Tell nobody."""


def measure(workshop: Workshop) -> Measured:
    """Return what the model of the settings can do: from the cache, or asked now and kept there.

    Blocks for as long as two short answers take; the embedded model is not asked: its room is known.

    Raises:
        Unavailable: the settings name a model that nothing serves, or a wrong key.
        TryAgain: the endpoint does not answer now; nothing is kept.
    """
    endpoint = choose(workshop.settings)
    known = kept(workshop.cache / _FILE)
    name = digest_of([endpoint.label, endpoint.model.name, endpoint.model.version])
    if name in known:
        return Measured(ability=Ability(str(known[name]["ability"])), why=str(known[name]["why"]))
    found = _asked(endpoint, workshop)
    _log.info("%s is used with %s: %s", endpoint.model.name, found.ability, found.why)
    keep(workshop.cache / _FILE, {**known, name: asdict(found)})
    return found


def _asked(endpoint: Endpoint, workshop: Workshop) -> Measured:
    tokens = CONTEXT if endpoint.embedded else room(endpoint)
    if tokens is not None and tokens < ROOMY:
        return Measured(ability=Ability.SMALL, why=f"its context holds {tokens} tokens, a conversation needs {ROOMY}")
    chat = Chat(workshop)
    try:
        if _calls(chat):
            return Measured(ability=Ability.TOOLS, why="it called a tool as it was asked to")
        if _sorts(chat):
            return Measured(ability=Ability.SCHEMA, why="it called no tool, and sorted a sentence by a JSON schema")
    finally:
        chat.close()
    return Measured(ability=Ability.SMALL, why="it called no tool, and sorted a plain sentence wrongly")


def _calls(chat: Chat) -> bool:
    said = _answer(chat, CALL)
    return said is not None and said["calls"] == [{"name": "note", "arguments": {"word": _WORD, "times": 2}}]


def _sorts(chat: Chat) -> bool:
    return _answer(chat, SORT) == {"action": "change"}


def _answer(chat: Chat, request: TextRequest | TalkRequest) -> dict[str, object] | None:
    """Return what it answers, nothing where that is no answer to the question."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            made = chat.make(request, _Probe(Path(folder)))
        except (BadResult, InvalidRequest) as error:
            _log.info("the chat model does not pass: %s", error)
            return None
        answer: dict[str, object] = json.loads(made.path.read_bytes())
        return answer
