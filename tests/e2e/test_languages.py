"""A mixed team in the chat: a private chat speaks its person's language, the group that of its series."""

import pytest

from bot.screenplay import Cast
from bot.simulator.simulator import Simulator
from storage.domain.story import Language
from storage.domain.takes import Medium, Work
from tests.e2e.conftest import Bot
from tests.e2e.steps import PATIENCE, draft_of, invited, supervised

pytestmark = pytest.mark.slow


@pytest.fixture
def cast(simulator: Simulator) -> Cast:
    """Ana speaks English, Bo, who supervises, Chinese."""
    ana, bo = simulator.person("Ana"), simulator.person("Bo", language="zh")
    return Cast(creator=ana, supervisor=bo, room=simulator.group("Room", [ana, bo]))


async def test_a_chinese_supervisor_sends_an_english_synopsis_back(bot: Bot, cast: Cast) -> None:
    await supervised(cast)
    draft = await cast.room.wait_for(draft_of("Synopsis"), PATIENCE)
    await cast.supervisor.press(draft, "↩ Send back")
    asked = await cast.room.wait_for("Bo", PATIENCE, after=draft)
    assert "要改什么" in asked.text, "who is asked is asked in their language"
    await cast.supervisor.say("标题：铁皮机器人与月亮", cast.room, reply_to=asked)
    again = await cast.room.wait_for(draft_of("Synopsis"), PATIENCE, after=asked)
    assert "Approve" in str(again.buttons), "the group goes on in the language of the series"
    (card,) = await bot.views.library(cast.creator.id)
    assert card.series.language is Language.ENGLISH


async def test_a_french_writer_in_an_english_series_is_spoken_to_in_french(
    bot: Bot, cast: Cast, simulator: Simulator
) -> None:
    await supervised(cast)
    await cast.room.wait_for(draft_of("Synopsis"), PATIENCE)
    zoe = simulator.person("Zoé", language="fr")
    link = await invited(cast.creator, "Screenplay")
    await zoe.command(f"/start {link}")
    asked = await zoe.chat.wait_for("vous invite", PATIENCE)
    await zoe.press(asked, asked.buttons[0])
    await zoe.chat.wait_for("Vous y êtes", PATIENCE)
    await zoe.command("/episode")
    await zoe.say("titre : Batman et la lune")
    caution = await zoe.chat.wait_for("appartient à Warner", PATIENCE)
    assert caution.buttons == ["✎ Changer", "Garder, j’en réponds"]
    theirs = await cast.creator.chat.wait_for("belongs to Warner", PATIENCE)
    assert theirs.buttons == ["✎ Change it", "Keep it, I answer for it"]
    (card,) = await bot.views.library(cast.creator.id)
    async with bot.studio.store.read() as reader:
        assert await reader.head(card.episode.id, Work(Medium.WISH))
    assert card.series.language is Language.ENGLISH
