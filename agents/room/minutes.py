"""The minutes: what was said in the room of a series, kept in its book and read back before every answer.

What somebody says is taken down before anything is done about its answer. So it stands, and is read back with what
comes after it, also where its answer was stopped, interrupted before it began, or lost.
"""

from dataclasses import dataclass

from agents import hearing
from agents.acts import STUDIO, Origin
from agents.book import book
from agents.commands.caller import Caller
from agents.intake import clean
from agents.room.pieces import Say, SayAgain
from agents.studio import Desk, Studio
from agents.team import demand_sight, met, trade
from storage import documents
from storage.assurances import speaker
from storage.domain.contributions import Actor, Kind, Party, Words
from storage.domain.crew import Person
from storage.domain.errors import Refused
from storage.domain.ids import Digest, PersonId, SeriesId
from storage.domain.papers import Reply, Turn
from storage.domain.takes import Medium, Take, Work
from storage.errors import AlreadyHandled

KEPT = 40
"""Turns that are looked at when a conversation is read back; how many a model is shown depends on its ability."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Exchange:
    """What somebody said and was answered, if they were; `by` is their name, `is_own` whether they ask now."""

    said: str
    by: str
    is_own: bool
    answer: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Open:
    """A turn that waits for its answer: whose, what and how they said it, and where it is kept."""

    desk: Desk
    person: Person
    turn: Take
    text: str
    words: Words


async def opened(studio: Studio, command: Say | SayAgain, cause: int | None) -> Open:
    """Take down what somebody says, or find what they said and want answered.

    The same words said once more are another turn; the same update once more is the turn that it was taken down as.

    Raises:
        InvalidValue: what they sent breaks a limit.
        Refused: they take no part in the series, or what they want answered is not theirs or waits for no answer.
        AlreadyHandled: this update was taken down before, and waits for no answer any more.
    """
    desk, turn = await (_said(studio, command, cause) if isinstance(command, Say) else _waiting(studio, command))
    text = (await desk.read(Turn, turn)).text
    async with studio.store.read() as reader:
        act = next(act for act in await reader.history(desk.episode.id) if act.id == turn.contribution)
        person = await reader.person(PersonId(act.by.name))
    return Open(desk=desk, person=person, turn=turn, text=text, words=act.words or Words.TYPED)


async def close(found: Open, reply: Reply, answers: tuple[Digest, ...]) -> Take:
    """Keep the answer to a turn, with the answers of the model that it was put together from."""
    model = found.desk.studio.model("text").name
    origin = Origin(
        by=Actor.model(model) if answers else STUDIO,
        kind=Kind.GENERATED if answers else Kind.ARRANGED,
        sources=(found.turn.digest, *dict.fromkeys(answers)),
        directed_by=found.person.id,
    )
    return await found.desk.write(Work(Medium.REPLY), reply, origin)


async def before(found: Open) -> tuple[Exchange, ...]:
    """Return the conversation before a turn, oldest first; what was removed at its author's wish is not in it."""
    desk = found.desk
    async with desk.studio.store.read() as reader:
        turns = list(await reader.takes(desk.episode.id, Medium.TURN))
        replies = await reader.takes(desk.episode.id, Medium.REPLY)
        by = {act.made: PersonId(act.by.name) for act in await reader.history(desk.episode.id) if _is_person(act.by)}
        people = await reader.people(set(by.values()))
    there = [take for take in replies if desk.studio.vault.has(take.digest)]
    answers = {reply.turn: reply.text for reply in [await desk.read(Reply, take) for take in there]}
    earlier = turns[: [each.id for each in turns].index(found.turn.id)][-KEPT:]
    return tuple(
        [
            Exchange(
                said=(await desk.read(Turn, each)).text,
                by=people[by[each.digest]].name,
                is_own=by[each.digest] == found.person.id,
                answer=answers.get(each.digest, ""),
            )
            for each in earlier
            if desk.studio.vault.has(each.digest)
        ]
    )


async def _said(studio: Studio, command: Say, cause: int | None) -> tuple[Desk, Take]:
    """Take words down; an update that was taken down before is the turn that waits, as long as it does."""
    text = clean(command.text)
    desk = await _desk(studio, command.caller, command.series)
    said_aloud = await hearing.dictated(studio, command.dictated)
    try:
        return desk, await _taken_down(desk, command.caller, text, said_aloud, cause)
    except AlreadyHandled:
        turn = await _unanswered(desk, command.caller)
        if turn is None or (await desk.read(Turn, turn)).text != text:
            raise
        return desk, turn


async def _waiting(studio: Studio, command: SayAgain) -> tuple[Desk, Take]:
    """Find the turn that somebody wants answered: nobody else does, and nobody does once they have said more."""
    async with studio.store.read() as reader:
        turn = await reader.take(command.turn)
        series = (await reader.episode(turn.episode)).series
        by = await speaker(reader, turn)
    desk = await _desk(studio, command.caller, series)
    if by is None or by.chat != command.caller.chat:
        raise Refused("not-yours-to-ask-again")
    last = await _unanswered(desk, command.caller)
    if last is None or last.id != turn.id:
        raise Refused("nothing-to-answer")
    return desk, turn


async def _desk(studio: Studio, caller: Caller, series: SeriesId) -> Desk:
    """Return the desk of the book of a series, to who takes part in it."""
    async with studio.store.read() as reader:
        await demand_sight(reader, caller, caller.chat, series)
        found = await reader.series(series)
    return await book(studio, found)


async def _taken_down(desk: Desk, caller: Caller, text: str, said: hearing.Dictated | None, cause: int | None) -> Take:
    digest = await desk.studio.vault.put_bytes(documents.dump(Turn(text=text, salt=desk.studio.salt())))
    async with desk.studio.store.write(cause) as unit:
        person = await met(desk.studio, unit, caller)
        role = await trade(unit, desk.series.id, person)
        words, sources = await hearing.enter(desk, unit, person, said, text)
        origin = Origin(by=Actor.person(person.id), role=role, kind=Kind.PROMPTED, words=words, sources=sources)
        return await desk.enter(unit, Work(Medium.TURN), digest, origin)


async def _unanswered(desk: Desk, caller: Caller) -> Take | None:
    """Return the turn in which the caller spoke last, unless it is answered or their words were removed."""
    async with desk.studio.store.read() as reader:
        person = await reader.person_of(caller.chat)
        history = await reader.history(desk.episode.id)
        acts = {act.made for act in history if person is not None and act.by == Actor.person(person.id)}
        turns = [take for take in await reader.takes(desk.episode.id, Medium.TURN) if take.digest in acts]
        replies = await reader.takes(desk.episode.id, Medium.REPLY)
    if not turns or not desk.studio.vault.has(turns[-1].digest):
        return None
    # The acts are asked: the paper of a reply may have been removed with somebody's words that it repeated.
    made = {take.digest for take in replies}
    answered = {source for act in history if act.made in made for source in act.sources}
    return None if turns[-1].digest in answered else turns[-1]


def _is_person(actor: Actor) -> bool:
    return actor.party is Party.PERSON
