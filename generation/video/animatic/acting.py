"""Acting: what each figure of a shot does on each drawing, deterministic from the seed.

Nobody stands like a statue. A figure goes from rest into the shot's pose and expression on its beat: when it begins to
speak, or when it has heard enough. It breathes, blinks, glances, nods where it stresses a word; who listens looks at
who speaks; who walks gets on; what hangs follows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import cos, radians, sin

import numpy as np

from generation.image.previz.direction import gazes
from generation.image.previz.direction.blocking import Placed
from generation.image.previz.direction.players import Parts, faced, headed, standing
from generation.image.previz.direction.standins import acted, stand_in
from generation.image.previz.figure import faces
from generation.image.previz.figure.body import body
from generation.image.previz.figure.faces import Face
from generation.image.previz.figure.figure import figure
from generation.image.previz.figure.identity import identity
from generation.image.previz.figure.pose import Pose, blend
from generation.image.previz.vocabulary import EXPRESSIONS, nearest
from generation.video.animatic import springs, tics
from generation.video.animatic.gait import CADENCE, SLOWEST, Gait, gait, step
from generation.video.animatic.mouths import DRAWINGS, SHUT
from generation.video.animatic.score import Part, Score

GESTURES = frozenset({
    "shrug", "argue", "explain", "point", "beckon", "halt", "wave", "cheer", "surrender", "plead", "salute", "bow",
    "think", "facepalm", "cover-face", "cover-ears", "whisper", "offer", "reach", "arms-crossed", "hands-hips",
    "hug-self", "proud", "look-over-shoulder", "look-up", "pray", "hands-clasped",
})  # fmt: skip
"""Poses that somebody who stands takes on their beat; others are held from the first drawing."""

BEFORE = 0.55
"""How far from the shot's pose a gesture starts: the rest of the way to standing at ease."""

CHANGE = 6
"""Drawings that a change of pose or expression takes."""

HEARD = 0.55
"""Seconds after which a listener's face answers a speaker."""

QUIET_BEAT = 0.4
"""Seconds until the beat of somebody in a shot without words."""

ARRIVES = 0.85
"""When somebody on their way comes to their place in the panel, as a share of the shot."""

STILL_FACES = frozenset({"asleep"})
"""Expressions of those who neither blink nor glance."""

Aim = tuple[gazes.Look, gazes.Look]
"""Where a head and its eyes look."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """What a shot gives its actors: the weather, whether there is a roof, whether feet are seen, and how far somebody
    on their way may go (metres) without leaving the picture.
    """

    weather: str
    indoors: bool
    feet: bool
    room: float


class Performer:
    """One actor of a shot: what they do on any drawing. Made once for a shot; everything follows from the score."""

    def __init__(self, player: Placed, others: Mapping[str, Placed], score: Score, setting: Setting) -> None:
        self.player, self.others, self.score, self.setting = player, others, score, setting
        self.who = player.actor.look.id
        self.mine = score.part(self.who)
        count, seed = score.drawings, score.seed
        beat = self._beat()
        self._turned = tics.eased(count, beat, CHANGE)
        self._felt = tics.eased(count, beat - 1, CHANGE)
        self._glances = tics.glances(count, seed, self.who)
        self._blinks = tics.blinks(count, seed, self.who, wanted=self._pauses())
        self._nods = tics.pulses(count, self.mine.stresses)
        self._answers = tics.pulses(count, self._answering())
        self._ways = self._walked()
        self._last: tuple[int, Parts] = (-1, ())
        self._sways = self._swung()

    def held(self, number: int) -> int:
        """Return the drawing that is shown on a drawing: who hardly moves is drawn on every second one only."""
        return number if number % 2 == 0 or self._lively(number) or self._lively(number - 1) else number - 1

    def _lively(self, number: int) -> bool:
        """Whether somebody does something on a drawing that is missed when it is left out."""
        changing = 0 < self._turned[number] < 1 or 0 < self._felt[number] < 1
        struck = self._nods[number] > 0 or self._answers[number] > 0 or self._blinks[number] > 0
        looking = self._aims[number] != self._aims[max(0, number - CHANGE)]
        return changing or struck or looking or self._gait is not None or self.mine.mouths[number] != SHUT

    def parts(self, number: int) -> Parts:
        """Return the figure of a drawing, in the world; that of the last one asked for is kept."""
        if self._last[0] == number:
            return self._last[1]
        actor = self.player.actor
        sway = tuple(self._sways[number].tolist())
        made = figure(actor.look, self.pose(number), self.face(number), holds=actor.holds, sway=sway)
        self._last = (number, standing(made, self.at(number), self.player.turn))
        return self._last[1]

    def at(self, number: int) -> tuple[float, float, float]:
        """Return the ground under the figure on a drawing."""
        x, y, z = self.player.at
        across, ahead = self._ways[number]
        c, s = cos(radians(self.player.turn)), sin(radians(self.player.turn))
        return x + c * across + s * ahead, y, z + s * across - c * ahead

    def pose(self, number: int) -> Pose:
        """Return the pose of a drawing."""
        seconds = number / DRAWINGS
        pose = self._held(number)
        air = tics.breath(seconds, self.score.seed, self.who, self._pace)
        pitch, yaw, roll = tics.drift(seconds, self.score.seed, self.who)
        nod = 3.2 * self._nods[number] + 2.4 * self._answers[number]
        head = (pose.head[0] + 0.9 * pitch + nod + 0.5 * air, pose.head[1] + 1.7 * yaw, pose.head[2] + 0.9 * roll)
        spine = (pose.spine[0] - 1.0 * air + 1.2 * self._nods[number], pose.spine[1] + 0.4 * yaw, pose.spine[2])
        lift = 0.9 * air
        return replace(pose, head=head, spine=spine, shrug=(pose.shrug[0] + lift, pose.shrug[1] + lift))

    def face(self, number: int) -> Face:
        """Return the face of a drawing."""
        actor = self.player.actor
        mouth = self.mine.mouths[number]
        said = {} if mouth == SHUT else {mouth.shape: mouth.weight}
        gaze = self._gaze(number)
        lids = 0.0 if actor.expression in STILL_FACES else self._blinks[number]
        wanted = nearest(actor.expression, EXPRESSIONS)
        meant = faces.face(wanted, gaze=gaze, mouth=said, blink=lids)
        share = 0.45 + 0.55 * self._felt[number]
        if share >= 1 or actor.expression in STILL_FACES:
            return meant
        return faces.blend(faces.face("neutral", gaze=gaze, mouth=said, blink=lids), meant, share)

    @cached_property
    def _pace(self) -> float:
        """How fast somebody breathes."""
        hurried = {"run": 2.6, "afraid": 1.8, "angry": 1.5, "shout": 1.6, "cry": 1.7, "asleep": 0.75, "sleep": 0.75}
        return max(hurried.get(self.player.actor.pose, 1.0), hurried.get(self.player.actor.expression, 1.0))

    def _beat(self) -> float:
        """Return the drawing on which somebody changes: as they begin to speak, or once they have heard enough."""
        if self.mine.starts:
            return max(1.0, self.mine.starts[0] - 3.0)
        heard = [part.starts[0] for part in self.score.parts if part.starts]
        first = min(heard, default=0) + HEARD * DRAWINGS if heard else QUIET_BEAT * DRAWINGS
        return max(1.0, min(first, self.score.drawings * 0.5))

    def _pauses(self) -> Sequence[float]:
        """Return when somebody may blink: their phrases end; or those of others, a moment later."""
        own = [(end + 1) / DRAWINGS for end in self.mine.ends]
        heard = [(end + 4) / DRAWINGS for part in self._heard for end in part.ends]
        looks = [number / DRAWINGS for number in self._turning]
        return [*own, *heard, *looks]

    def _answering(self) -> tuple[int, ...]:
        """Return the drawings on which a listener nods a little: after a phrase, when it was for them."""
        if not self._listens:
            return ()
        return tuple(end + 5 for part in self._heard for end in part.ends)

    @property
    def _heard(self) -> list[Part]:
        return [part for part in self.score.parts if part.who != self.who]

    @property
    def _listens(self) -> bool:
        """Whether somebody turns to who speaks; one whose gaze is told elsewhere does not."""
        gaze = self.player.actor.gaze
        return gaze == "ahead" or gaze in self.others

    @cached_property
    def _aims(self) -> tuple[Aim, ...]:
        """Where somebody means to look on each drawing: at who speaks, else where they were placed to look."""
        own = (self.player.head, self.player.eyes)
        found: list[Aim] = []
        last = own
        for number in range(self.score.drawings):
            speaker = self.score.speaker(number)
            if self._listens and speaker in self.others and speaker != self.who:
                last = self._at(self.others[speaker])
            elif speaker == self.who:
                last = own
            found.append(last)
        return tuple(found)

    def _at(self, other: Placed) -> Aim:
        """Return how somebody looks at another."""
        player = self.player
        meant = gazes.towards(player.joints()["eyes"], other.joints()["eyes"])
        facing = stand_in(player.actor.look, player.actor.pose, flipped=player.flipped).facing
        return gazes.split(meant, player.turn, player.actor.pose, facing)

    @property
    def _turning(self) -> list[int]:
        """The drawings on which somebody begins to look elsewhere."""
        aims = self._aims
        return [number for number in range(1, len(aims)) if aims[number] != aims[number - 1]]

    def _aim(self, number: int) -> Aim:
        """Return where head and eyes look: eyes go first, the head follows them within `CHANGE` drawings."""
        aims = self._aims
        seen = [aims[max(0, number - lag)] for lag in range(CHANGE)]
        head = (sum(each[0][0] for each in seen) / CHANGE, sum(each[0][1] for each in seen) / CHANGE)
        to = seen[0]
        eyes = (to[1][0] + (to[0][0] - head[0]) * 0.8, to[1][1] + (to[0][1] - head[1]) * 0.8)
        return head, (_within(eyes[0], gazes.EYES[0]), _within(eyes[1], gazes.EYES[1]))

    def _gaze(self, number: int) -> tuple[float, float]:
        _, eyes = self._aim(number)
        x, y = faced(replace(self.player, eyes=eyes)).gaze
        across, up = (0.0, 0.0) if self.player.actor.expression in STILL_FACES else self._glances[number]
        return _within(x + across, 1.0), _within(y + up, 1.0)

    def _held(self, number: int) -> Pose:
        """Return the pose before the small things: a gait, a gesture on its way, or what is held."""
        head, _ = self._aim(number)
        player = replace(self.player, head=head)
        name = player.actor.pose
        target = headed(player)
        if name in CADENCE:
            moved = step(name, self._phase(number), flipped=player.flipped)
            down, side, lean = (
                a - b for a, b in zip(target.head, acted(name, flipped=player.flipped).head, strict=True)
            )
            return replace(moved, head=(moved.head[0] + down, moved.head[1] + side, moved.head[2] + lean))
        if name not in GESTURES:
            return target
        rest = replace(acted("stand", flipped=player.flipped), head=target.head)
        return blend(rest, target, 1 - BEFORE * (1 - self._turned[number]))

    # Getting on.

    @cached_property
    def _gait(self) -> Gait | None:
        name = self.player.actor.pose
        return gait(body(identity(self.player.actor.look)), name) if name in CADENCE else None

    @cached_property
    def _cadence(self) -> float:
        """Strides a second: one's own, or slower when there is no room for so many."""
        name, way = self.player.actor.pose, self._gait
        if way is None or not self.setting.feet:
            return CADENCE.get(name, 0.0)
        seconds = max(self.score.drawings / DRAWINGS, 0.5)
        return max(SLOWEST, min(CADENCE[name], self.setting.room / max(way.stride, 0.1) / seconds))

    def _phase(self, number: int) -> float:
        """Return the phase of the gait: the panel's own pose is struck when most of the shot is over."""
        return self._cadence * (number - round(self.score.drawings * ARRIVES)) / DRAWINGS

    def _walked(self) -> list[tuple[float, float]]:
        """Return how far somebody has come on each drawing (to own left, ahead); nowhere, where no feet are seen."""
        way = self._gait
        if way is None or not self.setting.feet:
            return [(0.0, 0.0)] * self.score.drawings
        mirror = -1.0 if self.player.flipped else 1.0
        found = [way.way(self._phase(number)) for number in range(self.score.drawings)]
        return [(mirror * across, ahead) for across, ahead in found]

    def _swung(self) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        """Return how far loose ends are carried on each drawing, in figure space."""
        seconds = [number / DRAWINGS for number in range(self.score.drawings)]
        c, s = cos(radians(self.player.turn)), sin(radians(self.player.turn))
        pulls = []
        for now in seconds:
            x, y, z = springs.wind(self.setting.weather, now, self.score.seed, indoors=self.setting.indoors)
            pulls.append((c * x + s * z, y, s * x - c * z))
        return springs.followed(np.array([self._anchor(number) for number in range(len(seconds))]), pulls)

    def _anchor(self, number: int) -> tuple[float, float, float]:
        """Return about where the back of the head is in figure space: what hair hangs from."""
        pose = self.pose(number)
        pitch, yaw, roll = (radians(a + b) for a, b in zip(pose.spine, pose.head, strict=True))
        lean = radians(pose.spine[0])
        across, ahead = self._ways[number]
        on = self._phase(number) if self._gait and not self.setting.feet else 0.0
        gone = ahead + on * (self._gait.stride if self._gait else 0.0)
        return across + 0.10 * sin(yaw) + 0.25 * sin(roll), 0.0, gone + 0.45 * sin(lean) + 0.12 * sin(pitch)


def _within(value: float, limit: float) -> float:
    return min(limit, max(-limit, value))
