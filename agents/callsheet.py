"""The call sheet: what is done in each working stage, from what is decided to the next draft.

Every step asks for takes that may exist already, so a stage can be run again from its start at any time: after a
restart, after a wish, after a failure. What is done is found, what changed is made.
"""

import asyncio
import logging
from dataclasses import replace

from agents import (
    boarding,
    filming,
    finishing,
    lending,
    manuscripts,
    prompting,
    seasons,
    showings,
    stills,
    translating,
    variants,
)
from agents.acts import STUDIO, Opens, Origin, Releases, Then
from agents.boarding import Board
from agents.crew import blocking, cinematographer, costume, director, editor, sound, writer
from agents.crew.asking import Written
from agents.crew.cinematographer import FINAL, PREVIEW, Plan
from agents.crew.editor import Material, Overrun, Print
from agents.crew.gist import gist
from agents.errors import Overlong, WritersBlock
from agents.finishing import Asked
from agents.production import Listener, Order, outlook, produce
from agents.roll import printed
from agents.showings import REHEARSALS, Rehearsal
from agents.stills import Canvas
from agents.studio import Desk
from agents.wishes import meet, own, pending, placed
from agents.wording import Wording
from generation.cut.timeline import Timeline
from generation.errors import Cancelled, Doubtful, GenerationError
from generation.requests.printing import CutRequest
from storage.domain.contributions import Actor, Kind
from storage.domain.costs import Estimate
from storage.domain.ids import Digest
from storage.domain.papers import Idea, Subject, Wish
from storage.domain.review import DraftKind
from storage.domain.story import SHOTS, Character, Script, Synopsis
from storage.domain.takes import Medium, Take, Work
from storage.errors import Missing

log = logging.getLogger(__name__)

LABEL = "AI生成 · AI GENERATED"
"""The visible label: an element of AI and one of making in Chinese (GB 45438-2025), and the same in English."""

IDEA, SYNOPSIS, SCRIPT = map(Work, (Medium.IDEA, Medium.SYNOPSIS, Medium.SCRIPT))


async def write(desk: Desk, listen: Listener, wording: Wording) -> None:
    """Write the synopsis, or again after each wish, dress and draw its cast, and open it for approval."""
    del wording
    head = await drafted(desk)
    for take, wish in await pending(desk, Subject.SYNOPSIS):
        revised = await _rewritten(desk, await desk.read(Synopsis, head), wish.text)
        written = await _dressed(desk, revised, (head.digest, take.digest), wish.text)
        await meet(desk, take, head, written)
        head = written
    head = await _portrayed(desk, head, listen)
    if await showings.halts_at_cast(desk, head):
        return
    seen = DraftKind.CAST in await showings.asked(desk)
    ahead = await stills.ahead(desk, SHOTS.stop - 1)
    await desk.again(head, then=Opens(kind=DraftKind.SYNOPSIS, ahead=ahead, is_partial=seen))


async def drafted(desk: Desk) -> Take:
    """Return the synopsis as it stands; the first is a brought text's own, or written from idea or plan."""
    head, idea = await desk.head(SYNOPSIS), await desk.head(IDEA)
    if head is not None:
        return head
    if idea is None:
        return await seasons.draft(desk)
    kept = await manuscripts.kept(desk)
    written = manuscripts.synopsis(desk, kept) if kept else await _imagined(desk, idea)
    return await _dressed(desk, written, (idea.digest,), is_arranged=kept is not None)


async def _imagined(desk: Desk, idea: Take) -> Written[Synopsis]:
    try:
        told = (await desk.read(Idea, idea)).text
    except Missing:
        raise WritersBlock("synopsis", ("the idea was removed at its author's wish",)) from None
    return await writer.draft(desk, gist(told), desk.series.language)


async def _rewritten(desk: Desk, synopsis: Synopsis, wish: str) -> Written[Synopsis]:
    """Apply a wish to the words; one that is about looks alone leaves them as they are."""
    language = desk.series.language
    try:
        return await writer.revise(desk, synopsis, wish, language, await own(desk, synopsis))
    except WritersBlock:
        if not costume.concerns(wish, synopsis, language):
            raise
        return Written(value=synopsis)


async def _dressed(
    desk: Desk, written: Written[Synopsis], sources: tuple[Digest, ...], wish: str = "", *, is_arranged: bool = False
) -> Take:
    """Record a synopsis with a design for everyone in its cast."""
    dressed = await costume.dress(desk, written.value, desk.series.language, wish)
    sources = (*sources, *written.answers, *dressed.answers)
    origin = _by_studio(sources) if is_arranged else _by_model(desk, sources)
    notes = (*written.notes, *dressed.notes)
    return await desk.write(SYNOPSIS, dressed.value, origin, notes=notes, facts={"tries": written.tries})


async def _portrayed(desk: Desk, head: Take, listen: Listener) -> Take:
    """Draw a sheet of everyone in the cast, paint portraits over them where that is done, and record the synopsis with
    them; who cannot be drawn has none.
    """
    synopsis = await desk.read(Synopsis, head)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(_with_sheet(desk, each, head.digest, listen)) for each in synopsis.cast]
    drawn = replace(synopsis, cast=tuple(task.result() for task in tasks))
    portrayed = replace(drawn, cast=await stills.portray(desk, drawn, head.digest, listen))
    if portrayed == synopsis:
        return head
    sheets = tuple(character.sheet for character in portrayed.cast if character.sheet)
    return await desk.write(SYNOPSIS, portrayed, _by_studio((head.digest, *sheets)), notes=head.notes)


async def _with_sheet(desk: Desk, character: Character, source: Digest, listen: Listener) -> Character:
    order = Order(work=Work(Medium.SHEET, character.id), request=cinematographer.sheet(character), sources=(source,))
    try:
        takes = await produce(desk, [order], listen)
    except* GenerationError as trouble:
        if trouble.subgroup((Cancelled, Doubtful)):
            raise
        log.warning("the sheet of %s is not drawn: %s", character.id, trouble.exceptions[0])
        takes = {}
    return replace(character, sheet=takes[order.work].digest if takes else None)


async def board(desk: Desk, listen: Listener, wording: Wording) -> None:
    """Write the script, record its lines, draw its shots, and open the storyboard for approval."""
    del wording
    ready = await prepare(desk, listen)
    if ready is None:
        return
    ahead = await _ahead(desk, ready, PREVIEW)
    await _pin(desk, ready, Opens(kind=DraftKind.STORYBOARD, ahead=ahead))


async def shoot(desk: Desk, listen: Listener, wording: Wording) -> None:
    """Film the clips in the size of a phone preview, compose the cue, and open the preview cut for approval."""
    ready = await prepare(desk, listen)
    if ready is None:
        return
    pinned = await _pin(desk, ready)
    shown = (pinned.digest, *ready.approved)
    request = CutRequest(timeline=await _arranged(desk, ready, PREVIEW, shown, listen, wording), quality="preview")
    order = Order(work=Work(Medium.PREVIEW), request=request, sources=(ready.paper.digest, *shown))
    ahead = await _ahead(desk, ready, FINAL)
    await _cut(desk, order, listen, Opens(kind=DraftKind.CUT, ahead=ahead))


async def finish(desk: Desk, listen: Listener, wording: Wording) -> None:
    """Film the clips in full size, cut the episode with its final credits, and release it.

    Its end card has the names and the roll of the moment of cutting; where names change before the cut is out, the
    release is refused and the episode is cut again.
    """
    ready = await prepare(desk, listen)
    if ready is None:
        return
    pinned = await _pin(desk, ready)
    approved = await _chosen(desk, Work(Medium.PREVIEW))
    async with desk.studio.store.read() as reader:
        billings = await reader.billings(desk.series.id)
    shown = (pinned.digest, approved.digest)
    request = CutRequest(timeline=await _arranged(desk, ready, FINAL, shown, listen, wording))
    order = Order(work=Work(Medium.CUT), request=request, sources=(ready.paper.digest, pinned.digest, approved.digest))
    await _cut(desk, order, listen, Releases(billings=billings))


async def prepare(desk: Desk, listen: Listener) -> Board | None:
    """Return the board as the story and every wish so far have it, making what is missing.

    There is none as long as the team has to see its words first. That of an edition is the board of its original, with
    its own words.
    """
    if desk.episode.language:
        return await translating.prepare(desk, listen)
    head = await _chosen(desk, SYNOPSIS)
    synopsis = costume.by_rule(await desk.read(Synopsis, head), desk.series.language)
    read, asked = await _read(desk, synopsis, head, listen)
    script, take = read.script, read.paper
    if await showings.halts_at_words(desk, synopsis, read, listen, await stills.ahead(desk, len(script.shots))):
        return None
    orders = cinematographer.panels(script, synopsis, desk.episode.id, take.digest)
    drawn = await produce(desk, orders, listen)
    canvases = {shot.id: Canvas(shot=shot, drawing=drawn[Work(Medium.PANEL, shot.id)].digest) for shot in script.shots}
    painted = await stills.paint(desk, read, synopsis, canvases, listen)
    finished = await finishing.finish(desk, asked, painted.takes, listen)
    await variants.draw(desk, read, synopsis, listen)
    return Board(
        synopsis=synopsis,
        script=script,
        paper=take,
        plan=Plan(
            drawings={
                order.work.part: boarding.picture(order, drawn[order.work], finished.get(order.work.part))
                for order in orders
            },
            frames=read.frames,
            spoken=read.spoken,
        ),
        approved=await showings.approved(desk),
        dealt=desk.episode.id,
        notes=(*painted.notes, *filming.notes(desk, script)),
    )


async def _read(desk: Desk, synopsis: Synopsis, head: Take, listen: Listener) -> tuple[Rehearsal, tuple[Asked, ...]]:
    """Return the script of a synopsis with every wish so far, its lines recorded and measured.

    What is left are wishes about one picture that no word of the script can say, where finished pictures are changed.
    """
    left: list[Asked] = []
    read = await _rehearsed(desk, synopsis, await scripted(desk, synopsis, head), listen)
    for noted, wish in await pending(desk, Subject.SCRIPT):
        shot = placed(wish, read.script, read.frames)
        revised = await _revised(desk, synopsis, read.script, wish, shot)
        if revised is None:
            left.append(Asked(take=noted, wish=wish, shot=shot))
            continue
        origin = _by_model(desk, (read.paper.digest, noted.digest, *revised.answers))
        written = await desk.write(SCRIPT, revised.value, origin)
        await meet(desk, noted, read.paper, written)
        read = await _rehearsed(desk, synopsis, written, listen)
    return read, tuple(left)


async def scripted(desk: Desk, synopsis: Synopsis, source: Take) -> Take:
    """Return the script of this synopsis, written now where it is missing or follows an older synopsis."""
    head = await desk.head(SCRIPT)
    if head is not None and source.digest in await desk.ancestry(head):
        return head
    language = desk.series.language
    kept = await manuscripts.kept(desk)
    written = manuscripts.script(desk, kept, synopsis) if kept else await director.script(desk, synopsis, language)
    staged = await blocking.stage(desk, synopsis, written.value, language)
    sources = (source.digest, *written.answers, *staged.answers)
    origin = _by_studio((*sources, kept.digest)) if kept else _by_model(desk, sources)
    notes = (*written.notes, *staged.notes)
    return await desk.write(SCRIPT, staged.value, origin, notes=notes, facts={"tries": written.tries})


async def _revised(desk: Desk, synopsis: Synopsis, script: Script, wish: Wish, shot: str) -> Written[Script] | None:
    """Apply a wish; one about a shot that changes no word and no camera asks for another drawing of it.

    Where finished pictures are changed it is left to whoever does that, and so is what answers a picture and is no sign
    of the camera, the light or the acting: a person who points at a picture means what is to be seen there.
    """
    text, language = wish.text, desk.series.language
    is_pointed = finishing.retouches(desk.studio) and wish.shot
    if is_pointed and not director.is_by_rule(synopsis, script, text, language, wish.shot):
        return None
    try:
        words = await own(desk, script)
        return await director.revise(desk, synopsis, script, text, language, shot=shot, own=words)
    except WritersBlock:
        if not shot:
            raise
        if finishing.retouches(desk.studio):
            return None
        again = (replace(each, roll=each.roll + 1) if each.id == shot else each for each in script.shots)
        return Written(value=replace(script, shots=tuple(again)))


async def _rehearsed(desk: Desk, synopsis: Synopsis, take: Take, listen: Listener) -> Rehearsal:
    """Record the lines and measure them; a line that does not fit is rewritten before any picture is made."""
    for _ in range(REHEARSALS):
        script = await desk.read(Script, take)
        lent = await lending.voices(desk, synopsis)
        orders = sound.readings(script, synopsis, desk.series.language, take.digest, lent)
        recorded = await produce(desk, orders, listen)
        spoken = {work.part: sound.spoken(voice) for work, voice in recorded.items()}
        try:
            return Rehearsal(script=script, paper=take, spoken=spoken, frames=editor.lengths(script, spoken))
        except Overrun as overrun:
            if await manuscripts.kept(desk):
                raise Overlong(script.line(overrun.line).text) from None
            words = await _shortened(desk, script, overrun.line, overrun.share(spoken))
            take = await desk.write(SCRIPT, words.value, _by_model(desk, (take.digest, *words.answers)))
    raise WritersBlock("shorten", ("the dialogue does not fit into thirty seconds",))


async def _shortened(desk: Desk, script: Script, line: str, share: float) -> Written[Script]:
    """Say a line in fewer words: as many as `share` of it holds, and one fewer for the air around them."""
    language = desk.series.language
    most = director.fewer(script.line(line).text, share, language)
    return await director.shorten(desk, script, line, language, most)


async def _arranged(
    desk: Desk, ready: Board, size: tuple[int, int], shown: tuple[Digest, ...], listen: Listener, wording: Wording
) -> Timeline:
    """Film the clips, compose the cue, and arrange the episode; whoever approved what was `shown` is credited too."""
    takes = await filming.film(desk, ready.script, await _filming(desk, ready, size), listen)
    clips = {work.part: take.digest for work, take in takes.items() if work.medium is Medium.CLIP}
    plan = ready.plan
    material = Material(frames=plan.frames, clips=clips, spoken=plan.spoken, cue=takes[Work(Medium.CUE)].digest)
    sources = (
        ready.paper.digest,
        *shown,
        *(take.digest for take in takes.values()),
        *(each.sound for each in plan.spoken.values()),
    )
    language, title = desk.series.language, ready.synopsis.title
    words = Print(
        language=language,
        series="" if desk.series.title in {title, ready.original} else desk.series.title,
        title=title,
        number=wording(language, "card-episode", number=desk.episode.number),
        heading=wording(language, "card-credits"),
        credits=await printed(desk, sources, wording),
        label=LABEL,
    )
    return editor.timeline(ready.script, material, words)


async def _ahead(desk: Desk, ready: Board, size: tuple[int, int]) -> Estimate:
    """Return what filming would still take."""
    left = await filming.ready(desk, ready.script, await _filming(desk, ready, size))
    return await outlook(desk, (*left.orders, *left.waiting))


async def _filming(desk: Desk, ready: Board, size: tuple[int, int]) -> tuple[Order, ...]:
    """Return the orders of the clips and of the cue.

    A model's clips have their full size at once: painted in two sizes they would be two films, and people would get
    another one than they approved.
    """
    script, plan = ready.script, ready.plan
    size = FINAL if filming.moves(desk) else size
    told = await prompting.motion(desk, ready.synopsis, script)
    clips = cinematographer.clips(script, ready.dealt, plan, size, told)
    music = await prompting.music(desk, ready.synopsis, sound.mood(script))
    length = editor.total(script, plan.frames)
    return (*clips, sound.cue(script, length, ready.dealt, ready.paper.digest, music))


async def _cut(desk: Desk, order: Order, listen: Listener, then: Then) -> None:
    await produce(desk, [order], listen, then=then)


async def _pin(desk: Desk, ready: Board, then: Then = None) -> Take:
    """Put the pictures on the board in the order of the shots."""
    drawn = {shot.id: ready.plan.drawings[shot.id].panel for shot in ready.script.shots}
    paper = boarding.board(ready.paper.digest, drawn)
    changes = boarding.changed(await boarding.before(desk), paper)
    sources = (paper.script, *(panel.digest for panel in paper.panels))
    origin = _by_studio(sources)
    tells = await boarding.tells(desk, ready.paper, changes)
    if isinstance(then, Opens):
        then = replace(then, is_partial=boarding.is_partial(changes))
    notes = (*ready.paper.notes, *ready.notes)
    return await desk.write(boarding.STORYBOARD, paper, origin, notes=notes, tells=tells, then=then)


def _by_studio(sources: tuple[Digest, ...]) -> Origin:
    return Origin(by=STUDIO, kind=Kind.ARRANGED, sources=sources)


def _by_model(desk: Desk, sources: tuple[Digest, ...]) -> Origin:
    return Origin(by=Actor.model(desk.studio.model("text").name), sources=sources)


async def _chosen(desk: Desk, work: Work) -> Take:
    head = await desk.head(work)
    if head is None:
        raise LookupError(f"episode {desk.episode.id} has no {work} at stage {desk.episode.stage}")
    return head
