"""The tools of the writers' room for the book of a series: rows like those of `agents.tools`.

An entry that stands in what the person just said, word for word, is theirs and is taken down; any other words are an
offer. To plan a season takes minutes, and to begin an episode is a step of the team: both are only prepared.
"""

from agents.commands.book import ChangeEntry
from agents.crew.prompts import quoted
from agents.crew.schemas import TEXT, Schema, choice
from agents.tools import NUMBER, Arguments, Effect, Seat, Tool
from storage.domain.bible import LONGEST_SEASON
from storage.domain.entries import AIR, FIGURE, PLAN, Shelf, named
from storage.domain.errors import Refused
from storage.domain.papers import Does, Offer, Subject
from storage.domain.takes import Medium, Work
from storage.pages import Pages, pages
from storage.views import Views

COUNT: Schema = {"type": "integer", "minimum": 1, "maximum": LONGEST_SEASON}


async def plan_season(_: Seat, arguments: Arguments) -> Effect:
    """Prepare the planning of a season: it takes minutes."""
    count = int(arguments["count"])
    if not 0 < count <= LONGEST_SEASON:
        raise Refused("season-too-long")
    offer = Offer(does=Does.PLAN, number=count)
    return Effect(key="room-plan-offered", values={"count": count}, told="prepared as a button", offers=(offer,))


async def begin_planned(seat: Seat, _: Arguments) -> Effect:
    """Prepare the beginning of the next planned episode."""
    shown = await _pages(seat)
    if not shown.is_planned:
        raise Refused("no-plan")
    offer = Offer(does=Does.OPEN, number=shown.next)
    return Effect(key="room-open-offered", values={"number": shown.next}, told="prepared as a button", offers=(offer,))


async def change_bible(seat: Seat, arguments: Arguments) -> Effect:
    """Let the world, the style or the tone say something, or add a place, a thing or a fact."""
    return await _said(seat, Subject.BIBLE, str(arguments["entry"]), arguments)


async def add_character(seat: Seat, arguments: Arguments) -> Effect:
    """Add somebody to the cast."""
    return await _said(seat, Subject.BIBLE, Shelf.CAST, arguments)


async def change_character(seat: Seat, arguments: Arguments) -> Effect:
    """Let something of somebody in the cast say something else."""
    name, shown = str(arguments["name"]).strip().casefold(), await _pages(seat)
    who = next((each.id for each in shown.bible.characters if each.name.casefold() == name), None)
    if who is None:
        raise Refused("no-such-character")
    return await _said(seat, Subject.BIBLE, named(Shelf.CAST, who, str(arguments["part"])), arguments)


async def change_plan(seat: Seat, arguments: Arguments) -> Effect:
    """Let the plan of an episode that has not begun say something else."""
    number, shown = int(arguments["episode"]), await _pages(seat)
    if shown.season is None or shown.season.plan(number) is None:
        raise Refused("no-such-episode")
    if number in shown.episodes:
        raise Refused("begun-already")
    return await _said(seat, Subject.SEASON, f"{number}.{arguments['part']}", arguments)


async def _said(seat: Seat, about: Subject, entry: str, arguments: Arguments) -> Effect:
    """Take an entry down in the person's own words, or prepare it in the model's."""
    text = str(arguments["text"]).strip()
    if not text:
        raise Refused("nothing-to-offer")
    if text not in seat.text:
        head = await seat.desk.head(Work(Medium(about)))
        before = head.digest if head else None
        offer = Offer(does=Does.ENTRY, text=quoted(text), about=about, entry=entry, before=before)
        values = {"text": offer.text}
        return Effect(key="room-entry-offered", values=values, told="prepared as a button", offers=(offer,))
    command = ChangeEntry(
        caller=seat.caller,
        series=seat.desk.series.id,
        medium=Medium(about),
        entry=entry,
        text=text,
        words=seat.words,
        sources=(seat.turn,),
    )
    await seat.carry(command, seat.cause(f"entry {entry}", arguments))
    return Effect(key="room-entry-taken", values={"text": text}, told="the person's own words stand in the book now")


async def _pages(seat: Seat) -> Pages:
    return await pages(Views(seat.studio.store, seat.studio.vault), seat.desk.series.id)


_OWN = "Copy the person's own words into text wherever they say it themselves."

BOOK_TOOLS: tuple[Tool, ...] = (
    Tool(
        name="plan_season",
        about="The person wants a season planned: prepare the button for so many episodes in all.",
        run=plan_season,
        fields={"count": COUNT},
        doing="preparing",
    ),
    Tool(
        name="begin_planned",
        about="The person wants to begin the next planned episode: prepare the button.",
        run=begin_planned,
        doing="preparing",
    ),
    Tool(
        name="change_bible",
        about=f"Let world, style or tone of the bible say something, or add a place, prop or fact. {_OWN}",
        run=change_bible,
        fields={"entry": choice([*AIR, Shelf.PLACE, Shelf.PROP, Shelf.FACT]), "text": TEXT},
        doing="taking-down",
    ),
    Tool(
        name="add_character",
        about=f"Add somebody to the cast of the bible; text is their name, a colon, and one sentence of looks. {_OWN}",
        run=add_character,
        fields={"text": TEXT},
        doing="taking-down",
    ),
    Tool(
        name="change_character",
        about=f"Change the name, look, way of speaking or want of somebody in the bible. {_OWN}",
        run=change_character,
        fields={"name": TEXT, "part": choice(FIGURE), "text": TEXT},
        doing="taking-down",
    ),
    Tool(
        name="change_plan",
        about=f"Change what is planned for an episode that has not begun. {_OWN}",
        run=change_plan,
        fields={"episode": NUMBER, "part": choice(PLAN), "text": TEXT},
        doing="taking-down",
    ),
)
"""Every tool there is for the book."""
