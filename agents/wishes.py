"""Wishes: what people want changed, and which of them are still to be met. Derived, never stored.

A wish is met once some version of the paper it is about has it among its sources.
"""

from collections.abc import Mapping

from agents.acts import STUDIO, Origin
from agents.crew import director, editor, reading
from agents.studio import Desk
from storage.domain.contributions import Kind
from storage.domain.credits import lineage
from storage.domain.papers import Subject, Wish
from storage.domain.story import Script, Synopsis
from storage.domain.takes import Medium, Take
from storage.domain.timecode import RATE
from storage.making import making
from storage.tracing import own_words

PAPERS: Mapping[Subject, tuple[Medium, ...]] = {
    Subject.SYNOPSIS: (Medium.SYNOPSIS,),
    # What no word of a script says may be done to its finished picture.
    Subject.SCRIPT: (Medium.SCRIPT, Medium.RETOUCHES),
    Subject.VARIANTS: (Medium.VARIANTS,),
    Subject.RETOUCH: (Medium.RETOUCHES,),
    Subject.TRANSLATION: (Medium.TRANSLATION,),
}
"""What meets a wish: a version of one of these papers."""


async def pending(desk: Desk, about: Subject) -> tuple[tuple[Take, Wish], ...]:
    """Return the wishes about a paper that no version of it has met yet, oldest first.

    One whose words were removed at their author's wish asks for nothing any more.
    """
    async with desk.studio.store.read() as reader:
        wishes = await reader.takes(desk.episode.id, Medium.WISH)
        papers = [take for medium in PAPERS[about] for take in await reader.takes(desk.episode.id, medium)]
        history = await reader.history(desk.episode.id)
    met = lineage((paper.digest for paper in papers), history)
    kept = [take for take in wishes if take.digest not in met and desk.studio.vault.has(take.digest)]
    unmet = [(take, await desk.read(Wish, take)) for take in kept]
    return tuple((take, wish) for take, wish in unmet if wish.about is about)


async def own(desk: Desk, paper: Synopsis | Script) -> frozenset[str]:
    """Return the sentences of a version of a paper that are people's own words."""
    return own_words(await making(desk.studio.store, desk.studio.vault, desk.episode.id), paper)


async def meet(desk: Desk, wish: Take, before: Take, met: Take) -> None:
    """Enter that a wish is met by a version that was there before it: nothing was made anew, so nothing says so yet."""
    if wish.digest in await desk.ancestry(met):
        return
    origin = Origin(by=STUDIO, kind=Kind.ARRANGED, sources=(before.digest, wish.digest))
    async with desk.studio.store.write() as unit:
        await unit.record(desk.contribution(origin, made=met.digest))


def placed(wish: Wish, script: Script, frames: Mapping[str, int]) -> str:
    """Return the shot a wish is about: the one it was a reply to, the one at the time it names, or the only one whose
    number it names; empty for a wish about several, or about the whole.
    """
    if wish.shot:
        return wish.shot
    found = reading.read(wish.text)
    if found.seconds is not None:
        return editor.shot_at(script, frames, round(found.seconds * RATE))
    named = director.counted(script, found)
    return named[0] if len(named) == 1 else ""
