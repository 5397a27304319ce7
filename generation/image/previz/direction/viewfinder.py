"""The viewfinder: zoom and shift of a camera, so that headroom is right and the lower edge cuts nobody at a joint.

A pinhole's rows are linear in its zoom and its shift; two rows that are to be somewhere give both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, sin

import numpy as np

from generation.image.previz.camera import Camera, Points

Placed = Mapping[str, Points]
"""The joints of one actor, in the world."""

CUTS = ("chest", "waist", "thigh", "feet")
"""Where a frame may end, from the closest to the widest."""

NEAREST: Mapping[str, str] = {
    "close-up": "chest", "two-shot": "waist", "over-the-shoulder": "waist", "medium": "thigh", "full": "feet",
}  # fmt: skip
"""Framing to its cut ..."""
TIGHTER: Mapping[str, str] = {"medium": "waist"}
"""... and to a closer one that it may have where no hands have to be seen."""

HEADROOM = 0.08
"""The share of the frame above the highest head."""

CAPTIONS = 0.645
"""The row where captions begin: two lines above the phone's own controls (`cut.subtitles`)."""

SIDE = 0.04
"""Faces stay this share of the frame's width away from its sides."""

SUNK = 0.4
"""A group that is wider than the frame is high stands lower in it, by this share of what is left under it."""

RAISED = 0.07
"""How much of the frame's height a wide shot may be moved up for faces."""

LEVEL = 0.45
"""The row of the middle of those who lie, as a share of the frame's height."""

RAISED_HANDS = ("wrist-l", "wrist-r")
"""Joints that a full shot shows too, however far they reach."""

LYING = 0.20
"""Metres around the joints of those who lie that have to be seen."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Face:
    """A ball that has to be seen: its middle in the world and its radius, in metres."""

    at: Points
    radius: float


def cut_height(joints: Placed, cut: str) -> Points:
    """Return the point of a body where the frame may end."""
    neck, hips = joints["neck"], joints["hips"]
    knee = (joints["knee-l"] + joints["knee-r"]) / 2
    ankle = (joints["ankle-l"] + joints["ankle-r"]) / 2
    if cut == "chest":
        return np.asarray(neck + (hips - neck) * 0.42)
    if cut == "waist":
        return np.asarray(neck + (hips - neck) * 0.86)
    if cut == "thigh":
        folded = hips[1] - knee[1] < 0.12  # noqa: PLR2004 - metres: a thigh that lies, so that the shin is cut
        return np.asarray(knee + (ankle - knee) * 0.5 if folded else hips + (knee - hips) * 0.60)
    low = joints["ankle-l"] if joints["ankle-l"][1] < joints["ankle-r"][1] else joints["ankle-r"]
    return np.asarray((low[0], low[1] - 0.16, low[2]))


def framed(  # noqa: PLR0913 - a frame is these
    camera: Camera,
    framing: str,
    actors: Sequence[Placed],
    faces: Sequence[Face],
    lying: Sequence[int],
    *,
    wider: float,
    reach: float = 0.08,
    tighter: bool = False,
) -> tuple[Camera, str]:
    """Zoom and shift a camera for a framing that cuts bodies; return it with the cut that was taken.

    The reference is the highest head. Where its closest cut leaves a face outside, the next wider cut is taken.
    `lying` numbers those who lie: they are seen along their length. `wider` (1 or more) shows more than it must. A full
    shot shows `reach` metres around hands too.
    """
    raised = [joints[name] for joints in actors for name in RAISED_HANDS] if NEAREST[framing] == "feet" else []
    top = min((*(joints["top"] for joints in actors), *raised), key=lambda point: slope(camera, point))
    tall = min(actors, key=lambda joints: slope(camera, joints["top"]))
    nearest = TIGHTER.get(framing, NEAREST[framing]) if tighter else NEAREST[framing]
    for cut in CUTS[CUTS.index(nearest) :]:
        low = max((cut_height(tall, cut), *_feet(actors, cut)), key=lambda point: slope(camera, point))
        long = [Face(at=point, radius=LYING) for i in lying for point in _lengthwise(actors[i], cut)]
        zoom = _zoom(camera, top, low)
        hands = [Face(at=point, radius=reach) for point in raised]
        widest = min(_widest(camera, [*faces, *long, *hands]), 1e3 if lying else _lowest(camera, top, faces))
        if zoom <= widest or lying:
            break
    zoom = min(zoom, widest) / wider
    focal = camera.focal * zoom
    if lying:
        middle = np.mean([slope(camera, point) for point in (top, low, *(face.at for face in long))])
        return replace(camera, focal=focal, shift=LEVEL - 0.5 - focal * float(middle)), cut
    free = max(0.0, 1 - HEADROOM - focal * (slope(camera, low) - slope(camera, top)))
    return replace(camera, focal=focal, shift=HEADROOM + SUNK * free - 0.5 - focal * slope(camera, top)), cut


def held(camera: Camera, faces: Sequence[Face]) -> Camera:
    """Widen and shift the camera of a wide shot as little as keeps faces inside the sides and above the captions."""
    if not faces:
        return camera
    focal = camera.focal * min(1.0, _widest(camera, faces))
    seen = camera.seen([face.at for face in faces])
    chins = [
        (down + face.radius) / max(depth, 0.2) for (_, down, depth), face in zip(seen.tolist(), faces, strict=True)
    ]
    low = 0.5 + camera.shift + focal * max(chins)
    return replace(camera, focal=focal, shift=camera.shift - float(np.clip(low - CAPTIONS, 0.0, RAISED)))


def centred(camera: Camera, point: Points, row: float, *, zoom: float) -> Camera:
    """Zoom a camera and shift it so that a point is seen at this row, a share of the frame's height."""
    focal = camera.focal * zoom
    return replace(camera, focal=focal, shift=row - 0.5 - focal * slope(camera, point))


def lifted(camera: Camera, point: Points, row: float) -> float:
    """Return how far a point must rise (metres) to be seen at this row, a share of the frame's height."""
    _, down, depth = camera.seen([point])[0].tolist()
    at = (row - 0.5 - camera.shift) / camera.focal
    return float((down - at * depth) / (cos(camera.pitch) + at * sin(camera.pitch)))


def _lengthwise(joints: Placed, cut: str) -> list[Points]:
    """Return the ends of a body that lies, as far as a cut shows it."""
    feet = [joints["ankle-l"], joints["ankle-r"]] if cut == "feet" else [cut_height(joints, cut)]
    return [joints["top"], *feet]


def _feet(actors: Sequence[Placed], cut: str) -> list[Points]:
    """Return everybody's feet when the frame shows them, so that none are cut."""
    return [cut_height(joints, "feet") for joints in actors] if cut == "feet" else []


def slope(camera: Camera, point: Points) -> float:
    """Return how far below the camera's axis a point is seen: down over depth."""
    _, down, depth = camera.seen([point])[0].tolist()
    return float(down / max(depth, 0.2))


def _zoom(camera: Camera, top: Points, low: Points) -> float:
    """Return the zoom that puts `top` at the headroom and `low` on the lower edge."""
    return (1 - HEADROOM) / max(1e-3, (slope(camera, low) - slope(camera, top)) * camera.focal)


def _widest(camera: Camera, faces: Sequence[Face]) -> float:
    """Return the greatest zoom that keeps every face within the sides."""
    half = camera.width / camera.height * (0.5 - SIDE)
    seen = camera.seen([face.at for face in faces])
    reach = [(abs(x) + face.radius) / max(z, 0.2) for (x, _, z), face in zip(seen.tolist(), faces, strict=True)]
    return half / max(1e-3, camera.focal * max(reach, default=1e-3))


def _lowest(camera: Camera, top: Points, faces: Sequence[Face]) -> float:
    """Return the greatest zoom that keeps every face above the captions, with `top` at the headroom."""
    seen = camera.seen([face.at for face in faces])
    chins = [
        (down + face.radius) / max(depth, 0.2) for (_, down, depth), face in zip(seen.tolist(), faces, strict=True)
    ]
    return (CAPTIONS - HEADROOM) / max(1e-3, camera.focal * (max(chins, default=0.0) - slope(camera, top)))
