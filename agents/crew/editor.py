"""The editor: how long each shot stands, and the arrangement of the episode. Pure: values in, a timeline out.

Words decide the length: a shot lasts as long as its lines take, with air around them; a silent shot lasts as long as
its framing needs to be read. The whole must fit the form (`storage.domain.story.SECONDS`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from generation.cut.timeline import Body, Caption, Credit, CreditsCard, Placed, Timeline, TitleCard
from storage.domain.ids import Digest
from storage.domain.story import SECONDS, Framing, Script, Shot
from storage.domain.timecode import RATE

TITLE = 45
"""Frames of the title card: 1.5 s."""
CREDITS = 75
"""Frames of the end card: 2.5 s."""
LEAD = 8
"""Frames before the first word of a shot: the cut comes before the voice."""
GAP = 6
"""Frames between two lines of one shot."""
TAIL = 14
"""Frames after the last word of a shot: time to see the face."""
LINGER = 8
"""Frames a caption stays after its last word, within the shot."""
DISSOLVE = 12
"""Frames of the dissolve where the scene changes."""
SHORTEST = 45
"""Frames below which a silent shot cannot be read on a phone: 1.5 s."""

READ = {Framing.EXTREME_WIDE: 90, Framing.WIDE: 84, Framing.FULL: 75}
"""Frames that a silent shot needs to be read; the closer framings need `READ_CLOSE`."""
READ_CLOSE = 66

LONGEST_EPISODE = SECONDS[1] * RATE
SHORTEST_EPISODE = SECONDS[0] * RATE


@dataclass(frozen=True, kw_only=True, slots=True)
class Spoken:
    """A recorded line: its sound, and where in it speech starts and ends, in frames (the end not included).

    `phonemes` are what is spoken, where the voice knows them.
    """

    sound: Digest
    start: int
    end: int
    phonemes: str = ""

    @property
    def frames(self) -> int:
        """How long the speech is."""
        return self.end - self.start


class Overrun(Exception):  # noqa: N818 - what an editor calls it
    """The dialogue does not fit the form: `line` should take at most `frames` frames."""

    def __init__(self, *, line: str, frames: int) -> None:
        """Keep which line is too long, and how long it may be."""
        super().__init__(f"line {line} should take at most {frames} frames")
        self.line = line
        self.frames = frames

    def share(self, spoken: Mapping[str, Spoken]) -> float:
        """Return how much of the line may stay, 0 to 1."""
        return self.frames / spoken[self.line].frames


def lengths(script: Script, spoken: Mapping[str, Spoken]) -> Mapping[str, int]:
    """Return each shot's length in frames, dissolves included, so that the episode fits the form.

    Raises:
        Overrun: even with the shortest silent shots the words take too long.
    """
    wanted = natural(script, spoken)
    least = {shot.id: _speech(shot, spoken) or SHORTEST for shot in script.shots}
    overlap = sum(_dissolves(script))
    room = LONGEST_EPISODE - TITLE - CREDITS + overlap
    if sum(least.values()) > room:
        raise _overrun(spoken, sum(least.values()) - room)
    need = SHORTEST_EPISODE - TITLE - CREDITS + overlap
    return _stretched(_shrunk(wanted, least, room), need)


def natural(script: Script, spoken: Mapping[str, Spoken]) -> Mapping[str, int]:
    """Return each shot's length in frames as its words and its framing want it, whatever becomes of the whole."""
    return {shot.id: _wanted(shot, spoken) for shot in script.shots}


@dataclass(frozen=True, kw_only=True, slots=True)
class Material:
    """What is cut: each shot's length and clip, each recorded line, and the cue."""

    frames: Mapping[str, int]
    clips: Mapping[str, Digest]
    spoken: Mapping[str, Spoken]
    cue: Digest


@dataclass(frozen=True, kw_only=True, slots=True)
class Print:
    """The words on the cards and the visible label, in the series' language."""

    language: str
    series: str
    title: str
    number: str
    heading: str
    credits: tuple[Credit, ...]
    label: str


def timeline(script: Script, material: Material, words: Print) -> Timeline:
    """Arrange the episode: title, shots with a dissolve where the scene changes, credits, voices, captions, music."""
    frames = material.frames
    parts = [
        Body(clip=material.clips[shot.id], frames=frames[shot.id], dissolve=dissolve)
        for shot, dissolve in zip(script.shots, _dissolves(script), strict=True)
    ]
    said = [
        speech
        for shot, start in starts(script, frames).items()
        for speech in _said(script, shot, range(start, start + frames[shot]), material.spoken)
    ]
    return Timeline(
        language=words.language,
        parts=(
            TitleCard(series=words.series, title=words.title, number=words.number, frames=TITLE),
            *parts,
            CreditsCard(heading=words.heading, credits=words.credits, frames=CREDITS),
        ),
        voices=tuple(voice for voice, _ in said),
        captions=tuple(caption for _, caption in said),
        music=(Placed(sound=material.cue, start=0),),
        label=words.label,
    )


def total(script: Script, frames: Mapping[str, int]) -> int:
    """Return the length of the whole episode in frames."""
    return TITLE + sum(frames.values()) - sum(_dissolves(script)) + CREDITS


def starts(script: Script, frames: Mapping[str, int]) -> Mapping[str, int]:
    """Return the frame of the episode at which each shot starts."""
    at, places = TITLE, {}
    for shot, dissolve in zip(script.shots, _dissolves(script), strict=True):
        places[shot.id] = at - dissolve
        at += frames[shot.id] - dissolve
    return places


def shot_at(script: Script, frames: Mapping[str, int], frame: int) -> str:
    """Return the id of the shot on screen at a frame of the episode; a card counts as the shot beside it."""
    places = starts(script, frames)
    begun = [shot for shot, start in places.items() if start <= frame]
    return begun[-1] if begun else script.shots[0].id


def _wanted(shot: Shot, spoken: Mapping[str, Spoken]) -> int:
    return max(_speech(shot, spoken), READ.get(shot.framing, READ_CLOSE))


def _speech(shot: Shot, spoken: Mapping[str, Spoken]) -> int:
    """Return the frames that the lines of a shot take with the air around them, 0 for a silent shot."""
    if not shot.lines:
        return 0
    words = sum(spoken[line].frames for line in shot.lines)
    return max(SHORTEST, LEAD + words + GAP * (len(shot.lines) - 1) + TAIL)


def _shrunk(wanted: Mapping[str, int], least: Mapping[str, int], room: int) -> dict[str, int]:
    """Take the excess from the shots that have air, the longest first, never below what they need."""
    frames = dict(wanted)
    excess = sum(frames.values()) - room
    for shot in sorted(frames, key=lambda shot: least[shot] - frames[shot]):
        given = max(0, min(excess, frames[shot] - least[shot]))
        frames[shot] -= given
        excess -= given
    return frames


def _stretched(frames: dict[str, int], need: int) -> Mapping[str, int]:
    """Share out what is missing to the shortest episode, evenly and to the frame."""
    lack = need - sum(frames.values())
    if lack <= 0:
        return frames
    share, rest = divmod(lack, len(frames))
    return {shot: count + share + (place < rest) for place, (shot, count) in enumerate(frames.items())}


def _overrun(spoken: Mapping[str, Spoken], excess: int) -> Overrun:
    line = max(spoken, key=lambda line: (spoken[line].frames, line))
    return Overrun(line=line, frames=max(SHORTEST - LEAD - TAIL, spoken[line].frames - excess))


def _dissolves(script: Script) -> tuple[int, ...]:
    """Return the dissolve at the start of each shot: none at the first, one where the scene changes.

    A shot that goes on from the one before begins on its last frame: there is nothing to dissolve.
    """
    changes = (before.scene != after.scene and not after.continues for before, after in pairwise(script.shots))
    return (0, *(DISSOLVE if change else 0 for change in changes))


def speeches(shot: Shot, spoken: Mapping[str, Spoken]) -> Mapping[str, int]:
    """Return the frame of the shot at which each of its lines begins to be heard."""
    at, begun = LEAD, {}
    for line in shot.lines:
        begun[line] = at
        at += spoken[line].frames + GAP
    return begun


def _said(script: Script, shot: str, span: range, spoken: Mapping[str, Spoken]) -> list[tuple[Placed, Caption]]:
    """Place the voices and captions of one shot that covers these frames of the episode."""
    said = []
    begun = speeches(next(each for each in script.shots if each.id == shot), spoken)
    for name, after in begun.items():
        line, speech, at = script.line(name), spoken[name], span.start + after
        # The sound starts so that its first audible frame falls on `at`; what precedes it is silence.
        voice = Placed(sound=speech.sound, start=max(0, at - speech.start))
        end = min(at + speech.frames + LINGER, span.stop)
        said.append((voice, Caption(start=at, end=end, text=line.text, speaker=line.speaker)))
    return _without_overlap(said)


def _without_overlap(said: list[tuple[Placed, Caption]]) -> list[tuple[Placed, Caption]]:
    """End each caption where the next begins."""
    # The last one has nothing after it.
    nexts = [*(caption.start for _, caption in said[1:]), LONGEST_EPISODE]
    return [
        (voice, replace(caption, end=min(caption.end, following)))
        for (voice, caption), following in zip(said, nexts, strict=False)
    ]
