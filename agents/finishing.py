"""Finishing: stills with the changes that people asked for, each made to what the one before left.

The changes of a still are a paper of their own (`Retouches`), which hangs on that still and on no other: when its shot
is painted anew its changes are offered again, not applied, and when the still comes back they count as before. So
*current, stale, missing* stay computed: the last change of the still that counts is the picture that counts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agents.acts import STUDIO, Origin
from agents.crew import interpreter, prompter
from agents.crew.seeds import seed
from agents.production import Listener, Order, produce
from agents.prompting import STILL
from agents.studio import Desk, Studio
from agents.wishes import pending
from generation.requests.pictures import RetouchRequest, UpscaleRequest
from storage.domain.board import Retouches, Touch
from storage.domain.contributions import Kind
from storage.domain.events import News
from storage.domain.ids import Digest
from storage.domain.papers import Subject, Wish
from storage.domain.takes import Medium, Take, Work
from storage.pictures import chain

RETOUCH, UPSCALE = "retouch", "upscale"
"""The operations that change a picture, and make one larger."""

LARGER = 2
"""How many times as wide and as high a picture becomes."""

LARGEST = 4096
"""Pixels of the longest side of a picture: what a phone shows and the models of the catalog take."""

SIZE = (1080, 1920)
"""Pixels of a picture that does not say how large it is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A wish about the picture of a shot, and its take."""

    take: Take
    wish: Wish
    shot: str


@dataclass(frozen=True, kw_only=True, slots=True)
class _Chain:
    """The changes of the still of a shot, and the take of their paper."""

    take: Take
    paper: Retouches


def retouches(studio: Studio) -> bool:
    """Return whether finished pictures are changed here."""
    return {STILL, RETOUCH} <= studio.backends.keys()


def enlarges(studio: Studio) -> bool:
    """Return whether finished pictures are made larger here."""
    return {STILL, UPSCALE} <= studio.backends.keys()


async def finish(
    desk: Desk, asked: Sequence[Asked], painted: Mapping[str, Take], listen: Listener
) -> Mapping[str, Take]:
    """Return the picture of each shot as it hangs on the board: its still, with every change of it.

    `painted` are the stills by shot; `asked` are wishes about pictures that nothing has met yet, beside those that were
    meant for a picture from the beginning.
    """
    if not painted:
        return painted
    meant = [Asked(take=take, wish=wish, shot=wish.shot) for take, wish in await pending(desk, Subject.RETOUCH)]
    for each in (*asked, *meant):
        await _take_up(desk, each, painted)
    await _offer(desk, painted)
    found = {shot: await _chain(desk, shot, still.digest) for shot, still in painted.items()}
    return await _made(desk, painted, {shot: each for shot, each in found.items() if each}, listen)


def size(picture: Take) -> tuple[int, int]:
    """Return how large a picture is, in pixels."""
    width, height = picture.facts.get("width"), picture.facts.get("height")
    return (width, height) if isinstance(width, int) and isinstance(height, int) else SIZE


async def _take_up(desk: Desk, asked: Asked, painted: Mapping[str, Take]) -> None:
    """Add what a wish asks for to the changes of its still: the one it names, else the one that counts."""
    now = painted.get(asked.shot)
    if now is None:
        return
    still = asked.wish.still or now.digest
    known = await _chain(desk, asked.shot, still)
    if known is None:
        # Going back from the first change leads to a version without any.
        first = Retouches(shot=asked.shot, still=still)
        origin = Origin(by=STUDIO, kind=Kind.ARRANGED, sources=(still,))
        known = _Chain(take=await desk.write(chain(asked.shot, still), first, origin), paper=first)
    touch = Touch(wish=asked.take.digest, mask=asked.wish.mask, is_larger=asked.wish.is_larger)
    paper = Retouches(shot=asked.shot, still=still, touches=(*known.paper.touches, touch))
    origin = Origin(by=STUDIO, kind=Kind.ARRANGED, sources=(known.take.digest, asked.take.digest))
    await desk.write(chain(asked.shot, still), paper, origin)


async def _offer(desk: Desk, painted: Mapping[str, Take]) -> None:
    """Tell once of a still that took the place of one with changes: they are made to it if a person wants so."""
    async with desk.studio.store.read() as reader:
        heads = (await reader.heads(desk.episode.id)).values()
        counting = [take for take in await reader.takes(desk.episode.id, Medium.RETOUCHES) if take in heads]
    papers = [(take, await desk.read(Retouches, take)) for take in counting]
    for shot, still in painted.items():
        of_shot = [(take, paper) for take, paper in papers if paper.shot == shot]
        changed = [(take, paper) for take, paper in of_shot if paper.touches]
        if not changed or any(paper.still == still.digest for _, paper in of_shot):
            continue
        left, _ = changed[-1]
        origin = Origin(by=STUDIO, kind=Kind.ARRANGED, sources=(still.digest,))
        tells = {News.RETOUCHES_LEFT: {"shot": shot, "left": left.id, "still": still.id}}
        empty = Retouches(shot=shot, still=still.digest)
        await desk.write(chain(shot, still.digest), empty, origin, tells=tells)


async def _chain(desk: Desk, shot: str, still: Digest) -> _Chain | None:
    head = await desk.head(chain(shot, still))
    return _Chain(take=head, paper=await desk.read(Retouches, head)) if head else None


async def _made(
    desk: Desk, painted: Mapping[str, Take], chains: Mapping[str, _Chain], listen: Listener
) -> Mapping[str, Take]:
    """Make the changes that are missing: the first of every shot, then the second, each after the one before."""
    made = dict(painted)
    left = dict(chains)
    for number in range(max((len(each.paper.touches) for each in chains.values()), default=0)):
        orders: dict[str, Order] = {}
        for shot, each in tuple(left.items()):
            order = await _order(desk, each, number, made[shot])
            if order is None:
                del left[shot]
            else:
                orders[shot] = order
        takes = await produce(desk, tuple(orders.values()), listen)
        made |= {shot: takes[order.work] for shot, order in orders.items()}
    return made


async def _order(desk: Desk, found: _Chain, number: int, picture: Take) -> Order | None:
    """Return the order of a change (from 0) to what the one before left; nothing where there is none.

    Where its words were removed at their author's wish, or nobody does such changes here any more, the picture stays as
    it was before it.
    """
    paper = found.paper
    touch = paper.touches[number] if number < len(paper.touches) else None
    if touch is None or not desk.studio.vault.has(touch.wish):
        return None
    if not (enlarges if touch.is_larger else retouches)(desk.studio):
        return None
    request = _larger(picture) if touch.is_larger else await _changed(desk, touch, picture)
    work = Work(Medium.RETOUCH, f"{paper.shot}.{number + 1}")
    return Order(work=work, request=request, sources=(found.take.digest, touch.wish))


def _larger(picture: Take) -> UpscaleRequest:
    width, height = size(picture)
    return UpscaleRequest(picture=picture.digest, width=LARGER * width, height=LARGER * height)


async def _changed(desk: Desk, touch: Touch, picture: Take) -> RetouchRequest:
    """Return the request of a change in words, put into English for a model that reads nothing else."""
    async with desk.studio.store.read() as reader:
        (wish,) = [take for take in await reader.takes(desk.episode.id, Medium.WISH) if take.digest == touch.wish]
    text = (await desk.read(Wish, wish)).text
    language = desk.series.language
    if language not in prompter.reads(desk.studio.model(RETOUCH).family):
        text = (await interpreter.english(desk, [text], language)).value.get(text, text)
    width, height = size(picture)
    return RetouchRequest(
        picture=picture.digest,
        instruction=text,
        mask=touch.mask or "",
        seed=seed(desk.episode.id, "touch", touch.wish),
        width=width,
        height=height,
    )
