"""What people say aloud in their own chat: heard, shown, and theirs only once they have accepted or corrected it."""

import asyncio
import hashlib
import re
import threading
from collections.abc import AsyncIterator

import pytest

from agents.forgetting import forget, the_person
from bot.compose import open_studio
from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator.message import Message
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from bot.words import say
from generation.errors import InvalidRequest, TryAgain, Unavailable
from storage import documents
from storage.domain.contributions import Party, Words
from storage.domain.papers import Idea, Transcript, Wish
from storage.domain.story import Language
from storage.domain.takes import Medium
from storage.hearings import HEARING
from tests.e2e.conftest import IDEA, Bot, playing, running
from tests.e2e.steps import PATIENCE, draft_of, press_stale, supervised
from tests.fakes.backends import Fake, media
from tests.fakes.chat import SAYS, chat
from tests.fakes.ears import ears
from tests.simulator_samples import voice

pytestmark = pytest.mark.slow

ALOUD = "A lonely robot falls in love with the noon"
"""What is heard where the idea is said aloud."""

WISH = "more rain in the second beat"

CLAIM = "Why does he look like Emma Watson?"

SOUNDS = {3: ALOUD, 4: WISH, 5: "a fox finds a <b>letter</b> & waits", 6: CLAIM}
"""What is heard in a voice message of so many seconds; in all others nobody speaks."""


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def backends() -> dict[str, Fake]:
    said = {sha(voice(seconds)): text for seconds, text in SOUNDS.items()}
    return {**media(), "chat": chat(), "whisper": ears(said)}  # type: ignore[dict-item]  # all of them are fakes


@pytest.fixture
async def bot(settings: Settings, simulator: Simulator) -> AsyncIterator[Bot]:
    async with running(settings, simulator, dict(backends())) as started:
        yield started


def listener(bot: Bot) -> Fake:
    fake = bot.fakes["whisper"]
    assert isinstance(fake, Fake)
    return fake


async def heard(person: Person, seconds: int, text: str, *, reply_to: Message | None = None) -> Message:
    """Say something aloud and return the message that shows what was heard."""
    said = await person.upload("voice", voice(seconds), reply_to=reply_to)
    return await person.chat.wait_for(text, PATIENCE, after=said)


async def files(bot: Bot, *data: bytes) -> list[bool]:
    return [bot.studio.vault.has(sha(each)) for each in data]  # type: ignore[arg-type]  # a digest


async def test_an_idea_said_aloud_becomes_a_series_once_its_words_are_accepted(bot: Bot, ana: Person) -> None:
    await ana.start()
    shown = await heard(ana, 3, ALOUD)
    assert shown.buttons == ["✓ Use it", "✎ Correct", "✗ Discard"]
    assert await bot.views.library(ana.id) == (), "nothing is done before it is accepted"
    await ana.press(shown, "✓ Use it")
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    (card,) = await bot.views.library(ana.id)
    async with bot.views.moment() as reader:
        history = await reader.history(card.episode.id)
        (idea,) = await reader.takes(card.episode.id, Medium.IDEA)
        (transcript,) = await reader.takes(card.episode.id, Medium.TRANSCRIPT)
        person = await reader.person_of(ana.id)
    assert person is not None
    wrote = next(act for act in history if act.made == idea.digest)
    wrote_down = next(act for act in history if act.made == transcript.digest)
    assert (wrote.by.name, wrote.words, wrote.sources) == (person.id, Words.DICTATED, (transcript.digest,))
    assert wrote_down.by.party is Party.MODEL
    assert (wrote_down.directed_by, wrote_down.sources) == (person.id, (sha(voice(3)),))
    assert wrote_down.tool is not None
    assert bot.studio.vault.has(wrote_down.tool.key)
    paper = documents.load(Transcript, await bot.studio.vault.read(transcript.digest))
    assert (paper.text, paper.by, paper.sound) == (ALOUD, person.id, sha(voice(3)))
    assert documents.load(Idea, await bot.studio.vault.read(idea.digest)).text == ALOUD
    settled = await ana.chat.wait_for(lambda message: message.id == shown.id and not message.buttons, PATIENCE)
    assert ALOUD in settled.text


async def test_words_said_aloud_that_somebody_answers_for_go_on_as_dictated(bot: Bot, ana: Person) -> None:
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await ana.press(await heard(ana, 6, re.escape(CLAIM)), "✓ Use it")
    pointed_out = await ana.chat.wait_for("of a living", PATIENCE)
    await ana.press(pointed_out, "Keep it, I answer for it")
    await ana.chat.wait_for(re.escape(SAYS[Language.ENGLISH]), PATIENCE, after=pointed_out)
    async with bot.views.moment() as reader:
        (series,) = await reader.series_of((await reader.person_of(ana.id)).id)  # type: ignore[union-attr]  # they met
        book = await reader.book(series.id)
        assert book is not None
        said = {act.made: act.words for act in await reader.history(book.id)}
        turns = await reader.takes(book.id, Medium.TURN)
    assert [said[turn.digest] for turn in turns] == [Words.DICTATED, Words.DICTATED]


async def test_what_was_heard_wrongly_is_put_right_and_both_are_kept(bot: Bot, ana: Person) -> None:
    await ana.start()
    shown = await heard(ana, 3, ALOUD)
    await ana.press(shown, "✎ Correct")
    asked = await ana.chat.wait_for("Answer with the right words", PATIENCE)
    assert ALOUD in asked.text
    await ana.say(IDEA, reply_to=asked)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    (card,) = await bot.views.library(ana.id)
    async with bot.views.moment() as reader:
        history = await reader.history(card.episode.id)
        (idea,) = await reader.takes(card.episode.id, Medium.IDEA)
        (transcript,) = await reader.takes(card.episode.id, Medium.TRANSCRIPT)
    assert next(act for act in history if act.made == idea.digest).words is Words.DICTATED
    assert documents.load(Idea, await bot.studio.vault.read(idea.digest)).text == IDEA
    assert documents.load(Transcript, await bot.studio.vault.read(transcript.digest)).text == ALOUD
    settled = await ana.chat.wait_for(lambda message: message.id == shown.id, PATIENCE)
    assert (settled.buttons, IDEA in settled.text) == ([], True)
    await ana.say("another robot", reply_to=asked)
    await ana.chat.wait_for("settled already", PATIENCE)


async def test_what_is_discarded_leaves_nothing_behind(bot: Bot, ana: Person) -> None:
    await ana.start()
    shown = await heard(ana, 3, ALOUD)
    assert await files(bot, voice(3)) == [True]
    await ana.press(shown, "✗ Discard")
    await ana.chat.wait_for("Discarded", PATIENCE)
    assert await files(bot, voice(3)) == [False]
    assert await bot.views.library(ana.id) == ()
    vault = bot.studio.scratch.parent / "vault"
    assert [path for path in vault.rglob("*") if path.is_file() and ALOUD.encode() in path.read_bytes()] == []
    assert (await press_stale(ana, shown, "✓ Use it")).is_alert


async def test_a_wish_said_aloud_is_about_what_it_answers(bot: Bot, ana: Person) -> None:
    await ana.say(IDEA)
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    shown = await heard(ana, 4, WISH, reply_to=draft)
    await ana.press(shown, "✓ Use it")
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=shown)
    (card,) = await bot.views.library(ana.id)
    async with bot.views.moment() as reader:
        history = await reader.history(card.episode.id)
        (wish,) = await reader.takes(card.episode.id, Medium.WISH)
        (transcript,) = await reader.takes(card.episode.id, Medium.TRANSCRIPT)
    wished = next(act for act in history if act.made == wish.digest)
    assert (wished.words, wished.sources) == (Words.DICTATED, (transcript.digest,))
    assert documents.load(Wish, await bot.studio.vault.read(wish.digest)).text == WISH


async def test_what_was_heard_is_words_and_never_markup(bot: Bot, ana: Person) -> None:
    del bot
    await ana.start()
    assert SOUNDS[5] in (await heard(ana, 5, "a fox finds")).text


async def test_where_nobody_speaks_no_words_are_made_up(bot: Bot, ana: Person) -> None:
    await ana.start()
    await heard(ana, 1, "I heard nobody speak")
    assert await files(bot, voice(1)) == [False]


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (Unavailable("the weights are gone"), "I cannot listen here"),
        (InvalidRequest("this is no sound"), "I cannot open this recording"),
        (TryAgain("busy"), "Something went wrong while I was listening"),
    ],
)
async def test_what_goes_wrong_is_said_in_one_sentence(bot: Bot, ana: Person, failure: Exception, words: str) -> None:
    await ana.start()
    listener(bot).failures.append(failure)  # type: ignore[arg-type]  # they are of one kind
    await heard(ana, 3, words)
    assert await files(bot, voice(3)) == [False]
    await heard(ana, 3, ALOUD)


async def test_listening_can_be_stopped(bot: Bot, ana: Person) -> None:
    await ana.start()
    begun = listener(bot).hold = threading.Event()
    shown = await heard(ana, 3, "Listening…")
    await asyncio.to_thread(begun.wait, PATIENCE)
    assert shown.buttons == ["✗ Stop"]
    await ana.press(shown, "✗ Stop")
    await ana.chat.wait_for("Discarded", PATIENCE)
    await heard(ana, 3, ALOUD)


async def test_a_recording_that_is_too_long_is_not_listened_to(bot: Bot, ana: Person) -> None:
    await ana.start()
    await heard(ana, 121, "two minutes at the most")
    assert listener(bot).asked == []


async def test_what_was_under_way_when_the_bot_stopped_is_heard_after_its_start(
    settings: Settings, simulator: Simulator, cast: Cast
) -> None:
    ana, made = cast.creator, dict(backends())
    async with running(settings, simulator, made) as bot:
        await ana.start()
        begun = listener(bot).hold = threading.Event()
        shown = await heard(ana, 3, "Listening…")
        await asyncio.to_thread(begun.wait, PATIENCE)
    async with running(settings, simulator, dict(backends())) as bot:
        again = await ana.chat.wait_for(ALOUD, PATIENCE)
        assert again.id == shown.id
        await ana.press(again, "✓ Use it")
        await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
        assert len(await bot.views.library(ana.id)) == 1
        assert not [post for post in await bot.views.posts() if post.purpose.startswith(HEARING)]


async def test_after_a_release_an_idea_said_aloud_is_placed_as_a_typed_one_is(bot: Bot, cast: Cast) -> None:
    ana = cast.creator
    async with playing(cast):
        await ana.chat.wait_for("Credits", PATIENCE)
        await cast.room.wait_for("Credits", PATIENCE)
    await ana.press(await heard(ana, 3, ALOUD), "✓ Use it")
    asked = await ana.chat.wait_for("belong", PATIENCE)
    await ana.press(asked, asked.buttons[0])
    await ana.chat.wait_for("episode 2\nI am writing", PATIENCE)
    second = next(card for card in await bot.views.library(ana.id) if card.episode.number == 2)
    async with bot.views.moment() as reader:
        (idea,) = await reader.takes(second.episode.id, Medium.IDEA)
        history = await reader.history(second.episode.id)
    assert documents.load(Idea, await bot.studio.vault.read(idea.digest)).text == ALOUD
    assert next(act for act in history if act.made == idea.digest).words is Words.DICTATED


@pytest.mark.parametrize("corrected", [False, True])
async def test_a_spoken_remark_is_offered_in_words_to_who_takes_it_up(bot: Bot, cast: Cast, corrected: bool) -> None:  # noqa: FBT001 - pytest hands it over
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    await supervised(cast)
    draft = await room.wait_for(draft_of("Synopsis"), PATIENCE)
    await bo.upload("voice", voice(4), chat=room, reply_to=draft)
    todo = await ana.chat.wait_for("🎤 0:04", PATIENCE)
    await ana.press(todo, "1 · Do it")
    shown = await ana.chat.wait_for(WISH, PATIENCE)
    if corrected:
        await ana.press(shown, "✎ Correct")
        asked = await ana.chat.wait_for("Answer with the right words", PATIENCE)
        await ana.say("less rain", reply_to=asked)
    else:
        await ana.press(shown, "✓ Use it")
    await room.wait_for(draft_of("Synopsis"), PATIENCE, after=draft)
    (card,) = await bot.views.library(ana.id)
    async with bot.views.moment() as reader:
        history = await reader.history(card.episode.id)
        (wish,) = await reader.takes(card.episode.id, Medium.WISH)
        (transcript,) = await reader.takes(card.episode.id, Medium.TRANSCRIPT)
        (remark,) = await reader.remarks(card.episode.id)
        people = {name: await reader.person_of(person.id) for name, person in {"Ana": ana, "Bo": bo}.items()}
    wished = next(act for act in history if act.made == wish.digest)
    author, words = ("Ana", Words.EDITED) if corrected else ("Bo", Words.DICTATED)
    assert wished.by.name == people[author].id, "whoever found the words"  # type: ignore[union-attr]  # they have met
    assert wished.directed_by == people["Ana"].id  # type: ignore[union-attr]  # the same
    assert (wished.words, wished.sources) == (words, (remark.digest, transcript.digest))
    assert await files(bot, voice(4)) == [True]


async def test_a_spoken_remark_whose_transcript_is_dropped_is_still_asked_for_in_words(bot: Bot, cast: Cast) -> None:
    ana, room = cast.creator, cast.room
    await supervised(cast)
    draft = await room.wait_for(draft_of("Synopsis"), PATIENCE)
    await cast.supervisor.upload("voice", voice(4), chat=room, reply_to=draft)
    await ana.press(await ana.chat.wait_for("🎤 0:04", PATIENCE), "1 · Do it")
    await ana.press(await ana.chat.wait_for(WISH, PATIENCE), "✗ Discard")
    asked = await ana.chat.wait_for("in your own words", PATIENCE)
    assert await files(bot, voice(4)) == [True], "the remark stays"
    await ana.say("less rain", reply_to=asked)
    await room.wait_for(draft_of("Synopsis"), PATIENCE, after=draft)


async def test_forgetting_who_spoke_removes_what_was_said_and_the_chain_holds(
    settings: Settings, simulator: Simulator, cast: Cast
) -> None:
    ana = cast.creator
    async with running(settings, simulator, dict(backends())):
        await ana.start()
        await ana.press(await heard(ana, 3, ALOUD), "✓ Use it")
        await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
        await heard(ana, 4, WISH)
    async with open_studio(settings, backends=dict(backends())) as studio:
        assert studio.vault.has(sha(voice(4)))  # type: ignore[arg-type]  # a digest
        await forget(studio, await the_person(studio, "Ana"), say)
        for seconds in (3, 4):
            assert not studio.vault.has(sha(voice(seconds)))  # type: ignore[arg-type]  # a digest
        report = await studio.store.verify()
        assert report.clean, str(report)
    held = [path.read_bytes() for path in settings.home.rglob("*") if path.is_file()]
    assert not [data for data in held if ALOUD.encode() in data or WISH.encode() in data]
