"""The company of a shot: who is seen, from screen left to right, whom it is about, and whose shoulder frames it."""

from dataclasses import dataclass, replace

from generation.image.previz.direction.formations import PAIRS
from generation.image.previz.direction.reading import Reading
from generation.image.previz.direction.standins import FLAT
from generation.image.previz.direction.viewfinder import NEAREST
from generation.notes import Note, note
from generation.requests.pictures import Actor

SIDES = {"left": -1, "front-left": -1, "back-left": -1, "right": 1, "front-right": 1, "back-right": 1}
"""Positions to the side of the frame they name."""

ALONE = frozenset({"extreme-close-up", "insert"})
"""Framings that show one person only."""

CABINS = frozenset({"car"})
"""Places that hide people up to the waist."""

UNPAIRED = {"embrace": "hug-self", "hold-hands": "hands-clasped"}
"""Poses of two who touch, to what one does alone."""

CALM = frozenset(
    {"stand", "relaxed", "hands-hips", "arms-crossed", "hands-behind", "hands-clasped", "hug-self", "proud"}
)
"""Poses that somebody seen from behind may keep."""

TIGHT = frozenset({"two-shot", "close-up"})
"""Framings that hold two at most."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Company:
    """`actors` go from screen left to right, `focus` is the number of the one the shot is about.

    `framer` is seen from behind, on `shoulder` (-1 left, 1 right). `side` is where one who is alone looks (0 when not
    told). `framing` is the one that can be drawn with them.
    """

    framing: str
    actors: tuple[Actor, ...]
    focus: int = 0
    framer: Actor | None = None
    shoulder: int = 0
    side: int = 0
    notes: tuple[Note, ...] = ()

    @property
    def paired(self) -> str:
        """The pose of two who touch, or empty."""
        poses = {actor.pose for actor in self.actors}
        return next((pose for pose in PAIRS if poses == {pose}), "") if len(self.actors) == 2 else ""  # noqa: PLR2004 - a pair


def company(reading: Reading) -> Company:
    """Choose who is seen in a shot. The first actor is the one it is about."""
    framing, actors = reading.words.framing, reading.actors
    if not actors:
        return Company(framing=framing, actors=())
    ordered, notes = _ordered(reading)
    if framing in ALONE:
        return _alone(reading, notes)
    if framing == "over-the-shoulder" and len(actors) > 1:
        return _shoulder(reading, ordered, notes)
    framing, told = _fitting(framing, actors)
    framing = "two-shot" if reading.words.place in CABINS and framing == "medium" else framing
    ordered, paired = _paired(ordered)
    return Company(
        framing=framing,
        actors=ordered,
        focus=_place(ordered, actors[0]),
        side=inwards(actors[0], reading.line) if len(actors) == 1 else 0,
        notes=(*notes, *told, *paired),
    )


def _alone(reading: Reading, notes: tuple[Note, ...]) -> Company:
    """Show one face; or one hand and what it holds, unless a thing is named that nobody holds."""
    framing, actors = reading.words.framing, reading.actors
    focus = next((actor for actor in actors if framing == "insert" and actor.holds), actors[0])
    if framing == "insert" and reading.props and not focus.holds:
        return Company(framing=framing, actors=(), notes=notes)
    if len(actors) > 1:
        notes = (*notes, note("one-person", others=len(actors) - 1))
    return Company(framing=framing, actors=_paired((focus,))[0], side=inwards(focus, reading.line), notes=notes)


def _fitting(framing: str, actors: tuple[Actor, ...]) -> tuple[str, tuple[Note, ...]]:
    """Return a framing that holds its actors, and a note when it is not the one asked for."""
    if framing in {"two-shot", "over-the-shoulder"} and len(actors) == 1:
        return "medium", (note("two-needed", framing=framing),)
    told: tuple[Note, ...] = ()
    if framing in TIGHT and len(actors) > 2:  # noqa: PLR2004 - a pair
        framing, told = "medium", (note("faces-do-not-fit", count=len(actors), framing=framing),)
    lying = sum(actor.pose in FLAT for actor in actors)
    if 0 < lying < len(actors) and framing in NEAREST and framing != "full":
        return "full", (*told, note("lies-and-stands"))
    return framing, told


def _ordered(reading: Reading) -> tuple[tuple[Actor, ...], tuple[Note, ...]]:
    """Put actors in screen order: that of the scene's line, else of their positions, else as they are named."""
    line = {who: place for place, who in enumerate(reading.line)}
    if len(set(line) & {actor.look.id for actor in reading.actors}) < len(reading.actors):
        by_position = sorted(reading.actors, key=lambda actor: SIDES.get(actor.position, 0))
        return tuple(by_position), ()
    ordered = tuple(sorted(reading.actors, key=lambda actor: line[actor.look.id]))
    sides = [SIDES[actor.position] for actor in ordered if actor.position in SIDES]
    return ordered, () if sides == sorted(sides) else (note("side-kept"),)


def inwards(actor: Actor, line: tuple[str, ...]) -> int:
    """Return the side (-1 left, 1 right) an actor faces: as told, else where the one looked at or most others play."""
    for word in (actor.facing, actor.gaze):
        if word in {"left", "three-quarter-left", "right", "three-quarter-right"}:
            return -1 if word.endswith("left") else 1
    if actor.look.id not in line:
        return 0
    own = line.index(actor.look.id)
    if actor.gaze in line and actor.gaze != actor.look.id:
        return 1 if line.index(actor.gaze) > own else -1
    after, before = len(line) - 1 - own, own
    return (after > before) - (after < before)


def _place(ordered: tuple[Actor, ...], focus: Actor) -> int:
    return next(i for i, actor in enumerate(ordered) if actor.look.id == focus.look.id)


def _shoulder(reading: Reading, ordered: tuple[Actor, ...], notes: tuple[Note, ...]) -> Company:
    """Take the first listener as the shoulder the shot looks over."""
    focus = reading.actors[0]
    others = [each for each in reading.actors if each.look.id != focus.look.id]
    framer = next((each for each in others if each.look.id == focus.gaze), others[0])
    shoulder = -1 if _place(ordered, framer) < _place(ordered, focus) else 1
    left_out = () if len(others) == 1 else (note("two-people", others=len(others) - 1),)
    calm = replace(framer, pose=framer.pose if framer.pose in CALM else "stand", facing="auto", gaze="ahead")
    return Company(
        framing="over-the-shoulder",
        actors=_paired((focus,))[0],
        framer=calm,
        shoulder=shoulder,
        notes=(*notes, *left_out),
    )


def _paired(ordered: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], tuple[Note, ...]]:
    """Let two embrace when one does; nobody embraces the air."""
    touching = [actor.pose for actor in ordered if actor.pose in PAIRS]
    if not touching:
        return ordered, ()
    if len(ordered) == 2:  # noqa: PLR2004 - a pair
        both = tuple(replace(actor, pose=touching[0]) for actor in ordered)
        told = () if len(touching) == 2 else (note("do-it-together"),)  # noqa: PLR2004 - a pair
        return both, told
    alone = tuple(replace(actor, pose=UNPAIRED.get(actor.pose, actor.pose)) for actor in ordered)
    return alone, (note("needs-two"),)
