"""Write a cue: from a mood, a length and a seed to every note of it. Pure: the same three give the same piece."""

from random import Random

from generation.errors import InvalidRequest
from generation.music.cue import Cue, Mood, Note
from generation.music.form import Form, fit
from generation.music.melody import melody
from generation.music.orchestra import PLAYERS
from generation.music.performance import played
from generation.music.style import STYLES, Part, Role, Style
from generation.music.texture import WRITERS, Page
from generation.music.theory import Chord, bass_line, chord, voiced

MILLISECONDS = range(2_500, 180_001)
"""How long a cue may last: long enough for a bar and its close, short enough not to need a second idea."""

_UPPER = (52, 74)
"""Where the held voices lie, MIDI pitches: the tenor and alto of a choir, below the tune."""

_BASS = (36, 50)

_NAMES = ("C", "D flat", "D", "E flat", "E", "F", "F sharp", "G", "A flat", "A", "B flat", "B")


def compose(mood: str, milliseconds: int, seed: int) -> Cue:
    """Compose a cue for a mood.

    Raises:
        InvalidRequest: the mood is unknown, or the length is out of `MILLISECONDS`.
    """
    if mood not in set(Mood):
        raise InvalidRequest(f"no music is known for the mood {mood}; known: {', '.join(Mood)}")
    check_length(milliseconds)
    rng = Random(f"{mood} {milliseconds} {seed}")
    style = STYLES[Mood(mood)]
    form = fit(milliseconds / 1000, rng.uniform(*style.tempo), rng.choice(style.metres))
    tonic = rng.choice(style.keys)
    chords = harmony(style, form.bars, tonic, rng)
    notes = _orchestrate(style, form, tonic, chords, rng)
    return Cue(
        title=f"{mood} in {_NAMES[tonic]} {style.mode}",
        tonic=tonic,
        mode=style.mode,
        tempo=form.tempo,
        chords=tuple(each.numeral for each in chords),
        notes=notes,
        swell=tuple((form.second(bar), form.arc(bar)) for bar in range(form.bars + 1)),
        final=form.final,
        seconds=milliseconds / 1000,
    )


def check_length(milliseconds: int) -> None:
    """Refuse a cue that is too short or too long, whoever is to make it.

    Raises:
        InvalidRequest: the length is out of `MILLISECONDS`.
    """
    if milliseconds not in MILLISECONDS:
        limits = f"{MILLISECONDS.start} to {MILLISECONDS.stop - 1}"
        raise InvalidRequest(f"a cue lasts {limits} milliseconds, not {milliseconds}")


def harmony(style: Style, bars: int, tonic: int, rng: Random) -> tuple[Chord, ...]:
    """Plan one chord a bar: theme and rise in turn, a cadence before the end, then the closing chord (one more)."""
    theme, rise, cadence = rng.choice(style.themes), rng.choice(style.rises), rng.choice(style.cadences)
    close = cadence[-1:] if bars < 4 else cadence  # noqa: PLR2004 - a short piece has room for its last step only
    room = bars - len(close)
    phrases = (theme + rise) * (room // len(theme + rise) + 1)
    return tuple(chord(numeral, tonic) for numeral in (*phrases[:room], *close, style.close))


def _orchestrate(style: Style, form: Form, tonic: int, chords: tuple[Chord, ...], rng: Random) -> tuple[Note, ...]:
    parts = rng.choice(style.ensembles)
    singer = PLAYERS[next(part.player for part in parts if part.role is Role.MELODY)]
    tune = melody(style, form, chords, tonic, (singer.low, singer.high), rng)
    page = Page(form=form, tonic=tonic, chords=chords, voicings=_voicings(chords), tune=tune, rng=rng)
    notes = [note for part in parts for note in _play(page, part, style)]
    return tuple(sorted(notes, key=lambda note: (note.start, note.player, note.pitch)))


def _play(page: Page, part: Part, style: Style) -> list[Note]:
    return list(played(WRITERS[part.role](page, part), part, style, page.form, page.rng))


def _voicings(chords: tuple[Chord, ...]) -> list[tuple[int, ...]]:
    """Lay the whole progression out in four voices, bass first."""
    laid: list[tuple[int, ...]] = []
    for each, low in zip(chords, bass_line(chords, *_BASS), strict=True):
        laid.append(voiced(each, laid[-1] if laid else (), low, _UPPER, 3))
    return laid
