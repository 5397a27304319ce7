"""Prompting: which words each picture is painted from. What nobody wrote is composed, anew whenever its shot changes.

A prompt is a paper and a take of its own (`Medium.PROMPT`). One that a person wrote stays theirs until a person
decides otherwise; one of the studio's follows the papers, so that its picture does.
"""

from collections.abc import Mapping
from dataclasses import replace

from agents.acts import STUDIO, Origin
from agents.book import BIBLE
from agents.crew import interpreter, prompter
from agents.crew.asking import Written
from agents.crew.prompter import Brief
from agents.studio import Desk
from generation.catalog.model import Model, Taken
from storage.domain.bible import Bible
from storage.domain.board import Prompt
from storage.domain.contributions import Kind, Party
from storage.domain.ids import Digest
from storage.domain.story import Mood, Script, Synopsis
from storage.domain.takes import Medium, Note, Take, Work

STILL = "still"
"""The operation that paints pictures; a studio to which no back-end is assigned for it draws them only."""


def paints(desk: Desk) -> bool:
    """Return whether pictures are painted here, and not drawn only."""
    return STILL in desk.studio.backends


async def brief(desk: Desk, synopsis: Synopsis, script: Script | None, model: Model) -> Written[Brief]:
    """Return what prompts for a model are composed from, in words that it reads.

    Raises:
        GenerationError: the words have to be put into English, and the language model cannot be asked now.
    """
    bible, pages = await _bible(desk)
    found = Brief(family=model.family, takes=model.takes, style=bible.style, tone=bible.tone, cast=synopsis.cast)
    async with desk.studio.store.read() as reader:
        language = (await reader.series(desk.series.id)).language  # that of an edition's original, too
    if language in prompter.reads(model.family):
        return Written(value=found, answers=pages)
    said = await interpreter.english(desk, prompter.texts(found, script), language)
    return Written(value=replace(found, said=said.value), answers=(*pages, *said.answers), notes=said.notes)


async def motion(desk: Desk, synopsis: Synopsis, script: Script) -> Mapping[str, tuple[str, str]]:
    """Return what each clip is told, by shot, with what it is not to show; nothing where its model reads no words."""
    model = desk.studio.model("clip")
    if Taken.PROMPT not in model.takes:
        return {}
    told = (await brief(desk, synopsis, script, model)).value
    said = {shot.id: prompter.motion(told, script, shot) for shot in script.shots}
    takes_both = Taken.NEGATIVE in model.takes
    return {shot: (prompt, negative if takes_both else "") for shot, (prompt, negative) in said.items()}


async def music(desk: Desk, synopsis: Synopsis, mood: Mood) -> str:
    """Return what a model for music is told; nothing where it reads no words."""
    model = desk.studio.model("cue")
    if Taken.PROMPT not in model.takes:
        return ""
    return prompter.music((await brief(desk, replace(synopsis, cast=()), None, model)).value, mood)


async def in_force(
    desk: Desk, composed: Mapping[str, Prompt], sources: tuple[Digest, ...], notes: tuple[Note, ...] = ()
) -> Mapping[str, tuple[Take, Prompt]]:
    """Return the prompt that counts for each part, as a take and as it reads: a person's own, else the composed one.

    Words that were removed at their author's wish count no longer.
    """
    async with desk.studio.store.read() as reader:
        heads = await reader.heads(desk.episode.id)
        people = {act.id for act in await reader.history(desk.episode.id) if act.by.party is Party.PERSON}
    found = {}
    for part, prompt in composed.items():
        work = Work(Medium.PROMPT, part)
        head = heads.get(work)
        if head is not None and head.contribution in people and desk.studio.vault.has(head.digest):
            found[part] = head, await desk.read(Prompt, head)
        else:
            origin = Origin(by=STUDIO, kind=Kind.ARRANGED, sources=sources)
            found[part] = await desk.write(work, prompt, origin, notes=notes), prompt
    return found


async def _bible(desk: Desk) -> tuple[Bible, tuple[Digest, ...]]:
    """Return the bible of the series with its digest, where somebody wrote of its style; an empty one elsewhere."""
    async with desk.studio.store.read() as reader:
        book = await reader.book(desk.series.id)
        head = await reader.head(book.id, BIBLE) if book else None
    if head is None:
        return Bible(), ()
    bible = await desk.read(Bible, head)
    return bible, (head.digest,) if bible.style or bible.tone else ()
