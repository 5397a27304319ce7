"""What is put on over any outfit: a cape, a scarf."""

from dataclasses import replace
from math import pi

import numpy as np

from generation.image.previz.figure.mesh import Mesh, Slot, join, sheet
from generation.image.previz.figure.wardrobe import cuts, trims
from generation.image.previz.figure.wardrobe.cuts import TopCut
from generation.image.previz.figure.wardrobe.drape import DOWN, FLOOR, Drape
from generation.image.previz.figure.wardrobe.form import Form, Stance
from generation.image.previz.figure.wardrobe.tailor import Piece
from generation.image.previz.figure.wardrobe.trims import Ground
from generation.image.previz.ink.paint import Pattern, Where

OVER = TopCut(low=0.60, neck=0.060, loose=0.034, waist=0.03, hem=0.03, drape=1.0)
"""The surface over common clothes that such things lie on."""


def cape(form: Form) -> Piece:
    """Return a cape from the shoulders to the calves, with a collar and two clasps."""
    shell = Ground.of(form, cuts.top(form, OVER))
    collar = trims.collar(shell, Slot.ACCENT, neck=0.062, tall=0.034, lean=-0.012, gap=0.7, thick=0.006)
    clasps = trims.buttons(shell, [(0.055, 0.828), (-0.055, 0.828)], 0.012, Slot.METAL)
    border = Pattern(Slot.ACCENT, Slot.METAL, (Where(tag=1, offset=-0.968),))
    return Piece(cloth=[trims.sewn_on(form, collar, clasps)], drapes=[_fall(form, shell)], patterns=(border,))


def _fall(form: Form, shell: Ground, rows: int = 16, columns: int = 33) -> Drape:
    """Return the cloth of a cape: from the shoulders it falls behind back, hips and legs."""
    turn = np.linspace(0.24 * pi, 1.76 * pi, columns)
    yoke = []
    for share in np.linspace(0, 1, 4):
        radius = (0.064 + 0.062 * share) * form.height
        spots = np.stack([1.12 * radius * np.sin(turn), form.joints["neck"][2] + 0.62 * radius * np.cos(turn)], axis=1)
        level = shell.above(spots) + 0.010 + 0.004 * share
        yoke.append(np.stack([spots[:, 0], level, spots[:, 1]], axis=1))
    top = np.array(yoke)
    share = np.linspace(0, 1, rows)
    rest = np.zeros(((rows + 3) * columns, 4), np.float32)
    rest[:, 3] = np.repeat(np.concatenate([np.zeros(3), share]), columns)
    wave = np.cos(turn * 9 + 0.4)
    behind = np.clip(-np.cos(turn), -0.4, 1)

    def hung(stance: Stance) -> Mesh:
        shoulders = stance.carried("spine-3", top.reshape(-1, 3)).reshape(top.shape)
        chest, hips = stance.turn("spine-3"), stance.joint("hips")
        edge, middle = shoulders[-1], stance.carried("spine-3", form.joints["spine-3"])
        out = edge - middle
        out[:, 1] = 0
        out /= np.linalg.norm(out, axis=1, keepdims=True) + 1e-9
        back = -chest[:, 2] * np.array([1, 0, 1])
        long = 0.66 * form.height
        flare = (0.035 * share + 0.075 * share**1.4)[:, None] * form.height
        spread = flare * (1 + 0.16 * wave[None] * share[:, None])
        points = edge[None] + DOWN * (share * long)[:, None, None] + out[None] * spread[..., None]
        lag = np.maximum(0.0, (hips - middle) @ back + 0.075 * form.height) * np.clip(share * 3, 0, 1)
        points = points + back * (lag[:, None] * np.clip(behind, 0, 1)[None])[..., None]
        points = points + stance.sway * (share**1.6)[:, None, None]
        points[..., 1] = np.maximum(points[..., 1], FLOOR + 0.01 * (1 - share)[:, None])
        grid = np.concatenate([shoulders[:-1], points])
        inward = np.concatenate([np.zeros((3, columns, 3)), np.broadcast_to(out * 0.004, points.shape)])
        outer, lining = sheet(grid, Slot.ACCENT, rest), sheet(grid - inward, Slot.LINING)
        return join([outer, replace(lining, faces=np.ascontiguousarray(lining.faces[:, ::-1]))])

    return hung


def scarf(form: Form) -> Piece:
    """Return a knitted scarf around the neck, one end hanging down the chest."""
    shell = Ground.of(form, cuts.top(form, OVER))
    turns = [
        trims.collar(shell, Slot.ACCENT, neck=neck, tall=tall, lean=lean, thick=thick, front=0.9)
        for neck, tall, lean, thick in ((0.048, 0.040, -0.006, 0.004), (0.054, 0.024, -0.008, 0.010))
    ]
    inner, outer = [(0.010, 0.840), (0.006, 0.62)], [(0.062, 0.840), (0.062, 0.614)]
    end = trims.strip(shell, inner, outer, Slot.ACCENT, lift=0.014)
    stripes = Pattern(Slot.ACCENT, Slot.TRIM, (Where(y=-1, offset=0.66), Where(y=1, period=0.016, duty=0.4)))
    return Piece(cloth=[trims.sewn_on(form, *turns, end)], patterns=(stripes,))
