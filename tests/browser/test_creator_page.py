"""`feuilleton run` without a token: a creator and a supervisor bring an idea to its release on the page, by hand."""

import asyncio
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from bot.compose import open_studio, serve, simulated
from bot.phones import phones
from bot.settings import Settings
from bot.simulator.simulator import Simulator
from tests.browser.conftest import BROWSER, last, opened, write
from tests.fakes.backends import media
from tests.fakes.chat import chat

pytestmark = BROWSER

IDEA = "A lonely robot falls in love with the moon"
ROOM = "chat-Writers' room"


@dataclass(kw_only=True)
class Album:
    """Keeps a picture of each step, numbered in order."""

    page: Page
    folders: tuple[Path, ...]
    taken: list[str] = field(default_factory=list)

    async def take(self, step: str) -> None:
        """Photograph both phones once they are at rest."""
        await self.page.wait_for_timeout(300)
        picture = await self.page.screenshot()
        self.taken.append(step)
        for folder in self.folders:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{len(self.taken):02}-{step}.png").write_bytes(picture)


@dataclass(frozen=True, kw_only=True)
class Stage:
    """The page with its two phones: Ana's, who has the idea, and Bo's, in the group."""

    simulator: Simulator
    page: Page
    album: Album

    @property
    def ana(self) -> Locator:
        return self.page.get_by_test_id("phone-left")

    @property
    def bo(self) -> Locator:
        return self.page.get_by_test_id("phone-right")


@pytest.fixture
async def stage(tmp_path: Path, browser: Browser) -> AsyncIterator[Stage]:
    """The bot of `feuilleton run`, on fakes."""
    settings = Settings(home=tmp_path / "home", cache=tmp_path / "cache", port=0)
    wished = os.environ.get("FEUILLETON_SCREENSHOTS")
    folders = (tmp_path / "screenshots", *((Path(wished),) if wished else ()))
    async with (
        open_studio(settings, backends={**media(), "chat": chat()}) as studio,
        phones(settings) as (simulator, address),
        asyncio.TaskGroup() as group,
    ):
        bot = group.create_task(serve(settings, studio, simulated(simulator)))
        page = await opened(browser, address, viewport={"width": 1280, "height": 1000})
        yield Stage(simulator=simulator, page=page, album=Album(page=page, folders=folders))
        await page.close()
        bot.cancel()


def message(phone: Locator, text: str) -> Locator:
    """Return the newest message on a phone that says something."""
    return phone.get_by_test_id("message").filter(has_text=text).last


async def press(phone: Locator, text: str, label: str) -> None:
    """Press a button under the newest message that says something."""
    await message(phone, text).get_by_role("button", name=label).click()


async def test_an_idea_becomes_a_released_episode_by_clicks_alone(stage: Stage) -> None:
    page, ana, bo, album = stage.page, stage.ana, stage.bo, stage.album
    await expect(last(bo)).to_contain_text("Hello, Writers' room")
    await ana.get_by_test_id("start").click()
    await expect(last(ana)).to_contain_text("Send me your idea now")
    await album.take("welcome")

    await write(ana, IDEA)
    await expect(message(ana, "Synopsis")).to_contain_text("Bolt waves at the moon")
    await expect(message(ana, "Moonstruck").get_by_role("button", name="Approve")).to_be_visible()
    await album.take("synopsis")

    await ana.get_by_test_id("back").click()
    await ana.get_by_test_id(ROOM).click()
    await write(ana, "/team")
    await press(ana, "Which series", "A lonely robot")
    await press(bo, "Who supervises", "I supervise")
    await album.take("volunteer")
    await press(ana, "would like to supervise", "Yes")
    await expect(message(bo, "Synopsis").get_by_role("button", name="Approve")).to_be_visible()
    await album.take("supervised")

    await ana.get_by_test_id("back").click()
    await ana.get_by_test_id("chat-Feuilleton").click()
    await expect(message(ana, "It is with the supervisors now").get_by_role("button", name="Approve")).to_have_count(0)
    await album.take("handed-over")
    await press(bo, "Synopsis", "Approve")
    await expect(message(bo, "Storyboard").get_by_role("button", name="Approve")).to_be_visible()
    await expect(bo.get_by_test_id("tiles").last.get_by_test_id("open-photo")).to_have_count(6)
    await album.take("storyboard")

    await press(bo, "Storyboard", "Approve")
    await expect(message(bo, "Preview").get_by_role("button", name="Approve")).to_be_visible()
    await album.take("preview")
    await bo.get_by_test_id("open-video").last.click()
    await expect(bo.locator(".viewer video")).to_have_js_property("error", None)
    await expect(bo.locator(".viewer video")).not_to_have_js_property("currentTime", 0)
    await album.take("playing")
    await bo.get_by_test_id("viewer-close").click()

    await press(bo, "Preview", "Approve")
    for phone in (ana, bo):
        await expect(message(phone, "Credits")).to_contain_text("Creator — Ana")
        await expect(message(phone, "Credits")).to_contain_text("Supervision — Bo")
    await album.take("released")
    assert page.problems == []
    assert not [said for said in stage.simulator.complaints if "Two edits" not in said]
