"""The voices on offer, and who gets which: a table, and a pure rule that casts people.

Each voice is a mix of Kokoro's own (v1.0, 54 voices). Where a language has too few, voices of others are blended in and
kept when a recogniser understood them; the figures stand in `docs/adr/0004-sound.md`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generation.errors import InvalidRequest

Mix = tuple[tuple[str, float], ...]
"""Kokoro's voices and their weights, which add up to 1."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """Somebody who can speak a line.

    `sex` is `woman` or `man`, `age` `child`, `young` or `old`. `timbre` is what the voice sounds like, `melody` how it
    moves (rhythm and pitch). `size` above 1 is a smaller speaker: the tape runs faster, pitch and formants rise
    together; `pace` is the speed at which the words are then spoken. `accent` is eSpeak's name of the language.
    """

    name: str
    language: str
    sex: str
    age: str
    accent: str
    timbre: Mix
    melody: Mix
    size: float = 1.0
    pace: float = 1.0


def _native(name: str, source: str, accent: str, age: str = "young", size: float = 1.0, pace: float = 1.0) -> Voice:
    """Describe a voice that is one of Kokoro's own."""
    mix = ((source, 1.0),)
    return _voice(name, accent, (mix, mix), age, size, pace)


def _french(name: str, other: str, shares: tuple[float, float], age: str = "young", size: float = 1.0) -> Voice:
    """Describe a French voice: `shares` of timbre and melody are Kokoro's only French speaker's, the rest `other`'s."""
    timbre, melody = (((_FRENCH, share), (other, round(1 - share, 3))) for share in shares)
    return _voice(name, "fr-fr", (timbre, melody), age, size, 0.9 if age == "child" else 1.0)


def _between(name: str, first: str, second: str) -> Voice:
    """Describe a Chinese voice halfway between two."""
    mix = ((first, 0.5), (second, 0.5))
    return _voice(name, "cmn", (mix, mix), "young", 1.0, 1.0)


def _voice(name: str, accent: str, mixes: tuple[Mix, Mix], age: str, size: float, pace: float) -> Voice:
    """Read language and sex from the name: `fr-f1` is a woman, `fr-g1` a girl, `fr-m1` a man, `fr-b1` a boy."""
    sex = "woman" if name[3] in "fg" else "man"
    timbre, melody = mixes
    return Voice(
        name=name,
        language=name[:2],
        sex=sex,
        age=age,
        accent=accent,
        timbre=timbre,
        melody=melody,
        size=size,
        pace=pace,
    )


_FRENCH = "ff_siwis"

TABLE = (
    _native("en-f1", "af_heart", "en-us"),
    _native("en-f2", "bf_emma", "en-gb"),
    _native("en-f3", "af_bella", "en-us"),
    _native("en-f4", "af_kore", "en-us"),
    _native("en-f5", "af_nicole", "en-us", "old", 0.95),
    _native("en-m1", "am_michael", "en-us"),
    _native("en-m2", "bm_george", "en-gb"),
    _native("en-m3", "am_fenrir", "en-us"),
    _native("en-m4", "am_puck", "en-us"),
    _native("en-m5", "am_onyx", "en-us", "old", 0.96),
    _native("en-g1", "af_bella", "en-us", "child", 1.18, 0.9),
    _native("en-b1", "af_heart", "en-us", "child", 1.12, 0.92),
    _french("fr-f1", "hf_alpha", (0.55, 0.55)),
    _french("fr-f2", "if_sara", (0.55, 0.55)),
    _french("fr-f3", "af_sarah", (0.55, 0.55)),
    _french("fr-f4", "bf_isabella", (0.55, 0.55)),
    _french("fr-f5", "af_nicole", (0.55, 0.55), "old", 0.95),
    _french("fr-m1", "am_michael", (0.5, 0.15)),
    _french("fr-m2", "bm_george", (0.5, 0.15)),
    _french("fr-m3", "im_nicola", (0.45, 0.2)),
    _french("fr-m4", "em_alex", (0.45, 0.2)),
    _french("fr-m5", "am_onyx", (0.5, 0.15), "old", 0.96),
    _french("fr-g1", "hf_alpha", (0.6, 0.6), "child", 1.16),
    _french("fr-b1", "af_sarah", (0.55, 0.55), "child", 1.1),
    _native("zh-f1", "zf_xiaoxiao", "cmn"),
    _native("zh-f2", "zf_xiaobei", "cmn"),
    _between("zh-f3", "zf_xiaoni", "zf_xiaobei"),
    _native("zh-f4", "zf_xiaoyi", "cmn"),
    _native("zh-f5", "zf_xiaoxiao", "cmn", "old", 0.93),
    _native("zh-m1", "zm_yunxi", "cmn"),
    _native("zh-m2", "zm_yunjian", "cmn"),
    _native("zh-m3", "zm_yunyang", "cmn"),
    _between("zh-m4", "zm_yunxi", "zm_yunjian"),
    _native("zh-m5", "zm_yunjian", "cmn", "old", 0.93),
    _native("zh-g1", "zf_xiaoyi", "cmn", "child", 1.15, 0.9),
    _native("zh-b1", "zm_yunxia", "cmn", "child"),
)

VOICES = {voice.name: voice for voice in TABLE}


def find(language: str, name: str) -> Voice:
    """Return the voice called `name`.

    Raises:
        InvalidRequest: there is none, or it does not speak `language`.
    """
    voice = VOICES.get(name)
    if voice is None or voice.language != language:
        known = ", ".join(each.name for each in TABLE if each.language == language) or "none"
        raise InvalidRequest(f"no voice called {name} speaks {language}; known: {known}")
    return voice


def cast(language: str, people: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Give each person, (sex, age) in order, a voice of their own.

    Those whom a voice fits exactly choose first, then those of whom it has the sex, then the rest; the same people in
    the same order always get the same voices. When there are more people than voices, voices are shared.

    Raises:
        InvalidRequest: no voice speaks `language`.
    """
    choir = [voice for voice in TABLE if voice.language == language]
    if not choir:
        raise InvalidRequest(f"no voice speaks {language}; known: {', '.join(sorted({v.language for v in TABLE}))}")
    given: dict[int, str] = {}
    for misfit in range(_WORST + 1):
        for place, (sex, age) in enumerate(people):
            free = () if place in given else _free(choir, given, len(people))
            fitting = [voice.name for voice in free if _misfit(voice, sex, age) == misfit]
            if fitting:
                given[place] = fitting[0]
    return tuple(given[place] for place in range(len(people)))


HEARD = {"teen": "young", "middle": "young"}
"""The times of life that are heard as another: the table's voices are children, young or old."""

_WORST = 3
"""How badly a voice can fit: 1 for the wrong age, 2 for the wrong sex."""


def _misfit(voice: Voice, sex: str, age: str) -> int:
    return 2 * (voice.sex != sex) + (voice.age != HEARD.get(age, age))


def _free(choir: Sequence[Voice], given: dict[int, str], people: int) -> Iterator[Voice]:
    """Give the voices used least so far; all are once each has been used."""
    counts = {voice.name: list(given.values()).count(voice.name) for voice in choir}
    rounds = -(-people // len(choir))
    return (voice for voice in choir if counts[voice.name] < rounds)
