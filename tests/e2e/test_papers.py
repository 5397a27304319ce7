"""Papers for a shoot, asked for by command and by button, in a private chat and in a group."""

import csv
import hashlib
import io

import pytest
from pypdf import PdfReader

from agents.commands.caller import Caller
from agents.papers import Asked, Paper, print_
from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator.message import Message
from bot.simulator.people import Chat, Person
from bot.simulator.simulator import Simulator
from bot.words import say
from generation.backends import Workshop
from generation.errors import Unavailable
from generation.paper.press import Press
from storage.domain.errors import Refused
from storage.domain.story import Language, Script
from tests.e2e.conftest import IDEA, Bot, playing, running
from tests.e2e.steps import PATIENCE, bound, draft_of, supervised, to_storyboard
from tests.fakes.backends import Fake, media
from tests.fakes.chat import chat
from tests.weights import LOCKER

pytestmark = pytest.mark.slow

BUTTON = "🖨 Papers for a shoot"
PAPERS = ["storyboard-1.pdf", "shot-list-1.pdf", "shot-list-1.csv"]


def named(name: str, message: Message) -> bool:
    return message.kind == "document" and message.json["document"]["file_name"] == name


async def paper(room: Chat, name: str, after: Message | int = 0) -> Message:
    """Wait for a paper of this name."""
    return await room.wait_for(lambda message: named(name, message), PATIENCE, after=after)


async def script(bot: Bot, person: Person) -> Script:
    (card,) = await bot.views.library(person.id)
    assert card.script is not None
    return card.script


async def test_a_storyboard_is_printed_with_every_action_and_line(
    settings: Settings, simulator: Simulator, ana: Person
) -> None:
    press = Press(Workshop(locker=LOCKER, cache=settings.cache))
    async with running(settings, simulator, {**media(), "chat": chat(), "press": press}) as bot:
        await to_storyboard(ana)
        await ana.command("/storyboard")
        printed = simulator.file(await paper(ana.chat, "storyboard-1.pdf"))
        story = await script(bot, ana)
    words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(printed)).pages).split()
    for text in (*(shot.action for shot in story.shots), *(line.text for line in story.lines)):
        assert "".join(text.split()) in "".join(words)


async def test_a_shot_list_comes_for_the_wall_and_for_a_spreadsheet(
    bot: Bot, simulator: Simulator, ana: Person
) -> None:
    await to_storyboard(ana)
    asked = await ana.command("/shotlist")
    await paper(ana.chat, "shot-list-1.pdf", after=asked)
    table = simulator.file(await paper(ana.chat, "shot-list-1.csv", after=asked)).decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(table, newline=""))
    story = await script(bot, ana)
    assert head[0] == "No."
    assert [row[7] for row in rows] == [shot.action for shot in story.shots]
    assert [row[2] for row in rows] == [say("en", f"framing-{shot.framing}") for shot in story.shots]
    lengths = [float(row[10]) for row in rows]
    assert [float(row[11]) for row in rows] == pytest.approx([sum(lengths[: at + 1]) for at in range(len(rows))])
    assert sum(lengths) < 30
    assert not [message for message in simulator.complaints if "Two edits" not in message]


async def test_the_button_of_a_storyboard_gives_all_papers_in_the_group_also_once_it_is_approved(
    bot: Bot, simulator: Simulator, cast: Cast
) -> None:
    await supervised(cast)
    synopsis = await cast.room.wait_for(draft_of("Synopsis"), PATIENCE)
    assert BUTTON not in synopsis.buttons
    await cast.supervisor.press(synopsis, "✓ Approve")
    board = await cast.room.wait_for(draft_of("Storyboard"), PATIENCE)
    await cast.supervisor.press(board, BUTTON)
    first = [await paper(cast.room, name, after=board) for name in PAPERS]
    await cast.supervisor.press(board, "✓ Approve")
    await cast.room.wait_for(lambda message: message.id == board.id and message.buttons == [BUTTON], PATIENCE)
    await cast.creator.press(cast.room.message(board.id), BUTTON)
    again = [await paper(cast.room, name, after=first[-1]) for name in PAPERS]
    assert [message.file_id for message in again] == [message.file_id for message in first], "uploaded once"
    (card,) = await bot.views.library(cast.creator.id)
    acts = await bot.views.history(card.episode.id)
    printed = {hashlib.sha256(simulator.file(message)).hexdigest() for message in first}
    assert printed.isdisjoint(act.made for act in acts), "printing is no act of the episode"


async def test_papers_are_printed_by_command_in_the_group(bot: Bot, cast: Cast) -> None:
    await to_storyboard(cast.creator)
    await bound(cast)
    await cast.supervisor.command("/storyboard", cast.room)
    await paper(cast.room, "storyboard-1.pdf")
    await cast.supervisor.command("/shotlist", cast.room)
    await paper(cast.room, "shot-list-1.csv")
    press = bot.fakes["press"]
    assert isinstance(press, Fake)
    assert [request.operation for request in press.asked] == ["paper", "paper"]


@pytest.mark.usefixtures("bot")
async def test_the_papers_stand_under_a_released_episode(cast: Cast) -> None:
    async with playing(cast):
        credits_ = await cast.creator.chat.wait_for("Credits", PATIENCE)
    await cast.creator.press(credits_, BUTTON)
    for name in PAPERS:
        await paper(cast.creator.chat, name, after=credits_)


async def test_whoever_asks_too_early_is_told_what_comes_first(bot: Bot, ana: Person) -> None:
    await ana.command("/storyboard")
    await ana.chat.wait_for("There is no episode yet", PATIENCE)
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    for command in ("/storyboard", "/shotlist"):
        asked = await ana.command(command)
        await ana.chat.wait_for("There is no storyboard to print yet. /status says what it waits for", after=asked)
    press = bot.fakes["press"]
    assert isinstance(press, Fake)
    assert press.asked == []


async def test_a_stranger_gets_no_papers(bot: Bot, ana: Person, simulator: Simulator) -> None:
    await to_storyboard(ana)
    (card,) = await bot.views.library(ana.id)
    stranger = simulator.person("Stranger")
    caller = Caller(chat=stranger.id, name="Stranger", language=Language.ENGLISH)
    for room in (stranger.id, -1):
        asked = Asked(caller=caller, chat=room, episode=card.episode.id, papers=(Paper.SPREADSHEET,))
        with pytest.raises(Refused, match="not-yours-to-see"):
            await print_(bot.studio, asked, say)


async def test_what_is_missing_on_the_machine_is_said_and_the_next_try_works(bot: Bot, ana: Person) -> None:
    board = await to_storyboard(ana)
    press = bot.fakes["press"]
    assert isinstance(press, Fake)
    press.failures.append(Unavailable("the fonts are not here"))
    answer = await ana.press(board, BUTTON)
    assert answer.is_alert
    assert answer.text.startswith(
        "Something the studio needs is missing on this machine. Nothing is lost: whoever runs"
    )
    await ana.press(board, BUTTON)
    await paper(ana.chat, "storyboard-1.pdf")


@pytest.mark.usefixtures("bot")
async def test_the_bot_is_seen_sending_a_file_while_papers_are_printed(ana: Person, simulator: Simulator) -> None:
    await to_storyboard(ana)
    seen = len(simulator.calls)
    await ana.command("/storyboard")
    await paper(ana.chat, "storyboard-1.pdf")
    assert "sendChatAction" in [call.method for call in simulator.calls[seen:]]
