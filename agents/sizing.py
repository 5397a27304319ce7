"""Sizing: a person lets a model paint smaller where memory does not hold its size, and what is made is asked for so.

Letting it is an act of a person and stands in the ledger. It counts for that model alone: another one is tried in its
own size again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from agents.acts import Origin
from agents.commands.sizing import PaintSmaller
from agents.halting import CRAMPED
from agents.spending import go_on, seat
from agents.studio import Desk, Studio
from agents.team import trade
from generation.requests.motion import ClipRequest
from generation.requests.pictures import RetouchRequest, StillRequest
from generation.requests.request import Request
from storage import documents
from storage.domain.contributions import Actor, Kind
from storage.domain.errors import Outdated
from storage.domain.ids import EpisodeId
from storage.domain.papers import Sizing
from storage.domain.takes import Medium, Work

PIXELS = "pixels"
"""The fact of such an act that says how many a model may paint at the most."""

Painted = StillRequest | RetouchRequest | ClipRequest
"""What a model can paint smaller and enlarge."""


async def paint_smaller(studio: Studio, command: PaintSmaller, cause: int | None) -> EpisodeId:
    """Let the model that an episode waits for paint in a smaller size, and go on.

    Raises:
        Outdated: the episode does not wait for that, or another size is offered by now.
        Refused: the caller does not steer the series.
    """
    async with studio.store.read() as reader:
        model = (await reader.episode(command.episode)).halt_facts.get("model", "")
    asked = {"model": model, "width": str(command.width), "height": str(command.height)}
    pixels = command.width * command.height
    paper = Sizing(model=model, pixels=pixels, salt=studio.salt())
    digest = await studio.vault.put_bytes(documents.dump(paper))
    async with studio.store.write(cause) as unit:
        desk, person = await seat(studio, unit, command.caller, command.episode)
        if (desk.episode.halt, dict(desk.episode.halt_facts)) != (CRAMPED, asked):
            raise Outdated("sized")
        origin = Origin(by=Actor.person(person.id), role=await trade(unit, desk.series.id, person), kind=Kind.ALLOWED)
        await desk.enter(unit, Work(Medium.SIZING, model), digest, origin, facts={PIXELS: pixels})
        await go_on(desk, unit)
    return command.episode


async def fitted(desk: Desk, requests: Sequence[Request]) -> tuple[Request, ...]:
    """Return requests as they are made: in the smaller size that somebody let their model paint in, if somebody did.

    What was painted in its own size before stays as it is.
    """
    most = await _most(desk, requests)
    free = [each for each in requests if _limit(each, most)]
    missing = set(map(id, await desk.missing(free)))
    return tuple(_smaller(each, most[each.operation]) if id(each) in missing else each for each in requests)


def _smaller(request: Request, pixels: int) -> Request:
    return replace(request, pixels=pixels) if isinstance(request, Painted) else request


def _limit(request: Request, most: Mapping[str, int]) -> int:
    return most.get(request.operation, 0) if isinstance(request, Painted) else 0


async def _most(desk: Desk, requests: Iterable[Request]) -> Mapping[str, int]:
    """Return how many pixels the model of each operation may paint at the most, where somebody said so."""
    operations = {each.operation for each in requests if isinstance(each, Painted)}
    found: dict[str, int] = {}
    for operation in sorted(operations):
        head = await desk.head(Work(Medium.SIZING, desk.studio.model(operation).name))
        pixels = head.facts.get(PIXELS) if head else 0
        if isinstance(pixels, int) and pixels:
            found[operation] = pixels
    return found
