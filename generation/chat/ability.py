"""What the chat model of an endpoint can be trusted with, found out by asking it, never by its name.

Two tiny requests: one tool to call, and if it is not called as asked, one sentence to sort by a JSON schema. The
sentence is one that small models get wrong (measured: models of 0.5B and 1.5B take "Make the fox a detective" for the
order of an episode). A model that has little room for a conversation is a small one whatever it answers.
"""

import logging
from dataclasses import asdict

from generation.ability import Ability, Measured
from generation.backends import Workshop
from generation.chat.backend import Chat
from generation.chat.embedded import CONTEXT
from generation.chat.endpoint import Endpoint, choose, room
from generation.chat.probe import Report, answer, ignore, once
from generation.errors import BadResult, InvalidRequest
from generation.requests.chat import Message, TalkRequest, TextRequest, Utterance
from generation.requests.identity import canonical

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


def measure(workshop: Workshop, report: Report = ignore) -> Measured:
    """Return what the model of the settings can do: from the cache, or asked now and kept there.

    Blocks for as long as two short answers take, or until `report` raises; the embedded model is not asked: its room is
    known.

    Raises:
        Unavailable: the settings name a model that nothing serves, or a wrong key.
        TryAgain: the endpoint does not answer now; nothing is kept.
    """
    endpoint = choose(workshop.settings)
    found = once(workshop.cache / _FILE, endpoint, lambda: asdict(_asked(endpoint, workshop, report)))
    return Measured(ability=Ability(str(found["ability"])), why=str(found["why"]))


def _asked(endpoint: Endpoint, workshop: Workshop, report: Report) -> Measured:
    tokens = CONTEXT if endpoint.embedded else room(endpoint)
    if tokens is not None and tokens < ROOMY:
        return Measured(ability=Ability.SMALL, why=f"its context holds {tokens} tokens, a conversation needs {ROOMY}")
    chat = Chat(workshop)
    try:
        found = _tried(chat, report)
    finally:
        chat.close()
    _log.info("%s is used with %s: %s", endpoint.model.name, found.ability, found.why)
    return found


def _tried(chat: Chat, report: Report) -> Measured:
    if _calls(chat, report):
        return Measured(ability=Ability.TOOLS, why="it called a tool as it was asked to")
    if _sorts(chat, report):
        return Measured(ability=Ability.SCHEMA, why="it called no tool, and sorted a sentence by a JSON schema")
    return Measured(ability=Ability.SMALL, why="it called no tool, and sorted a plain sentence wrongly")


def _calls(chat: Chat, report: Report) -> bool:
    said = _answer(chat, CALL, report)
    return said is not None and said["calls"] == [{"name": "note", "arguments": {"word": _WORD, "times": 2}}]


def _sorts(chat: Chat, report: Report) -> bool:
    return _answer(chat, SORT, report) == {"action": "change"}


def _answer(chat: Chat, request: TextRequest | TalkRequest, report: Report) -> dict[str, object] | None:
    """Return what it answers, nothing where that is no answer to the question."""
    try:
        said: dict[str, object] = answer(chat, request, report=report)
    except (BadResult, InvalidRequest) as error:
        _log.info("the chat model does not pass: %s", error)
        return None
    return said
