"""Answers to the question what an entry of a book is to say: the next version says it, word for word."""

from agents.commands.book import ChangeEntry
from bot.carrier import About
from bot.front import Call, Front
from bot.screens import bible, season
from bot.screens.page import Screen
from bot.sender import BOOK
from storage.domain.entries import ARC, Shelf, of_plan
from storage.domain.ids import SeriesId
from storage.domain.takes import Medium
from storage.pages import Pages, pages
from storage.posts import Post

ASK_ENTRY = "ask-entry"
"""Followed by the ids of series, paper and entry: the purpose of a question what it is to say."""

PAGE = About(purpose=BOOK)


async def answered(front: Front, call: Call, text: str, question: Post, about: str) -> None:
    """Let the entry that was asked about say what somebody wrote, and show the page it stands on."""
    series, medium, entry = about.split(":", 2)
    command = ChangeEntry(
        caller=call.caller,
        series=SeriesId(series),
        medium=Medium(medium),
        entry=entry,
        text=text,
        dictated=call.dictated,
    )
    if await front.carry_aloud(call, command):
        await front.sender.close(question)
        await front.show(call, page_of(call, await pages(front.views, command.series), entry), PAGE)


def page_of(call: Call, shown: Pages, entry: str) -> Screen:
    """Return the page of the book on which an entry stands, as whoever writes in it sees it."""
    number, _ = of_plan(entry)
    if number:
        return season.plan(call.voice, shown, number, writes=True)
    if entry == ARC:
        return season.table(call.voice, shown, writes=True)
    shelf, _, which = entry.partition(".")
    if shelf not in set(Shelf):
        return bible.overview(call.voice, shown, writes=True)
    if which and entry in shown.leaves[Medium.BIBLE].entries:
        return bible.entry(call.voice, shown, entry, writes=True)
    added = len(bible.items(shown, Shelf(shelf)))
    return bible.shelf(call.voice, shown, Shelf(shelf), added, writes=True)
