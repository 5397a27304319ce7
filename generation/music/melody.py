"""The tune: one bar of motif, stated, answered, lifted towards the climax and brought home to the tonic."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from generation.music.form import Form
from generation.music.style import Style
from generation.music.theory import MODES, OCTAVE, Chord, nearest, pitches, scale_over

RHYTHMS: dict[str, dict[int, tuple[tuple[float, ...], ...]]] = {
    "driving": {
        4: ((1, 0.5, 0.5, 1, 1), (1.5, 0.5, 1, 1), (0.5, 0.5, 1, 1.5, 0.5), (1, 0.5, 0.5, 2)),
        3: ((1, 0.5, 0.5, 1), (1.5, 0.5, 1)),
        2: ((1, 0.5, 0.5), (1.5, 0.5)),
    },
    "flowing": {
        4: ((1.5, 0.5, 1, 1), (2, 1, 1), (1, 1, 2), (1.5, 0.5, 2)),
        3: ((2, 1), (1.5, 0.5, 1), (1, 1, 1)),
        2: ((1, 1), (1.5, 0.5)),
    },
    "long": {
        4: ((3, 1), (2, 2), (2, 1, 1)),
        3: ((2, 1), (3,)),
        2: ((2,), (1, 1)),
    },
    "sparse": {
        4: ((-1, 1, 2), (-2, 1.5, 0.5), (3, -1), (-0.5, 0.5, 1, 2)),
        3: ((-1, 2), (2, -1)),
        2: ((-0.5, 1.5), (2,)),
    },
}
"""Bars by character and metre, in beats; a negative number is a rest."""

ARRIVALS = {4: (3, -1), 3: (2, -1), 2: (2,)}
"""The bar that ends a phrase: a long note, and breath."""

LEAP = 9
"""Semitones no melody note moves further than."""

_STEPS_HOME = {1, 2, 10, 11}
"""Semitones above the tonic of the tones that lie a step from it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tone:
    """One note of the tune: `at` and `beats` in beats from the first bar."""

    pitch: int
    at: float
    beats: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Motif:
    """What the listener recognises: a rhythm of one bar and the steps of the scale it walks."""

    rhythm: tuple[float, ...]
    contour: tuple[int, ...]

    def turned(self) -> "Motif":
        """Return the same rhythm with the steps upside down."""
        return Motif(rhythm=self.rhythm, contour=tuple(-step for step in self.contour))

    def backwards(self) -> "Motif":
        """Return the same rhythm with the steps from last to first."""
        return Motif(rhythm=self.rhythm, contour=self.contour[::-1])


def melody(
    style: Style, form: Form, chords: Sequence[Chord], tonic: int, span: tuple[int, int], rng: Random
) -> list[Tone]:
    """Write the tune from the end of the opening up to the closing chord, and the tonic it ends on.

    `chords` has one chord a bar and the closing chord last; `span` is the lowest and highest pitch of the player.
    """
    motif = _motif(style, form.beats, rng)
    middle = _register(span)
    tune: list[Tone] = []
    for bar in range(form.opening, form.bars):
        lift = 9 * form.arc(bar) - 5
        last = tune[-1].pitch if tune else round(middle + lift)
        place = 3 if bar == form.bars - 1 else (bar - form.opening) % 4
        shape = _development(motif, place, form.beats, rng)
        tune.extend(_bar(shape, bar, form, (chords[bar], style.mode, tonic), (last, middle + lift, span)))
    closed = _cadence(tune, chords[-2], tonic, span)
    return [*closed, _home(closed, tonic, form, middle, span)]


def _register(span: tuple[int, int]) -> float:
    """Return the pitch a tune circles around: the singing middle of the player's range, a little above its centre."""
    low, high = span
    return low + 0.52 * (high - low)


def _motif(style: Style, beats: int, rng: Random) -> Motif:
    rhythm = rng.choice(RHYTHMS[rng.choice(style.pace)][beats])
    return Motif(rhythm=rhythm, contour=rng.choice(style.contours))


def _development(motif: Motif, place: int, beats: int, rng: Random) -> Motif:
    """Vary the motif by its place in a phrase of four bars: statement, sequence, contrast, arrival."""
    match place:
        case 3:
            return Motif(rhythm=ARRIVALS[beats], contour=(0,))
        case 2:
            return rng.choice((motif.turned(), motif.backwards()))
        case _:
            return motif


def _bar(
    motif: Motif,
    bar: int,
    form: Form,
    harmony: tuple[Chord, str, int],
    place: tuple[int, float, tuple[int, int]],
) -> Iterator[Tone]:
    """Lay a motif on a bar: its first note on a tone of the chord, strong beats on the chord, the rest on the scale."""
    chord, mode, tonic = harmony
    last, aim, span = place
    ladder = pitches(scale_over(chord, MODES[mode], tonic), *span)
    tones = pitches(chord.tones, *span)
    anchor = ladder.index(min(tones, key=lambda pitch: (abs(pitch - aim) + 0.8 * abs(pitch - last), pitch)))
    first = motif.contour[0]
    places = accumulate((abs(beats) for beats in motif.rhythm), initial=0.0)
    step = 0
    for at, beats in zip(places, motif.rhythm, strict=False):
        if beats < 0:
            continue
        wanted = ladder[max(0, min(len(ladder) - 1, anchor + motif.contour[step % len(motif.contour)] - first))]
        strong = at % 2 == 0 or beats > 1
        pitch = _within(nearest(tones, wanted) if strong else wanted, last, ladder)
        yield Tone(pitch=pitch, at=bar * form.beats + at, beats=beats)
        last, step = pitch, step + 1


def _within(pitch: int, last: int, ladder: Sequence[int]) -> int:
    """Keep a leap singable: fold by an octave, else walk as far as is allowed."""
    if abs(pitch - last) <= LEAP:
        return pitch
    folded = pitch + (OCTAVE if pitch < last else -OCTAVE)
    if folded in ladder and abs(folded - last) <= LEAP:
        return folded
    return nearest([each for each in ladder if abs(each - last) <= LEAP] or ladder, pitch)


def _cadence(tune: Sequence[Tone], chord: Chord, tonic: int, span: tuple[int, int]) -> list[Tone]:
    """Bend the last note before the closing chord to a tone of its chord that lies a step from the tonic, if any."""
    if not tune:
        return []
    *before, last = tune
    origin = before[-1].pitch if before else last.pitch
    approach = [
        pitch
        for pitch in pitches(chord.tones, max(span[0], origin - LEAP), min(span[1], origin + LEAP))
        if (pitch - tonic) % OCTAVE in _STEPS_HOME
    ]
    pitch = nearest(approach, last.pitch) if approach else last.pitch
    return [*before, Tone(pitch=pitch, at=last.at, beats=last.beats)]


def _home(tune: Sequence[Tone], tonic: int, form: Form, middle: float, span: tuple[int, int]) -> Tone:
    """Return the closing note: the tonic nearest to where the tune stands."""
    last = tune[-1].pitch if tune else middle
    return Tone(pitch=nearest(pitches((tonic % OCTAVE,), *span), last), at=form.bars * form.beats, beats=form.ring)
