"""Mix an episode's sounds: voices in front, music that makes room for them, effects between.

Every sound is brought to the usual level of its kind first (voices of different models differ by 10 dB), then to the
gain the timeline asks for. Ducking knows the future: the music is down when a voice begins, not a moment after.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from generation.cut.ffmpeg import SAFE
from generation.cut.timeline import Placed, Timeline
from generation.errors import InvalidRequest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Sound: TypeAlias = "NDArray[np.float32]"
"""Samples of shape (2, length), full scale ±1."""

RATE = 48_000
"""Samples per second of everything here."""

VOICE, MUSIC, EFFECT = -20.0, -27.0, -26.0
"""Level of each kind in dB: root mean square of its loud moments, full scale 0."""

DUCKED = -9.0
"""Decibels by which music steps back under a voice."""

_BLOCK = RATE // 20
_GATE = 0.1
"""Moments more than 20 dB under the loudest do not count: pauses say nothing about a voice's level."""

_MOST = 24.0
"""Decibels a sound is raised at most: what is nearly silent is meant so, or is noise."""

_REACH = 0.35
"""Seconds over which the music goes down and comes back."""

_FADE = 0.8
"""Seconds in which music ends where the episode ends before it."""

_SHORT = 0.05
"""A sound shorter than this, in seconds, is silence: damaged files decode to a few samples."""

Find = Callable[[str], Path]


def mix(timeline: Timeline, find: Find, beat: Callable[[], None]) -> Sound:
    """Return the mix of a timeline, as long as its pictures; it may exceed full scale (mastering is next).

    Args:
        timeline: What sounds when.
        find: Gives the file of a digest.
        beat: Called between sounds; what it raises stops the work.

    Raises:
        InvalidRequest: a sound cannot be decoded.
    """
    import numpy as np  # noqa: PLC0415

    samples = -(-timeline.frames * RATE // timeline.rate)

    def layer(placed: Iterable[Placed], level: float) -> Sound:
        bed = np.zeros((2, samples), np.float32)
        for start, sound in _levelled(placed, level, timeline.rate, find, beat):
            room = sound[:, : max(0, samples - start)]
            bed[:, start : start + room.shape[1]] += room
        return bed

    voices, music, effects = (
        layer(timeline.voices, VOICE),
        layer(timeline.music, MUSIC),
        layer(timeline.effects, EFFECT),
    )
    fade = min(samples, int(_FADE * RATE))
    music[:, samples - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
    mixed: Sound = voices + music * ducking(voices) + effects
    return mixed


def ducking(voices: Sound) -> "NDArray[np.float32]":
    """Return the gain of the music for each sample: smooth, down before a voice begins, up after it ends."""
    import numpy as np  # noqa: PLC0415

    levels = _levels(voices)
    is_spoken = levels > _GATE * max(float(levels.max(initial=0)), 1e-4)
    reach = round(_REACH * RATE / _BLOCK)
    near = np.convolve(np.pad(is_spoken, reach), np.ones(2 * reach + 1), "valid") > 0
    slope = np.hanning(2 * reach + 3)[1:-1]
    share = np.convolve(np.pad(near, reach, mode="edge"), slope / slope.sum(), "valid")
    gain = 10 ** (DUCKED * share / 20)
    centres = (np.arange(levels.size) + 0.5) * _BLOCK
    return np.interp(np.arange(voices.shape[1]), centres, gain).astype(np.float32)


def decode(path: Path) -> Sound:
    """Return a file's sound at `RATE` in stereo, counted from its samples and not from its header.

    Raises:
        InvalidRequest: it cannot be decoded.
    """
    import av  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    blocks: list[NDArray[Any]] = [np.zeros((2, 0), np.float32)]
    try:
        with av.open(str(path), options=dict(SAFE)) as container:
            to_ours = av.AudioResampler(format="fltp", layout="stereo", rate=RATE)
            for frame in container.decode(audio=0):
                blocks += [part.to_ndarray() for part in to_ours.resample(frame)]
            blocks += [part.to_ndarray() for part in to_ours.resample(None)]
    except (av.FFmpegError, IndexError, ValueError) as error:
        raise InvalidRequest(f"the sound {path.name} cannot be decoded ({error})") from error
    return np.concatenate(blocks, axis=1).astype(np.float32, copy=False)


def level(sound: Sound) -> float:
    """Return the level in dB of a sound's loud moments; -inf for silence."""
    import numpy as np  # noqa: PLC0415

    levels = _levels(sound)
    peak = float(levels.max(initial=0))
    if not peak:
        return float("-inf")
    heard = levels[levels >= _GATE * peak]
    return float(10 * np.log10(np.mean(heard**2)))


def _levelled(
    placed: Iterable[Placed], wanted: float, rate: int, find: Find, beat: Callable[[], None]
) -> Iterator[tuple[int, Sound]]:
    """Yield each sound with its first sample, at its level."""
    for each in placed:
        beat()
        sound = decode(find(each.sound))
        if sound.shape[1] < _SHORT * RATE:
            continue
        raised = min(_MOST, wanted - level(sound))
        yield each.start * RATE // rate, sound * 10 ** ((raised + each.gain) / 20)


def _levels(sound: Sound) -> "NDArray[np.float32]":
    """Return the root mean square of each twentieth of a second, both channels together."""
    import numpy as np  # noqa: PLC0415

    whole = np.pad(sound, ((0, 0), (0, -sound.shape[1] % _BLOCK)))
    blocks = whole.reshape(2, -1, _BLOCK)
    levels: NDArray[np.float32] = np.sqrt((blocks**2).mean(axis=(0, 2)))
    return levels
