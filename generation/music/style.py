"""How each mood is told in music: keys, harmony, rhythm and who plays. Data only.

Harmony is written in Roman numerals (`theory.chord`), four bars a phrase. The choices follow what film scores do:
lament basses and minor plagal cadences for sorrow, the lydian II and chromatic mediants for wonder, the phrygian bII
and pedal points for threat.
"""

from dataclasses import dataclass
from enum import StrEnum

from generation.music.cue import Mood

Phrase = tuple[str, ...]


class Role(StrEnum):
    """What a player does in the texture."""

    MELODY = "melody"
    OCTAVE = "octave"
    COUNTER = "counter"
    PAD = "pad"
    BROKEN = "broken"
    ROLLED = "rolled"
    OSTINATO = "ostinato"
    OFFBEAT = "offbeat"
    BASS = "bass"
    DRONE = "drone"
    SPARKS = "sparks"
    TOLL = "toll"
    GROOVE = "groove"
    SWELL = "swell"


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A player in a role, who joins once the piece has risen to `enters` (0 from the start, 1 at the climax only)."""

    player: str
    role: Role
    enters: float = 0.0
    force: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """A mood's way of making music.

    `tempo` is a range of beats a minute, `velocities` the softest and the loudest stroke, `looseness` the spread of
    timing in milliseconds, `pace` the character of the melody's rhythm (`melody.RHYTHMS`).
    """

    keys: tuple[int, ...]
    mode: str
    tempo: tuple[int, int]
    metres: tuple[int, ...]
    themes: tuple[Phrase, ...]
    rises: tuple[Phrase, ...]
    cadences: tuple[tuple[str, str], ...]
    close: str
    pace: tuple[str, ...]
    contours: tuple[tuple[int, ...], ...]
    velocities: tuple[int, int]
    looseness: float
    ensembles: tuple[tuple[Part, ...], ...]


def _part(player: str, role: Role, enters: float = 0.0, force: float = 0.0) -> Part:
    return Part(player=player, role=role, enters=enters, force=force)


STYLES = {
    Mood.JOY: Style(
        keys=(0, 2, 5, 7),
        mode="ionian",
        tempo=(104, 122),
        metres=(4,),
        themes=(("I", "V/3", "vi", "IV"), ("I", "iii", "IV", "Vsus4"), ("Iadd9", "IV", "I/3", "V")),
        rises=(("ii", "V", "iii", "vi"), ("IV", "V", "vi", "II"), ("bVI", "bVII", "I/5", "V")),
        cadences=(("IV", "V7"), ("ii", "V"), ("bVI", "bVII")),
        close="I",
        pace=("driving", "flowing"),
        contours=((0, 1, 2, 4, 3), (0, 2, 1, 2, 4), (4, 3, 2, 0, 1), (0, -1, 0, 2, 4)),
        velocities=(70, 108),
        looseness=7,
        ensembles=(
            (
                _part("pizzicato", Role.OSTINATO, 0.0, -4),
                _part("flute", Role.MELODY),
                _part("glockenspiel", Role.OCTAVE, 0.75, -10),
                _part("strings", Role.PAD, 0.45, -6),
                _part("contrabass", Role.BASS, 0.45),
                _part("horn", Role.COUNTER, 0.7, -6),
                _part("marimba", Role.OFFBEAT, 0.0, -8),
                _part("percussion", Role.GROOVE, 0.5, -8),
                _part("percussion", Role.SWELL, 0.0, -6),
            ),
            (
                _part("piano", Role.BROKEN, 0.0, -8),
                _part("clarinet", Role.MELODY),
                _part("violin", Role.OCTAVE, 0.75, -8),
                _part("strings", Role.PAD, 0.5, -6),
                _part("pizzicato", Role.OFFBEAT, 0.4, -6),
                _part("contrabass", Role.BASS, 0.45),
                _part("percussion", Role.GROOVE, 0.55, -8),
                _part("percussion", Role.SWELL, 0.0, -6),
            ),
        ),
    ),
    Mood.TENDER: Style(
        keys=(0, 3, 5, 7, 10),
        mode="ionian",
        tempo=(66, 78),
        metres=(4, 3),
        themes=(("Iadd9", "V/3", "vi", "IVmaj7"), ("I", "iii", "IVadd9", "iv"), ("I", "IV/5", "vi7", "Vsus4")),
        rises=(("vi", "iii", "IV", "V"), ("ii7", "I/3", "IVmaj7", "Vsus4"), ("IV", "V/3", "iii", "vi")),
        cadences=(("IVmaj7", "iv6"), ("ii7", "Vsus4"), ("IV", "V")),
        close="Iadd9",
        pace=("flowing", "long"),
        contours=((0, 1, 2, 1, 0), (4, 3, 2, 1, 2), (0, 2, 1, 3, 2), (2, 1, 0, -1, 0)),
        velocities=(58, 88),
        looseness=14,
        ensembles=(
            (
                _part("piano", Role.BROKEN, 0.0, -6),
                _part("violin", Role.MELODY, 0.0, 2),
                _part("strings", Role.PAD, 0.45, -6),
                _part("cello", Role.COUNTER, 0.65, -4),
                _part("contrabass", Role.BASS, 0.7, -8),
                _part("harp", Role.ROLLED, 0.85, -10),
            ),
            (
                _part("harp", Role.BROKEN, 0.0, -2),
                _part("clarinet", Role.MELODY),
                _part("strings", Role.PAD, 0.4, -6),
                _part("celesta", Role.SPARKS, 0.6, -8),
                _part("cello", Role.COUNTER, 0.65, -4),
                _part("contrabass", Role.BASS, 0.6, -8),
            ),
        ),
    ),
    Mood.SAD: Style(
        keys=(2, 4, 7, 9, 0),
        mode="aeolian",
        tempo=(56, 68),
        metres=(4, 3),
        themes=(("i", "v/3", "bVI", "iv"), ("iadd9", "bVI", "bIII", "bVII"), ("i", "iv", "bVI", "Vsus4")),
        rises=(("bVI", "bVII", "i/3", "iv"), ("iv", "bVII", "bIII", "bVImaj7"), ("bIII", "v/3", "iv", "bVI")),
        cadences=(("iv", "V"), ("bVImaj7", "iv"), ("iv/3", "Vsus4")),
        close="i",
        pace=("long", "flowing"),
        contours=((4, 3, 2, 1, 0), (2, 3, 2, 1, 0), (0, 1, 0, -1, -2), (0, 4, 3, 2, 1)),
        velocities=(56, 86),
        looseness=16,
        ensembles=(
            (
                _part("piano", Role.BROKEN, 0.0, -8),
                _part("cello", Role.MELODY, 0.0, 4),
                _part("strings", Role.PAD, 0.5, -8),
                _part("oboe", Role.COUNTER, 0.85, -8),
                _part("contrabass", Role.BASS, 0.6, -6),
            ),
            (
                _part("koto", Role.BROKEN, 0.0, -4),
                _part("bamboo flute", Role.MELODY),
                _part("strings", Role.PAD, 0.4, -8),
                _part("cello", Role.COUNTER, 0.7, -4),
                _part("contrabass", Role.BASS, 0.55, -6),
            ),
        ),
    ),
    Mood.TENSE: Style(
        keys=(0, 2, 4, 9),
        mode="aeolian",
        tempo=(96, 116),
        metres=(4,),
        themes=(("i", "i", "bII/3", "i"), ("i", "bVI", "i", "ii°"), ("i", "i", "iv/5", "bII")),
        rises=(("bVI", "bVII", "i", "bII"), ("iv", "bVI", "ii°", "V"), ("i", "#iv°", "bVI", "V")),
        cadences=(("bVI", "V"), ("iv", "bII"), ("ii°", "V")),
        close="i",
        pace=("sparse", "long"),
        contours=((0, 1, 0, -1, 0), (0, 0, 1, 0, 3), (2, 1, 0, 1, -1)),
        velocities=(68, 116),
        looseness=6,
        ensembles=(
            (
                _part("low strings", Role.OSTINATO, 0.0, -2),
                _part("tremolo", Role.PAD, 0.0, -10),
                _part("horn", Role.MELODY, 0.55, -4),
                _part("timpani", Role.BASS, 0.6, -4),
                _part("taiko", Role.GROOVE, 0.5, -4),
                _part("woodblock", Role.OFFBEAT, 0.0, -14),
                _part("strings", Role.OCTAVE, 0.85, -10),
                _part("percussion", Role.SWELL),
            ),
            (
                _part("pizzicato", Role.OSTINATO, 0.0, 2),
                _part("piano", Role.OCTAVE, 0.0, -12),
                _part("tremolo", Role.PAD, 0.45, -10),
                _part("cello", Role.MELODY, 0.45),
                _part("contrabass", Role.BASS, 0.0, -4),
                _part("bass drum", Role.GROOVE, 0.5, -6),
                _part("percussion", Role.SWELL),
            ),
        ),
    ),
    Mood.OMINOUS: Style(
        keys=(0, 2, 11),
        mode="phrygian",
        tempo=(52, 64),
        metres=(4,),
        themes=(("i", "bII", "i", "bvi"), ("i", "bvi", "i", "bII/3"), ("i", "#iv°", "bII", "i")),
        rises=(("bvi", "bII", "iv", "bII"), ("bII", "bvii", "bvi", "i"), ("iv", "bvi", "#iv°", "bII")),
        cadences=(("bvi", "bII"), ("#iv°", "bII"), ("iv", "bII")),
        close="i",
        pace=("long", "sparse"),
        contours=((0, 1, 0, -1, 0), (0, -1, -2, -1, 0), (4, 3, 1, 0, 0)),
        velocities=(60, 106),
        looseness=18,
        ensembles=(
            (
                _part("contrabass", Role.DRONE),
                _part("dark pad", Role.PAD, 0.0, -4),
                _part("choir", Role.PAD, 0.55, -4),
                _part("horn", Role.MELODY, 0.5, -4),
                _part("bells", Role.TOLL, 0.0, -6),
                _part("timpani", Role.SWELL, 0.0, -4),
                _part("taiko", Role.GROOVE, 0.6, -6),
            ),
            (
                _part("low strings", Role.DRONE, 0.0, -4),
                _part("tremolo", Role.PAD, 0.4, -12),
                _part("cello", Role.MELODY, 0.4),
                _part("piano", Role.TOLL, 0.0, 4),
                _part("choir", Role.PAD, 0.7, -6),
                _part("bass drum", Role.GROOVE, 0.4, -6),
                _part("timpani", Role.SWELL, 0.0, -4),
            ),
        ),
    ),
    Mood.WONDER: Style(
        keys=(0, 2, 3, 5),
        mode="lydian",
        tempo=(80, 94),
        metres=(4, 3),
        themes=(("I", "II/3", "I", "II"), ("Iadd9", "bVI", "IV", "I/3"), ("I", "iii", "II", "IVmaj7")),
        rises=(("bVI", "bVII", "I/5", "II"), ("bIII", "IV", "bVI", "bVII"), ("vi", "II", "IVmaj7", "V")),
        cadences=(("bVI", "bVII"), ("IVmaj7", "II/3"), ("ii7", "Vsus4")),
        close="Iadd9",
        pace=("flowing", "long"),
        contours=((0, 4, 3, 4, 5), (0, 2, 4, 3, 2), (0, 1, 3, 2, 4), (4, 2, 3, 1, 0)),
        velocities=(62, 102),
        looseness=10,
        ensembles=(
            (
                _part("harp", Role.ROLLED, 0.0, -8),
                _part("halo", Role.PAD, 0.0, -4),
                _part("flute", Role.MELODY),
                _part("celesta", Role.SPARKS, 0.0, -8),
                _part("strings", Role.PAD, 0.5, -4),
                _part("horn", Role.COUNTER, 0.65, -4),
                _part("contrabass", Role.BASS, 0.6, -4),
                _part("percussion", Role.SWELL, 0.0, -4),
            ),
            (
                _part("celesta", Role.BROKEN, 0.0, -4),
                _part("strings", Role.PAD, 0.0, -8),
                _part("violin", Role.MELODY, 0.45),
                _part("harp", Role.ROLLED, 0.6, -8),
                _part("choir", Role.PAD, 0.7, -4),
                _part("contrabass", Role.BASS, 0.5, -4),
                _part("glockenspiel", Role.OCTAVE, 0.9, -14),
                _part("percussion", Role.SWELL, 0.0, -4),
            ),
        ),
    ),
}
