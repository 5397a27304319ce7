"""The back-end `openai-voice`: lines spoken by any server that has OpenAI's `audio/speech`, as a profile describes it.

| setting of the profile | what it says                                                                             |
|------------------------|------------------------------------------------------------------------------------------|
| `base_url`             | the server's address, with `/v1`; else `OPENAI_BASE_URL`, else OpenAI's                  |
| `model`                | the model's name there; the profile's own name where there is none                       |
| `key`                  | the variable that holds the key; `OPENAI_API_KEY` where no `base_url` stands here        |
| `response_format`      | `wav` (the default), `flac` or `mp3`                                                     |
| `speed`                | `false` where the model takes no speed                                                   |
| `instructions`         | how it is to speak, for models that can be told so                                       |

What comes back is decoded within limits and must be what was promised. It is written anew as every other line is.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model
from generation.catalog.profile import Profile
from generation.chat.endpoint import OPENAI, Endpoint, Places
from generation.errors import BadResult, CutOff, InvalidRequest, Unavailable
from generation.notes import note
from generation.requests.sound import VoiceRequest
from generation.speech import ensemble
from generation.speech.decoding import MAGIC, HalfSound, NotSound, decoded
from generation.speech.reading import Reading, read

if TYPE_CHECKING:
    from pathlib import Path

    from generation.speech.recording import Line

LONGEST = 90.0
"""Seconds of a line: its words are about half a minute of speech, at half the speed twice as much."""

_AT_ONCE = 4
_KEY = "OPENAI_API_KEY"


class OpenAIVoice:
    """Has a line spoken elsewhere, by the speaker of a profile who stands for one of `generation.voices`."""

    def __init__(self, workshop: Workshop) -> None:
        """Read the profile; nothing is asked of the server.

        Raises:
            Unavailable: there is no profile, it lacks something, or there is no key.
        """
        if workshop.profile is None:
            raise Unavailable("openai-voice runs models of the catalog; assign one of them to the operation voice")
        self._profile = workshop.profile
        self._form = _form(self._profile)
        self.endpoint = endpoint(self._profile, workshop.settings)

    @property
    def model(self) -> Model:
        """The profile's model."""
        return self._profile.model

    @property
    def workers(self) -> int:
        """How many lines may be asked for at once."""
        return _AT_ONCE

    def make(self, request: VoiceRequest, job: Job) -> Made:
        """Write `line.wav`: mono, 48 kHz, 16 bits, trimmed, at an even level.

        Raises:
            Doubtful: the server took the line and nothing is known of it since.
            BadResult: it answered with something else than whole sound, or with silence.
        """
        reading = read(request)
        if request.reference:
            raise InvalidRequest(f"{self._profile.title} speaks with its own voices only; it takes no lent one")
        speaker = ensemble.chosen(reading.voice, self._profile.speakers)
        notes = ensemble.notes(reading.voice, speaker)
        has_speed = self._profile.settings.get("speed", True) is not False
        if not has_speed and reading.speed != 1:
            notes = (*notes, note("speed-not-taken"))
        job.report(0.0)
        job.place()
        path = job.folder / f"answer.{self._form}"
        self._fetch(reading, speaker.name, path, job, has_speed=has_speed)
        job.report(0.97)

        from generation.speech.recording import delivered  # noqa: PLC0415

        return delivered(self._line(path), job.folder, notes)

    def close(self) -> None:
        """Free nothing: each line has a connection of its own."""

    def _fetch(self, reading: Reading, speaker: str, path: "Path", job: Job, *, has_speed: bool) -> None:
        from generation.speech.openai_call import Call  # noqa: PLC0415

        fields: dict[str, Any] = {
            "input": " ".join(reading.sentences),
            "voice": speaker,
            "response_format": self._form,
        }
        if has_speed and reading.speed != 1:
            fields["speed"] = reading.speed
        if told := self._profile.settings.get("instructions"):
            fields["instructions"] = str(told)
        Call(endpoint=self.endpoint, fields=fields, is_paid=self._profile.is_paid).fetch(path, job.report)

    def _line(self, path: "Path") -> "Line":
        from generation.speech.recording import RATE, finished, is_silent  # noqa: PLC0415

        label = self.endpoint.label
        try:
            samples = decoded(path, RATE, form=self._form, seconds=LONGEST)
        except HalfSound as error:
            raise CutOff(f"{label} sent sound that is cut off: {error}") from error
        except NotSound as error:
            raise BadResult(f"{label} did not send the {self._form} that was asked for: {error}") from error
        if is_silent(samples):
            raise BadResult(f"{label} sent silence; change the words")
        return finished(samples)


def endpoint(profile: Profile, settings: Mapping[str, str]) -> Endpoint:
    """Return the server that a profile names.

    A key goes to the server that it is for and to no other: that of the environment to the environment's, else the one
    that the profile names to the profile's.

    Raises:
        Unavailable: the address is none, no speaker is listed, or there is no key.
    """
    own = str(profile.settings.get("base_url") or "")
    address = (own or settings.get("OPENAI_BASE_URL", "").strip() or OPENAI).rstrip("/")
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        place = f"`base_url` of the profile {profile.name}" if own else "OPENAI_BASE_URL"
        raise Unavailable(f"{place} is {address!r}, which is no http address; correct it")
    if not profile.speakers:
        raise Unavailable(f"the profile {profile.name} lists no speakers; name the voices of its model in `speakers`")
    named = str(profile.settings.get("key") or "")
    variable = named or ("" if own else _KEY)
    key = settings.get(variable, "").strip() if variable else ""
    if not key and (named or address == OPENAI):
        raise Unavailable(f"the profile {profile.name} needs a key for {parts.hostname}; {_remedy(named)}")
    name = str(profile.settings.get("model") or profile.name)
    return Endpoint(
        label=parts.netloc.rpartition("@")[2],
        model=Model(
            name=name,
            version=profile.model.version,
            licence=profile.licence.name,
            origin=profile.model.origin,
            source=address,
        ),
        address=address,
        key=key or "none",
        places=Places(
            address=f"`base_url` of the profile {profile.name}" if own else "OPENAI_BASE_URL",
            key=variable or f"the variable that `key` of the profile {profile.name} names",
            model=f"`model` of the profile {profile.name}",
        ),
    )


def _remedy(named: str) -> str:
    return f"put {named} into FEUILLETON_KEYS" if named else f"set {_KEY}"


def _form(profile: Profile) -> str:
    form = str(profile.settings.get("response_format", "wav"))
    if form not in MAGIC:
        raise Unavailable(
            f"`response_format` of the profile {profile.name} is {form}; it can be {', '.join(sorted(MAGIC))}"
        )
    return form
