"""The call sheet: what is done in each working stage, from what is decided to the next draft.

Every step asks for takes that may exist already, so a stage can be run again from its start at any time: after a
restart, after a wish, after a failure. What is done is found, what changed is made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from agents.crew import cinematographer, director, editor, sound, writer
from agents.crew.asking import Written
from agents.crew.cinematographer import FINAL, PREVIEW, Drawing
from agents.crew.editor import Material, Overrun, Print, Spoken
from agents.crew.language import length
from agents.errors import WritersBlock
from agents.production import Listener, Order, outlook, produce
from agents.roll import printed
from agents.studio import STUDIO, Desk, Opens, Origin, Releases, Then
from agents.wishes import pending, placed
from agents.wording import Wording
from generation.cut.timeline import Timeline
from generation.requests import CutRequest, PanelRequest
from storage.domain.contributions import Actor, Kind
from storage.domain.ids import Digest
from storage.domain.papers import Idea, Panel, Storyboard, Subject
from storage.domain.review import DraftKind
from storage.domain.story import Script, Synopsis
from storage.domain.takes import Medium, Take, Work

LABEL = "AI生成 · AI GENERATED"
"""The visible label: an element of AI and one of making in Chinese (GB 45438-2025), and the same in English."""

REHEARSALS = 5
"""How often a line may be shortened before the script is given back to its author."""

SHORTEST_LINE = 2
"""Words, or Chinese characters, that a line needs to say anything."""

IDEA, SYNOPSIS, SCRIPT, STORYBOARD = map(Work, (Medium.IDEA, Medium.SYNOPSIS, Medium.SCRIPT, Medium.STORYBOARD))


@dataclass(frozen=True, kw_only=True, slots=True)
class Board:
    """Everything the shooting needs: words that fit, their voices, the drawings, and how long each shot stands."""

    synopsis: Synopsis
    script: Script
    paper: Digest
    spoken: Mapping[str, Spoken]
    frames: Mapping[str, int]
    drawings: Mapping[str, Drawing]


async def write(desk: Desk, listen: Listener, wording: Wording) -> None:
    """Write the synopsis from the idea, or again after each wish, and open it for approval."""
    del listen, wording
    language = desk.series.language
    idea = await _chosen(desk, IDEA)
    text = (await desk.read(Idea, idea)).text
    head = await desk.head(SYNOPSIS)
    if head is None:
        written = await writer.draft(desk, text, language)
        head = await desk.write(SYNOPSIS, written.value, _by_model(desk, (idea.digest, *written.answers)))
    for take, wish in await pending(desk, Subject.SYNOPSIS):
        revised = await writer.revise(desk, await desk.read(Synopsis, head), wish.text, language)
        origin = _by_model(desk, (head.digest, take.digest, *revised.answers))
        head = await desk.write(SYNOPSIS, revised.value, origin)
    await desk.again(head, then=Opens(kind=DraftKind.SYNOPSIS))


async def board(desk: Desk, listen: Listener, wording: Wording) -> None:
    """Write the script, record its lines, draw its shots, and open the storyboard for approval."""
    del wording
    ready = await prepare(desk, listen)
    ahead = await outlook(desk, _filming(desk, ready, PREVIEW))
    await _pin(desk, ready, Opens(kind=DraftKind.STORYBOARD, ahead=ahead))


async def shoot(desk: Desk, listen: Listener, wording: Wording) -> None:
    """Film the clips in the size of a phone preview, compose the cue, and open the preview cut for approval."""
    ready = await prepare(desk, listen)
    pinned = await _pin(desk, ready)
    request = CutRequest(timeline=await _arranged(desk, ready, PREVIEW, listen, wording), quality="preview")
    order = Order(work=Work(Medium.PREVIEW), request=request, sources=(ready.paper, pinned.digest))
    await _cut(desk, order, listen, Opens(kind=DraftKind.CUT))


async def finish(desk: Desk, listen: Listener, wording: Wording) -> None:
    """Film the clips in full size, cut the episode with its final credits, and release it."""
    ready = await prepare(desk, listen)
    pinned = await _pin(desk, ready)
    approved = await _chosen(desk, Work(Medium.PREVIEW))
    request = CutRequest(timeline=await _arranged(desk, ready, FINAL, listen, wording))
    order = Order(work=Work(Medium.CUT), request=request, sources=(ready.paper, pinned.digest, approved.digest))
    await _cut(desk, order, listen, Releases())


async def prepare(desk: Desk, listen: Listener) -> Board:
    """Return the board as the story and every wish so far have it, making what is missing."""
    head = await _chosen(desk, SYNOPSIS)
    synopsis = await desk.read(Synopsis, head)
    take = await _scripted(desk, synopsis, head)
    script, take, spoken, frames = await _rehearsed(desk, synopsis, take, listen)
    for noted, wish in await pending(desk, Subject.SCRIPT):
        shot = placed(wish, script, frames)
        revised = await _revised(desk, synopsis, script, wish.text, shot)
        origin = _by_model(desk, (take.digest, noted.digest, *revised.answers))
        take = await desk.write(SCRIPT, revised.value, origin)
        script, take, spoken, frames = await _rehearsed(desk, synopsis, take, listen)
    orders = cinematographer.panels(script, synopsis, desk.episode.id, take.digest)
    drawn = await produce(desk, orders, listen)
    return Board(
        synopsis=synopsis,
        script=script,
        paper=take.digest,
        spoken=spoken,
        frames=frames,
        drawings={order.work.part: _drawing(order, drawn[order.work]) for order in orders},
    )


async def _scripted(desk: Desk, synopsis: Synopsis, source: Take) -> Take:
    """Return the script of this synopsis, written now where it is missing or follows an older synopsis."""
    head = await desk.head(SCRIPT)
    if head is not None and source.digest in await desk.ancestry(head):
        return head
    written = await director.script(desk, synopsis, desk.series.language)
    return await desk.write(SCRIPT, written.value, _by_model(desk, (source.digest, *written.answers)))


async def _revised(desk: Desk, synopsis: Synopsis, script: Script, text: str, shot: str) -> Written[Script]:
    """Apply a wish; one about a shot that changes no word and no camera asks for another drawing of it."""
    try:
        return await director.revise(desk, synopsis, script, text, desk.series.language, shot)
    except WritersBlock:
        if not shot:
            raise
        again = (replace(each, roll=each.roll + 1) if each.id == shot else each for each in script.shots)
        return Written(value=replace(script, shots=tuple(again)))


async def _rehearsed(
    desk: Desk, synopsis: Synopsis, take: Take, listen: Listener
) -> tuple[Script, Take, Mapping[str, Spoken], Mapping[str, int]]:
    """Record the lines and measure them; a line that does not fit is rewritten before any picture is made."""
    for _ in range(REHEARSALS):
        script = await desk.read(Script, take)
        orders = sound.readings(script, synopsis, desk.series.language, take.digest)
        recorded = await produce(desk, orders, listen)
        spoken = {work.part: sound.spoken(voice) for work, voice in recorded.items()}
        try:
            return script, take, spoken, editor.lengths(script, spoken)
        except Overrun as overrun:
            words = await _shortened(desk, script, overrun.line, overrun.share(spoken))
            take = await desk.write(SCRIPT, words.value, _by_model(desk, (take.digest, *words.answers)))
    raise WritersBlock("shorten", ("the dialogue does not fit into thirty seconds",))


async def _shortened(desk: Desk, script: Script, line: str, share: float) -> Written[Script]:
    """Say a line in fewer words: as many as `share` of it holds, and one fewer for the air around them."""
    language = desk.series.language
    most = max(SHORTEST_LINE, int(length(script.line(line).text, language) * share) - 1)
    return await director.shorten(desk, script, line, language, most)


async def _arranged(desk: Desk, ready: Board, size: tuple[int, int], listen: Listener, wording: Wording) -> Timeline:
    """Film the clips, compose the cue, and arrange the episode."""
    takes = await produce(desk, _filming(desk, ready, size), listen)
    clips = {work.part: take.digest for work, take in takes.items() if work.medium is Medium.CLIP}
    material = Material(frames=ready.frames, clips=clips, spoken=ready.spoken, cue=takes[Work(Medium.CUE)].digest)
    sources = (ready.paper, *(take.digest for take in takes.values()), *(s.sound for s in ready.spoken.values()))
    language, title = desk.series.language, ready.synopsis.title
    words = Print(
        language=language,
        series="" if desk.series.title == title else desk.series.title,
        title=title,
        number=wording(language, "card-episode", number=desk.episode.number),
        heading=wording(language, "card-credits"),
        credits=await printed(desk, sources, wording),
        label=LABEL,
    )
    return editor.timeline(ready.script, material, words)


def _filming(desk: Desk, ready: Board, size: tuple[int, int]) -> tuple[Order, ...]:
    clips = cinematographer.clips(ready.script, desk.episode.id, ready.drawings, ready.frames, size)
    length = editor.total(ready.script, ready.frames)
    return (*clips, sound.cue(ready.script, length, desk.episode.id, ready.paper))


async def _cut(desk: Desk, order: Order, listen: Listener, then: Then) -> None:
    await produce(desk, [order], listen, then=then)


async def _pin(desk: Desk, ready: Board, then: Then = None) -> Take:
    """Put the drawings on the board in the order of the shots."""
    panels = tuple(Panel(shot=shot.id, digest=ready.drawings[shot.id].panel) for shot in ready.script.shots)
    paper = Storyboard(script=ready.paper, panels=panels)
    sources = (ready.paper, *(panel.digest for panel in panels))
    return await desk.write(STORYBOARD, paper, Origin(by=STUDIO, kind=Kind.ARRANGED, sources=sources), then=then)


def _drawing(order: Order, take: Take) -> Drawing:
    """Return a panel as the camera may use it: in layers when the take was made from this very request."""
    request = order.request if isinstance(order.request, PanelRequest) and take.facts.get("layered") else None
    return Drawing(panel=take.digest, request=request)


def _by_model(desk: Desk, sources: tuple[Digest, ...]) -> Origin:
    return Origin(by=Actor.model(desk.studio.model("text").name), sources=sources)


async def _chosen(desk: Desk, work: Work) -> Take:
    head = await desk.head(work)
    if head is None:
        raise LookupError(f"episode {desk.episode.id} has no {work} at stage {desk.episode.stage}")
    return head
