"""Membership: who joins a series, leaves it and leads it, which group supervises it, what its team agrees on."""

from dataclasses import replace

from agents import review
from agents.commands.caller import Caller
from agents.commands.team import (
    Agree,
    BindTeam,
    ComeBack,
    Dismiss,
    GoAway,
    HandOver,
    Invite,
    Join,
    Meet,
    MoveGroup,
    NameMember,
    Withdraw,
)
from agents.studio import Studio
from agents.team import demand, met
from storage.domain.crew import GIVEN, Invitation, Member, Person, Right, Role
from storage.domain.errors import Outdated, Refused
from storage.domain.events import Event, News
from storage.domain.ids import InvitationId, PersonId, SeriesId
from storage.domain.review import Quorum
from storage.errors import NotFound
from storage.unit import Unit
from storage.voting import audience


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
        Refused: the caller does not staff the series.
    """
    async with studio.store.write(cause) as unit:
        person = await _staff(studio, unit, command.caller, command.series)
        if await unit.team(command.series) == command.group:
            raise Outdated("bound")
        await unit.bind_team(command.series, command.group, command.title)
        await _tell(unit, command.series, person, News.TEAM_BOUND, group=command.title)


async def move_group(studio: Studio, command: MoveGroup, cause: int | None) -> None:
    """Keep a group's bindings when it becomes a supergroup."""
    async with studio.store.write(cause) as unit:
        await unit.migrate_chat(command.old, command.new)


async def name_member(studio: Studio, command: NameMember, cause: int | None) -> None:
    """Give someone a role.

    Raises:
        Outdated: they have it already.
        Refused: the caller does not staff the series, or nobody can be given that role.
    """
    async with studio.store.write(cause) as unit:
        person = await _staff(studio, unit, command.caller, command.series)
        await _enlist(studio, unit, await unit.person(command.person), Member(
            series=command.series, person=command.person, role=command.role,
        ), by=person)  # fmt: skip


async def invite(studio: Studio, command: Invite, cause: int | None) -> None:
    """Make a link to join with, and tell it to who asked for it.

    Raises:
        Refused: the caller does not staff the series, or nobody can be given that role.
    """
    async with studio.store.write(cause) as unit:
        person = await _staff(studio, unit, command.caller, command.series)
        _demand_given(command.role)
        link = InvitationId(studio.new_id())
        await unit.add_invitation(Invitation(id=link, series=command.series, role=command.role, by=person.id))
        facts = {"invitation": link, "role": command.role}
        event = Event(news=News.INVITED, series=command.series, chats=(person.chat,), by=person.id, facts=facts)
        await unit.tell(event)


async def join(studio: Studio, command: Join, cause: int | None) -> None:
    """Let someone in who has a link.

    Raises:
        Outdated: they are in already.
        Refused: the link was withdrawn, or never was.
    """
    async with studio.store.write(cause) as unit:
        try:
            link = await unit.invitation(command.invitation)
        except NotFound:
            raise Refused("no-such-invitation") from None
        person = await met(studio, unit, command.caller)
        await _enlist(studio, unit, person, Member(series=link.series, person=person.id, role=link.role), by=person)


async def withdraw(studio: Studio, command: Withdraw, cause: int | None) -> None:
    """Make every link to join a series with void.

    Raises:
        Refused: the caller does not staff the series, or there is no link.
    """
    async with studio.store.write(cause) as unit:
        await _staff(studio, unit, command.caller, command.series)
        if not await unit.withdraw(command.series):
            raise Refused("nothing-to-withdraw")


async def dismiss(studio: Studio, command: Dismiss, cause: int | None) -> None:
    """Take someone's roles from them, at their own wish or at that of who staffs the series.

    Raises:
        Outdated: they have no role there.
        Refused: the caller may not, or the one who would go leads the series.
    """
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        if command.person != person.id:
            await demand(unit, command.series, person, Right.STAFF)
        if command.person == (await unit.series(command.series)).creator:
            raise Refused("leads-the-series")
        held = [member for member in await unit.members(command.series) if member.person == command.person]
        if not held:
            raise Outdated("left")
        for member in held:
            await unit.remove_member(member)
        await unit.remove_deputy(command.series, command.person)
        gone = await unit.person(command.person)
        await _tell(unit, command.series, person, News.MEMBER_LEFT, name=gone.name)
        await review.recount(studio, unit, command.series)


async def hand_over(studio: Studio, command: HandOver, cause: int | None) -> None:
    """Let another member lead; who led before stays as a screenwriter.

    Raises:
        Refused: the caller does not lead, or the other is not a member.
    """
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        series = await unit.series(command.series)
        if person.id != series.creator:
            raise Refused("not-yours-to-staff")
        if not await unit.roles(series.id, command.person):
            raise Refused("not-a-member")
        if command.person == person.id:
            raise Outdated("leads")
        await unit.remove_member(Member(series=series.id, person=person.id, role=Role.CREATOR))
        await unit.add_member(Member(series=series.id, person=person.id, role=Role.SCREENWRITER))
        await unit.add_member(Member(series=series.id, person=command.person, role=Role.CREATOR))
        before = await audience(unit, series.id)
        await unit.hand_over(series.id, command.person)
        heir = await unit.person(command.person)
        where = tuple(dict.fromkeys((*before, heir.chat)))
        await _tell(unit, series.id, person, News.LEAD_HANDED, to=where, name=heir.name, before=person.name)


async def go_away(studio: Studio, command: GoAway, cause: int | None) -> None:
    """Let a member stand in for someone who decides.

    Raises:
        Refused: the caller does not decide, or the deputy is not another member.
    """
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        await demand(unit, command.series, person, Right.DECIDE)
        if command.deputy == person.id or not await unit.roles(command.series, command.deputy):
            raise Refused("not-a-member")
        await unit.put_deputy(command.series, person.id, command.deputy)
        deputy = await unit.person(command.deputy)
        await _tell(unit, command.series, person, News.DEPUTY_NAMED, name=person.name, deputy=deputy.name)
        await review.recount(studio, unit, command.series)


async def come_back(studio: Studio, command: ComeBack, cause: int | None) -> None:
    """Let someone decide by themselves again.

    Raises:
        Outdated: they were not away.
    """
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        if not await unit.remove_deputy(command.series, person.id):
            raise Outdated("back")
        await _tell(unit, command.series, person, News.DEPUTY_FREED, name=person.name)


async def agree(studio: Studio, command: Agree, cause: int | None) -> None:
    """Keep what the team agrees on; a draft that has enough approvals now is approved.

    Raises:
        Refused: the caller does not staff the series.
    """
    async with studio.store.write(cause) as unit:
        person = await _staff(studio, unit, command.caller, command.series)
        policy = await unit.policy(command.series)
        if command.kind is not None and command.asks is not None:
            policy = policy.asking(command.kind, asks=command.asks)
        elif command.kind is not None:
            policy = replace(policy, quorum={**policy.quorum, command.kind: Quorum(command.quorum)})
        if command.own is not None:
            policy = replace(policy, own=command.own)
        await unit.agree(command.series, policy)
        await _tell(unit, command.series, person, News.POLICY_AGREED)
        await review.recount(studio, unit, command.series)


async def _staff(studio: Studio, unit: Unit, caller: Caller, series: SeriesId) -> Person:
    """Return the caller, who staffs a series."""
    person = await met(studio, unit, caller)
    await demand(unit, series, person, Right.STAFF)
    return person


def _demand_given(role: Role) -> None:
    if role not in GIVEN:
        raise Refused("not-a-role-to-give")


async def _enlist(studio: Studio, unit: Unit, person: Person, member: Member, *, by: Person) -> None:
    """Add a member, tell it where the series' affairs are told, and count approvals anew: others decide now."""
    _demand_given(member.role)
    if not await unit.add_member(member):
        raise Outdated("named")
    await _tell(unit, member.series, by, News.MEMBER_NAMED, name=person.name, role=member.role)
    await review.recount(studio, unit, member.series)


async def _tell(
    unit: Unit, series: SeriesId, by: Person, news: News, *, to: tuple[int, ...] = (), **facts: str
) -> None:
    where = to or await audience(unit, series)
    await unit.tell(Event(news=news, series=series, chats=where, by=PersonId(by.id), facts=facts))
