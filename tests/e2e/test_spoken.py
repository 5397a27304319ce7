"""Remarks that are said aloud: kept, played, put into words by whoever takes them up, gone when their author goes."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from agents.forgetting import forget, the_person
from bot.compose import open_studio
from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator.message import Message
from bot.simulator.people import Chat
from bot.simulator.simulator import Simulator
from bot.words import say
from storage import documents
from storage.domain.contributions import Kind
from storage.domain.papers import Remarked, Wish
from storage.domain.remarks import Remark, State
from storage.domain.takes import Medium
from storage.worklist import worklist
from tests.e2e.conftest import IDEA, Bot, running
from tests.e2e.steps import PATIENCE, draft_of, invited, joined, supervised
from tests.fakes.backends import media
from tests.fakes.chat import chat
from tests.simulator_samples import song, video, voice

pytestmark = pytest.mark.slow

ASKED = r"in answer to this message|Answer this message"


async def to_board(cast: Cast) -> Message:
    """Bring an episode to its storyboard in the group."""
    await supervised(cast)
    await cast.supervisor.press(await cast.room.wait_for(draft_of("Synopsis"), PATIENCE), "✓ Approve")
    return await cast.room.wait_for(draft_of("Storyboard"), PATIENCE)


async def open_remarks(bot: Bot, cast: Cast) -> tuple[Remark, ...]:
    (card,) = await bot.views.library(cast.creator.id)
    return tuple(entry.remark for entry in (await worklist(bot.views, card.episode.id)).entries)


def panel(room: Chat, number: int) -> Message:
    """Return the drawing of a shot on the board."""
    return next(message for message in room.messages if message.text.startswith(f"{number} · "))


def sounds(room: Chat) -> list[Message]:
    """Return what the bot has played."""
    return [message for message in room.messages if message.is_from_bot and message.kind in {"voice", "audio"}]


async def test_a_voice_message_is_kept_played_and_put_into_words_by_who_takes_it_up(
    bot: Bot, cast: Cast, simulator: Simulator
) -> None:
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    board = await to_board(cast)
    await bo.upload("voice", voice(7), chat=room, reply_to=panel(room, 2))
    counted = await room.wait_for("💬 One remark", PATIENCE)
    assert counted.id == board.id
    todo = await ana.chat.wait_for("🎤 0:07", PATIENCE)
    assert "shot 2 — Bo" in todo.text
    assert todo.buttons == ["▶ 1", "1 · Do it", "1 · Leave it"]
    await ana.press(todo, "▶ 1")
    (played,) = sounds(ana.chat)
    assert simulator.file(played) == voice(7)
    assert "Bo" in played.text
    sent = [call for call in simulator.calls if call.method.lower() == "sendvoice"]
    (remark,) = await open_remarks(bot, cast)
    assert await bot.studio.vault.read(remark.sound.digest) == voice(7)  # type: ignore[union-attr,arg-type]
    assert sent[0].parameters["voice"] == await bot.views.file_id(remark.sound.digest)  # type: ignore[union-attr,arg-type]
    paper = documents.load(Remarked, await bot.studio.vault.read(remark.digest))
    assert (paper.text, paper.sound) == ("", remark.sound.digest)  # type: ignore[union-attr]
    assert paper.salt
    await ana.press(todo, "1 · Do it")
    asked = await ana.chat.wait_for(ASKED, PATIENCE)
    assert "Bo" in asked.text
    assert len(sounds(ana.chat)) == 2, "it stands above the question"
    assert await open_remarks(bot, cast) == (remark,), "nothing is settled before there are words"
    await ana.say("closer, at night", reply_to=asked)
    await room.wait_for(draft_of("Storyboard"), PATIENCE, after=counted)
    assert await open_remarks(bot, cast) == ()
    async with bot.views.moment() as reader:
        done = await reader.remark(remark.id)
        history = await reader.history(remark.episode)
        (wish,) = await reader.takes(remark.episode, Medium.WISH)
        person = await reader.person_of(ana.id)
    assert done.state is State.TAKEN_UP
    assert done.settled_by == wish.id
    (wished,) = [act for act in history if act.made == wish.digest]
    (said,) = [act for act in history if act.kind is Kind.REMARKED]
    assert person is not None
    assert wished.by.name == person.id, "the words are those of who found them"
    assert wished.sources == (said.made,) == (remark.digest,)
    assert said.by.name == remark.person
    words = documents.load(Wish, await bot.studio.vault.read(wish.digest))
    assert (words.text, words.shot) == ("closer, at night", "s2")


async def test_what_stands_below_a_sound_pins_it(bot: Bot, cast: Cast) -> None:
    board = await to_board(cast)
    await cast.supervisor.upload("audio", song(3), "shot 3, the light", chat=cast.room, reply_to=board)
    todo = await cast.creator.chat.wait_for("🎤 0:03 shot 3, the light", PATIENCE)
    assert "shot 3 — Bo" in todo.text
    (remark,) = await open_remarks(bot, cast)
    assert remark.shot == "s3"
    await cast.creator.press(todo, "▶ 1")
    (played,) = sounds(cast.creator.chat)
    assert played.kind == "audio"


async def test_a_round_video_is_played_as_one(bot: Bot, cast: Cast, simulator: Simulator) -> None:
    board = await to_board(cast)
    square = video(2, size=(72, 72))
    await cast.supervisor.upload("video_note", square, chat=cast.room, reply_to=board)
    todo = await cast.creator.chat.wait_for("🎤 0:02", PATIENCE)
    await cast.creator.press(todo, "▶ 1")
    played = await cast.creator.chat.wait_for(lambda message: message.kind == "video_note", PATIENCE)
    assert simulator.file(played) == square
    assert len(await open_remarks(bot, cast)) == 1


async def test_sending_back_what_only_voices_speak_of_asks_for_words(bot: Bot, cast: Cast) -> None:
    bo, room = cast.supervisor, cast.room
    board = await to_board(cast)
    await bo.upload("voice", voice(2), chat=room, reply_to=panel(room, 1))
    await room.wait_for("💬 One remark", PATIENCE)
    await cast.creator.say("shot 3 at night", room, reply_to=board)
    counted = await room.wait_for("💬 2 remarks", PATIENCE)
    await bo.press(counted, "↩ Send back")
    asked = await room.wait_for(ASKED, PATIENCE)
    (played,) = sounds(room)
    assert played.id < asked.id
    assert len(await open_remarks(bot, cast)) == 2
    await bo.say("shot 1 closer", room, reply_to=asked)
    await room.wait_for(draft_of("Storyboard"), PATIENCE, after=asked)
    assert await open_remarks(bot, cast) == (), "the voice is settled by the words, the typed remark by itself"
    (card,) = await bot.views.library(cast.creator.id)
    async with bot.views.moment() as reader:
        wishes = await reader.takes(card.episode.id, Medium.WISH)
    papers = [documents.load(Wish, await bot.studio.vault.read(wish.digest)).text for wish in wishes]
    assert sorted(papers) == ["shot 1 closer", "shot 3 at night"]


async def test_a_spoken_answer_to_why_is_kept_and_asked_for_in_words(bot: Bot, cast: Cast) -> None:
    bo, room = cast.supervisor, cast.room
    board = await to_board(cast)
    await bo.press(board, "↩ Send back")
    why = await room.wait_for("What should change", PATIENCE)
    await bo.upload("voice", voice(2), chat=room, reply_to=why)
    asked = await room.wait_for(ASKED, PATIENCE, after=why)
    (remark,) = await open_remarks(bot, cast)
    (card,) = await bot.views.library(cast.creator.id)
    assert card.draft is not None
    assert card.draft.id == remark.draft, "it is not sent back before there are words"
    await bo.say("shot 2 closer", room, reply_to=asked)
    await room.wait_for(draft_of("Storyboard"), PATIENCE, after=asked)
    assert await open_remarks(bot, cast) == ()


async def test_a_member_speaks_in_their_own_chat(bot: Bot, cast: Cast) -> None:
    ana, bo = cast.creator, cast.supervisor
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await joined(bo, await invited(ana, "Supervision"))
    await bo.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await bo.upload("voice", voice(2))
    await ana.chat.wait_for("🎤 0:02", PATIENCE)
    (remark,) = await open_remarks(bot, cast)
    assert remark.shot == ""


async def test_what_is_said_about_nothing_too_long_or_by_a_stranger_is_not_kept(
    bot: Bot, cast: Cast, simulator: Simulator
) -> None:
    await cast.creator.start()
    await cast.creator.upload("voice", voice(1))
    await cast.creator.chat.wait_for("Reply to the draft with it", PATIENCE)
    board = await to_board(cast)
    stranger = simulator.person("Zed")
    await stranger.join(cast.room)
    await stranger.upload("voice", voice(1), chat=cast.room, reply_to=board)
    await cast.room.wait_for("Only the team of this series makes remarks", PATIENCE)
    await cast.supervisor.upload("voice", voice(121), chat=cast.room, reply_to=board)
    await cast.room.wait_for("two minutes", PATIENCE)
    assert await open_remarks(bot, cast) == ()
    await cast.supervisor.upload("voice", voice(1), chat=cast.room, reply_to=board)
    await cast.room.wait_for("💬 One remark", PATIENCE)
    await stranger.command("/remarks", cast.room)
    shown = await cast.room.wait_for(lambda message: "▶ 1" in message.buttons, PATIENCE)
    assert (await stranger.press(shown, "1 · Do it")).is_alert
    assert sounds(cast.room) == []
    assert not (await stranger.press(shown, "▶ 1")).is_alert, "the group has heard it already"
    assert len(sounds(cast.room)) == 1


@pytest.fixture
async def spoken(settings: Settings, cast: Cast, simulator: Simulator) -> Mapping[str, Remark]:
    """An episode with a remark that Bo said and one that Ana said, after the bot has stopped."""
    async with running(settings, simulator, {**media(), "chat": chat()}) as bot:
        board = await to_board(cast)
        await cast.supervisor.upload("voice", voice(2), "for Bo's ears", chat=cast.room, reply_to=board)
        await cast.room.wait_for("💬 One remark", PATIENCE)
        await cast.creator.upload("voice", voice(3), chat=cast.room, reply_to=board)
        await cast.room.wait_for("💬 2 remarks", PATIENCE)
        bos, anas = await open_remarks(bot, cast)
    return {"Bo": bos, "Ana": anas}


async def test_forgetting_who_spoke_removes_the_sound_and_the_chain_holds(
    settings: Settings, spoken: Mapping[str, Remark]
) -> None:
    bos, anas = spoken["Bo"], spoken["Ana"]
    assert bos.sound is not None
    assert anas.sound is not None
    assert bos.sound.digest is not None
    assert anas.sound.digest is not None
    async with open_studio(settings, backends={**media(), "chat": chat()}) as studio:
        for _ in range(2):
            await forget(studio, await the_person(studio, bos.person), say)
            assert not studio.vault.has(bos.sound.digest)
            assert not studio.vault.has(bos.digest)
            assert studio.vault.has(anas.sound.digest), "what others said stays"
            report = await studio.store.verify()
            assert report.clean, str(report)
        async with studio.store.read() as reader:
            gone = await reader.remark(bos.id)
            assert await reader.file_id(bos.sound.digest) is None
            assert await reader.open_remarks(bos.episode) == (anas,)
    assert gone.sound is not None
    assert (gone.sound.digest, gone.state) == (None, State.DISMISSED)
    assert "Bo" not in gone.text
    assert holding(settings.home, b"for Bo's ears") == []


def holding(home: Path, words: bytes) -> list[str]:
    """Return the files of a studio in which words stand as they are."""
    return [path.name for path in home.rglob("*") if path.is_file() and words in path.read_bytes()]
