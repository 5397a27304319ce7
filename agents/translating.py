"""Translating: the words of an edition are written, rehearsed and put up; its pictures are those of its original.

What counts is the translation, a paper that holds both languages side by side. The synopsis and the script of an
edition follow from it and from those of the original: the same scenes, shots and ids, other words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from agents import boarding, lending, showings
from agents.acts import STUDIO, Opens, Origin
from agents.boarding import Board
from agents.crew import cinematographer, costume, director, editor, sound, translator
from agents.crew.asking import Written
from agents.crew.cinematographer import Drawing, Plan
from agents.crew.editor import Overrun
from agents.crew.translator import Original
from agents.errors import Overlong, WritersBlock
from agents.production import Listener, Order, Progress, produce
from agents.showings import REHEARSALS, Rehearsal
from agents.studio import Desk
from agents.wishes import pending
from agents.wording import Wording
from storage.domain.board import Storyboard
from storage.domain.contributions import Actor, Kind
from storage.domain.crew import Role
from storage.domain.ids import Digest, PersonId
from storage.domain.papers import Rendered, Subject, Text, Translation
from storage.domain.review import DraftKind
from storage.domain.stages import Step
from storage.domain.story import Script, Synopsis
from storage.domain.takes import Medium, Take, Work
from storage.editions import original

IDEA, TRANSLATION = Work(Medium.IDEA), Work(Medium.TRANSLATION)
SYNOPSIS, SCRIPT = Work(Medium.SYNOPSIS), Work(Medium.SCRIPT)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Source:
    """What an edition is made from: the desk of its original, and the papers that were released there."""

    desk: Desk
    synopsis: Take
    script: Take
    board: Storyboard
    original: Original


async def translate(desk: Desk, listen: Listener, wording: Wording) -> None:
    """Translate the words, or again after each wish, record the lines, and open the translation for approval."""
    del wording
    source = await _source(desk)
    head = await desk.head(TRANSLATION) or await _first(desk, source, listen)
    for noted, wish in await pending(desk, Subject.TRANSLATION):
        known = await desk.read(Translation, head)
        revised = await translator.revise(desk, source.original, known.texts, wish.text, known.language)
        head = await _write(desk, known, revised, (head.digest, noted.digest))
    head, _ = await _rehearsed(desk, source, head, listen)
    await desk.again(head, then=Opens(kind=DraftKind.TRANSLATION))


async def prepare(desk: Desk, listen: Listener) -> Board | None:
    """Return the board of an edition: its own words and voices, the drawings of its original.

    There is none where the words are others than those that were approved: they are seen first.
    """
    head, approved = await desk.head(TRANSLATION), await showings.approved(desk)
    if head is None or head.digest not in approved or await pending(desk, Subject.TRANSLATION):
        await desk.recall(Step.RETRANSLATED)
        return None
    source = await _source(desk)
    synopsis = source.original.synopsis
    rehearsed, read = await _rehearsed(desk, source, head, listen)
    if rehearsed != head:  # the voices are others than those it was approved with, and a line is too long for them
        await desk.recall(Step.RETRANSLATED)
        return None
    return Board(
        synopsis=_synopsis(synopsis, await desk.read(Translation, head)),
        script=read.script,
        paper=read.paper,
        plan=Plan(drawings=await _drawings(source), frames=read.frames, spoken=read.spoken),
        approved=approved,
        dealt=source.desk.episode.id,
        original=synopsis.title,
    )


async def _source(desk: Desk) -> _Source:
    """Read what an edition is made from."""
    studio = desk.studio
    async with studio.store.read() as reader:
        episode = await original(reader, desk.episode)
        if episode is None:
            raise LookupError(f"{desk.episode.id} is no edition")
        before = studio.desk(await reader.series(episode.series), episode)
        heads = await reader.heads(episode.id)
    synopsis, board = heads[SYNOPSIS], await before.read(Storyboard, heads[boarding.STORYBOARD])
    script = next(take for take in heads.values() if take.digest == board.script)
    words = await before.read(Script, script)
    spoken = {line.id: sound.spoken(heads[Work(Medium.VOICE, line.id)]) for line in words.lines}
    return _Source(
        desk=before,
        synopsis=synopsis,
        script=script,
        board=board,
        original=Original(
            synopsis=await before.read(Synopsis, synopsis),
            script=words,
            language=before.series.language,
            frames={line: voice.frames for line, voice in spoken.items()},
        ),
    )


async def _first(desk: Desk, source: _Source, listen: Listener) -> Take:
    """Translate what was released; whoever asked for it answers for it."""

    def report(done: int, total: int) -> None:
        listen(Progress(episode=desk.episode.id, medium=Medium.TRANSLATION, done=done, total=total))

    language, asked = desk.series.language, await desk.head(IDEA)
    written = await translator.translate(desk, source.original, language, report)
    begun = Translation(
        language=language, synopsis=source.synopsis.digest, script=source.script.digest, texts=written.value
    )
    return await _write(desk, begun, written, (asked.digest,) if asked else ())


async def _write(
    desk: Desk, before: Translation, written: Written[tuple[Rendered, ...]], sources: tuple[Digest, ...]
) -> Take:
    """Record a version of the translation that a model has written."""
    paper = replace(before, texts=written.value)
    origin = Origin(
        by=Actor.model(desk.studio.model("text").name),
        role=Role.TRANSLATOR,
        sources=(before.synopsis, before.script, *sources, *written.answers),
        directed_by=await _asker(desk),
    )
    return await desk.write(TRANSLATION, paper, origin, notes=written.notes, facts={"tries": written.tries})


async def _asker(desk: Desk) -> PersonId:
    """Return who asked for the edition, which is the first that was done for it."""
    async with desk.studio.store.read() as reader:
        first, *_ = await reader.history(desk.episode.id)
    return PersonId(first.by.name)


async def _rehearsed(desk: Desk, source: _Source, head: Take, listen: Listener) -> tuple[Take, Rehearsal]:
    """Record the lines and measure them; one that does not fit is said in fewer words, unless a person wrote it."""
    language = desk.series.language
    for _ in range(REHEARSALS):
        known = await desk.read(Translation, head)
        script, paper = await _spelt(desk, source, known, head)
        lent = await lending.voices(desk, source.original.synopsis)
        orders = sound.readings(script, source.original.synopsis, language, paper.digest, lent)
        recorded = await produce(desk, orders, listen)
        spoken = {work.part: sound.spoken(voice) for work, voice in recorded.items()}
        try:
            frames = editor.lengths(script, spoken)
        except Overrun as overrun:
            words = await _shortened(desk, script, known, overrun.line, overrun.share(spoken))
            head = await _write(desk, known, words, (head.digest,))
        else:
            return head, Rehearsal(script=script, paper=paper, spoken=spoken, frames=frames)
    raise WritersBlock("shorten", ("the dialogue does not fit into thirty seconds",))


async def _spelt(desk: Desk, source: _Source, known: Translation, head: Take) -> tuple[Script, Take]:
    """Record the synopsis and the script of an edition, as they follow from its translation."""
    synopsis = _synopsis(source.original.synopsis, known)
    await desk.write(SYNOPSIS, synopsis, _arranged(source.synopsis, head), notes=head.notes)
    script = _script(source.original.script, known)
    return script, await desk.write(SCRIPT, script, _arranged(source.script, head), notes=head.notes)


async def _shortened(
    desk: Desk, script: Script, known: Translation, line: str, share: float
) -> Written[tuple[Rendered, ...]]:
    text = next(each for each in known.texts if each.what is Text.LINE and each.id == line)
    if text.by_hand:
        raise Overlong(text.text)
    most = director.fewer(text.text, share, known.language)
    shorter = await director.shorten(desk, script, line, known.language, most)
    said = shorter.value.line(line).text
    texts = tuple(replace(each, text=said) if each == text else each for each in known.texts)
    return Written(value=texts, answers=shorter.answers)


async def _drawings(source: _Source) -> Mapping[str, Drawing]:
    """Return what hangs on the board of the original, in layers where our own artist drew it."""
    desk, words = source.desk, source.original
    synopsis = costume.by_rule(words.synopsis, words.language)
    orders = cinematographer.panels(words.script, synopsis, desk.episode.id, source.script.digest)
    hung = {panel.shot: panel.digest for panel in source.board.panels}
    async with desk.studio.store.read() as reader:
        drawn = {
            order.work.part: (order, await reader.keyed(desk.episode.id, desk.studio.key(order.request)))
            for order in orders
        }
    return {shot: _drawing(*drawn[shot], digest) for shot, digest in hung.items()}


def _drawing(order: Order, take: Take | None, hung: Digest) -> Drawing:
    """Return a panel as it hangs; its layers are known only where today's request is the one that drew it."""
    is_known = take is not None and take.digest == hung
    return boarding.drawing(order, take) if take and is_known else Drawing(panel=hung, request=None)


def _synopsis(synopsis: Synopsis, known: Translation) -> Synopsis:
    """Return the synopsis with title, logline and names of the edition; its beats are told in the original only."""
    title, logline = (next(e.text for e in known.texts if e.what is what) for what in (Text.TITLE, Text.LOGLINE))
    cast = tuple(replace(each, name=known.name(each.name)) for each in synopsis.cast)
    return replace(synopsis, title=title, logline=logline, cast=cast)


def _script(script: Script, known: Translation) -> Script:
    """Return the script with the lines of the edition; everything else, ids included, is the original's."""
    said = {each.id: each.text for each in known.texts if each.what is Text.LINE}
    return replace(script, lines=tuple(replace(line, text=said[line.id]) for line in script.lines))


def _arranged(paper: Take, head: Take) -> Origin:
    return Origin(by=STUDIO, kind=Kind.ARRANGED, sources=(paper.digest, head.digest))
