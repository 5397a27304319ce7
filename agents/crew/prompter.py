"""The prompt writer: composes what a model is told of a picture, of its motion, and of the music, by plain templates.

Everything follows from the papers; nothing is asked of a model here, and nothing is left to chance. A family of models
has its manner: words between commas for those that read little, sentences for those that read a text. What people
wrote goes in as it is, but for names of living artists and actors, which a prompt of ours never has.
"""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum

from agents.claims import without_names
from agents.crew.language import trimmed
from agents.crew.promptwords import (
    AGES,
    AMBIENCE,
    ANGLES,
    EXPRESSIONS,
    FRAMINGS,
    GAZES,
    HOURS,
    LENSES,
    MOODS,
    MOVES,
    MUSIC,
    PEOPLE,
    PLACES,
    POSES,
    WEATHERS,
)
from generation.catalog.model import Taken
from storage.domain.board import Prompt
from storage.domain.design import Feature
from storage.domain.staging import Staging
from storage.domain.story import Age, Character, Language, Mood, Scene, Script, Shot


class Manner(StrEnum):
    """How a family of models wants its prompts."""

    TAGS = "tags"
    """A few words between commas, what matters most first: its text encoder reads 77 tokens."""
    PROSE = "prose"
    """Sentences."""


MANNERS: Mapping[str, Manner] = {"sdxl": Manner.TAGS, "svd": Manner.TAGS}
"""The families that do not read sentences."""

ENGLISH = frozenset({Language.ENGLISH})
_CHINESE = ENGLISH | {Language.CHINESE}
_ALL = frozenset(Language)

READS: Mapping[str, frozenset[Language]] = {
    "qwen-image": _CHINESE,
    "qwen-image-edit": _CHINESE,
    "z-image": _CHINESE,
    "sana": _CHINESE,
    "hunyuanvideo": _CHINESE,
    "wan": _ALL,
    "flux-2": _ALL,
    "ltx-2": _ALL,
    "plain": _ALL,
}
"""The languages that a family reads beside English, by the language model that encodes its prompts; others read none.

Free text in another language is put into English first (`agents.crew.interpreter`).
"""

STYLE_WORDS, LOOK_WORDS = 40, 30
"""How much of a style, and of a look, is said at most."""

UNWANTED = "text, letters, watermark, logo, signature, frame, blurry, deformed hands, extra fingers, extra limbs"
"""What no picture of ours is to have; a prompt in words alone cannot ask for that."""

ALONE = "people, person, face"
"""What else a picture is not to have in which nobody is."""

UNSTEADY = "cut, change of scene, flicker, warped face, extra limbs, text, watermark, subtitles"
"""What no clip of ours is to have."""

_SUBJECT = re.compile(r"[,;:.]| (?:with|in|of|who|whose|wearing|from) ")
"""Where the words end that say what somebody is."""

CHARACTER_SHEET = (
    "Character sheet on a plain light background: the same person from the front, in three-quarter view, in profile "
    "and from behind, and six heads with different expressions, all as in the layout"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Brief:
    """What prompts are composed from, and for whom: a model's `family`, and what it `takes`.

    `said` has free text in the words that the family reads, by the text as people wrote it; what is not in it is said
    as it is.
    """

    family: str = ""
    takes: AbstractSet[Taken] = frozenset()
    style: str = ""
    tone: str = ""
    cast: tuple[Character, ...] = ()
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def manner(self) -> Manner:
        """How the family wants its prompts."""
        return MANNERS.get(self.family, Manner.PROSE)

    @property
    def lays_out(self) -> bool:
        """Whether the drawing goes in as the first of the references, for want of another place for it."""
        return Taken.REFERENCES in self.takes and Taken.LAYOUT not in self.takes

    def words(self, text: str) -> str:
        """Return free text as it goes into a prompt: in words that are read, without names that it must not have."""
        return without_names(self.said.get(text, text)).strip().rstrip(".。")


def reads(family: str) -> frozenset[Language]:
    """Return the languages that a family of models reads."""
    return READS.get(family, ENGLISH)


def texts(brief: Brief, script: Script | None = None) -> tuple[str, ...]:
    """Return the free text that prompts are composed from, each once."""
    told = [scene.setting for scene in script.scenes] + [shot.action for shot in script.shots] if script else []
    looks = (character.look for character in brief.cast)
    return tuple(dict.fromkeys(text for text in (brief.style, brief.tone, *looks, *told) if text.strip()))


def still(brief: Brief, script: Script, shot: Shot) -> Prompt:
    """Compose the prompt of a shot's picture."""
    cast = shown(brief.cast, shot)
    compose = _tags if brief.manner is Manner.TAGS else _prose
    unwanted = UNWANTED if shot.characters else f"{UNWANTED}, {ALONE}"
    return _prompt(brief, compose(brief, script.scene(shot), shot, cast), unwanted, shot.id)


def portrait(brief: Brief, character: Character) -> Prompt:
    """Compose the prompt of a character's portrait, which has everything that their sheet shows."""
    parts = (CHARACTER_SHEET, f"{character.name}: {_looks(brief, character)}", _style(brief))
    return _prompt(brief, _joined(brief, parts), UNWANTED, f"cast/{character.id}")


def motion(brief: Brief, script: Script, shot: Shot) -> tuple[str, str]:
    """Compose what a clip is told: how the camera moves, what happens, what moves by itself; and what is unwanted."""
    scene, cast = script.scene(shot), shown(brief.cast, shot)
    speakers = {script.line(line).speaker for line in shot.lines}
    speaking = [f"{each.name} speaks" for each in cast if each.id in speakers]
    parts = (MOVES[shot.move], brief.words(shot.action), *speaking, AMBIENCE[scene.weather])
    return _sentences((*parts, "Faces, clothes and place stay as in the first frame")), UNSTEADY


def music(brief: Brief, mood: Mood) -> str:
    """Compose what a model for music is told."""
    tone = _short(brief, brief.tone, LOOK_WORDS)
    return ", ".join(_parts((f"film score, {MUSIC[mood]}", tone, "instrumental, no vocals, ends on a final chord")))


def shown(cast: Iterable[Character], shot: Shot) -> tuple[Character, ...]:
    """Return who is in a shot, in the order in which its prompt names them."""
    return tuple(character for character in cast if character.id in shot.characters)


def _prompt(brief: Brief, text: str, negative: str, part: str) -> Prompt:
    return Prompt(text=without_names(text), negative=negative, family=brief.family, salt=part)


def _prose(brief: Brief, scene: Scene, shot: Shot, cast: tuple[Character, ...]) -> str:
    """Say everything in sentences: what is seen, who is in it, where it is, how it feels, in which style."""
    camera = ", ".join(_parts((f"{FRAMINGS[shot.framing]} {ANGLES[shot.angle]}", LENSES[shot.lens])))
    where = f"{brief.words(scene.setting)}, {PLACES[scene.place]}"
    air = ", ".join((HOURS[scene.hour], WEATHERS[scene.weather], MOODS[scene.mood]))
    people = (f"{each.name} is {_person(brief, each, shot)}" for each in cast)
    near = f"Nearby: {', '.join(map(_thing, shot.props))}" if shot.props else ""
    return _sentences(
        (*_pictures(brief, cast), camera, *people, brief.words(shot.action), where, air, near, _style(brief))
    )


def _tags(brief: Brief, scene: Scene, shot: Shot, cast: tuple[Character, ...]) -> str:
    """Say the same between commas; what an encoder cuts off is what matters least."""
    people = (_person(brief, each, shot) for each in cast)
    camera = f"{FRAMINGS[shot.framing]} {ANGLES[shot.angle]}"
    light = (HOURS[scene.hour], WEATHERS[scene.weather], MOODS[scene.mood])
    things = map(_thing, shot.props)
    place = (PLACES[scene.place], brief.words(scene.setting))
    parts = (camera, *people, brief.words(shot.action), *place, _style(brief), *light, *things, LENSES[shot.lens])
    return ", ".join(_parts(parts))


def _pictures(brief: Brief, cast: tuple[Character, ...]) -> tuple[str, ...]:
    """Say which of the pictures that go in shows what."""
    if Taken.REFERENCES not in brief.takes:
        return ()
    layout = ("Paint picture 1 as a finished picture, with the same composition, camera and poses",)
    before = layout if brief.lays_out else ()
    known = [each.name for each in cast if each.sheet]
    people = (f"{name} looks as in picture {number}" for number, name in enumerate(known, len(before) + 1))
    return (*before, *people)


def _person(brief: Brief, character: Character, shot: Shot) -> str:
    """Say who somebody is in a shot: what they look like, what they do, what their face says, what they hold."""
    staged = {each.character: each for each in shot.staging}
    staging = staged.get(character.id, Staging(character=character.id))
    names = {each.id: f"looking at {each.name}" for each in brief.cast}
    holds = f"holding {_thing(staging.holds)}" if staging.holds else ""
    gaze = names.get(staging.gaze, "") or GAZES.get(staging.gaze, "")
    parts = (_looks(brief, character), POSES[staging.pose], EXPRESSIONS[staging.expression], gaze, holds)
    return ", ".join(_parts(parts))


def _looks(brief: Brief, character: Character) -> str:
    """Say what somebody is and looks like, each once: "a small rusty robot", not "a robot, Small rusty robot"."""
    kind, look = _kind(character), _low(brief, _short(brief, character.look, LOOK_WORDS))
    article, _, noun = kind.partition(" ")
    said = _SUBJECT.split(look, maxsplit=1)[0].split()
    if said[-1:] != [noun.split()[-1]] or not set(noun.split()) <= set(said):
        return ", ".join(_parts((kind, look)))
    return look if said[0] in {article, "a", "an", "the"} else _one(look)


def _low(brief: Brief, look: str) -> str:
    """Return a look as it stands within a sentence: a name, or an abbreviation, keeps its capital."""
    first = re.split(r"\W", look, maxsplit=1)[0]
    names = {word for each in brief.cast for word in each.name.split()}
    is_plain = first == "A" or first[1:].islower()
    return look[0].lower() + look[1:] if is_plain and first not in names else look


def _kind(character: Character) -> str:
    """Say what somebody is, as one would at first sight."""
    if character.design is not None and Feature.ROBOT_PLATES in character.design.features:
        return "a robot"
    young = character.age in {Age.CHILD, Age.TEEN}
    noun = PEOPLE[character.sex, young]
    return _one(noun if character.age is Age.CHILD else f"{AGES[character.age]} {noun}")


def _thing(prop: str) -> str:
    return _one(prop.replace("-", " "))


def _one(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _style(brief: Brief) -> str:
    style = _short(brief, brief.style, STYLE_WORDS)
    return f"Style: {style}" if style and brief.manner is Manner.PROSE else style


def _short(brief: Brief, text: str, most: int) -> str:
    """Return how free text begins, as far as it is said."""
    return trimmed(brief.words(text), most, Language.ENGLISH).rstrip(".。")


def _joined(brief: Brief, parts: Iterable[str]) -> str:
    return ", ".join(_parts(parts)) if brief.manner is Manner.TAGS else _sentences(parts)


def _sentences(parts: Iterable[str]) -> str:
    return " ".join(f"{part[0].upper()}{part[1:]}." for part in _parts(parts))


def _parts(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
