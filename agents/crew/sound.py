"""The sound crew: a voice for everyone in the cast, a request for each line, and the cue under it all."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from agents.crew.editor import Spoken
from agents.crew.seeds import seed
from agents.production import Order
from generation.requests.sound import CueRequest, VoiceRequest
from generation.voices import cast
from storage.domain.ids import Digest, EpisodeId
from storage.domain.story import Line, Mood, Script, Synopsis
from storage.domain.takes import Medium, Take, Work
from storage.domain.timecode import RATE
from storage.lendings import Lent


def voices(synopsis: Synopsis, language: str) -> Mapping[str, str]:
    """Return a voice for each character, by id; the same cast always gets the same voices."""
    people = [(character.sex.value, character.age.value) for character in synopsis.cast]
    chosen = cast(language, people)
    return {character.id: voice for character, voice in zip(synopsis.cast, chosen, strict=True)}


def readings(
    script: Script, synopsis: Synopsis, language: str, paper: Digest, lent: Mapping[str, tuple[Lent, Digest]]
) -> tuple[Order, ...]:
    """Return an order for each line of the script; `paper` is the script's digest.

    `lent` are the voices that people lend to characters, by the characters' ids, with the papers that say so.
    """
    cast_ = voices(synopsis, language)
    return tuple(_reading(line, language, cast_[line.speaker], paper, lent.get(line.speaker)) for line in script.lines)


def _reading(line: Line, language: str, voice: str, paper: Digest, lent: tuple[Lent, Digest] | None) -> Order:
    work, request = Work(Medium.VOICE, line.id), VoiceRequest(text=line.text, language=language, voice=voice)
    if lent is None:
        return Order(work=work, request=request, sources=(paper,))
    theirs, casting = lent
    request = replace(request, reference=theirs.paper.recording, consent=theirs.consent)
    return Order(work=work, request=request, sources=(paper, casting))


def spoken(take: Take) -> Spoken:
    """Return when speech starts and ends in a recorded line, in frames, so that no sound is cut."""
    start, end = (_milliseconds(take, fact) for fact in ("speech_start_ms", "speech_end_ms"))
    return Spoken(
        sound=take.digest,
        start=start * RATE // 1000,
        end=-(-end * RATE // 1000),
        phonemes=str(take.facts.get("phonemes", "")),
    )


def mood(script: Script) -> Mood:
    """Return the mood that most shots share."""
    moods = Counter(script.scene(shot).mood for shot in script.shots)
    return moods.most_common(1)[0][0]


def cue(script: Script, frames: int, episode: EpisodeId, paper: Digest, prompt: str = "") -> Order:
    """Return the order of one continuous cue for the whole episode, in the mood most of its shots share."""
    request = CueRequest(
        mood=mood(script), milliseconds=frames * 1000 // RATE, seed=seed(episode, "cue"), prompt=prompt
    )
    return Order(work=Work(Medium.CUE), request=request, sources=(paper,))


def _milliseconds(take: Take, fact: str) -> int:
    value = take.facts[fact]
    if not isinstance(value, int):
        raise TypeError(f"{fact} of {take.work} is {value!r}, not whole milliseconds")
    return value
