"""The staff writer turns the plan of an episode into its synopsis, with the cast that the series has.

Title and logline are the plan's; asked for are the four beats, each of which shows a sentence of the plan, or the
trouble dealt to the episode, and does not say it again. An end that leaves nothing open is the plan's. Nobody is
invented: ids, looks and designs are the bible's, so that a face is the same in every episode.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from agents.crew.asking import Desk, Written, ask
from agents.crew.bookwords import BOOK_KEYS
from agents.crew.cast import names
from agents.crew.checks import Flaw, alike, copied, remark, violations
from agents.crew.craft import is_open
from agents.crew.form import LIMITS
from agents.crew.language import trimmed
from agents.crew.prompts import load
from agents.crew.season import by_name, dealer, known
from agents.crew.seeds import seed
from agents.crew.strangers import strangers
from agents.crew.telling import Cards, Texts
from agents.crew.words import KEYS
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
        WritersBlock: nobody is in the bible.
        GenerationError: the model cannot be asked now.
    """
    if not brief.bible.cast:
        raise WritersBlock("episode", ("nobody is in the bible; name at least one character",))
    prompt = load("episode", language)
    answer = await ask(desk, *_cards(desk, brief, language).questions("episode", prompt, _data(desk, brief, language)))
    plan, beats = brief.plan, _ended(tuple(answer.value.texts.values()), brief.plan, language)
    synopsis = Synopsis(title=plan.title, logline=plan.logline, beats=beats, cast=_cast(brief, beats))
    notes = (*answer.notes, *answer.value.notes(plan.number))
    return Written(value=synopsis, answers=answer.digests, notes=notes, tries=(answer.tries,))


def _ended(beats: Beats, plan: Plan, language: Language) -> Beats:
    """Return beats whose end leaves something open: the plan's own, where theirs does not and that does."""
    end = plan.cliffhanger
    closed = not is_open(beats[-1], language) and is_open(end, language)
    return (*beats[:-1], end) if closed and not any(alike(end, beat, language) for beat in beats[:-1]) else beats


def _cast(brief: Brief, beats: Beats) -> tuple[Character, ...]:
    """Return who of the cast is in the beats; where too few are, those who stand first in the bible too."""
    everyone, story = brief.bible.characters, " ".join(beats)
    found = {each.id for each in everyone if names(story, each.name)}
    for each in everyone:
        if len(found) < FEWEST:
            found.add(each.id)
    return tuple(each for each in everyone if each.id in found)


def _told_by(desk: Desk, brief: Brief, language: Language) -> Texts:
    """Return by its key what each beat shows: the plan's sentences, and cards where the plan says nothing."""
    plan = brief.plan
    cards = dealer(brief.bible, 0, seed(desk.episode.id, 0), language).hand(plan.number)
    shown = (plan.logline, cards.trouble, plan.turn or cards.turn, plan.cliffhanger or cards.end)
    return dict(zip(KEYS[language].beats, shown, strict=True))


def _data(desk: Desk, brief: Brief, language: Language) -> dict[str, str]:
    """Return what the model is shown before it writes the beats."""
    told = _told_by(desk, brief, language)
    return {
        "cast": introduced(brief.bible.characters, language),
        "before": brief.told[-1].beats[-1] if brief.told else BOOK_KEYS[language].nobody,
        "plan": "\n".join(told.values()),
    }


def _cards(desk: Desk, brief: Brief, language: Language) -> Cards:
    """Return what the beats show, and how they are judged."""
    cards, most = _told_by(desk, brief, language), LIMITS[language].beat
    cast, said = [each.name for each in brief.bible.characters], load("episode", language).said
    before = [beat for synopsis in brief.told for beat in synopsis.beats]
    first = next(iter(cards))

    def flaws(key: str, text: str, taken: Texts) -> Iterator[str]:
        yield from violations(text, key, most, language)
        if copied(text, said, language):
            yield remark(Flaw.COPIED, key, language)
        if any(alike(text, each, language) for each in (*cards.values(), *taken.values(), *before)):
            yield remark(Flaw.REPEATED, key, language)
        people = strangers(text, cast, (brief.text, *known(brief.bible)), language)
        if people:
            yield remark(Flaw.NAMES, ", ".join(people), language)
        if key == first and not any(names(text, name) for name in cast):
            yield remark(Flaw.NAMES, ", ".join(cast), language)

    return Cards(
        cards=cards,
        read=lambda _, text: trimmed(by_name(text, cast, language), most, language),
        flaws=flaws,
    )
