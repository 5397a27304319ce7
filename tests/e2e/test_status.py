"""The status message says what is true, also where a kill came between what was done and what was said of it."""

import pytest
from sqlalchemy import func, select, update

from bot.compose import open_studio
from bot.settings import Settings
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from storage.domain.events import News
from storage.tables import deliveries
from storage.views import Views
from tests.e2e.conftest import running
from tests.e2e.steps import PATIENCE, working
from tests.fakes.backends import media
from tests.fakes.chat import chat

pytestmark = pytest.mark.slow


async def test_a_halt_is_shown_although_the_beginning_of_the_work_is_told_once_more(
    settings: Settings, simulator: Simulator, ana: Person
) -> None:
    fakes = {**media(), "chat": chat()}
    async with running(settings, simulator, fakes) as bot:
        await working(bot, ana)
    async with open_studio(settings, backends=fakes) as studio:
        last = select(func.max(deliveries.c.seq)).scalar_subquery()
        async with studio.store.database.writing() as connection:
            await connection.execute(update(deliveries).where(deliveries.c.seq == last).values(state="waiting"))
        (card,) = await Views(studio.store, studio.vault).library(ana.id)
        async with studio.store.write() as unit:
            await unit.halt(card.episode.id, "try-again")
            await studio.desk(card.series, card.episode).tell(unit, News.WORK_HALTED, {"reason": "try-again"})
    async with running(settings, simulator, fakes):
        halted = await ana.chat.wait_for("A service did not answer", PATIENCE)
        assert halted.buttons == ["↻ Try again"]
