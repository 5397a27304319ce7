"""Who only talked is forgotten too: nothing of what they said is left, and the others talk on."""

import json
from pathlib import Path

import pytest

from agents.commands.caller import Caller
from agents.commands.story import Assure
from agents.forgetting import forget
from agents.room.offers import offered
from agents.room.pieces import Answered, Say
from bot.words import say
from storage.domain.crew import Member, Person, Role
from storage.domain.errors import Refused
from storage.domain.ids import PersonId
from storage.domain.story import Language
from storage.domain.takes import Medium
from storage.forgetting import Forgotten
from storage.inbox import Inbox
from tests.e2e.room.conftest import ANA, Answer, Room
from tests.fakes.openai_server import calls, fails, says

pytestmark = pytest.mark.slow

BO = Caller(chat=2, name="Bo", language=Language.ENGLISH)
SAID = "My grandmother used to hide letters in the piano"
ECHO = f"You said it: {SAID}. How lovely."
REASON = "He is my uncle and has agreed in writing"


@pytest.fixture
async def bo(room: Room) -> Person:
    """Somebody who takes part, and has said nothing yet."""
    person = Person(id=PersonId("bo"), chat=BO.chat, name=BO.name, language="en")
    async with room.studio.store.write() as unit:
        await unit.put_person(person)
        await unit.add_member(Member(series=room.series, person=person.id, role=Role.SUPERVISOR))
    return person


async def from_bo(room: Room, text: str) -> Answer:
    """Let Bo say something, and take the answer."""
    return await room.take(Say(caller=BO, series=room.series, text=text))


async def quoted(room: Room, words: str) -> None:
    """Let a message come in that quotes words."""
    await Inbox(room.studio.store).add([(1, 7, json.dumps({"message": {"quote": {"text": words}}}))])


def holding(folder: Path, words: str) -> list[str]:
    """Return the files in which words stand as they are."""
    return [each.name for each in folder.rglob("*") if each.is_file() and words.encode() in each.read_bytes()]


async def test_nothing_is_left_of_what_somebody_only_said(room: Room, bo: Person, tmp_path: Path) -> None:
    room.server.then(says("A fine secret."), says(ECHO))
    await from_bo(room, SAID)
    repeated = (await room.hear("What did he say?")).pieces[-1]
    await quoted(room, SAID)
    assert len(holding(tmp_path / "home" / "vault", SAID)) == 5, "the turn, two prompts, an answer and a reply"
    assert await forget(room.studio, bo, say) == Forgotten(texts=1, prompts=2)
    assert holding(tmp_path / "home", SAID) == []
    assert (await room.studio.store.verify()).clean
    assert isinstance(repeated, Answered)
    with pytest.raises(Refused, match="nothing-to-offer"):
        await offered(room.studio, ANA, repeated.reply, 0)
    with pytest.raises(Refused, match="nothing-to-answer"):
        await room.again()
    room.server.then(says("Let us go on."))
    assert (await room.hear("And now?")).text == "Let us go on."
    assert [each["content"] for each in room.server.asked[-1]["messages"][1:]] == ["What did he say?", "And now?"]


async def test_an_offer_of_ones_own_words_goes_with_them(room: Room, bo: Person, tmp_path: Path) -> None:
    room.server.then(calls("propose_loglines", loglines=[f"{SAID}."]), says("Here is one."))
    assert [offer.text for offer in (await from_bo(room, SAID)).offers] == [f"{SAID}."]
    await forget(room.studio, bo, say)
    assert holding(tmp_path / "home", SAID) == []


async def test_what_a_model_answered_before_it_failed_goes_too(room: Room, bo: Person, tmp_path: Path) -> None:
    room.server.then(calls("read_story", ECHO, episode=1), fails(401))
    assert (await from_bo(room, SAID)).fault == "room-unavailable"
    await forget(room.studio, bo, say)
    assert holding(tmp_path / "home", SAID) == []


async def test_a_short_word_takes_no_prompt_of_others_with_it(room: Room, bo: Person) -> None:
    room.server.then(says("It is blue."), says("Good."), says("Yes."))
    await room.hear("How does the moon look?")
    await from_bo(room, "ok")
    await room.hear("Shall we go on?")
    before, its_own, after = (take.key for take in await room.takes(Medium.ANSWER))
    assert await forget(room.studio, bo, say) == Forgotten(texts=1, prompts=2)
    assert [room.studio.vault.has(key) for key in (before, its_own, after)] == [True, False, False]


async def test_a_title_stays_that_somebody_only_said(room: Room, bo: Person) -> None:
    async with room.studio.store.read() as reader:
        title = (await reader.series(room.series)).title
    room.server.then(says("That is its name."))
    await from_bo(room, title)
    await forget(room.studio, bo, say)
    async with room.studio.store.read() as reader:
        assert (await reader.series(room.series)).title == title


async def test_why_somebody_answers_for_words_is_forgotten_wherever_it_stands(room: Room, tmp_path: Path) -> None:
    whole = (await room.hear("Draw it in the style of Hayao Miyazaki")).pieces[-1]
    assert isinstance(whole, Answered)
    _, command = await offered(room.studio, ANA, whole.reply, 0)
    assert isinstance(command, Assure)
    await room.showrunner.handle(
        Assure(caller=ANA, take=command.take, matter=command.matter, name=command.name, reason=REASON)
    )
    await quoted(room, REASON)
    async with room.studio.store.read() as reader:
        ana = await reader.person_of(ANA.chat)
    assert ana is not None
    await forget(room.studio, ana, say)
    assert holding(tmp_path / "home", REASON) == []
