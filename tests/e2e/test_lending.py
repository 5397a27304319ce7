"""People lend their voices: asked for aloud, shown for what, given to a character, withdrawn and forgotten."""

import asyncio
import hashlib
import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from agents.commands.caller import Caller
from agents.commands.voices import LendVoice
from agents.forgetting import forget, the_person
from agents.lending import expire, lend
from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator.message import Message
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from bot.words import say
from generation.catalog.model import Taken
from generation.requests.printing import CutRequest
from generation.requests.request import Request
from generation.requests.sound import VoiceRequest
from storage import documents
from storage.domain.contributions import Kind
from storage.domain.crew import Role
from storage.domain.errors import Outdated, Refused
from storage.domain.ids import Digest
from storage.domain.papers import Lending, Scope
from storage.domain.story import Language
from storage.domain.takes import Medium, Work
from storage.lendings import Ensemble, ensemble, offers
from tests.e2e.conftest import IDEA, Bot, running
from tests.e2e.steps import PATIENCE, draft_of, invited, joined
from tests.fakes.backends import Fake, media
from tests.fakes.chat import chat
from tests.simulator_samples import song, video, voice

pytestmark = pytest.mark.slow

RECORDING = Digest(hashlib.sha256(voice(8)).hexdigest())


@pytest.fixture
async def bot(settings: Settings, simulator: Simulator) -> AsyncIterator[Bot]:
    """A bot whose voice model takes lent voices."""
    fakes = media()
    speaker = fakes["kokoro"]
    assert isinstance(speaker, Fake)
    speaker.takes = frozenset({Taken.CLONING})
    async with running(settings, simulator, {**fakes, "chat": chat()}) as started:
        yield started


def spoken(bot: Bot) -> list[VoiceRequest]:
    speaker = bot.fakes["kokoro"]
    assert isinstance(speaker, Fake)
    return [request for request in speaker.asked if isinstance(request, VoiceRequest)]


async def lent(bot: Bot) -> Ensemble:
    async with bot.views.moment() as reader:
        episode = (await reader.every_episode())[0]
        return await ensemble(reader, bot.views.path, episode.series)


async def begun(cast: Cast) -> Message:
    """Begin an episode with Bo as a performer, and return its synopsis."""
    ana, bo = cast.creator, cast.supervisor
    await ana.say(IDEA)
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await joined(bo, await invited(ana, "Performance"))
    return draft


async def asked(person: Person) -> Message:
    """Ask to lend one's voice, and return what is then asked."""
    written = await person.command("/voice")
    page = await person.chat.wait_for("🎙 Voices of", PATIENCE, after=written)
    await person.press(page, "🎙 Lend my voice")
    return await person.chat.wait_for("I lend my voice to the series", PATIENCE, after=page)


async def lends(person: Person) -> None:
    """Read the sentence aloud and say yes."""
    question = await asked(person)
    recorded = await person.upload("voice", voice(8), reply_to=question)
    shown = await person.chat.wait_for("what your recording will be used for", PATIENCE, after=recorded)
    await person.press(shown, "Yes, lend it")
    await person.chat.wait_for("✓ You lend your voice", PATIENCE)


async def gives(person: Person, label: str) -> None:
    """Give a character a voice, as who leads."""
    written = await person.command("/voice")
    page = await person.chat.wait_for("🎙 Voices of", PATIENCE, after=written)
    await person.press(page, label)


async def test_a_lent_voice_speaks_a_character_until_it_is_withdrawn(bot: Bot, cast: Cast) -> None:
    ana, bo = cast.creator, cast.supervisor
    draft = await begun(cast)
    await lends(bo)
    await ana.chat.wait_for("Bo lends their voice", PATIENCE)
    await gives(ana, "Bolt ← Bo")
    told = await bo.chat.wait_for("Bolt speaks with your voice", PATIENCE)
    await ana.press(draft, "✓ Approve")
    board = await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE)

    with_bo = {request.voice for request in spoken(bot) if request.reference}
    assert {request.reference for request in spoken(bot) if request.voice in with_bo} == {RECORDING}
    assert with_bo < {request.voice for request in spoken(bot)}, "the others keep the model's voices"
    (standing,) = (await lent(bot)).lent.values()
    assert {request.consent for request in spoken(bot) if request.reference} == {standing.consent}
    before = len(spoken(bot))

    written = await bo.command("/voice")
    page = await bo.chat.wait_for("You lend your voice to this series", PATIENCE, after=written)
    assert "Bolt: Bo" in page.text
    await bo.press(page, "Withdraw my voice")
    await ana.chat.wait_for("Bo has withdrawn their voice", PATIENCE, after=told)
    assert not bot.studio.vault.has(RECORDING)
    await ana.press(board, "✓ Approve")
    await ana.chat.wait_for(draft_of("Preview"), PATIENCE)

    again = spoken(bot)[before:]
    assert {request.voice for request in again} == with_bo, "what he had spoken is spoken anew, and nothing else"
    assert not any(request.reference or request.consent for request in again)


async def test_who_lends_a_voice_is_credited_as_a_performer_and_the_consent_says_what_for(bot: Bot, cast: Cast) -> None:
    ana, bo = cast.creator, cast.supervisor
    draft = await begun(cast)
    await lends(bo)
    await gives(ana, "Ada ← Bo")
    await ana.press(draft, "✓ Approve")
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE)

    async with bot.views.moment() as reader:
        episode = (await reader.every_episode())[0]
        person = await reader.person_of(bo.id)
        history = await reader.chronicle(episode.id)
        lines = await reader.takes(episode.id, Medium.VOICE)
    assert person is not None
    (act,) = [each for each in history if each.kind is Kind.LENT]
    assert (act.by.name, act.role, act.sources) == (person.id, Role.PERFORMER, (RECORDING,))
    assert act.made is not None
    paper = documents.load(Lending, await bot.studio.vault.read(act.made))
    assert (paper.person, paper.series, paper.recording, paper.scope) == (
        person.id, episode.series, RECORDING, Scope.SERIES
    )  # fmt: skip
    assert paper.sentence.startswith("I am Bo. I lend my voice to the series")
    theirs = [each for each in history if each.made in {line.digest for line in lines} and act.made in each.sources]
    assert theirs, "lines name the consent among their sources, so credits find who lent the voice"


@pytest.mark.parametrize(
    ("kind", "data", "told"),
    [
        ("voice", voice(4), "too short to tell"),
        ("voice", voice(33), "too long"),
        ("audio", song(4), "too short to tell"),
        ("video_note", video(8), "Only a voice message"),
    ],
)
async def test_what_is_no_recording_of_a_voice_is_refused_and_asked_again(
    bot: Bot, ana: Person, kind: str, data: bytes, told: str
) -> None:
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    question = await asked(ana)
    sent = await ana.upload(kind, data, reply_to=question)
    await ana.chat.wait_for(told, PATIENCE, after=sent)
    typed = await ana.say("I lend it, I promise", reply_to=question)
    await ana.chat.wait_for("Only a voice message", PATIENCE, after=typed)

    assert not bot.studio.vault.has(Digest(hashlib.sha256(data).hexdigest()))
    assert not (await lent(bot)).lent
    recorded = await ana.upload("voice", voice(8), reply_to=question)
    await ana.chat.wait_for("what your recording will be used for", PATIENCE, after=recorded)


@pytest.mark.usefixtures("bot")
async def test_whoever_leads_is_not_told_what_they_did_themselves(ana: Person) -> None:
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await lends(ana)
    asked_ = await ana.command("/budget")
    page = await ana.chat.wait_for("Episode 1", PATIENCE, after=asked_)

    assert not [each for each in ana.chat.messages if "Ana lends their voice" in each.text]
    assert "Bible" not in page.text, "a book that took nothing is no line of what things cost"


async def test_a_no_leaves_nothing_behind(bot: Bot, ana: Person) -> None:
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    question = await asked(ana)
    recorded = await ana.upload("voice", voice(8), reply_to=question)
    shown = await ana.chat.wait_for("what your recording will be used for", PATIENCE, after=recorded)
    assert bot.studio.vault.has(RECORDING)
    await ana.press(shown, "No")
    await ana.chat.wait_for("Nothing is lent", PATIENCE)

    assert not bot.studio.vault.has(RECORDING)
    assert not (await lent(bot)).lent


async def test_a_recording_that_waits_a_week_for_a_yes_is_removed(bot: Bot, ana: Person) -> None:
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    recorded = await ana.upload("voice", voice(8), reply_to=await asked(ana))
    shown = await ana.chat.wait_for("what your recording will be used for", PATIENCE, after=recorded)
    for _ in range(100 * PATIENCE):
        if await offers(bot.studio.store):
            break  # a message is remembered once it is sent
        await asyncio.sleep(0.01)
    await expire(bot.studio)
    assert bot.studio.vault.has(RECORDING)
    await expire(replace(bot.studio, clock=lambda: datetime.now(UTC) + timedelta(days=8)))
    assert not bot.studio.vault.has(RECORDING)
    assert (await ana.press(shown, "Yes, lend it")).is_alert
    assert not (await lent(bot)).lent


async def test_a_voice_that_is_lent_stays_however_long_ago_that_was(bot: Bot, cast: Cast) -> None:
    await begun(cast)
    await lends(cast.supervisor)
    await expire(replace(bot.studio, clock=lambda: datetime.now(UTC) + timedelta(days=800)))
    assert (await lent(bot)).lent


async def test_a_person_who_is_forgotten_takes_their_voice_along(bot: Bot, cast: Cast) -> None:
    await begun(cast)
    await lends(cast.supervisor)
    (standing,) = (await lent(bot)).lent.values()

    await forget(bot.studio, await the_person(bot.studio, "Bo"), say)

    assert not bot.studio.vault.has(RECORDING)
    assert not bot.studio.vault.has(standing.consent)
    assert not (await lent(bot)).lent
    assert (await bot.studio.store.verify()).clean


async def test_a_voice_that_was_only_offered_is_forgotten_too(bot: Bot, ana: Person) -> None:
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    recorded = await ana.upload("voice", voice(8), reply_to=await asked(ana))
    await ana.chat.wait_for("what your recording will be used for", PATIENCE, after=recorded)

    await forget(bot.studio, await the_person(bot.studio, "Ana"), say)

    assert not bot.studio.vault.has(RECORDING)


async def test_the_gate_uses_nobodys_voice_without_their_standing_consent(bot: Bot, cast: Cast) -> None:
    ana, bo = cast.creator, cast.supervisor
    await begun(cast)
    await lends(bo)
    (standing,) = (await lent(bot)).lent.values()
    async with bot.views.moment() as reader:
        episode = (await reader.every_episode())[0]
        series = await reader.series(episode.series)
    desk, work = bot.studio.desk(series, episode), Work(Medium.VOICE, "test")
    right = VoiceRequest(text="Here I am.", language="en", voice="en-m1", reference=RECORDING, consent=standing.consent)
    other = await bot.studio.vault.put_bytes(voice(9))

    await desk.make(work, right)
    for wrong in (replace(right, consent=""), replace(right, reference=other), replace(right, consent=other)):
        with pytest.raises(Outdated):
            await desk.make(work, replace(wrong, text="There you are."))
    stolen = LendVoice(caller=Caller(chat=ana.id, name="Ana", language=Language.ENGLISH), paper=standing.consent)
    with pytest.raises(Refused, match="not-yours-to-lend"):
        await lend(bot.studio, stolen, None)

    written = await bo.command("/voice")
    await bo.press(await bo.chat.wait_for("You lend your voice", PATIENCE, after=written), "Withdraw my voice")
    await ana.chat.wait_for("Bo has withdrawn", PATIENCE)
    with pytest.raises(Outdated):
        await desk.make(work, right)


async def test_a_voice_that_is_withdrawn_while_an_episode_is_cut_is_not_in_the_cut(bot: Bot, cast: Cast) -> None:
    ana, bo = cast.creator, cast.supervisor
    draft = await begun(cast)
    await lends(bo)
    await gives(ana, "Bolt ← Bo")
    await ana.press(draft, "✓ Approve")
    await ana.press(await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE), "✓ Approve")
    preview = await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
    before, cutter = len(spoken(bot)), bot.fakes["cut"]
    assert isinstance(cutter, Fake)
    begins, goes_on, render = threading.Event(), threading.Event(), cutter.render

    def slowly(request: Request) -> tuple[bytes, str, dict[str, object]]:
        begins.set()
        goes_on.wait(PATIENCE)
        return render(request)

    cutter.render = slowly
    await ana.press(preview, "✓ Approve")
    await asyncio.to_thread(begins.wait, PATIENCE)
    written = await bo.command("/voice")
    await bo.press(await bo.chat.wait_for("You lend your voice", PATIENCE, after=written), "Withdraw my voice")
    await ana.chat.wait_for("Bo has withdrawn", PATIENCE)
    goes_on.set()
    await ana.chat.wait_for(lambda message: message.kind == "video" and message.id > preview.id, PATIENCE)

    assert spoken(bot)[before:], "what he had spoken is spoken anew before anything is out"
    first, last = [each for each in cutter.asked if isinstance(each, CutRequest) and each.quality == "final"]
    async with bot.views.moment() as reader:
        episode = (await reader.every_episode())[0]
        takes = await reader.takes(episode.id)
        (out,) = [take for take in takes if take.work.medium is Medium.CUT]
        acts = {act.id: act for act in await reader.chronicle(episode.id)}
    theirs = {take.digest for take in takes if acts[take.contribution].sources[:1] == (RECORDING,)}
    assert theirs & set(first.sources)
    assert not theirs & set(last.sources)
    assert out.key == bot.studio.key(last)


async def test_whoever_has_left_a_series_can_still_withdraw_their_voice(bot: Bot, cast: Cast) -> None:
    await begun(cast)
    await lends(cast.supervisor)
    async with bot.studio.store.write() as unit:
        person = await unit.person_of(cast.supervisor.id)
        episode = (await unit.every_episode())[0]
        assert person is not None
        (member,) = [each for each in await unit.members(episode.series) if each.person == person.id]
        await unit.remove_member(member)

    written = await cast.supervisor.command("/voice")
    page = await cast.supervisor.chat.wait_for("your voice is still lent", PATIENCE, after=written)
    await cast.supervisor.press(page, "Withdraw my voice")
    await cast.creator.chat.wait_for("Bo has withdrawn", PATIENCE)

    assert not (await lent(bot)).lent


async def test_where_the_model_takes_no_voice_nobody_is_asked_for_one(bot: Bot, ana: Person) -> None:
    speaker = bot.fakes["kokoro"]
    assert isinstance(speaker, Fake)
    speaker.takes = frozenset()
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    written = await ana.command("/voice")
    page = await ana.chat.wait_for("🎙 Voices of", PATIENCE, after=written)

    assert "nobody can lend theirs" in page.text
    assert page.buttons == []
    assert "Bolt: a voice of the model" in page.text
