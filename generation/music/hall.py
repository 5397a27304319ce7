"""The room the orchestra plays in: a computed concert hall, and the master that leaves headroom.

The hall is noise that dies away, faster in the treble, different in each ear, after a few early reflections (Moorer,
"About This Reverberation Business", 1979). It is made from a fixed seed: the same hall for every cue.
"""

import numpy as np
from numpy.typing import NDArray

from generation.music.sampler import RATE, Audio

DECAY = 1.9
"""Seconds in which the hall's middle frequencies fall by 60 dB."""

PEAK = 10 ** (-3 / 20)
"""The loudest sample of a cue: 3 dB under full scale, which leaves room for lossy encoders and the mix."""

LOUDNESS = 10 ** (-19 / 20)
"""The level of a cue's strong passages (RMS of its loudest tenth of 400 ms windows), full scale 1."""

STEADY = 0.45
"""Share of a quiet passage's distance (in decibels) to the strong ones that is taken away."""

_BANDS = ((0, 250, 1.15), (250, 1000, 1.0), (1000, 3000, 0.8), (3000, 7000, 0.5), (7000, 24000, 0.25))
"""Hz from, Hz to, share of `DECAY`."""

_REFLECTIONS = ((0.011, 0.5, 0.2), (0.017, 0.2, 0.45), (0.023, 0.35, 0.1), (0.031, 0.1, 0.3), (0.041, 0.2, 0.15))
"""Seconds after the direct sound, left, right."""


def reverberated(sent: Audio) -> Audio:
    """Return what the hall answers to `sent`, shape (samples, 2), cut at the same length."""
    answer = _response()
    size = 1 << (len(sent) + len(answer) - 2).bit_length()
    wet = np.fft.irfft(np.fft.rfft(sent, size, axis=0) * np.fft.rfft(answer, size, axis=0), size, axis=0)
    return wet[: len(sent)].astype(np.float32)


def _response() -> NDArray[np.float64]:
    """Make the hall's answer to a clap, unit energy in each ear."""
    count = int(1.3 * DECAY * RATE)
    time = np.arange(count) / RATE
    spectrum = np.fft.rfft(np.random.default_rng(1853).standard_normal((count, 2)), axis=0)
    hertz = np.fft.rfftfreq(count, 1 / RATE)
    tail = np.zeros((count, 2))
    for low, high, share in _BANDS:
        band = np.fft.irfft(spectrum * ((hertz >= low) & (hertz < high))[:, None], count, axis=0)
        tail += band * 10 ** (-3 * time / (DECAY * share))[:, None]
    tail *= np.clip((time - 0.018) / 0.03, 0, 1)[:, None]
    tail /= np.sqrt((tail**2).sum(axis=0))
    for delay, left, right in _REFLECTIONS:
        tail[int(delay * RATE)] += (0.45 * left, 0.45 * right)
    return tail


def mastered(mix: Audio, final: float, fade: float) -> Audio:
    """Bring a mix to `LOUDNESS` with its peaks under `PEAK`, without rumble, the last `fade` seconds dying away.

    `final` is the second of the closing chord, whose dying away is left as it is.
    """
    clean = _without_rumble(mix)
    loud = _strong(clean)
    if loud < 1e-6:  # noqa: PLR2004 - nothing was played
        return mix
    clean *= (LOUDNESS / loud) * _steadying(clean / loud, round(final * RATE))[:, None]
    clean *= np.clip(np.arange(len(mix), 0, -1) / (fade * RATE), 0, 1)[:, None] ** 1.5
    return _limited(clean).astype(np.float32)


def _steadying(mix: NDArray[np.float64], final: int) -> NDArray[np.float64]:
    """Return the gain that lifts quiet passages: a cue lies under voices, where what is soft is not heard.

    Levels lose `STEADY` of their distance to the strong passages, over about two seconds; after `final` the gain stays.
    """
    window = RATE
    power = np.pad((mix**2).mean(axis=1), (window, window), mode="reflect")
    kernel = np.hanning(2 * window + 1)
    size = 1 << (len(power) + len(kernel)).bit_length()
    smooth = np.fft.irfft(np.fft.rfft(power, size) * np.fft.rfft(kernel / kernel.sum(), size), size)
    level = np.sqrt(np.maximum(smooth[2 * window : 2 * window + len(mix)], 1e-6))
    gain = np.clip(level**-STEADY, 0.8, 10 ** (10 / 20))
    gain[final:] = gain[min(final, len(gain) - 1)]
    return np.asarray(gain, np.float64)


def _without_rumble(mix: Audio) -> NDArray[np.float64]:
    """Cut what lies under 30 Hz."""
    spectrum = np.fft.rfft(mix.astype(np.float64), axis=0)
    hertz = np.fft.rfftfreq(len(mix), 1 / RATE)[:, None]
    return np.fft.irfft(spectrum * np.clip((hertz - 20) / 15, 0, 1), len(mix), axis=0)


def _strong(mix: NDArray[np.float64]) -> float:
    window = int(0.4 * RATE)
    power = (mix**2).mean(axis=1)
    levels = np.sqrt([power[at : at + window].mean() for at in range(0, len(power), window // 2)])
    return float(np.quantile(levels, 0.9))


def _limited(mix: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn down around each peak over `PEAK`: the gain of the loudest sample in 10 ms, smoothed over 10 ms more.

    A mean of minima that all cover the peak cannot exceed what the peak allows.
    """
    window = RATE // 100
    need = PEAK / np.maximum(PEAK, np.abs(mix).max(axis=1))
    blocks = np.pad(need, (window, window), constant_values=1.0)
    least = np.lib.stride_tricks.sliding_window_view(blocks, 2 * window + 1).min(axis=1)
    edges = np.pad(least, (window // 2, window // 2), mode="edge")
    kernel = np.hanning(2 * (window // 2) + 3)[1:-1]
    gain = np.convolve(edges, kernel / kernel.sum(), mode="valid")
    return np.clip(mix * gain[: len(mix), None], -PEAK, PEAK)
