"""Bring a mix to the loudness that platforms ask for: -14 LUFS, true peaks under -1 dBTP (EBU R128, ITU-R BS.1770).

A fixed gain and an oversampled limiter keep the dynamics. (`loudnorm` in one pass rides the level up and down; in two
passes it falls back to the same without a word wherever the plain gain would break the peak, as it does for speech.)
The limiter takes some loudness away, so the whole chain is measured and the gain corrected, twice, by the secant of
what the last gain did.

The AAC coder is `fast` at a constant quality. On two episodes it was nearer to the mix than at a constant 192 kbit/s
(36 and 37 dB against 29 and 34) at 176 and 187 kbit/s; where the sound is plain, the search for bits to spend goes on
for a second that nobody hears. The usual `twoloop` at 192 comes to 36 and 35 dB for twice the CPU time.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from generation.cut.ffmpeg import SAFE, Ffmpeg, Tell
from generation.cut.mix import RATE
from generation.errors import BadResult

TARGET = -14.0
"""LUFS, integrated."""

CEILING = -1.0
"""dBTP of the encoded file."""

_AAC_ROOM = 0.5
"""AAC overshoots the limiter by 0.2 to 0.5 dB."""

_SILENCE = -60.0
"""LUFS; what is quieter is left alone, else noise would be raised by 50 dB."""

_CLOSE = 0.1
"""LU from the target that need no correction."""

_NEAR = 0.3
"""LU from the target that one correction mends without being measured again."""

_CORRECTIONS = 2
_OVERSAMPLED = 4 * RATE
_STEREO = "aformat=channel_layouts=stereo"


@dataclass(frozen=True, kw_only=True, slots=True)
class Loudness:
    """Integrated loudness in LUFS and true peak in dBTP."""

    integrated: float
    true_peak: float


def master(program: Ffmpeg, mix: Path, target: Path, tell: Tell) -> None:
    """Write the mastered mix (a stereo WAV at 48 kHz) as AAC at `target`.

    Raises:
        BadResult: ffmpeg failed.
    """
    chain = _chain(_gain(program, mix, tell), _OVERSAMPLED)
    encoding = ["-c:a", "aac", "-aac_coder", "fast", "-q:a", "2", "-ar", str(RATE), "-flags:a", "+bitexact"]
    clean = ["-map_metadata", "-1", "-fflags", "+bitexact"]
    program.write([*_input(mix), "-af", chain, *encoding, *clean], target, tell=tell)


def measure(program: Ffmpeg, path: Path, tell: Tell) -> Loudness:
    """Measure a file's sound."""
    return _measured(program, path, "ebur128=peak=true:framelog=quiet", tell)


def _gain(program: Ffmpeg, mix: Path, tell: Tell) -> float:
    """Return the gain in dB that brings the limited mix to the target; 0 for silence."""
    loudness = _integrated(program, mix, _STEREO, tell)
    if not loudness > _SILENCE:  # minus infinity and nan too: there is nothing to hear
        return 0.0
    gain, slope = TARGET - loudness, 1.0
    before: tuple[float, float] | None = None
    for _ in range(_CORRECTIONS):
        reached = _integrated(program, mix, _chain(gain, RATE), tell)
        if abs(reached - TARGET) < _CLOSE:
            break
        if before:  # how much of the last decibels came through the limiter
            slope = (reached - before[1]) / (gain - before[0])
        before = gain, reached
        gain += (TARGET - reached) / min(1.0, max(0.3, slope))
        if abs(reached - TARGET) < _NEAR:
            break
    return gain


def _chain(gain: float, rate: int) -> str:
    """Return gain and limiter at `rate`: oversampled it sees the true peaks; loudness is the same to 0.1 LU without.

    `level=0` matters: by default alimiter raises everything to 0 dB after limiting.
    """
    limit = 10 ** ((CEILING - _AAC_ROOM) / 20)
    limiter = f"alimiter=limit={limit:.4f}:attack=2:release=60:level=0"
    return f"{_STEREO},volume={gain:.2f}dB,aresample={rate},{limiter},aresample={RATE},{_STEREO}"


def _integrated(program: Ffmpeg, path: Path, chain: str, tell: Tell) -> float:
    return _measured(program, path, f"{chain},ebur128=framelog=quiet", tell).integrated


def _measured(program: Ffmpeg, path: Path, chain: str, tell: Tell) -> Loudness:
    log = program.listen([*_input(path), "-map", "0:a:0", "-af", chain], tell=tell)
    summary = log.rpartition("Summary:")[2]
    found = dict(re.findall(r"\b(I|Peak):\s+(-?(?:[\d.]+|inf|nan))", summary))
    if "I" not in found:
        raise BadResult(f"ffmpeg measured no loudness: {log[-200:]}")
    return Loudness(integrated=float(found["I"]), true_peak=float(found.get("Peak", "nan")))


def _input(path: Path) -> list[str]:
    return [word for option, value in SAFE.items() for word in (f"-{option}", value)] + ["-i", str(path)]
