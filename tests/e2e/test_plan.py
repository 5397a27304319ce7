"""What an approval would start, and what that costs, is told before anyone says yes."""

import pytest

from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator.simulator import Simulator
from tests.e2e.conftest import IDEA, running
from tests.e2e.steps import PATIENCE, draft_of, supervised, to_storyboard
from tests.fakes.backends import Fake, media
from tests.fakes.chat import chat

pytestmark = pytest.mark.slow

EURO_CENT = 10_000
"""Millionths of a euro."""

BUTTONS = {"en": "✓ Approve", "fr": "✓ Approuver", "zh": "✓ 批准"}

TOLD = {
    ("en", 0): "costs nothing",
    ("fr", 0): "ne coûte rien",
    ("zh", 0): "不花钱",
    ("en", 2 * EURO_CENT): r"costs about €0\.12",
    ("fr", 2 * EURO_CENT): "coûte environ 0,12\u00a0€",
    ("zh", 2 * EURO_CENT): r"大约花费 €0\.12",
    ("en", None): "gives no price",
    ("fr", None): "n’indique pas de prix",
    ("zh", None): "没有标价",
}
"""What six clips and a cue that costs nothing are said to cost, by the price of a clip."""

PRICED = {"en": "✓ Approve · ≈ €0.12", "fr": "✓ Approuver · ≈ 0,12\u00a0€", "zh": "✓ 批准 · ≈ €0.12"}
"""The button that approves what costs money."""

PIECES = {"en": "6 clips · 1 piece of music", "fr": "6 plans filmés · 1 musique", "zh": "6 个镜头片段 · 1 段配乐"}


@pytest.mark.parametrize(("language", "price"), TOLD)
async def test_the_plan_says_free_only_where_that_is_known(
    language: str, price: int | None, settings: Settings, simulator: Simulator
) -> None:
    fakes = {**media(), "chat": chat()}
    clips = fakes["animatic"]
    assert isinstance(clips, Fake)
    clips.price = price
    person = simulator.person("Ana", language=language)
    async with running(settings, simulator, fakes):
        await person.say(IDEA)
        draft = await person.chat.wait_for(draft_of("📝", BUTTONS[language]), PATIENCE)
        await person.press(draft, BUTTONS[language])
        approve = PRICED[language] if price else BUTTONS[language]
        board = await person.chat.wait_for(draft_of("🎨", approve), PATIENCE)
        await person.chat.wait_for(TOLD[language, price], PATIENCE)
    assert PIECES[language] in board.text


async def test_how_long_it_takes_is_said_only_where_such_pieces_were_made_before(
    settings: Settings, simulator: Simulator
) -> None:
    ana, fakes = simulator.person("Ana"), {**media(), "chat": chat()}
    async with running(settings, simulator, fakes):
        assert "not known yet" in (await to_storyboard(ana)).text
        await ana.press(await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE), "✓ Approve")
        await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
        said = await ana.command(f"/new {IDEA}")
        await ana.press(await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=said), "✓ Approve")
        again = await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=said)
    assert "not known yet" not in again.text


@pytest.mark.usefixtures("bot")
async def test_the_plan_stays_on_the_draft_when_a_remark_is_counted_there(cast: Cast) -> None:
    await supervised(cast)
    await cast.supervisor.press(await cast.room.wait_for(draft_of("Synopsis"), PATIENCE), "✓ Approve")
    board = await cast.room.wait_for(draft_of("Storyboard"), PATIENCE)
    assert "costs nothing" in board.text
    await cast.supervisor.say("shot 2 closer", cast.room, reply_to=board)
    counted = await cast.room.wait_for("💬 One remark", PATIENCE)
    assert counted.id == board.id
    assert "costs nothing" in counted.text
