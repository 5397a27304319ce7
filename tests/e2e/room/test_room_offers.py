"""What the room prepared is done by a person, with their rights, and is credited as what it is."""

import pytest

from agents.book import bible
from agents.commands.book import ChangeEntry
from agents.commands.caller import Caller
from agents.commands.command import Command
from agents.commands.review import Decide
from agents.commands.story import MakeWish, OpenEpisode
from agents.room.offers import offered
from agents.room.pieces import Answered
from bot.screens.page import Voice
from bot.screens.room import offers
from storage.domain.contributions import Words
from storage.domain.errors import Refused
from storage.domain.ids import TakeId
from storage.domain.papers import Does, Offer, Subject
from storage.domain.stages import Stage
from storage.domain.story import Language
from storage.domain.takes import Medium
from tests.e2e.room.conftest import ANA, Answer, Room
from tests.fakes.openai_server import calls, says

pytestmark = pytest.mark.slow

EPISODES = (Subject.SYNOPSIS, Subject.SCRIPT)
PAPERS = (*EPISODES, Subject.BIBLE, Subject.SEASON)
STRANGER = Caller(chat=9, name="Eve", language=Language.ENGLISH)


async def prepared(room: Room) -> Answer:
    """Have the room prepare one of each."""
    room.server.then(
        calls("propose_loglines", loglines=["The moon writes back."]),
        calls("suggest_change", episode=1, about="synopsis", shot=0, text="title: Tide"),
        calls("prepare_approval", episode=1),
        says("Here you are."),
    )
    return await room.hear("What could we do?")


async def test_each_offer_is_a_command_of_the_studio(room: Room) -> None:
    answer = await prepared(room)
    whole = answer.pieces[-1]
    assert isinstance(whole, Answered)
    found = [await offered(room.studio, ANA, whole.reply, place) for place in range(3)]
    assert [offer.does for offer, _ in found] == [Does.BEGIN, Does.CHANGE, Does.APPROVE]
    begin, change, approve = (command for _, command in found)
    (reply,) = await room.takes(Medium.REPLY)
    assert isinstance(begin, OpenEpisode)
    assert isinstance(change, MakeWish)
    assert isinstance(approve, Decide)
    assert (begin.words, begin.sources) == (Words.SUGGESTED, (reply.digest,))
    assert (change.words, change.sources) == (Words.SUGGESTED, (reply.digest,))
    await room.showrunner.handle(begin)
    async with room.studio.store.read() as reader:
        assert len(await reader.episodes(room.series)) == 2
    await room.showrunner.handle(approve)
    assert (await room.episode()).stage is not Stage.SYNOPSIS_REVIEW


async def test_a_stranger_takes_no_offer_up_and_what_is_not_offered_cannot_be_taken(room: Room) -> None:
    answer = await prepared(room)
    whole = answer.pieces[-1]
    assert isinstance(whole, Answered)
    with pytest.raises(Refused, match="not-yours-to-see"):
        await offered(room.studio, STRANGER, whole.reply, 0)
    with pytest.raises(Refused, match="nothing-to-offer"):
        await offered(room.studio, ANA, whole.reply, 3)
    (turn,) = await room.takes(Medium.TURN)
    with pytest.raises(Refused, match="nothing-to-offer"):
        await offered(room.studio, ANA, turn.id, 0)


async def suggested(room: Room) -> Command:
    """Have the room suggest a tone, and return what the button under it does."""
    room.server.then(calls("change_bible", entry="tone", text="grim and slow"), says("Like this?"))
    whole = (await room.hear("How could it sound?")).pieces[-1]
    assert isinstance(whole, Answered)
    _, command = await offered(room.studio, ANA, whole.reply, 0)
    assert command
    return command


@pytest.mark.parametrize("stood", ["", "dry, and never cruel"])
async def test_suggested_words_take_no_place_of_words_that_came_after_them(stood: str, room: Room) -> None:
    def entry(name: str, text: str) -> ChangeEntry:
        return ChangeEntry(caller=ANA, series=room.series, medium=Medium.BIBLE, entry=name, text=text)

    if stood:
        await room.showrunner.handle(entry("tone", stood))
    command = await suggested(room)
    await room.showrunner.handle(entry("tone", "Warm, like my grandmother's kitchen"))
    with pytest.raises(Refused, match="entry-changed"):
        await room.showrunner.handle(command)
    assert (await bible(await room.desk())).tone == "Warm, like my grandmother's kitchen"
    again = await suggested(room)
    await room.showrunner.handle(entry("world", "A harbour without a sea"))
    await room.showrunner.handle(again)
    written = await bible(await room.desk())
    assert (written.tone, written.world) == ("grim and slow", "A harbour without a sea")


@pytest.mark.parametrize("language", Language)
def test_a_step_that_was_prepared_says_to_which_paper_it_leads(language: Language) -> None:
    given = [Offer(does=does, number=7, about=about) for does in (Does.UNDO, Does.REDO) for about in PAPERS]
    labels = [row[0].label for row in offers(Voice(language), given, TakeId("t1"))]
    assert len(set(labels)) == len(given)
    assert ["7" in label for label in labels] == [offer.about in EPISODES for offer in given]
