"""What the recogniser wrote, as a person reads it: one script, one kind of punctuation, no echo of what it was told."""

import re
from collections.abc import Mapping

LANGUAGES = ("fr", "en", "zh")
"""The languages of the studio; nothing else is looked for in a recording."""

PROMPTS: Mapping[str, str] = {"zh": "以下是普通话的句子。"}
"""What the recogniser is told to have written before: it goes on in the same script and punctuation."""

SURE = 0.8
"""Probability from which on a recording is believed to be in another language than its speaker usually speaks."""

_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_HAN = r"[\u3400-\u9fff]"


def spoken_language(probabilities: Mapping[str, float], hint: str) -> str:
    """Return the language of a recording: the hinted one, unless it is clearly another of `LANGUAGES`."""
    ours = {language: probabilities.get(language, 0.0) for language in LANGUAGES}
    likely = max(LANGUAGES, key=lambda language: ours[language])
    whole = sum(ours.values())
    if hint in LANGUAGES and (not whole or ours[likely] < SURE * whole):
        return hint
    return likely


def written(text: str, language: str) -> str:
    """Return what was heard without the echo of a prompt; Chinese in simplified characters and full-width signs."""
    if language != "zh":
        return " ".join(text.split())
    import zhconv  # noqa: PLC0415

    simple = zhconv.convert(text, "zh-cn").replace(PROMPTS["zh"], "")
    wide = re.sub(rf"(?<={_HAN})[,;:?!()]+\s*", lambda found: found[0].strip().translate(_WIDE), simple)
    return re.sub(rf"(?<={_HAN})\s+(?={_HAN})", "，", " ".join(wide.split()))
