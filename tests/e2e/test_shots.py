"""The cast and the single shot in the chat: sheets, a drawing changed by a reply, and the way back."""

from collections.abc import Iterator

import pytest

from agents.crew import cinematographer
from agents.crew.palette import HAIRS, Colour
from bot.screenplay import Cast
from bot.simulator.message import Message
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from generation.errors import InvalidRequest
from generation.requests.motion import ClipRequest
from generation.requests.pictures import Actor, PanelRequest, SheetRequest
from generation.requests.request import Request
from storage.domain.contributions import Kind
from storage.domain.crew import Role
from storage.domain.ids import Digest
from storage.views import Sheet
from tests.e2e.conftest import IDEA, Bot
from tests.e2e.steps import PATIENCE, as_it_is, draft_of, press_stale, supervised, to_storyboard
from tests.fakes.backends import Fake

pytestmark = pytest.mark.slow


def _fake(bot: Bot, name: str) -> Fake:
    fake = bot.fakes[name]
    assert isinstance(fake, Fake)
    return fake


def _actors(bot: Bot) -> Iterator[Actor]:
    for request in _fake(bot, "previz").asked:
        if isinstance(request, PanelRequest):
            yield from request.actors


def _panels(person: Person) -> list[Message]:
    """Return the drawings of the storyboard's album on a phone."""
    shown = [message for message in person.chat.messages if message.kind == "photo" and " · " in message.text]
    return [message for message in shown if "media_group_id" in message.json]


async def _sheet(bot: Bot, person: Person) -> Sheet:
    """Return the draft of a person's episode that waits for a verdict."""
    (card,) = await bot.views.library(person.id)
    assert card.draft is not None
    return await bot.views.sheet(card.draft.id)


def _board(sheet: Sheet) -> dict[str, Digest]:
    return dict(sheet.panels)


async def test_a_clip_flies_through_the_layers_of_a_panel_that_our_artist_drew(bot: Bot, ana: Person) -> None:
    board = await to_storyboard(ana)
    await ana.press(board, "✓ Approve")
    await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
    camera, artist = bot.fakes["animatic"], bot.fakes["previz"]
    assert isinstance(camera, Fake)
    assert isinstance(artist, Fake)
    clips = [request for request in camera.asked if isinstance(request, ClipRequest)]
    assert clips
    assert all(clip.drawing in artist.asked for clip in clips)
    spoken = [speech for clip in clips for speech in clip.speech]
    assert {speech.actor for speech in spoken} == {"bolt", "ada"}


async def test_the_synopsis_comes_with_a_sheet_of_everyone_and_is_bound_to_it(bot: Bot, ana: Person) -> None:
    await ana.say(IDEA)
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    sheets = [message for message in ana.chat.messages if message.kind == "photo"]
    assert [message.text for message in sheets] == ["Bolt", "Ada"]
    assert all(message.id < draft.id for message in sheets)
    (card,) = await bot.views.library(ana.id)
    assert card.synopsis is not None
    assert all(each.sheet and each.design for each in card.synopsis.cast)
    await ana.press(draft, "✓ Approve")
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE)
    designs = {each.id: cinematographer.look(each) for each in card.synopsis.cast}
    assert {actor.look for actor in _actors(bot)} == set(designs.values())


async def test_where_no_sheet_can_be_drawn_the_draft_says_so_and_work_goes_on(bot: Bot, ana: Person) -> None:
    artist = _fake(bot, "previz")
    good = artist.render

    def no_sheets(request: Request) -> tuple[bytes, str, dict[str, object]]:
        if isinstance(request, SheetRequest):
            raise InvalidRequest("no sheets here")
        return good(request)

    artist.render = no_sheets
    await ana.say(IDEA)
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    assert "could not draw a sheet of: Bolt, Ada" in draft.text
    await ana.press(draft, "✓ Approve")
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE)


async def test_a_wish_about_looks_changes_one_design_and_its_sheet_alone(bot: Bot, ana: Person) -> None:
    await ana.say(IDEA)
    draft = await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    (before,) = await bot.views.library(ana.id)
    await ana.say("Ada has red hair")
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=draft)
    (after,) = await bot.views.library(ana.id)
    assert before.synopsis is not None
    assert after.synopsis is not None
    looks = {each.id: each.design.hair_colour for each in after.synopsis.cast if each.design}
    assert looks["ada"] == HAIRS[Colour.RED]


@pytest.mark.usefixtures("bot")
async def test_the_storyboard_is_an_album_in_the_order_of_the_shots_with_short_captions(ana: Person) -> None:
    await to_storyboard(ana)
    captions = [message.text for message in _panels(ana)]
    assert [caption.split(" · ")[0] for caption in captions] == [str(number) for number in range(1, len(captions) + 1)]
    assert all(len(caption) < 60 for caption in captions)
    assert "Bolt" in captions[0]


async def test_a_reply_to_a_drawing_shows_it_before_and_after_and_leads_back(bot: Bot, ana: Person) -> None:
    board = await to_storyboard(ana)
    first = _board(await _sheet(bot, ana))
    asked = len(_fake(bot, "previz").asked)
    await ana.say("closer, at night", reply_to=_panels(ana)[2])
    compared = await ana.chat.wait_for("before on the left", PATIENCE, after=board)
    assert compared.kind == "photo"
    assert compared.buttons == ["✓ Keep the new one", "↶ Back to the old one", "3 variants"]
    again = await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=compared)
    assert len(_panels(ana)) == len(first), "the album is not sent again"
    second = _board(await _sheet(bot, ana))
    assert [shot for shot in first if first[shot] != second[shot]] == ["s3"]
    assert len(_fake(bot, "previz").asked) == asked + 1
    stale = as_it_is(compared)
    await ana.press(compared, "↶ Back to the old one")
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=again)
    assert _board(await _sheet(bot, ana)) == first
    assert len(_fake(bot, "previz").asked) == asked + 1, "nothing is drawn for going back"
    settled = ana.chat.message(compared.id)
    assert settled.buttons == []
    assert "Back to the old one" in settled.text
    assert (await press_stale(ana, stale, "✓ Keep the new one")).is_alert
    assert _board(await _sheet(bot, ana)) == first


async def test_keeping_the_new_drawing_is_credited_once_and_changes_nothing(bot: Bot, ana: Person) -> None:
    board = await to_storyboard(ana)
    await ana.say("she looks down", reply_to=_panels(ana)[1])
    compared = await ana.chat.wait_for("before on the left", PATIENCE, after=board)
    await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=compared)
    kept = _board(await _sheet(bot, ana))
    await ana.press(compared, "✓ Keep the new one")
    card = await _sheet(bot, ana)
    assert _board(card) == kept
    history = await bot.views.history(card.card.episode.id)
    (choice,) = [act for act in history if act.kind is Kind.CHOSE]
    assert choice.by.name == card.card.series.creator


async def test_three_variants_are_drawn_and_the_choice_counts_and_is_credited(bot: Bot, ana: Person) -> None:
    board = await to_storyboard(ana)
    first = _board(await _sheet(bot, ana))
    await ana.say("/variants 3", reply_to=_panels(ana)[1])
    asked = await ana.chat.wait_for("Which one shall it be", PATIENCE, after=board)
    assert asked.buttons == ["1", "2", "3", "Keep the current one"]
    draft = await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=asked)
    assert _board(await _sheet(bot, ana)) == first
    drawn = len(_fake(bot, "previz").asked)
    await ana.press(asked, "2")
    newer = await ana.chat.wait_for(draft_of("Storyboard"), PATIENCE, after=draft)
    second = _board(await _sheet(bot, ana))
    assert [shot for shot in first if first[shot] != second[shot]] == ["s2"]
    assert len(_fake(bot, "previz").asked) == drawn, "what was chosen is not drawn again"
    await ana.press(newer, "✓ Approve")
    await ana.press(await ana.chat.wait_for(draft_of("Preview"), PATIENCE), "✓ Approve")
    await ana.chat.wait_for("Credits", PATIENCE)
    (card,) = await bot.views.library(ana.id)
    out = await bot.views.release(card.episode.id)
    assert out is not None
    (choice,) = [act for act in out.history if act.kind is Kind.CHOSE]
    assert choice.words is None
    assert len(choice.shown) == 4, "three variants, and the drawing there was"
    assert choice.sources[1] in choice.shown
    assert choice.id in {contribution for named in out.roll for contribution in named.credit.evidence}


async def test_a_supervisor_redraws_and_chooses_in_the_group_and_a_stranger_does_not(
    bot: Bot, cast: Cast, simulator: Simulator
) -> None:
    stranger = simulator.person("Stranger")
    await stranger.join(cast.room)
    await supervised(cast)
    await cast.supervisor.press(await cast.room.wait_for(draft_of("Synopsis"), PATIENCE), "✓ Approve")
    board = await cast.room.wait_for(draft_of("Storyboard"), PATIENCE)
    panel = next(message for message in cast.room.messages if message.text.startswith("2 · "))
    await cast.supervisor.say("plus serré", cast.room, reply_to=panel)
    compared = await cast.room.wait_for("before on the left", PATIENCE, after=board)
    refused = await stranger.press(compared, "↶ Back to the old one")
    assert refused.is_alert
    first = await cast.room.wait_for(draft_of("Storyboard"), PATIENCE, after=compared)
    await cast.supervisor.press(compared, "↶ Back to the old one")
    await cast.room.wait_for(draft_of("Storyboard"), PATIENCE, after=first)
    (card,) = await bot.views.library(cast.creator.id)
    chosen = [act for act in await bot.views.history(card.episode.id) if act.kind is Kind.CHOSE]
    assert [act.role for act in chosen] == [Role.SUPERVISOR]


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("words", ["3 variants", "3 variantes", "三个方案"])
async def test_variants_are_asked_for_in_words_too(ana: Person, words: str) -> None:
    board = await to_storyboard(ana)
    await ana.say(words, reply_to=_panels(ana)[0])
    asked = await ana.chat.wait_for("Which one shall it be", PATIENCE, after=board)
    assert asked.buttons[:3] == ["1", "2", "3"]


@pytest.mark.usefixtures("bot")
async def test_variants_of_nothing_say_how_to_ask(ana: Person) -> None:
    await to_storyboard(ana)
    await ana.command("/variants 3")
    await ana.chat.wait_for("Answer a drawing of the storyboard", PATIENCE)
