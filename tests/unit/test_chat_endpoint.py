"""Which chat model the settings choose, and what a probe of it says."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from generation.chat.embedded import free_threads
from generation.chat.endpoint import EMBEDDED, choose, probe
from generation.errors import TryAgain, Unavailable
from generation.weights.table import TABLE

NOBODY = "http://127.0.0.1:9"
LLAMA = {"name": "llama3.2:latest", "details": {"family": "llama"}}
BERT = {"name": "nomic-embed-text:latest", "details": {"family": "nomic-bert"}}


@dataclass
class Site:
    """Answers GET requests with JSON by path, or with a bare status."""

    pages: dict[str, object] = field(default_factory=dict)
    keys: list[str | None] = field(default_factory=list)
    address: str = ""


@pytest.fixture
def site() -> Iterator[Site]:
    pages = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            pages.keys.append(self.headers.get("Authorization"))
            page = pages.pages.get(self.path, 404)
            content = b"" if isinstance(page, int) else json.dumps(page).encode()
            self.send_response(page if isinstance(page, int) else 200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    pages.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield pages
    server.shutdown()
    thread.join()
    server.server_close()


def test_with_nothing_set_and_nobody_on_this_machine_the_embedded_model_answers() -> None:
    endpoint = choose({}, ollama=NOBODY)
    assert endpoint.embedded
    assert endpoint.model == EMBEDDED["qwen2.5-coder-1.5b"]
    assert set(endpoint.model.weights) <= set(TABLE)
    assert "runs in this process" in probe(endpoint)


def test_a_stray_key_alone_does_not_spend_money() -> None:
    assert choose({"OPENAI_API_KEY": "sk-1"}, ollama=NOBODY).embedded


def test_a_key_and_a_model_mean_openai() -> None:
    endpoint = choose({"OPENAI_API_KEY": "sk-1", "FEUILLETON_CHAT_MODEL": "gpt-x"}, ollama=NOBODY)
    assert (endpoint.address, endpoint.key, endpoint.model.name) == ("https://api.openai.com/v1", "sk-1", "gpt-x")
    assert "sk-1" not in repr(endpoint)


def test_an_address_and_a_model_mean_that_server() -> None:
    endpoint = choose({"OPENAI_BASE_URL": "http://gpu:8000/v1/", "FEUILLETON_CHAT_MODEL": "qwen"}, ollama=NOBODY)
    assert (endpoint.address, endpoint.label) == ("http://gpu:8000/v1", "gpu:8000")
    assert endpoint.model.version == "as served by gpu:8000"


def test_a_password_in_the_address_stays_out_of_names() -> None:
    settings = {"OPENAI_BASE_URL": "http://me:hush@gpu/v1", "FEUILLETON_CHAT_MODEL": "qwen"}
    endpoint = choose(settings, ollama=NOBODY)
    assert endpoint.label == "gpu"
    assert "hush" not in str(endpoint.model)


@pytest.mark.parametrize("base", ["gpu:8000", "ftp://gpu/v1", "file:///etc/passwd", "http://"])
def test_an_address_that_is_none_is_refused(base: str) -> None:
    with pytest.raises(Unavailable, match="OPENAI_BASE_URL"):
        choose({"OPENAI_BASE_URL": base, "FEUILLETON_CHAT_MODEL": "qwen"}, ollama=NOBODY)


def test_an_address_without_a_model_says_what_to_set() -> None:
    with pytest.raises(Unavailable, match="set it to a model's name at gpu:8000"):
        choose({"OPENAI_BASE_URL": "http://gpu:8000/v1"}, ollama=NOBODY)


def test_ollama_is_found_and_its_embedding_models_are_passed_over(site: Site) -> None:
    site.pages["/api/tags"] = {"models": [BERT, LLAMA]}
    endpoint = choose({}, ollama=site.address)
    assert (endpoint.model.name, endpoint.address) == ("llama3.2:latest", f"{site.address}/v1")
    assert endpoint.label == "Ollama on this machine"


@pytest.mark.parametrize("page", [{"models": []}, {"models": [BERT]}, {"models": None}, [], {"models": ["x"]}, 500])
def test_an_ollama_without_a_chat_model_leaves_the_embedded_one(site: Site, page: object) -> None:
    site.pages["/api/tags"] = page
    assert choose({}, ollama=site.address).embedded


def test_a_model_named_for_ollama_must_be_there(site: Site) -> None:
    site.pages["/api/tags"] = {"models": [LLAMA]}
    assert choose({"FEUILLETON_CHAT_MODEL": "llama3.2"}, ollama=site.address).model.name == "llama3.2"
    with pytest.raises(Unavailable, match="FEUILLETON_CHAT_MODEL is llama4"):
        choose({"FEUILLETON_CHAT_MODEL": "llama4"}, ollama=site.address)


def test_the_name_of_an_embedded_model_wins_over_ollama(site: Site) -> None:
    site.pages["/api/tags"] = {"models": [LLAMA]}
    assert choose({"FEUILLETON_CHAT_MODEL": "qwen2.5-coder-0.5b"}, ollama=site.address).embedded
    assert site.keys == []


def settings(site: Site) -> dict[str, str]:
    return {"OPENAI_BASE_URL": f"{site.address}/v1", "OPENAI_API_KEY": "sk-1", "FEUILLETON_CHAT_MODEL": "writer"}


@pytest.mark.parametrize("page", [{"data": [{"id": "writer"}]}, {"data": []}, {"object": "list"}, 404])
def test_a_probe_is_content_when_the_model_is_listed_or_no_list_is_kept(site: Site, page: object) -> None:
    site.pages["/v1/models"] = page
    assert "answers and serves writer" in probe(choose(settings(site)))
    assert site.keys == ["Bearer sk-1"]


@pytest.mark.parametrize(
    ("page", "kind", "words"),
    [
        (401, Unavailable, "OPENAI_API_KEY"),
        (403, Unavailable, "OPENAI_API_KEY"),
        (502, TryAgain, "answers 502"),
        ({"data": [{"id": "poet"}]}, Unavailable, "no model called writer; it serves poet"),
    ],
)
def test_a_probe_names_what_is_wrong(site: Site, page: object, kind: type[Exception], words: str) -> None:
    site.pages["/v1/models"] = page
    with pytest.raises(kind, match=words):
        probe(choose(settings(site)))


def test_a_probe_of_a_server_that_is_down_says_so() -> None:
    with pytest.raises(TryAgain, match="does not answer"):
        probe(choose({"OPENAI_BASE_URL": f"{NOBODY}/v1", "FEUILLETON_CHAT_MODEL": "writer"}))


@pytest.mark.parametrize("cores", [0, 1, 2, 64])
def test_there_is_always_a_thread_and_never_more_than_we_may_use(cores: int) -> None:
    assert 1 <= free_threads(cores) <= max(1, cores)


def test_asking_for_the_model_loads_no_heavy_library() -> None:
    script = (
        "import sys; from pathlib import Path; from generation.backends import Workshop, load;"
        "chat = load('chat', Workshop(locker=None, cache=Path('.'),"
        " settings={'FEUILLETON_CHAT_MODEL': 'qwen2.5-coder-1.5b'}));"
        "chat.model; chat.workers;"
        "print([name for name in ('langchain_core', 'langchain_openai', 'openai', 'xllamacpp', 'httpx', 'jsonschema',"
        " 'pydantic', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
