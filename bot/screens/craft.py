"""What is weak in an episode, and what would mend it, as a message: short enough for a phone, a tap for each fix."""

from collections.abc import Collection, Sequence

from agents.counsel import Counsel
from agents.crew.findings import Craft, Finding
from bot.callbacks import Act, Press
from bot.screens.page import Button, Rows, Screen, Voice, quoted
from bot.words import Value, say
from storage.domain.bible import Fact
from storage.domain.ids import TakeId
from storage.domain.stages import Stage
from storage.views import Card

MOST = 5
"""Points of one message; more are counted, and shown once those before them are settled."""

DO, KEEP, DROP = "do", "keep", "drop"
"""Stand before the key of a point in a button: carry out its fix, take the fact up, or do not show it again."""

NUMBERS = frozenset({"count", "seconds", "room", "last"})
"""What of a finding's facts is a number."""

Point = Finding | Fact
"""Something to settle: what is weak, or a fact that the bible could hold."""


def key(point: Point) -> str:
    """Return what tells a point from the others of its version."""
    return point.key if isinstance(point, Finding) else point.id


def open_(found: Counsel, settled: Collection[str]) -> tuple[Point, ...]:
    """Return the points that nobody has settled here."""
    points: tuple[Point, ...] = (*found.findings, *found.facts)
    return tuple(each for each in points if key(each) not in settled)


def counsel(voice: Voice, card: Card, found: Counsel, settled: Collection[str], *, writes: bool) -> Screen:
    """Return what was found, without what was `settled`; whoever `writes` there gets the buttons."""
    points = open_(found, settled)
    shown = points[:MOST]
    head = voice("craft-head", title=card.title, number=card.episode.number)
    if not shown:
        return Screen(text=f"{head}\n{voice('craft-settled' if found.findings or found.facts else 'craft-clean')}")
    lines = [f"<b>{number}</b> · {_told(voice, card, found, each)}" for number, each in enumerate(shown, 1)]
    more = [voice("craft-more", count=len(points) - MOST)] if len(points) > MOST else []
    text = "\n\n".join((head, *lines, *more, *([voice("craft-ask")] if writes else [])))
    return Screen(text=text, buttons=_buttons(voice, card, found.take.id, shown) if writes else ())


def _told(voice: Voice, card: Card, found: Counsel, point: Point) -> str:
    """Say where a finding is, what is weak and why; or from when on a fact is true."""
    if isinstance(point, Fact):
        return voice("craft-fact", number=card.episode.number + 1, text=quoted(point.text))
    where = [voice("craft-shot", number=point.shot)] if point.shot else []
    said = f"craft-{point.rule}" if isinstance(point.rule, Craft) else f"clash-{point.rule}"
    return " ".join((*where, voice(said, **_values(voice, found, point))))


def _values(voice: Voice, found: Counsel, finding: Finding) -> dict[str, Value]:
    """Return what stands in the sentence of a finding: numbers, words of the script, what framings are called."""
    values: dict[str, Value] = {"about": "script", "empty": "no", "count": 0, "text": ""}
    values["sure"] = "no" if finding.is_question else "yes"
    if found.script and finding.line:
        values["text"] = quoted(found.script.line(finding.line).text)
    for name, value in finding.facts:
        values[name] = int(value) if name in NUMBERS else quoted(value)
    if "framing" in values:
        values["framing"] = say(voice.language, f"framing-{values['framing']}")
    return values


def _buttons(voice: Voice, card: Card, take: TakeId, shown: Sequence[Point]) -> Rows:
    """Return a row for each fix, in the words that the wish will have, one that takes facts up, one that dismisses."""
    numbered = tuple(enumerate(shown, 1))
    fixes = [
        (Button(say(voice.language, "button-craft-do", number=number, fix=each.fix), _press(take, DO, each)),)
        for number, each in numbered
        if isinstance(each, Finding) and each.fix and card.episode.stage is not Stage.RELEASED
    ]
    keeps = [
        Button(say(voice.language, "button-craft-keep", number=number), _press(take, KEEP, each))
        for number, each in numbered
        if isinstance(each, Fact)
    ]
    drops = [
        Button(say(voice.language, "button-craft-drop", number=number), _press(take, DROP, each))
        for number, each in numbered
    ]
    return (*fixes, *((tuple(keeps),) if keeps else ()), tuple(drops))


def _press(take: TakeId, what: str, point: Point) -> Press:
    return Press(Act.MEND, take, word=f"{what}-{key(point)}")
