"""Every pose of the vocabulary. Read them as drawings: a line of action, weight on one leg, the two sides unlike.

How to write one: see `Pose`. Directions need no length. Left and right are the figure's own; whoever stands in a shot
may be mirrored.
"""

from collections.abc import Mapping
from dataclasses import replace

from generation.image.previz.figure.pose import Pose
from generation.image.previz.figure.stances import (
    AHEAD,
    ASTRIDE,
    BACK,
    DOWN,
    FIRM,
    GUARDED,
    IN_LEFT,
    IN_RIGHT,
    KNEELING,
    LYING,
    RUNNING,
    SEATED,
    SNEAKING,
    STAND,
    STRIDE,
    UP,
    at,
    hand,
)  # fmt: skip

POSES: Mapping[str, Pose] = {
    # standing, with nothing but the body
    "stand": STAND,
    "relaxed": replace(
        STAND, sway=5.5, tR=(-0.20, -1, 0.16), sR=(-0.06, -1, -0.08), head=(3, -6, -4), spine=(-1, -3, 0),
        aR=(-0.24, -1, -0.04), fR=(0.02, -0.9, 0.55), right=hand("relaxed", IN_RIGHT),
    ),
    "hands-hips": replace(
        FIRM, sway=4, tR=(-0.26, -1, 0.1), sR=(-0.10, -1, -0.05), spine=(-3, 6, 0), head=(-2, -4, 0),
        aL=(0.85, -0.75, -0.25), fL=(-0.7, -0.5, 0.45), aR=(-0.85, -0.75, -0.25), fR=(0.7, -0.5, 0.45),
        left=at("hip-left", (0.012, 0.0, 0.015), grip="clasp", palm=IN_LEFT, bend=10),
        right=at("hip-right", (-0.012, 0.0, 0.015), grip="clasp", palm=IN_RIGHT, bend=10),
    ),
    "arms-crossed": replace(
        STAND, sway=4.5, tR=(-0.20, -1, 0.14), sR=(-0.06, -1, -0.06), spine=(-3, 4, 0), head=(-3, -3, 0),
        aL=(0.30, -1, 0.30), fL=(-0.9, 0.12, 0.5), aR=(-0.30, -1, 0.34), fR=(0.9, 0.05, 0.6),
        left=at("upper-arm-right", (0.004, -0.024, 0.036), grip="cup", palm=(-0.3, 0, -1)),
        right=at("chest", (0.086, -0.036, -0.004), by="tips", grip="flat", palm=BACK),
    ),
    "hands-behind": replace(
        FIRM, spine=(-4, 0, 0), aL=(0.30, -1, -0.32), fL=(-0.6, -0.5, -0.5), aR=(-0.30, -1, -0.32),
        fR=(0.6, -0.5, -0.5),
        left=at("back", (0.020, -0.01, -0.03), grip="clasp", palm=BACK),
        right=at("back", (-0.022, -0.03, -0.05), grip="clasp", palm=BACK),
    ),
    "hands-clasped": replace(
        STAND, head=(8, 0, 2), aL=(0.20, -1, 0.18), fL=(-0.6, -0.6, 0.7), aR=(-0.20, -1, 0.18), fR=(0.6, -0.6, 0.7),
        left=at("belly", (0.010, -0.045, 0.055), grip="clasp", palm=(-0.8, 0, -0.6)),
        right=at("belly", (-0.012, -0.030, 0.072), grip="clasp", palm=(0.6, 0, -0.8)),
    ),
    "think": replace(
        STAND, sway=4.5, spine=(3, 4, 0), head=(8, 10, 5), aR=(-0.10, -1, 0.42), fR=(0.30, 1, 0.35),
        right=at("chin", (-0.004, -0.008, 0.006), by="tips", grip="clasp", palm=(0.6, 0.2, -0.8)),
        aL=(0.22, -1, 0.30), fL=(-0.9, 0.06, 0.45), left=at("elbow-right", (0.01, -0.02, 0.012), grip="cup", palm=UP),
    ),
    "shrug": replace(
        STAND, shrug=(14, 14), head=(4, 0, 9), aL=(0.35, -1, 0.12), fL=(0.75, 0.25, 0.65), aR=(-0.35, -1, 0.12),
        fR=(-0.75, 0.25, 0.65), left=hand("open", (0.2, 1, 0.4), -20), right=hand("open", (-0.2, 1, 0.4), -20),
    ),
    "facepalm": replace(
        STAND, sway=-4, spine=(8, 0, 0), head=(24, -6, -4), aR=(-0.25, -0.75, 0.75), fR=(0.45, 1, 0.1),
        right=at("nose", (-0.006, 0.006, 0.006), grip="relaxed", palm=(0.15, -0.1, -1), bend=10),
        aL=(0.22, -1, 0.2), fL=(-0.85, -0.05, 0.45), left=at("elbow-right", (0.03, -0.10, 0.0), grip="relaxed",
        palm=BACK),
    ),
    "hug-self": replace(
        STAND, shrug=(9, 9), spine=(9, 0, 0), head=(16, 8, 8), tL=(0.03, -1, 0.05), tR=(-0.02, -1, 0.10),
        sR=(0.05, -1, -0.1),
        aL=(0.10, -1, 0.38), fL=(-0.9, 0.3, 0.5), aR=(-0.10, -1, 0.38), fR=(0.9, 0.3, 0.55),
        left=at("upper-arm-right", (-0.005, 0.028, 0.034), grip="cup", palm=(-0.3, 0, -1)),
        right=at("upper-arm-left", (0.005, 0.002, 0.040), grip="cup", palm=(0.3, 0, -1)),
    ),
    "look-over-shoulder": replace(
        STAND, sway=6, hips=(0, -14, 0), spine=(-4, 30, 0), head=(4, 52, -4), tR=(-0.14, -1, 0.2), sR=(-0.04, -1, -0.2),
        aL=(0.28, -1, -0.15), fL=(0.1, -1, 0.2), aR=(-0.12, -1, 0.25), fR=(0.2, -0.8, 0.6),
    ),
    "look-up": replace(STAND, spine=(-8, 0, 0), head=(-30, 6, 3), aL=(0.28, -1, -0.1), fL=(0.2, -1, 0.1)),
    "lean": replace(
        STAND, sway=7, spine=(-7, 4, 8), head=(8, -8, 4), hips=(-7, 0, 6), tL=(0.10, -1, 0.22), sL=(0.0, -1, 0.1),
        tR=(0.10, -1, 0.34), sR=(0.22, -1, -0.1), aL=(0.28, -1, 0.30), fL=(-0.9, 0.12, 0.5), aR=(-0.28, -1, 0.34),
        fR=(0.9, 0.05, 0.6), left=at("upper-arm-right", (0.004, -0.024, 0.036), grip="cup", palm=(-0.3, 0, -1)),
        right=at("chest", (0.086, -0.036, -0.004), by="tips", grip="flat", palm=BACK),
    ),
    "proud": replace(
        FIRM, sway=3, spine=(-10, 6, 0), head=(-9, -10, 0), aL=(0.85, -0.7, -0.3), fL=(-0.7, -0.5, 0.4),
        left=at("hip-left", (0.010, 0.0, 0.01), grip="fist", palm=BACK, bend=20), aR=(-0.30, -1, -0.12),
        fR=(-0.16, -1, 0.15), right=hand("fist"),
    ),
    # speaking with the hands
    "argue": replace(
        FIRM, sway=-4, spine=(12, 10, 0), head=(-4, -8, -4), tL=(0.14, -1, 0.30), sL=(0.05, -1, -0.06),
        aR=(-0.42, -0.72, 0.55), fR=(-0.20, 0.45, 0.9), right=hand("open", (0.1, 0.9, 0.5), -24),
        aL=(0.45, -0.9, 0.05), fL=(0.62, 0.15, 0.75), left=hand("open", (-0.1, 1, 0.2), -20),
    ),
    "explain": replace(
        STAND, spine=(3, -5, 0), head=(2, 8, 4), aL=(0.30, -1, 0.20), fL=(0.35, 0.12, 1),
        left=hand("open", (-0.3, 1, 0), -8),
        aR=(-0.25, -1, 0.25), fR=(0.25, 0.5, 0.85), right=hand("pinch", (0.8, 0.3, -0.2), 10),
    ),
    "point": replace(
        FIRM, sway=-3, spine=(5, 16, 0), head=(0, -14, 0), tR=(-0.14, -1, 0.26), sR=(-0.04, -1, 0.04),
        aR=(-0.85, -0.08, 0.72), fR=(-0.72, 0.05, 0.85), right=hand("point", DOWN), aL=(0.35, -1, -0.35),
        fL=(0.1, -0.7, 0.5),
        left=hand("fist"),
    ),
    "beckon": replace(
        STAND, sway=5, spine=(-3, -4, 0), head=(4, 6, 7), aR=(-0.35, -0.85, 0.45), fR=(-0.05, 0.55, 0.9),
        right=hand("cup", (0.1, 0.8, -0.6), 26), aL=(0.85, -0.75, -0.25), fL=(-0.7, -0.5, 0.4),
        left=at("hip-left", (0.012, 0, 0.015), grip="clasp", palm=IN_LEFT, bend=10),
    ),
    "halt": replace(
        FIRM, spine=(-3, 12, 0), head=(-2, -10, 0), tR=(-0.14, -1, 0.30), sR=(-0.04, -1, 0.0), aR=(-0.30, -0.25, 1),
        fR=(-0.05, 0.35, 1), right=hand("open", (0, 0.1, 1), -52), aL=(0.38, -1, -0.12), fL=(0.2, -0.9, 0.4),
        left=hand("open", DOWN),
    ),
    "wave": replace(
        STAND, sway=5, spine=(0, 0, -4), head=(-3, 0, -6), aR=(-0.85, -0.20, 0.35), fR=(-0.28, 1, 0.25),
        right=hand("open", (0.1, 0.0, 1), -4, 8), aL=(0.26, -1, 0.05), fL=(0.1, -1, 0.35),
    ),
    "cheer": replace(
        FIRM, spine=(-9, 0, 3), head=(-14, 0, 0), tL=(0.20, -1, 0.05), tR=(-0.14, -0.9, 0.42), sR=(-0.06, -0.8, -0.7),
        feet=(30, 38), aL=(0.62, 1, 0.18), fL=(0.10, 1, 0.12), aR=(-0.55, 1, 0.25), fR=(-0.22, 1, 0.0),
        left=hand("fist"),
        right=hand("fist"), rise=0.01,
    ),
    "surrender": replace(
        STAND, shrug=(10, 10), spine=(-5, 0, 0), head=(-2, 0, 4), aL=(0.85, -0.25, 0.2), fL=(0.18, 1, 0.28),
        aR=(-0.85, -0.32, 0.2), fR=(-0.10, 1, 0.35), left=hand("open", AHEAD, -10), right=hand("open", AHEAD, -10),
    ),
    "plead": replace(
        STAND, spine=(16, 0, 0), head=(-16, 6, 6), tL=(0.06, -1, 0.22), sL=(0.0, -1, -0.14), aL=(0.22, -0.85, 0.6),
        fL=(-0.22, 0.35, 1), aR=(-0.22, -0.85, 0.6), fR=(0.22, 0.35, 1), left=hand("open", (-0.5, 1, 0), -16),
        right=hand("open", (0.5, 1, 0), -16),
    ),
    "pray": replace(
        FIRM, spine=(6, 0, 0), head=(18, 0, 0), aL=(0.35, -1, 0.25), fL=(-0.6, 0.6, 0.6), aR=(-0.35, -1, 0.25),
        fR=(0.6, 0.6, 0.6), left=at("chest", (0.009, 0.030, 0.075), grip="flat", palm=IN_LEFT, bend=-34),
        right=at("chest", (-0.009, 0.030, 0.075), grip="flat", palm=IN_RIGHT, bend=-34),
    ),
    "salute": replace(
        Pose(toes=16), spine=(-5, 0, 0), head=(-3, 0, 0), aR=(-0.95, -0.15, 0.35), fR=(0.65, 0.75, 0.1),
        right=at("temple-right", (-0.002, 0.006, 0.012), by="tips", grip="flat", palm=(0.2, -0.8, 0.5)),
        aL=(0.14, -1, -0.04), fL=(0.06, -1, 0.05), left=hand("flat"),
    ),
    "bow": replace(
        Pose(toes=8), hips=(26, 0, 0), tL=(0.05, -1, 0.46), sL=(0.02, -1, 0.44), tR=(-0.05, -1, 0.46),
        sR=(-0.02, -1, 0.44),
        spine=(26, 0, 0), head=(16, 0, 0), aL=(0.30, -0.75, 0.75), fL=(-0.75, 0.12, 0.7), aR=(-0.30, -0.75, 0.75),
        fR=(0.75, 0.12, 0.7), left=at("chest", (0.008, 0.01, 0.185), grip="flat", palm=(0, 0, -1)),
        right=at("chest", (-0.012, 0.005, 0.165), grip="fist", palm=(0, 0, -1)),
    ),
    "cover-face": replace(
        STAND, shrug=(8, 8), spine=(14, 0, 0), head=(24, 0, 3), aL=(0.25, -0.75, 0.75), fL=(-0.3, 1, 0.1),
        aR=(-0.25, -0.8, 0.7), fR=(0.3, 1, 0.1), left=at("eye-left", (0.004, -0.004, 0.016), grip="flat",
        palm=(-0.25, 0, -1), bend=12),
        right=at("eye-right", (-0.004, -0.008, 0.016), grip="flat", palm=(0.25, 0, -1), bend=12),
    ),
    "cover-ears": replace(
        STAND, shrug=(12, 12), spine=(14, 0, 0), head=(20, 0, 0), aL=(0.85, -0.25, 0.5), fL=(-0.4, 1, -0.1),
        aR=(-0.85, -0.25, 0.5), fR=(0.4, 1, -0.1), left=at("ear-left", (0.008, 0.0, 0.012), grip="cup", palm=IN_LEFT),
        right=at("ear-right", (-0.008, 0.0, 0.012), grip="cup", palm=IN_RIGHT),
    ),
    "whisper": replace(
        STAND, sway=-5, spine=(10, -8, -8), head=(6, -12, -8), aR=(-0.45, -0.85, 0.5), fR=(0.2, 1, 0.35),
        right=at("mouth", (-0.042, 0.005, 0.028), grip="flat", palm=(0.85, 0, -0.4)), aL=(0.2, -1, 0.1),
        fL=(0.0, -0.9, 0.5),
    ),
    # with a thing
    "hold": replace(
        STAND, aR=(-0.22, -1, 0.16), fR=(0.12, 0.16, 1), right=hand("hold", IN_RIGHT), head=(6, -6, 0),
        aL=(0.20, -1, 0.0), fL=(0.08, -1, 0.25),
    ),
    "offer": replace(
        STAND, spine=(8, 6, 0), head=(-2, -4, 4), tR=(-0.10, -1, 0.24), aR=(-0.16, -0.75, 0.85), fR=(0.10, 0.12, 1),
        right=hand("hold", (0.5, 0.85, 0)), aL=(0.16, -0.8, 0.7), fL=(-0.2, 0.06, 1), left=hand("cup", UP),
    ),
    "reach": replace(
        STAND, spine=(12, 14, 0), head=(-10, -8, 0), tR=(-0.10, -1, 0.34), sR=(-0.03, -1, 0.0), tL=(0.08, -1, -0.22),
        sL=(0.03, -1, -0.34), feet=(None, None), aR=(-0.18, 0.28, 1), fR=(-0.02, 0.22, 1),
        right=hand("open", (0.3, -0.9, 0.1)),
        aL=(0.40, -0.9, -0.45), fL=(0.25, -0.9, 0.2),
    ),
    "carry": replace(
        FIRM, spine=(-8, 0, 0), head=(4, 0, 0), aL=(0.18, -1, 0.30), fL=(-0.12, 0.02, 1), aR=(-0.18, -1, 0.30),
        fR=(0.12, 0.02, 1), left=hand("cup", (-0.7, 0.7, 0)), right=hand("cup", (0.7, 0.7, 0)),
    ),
    "phone-call": replace(
        STAND, sway=5, spine=(-2, 6, 0), head=(4, -8, -8), aR=(-0.42, -0.9, 0.35), fR=(0.25, 1, 0.15),
        right=at("ear-right", (-0.009, -0.020, 0.014), grip="hold", palm=(0.95, 0, 0.2)), aL=(0.22, -1, 0.28),
        fL=(-0.9, 0.08, 0.45), left=at("elbow-right", (0.055, -0.07, 0.01), grip="relaxed", palm=BACK),
    ),
    "hold-phone": replace(
        STAND, spine=(5, 0, 0), head=(26, -4, 0), aR=(-0.16, -1, 0.28), fR=(0.28, 0.50, 0.9),
        right=hand("hold", (0.4, 0.5, -0.9)),
        aL=(0.18, -1, 0.24), fL=(-0.45, 0.34, 0.9), left=hand("pinch", (-0.8, 0.2, -0.6)),
    ),
    "read": replace(
        STAND, spine=(4, 0, 0), head=(24, 0, 0), aL=(0.22, -1, 0.25), fL=(-0.12, 0.42, 0.9), aR=(-0.22, -1, 0.25),
        fR=(0.12, 0.42, 0.9), left=hand("hold", (-0.55, 0.7, -0.5)), right=hand("hold", (0.55, 0.7, -0.5)),
    ),
    "write": replace(
        SEATED, spine=(18, 6, 0), head=(22, -6, 0), aR=(-0.32, -0.72, 0.62), fR=(0.35, 0.28, 1),
        right=hand("pinch", (0.6, -0.8, 0)), aL=(0.36, -0.72, 0.6), fL=(-0.75, 0.2, 0.75), left=hand("flat", DOWN),
    ),
    "type": replace(
        SEATED, spine=(6, 0, 0), head=(10, 0, 0), aL=(0.18, -1, 0.32), fL=(-0.12, 0.1, 1), aR=(-0.18, -1, 0.32),
        fR=(0.12, 0.1, 1), left=hand("cup", DOWN, 4), right=hand("cup", DOWN, 4),
    ),
    "eat": replace(
        SEATED, spine=(14, 0, 0), head=(8, 0, 0), aR=(-0.38, -0.85, 0.55), fR=(0.35, 0.8, 0.5),
        right=at("mouth", (-0.022, -0.008, 0.045), by="tips", grip="pinch", palm=(0.6, -0.2, -0.7)),
        aL=(0.22, -0.9, 0.45), fL=(-0.4, 0.1, 0.9), left=hand("cup", (-0.3, 0.9, 0)),
    ),
    "drink": replace(
        STAND, spine=(-5, 0, 0), head=(-10, 0, 0), aR=(-0.45, -0.65, 0.65), fR=(0.35, 0.9, 0.25),
        right=at("mouth", (-0.018, -0.012, 0.050), by="palm", grip="hold", palm=(0.75, 0, -0.6)), aL=(0.20, -1, 0.0),
        fL=(0.1, -1, 0.25),
    ),
    "cook": replace(
        STAND, spine=(10, 0, 0), head=(20, -6, 0), aR=(-0.28, -0.9, 0.42), fR=(0.15, -0.08, 1),
        right=hand("hold", IN_RIGHT),
        aL=(0.26, -0.9, 0.4), fL=(-0.15, -0.2, 1), left=hand("hold", DOWN),
    ),
    "push": replace(
        STAND, hips=(14, 0, 0), spine=(14, 0, 0), head=(2, 0, 0), tL=(0.06, -0.8, 0.8), sL=(0.02, -1, 0.1),
        tR=(-0.06, -1, -0.25), sR=(-0.04, -1, -0.30), feet=(None, 8), aL=(0.25, 0.0, 1), fL=(-0.05, 0.15, 1),
        aR=(-0.25, 0.02, 1), fR=(0.05, 0.18, 1), left=hand("open", (0, 0.1, 1), -62),
        right=hand("open", (0, 0.1, 1), -62),
    ),
    "pull": replace(
        STAND, hips=(-16, 0, 0), spine=(-6, 0, 0), head=(6, 0, 0), tL=(0.10, -0.82, 0.75), sL=(0.04, -1, 0.36),
        tR=(-0.12, -0.95, 0.35), sR=(-0.05, -1, -0.18), feet=(-4, 4), aL=(0.16, -0.35, 1), fL=(-0.05, 0.02, 1),
        aR=(-0.18, -0.55, 0.85), fR=(0.05, -0.02, 1), left=hand("fist", IN_LEFT), right=hand("fist", IN_RIGHT),
    ),
    # on the way
    "walk": STRIDE,
    "run": RUNNING,
    "sneak": SNEAKING,
    "jump": replace(
        RUNNING, tL=(0.10, -0.30, 1), sL=(0.02, -1, -0.30), tR=(-0.10, -0.8, -0.7), sR=(-0.04, -0.30, -1),
        aL=(0.75, 0.7, 0.2),
        fL=(0.35, 1, 0.2), aR=(-0.85, 0.45, -0.2), fR=(-0.6, 0.7, 0.1), left=hand("open"), right=hand("open"),
        spine=(-2, -10, 0), head=(-8, 8, 0), feet=(20, 40), rise=0.26,
    ),
    "climb": replace(
        STAND, spine=(4, -6, 4), head=(-30, 6, 0), aL=(0.30, 1, 0.35), fL=(-0.02, 1, 0.25), aR=(-0.40, 0.35, 0.75),
        fR=(-0.05, 0.85, 0.45), left=hand("hold", AHEAD), right=hand("hold", AHEAD), tL=(0.16, -1, 0.06),
        sL=(0.03, -1, -0.2),
        tR=(-0.36, -0.15, 0.9), sR=(-0.06, -1, -0.12), feet=(20, 6), rise=0.15,
    ),
    "fall": replace(
        LYING, hips=(-58, 0, 16), spine=(12, 8, 0), head=(14, 10, 0), tL=(0.25, -0.62, 0.85), sL=(0.05, -1, 0.25),
        tR=(-0.20, -0.95, 0.25), sR=(-0.1, -0.8, -0.5), aL=(0.85, 0.45, 0.45), fL=(0.35, 0.75, 0.65),
        aR=(-0.85, 0.15, 0.55),
        fR=(-0.35, 0.6, 0.75), left=hand("open", AHEAD), right=hand("open", AHEAD), feet=(22, 32), rise=0.22,
    ),
    "dance": replace(
        STAND, sway=9, spine=(-6, 16, 4), head=(-6, 14, -10), tR=(-0.30, -0.86, 0.42), sR=(0.30, -0.86, -0.40),
        feet=(26, 44),
        aL=(0.60, 0.95, 0.10), fL=(-0.35, 1, 0.25), aR=(-1, -0.12, 0.20), fR=(-1, 0.30, 0.35),
        left=hand("open", (0.2, 0.9, 0.3), -34),
        right=hand("open", (0, -0.9, 0.3), -22),
    ),
    # low
    "sit": SEATED,
    "sit-slumped": replace(
        SEATED, hips=(-12, 0, 0), tL=(0.26, 0.02, 1), sL=(0.06, -1, 0.22), tR=(-0.22, -0.02, 1), sR=(-0.06, -1, 0.36),
        spine=(30, 0, 4), head=(22, -6, 4),
    ),
    "sit-floor": Pose(
        hips=(-14, 0, 0), tL=(0.38, 0.72, 0.75), sL=(0.0, -1, 0.36), tR=(-0.42, -0.02, 1), sR=(0.30, -0.18, 0.95),
        feet=(4, 22),
        spine=(18, 0, 0), head=(2, -8, 0), aL=(0.32, -0.62, 0.7), fL=(-0.3, 0.05, 1),
        left=at("knee-left", (0, 0.030, -0.01), by="wrist", palm=DOWN, bend=34), aR=(-0.45, -1, -0.45),
        fR=(-0.2, -1, -0.30),
        right=hand("flat", (0.2, -0.3, -1), -60),
    ),
    "kneel": replace(KNEELING, spine=(6, 0, 0), head=(14, 0, 0)),
    "kneel-one": Pose(
        tL=(0.14, -0.05, 1), sL=(0.03, -1, 0.0), tR=(-0.10, -1, -0.05), sR=(-0.05, -0.10, -1), feet=(0, 48),
        spine=(10, 4, 0),
        head=(8, 0, 0), aL=(0.22, -0.8, 0.6), fL=(-0.1, 0.1, 1), left=at("knee-left", (0, 0.035, 0.0), palm=DOWN),
        aR=(-0.26, -1, 0.10), fR=(-0.05, -1, 0.30), right=hand("fist"),
    ),
    "crouch": Pose(
        hips=(12, 0, 0), tL=(0.30, 0.05, 1), sL=(0.05, -0.85, -0.75), tR=(-0.26, -0.32, 0.95), sR=(-0.05, -0.62, -0.95),
        feet=(-16, 22), spine=(22, 6, 0), head=(-24, -4, 0), aL=(0.25, -0.7, 0.75), fL=(-0.5, 0.1, 0.85),
        left=at("knee-left", (-0.02, 0.03, 0.0), palm=DOWN), aR=(-0.25, -1, 0.30), fR=(0.05, -1, 0.25),
        right=hand("flat", (0, -0.5, -0.8), -40),
    ),
    "lie": LYING,
    "sleep": replace(
        LYING, hips=(-90, 0, 78), spine=(16, 0, 0), head=(12, 0, 8), tL=(0.04, -0.55, 0.9), sL=(0.0, -0.9, -0.55),
        tR=(-0.02, -0.85, 0.6), sR=(0.0, -0.95, -0.45), feet=(26, 30), aL=(0.12, -0.35, 1), fL=(-0.25, 1, 0.35),
        aR=(-0.05, -0.25, 1),
        fR=(0.15, 1, 0.25), left=at("cheek-left", (0.055, 0.01, 0.01), grip="relaxed", palm=(-1, 0, 0)),
        right=hand("relaxed"),
    ),
    "drive": replace(
        SEATED, hips=(-12, 0, 0), tL=(0.16, 0.10, 1), sL=(0.03, -0.85, 0.55), tR=(-0.14, 0.08, 1),
        sR=(-0.05, -0.85, 0.6), feet=(-6, 4),
        spine=(6, 0, 0), head=(6, 0, 0), aL=(0.20, -0.55, 0.85), fL=(-0.08, 0.18, 1), aR=(-0.20, -0.60, 0.80),
        fR=(0.08, 0.12, 1),
        left=hand("hold", (-0.9, -0.3, 0.3)), right=hand("hold", (0.9, -0.3, 0.3)),
    ),
    "ride": replace(
        ASTRIDE, spine=(6, 0, 0), head=(-2, 0, 0), aL=(0.18, -0.9, 0.4), fL=(-0.2, 0.02, 1), aR=(-0.18, -0.9, 0.4),
        fR=(0.2, -0.02, 1),
        left=hand("fist", IN_LEFT), right=hand("fist", IN_RIGHT), feet=(-8, -8),
    ),
    # with somebody, or against
    "embrace": replace(
        STAND, sway=4, spine=(8, 0, 3), head=(10, 14, 8), tL=(0.10, -1, 0.10), aL=(0.40, -0.30, 0.95),
        fL=(-0.75, 0.10, 0.65),
        aR=(-0.42, -0.55, 0.85), fR=(0.80, 0.02, 0.60), left=hand("cup", (-0.6, 0, -0.8), 22),
        right=hand("cup", (0.6, 0, -0.8), 22),
    ),
    "hold-hands": replace(
        STAND, sway=-4, spine=(0, 8, 2), head=(4, 16, 6), aL=(0.50, -1, 0.14), fL=(0.42, -0.85, 0.35),
        left=hand("clasp", (-0.2, -0.2, -1)),
    ),
    "guard": replace(
        GUARDED, aL=(0.22, -0.80, 0.60), fL=(-0.12, 0.75, 0.75), aR=(-0.28, -1, 0.30), fR=(0.30, 0.85, 0.45),
        left=hand("fist", (-1, 0, 0)),
        right=hand("fist", (1, 0, 0)), shrug=(6, 8),
    ),
    "sword-guard": replace(
        GUARDED, aR=(-0.25, -0.75, 0.55), fR=(0.28, 0.18, 0.95), right=hand("fist", (0.9, -0.1, -0.2), 0, -8),
        aL=(0.10, -0.7, 0.75), fL=(-0.55, 0.05, 0.75), left=at("hand-right", (0.004, -0.052, -0.010),
        grip="fist", palm=(-0.9, 0.1, 0.2)),
    ),
    "strike": replace(
        GUARDED, hips=(6, 8, 0), spine=(6, 26, 6), head=(-6, -26, 0), tL=(0.20, -0.80, 0.70), sL=(0.04, -1, -0.10),
        aR=(-0.60, 0.95, -0.05),
        fR=(0.05, 0.75, -0.62), right=hand("fist", (0.7, 0.4, 0.4)), aL=(0.30, -0.5, 0.9), fL=(-0.3, 0.2, 0.9),
        left=hand("open", (-0.3, -0.4, 0.8), -20),
    ),
    "punch": replace(
        GUARDED, hips=(4, 12, 0), spine=(10, 30, 0), head=(-6, -34, 0), tL=(0.16, -0.84, 0.62),
        sL=(0.04, -1, -0.06), tR=(-0.16, -1, -0.46),
        sR=(-0.10, -1, -0.46), feet=(None, None), aR=(-0.10, -0.02, 1), fR=(0.12, 0.06, 1),
        right=hand("fist", DOWN), aL=(0.30, -0.9, 0.20),
        fL=(-0.15, 0.80, 0.65), left=hand("fist", (-1, 0, 0)), shrug=(4, 8),
    ),
    "kick": replace(
        GUARDED, hips=(-16, -16, 8), spine=(4, 6, -6), head=(4, 10, 0), tL=(0.04, -1, 0.22), sL=(0.02, -1, 0.06),
        tR=(-0.20, 0.20, 1),
        sR=(-0.10, 0.24, 1), feet=(0, 6), aL=(0.35, -0.75, 0.5), fL=(-0.2, 0.7, 0.7), aR=(-0.55, -0.85, -0.30),
        fR=(-0.1, -0.2, 0.9),
        left=hand("fist", (-1, 0, 0)), right=hand("fist"),
    ),
    "dodge": replace(
        GUARDED, sway=-8, hips=(-4, -10, -10), spine=(-6, -18, -26), head=(4, 18, 12), tL=(0.45, -1, 0.10),
        sL=(0.22, -1, -0.06),
        tR=(-0.25, -0.85, 0.45), sR=(-0.10, -1, -0.40), aL=(0.55, -0.35, 0.65), fL=(-0.25, 0.9, 0.45),
        aR=(-0.75, -0.60, 0.1),
        fR=(-0.40, -0.15, 0.85), left=hand("open", (-0.2, 0, 1), -20), right=hand("open", DOWN, -16),
    ),
}  # fmt: skip
