"""Stills: finished pictures, painted by a model over what the artist drew. The drawing gives the composition.

What is asked for follows from what the model takes, never from its name. Without a model for it nothing is painted.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from agents import prompting
from agents.crew import prompter
from agents.crew.cinematographer import SHEET
from agents.crew.seeds import seed
from agents.production import Listener, Order, outlook, produce
from agents.prompting import STILL, paints
from agents.showings import Rehearsal
from agents.studio import Desk
from generation.catalog.model import Model, Taken
from generation.requests.pictures import StillRequest
from storage.domain.board import Prompt
from storage.domain.costs import Estimate
from storage.domain.ids import Digest
from storage.domain.story import Character, Framing, Shot, Synopsis
from storage.domain.takes import Medium, Note, Take, Work

HOLDS: Mapping[Framing, tuple[float, float]] = {
    Framing.EXTREME_WIDE: (0.5, 0.6),
    Framing.WIDE: (0.5, 0.6),
    Framing.FULL: (0.5, 0.6),
    Framing.MEDIUM: (0.5, 0.55),
    Framing.TWO_SHOT: (0.5, 0.55),
    Framing.OVER_SHOULDER: (0.5, 0.55),
    Framing.CLOSE: (0.5, 0.45),
    Framing.EXTREME_CLOSE: (0.5, 0.4),
    Framing.INSERT: (0.6, 0.6),
}
"""How firmly the drawing is kept (`StillRequest.hold`): with nobody in the shot, and with somebody.

Where a figure is small the drawing has to say where it stands; the closer a face, the less may be left of the drawn
one, whose eyes and mouth are simpler than those of a person. First values by eye, to be set again with real models.
"""

SHEET_HOLD = 0.7
"""The same for a character's sheet, whose ten figures have to stay where they are."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Canvas:
    """A shot, and the drawing of it that is painted over."""

    shot: Shot
    drawing: Digest


@dataclass(frozen=True, kw_only=True, slots=True)
class Painted:
    """The stills by the part of their work, and what could not be done as asked with their prompts."""

    takes: Mapping[str, Take]
    notes: tuple[Note, ...] = ()


async def paint(
    desk: Desk,
    ready: Rehearsal,
    synopsis: Synopsis,
    canvases: Mapping[str, Canvas],
    listen: Listener,
    *,
    is_audition: bool = False,
) -> Painted:
    """Paint what is missing of these stills, each by the part of its work; none in a studio that draws.

    An audition shows in few steps what they would become, where the model has such steps; its seeds are theirs.
    """
    if not paints(desk):
        return Painted(takes={})
    model, paper = desk.studio.model(STILL), ready.paper.digest
    told = await prompting.brief(desk, synopsis, ready.script, model)
    shots = {canvas.shot.id: canvas.shot for canvas in canvases.values()}
    composed = {name: prompter.still(told.value, ready.script, shot) for name, shot in shots.items()}
    prompts = await prompting.in_force(desk, composed, (paper, *told.answers), told.notes)
    orders = {}
    for part, canvas in canvases.items():
        take, words = prompts[canvas.shot.id]
        request = _still(desk, model, words, synopsis, canvas)
        if is_audition:
            request = replace(request, steps=model.audition)
        orders[part] = Order(work=Work(Medium.STILL, part), request=request, sources=(paper, take.digest))
    takes = await produce(desk, tuple(orders.values()), listen)
    return Painted(takes={part: takes[order.work] for part, order in orders.items()}, notes=told.notes)


async def portray(desk: Desk, synopsis: Synopsis, source: Digest, listen: Listener) -> tuple[Character, ...]:
    """Return the cast with their portraits in the place of the sheets that these are painted over.

    `source` is the digest of the synopsis. In a studio that draws the sheets stay.
    """
    if not paints(desk):
        return synopsis.cast
    model = desk.studio.model(STILL)
    told = await prompting.brief(desk, synopsis, None, model)
    drawn = {each.id: each for each in synopsis.cast if each.sheet}
    composed = {f"cast/{name}": prompter.portrait(told.value, each) for name, each in drawn.items()}
    prompts = await prompting.in_force(desk, composed, (source, *told.answers), told.notes)
    orders = []
    for name, each in drawn.items():
        take, words = prompts[f"cast/{name}"]
        request = _portrait(desk, model, words, each)
        orders.append(Order(work=Work(Medium.PORTRAIT, name), request=request, sources=(source, take.digest)))
    takes = await produce(desk, orders, listen)
    return tuple(
        replace(each, sheet=takes[Work(Medium.PORTRAIT, each.id)].digest) if each.id in drawn else each
        for each in synopsis.cast
    )


async def ahead(desk: Desk, count: int) -> Estimate | None:
    """Return what painting so many stills would take, for whoever approves what comes before them; nothing where none
    are painted.
    """
    if not paints(desk):
        return None
    work = Work(Medium.STILL)
    return await outlook(desk, [Order(work=work, request=StillRequest(prompt="", seed=each)) for each in range(count)])


def hold(shot: Shot) -> float:
    """Return how firmly the drawing of a shot is kept."""
    return HOLDS[shot.framing][bool(shot.characters)]


def _still(desk: Desk, model: Model, words: Prompt, synopsis: Synopsis, canvas: Canvas) -> StillRequest:
    """Return the request of a shot's picture; who is in it is shown to the model as they were approved."""
    shot = canvas.shot
    asked = StillRequest(
        prompt=words.text,
        negative=words.negative,
        layout=canvas.drawing,
        hold=hold(shot),
        references=tuple(each.sheet for each in prompter.shown(synopsis.cast, shot) if each.sheet),
        seed=seed(desk.episode.id, "shot", shot.id, shot.roll),
    )
    return fitted(asked, model.takes)


def _portrait(desk: Desk, model: Model, words: Prompt, character: Character) -> StillRequest:
    """Return the request of a portrait; its seed is the series', so that every episode asks for the same face."""
    asked = StillRequest(
        prompt=words.text,
        negative=words.negative,
        layout=character.sheet or "",
        hold=SHEET_HOLD,
        seed=seed(desk.series.id, "portrait", character.id),
        width=SHEET[0],
        height=SHEET[1],
    )
    return fitted(asked, model.takes)


def fitted(asked: StillRequest, takes: AbstractSet[Taken]) -> StillRequest:
    """Return a request with what a model takes of it.

    Where it has no place for the drawing, that goes before the references; what cannot be said changes no take.
    """
    lays_out = Taken.LAYOUT in takes
    pictures = asked.references if lays_out else (asked.layout, *asked.references)
    return replace(
        asked,
        negative=asked.negative if Taken.NEGATIVE in takes else "",
        layout=asked.layout if lays_out else "",
        hold=asked.hold if lays_out else 0.0,
        references=pictures if Taken.REFERENCES in takes else (),
    )
