"""Record a cue: every note through the sampler, every player at their desk, the hall around them."""

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import numpy as np
import soundfile

from generation.music.cue import Cue, Note
from generation.music.hall import mastered, reverberated
from generation.music.orchestra import PLAYERS, Player
from generation.music.sampler import RATE, Audio, Stroke, note
from generation.music.soundfont import SoundFont

HALL = 1.3
"""How loud the hall is against the direct sound of a player who sends all."""

SWELL = 7.0
"""Decibels between the softest and the strongest playing of a held note."""


def recorded(cue: Cue, font: SoundFont, report: Callable[[float], None]) -> Audio:
    """Play a cue; return stereo samples at 48 kHz, shape (samples, 2), as long as the cue says."""
    count = round(cue.seconds * RATE)
    dry, sent = np.zeros((count, 2), np.float32), np.zeros((count, 2), np.float32)
    by_player = sorted(cue.notes, key=lambda each: (each.player, each.start, each.pitch))
    done = 0
    for name, notes in groupby(by_player, key=lambda each: each.player):
        player = PLAYERS[name]
        desk = np.zeros((count, 2), np.float32)
        for each in notes:
            report(0.9 * done / len(by_player))
            _lay(desk, each, note(font, player.bank, player.program, _stroke(each)))
            done += 1
        seated = _seated(desk, player) * _swelling(cue, player, count)
        dry += seated
        sent += np.float32(player.hall) * seated
    report(0.92)
    mix = dry + np.float32(HALL) * reverberated(sent)
    return mastered(mix, final=cue.final, fade=min(1.5, 0.4 * (cue.seconds - cue.final)))


def write(audio: Audio, path: Path) -> Path:
    """Write samples of full scale ±1 as 16-bit WAV at 48 kHz."""
    soundfile.write(path, audio, RATE, subtype="PCM_16")
    return path


def _stroke(each: Note) -> Stroke:
    return Stroke(key=each.pitch, velocity=each.velocity, held=each.length)


def _lay(desk: Audio, each: Note, sound: Audio) -> None:
    start = round(each.start * RATE)
    room = len(desk) - start
    if room > 0:
        desk[start : start + len(sound)] += sound[:room]


def _seated(desk: Audio, player: Player) -> Audio:
    """Place a player left or right: turn down the far side, let part of it cross."""
    gain = 10 ** (player.gain / 20)
    left, right = min(1.0, 1 - player.pan), min(1.0, 1 + player.pan)
    near = desk * np.array([left, right], np.float32)
    crossed = desk[:, ::-1] * np.array([1 - right, 1 - left], np.float32)
    return np.asarray(gain * (near + 0.5 * crossed), np.float32)


def _swelling(cue: Cue, player: Player, count: int) -> Audio:
    """Return the gain of players who can swell on a held note; 1 for the others."""
    if not player.sustains:
        return np.ones((1, 1), np.float32)
    seconds, levels = zip(*_bowing(cue), strict=True)
    curve = np.interp(np.arange(count) / RATE, seconds, levels)
    return np.asarray(10 ** (curve / 20), np.float32)[:, None]


def _bowing(cue: Cue) -> Iterator[tuple[float, float]]:
    """Give seconds and decibels: with the piece, then a closing chord that blooms and dies away."""
    level = 0.0
    for second, height in cue.swell:
        level = SWELL * (height - 1)
        yield second, level
    ring = cue.seconds - cue.final
    yield cue.final + 0.2 * ring, level + 1.0
    yield cue.seconds, level - 14.0
