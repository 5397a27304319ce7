"""What makes a medium: the protocol every back-end follows, and the table that finds one by name.

A back-end is synchronous, serves one request at a time a worker, and keeps nothing between requests but its loaded
weights. It writes one file into the job's folder and returns what it made. A module is imported when its back-end is
first used, so that composing the studio loads no model and no heavy library.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from generation.catalog.model import Model
from generation.catalog.profile import Profile
from generation.errors import GenerationError, Unavailable
from generation.notes import Note
from generation.requests.identity import Digest
from generation.weights.locker import Progress


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What a back-end made: one file, and facts about it that the studio keeps.

    `facts` is JSON-able and deterministic for a given request (`frames`, `width`, `samples`, `rate`, `tokens` …).
    `notes` are things that could not be done as asked; the person is told. `micros` is what was paid for it in
    millionths of a euro, where whoever was paid says so; else the price counts.
    """

    path: Path
    media_type: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    micros: int | None = None


class Job(Protocol):
    """One request at work, as the back-end sees it."""

    @property
    def folder(self) -> Path:
        """An empty folder of this job's own; what is not returned is deleted with it."""

    def source(self, digest: Digest) -> Path:
        """Return the file with this digest; it must be one of the request's sources."""

    def report(self, fraction: float) -> None:
        """Say how far the work is, 0 to 1. Call it often: it raises `Cancelled` when nobody wants the result."""

    def say(self, words: str) -> None:
        """Let whoever waits read on: the next words of an answer, for a back-end that talks (`TalkRequest`)."""

    @property
    def ticket(self) -> str:
        """A provider's name for this very job, kept by an earlier try of the same request; empty where there is none.

        A back-end that finds one asks about that job and creates no other.
        """

    def place(self) -> None:
        """Say that the job is about to be created at a provider; it is committed before this returns.

        Raises:
            Doubtful: an earlier try said so and kept no ticket, so the job may be there, and paid, already.
        """

    def keep(self, ticket: str) -> None:
        """Commit the provider's name for the job before anything is asked about it."""


class Locker(Protocol):
    """Where weights, fonts and instruments are kept (`generation.weights`)."""

    def path(self, name: str) -> Path:
        """Return the verified file or folder called `name`, fetching it first where it is missing.

        Raises:
            Unavailable: it is not here and none of its sources answers.
        """

    def has(self, name: str) -> bool:
        """Tell whether `name` is here and right, so that `path` fetches nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Workshop:
    """What every back-end is given when it is made: the weights locker, a cache of its own, the cores it may use.

    `settings` are words from the environment that a back-end may need (an address, a key, a model's name). `catalog`
    holds the profiles of models by name, and `profile` is the one that a back-end is made for, where it is one of many;
    its weights are where `generation.weights.hub.folder` says. `fetched` hears of what is fetched on first use.
    """

    locker: Locker
    cache: Path
    cores: int = 1
    settings: Mapping[str, str] = field(default_factory=dict)
    catalog: Mapping[str, Profile] = field(default_factory=dict)
    profile: Profile | None = None
    fetched: Progress | None = None


class BackEnd(Protocol):
    """Makes one medium. Its constructor takes a `Workshop` and loads nothing; the first `make` loads the weights."""

    @property
    def model(self) -> Model:
        """The catalog entry of the model that does the work: name, version, licence."""

    @property
    def workers(self) -> int:
        """How many requests may be at work at once."""

    def make(self, request: Any, job: Job) -> Made:  # noqa: ANN401 - each back-end takes its own kind of request
        """Make one file in the job's folder.

        Raises:
            GenerationError: by what the caller should do (`generation.errors`).
        """

    def close(self) -> None:
        """Free memory and end child processes; the back-end may be used again afterwards."""


@runtime_checkable
class Batching(Protocol):
    """A back-end that makes several pieces in one go, faster than one after the other."""

    def together(self, request: Any) -> int:  # noqa: ANN401
        """Return how many pieces like this one it makes at once."""

    def fits(self, request: Any, other: Any) -> bool:  # noqa: ANN401
        """Tell whether two requests can be made in one go."""

    def make_all(self, requests: Sequence[Any], jobs: Sequence[Job]) -> Sequence[Made | GenerationError]:
        """Make these in one go: what each became, or why it did not. One that is called off lets the others go on."""


BUILT_IN: Mapping[str, str] = {
    "chat": "generation.chat.backend:Chat",
    "previz": "generation.image.previz.backend:Previz",
    "diffusers-still": "generation.image.diffusers:DiffusersStill",
    "animatic": "generation.video.animatic.backend:Animatic",
    "kokoro": "generation.speech.kokoro:KokoroVoice",
    "espeak": "generation.speech.espeak:EspeakVoice",
    "coqui": "generation.speech.coqui:CoquiVoice",
    "openai-voice": "generation.speech.openai:OpenAIVoice",
    "table-read": "generation.speech.tableread:TableReader",
    "whisper": "generation.hearing.whisper:Whisper",
    "score": "generation.music.score:Score",
    "cut": "generation.cut.backend:Cutter",
    "frame-grab": "generation.cut.grab:FrameGrabber",
    "press": "generation.paper.press:Press",
    "diffusers-clip": "generation.video.diffusers:DiffusersClip",
    "diffusers-cue": "generation.music.diffusers:DiffusersCue",
    "openai-still": "generation.image.openai:OpenAIStill",
    "job": "generation.remote.job:RemoteJob",
    "comfyui": "generation.remote.comfyui:ComfyUI",
}
"""Name to `module:class`. Packages add theirs under the entry point group `feuilleton.backends`."""


def load(name: str, workshop: Workshop) -> BackEnd:
    """Import and make the back-end called `name`, or the one that runs the model of the catalog called so.

    Raises:
        Unavailable: no such back-end and no such model, or the package behind it is not installed.
    """
    profile = workshop.catalog.get(name)
    if profile is not None:
        name, workshop = profile.backend, replace(workshop, profile=profile)
    make = _built_in(name) if name in BUILT_IN else _plugged_in(name)
    return make(workshop)


def _built_in(name: str) -> Callable[[Workshop], BackEnd]:
    module, _, attribute = BUILT_IN[name].partition(":")
    try:
        return getattr(import_module(module), attribute)  # type: ignore[no-any-return]  # the table is ours
    except ImportError as error:
        raise Unavailable(f"back-end {name} needs the package {error.name}; install it and try again") from error


def _plugged_in(name: str) -> Callable[[Workshop], BackEnd]:
    for entry in entry_points(group="feuilleton.backends", name=name):
        return entry.load()  # type: ignore[no-any-return]  # the plug-in's word; its contract test is its proof
    raise Unavailable(f"there is no back-end called {name}; known: {', '.join(sorted(BUILT_IN))}")
