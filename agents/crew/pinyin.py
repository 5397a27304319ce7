"""Chinese names in Latin letters, as a passport writes them: the family name, then the given name in one word."""

import re

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_PET = frozenset("小阿老大")
"""What stands before a name that has no family name in it."""


def is_chinese(name: str) -> bool:
    """Return whether a name is written in Chinese characters."""
    return bool(_HAN.search(name))


def latin(name: str) -> str:
    """Return a name in Latin letters without tones: `林晚` is `Lin Wan`, `小满` is `Xiaoman`."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - its dictionary takes a moment to read, and few names need it

    syllables = lazy_pinyin(name)
    first, rest = syllables[0].capitalize(), "".join(syllables[1:])
    if not rest:
        return first
    return f"{first}{rest}" if name[0] in _PET else f"{first} {rest.capitalize()}"
