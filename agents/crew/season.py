"""The season: an arc in one sentence, then what each episode is to tell, a few at a time.

Of the plans of an answer those are kept that are good from its start; the next question begins where they end. So a
poor plan costs itself and not its neighbours, and a restart goes through the answers of before at no cost.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from agents.crew.asking import Answer, Desk, Question, Written, ask
from agents.crew.bookwords import BOOK_KEYS
from agents.crew.cards import dealt
from agents.crew.cast import names
from agents.crew.checks import Flaw, alike, copied, remark, repeated, tidy, violations
from agents.crew.form import IDEA, LIMITS
from agents.crew.language import keywords, language_of, length, trimmed
from agents.crew.plots import cast_in
from agents.crew.prompts import Prompt, load
from agents.crew.schemas import TEXT, document
from agents.crew.seeds import seed
from agents.crew.strangers import strangers
from agents.crew.words import COLON, KEYS
from agents.crew.worldbuilder import introduced
from storage.domain.bible import Bible, Plan, Season
from storage.domain.story import Language

BATCH = 3
"""How many plans are asked for at once: a small model is at its best with the first ones."""

REMEMBERED = 4
"""How many of the last plans the model is shown."""

_RECALLED = 4
"""An idea is recalled by so many of its words (Chinese: characters) at most, however long it is."""

Plans = tuple[Plan, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """What every plan is held to: idea, bible, arc, how many episodes there will be, and how the decks are cut."""

    idea: str
    bible: Bible
    arc: str
    count: int
    deal: int
    language: Language

    def cards(self, number: int) -> str:
        """Return the cards of an episode."""
        places = [place.name for place in self.bible.places]
        return dealt(number, self.count, self.deal, self.cast, places, self.language)

    @property
    def cast(self) -> tuple[str, ...]:
        """The names of the cast."""
        return tuple(character.name for character in self.bible.characters)

    @property
    def known(self) -> tuple[str, ...]:
        """Texts whose names are no strangers."""
        return (self.idea, self.arc, *known(self.bible))


def known(bible: Bible) -> tuple[str, ...]:
    """Return the texts of a bible that name what is no stranger to an episode."""
    places = (text for place in bible.places for text in (place.name, place.look))
    return (bible.world, *places, *(prop.name for prop in bible.props))


def by_name(text: str, cast: Sequence[str], language: Language) -> str:
    """Return a text with the names of hero and rival, the first two of the cast, where it calls them by their part."""
    return cast_in(text, cast[0], cast[1], language) if len(cast) > 1 else text


async def plan(  # noqa: PLR0913 - what every plan is held to, each by its name
    desk: Desk,
    idea: str,
    bible: Bible,
    count: int,
    language: Language,
    before: Season | None = None,
    *,
    listen: Callable[[int], None] = lambda _: None,
) -> Written[Season]:
    """Plan a season of `count` episodes, or go on with the one planned `before`, of which every plan stays as it is.

    One of before that has no arc yet is given one. `listen` is told how many plans there are, as they come.

    Raises:
        WritersBlock: no answer was an arc, or a plan that tells something new of this cast in this language.
        GenerationError: the model cannot be asked now.
    """
    used: list[Answer[Any]] = []
    arc = before.arc if before else ""
    if not arc:
        used.append(await ask(desk, _arc(idea, bible, language), _arc(idea, bible, language, modest=True)))
        arc = used[0].value
    deal = seed(desk.episode.id, 0)
    story = Story(idea=idea, bible=bible, arc=arc, count=count, deal=deal, language=language)
    plans: Plans = before.episodes if before else ()
    while len(plans) < count:
        answer = await ask(desk, _plans(story, plans), _plans(story, plans, modest=True))
        plans += answer.value
        used.append(answer)
        listen(len(plans))
    return Written(
        value=Season(arc=arc, episodes=plans),
        answers=tuple(digest for answer in used for digest in answer.digests),
        notes=tuple(dict.fromkeys(note for answer in used for note in answer.notes)),
        tries=tuple(answer.tries for answer in used),
    )


def _arc(idea: str, bible: Bible, language: Language, *, modest: bool = False) -> Question[str]:
    """Return the question for the arc; a `modest` one takes it for granted that it is about the idea."""
    prompt, key, most = load("arc", language), BOOK_KEYS[language].arc, LIMITS[language].logline
    cast = [character.name for character in bible.characters]
    shown = " ".join((bible.world, *(character.look for character in bible.characters)))

    def check(arc: str) -> tuple[str, ...]:
        found = list(violations(arc, key, most, language))
        if copied(arc, prompt.said, language):
            found.append(remark(Flaw.COPIED, key, language))
        if not any(names(arc, name) for name in cast):
            found.append(remark(Flaw.NAMES, ", ".join(cast), language))
        if not modest and not _recalls(f"{arc} {shown}", idea, language):
            found.append(remark(Flaw.LOST, idea[:IDEA], language))
        return tuple(found)

    return Question(
        name="arc",
        prompt=prompt,
        data={"idea": idea[:IDEA], "cast": introduced(bible.characters, language)},
        schema=document({key: TEXT}),
        read=lambda answer: trimmed(answer[key], most, language),
        check=check,
        max_tokens=140,
        temperature=0.4,
    )


def _recalls(text: str, idea: str, language: Language) -> bool:
    """Return whether a text has a third of an idea's matter: an arc is further from it than a synopsis is.

    An idea in another language than the text cannot be told by its words and passes.
    """
    wanted = keywords(idea[:IDEA], language) if language_of(idea) in {language, None} else frozenset()
    return len(wanted & keywords(text, language)) >= min(-(-len(wanted) // 3), _RECALLED)


def _plans(story: Story, told: Plans, *, modest: bool = False) -> Question[Plans]:
    """Return the question for the next plans. Its value are those that are good from the first on, or the first alone
    where that is not; a `modest` one takes strangers and what was told before for granted.
    """
    language, first = story.language, len(told) + 1
    numbers = range(first, min(first + BATCH, story.count + 1))
    prompt, keys = load("plans", language), _keys(language)

    def read(answer: Any) -> Plans:  # noqa: ANN401 - JSON that fits the schema
        found: Plans = ()
        for number in numbers:
            each = _read(number, answer, story, modest=modest)
            if found and wrong(each, (*told, *found), story, prompt, modest=modest):
                break
            found += (each,)
        return found

    return Question(
        name=f"plans-{first}",
        prompt=prompt,
        data={
            "arc": " ".join((story.idea[:IDEA], story.arc)),
            "cast": introduced(story.bible.characters, language),
            "told": _told(told[-REMEMBERED:], language) or BOOK_KEYS[language].nobody,
            "cards": "\n".join(map(story.cards, numbers)),
        },
        schema=document({f"{number} {key}": TEXT for number in numbers for key in keys}),
        read=read,
        check=lambda found: wrong(found[0], told, story, prompt, modest=modest),
        max_tokens=500,
        temperature=0.4,
    )


def _keys(language: Language) -> tuple[str, str, str, str]:
    words, book = KEYS[language], BOOK_KEYS[language]
    return words.logline, book.turn, book.cliffhanger, words.title


def _told(plans: Plans, language: Language) -> str:
    return "\n".join(f"{each.number}. {each.title}{COLON[language]}{each.logline}" for each in plans)


def _read(number: int, answer: Any, story: Story, *, modest: bool) -> Plan:  # noqa: ANN401 - JSON that fits the schema
    """Read a plan; a `modest` one is called by its hero where its title is a sentence."""
    language, limits = story.language, LIMITS[story.language]
    logline, turn, cliffhanger, title = (f"{number} {key}" for key in _keys(language))

    def text(key: str, most: int) -> str:
        return trimmed(by_name(answer[key], story.cast, language), most, language)

    called = tidy(text(title, limits.title)).rstrip(".。")
    if modest and length(called, language) > limits.title:
        called = f"{story.cast[0]} {number}"
    return Plan(
        number=number,
        title=called,
        logline=text(logline, limits.logline),
        turn=text(turn, limits.beat),
        cliffhanger=text(cliffhanger, limits.beat),
    )


def wrong(plan: Plan, told: Plans, story: Story, prompt: Prompt, *, modest: bool = False) -> tuple[str, ...]:
    """Return what is wrong with a plan after those that were `told`, as the model is told it."""
    return tuple(_wrong(plan, told, story, prompt, modest=modest))


def _wrong(plan: Plan, told: Plans, story: Story, prompt: Prompt, *, modest: bool) -> Iterator[str]:
    language, limits = story.language, LIMITS[story.language]
    logline, turn, cliffhanger, title = _keys(language)
    texts = {logline: plan.logline, turn: plan.turn, cliffhanger: plan.cliffhanger}
    bounds = {title: limits.title, logline: limits.logline}
    for name, text in {**texts, title: plan.title}.items():
        yield from violations(text, name, bounds.get(name, limits.beat), language)
    yield from (
        remark(Flaw.COPIED, name, language) for name, text in texts.items() if copied(text, prompt.said, language)
    )
    yield from (remark(Flaw.REPEATED, name, language) for name in repeated(texts, language))
    if modest:
        return
    cards = story.cards(plan.number)
    yield from (remark(Flaw.COPIED, name, language) for name, text in texts.items() if copied(text, [cards], language))
    yield from _old(plan, told, story)
    people = _people(texts.values(), story)
    if people:
        yield remark(Flaw.NAMES, ", ".join(people), language)


def _old(plan: Plan, told: Plans, story: Story) -> Iterator[str]:
    """Yield what an episode before has told already."""
    language = story.language
    logline, turn, cliffhanger, title = _keys(language)
    if any(each.title.casefold() == plan.title.casefold() for each in told):
        yield remark(Flaw.REPEATED, title, language)
    before = [text for each in told for text in (each.logline, each.turn, each.cliffhanger)]
    for name, text in ((logline, plan.logline), (turn, plan.turn), (cliffhanger, plan.cliffhanger)):
        if any(alike(text, each, language) for each in before):
            yield remark(Flaw.REPEATED, name, language)


def _people(texts: Iterable[str], story: Story) -> tuple[str, ...]:
    """Return whom texts name that is not in the cast; the whole cast where they name nobody of it."""
    whole = " ".join(texts)
    if not any(names(whole, name) for name in story.cast):
        return story.cast
    return strangers(whole, story.cast, story.known, story.language)
