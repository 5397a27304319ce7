"""Billing: everyone credited answers for their own line before the release, and disputes are settled by who leads.

Nothing waits for an answer. A dispute keeps a cut from being approved until it is settled or withdrawn; its settlement
is a judgement, which earns whoever settles nothing.
"""

from dataclasses import replace

from agents import review
from agents.acts import Origin
from agents.commands.caller import Caller
from agents.commands.lines import BeNamed, ChangeName, ConfirmLine, OpenDispute, SettleDispute, WithdrawDispute
from agents.intake import clean
from agents.manners import is_abusive
from agents.studio import Desk, Studio
from agents.team import demand, met, trade
from storage import crediting, documents
from storage.domain.billing import Billing, Dispute, Standing, clean_name
from storage.domain.contributions import Actor, Kind, Words
from storage.domain.crew import GIVEN, Person, Right
from storage.domain.errors import InvalidValue, Outdated, Refused
from storage.domain.events import Event, News
from storage.domain.ids import DisputeId, EpisodeId, PersonId, SeriesId
from storage.domain.papers import Disputed
from storage.domain.stages import Stage
from storage.unit import Unit


async def confirm(studio: Studio, command: ConfirmLine, cause: int | None) -> None:
    """Keep that a person agrees with their line as it is now.

    Raises:
        Outdated: they have agreed with it already.
        Refused: it is not the caller's, they have none, or the episode is out.
    """
    async with studio.store.write(cause) as unit:
        desk, person = await _own_line(studio, unit, command.caller, command.episode, command.person)
        credits_ = crediting.own(await crediting.standing(unit, command.episode), person.id)
        if not credits_:
            raise Refused("no-line")
        name = crediting.printed(person, (await unit.billings(desk.series.id)).get(person.id))
        line = crediting.fingerprint(credits_, name)
        if await unit.confirmed(command.episode, person.id) == line:
            raise Outdated("confirmed")
        await unit.confirm(command.episode, person.id, line)
        await desk.show_lines(unit, person)


async def change_name(studio: Studio, command: ChangeName, cause: int | None) -> EpisodeId | None:
    """Print another name of a person, in this episode and all later ones of the series; whoever changes it is named.

    Raises:
        InvalidValue: it is no name.
        Refused: the line is not the caller's, or the episode is out.
    """
    name = clean_name(command.name)
    if is_abusive(name):
        raise InvalidValue("abusive")
    async with studio.store.write(cause) as unit:
        desk, person = await _own_line(studio, unit, command.caller, command.episode, command.person)
        kept = "" if name == person.name else name
        return await _bill(desk, unit, person, Billing(series=desk.series.id, person=person.id, name=kept))


async def be_named(studio: Studio, command: BeNamed, cause: int | None) -> EpisodeId | None:
    """Name a person in the credits of a series, or leave them out; the ledger keeps its ids either way.

    Raises:
        Outdated: it is so already.
        Refused: the line is not the caller's, or the episode is out.
    """
    async with studio.store.write(cause) as unit:
        desk, person = await _own_line(studio, unit, command.caller, command.episode, command.person)
        known = (await unit.billings(desk.series.id)).get(person.id)
        billing = known or Billing(series=desk.series.id, person=person.id)
        if billing.named == command.named:
            raise Outdated("named")
        return await _bill(desk, unit, person, replace(billing, named=command.named))


async def open_dispute(studio: Studio, command: OpenDispute, cause: int | None) -> None:
    """Let a person say what is wrong with their credit, and put it to who leads the series.

    Raises:
        InvalidValue: there are no words in it.
        Outdated: they have said so already, and it is open.
        Refused: the line is not the caller's, or the cut is approved.
    """
    text = clean(command.text)
    paper = Disputed(text=text, salt=studio.salt(), episode=command.episode)
    digest = await studio.vault.put_bytes(documents.dump(paper))
    async with studio.store.write(cause) as unit:
        desk, person = await _own_line(studio, unit, command.caller, command.episode, command.person)
        if desk.episode.stage is Stage.FINISHING:
            raise Refused("cut-is-approved")
        if await _open(unit, desk, person) is not None:
            raise Outdated("disputed")
        role = await trade(unit, desk.series.id, person)
        origin = Origin(by=Actor.person(person.id), role=role, kind=Kind.DISPUTED, words=Words.TYPED)
        await unit.record(desk.contribution(origin, made=digest))
        dispute = Dispute(
            id=DisputeId(studio.new_id()),
            episode=command.episode,
            person=person.id,
            text=text,
            digest=digest,
            at=studio.clock(),
        )
        await unit.add_dispute(dispute)
        await _tell(desk, unit, person, dispute)


async def withdraw_dispute(studio: Studio, command: WithdrawDispute, cause: int | None) -> None:
    """Let a person leave their credit as it is after all.

    Raises:
        Outdated: nothing of theirs is open.
        Refused: the line is not the caller's, or the episode is out.
    """
    async with studio.store.write(cause) as unit:
        desk, person = await _own_line(studio, unit, command.caller, command.episode, command.person)
        dispute = await _open(unit, desk, person)
        if dispute is None:
            raise Outdated("withdrawn")
        await unit.settle_dispute(replace(dispute, standing=Standing.WITHDRAWN))
        await _tell(desk, unit, person, dispute)
        await review.recount(studio, unit, desk.series.id)


async def settle_dispute(studio: Studio, command: SettleDispute, cause: int | None) -> None:
    """Keep a disputed credit as it is, or give one more role; the settlement is the evidence of a role that it gives.

    Raises:
        Outdated: it was settled or withdrawn before.
        Refused: the caller does not lead the series, or nobody can be given that role.
    """
    async with studio.store.write(cause) as unit:
        dispute = await unit.dispute(command.dispute)
        episode = await unit.episode(dispute.episode)
        desk = studio.desk(await unit.series(episode.series), episode)
        lead = await met(studio, unit, command.caller)
        await demand(unit, desk.series.id, lead, Right.STAFF)
        if dispute.standing is not Standing.OPEN:
            raise Outdated(dispute.standing)
        if command.role is not None and command.role not in GIVEN:
            raise Refused("not-a-role-to-give")
        act = replace(
            desk.contribution(
                Origin(
                    by=Actor.person(lead.id),
                    role=command.role or await trade(unit, desk.series.id, lead),
                    kind=Kind.SETTLED,
                    sources=(dispute.digest,),
                    directed_by=lead.id,
                )
            ),
            granted_to=dispute.person if command.role else None,
        )
        await unit.record(act)
        standing = Standing.GRANTED if command.role else Standing.KEPT
        await unit.settle_dispute(replace(dispute, standing=standing, role=command.role, settled_by=act.id))
        await _tell(desk, unit, await unit.person(dispute.person), dispute)
        await desk.show_lines(unit)
        await review.recount(studio, unit, desk.series.id)


async def _own_line(
    studio: Studio, unit: Unit, caller: Caller, episode: EpisodeId, whose: PersonId
) -> tuple[Desk, Person]:
    """Return the desk of an episode and the caller, who answers for their own line while it can still change.

    Raises:
        Refused: the line is somebody else's, the caller has nothing to do with the episode, or it is out.
    """
    person = await met(studio, unit, caller)
    found = await unit.episode(episode)
    if person.id != whose or not await _takes_part(unit, found.series, episode, person):
        raise Refused("not-yours-to-answer")
    if found.stage is Stage.RELEASED:
        raise Refused("credits-are-out")
    return studio.desk(await unit.series(found.series), found), person


async def _takes_part(unit: Unit, series: SeriesId, episode: EpisodeId, person: Person) -> bool:
    """Tell whether a person is in the team, or has done something for the episode."""
    if await unit.roles(series, person.id):
        return True
    return any(act.by == Actor.person(person.id) for act in await unit.history(episode))


async def _open(unit: Unit, desk: Desk, person: Person) -> Dispute | None:
    return next((each for each in await unit.open_disputes(desk.episode.id) if each.person == person.id), None)


async def _bill(desk: Desk, unit: Unit, person: Person, billing: Billing) -> EpisodeId | None:
    """Keep how a person is named and show it; an episode that is being finished is cut with it."""
    await unit.put_billing(billing)
    await desk.show_lines(unit, person)
    return desk.episode.id if desk.episode.stage is Stage.FINISHING else None


async def _tell(desk: Desk, unit: Unit, person: Person, dispute: Dispute) -> None:
    """Let the one who leads and the one who disputes see where a dispute stands."""
    lead = await unit.person(desk.series.creator)
    chats = tuple(dict.fromkeys((lead.chat, person.chat)))
    event = Event(
        news=News.DISPUTE_CHANGED,
        series=desk.series.id,
        episode=desk.episode.id,
        chats=chats,
        facts={"dispute": dispute.id},
    )
    await unit.tell(event)
