"""Entries changed in a person's own words: a new version of the bible or the season that says them, and all else as is.

Nothing is asked of a model here. What a rule reads from the words (a name before a colon, whom a fact is about, the
number of an episode) only sorts them; the words stay.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from agents.crew import costume, verbatim
from agents.crew.cast import names, slug
from agents.crew.sets import place_told
from storage.domain.bible import Bible, Fact, FactKind, Figure, Keepsake, Location, Rating, Season
from storage.domain.entries import AIR, ARC, FIGURE, LONGEST, RATING, Shelf, of_bible, of_plan
from storage.domain.errors import InvalidValue, Outdated
from storage.domain.story import Age, Character, Language, Place, Sex, Synopsis

E = TypeVar("E", bound=StrEnum)

_NAMED = re.compile(r"\s*([^:：\n]{1,40})[:：]\s*(.*)", re.DOTALL)
_SINCE = re.compile(r"\s*(\d{1,3})\s*[:：]\s*(.*)", re.DOTALL)
"""The number of an episode before a colon: after it the fact is true."""

_LISTS: Mapping[Shelf, str] = {Shelf.CAST: "cast", Shelf.PLACE: "places", Shelf.PROP: "props", Shelf.FACT: "facts"}
"""The fields of a bible that hold its lists."""


def in_bible(bible: Bible, entry: str, text: str, language: Language) -> Bible:
    """Return a bible of which an entry says a text; without a text the entry is taken out, or left empty.

    Raises:
        Outdated: there is no such entry any more.
        InvalidValue: the text is too long, or cannot be what the entry is.
    """
    _demand_short(text)
    if entry in AIR:
        prose: dict[str, Any] = {entry: text}  # dataclasses.replace takes it by name
        return replace(bible, **prose)
    if entry == RATING:
        return replace(bible, rating=_one_of(Rating, text))
    shelf, _, rest = entry.partition(".")
    if shelf not in set(Shelf):
        raise Outdated("superseded")
    which, _, part = rest.partition(".")
    if not which:
        return _added(bible, Shelf(shelf), text, language)
    if not text and part in {"", "name"}:
        return _without(bible, Shelf(shelf), which)
    return _changed(bible, Shelf(shelf), which, part, text, language)


def in_season(season: Season, entry: str, text: str) -> Season:
    """Return a season of which an entry says a text.

    Raises:
        Outdated: there is no such entry any more.
        InvalidValue: the text is too long, or there is none where there must be one.
    """
    _demand_short(text)
    number, part = of_plan(entry)
    if not text and (entry == ARC or part in {"title", "logline"}):
        raise InvalidValue("empty")
    if entry == ARC:
        return replace(season, arc=text)
    if season.plan(number) is None:
        raise Outdated("superseded")
    said: dict[str, Any] = {part: text}  # dataclasses.replace takes it by name
    plans = (replace(each, **said) if each.number == number else each for each in season.episodes)
    return replace(season, episodes=tuple(plans))


def _demand_short(text: str) -> None:
    if len(text) > LONGEST:
        raise InvalidValue("entry-too-long")


def _one_of(kind: type[E], text: str) -> E:
    try:
        return kind(text)
    except ValueError:
        raise InvalidValue("no-choice") from None


def _added(bible: Bible, shelf: Shelf, text: str, language: Language) -> Bible:
    """Put one more into a list."""
    if not text:
        raise InvalidValue("empty")
    made: Mapping[Shelf, Callable[[], Figure | Location | Keepsake | Fact]] = {
        Shelf.CAST: lambda: _figure(bible, text, language),
        Shelf.PLACE: lambda: _location(bible, text),
        Shelf.PROP: lambda: _keepsake(bible, text),
        Shelf.FACT: lambda: _fact(bible, text),
    }
    return _with(bible, shelf, (*getattr(bible, _LISTS[shelf]), made[shelf]()))


def _with(bible: Bible, shelf: Shelf, items: Sequence[object]) -> Bible:
    fields: dict[str, Any] = {_LISTS[shelf]: tuple(items)}  # dataclasses.replace takes them by name
    return replace(bible, **fields)


def _without(bible: Bible, shelf: Shelf, which: str) -> Bible:
    """Take somebody or something out, and their names out of what is left."""
    items = getattr(bible, _LISTS[shelf])
    kept = [each for each in items if _id(each) != which]
    if len(kept) == len(items):
        raise Outdated("superseded")
    facts = tuple(replace(each, about=tuple(who for who in each.about if who != which)) for each in bible.facts)
    props = tuple(replace(each, owner="" if each.owner == which else each.owner) for each in bible.props)
    free = replace(bible, facts=facts, props=props)
    return _with(free, shelf, [each for each in getattr(free, _LISTS[shelf]) if _id(each) != which])


def _changed(bible: Bible, shelf: Shelf, which: str, part: str, text: str, language: Language) -> Bible:
    items = getattr(bible, _LISTS[shelf])
    if which not in map(_id, items):
        raise Outdated("superseded")
    return _with(bible, shelf, [_saying(each, part, text, language) if _id(each) == which else each for each in items])


def _id(item: Figure | Location | Keepsake | Fact) -> str:
    return item.character.id if isinstance(item, Figure) else item.id


def _saying(
    item: Figure | Location | Keepsake | Fact, part: str, text: str, language: Language
) -> Figure | Location | Keepsake | Fact:
    match item:
        case Figure():
            return _figure_saying(item, part, text, language)
        case Location():
            name, look = _split(text, item.name)
            return replace(item, name=name, look=look, place=place_told(name) or place_told(look) or item.place)
        case Keepsake():
            name, look = _split(text, item.name)
            return replace(item, name=name, look=look)
        case Fact():
            return replace(item, text=text)


def _figure_saying(figure: Figure, part: str, text: str, language: Language) -> Figure:
    """Change what is told of somebody; a new look is drawn anew, by what it says."""
    match part:
        case "speech":
            return replace(figure, speech=text)
        case "want":
            return replace(figure, want=text)
        case "name":
            return replace(figure, character=replace(figure.character, name=text))
        case "look" if text:
            return replace(figure, character=dressed(replace(figure.character, look=text), language))
        case "sex":
            return replace(figure, character=dressed(replace(figure.character, sex=_one_of(Sex, text)), language))
        case "age":
            return replace(figure, character=dressed(replace(figure.character, age=_one_of(Age, text)), language))
        case _:
            raise InvalidValue("empty") if part in FIGURE else Outdated("superseded")


def dressed(character: Character, language: Language) -> Character:
    """Return somebody with the design that their look tells by rule; what it leaves open belongs to their id."""
    bare = replace(character, design=None, sheet=None)
    story = Synopsis(title=bare.name, logline=bare.look, beats=(bare.look,), cast=(bare,))
    return costume.by_rule(story, language).cast[0]


def _split(text: str, name: str = "") -> tuple[str, str]:
    """Return the name and the look in a text; one without a colon is the look of what has a name, else the name."""
    found = _NAMED.fullmatch(text)
    if found:
        return found[1].strip(), found[2].strip()
    return (name, text) if name else (text, "")


def _figure(bible: Bible, text: str, language: Language) -> Figure:
    name, look = _split(text)
    plain = slug(name)
    role = plain if plain and plain not in _ids(bible) else _free("c", bible)
    character = verbatim.character(role, name, (f"{name}, {look}",) if look else (), language)
    return Figure(character=dressed(replace(character, look=look or character.look), language))


def _location(bible: Bible, text: str) -> Location:
    name, look = _split(text)
    place = place_told(name) or place_told(look) or Place.ROOM
    return Location(id=_free("p", bible), name=name, look=look, place=place)


def _keepsake(bible: Bible, text: str) -> Keepsake:
    name, look = _split(text)
    owner = next((each.id for each in bible.characters if names(text, each.name)), "")
    return Keepsake(id=_free("k", bible), name=name, look=look, owner=owner)


def _fact(bible: Bible, text: str) -> Fact:
    since = _SINCE.fullmatch(text)
    words = since[2].strip() if since else text
    about = tuple(each.id for each in bible.characters if names(words, each.name))
    number = int(since[1]) if since else 0
    return Fact(id=_free("event-", bible), kind=FactKind.EVENT, text=words, about=about, since=number)


def _ids(bible: Bible) -> set[str]:
    return {*bible.named, *(place.id for place in bible.places), *(fact.id for fact in bible.facts)}


def _free(letter: str, bible: Bible) -> str:
    """Return an id that nothing in a bible has."""
    taken = _ids(bible)
    return next(name for number in range(1, len(taken) + 2) if (name := f"{letter}{number}") not in taken)


def fits(bible: Bible, entry: str) -> bool:
    """Return whether a bible has an entry, or a list that one could be put into."""
    return entry in set(Shelf) or entry in of_bible(bible)
