"""Which chat model answers: the one the settings name, an Ollama on this machine, or the embedded one.

| settings                                             | answers                                              |
|------------------------------------------------------|------------------------------------------------------|
| `OPENAI_BASE_URL` and `FEUILLETON_CHAT_MODEL`        | that model at that address (vLLM, DeepSeek, Qwen …)  |
| `OPENAI_API_KEY` and `FEUILLETON_CHAT_MODEL`         | that model at OpenAI                                 |
| `FEUILLETON_CHAT_MODEL` names an embedded model      | the embedded model of that name                      |
| `FEUILLETON_CHAT_MODEL` alone                        | that model of the Ollama on this machine             |
| none of these                                        | Ollama's newest chat model if it runs, else embedded |

A key alone changes nothing: it may stand in the environment for another program, and must not start to cost money.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, Request, build_opener, urlopen

from generation.catalog.model import Model, Origin
from generation.errors import TryAgain, Unavailable
from generation.weights.table import TABLE

OPENAI = "https://api.openai.com/v1"
OLLAMA = "http://127.0.0.1:11434"
DEFAULT = "qwen2.5-coder-1.5b"
_NO_CHAT = ("embed", "bert", "rerank", "whisper")
"""Words in the name or family of models of Ollama that do not chat."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Places:
    """Where an endpoint's address, its key and its model's name are set: what a message says is to be corrected."""

    address: str = "OPENAI_BASE_URL"
    key: str = "OPENAI_API_KEY"
    model: str = "FEUILLETON_CHAT_MODEL"


@dataclass(frozen=True, kw_only=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint; `address` is empty for the embedded server, which has none until it starts."""

    label: str
    model: Model
    address: str = ""
    key: str = field(default="none", repr=False)
    places: Places = Places()

    @property
    def embedded(self) -> bool:
        """Whether the model runs in this process."""
        return not self.address


def _embedded_model(entry: str) -> Model:
    return Model(
        name=TABLE[entry].credit.partition(" (")[0],
        version=TABLE[entry].files[0].sha256[:12],
        licence=TABLE[entry].licence,
        origin=Origin.TRAINED,
        source=f"{TABLE[entry].credit}; run by llama.cpp in this process",
        weights=(entry,),
    )


EMBEDDED: Mapping[str, Model] = {name: _embedded_model(name) for name in (DEFAULT, "qwen2.5-coder-0.5b")}


def choose(settings: Mapping[str, str], *, ollama: str = OLLAMA) -> Endpoint:
    """Return the endpoint that the settings ask for (the table above). At most one short question to this machine.

    Raises:
        Unavailable: the settings contradict each other or name a model that nothing serves.
    """
    base, key, name = (settings.get(word, "").strip() for word in _WORDS)
    if base:
        return _remote(_checked(base), key, name)
    if name in EMBEDDED:
        return _embedded(name)
    if name and key:
        return _remote(OPENAI, key, name)
    served = _ollama_models(ollama)
    if name and name not in served and f"{name}:latest" not in served:
        raise Unavailable(
            f"FEUILLETON_CHAT_MODEL is {name}, but neither OPENAI_BASE_URL nor OPENAI_API_KEY is set and no Ollama on "
            f"this machine serves it; set one of them, or choose an embedded model ({', '.join(EMBEDDED)})"
        )
    chosen = name or next(iter(served), "")
    return _remote(f"{ollama}/v1", "", chosen, label="Ollama on this machine") if chosen else _embedded(DEFAULT)


def probe(endpoint: Endpoint) -> str:
    """Ask the endpoint for its models, in five seconds at most, and return one line that says all is well.

    Raises:
        Unavailable: the key, the address or the model's name is wrong, or the embedded server's package is missing.
        TryAgain: the endpoint does not answer now.
    """
    if endpoint.embedded:
        if find_spec("xllamacpp") is None:
            raise Unavailable("the embedded chat model needs the package xllamacpp; install it and try again")
        return f"{endpoint.model.name} runs in this process"
    served = tuple(_served(endpoint))
    if served and endpoint.model.name not in served and f"{endpoint.model.name}:latest" not in served:
        raise unknown_model(endpoint, served)
    return f"{endpoint.label} answers and serves {endpoint.model.name}"


def room(endpoint: Endpoint) -> int | None:
    """Return how many tokens of context an endpoint says that its model has; nothing where it does not say.

    vLLM, llama.cpp and the resellers of models each have a word of their own for it.

    Raises:
        Unavailable: the key is wrong.
        TryAgain: the endpoint does not answer now.
    """
    told = _served(endpoint).get(endpoint.model.name, {})
    meta = told.get("meta")
    words = {**told, **(meta if isinstance(meta, dict) else {})}
    found = [words[name] for name in ("max_model_len", "context_length", "n_ctx") if isinstance(words.get(name), int)]
    return int(found[0]) if found else None


def on_this_machine(address: str) -> bool:
    """Tell whether an address is this machine's own: then no proxy of the environment must be used."""
    return urlsplit(address).hostname in {"127.0.0.1", "localhost", "::1"}


def unknown_model(endpoint: Endpoint, served: tuple[str, ...] = ()) -> Unavailable:
    """Say that the endpoint has no such model, and what it has."""
    known = f"; it serves {', '.join(served[:5])}" if served else ""
    return Unavailable(
        f"{endpoint.label} has no model called {endpoint.model.name}{known}; correct "
        f"{endpoint.places.model}, or {endpoint.places.address} if the address is wrong"
    )


def refused_key(endpoint: Endpoint, status: int) -> Unavailable:
    """Say that the endpoint does not take the key."""
    return Unavailable(f"{endpoint.label} refuses the key in {endpoint.places.key} ({status}); correct it")


_WORDS = ("OPENAI_BASE_URL", "OPENAI_API_KEY", "FEUILLETON_CHAT_MODEL")
_REFUSALS = (401, 403)
_NOT_FOUND = 404


def _embedded(entry: str) -> Endpoint:
    return Endpoint(label="the embedded model", model=EMBEDDED[entry])


def _remote(address: str, key: str, name: str, *, label: str = "") -> Endpoint:
    host = urlsplit(address).netloc.rpartition("@")[2]
    if not name:
        raise Unavailable(f"OPENAI_BASE_URL is set, FEUILLETON_CHAT_MODEL is not; set it to a model's name at {host}")
    model = Model(
        name=name,
        version=f"as served by {host}",
        licence=f"the terms of {host}",
        origin=Origin.TRAINED,
        source=f"{name} at {host}",
    )
    return Endpoint(label=label or host, model=model, address=address, key=key or "none")


def _checked(base: str) -> str:
    parts = urlsplit(base)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise Unavailable(f"OPENAI_BASE_URL is {base!r}, which is no http address; write it like {OPENAI}")
    return base.rstrip("/")


def _ollama_models(ollama: str) -> tuple[str, ...]:
    """Return the chat models of the Ollama at this address, newest first; none if nothing answers."""
    try:
        models = _get(f"{ollama}/api/tags", seconds=0.5)["models"]
        described = [(str(model["name"]), f"{model['name']} {model.get('details')}".lower()) for model in models]
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    return tuple(name for name, words in described if not any(word in words for word in _NO_CHAT))


def _served(endpoint: Endpoint) -> dict[str, dict[str, Any]]:
    """Return the models that the endpoint lists, by name; none if it keeps no list."""
    try:
        listed = _get(f"{endpoint.address}/models", key=endpoint.key, seconds=5)
        return {str(model["id"]): dict(model) for model in listed["data"]}
    except HTTPError as error:
        if error.code in _REFUSALS:
            raise refused_key(endpoint, error.code) from None
        if error.code == _NOT_FOUND:
            return {}
        raise TryAgain(f"{endpoint.label} answers {error.code}; try again later") from None
    except (URLError, TimeoutError, OSError) as error:
        raise TryAgain(f"{endpoint.label} does not answer ({error}); start it, or correct OPENAI_BASE_URL") from None
    except (ValueError, KeyError, TypeError):
        return {}


def _get(address: str, *, seconds: float, key: str = "") -> Any:  # noqa: ANN401 - JSON from outside; callers check
    request = Request(address, headers={"Authorization": f"Bearer {key}"} if key else {})  # noqa: S310 - see _checked
    ask = build_opener(ProxyHandler({})).open if on_this_machine(address) else urlopen
    with ask(request, timeout=seconds) as reply:
        return json.loads(reply.read(1 << 20))
