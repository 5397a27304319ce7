"""Reading a request: every word becomes one the artist can draw, and each that was replaced or left out is noted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generation.image.previz import vocabulary
from generation.image.previz.direction import kin
from generation.image.previz.props.insert import named
from generation.image.previz.vocabulary import Words, alike, nearest, replaced, words
from generation.notes import Note, note
from generation.requests.pictures import Actor, Look, PanelRequest

MOST = 5
"""More actors than this crowd an upright frame."""

WILD = frozenset({"mountain", "sea", "forest", "bamboo", "cave", "desert"})
"""Places without a seat."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A request in the artist's own words: its setting, who is drawn (five at most), what stands near, and who plays
    in the scene from left to right (as far as it is told). `notes` tell what could not be taken as it was asked.
    """

    words: Words
    actors: tuple[Actor, ...]
    props: tuple[str, ...]
    line: tuple[str, ...]
    notes: tuple[Note, ...]


class Notes:
    """Maps words and remembers what it replaced."""

    def __init__(self) -> None:
        self.said: list[Note] = []

    def __call__(self, kind: str, asked: str, known: Sequence[str], near: Mapping[str, str]) -> str:
        """Return the nearest known word, noting a change."""
        drawn = nearest(asked, known, near)
        if drawn != asked:
            self.said.append(replaced(kind, asked, drawn))
        return drawn

    def some(self, kind: str, asked: tuple[str, ...], known: Sequence[str], near: Mapping[str, str]) -> tuple[str, ...]:
        """Return the known words of several, each once; one that is like nothing known is left out."""
        found = {word: alike(word, known, near) for word in asked}
        self.said += [replaced(kind, word, drawn) for word, drawn in found.items() if word != drawn]
        return tuple(dict.fromkeys(drawn for drawn in found.values() if drawn))


def read(request: PanelRequest) -> Reading:
    """Return what a panel asks for in words that can be drawn.

    A request without actors has its `characters` read from the writer's words on their looks.
    """
    setting = words(
        place=request.place, hour=request.hour, weather=request.weather, mood=request.mood,
        framing=request.framing, angle=request.angle, lens=request.lens,
    )  # fmt: skip
    notes = Notes()
    asked = request.actors
    cast = {actor.look.id: actor for actor in asked}
    known = (*cast, *request.line)
    actors = tuple(actor_read(actor, known, setting.place, notes) for actor in list(cast.values())[:MOST])
    if len(cast) < len(asked):
        notes.said.append(note("named-twice"))
    if len(cast) > MOST:
        notes.said.append(note("too-many", drawn=MOST, asked=len(cast)))
    props = notes.some("prop", request.props, vocabulary.PROPS, kin.PROPS)
    if setting.framing == "insert" and not props and not any(actor.holds for actor in actors):
        props = tuple(filter(None, [named(request.description)]))
    line = tuple(dict.fromkeys(request.line))
    return Reading(words=setting, actors=actors, props=props, line=line, notes=(*setting.notes, *notes.said))


def actor_read(actor: Actor, known: tuple[str, ...], place: str, notes: Notes) -> Actor:
    """Return an actor in known words; a gaze may also be one of the `known` characters.

    Nobody stands in a car, and who sits in the wild sits on the ground.
    """
    gaze = actor.gaze if actor.gaze in known else notes("gaze", actor.gaze, vocabulary.GAZES, kin.GAZES)
    pose = notes("pose", actor.pose, vocabulary.POSES, kin.POSES)
    if place == "car" and pose not in vocabulary.SEATED:
        notes.said.append(note("sits-in-car"))
        pose = "sit"
    if place in WILD and pose in {"sit", "sit-slumped"}:
        pose = "sit-floor"
    holds = notes.some("prop", (actor.holds,), vocabulary.PROPS, kin.PROPS) if actor.holds else ()
    return Actor(
        look=look_read(actor.look, notes),
        pose=pose,
        expression=notes("expression", actor.expression, vocabulary.EXPRESSIONS, kin.EXPRESSIONS),
        gaze=gaze,
        facing=notes("facing", actor.facing, vocabulary.FACINGS, kin.FACINGS),
        position=notes("position", actor.position, vocabulary.POSITIONS, kin.POSITIONS),
        holds=holds[0] if holds else "",
    )


def look_read(look: Look, notes: Notes) -> Look:
    """Return a look in known words; colours that cannot be read are dropped, so that the id chooses them."""
    words_of = {
        "age": (vocabulary.AGES, kin.AGES),
        "build": (vocabulary.BUILDS, kin.BUILDS),
        "height": (vocabulary.HEIGHTS, kin.HEIGHTS),
        "ancestry": (vocabulary.ANCESTRIES, kin.ANCESTRIES),
        "hair": (vocabulary.HAIR, kin.HAIR),
        "outfit": (vocabulary.OUTFITS, kin.OUTFITS),
    }
    drawn = {name: notes(name, getattr(look, name), *tables) for name, tables in words_of.items()}
    features = notes.some("feature", look.features, vocabulary.FEATURES, kin.FEATURES)
    colours = {name: _colour(getattr(look, name)) for name in ("skin", "eyes", "hair_colour")}
    clothes = tuple(filter(None, map(_colour, look.colours)))
    sex = "man" if look.sex == "man" else "woman"
    return replace(look, sex=sex, features=features, colours=clothes, **drawn, **colours)


def _colour(text: str) -> str:
    """Return `#rrggbb` in small letters, or nothing."""
    plain = text.strip().lower()
    digits = plain.removeprefix("#")
    fits = plain.startswith("#") and len(digits) == 6 and all(each in "0123456789abcdef" for each in digits)  # noqa: PLR2004 - #rrggbb
    return plain if fits else ""
