"""The staff writer turns the plan of an episode into its synopsis, with the cast that the series has.

Title and logline are the plan's; asked for are the four beats. Nobody is invented: ids, looks and designs are the
bible's, so that a face is the same in every episode.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from agents.crew.asking import Desk, Question, Written, ask
from agents.crew.bookwords import BOOK_KEYS
from agents.crew.cast import names
from agents.crew.checks import Flaw, alike, copied, remark, repeated, survives, violations
from agents.crew.form import LIMITS
from agents.crew.language import trimmed
from agents.crew.prompts import load
from agents.crew.schemas import TEXT, document
from agents.crew.season import by_name, known
from agents.crew.strangers import strangers
from agents.crew.words import COLON, KEYS
from agents.crew.worldbuilder import FEWEST, introduced
from agents.errors import WritersBlock
from storage.domain.bible import Bible, Plan
from storage.domain.story import Character, Language, Synopsis

Beats = tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Brief:
    """What an episode is written from: its plan, the bible, and the synopses of the episodes before it."""

    plan: Plan
    bible: Bible
    told: tuple[Synopsis, ...] = ()

    @property
    def text(self) -> str:
        """Everything the plan says."""
        return f"{self.plan.logline} {self.plan.turn} {self.plan.cliffhanger}"


async def episode(desk: Desk, brief: Brief, language: Language) -> Written[Synopsis]:
    """Write the synopsis of a planned episode.

    Raises:
        WritersBlock: nobody is in the bible, or no answer told this plan in this language.
        GenerationError: the model cannot be asked now.
    """
    if not brief.bible.cast:
        raise WritersBlock("episode", ("nobody is in the bible; name at least one character",))
    answer = await ask(desk, _beats(brief, language), _beats(brief, language, modest=True))
    plan = brief.plan
    synopsis = Synopsis(title=plan.title, logline=plan.logline, beats=answer.value, cast=_cast(brief, answer.value))
    return Written(value=synopsis, answers=answer.digests, notes=answer.notes, tries=(answer.tries,))


def _cast(brief: Brief, beats: Beats) -> tuple[Character, ...]:
    """Return who of the cast is in the beats; where too few are, those who stand first in the bible too."""
    everyone, story = brief.bible.characters, " ".join(beats)
    found = {each.id for each in everyone if names(story, each.name)}
    for each in everyone:
        if len(found) < FEWEST:
            found.add(each.id)
    return tuple(each for each in everyone if each.id in found)


def _beats(brief: Brief, language: Language, *, modest: bool = False) -> Question[Beats]:
    """Return the question for the beats; a `modest` one takes strangers and what was told before for granted."""
    keys, most = KEYS[language].beats, LIMITS[language].beat
    cast = [each.name for each in brief.bible.characters]

    def read(answer: Any) -> Beats:  # noqa: ANN401 - JSON that fits the schema
        texts = (answer[key] for key in keys)
        return tuple(trimmed(by_name(text, cast, language), most, language) for text in texts)

    return Question(
        name="episode",
        prompt=load("episode", language),
        data={
            "cast": introduced(brief.bible.characters, language),
            "before": brief.told[-1].beats[-1] if brief.told else BOOK_KEYS[language].nobody,
            "plan": _shown(brief.plan, language),
        },
        schema=document(dict.fromkeys(keys, TEXT)),
        read=read,
        check=lambda beats: tuple(_wrong(beats, brief, language, modest=modest)),
        max_tokens=300,
        temperature=0.3,
    )


def _shown(plan: Plan, language: Language) -> str:
    """Return a plan as the model is shown it."""
    keys, colon = BOOK_KEYS[language], COLON[language]
    named = {keys.turn: plan.turn, keys.cliffhanger: plan.cliffhanger}
    return "\n".join((plan.logline, *(f"{key}{colon}{text}" for key, text in named.items() if text)))


def _wrong(beats: Beats, brief: Brief, language: Language, *, modest: bool) -> Iterator[str]:
    keys, said = KEYS[language].beats, load("episode", language).said
    texts = dict(zip(keys, beats, strict=True))
    for name, text in texts.items():
        yield from violations(text, name, LIMITS[language].beat, language)
        if copied(text, said, language):
            yield remark(Flaw.COPIED, name, language)
    yield from (remark(Flaw.REPEATED, name, language) for name in repeated(texts, language))
    if not survives(brief.text, " ".join(beats), language):
        yield remark(Flaw.LOST, brief.plan.logline, language)
    if modest:
        return
    before = [beat for synopsis in brief.told for beat in synopsis.beats]
    for name, text in texts.items():
        if any(alike(text, each, language) for each in before):
            yield remark(Flaw.REPEATED, name, language)
    yield from _miscast(beats, brief, language)


def _miscast(beats: Beats, brief: Brief, language: Language) -> Iterator[str]:
    """Yield whom the beats bring in who is not of this series; the whole cast where nobody of it is there."""
    story, cast = " ".join(beats), [each.name for each in brief.bible.characters]
    found = strangers(story, cast, (brief.text, *known(brief.bible)), language)
    if not any(names(story, name) for name in cast):
        found = tuple(cast)
    if found:
        yield remark(Flaw.NAMES, ", ".join(found), language)
