"""The back-end `coqui`: lines spoken by a model of coqui-tts, VITS or XTTS, that a profile of the catalog describes.

Its weights are pickles, which the hub gives out only where the operator named the file; they are loaded as weights
alone (`coqui_folder`). The same request makes the same file on the same kind of machine. Calling a line off takes
effect within a part of the network: some milliseconds, for XTTS one token.
"""

import hashlib
import logging
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from generation import torchaudio, torchvision
from generation.backends import Job, Made, Workshop
from generation.catalog.model import Model, Taken
from generation.catalog.profile import Profile, Speaker
from generation.diffusion.device import HERE, threads
from generation.diffusion.libraries import hushed
from generation.errors import BadResult, GenerationError, InvalidRequest, Unavailable
from generation.notes import Note, note
from generation.requests.identity import canonical
from generation.requests.sound import VoiceRequest
from generation.speech import ensemble
from generation.speech.decoding import NotSound
from generation.speech.reading import Reading, read
from generation.voices import Voice
from generation.weights import hub

if TYPE_CHECKING:
    from generation.speech.coqui_network import Network
    from generation.speech.recording import Audio

log = logging.getLogger(__name__)

FETCHED = 0.5
"""How far a line is when the weights of its model have just been fetched."""


class CoquiVoice:
    """Speaks a line with the speaker of a profile who stands for one of `generation.voices`, or with a lent voice."""

    def __init__(self, workshop: Workshop) -> None:
        """Remember where the weights are.

        Raises:
            Unavailable: no model of the catalog is assigned.
        """
        if workshop.profile is None:
            raise Unavailable("coqui runs models of the catalog; assign one of them to the operation voice by its name")
        self._workshop, self._profile = workshop, workshop.profile
        self._network: Network | None = None
        self._lock = RLock()

    @property
    def name(self) -> str:
        """The profile's name."""
        return self._profile.name

    @property
    def model(self) -> Model:
        """The profile's model."""
        return self._profile.model

    @property
    def workers(self) -> int:
        """One line at a time: the noise is drawn from dice that the whole process has."""
        return 1

    def make(self, request: VoiceRequest, job: Job) -> Made:
        """Write `line.wav`: mono, 48 kHz, 16 bits, trimmed, at an even level."""
        reading = read(request)
        recording = _recording(request, self._profile, job)
        job.report(0.0)
        with self._lock:
            network = self._loaded(job)
            with threads(self._workshop.cores):
                return self._made(network, request, reading, recording, job)

    def close(self) -> None:
        """Let the network go."""
        with self._lock:
            self._network = None
        HERE.sweep()

    def give_way(self) -> bool:
        """Let the network go unless it speaks; tell whether there was one."""
        if not self._lock.acquire(blocking=False):
            return False
        try:
            held, self._network = self._network is not None, None
        finally:
            self._lock.release()
        return held

    def _loaded(self, job: Job) -> "Network":
        if self._network is None:
            folder = hub.folder(self._workshop, self._profile, lambda done: job.report(done * FETCHED))
            HERE.make_room(self, min(self._profile.needs.values(), default=0.0))
            self._network = _loaded(folder, self._profile)
            HERE.settle(self)
        return self._network

    def _made(
        self, network: "Network", request: VoiceRequest, reading: Reading, recording: Path | None, job: Job
    ) -> Made:
        from generation.speech.recording import delivered, recorded  # noqa: PLC0415

        speaker, notes = self._speaker(network, reading.voice, recording)
        speaking = _Speaking(network=network, request=request, speaker=speaker, recording=recording, job=job)
        line = recorded(reading, speaking.say, speaking.report)
        return delivered(line, job.folder, (*notes, *speaking.notes))

    def _speaker(self, network: "Network", voice: Voice, recording: Path | None) -> tuple[str, tuple[Note, ...]]:
        """Return the model's name for who speaks a voice; none where it has no names or the voice is lent."""
        if recording is not None or not network.speakers:
            return "", ()
        known = [each for each in self._profile.speakers if each.name in network.speakers]
        if self._profile.speakers and not known:
            raise Unavailable(f"no speaker of the profile {self.name} is in its model; correct `speakers`")
        speaker = ensemble.chosen(voice, known or [Speaker(name=name) for name in network.speakers])
        return speaker.name, ensemble.notes(voice, speaker)


@dataclass(kw_only=True)
class _Speaking:
    """One line while it is spoken.

    How far it is is told again and again within a sentence too, so that it can be called off there.
    """

    network: "Network"
    request: VoiceRequest
    speaker: str
    recording: Path | None
    job: Job
    reached: float = 0.0
    dropped: str = ""

    @property
    def notes(self) -> tuple[Note, ...]:
        """Say which letters and digits nobody hears; of a mark that is left out nothing would have been heard."""
        dropped = "".join(dict.fromkeys(each for each in self.dropped if each.isalnum()))
        return (note("letters-unspoken", letters=dropped),) if dropped else ()

    def report(self, fraction: float) -> None:
        """Tell how far the line is."""
        self.reached = fraction
        self.job.report(fraction)

    def say(self, sentence: str, voice: Voice, speed: float) -> "Audio":
        """Speak a sentence; return it at 48 kHz."""
        from generation.speech.coqui_network import Saying  # noqa: PLC0415
        from generation.speech.recording import resampled  # noqa: PLC0415

        saying = Saying(
            text=sentence,
            language=voice.language,
            speaker=self.speaker,
            speed=speed,
            seed=seed(self.request, sentence),
            reference=self.recording,
        )
        try:
            said = self.network.say(saying, lambda: self.job.report(self.reached))
        except GenerationError:
            raise
        except NotSound as error:
            raise InvalidRequest(f"the recording of the lent voice cannot be used: {error}") from error
        except Exception as error:  # whatever the network makes of words
            log.exception("%r could not be spoken", sentence)
            raise BadResult(f"the voice model failed at {sentence[:60]!r}; change the words") from error
        self.dropped += said.dropped
        return resampled(said.samples, self.network.rate)


def _recording(request: VoiceRequest, profile: Profile, job: Job) -> Path | None:
    """Return the recording of a lent voice, if the line is to be spoken with one.

    Raises:
        InvalidRequest: it comes without consent, or the model takes none.
    """
    if not request.reference:
        return None
    if not request.consent:
        raise InvalidRequest("a voice is lent with its owner's consent only, and the request names none")
    if Taken.CLONING not in profile.takes:
        raise InvalidRequest(f"{profile.title} speaks with its own voices only; choose a model that takes a lent one")
    return job.source(request.reference)


def _loaded(folder: Path, profile: Profile) -> "Network":
    try:
        with hushed():
            torchaudio.ensure()
            torchvision.ensure()
            from generation.speech.coqui_network import load  # noqa: PLC0415

            logging.getLogger("TTS").setLevel(logging.ERROR)  # it tells every word it says and letter it drops
            return load(folder, HERE.kind)
    except ImportError as error:
        raise Unavailable(f"coqui needs the package {error.name}; install feuilleton[tts]") from error
    except GenerationError:
        raise
    except Exception as error:  # whatever a stranger's file makes the library raise
        raise Unavailable(f"{profile.title} cannot be loaded from {folder} ({str(error)[:200]})") from error


def seed(request: VoiceRequest, sentence: str) -> int:
    """Return the number from which the noise of a sentence is drawn: the same request sounds the same.

    A line that is to be faster or slower is the same reading of it.
    """
    asked = canonical({"request": asdict(replace(request, speed=1.0)), "sentence": sentence})
    return int.from_bytes(hashlib.sha256(asked).digest()[:4], "big")
