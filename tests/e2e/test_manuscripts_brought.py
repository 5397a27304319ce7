"""A script is brought as a file or pasted, and every line of it is said as it is written."""

import pytest

from bot.simulator.message import Message
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from generation.manuscript import fountain
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


async def test_a_script_that_is_kept_word_for_word_is_boarded_and_taken_out_as_it_is_written(
    bot: Bot, simulator: Simulator, ana: Person
) -> None:
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
    await taken_out(simulator, ana)
    assert await replies(ana, ".docx") == {"synopsis-1.docx", "script-1.docx", "bible.docx"}


async def replies(person: Person, form: str) -> set[str]:
    """Take the words out as files of a kind, and return their names."""
    command = await person.command("/export")
    forms = await person.chat.wait_for("in which format", PATIENCE, after=command)
    await person.press(forms, form)
    await person.chat.wait_for("The bible of the series", PATIENCE, after=forms)
    files = [each for each in person.chat.messages if each.id > forms.id and each.kind == "document"]
    return {each.json["document"]["file_name"] for each in files}


async def taken_out(simulator: Simulator, person: Person) -> None:
    """Take the words out as Fountain, and see that the script is still the author's."""
    assert await replies(person, "Fountain") == {"synopsis-1.fountain", "script-1.fountain", "bible.fountain"}
    (script,) = (
        message
        for message in person.chat.messages
        if message.kind == "document" and message.json["document"]["file_name"] == "script-1.fountain"
    )
    found = fountain.read(simulator.file(script).decode())
    assert [text for speech in found.speeches for text in speech.spoken] == [text for _, text in BAKERY.spoken]


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
