"""The board: the drawings in the order of the shots, and what is told where one of them was drawn anew."""

from collections.abc import Mapping
from dataclasses import dataclass

from agents.acts import Tells
from agents.crew.cinematographer import Drawing, Plan
from agents.production import Order
from agents.studio import Desk
from generation.requests.pictures import PanelRequest
from storage.domain.board import Panel, Storyboard
from storage.domain.contributions import Contribution, Kind
from storage.domain.events import News
from storage.domain.ids import Digest, EpisodeId
from storage.domain.story import Script, Synopsis
from storage.domain.takes import Medium, Note, Take, Work
from storage.pictures import pictures

STORYBOARD = Work(Medium.STORYBOARD)

FEW = 1
"""So many new drawings are shown by themselves; more of them are a new board."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Board:
    """Everything the shooting needs: words that fit, their voices, the drawings, and how long each shot stands.

    Chance falls as it fell in the episode `dealt`: for an edition in its original, whose title is `original`.
    """

    synopsis: Synopsis
    script: Script
    paper: Take
    plan: Plan
    approved: tuple[Digest, ...]
    """What a team approved of it by itself, beside the drafts that every team sees."""
    dealt: EpisodeId
    original: str = ""
    notes: tuple[Note, ...] = ()
    """What could not be done as asked on the way to it, beside what its takes say."""


def drawing(order: Order, take: Take) -> Drawing:
    """Return a panel as the camera may use it: in layers when the take was made from this very request."""
    request = order.request if isinstance(order.request, PanelRequest) and take.facts.get("layered") else None
    return Drawing(panel=take.digest, request=request)


def picture(order: Order, drawn: Take, painted: Take | None) -> Drawing:
    """Return what hangs on the board for a shot: the still where one is painted, flat, else the drawing."""
    return Drawing(panel=painted.digest, request=None) if painted else drawing(order, drawn)


def board(script: Digest, shots: Mapping[str, Digest]) -> Storyboard:
    """Return the board of a script: its drawings by shot, in order."""
    return Storyboard(script=script, panels=tuple(Panel(shot=shot, digest=panel) for shot, panel in shots.items()))


async def before(desk: Desk) -> Storyboard | None:
    """Return the board as people have seen it last."""
    head = await desk.head(STORYBOARD)
    return await desk.read(Storyboard, head) if head else None


def changed(old: Storyboard | None, new: Storyboard) -> Mapping[str, tuple[Digest, Digest]] | None:
    """Return the drawings that are other ones now, old and new by shot; nothing where the boards share no shots."""
    if old is None:
        return None
    known = {panel.shot: panel.digest for panel in old.panels}
    if known.keys() != {panel.shot for panel in new.panels}:
        return None
    return {each.shot: (known[each.shot], each.digest) for each in new.panels if known[each.shot] != each.digest}


def is_partial(changes: Mapping[str, tuple[Digest, Digest]] | None) -> bool:
    """Return whether people have seen a board but for the drawings that are shown to them by themselves."""
    return changes is not None and len(changes) <= FEW


async def tells(desk: Desk, script: Take, changes: Mapping[str, tuple[Digest, Digest]] | None) -> Tells:
    """Return what is told of one drawing that took another's place; nothing where a person chose it themselves."""
    if not changes or len(changes) > FEW:
        return {}
    async with desk.studio.store.read() as reader:
        history = await reader.history(desk.episode.id)
        takes = {take.digest: take for take in await pictures(reader, desk.episode.id)}
    ((shot, (old, new)),) = changes.items()
    last = [act for act in history if act.made == script.digest]
    if last and takes[new].work.medium is not Medium.RETOUCH and _is_known(last[-1], new):
        return {}
    if any(act.kind is Kind.CHOSE and act.sources == (new,) for act in history[-1:]):
        return {}
    return {News.SHOT_REDRAWN: {"shot": shot, "before": takes[old].id, "after": takes[new].id}}


def _is_known(act: Contribution, picture: Digest) -> bool:
    """Whether who changed a script did so by choosing this very picture, not an audition of it."""
    return act.kind is Kind.CHOSE and (not act.shown or picture in {*act.shown, *act.sources})
