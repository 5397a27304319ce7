"""The bible of a series, as pages that are turned: the whole, a list, an entry; each entry with its pencil."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from agents.sheetwords import written
from bot.callbacks import Act, Press
from bot.screens.page import Button, Rows, Screen, Voice, quoted, shortened
from storage.domain.bible import Bible, Rating
from storage.domain.entries import AIR, CHOICES, FIGURE, RATING, Shelf, named
from storage.domain.ids import SeriesId
from storage.domain.stages import Stage
from storage.domain.story import Age, Sex
from storage.domain.takes import Medium
from storage.pages import Changed, Leaf, Pages

SAY, PICK, DROP, ADD = "say", "pick", "drop", "add"
"""What is done to an entry: it is told in words, chosen, taken out, or made."""

ENTRY = "entry"
"""How the word of a button begins that turns to the page of an entry."""

BACK, ON = "back", "on"
"""Ways from a version to the one beside it."""

LISTED = 8
"""Entries of a list that are shown on the first page."""

TO_A_PAGE = 20
"""Entries of a list to a page."""

SHORT = 160
"""Characters of an entry's prose on the first page."""

ACROSS = 4
"""Numbered buttons side by side on a phone."""

KINDS = {"sex": Sex, "age": Age}
"""What of somebody may be chosen, by the last part of an entry's name."""


def overview(voice: Voice, shown: Pages, *, writes: bool) -> Screen:
    """Return the whole bible in short."""
    leaf, bible = shown.leaves[Medium.BIBLE], shown.bible
    head = voice("bible-head", title=shown.series.title)
    if leaf.take is None:
        text = f"{head}\n{voice('bible-empty')}"
        return Screen(text=text, buttons=(*_write(voice, shown), *_prose(voice, shown), *_lists(voice, shown)))
    parts = [f"{head}\n{changed(voice, leaf.last)}", "\n".join(_air(voice, bible)), *_shelves(voice, shown)]
    edits = (*_write(voice, shown), *_prose(voice, shown)) if writes else ()
    steps_ = steps(voice, shown, Medium.BIBLE) if writes else ()
    return Screen(text="\n\n".join(parts), buttons=(*edits, *_lists(voice, shown), *steps_, (_season(voice, shown),)))


def shelf(voice: Voice, shown: Pages, which: Shelf, first: int = 1, *, writes: bool) -> Screen:
    """Return the page of a list on which an entry stands by its number, a numbered button for each."""
    every = items(shown, which)
    start = (max(1, min(first, len(every))) - 1) // TO_A_PAGE * TO_A_PAGE
    numbered = list(enumerate(every, 1))[start : start + TO_A_PAGE]
    lines = [f"<b>{number}</b> · {_line(voice, shown, name)}" for number, name in numbered]
    head = f"{voice('bible-head', title=shown.series.title)}\n<b>{voice(f'bible-{which}')}</b>"
    text = "\n\n".join((head, *(lines or [voice(f"bible-no-{which}")])))
    series, take = _where(shown)
    numbers = [
        Button(str(number), Press(Act.BIBLE, series, take, f"{ENTRY}-{_place(shown, name)}"))
        for number, name in numbered
    ]
    ways = {"←": start - TO_A_PAGE + 1, "→": start + TO_A_PAGE + 1}
    turns = tuple(
        Button(f"{sign} {to}", Press(Act.BIBLE, series, take, f"{which}-{to}"))
        for sign, to in ways.items()
        if 0 < to <= len(every)
    )
    add = voice.button("button-bible-add", Press(Act.ENTRY, series, take, f"{ADD}-{which}"))
    edits = ((add,),) if writes else ()
    return Screen(text=text, buttons=(*rows(numbers), *((turns,) if turns else ()), *edits, (_back(voice, shown),)))


def entry(voice: Voice, shown: Pages, name: str, *, writes: bool) -> Screen:
    """Return one entry with its pencil; of somebody in the cast all that is told of them."""
    which = Shelf(name.partition(".")[0])
    if which is Shelf.CAST:
        return _figure(voice, shown, ".".join(name.split(".")[:2]), writes=writes)
    leaf = shown.leaves[Medium.BIBLE]
    said = escape(leaf.entries[name], quote=False)
    head = f"{voice('bible-head', title=shown.series.title)}\n<b>{voice(f'bible-{which}')}</b>"
    text = f"{head}\n\n{_since(voice, shown, name)}{said}\n{changed(voice, leaf.changed[name])}"
    edits = ((_say(voice, shown, name), _drop(voice, shown, name)),) if writes else ()
    return Screen(text=text, buttons=(*edits, (_back(voice, shown, which),)))


def items(shown: Pages, which: Shelf) -> list[str]:
    """Return the first entry of each in a list of the bible."""
    found = [name for name in shown.leaves[Medium.BIBLE].entries if name.partition(".")[0] == which]
    return [name for name in found if which is not Shelf.CAST or name.endswith(f".{FIGURE[0]}")]


def changed(voice: Voice, by: Changed | None) -> str:
    """Say who wrote something last, and when."""
    if by is None:
        return ""
    words = by.words.value if by.words else "none"
    return f"<i>{voice('book-changed', name=by.by, date=written(by.at), words=words)}</i>"


def steps(voice: Voice, shown: Pages, medium: Medium) -> Rows:
    """Return the buttons to the version before, and to the one after."""
    leaf = shown.leaves[medium]
    ways = [way for way, is_end in ((BACK, leaf.is_first), (ON, leaf.is_last)) if not is_end]
    series = shown.series.id
    row = tuple(
        voice.button(f"button-book-{way}", Press(Act.BOOK_STEP, series, word=f"{medium}-{way}")) for way in ways
    )
    return (row,) if row else ()


def rows(buttons: Sequence[Button]) -> Rows:
    """Return small buttons, as many side by side as a phone has room for."""
    return tuple(tuple(buttons[first : first + ACROSS]) for first in range(0, len(buttons), ACROSS))


def _air(voice: Voice, bible: Bible) -> Iterator[str]:
    for name in AIR:
        text = str(getattr(bible, name))
        said = escape(shortened(text, SHORT), quote=False) if text else f"<i>{voice('bible-open')}</i>"
        yield f"<b>{voice(f'bible-{name}')}</b> · {said}"
    yield f"<b>{voice('bible-rating')}</b> · {voice(f'rating-{bible.rating}')}"


def _shelves(voice: Voice, shown: Pages) -> Iterator[str]:
    for which in Shelf:
        firsts = items(shown, which)
        if firsts:
            more = [voice("bible-more", count=len(firsts) - LISTED)] if len(firsts) > LISTED else []
            lines = (f"· {_line(voice, shown, name, SHORT // 2)}" for name in firsts[:LISTED])
            yield "\n".join((f"<b>{voice(f'bible-{which}')}</b>", *lines, *more))


def _line(voice: Voice, shown: Pages, name: str, most: int = SHORT) -> str:
    said = shown.leaves[Medium.BIBLE].entries
    if name.startswith(f"{Shelf.CAST}."):
        look = said[name.removesuffix(FIGURE[0]) + FIGURE[1]]
        who = escape(said[name], quote=False)
        return f"<b>{who}</b>: {escape(shortened(look, most), quote=False)}"
    return f"{_since(voice, shown, name)}{escape(shortened(said[name], most), quote=False)}"


def _since(voice: Voice, shown: Pages, name: str) -> str:
    """Say after which episode a fact is true; nothing of what was always so, or is no fact."""
    fact = next((each for each in shown.bible.facts if named(Shelf.FACT, each.id) == name), None)
    return f"{voice('bible-since', number=fact.since)} " if fact and fact.since else ""


def _figure(voice: Voice, shown: Pages, who: str, *, writes: bool) -> Screen:
    leaf = shown.leaves[Medium.BIBLE]
    told = {f"{who}.{part}": voice(f"bible-{part}") for part in FIGURE}
    choices = {part: leaf.entries[f"{who}.{part}"] for part in CHOICES}
    figure = f"<b>{voice('bible-voice')}</b> · {voice('bible-figure', **choices)}"
    head = voice("bible-head", title=shown.series.title)
    edits: Rows = ()
    if writes:
        tells = [_say(voice, shown, name, what) for name, what in told.items()]
        edits = (
            tuple(tells[:2]),
            tuple(tells[2:]),
            *rows([button for part in CHOICES for button in picks(voice, shown, f"{who}.{part}")]),
            (_drop(voice, shown, f"{who}.name"),),
        )
    text = "\n\n".join((head, *signed(voice, leaf, told), figure))
    return Screen(text=text, buttons=(*edits, (_back(voice, shown, Shelf.CAST),)))


def signed(voice: Voice, leaf: Leaf, told: Mapping[str, str]) -> Iterator[str]:
    """Yield entries under what they are called, each with who wrote it; said once where they are all by one act."""
    acts = {leaf.changed[name] for name in told}
    for name, what in told.items():
        text = escape(leaf.entries[name], quote=False) or f"<i>{voice('bible-open')}</i>"
        yield f"<b>{what}</b> · {text}" + (f"\n{changed(voice, leaf.changed[name])}" if len(acts) > 1 else "")
    if len(acts) == 1:
        yield changed(voice, acts.pop())


def picks(voice: Voice, shown: Pages, name: str) -> tuple[Button, ...]:
    """Return a button for each choice that an entry has but the one that counts."""
    part = name.rpartition(".")[2]
    now, (series, take) = shown.leaves[Medium.BIBLE].entries.get(name, ""), _where(shown)
    return tuple(
        voice.button(
            "button-bible-pick",
            Press(Act.ENTRY, series, take, f"{PICK}-{_place(shown, name)}-{each}"),
            what=voice(f"choose-{each}"),
        )
        for each in KINDS[part]
        if each != now
    )


def _prose(voice: Voice, shown: Pages) -> Rows:
    """Return the pencils of what is prose, and the other ratings."""
    series, take = _where(shown)
    tells = tuple(
        voice.button("button-bible-say", Press(Act.ENTRY, series, take, f"{SAY}-{name}"), what=voice(f"bible-{name}"))
        for name in AIR
    )
    ratings = tuple(
        voice.button(
            "button-bible-pick",
            Press(Act.ENTRY, series, take, f"{PICK}-{RATING}-{each}"),
            what=voice(f"rating-{each}"),
        )
        for each in Rating
        if each is not shown.bible.rating
    )
    return (tells, ratings) if shown.leaves[Medium.BIBLE].take else (tells,)


def _lists(voice: Voice, shown: Pages) -> Rows:
    series, take = _where(shown)
    buttons = [
        voice.button(
            "button-bible-list",
            Press(Act.BIBLE, series, take, which),
            what=voice(f"bible-{which}"),
            count=len(items(shown, which)),
        )
        for which in Shelf
    ]
    return (tuple(buttons[:2]), tuple(buttons[2:]))


def _write(voice: Voice, shown: Pages) -> Rows:
    """Return the button that has what is missing written; none while that is done, or where nothing is missing."""
    bible = shown.bible
    is_whole = all(getattr(bible, name) for name in AIR) and len(bible.cast) > 1
    if is_whole or (shown.book and shown.book.stage is Stage.PLANNING):
        return ()
    return ((voice.button("button-bible-write", Press(Act.COMMISSION, shown.series.id, word="0")),),)


def _say(voice: Voice, shown: Pages, name: str, what: str = "") -> Button:
    series, take = _where(shown)
    press = Press(Act.ENTRY, series, take, f"{SAY}-{_place(shown, name)}")
    return voice.button("button-bible-say", press, what=what) if what else voice.button("button-bible-edit", press)


def _drop(voice: Voice, shown: Pages, name: str) -> Button:
    series, take = _where(shown)
    return voice.button("button-bible-drop", Press(Act.ENTRY, series, take, f"{DROP}-{_place(shown, name)}"))


def _back(voice: Voice, shown: Pages, which: Shelf | None = None) -> Button:
    series, take = _where(shown)
    return voice.button("button-book-up", Press(Act.BIBLE, series, take, which or ""))


def _season(voice: Voice, shown: Pages) -> Button:
    return voice.button("button-season", Press(Act.SEASON, shown.series.id))


def _place(shown: Pages, name: str) -> str:
    """Return the place of an entry among all in this version: its name may be too long for a button."""
    return str(list(shown.leaves[Medium.BIBLE].entries).index(name))


def _where(shown: Pages) -> tuple[SeriesId, str]:
    """Return what every button says: of which series, and of which version, where there is one."""
    take = shown.leaves[Medium.BIBLE].take
    return shown.series.id, take.id if take else ""


def question(voice: Voice, name: str, leaf: Leaf) -> str:
    """Return the question what an entry is to say, with what it says now."""
    first, _, rest = name.partition(".")
    part = name.rpartition(".")[2] if first == Shelf.CAST and rest else first
    now = leaf.entries.get(name, "")
    key = f"ask-entry-{part}" if rest or first not in set(Shelf) else f"ask-entry-new-{part}"
    asked = voice(key, name=quoted(leaf.entries.get(f"{name.rpartition('.')[0]}.name", "")))
    return f"{asked}\n{voice('ask-entry-now', text=shortened(now, 2 * SHORT))}" if now else asked
