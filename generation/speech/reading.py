"""A request for a line, read: who speaks, which sentences, how fast."""

from dataclasses import dataclass

from generation.errors import InvalidRequest
from generation.requests.sound import VoiceRequest
from generation.speech.text import sentences, spoken
from generation.voices import Voice, find

SPEEDS = (0.5, 2.0)
"""How slowly and how fast a voice may be asked to speak, against its own pace."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What is to be said: cleaned sentences, the voice, and its speed with the voice's own pace in it."""

    voice: Voice
    sentences: tuple[str, ...]
    speed: float


def read(request: VoiceRequest) -> Reading:
    """Check a request and prepare its words.

    Raises:
        InvalidRequest: the voice is unknown, the speed out of `SPEEDS`, or the text too long or without words.
    """
    voice = find(request.language, request.voice)
    slowest, fastest = SPEEDS
    if not slowest <= request.speed <= fastest:
        raise InvalidRequest(f"a voice speaks at {slowest} to {fastest} times its speed, not {request.speed}")
    speed = max(slowest, min(fastest, voice.pace * request.speed))
    return Reading(voice=voice, sentences=sentences(spoken(request.text)), speed=speed)
