"""Phonemes as an animator hears them: which mouth each one has, and how long it usually lasts.

Words come in IPA with the marks of Kokoro and eSpeak: stress before a syllable, length after a vowel, tones as arrows
or numbers, punctuation for pauses. Durations are those of read speech (Crystal and House, 1988, rounded); only their
proportions count, for the line's own voice gives the times.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

STRESSED = 1.25
"""A vowel under stress lasts as much longer."""

LONG = 1.5
"""A vowel marked as long lasts as much longer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sound:
    """One sound of a line: its mouth (`figure.faces.MOUTHS`), its usual length in milliseconds, and its part.

    `stressed` marks the vowel of a stressed syllable; a sound with no mouth is a pause of punctuation.
    """

    mouth: str
    length: float
    vowel: bool = False
    stressed: bool = False


def _table() -> dict[str, tuple[str, float, bool]]:
    """Lay out symbol to mouth, length and whether it is a vowel."""
    rows: tuple[tuple[str, str, float, bool], ...] = (
        ("a ɐ ɑ æ ʌ ä ɶ", "A", 105, True),  # noqa: RUF001 - IPA
        ("ɒ ɔ o ɤ ɵ O", "O", 105, True),
        ("u ʊ y ʏ ø ʉ ɯ ɥ̩ ᵿ", "U", 90, True),  # noqa: RUF001 - IPA
        ("e ɛ ə ɜ ɚ ɝ ᵊ œ ɘ", "E", 85, True),
        ("i ɪ ɨ ᵻ", "I", 85, True),  # noqa: RUF001 - IPA
        ("A", "E", 150, True),
        ("I W", "A", 160, True),
        ("Y Q", "O", 160, True),
        ("m", "M", 75, False),
        ("b p", "M", 80, False),
        ("f v ʋ ɱ", "F", 85, False),  # noqa: RUF001 - IPA
        ("w ʍ ɥ", "U", 60, False),
        ("l ɫ ɭ ʎ ɬ", "L", 60, False),
        ("n ɲ ŋ ɴ ɳ d t ɾ T ɖ ʈ", "L", 65, False),
        ("θ ð", "L", 75, False),
        ("s z ɕ ʑ ʦ ʣ", "I", 95, False),
        ("ʃ ʒ ʂ ʐ ʧ ʤ ɻ ɹ r ʨ ʥ ꭧ", "U", 90, False),
        ("j", "I", 60, False),
        ("k g ɡ c ɟ x h ɣ χ ʁ ʀ ʔ ħ ɦ q", "E", 65, False),  # noqa: RUF001 - IPA
    )
    return {symbol: (mouth, length, vowel) for symbols, mouth, length, vowel in rows for symbol in symbols.split()}


TABLE: Mapping[str, tuple[str, float, bool]] = _table()

PAUSES: Mapping[str, float] = dict.fromkeys(".!?…。！？", 300.0) | dict.fromkeys(",;:—–，；：、", 180.0)
"""Punctuation to the pause it makes, in milliseconds."""

STRESS = frozenset("ˈˌ'")


def sounds(ipa: str) -> tuple[Sound, ...]:
    """Read a line of phonemes; what nobody knows how to say is passed over."""
    found: list[Sound] = []
    stress = 1.0
    for symbol in unicodedata.normalize("NFD", ipa):
        if symbol in STRESS:
            stress = STRESSED if symbol != "ˌ" else (1 + STRESSED) / 2
        elif symbol in "ːˑ" and found and found[-1].vowel:
            found[-1] = _lengthened(found[-1])
        elif symbol in PAUSES and found and found[-1].mouth:
            found.append(Sound(mouth="", length=PAUSES[symbol]))
        elif symbol in TABLE:
            mouth, length, vowel = TABLE[symbol]
            found.append(
                Sound(mouth=mouth, length=length * (stress if vowel else 1), vowel=vowel, stressed=vowel and stress > 1)
            )
            stress = 1.0 if vowel else stress
    while found and not found[-1].mouth:
        found.pop()
    return tuple(found)


def _lengthened(sound: Sound) -> Sound:
    return Sound(mouth=sound.mouth, length=sound.length * LONG, vowel=True, stressed=sound.stressed)
