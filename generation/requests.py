"""What can be asked for: frozen values whose digest is their identity.

A request names its inputs by the digest of their bytes, never by a path, so that the same wish on the same
material has the same digest on every machine. A back-end finds the bytes through its `Job`.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import ClassVar

from generation.cut.timeline import Timeline
from generation.paper.certificate import CertificatePage
from generation.paper.leaves import Leaves
from generation.paper.page import Page
from generation.paper.sheet import Sheet

Digest = str
"""SHA-256 of a file's bytes or of a value's canonical JSON, 64 hexadecimal digits."""


def canonical(value: object) -> bytes:
    """Return a JSON-able value as JSON, keys sorted, no white space: equal values have equal bytes."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode()


def digest_of(value: object) -> Digest:
    """Return the SHA-256 of a value's canonical JSON."""
    return hashlib.sha256(canonical(value)).hexdigest()


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """One turn of a chat prompt; `role` is `user` or `assistant`."""

    role: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TextRequest:
    """Ask the chat model for one JSON document that fits `schema` (JSON Schema, as canonical JSON text)."""

    operation: ClassVar[str] = "text"

    instructions: str
    messages: tuple[Message, ...]
    schema: str
    max_tokens: int = 450
    temperature: float = 0.5
    seed: int = 7

    @property
    def sources(self) -> tuple[Digest, ...]:
        """A prompt carries its words; it reads no file."""
        return ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """A tool that the model calls: an id to answer it by, the tool's name, its arguments as canonical JSON text."""

    id: str
    name: str
    arguments: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Utterance:
    """One turn of a conversation with tools; `role` is `user`, `assistant` or `tool`.

    `calls` are what an assistant calls, `answers` the id of the call that a tool's words answer.
    """

    role: str
    text: str
    calls: tuple[Call, ...] = ()
    answers: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkRequest:
    """Ask the chat model for the next turn of a conversation: words that are heard as they come, and calls of tools.

    `tools` is a JSON array of `{"name", "description", "parameters"}` as canonical JSON text. What is made is a JSON
    document `{"text": …, "calls": [{"name": …, "arguments": {…}}]}`.
    """

    operation: ClassVar[str] = "text"

    instructions: str
    messages: tuple[Utterance, ...]
    tools: str = "[]"
    max_tokens: int = 600
    temperature: float = 0.5
    seed: int = 7

    @property
    def sources(self) -> tuple[Digest, ...]:
        """A conversation carries its words; it reads no file."""
        return ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SightRequest:
    """Ask the chat model what it sees in a picture (JPEG or PNG): one JSON document that fits `schema`."""

    operation: ClassVar[str] = "text"

    instructions: str
    ask: str
    picture: Digest
    schema: str
    max_tokens: int = 450
    temperature: float = 0.2
    seed: int = 7

    @property
    def sources(self) -> tuple[Digest, ...]:
        """The picture."""
        return (self.picture,)


Prompt = TextRequest | TalkRequest | SightRequest
"""What the chat model is asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """How a character is drawn in every shot of an episode: who they are, and what they wear.

    `id` is the character's own: it decides the features of the face, so that two people of one age and sex differ and
    one person never does. Words are the artist's (`generation.image.previz.vocabulary`), colours are `#rrggbb`;
    `colours` are those of the clothes: main, second, accent. Empty colours are chosen from the id.
    """

    id: str
    sex: str = "woman"
    age: str = "young"
    build: str = "average"
    height: str = "average"
    ancestry: str = "east-asian"
    skin: str = ""
    eyes: str = ""
    hair: str = "long"
    hair_colour: str = ""
    outfit: str = "tee"
    colours: tuple[str, ...] = ()
    features: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """A character in a shot: how they stand, what their face says, where they look, and what they hold.

    `gaze` is a direction or the id of another character in the shot; `position` and `facing` may be `auto`, then the
    artist blocks the shot; `holds` is a prop or empty.
    """

    look: Look
    pose: str = "stand"
    expression: str = "neutral"
    gaze: str = "ahead"
    facing: str = "auto"
    position: str = "auto"
    holds: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetRequest:
    """Ask for a character sheet: front, three-quarter, profile and back, and six expressions, on a plain ground.

    The sheet is what every panel with this look obeys: a person approves it before the first panel is drawn.
    """

    operation: ClassVar[str] = "sheet"

    look: Look
    width: int = 1080
    height: int = 1350

    @property
    def sources(self) -> tuple[Digest, ...]:
        """A sheet is made from words alone."""
        return ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PanelRequest:
    """Ask for one drawing of the storyboard.

    The words of place, weather and framing are the script's own (`storage.domain.story`); a back-end that does not
    know one takes the nearest it knows and says so in its notes.

    `scene_seed` belongs to the scene: shots that share it are taken in the same place, laid out alike (without it, the
    shot's own `seed` lays it out).

    `actors` are who is drawn. `line` are the ids of all who play in the scene, from left to right as the camera sees
    them: shots that share it never cross the line of action (the 180 degree rule). `props` stand near.
    """

    operation: ClassVar[str] = "panel"

    description: str
    place: str
    hour: str
    weather: str
    mood: str
    framing: str
    angle: str
    actors: tuple[Actor, ...] = ()
    props: tuple[str, ...] = ()
    line: tuple[str, ...] = ()
    lens: str = "normal"
    seed: int
    scene_seed: int | None = None
    width: int = 1080
    height: int = 1920

    @property
    def sources(self) -> tuple[Digest, ...]:
        """A panel is made from words alone."""
        return ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Speech:
    """A line spoken in a clip by the actor whose look has this id.

    `start` is the millisecond of the clip at which the sound begins, with the silence before its first word; below 0
    where that silence begins before the clip.
    `phonemes` are the voice's own (IPA, as its back-end reports them); without them mouths follow the sound's energy.
    """

    voice: Digest
    actor: str
    start: int
    phonemes: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ClipRequest:
    """Ask for `frames` frames at `rate` per second that start on the panel and follow the camera `move`.

    `drawing` is the panel's own request when our artist drew it: its layers can then be painted again and moved apart.
    Without it the panel is a flat picture (a person's own, or another model's). `speech` moves the mouths, each from
    its own time on. `effort` is `full` (figures drawn anew, twelve times a second) or `light` (the panel's layers, with
    mouths and eyes laid over).
    """

    operation: ClassVar[str] = "clip"

    panel: Digest
    drawing: PanelRequest | None = None
    move: str
    speech: tuple[Speech, ...] = ()
    effort: str = "full"
    frames: int
    rate: int = 30
    width: int = 1080
    height: int = 1920
    seed: int

    @property
    def sources(self) -> tuple[Digest, ...]:
        """The panel, and the voices that are heard."""
        return (self.panel, *dict.fromkeys(speech.voice for speech in self.speech))


@dataclass(frozen=True, kw_only=True, slots=True)
class VoiceRequest:
    """Ask for one spoken line: `language` is `fr`, `en` or `zh`; `speed` 1 is the voice's own (0.5 to 2)."""

    operation: ClassVar[str] = "voice"

    text: str
    language: str
    voice: str
    speed: float = 1.0

    @property
    def sources(self) -> tuple[Digest, ...]:
        """A line is made from words alone."""
        return ()


@dataclass(frozen=True, kw_only=True, slots=True)
class TableReadRequest:
    """Ask for recorded lines in one sound, in this order with a short silence between them.

    Facts: `milliseconds` of the whole, and `starts_ms`, the millisecond at which each line begins.
    """

    operation: ClassVar[str] = "table-read"

    voices: tuple[Digest, ...]

    @property
    def sources(self) -> tuple[Digest, ...]:
        """The recorded lines, each once."""
        return tuple(dict.fromkeys(self.voices))


@dataclass(frozen=True, kw_only=True, slots=True)
class TranscriptionRequest:
    """Ask for what is said in a recording, in words; `language` is the one that its speaker usually speaks.

    The file is JSON: `text`, empty where nobody speaks, and the `language` it is in. Facts: `language`, `milliseconds`.
    """

    operation: ClassVar[str] = "transcribe"

    sound: Digest
    language: str

    @property
    def sources(self) -> tuple[Digest, ...]:
        """The recording."""
        return (self.sound,)


@dataclass(frozen=True, kw_only=True, slots=True)
class CueRequest:
    """Ask for a piece of music of `milliseconds`, composed for `mood`; it ends, it does not stop."""

    operation: ClassVar[str] = "cue"

    mood: str
    milliseconds: int
    seed: int

    @property
    def sources(self) -> tuple[Digest, ...]:
        """A cue is composed from its mood and length."""
        return ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CutRequest:
    """Ask for the assembled episode: `quality` is `preview` (540x960) or `final` (1080x1920)."""

    operation: ClassVar[str] = "cut"

    timeline: Timeline
    quality: str = "final"
    tags: tuple[tuple[str, str], ...] = field(default=())

    @property
    def sources(self) -> tuple[Digest, ...]:
        """Every clip, voice and cue the timeline places, each once, in order of appearance."""
        return self.timeline.sources


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperRequest:
    """Ask for a paper as PDF.

    `kind` is `storyboard` (with the drawings) or `shot-list` (words alone) of a `Sheet`, `authorship` of a `Page`,
    `certificate` of a `CertificatePage`, or `manuscript` of `Leaves`.
    """

    operation: ClassVar[str] = "paper"

    kind: str
    sheet: Sheet | Page | CertificatePage | Leaves

    @property
    def sources(self) -> tuple[Digest, ...]:
        """The drawings that are printed, each once."""
        shown = self.sheet.rows if self.kind == "storyboard" and isinstance(self.sheet, Sheet) else ()
        return tuple(dict.fromkeys(row.picture for row in shown))


Request = (
    TextRequest
    | TalkRequest
    | SightRequest
    | SheetRequest
    | PanelRequest
    | ClipRequest
    | VoiceRequest
    | TableReadRequest
    | TranscriptionRequest
    | CueRequest
    | CutRequest
    | PaperRequest
)


def recipe(request: Request, model: str, version: str) -> bytes:
    """Return everything that decides a take, as canonical JSON; its digest is the take's key."""
    body = {"operation": request.operation, "model": model, "version": version, "request": asdict(request)}
    return canonical(body)


def key(request: Request, model: str, version: str) -> Digest:
    """Return the identity of a take: the same request to the same model and version is the same take."""
    return hashlib.sha256(recipe(request, model, version)).hexdigest()
