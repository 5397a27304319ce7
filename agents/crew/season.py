"""The season: an arc in one sentence, then what each episode is to tell, one after the other.

The arc is what hero and rival want; it is asked for where the bible does not say. Each plan tells the cards of its
episode, so that no two are alike: a small model that is shown arc and earlier plans tells these again. A restart goes
through the answers of before at no cost.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from agents.crew.asking import Answer, Desk, Question, Written, ask
from agents.crew.bookwords import BOOK_KEYS, WANTS
from agents.crew.cards import Dealer, Hand
from agents.crew.cast import names
from agents.crew.checks import Flaw, alike, copied, remark, tidy, violations
from agents.crew.form import IDEA, LIMITS
from agents.crew.language import keywords, language_of, length, trimmed
from agents.crew.plots import cast_in
from agents.crew.prompts import load
from agents.crew.schemas import TEXT, document
from agents.crew.seeds import seed
from agents.crew.speech import unlabelled
from agents.crew.strangers import strangers
from agents.crew.telling import Cards, Texts
from agents.crew.words import COLON, KEYS
from agents.crew.worldbuilder import THING, introduced
from agents.errors import WritersBlock
from storage.domain.bible import Bible, Plan, Season
from storage.domain.ids import Digest
from storage.domain.story import Language
from storage.domain.takes import Note

_RECALLED = 4
"""An idea is recalled by so many of its words (Chinese: characters) at most, however long it is."""

_SAME = 2 / 3
"""A card is told by a text that has this share of its words."""

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

    def hand(self, number: int) -> Hand:
        """Return the cards of an episode."""
        most = LIMITS[self.language].logline
        start = trimmed(self.idea, most, self.language)
        idea = start if length(start, self.language) <= most else ""
        return dealer(self.bible, self.count, self.deal, self.language, idea).hand(number)

    @property
    def cast(self) -> tuple[str, ...]:
        """The names of the cast."""
        return tuple(character.name for character in self.bible.characters)

    @property
    def known(self) -> tuple[str, ...]:
        """Texts whose names are no strangers."""
        return (self.idea, self.arc, *known(self.bible))


def dealer(bible: Bible, count: int, cut: int, language: Language, idea: str = "") -> Dealer:
    """Return who deals to a season of `count` episodes with this bible."""
    return Dealer(
        count=count,
        cut=cut,
        cast=[each.name for each in bible.characters],
        places=[place.name for place in bible.places],
        language=language,
        thing=next((prop.name for prop in bible.props if prop.id == THING), ""),
        idea=idea,
    )


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
        WritersBlock: nobody is in the bible, or no answer was an arc.
        GenerationError: the model cannot be asked now.
    """
    if not bible.cast:
        raise WritersBlock("season", ("nobody is in the bible; name at least one character",))
    arc, used = (before.arc, None) if before and before.arc else await _written_arc(desk, idea, bible, language)
    story = Story(idea=idea, bible=bible, arc=arc, count=count, deal=seed(desk.episode.id, 0), language=language)
    plans: Plans = before.episodes if before else ()
    answers: list[Digest] = [*used.digests] if used else []
    notes: list[Note] = [*used.notes] if used else []
    tries = [used.tries] if used else []
    while len(plans) < count:
        number = len(plans) + 1
        answer = await ask(
            desk, *_cards(story, plans).questions(f"plan-{number}", load("plans", language), _data(story, number))
        )
        plans += (_plan(number, answer.value.texts, language),)
        answers += answer.digests
        notes += (*answer.notes, *answer.value.notes(number))
        tries.append(answer.tries)
        listen(len(plans))
    return Written(
        value=Season(arc=arc, episodes=plans),
        answers=tuple(answers),
        notes=tuple(dict.fromkeys(notes)),
        tries=tuple(tries),
    )


async def _written_arc(desk: Desk, idea: str, bible: Bible, language: Language) -> tuple[str, Answer[str] | None]:
    """Return the arc as the bible's wants tell it, or else as the model does."""
    if len(bible.cast) > 1 and all(figure.want for figure in bible.cast[:2]):
        hero, rival = bible.cast[:2]
        wants = (hero.want.rstrip(".。"), rival.want.rstrip(".。"))
        return WANTS[language].format(hero.character.name, wants[0], rival.character.name, wants[1]), None
    answer = await ask(desk, _arc(idea, bible, language), _arc(idea, bible, language, modest=True))
    return answer.value, answer


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


def _data(story: Story, number: int) -> dict[str, str]:
    """Return what the model is shown before it plans the next episode."""
    language, cards = story.language, story.hand(number)
    colon, keys = COLON[language], _keys(number, language)
    sentences = zip(keys, (cards.start, cards.turn, cards.end), strict=False)
    return {
        "idea": story.idea[:IDEA],
        "cast": introduced(story.bible.characters, language),
        "place": cards.place,
        "cards": "\n".join(f"{key}{colon}{card}" for key, card in sentences),
    }


def _keys(number: int, language: Language) -> tuple[str, str, str, str]:
    words, book = KEYS[language], BOOK_KEYS[language]
    logline, turn, cliffhanger, title = (words.logline, book.turn, book.cliffhanger, words.title)
    return f"{number} {logline}", f"{number} {turn}", f"{number} {cliffhanger}", f"{number} {title}"


def _plan(number: int, texts: Texts, language: Language) -> Plan:
    logline, turn, cliffhanger, title = (texts[key] for key in _keys(number, language))
    return Plan(number=number, title=title, logline=logline, turn=turn, cliffhanger=cliffhanger)


def _cards(story: Story, told: Plans) -> Cards:
    """Return the cards of the next episode, and how what tells them is judged; a title has its place for a card."""
    language, limits, number = story.language, LIMITS[story.language], len(told) + 1
    cards, keys = story.hand(number), _keys(number, story.language)
    *_, title = keys
    most = dict(zip(keys, (limits.logline, limits.beat, limits.beat, limits.title), strict=True))
    called = cards.place if cards.place not in {each.title for each in told} else ""
    said = load("plans", language).said
    before = [text for each in told for text in (each.logline, each.turn, each.cliffhanger)]

    def read(key: str, text: str) -> str:
        text = trimmed(by_name(unlabelled(text, story.cast), story.cast, language), most[key], language)
        return tidy(text).rstrip(".。") if key == title else text

    def flaws(key: str, text: str, taken: Texts) -> Iterator[str]:
        yield from violations(text, key, most[key], language)
        if copied(text, said, language) or text in said:
            yield remark(Flaw.COPIED, key, language)
        if key == title:
            if any(alike(each.title, text, language) for each in told) or text in taken.values():
                yield remark(Flaw.REPEATED, key, language)
        elif any(alike(text, each, language) for each in (*taken.values(), *before)) or tells_another(key, text):
            yield remark(Flaw.REPEATED, key, language)
        people = () if key == title else strangers(text, story.cast, story.known, language)
        if people:
            yield remark(Flaw.NAMES, ", ".join(people), language)

    def tells_another(key: str, text: str) -> bool:
        """Return whether a text has two thirds of the matter of another card."""
        people = keywords(" ".join(story.cast), language)
        matter = {each: keywords(card, language) - people for each, card in told_by.items() if each != title}
        ours = keywords(text, language)
        return any(
            theirs and len(ours & theirs) >= _SAME * len(theirs) for each, theirs in matter.items() if each != key
        )

    sentences = (cards.start, cards.turn, cards.end, called or f"{story.cast[0]} {number}")
    told_by = dict(zip(keys, sentences, strict=True))
    return Cards(cards=told_by, read=read, flaws=flaws)
