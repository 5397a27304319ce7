"""Blocking: a request becomes a camera and people in their places, as a director of photography would set them.

Places are thought out as the camera sees them (metres to the right of the subject and behind it) and then turned into
the world with the camera, so that who stands left of whom never depends on the angle it is seen from.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, radians, sin

import numpy as np

from generation.image.previz.camera import Camera, Lens, Points, aimed, lens_for
from generation.image.previz.direction.company import CALM, Company, company
from generation.image.previz.direction.formations import SQUEEZES
from generation.image.previz.direction.furnishing import Standing, mounted, things
from generation.image.previz.direction.gazes import READ
from generation.image.previz.direction.gazes import Look as Aim
from generation.image.previz.direction.looks import Stance, stances
from generation.image.previz.direction.reading import Reading, read
from generation.image.previz.direction.standins import FLAT, Joints, joints, stood
from generation.image.previz.direction.stations import Choices, chosen, stations
from generation.image.previz.direction.viewfinder import NEAREST, Face, centred, framed, held, lifted, slope
from generation.image.previz.vocabulary import INDOORS
from generation.notes import Note, note
from generation.requests.pictures import Actor, Look, PanelRequest

CLOSE_HEADS = frozenset({"medium", "two-shot", "over-the-shoulder", "close-up", "extreme-close-up"})
"""Framings in which a head, not the hips, stands at its station."""

HAND = "wrist-r"
"""The hand that holds things."""

CENTRED = {"extreme-close-up": ("eyes", 0.36, 1.0), "insert": (HAND, 0.46, 1.6)}
"""Framings that look at one joint: which, its row as a share of the frame's height, and how near they go."""

LEANING = 1.08
"""How much more a leaning frame shows, so that its corners cut nobody."""

LONG = frozenset({"sword", "staff", "spear", "bow", "umbrella", "flag", "broom", "guitar"})
"""Things that reach far from the hand."""

SHORT_REACH, LONG_REACH = 0.08, 0.30
"""Metres around a hand that a full shot shows."""

HELD = 0.07
"""Metres from the wrist up to the middle of what a hand holds."""

AHEAD = 0.63
"""How far before the camera the shoulder of an over-the-shoulder shot is, as a share of the distance to the subject."""

SHOWN = 0.29
"""How much of the frame's width its head takes."""

HEAD_WIDTH = 0.48
"""Half the width of a head with its hair, as a share of its height."""

SHOULDER_EYES = (0.38, 0.50)
"""Between which rows its eyes are, as shares of the frame's height."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """An actor in their place.

    `at` is the ground under them in the world, raised by what they stand on; `turn` is degrees in the world (0 faces a
    camera that looks along z). `head` is where the face looks from the body, `eyes` where the eyes look from the face:
    degrees to own left (screen right for one who faces the camera), and up. `flipped` exchanges the pose's left and
    right. `target` is the id of whom they look at, or empty.
    """

    actor: Actor
    at: tuple[float, float, float]
    turn: float
    head: Aim = (0.0, 0.0)
    eyes: Aim = (0.0, 0.0)
    target: str = ""
    flipped: bool = False

    def joints(self) -> Joints:
        """Return the joints in the world."""
        return _stood(self.actor.look, self.actor.pose, self.flipped, self.at, self.turn)

    @property
    def face(self) -> Face:
        """The ball of the head."""
        world = self.joints()
        size = float(np.linalg.norm(world["crown"] - world["chin"]))
        return Face(at=np.asarray((world["crown"] + world["chin"]) / 2), radius=size * 0.42)


@lru_cache(maxsize=512)
def _stood(look: Look, pose: str, flipped: bool, at: tuple[float, float, float], turn: float) -> Joints:  # noqa: FBT001 - keys of what is kept
    return stood(joints(look, pose, flipped=flipped), at, turn)


@dataclass(frozen=True, kw_only=True, slots=True)
class Blocking:
    """A shot, blocked: who stands where before which camera. `framer` is seen from behind, over the shoulder.

    `figures` go from screen left to right; `focus` is the number of the one the shot is about. `framing` is the one
    that is drawn. `notes` tell what was replaced, left out or cheated.
    """

    reading: Reading
    choices: Choices
    framing: str
    camera: Camera
    lens: Lens
    figures: tuple[Placed, ...] = ()
    framer: Placed | None = None
    props: tuple[Standing, ...] = ()
    focus: int = 0
    notes: tuple[Note, ...] = ()

    @property
    def everyone(self) -> tuple[Placed, ...]:
        """Figures and framer."""
        return (*self.figures, *([self.framer] if self.framer else []))

    @property
    def indoors(self) -> bool:
        """Whether the set has a roof."""
        return self.reading.words.place in INDOORS


def block(request: PanelRequest, choices: Choices | None = None) -> Blocking:
    """Block a shot; `choices` take the place of the seed's.

    A group that the framing asked for does not hold draws together as far as faces stay clear.
    """
    reading = read(request)
    indoors = reading.words.place in INDOORS
    choices = choices or chosen(request.seed, indoors=indoors)
    group = company(reading)
    lens = _lens(group, choices, lens_for(group.framing, reading.words.lens, indoors=indoors))
    angle, told = _angle(reading.words.angle, group)
    size = (request.width, request.height)
    camera = aimed(lens, angle, azimuth=radians(choices.azimuth), size=size)
    taken = _taken(group, choices, reading, camera)
    half = camera.reach / camera.focal * request.width / request.height / 2
    nearby = things(taken.posed, reading.props, reading.words.place, request.seed, half)
    people = tuple(_placed(stance, choices.azimuth) for stance in taken.posed)
    count = len(group.actors)
    return Blocking(
        reading=reading,
        choices=choices,
        framing=group.framing,
        camera=taken.camera,
        lens=lens,
        figures=people[:count],
        framer=people[count] if group.framer else None,
        props=tuple(_carried(thing, choices.azimuth) for thing in nearby),
        focus=group.focus,
        notes=(*reading.notes, *group.notes, *told),
    )


@dataclass(frozen=True, slots=True)
class _Taken:
    """Stances, the camera that frames them, and the cut it makes."""

    posed: list[Stance]
    camera: Camera
    cut: str


def _taken(group: Company, choices: Choices, reading: Reading, camera: Camera) -> _Taken:
    """Stand people and frame them, ever closer together until the framing's own cut holds them, or the closest."""
    best = None
    for squeeze in SQUEEZES if len(group.actors) > 1 else SQUEEZES[:1]:
        taken = _framed(group, replace(choices, apart=choices.apart * squeeze), reading, camera)
        if best is None or taken.camera.focal > best.camera.focal * 1.04:
            best = taken
        if taken.cut == NEAREST.get(group.framing, taken.cut):
            break
    return best or taken


def _framed(group: Company, choices: Choices, reading: Reading, camera: Camera) -> _Taken:
    """Stand people and frame them; a shoulder or a hand is placed by the camera it is framed by."""
    half = camera.reach / camera.focal * camera.width / camera.height / 2
    spots = stations(group, choices, half) if group.actors else []
    for actor, spot in zip(group.actors, spots, strict=True):
        spot[1] += mounted(actor.look, actor.pose, reading.words.place)
    posed = _posed(group, choices, reading.line, spots, camera)
    found, cut = _found(camera, group, posed, choices)
    if group.framer:
        posed = _posed(group, choices, reading.line, spots, found)
        found, cut = _found(camera, group, posed, choices)
    return _Taken(posed, found, cut)


def _lens(group: Company, choices: Choices, lens: Lens) -> Lens:
    """Bring the lens to the eyes (or the hand) of whom it looks at; the widest framings keep their set's height."""
    if not group.actors or group.framing in {"wide", "extreme-wide"}:
        return lens
    every = [joints(actor.look, actor.pose) for actor in (*group.actors, *([group.framer] if group.framer else []))]
    eyes = float(np.mean([each["eyes"][1] for each in every]))
    focus = float(every[group.focus]["eyes"][1])
    if group.framing == "insert":
        hand = float(every[group.focus][HAND][1])
        return replace(lens, eye=hand + 0.1, aim=hand)
    if group.framing == "full":
        return replace(lens, eye=max(0.4, eyes * 0.8 + 2 * choices.eye), aim=eyes * 0.55)
    return replace(lens, eye=max(0.35, eyes + choices.eye), aim=focus - 0.2 * lens.frame)


def _angle(angle: str, group: Company) -> tuple[str, tuple[Note, ...]]:
    """Return the angle to look from: down on those who lie, and never over a shoulder from the sky."""
    if angle in {"eye-level", "dutch"} and group.framing in NEAREST and any(each.pose in FLAT for each in group.actors):
        return "high", (note("looks-down"),)
    if angle == "eye-level" and group.framing == "insert" and any(each.holds in READ for each in group.actors):
        return "high", ()
    if angle == "bird" and group.framing in {"over-the-shoulder", "close-up", "extreme-close-up", "two-shot"}:
        return "high", (note("only-high", framing=group.framing),)
    return angle, ()


def _posed(
    group: Company, choices: Choices, line: tuple[str, ...], spots: list[Points], camera: Camera
) -> list[Stance]:
    """Find everybody's stance; where faces fill the frame, heads are put where hips were planned."""
    if not group.actors:
        return []
    eye = np.array([0.0, camera.place[1], -_ground(camera)])
    over = [_over(group, choices, camera)] if group.framer else []
    found = stances(group, choices, line, [*spots, *over], eye)
    if group.paired or group.framing not in {*CLOSE_HEADS, "insert"}:
        return found
    joint = HAND if group.framing == "insert" else "crown"
    moved = [spot - _aside(stance, joint) for spot, stance in zip(spots, found, strict=False)]
    return stances(group, choices, line, [*moved, *over], eye)


def _aside(stance: Stance, joint: str) -> Points:
    """Return how far to the side of the hips a joint is, along the ground."""
    own = joints(stance.actor.look, stance.actor.pose, flipped=stance.flipped)[joint]
    found = stood({joint: own}, (0.0, 0.0, 0.0), stance.turn)[joint]
    return np.array([found[0], 0.0, found[2]])


def _over(group: Company, choices: Choices, camera: Camera) -> Points:
    """Return where the shoulder stands: before the camera, half out of the frame.

    The ground is not seen, so whoever is too tall or too small for the frame is sunk or raised, as on a set.
    """
    if not group.framer:
        raise ValueError("no shoulder to place")
    depth = camera.reach * AHEAD
    half = depth / camera.focal * camera.width / camera.height / 2
    level = replace(camera, yaw=0.0, place=(0.0, camera.place[1], -_ground(camera)))
    own = joints(group.framer.look, group.framer.pose)
    shown = SHOWN / choices.over * (0.8 if camera.roll else 1.0)
    out = half + float(np.linalg.norm(own["crown"] - own["chin"])) * HEAD_WIDTH - 2 * half * shown
    spot = np.array([group.shoulder * out, 0.0, depth - _ground(camera)])
    eyes = spot + np.array([0.0, own["eyes"][1], 0.0])
    row = 0.5 + camera.shift + camera.focal * slope(level, eyes)
    raised = lifted(level, eyes, float(np.clip(row, *SHOULDER_EYES)))
    return np.asarray(spot + np.array([0.0, raised, 0.0]))


def _ground(camera: Camera) -> float:
    """Return how far the camera is from the subject along the ground."""
    return float(np.hypot(camera.place[0], camera.place[2]))


def _turned(spot: Points, azimuth: float) -> tuple[float, float, float]:
    """Carry a place from the axes of the camera to the world."""
    x, y, z = spot.tolist()
    c, s = cos(radians(azimuth)), sin(radians(azimuth))
    return x * c + z * s, y, z * c - x * s


def _placed(stance: Stance, azimuth: float) -> Placed:
    at = _turned(stance.spot, azimuth)
    return Placed(
        actor=stance.actor,
        at=at,
        turn=stance.turn - azimuth,
        head=stance.head,
        eyes=stance.eyes,
        target=stance.target,
        flipped=stance.flipped,
    )


def _carried(thing: Standing, azimuth: float) -> Standing:
    return replace(thing, at=_turned(np.array(thing.at), azimuth), turn=thing.turn - azimuth)


def _tight(group: Company, choices: Choices) -> bool:
    """Whether a shot may be closer than usual: nobody's hands tell anything."""
    return choices.tighter and all(actor.pose in CALM and not actor.holds for actor in group.actors)


def _found(camera: Camera, group: Company, posed: list[Stance], choices: Choices) -> tuple[Camera, str]:
    """Frame what was posed: zoom and shift, then what the choices ask for; return the camera and the cut it makes."""
    people = [_placed(stance, choices.azimuth) for stance in posed[: len(group.actors)]]
    world, cut = [each.joints() for each in people], ""
    if not people or group.framing not in {*NEAREST, *CENTRED}:
        camera = held(replace(camera, focal=camera.focal / choices.wider), [each.face for each in people])
    elif group.framing in NEAREST:
        lying = [i for i, each in enumerate(people) if each.actor.pose in FLAT]
        faces = [each.face for each in people]
        wider = choices.wider * (LEANING if camera.roll else 1.0)
        reach = LONG_REACH if any(actor.holds in LONG for actor in group.actors) else SHORT_REACH
        camera, cut = framed(
            camera, group.framing, world, faces, lying, wider=wider, reach=reach, tighter=_tight(group, choices)
        )
    else:
        joint, row, zoom = CENTRED[group.framing]
        point = world[0][joint] + np.array([0.0, HELD if joint == HAND else 0.0, 0.0])
        camera = centred(camera, point, row, zoom=zoom / choices.wider)
    return replace(camera, shift=camera.shift + choices.shift), cut
