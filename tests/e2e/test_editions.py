"""A released episode in another language: translated, put right, approved, spoken, cut and released on its own."""

import json
from collections.abc import AsyncIterator

import pytest

from bot.delivery import texts, timeline_of
from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator.message import Message
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from generation.requests.chat import TextRequest
from generation.requests.motion import ClipRequest
from generation.requests.pictures import PanelRequest
from generation.requests.request import Request
from generation.requests.sound import VoiceRequest
from storage.domain.contributions import Kind, Words
from storage.domain.crew import Role
from storage.domain.papers import Text, Translation
from storage.domain.stages import Stage
from storage.domain.story import Episode, Language
from storage.domain.takes import Medium, Work
from storage.views import Release
from tests.e2e.conftest import Bot, playing, running
from tests.e2e.steps import PATIENCE, draft_of
from tests.fakes.backends import Fake, media
from tests.fakes.chat import answer, chat

pytestmark = pytest.mark.slow

NIGHTS = ("douce", "claire", "longue", "froide", "belle", "noire", "calme", "bleue", "fine", "lente")
NAMES = ("Bolt", "Ada")


def translator(request: Request) -> tuple[bytes, str, dict[str, object]]:
    """Translate into French, each text into another one, names kept; a wish makes every text a day."""
    assert isinstance(request, TextRequest)
    asked = request.messages[-1].text
    if request.instructions.startswith("Tu changes la traduction"):
        return said(asked.split("Traduction : <<<")[1].split(">>>")[0].replace("nuit", "journée"))
    if not request.instructions.startswith("Tu traduis"):
        return answer(request)
    text = asked.split("Traduis : <<<")[1].split(">>>")[0]
    who = [name for name in NAMES if name in text]
    return said(", ".join((*who, f"la nuit {NIGHTS[sum(map(ord, text)) % len(NIGHTS)]}.")))


def said(text: str) -> tuple[bytes, str, dict[str, object]]:
    return json.dumps({"dit": text}, ensure_ascii=False).encode(), ".json", {}


@pytest.fixture
async def bot(settings: Settings, simulator: Simulator) -> AsyncIterator[Bot]:
    """The bot on fakes, with a model that translates."""
    model = chat()
    model.render = translator
    async with running(settings, simulator, {**media(), "chat": model}) as started:
        yield started


async def out(bot: Bot, person: Person, language: Language | None = None) -> Release:
    """Return the released episode of a person, or its edition."""
    found = next(card for card in await bot.views.library(person.id) if card.episode.language == language)
    released = await bot.views.release(found.episode.id)
    assert released is not None
    return released


async def edition(bot: Bot, person: Person) -> Episode:
    """Return the edition of the one episode of a person."""
    return next(card.episode for card in await bot.views.library(person.id) if card.episode.language)


async def translation(bot: Bot, person: Person) -> Translation:
    """Return the translation as it stands."""
    episode = await edition(bot, person)
    async with bot.views.moment() as reader:
        head = await reader.head(episode.id, Work(Medium.TRANSLATION))
    assert head is not None
    series = await bot.views.series(episode.series)
    return await bot.studio.desk(series[0], episode).read(Translation, head)


async def released(cast: Cast) -> Message:
    """Bring an episode out, and return the last message of it in the creator's chat."""
    async with playing(cast):
        await cast.room.wait_for("Credits", PATIENCE)
        return await cast.creator.chat.wait_for("Credits", PATIENCE)


def asked(bot: Bot, name: str, kind: type[Request]) -> list[Request]:
    """Return what a back-end was asked for."""
    fake = bot.fakes[name]
    assert isinstance(fake, Fake)
    return [request for request in fake.asked if isinstance(request, kind)]


async def test_a_released_episode_is_translated_approved_spoken_cut_and_released(bot: Bot, cast: Cast) -> None:
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    await released(cast)
    original = await out(bot, ana)
    drawn = len(asked(bot, "previz", PanelRequest))
    await ana.command("/translate fr")
    draft = await room.wait_for(draft_of("Translation"), PATIENCE)
    first = await translation(bot, ana)
    assert [text.id for text in first.texts if text.what is Text.LINE] == [
        line for shot in original.script.shots for line in shot.lines
    ]
    for number, text in enumerate(first.texts, 1):
        assert f"{number} · " in draft.text
        assert f"\n{text.original}\n{text.text}" in draft.text
        assert text.text != text.original
    assert (await edition(bot, ana)).stage is Stage.TRANSLATION_REVIEW

    await bo.press(draft, "✓ Approve")
    await bo.press(await room.wait_for(draft_of("Preview"), PATIENCE, after=draft), "✓ Approve")
    await room.wait_for("Credits", PATIENCE, after=draft)
    film = await out(bot, ana, Language.FRENCH)
    spoken = {text.id: text.text for text in first.texts if text.what is Text.LINE}
    assert [(line.id, line.text) for line in film.script.lines] == [
        (line.id, spoken[line.id]) for line in original.script.lines
    ]
    assert film.script.shots == original.script.shots
    assert film.panels == original.panels
    assert len(asked(bot, "previz", PanelRequest)) == drawn, "nothing is drawn again"
    assert [caption.text for caption in timeline_of(film).captions] == list(spoken.values())
    assert all(text in texts(film)["subtitles.fr.srt"] for text in spoken.values())
    voices = [each for each in asked(bot, "kokoro", VoiceRequest) if isinstance(each, VoiceRequest)]
    assert {each.text for each in voices if each.language == "fr"} == set(spoken.values())
    assert {each.voice[:2] for each in voices if each.language == "fr"} == {"fr"}
    assert await out(bot, ana) == original, "the original is what it was"


async def test_the_credits_of_an_edition_name_everyone_of_the_original_and_who_put_it_right(
    bot: Bot, cast: Cast
) -> None:
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    await released(cast)
    original = await out(bot, ana)
    await ana.command("/translate fr")
    draft = await room.wait_for(draft_of("Translation"), PATIENCE)
    mine = await ana.chat.wait_for("Translation · ", PATIENCE)
    await ana.say("3: Bonne nuit,  ma lune !", reply_to=mine)
    second = await room.wait_for(draft_of("Translation"), PATIENCE, after=draft)
    put = (await translation(bot, ana)).texts[2]
    assert (put.text, put.by_hand) == ("Bonne nuit,  ma lune !", True)
    assert "3 · " in second.text
    assert "✍" in second.text
    assert "What changed since the version before" in second.text
    await bo.press(second, "✓ Approve")
    await bo.press(await room.wait_for(draft_of("Preview"), PATIENCE, after=second), "✓ Approve")
    await room.wait_for("Credits", PATIENCE, after=second)
    film = await out(bot, ana, Language.FRENCH)
    people = {(each.credit.role, each.name) for each in film.roll if each.credit.role is not Role.TOOL}
    translators = {(Role.TRANSLATOR, "fake-chat"), (Role.TRANSLATOR, "Ana")}
    assert people == {(Role.CREATOR, "Ana"), (Role.SUPERVISOR, "Bo"), *translators}
    assert {each.name for each in original.roll} <= {each.name for each in film.roll}
    (hers,) = [each.credit for each in film.roll if (each.credit.role, each.name) == (Role.TRANSLATOR, "Ana")]
    assert dict(hers.counts) == {Kind.EDITED: 1}
    act = next(act for act in film.history if act.id in hers.evidence)
    assert act.words is Words.TYPED
    machine = next(act for act in film.history if act.role is Role.TRANSLATOR and act.by.name == "fake-chat")
    assert machine.directed_by == original.card.series.creator
    assert "Bonne nuit,  ma lune !" in [line.text for line in film.script.lines]


async def test_a_wish_changes_the_translation_and_is_seen_again_also_when_the_cut_is_there(
    bot: Bot, cast: Cast
) -> None:
    bo, room = cast.supervisor, cast.room
    await released(cast)
    await cast.creator.command("/translate fr")
    draft = await room.wait_for(draft_of("Translation"), PATIENCE)
    await bo.press(draft, "✓ Approve")
    preview = await room.wait_for(draft_of("Preview"), PATIENCE, after=draft)
    filmed = len(asked(bot, "animatic", ClipRequest))
    await bo.press(preview, "↩ Send back")
    question = await room.wait_for("What should change", PATIENCE, after=preview)
    await bo.say("text 4 is set in daylight", room, reply_to=question)
    again = await room.wait_for(draft_of("Translation"), PATIENCE, after=preview)
    texts_ = (await translation(bot, cast.creator)).texts
    assert ["journée" in text.text for text in texts_] == [number == 3 for number in range(len(texts_))]
    await bo.press(again, "✓ Approve")
    await room.wait_for(draft_of("Preview"), PATIENCE, after=again)
    assert len(asked(bot, "animatic", ClipRequest)) - filmed <= 2, "one line is spoken anew in one shot"


async def test_the_button_asks_for_the_language_and_there_is_one_edition_in_each(bot: Bot, cast: Cast) -> None:
    ana = cast.creator
    last = await released(cast)
    assert [card.episode.language for card in await bot.views.library(ana.id)] == [None]
    await ana.command("/episode")
    card = await ana.chat.wait_for(lambda message: "🌐 Translate" in message.buttons, PATIENCE)
    await ana.press(card, "🌐 Translate")
    choice = await ana.chat.wait_for("Into which language", PATIENCE, after=last)
    assert choice.buttons == ["Français", "中文"]
    await ana.press(choice, "Français")
    assert "I am translating" in (await ana.chat.wait_for("Français. The draft comes here", PATIENCE)).text
    await ana.chat.wait_for("Translation · ", PATIENCE)
    shown = await ana.command("/translate french")
    assert "The translation is waiting" in (await ana.chat.wait_for("· Français", PATIENCE, after=shown)).text
    refused = await ana.command("/translate english")
    await ana.chat.wait_for("The episode is in that language", PATIENCE, after=refused)
    listed = await ana.command("/series")
    library = await ana.chat.wait_for("episodes", PATIENCE, after=listed)
    names = [button for button in library.buttons if "·" in button]
    assert names[0].startswith("Moonstruck · 1")
    assert names[1].startswith("↳ Français · ")


async def test_an_episode_that_is_not_out_yet_is_not_translated(bot: Bot, cast: Cast) -> None:
    del bot
    ana = cast.creator
    await ana.say("A lonely robot falls in love with the moon")
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    asked_ = await ana.command("/translate fr")
    await ana.chat.wait_for("An episode is translated once it is released", PATIENCE, after=asked_)
