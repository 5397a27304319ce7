"""What things cost is asked before, kept within its limits, and shown: in private, in a group, by whoever may."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from decimal import Decimal

import pytest

from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator.message import Message
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from generation.backends import BackEnd
from generation.catalog.model import Origin
from storage.domain.contributions import Actor, Kind
from storage.domain.ids import Digest, EpisodeId, PurchaseId
from storage.domain.papers import Consent
from storage.domain.purchase import Purchase, State
from storage.domain.takes import Medium, Work
from tests.e2e.conftest import IDEA, Bot, running
from tests.e2e.steps import PATIENCE, draft_of, press_stale, supervised, to_storyboard
from tests.fakes.backends import Fake, clip, media
from tests.fakes.chat import chat
from tests.fakes.paid import CENT, Paid, Provider, clips, provider

pytestmark = pytest.mark.slow

YES, NO, RETRY = "✓ Yes, spend up to €0.12", "✗ No", "↻ Try again"
PRICED = "✓ Approve · ≈ €0.12"


@pytest.fixture
def far() -> Iterator[Provider]:
    """Who is paid."""
    with provider() as found:
        yield found


@pytest.fixture
def fakes(far: Provider) -> dict[str, BackEnd]:
    """Back-ends of which `far` makes clips for two cents each."""
    return {**media(), "chat": chat(), "far": clips(far.address)}


def bought(settings: Settings, **changes: object) -> Settings:
    """Return settings by which clips are bought."""
    return settings.model_copy(update={"backends": {"clip": "far"}, **changes})


@asynccontextmanager
async def shooting(
    settings: Settings, simulator: Simulator, fakes: dict[str, BackEnd], ana: Person
) -> AsyncIterator[Bot]:
    """Run a bot until the storyboard of an episode is approved."""
    async with running(settings, simulator, fakes) as bot:
        await ana.say(IDEA)
        await ana.press(await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE), "✓ Approve")
        await ana.press(await ana.chat.wait_for(draft_of("Storyboard", PRICED), PATIENCE), PRICED)
        yield bot


def holding(*labels: str) -> Callable[[Message], bool]:
    """Fit a message with these buttons."""
    return lambda message: set(labels) <= set(message.buttons)


async def purchases(bot: Bot) -> tuple[Purchase, ...]:
    """Return what was bought, whatever became of it."""
    async with bot.studio.store.read() as reader:
        return await reader.purchases.standing(set(State))


async def test_above_the_threshold_nothing_is_bought_until_somebody_says_yes(
    settings: Settings, simulator: Simulator, fakes: dict[str, BackEnd], far: Provider, ana: Person
) -> None:
    asking = bought(settings, ask_above=Decimal("0.05"))
    async with shooting(asking, simulator, fakes, ana) as bot:
        asked = await ana.chat.wait_for(holding(YES, NO), PATIENCE)
        assert "This will cost about €0.12. Nothing is spent on the episode so far." in asked.text
        await ana.press(asked, NO)
        spared = await ana.chat.wait_for("Nothing more was spent", PATIENCE)
        assert far.created == []
        await ana.press(spared, RETRY)
        asked = await ana.chat.wait_for(holding(YES, NO), PATIENCE)
        await ana.press(asked, YES)
        preview = await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
        assert "full size" not in preview.text  # its clips are made: it would cost nothing
        assert len(far.created) == 6
        assert {(each.state, each.micros, each.backend) for each in await purchases(bot)} == {
            (State.SETTLED, 2 * CENT, "far")
        }
        await _is_on_record(bot, ana)


async def _is_on_record(bot: Bot, ana: Person) -> None:
    """Check that it stands in the ledger who allowed how much, and what each clip cost."""
    (card,) = await bot.views.library(ana.id)
    async with bot.studio.store.read() as reader:
        history = await reader.history(card.episode.id)
        consent = await reader.head(card.episode.id, Work(Medium.CONSENT))
        person = await reader.person_of(ana.id)
    assert consent
    assert person
    (allowed,) = [act for act in history if act.kind is Kind.ALLOWED]
    assert (allowed.by, allowed.directed_by, allowed.made) == (Actor.person(person.id), person.id, consent.digest)
    paper = await bot.studio.desk(card.series, card.episode).read(Consent, consent)
    assert paper.micros == 12 * CENT
    assert sum(act.cost.micros for act in history) == 12 * CENT


async def test_over_a_cap_nothing_of_a_batch_is_begun_and_the_price_and_the_cap_are_told(
    settings: Settings, simulator: Simulator, fakes: dict[str, BackEnd], far: Provider, ana: Person
) -> None:
    capped = bought(settings, caps={"episode": Decimal("0.11")})
    async with shooting(capped, simulator, fakes, ana) as bot:
        halted = await ana.chat.wait_for("This costs about €0.12, and €0.11 is left for this episode", PATIENCE)
        assert (far.created, await purchases(bot), halted.buttons) == ([], (), [RETRY])


async def test_what_a_provider_bills_differently_is_told_and_stands_in_the_books(
    settings: Settings, simulator: Simulator, fakes: dict[str, BackEnd], ana: Person
) -> None:
    paid = fakes["far"]
    assert isinstance(paid, Paid)
    paid.billed = 3 * CENT
    async with shooting(bought(settings), simulator, fakes, ana):
        await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
        await ana.command("/budget")
        page = await ana.chat.wait_for("What Moonstruck has cost", PATIENCE)
    assert "Paid: €0.18" in page.text
    assert "The services took €0.06 more than was reserved." in page.text


async def test_a_model_without_a_price_is_refused_where_there_is_a_limit(
    settings: Settings, simulator: Simulator, fakes: dict[str, BackEnd], far: Provider, ana: Person
) -> None:
    fakes["far"] = clips(far.address, price=None)
    async with running(bought(settings, caps={"day": Decimal(5)}), simulator, fakes):
        await to_storyboard(ana)
        await ana.press(await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE), "✓ Approve")
        await ana.chat.wait_for("far-clip works elsewhere and gives no price", PATIENCE)
    assert far.created == []


async def test_a_ticket_is_asked_where_it_was_ordered_although_the_settings_changed(
    settings: Settings, simulator: Simulator, fakes: dict[str, BackEnd], far: Provider, ana: Person
) -> None:
    far.deaf.set()
    async with shooting(bought(settings), simulator, fakes, ana):
        halted = await ana.chat.wait_for("A service did not answer", PATIENCE)
    far.deaf.clear()
    here = Fake(name="fake-clip", render=clip, media_type="video/mp4", origin=Origin.TRAINED)
    async with running(bought(settings, backends={"clip": "here"}), simulator, {**fakes, "here": here}) as bot:
        await ana.press(halted, RETRY)
        await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
        settled = [each for each in await purchases(bot) if each.state is State.SETTLED]
        (card,) = await bot.views.library(ana.id)
        made = await _makers(bot, card.episode.id)
    ordered = len(far.created)
    assert sorted(each.ticket for each in settled) == sorted(far.created)
    assert sorted(made) == ["fake-clip"] * (6 - ordered) + ["far-clip"] * ordered
    assert len(here.asked) == 6 - ordered < 6


async def _makers(bot: Bot, episode: EpisodeId) -> list[str]:
    async with bot.studio.store.read() as reader:
        clips_ = {take.contribution for take in await reader.takes(episode, Medium.CLIP)}
        return [act.tool.name for act in await reader.history(episode) if act.id in clips_ and act.tool]


async def test_a_ticket_of_a_back_end_that_is_gone_is_kept_and_the_back_end_is_named(
    settings: Settings, simulator: Simulator, fakes: dict[str, BackEnd], far: Provider, ana: Person
) -> None:
    far.deaf.set()
    async with shooting(bought(settings), simulator, fakes, ana):
        halted = await ana.chat.wait_for("A service did not answer", PATIENCE)
    del fakes["far"]
    here = Fake(name="fake-clip", render=clip, media_type="video/mp4", origin=Origin.TRAINED)
    async with running(bought(settings, backends={"clip": "here"}), simulator, {**fakes, "here": here}) as bot:
        await ana.press(halted, RETRY)
        await ana.chat.wait_for("was ordered from far, which is not there any more", PATIENCE)
        assert State.TICKETED in {each.state for each in await purchases(bot)}


async def test_a_group_is_asked_too_and_only_who_may_steer_answers(
    settings: Settings, simulator: Simulator, fakes: dict[str, BackEnd], cast: Cast
) -> None:
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    async with running(bought(settings, ask_above=Decimal(0)), simulator, fakes):
        await supervised(cast)
        await bo.press(await room.wait_for(draft_of("Synopsis"), PATIENCE), "✓ Approve")
        await bo.press(await room.wait_for(draft_of("Storyboard", PRICED), PATIENCE), PRICED)
        asked = await room.wait_for(holding(YES, NO), PATIENCE)
        private = await ana.chat.wait_for(holding(YES, NO), PATIENCE)
        refused = await bo.press(asked, YES)
        assert refused.is_alert
        await ana.press(asked, YES)
        await room.wait_for(lambda message: message.id == asked.id and not message.buttons, PATIENCE)
        await room.wait_for(draft_of("Preview"), PATIENCE)
        assert (await press_stale(ana, private, YES)).is_alert, "what was answered is answered"


async def test_everything_made_here_costs_nothing_and_the_page_says_so(bot: Bot, ana: Person) -> None:
    assert bot.studio.budget.is_open
    await to_storyboard(ana)
    await ana.command("/budget")
    page = await ana.chat.wait_for("Everything so far was made on this machine, at no cost", PATIENCE)
    assert "Episode 1 · " in page.text
    assert "€" not in page.text


async def test_whoever_leads_limits_the_series_and_what_the_operator_forbids_is_not_offered(
    settings: Settings, simulator: Simulator, fakes: dict[str, BackEnd], ana: Person
) -> None:
    async with running(bought(settings, caps={"series": Decimal(15)}), simulator, fakes) as bot:
        await _board(ana)
        await ana.command("/budget")
        page = await ana.chat.wait_for("Left for the series: €15.00 of €15.00", PATIENCE)
        await ana.press(page, "Limits")
        limits = await ana.chat.wait_for("How much may the series cost", PATIENCE)
        assert {"at most €5.00", "at most €10.00"} <= set(limits.buttons)
        assert "at most €20.00" not in limits.buttons
        await ana.press(limits, "at most €5.00")
        await ana.chat.wait_for("the series may cost €5.00 in all now", PATIENCE)
        limits = await ana.chat.wait_for(holding("● at most €5.00"), PATIENCE)
        await ana.press(limits, "← What it cost")
        await ana.chat.wait_for("Left for the series: €5.00 of €5.00", PATIENCE)
        (card,) = await bot.views.library(ana.id)
        async with bot.studio.store.read() as reader:
            assert (await reader.policy(card.series.id)).cap == 5 * 100 * CENT


async def _board(ana: Person) -> None:
    await ana.say(IDEA)
    await ana.press(await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE), "✓ Approve")
    await ana.chat.wait_for(draft_of("Storyboard", PRICED), PATIENCE)


async def test_a_doubtful_piece_is_freed_by_who_knows_that_it_was_not_paid(
    settings: Settings, simulator: Simulator, fakes: dict[str, BackEnd], far: Provider, ana: Person
) -> None:
    async with shooting(bought(settings), simulator, fakes, ana) as bot:
        await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
        await _lose(bot, 2)
        await ana.command("/budget")
        page = await ana.chat.wait_for("2 pieces may have been made and paid", PATIENCE)
        assert "May have been paid, and counts: €0.04" in page.text
        await ana.press(page, "1 was not paid")
        page = await ana.chat.wait_for("One piece may have been made and paid", PATIENCE)
        await ana.press(page, "↻ Ask 1 again")
        page = await ana.chat.wait_for(
            lambda message: "has cost" in message.text and "may have been made" not in message.text, PATIENCE
        )
        states = sorted(each.state for each in await purchases(bot) if each.state is not State.SETTLED)
    assert states == [State.RELEASED, State.WRITTEN_OFF]
    assert "May have been paid, and counts: €0.02" in page.text
    assert len(far.created) == 6


async def _lose(bot: Bot, count: int) -> None:
    """Let pieces have been placed by a process that died."""
    known = (await purchases(bot))[0]
    async with bot.studio.store.write() as unit:
        for number in range(count):
            digest = Digest(f"lost-{number}")
            fresh = replace(known, id=PurchaseId(bot.studio.new_id()), key=digest, order=digest, ticket="")
            await unit.add_purchase(replace(fresh, state=State.PLACED, settled=None, ended=None))
    await bot.studio.till.recover()
