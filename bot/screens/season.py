"""The season of a series: its arc, and a table of what each episode is to tell, a few to a page."""

from collections.abc import Iterator
from html import escape

from bot.callbacks import Act, Press
from bot.screens.bible import SAY, changed, rows, signed, steps
from bot.screens.page import Button, Rows, Screen, Voice, shortened
from storage.domain.bible import LONGEST_SEASON, Plan, Season
from storage.domain.entries import ARC, PLAN
from storage.domain.stages import Stage
from storage.domain.takes import Medium
from storage.pages import Pages

SHOWN = 5
"""Plans to a page: with turn and cliffhanger they fill a phone."""

COUNTS = (10, 20, 50, 100)
"""How many episodes are offered to be planned."""

MORE = 10
"""How many more are offered where a season is planned."""

PLAN_PAGE, FROM = "plan", "from"
"""How the word of a button begins that turns to a plan, or to the page of the table that begins with it."""

LONG = 200
"""Characters of a text in the table."""


def table(voice: Voice, shown: Pages, first: int = 1, *, writes: bool) -> Screen:
    """Return the page of the table on which a plan stands."""
    season, leaf = shown.season, shown.leaves[Medium.SEASON]
    head = voice("season-head", title=shown.series.title)
    if season is None:
        text = f"{head}\n{voice('season-busy' if _is_busy(shown) else 'season-empty')}"
        return Screen(text=text, buttons=(*(_counts(voice, shown) if writes else ()), (_bible(voice, shown),)))
    start = (max(1, min(first, len(season.episodes))) - 1) // SHOWN * SHOWN
    plans = season.episodes[start : start + SHOWN]
    arc, count = escape(season.arc, quote=False), voice("season-count", count=len(season.episodes))
    top = f"{head} · {count}\n<b>{arc}</b>\n{changed(voice, leaf.last)}"
    text = "\n\n".join((top, *(_told(voice, shown, plan) for plan in plans)))
    numbers = [_number(shown, plan) for plan in plans]
    edits = (*_begin(voice, shown), *_counts(voice, shown)) if writes else ()
    beside = steps(voice, shown, Medium.SEASON) if writes else ()
    turns = _turns(shown, start, season)
    return Screen(text=text, buttons=(tuple(numbers), *turns, *edits, *beside, (_bible(voice, shown),)))


def plan(voice: Voice, shown: Pages, number: int, *, writes: bool) -> Screen:
    """Return one plan with its pencils; that of an episode that was begun has none."""
    leaf = shown.leaves[Medium.SEASON]
    found = shown.season.plan(number) if shown.season else None
    if found is None:
        return table(voice, shown, writes=writes)
    told = {f"{number}.{part}": voice(f"plan-{part}") for part in PLAN}
    head = voice("plan-head", title=shown.series.title, number=number)
    text = "\n\n".join((f"{head} · {_state(voice, shown, number)}", *signed(voice, leaf, told)))
    edits: Rows = ()
    if writes and number not in shown.episodes:
        says = [_say(voice, shown, name, what) for name, what in told.items()]
        begin = _begin(voice, shown) if number == shown.next else ()
        edits = (tuple(says[:2]), tuple(says[2:]), *begin)
    back = voice.button("button-book-up", Press(Act.SEASON, shown.series.id, word=f"{FROM}-{number}"))
    return Screen(text=text, buttons=(*edits, *_episode(voice, shown, number), (back,)))


def question(voice: Voice, name: str, now: str) -> str:
    """Return the question what an entry of the season is to say, with what it says now."""
    number, _, part = name.partition(".")
    key = "ask-entry-arc" if name == ARC else f"ask-entry-{part}"
    asked = voice(key, number=int(number) if number.isdecimal() else 0)
    return f"{asked}\n{voice('ask-entry-now', text=shortened(now, LONG))}" if now else asked


def _told(voice: Voice, shown: Pages, plan: Plan) -> str:
    """Tell an episode: one that was begun as it is, else as it is planned."""
    card = shown.episodes.get(plan.number)
    synopsis = card.synopsis if card else None
    title, logline = (synopsis.title, synopsis.logline) if synopsis else (plan.title, plan.logline)
    head = f"<b>{plan.number} · {escape(title, quote=False)}</b> · {_state(voice, shown, plan.number)}"
    return "\n".join((head, escape(shortened(logline, LONG), quote=False), *(() if synopsis else _turn(voice, plan))))


def _turn(voice: Voice, plan: Plan) -> Iterator[str]:
    for key, text in (("season-turn", plan.turn), ("season-cliffhanger", plan.cliffhanger)):
        if text:
            yield voice(key, text=shortened(text, LONG))


def _state(voice: Voice, shown: Pages, number: int) -> str:
    card = shown.episodes.get(number)
    if card is None:
        return f"<i>{voice('season-planned')}</i>"
    return f"<i>{voice('short-halted' if card.episode.halt else f'short-{card.episode.stage}')}</i>"


def _number(shown: Pages, plan: Plan) -> Button:
    return Button(str(plan.number), Press(Act.SEASON, shown.series.id, word=f"{PLAN_PAGE}-{plan.number}"))


def _turns(shown: Pages, start: int, season: Season) -> Rows:
    """Return the buttons to the pages beside, and to the first and the last where they are further away."""
    last = (len(season.episodes) - 1) // SHOWN * SHOWN
    ways = {"⇤": 0, "←": start - SHOWN, "→": start + SHOWN, "⇥": last}
    if start - SHOWN <= 0:
        del ways["⇤"]
    if start + SHOWN >= last:
        del ways["⇥"]
    row = tuple(
        Button(f"{sign} {to + 1}", Press(Act.SEASON, shown.series.id, word=f"{FROM}-{to + 1}"))
        for sign, to in ways.items()
        if 0 <= to <= last
    )
    return (row,) if row else ()


def _begin(voice: Voice, shown: Pages) -> Rows:
    if not shown.is_planned:
        return ()
    press = Press(Act.BEGIN, shown.series.id, word=str(shown.next))
    return ((voice.button("button-season-begin", press, number=shown.next),),)


def _counts(voice: Voice, shown: Pages) -> Rows:
    """Return how many episodes could be planned: none while some are, or where the season is as long as can be."""
    planned = len(shown.season.episodes) if shown.season else 0
    if _is_busy(shown) or planned >= LONGEST_SEASON:
        return ()
    if planned:
        count = min(planned + MORE, LONGEST_SEASON)
        press = Press(Act.COMMISSION, shown.series.id, word=str(count))
        return ((voice.button("button-season-more", press, count=count),),)
    return rows(
        [
            voice.button("button-season-plan", Press(Act.COMMISSION, shown.series.id, word=str(count)), count=count)
            for count in COUNTS
        ]
    )


def _is_busy(shown: Pages) -> bool:
    return shown.book is not None and shown.book.stage is Stage.PLANNING and not shown.book.halt


def _say(voice: Voice, shown: Pages, name: str, what: str) -> Button:
    leaf = shown.leaves[Medium.SEASON]
    take = leaf.take.id if leaf.take else ""
    place = list(leaf.entries).index(name)
    press = Press(Act.ENTRY, shown.series.id, take, f"{SAY}-{place}")
    return voice.button("button-bible-say", press, what=what)


def _episode(voice: Voice, shown: Pages, number: int) -> Rows:
    card = shown.episodes.get(number)
    return ((voice.button("button-season-open", Press(Act.OPEN, card.episode.id), number=number),),) if card else ()


def _bible(voice: Voice, shown: Pages) -> Button:
    return voice.button("button-bible", Press(Act.BIBLE, shown.series.id))
