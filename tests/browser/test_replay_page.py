"""The making of an episode in a real browser: nothing goes wrong, filters work, a rejected take can be found."""

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from bot.cli.replay import write
from tests.browser.conftest import BROWSER
from tests.e2e.history import REASON, TITLE, WISH, live, settings

pytestmark = [*BROWSER, pytest.mark.slow]

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of an episode that was made."""
    folder = tmp_path_factory.mktemp("history")

    async def written() -> Path:
        await live(folder)
        await write(settings(folder), "latest", folder / "making.html", "en")
        return folder / "making.html"

    return asyncio.run(written()).as_uri()


async def opened(browser: Browser, address: str, **options: object) -> tuple[Page, list[str]]:
    """Open the page; return it with everything that went wrong or was asked of a network."""
    page = await (await browser.new_context(**{"viewport": DESK} | options)).new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if line.type in {"error", "warning"} else None)
    page.on("request", lambda asked: None if asked.url.startswith(("file:", "data:")) else problems.append(asked.url))
    page.on("dialog", lambda dialog: problems.append(dialog.message))
    await page.goto(address)
    return page, problems


@pytest.mark.parametrize("viewport", [PHONE, DESK])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_page_opens_without_a_fault_and_fits_its_screen(
    browser: Browser, address: str, viewport: dict[str, int], scheme: str
) -> None:
    page, problems = await opened(browser, address, viewport=viewport, color_scheme=scheme)
    await expect(page.get_by_role("heading", level=1)).to_have_text(f"The making of “{TITLE}”")
    assert await page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    picture = page.locator("#timeline .made .act > .pic").first
    assert "data:image/jpeg" in await picture.evaluate("element => getComputedStyle(element).backgroundImage")
    assert problems == []


async def test_filters_and_the_search_narrow_what_is_shown(browser: Browser, address: str) -> None:
    page, problems = await opened(browser, address)
    shown = page.locator("#timeline .act:visible")
    every = await shown.count()
    await page.get_by_role("button", name="People").click()
    await expect(shown.first).to_contain_text("Ana")
    assert await page.locator("#timeline .act.model:visible").count() == 0
    await page.get_by_role("button", name="Decisions").click()
    await expect(page.locator("#timeline .act.sent-back:visible")).to_contain_text(REASON)
    assert await page.locator("#book:visible .page:visible").count() == 0, "a prompt is no decision"
    await page.get_by_role("button", name="All").click()
    assert await shown.count() == every
    await page.get_by_label("Search").fill(WISH)
    assert 0 < await shown.count() < every
    await page.get_by_label("Search").fill("nobody wrote this")
    await expect(page.get_by_text("Nothing fits")).to_be_visible()
    assert problems == []


async def test_a_rejected_drawing_is_found_with_its_prompt_and_leads_to_its_act(browser: Browser, address: str) -> None:
    page, problems = await opened(browser, address)
    await page.get_by_role("button", name="Set aside").click()
    rejected = page.locator("#book .page:visible", has=page.get_by_text("rejected", exact=True)).first
    await expect(rejected).to_contain_text("seed")
    await expect(rejected).to_contain_text("From the words of Ana")
    await page.get_by_role("button", name="Decisions").click()
    link = await page.locator("#book .page a").first.get_attribute("href")
    await page.evaluate("address => { location.hash = address }", link)
    await expect(page.locator(str(link))).to_be_in_viewport()
    assert problems == []


async def test_versions_stand_side_by_side_with_new_words_marked(browser: Browser, address: str) -> None:
    page, _ = await opened(browser, address)
    synopsis = page.locator("#versions .row", has=page.get_by_role("heading", name="Synopsis"))
    await expect(synopsis.locator("mark").first).to_have_text(TITLE)
    first, second = [await synopsis.locator(".version").nth(number).bounding_box() for number in (0, 1)]
    assert first
    assert second
    assert first["y"] == second["y"]
    assert first["x"] < second["x"]


async def test_the_page_can_be_read_without_a_script(browser: Browser, address: str) -> None:
    page, _ = await opened(browser, address, java_script_enabled=False)
    await expect(page.locator(".filters")).to_be_hidden()
    await expect(page.locator("#timeline .sent-back")).to_contain_text(REASON)
