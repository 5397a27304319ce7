"""Variants: other drawings of a shot, each by another roll of the artist's dice, laid side by side to choose from."""

from dataclasses import replace

from agents import stills
from agents.acts import STUDIO, Origin
from agents.crew import cinematographer
from agents.production import Listener, Order, produce
from agents.showings import Rehearsal
from agents.stills import Canvas
from agents.studio import Desk
from agents.wishes import pending
from storage.domain.contributions import Kind
from storage.domain.events import News
from storage.domain.ids import Digest
from storage.domain.papers import Subject, Variants, Wish
from storage.domain.story import Script, Shot, Synopsis
from storage.domain.takes import Medium, Take, Work


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
        painted = (await stills.paint(desk, ready, synopsis, canvases, listen)).takes
        takes = tuple(painted.get(order.work.part, drawn[order.work]) for order in orders)
        await _laid_out(desk, noted, wish, paper, takes)


async def _laid_out(desk: Desk, noted: Take, wish: Wish, paper: Digest, takes: tuple[Take, ...]) -> None:
    """Record the variants, and tell of them; a shot that is no more has none."""
    drawn = Variants(wish=noted.digest, script=paper, shot=wish.shot, panels=tuple(take.digest for take in takes))
    origin = Origin(by=STUDIO, kind=Kind.ARRANGED, sources=(noted.digest, paper, *drawn.panels))
    facts = {"shot": wish.shot, "takes": " ".join(take.id for take in takes)}
    told = {News.VARIANTS_DRAWN: facts} if takes else None
    await desk.write(Work(Medium.VARIANTS, wish.shot), drawn, origin, tells=told)


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
