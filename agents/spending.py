"""Spending: people allow what an episode costs, say what becomes of doubtful purchases, and limit a series.

Allowing is an act of a person and stands in the ledger: who allowed how much for which episode.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from agents.acts import Origin
from agents.commands.caller import Caller
from agents.commands.spending import AllowSpending, AskAgain, Limit, SetLimit, SpareMoney
from agents.halting import DOUBTFUL, NEEDS_CONSENT
from agents.studio import Desk, Studio
from agents.team import demand, demand_sight, met, trade
from agents.till import CONSENT, MICROS
from generation.errors import Unavailable
from storage import documents
from storage.domain.budget import Budget, Cap
from storage.domain.contributions import Actor, Kind
from storage.domain.crew import Person, Right
from storage.domain.errors import InvalidValue, Outdated
from storage.domain.events import Event, News
from storage.domain.ids import EpisodeId, SeriesId
from storage.domain.papers import Consent
from storage.domain.purchase import Purchase
from storage.domain.review import Policy
from storage.domain.takes import Medium, Work
from storage.spending import Accounts, accounts
from storage.unit import Unit
from storage.voting import audience

SPARED = "spared"
"""Why work halted when somebody would not have money spent."""

ANSWERED: Mapping[bool, Work] = {True: Work(Medium.CONSENT, "again"), False: Work(Medium.CONSENT, "unpaid")}
"""What somebody said of purchases that may have been paid."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedSpending:
    """Somebody asks in a chat what a series has cost."""

    caller: Caller
    chat: int
    series: SeriesId


@dataclass(frozen=True, kw_only=True, slots=True)
class Spending:
    """What a series has cost, the limits that hold for it, and what is left under each cap.

    `operator` are the limits that the series cannot lift; `buys` says whether anything is made elsewhere today.
    """

    accounts: Accounts
    limits: Budget
    operator: Budget
    left: Mapping[Cap, int]
    buys: bool


async def read(studio: Studio, asked: AskedSpending) -> Spending:
    """Return what a series has cost.

    Raises:
        Refused: the caller may not see it.
    """
    async with studio.store.read() as reader:
        await demand_sight(reader, asked.caller, asked.chat, asked.series)
        series = await reader.series(asked.series)
        found = await accounts(reader, series)
        limits = studio.budget.within((await reader.policy(series.id)).budget)
        counted = await reader.purchases.counted(
            person=series.creator, series=series.id, episode=EpisodeId(""), at=studio.clock()
        )
    left = dict(limits.left(counted))
    left.pop(Cap.EPISODE, None)
    return Spending(accounts=found, limits=limits, operator=studio.budget, left=left, buys=_buys(studio))


async def allow(studio: Studio, command: AllowSpending, cause: int | None) -> EpisodeId:
    """Let an episode cost so much, and go on.

    Raises:
        Outdated: it does not wait for that, or not any more.
    """
    digest = await studio.vault.put_bytes(documents.dump(_paper(studio, command.micros)))
    async with studio.store.write(cause) as unit:
        desk, person = await seat(studio, unit, command.caller, command.episode)
        if (desk.episode.halt, desk.episode.halt_facts.get("total")) != (NEEDS_CONSENT, str(command.micros)):
            raise Outdated("allowed")
        origin = Origin(by=Actor.person(person.id), role=await trade(unit, desk.series.id, person), kind=Kind.ALLOWED)
        await desk.enter(unit, CONSENT, digest, origin, facts={MICROS: command.micros})
        await go_on(desk, unit)
    return command.episode


async def spare(studio: Studio, command: SpareMoney, cause: int | None) -> EpisodeId:
    """Spend nothing; the episode stays as it is until somebody has it tried again.

    Raises:
        Outdated: it does not wait for money, or not any more.
    """
    async with studio.store.write(cause) as unit:
        desk, person = await seat(studio, unit, command.caller, command.episode)
        if desk.episode.halt not in {NEEDS_CONSENT, DOUBTFUL}:
            raise Outdated("spared")
        await unit.halt(command.episode, SPARED)
        await desk.tell(unit, News.WORK_HALTED, {"reason": SPARED, "by": person.name})
    return command.episode


async def ask_again(studio: Studio, command: AskAgain, cause: int | None) -> EpisodeId:
    """Say what becomes of what may have been paid; an episode that waits for nothing else goes on.

    Raises:
        Outdated: it is not doubtful any more.
    """
    async with studio.store.read() as reader:
        seen = _chosen(await reader.purchases.doubtful(command.episode), command)
    paper = _paper(studio, sum(each.micros for each in seen), " ".join(each.id for each in seen))
    digest = await studio.vault.put_bytes(documents.dump(paper))
    async with studio.store.write(cause) as unit:
        desk, person = await seat(studio, unit, command.caller, command.episode)
        doubtful = await unit.purchases.doubtful(command.episode)
        if not seen or _chosen(doubtful, command) != seen:
            raise Outdated("answered")
        for each in seen:
            at = studio.clock()
            await unit.put_purchase(each.write_off(at) if command.paid else each.release(at))
        origin = Origin(by=Actor.person(person.id), role=await trade(unit, desk.series.id, person), kind=Kind.ALLOWED)
        await desk.enter(unit, ANSWERED[command.paid], digest, origin)
        if desk.episode.halt in {DOUBTFUL, SPARED} and len(doubtful) == len(seen):
            await go_on(desk, unit)
    return command.episode


async def set_limit(studio: Studio, command: SetLimit, cause: int | None) -> None:
    """Limit what a series costs.

    Raises:
        InvalidValue: it is less than nothing.
        Refused: the caller does not staff the series.
    """
    if (command.micros or 0) < 0:
        raise InvalidValue("less-than-nothing")
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        await demand(unit, command.series, person, Right.STAFF)
        policy = await unit.policy(command.series)
        await unit.agree(command.series, _limited(policy, command))
        chats = await audience(unit, command.series)
        facts = {"limit": command.limit.value, "micros": "" if command.micros is None else str(command.micros)}
        await unit.tell(Event(news=News.LIMIT_SET, series=command.series, chats=chats, by=person.id, facts=facts))


def _limited(policy: Policy, command: SetLimit) -> Policy:
    match command.limit:
        case Limit.SERIES:
            return replace(policy, cap=command.micros)
        case Limit.ASK:
            return replace(policy, ask_above=command.micros)


def _buys(studio: Studio) -> bool:
    """Tell whether anything is made elsewhere, or for money, today."""
    for backend in set(studio.backends.values()):
        with suppress(Unavailable):
            model = studio.engine.model(backend)
            if model.is_remote or (model.price and model.price.micros):
                return True
    return False


def _chosen(doubtful: tuple[Purchase, ...], command: AskAgain) -> tuple[Purchase, ...]:
    return tuple(each for each in doubtful if command.purchase in {None, each.id})


def _paper(studio: Studio, micros: int, purchases: str = "") -> Consent:
    return Consent(micros=micros, purchase=purchases, salt=studio.salt())


async def go_on(desk: Desk, unit: Unit) -> None:
    """End the halt of an episode, in the caller's transaction."""
    await unit.halt(desk.episode.id, "")
    await desk.tell(unit, News.WORK_RESUMED, {})


async def seat(studio: Studio, unit: Unit, caller: Caller, episode: EpisodeId) -> tuple[Desk, Person]:
    """Return the desk of an episode and the caller, who steers its series.

    Raises:
        Refused: they do not.
    """
    person = await met(studio, unit, caller)
    found = await unit.episode(episode)
    series = await unit.series(found.series)
    await demand(unit, series.id, person, Right.STEER)
    return studio.desk(series, found), person
