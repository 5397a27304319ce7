"""Variants: other drawings of a shot, each by another roll of the artist's dice, laid side by side to choose from.

Where pictures are painted they are auditions: painted in few steps, told apart by plain measures, best first. A
roll that is chosen is that of the script from then on, so that the very same seed is painted in full.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from agents import stills
from agents.acts import STUDIO, Origin
from agents.crew import cinematographer
from agents.production import Listener, Order, produce
from agents.prompting import STILL
from agents.showings import Rehearsal
from agents.stills import Canvas
from agents.studio import Desk
from agents.wishes import pending
from storage.domain.board import Variants
from storage.domain.contributions import Kind
from storage.domain.events import News
from storage.domain.ids import Digest
from storage.domain.papers import Subject, Wish
from storage.domain.story import Script, Shot, Synopsis
from storage.domain.takes import Medium, Take, Work

if TYPE_CHECKING:
    from generation.image.scores import Ranks, Scores


async def draw(desk: Desk, ready: Rehearsal, synopsis: Synopsis, listen: Listener) -> None:
    """Draw the variants that were asked for and are not there yet; where pictures are painted, paint them."""
    script, paper = ready.script, ready.paper.digest
    for noted, wish in await pending(desk, Subject.VARIANTS):
        rolls = await _rolls(desk, script, wish)
        orders = tuple(
            Order(
                work=Work(Medium.PANEL, f"{shot.id}.{shot.roll}"),
                request=cinematographer.panel(script, synopsis, shot, desk.episode.id),
                sources=(paper,),
            )
            for shot in rolls
        )
        drawn = await produce(desk, orders, listen)
        canvases = {
            order.work.part: Canvas(shot=shot, drawing=drawn[order.work].digest)
            for order, shot in zip(orders, rolls, strict=True)
        }
        painted = (await stills.paint(desk, ready, synopsis, canvases, listen, is_audition=True)).takes
        over = {part: (take, canvases[part].drawing) for part, take in painted.items()}
        ranked = await _ranked(desk, tuple(over.values())) if over else ()
        takes = tuple(take for take, _ in ranked) or tuple(drawn[order.work] for order in orders)
        await _laid_out(desk, noted, wish, paper, takes, tuple(scores for _, scores in ranked))


async def _ranked(desk: Desk, painted: Sequence[tuple[Take, Digest]]) -> tuple[tuple[Take, "Scores"], ...]:
    """Return stills with what plain measures say of them, over the drawing of each, best first."""
    vault = desk.studio.vault
    pairs = [(await vault.read(take.digest), await vault.read(drawing)) for take, drawing in painted]
    found = await asyncio.to_thread(_rank, pairs)
    return tuple((painted[number][0], scores) for number, scores in found)


def _rank(pairs: Sequence[tuple[bytes, bytes]]) -> "Ranks":
    from generation.image.scores import judged  # noqa: PLC0415 - it loads cv2

    return judged(pairs)


async def _laid_out(
    desk: Desk, noted: Take, wish: Wish, paper: Digest, takes: tuple[Take, ...], scores: tuple["Scores", ...]
) -> None:
    """Record the variants, and tell of them; a shot that is no more has none."""
    drawn = Variants(wish=noted.digest, script=paper, shot=wish.shot, panels=tuple(take.digest for take in takes))
    origin = Origin(by=STUDIO, kind=Kind.ARRANGED, sources=(noted.digest, paper, *drawn.panels))
    facts = {"shot": wish.shot, "takes": " ".join(take.id for take in takes)}
    if scores:
        facts |= {"stars": " ".join(str(each.stars) for each in scores)}
    if scores and desk.studio.model(STILL).audition:
        facts |= {"audition": "1"}
    told = {News.VARIANTS_DRAWN: facts} if takes else None
    measured = {"scores": [each.measures for each in scores]} if scores else {}
    await desk.write(Work(Medium.VARIANTS, wish.shot), drawn, origin, facts=measured, tells=told)


async def _rolls(desk: Desk, script: Script, wish: Wish) -> tuple[Shot, ...]:
    """Return a shot with as many other rolls as are wanted, none of which anybody has seen."""
    shots = [shot for shot in script.shots if shot.id == wish.shot]
    seen = await _seen(desk, wish.shot)
    return tuple(replace(shot, roll=shot.roll + 1 + seen + number) for shot in shots for number in range(wish.variants))


async def _seen(desk: Desk, shot: str) -> int:
    """Return how many variants of a shot were drawn before."""
    async with desk.studio.store.read() as reader:
        papers = await reader.takes(desk.episode.id, Medium.VARIANTS)
    return sum([len((await desk.read(Variants, take)).panels) for take in papers if take.work.part == shot])
