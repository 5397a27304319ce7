"""Faces: expressions, mouths of speech, blinks and gazes, as weights of face units."""

from collections.abc import Mapping
from dataclasses import dataclass

from generation.image.previz.vocabulary import EXPRESSIONS, nearest

Units = Mapping[str, float]
TWICE = ("browDown", "browOuterUp", "cheekSquint", "eyeBlink", "eyeSquint", "eyeWide", "mouthDimple", "mouthFrown",
         "mouthLowerDown", "mouthPress", "mouthSmile", "mouthStretch", "mouthUpperUp", "noseSneer")  # fmt: skip
"""Units that have a left and a right half; both are meant where no side is named."""
MOUTH = ("mouth", "jaw", "tongue", "cheekPuff")
"""How the names of units begin that shape the mouth."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Face:
    """Weights of face units in the order of their names; where the eyes look, to own left and up, -1 to 1; and how far
    tears have run, 0 to 1.
    """

    units: tuple[tuple[str, float], ...] = ()
    gaze: tuple[float, float] = (0.0, 0.0)
    tears: float = 0.0

    def weight(self, unit: str) -> float:
        """Return a unit's weight."""
        return dict(self.units).get(unit, 0.0)


NEUTRAL = Face()
OPEN_EYES = 0.35
"""How much wider eyes are that are not narrowed: drawn faces have them so."""

FACES: Mapping[str, Units] = {
    "neutral": {"mouthSmile": 0.08, "browInnerUp": 0.05},
    "smile": {"mouthSmile": 0.95, "cheekSquint": 0.55, "eyeSquint": 0.35, "browInnerUp": 0.25, "mouthDimple": 0.3},
    "laugh": {
        "mouthSmile": 1.15, "jawOpen": 0.5, "mouthUpperUp": 0.35, "cheekSquint": 1.0, "eyeSquint": 0.5,
        "eyeBlink": 0.72,
        "browOuterUp": 0.5, "browInnerUp": 0.5,
    },
    "sly": {
        "mouthSmileLeft": 1.15, "mouthSmileRight": 0.15, "mouthDimpleLeft": 0.5, "eyeBlink": 0.2, "eyeSquint": 0.35,
        "browOuterUpLeft": 1.1, "browDownRight": 0.75, "browInnerUp": 0.1, "mouthPressRight": 0.3,
    },
    "tender": {
        "mouthSmile": 0.55, "eyeBlink": 0.22, "eyeSquint": 0.3, "browInnerUp": 0.75, "browOuterUp": 0.15,
        "cheekSquint": 0.25,
    },
    "proud": {
        "mouthSmile": 0.4, "mouthPress": 0.4, "eyeBlink": 0.3, "browOuterUp": 0.55, "mouthShrugLower": 0.35,
        "noseSneer": 0.12, "browDown": 0.25,
    },
    "determined": {
        "browDown": 1.05, "eyeSquint": 0.35, "mouthPress": 0.8, "mouthFrown": 0.25, "jawForward": 0.3,
        "mouthShrugLower": 0.25, "noseSneer": 0.2,
    },
    "thinking": {
        "browDownLeft": 0.85, "browOuterUpRight": 0.8, "browInnerUp": 0.2, "mouthLeft": 0.55, "mouthPucker": 0.4,
        "eyeSquintLeft": 0.5, "mouthPress": 0.3,
    },
    "worried": {
        "browInnerUp": 1.25, "browDown": 0.2, "mouthFrown": 0.5, "mouthPress": 0.35, "mouthStretch": 0.25,
        "eyeWide": 0.35, "mouthShrugLower": 0.25,
    },
    "sad": {
        "browInnerUp": 1.35, "mouthFrown": 1.0, "eyeBlink": 0.32, "mouthShrugLower": 0.55, "browDown": 0.15,
        "mouthRollLower": 0.1,
    },
    "cry": {
        "browInnerUp": 1.4, "browDown": 0.5, "mouthFrown": 1.05, "eyeBlink": 0.62, "eyeSquint": 0.7, "cheekSquint": 0.6,
        "mouthStretch": 0.65, "jawOpen": 0.26, "noseSneer": 0.35, "mouthUpperUp": 0.2,
    },
    "surprised": {
        "browInnerUp": 1.15, "browOuterUp": 1.2, "eyeWide": 1.15, "jawOpen": 0.52, "mouthFunnel": 0.35,
    },
    "afraid": {
        "browInnerUp": 1.35, "browOuterUp": 0.2, "browDown": 0.25, "eyeWide": 1.2, "jawOpen": 0.28,
        "mouthStretch": 0.9, "mouthFrown": 0.3,
    },
    "angry": {
        "browDown": 1.4, "noseSneer": 0.8, "mouthFrown": 0.75, "eyeSquint": 0.55, "mouthPress": 0.4, "jawForward": 0.35,
        "mouthShrugLower": 0.3, "eyeWide": 0.3,
    },
    "shout": {
        "browDown": 1.35, "jawOpen": 0.85, "noseSneer": 0.9, "mouthUpperUp": 0.6, "mouthLowerDown": 0.5,
        "mouthStretch": 0.3, "eyeWide": 0.5, "cheekSquint": 0.3,
    },
    "disgusted": {
        "noseSneer": 1.2, "mouthUpperUpLeft": 0.9, "mouthUpperUpRight": 0.5, "browDown": 0.8, "eyeSquint": 0.75,
        "mouthFrown": 0.7, "mouthShrugLower": 0.5, "eyeBlink": 0.2,
    },
    "pain": {
        "browDown": 1.1, "browInnerUp": 0.7, "eyeBlinkLeft": 0.95, "eyeBlinkRight": 0.75, "eyeSquint": 1.0,
        "noseSneer": 0.8, "cheekSquint": 0.9, "jawOpen": 0.2, "mouthStretch": 0.95, "mouthUpperUp": 0.55,
        "mouthLowerDown": 0.35,
    },
    "asleep": {"eyeBlink": 1.0, "browInnerUp": 0.15, "jawOpen": 0.04},
}  # fmt: skip
"""Weights above 1 exaggerate, as drawing does; unequal sides make a face alive."""

TEARS: Mapping[str, float] = {"cry": 1.0}
"""Expressions with tears."""

MOUTHS: Mapping[str, Units] = {
    "rest": {},
    "M": {"mouthPress": 0.55, "mouthRollUpper": 0.3, "mouthRollLower": 0.3},
    "A": {"jawOpen": 0.48, "mouthLowerDown": 0.25, "mouthUpperUp": 0.15},
    "E": {"jawOpen": 0.20, "mouthStretch": 0.5, "mouthSmile": 0.25, "mouthUpperUp": 0.25, "mouthLowerDown": 0.3},
    "I": {"jawOpen": 0.12, "mouthStretch": 0.6, "mouthSmile": 0.35, "mouthUpperUp": 0.25, "mouthLowerDown": 0.3},
    "O": {"jawOpen": 0.34, "mouthFunnel": 0.75, "mouthPucker": 0.25},
    "U": {"jawOpen": 0.16, "mouthFunnel": 0.45, "mouthPucker": 0.75},
    "F": {"jawOpen": 0.06, "mouthRollLower": 0.65, "mouthUpperUp": 0.4},
    "L": {"jawOpen": 0.26, "mouthUpperUp": 0.2, "mouthLowerDown": 0.25, "tongueOut": 0.12},
}
"""Mouths of speech."""


def face(
    expression: str,
    *,
    gaze: tuple[float, float] = (0.0, 0.0),
    mouth: Units | None = None,
    blink: float = 0.0,
    extra: Units | None = None,
) -> Face:
    """Return a face: an expression, a gaze, a mouth of speech (names of `MOUTHS` to weights), a blink (0 to 1).

    While somebody speaks, the expression's own mouth is halved.
    """
    units = _sided(FACES[nearest(expression, EXPRESSIONS)])
    speaking = min(1.0, sum((mouth or {}).values()))
    units = {name: weight * (1 - speaking / 2 if name.startswith(MOUTH) else 1) for name, weight in units.items()}
    for name, share in (mouth or {}).items():
        units = _added(units, _sided(MOUTHS[name]), share)
    units = _added(units, _sided(extra or {}), 1.0)
    return Face(units=_ordered(_lidded(units, gaze, blink)), gaze=gaze, tears=TEARS.get(expression, 0.0))


def blend(a: Face, b: Face, t: float) -> Face:
    """Return the face at `t` (0 to 1) of the way from one to another."""
    one, other = dict(a.units), dict(b.units)
    names = {*one, *other}
    mixed = {name: one.get(name, 0.0) * (1 - t) + other.get(name, 0.0) * t for name in names}
    x, y = (p * (1 - t) + q * t for p, q in zip(a.gaze, b.gaze, strict=True))
    return Face(units=_ordered(mixed), gaze=(x, y), tears=a.tears * (1 - t) + b.tears * t)


def _sided(units: Units) -> dict[str, float]:
    """Write both sides of units that have two."""
    sided: dict[str, float] = {}
    for name, weight in units.items():
        for each in (f"{name}Left", f"{name}Right") if name in TWICE else (name,):
            sided[each] = sided.get(each, 0.0) + weight
    return sided


def _added(units: dict[str, float], more: Units, share: float) -> dict[str, float]:
    return {name: units.get(name, 0.0) + more.get(name, 0.0) * share for name in {**units, **more}}


def _lidded(units: dict[str, float], gaze: tuple[float, float], blink: float) -> dict[str, float]:
    """Open the eyes as drawn faces have them, let the lids follow the gaze, and blink."""
    lidded = dict(units)
    for side in ("Left", "Right"):
        shut = min(1.0, lidded.get(f"eyeBlink{side}", 0.0) + max(0.0, -gaze[1]) * 0.25)
        shut = shut + (1.0 - shut) * blink
        lidded[f"eyeBlink{side}"] = shut
        squint = lidded.get(f"eyeSquint{side}", 0.0)
        wide = lidded.get(f"eyeWide{side}", 0.0) + OPEN_EYES * max(0.0, 1 - squint) + max(0.0, gaze[1]) * 0.3
        lidded[f"eyeWide{side}"] = wide * max(0.0, 1 - 1.6 * shut)
    return lidded


def _ordered(units: Units) -> tuple[tuple[str, float], ...]:
    return tuple((name, round(weight, 5)) for name, weight in sorted(units.items()) if abs(weight) > 1e-4)  # noqa: PLR2004
