"""Two versions of one work side by side, and the choice of what to compare."""

from collections.abc import Iterator, Sequence

from agents.sheetwords import written
from bot.callbacks import Act, Press
from bot.screens.changes import said, shown
from bot.screens.diff import compare, is_changed
from bot.screens.drafts import film
from bot.screens.page import LONGEST_TEXT, Button, Pair, Rows, Screen, Split, Voice, length
from generation.cut.split import size
from storage.domain.story import Script, Synopsis
from storage.domain.takes import PICTURES
from storage.versions import Comparison, Version, Versions
from storage.views import Card

ACROSS = 3
"""Buttons of shots side by side on a phone."""

LEFT, RIGHT = "◧", "◨"
"""Say which half of a picture a version is."""


def choice(voice: Voice, card: Card, works: Sequence[Versions]) -> Screen:
    """Ask which work to compare; each leads to its current version and the one before."""
    rows = tuple(_rows(voice, card, works))
    key = "compare-ask" if rows else "compare-none"
    return Screen(text=voice(key, title=card.title, number=card.episode.number), buttons=rows)


def comparison(voice: Voice, found: Comparison) -> Screen:
    """Return two versions of a work: of a text the changes, of drawings and films both side by side."""
    card, older, newer = found.card, found.older, found.newer
    work = voice(f"compared-{found.all.work.medium}", number=_number(card, found.all) or 0)
    head = voice("compare-head", work=work, title=card.title, number=card.episode.number)
    buttons = _steps(found)
    if older.paper and newer.paper:
        parts = (head, f"{_made(voice, older)}\n{_made(voice, newer)}")
        room = LONGEST_TEXT - length("\n\n".join(parts)) - 2
        changes = _changes(voice, card, (older.paper, newer.paper), room)
        return Screen(text="\n\n".join((*parts, changes)), buttons=buttons)
    text = f"{head}\n\n{LEFT} {_made(voice, older)}\n{RIGHT} {_made(voice, newer)}"
    if found.all.work.medium in PICTURES:
        labels = (str(older.number), str(newer.number))
        pair = Pair(before=older.take.digest, after=newer.take.digest, labels=labels, work=str(found.all.work))
        return Screen(text=text, buttons=buttons, pair=pair)
    return Screen(text=text, buttons=buttons, split=_split(found))


def _changes(voice: Voice, card: Card, papers: tuple[Synopsis | Script, Synopsis | Script], room: int) -> str:
    old, new = (said(voice, paper, card.synopsis) for paper in papers)
    rows = compare(old, new)
    return shown(voice, rows, room) if is_changed(rows) else voice("compare-same")


def _split(found: Comparison) -> Split:
    before, after = film(found.older.take), film(found.newer.take)
    width, height = size((before.width, before.height), (after.width, after.height))
    return Split(before=before, after=after, width=width, height=height, work=str(found.all.work))


def _made(voice: Voice, version: Version) -> str:
    """Say which version it is, who made it, at whose wish, and when."""
    return voice(
        "compare-made",
        number=version.number,
        maker=version.maker,
        wished=len(version.wished_by),
        names=voice.listed(version.wished_by),
        date=written(version.at),
    )


def _rows(voice: Voice, card: Card, works: Sequence[Versions]) -> Iterator[tuple[Button, ...]]:
    """Give the texts in a row, the drawings and clips three a row, then the films of the whole."""
    for medium in dict.fromkeys(each.work.medium for each in works):
        buttons = [
            voice.button(
                f"button-compare-{medium}", _press(*each.usual()), number=number or 0, count=len(each.versions)
            )
            for each in works
            if each.work.medium is medium and (number := _number(card, each)) is not None
        ]
        for first in range(0, len(buttons), ACROSS):
            yield tuple(buttons[first : first + ACROSS])


def _number(card: Card, versions: Versions) -> int | None:
    """Return the number of a work's shot, 0 for a work of the whole; nothing where the shot is gone."""
    if not versions.work.part:
        return 0
    shots = [shot.id for shot in card.script.shots] if card.script else []
    return shots.index(versions.work.part) + 1 if versions.work.part in shots else None


def _steps(found: Comparison) -> Rows:
    """Return the buttons to the pairs before and after, and to the first and the last version; from there, back."""
    last, here = len(found.all.versions), (found.older.number, found.newer.number)
    ways = {"{} ⇄ {}": (1, last)} if last > here[1] - here[0] + 1 else {}
    if here[1] - here[0] > 1:
        ways = {"← {} ⇄ {}": (here[0], here[0] + 1), "{} ⇄ {} →": (here[1] - 1, here[1])}
    else:
        ways = {"← {} ⇄ {}": (here[0] - 1, here[0]), **ways, "{} ⇄ {} →": (here[1], here[1] + 1)}
    row = tuple(
        Button(label.format(*way), _press(*(found.all.versions[number - 1] for number in way)))
        for label, way in ways.items()
        if way[0] and way[1] <= last
    )
    return (row,) if row else ()


def _press(older: Version, newer: Version) -> Press:
    return Press(Act.VERSIONS, older.take.id, newer.take.id)
