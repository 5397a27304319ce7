"""The team of a series: who is who, and which group supervises it."""

from agents.commands import BindTeam, Caller, Meet, MoveGroup, NameSupervisor
from agents.studio import Studio
from storage.domain.crew import Member, Person, Right, Role, rights
from storage.domain.errors import Outdated, Refused
from storage.domain.events import Event, News
from storage.domain.ids import PersonId, SeriesId
from storage.reader import Reader
from storage.unit import Unit


async def met(studio: Studio, unit: Unit, caller: Caller) -> Person:
    """Return the person who calls, known from now on at the latest."""
    known = await unit.person_of(caller.chat)
    if known is not None:
        return known
    person = Person(id=PersonId(studio.new_id()), chat=caller.chat, name=caller.name, language=caller.language)
    await unit.put_person(person)
    return person


async def granted(reader: Reader, series: SeriesId, person: Person) -> frozenset[Right]:
    """Return what a person may do in a series at this moment."""
    members = await reader.members(series)
    held = [member.role for member in members if member.person == person.id]
    return rights(held, supervised=any(member.role is Role.SUPERVISOR for member in members))


async def demand(reader: Reader, series: SeriesId, person: Person, right: Right) -> None:
    """Let a person pass who has the right.

    Raises:
        Refused: they have not.
    """
    if right not in await granted(reader, series, person):
        raise Refused(f"not-yours-to-{right}")


async def may(studio: Studio, caller: Caller, series: SeriesId, right: Right) -> None:
    """Let a caller pass who has the right in a series.

    Raises:
        Refused: they have not.
    """
    async with studio.store.read() as reader:
        person = await reader.person_of(caller.chat)
        if person is None:
            raise Refused(f"not-yours-to-{right}")
        await demand(reader, series, person, right)


async def trade(reader: Reader, series: SeriesId, person: Person) -> Role:
    """Return the first of a person's roles in the order of credits; who has none looks on as a prompt writer."""
    held = {member.role for member in await reader.members(series) if member.person == person.id}
    return next((role for role in Role if role in held), Role.PROMPT_WRITER)


async def meet(studio: Studio, command: Meet, cause: int | None) -> None:
    """Keep who someone is, and the language they want to be spoken to."""
    async with studio.store.write(cause) as unit:
        known = await met(studio, unit, command.caller)
        caller = command.caller
        await unit.put_person(Person(id=known.id, chat=caller.chat, name=caller.name, language=caller.language))


async def bind(studio: Studio, command: BindTeam, cause: int | None) -> None:
    """Let a group supervise a series.

    Raises:
        Outdated: it does already.
        Refused: the caller is not the series' creator.
    """
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        await demand(unit, command.series, person, Right.STAFF)
        if await unit.team(command.series) == command.group:
            raise Outdated("bound")
        await unit.bind_team(command.series, command.group, command.title)
        await unit.tell(
            Event(
                news=News.TEAM_BOUND,
                series=command.series,
                chats=(person.chat, command.group),
                by=person.id,
                facts={"group": command.title},
            )
        )


async def name_supervisor(studio: Studio, command: NameSupervisor, cause: int | None) -> None:
    """Make someone a supervisor.

    Raises:
        Outdated: they are one already.
        Refused: the caller is not the series' creator.
    """
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        await demand(unit, command.series, person, Right.STAFF)
        named = await unit.person(command.supervisor)
        if not await unit.add_member(Member(series=command.series, person=named.id, role=Role.SUPERVISOR)):
            raise Outdated("named")
        team = await unit.team(command.series)
        await unit.tell(
            Event(
                news=News.SUPERVISOR_NAMED,
                series=command.series,
                chats=(team if team is not None else person.chat,),
                by=person.id,
                facts={"name": named.name},
            )
        )


async def move_group(studio: Studio, command: MoveGroup, cause: int | None) -> None:
    """Keep a group's bindings when it becomes a supergroup."""
    async with studio.store.write(cause) as unit:
        await unit.migrate_chat(command.old, command.new)
