"""Hearing: what somebody says aloud is written down by a model, and becomes their words once they have accepted them.

Until then nothing is entered anywhere: recording and transcript wait in the vault. Accepted, the transcript is entered
as the model's, with whatever it became, which is the speaker's; what is discarded is removed.
"""

import json
import time
from dataclasses import dataclass
from typing import Any

from agents.acts import Origin
from agents.commands.caller import Caller
from agents.commands.review import Recording
from agents.studio import Desk, Studio
from agents.team import met, trade
from generation.engines.base import Report
from generation.requests.chat import SightRequest
from generation.requests.request import recipe
from generation.requests.sound import TranscriptionRequest
from storage import documents, hearings
from storage.domain.contributions import Actor, Kind, Tool, Words
from storage.domain.costs import Cost
from storage.domain.crew import Person
from storage.domain.errors import InvalidValue
from storage.domain.ids import Digest, PersonId
from storage.domain.papers import Sketch, Transcript
from storage.domain.takes import Medium, Take, Work
from storage.unit import Unit

LONGEST = 120
"""Seconds of a recording: whoever works through a list of remarks listens to each."""

LARGEST = 10_000_000
"""Bytes of a recording: two minutes of a round video message have less."""

LONGEST_TEXT = 3_000
"""Characters of a transcript that one message shows whole: two minutes of very fast speech have less."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dictated:
    """What somebody said aloud, as a model wrote it down; `digest` is that of the paper in the vault."""

    digest: Digest
    paper: Transcript


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What a model answered about a file, which model that was, and how long it took."""

    answer: Any
    tool: Tool
    milliseconds: int


async def keep(studio: Studio, caller: Caller, said: Recording) -> PersonId:
    """Keep a recording in the vault, as it came, and return who speaks: it is decoded by whoever listens, with limits.

    Raises:
        InvalidValue: it is too long, or empty.
    """
    check(said)
    await studio.vault.put_bytes(said.data)
    async with studio.store.write() as unit:
        return (await met(studio, unit, caller)).id


def check(said: Recording) -> None:
    """Refuse a recording that is not kept.

    Raises:
        InvalidValue: it is too long, or empty.
    """
    if said.seconds > LONGEST or len(said.data) > LARGEST:
        raise InvalidValue("spoken-too-long")
    if not said.data:
        raise InvalidValue("empty")


async def hear(studio: Studio, sound: Digest, by: PersonId, report: Report) -> Dictated:
    """Write down what a person says in a recording.

    Raises:
        InvalidValue: nobody speaks in it, or there are more words than can be shown.
        GenerationError: it could not be listened to.
    """
    async with studio.store.read() as reader:
        speaker = await reader.person(by)
    request = TranscriptionRequest(sound=sound, language=speaker.language)
    told = await asked(studio, request, report)
    text = str(told.answer["text"]).strip()
    if not any(map(str.isalnum, text)):
        raise InvalidValue("nothing-heard")
    if len(text) > LONGEST_TEXT:
        raise InvalidValue("spoken-too-long")
    paper = Transcript(
        text=text,
        salt=studio.salt(),
        language=str(told.answer["language"]),
        by=by,
        sound=sound,
        tool=told.tool,
        milliseconds=told.milliseconds,
    )
    return Dictated(digest=await studio.vault.put_bytes(documents.dump(paper)), paper=paper)


async def asked(studio: Studio, request: TranscriptionRequest | SightRequest, report: Report) -> Told:
    """Ask a model what is said in a file of the vault, or seen; nothing is entered, but the recipe is kept.

    Raises:
        GenerationError: there is no answer.
    """
    model = studio.model(request.operation)
    started = time.monotonic()
    async with studio.made(request, report=report) as made:
        answer = json.loads(made.path.read_bytes())
    key = await studio.vault.put_bytes(recipe(request, model.name, model.version))
    tool = Tool(name=model.name, version=model.version, licence=model.licence, key=key)
    return Told(answer=answer, tool=tool, milliseconds=round((time.monotonic() - started) * 1000))


async def dictated(studio: Studio, transcript: Digest | None) -> Dictated | None:
    """Return the transcript that words were accepted from, if they were said aloud.

    Raises:
        InvalidValue: it was removed, or it is none.
    """
    if transcript is None:
        return None
    if not studio.vault.has(transcript):
        raise InvalidValue("spoken-gone")
    return Dictated(digest=transcript, paper=documents.load(Transcript, await studio.vault.read(transcript)))


async def enter(
    desk: Desk, unit: Unit, person: Person, said: Dictated | None, text: str, unsaid: Words = Words.TYPED
) -> tuple[Words, tuple[Digest, ...]]:
    """Enter the transcript behind a person's words, if there is one; return whose words and from which sources.

    Words that others have put right are the speaker's no longer: they were offered, and changed. Words that nobody
    said aloud are as `unsaid` says. What a model tells of a picture is the model's, and changed where the person wrote
    something below it or took other words (`text`).
    """
    if said is None:
        return unsaid, ()
    paper = said.paper
    if paper.is_picture:
        return await _enter_picture(desk, unit, person, said, text)
    take = await _enter_words(desk, unit, person, said, paper.sound)
    return Words.DICTATED if paper.by == person.id else Words.EDITED, (take.digest,)


async def _enter_words(desk: Desk, unit: Unit, person: Person, said: Dictated, *sources: Digest) -> Take:
    """Enter what a model wrote down as the model's, at the direction of the person who takes it."""
    paper = said.paper
    origin = Origin(
        by=Actor.model(paper.tool.name),
        sources=sources,
        tool=paper.tool,
        cost=Cost(milliseconds=paper.milliseconds),
        directed_by=person.id,
    )
    return await _enter_once(desk, unit, Work(Medium.TRANSCRIPT), said.digest, origin)


async def _enter_picture(
    desk: Desk, unit: Unit, person: Person, said: Dictated, text: str
) -> tuple[Words, tuple[Digest, ...]]:
    """Enter a picture as the person's and what is told of it as the model's."""
    digest = said.paper.sound
    sketch = documents.load(Sketch, await desk.studio.vault.read(digest))
    role = await trade(unit, desk.series.id, person)
    brought = Origin(by=Actor.person(person.id), role=role, kind=Kind.ARRANGED, sources=(sketch.picture,))
    await _enter_once(desk, unit, Work(Medium.SKETCH), digest, brought)
    await _enter_words(desk, unit, person, said, digest)
    is_as_told = text == said.paper.text and not sketch.caption
    return Words.SUGGESTED if is_as_told else Words.EDITED, (said.digest, digest)


async def _enter_once(desk: Desk, unit: Unit, work: Work, digest: Digest, origin: Origin) -> Take:
    """Enter what words come from; it stands there already where the same words go on once somebody answers for them."""
    return await unit.keyed(desk.episode.id, digest) or await desk.enter(unit, work, digest, origin)


async def discard(studio: Studio, *files: Digest) -> None:
    """Remove recordings, pictures and transcripts of which nothing has become, at the wish of who speaks."""
    for digest in [each for file in files for each in await hearings.behind(studio.vault, file)]:
        if not await hearings.is_used(studio.store, digest):
            await studio.vault.remove(digest)
