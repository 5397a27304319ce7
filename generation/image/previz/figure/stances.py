"""What poses start from: a few stances, and short words for hands."""

from dataclasses import replace

from generation.image.previz.figure.hands import GRIPS
from generation.image.previz.figure.pose import Hand, Pose, Touch
from generation.image.previz.figure.turns import Way

IN_LEFT, IN_RIGHT, UP, DOWN, AHEAD, BACK = (-1, 0, 0), (1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1)
"""Where palms look; IN is towards the middle of the body."""


def hand(grip: str = "relaxed", palm: Way | None = None, bend: float = 0.0, tilt: float = 0.0) -> Hand:
    """Return a hand in the air."""
    return Hand(grip=GRIPS[grip], palm=palm, bend=bend, tilt=tilt)


def at(
    to: str,
    off: Way = (0, 0, 0),
    *,
    by: str = "palm",
    grip: str = "relaxed",
    palm: Way | None = None,
    bend: float = 0.0,
) -> Hand:
    """Return a hand that lies on a landmark, `off` it by shares of the height."""
    return Hand(grip=GRIPS[grip], palm=palm, bend=bend, touch=Touch(to=to, off=off, by=by))


STAND = Pose(sway=3.0, tR=(-0.12, -1, 0.08), sR=(-0.05, -1, -0.02), toes=12)
FIRM = Pose(tL=(0.16, -1, 0.02), sL=(0.06, -1, -0.03), tR=(-0.16, -1, 0.02), sR=(-0.06, -1, -0.03), toes=14)
SEATED = Pose(
    tL=(0.16, -0.10, 1), sL=(0.03, -1, 0.02), tR=(-0.14, -0.10, 1), sR=(-0.05, -1, 0.12), seat=True, toes=8,
    spine=(4, 0, 0), aL=(0.22, -1, 0.30), fL=(-0.10, -0.30, 1), aR=(-0.22, -1, 0.26), fR=(0.10, -0.30, 1),
    left=at("thigh-left", (0, 0.045, 0.02), palm=DOWN), right=at("thigh-right", (0, 0.045, 0.02), palm=DOWN),
)  # fmt: skip
KNEELING = Pose(
    tL=(0.14, -0.42, 1), sL=(0.02, -0.10, -1), tR=(-0.14, -0.42, 1), sR=(-0.02, -0.10, -1), feet=(60, 60),
    aL=(0.16, -1, 0.34), fL=(-0.2, -0.5, 1), aR=(-0.16, -1, 0.34), fR=(0.2, -0.5, 1),
    left=at("thigh-left", (0, 0.045, 0), palm=DOWN), right=at("thigh-right", (0, 0.045, 0), palm=DOWN),
)  # fmt: skip
LYING = Pose(
    hips=(-90, 0, 0), tL=(0.08, -1, 0.04), sL=(0.05, -1, -0.02), tR=(-0.10, -1, 0.22), sR=(-0.05, -1, -0.18),
    aL=(0.42, -1, 0.02), fL=(0.25, -1, 0.12), aR=(-0.30, -1, 0.10), fR=(0.7, -0.35, 0.4), feet=(22, 26),
    head=(6, 14, 0),
    left=hand(palm=BACK), right=at("belly", (0.0, 0, 0.012), palm=BACK),
)  # fmt: skip
STRIDE = Pose(
    tL=(0.04, -1, 0.42), sL=(0.01, -1, 0.26), tR=(-0.04, -1, -0.26), sR=(-0.02, -1, -0.62), feet=(-8, 24),
    aL=(0.16, -1, -0.34), fL=(0.06, -1, 0.02), aR=(-0.16, -1, 0.34), fR=(0.02, -1, 0.62), spine=(4, -7, 0),
    head=(-2, 5, 0),
    hips=(0, 6, 0),
)  # fmt: skip
RUNNING = Pose(
    tL=(0.05, -0.42, 1), sL=(0.02, -1, -0.42), tR=(-0.05, -0.92, -0.55), sR=(-0.02, -0.34, -1), feet=(-4, 34),
    aL=(0.22, -0.75, -0.75), fL=(0.08, -0.5, 0.72), aR=(-0.22, -0.85, 0.55), fR=(0.35, 0.52, 0.85),
    left=hand("fist"), right=hand("fist"), spine=(16, -14, 0), head=(-10, 10, 0), hips=(4, 10, 0), rise=0.02,
)  # fmt: skip
SNEAKING = replace(
    STRIDE, tL=(0.10, -0.72, 0.72), sL=(0.03, -1, -0.12), tR=(-0.10, -1, -0.02), sR=(-0.05, -0.85, -0.62),
    feet=(10, 30),
    spine=(26, 6, 0), head=(-20, -6, 0), aL=(0.3, -0.7, 0.45), fL=(0.1, -0.1, 1), aR=(-0.3, -0.8, 0.3),
    fR=(0.1, 0.1, 1),
    left=hand("claw", DOWN, -20), right=hand("claw", DOWN, -20),
)  # fmt: skip
ASTRIDE = replace(SEATED, tL=(0.55, -0.62, 0.72), sL=(0.06, -1, -0.22), tR=(-0.55, -0.62, 0.72), sR=(-0.06, -1, -0.22))
GUARDED = Pose(
    tL=(0.20, -0.92, 0.42), sL=(0.06, -1, -0.06), tR=(-0.26, -0.96, -0.22), sR=(-0.14, -1, -0.30), toes=26,
    spine=(6, -18, 0), head=(-2, 16, 0), hips=(2, -14, 0),
)  # fmt: skip
