"""What the players do under the tune: one function a role, each writing marks in beats.

The patterns are those an orchestrator reaches for: held voices that keep their common tones, broken chords with the
pedal down, an ostinato accented three, three and two, a tolling bell, a roll that grows into the climax.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from generation.music.form import Form
from generation.music.melody import Tone
from generation.music.orchestra import PLAYERS
from generation.music.style import Part, Role
from generation.music.theory import FIFTH, OCTAVE, Chord, nearest, pitches

EIGHTH = 0.5


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """One note on the page: `at` and `beats` in beats; `accent` about 0.4 (in the background) to 1.2 (struck hard)."""

    pitch: int
    at: float
    beats: float
    accent: float = 0.8


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """All that a player reads before writing a part.

    `chords` and `voicings` (bass first, then rising) have one entry a bar and the closing chord last.
    """

    form: Form
    tonic: int
    chords: Sequence[Chord]
    voicings: Sequence[tuple[int, ...]]
    tune: Sequence[Tone]
    rng: Random

    def bars(self, part: Part) -> Iterator[int]:
        """Give the bars in which a part plays: those where the piece has risen enough, and all after the first."""
        joined = False
        for bar in range(self.form.bars):
            joined = joined or self.form.arc(bar) >= part.enters
            if joined:
                yield bar

    def at(self, bar: int, beat: float = 0.0) -> float:
        """Return a place in beats from the start of the piece."""
        return bar * self.form.beats + beat

    @property
    def close(self) -> float:
        """Where the closing chord falls, in beats."""
        return self.form.bars * self.form.beats


def reach(part: Part, pitch: int) -> int:
    """Move a pitch by octaves into its player's range."""
    player = PLAYERS[part.player]
    while pitch < player.low:
        pitch += OCTAVE
    while pitch > player.high:
        pitch -= OCTAVE
    return pitch


def tune(page: Page, part: Part) -> Iterator[Mark]:
    """Play the melody where the part has joined, and its last note in any case."""
    playing = set(page.bars(part))
    for tone in page.tune:
        if tone.at >= page.close or int(tone.at // page.form.beats) in playing:
            accent = 1.0 if tone.at % page.form.beats == 0 else 0.88
            yield Mark(pitch=reach(part, tone.pitch), at=tone.at, beats=tone.beats, accent=accent)


def octave(page: Page, part: Part) -> Iterator[Mark]:
    """Double the melody an octave above."""
    for mark in tune(page, part):
        yield Mark(pitch=reach(part, mark.pitch + OCTAVE), at=mark.at, beats=mark.beats, accent=mark.accent * 0.9)


def pad(page: Page, part: Part) -> Iterator[Mark]:
    """Hold the upper voices; a voice that keeps its pitch does not take a new bow."""
    bars = [*page.bars(part), page.form.bars]
    for voice in range(1, len(page.voicings[0])):
        start = bars[0]
        for bar in bars:
            pitch = page.voicings[bar][voice]
            goes_on = bar < page.form.bars - 1 and page.voicings[bar + 1][voice] == pitch and bar + 1 - start < 3  # noqa: PLR2004 - three bars a bow
            if goes_on:
                continue
            length = page.form.ring if bar == page.form.bars else page.at(bar + 1 - start)
            yield Mark(pitch=reach(part, pitch), at=page.at(start), beats=length, accent=0.75)
            start = bar + 1


def counter(page: Page, part: Part) -> Iterator[Mark]:
    """Sing a slow second voice: tones of the chords nearest to each other, below the tune."""
    player = PLAYERS[part.player]
    last = player.low + 0.45 * (player.high - player.low)
    for bar in [*page.bars(part), page.form.bars]:
        last = nearest(pitches(page.chords[bar].tones[1:3], player.low, player.high), last)
        beats = page.form.ring if bar == page.form.bars else page.form.beats
        yield Mark(pitch=int(last), at=page.at(bar), beats=beats, accent=0.8)


def bass(page: Page, part: Part) -> Iterator[Mark]:
    """Play the lowest voice once a bar, and again in the middle of long bars when the music is strong."""
    for bar in page.bars(part):
        pitch = reach(part, page.voicings[bar][0])
        halves = page.form.beats == 4 and page.form.arc(bar) > 0.8  # noqa: PLR2004 - two strokes where it is strong
        beats = page.form.beats / 2 if halves else page.form.beats
        yield Mark(pitch=pitch, at=page.at(bar), beats=beats, accent=0.95)
        if halves:
            yield Mark(pitch=pitch, at=page.at(bar, beats), beats=beats, accent=0.8)
    yield Mark(pitch=reach(part, page.voicings[-1][0] - OCTAVE), at=page.close, beats=page.form.ring, accent=0.9)


def drone(page: Page, part: Part) -> Iterator[Mark]:
    """Hold the tonic and its fifth from the first bar to the end, a new bow every two bars."""
    root = reach(part, 24 + page.tonic)
    for bar in range(0, page.form.bars, 2):
        beats = page.at(min(2, page.form.bars - bar))
        for pitch, accent in ((root, 0.9), (root + FIFTH, 0.6)):
            yield Mark(pitch=pitch, at=page.at(bar), beats=beats, accent=accent)
    yield Mark(pitch=root, at=page.close, beats=page.form.ring, accent=1.0)


_BROKEN = {4: (0, 1, 2, 3, 4, 3, 2, 1), 3: (0, 2, 3, 4, 3, 2), 2: (0, 1, 2, 3)}


def broken(page: Page, part: Part) -> Iterator[Mark]:
    """Break each chord in eighths from the bass up and back, the pedal down until the bar ends; roll the last one."""
    for bar in page.bars(part):
        low = reach(part, page.voicings[bar][0])
        ladder = (low, *pitches(page.chords[bar].tones, low + 5, low + 2 * OCTAVE))
        for place, rung in enumerate(_BROKEN[page.form.beats]):
            at = place * EIGHTH
            accent = 0.9 if place == 0 else 0.62 + 0.05 * rung
            yield Mark(pitch=ladder[rung], at=page.at(bar, at), beats=page.form.beats - at, accent=accent)
    yield from rolled_chord(page, part)


def rolled_chord(page: Page, part: Part) -> Iterator[Mark]:
    """Roll the closing chord upwards from a low tonic."""
    low, *upper = page.voicings[-1]
    pitches_up = sorted({reach(part, low - OCTAVE), reach(part, low), *(reach(part, pitch) for pitch in upper)})
    for place, pitch in enumerate(pitches_up):
        at = page.close + 0.09 * place
        yield Mark(pitch=pitch, at=at, beats=page.form.ring - 0.09 * place, accent=0.85 - 0.04 * place)


def rolled(page: Page, part: Part) -> Iterator[Mark]:
    """Run through the chord over two octaves, up and down, as a harp does."""
    step = EIGHTH / 2 if page.form.tempo < 96 else EIGHTH  # noqa: PLR2004 - beats a minute at which sixteenths get busy
    for bar in page.bars(part):
        low = reach(part, page.voicings[bar][0])
        run = pitches(page.chords[bar].tones, low, min(low + 30, PLAYERS[part.player].high))
        wave = [*run, *run[-2:0:-1]]
        for place in range(round(page.form.beats / step)):
            at = place * step
            accent = 0.85 if place == 0 else 0.6
            yield Mark(pitch=wave[place % len(wave)], at=page.at(bar, at), beats=page.form.beats - at, accent=accent)
    yield from rolled_chord(page, part)


_OSTINATI = (
    ((0, 0, FIFTH, 0, 0, OCTAVE, FIFTH, 0), (1.1, 0.6, 0.7, 1.0, 0.6, 0.7, 0.95, 0.7)),
    ((0, OCTAVE, 0, 0, OCTAVE, 0, FIFTH, FIFTH), (1.1, 0.7, 0.6, 1.0, 0.7, 0.6, 0.95, 0.7)),
)


def ostinato(page: Page, part: Part) -> Iterator[Mark]:
    """Repeat a short figure on the bass in eighths, accented three, three and two."""
    steps, accents = page.rng.choice(_OSTINATI)
    for bar in page.bars(part):
        chord, low = page.chords[bar], reach(part, page.voicings[bar][0])
        for place in range(page.form.beats * 2):
            pitch = low + steps[place % 8]
            pitch = pitch if chord.holds(pitch) else nearest(pitches(chord.tones, low, low + OCTAVE), pitch)
            at = page.at(bar, place * EIGHTH)
            yield Mark(pitch=pitch, at=at, beats=EIGHTH * 0.8, accent=accents[place % 8])
    yield Mark(pitch=reach(part, page.voicings[-1][0]), at=page.close, beats=1, accent=1.1)


def offbeat(page: Page, part: Part) -> Iterator[Mark]:
    """Answer each beat with a short chord, or a knock where the player has one pitch."""
    for bar in page.bars(part):
        chord = [reach(part, pitch) for pitch in page.voicings[bar][-2:]]
        for beat in range(page.form.beats):
            for pitch in chord[:1] if part.player == "woodblock" else chord:
                yield Mark(pitch=pitch, at=page.at(bar, beat + EIGHTH), beats=0.4, accent=0.65)


def sparks(page: Page, part: Part) -> Iterator[Mark]:
    """Scatter high tones of the chord on weak eighths, more of them as the piece rises."""
    player = PLAYERS[part.player]
    for bar in page.bars(part):
        tones = pitches(page.chords[bar].tones, player.high - 26, player.high - 5)
        for place in range(1, page.form.beats * 2, 2):
            if page.rng.random() < 0.25 + 0.5 * page.form.arc(bar):
                yield Mark(pitch=page.rng.choice(tones), at=page.at(bar, place * EIGHTH), beats=1.5, accent=0.6)
    for place, pitch in enumerate(pitches(page.chords[-1].tones, player.high - 20, player.high - 5)[:4]):
        yield Mark(pitch=pitch, at=page.close + 0.5 + EIGHTH * place, beats=2, accent=0.6)


def toll(page: Page, part: Part) -> Iterator[Mark]:
    """Strike the tonic every second bar like a bell, low and its octave where there is room."""
    root = reach(part, 24 + page.tonic)
    for bar in range(0, page.form.bars + 1, 2):
        last = bar == page.form.bars
        beats = page.form.ring if last else 2 * page.form.beats
        yield Mark(pitch=root, at=page.at(bar), beats=beats, accent=0.9)
        yield Mark(pitch=reach(part, root + OCTAVE), at=page.at(bar), beats=beats, accent=0.6)
    if page.form.bars % 2:
        yield Mark(pitch=root, at=page.close, beats=page.form.ring, accent=0.9)


Strokes = tuple[tuple[float, int, float], ...]

_DRUM: dict[str, tuple[Strokes, Strokes]] = {
    "taiko": (
        ((0, 41, 1.0), (2.5, 41, 0.7)),
        ((0, 41, 1.1), (1.5, 45, 0.8), (3, 41, 1.0), (3.5, 45, 0.7)),
    ),
    "bass drum": (
        ((0, 36, 1.0), (0.5, 36, 0.6)),
        ((0, 36, 1.1), (0.5, 36, 0.6), (2, 36, 0.9), (2.5, 36, 0.6)),
    ),
    "percussion": (
        ((0, 81, 0.7), (1.5, 82, 0.5), (2.5, 82, 0.5)),
        ((0, 81, 0.8), (0.5, 82, 0.5), (1, 54, 0.7), (1.5, 82, 0.5), (2.5, 82, 0.5), (3, 54, 0.75), (3.5, 82, 0.5)),
    ),
}
"""Strokes of a bar as (beat, key, accent): while the music is quiet, and when it is strong."""


def groove(page: Page, part: Part) -> Iterator[Mark]:
    """Keep time with drums: few strokes at first, more near the climax, one at the end."""
    quiet, strong = _DRUM[part.player]
    for bar in page.bars(part):
        for beat, key, accent in strong if page.form.arc(bar) > 0.78 else quiet:  # noqa: PLR2004 - near the climax
            if beat < page.form.beats:
                yield Mark(pitch=key, at=page.at(bar, beat), beats=0.5, accent=accent)
    yield Mark(pitch=quiet[0][1], at=page.close, beats=1, accent=0.8)


def swell(page: Page, part: Part) -> Iterator[Mark]:
    """Roll into the climax and into the closing chord, from nothing to loud, and strike there."""
    key = 59 if PLAYERS[part.player].bank else reach(part, 36 + page.tonic)
    for target in sorted({page.form.climax, page.form.bars}):
        length = min(2.0, page.at(target))
        strokes = int(length * 8)
        for place in range(strokes):
            at = page.at(target) - length + place / 8
            yield Mark(pitch=key, at=at, beats=0.25, accent=0.25 + 0.6 * (place / max(1, strokes)) ** 1.6)
        yield Mark(pitch=key, at=page.at(target), beats=page.form.ring, accent=0.85)


WRITERS: Mapping[Role, Callable[[Page, Part], Iterator[Mark]]] = {
    Role.MELODY: tune,
    Role.OCTAVE: octave,
    Role.COUNTER: counter,
    Role.PAD: pad,
    Role.BROKEN: broken,
    Role.ROLLED: rolled,
    Role.OSTINATO: ostinato,
    Role.OFFBEAT: offbeat,
    Role.BASS: bass,
    Role.DRONE: drone,
    Role.SPARKS: sparks,
    Role.TOLL: toll,
    Role.GROOVE: groove,
    Role.SWELL: swell,
}
