"""The team of a series: who someone is, what they may do there at this moment, and who decides."""

from agents.commands.caller import Caller
from agents.studio import Studio
from storage.domain.crew import DECIDING, Person, Right, Role, rights
from storage.domain.errors import Refused
from storage.domain.ids import PersonId, SeriesId
from storage.reader import Reader
from storage.unit import Unit
from storage.voting import deciding


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
    held = await reader.roles(series, person.id)
    supervised = Role.CREATOR not in held or bool(await reader.holders(series, DECIDING))  # else nobody asks whether
    may = rights(held, supervised=supervised)
    return may | {Right.DECIDE} if person.id in await deciding(reader, series) else may


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


async def demand_sight(reader: Reader, caller: Caller, chat: int, series: SeriesId) -> None:
    """Let pass who takes part in a series, and everyone in the group (`chat`) that supervises it.

    Raises:
        Refused: the caller is neither.
    """
    person = await reader.person_of(caller.chat)
    is_member = person is not None and await reader.roles(series, person.id)
    if not is_member and await reader.team(series) != chat:
        raise Refused("not-yours-to-see")


async def may_see(studio: Studio, caller: Caller, chat: int, series: SeriesId) -> None:
    """Let a caller pass who may see a series in a chat.

    Raises:
        Refused: they may not.
    """
    async with studio.store.read() as reader:
        await demand_sight(reader, caller, chat, series)


async def trade(reader: Reader, series: SeriesId, person: Person) -> Role:
    """Return the first of a person's roles in the order of credits; who has none looks on as a prompt writer."""
    held = await reader.roles(series, person.id)
    return next((role for role in Role if role in held), Role.PROMPT_WRITER)
