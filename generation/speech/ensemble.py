"""Who of a speech model's own speakers lends a voice to ours: a pure rule over a profile's list.

Casting knows the voices of `generation.voices` only. Each of them is spoken by one speaker of the model, always the
same, and two of them by two different ones as long as there are enough.
"""

from collections.abc import Sequence

from generation.catalog.profile import Speaker
from generation.notes import Note, note
from generation.voices import TABLE, Voice

_SEXES = {"female": "woman", "male": "man"}
"""Other words for what `Voice` calls a woman and a man."""


def chosen(voice: Voice, speakers: Sequence[Speaker]) -> Speaker:
    """Return the speaker who speaks a voice.

    Whoever speaks its language comes first, then its sex, then its age. Speakers of whom nothing is said (an empty
    language or sex) count as fitting where nobody is known to. Among those of one language and sex, voices whose age is
    there choose first, in the order of the table; then the others take who is left; then all begin again.

    Raises:
        ValueError: there are no speakers.
    """
    if not speakers:
        raise ValueError("a voice needs at least one speaker")
    fellows = [each for each in TABLE if (each.language, each.sex) == (voice.language, voice.sex)]
    return _given(fellows, _fitting(voice, speakers))[voice.name]


def notes(voice: Voice, speaker: Speaker) -> tuple[Note, ...]:
    """Say in what a speaker is not what the voice was cast for."""
    if not _speaks(speaker, voice.language):
        return (note("foreign-speaker", speaker=speaker.name),)
    if _sex(speaker) not in {voice.sex, ""} or speaker.age != voice.age:
        return (note("nearest-speaker", speaker=speaker.name),)
    return ()


def _fitting(voice: Voice, speakers: Sequence[Speaker]) -> Sequence[Speaker]:
    """Keep those of the right language and sex, as far as there are any."""
    spoken = [each for each in speakers if _speaks(each, voice.language)] or list(speakers)
    for sex in (voice.sex, ""):
        found = [each for each in spoken if _sex(each) == sex]
        if found:
            return found
    return spoken


def _given(voices: Sequence[Voice], speakers: Sequence[Speaker]) -> dict[str, Speaker]:
    """Give every voice a speaker; nobody speaks a second voice before everybody speaks one."""
    given: dict[str, Speaker] = {}
    while len(given) < len(voices):
        free = list(speakers)
        for is_strict in (True, False):
            for voice in voices:
                fitting = [each for each in free if each.age == voice.age or not is_strict]
                if voice.name not in given and fitting:
                    given[voice.name] = fitting[0]
                    free.remove(fitting[0])
    return given


def _speaks(speaker: Speaker, language: str) -> bool:
    return not speaker.language or speaker.language.lower().partition("-")[0] == language


def _sex(speaker: Speaker) -> str:
    return _SEXES.get(speaker.sex, speaker.sex)
