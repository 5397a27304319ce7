"""Play one note of a SoundFont: pitch, loop, vibrato, filter and envelope, at 48 kHz in stereo.

The sound model is that of the SoundFont specification 2.04 (9.1): a looped recording through a low-pass filter and two
envelopes. Whole notes are computed at once with arrays. Left out: the modulation envelope's effect on pitch, chorus and
reverb sends (the hall is ours), and the low-frequency sweep of the filter. Numbers in brackets are generators.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generation.music.modulator import ATTENUATION
from generation.music.soundfont import Region, Sample, Settings, SoundFont

RATE = 48_000
"""Samples a second of everything that is rendered."""

SILENCE = 78.0
"""Decibels below full at which an envelope counts as ended."""

LONGEST = 12.0
"""Seconds after the key's release at which any note is cut off."""

OPEN = 13_500.0
"""Absolute cents (20 kHz) from which a low-pass filter changes nothing."""

_CENTI = 0.1
_LOOPED, _LOOPED_TO_RELEASE = 1, 3

Audio = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stroke:
    """A key held down: MIDI key, velocity 1 to 127, and the seconds until it is let go."""

    key: int
    velocity: int
    held: float


def note(font: SoundFont, bank: int, program: int, stroke: Stroke) -> Audio:
    """Render one note of a preset, shape (samples, 2); empty where no recording answers the key."""
    answering = [each for each in font.regions(bank, program) if each.answers(stroke.key, stroke.velocity)]
    layers = [layer for each in answering for layer in _layers(font, each, stroke)]
    if not layers:
        return np.zeros((0, 2), np.float32)
    mixed = np.zeros((max(len(layer) for layer in layers), 2), np.float32)
    for layer in layers:
        mixed[: len(layer)] += layer
    return mixed


def _layers(font: SoundFont, region: Region, stroke: Stroke) -> Iterator[Audio]:
    """Render what one region adds, panned."""
    patch = region.settings(stroke.key, stroke.velocity)
    recording, loop = font.samples(region.sample), _loop(patch, region.sample)
    places = _places(patch, region.sample, stroke, _length(patch, stroke))
    if loop is None:
        places = places[: int(np.searchsorted(places, len(recording) - 1))]
    mono = _filtered(_read(recording, places, loop), patch, stroke)
    mono *= _envelope(patch, stroke, len(mono))
    yield mono[:, None] * _sides(patch)


def _sides(patch: Settings) -> Audio:
    """Return the gain in each ear: the pan at constant power, the attenuation, half the filter's resonance (8.1.3)."""
    angle = (0.5 + max(-500, min(500, patch[17])) / 1000) * np.pi / 2
    lost = (max(0.0, patch[ATTENUATION]) + max(0.0, patch[9]) / 2) * _CENTI
    return np.array([np.cos(angle), np.sin(angle)], np.float32) * np.float32(10 ** (-lost / 20))


def _seconds(timecents: float) -> float:
    return float(2 ** (timecents / 1200))


def _loop(patch: Settings, sample: Sample) -> tuple[int, int] | None:
    """Return the loop in samples, or nothing where the recording plays once."""
    if int(patch[54]) & 3 not in {_LOOPED, _LOOPED_TO_RELEASE}:
        return None
    start, stop = sample.loop
    start += int(patch[2] + 32768 * patch[45])
    stop += int(patch[3] + 32768 * patch[50])
    return (start, stop) if stop - start > 1 else None


def _places(patch: Settings, sample: Sample, stroke: Stroke, count: int) -> NDArray[np.float64]:
    """Return where in the recording each output sample is read: the pitch, with vibrato."""
    root = patch[58]
    root = sample.key if root < 0 else root
    cents = (stroke.key - root) * patch[56] + 100 * patch[51] + patch[52]
    ratio = 2 ** ((cents + sample.cents) / 1200) * sample.rate / RATE
    start = patch[0] + 32768 * patch[4]
    depths = (patch[6], 23, 24), (patch[5], 21, 22)
    bends = [depth * _wave(patch, count, delay, frequency) for depth, delay, frequency in depths if depth]
    if not bends:
        return start + ratio * np.arange(count, dtype=np.float64)
    return start + ratio * np.cumsum(np.exp2(np.sum(bends, axis=0) / 1200))


def _wave(patch: Settings, count: int, delay: int, frequency: int) -> NDArray[np.float64]:
    """Return a low-frequency oscillator, a triangle of ±1 that starts after its delay."""
    time = np.arange(count) / RATE - _seconds(patch[delay])
    phase = np.maximum(0, time) * _hertz(patch[frequency])
    return 2 * np.abs(2 * ((phase - 0.25) % 1) - 1) - 1


def _hertz(cents: float) -> float:
    """Return the frequency of absolute cents: 0 is MIDI key 0."""
    return 8.176 * _seconds(cents)


def _read(recording: Audio, places: NDArray[np.float64], loop: tuple[int, int] | None) -> Audio:
    """Read a recording between its samples with a cubic (Catmull-Rom), round its loop where it has one."""
    whole = places.astype(np.int64)
    part = (places - whole).astype(np.float32)
    before, here, after, later = (recording[_wrapped(whole + step, loop, len(recording))] for step in (-1, 0, 1, 2))
    bend = (here - after) * 3 - before + later
    return here + 0.5 * part * (after - before + part * (2 * before - 5 * here + 4 * after - later + part * bend))


def _wrapped(index: NDArray[np.int64], loop: tuple[int, int] | None, length: int) -> NDArray[np.int64]:
    if loop is not None:
        start, stop = loop
        first = int(np.searchsorted(index, stop))
        index[first:] = start + (index[first:] - start) % (stop - start)
    return np.clip(index, 0, length - 1, out=index)


def _release(patch: Settings) -> float:
    """Return the seconds in which a released key falls by 100 dB."""
    return max(0.008, _seconds(patch[38]))


def _length(patch: Settings, stroke: Stroke) -> int:
    """Return how many samples a note lasts at most: until its decay or its release has reached silence."""
    decays = patch[37] * _CENTI >= SILENCE
    held = min(stroke.held, 2 * _seconds(patch[36]) + 1) if decays else stroke.held
    return int((held + min(LONGEST, _release(patch) * SILENCE / 100)) * RATE)


def _envelope(patch: Settings, stroke: Stroke, count: int) -> Audio:
    """Return the volume envelope, 0 to 1: delay, linear attack, hold, decay in decibels, release (9.1.7)."""
    scale = 60 - stroke.key
    delay, attack = _seconds(patch[33]), _seconds(patch[34])
    hold = _seconds(patch[35] + scale * patch[39])
    decay = _seconds(patch[36] + scale * patch[40])
    sustain = min(100.0, max(0.0, patch[37] * _CENTI))
    time = np.arange(count, dtype=np.float32) / np.float32(RATE)
    lost = np.clip((time - np.float32(delay + attack + hold)) * np.float32(100 / decay), 0, np.float32(sustain))
    lost += np.maximum(0, (time - np.float32(stroke.held)) * np.float32(100 / _release(patch)))
    envelope = np.exp2(lost * np.float32(-np.log2(10) / 20))
    rising = min(count, int((delay + attack) * RATE) + 1)
    envelope[:rising] *= np.clip((time[:rising] - np.float32(delay)) / np.float32(attack), 0, 1)
    return np.asarray(envelope, np.float32)


def _filtered(mono: Audio, patch: Settings, stroke: Stroke) -> Audio:
    """Pass a note through its low-pass filter; where an envelope moves it, fade between settings half an octave apart.

    The filter has the two poles and the resonance of the specification (8.1.2, generators 8 and 9) with no delay, which
    lets its settings be mixed.
    """
    base = patch[8]
    sweep = patch[11]
    if not len(mono) or base + min(0, sweep) >= OPEN:
        return mono
    spectrum = np.fft.rfft(mono, _smooth(len(mono) + 1024))
    if not sweep:
        return _low_passed(spectrum, base, patch, len(mono))
    moves = base + np.float32(sweep) * _brightening(patch, stroke, len(mono))
    low, high = float(moves.min()), float(moves.max())
    settings = np.linspace(low, high, max(2, round((high - low) / 600) + 1))
    place = (moves - low) / max(1.0, high - low) * (len(settings) - 1)
    blend = np.zeros(len(mono), np.float32)
    for number, cents in enumerate(settings):
        share = np.clip(1 - np.abs(place - number), 0, 1)
        if np.any(share):
            blend += share * _low_passed(spectrum, cents, patch, len(mono))
    return blend


def _smooth(count: int) -> int:
    """Return the next length that is 1, 3 or 5 times a power of two: transforms of it are quick."""
    return min(odd << max(0, (-(-count // odd) - 1).bit_length()) for odd in (1, 3, 5))


def _low_passed(spectrum: NDArray[np.complexfloating[Any, Any]], cents: float, patch: Settings, count: int) -> Audio:
    size = 2 * (len(spectrum) - 1)
    ratio = np.arange(len(spectrum), dtype=np.float32) * np.float32(RATE / size / _hertz(min(OPEN, max(1500.0, cents))))
    quality = 10 ** (patch[9] * _CENTI / 20) * 0.7071
    squares = ratio * ratio
    gain = 1 / np.sqrt((1 - squares) ** 2 + squares * np.float32(1 / quality**2))
    return np.asarray(np.fft.irfft(spectrum * gain, size)[:count], np.float32)


def _brightening(patch: Settings, stroke: Stroke, count: int) -> Audio:
    """Return the modulation envelope, 0 to 1 (generators 25 to 30)."""
    delay, attack = _seconds(patch[25]), _seconds(patch[26])
    hold, decay = _seconds(patch[27]), _seconds(patch[28])
    sustain = 1 - min(1.0, max(0.0, patch[29] / 1000))
    release = max(0.01, _seconds(patch[30]))
    time = np.arange(count, dtype=np.float32) / np.float32(RATE)
    seconds = [delay, delay + attack, delay + attack + hold, delay + attack + hold + decay * (1 - sustain)]
    curve = np.interp(time, seconds, [0.0, 1.0, 1.0, sustain])
    return np.asarray(curve * np.clip(1 - (time - stroke.held) / release, 0, 1), np.float32)
