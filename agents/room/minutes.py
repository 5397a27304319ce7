"""The minutes: what was said in the room of a series, kept in its book and read back before every answer."""

from dataclasses import dataclass

from agents import hearing
from agents.book import book
from agents.commands.caller import Caller
from agents.intake import clean
from agents.room.pieces import Say, SayAgain
from agents.studio import STUDIO, Desk, Origin, Studio
from agents.team import demand_sight, met, trade
from storage import documents
from storage.domain.contributions import Actor, Kind, Party, Words
from storage.domain.crew import Person
from storage.domain.errors import Refused
from storage.domain.ids import Digest, PersonId, TakeId
from storage.domain.papers import Reply, Turn
from storage.domain.takes import Medium, Take, Work

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
    """A turn that waits for its answer: whose, what and how they said it, where it is kept, and what went before."""

    desk: Desk
    person: Person
    turn: Take
    text: str
    words: Words
    before: tuple[Exchange, ...]


async def opened(studio: Studio, command: Say | SayAgain, cause: int | None) -> Open:
    """Take down what somebody said; the same words that still wait for an answer are the same turn.

    Raises:
        InvalidValue: what they sent breaks a limit.
        Refused: they take no part in the series, or have said nothing that waits for an answer.
        AlreadyHandled: this was the effect of an update before.
    """
    text = clean(command.text) if isinstance(command, Say) else ""
    async with studio.store.read() as reader:
        series = await reader.series(command.series)
        await demand_sight(reader, command.caller, command.caller.chat, series.id)
    desk = await book(studio, series)
    said = await _unanswered(desk, command.caller)
    if said is not None and text in {"", said[1]}:
        turn, text = said
    elif text:
        said_aloud = await hearing.dictated(studio, command.dictated) if isinstance(command, Say) else None
        turn = await _taken_down(desk, command.caller, text, said_aloud, cause)
    else:
        raise Refused("nothing-to-answer")
    async with studio.store.read() as reader:
        person = await reader.person_of(command.caller.chat)
        acts = await reader.history(desk.episode.id, by=person.id) if person else ()
    if person is None:
        raise Refused("not-yours-to-see")
    words = next((act.words for act in acts if act.made == turn.digest and act.words), Words.TYPED)
    before = await _before(desk, turn, person.id)
    return Open(desk=desk, person=person, turn=turn, text=text, words=words, before=before)


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


async def _taken_down(desk: Desk, caller: Caller, text: str, said: hearing.Dictated | None, cause: int | None) -> Take:
    digest = await desk.studio.vault.put_bytes(documents.dump(Turn(text=text, salt=desk.studio.salt())))
    async with desk.studio.store.write(cause) as unit:
        person = await met(desk.studio, unit, caller)
        role = await trade(unit, desk.series.id, person)
        words, sources = await hearing.enter(desk, unit, person, said, text)
        origin = Origin(by=Actor.person(person.id), role=role, kind=Kind.PROMPTED, words=words, sources=sources)
        return await desk.enter(unit, Work(Medium.TURN), digest, origin)


async def _unanswered(desk: Desk, caller: Caller) -> tuple[Take, str] | None:
    """Return what the caller said last, unless it is answered or their words were removed."""
    async with desk.studio.store.read() as reader:
        person = await reader.person_of(caller.chat)
        acts = {act.made for act in await reader.history(desk.episode.id, by=person.id if person else PersonId(""))}
        turns = [take for take in await reader.takes(desk.episode.id, Medium.TURN) if take.digest in acts]
        replies = await reader.takes(desk.episode.id, Medium.REPLY)
    if not turns or not desk.studio.vault.has(turns[-1].digest):
        return None
    answered = {(await desk.read(Reply, take)).turn for take in replies}
    return None if turns[-1].digest in answered else (turns[-1], (await desk.read(Turn, turns[-1])).text)


async def _before(desk: Desk, turn: Take, asking: PersonId) -> tuple[Exchange, ...]:
    """Return the conversation before a turn, oldest first; what was removed at its author's wish is not in it."""
    async with desk.studio.store.read() as reader:
        turns = list(await reader.takes(desk.episode.id, Medium.TURN))
        replies = await reader.takes(desk.episode.id, Medium.REPLY)
        by = {act.made: PersonId(act.by.name) for act in await reader.history(desk.episode.id) if _is_person(act.by)}
        people = await reader.people(set(by.values()))
    answers = {reply.turn: reply.text for reply in [await desk.read(Reply, take) for take in replies]}
    earlier = turns[: [each.id for each in turns].index(TakeId(turn.id))][-KEPT:]
    return tuple(
        [
            Exchange(
                said=(await desk.read(Turn, each)).text,
                by=people[by[each.digest]].name,
                is_own=by[each.digest] == asking,
                answer=answers.get(each.digest, ""),
            )
            for each in earlier
            if desk.studio.vault.has(each.digest)
        ]
    )


def _is_person(actor: Actor) -> bool:
    return actor.party is Party.PERSON
