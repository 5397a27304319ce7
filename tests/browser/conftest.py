"""A headless Chromium, and a person's hands on the phones of the simulator's page."""

import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"),
]

BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: install the package chromium"),
]
"""The marks of a module whose tests drive the page."""

expect.set_options(timeout=20_000)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A browser that lasts as long as the test."""
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        await started.close()


async def opened(browser: Browser, address: str, **settings: object) -> Page:
    """Open the page in a window of its own; whatever goes wrong in it is noted in `page.problems`."""
    context = await browser.new_context(
        **{"viewport": {"width": 1280, "height": 800}, "locale": "en-GB", "permissions": ["microphone"]} | settings
    )
    page = await context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
    page.problems = problems
    await page.goto(address)
    await expect(page.get_by_test_id("phone-left")).to_be_visible()
    return page


def last(phone: Locator) -> Locator:
    """Return the newest message on a phone."""
    return phone.get_by_test_id("message").last


async def write(phone: Locator, text: str) -> None:
    """Type a message and send it."""
    await phone.get_by_test_id("input").fill(text)
    await phone.get_by_test_id("input").press("Enter")
