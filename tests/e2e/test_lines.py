"""Everyone credited answers for their own line before the release, and whoever leads settles what is disputed."""

import asyncio
import json
import threading
from pathlib import Path

import jsonschema
import pytest

from agents import billing, membership, review
from agents.commands.caller import Caller
from agents.commands.lines import SettleDispute
from agents.commands.review import ApproveAll
from agents.commands.team import Agree, Dismiss
from bot.delivery import timeline_of
from bot.replay.page import replay
from bot.screenplay import Cast
from bot.sheets import hand_over
from bot.simulator.message import Message
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from generation.cut.timeline import CreditsCard
from generation.requests.request import Request
from storage.domain.billing import Billing
from storage.domain.contributions import Kind
from storage.domain.crew import Role
from storage.domain.errors import Refused
from storage.domain.review import DraftKind, Quorum
from storage.domain.stages import Stage
from storage.domain.story import Episode, Language
from storage.domain.takes import Medium
from storage.making import making
from storage.views import Release
from tests.e2e.conftest import IDEA, Bot
from tests.e2e.steps import PATIENCE, as_it_is, draft_of, invited, joined, press_stale
from tests.fakes.backends import Fake
from tests.sheet_samples import SCHEMA

pytestmark = pytest.mark.slow


async def to_cut(cast: Cast) -> tuple[Message, Message]:
    """Bring an episode to its cut, each supervisor in their own chat; return the draft and the supervisor's line."""
    ana, bo = cast.creator, cast.supervisor
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await joined(bo, await invited(ana, "Supervision"))
    for kind in ("Synopsis", "Storyboard"):
        await bo.press(await bo.chat.wait_for(draft_of(kind), PATIENCE), "✓ Approve")
    draft = await bo.chat.wait_for(draft_of("Preview"), PATIENCE)
    return draft, await line_of(bo)


async def line_of(person: Person, words: str = "Your credit") -> Message:
    """Wait for someone's own line to say something."""
    return await person.chat.wait_for(lambda each: "Your credit" in each.text and words in each.text, PATIENCE)


async def renamed(person: Person, line: Message, name: str) -> None:
    """Change one's name."""
    await person.press(line, "✎ Change my name")
    asked = await person.chat.wait_for("How shall your name be printed", PATIENCE)
    await person.say(name, reply_to=asked)
    await person.chat.wait_for("That is how you are printed", PATIENCE, after=asked)


async def disputed(person: Person, line: Message, words: str) -> None:
    """Say that something is wrong."""
    await person.press(line, "Something is wrong")
    asked = await person.chat.wait_for("What is wrong with your credit", PATIENCE)
    await person.say(words, reply_to=asked)
    await person.chat.wait_for("I have passed it on", PATIENCE, after=asked)


async def released(bot: Bot, cast: Cast) -> Release:
    """Wait for the release."""
    await cast.supervisor.chat.wait_for("Made with AI", PATIENCE)
    (card,) = await bot.views.library(cast.creator.id)
    found = await bot.views.release(card.episode.id)
    assert found is not None
    return found


async def episode_of(bot: Bot, cast: Cast) -> Episode:
    (card,) = await bot.views.library(cast.creator.id)
    return card.episode


def end_card(out: Release) -> dict[str, tuple[str, ...]]:
    """Return the end card of the released cut."""
    (card,) = [part for part in timeline_of(out).parts if isinstance(part, CreditsCard)]
    return {credit.role: credit.names for credit in card.credits}


async def test_everyone_credited_gets_one_line_and_silence_prints_the_name_as_it_stands(bot: Bot, cast: Cast) -> None:
    draft, line = await to_cut(cast)
    assert "Supervision (lead): 2 approved" in line.text
    assert "Printed as: Bo" in line.text
    assert "if you say nothing" in line.text
    assert line.buttons == ["✓ Confirm", "✎ Change my name", "Do not name me", "Something is wrong"]
    own = await line_of(cast.creator, "Creator (lead): 1 written")
    assert (await cast.supervisor.press(line, "✓ Confirm")).text == "Confirmed. Thank you."
    confirmed = await line_of(cast.supervisor, "✓ confirmed")
    assert confirmed.id == line.id, "the line is edited, not sent again"
    assert "✓ Confirm" not in confirmed.buttons
    again = await press_stale(cast.supervisor, line, "✓ Confirm")
    assert again.is_alert
    await cast.supervisor.press(draft, "✓ Approve")
    out = await released(bot, cast)
    assert [(each.credit.role, each.name) for each in out.roll if each.credit.role is not Role.TOOL] == [
        (Role.CREATOR, "Ana"),
        (Role.SUPERVISOR, "Bo"),
    ]
    assert end_card(out)["Supervision"] == ("Bo",)
    over = await cast.supervisor.chat.wait_for(lambda each: each.id == line.id and not each.buttons, PATIENCE)
    assert "3 approved" in over.text
    for label in ("✎ Change my name", "Do not name me", "Something is wrong"):
        late = await press_stale(cast.supervisor, line, label)
        assert late.is_alert
        assert "The episode is out" in late.text
    for person, shown in ((cast.supervisor, line), (cast.creator, own)):
        lines = [message for message in person.chat.messages if "Your credit" in message.text]
        assert [message.id for message in lines] == [shown.id]


async def test_a_pen_name_stands_on_the_released_end_card_though_the_preview_showed_another(
    bot: Bot, cast: Cast, tmp_path: Path
) -> None:
    draft, line = await to_cut(cast)
    await renamed(cast.supervisor, line, "  Bo\u202e <b>O’Hara</b>\n of the Moon ")
    shown = await line_of(cast.supervisor, "Printed as: Bo <b>O’Hara</b> of the Moon")
    assert shown.id == line.id
    await cast.supervisor.press(draft, "✓ Approve")
    out = await released(bot, cast)
    name = "Bo <b>O’Hara</b> of the Moon"
    assert end_card(out)["Supervision"] == (name,)
    credits_ = await cast.creator.chat.wait_for("Made with AI", PATIENCE)
    assert f"Supervision — {name}" in credits_.text
    await hand_over(bot.studio, out.card.episode.id, tmp_path)
    found = json.loads((tmp_path / "credits.json").read_text("utf-8"))
    assert [each["name"] for each in found["people"]] == ["Ana", name]
    page = replay(await making(bot.studio.store, bot.studio.vault, out.card.episode.id), bot.studio.vault.path, "en")
    assert "O’Hara" in page


async def test_a_name_is_a_name(bot: Bot, cast: Cast) -> None:
    _, line = await to_cut(cast)
    bo = cast.supervisor
    await bo.press(line, "✎ Change my name")
    asked = await bo.chat.wait_for("How shall your name be printed", PATIENCE)
    for wrong, said in (("…", "no letter"), ("x" * 61, "more than 60"), ("fuck you", "I do not work with that")):
        await bo.say(wrong, reply_to=asked)
        await bo.chat.wait_for(said, PATIENCE)
    await bo.say("Robin")
    await line_of(bo, "Printed as: Robin")
    await bo.say("Robyn", reply_to=asked)
    await line_of(bo, "Printed as: Robyn")
    await bo.say("shot 2 closer")
    await cast.creator.chat.wait_for("— Bo\nshot 2 closer", PATIENCE)
    assert (await episode_of(bot, cast)).number == 1


async def test_who_does_not_wish_to_be_named_is_named_nowhere_and_may_think_again(
    bot: Bot, cast: Cast, tmp_path: Path
) -> None:
    draft, line = await to_cut(cast)
    bo = cast.supervisor
    assert (await bo.press(line, "Do not name me")).text == "You are not named."
    hidden = as_it_is(await line_of(bo, "You are not named"))
    assert (await press_stale(bo, line, "Do not name me")).is_alert
    await bo.press(hidden, "Name me after all")
    named = await line_of(bo, "Printed as: Bo")
    await bo.press(named, "Do not name me")
    await line_of(bo, "You are not named")
    await bo.press(draft, "✓ Approve")
    out = await released(bot, cast)
    assert out.unnamed == 1
    assert end_card(out).keys() == {"Creator", "Tools"}
    assert Role.SUPERVISOR not in {each.credit.role for each in out.roll}
    credits_ = await cast.creator.chat.wait_for("Made with AI", PATIENCE)
    assert "One more person did not wish to be named" in credits_.text
    assert "Bo" not in credits_.text.replace("Board", "")
    await hand_over(bot.studio, out.card.episode.id, tmp_path)
    found = json.loads((tmp_path / "credits.json").read_text("utf-8"))
    jsonschema.validate(found, SCHEMA)
    assert ([each["name"] for each in found["people"]], found["unnamed"]) == (["Ana"], 1)
    for name in ("credits.md", "credits.csv"):
        text = (tmp_path / name).read_text("utf-8")
        assert "One more person earned a credit" in text
        assert "Bo" not in text
    page = replay(await making(bot.studio.store, bot.studio.vault, out.card.episode.id), bot.studio.vault.path, "en")
    assert '<b class="who">Someone who does not wish to be named</b>' in page
    assert '<b class="who">Bo</b>' not in page
    person = await bot.views.person(bo.id)
    assert person is not None
    assert person.id in {act.by.name for act in out.history}, "the ledger keeps its ids"


async def test_a_disputed_credit_keeps_the_cut_from_approval_until_a_role_is_given(bot: Bot, cast: Cast) -> None:
    ana, bo = cast.creator, cast.supervisor
    draft, line = await to_cut(cast)
    await disputed(bo, line, "I also composed the <i>music</i>")
    await line_of(bo, "Ana settles it")
    case = await ana.chat.wait_for("A credit is disputed", PATIENCE)
    assert "I also composed the <i>music</i>" in case.text
    assert "2 approved" in case.text
    refused = await bo.press(draft, "✓ Approve")
    assert refused.is_alert
    assert refused.text.startswith("Someone says that their credit is wrong")
    await bo.command("/waiting")
    assert (await press_stale(bo, line, "Something is wrong")).is_alert, "one at a time"
    await ana.press(case, "Give the credit")
    asked = as_it_is(await ana.chat.wait_for("Which role is Bo credited with", PATIENCE))
    await ana.press(asked, asked.buttons[-1])
    await ana.press(await ana.chat.wait_for("A credit is disputed", PATIENCE), "Give the credit")
    await ana.chat.wait_for("Which role is Bo credited with", PATIENCE)
    await ana.press(ana.chat.message(case.id), "Music")
    ended = await ana.chat.wait_for("Ana gives Bo one more credit: Music", PATIENCE)
    assert ended.id == case.id
    assert ended.buttons == []
    for label in ("Keep as it is", "Give the credit"):
        assert (await press_stale(ana, case, label)).is_alert
    await bo.chat.wait_for("Ana gives Bo one more credit: Music", PATIENCE)
    await line_of(bo, "Music (lead): 1 given by settlement")
    await bo.press(draft, "✓ Approve")
    out = await released(bot, cast)
    assert end_card(out)["Music"] == ("Bo",)
    (line_,) = [each for each in out.roll if each.credit.role is Role.COMPOSER]
    (settlement,) = [act for act in out.history if act.kind is Kind.SETTLED]
    (dispute,) = [act for act in out.history if act.kind is Kind.DISPUTED]
    assert line_.credit.evidence == (settlement.id,)
    assert settlement.sources == (dispute.made,)
    assert settlement.by.name == out.card.series.creator
    assert settlement.granted_to == dispute.by.name
    assert [each.credit.role for each in out.roll if each.name == "Ana"] == [Role.CREATOR], "settling earns nothing"
    (out_of_it,) = [act for act in out.history if act.kind is Kind.RELEASED]
    assert out_of_it.sources == (out.cut.digest,)
    assert out_of_it.directed_by == dispute.by.name, "Bo gave the deciding approval"
    assert (await bot.studio.store.verify()).clean


async def test_a_credit_that_is_kept_stays_as_it_was_and_withdrawing_is_enough(bot: Bot, cast: Cast) -> None:
    ana, bo = cast.creator, cast.supervisor
    draft, line = await to_cut(cast)
    await disputed(bo, line, "I wrote it all")
    case = await ana.chat.wait_for("A credit is disputed", PATIENCE)
    await ana.press(case, "Keep as it is")
    await bo.chat.wait_for("Ana keeps the credit as it is", PATIENCE)
    again = await bo.chat.wait_for(lambda each: each.id == line.id and "Something is wrong" in each.buttons, PATIENCE)
    own = await line_of(ana)
    await disputed(bo, again, "I also did the sound")
    open_ = await bo.chat.wait_for(lambda each: "It is right after all" in each.buttons, PATIENCE)
    assert (await bo.press(draft, "✓ Approve")).is_alert
    await bo.press(open_, "It is right after all")
    await ana.chat.wait_for("Bo leaves it as it is after all", PATIENCE)
    await disputed(ana, own, "I performed the moon")
    mine = await ana.chat.wait_for("I performed the moon", PATIENCE)
    await ana.press(await ana.chat.wait_for(lambda each: "Keep as it is" in each.buttons, PATIENCE), "Give the credit")
    await ana.press(await ana.chat.wait_for("Which role is Ana credited with", PATIENCE), "Performance")
    await ana.chat.wait_for("Ana gives Ana one more credit", PATIENCE)
    assert mine
    await bo.press(draft, "✓ Approve")
    out = await released(bot, cast)
    assert {(each.credit.role, each.name) for each in out.roll if each.credit.role is not Role.TOOL} == {
        (Role.CREATOR, "Ana"),
        (Role.SUPERVISOR, "Bo"),
        (Role.PERFORMER, "Ana"),
    }
    kept, own_case = [act for act in out.history if act.kind is Kind.SETTLED]
    assert kept.granted_to is None
    assert own_case.granted_to == own_case.by.name, "whoever settles their own case is recorded as doing so"


async def test_a_disputed_cut_is_approved_neither_in_a_batch_nor_by_counting_anew(
    bot: Bot, cast: Cast, simulator: Simulator
) -> None:
    ana, bo, cy = cast.creator, cast.supervisor, simulator.person("Cy")
    draft, _ = await to_cut(cast)
    await joined(cy, await invited(ana, "Supervision"))
    (card,) = await bot.views.library(ana.id)
    assert card.draft is not None
    callers = {each.id: Caller(chat=each.id, name="x", language=Language.ENGLISH) for each in (ana, bo, cy)}
    agreed = Agree(caller=callers[ana.id], series=card.series.id, kind=DraftKind.CUT, quorum=Quorum.ALL)
    await membership.agree(bot.studio, agreed, None)
    await bo.press(draft, "✓ Approve")
    await bo.chat.wait_for("✓ 1 of 2: Bo", PATIENCE)
    await disputed(ana, await line_of(ana), "I also did the sound")
    batch = ApproveAll(caller=callers[cy.id], drafts=(card.draft.id,))
    with pytest.raises(Refused, match="nothing-to-approve"):
        await review.approve_all(bot.studio, batch, None)
    person = await bot.views.person(cy.id)
    assert person is not None
    gone = Dismiss(caller=callers[cy.id], series=card.series.id, person=person.id)
    await membership.dismiss(bot.studio, gone, None)
    assert (await episode_of(bot, cast)).stage is Stage.CUT_REVIEW
    async with bot.views.moment() as reader:
        (dispute,) = await reader.open_disputes(card.episode.id)
    settled = SettleDispute(caller=callers[ana.id], dispute=dispute.id)
    await billing.settle_dispute(bot.studio, settled, None)
    assert (await episode_of(bot, cast)).stage is Stage.FINISHING


async def test_a_strangers_press_on_someones_line_or_case_does_nothing(
    bot: Bot, cast: Cast, simulator: Simulator
) -> None:
    ana, bo = cast.creator, cast.supervisor
    _, line = await to_cut(cast)
    line = as_it_is(line)
    zed = simulator.person("Zed")
    await zed.start()
    for person in (zed, ana):
        for label in line.buttons:
            answer = await press_stale(person, line, label)
            assert answer.is_alert
            assert answer.text.startswith("Only the person whose line this is")
    await disputed(bo, line, "I also composed")
    case = as_it_is(await ana.chat.wait_for("A credit is disputed", PATIENCE))
    for person in (zed, bo):
        for label in case.buttons:
            answer = await press_stale(person, case, label)
            assert answer.is_alert
            assert answer.text.startswith("Only the creator")
    await bo.press(await bo.chat.wait_for(lambda each: "It is right after all" in each.buttons, PATIENCE), "✓ Confirm")
    history = await bot.views.history((await episode_of(bot, cast)).id)
    assert not [act for act in history if act.kind is Kind.SETTLED]


@pytest.mark.usefixtures("bot")
async def test_a_line_follows_the_next_cut_in_its_message(cast: Cast) -> None:
    draft, _ = await to_cut(cast)
    own = await line_of(cast.creator, "Creator (lead): 1 written")
    await cast.creator.say("shot 2 wider")
    await cast.supervisor.chat.wait_for(draft_of("Preview"), PATIENCE, after=draft)
    changed = await line_of(cast.creator, "1 asked for in words")
    assert changed.id == own.id


async def test_a_name_changed_while_the_episode_is_finished_is_in_the_cut_that_is_released(
    bot: Bot, cast: Cast
) -> None:
    draft, line = await to_cut(cast)
    editor, begun = bot.fakes["cut"], threading.Event()
    assert isinstance(editor, Fake)
    editor.hold = begun
    await cast.supervisor.press(draft, "✓ Approve")
    await asyncio.to_thread(begun.wait, PATIENCE)
    await cast.supervisor.chat.wait_for(
        lambda each: each.id == line.id and "Something is wrong" not in each.buttons, PATIENCE
    )
    late = await press_stale(cast.supervisor, line, "Something is wrong")
    assert late.is_alert
    assert "The cut is approved" in late.text
    await renamed(cast.supervisor, line, "Robin")
    assert end_card(await released(bot, cast))["Supervision"] == ("Robin",)


async def test_a_cut_with_yesterdays_names_is_not_released_but_made_again(bot: Bot, cast: Cast) -> None:
    draft, _ = await to_cut(cast)
    (card,) = await bot.views.library(cast.creator.id)
    person = await bot.views.person(cast.supervisor.id)
    assert person is not None
    editor, loop = bot.fakes["cut"], asyncio.get_running_loop()
    assert isinstance(editor, Fake)
    good = editor.render

    async def rename() -> None:
        async with bot.studio.store.write() as unit:
            await unit.put_billing(Billing(series=card.series.id, person=person.id, name="Robin"))

    def overtaken(request: Request) -> tuple[bytes, str, dict[str, object]]:
        editor.render = good
        asyncio.run_coroutine_threadsafe(rename(), loop).result(PATIENCE)
        return good(request)

    editor.render = overtaken
    await cast.supervisor.press(draft, "✓ Approve")
    out = await released(bot, cast)
    assert end_card(out)["Supervision"] == ("Robin",)
    async with bot.views.moment() as reader:
        assert len(await reader.takes(out.card.episode.id, Medium.CUT)) == 1
