"""Lending a voice: a person reads a sentence aloud, sees what it is for, says yes, and may withdraw it at any time.

Everything about it is kept in the series' book. Whoever leads the series gives a lent voice to a character. The lines
of that character are then asked for with the recording and the consent, which the gate holds against how things stand
(`agents.consents`); so a lent voice that is withdrawn is used no more, and lines spoken with it are stale.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from agents.acts import Origin
from agents.book import book
from agents.commands.caller import Caller
from agents.commands.voices import GiveVoice, LendVoice, WithdrawVoice
from agents.studio import Desk, Studio
from agents.team import demand, may, met
from generation.catalog.model import Taken
from generation.cut.probe import Kind as Media
from generation.cut.probe import Limits, probe
from generation.errors import InvalidRequest, Unavailable
from generation.requests.sound import VoiceRequest
from storage import documents
from storage.domain.contributions import Actor, Kind
from storage.domain.crew import Person, Right, Role
from storage.domain.errors import InvalidValue, Outdated, Refused
from storage.domain.events import Event, News
from storage.domain.ids import Digest, PersonId, SeriesId
from storage.domain.papers import Casting, Lending, Withdrawn
from storage.domain.story import Synopsis
from storage.domain.takes import Medium, Work
from storage.lendings import Ensemble, Lent, ensemble, lent_by, offers
from storage.unit import Unit

SHORTEST, LONGEST = 6, 30
"""Seconds of a recording: less tells too little of a voice, and models listen to no more."""

PATIENCE = timedelta(days=7)
"""How long a recording waits for a yes."""

LARGEST = 5_000_000
"""Bytes of it: half a minute of a phone's voice message has a tenth of that."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """A recording that somebody made to lend their voice with, and the sentence that they were to read."""

    caller: Caller
    series: SeriesId
    data: bytes
    sentence: str


async def voices(desk: Desk, synopsis: Synopsis) -> Mapping[str, tuple[Lent, Digest]]:
    """Return the lent voices of a cast, by the characters' ids, each with the paper that gives it to the character.

    There are none where the model that speaks takes none.
    """
    if not can_lend(desk.studio):
        return {}
    async with desk.studio.store.read() as reader:
        found = await ensemble(reader, desk.studio.vault.path, desk.series.id)
    given: dict[str, tuple[Lent, Digest]] = {}
    for character in synopsis.cast:
        lent = found.voice(character.name)
        if lent:
            given[character.id] = lent, found.castings[character.name.casefold()]
    return given


def can_lend(studio: Studio) -> bool:
    """Tell whether the model that speaks takes a lent voice."""
    try:
        return Taken.CLONING in studio.model(VoiceRequest.operation).takes
    except Unavailable:
        return False


async def demand_lending(studio: Studio, caller: Caller, series: SeriesId) -> None:
    """Let a caller pass who may lend their voice to a series.

    Raises:
        Refused: the model takes none, or they take no part in the series.
    """
    async with studio.store.read() as reader:
        person = await reader.person_of(caller.chat)
        if person is None or not await reader.roles(series, person.id):
            raise Refused("not-yours-to-lend")
    if not can_lend(studio):
        raise Refused("voice-not-taken")


async def offered(studio: Studio, offer: Offer) -> Digest:
    """Keep a recording and the paper that lends the voice in it; nothing is entered before its owner says yes.

    Raises:
        Refused: the caller may not lend their voice here.
        InvalidValue: it is no sound, or too short or too long.
    """
    await demand_lending(studio, offer.caller, offer.series)
    if len(offer.data) > LARGEST:
        raise InvalidValue("voice-too-long")
    recording = await studio.vault.put_bytes(offer.data)
    try:
        await _check(studio, recording)
    except InvalidValue:
        await _clear(studio, recording)
        raise
    async with studio.store.write() as unit:
        person = await met(studio, unit, offer.caller)
    paper = Lending(
        person=person.id,
        series=offer.series,
        recording=recording,
        sentence=offer.sentence,
        language=offer.caller.language,
        at=studio.clock().isoformat(),
        salt=studio.salt(),
    )
    return await studio.vault.put_bytes(documents.dump(paper))


async def dropped(studio: Studio, caller: Caller, digest: Digest) -> None:
    """Remove a recording that was not lent in the end, with its paper; of somebody else's nothing is removed.

    Raises:
        Outdated: it was lent before: withdrawing it is another act.
    """
    if not studio.vault.has(digest):
        return
    paper = documents.load(Lending, await studio.vault.read(digest))
    async with studio.store.read() as reader:
        person = await reader.person_of(caller.chat)
        kept = await reader.book(paper.series)
        if kept is not None and await reader.keyed(kept.id, digest) is not None:
            raise Outdated("lent")
    if person is not None and person.id == paper.person:
        await _clear(studio, paper.recording, person.id)
        await studio.vault.remove(digest)


async def expire(studio: Studio) -> None:
    """Remove recordings that were made to lend a voice and waited too long for a yes, with their papers."""
    for digest in await offers(studio.store):
        paper = documents.load(Lending, await studio.vault.read(digest)) if studio.vault.has(digest) else None
        if paper is None or studio.clock() - datetime.fromisoformat(paper.at) < PATIENCE:
            continue
        async with studio.store.read() as reader:
            kept = await reader.book(paper.series)
            if kept is not None and await reader.keyed(kept.id, digest) is not None:
                continue
        await _clear(studio, paper.recording, paper.person)
        await studio.vault.remove(digest)


async def lend(studio: Studio, command: LendVoice, cause: int | None) -> None:
    """Enter that a person lends their voice; it takes the place of what they lent before.

    Raises:
        Outdated: it is lent already.
        Refused: it is not their voice, the model takes none, or they take no part in the series.
        InvalidValue: the recording is there no more.
    """
    if not studio.vault.has(command.paper):
        raise InvalidValue("spoken-gone")
    paper = documents.load(Lending, await studio.vault.read(command.paper))
    await demand_lending(studio, command.caller, paper.series)
    desk = await _desk(studio, paper.series)
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        if person.id != paper.person or not await unit.roles(paper.series, person.id):
            raise Refused("not-yours-to-lend")
        if await unit.keyed(desk.episode.id, command.paper) is not None:
            raise Outdated("lent")
        origin = Origin(by=Actor.person(person.id), role=Role.PERFORMER, kind=Kind.LENT, sources=(paper.recording,))
        before = (await ensemble(unit, studio.vault.path, paper.series)).lent.get(person.id)
        await desk.enter(unit, Work(Medium.LENDING, person.id), command.paper, origin)
        await _tell_lead(desk, unit, News.VOICE_LENT, person)
    if before is not None:
        await _clear(studio, before.paper.recording, person.id)


async def withdraw(studio: Studio, command: WithdrawVoice, cause: int | None) -> None:
    """Enter that a person lends their voice no more, and remove the recording; whoever has left a team may too.

    Raises:
        Outdated: they lend none.
    """
    async with studio.store.read() as reader:
        before = _standing(
            await ensemble(reader, studio.vault.path, command.series), await reader.person_of(command.caller.chat)
        )
    desk = await _desk(studio, command.series)
    paper = Withdrawn(lending=before.consent, salt=studio.salt())
    digest = await studio.vault.put_bytes(documents.dump(paper))
    async with studio.store.write(cause) as unit:
        found = await ensemble(unit, studio.vault.path, command.series)
        if found.lent.get(before.person) != before:
            raise Outdated("superseded")
        person = await unit.person(before.person)
        origin = Origin(by=Actor.person(person.id), role=Role.PERFORMER, kind=Kind.WITHDREW, sources=(before.consent,))
        await desk.enter(unit, Work(Medium.LENDING, person.id), digest, origin)
        await _tell_lead(desk, unit, News.VOICE_WITHDRAWN, person)
    await _clear(studio, before.paper.recording, person.id)


async def give(studio: Studio, command: GiveVoice, cause: int | None) -> None:
    """Let a character speak with a lent voice, or with the model's own again.

    Raises:
        Outdated: it does so already.
        Refused: the caller does not lead the series, or nobody lends that voice.
    """
    await may(studio, command.caller, command.series, Right.STAFF)
    desk = await _desk(studio, command.series)
    part = command.character.casefold()
    paper = Casting(character=command.character, person=command.person, salt=studio.salt())
    digest = await studio.vault.put_bytes(documents.dump(paper))
    async with studio.store.write(cause) as unit:
        caller = await met(studio, unit, command.caller)
        await demand(unit, command.series, caller, Right.STAFF)
        found = await ensemble(unit, studio.vault.path, command.series)
        if command.person is not None and command.person not in found.lent:
            raise Refused("voice-not-lent")
        if found.given.get(part) == command.person:
            raise Outdated("given")
        lent = found.lent.get(command.person) if command.person else None
        origin = Origin(
            by=Actor.person(caller.id),
            role=Role.CREATOR,
            kind=Kind.ARRANGED,
            sources=(lent.consent,) if lent else (),
        )
        await desk.enter(unit, Work(Medium.CASTING, part), digest, origin)
        if lent:
            await _tell(desk, unit, News.VOICE_GIVEN, {"character": command.character}, lent.person)


async def _desk(studio: Studio, series: SeriesId) -> Desk:
    async with studio.store.read() as reader:
        found = await reader.series(series)
    return await book(studio, found)


def _standing(found: Ensemble, person: Person | None) -> Lent:
    lent = found.lent.get(person.id) if person else None
    if lent is None:
        raise Outdated("withdrawn")
    return lent


async def _check(studio: Studio, recording: Digest) -> None:
    """Refuse what is no voice to be lent.

    Raises:
        InvalidValue: it cannot be decoded, or is too short or too long.
    """
    try:
        found = await asyncio.to_thread(
            probe, studio.vault.path(recording), Media.SOUND, Limits(size=LARGEST, seconds=LONGEST + 1)
        )
    except InvalidRequest as error:
        raise InvalidValue("voice-too-long" if "longer" in str(error) else "voice-no-sound") from error
    if found.seconds < SHORTEST:
        raise InvalidValue("voice-too-short")


async def _clear(studio: Studio, recording: Digest, person: PersonId | None = None) -> None:
    """Remove a recording, unless its owner lends it to another series."""
    for series in await lent_by(studio.store, person) if person else ():
        async with studio.store.read() as reader:
            found = await ensemble(reader, studio.vault.path, series)
        if any(lent.paper.recording == recording for lent in found.lent.values()):
            return
    await studio.vault.remove(recording)


async def _tell_lead(desk: Desk, unit: Unit, news: News, by: Person) -> None:
    """Tell whoever leads the series what somebody else did with their voice."""
    if by.id != desk.series.creator:
        await _tell(desk, unit, news, {"by": by.name}, desk.series.creator)


async def _tell(desk: Desk, unit: Unit, news: News, facts: Mapping[str, str], person: PersonId) -> None:
    told = await unit.person(person)
    await unit.tell(Event(news=news, series=desk.series.id, episode=None, chats=(told.chat,), facts=facts))


async def lent_to(studio: Studio, caller: Caller) -> tuple[SeriesId, ...]:
    """Return the series that a caller has ever lent their voice to: what is lent there they may withdraw."""
    async with studio.store.read() as reader:
        person = await reader.person_of(caller.chat)
    return await lent_by(studio.store, person.id) if person else ()
