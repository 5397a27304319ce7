"""A script is brought as a file or pasted, and every line of it is said as it is written."""

import pytest

from bot.simulator.message import Message
from bot.simulator.people import Person
from storage.domain.contributions import Words
from storage.domain.story import Script
from tests.e2e.conftest import Bot
from tests.e2e.steps import PATIENCE, as_it_is, draft_of, press_stale
from tests.manuscript_samples import BAKERY, TEA, document

pytestmark = pytest.mark.slow

MOON = """\
Title: The lonely robot
A lonely robot falls in love with the moon.

Robot: Is she looking at me?
Owl: The moon looks at everybody.
Robot: Not like this, she does not."""

KEEP, FREELY = "Keep every word", "Write freely"


async def asked(person: Person, data: bytes, name: str) -> Message:
    """Send a file, and wait for the question about it."""
    await person.upload("document", data, name=name)
    return as_it_is(await person.chat.wait_for(lambda message: FREELY in message.buttons, PATIENCE))


def said(script: Script | None) -> list[str]:
    assert script
    return [script.line(line).text for shot in script.shots for line in shot.lines]


async def test_a_script_that_is_kept_word_for_word_is_boarded_as_it_is_written(bot: Bot, ana: Person) -> None:
    question = await asked(ana, BAKERY.text.encode(), "The twelfth coin.fountain")
    assert "“The twelfth coin” is a script: 5 lines, 2 people who speak." in question.text
    assert "one episode" in question.text
    await ana.press(question, KEEP)
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await ana.press(draft, "✓ Approve")
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE)
    (card,) = await bot.views.library(ana.id)
    assert said(card.script) == [text for _, text in BAKERY.spoken]
    async with bot.studio.store.read() as reader:
        acts = await reader.history(card.episode.id)
    assert acts[0].words is Words.IMPORTED


async def test_a_long_script_becomes_episodes_that_share_their_cast(bot: Bot, ana: Person) -> None:
    question = await asked(ana, document(TEA.text.split("\n")), "茶馆.docx")
    assert "2 episodes" in question.text
    await ana.press(question, KEEP)
    for number in (1, 2):
        await ana.chat.wait_for(
            lambda message, number=number: draft_of("Synopsis")(message) and f"episode {number}" in message.text,
            PATIENCE,
        )
    cards = await bot.views.library(ana.id)
    assert sorted(card.episode.number for card in cards) == [1, 2]
    casts = [{each.id: each.look for each in card.synopsis.cast} for card in cards if card.synopsis]
    assert casts[0] == casts[1]


async def test_a_script_that_is_pasted_is_asked_about_and_may_be_written_freely(bot: Bot, ana: Person) -> None:
    await ana.say(MOON)
    question = as_it_is(await ana.chat.wait_for(lambda message: FREELY in message.buttons, PATIENCE))
    await ana.press(question, FREELY)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    (card,) = await bot.views.library(ana.id)
    assert (card.series.title, card.series.language) == ("The lonely robot", "en")
    assert (await press_stale(ana, question, KEEP)).is_alert


@pytest.mark.parametrize(
    ("data", "name", "answer"),
    [
        (b"%PDF-1.4 cut", "script.pdf", "damaged"),
        (b"\x89PNG", "picture.png", "cannot read this kind"),
        (b"", "empty.txt", "no text"),
    ],
)
async def test_a_file_that_cannot_be_read_is_answered_in_plain_words(
    bot: Bot,  # noqa: ARG001 - it answers
    ana: Person,
    data: bytes,
    name: str,
    answer: str,
) -> None:
    await ana.upload("document", data or b" ", name=name)
    await ana.chat.wait_for(answer, PATIENCE)


async def test_a_story_in_which_nobody_speaks_can_only_be_written_freely(bot: Bot, ana: Person) -> None:  # noqa: ARG001 - the bot answers
    question = await asked(ana, b"A fox counted the stars.\n\nOne was missing.", "stars.md")
    assert question.buttons == [FREELY]
