"""What people wrote themselves stays as they wrote it, whatever is wished for, until somebody means these words."""

from collections.abc import AsyncIterator
from random import Random

import pytest

from agents import callsheet
from agents.commands.caller import Caller
from agents.commands.story import MakeWish, OpenSeries
from agents.crew.fields import redictated
from agents.intake import crossed, make_wish, open_series
from agents.studio import Studio
from bot.compose import open_studio
from bot.settings import Settings
from bot.words import say
from storage.domain.crew import Member, Person, Role
from storage.domain.errors import Refused
from storage.domain.ids import Digest, EpisodeId, PersonId
from storage.domain.papers import Subject
from storage.domain.story import Language, Synopsis
from storage.domain.takes import Medium, Work
from storage.making import making
from storage.tracing import trace
from tests.e2e.conftest import IDEA
from tests.fakes.backends import media
from tests.fakes.chat import chat

ANA = Caller(chat=1, name="Ana", language=Language.ENGLISH)
BO = Caller(chat=2, name="Bo", language=Language.ENGLISH)
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


@pytest.fixture
async def team(studio: Studio, episode: EpisodeId) -> EpisodeId:
    """That episode, with Bo writing it too."""
    async with studio.store.write() as unit:
        person = Person(id=PersonId("bo"), chat=BO.chat, name=BO.name, language="en")
        await unit.put_person(person)
        series = (await unit.episode(episode)).series
        await unit.add_member(Member(series=series, person=person.id, role=Role.SCREENWRITER))
    return episode


async def written(studio: Studio, episode: EpisodeId) -> Synopsis:
    """Write the synopsis, or again after wishes, and return it."""
    async with studio.store.read() as reader:
        found = await reader.episode(episode)
        desk = studio.desk(await reader.series(found.series), found)
    await callsheet.write(desk, lambda _: None, say)
    head = await desk.head(Work(Medium.SYNOPSIS))
    assert head
    return await desk.read(Synopsis, head)


def wish(who: Caller, episode: EpisodeId, text: str, *sources: Digest) -> MakeWish:
    """Return a wish about the synopsis."""
    return MakeWish(caller=who, episode=episode, text=text, about=Subject.SYNOPSIS, sources=sources)


async def wished(studio: Studio, episode: EpisodeId, text: str) -> Synopsis:
    """Wish for something, and have it written."""
    await make_wish(studio, wish(ANA, episode, text), None)
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


async def test_who_writes_where_somebody_else_just_wrote_is_asked_and_both_can_stand(
    studio: Studio, team: EpisodeId
) -> None:
    await make_wish(studio, wish(ANA, team, f"beat 2: {OWN}"), None)
    later = wish(BO, team, "beat 2: Nobody sleeps in the house tonight.")
    with pytest.raises(Refused, match="crossed"):
        await make_wish(studio, later, None)
    found = await crossed(studio, later)
    assert found
    assert (found.theirs, found.mine, found.author.name) == (OWN, "Nobody sleeps in the house tonight.", "Ana")
    assert await crossed(studio, wish(BO, team, "beat 1: Nobody sleeps.")) is None, "another place"
    assert await crossed(studio, wish(ANA, team, later.text)) is None, "one's own words"
    both = redictated(later.text, f"{found.theirs} {found.mine}")
    await make_wish(studio, wish(BO, team, both, found.other.digest), None)
    assert (await written(studio, team)).beats[1] == f"{OWN} Nobody sleeps in the house tonight."
    traced = trace(await making(studio.store, studio.vault, team))
    whose = {each.sentence.text: each.dictated.name for each in traced if each.dictated}
    assert whose == {OWN: "Ana", "Nobody sleeps in the house tonight.": "Bo"}, "each keeps what they wrote"
    assert await crossed(studio, wish(ANA, team, "beat 2: It is over.")) is None, "Ana has seen what stands there"


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_nobodys_words_give_way_to_words_of_somebody_who_had_not_seen_them(
    studio: Studio, team: EpisodeId, seed: int
) -> None:
    """Two people write titles at random, and drafts come at random: what is taken was written over what was seen."""
    random = Random(seed)
    seen = stands = ("", "")
    for number in range(10):
        who = random.choice([ANA, BO])
        asked = wish(who, team, f"title: Title {number}")
        if stands != seen and stands[0] != who.name:
            with pytest.raises(Refused, match="crossed"):
                await make_wish(studio, asked, None)
        else:
            await make_wish(studio, asked, None)
            stands = (who.name, f"Title {number}")
        if random.random() < 0.4:
            assert (await written(studio, team)).title == (stands[1] or "Moonstruck")
            seen = stands
