"""The timeline: every act from the first line to the release. What models made in one go stands side by side."""

from collections.abc import Iterator
from itertools import groupby

from bot.replay.acts import Scene, card, moment
from bot.replay.markup import tag, text
from storage.making import Act


def timeline(scene: Scene) -> str:
    """Return the timeline, a heading a day."""
    days = groupby(scene.making.acts, key=lambda act: act.act.at.date())
    return "".join(_day(scene, tuple(acts)) for _, acts in days)


def _day(scene: Scene, acts: tuple[Act, ...]) -> str:
    heading = tag("h3", moment(acts[0], "%Y-%m-%d"), " UTC", cls="day")
    return tag("section", heading, *_entries(scene, acts), cls="group")


def _entries(scene: Scene, acts: tuple[Act, ...]) -> Iterator[str]:
    for by_person, run in groupby(acts, key=lambda act: act.by_person):
        cards = [card(scene, act) for act in run]
        if by_person:
            yield from cards
            continue
        head = tag("p", text(scene.say("models-made", count=len(cards))), cls="models")
        yield tag("div", head, tag("div", *cards, cls="grid"), cls="group made")
