"""Changes of a finished picture in the chat: in words, in a circled area, in size; and the way back from each."""

import asyncio
import io
import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from agents.commands.caller import Caller
from agents.commands.story import Enlarge
from agents.retouching import enlarge
from bot.sender import OVER
from bot.settings import Settings
from bot.simulator.message import Message
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from generation.backends import BackEnd
from generation.errors import TryAgain
from generation.requests.pictures import PanelRequest, RetouchRequest, StillRequest, UpscaleRequest
from storage import documents
from storage.domain.board import Retouches
from storage.domain.contributions import Kind
from storage.domain.crew import Role
from storage.domain.errors import Outdated, Refused
from storage.domain.ids import Digest
from storage.domain.papers import Wish
from storage.domain.story import Language
from storage.domain.takes import Medium, Take
from tests.e2e.conftest import Bot, running
from tests.e2e.steps import PATIENCE, as_it_is, draft_of, press_stale, to_storyboard
from tests.fakes.backends import Fake, media, painter, retoucher
from tests.fakes.chat import chat

pytestmark = pytest.mark.slow

BACKENDS = {"still": "painter", "retouch": "retoucher", "upscale": "retoucher"}
COAT = "the coat is made of glass"
"""A wish that no word of a script can say for the fake crew."""


@pytest.fixture
async def bot(tmp_path: Path, simulator: Simulator) -> AsyncIterator[Bot]:
    """The bot on fakes, with a model that paints and one that changes what is painted."""
    settings = Settings(home=tmp_path / "home", cache=tmp_path / "cache", backends=BACKENDS)
    fakes: dict[str, BackEnd] = {**media(), "chat": chat(), "painter": painter(), "retoucher": retoucher()}
    async with running(settings, simulator, fakes) as started:
        yield started


def fake(bot: Bot, name: str) -> Fake:
    found = bot.fakes[name]
    assert isinstance(found, Fake)
    return found


def changes(bot: Bot) -> list[RetouchRequest]:
    return [each for each in fake(bot, "retoucher").asked if isinstance(each, RetouchRequest)]


def stills(bot: Bot) -> list[StillRequest]:
    """Return what was asked of the painter, portraits apart."""
    asked = [each for each in fake(bot, "painter").asked if isinstance(each, StillRequest)]
    return [each for each in asked if (each.width, each.height) == (1080, 1920)]


def counts(bot: Bot) -> tuple[int, int]:
    """Return how many drawings and how many stills were asked for."""
    drawn = sum(isinstance(each, PanelRequest) for each in fake(bot, "previz").asked)
    return drawn, sum(isinstance(each, StillRequest) for each in fake(bot, "painter").asked)


def pictures(person: Person) -> list[Message]:
    shown = [message for message in person.chat.messages if message.kind == "photo" and " · " in message.text]
    return [message for message in shown if "media_group_id" in message.json]


async def board(bot: Bot, person: Person) -> dict[str, Digest]:
    (card,) = await bot.views.library(person.id)
    assert card.draft is not None
    return dict((await bot.views.sheet(card.draft.id)).panels)


async def taken(bot: Bot, person: Person, medium: Medium) -> tuple[Take, ...]:
    (card,) = await bot.views.library(person.id)
    async with bot.studio.store.read() as reader:
        return await reader.takes(card.episode.id, medium)


async def changed(person: Person, said: str = COAT) -> Message:
    """Ask for a change of the third picture, and return the message that shows it before and after."""
    last = person.chat.messages[-1]
    await person.say(said, reply_to=pictures(person)[2])
    shown = await person.chat.wait_for("Changed: before on the left", PATIENCE, after=last)
    await person.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=shown)
    return shown


async def drawn_on(bot: Bot, person: Person, shot: str, stroke: np.ndarray | None = None) -> bytes:
    """Return the picture of a shot as a phone has it, with a loop in its middle."""
    picture = await bot.studio.vault.read((await board(bot, person))[shot])
    pixels = cv2.resize(cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR), (720, 1280))
    turn = np.linspace(0, 2 * np.pi, 60)
    loop = np.stack([360 + 150 * np.cos(turn), 600 + 200 * np.sin(turn)], axis=1)
    colour = (255, 255, 255) if pixels.mean() < 128 else (0, 0, 0)
    line = np.round(loop if stroke is None else stroke).astype(np.int32)
    cv2.polylines(pixels, [line], isClosed=False, color=colour, thickness=12, lineType=cv2.LINE_AA)
    return cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, 75])[1].tobytes()


async def test_words_that_no_script_can_say_change_the_picture_of_one_shot_alone(bot: Bot, ana: Person) -> None:
    await to_storyboard(ana)
    first, before = await board(bot, ana), counts(bot)
    shown = await changed(ana)
    second = await board(bot, ana)
    assert [shot for shot in first if first[shot] != second[shot]] == ["s3"]
    assert counts(bot) == before, "nothing is drawn or painted anew"
    (asked,) = changes(bot)
    assert (asked.picture, asked.instruction, asked.mask) == (first["s3"], COAT, "")
    assert shown.buttons == ["✓ Keep the new one", "↶ Back to the old one", "3 variants", "⤢ Larger"]


@pytest.mark.usefixtures("bot")
async def test_the_prompt_below_a_changed_picture_stands_in_the_book(ana: Person) -> None:
    await to_storyboard(ana)
    first = ana.chat.messages[-1]
    await ana.say("prompt: red rain falls on an empty roof", reply_to=pictures(ana)[2])
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=first)
    await changed(ana)
    await ana.press(await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE), "✓ Approve")
    await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
    await ana.command("/prompts")
    book = await ana.chat.wait_for("Prompts that worked", PATIENCE)
    assert "red rain falls on an empty roof" in book.text


async def test_who_asked_for_a_change_is_credited_with_it(bot: Bot, ana: Person) -> None:
    await to_storyboard(ana)
    await changed(ana)
    (picture,) = await taken(bot, ana, Medium.RETOUCH)
    async with bot.studio.store.read() as reader:
        history = await reader.history(picture.episode)
        wish = (await reader.takes(picture.episode, Medium.WISH))[-1]
    (made,) = [act for act in history if act.id == picture.contribution]
    (asked,) = [act for act in history if act.id == wish.contribution]
    assert made.role is Role.TOOL
    assert wish.digest in made.sources
    assert (await board(bot, ana))["s3"] == picture.digest
    assert asked.kind is Kind.PROMPTED
    person = await bot.views.person(ana.id)
    assert person is not None
    assert asked.by.name == person.id


async def test_a_second_change_is_made_to_what_the_first_left_and_undo_leads_back_one_by_one(
    bot: Bot, ana: Person
) -> None:
    await to_storyboard(ana)
    first = await board(bot, ana)
    await changed(ana)
    second = await board(bot, ana)
    last = await changed(ana, "a halo of fireflies around the head")
    third = await board(bot, ana)
    assert [each.picture for each in changes(bot)] == [first["s3"], second["s3"]]
    await ana.say("/undo", reply_to=pictures(ana)[2])
    counting = await ana.chat.wait_for("version 2 of 3 counts now", PATIENCE, after=last)
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=counting)
    assert await board(bot, ana) == second
    again = ana.chat.messages[-1]
    await ana.press(ana.chat.message(counting.id), "↶ Version 1")
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=again)
    assert await board(bot, ana) == first
    compared = [each.text for each in ana.chat.messages if "before on the left" in each.text]
    assert len(compared) == 4
    assert all("Changed: before" in each for each in compared), "nothing says that it was drawn or painted anew"
    again = ana.chat.messages[-1]
    await ana.press(ana.chat.message(counting.id), "↷ Version 2")
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=again)
    assert await board(bot, ana) == second
    assert third["s3"] != second["s3"]
    assert len(changes(bot)) == 2, "nothing is made twice"


async def test_undo_alone_goes_back_in_what_the_person_changed_last(bot: Bot, ana: Person) -> None:
    await to_storyboard(ana)
    first = await board(bot, ana)
    await changed(ana)
    second, last = await board(bot, ana), ana.chat.messages[-1]
    await ana.command("/undo")
    said = await ana.chat.wait_for("version 1 of 2 counts now", PATIENCE, after=last)
    last = await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=said)
    assert await board(bot, ana) == first
    await ana.command("/redo")
    said = await ana.chat.wait_for("version 2 of 2 counts now", PATIENCE, after=last)
    last = await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=said)
    assert await board(bot, ana) == second

    await ana.say("prompt: red rain falls on an empty roof", reply_to=pictures(ana)[1])
    last = await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=last)
    assert (await board(bot, ana))["s2"] != second["s2"]
    await ana.command("/undo")
    shown = await ana.chat.wait_for("Prompt of shot 2", PATIENCE, after=last)
    assert "red rain" not in shown.text
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=last)
    assert await board(bot, ana) == second


async def test_the_button_under_before_and_after_leads_back_too(bot: Bot, ana: Person) -> None:
    await to_storyboard(ana)
    first = await board(bot, ana)
    shown = await changed(ana)
    stale, last = as_it_is(shown), ana.chat.messages[-1]
    await ana.press(shown, "↶ Back to the old one")
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=last)
    assert await board(bot, ana) == first
    assert (await press_stale(ana, stale, "✓ Keep the new one")).is_alert


async def test_a_shot_that_is_painted_anew_has_no_old_change_until_a_person_wants_it(bot: Bot, ana: Person) -> None:
    await to_storyboard(ana)
    await changed(ana)
    last = ana.chat.messages[-1]
    await ana.say("wide shot, at dawn", reply_to=pictures(ana)[2])
    offered = await ana.chat.wait_for("was painted anew", PATIENCE, after=last)
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=last)
    painted = (await board(bot, ana))["s3"]
    assert painted in {take.digest for take in await taken(bot, ana, Medium.STILL)}
    assert len(changes(bot)) == 1
    last = ana.chat.messages[-1]
    await ana.press(offered, "↻ Make it here too")
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=last)
    assert changes(bot)[-1].picture == painted
    assert changes(bot)[-1].instruction == COAT
    assert (await board(bot, ana))["s3"] in {take.digest for take in await taken(bot, ana, Medium.RETOUCH)}


async def test_a_circled_area_is_shown_and_changed_alone_once_the_person_says_yes(bot: Bot, ana: Person) -> None:
    await to_storyboard(ana)
    first = await board(bot, ana)
    sent = await ana.upload("photo", await drawn_on(bot, ana, "s3"), "a red lantern", reply_to=pictures(ana)[2])
    shown = await ana.chat.wait_for("I will change only this area", PATIENCE, after=sent)
    assert shown.kind == "photo"
    assert shown.buttons == ["✓ Yes", "No"]
    assert await board(bot, ana) == first
    assert changes(bot) == []
    await ana.press(shown, "✓ Yes")
    compared = await ana.chat.wait_for("Changed: before on the left", PATIENCE, after=shown)
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=compared)
    (asked,) = changes(bot)
    assert (asked.picture, asked.instruction) == (first["s3"], "a red lantern")
    mask = np.asarray(Image.open(io.BytesIO(await bot.studio.vault.read(Digest(asked.mask)))))
    assert mask[mask.shape[0] * 600 // 1280, mask.shape[1] // 2] == 255
    assert mask[1, 1] == 0
    assert ana.chat.message(shown.id).buttons == []
    (paper,) = [
        documents.load(Retouches, await bot.studio.vault.read(take.digest))
        for take in (await taken(bot, ana, Medium.RETOUCHES))[-1:]
    ]
    assert [touch.mask for touch in paper.touches] == [asked.mask]


async def test_who_says_no_to_an_area_leaves_nothing_behind(bot: Bot, ana: Person) -> None:
    await to_storyboard(ana)
    wishes = await taken(bot, ana, Medium.WISH)
    sent = await ana.upload("photo", await drawn_on(bot, ana, "s3"), "a red lantern", reply_to=pictures(ana)[2])
    shown = await ana.chat.wait_for("I will change only this area", PATIENCE, after=sent)
    stale = as_it_is(shown)
    await ana.press(shown, "No")
    await ana.chat.wait_for("The picture stays as it is", PATIENCE, after=sent)
    assert (await press_stale(ana, stale, "✓ Yes")).is_alert
    assert await taken(bot, ana, Medium.WISH) == wishes
    assert changes(bot) == []


async def test_a_no_that_comes_after_a_yes_takes_nothing_away(bot: Bot, ana: Person) -> None:
    await to_storyboard(ana)
    sent = await ana.upload("photo", await drawn_on(bot, ana, "s3"), "a red lantern", reply_to=pictures(ana)[2])
    shown = await ana.chat.wait_for("I will change only this area", PATIENCE, after=sent)
    stale = as_it_is(shown)
    await ana.press(shown, "✓ Yes")
    await ana.chat.wait_for("Changed: before on the left", PATIENCE, after=shown)
    over = await bot.views.post(ana.id, shown.id)
    assert over is not None
    async with bot.studio.store.write() as unit:  # a kill right after the yes leaves its message as it was
        await unit.posted(replace(over, purpose=over.purpose.removeprefix(OVER)))
    assert (await press_stale(ana, stale, "No")).is_alert
    wish = (await taken(bot, ana, Medium.WISH))[-1]
    assert bot.studio.vault.has(wish.digest)
    mask = documents.load(Wish, await bot.studio.vault.read(wish.digest)).mask
    assert mask
    assert bot.studio.vault.has(mask)
    await ana.chat.wait_for("✓ Only this area is changed", PATIENCE)


async def test_a_picture_that_changes_after_the_cut_was_approved_is_not_released_unseen(bot: Bot, ana: Person) -> None:
    storyboard = await to_storyboard(ana)
    seen = await board(bot, ana)
    await ana.press(storyboard, "✓ Approve")
    first = await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
    begun = threading.Event()
    fake(bot, "cut").hold = begun
    await ana.press(first, "✓ Approve")
    await asyncio.to_thread(begun.wait, PATIENCE)
    await ana.say(COAT, reply_to=pictures(ana)[2])
    again = await ana.chat.wait_for(draft_of("Preview"), PATIENCE, after=first)
    (card,) = await bot.views.library(ana.id)
    hung = await bot.views.hung(card.episode.id, "s3")
    assert hung
    assert hung.picture.digest not in seen.values()
    await ana.press(again, "✓ Approve")
    out = await ana.chat.wait_for("is released", PATIENCE, after=again)
    await ana.say(COAT, reply_to=pictures(ana)[2])
    await ana.chat.wait_for("its pictures stay as they are", PATIENCE, after=out)


@pytest.mark.parametrize(
    ("stroke", "caption", "said"),
    [
        ([[100, 300], [600, 330]], "a red lantern", "no area"),
        ([[10, 10], [710, 10], [710, 1270], [10, 1270], [10, 10]], "a red lantern", "Nearly the whole picture"),
        (None, "", "what should change there"),
    ],
)
async def test_what_marks_no_area_is_answered_in_one_sentence(
    bot: Bot, ana: Person, stroke: list[list[int]] | None, caption: str, said: str
) -> None:
    await to_storyboard(ana)
    data = await drawn_on(bot, ana, "s3", None if stroke is None else np.array(stroke))
    sent = await ana.upload("photo", data, caption, reply_to=pictures(ana)[2])
    await ana.chat.wait_for(said, PATIENCE, after=sent)
    assert changes(bot) == []


@pytest.mark.parametrize("way", ["button", "words"])
async def test_a_picture_becomes_larger_and_changes_nothing_else(bot: Bot, ana: Person, way: str) -> None:
    await to_storyboard(ana)
    shown = await changed(ana)
    last, small = ana.chat.messages[-1], (await board(bot, ana))["s3"]
    if way == "button":
        await ana.press(shown, "⤢ Larger")
    else:
        await ana.say("larger", reply_to=pictures(ana)[2])
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=last)
    (asked,) = [each for each in fake(bot, "retoucher").asked if isinstance(each, UpscaleRequest)]
    (before, *_) = changes(bot)
    assert asked.picture == small
    assert (asked.width, asked.height) == (2 * before.width, 2 * before.height)
    assert len(changes(bot)) == 1


async def test_a_picture_that_is_asked_for_larger_twice_grows_once_and_never_beyond_what_can_be_made(
    bot: Bot, ana: Person
) -> None:
    paint = fake(bot, "painter").render
    fake(bot, "painter").render = lambda request: (*paint(request)[:2], {"width": 1080, "height": 1920})
    await to_storyboard(ana)
    (card,) = await bot.views.library(ana.id)
    caller = Caller(chat=ana.id, name="Ana", language=Language.ENGLISH)
    asked = Enlarge(caller=caller, episode=card.episode.id, shot="s3", text="larger")
    fake(bot, "retoucher").failures.append(TryAgain("busy"))
    await enlarge(bot.studio, asked, None)
    with pytest.raises(Outdated):
        await enlarge(bot.studio, asked, None)
    last = ana.chat.messages[-1]
    await ana.say("shot 1: wide shot")
    await ana.chat.wait_for(lambda message: "↻ Try again" in message.buttons, PATIENCE, after=last)
    with pytest.raises(Refused, match="large-enough"):
        await enlarge(bot.studio, asked, None)


async def test_a_change_of_a_picture_takes_no_synopsis_out_of_review(bot: Bot, ana: Person) -> None:
    await to_storyboard(ana)
    synopsis = next(message for message in ana.chat.messages if "📝 Synopsis" in message.text)
    last = ana.chat.messages[-1]
    await ana.say("title: The Moon Answers", reply_to=synopsis)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=last)
    (card,) = await bot.views.library(ana.id)
    caller = Caller(chat=ana.id, name="Ana", language=Language.ENGLISH)
    await enlarge(bot.studio, Enlarge(caller=caller, episode=card.episode.id, shot="s3", text="larger"), None)
    (after,) = await bot.views.library(ana.id)
    assert card.draft is not None
    assert (after.episode.stage, after.draft) == (card.episode.stage, card.draft)


async def test_variants_are_auditions_best_first_and_the_chosen_roll_is_painted_in_full(bot: Bot, ana: Person) -> None:
    fake(bot, "painter").audition = 9
    await to_storyboard(ana)
    first, before = await board(bot, ana), len(stills(bot))
    await ana.say("3 variants", reply_to=pictures(ana)[2])
    asked = await ana.chat.wait_for("Which one", PATIENCE)
    auditions = stills(bot)[before:]
    assert [each.steps for each in auditions] == [9, 9, 9]
    assert "quick looks" in asked.text
    album = [message.text for message in ana.chat.messages if message.kind == "photo" and "★" in message.text]
    assert [text.split(" ")[0] for text in album] == ["1", "2", "3"]
    assert album[0].endswith("recommended")
    shown = [text.count("★") for text in album]
    assert shown == sorted(shown, reverse=True)
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=asked)
    last = ana.chat.messages[-1]
    await ana.press(asked, "1")
    compared = await ana.chat.wait_for("before on the left", PATIENCE, after=last)
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=compared)
    (full,) = stills(bot)[before + 3 :]
    assert replace(full, steps=9) in auditions
    assert full.steps == 0
    second = await board(bot, ana)
    assert [shot for shot in first if first[shot] != second[shot]] == ["s3"]
    await ana.press(compared, "↶ Back to the old one")
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=ana.chat.messages[-1])
    assert await board(bot, ana) == first
