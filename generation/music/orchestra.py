"""The players: what each is in a General MIDI SoundFont, what it can reach, and where it sits in the hall."""

from dataclasses import dataclass

DRUMS = 128
"""The bank of unpitched percussion."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Player:
    """One instrument at its desk.

    `bank` and `program` name it in the SoundFont (General MIDI, counted from 0); `low` and `high` are the lowest and
    highest MIDI pitch it plays well; `pan` is -1 (left) to 1 (right); `gain` is decibels against the others; `hall` is
    how much of it goes to the reverberation, 0 to 1; `sustains` says whether it can swell on a held note; `late` is how
    many milliseconds it is cued after the beat: bowed players, whose tone takes time to grow, are cued before it.
    """

    program: int
    low: int
    high: int
    bank: int = 0
    pan: float = 0.0
    gain: float = 0.0
    hall: float = 0.3
    sustains: bool = False
    late: float = 0.0


def _bowed(program: int, low: int, high: int, pan: float, gain: float, late: float = -30.0) -> Player:
    return Player(program=program, low=low, high=high, pan=pan, gain=gain, hall=0.38, sustains=True, late=late)


def _struck(program: int, low: int, high: int, pan: float, gain: float) -> Player:
    return Player(program=program, low=low, high=high, pan=pan, gain=gain, hall=0.34)


PLAYERS = {
    "piano": Player(program=0, low=26, high=100, pan=-0.12, gain=2.0, hall=0.28),
    "celesta": _struck(8, 60, 103, 0.3, 4.0),
    "glockenspiel": _struck(9, 72, 103, 0.35, -4.0),
    "music box": _struck(10, 60, 98, 0.2, -4.0),
    "vibraphone": _struck(11, 53, 89, 0.2, -4.0),
    "marimba": _struck(12, 48, 89, 0.25, -1.0),
    "bells": _struck(14, 60, 77, 0.25, -5.0),
    "harp": _struck(46, 36, 98, -0.35, 0.5),
    "koto": _struck(107, 45, 88, -0.2, 0.0),
    "timpani": Player(program=47, low=36, high=57, pan=0.1, gain=-3.0, hall=0.4),
    "violin": _bowed(40, 55, 96, -0.25, -4.0),
    "cello": _bowed(42, 36, 76, 0.3, -5.5, -60.0),
    "contrabass": _bowed(43, 28, 55, 0.4, -5.0),
    "tremolo": _bowed(44, 40, 88, -0.1, 0.0),
    "pizzicato": Player(program=45, low=36, high=88, pan=0.1, gain=1.0, hall=0.35),
    "strings": _bowed(49, 40, 91, 0.0, -4.0, -90.0),
    "low strings": _bowed(48, 28, 62, 0.2, -3.0, -55.0),
    "choir": _bowed(52, 45, 81, 0.0, -4.0, -90.0),
    "halo": _bowed(94, 40, 88, 0.0, -9.0),
    "dark pad": _bowed(92, 30, 72, 0.0, -12.0),
    "horn": Player(program=60, low=41, high=74, pan=-0.3, gain=-5.0, hall=0.42, sustains=True, late=-15.0),
    "oboe": Player(program=68, low=58, high=86, pan=0.1, gain=-4.0, hall=0.36, sustains=True, late=-10.0),
    "clarinet": Player(program=71, low=50, high=86, pan=0.15, gain=-3.0, hall=0.36, sustains=True, late=-10.0),
    "flute": Player(program=73, low=60, high=94, pan=-0.15, gain=-5.5, hall=0.36, sustains=True, late=-10.0),
    "bamboo flute": Player(program=77, low=57, high=86, pan=-0.1, gain=-4.0, hall=0.4, sustains=True, late=-10.0),
    "taiko": Player(program=116, low=36, high=60, pan=0.0, gain=-4.0, hall=0.35),
    "bass drum": Player(bank=8, program=116, low=36, high=60, pan=0.0, gain=-2.0, hall=0.4),
    "woodblock": Player(program=115, low=60, high=84, pan=0.4, gain=4.0, hall=0.3),
    "percussion": Player(bank=DRUMS, program=48, low=27, high=87, pan=0.2, gain=-4.0, hall=0.35),
}
