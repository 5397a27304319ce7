"""A studio that paints: portraits over sheets, stills over drawings, from idea to release."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from generation.requests.motion import ClipRequest
from generation.requests.pictures import PanelRequest, StillRequest
from storage.domain.takes import Medium, Work
from tests.e2e.conftest import Bot, playing, running
from tests.e2e.steps import PATIENCE, draft_of, to_storyboard
from tests.fakes.backends import Fake, media, painter
from tests.fakes.chat import chat

pytestmark = pytest.mark.slow


@pytest.fixture
async def bot(tmp_path: Path, simulator: Simulator) -> AsyncIterator[Bot]:
    """The bot on fakes, with a model that paints."""
    settings = Settings(home=tmp_path / "home", cache=tmp_path / "cache", backends={"still": "painter"})
    async with running(settings, simulator, {**media(), "chat": chat(), "painter": painter()}) as started:
        yield started


def fake(bot: Bot, name: str) -> Fake:
    found = bot.fakes[name]
    assert isinstance(found, Fake)
    return found


def stills(bot: Bot) -> list[StillRequest]:
    """Return what was asked of the painter, portraits apart."""
    asked = [each for each in fake(bot, "painter").asked if isinstance(each, StillRequest)]
    return [each for each in asked if (each.width, each.height) == (1080, 1920)]


async def test_an_episode_is_painted_from_idea_to_release(bot: Bot, cast: Cast) -> None:
    async with playing(cast):
        await cast.room.wait_for(draft_of("Synopsis"), PATIENCE)
        await cast.room.wait_for("is released", PATIENCE)
    (card,) = await bot.views.library(cast.creator.id)
    released = await bot.views.release(card.episode.id)
    assert released is not None
    async with bot.studio.store.read() as reader:
        takes = {take.digest: take.work for take in await reader.takes(card.episode.id)}
    assert [takes[digest] for _, digest in released.panels] == [Work(Medium.STILL, shot) for shot, _ in released.panels]
    assert {takes[each.sheet] for each in released.synopsis.cast if each.sheet} == {
        Work(Medium.PORTRAIT, each.id) for each in released.synopsis.cast
    }
    clips = [each for each in fake(bot, "animatic").asked if isinstance(each, ClipRequest)]
    assert {clip.panel for clip in clips} == {digest for _, digest in released.panels}
    assert all(clip.drawing is None for clip in clips)


async def test_a_still_keeps_the_drawing_and_shows_the_model_who_is_in_it(bot: Bot, ana: Person) -> None:
    await to_storyboard(ana)
    (card,) = await bot.views.library(ana.id)
    assert card.synopsis is not None
    assert card.script is not None
    sheets = {each.id: each.sheet for each in card.synopsis.cast}
    async with bot.studio.store.read() as reader:
        heads = await reader.heads(card.episode.id)
    asked = {each.layout: each for each in stills(bot)}
    for shot in card.script.shots:
        still = asked[heads[Work(Medium.PANEL, shot.id)].digest]
        cast = [each.id for each in card.synopsis.cast if each.id in shot.characters]
        assert still.references == tuple(sheets[each] for each in cast)
        assert shot.action.rstrip(".") in still.prompt
        assert still.negative


async def test_the_synopsis_says_what_painting_its_episode_would_take(bot: Bot, ana: Person) -> None:
    fake(bot, "painter").price = 40_000
    await ana.say("A lonely robot falls in love with the moon")
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    assert "up to 8 pictures are painted" in draft.text
    assert "0.32" in draft.text


async def test_another_roll_is_painted_over_its_own_drawing(bot: Bot, ana: Person) -> None:
    await to_storyboard(ana)
    before = len(stills(bot))
    picture = next(each for each in ana.chat.messages if each.kind == "photo" and each.text.startswith("2 "))
    await ana.say("3 variants", reply_to=picture)
    await ana.chat.wait_for("Which one", PATIENCE)
    drawn = [each for each in fake(bot, "previz").asked if isinstance(each, PanelRequest)]
    painted = stills(bot)[before:]
    assert len(painted) == 3
    assert len({each.layout for each in painted}) == 3
    assert {each.seed for each in painted} == {each.seed for each in drawn[-3:]}
