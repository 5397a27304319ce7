"""Whose prompt survives: credits follow from what the pictures on the board were painted from."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from agents.commands.caller import Caller
from agents.commands.review import Decide
from agents.commands.story import ChoosePanel, ComposePrompt, OpenSeries, UndoPrompt, WritePrompt
from agents.promptbook import AskedPrompt
from agents.showrunner import Showrunner
from agents.studio import Studio
from bot.compose import open_studio
from bot.settings import Settings
from bot.words import say
from storage.domain.contributions import Words
from storage.domain.credits import roll
from storage.domain.crew import Member, Person, Role
from storage.domain.errors import Outdated, Refused
from storage.domain.ids import EpisodeId, PersonId
from storage.domain.review import Decision, DraftKind
from storage.domain.story import Language
from storage.domain.takes import Medium, Take, Work
from storage.views import Card, Views
from tests.e2e.conftest import IDEA
from tests.e2e.steps import PATIENCE
from tests.fakes.backends import media, painter
from tests.fakes.chat import chat

pytestmark = pytest.mark.slow

ANA, BO, CY, EVE = 1, 2, 3, 4
"""The creator, two prompt writers, and a stranger."""


def caller(chat_: int) -> Caller:
    return Caller(chat=chat_, name=f"p{chat_}", language=Language.ENGLISH)


@dataclass(frozen=True, kw_only=True)
class Board:
    """A painted episode at its storyboard."""

    studio: Studio
    showrunner: Showrunner
    views: Views
    episode: EpisodeId

    async def say(self, who: int, text: str, shot: str = "s2") -> None:
        """Write a prompt, and wait for the board that follows."""
        await self.showrunner.handle(WritePrompt(caller=caller(who), episode=self.episode, shot=shot, text=text))
        await drafted(self.views, DraftKind.STORYBOARD)

    async def writers(self) -> set[int]:
        """Return who would be credited for prompts, were the board released as it hangs."""
        async with self.studio.store.read() as reader:
            board = await reader.head(self.episode, Work(Medium.STORYBOARD))
            assert board is not None
            credits_ = roll([board.digest], await reader.chronicle(self.episode))
            lines = [each for each in credits_ if each.role is Role.PROMPT_WRITER]
            return {(await reader.person(PersonId(each.party.name))).chat for each in lines}

    async def still(self, shot: str = "s2") -> Take:
        """Return the picture of a shot that counts."""
        async with self.studio.store.read() as reader:
            take = await reader.head(self.episode, Work(Medium.STILL, shot))
        assert take is not None
        return take


async def drafted(views: Views, kind: DraftKind) -> Card:
    """Wait for a draft of a kind."""
    async with asyncio.timeout(PATIENCE):
        while True:
            for card in await views.library(ANA):
                if card.draft and card.draft.kind is kind:
                    return card
            await asyncio.sleep(0.05)


@pytest.fixture
async def board(settings: Settings) -> AsyncIterator[Board]:
    """Bring a painted episode to its storyboard, with two prompt writers in the team."""
    painting = settings.model_copy(update={"backends": {"still": "painter"}})
    fakes = {**media(), "chat": chat(), "painter": painter()}
    async with open_studio(painting, backends=fakes) as studio, asyncio.TaskGroup() as group:
        showrunner = Showrunner(studio=studio, listen=lambda _: None, wording=say)
        work = group.create_task(showrunner.run())
        try:
            yield await painted(studio, showrunner)
        finally:
            work.cancel()


async def painted(studio: Studio, showrunner: Showrunner) -> Board:
    await showrunner.handle(OpenSeries(caller=caller(ANA), idea=IDEA))
    views = Views(studio.store, studio.vault)
    card = await drafted(views, DraftKind.SYNOPSIS)
    assert card.draft
    async with studio.store.write() as unit:
        for number in (BO, CY):
            person = Person(id=PersonId(studio.new_id()), chat=number, name=f"p{number}", language="en")
            await unit.put_person(person)
            await unit.add_member(Member(series=card.series.id, person=person.id, role=Role.PROMPT_WRITER))
    await showrunner.handle(Decide(caller=caller(ANA), draft=card.draft.id, decision=Decision.APPROVE))
    card = await drafted(views, DraftKind.STORYBOARD)
    return Board(studio=studio, showrunner=showrunner, views=views, episode=card.episode.id)


async def test_whose_prompt_was_replaced_is_not_credited(board: Board) -> None:
    await board.say(BO, "A roof in red rain.")
    assert await board.writers() == {BO}
    await board.say(CY, "An empty harbour, fog.")
    assert await board.writers() == {CY}


async def test_of_whose_prompt_a_clause_is_left_is_credited_beside_who_changed_it(board: Board) -> None:
    await board.say(BO, "A roof in red rain, wet tiles.")
    await board.say(CY, "A harbour in fog, wet tiles.")
    assert await board.writers() == {BO, CY}


async def test_a_prompt_that_keeps_what_the_studio_composed_gives_nobody_else_a_credit(board: Board) -> None:
    composed = (await board.showrunner.worded(asked(board))).prompt.text
    await board.say(BO, f"{composed} Red rain.")
    await board.say(CY, f"{composed} Blue snow.")
    assert await board.writers() == {CY}


async def test_the_picture_that_was_chosen_brings_its_prompt_back(board: Board) -> None:
    first = await board.still()
    await board.say(BO, "A roof in red rain.")
    second = await board.still()
    await board.showrunner.handle(ChoosePanel(caller=caller(ANA), take=first.id, shown=(second.id, first.id)))
    await drafted(board.views, DraftKind.STORYBOARD)
    assert await board.still() == first
    assert not (await board.showrunner.worded(asked(board))).author
    await board.showrunner.handle(ChoosePanel(caller=caller(ANA), take=second.id, shown=(second.id, first.id)))
    await drafted(board.views, DraftKind.STORYBOARD)
    assert await board.still() == second
    await board.say(CY, "An empty harbour, fog.")
    assert BO not in await board.writers()


async def test_a_prompt_of_the_book_is_taken_up_as_a_suggestion_and_then_edited(board: Board) -> None:
    await board.say(BO, "A roof in red rain, wet tiles.")
    card = await drafted(board.views, DraftKind.STORYBOARD)
    assert card.draft
    await board.showrunner.handle(Decide(caller=caller(ANA), draft=card.draft.id, decision=Decision.APPROVE))
    await drafted(board.views, DraftKind.CUT)
    found = await board.showrunner.prompts(asked(board))
    kept = next(each for each in found if each.author == "p2")
    assert (kept.shot, kept.model, kept.prompt.text) == (2, "fake-still", "A roof in red rain, wet tiles.")
    up = WritePrompt(caller=caller(CY), episode=board.episode, shot="s3", words=Words.SUGGESTED, taken_up=kept.take.id)
    await board.showrunner.handle(up)
    await drafted(board.views, DraftKind.CUT)
    await board.showrunner.handle(
        WritePrompt(caller=caller(CY), episode=board.episode, shot="s3", text="A hall in red rain, wet tiles.")
    )
    history = await board.views.history(board.episode)
    by_cy = [act.words for act in history if act.role is Role.PROMPT_WRITER][-2:]
    assert by_cy == [Words.SUGGESTED, Words.EDITED]


async def test_strangers_write_none_and_what_is_said_already_is_no_change(board: Board) -> None:
    with pytest.raises(Refused, match="not-yours-to-prompt"):
        await board.say(EVE, "Mine.")
    with pytest.raises(Refused, match="not-yours-to-see"):
        await board.showrunner.worded(AskedPrompt(caller=caller(EVE), chat=EVE, episode=board.episode, number=2))
    with pytest.raises(Refused, match="no-such-shot"):
        await board.say(BO, "There.", shot="s99")
    with pytest.raises(Refused, match="nothing-before"):
        await board.showrunner.handle(UndoPrompt(caller=caller(BO), episode=board.episode, shot="s2"))
    with pytest.raises(Outdated):
        await board.showrunner.handle(ComposePrompt(caller=caller(BO), episode=board.episode, shot="s2"))


async def test_words_removed_at_their_authors_wish_are_painted_from_no_longer(board: Board) -> None:
    await board.say(BO, "A roof in red rain.")
    async with board.studio.store.read() as reader:
        head = await reader.head(board.episode, Work(Medium.PROMPT, "s2"))
    assert head is not None
    await board.studio.vault.remove(head.digest)
    assert (await board.showrunner.worded(asked(board))).prompt.text == ""
    await board.say(CY, "An empty harbour, fog.", shot="s3")
    assert await board.writers() == {CY}


def asked(board: Board) -> AskedPrompt:
    return AskedPrompt(caller=caller(ANA), chat=ANA, episode=board.episode, number=2)
