"""The making of an episode as a page: from the command line, and in the chat for who may see it."""

import argparse
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from agents.commands.caller import Caller
from agents.replays import AskedMaking, read
from bot.cli.replay import main
from bot.replay.album import BUDGET, Album
from bot.replay.page import replay
from bot.screenplay import Cast
from bot.simulator.message import Message
from bot.simulator.simulator import Simulator
from bot.words import say
from storage.domain.contributions import Kind, Words
from storage.domain.errors import Refused
from storage.domain.ids import Digest
from storage.domain.story import Language
from storage.domain.takes import Medium
from storage.making import Fate, Making
from tests.e2e.conftest import Bot
from tests.e2e.history import REASON, TITLE, reopened, settings
from tests.e2e.steps import PATIENCE, draft_of

pytestmark = pytest.mark.slow


@pytest.fixture
async def found(original: Path) -> AsyncIterator[Making]:
    """The making of that episode."""
    async with reopened(original) as (_, made):
        yield made


def page(original: Path, found: Making, language: str = "en") -> str:
    def path(digest: Digest) -> Path:
        return settings(original).home / "vault" / digest[:2] / digest[2:]

    return replay(found, path, language)


@pytest.mark.parametrize("language", Language)
def test_the_page_tells_the_whole_making_in_each_language(original: Path, found: Making, language: Language) -> None:
    written = page(original, found, language)
    assert written.count('<article class="act ') == len(found.acts)
    assert REASON in written
    assert TITLE in written
    assert say(language, "replay-fate-rejected") in written
    for act in found.acts:
        assert act.act.id in written, "each act names its entry in the ledger"
        if act.prompt and act.take and act.take.work.medium is Medium.PANEL:
            assert f">{act.prompt.seed}<" in written


def test_what_people_wrote_never_becomes_markup(original: Path, found: Making) -> None:
    written = page(original, found)
    assert "<script>alert" not in written
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in written
    assert len(re.findall(r"<script\b", written)) == 1, "our own, which the policy names by its digest"


def test_the_page_asks_nothing_of_a_network(original: Path, found: Making) -> None:
    written = page(original, found)
    assert not re.search(r"""(?:src|href)=["'](?!#)|@import|url\((?!"data:)""", written)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', written)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    assert "unsafe" not in policy[1]


def test_each_picture_is_in_the_page_once_and_small(original: Path, found: Making) -> None:
    written = page(original, found)
    shown = {act.take.digest for act in found.acts if act.take and act.take.media_type == "image/jpeg"}
    assert written.count("data:image/jpeg;base64,") == len(shown)
    assert len(written) < BUDGET


def test_a_picture_that_is_gone_leaves_a_blank(original: Path, found: Making) -> None:
    assert "blank" in Album({}).show("0" * 64, "a drawing")
    assert page(original / "elsewhere", found).count("data:image") == 0


def test_the_command_writes_the_file_and_names_what_there_is_when_it_finds_nothing(
    original: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "making.html"
    asked = argparse.Namespace(episode="latest", out=out, language=None)
    assert main(settings(original), asked) == 0
    assert f"<title>The making of “{TITLE}”</title>" in out.read_text("utf-8")
    assert main(settings(original), argparse.Namespace(episode="nobody", out=out, language=None)) == 1
    assert "0 episodes begin with 'nobody'" in capsys.readouterr().out


@pytest.mark.parametrize("language", Language)
def test_the_page_has_words_for_everything_that_can_be_recorded(language: Language) -> None:
    keys = (
        *(f"did-{kind}" for kind in Kind),
        *(f"medium-{medium}" for medium in Medium),
        *(f"fate-{fate}" for fate in Fate),
        *(f"words-{words}" for words in Words),
    )
    assert all(say(language, f"replay-{key}") for key in keys)


async def test_the_page_is_sent_in_the_chat_and_kept_nowhere(bot: Bot, cast: Cast, simulator: Simulator) -> None:
    ana = cast.creator
    await ana.command("/replay")
    await ana.chat.wait_for("There is no episode yet", PATIENCE)
    await ana.say("A lonely robot falls in love with the moon")
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    asked = await ana.command("/replay")
    sent = await ana.chat.wait_for(_is_page, PATIENCE, after=asked)
    assert b"A lonely robot falls in love with the moon" in simulator.file(sent)
    assert not [path for path in bot.views.path(await _idea(bot, ana.id)).parents[1].rglob("*") if _holds_page(path)]


def _is_page(message: Message) -> bool:
    return message.kind == "document" and message.json["document"]["file_name"] == "making-1.html"


def _holds_page(path: Path) -> bool:
    return path.is_file() and b"<!doctype html>" in path.read_bytes()


async def _idea(bot: Bot, chat: int) -> Digest:
    (card,) = await bot.views.library(chat)
    made = (await bot.views.history(card.episode.id))[0].made
    assert made is not None
    return made


async def test_a_stranger_is_not_told_how_an_episode_was_made(bot: Bot, cast: Cast, simulator: Simulator) -> None:
    await cast.creator.say("A lonely robot falls in love with the moon")
    await cast.creator.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    (card,) = await bot.views.library(cast.creator.id)
    stranger = simulator.person("Stranger")
    caller = Caller(chat=stranger.id, name="Stranger", language=Language.ENGLISH)
    for room in (stranger.id, -1):
        with pytest.raises(Refused, match="not-yours-to-see"):
            await read(bot.studio, AskedMaking(caller=caller, chat=room, episode=card.episode.id))
