"""A conversation that reaches an approved season of six episodes, with bible and scripts, in each profile."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from agents.book import bible, season
from agents.booktools import BOOK_TOOLS
from agents.room.offers import offered
from agents.room.pieces import Answered
from agents.room.rules import arguments, wanted
from bot.words import say
from generation.ability import Ability
from storage.domain.bible import Season
from storage.domain.contributions import Party, Words
from storage.domain.papers import Does
from storage.domain.review import DraftKind, Outcome
from storage.domain.stages import Stage
from storage.domain.story import Language, Script, Synopsis
from storage.domain.takes import Medium, Work
from tests.e2e.room.conftest import ANA, PATIENCE, Answer, Room
from tests.fakes import serials
from tests.fakes.openai_server import answers, calls, says

pytestmark = pytest.mark.slow

EPISODES = 6


@pytest.fixture(params=list(Ability))
def talking(request: pytest.FixtureRequest, room: Room) -> Room:
    """A room with a model of each ability."""
    room.ability = request.param
    return room


async def asked(room: Room, text: str, tool: str, /, **given: object) -> Answer:
    """Say something that a tool does, as a model of the room's ability would find out."""
    match room.ability:
        case Ability.TOOLS:
            room.server.then(calls(tool, **given), says("Here you are."))
        case Ability.SCHEMA:
            room.server.then(answers({"action": tool}), *([answers(given)] if given else []))
        case Ability.SMALL:
            assert wanted(text) == tool, "rules sort for a small model"
    answer = await room.hear(text)
    assert not answer.fault
    return answer


async def taken(room: Room, answer: Answer, does: Does) -> None:
    """Press the one button under an answer."""
    (offer,) = answer.offers
    assert offer.does is does
    whole = answer.pieces[-1]
    assert isinstance(whole, Answered)
    _, command = await offered(room.studio, ANA, whole.reply, 0)
    assert command
    await room.showrunner.handle(command)


async def until(there: Callable[[], Awaitable[bool]]) -> None:
    """Wait for something."""
    async with asyncio.timeout(PATIENCE):
        while True:
            if await there():
                return
            await asyncio.sleep(0.02)


async def stands(room: Room, number: int, stage: Stage) -> bool:
    """Return whether an episode, or the book, stands somewhere."""
    async with room.studio.store.read() as reader:
        found = (await reader.book(room.series), *await reader.episodes(room.series))[number]
    assert found
    assert not found.halt
    return found.stage is stage


async def approved(room: Room, number: int) -> None:
    """Approve the synopsis of an episode, then its script with the storyboard."""
    for stage in (Stage.SYNOPSIS_REVIEW, Stage.STORYBOARD_REVIEW):
        await until(lambda stage=stage: stands(room, number, stage))  # type: ignore[misc]  # mypy knows no defaults here
        answer = await asked(room, f"Approve episode {number}", "prepare_approval", episode=number)
        await taken(room, answer, Does.APPROVE)


async def test_a_conversation_reaches_an_approved_season_of_six_episodes(talking: Room) -> None:
    room = talking
    await approved(room, 1)
    answer = await asked(room, f"Plan a season of {EPISODES} episodes", "plan_season", count=EPISODES)
    await taken(room, answer, Does.PLAN)
    await until(lambda: stands(room, 0, Stage.BOOK))
    desk = await room.desk()
    planned = await season(desk)
    assert isinstance(planned, Season)
    assert [plan.title for plan in planned.episodes[1:]] == [plan[3] for plan in serials.planned(Language.ENGLISH)[1:]]
    for number in range(2, EPISODES + 1):
        answer = await asked(room, "Begin the next episode", "begin_planned")
        await taken(room, answer, Does.OPEN)
        await approved(room, number)
    written = await bible(desk)
    assert written.world
    async with room.studio.store.read() as reader:
        episodes = await reader.episodes(room.series)
    assert len(episodes) == EPISODES
    for episode, plan in zip(episodes, planned.episodes, strict=True):
        place = room.studio.desk(desk.series, episode)
        synopsis, script = await place.head(Work(Medium.SYNOPSIS)), await place.head(Work(Medium.SCRIPT))
        assert synopsis
        assert script
        told = await place.read(Synopsis, synopsis)
        assert told.title == plan.title
        assert {each.id for each in told.cast} <= {each.id for each in written.characters}
        assert (await place.read(Script, script)).lines
        async with room.studio.store.read() as reader:
            kinds = {each.kind for each in await reader.drafts(episode.id) if each.outcome is Outcome.APPROVED}
        assert kinds >= {DraftKind.SYNOPSIS, DraftKind.STORYBOARD}


async def test_an_entry_in_the_persons_own_words_is_taken_down_and_in_others_is_offered(talking: Room) -> None:
    room, said = talking, "The tone: dry, and never cruel"
    answer = await asked(room, said, "change_bible", entry="tone", text="dry, and never cruel")
    assert answer.offers == []
    desk = await room.desk()
    assert (await bible(desk)).tone == "dry, and never cruel"
    (turn,) = await room.takes(Medium.TURN)
    async with room.studio.store.read() as reader:
        act = await reader.history(desk.episode.id)
    changed = next(each for each in act if each.words and each.made != turn.digest)
    assert (changed.by.party, changed.words, turn.digest in changed.sources) == (Party.PERSON, Words.TYPED, True)


async def test_an_entry_that_breaks_a_limit_is_told_why(talking: Room) -> None:
    text = "so very dry " * 60
    if talking.ability is Ability.TOOLS:
        talking.server.then(calls("change_bible", entry="tone", text=text.strip()), says("That is too long."))
    elif talking.ability is Ability.SCHEMA:
        talking.server.then(answers({"action": "change_bible"}), answers({"entry": "tone", "text": text.strip()}))
    answer = await talking.hear(f"The tone: {text}")
    if talking.ability is Ability.TOOLS:
        told = [each["content"] for each in talking.talks[-1]["messages"] if each["role"] == "tool"]
        assert told == ["refused: entry-too-long"]
    else:
        assert answer.text == say("en", "invalid-entry-too-long")
    assert (await bible(await talking.desk())).tone == ""


async def test_words_of_the_models_own_go_into_the_bible_only_at_a_tap(room: Room) -> None:
    room.server.then(calls("add_character", text="Wick: a barefoot boy"), says("Like this?"))
    answer = await room.hear("Who could the friend be?")
    assert (await bible(await room.desk())).cast == ()
    (offer,) = answer.offers
    assert (offer.does, offer.text) == (Does.ENTRY, "Wick: a barefoot boy")
    await taken(room, answer, Does.ENTRY)
    (wick,) = (await bible(await room.desk())).characters
    assert (wick.name, wick.look) == ("Wick", "a barefoot boy")
    async with room.studio.store.read() as reader:
        acts = await reader.history((await room.desk()).episode.id)
    assert acts[-1].words is Words.SUGGESTED
    room.server.then(calls("change_character", name="wick", part="want", text="a place to sleep"), says("Noted."))
    await room.hear("Wick wants a place to sleep")
    assert (await bible(await room.desk())).cast[0].want == "a place to sleep"
    room.server.then(calls("change_character", name="Nobody", part="want", text="rest"), says("Who is that?"))
    await room.hear("Nobody wants rest")
    told = [each["content"] for each in room.server.asked[-1]["messages"] if each["role"] == "tool"]
    assert told == ["refused: no-such-character"]


async def test_what_is_planned_is_changed_in_the_persons_words_until_it_begins(room: Room) -> None:
    answer = await asked(room, "Plan a season of 3 episodes", "plan_season", count=3)
    await taken(room, answer, Does.PLAN)
    await until(lambda: stands(room, 0, Stage.BOOK))
    room.server.then(
        calls("change_plan", episode=3, part="title", text="The Other Eye"),
        calls("change_plan", episode=1, part="title", text="Moonlight"),
        says("Done."),
    )
    await room.hear("Call episode 3 The Other Eye, and episode 1 Moonlight")
    planned = await season(await room.desk())
    assert planned
    assert [plan.title for plan in planned.episodes] == ["Moonstruck", "The Humming Spring", "The Other Eye"]


@pytest.mark.parametrize(
    ("text", "tool", "given"),
    [
        ("Planifie une saison de 12 épisodes", "plan_season", {"count": 12}),
        ("规划 24 集", "plan_season", {"count": 24}),
        ("Plan the season", "plan_season", {"count": 10}),
        ("commence l'épisode suivant", "begin_planned", {}),
        ("开始下一集", "begin_planned", {}),
        ("Le ton : sec, jamais cruel", "change_bible", {"entry": "tone", "text": "sec, jamais cruel"}),
        ("世界是一座会说话的小城", "change_bible", {"entry": "world", "text": "一座会说话的小城"}),
        ("Add a character: Wick: barefoot", "add_character", {"text": "Wick: barefoot"}),
    ],
)
def test_what_is_said_plainly_of_the_book_needs_no_model(text: str, tool: str, given: dict[str, object]) -> None:
    assert wanted(text) == tool
    assert arguments(text, next(each for each in BOOK_TOOLS if each.name == tool)) == given
