"""Filming: the clips of an episode. A shot that goes on from the one before waits for the last frame of its clip.

Only a model that sets pictures in motion can go on from there. Our own animation moves what it drew, and cuts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from agents.production import Listener, Order, produce, sized
from agents.studio import Desk
from generation.catalog.model import Origin, Taken
from generation.requests.motion import ClipRequest, FrameRequest
from generation.requests.request import Request
from storage.domain.ids import Digest
from storage.domain.story import Script
from storage.domain.takes import Medium, Note, Take, Work

CLIP = "clip"
"""The operation that films a shot."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shoot:
    """What can be made now (`orders`), and the clips that are `waiting` for the one before them.

    What waits is ordered as if it began on its own picture: it will be as long, and cost as much.
    """

    orders: tuple[Order, ...]
    waiting: tuple[Order, ...]


def moves(desk: Desk) -> bool:
    """Return whether a trained model sets pictures in motion here, and not our own animation."""
    return desk.studio.model(CLIP).origin is not Origin.COMPUTED


def notes(desk: Desk, script: Script) -> tuple[Note, ...]:
    """Return what becomes of shots that go on from the one before, where it is not what people may expect.

    Our own animation cuts. A model that takes no last picture never shows the shot's own.
    """
    places = [number for number, shot in enumerate(script.shots, 1) if shot.continues]
    if not moves(desk):
        return tuple(Note("continues-left-out", (("shot", str(number)),)) for number in places)
    if Taken.LAST not in desk.studio.model(CLIP).takes:
        return tuple(Note("continues-unseen", (("shot", str(number)),)) for number in places)
    return ()


async def film(desk: Desk, script: Script, orders: Sequence[Order], listen: Listener) -> Mapping[Work, Take]:
    """Make these orders; clips one after the other where one goes on from another, all others side by side.

    Raises:
        Doubtful: one of the orders may have been paid already.
        Unaffordable: there is not the money for all of it, or not yet; nothing was begun.
        ExceptionGroup: of the `GenerationError`s of the orders that failed.
    """
    ends: Mapping[Work, Take] = {}
    while True:
        shoot = await ready(desk, script, orders, ends)
        takes = await produce(desk, shoot.orders, listen, later=shoot.waiting)
        if not shoot.waiting:
            return takes
        followed = _followed(script).values()
        last = (_end(order, takes[order.work].digest) for order in shoot.orders if order.work.part in followed)
        ends = await produce(desk, [order for order in last if order], lambda _: None)


async def ready(desk: Desk, script: Script, orders: Sequence[Order], ends: Mapping[Work, Take] | None = None) -> Shoot:
    """Return what of these orders can be made: those of clips stand in the order of the shots.

    A clip that goes on from another can be, as soon as the last frame of that one is there: among these `ends`, or made
    before.
    """
    followed = _followed(script) if moves(desk) else {}
    known: dict[str, Order] = {}
    now, waiting = list[Order](), list[Order]()
    for order in orders:
        before = followed.get(order.work.part) if order.work.medium is Medium.CLIP else None
        begun: Order | None = order
        if before is not None:
            end = (ends or {}).get(Work(Medium.FRAME, before)) or await _last(desk, known.get(before))
            begun = _continued(desk, order, end)
        if begun is None:
            waiting.append(order)
            continue
        now.append(begun)
        if begun.work.medium is Medium.CLIP:
            known[begun.work.part] = begun
    return Shoot(orders=tuple(now), waiting=tuple(waiting))


def _followed(script: Script) -> Mapping[str, str]:
    """Return the shot before each one that goes on from it, by their ids."""
    return {shot.id: before.id for before, shot in pairwise(script.shots) if shot.continues}


def _continued(desk: Desk, order: Order, end: Take | None) -> Order | None:
    """Return the order of a clip that begins where the one before ends; nothing as long as that is not there.

    A model that can end on a picture is to arrive at the shot's own; others leave it unseen.
    """
    if end is None or not isinstance(order.request, ClipRequest):
        return None
    last = order.request.panel if Taken.LAST in desk.studio.model(CLIP).takes else ""
    return replace(order, request=replace(order.request, panel=end.digest, drawing=None, last=last))


async def _last(desk: Desk, order: Order | None) -> Take | None:
    """Return the last frame of a clip, where both were made before."""
    if order is None:
        return None
    (known,) = await sized(desk, [order])
    clip = await _found(desk, known.request)
    end = _end(known, clip.digest) if clip else None
    return await _found(desk, end.request) if end else None


def _end(order: Order, clip: Digest) -> Order | None:
    """Return the order of the last frame of a clip; nothing for what is none."""
    if not isinstance(order.request, ClipRequest):
        return None
    request = FrameRequest(clip=clip, frame=order.request.frames - 1)
    return Order(work=Work(Medium.FRAME, order.work.part), request=request)


async def _found(desk: Desk, request: Request) -> Take | None:
    """Return the take of a request that was made before."""
    async with desk.studio.store.read() as reader:
        return await reader.keyed(desk.episode.id, desk.studio.key(request))
