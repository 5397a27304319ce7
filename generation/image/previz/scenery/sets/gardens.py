"""Other faces of palace, temple and village: galleries, ponds and moon gates, court and stairs, bridge and fields."""

import itertools

import numpy as np

from generation.image.previz.light import Colour, dim, mix
from generation.image.previz.noise import chance
from generation.image.previz.scenery.canvas import Canvas
from generation.image.previz.scenery.growth import bush, pine, plant, ridge, rock, tree, water
from generation.image.previz.scenery.sets.country import cottage, fence
from generation.image.previz.scenery.sets.nature import NEEDLES, tufts, turf
from generation.image.previz.scenery.sets.old_town import (
    GOLD,
    STONE,
    TILE,
    VERMILION,
    hall,
    pagoda,
    steps,
    stone_lantern,
)
from generation.image.previz.scenery.sets.town import pavement
from generation.image.previz.scenery.sky import sky, veil
from generation.image.previz.scenery.solids import Solid, along, hip_roof, lying, upright
from generation.image.previz.scenery.stage import Place, Stage

PLASTER: Colour = (0.84, 0.80, 0.72)


def pond_garden(stage: Stage) -> None:
    """A lotus pond with a pavilion and a roofed gallery along one side."""
    sky(stage)
    ridge(stage, "hills", distance=70, base=0.01, height=0.10, colour=(0.36, 0.48, 0.46), swells=7, sharp=1.0)
    sheet = stage.ground("pond")
    water(stage, sheet, 60.0, 0, (0.10, 0.30, 0.28))
    s = 1 if chance(stage.dice("garden"), 0.5) else -1
    bank = stage.ground("bank")
    floor = stage.camera.outline(lying(-16, 16, 2.6, -9, 0))
    if floor is not None:
        top = float(floor[:, 1].min())
        tone = stage.light.lit((0.60, 0.56, 0.50), 0.5)
        bank.ramp(floor, [(top, tone, 1.0), (stage.camera.size[1], dim(tone, 0.7), 1.0)])
    kerb = Solid(stage)
    kerb.box((0, 0, 2.6), (20, 0.36, 0.3), STONE, top=dim(STONE, 1.2))
    for x in np.arange(-6.0, 6.1, 1.5):
        kerb.box((float(x), 0.3, 2.6), (0.22, 0.62, 0.22), STONE)
    kerb.stand((0, 0, 2.6))
    _lotus(stage, sheet)
    pavilion(stage, (-s * 1.6, 0, 13.0))
    _gallery(stage, s)
    plant(stage, (-s * 2.5, 0, 1.8), tree("willow", 4.8, (0.42, 0.54, 0.26)))
    plant(stage, (s * 0.4, 0, 20.0), pine("garden", 6.0, NEEDLES, 0.15))
    for side in (-1, 1):
        plant(stage, (side * 4.2, 0, 15.0), tree(f"far{side}", 5.5, (0.34, 0.46, 0.26)))


def _lotus(stage: Stage, sheet: Canvas) -> None:
    camera = stage.camera
    turn = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    for x, z, size in stage.dice("lotus").uniform([-4, 3.4, 0.16], [4, 10, 0.4], (34, 3)):
        ring = np.stack([x + np.cos(turn) * size, np.full(12, 0.02), z + np.sin(turn) * size], axis=1)
        outline = camera.outline(ring)
        if outline is not None:
            sheet.fill(outline, stage.fogged(stage.light.lit((0.28, 0.46, 0.28), 0.6), float(z)))
            if size > 0.33:  # noqa: PLR2004 - the largest leaves carry a flower
                px, py = camera.pixels([(x, 0.2, z)])[0]
                petal = camera.scale(camera.depth((x, 0, z))) * 0.11
                tone = stage.fogged(stage.light.lit((0.92, 0.60, 0.66), 0.8), float(z))
                sheet.fill([(px - petal, py), (px, py - petal * 1.3), (px + petal, py), (px, py + petal * 0.6)], tone)


def pavilion(stage: Stage, at: Place) -> None:
    """An open pavilion on posts under a swept roof."""
    solid = Solid(stage)
    x, _, z = at
    solid.box((x, 0, z), (3.4, 0.5, 3.4), STONE)
    for u in (-1.3, 1.3):
        for w in (-1.3, 1.3):
            solid.post((x + u, 0.5, z + w), 0.11, 2.4, VERMILION)
    solid.box((x, 2.75, z), (2.9, 0.2, 2.9), (0.22, 0.42, 0.42))
    for u in (-1.3, 0.75):
        solid.quad(
            upright(x + u, x + u + 0.55, 0.8, 0.95, z - 1.35), stage.light.lit(VERMILION, 0.4), ink=0.6, lift=0.1
        )
    if stage.hour != "day":
        solid.lantern((x, 2.2, z), 0.22, (0.88, 0.34, 0.18), cord=0.3)
    solid.stand(at)
    roof = Solid(stage)
    hip_roof(roof, (x, 2.95, z), (4.6, 4.6), 1.4, TILE, 0.6)
    roof.stand(at, nearer=0.3)


def _gallery(stage: Stage, side: int) -> None:
    """A roofed walk with red posts that runs away along one side."""
    light = stage.light
    for z in (13.4, 10.6, 7.8, 5.0, 2.2, -0.6):
        solid = Solid(stage)
        x = side * 2.3
        solid.quad(along(side * 3.6, z, z + 2.8, 0, 2.9), light.lit(PLASTER, 0.4), ink=0.7, fade=0.2)
        ring = np.linspace(0, 2 * np.pi, 16, endpoint=False)
        pane = [(side * 3.58, 1.6 + 0.42 * np.sin(a), z + 1.4 + 0.42 * np.cos(a)) for a in ring]
        solid.quad(
            pane,
            mix(light.lit((0.24, 0.3, 0.3), 0.3), light.mid, 0.3) if stage.hour == "day" else light.lamp,
            glow=stage.hour != "day",
            ink=0.9,
            lift=0.05,
        )
        solid.box((x, 0, z + 1.4), (1.9, 0.22, 2.8), STONE)
        solid.post((x - side * 0.7, 0.22, z), 0.1, 2.5, VERMILION)
        solid.box((x - side * 0.7, 0.62, z + 1.4), (0.1, 0.1, 2.6), VERMILION)
        solid.box((x - side * 0.7, 2.6, z + 1.4), (0.16, 0.2, 2.8), (0.22, 0.42, 0.42))
        eave = [
            (x - side * 1.2, 2.75, z),
            (x - side * 1.2, 2.75, z + 2.8),
            (x + side * 0.6, 3.6, z + 2.8),
            (x + side * 0.6, 3.6, z),
        ]
        solid.quad(eave, light.lit(TILE, 0.6), ink=0.7, lift=0.1)
        for w in np.arange(z + 0.2, z + 2.8, 0.3):
            solid.quad([(x - side * 1.2, 2.75, w), (x + side * 0.6, 3.6, w)], (0, 0, 0), ink=0.3, lift=0.15)
        solid.stand((x, 0, z + 1.4))


def moon_gate(stage: Stage) -> None:
    """A white wall with a round gate; beyond it the court and the roof of a hall."""
    sky(stage)
    ridge(stage, "far", distance=90, base=0.02, height=0.12, colour=(0.40, 0.46, 0.56), swells=7)
    ground = pavement(stage, (0.60, 0.60, 0.56), tile=0.7)
    hall(stage, (0, 0, 20), 6.4, storeys=1)
    light = stage.light
    turn = np.linspace(0, 2 * np.pi, 40)

    def wall(canvas: Canvas) -> None:
        high, z = 2.9, 5.0
        face = stage.camera.outline(upright(-9, 9, 0, high, z))
        hole = stage.camera.outline([(1.25 * np.cos(a), max(0.0, 1.12 + 1.25 * np.sin(a)), z) for a in turn])
        if face is None or hole is None:
            return
        top, foot = float(face[:, 1].min()), float(face[:, 1].max())
        tone = stage.fogged(light.lit(PLASTER, 0.75), 9.0)
        canvas.ramp(face, [(top, tone, 1.0), (foot, dim(tone, 0.8), 1.0)])
        canvas.cut(hole)
        canvas.strokes([hole], stage.fogged(light.lit((0.40, 0.38, 0.38), 0.4), 9.0), 9.0, taper=0)
        canvas.strokes([hole], light.ink, 1.3, 0.8, taper=0)

    stage.put((0, 0, 5.0), wall)
    cap = Solid(stage)
    cap.box((0, 2.9, 5.0), (18, 0.16, 0.9), dim(TILE, 0.8))
    cap.box((0, 3.06, 5.0), (18, 0.22, 0.5), TILE)
    cap.stand((0, 0, 5.0), nearer=0.2)
    for side in (-1, 1):
        plant(stage, (side * 1.9, 0, 3.6), bush(f"gate{side}", 0.75, (0.30, 0.42, 0.24)))
        plant(stage, (side * 1.55, 0, 2.2), rock(f"gate{side}", 0.45, (0.54, 0.56, 0.58)))
        stone_lantern(stage, (side * 2.2, 0, 1.2), ground)
    s = 1 if stage.sun[0] > 0 else -1
    plant(stage, (s * 2.6, 0, 3.2), tree("blossom", 5.0, (0.84, 0.52, 0.58)))


def temple_court(stage: Stage) -> None:
    """The court of a temple: a great censer, rows of lanterns, the hall close by, hills above."""
    sky(stage)
    ridge(stage, "far", distance=70, base=0.06, height=0.24, colour=(0.36, 0.46, 0.48), swells=9, sharp=1.4)
    ground = pavement(stage, (0.58, 0.56, 0.52), tile=0.8)
    hall(stage, (0, 0, 13), 6.6, storeys=1)
    censer = Solid(stage)
    censer.box((0, 0, 5.6), (1.1, 0.3, 1.1), STONE)
    for u in (-0.35, 0.35):
        censer.box((u, 0.3, 5.4), (0.12, 0.45, 0.12), (0.30, 0.27, 0.22))
    censer.post((0, 0.7, 5.6), 0.52, 0.5, (0.34, 0.31, 0.25))
    censer.post((0, 1.2, 5.6), 0.58, 0.08, GOLD)
    for u in np.linspace(-0.3, 0.3, 7):
        censer.quad([(float(u), 1.25, 5.4), (float(u), 1.65, 5.4)], (0, 0, 0), ink=0.8)
        censer.disc((float(u), 1.66, 5.4), (0.014, 0.014), (1.0, 0.6, 0.3), glow=True)
    censer.lamp((0, 1.5, 5.4), 0.8, (1.0, 0.6, 0.3), 0.35)
    censer.stand((0, 0, 5.6))
    for side in (-1, 1):
        for z in (2.0, 4.4):
            stone_lantern(stage, (side * 1.75, 0, z), ground)
        rail = Solid(stage)
        for i, z in enumerate(np.arange(1.5, 9.0, 0.75)):
            flag = upright(side * 2.55 - 0.12, side * 2.55 + 0.12, 2.3, 2.9, float(z))
            tone = ((0.24, 0.40, 0.60), (0.88, 0.86, 0.80), (0.72, 0.24, 0.20), (0.30, 0.52, 0.34), (0.86, 0.68, 0.28))[
                i % 5
            ]
            rail.quad(flag, stage.light.lit(tone, 0.6), ink=0.5)
        rail.quad([(side * 2.55, 2.9, 1.2), (side * 2.55, 2.9, 9.2)], (0, 0, 0), ink=0.8)
        rail.stand((side * 2.55, 0, 4.0))
        plant(stage, (side * 3.2, 0, 8.0), tree(f"ginkgo{side}", 6.5, (0.82, 0.64, 0.24)))
    veil(stage, stage.backdrop("mist", 24.0), stage.camera.horizon - 0.02 * stage.camera.height, 30, 0.5)


def temple_stairs(stage: Stage) -> None:
    """A stair that climbs a wooded slope under gate after gate to a pagoda in the cloud."""
    sky(stage, disc=0.7)
    ridge(stage, "far", distance=90, base=0.10, height=0.34, colour=(0.44, 0.52, 0.60), swells=9, sharp=2.0)
    ridge(stage, "wood", distance=40, base=0.04, height=0.16, colour=(0.22, 0.34, 0.28), swells=15, sharp=0.7)
    ground = turf(stage, (0.34, 0.38, 0.26), far=50)
    way = stage.camera.outline(lying(-1.3, 1.3, -9, 2.8, 0))
    if way is not None:
        ground.cover([way], stage.light.lit(STONE, 0.5), 0.9, atop=True)
    pagoda(stage, (0.0, 3.4, 30))
    flight = Solid(stage)
    steps(flight, (0, 0, 2.6), 2.6, 20, 0.19, 0.45)
    flight.stand((0, 0, 6.0), nearer=-2.0)
    for i, z in enumerate((3.2, 6.2, 9.2)):
        frame = Solid(stage)
        y = max(0.0, (z - 2.6) / 0.45 * 0.19)
        for side in (-1, 1):
            frame.post((side * 1.45, y, z), 0.13, 3.0, VERMILION)
        frame.box((0, y + 2.5, z), (3.3, 0.2, 0.18), VERMILION, lift=0.1)
        frame.box((0, y + 3.0, z), (3.9, 0.26, 0.3), (0.16, 0.15, 0.18), lift=0.2)
        frame.stand((0, 0, z), nearer=0.1 * i)
    rng = stage.dice("stairs")
    for i, (x, z, size) in enumerate(rng.uniform([1.9, 1.4, 4.5], [4.2, 16, 7.5], (12, 3))):
        side = 1 if i % 2 else -1
        plant(stage, (side * (x + 0.08 * z), 0.0, z), pine(f"stairs{i}", size, NEEDLES, float(rng.uniform(-0.1, 0.1))))
    for side in (-1, 1):
        plant(stage, (side * 1.9, 0, 1.7), rock(f"stairs{side}", 0.5, (0.42, 0.46, 0.44)))
    veil(stage, stage.backdrop("mist", 16.0), stage.camera.horizon - 0.05 * stage.camera.height, 46, 0.7)
    tufts(stage, (0.34, 0.44, 0.26), 10)


def village_bridge(stage: Stage) -> None:
    """A stone bridge over a stream, houses on the far bank with their lights in the water."""
    sky(stage)
    ridge(stage, "hills", distance=60, base=0.0, height=0.13, colour=(0.34, 0.48, 0.44), swells=8, sharp=1.0)
    sheet = stage.ground("stream")
    water(stage, sheet, 30.0, 0, (0.12, 0.30, 0.32))
    far = stage.ground("far-bank")
    near = stage.ground("near-bank")
    for canvas, z0, z1 in ((far, 11.0, 60.0), (near, -9.0, 2.4)):
        bank = stage.camera.outline(lying(-40, 40, z0, z1, 0))
        if bank is not None:
            top, foot = float(bank[:, 1].min()), float(bank[:, 1].max())
            grass = stage.light.lit((0.40, 0.48, 0.26), 0.6)
            canvas.ramp(
                bank, [(top, stage.fogged(grass, z1), 1.0), (foot, dim(stage.fogged(grass, max(2.0, z0)), 0.8), 1.0)]
            )
    for i, (x, z, turn) in enumerate(((-3.6, 13.0, 12), (0.2, 14.5, -4), (3.9, 13.5, -14), (-1.6, 19.0, 6))):
        cottage(stage, (x, 0, z), turn, i)
    s = 1 if chance(stage.dice("village"), 0.5) else -1
    _bridge(stage, s * 0.9)
    for i, (x, z, size) in enumerate(((-5.4, 14.0, 6.0), (5.8, 16.0, 6.5), (-s * 2.7, 1.9, 4.6))):
        plant(stage, (x, 0, z), tree(f"bridge{i}", size, (0.36, 0.48, 0.22)))
    for i, (x, size) in enumerate(((-1.7, 0.4), (-2.4, 0.6), (2.6, 0.5))):
        plant(stage, (s * x, 0, 2.4), rock(f"bridge{i}", size, (0.50, 0.50, 0.48)))
    tufts(stage, (0.42, 0.54, 0.26), 16)


def _bridge(stage: Stage, x: float) -> None:
    """An arched bridge seen from its side, with the shade of its arch in the water."""
    solid = Solid(stage)
    light, z = stage.light, 9.6
    t = np.linspace(-1, 1, 15)
    top = [(x + 2.4 * u, 0.55 + 1.1 * (1 - u * u), z) for u in t]
    arch = [(x + 1.35 * u, -0.1 + 1.05 * (1 - u * u) ** 0.5, z) for u in t]
    solid.quad(
        [*top, (x + 2.4, -0.1, z), *reversed(arch), (x - 2.4, -0.1, z)], light.lit(STONE, 0.6), ink=0.8, fade=0.2
    )
    inner = [*arch, *((a, b, z + 1.4) for a, b, _ in reversed(arch))]
    solid.quad(inner, light.lit(dim(STONE, 0.5), 0.1), ink=0.5, lift=-0.2)
    for a, b in itertools.pairwise(top):
        rail = [a, b, (b[0], b[1] + 0.42, z), (a[0], a[1] + 0.42, z)]
        solid.quad(rail, light.lit(dim(STONE, 1.12), 0.75), ink=0.6, lift=0.05)
    solid.stand((x, 0, z))


def village_fields(stage: Stage) -> None:
    """Golden fields in bands up to a mill and a barn, sheaves beside a track."""
    sky(stage)
    ridge(stage, "hills", distance=80, base=0.0, height=0.10, colour=(0.44, 0.50, 0.54), swells=6, sharp=1.0)
    ground = turf(stage, (0.76, 0.62, 0.30))
    track = stage.camera.outline(
        [
            (-0.7, 0, -8),
            (0.8, 0, -8),
            (0.6, 0, 4),
            (-0.6, 0, 12),
            (0.2, 0, 30),
            (0.0, 0, 30),
            (-1.2, 0, 12),
            (-0.5, 0, 4),
        ]
    )
    if track is not None:
        ground.cover([track], stage.light.lit((0.62, 0.50, 0.36), 0.6), 0.8, blur=2.5, atop=True)
    for z0, z1, tone in (
        (9.0, 13.0, (0.56, 0.58, 0.26)),
        (18.0, 26.0, (0.48, 0.54, 0.28)),
        (34.0, 50.0, (0.70, 0.60, 0.34)),
    ):
        band = stage.camera.outline(lying(-60, 60, z0, z1, 0))
        if band is not None:
            ground.cover([band], stage.fogged(stage.light.lit(tone, 0.6), z0), 0.8, atop=True)
    s = 1 if chance(stage.dice("village"), 0.5) else -1
    _mill(stage, (s * 2.6, 0, 17.0))
    cottage(stage, (-s * 3.4, 0, 12.0), s * 14, 1)
    fence(stage, -s * 1.8, (1.2, 6.6))
    for i, (x, z) in enumerate(((1.7, 2.2), (2.3, 4.2), (1.9, 7.5), (-2.4, 8.5), (2.9, 11.0))):
        _sheaf(stage, (s * x, 0, z), i)
    for i, (x, z) in enumerate(((-4.4, 13.0), (4.8, 22.0), (-1.8, 26.0))):
        plant(stage, (s * x, 0, z), tree(f"field{i}", 6.0, (0.36, 0.46, 0.22)))
    tufts(stage, (0.76, 0.64, 0.32), 22, height=0.5)


def _sheaf(stage: Stage, at: Place, number: int) -> None:
    solid = Solid(stage)
    x, _, z = at
    rng = stage.dice("sheaf", number)
    for u in rng.uniform(-0.3, 0.3, 12):
        stem = [(x + u * 0.9 - 0.03, 0, z), (x + u * 0.9 + 0.03, 0, z), (x + u * 0.3, 0.5, z), (x + u * 1.3, 0.95, z)]
        solid.quad(stem, stage.light.lit((0.80, 0.64, 0.30), float(rng.uniform(0.2, 0.9))), ink=0.25)
    solid.quad(
        upright(x - 0.17, x + 0.17, 0.48, 0.56, z - 0.01), stage.light.lit((0.50, 0.34, 0.18), 0.5), ink=0.5, lift=0.1
    )
    solid.stand(at)


def _mill(stage: Stage, at: Place) -> None:
    solid = Solid(stage)
    x, _, z = at
    light = stage.light
    for i in range(5):
        wide = 1.25 - 0.13 * i
        solid.post((x, 1.2 * i, z), wide, 1.2, PLASTER)
    solid.quad(
        [(x - 0.9, 6.0, z - 0.7), (x + 0.9, 6.0, z - 0.7), (x + 0.3, 7.0, z - 0.4), (x - 0.3, 7.0, z - 0.4)],
        light.lit((0.42, 0.26, 0.20), 0.5),
        ink=0.8,
        lift=1.0,
    )
    for k in range(4):
        a = 0.5 + k * np.pi / 2
        way, across = np.array([np.cos(a), np.sin(a), 0]), np.array([-np.sin(a), np.cos(a), 0])
        hub = np.array([x, 5.9, z - 1.3])
        sail = [hub + way * 0.4, hub + way * 3.2, hub + way * 3.2 + across * 0.6, hub + way * 0.4 + across * 0.5]
        solid.quad(sail, light.lit((0.86, 0.80, 0.68), 0.7), ink=0.7, lift=2.0)
        solid.quad([hub, hub + way * 3.3], (0, 0, 0), ink=0.95, lift=2.1)
    shine = stage.hour != "day"
    solid.quad(
        upright(x - 0.2, x + 0.2, 2.6, 3.1, z - 1.15),
        light.lamp if shine else light.lit((0.26, 0.28, 0.3), 0.3),
        glow=shine,
        ink=0.8,
        lift=1.0,
    )
    solid.stand(at)
