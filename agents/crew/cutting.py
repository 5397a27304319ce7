"""A script that somebody else wrote, cut into episodes: what is seen and said, beat by beat, and how long it takes.

Nothing is rewritten. An episode ends where a scene ends, or within a scene that is too long for one; a speech that
takes longer than an episode cannot be cut at all, and its author is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agents.crew.editor import CREDITS, GAP, LEAD, LONGEST_EPISODE, SHORTEST, TAIL, TITLE
from agents.crew.form import LIMITS
from agents.crew.language import ZH, length
from generation.manuscript.manuscript import Action, Aside, Element, Heading, Manuscript, Section, Speech
from storage.domain.story import SHOTS, Language
from storage.domain.timecode import RATE

MOST = 12
"""Episodes that are made of one script in one go."""

_ROOM = 0.92 * (LONGEST_EPISODE - TITLE - CREDITS)
"""Frames that the words of an episode may take as they are reckoned here: voices differ."""

_EPISODE = re.compile(r"[ée]pisode|\bep\.?\s*\d|第\s*\S+\s*[集回]", re.IGNORECASE)
"""Parts that are meant to be episodes."""

_OFF = re.compile(r"[（(][^()（）]*(?:v\.?\s?o\b|o\.?\s?[sc]\b|\boff\b|hors.champ|画外|旁白|内心)", re.IGNORECASE)
"""Voices of whom nobody is seen."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line: who says it, by name, the words, and whether they are seen."""

    name: str
    text: str
    seen: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Beat:
    """What one shot shows: the scene by number from 0, what is seen in the author's words, and what is said.

    `aside` is how it is said, for a beat whose author tells nothing else of it.
    """

    scene: int
    action: str = ""
    said: tuple[Said, ...] = ()
    aside: str = ""


def episodes(manuscript: Manuscript, language: Language) -> tuple[Manuscript, ...]:
    """Cut a script into episodes; all that is said is said in one of them, in order."""
    found: list[list[Element]] = []
    for part in _parts(manuscript.elements):
        current: list[Element] = []
        for piece in _pieces(part, language):
            if current and not fits([*current, *piece], language):
                found.append(current)
                current = []
            current += piece
        found.append(current)
    return tuple(
        replace(manuscript, title=_title(each, manuscript), elements=tuple(each)) for each in _with_words(found)
    )


def too_long(manuscript: Manuscript, language: Language) -> tuple[Speech, ...]:
    """Return the speeches of which each by itself takes longer than an episode."""
    return tuple(speech for speech in manuscript.speeches if not fits([speech], language))


def fits(elements: Sequence[Element], language: Language) -> bool:
    """Return whether elements can be spoken and shown in one episode."""
    found = beats(elements, language)
    scenes = len({beat.scene for beat in found})
    return scenes < SHOTS.stop and sum(frames(beat, language) for beat in shots(found, language)) <= _ROOM


def beats(elements: Sequence[Element], language: Language) -> tuple[Beat, ...]:
    """Return what is seen and said, one beat an action and a speech after it, or a speech alone."""
    found: list[Beat] = []
    scene, begun = 0, False
    for element in elements:
        if isinstance(element, Heading):
            scene, begun = scene + (1 if begun else 0), False
        elif isinstance(element, Action):
            found.append(Beat(scene=scene, action=flowing(element.text, language)))
            begun = True
        elif isinstance(element, Speech) and element.spoken:
            _say(found, _spoken(element, language), scene, element)
            begun = True
    return tuple(found)


def shots(found: Sequence[Beat], language: Language) -> tuple[Beat, ...]:
    """Return beats as an episode may have: too many of a scene are shown in one shot, too few in more."""
    made = list(found)
    while len(made) >= SHOTS.stop:
        place = _closest(made, language)
        made[place : place + 2] = [_joined(made[place], made[place + 1], language)]
    while 0 < len(made) < SHOTS.start:
        made = _spread(made)
    return tuple(made)


def frames(beat: Beat, language: Language) -> int:
    """Return how many frames a beat takes, as far as it can be told before anybody has spoken it."""
    if not beat.said:
        return SHORTEST
    words = sum(round(length(said.text, language) * RATE / LIMITS[language].per_second) for said in beat.said)
    return max(SHORTEST, LEAD + words + GAP * (len(beat.said) - 1) + TAIL)


def flowing(text: str, language: Language) -> str:
    """Return a text on one line."""
    return ("" if language is ZH else " ").join(line.strip() for line in text.split("\n") if line.strip())


def _parts(elements: Sequence[Element]) -> Iterator[list[Element]]:
    """Yield the parts that the author has called episodes, or the whole."""
    part: list[Element] = []
    for element in elements:
        if isinstance(element, Section) and _EPISODE.search(element.text) and part:
            yield part
            part = []
        part.append(element)
    yield part


def _pieces(part: Sequence[Element], language: Language) -> Iterator[list[Element]]:
    """Yield the scenes of a part; one that is too long for an episode in as few pieces as hold it."""
    for scene in _scenes(part):
        if fits(scene, language):
            yield scene
            continue
        heading = [each for each in scene if isinstance(each, Heading)]
        piece: list[Element] = []
        for element in scene:
            if _has_words(piece) and not fits([*piece, element], language):
                yield piece
                piece = list(heading)
            piece.append(element)
        yield piece


def _scenes(part: Sequence[Element]) -> Iterator[list[Element]]:
    scene: list[Element] = []
    for element in part:
        if isinstance(element, Heading) and any(not isinstance(each, Section) for each in scene):
            yield scene
            scene = []
        scene.append(element)
    if scene:
        yield scene


def _with_words(found: Sequence[list[Element]]) -> list[list[Element]]:
    """Return episodes in each of which somebody speaks: what is silent belongs to the one before, or after."""
    made: list[list[Element]] = []
    for each in found:
        if made and not (_has_words(each) and _has_words(made[-1])):
            made[-1] += each
        else:
            made.append(list(each))
    return made


def _has_words(elements: Sequence[Element]) -> bool:
    return any(isinstance(each, Speech) and each.spoken for each in elements)


def _title(elements: Sequence[Element], manuscript: Manuscript) -> str:
    return next((each.text for each in elements if isinstance(each, Section)), manuscript.title)


def _spoken(speech: Speech, language: Language) -> tuple[Said, ...]:
    seen = not _OFF.search(speech.cue)
    return tuple(Said(speech.name, flowing(text, language), seen) for text in speech.spoken)


def _say(found: list[Beat], said: tuple[Said, ...], scene: int, speech: Speech) -> None:
    """Let a speech be said in the beat of the action before it, if nothing was said there yet, or in one of its own."""
    aside = next((each.text for each in speech.words if isinstance(each, Aside)), "")
    if found and found[-1].scene == scene and not found[-1].said:
        found[-1] = replace(found[-1], said=said, aside=aside)
    else:
        found.append(Beat(scene=scene, said=said, aside=aside))


def _closest(made: Sequence[Beat], language: Language) -> int:
    """Return where the two neighbours stand that take the least time together, of one scene where there are such."""

    def cost(place: int) -> tuple[bool, int]:
        one, other = made[place : place + 2]
        return one.scene != other.scene, frames(one, language) + frames(other, language)

    return min(range(len(made) - 1), key=cost)


def _joined(one: Beat, other: Beat, language: Language) -> Beat:
    action = ("" if language is ZH else " ").join(filter(None, (one.action, other.action)))
    return replace(one, action=action, said=(*one.said, *other.said), aside=one.aside or other.aside)


def _spread(made: Sequence[Beat]) -> list[Beat]:
    """Return one beat more: an action before its words, the second half of a talk, or a look at who listens."""
    for place, beat in enumerate(made):
        if beat.action and beat.said:
            parts = [replace(beat, said=(), aside=""), replace(beat, action="")]
        elif len(beat.said) > 1:
            half = len(beat.said) // 2
            parts = [replace(beat, said=beat.said[:half]), replace(beat, action="", said=beat.said[half:], aside="")]
        else:
            continue
        return [*made[:place], *parts, *made[place + 1 :]]
    return [*made, Beat(scene=made[-1].scene)]
