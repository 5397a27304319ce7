"""Read a SoundFont 2 or 3: which recording answers a key struck with a velocity, and how it is to be played.

Follows the SoundFont Technical Specification 2.04 (section numbers below). Version 3 is MuseScore's: the same file with
every sample packed as Ogg Vorbis.
"""

import io
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from generation.errors import Unavailable
from generation.music.modulator import ATTENUATION, DEFAULT, Route, moves

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PACKED = 0x10
"""Bit of a sample's type that says it is Ogg Vorbis."""

_INSTRUMENT, _KEYS, _VELOCITIES, _SAMPLE = 41, 43, 44, 53

_DEFAULTS = {8: 13500, 56: 100, 58: -1} | dict.fromkeys((21, 23, 25, 26, 27, 28, 30, 33, 34, 35, 36, 38), -12000)
"""Generators that are not 0 where a zone does not set them (8.1.2)."""

EMU = 0.4
"""Share of the written attenuation that the chips and FluidSynth apply; sets are balanced by ear against it."""

Zone = dict[int, int]
Routes = dict[Route, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """One recording: where its bytes lie in the file, its rate in Hz, the key and cents it was played at, its loop.

    `loop` is in samples from its start. `packed` says the bytes are Ogg Vorbis, else 16-bit little endian.
    """

    start: int
    stop: int
    loop: tuple[int, int]
    rate: int
    key: int
    cents: int
    packed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """A sample, the generators (8.1.2) and modulators it is played with, where a preset and its instrument allow it."""

    sample: Sample
    keys: tuple[int, int]
    velocities: tuple[int, int]
    generators: Mapping[int, int]
    modulators: Mapping[Route, int]

    def answers(self, key: int, velocity: int) -> bool:
        """Say whether this recording sounds for a key struck with this velocity."""
        return self.keys[0] <= key <= self.keys[1] and self.velocities[0] <= velocity <= self.velocities[1]

    def settings(self, key: int, velocity: int) -> "Settings":
        """Return the value of every generator for one stroke."""
        values: dict[int, float] = dict(self.generators)
        values[ATTENUATION] = EMU * values.get(ATTENUATION, 0)
        for number, amount in moves(self.modulators, key, velocity):
            values[number] = values.get(number, _DEFAULTS.get(number, 0)) + amount
        return Settings(values)


@dataclass(frozen=True, slots=True)
class Settings:
    """Generators by number, in the units of the specification."""

    values: Mapping[int, float]

    def __getitem__(self, number: int) -> float:
        """Return a generator's value, the specification's default where nothing sets it."""
        return self.values.get(number, _DEFAULTS.get(number, 0))


class SoundFont:
    """An open SoundFont; recordings are decoded when first asked for and kept until `close`."""

    def __init__(self, path: Path) -> None:
        """Read the tables of the file at `path`.

        Raises:
            Unavailable: it is no SoundFont.
        """
        self._bytes = path.read_bytes()
        try:
            self._chunks = dict(_chunks(self._bytes))
            self._samples = self._read_samples()
            self._presets = self._read_presets()
        except (KeyError, struct.error, ValueError) as error:
            raise Unavailable(f"{path.name} is not a SoundFont we can read; fetch it again") from error
        self._decoded: dict[Sample, NDArray[np.float32]] = {}
        self._regions: dict[tuple[int, int], tuple[Region, ...]] = {}

    def regions(self, bank: int, program: int) -> tuple[Region, ...]:
        """Return every region of a preset.

        Raises:
            Unavailable: the SoundFont has no such preset.
        """
        if (bank, program) not in self._presets:
            raise Unavailable(f"the SoundFont has no instrument {program} in bank {bank}; use a General MIDI set")
        if (bank, program) not in self._regions:
            self._regions[bank, program] = tuple(self._merged(*self._presets[bank, program]))
        return self._regions[bank, program]

    def samples(self, sample: Sample) -> "NDArray[np.float32]":
        """Return a recording, mono, full scale ±1."""
        if sample not in self._decoded:
            self._decoded[sample] = self._decode(sample)
        return self._decoded[sample]

    def close(self) -> None:
        """Forget the decoded recordings."""
        self._decoded.clear()

    def _decode(self, sample: Sample) -> "NDArray[np.float32]":
        import numpy as np  # noqa: PLC0415
        import soundfile  # noqa: PLC0415

        raw = self._bytes[sample.start : sample.stop]
        if sample.packed:
            decoded, _ = soundfile.read(io.BytesIO(raw), dtype="float32")
            return np.asarray(decoded, np.float32)
        return np.frombuffer(raw, "<i2").astype(np.float32) / np.float32(32768)

    def _table(self, name: str, layout: str) -> list[tuple[int, ...]]:
        """Read a table of `pdta`; its last row marks the end."""
        start, size = self._chunks[name]
        return list(struct.iter_unpack(layout, self._bytes[start : start + size]))

    def _read_samples(self) -> list[Sample]:
        base, _ = self._chunks["smpl"]
        return [_sample(row, base) for row in self._table("shdr", "<20x5IBb2H")[:-1]]

    def _read_presets(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Return the first zone of each (bank, program), and the first that is not its own."""
        headers = pairwise(self._table("phdr", "<20x3H12x"))
        return {(bank, program): (first, last) for (program, bank, first), (_, _, last) in headers}

    def _merged(self, first: int, last: int) -> Iterator[Region]:
        """Combine each zone of a preset with each zone of its instrument: values add, ranges intersect (9.4)."""
        instruments = self._table("inst", "<20xH")
        for outer, outer_mods in self._zones("p", first, last):
            if _INSTRUMENT not in outer:
                continue
            (start,), (stop,) = instruments[outer[_INSTRUMENT]], instruments[outer[_INSTRUMENT] + 1]
            for inner, mods in self._zones("i", start, stop):
                if _SAMPLE in inner:
                    yield self._region(outer, inner, mods, outer_mods)

    def _region(self, outer: Zone, inner: Zone, mods: Routes, outer_mods: Routes) -> Region:
        ranges = {_KEYS, _VELOCITIES, _INSTRUMENT, _SAMPLE}
        values = {number: value for number, value in inner.items() if number not in ranges}
        for number, value in outer.items():
            if number not in ranges:
                values[number] = values.get(number, _DEFAULTS.get(number, 0)) + value
        routes = {**DEFAULT, **mods}
        for route, amount in outer_mods.items():
            routes[route] = routes.get(route, 0) + amount
        return Region(
            sample=self._samples[inner[_SAMPLE]],
            keys=_overlap(outer.get(_KEYS), inner.get(_KEYS)),
            velocities=_overlap(outer.get(_VELOCITIES), inner.get(_VELOCITIES)),
            generators=values,
            modulators=routes,
        )

    def _zones(self, side: str, first: int, last: int) -> Iterator[tuple[Zone, Routes]]:
        """Give the generators and modulators of each zone of a preset (`p`) or instrument (`i`).

        The global zone's are added where the zone sets none (7.3, 7.7).
        """
        bags = self._table(side + "bag", "<2H")
        generators = self._table(side + "gen", "<2H")
        modulators = self._table(side + "mod", "<2Hh2H")
        common: tuple[Zone, Routes] = ({}, {})
        for row in range(first, last):
            (gen, mod), (gen_end, mod_end) = bags[row], bags[row + 1]
            zone = {number: _amount(number, word) for number, word in generators[gen:gen_end]}
            mods = {Route(source, target, scale): by for source, target, by, scale, _ in modulators[mod:mod_end]}
            if row == first and not {_INSTRUMENT, _SAMPLE} & set(zone):
                common = (zone, mods)
                continue
            yield common[0] | zone, common[1] | mods


def _chunks(data: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """Give name, start and size of every chunk inside the three lists of a SoundFont.

    Writers disagree whether an odd chunk is padded: a zero byte in the place of the next name is skipped.
    """
    if data[:4] != b"RIFF" or data[8:12] != b"sfbk":
        raise ValueError("not a RIFF file of the form sfbk")
    place = 12
    while place + 8 <= len(data):
        place += data[place] == 0
        name, size = struct.unpack_from("<4sI", data, place)
        if name == b"LIST":
            place += 12
            continue
        yield name.decode("ascii"), (place + 8, size)
        place += 8 + size


def _sample(row: Sequence[int], base: int) -> Sample:
    start, stop, loop_start, loop_stop, rate, key, cents, _, kind = row
    packed = bool(kind & PACKED)
    width, origin = (1, 0) if packed else (2, start)
    return Sample(
        start=base + start * width,
        stop=base + stop * width,
        loop=(loop_start - origin, loop_stop - origin),
        rate=rate,
        key=key,
        cents=cents,
        packed=packed,
    )


def _overlap(outer: int | None, inner: int | None) -> tuple[int, int]:
    low, high = 0, 127
    for packed in (outer, inner):
        if packed is not None:
            low, high = max(low, packed & 0xFF), min(high, packed >> 8)
    return low, high


def _amount(number: int, word: int) -> int:
    """Read a generator's 16 bits: a pair of bytes for a range, an index, or a signed number."""
    if number in {_KEYS, _VELOCITIES, _INSTRUMENT, _SAMPLE} or word < 0x8000:  # noqa: PLR2004 - the sign bit
        return word
    return word - 0x10000
