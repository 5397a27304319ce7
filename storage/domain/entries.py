"""Entries: what of a bible or a season can be read and changed by itself, each by its name.

    world style tone rating
    cast.ID.name cast.ID.look cast.ID.speech cast.ID.want cast.ID.sex cast.ID.age · place.ID · prop.ID · fact.ID
    arc · 3.title 3.logline 3.turn 3.cliffhanger

Who changed an entry last, and when, is found by its name in one version after another.
"""

from collections.abc import Mapping
from enum import StrEnum

from storage.domain.bible import Bible, Plan, Season

LONGEST = 600
"""Characters of an entry: whoever tells more tells it in several."""


class Shelf(StrEnum):
    """The lists of a bible; the name of one alone stands for an entry that is still to be made."""

    CAST = "cast"
    PLACE = "place"
    PROP = "prop"
    FACT = "fact"


AIR = ("world", "style", "tone")
"""The entries of a bible that are prose."""

RATING = "rating"

FIGURE = ("name", "look", "speech", "want")
"""What of somebody in the cast can be told in words."""

CHOICES = ("sex", "age")
"""What of somebody is chosen rather than told; voice and figure follow from it."""

ARC = "arc"

PLAN = ("title", "logline", "turn", "cliffhanger")


def of_bible(bible: Bible) -> Mapping[str, str]:
    """Return what a bible says, by entry, in the order in which it is read; what it leaves open is there and empty."""
    found = {name: str(getattr(bible, name)) for name in (*AIR, RATING)}
    for figure in bible.cast:
        who = figure.character
        parts = (who.name, who.look, figure.speech, figure.want, who.sex.value, who.age.value)
        said = dict(zip((*FIGURE, *CHOICES), parts, strict=True))
        found |= {named(Shelf.CAST, who.id, name): text for name, text in said.items()}
    for shelf, things in ((Shelf.PLACE, bible.places), (Shelf.PROP, bible.props)):
        found |= {named(shelf, thing.id): told(thing.name, thing.look) for thing in things}
    return found | {named(Shelf.FACT, fact.id): fact.text for fact in bible.facts}


def of_season(season: Season) -> Mapping[str, str]:
    """Return what a season says, by entry, in order."""
    plans = {f"{plan.number}.{name}": str(getattr(plan, name)) for plan in season.episodes for name in PLAN}
    return {ARC: season.arc} | plans


def of_plan(entry: str) -> tuple[int, str]:
    """Return the number of the plan that an entry is of, and which part of it; 0 for the arc and what is none."""
    number, _, part = entry.partition(".")
    return (int(number), part) if number.isdecimal() and part in PLAN else (0, "")


def named(shelf: Shelf, which: str, part: str = "") -> str:
    """Return the name of an entry of a list."""
    return ".".join(filter(None, (shelf, which, part)))


def told(name: str, look: str) -> str:
    """Return a place or a thing in words: its name, then what it looks like."""
    return f"{name}: {look}" if look else name


def in_short(plan: Plan) -> str:
    """Return everything that a plan tells beside its title."""
    return " ".join(filter(None, (plan.logline, plan.turn, plan.cliffhanger)))
