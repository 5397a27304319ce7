"""Where memory does not hold the size of a model, people are asked, and it paints smaller once somebody says yes."""

from collections import Counter
from pathlib import Path

import pytest

from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator.message import Message
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from generation.requests.pictures import StillRequest
from storage.domain.contributions import Actor, Kind
from storage.domain.papers import Sizing
from storage.domain.takes import Medium, Work
from tests.e2e.conftest import IDEA, Bot, running
from tests.e2e.steps import PATIENCE, draft_of, press_stale, supervised
from tests.fakes.backends import Cramping, cramped, media
from tests.fakes.chat import chat

pytestmark = pytest.mark.slow

HOLDS = (576, 1008)
PIXELS = 576 * 1008
YES, RETRY = "✓ Paint smaller: 576 × 1008", "↻ Try again"
ASKED = "does not hold the size in which fake-still paints; 576 × 1008 fits"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings by which pictures are painted."""
    return Settings(home=tmp_path / "home", cache=tmp_path / "cache", backends={"still": "painter"})


def asks(message: Message) -> bool:
    """Fit a question whether it may be painted smaller."""
    return message.buttons == [YES, RETRY]


def stills(painter: Cramping) -> list[StillRequest]:
    """Return what was painted."""
    return [each for each in painter.asked if isinstance(each, StillRequest)]


async def test_a_smaller_size_is_painted_once_somebody_says_yes(
    settings: Settings, simulator: Simulator, ana: Person
) -> None:
    painter = cramped(HOLDS)
    async with running(settings, simulator, {**media(), "chat": chat(), "painter": painter}) as bot:
        await ana.say(IDEA)
        asked = await ana.chat.wait_for(asks, PATIENCE)
        assert ASKED in asked.text
        await ana.press(asked, RETRY)
        asked = await ana.chat.wait_for(asks, PATIENCE, after=asked)
        assert painter.asked == []
        stranger = simulator.person("Cy")
        assert (await press_stale(stranger, asked, YES)).is_alert
        assert painter.asked == []
        await ana.press(asked, YES)
        await ana.press(await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE), "✓ Approve")
        await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE)
        assert {each.pixels for each in stills(painter)} == {PIXELS}
        assert {(each.width, each.height) for each in stills(painter)} == {(1080, 1350), (1080, 1920)}
        assert (await press_stale(ana, asked, YES)).is_alert, "what was answered is answered"
        await _is_on_record(bot, ana)


async def _is_on_record(bot: Bot, ana: Person) -> None:
    """Check that it stands in the ledger who had which model paint smaller, and that no money was allowed."""
    (card,) = await bot.views.library(ana.id)
    async with bot.studio.store.read() as reader:
        history = await reader.history(card.episode.id)
        sized = await reader.head(card.episode.id, Work(Medium.SIZING, "fake-still"))
        money = await reader.takes(card.episode.id, Medium.CONSENT)
        person = await reader.person_of(ana.id)
    assert sized
    assert person
    assert money == ()
    (allowed,) = [act for act in history if act.kind is Kind.ALLOWED]
    assert (allowed.by, allowed.directed_by, allowed.made) == (Actor.person(person.id), person.id, sized.digest)
    paper = await bot.studio.desk(card.series, card.episode).read(Sizing, sized)
    assert (paper.model, paper.pixels) == ("fake-still", PIXELS)


async def test_what_was_painted_whole_stays_as_it_is(settings: Settings, simulator: Simulator, ana: Person) -> None:
    painter = cramped(HOLDS, before=4)
    async with running(settings, simulator, {**media(), "chat": chat(), "painter": painter}) as bot:
        await ana.say(IDEA)
        await ana.press(await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE), "✓ Approve")
        await ana.press(await ana.chat.wait_for(asks, PATIENCE), YES)
        await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE)
        sizes = Counter(each.pixels for each in stills(painter))
        assert set(sizes) == {0, PIXELS}
        assert sizes[0] >= 4
        (card,) = await bot.views.library(ana.id)
        async with bot.studio.store.read() as reader:
            painted = await reader.takes(card.episode.id, Medium.STILL)
        assert len({take.work for take in painted}) == len(painted), "each shot is painted once"


async def test_a_group_is_asked_too_and_the_yes_outlives_the_bot(
    settings: Settings, simulator: Simulator, cast: Cast
) -> None:
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    fakes = {**media(), "chat": chat(), "painter": cramped(HOLDS, before=2)}
    async with running(settings, simulator, fakes):
        await supervised(cast)
        await bo.press(await room.wait_for(draft_of("Synopsis"), PATIENCE), "✓ Approve")
        asked = await room.wait_for(asks, PATIENCE)
        assert (await bo.press(asked, YES)).is_alert
    painter = cramped(HOLDS)
    async with running(settings, simulator, {**fakes, "painter": painter}):
        await ana.press(asked, YES)
        await room.wait_for(lambda message: message.id == asked.id and not message.buttons, PATIENCE)
    async with running(settings, simulator, {**fakes, "painter": painter}):
        await room.wait_for(draft_of("Storyboard"), PATIENCE)
        assert {each.pixels for each in stills(painter)} == {PIXELS}


async def test_another_model_is_tried_in_its_own_size_again(
    settings: Settings, simulator: Simulator, ana: Person
) -> None:
    fakes = {**media(), "chat": chat(), "painter": cramped(HOLDS)}
    async with running(settings, simulator, fakes):
        await ana.say(IDEA)
        await ana.press(await ana.chat.wait_for(asks, PATIENCE), YES)
        draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    other = cramped(HOLDS, name="other-still")
    async with running(settings, simulator, {**fakes, "painter": other}):
        await ana.press(draft, "✓ Approve")
        asked = await ana.chat.wait_for("in which other-still paints", PATIENCE)
        assert asked.buttons == [YES, RETRY]
        assert other.asked == []
