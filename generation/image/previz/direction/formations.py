"""Formations: where people stand when several share an upright frame, and how far apart.

A formation has one place a person, from screen left to right: (share of the half spread to the right, metres behind the
subject). An upright frame is narrow, so groups go deep.
"""

from collections.abc import Mapping

Formation = tuple[tuple[float, float], ...]

FORMATIONS: Mapping[int, tuple[Formation, ...]] = {
    1: (((0.0, 0.0),),),
    2: (
        ((-1.0, 0.0), (1.0, 0.12)),
        ((-0.80, -0.10), (1.15, 0.60)),
        ((-1.0, 0.14), (1.0, 0.0)),
        ((-1.15, 0.60), (0.80, -0.10)),
    ),
    3: (
        ((-1.0, 0.0), (0.08, 0.75), (1.0, 0.10)),
        ((-1.0, 0.15), (-0.08, 0.80), (1.0, 0.0)),
        ((-1.0, 0.55), (0.0, -0.05), (1.0, 0.65)),
    ),
    4: (
        ((-1.0, 0.0), (-0.36, 0.85), (0.38, 0.80), (1.0, 0.08)),
        ((-1.0, 0.60), (-0.34, 0.0), (0.36, 0.05), (1.0, 0.70)),
    ),
    5: (
        ((-1.0, 0.0), (-0.55, 0.85), (0.0, 1.35), (0.55, 0.80), (1.0, 0.08)),
        ((-1.0, 0.80), (-0.52, 0.0), (0.0, 0.85), (0.52, 0.05), (1.0, 0.85)),
    ),
}
"""Number of people to the formations a seed may choose from; nobody stands behind another's head."""

DEEP: tuple[Formation, Formation] = (((-0.45, 0.0), (1.4, 1.05)), ((-1.4, 1.05), (0.45, 0.0)))
"""Two people of whom one turned away from the other and stands before them: the first is near, or the second."""

SPREAD: Mapping[str, tuple[float, float]] = {
    "extreme-wide": (0.50, 0.34), "wide": (0.46, 0.30), "full": (0.31, 0.21), "medium": (0.185, 0.150),
    "two-shot": (0.160, 0.145), "over-the-shoulder": (0.16, 0.15), "close-up": (0.135, 0.140),
    "extreme-close-up": (0.12, 0.12), "insert": (0.2, 0.2),
}  # fmt: skip
"""Half spread in metres: of two people, and for each further one."""

WIDE_POSES: Mapping[str, float] = {
    "strike": 0.30, "punch": 0.26, "kick": 0.30, "sword-guard": 0.28, "guard": 0.18, "dance": 0.16, "dodge": 0.16,
    "cheer": 0.08, "surrender": 0.06, "argue": 0.02, "explain": 0.02, "point": 0.14, "run": 0.08, "jump": 0.12,
    "fall": 0.18, "push": 0.14, "pull": 0.14, "hands-hips": 0.04, "lie": 0.30, "sleep": 0.30, "sit-floor": 0.14,
    "ride": 0.35, "reach": 0.03, "offer": 0.03,
}  # fmt: skip
"""Poses that take room to the sides: metres of half spread that they add."""

LEAST: Mapping[int, float] = {1: 0.0, 2: 0.128, 3: 0.26, 4: 0.40, 5: 0.52}
"""Number of people to the least half spread in metres that keeps their faces clear of one another."""

SQUEEZES = (1.0, 0.88, 0.76, 0.66)
"""How far a group draws together so that the framing asked for holds it."""

PAIRS: Mapping[str, float] = {"embrace": 0.30, "hold-hands": 0.66}
"""Poses of two who touch: how far apart their hips are, in metres."""

LEAD: Mapping[str, float] = {
    "extreme-wide": 0.30, "wide": 0.30, "full": 0.20, "medium": 0.18, "two-shot": 0.10, "over-the-shoulder": 0.36,
    "close-up": 0.20, "extreme-close-up": 0.08, "insert": 0.0,
}  # fmt: skip
"""How far off the middle one person stands, as a share of the frame's half width: the room is before the face."""

TURNS: Mapping[str, float] = {
    "extreme-wide": 42.0, "wide": 40.0, "full": 32.0, "medium": 28.0, "two-shot": 34.0, "over-the-shoulder": 24.0,
    "close-up": 24.0, "extreme-close-up": 9.0, "insert": 20.0,
}  # fmt: skip
"""How far one person turns from the camera when nothing is said, in degrees."""


def spread(framing: str, poses: tuple[str, ...]) -> float:
    """Return the half spread of a group in metres."""
    two, further = SPREAD[framing]
    room = max((WIDE_POSES.get(pose, 0.0) for pose in poses), default=0.0)
    return two + further * max(0, len(poses) - 2) + room


def together(framing: str, poses: tuple[str, ...], apart: float) -> float:
    """Return the half spread of a group that stands `apart` times as far as usual, and never too near."""
    return max(LEAST[len(poses)], spread(framing, poses) * apart)
