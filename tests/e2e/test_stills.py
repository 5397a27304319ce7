"""A studio that paints: portraits over sheets, stills over drawings, from idea to release."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator.message import Message
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from generation.requests.motion import ClipRequest
from generation.requests.pictures import PanelRequest, StillRequest
from storage.domain.contributions import Kind
from storage.domain.crew import Role
from storage.domain.ids import DraftId
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
    draft = await ana.chat.wait_for(lambda each: "Synopsis ·" in each.text and bool(each.buttons), PATIENCE)
    assert draft.buttons[0] == "✓ Approve · ≈ €0.32"
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


def shot_picture(person: Person, number: int) -> Message:
    """Return the picture of a shot in the storyboard's album on a phone."""
    shown = [each for each in person.chat.messages if each.kind == "photo" and each.text.startswith(f"{number} · ")]
    return shown[0]


async def test_a_rewritten_prompt_repaints_its_shot_alone_and_earns_a_credit(bot: Bot, ana: Person) -> None:
    await to_storyboard(ana)
    before = {each.prompt for each in stills(bot)}
    await ana.say("/prompt 2")
    card = await ana.chat.wait_for("Prompt of shot 2", PATIENCE)
    assert "Composed by the studio for fake-still (plain)." in card.text
    assert card.buttons == ["✎ Rewrite", "⊘ Negative", "📖 Book"]
    await ana.press(card, "✎ Rewrite")
    question = await ana.chat.wait_for("What is shot 2 painted from", PATIENCE)
    await ana.say("Red rain falls on an empty roof.", reply_to=question)
    await ana.chat.wait_for("Written by Ana", PATIENCE)
    compared = await ana.chat.wait_for("Keep the new one", PATIENCE)
    assert compared.kind == "photo"
    asked = [each for each in stills(bot) if each.prompt not in before]
    assert [each.prompt for each in asked] == ["Red rain falls on an empty roof."]
    await ana.press(await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE), "✓ Approve")
    await ana.press(await ana.chat.wait_for(draft_of("Preview"), PATIENCE), "✓ Approve")
    await ana.chat.wait_for("Credits", PATIENCE)
    assert Role.PROMPT_WRITER in await roles(bot, ana)
    await ana.say("/prompts")
    book = await ana.chat.wait_for("Prompts that worked", PATIENCE)
    assert "Red rain falls on an empty roof." in book.text
    await ana.say("/prompt 2")
    card = await ana.chat.wait_for("Prompt of shot 2", PATIENCE, after=book)
    assert card.buttons == ["📖 Book"], "what is out is not painted anew"
    await ana.press(card, "📖 Book")
    opened = await ana.chat.wait_for("Prompts that worked", PATIENCE, after=card)
    assert opened.buttons == []


async def test_a_prompt_that_is_undone_earns_nothing_and_its_picture_is_there_again(bot: Bot, ana: Person) -> None:
    await to_storyboard(ana)
    (sheet,) = [await bot.views.sheet(draft) for draft in await drafts_of(bot, ana)]
    painted = len(stills(bot))
    await ana.say("prompt: red rain falls on an empty roof", reply_to=shot_picture(ana, 2))
    card = await ana.chat.wait_for("Written by Ana", PATIENCE)
    await ana.chat.wait_for("Keep the new one", PATIENCE)
    assert len(stills(bot)) == painted + 1
    await ana.press(card, "↶ Undo")
    await ana.chat.wait_for(lambda each: each.id == card.id and "Composed by the studio" in each.text, PATIENCE)
    await ana.chat.wait_for(lambda each: each.text.startswith("🎨 Storyboard") and bool(each.buttons), PATIENCE)
    again = await drafts_of(bot, ana)
    now = await bot.views.sheet(again[0])
    assert now.panels == sheet.panels
    assert len(stills(bot)) == painted + 1, "what was there is not painted again"
    await ana.press(await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE), "✓ Approve")
    await ana.press(await ana.chat.wait_for(draft_of("Preview"), PATIENCE), "✓ Approve")
    await ana.chat.wait_for("Credits", PATIENCE)
    (card_,) = await bot.views.library(ana.id)
    released = await bot.views.release(card_.episode.id)
    assert released is not None
    written = {act.id for act in released.history if act.kind is Kind.PROMPTED}
    assert written
    assert not written & {each for named in released.roll for each in named.credit.evidence}


async def test_a_prompt_with_a_living_artists_name_is_pointed_out(bot: Bot, ana: Person) -> None:
    await to_storyboard(ana)
    await ana.say("prompt: a roof at night, in the style of Hayao Miyazaki", reply_to=shot_picture(ana, 2))
    caution = await ana.chat.wait_for("I do not copy the style of a living artist", PATIENCE)
    await ana.press(caution, "✎ Change it")
    question = await ana.chat.wait_for("What is shot 2 painted from", PATIENCE)
    await ana.say("a roof at night, soft ink", reply_to=question)
    await asked_for(bot, lambda prompt: prompt == "a roof at night, soft ink")


async def test_a_prompt_that_is_older_than_its_shot_says_so_and_is_composed_anew(bot: Bot, ana: Person) -> None:
    await to_storyboard(ana)
    before = {each.prompt for each in stills(bot)}
    await ana.say("prompt: red rain falls on an empty roof", reply_to=shot_picture(ana, 2))
    first = await ana.chat.wait_for("Keep the new one", PATIENCE)
    await ana.say("closer, at night", reply_to=shot_picture(ana, 2))
    await ana.chat.wait_for("Keep the new one", PATIENCE, after=first)
    await ana.say("/prompt 2")
    card = await ana.chat.wait_for("Written before the shot changed", PATIENCE)
    await ana.press(card, "⟳ Compose anew")
    await ana.chat.wait_for(lambda each: each.id == card.id and "Composed by the studio" in each.text, PATIENCE)
    await asked_for(bot, lambda prompt: prompt not in {*before, "red rain falls on an empty roof"})


async def test_a_studio_that_draws_says_how_a_model_is_assigned(
    tmp_path: Path, simulator: Simulator, ana: Person
) -> None:
    settings = Settings(home=tmp_path / "home", cache=tmp_path / "cache")
    async with running(settings, simulator, {**media(), "chat": chat()}):
        await to_storyboard(ana)
        await ana.say("/prompt 2")
        card = await ana.chat.wait_for("Prompt of shot 2", PATIENCE)
        assert "FEUILLETON_BACKENDS" in card.text
        assert card.buttons == []


async def drafts_of(bot: Bot, person: Person) -> list[DraftId]:
    """Return the open drafts of a person's series."""
    (card,) = await bot.views.library(person.id)
    return list(await bot.views.open_drafts(card.series.id))


async def asked_for(bot: Bot, fits: Callable[[str], bool]) -> None:
    """Wait until the painter is asked for a still from words that fit."""
    async with asyncio.timeout(PATIENCE):
        while True:
            if any(fits(each.prompt) for each in stills(bot)):
                return
            await asyncio.sleep(0.05)


async def roles(bot: Bot, person: Person) -> set[Role]:
    """Return the roles in which somebody is credited with anything in a released episode."""
    (card,) = await bot.views.library(person.id)
    released = await bot.views.release(card.episode.id)
    assert released is not None
    return {named.credit.role for named in released.roll if named.name == "Ana"}
