"""The bible and the season of a series in a chat: pages that are turned, and what is pressed on them.

A button names the version that it was made for: one on an older page changes nothing, and turns to what is true now.
"""

from collections.abc import Mapping
from functools import partial

from agents.commands.book import ChangeEntry, Commission, OpenPlanned
from agents.commands.story import Undo
from bot.callbacks import Act, Press
from bot.carrier import About
from bot.dialling import dial
from bot.front import Call, Front, Toast, mention, toast
from bot.handlers.entries import ASK_ENTRY, PAGE, page_of
from bot.screens import bible, library, season
from bot.screens.bible import ADD, BACK, DROP, ENTRY, ON, PICK, SAY
from bot.screens.page import Screen
from bot.screens.season import PLAN_PAGE
from storage.domain.contributions import Words
from storage.domain.crew import Right
from storage.domain.entries import AIR, RATING, Shelf
from storage.domain.ids import SeriesId
from storage.domain.takes import Medium
from storage.pages import Leaf, Pages, pages
from storage.posts import Post

STEPS: Mapping[str, int] = {BACK: -1, ON: 1}


async def show(front: Front, call: Call, series: SeriesId) -> None:
    """Show the bible of a series."""
    shown = await pages(front.views, series)
    await front.show(call, bible.overview(call.voice, shown, writes=await _writes(front, call, series)), PAGE)


async def show_season(front: Front, call: Call, series: SeriesId, said: str = "") -> None:
    """Show the season of a series on the page of a plan; a number beyond its end has so many episodes planned."""
    shown = await pages(front.views, series)
    number = int(said) if said.isdecimal() and len(said) < LONG else 0
    if number > (len(shown.season.episodes) if shown.season else 0):
        command = Commission(caller=call.caller, series=series, episodes=number, text=f"/season {said}")
        await front.carry_aloud(call, command)
        return
    writes = await _writes(front, call, series)
    await front.show(call, season.table(call.voice, shown, max(number, 1), writes=writes), PAGE)


LONG = 5
"""Digits of what is no number of episodes any more."""


async def choose(front: Front, call: Call, act: Act) -> None:
    """Ask which series is meant; none where there is none."""
    joined = await front.views.joined(call.chat.id)
    if not joined:
        await front.answer(call, "none-yet" if call.private else "none-in-group")
    elif len(joined) == 1:
        await (show if act is Act.BIBLE else show_season)(front, call, joined[0].id)
    else:
        await front.show(call, library.which(call.voice, joined, act), PAGE)


async def turn(front: Front, call: Call, press: Press) -> Toast:
    """Turn to a page of the bible."""
    shown = await pages(front.views, SeriesId(press.about))
    writes = await _writes(front, call, shown.series.id)
    leaf, (what, _, place) = shown.leaves[Medium.BIBLE], press.word.partition("-")
    name = _entry(leaf, press, place) if what == ENTRY else ""
    if name:
        screen = bible.entry(call.voice, shown, name, writes=writes)
    elif what in set(Shelf):
        first = int(place) if place.isdecimal() else 1
        screen = bible.shelf(call.voice, shown, Shelf(what), first, writes=writes)
    else:
        screen = bible.overview(call.voice, shown, writes=writes)
    await _turn(front, call, screen)
    return Toast("toast-book-newer") if what == ENTRY and not name else Toast()


async def turn_season(front: Front, call: Call, press: Press) -> Toast:
    """Turn to a page of the season, or to a plan."""
    shown = await pages(front.views, SeriesId(press.about))
    writes = await _writes(front, call, shown.series.id)
    what, _, said = press.word.partition("-")
    number = int(said) if said.isdecimal() else 1
    page = season.plan if what == PLAN_PAGE else season.table
    await _turn(front, call, page(call.voice, shown, number, writes=writes))
    return Toast()


async def entry(front: Front, call: Call, press: Press) -> Toast:
    """Do something to an entry: ask what it is to say, let it be another choice, or take it out."""
    series = SeriesId(press.about)
    refusal = await front.refused(call, series, Right.WRITE)
    if refusal:
        return Toast(refusal, alert=True)
    shown = await pages(front.views, series)
    what, _, said = press.word.partition("-")
    place, _, choice = said.partition("-")
    meant = _meant(shown, press, place)
    if meant is None:
        await _turn(front, call, bible.overview(call.voice, shown, writes=True))
        return Toast("toast-book-newer", alert=True)
    if what in {SAY, ADD}:
        return await _ask(front, call, shown, *meant)
    if what == DROP or (what == PICK and choice):
        return await _change(front, call, shown, *meant, choice)
    return Toast("toast-not-a-button", alert=True)


def _meant(shown: Pages, press: Press, place: str) -> tuple[Medium, str] | None:
    """Return the paper and the entry that a button is about; nothing where its version counts no more."""
    if place in set(Shelf) or (place in {*AIR, RATING} and not press.rest):
        return Medium.BIBLE, place
    season_ = shown.leaves[Medium.SEASON].take
    medium = Medium.SEASON if season_ and season_.id == press.rest else Medium.BIBLE
    name = _entry(shown.leaves[medium], press, place)
    return (medium, name) if name else None


async def commission(front: Front, call: Call, press: Press) -> Toast:
    """Have the bible written, or so many episodes planned."""
    command = Commission(
        caller=call.caller,
        series=SeriesId(press.about),
        episodes=int(press.word) if press.word.isdecimal() else 0,
        text=_label(call, press),
        words=Words.SUGGESTED,
    )
    return await _do(front, call, command, "toast-working")


async def begin(front: Front, call: Call, press: Press) -> Toast:
    """Begin the next episode from its plan."""
    number = int(press.word) if press.word.isdecimal() else 0
    command = OpenPlanned(caller=call.caller, series=SeriesId(press.about), number=number)
    return await _do(front, call, command, "toast-working")


async def step(front: Front, call: Call, press: Press) -> Toast:
    """Go to the version of the bible or the season beside the one that counts."""
    word, _, way = press.word.partition("-")
    if word not in {Medium.BIBLE, Medium.SEASON} or way not in STEPS:
        return Toast("toast-not-a-button", alert=True)
    series, medium = SeriesId(press.about), Medium(word)
    trouble = await front.carry(call, Undo(caller=call.caller, series=series, medium=medium, steps=STEPS[way]))
    if not trouble:
        shown = await pages(front.views, series)
        page = bible.overview if medium is Medium.BIBLE else season.table
        await _turn(front, call, page(call.voice, shown, writes=True))
    return toast(trouble, f"toast-book-{way}")


async def _do(front: Front, call: Call, command: Commission | OpenPlanned, done: str) -> Toast:
    """Carry a command out, and let the page say how things stand."""
    trouble = await front.carry(call, command)
    if not trouble:
        shown = await pages(front.views, command.series)
        first = command.number if isinstance(command, OpenPlanned) else 1
        await _turn(front, call, season.table(call.voice, shown, first, writes=True))
    return toast(trouble, done)


async def _change(front: Front, call: Call, shown: Pages, medium: Medium, name: str, text: str) -> Toast:
    take = shown.leaves[medium].take
    command = ChangeEntry(
        caller=call.caller,
        series=shown.series.id,
        medium=medium,
        entry=name,
        text=text,
        words=Words.SUGGESTED,
        before=take.digest if take else None,
    )
    trouble = await front.carry(call, command)
    if not trouble:
        await _turn(front, call, page_of(call, await pages(front.views, command.series), name))
    return toast(trouble, "toast-book-changed")


async def _ask(front: Front, call: Call, shown: Pages, medium: Medium, name: str) -> Toast:
    """Ask what an entry is to say; in a group the question is put to the caller by name."""
    leaf = shown.leaves[medium]
    if medium is Medium.BIBLE:
        words = bible.question(call.voice, name, leaf)
    else:
        words = season.question(call.voice, name, leaf.entries.get(name, ""))
    text = words if call.private else f"{mention(call.caller)} — {words}"
    about = About(purpose=f"{ASK_ENTRY}:{shown.series.id}:{medium}:{name}")
    await front.show(call, Screen(text=text, reply=True), about)
    return Toast()


def _entry(leaf: Leaf, press: Press, place: str) -> str:
    """Return the entry that a button is about; empty where it was made for another version than counts now."""
    if leaf.take is None or leaf.take.id != press.rest:
        return ""
    names = list(leaf.entries)
    if place.isdecimal() and int(place) < len(names):
        return names[int(place)]
    return place if place in names else ""


def _label(call: Call, press: Press) -> str:
    """Return what stands on a pressed button."""
    markup = call.message.reply_markup if call.message else None
    buttons = [button for row in markup.inline_keyboard for button in row] if markup else []
    return next((button.text for button in buttons if button.callback_data == press.data()), press.word)


async def _writes(front: Front, call: Call, series: SeriesId) -> bool:
    """Return whether buttons are offered: in private only to who writes there; in a group it is asked at the press."""
    return not call.private or not await front.refused(call, series, Right.WRITE)


async def _turn(front: Front, call: Call, screen: Screen) -> None:
    """Let the message of a pressed button show another page; one that was no page is answered with one."""
    known = await front.views.post(call.chat.id, call.pressed)
    if known is not None and known.purpose == PAGE.purpose:
        await dial("editMessageText", partial(front.sender.edit, known, screen))
    elif call.pressed and known is None:
        post = Post(chat=call.chat.id, message_id=call.pressed, purpose=PAGE.purpose)
        await dial("editMessageText", partial(front.sender.edit, post, screen))
    else:
        await front.show(call, screen, PAGE)
