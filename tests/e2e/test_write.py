"""`feuilleton write`: a series on paper, written through the gate, that goes on where it was."""

import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from rich.console import Console

from agents import book, callsheet, seasons
from agents.commands.book import OpenPlanned
from agents.commands.caller import Caller
from agents.studio import Desk, Studio
from bot.cli.trace import as_text
from bot.cli.write import Pages, figures, write
from bot.compose import open_studio
from bot.replay.page import replay
from bot.settings import Settings
from bot.words import say
from generation.errors import TryAgain
from storage.domain.bible import Bible, Season
from storage.domain.errors import InvalidValue, Refused
from storage.domain.review import DraftKind
from storage.domain.stages import Stage
from storage.domain.story import Language, Script, Synopsis
from storage.domain.takes import Medium, Work
from storage.making import making
from storage.tracing import trace
from tests.fakes import serials
from tests.fakes.backends import Fake, media
from tests.fakes.chat import chat
from tests.fakes.stories import IDEAS

EN = Language.ENGLISH
IDEA = IDEAS[EN]
ME = Caller(chat=0, name="Ana", language=EN)


@pytest.fixture
def model() -> Fake:
    return chat()


@pytest.fixture
async def studio(tmp_path: Path, model: Fake) -> AsyncIterator[Studio]:
    settings = Settings(home=tmp_path / "home", cache=tmp_path / "cache")
    async with open_studio(settings, backends={**media(), "chat": model}) as opened:
        yield opened


@pytest.fixture
async def desk(studio: Studio) -> Desk:
    return await seasons.open_series(studio, ME, IDEA)


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(Console(quiet=True), tmp_path / "out")


async def papers(studio: Studio, desk: Desk) -> list[tuple[Synopsis, Script]]:
    async with studio.store.read() as reader:
        episodes = await reader.episodes(desk.series.id)
    found = []
    for each in (studio.desk(desk.series, episode) for episode in episodes):
        synopsis, script = await each.head(Work(Medium.SYNOPSIS)), await each.head(Work(Medium.SCRIPT))
        assert synopsis
        assert script
        found.append((await each.read(Synopsis, synopsis), await each.read(Script, script)))
    return found


async def test_a_sentence_becomes_a_series_on_paper(studio: Studio, desk: Desk, pages: Pages, tmp_path: Path) -> None:
    await write(desk, ME, IDEA, 3, pages)
    written = await papers(studio, desk)
    assert [synopsis.beats for synopsis, _ in written] == list(serials.EPISODES[EN])
    known = {each.id: each for each in (await book.bible(desk)).characters}
    assert all(known[each.id] == each and each.design for synopsis, _ in written for each in synopsis.cast)
    assert all(len(script.lines) > 3 for _, script in written)
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["bible.md", "episode-001.md", "episode-002.md", "episode-003.md", "season.md"]
    assert serials.EPISODES[EN][1][0] in (tmp_path / "out" / "episode-002.md").read_text("utf-8")


async def test_whoever_had_the_idea_stands_behind_every_episode(studio: Studio, desk: Desk, pages: Pages) -> None:
    await write(desk, ME, IDEA, 2, pages)
    idea = await desk.head(Work(Medium.IDEA))
    async with studio.store.read() as reader:
        episodes = await reader.episodes(desk.series.id)
    for episode in episodes:
        script = await studio.desk(desk.series, episode).head(Work(Medium.SCRIPT))
        assert idea
        assert script
        assert idea.digest in await studio.desk(desk.series, episode).ancestry(script)
    assert (await studio.store.verify()).clean


async def test_every_sentence_of_an_episode_traces_to_the_idea(studio: Studio, desk: Desk, pages: Pages) -> None:
    await write(desk, ME, IDEA, 1, pages)
    async with studio.store.read() as reader:
        (episode,) = await reader.episodes(desk.series.id)
    made = await making(studio.store, studio.vault, episode.id)
    traced = trace(made)
    assert traced
    assert all([act.typed for act in each.roots] == [IDEA] for each in traced)
    assert "Ana" in as_text(made)
    page = replay(made, studio.vault.path, "en")
    assert "Season" in page
    assert "replay-" not in page


async def test_a_bot_puts_the_synopsis_of_a_planned_episode_to_the_team(
    studio: Studio, desk: Desk, pages: Pages
) -> None:
    await write(desk, ME, IDEA, 1, pages)
    async with studio.store.read() as reader:
        (episode,) = await reader.episodes(desk.series.id)
    await callsheet.write(studio.desk(desk.series, episode), lambda _: None, say)
    async with studio.store.read() as reader:
        assert (await reader.episode(episode.id)).stage is Stage.SYNOPSIS_REVIEW
        draft = await reader.open_draft(episode.id)
    assert draft
    assert draft.kind is DraftKind.SYNOPSIS


async def test_the_same_sentence_goes_on_and_asks_nothing_twice(
    studio: Studio, desk: Desk, pages: Pages, model: Fake
) -> None:
    await write(desk, ME, IDEA, 2, pages)
    asked = len(model.asked)
    found = await seasons.find_series(studio, ME, f"  {IDEA} ")
    assert found
    assert found.series == desk.series
    await write(found, ME, IDEA, 2, pages)
    assert len(model.asked) == asked
    await write(found, ME, IDEA, 3, pages)
    assert len(await papers(studio, desk)) == 3
    assert await seasons.find_series(studio, ME, "Another idea altogether") is None
    assert await seasons.find_series(studio, ME, IDEA, Language.FRENCH) is None


@pytest.mark.parametrize("done", [0, 2, 5, 7, 9, 11, 13])
async def test_whatever_is_cut_short_goes_on_where_it_was(
    studio: Studio, desk: Desk, pages: Pages, model: Fake, done: int
) -> None:
    render = model.render

    def failing(request: object) -> tuple[bytes, str, dict[str, object]]:
        if len(model.asked) > done:
            raise TryAgain("the line is dead")
        return render(request)  # type: ignore[arg-type]

    model.render = failing
    with pytest.raises((TryAgain, ExceptionGroup)):
        await write(desk, ME, IDEA, 3, pages)
    model.render = render
    assert (await studio.store.verify()).clean
    await write(desk, ME, IDEA, 3, pages)
    assert [synopsis.beats for synopsis, _ in await papers(studio, desk)] == list(serials.EPISODES[EN])


async def test_a_writing_that_is_called_off_leaves_no_half_paper(
    studio: Studio, desk: Desk, pages: Pages, model: Fake
) -> None:
    await write(desk, ME, IDEA, 1, pages)
    begun = model.hold = threading.Event()
    task = asyncio.create_task(write(desk, ME, IDEA, 3, pages))
    await asyncio.to_thread(begun.wait)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (await studio.store.verify()).clean
    assert len(await papers(studio, desk)) == 1
    await write(desk, ME, IDEA, 3, pages)
    assert len(await papers(studio, desk)) == 3


async def test_the_figures_count_every_question_and_every_answer(studio: Studio, desk: Desk, pages: Pages) -> None:
    await write(desk, ME, IDEA, 2, pages)
    found = await figures(studio, desk)
    assert found.first == found.questions == 6 + 2 + 2 + 2
    assert found.answers >= found.questions
    assert "100%" in str(found)


async def test_bible_and_season_are_papers_of_the_book(desk: Desk, pages: Pages) -> None:
    await write(desk, ME, IDEA, 1, pages)
    bible, season = await desk.head(book.BIBLE), await desk.head(book.SEASON)
    assert bible
    assert season
    assert desk.episode.stage is Stage.BOOK
    assert (await desk.read(Bible, bible)).world == serials.WORLDS[EN][0]
    assert (await desk.read(Season, season)).arc == serials.ARCS[EN]


async def test_a_season_needs_a_bible_and_a_number_it_can_have(desk: Desk) -> None:
    with pytest.raises(Refused, match="no-bible"):
        await seasons.plan_season(desk, IDEA, 3, ())
    with pytest.raises(InvalidValue, match="not 101"):
        await seasons.plan_season(desk, IDEA, 101, ())


async def test_an_episode_needs_a_plan_and_somebody_who_may_write(studio: Studio, desk: Desk, pages: Pages) -> None:
    await write(desk, ME, IDEA, 1, pages)
    with pytest.raises(Refused, match="no-plan"):
        await seasons.open_planned(studio, OpenPlanned(caller=ME, series=desk.series.id, number=2), None)
    stranger = Caller(chat=99, name="Eve", language=EN)
    await seasons.plan_season(desk, IDEA, 2, ())
    with pytest.raises(Refused, match="not-yours"):
        await seasons.open_planned(studio, OpenPlanned(caller=stranger, series=desk.series.id, number=2), None)
