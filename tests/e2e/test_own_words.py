"""What people wrote themselves stays as they wrote it, whatever is wished for, until somebody means these words."""

from collections.abc import AsyncIterator

import pytest

from agents import callsheet
from agents.commands import Caller, MakeWish, OpenSeries
from agents.intake import make_wish, open_series
from agents.studio import Studio
from bot.compose import open_studio
from bot.settings import Settings
from bot.words import say
from storage.domain.ids import EpisodeId
from storage.domain.story import Language, Synopsis
from storage.domain.takes import Medium, Work
from tests.e2e.conftest import IDEA
from tests.fakes.backends import media
from tests.fakes.chat import chat

ANA = Caller(chat=1, name="Ana", language=Language.ENGLISH)
OWN = "Bolt paints a ladder on the roof tonight."


@pytest.fixture
async def studio(settings: Settings) -> AsyncIterator[Studio]:
    """A studio on fakes, with nobody at work in it but the test."""
    async with open_studio(settings, backends={**media(), "chat": chat()}) as opened:
        yield opened


@pytest.fixture
async def episode(studio: Studio) -> EpisodeId:
    """An episode with its first synopsis."""
    opened = await open_series(studio, OpenSeries(caller=ANA, idea=IDEA), None)
    await written(studio, opened)
    return opened


async def written(studio: Studio, episode: EpisodeId) -> Synopsis:
    """Write the synopsis, or again after wishes, and return it."""
    async with studio.store.read() as reader:
        found = await reader.episode(episode)
        desk = studio.desk(await reader.series(found.series), found)
    await callsheet.write(desk, lambda _: None, say)
    head = await desk.head(Work(Medium.SYNOPSIS))
    assert head
    return await desk.read(Synopsis, head)


async def wished(studio: Studio, episode: EpisodeId, text: str) -> Synopsis:
    """Wish for something, and have it written."""
    await make_wish(studio, MakeWish(caller=ANA, episode=episode, text=text), None)
    return await written(studio, episode)


async def test_a_wish_for_all_of_it_leaves_a_sentence_that_somebody_wrote(studio: Studio, episode: EpisodeId) -> None:
    before = await wished(studio, episode, f"beat 2: {OWN}")
    after = await wished(studio, episode, "It rains all the time, and Bolt limps.")
    assert after.beats[1] == OWN
    assert after.beats != before.beats, "the model changed the others"
    named = await wished(studio, episode, "make beat 2 rainier")
    assert named.beats[1] != OWN, "whoever names it means it"


async def test_words_that_lead_back_to_an_earlier_version_are_met_once(studio: Studio, episode: EpisodeId) -> None:
    for title in ("One Way", "Other Way", "One Way", "Last Word"):
        assert (await wished(studio, episode, f"title: {title}")).title == title
    after = await wished(studio, episode, f"beat 2: {OWN}")
    assert (after.title, after.beats[1]) == ("Last Word", OWN), "an older wish is not carried out again"
    assert (await studio.store.verify()).clean
