"""A team through the chat: links to join with, roles, how many must approve, who stands in, and who leads."""

from dataclasses import replace
from datetime import timedelta

import pytest

from agents.reminders import remind
from bot.screenplay import Cast
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from storage.domain.contributions import Kind
from storage.domain.review import Outcome
from tests.e2e.conftest import IDEA, Bot
from tests.e2e.steps import PATIENCE, as_it_is, draft_of, invited, joined, press_stale, supervised

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("bot")]


async def agreed(lead: Person, label: str) -> None:
    """Press a button of the rules."""
    await lead.command("/team")
    page = await lead.chat.wait_for("👥 Team", PATIENCE)
    await lead.press(page, "⚖ Rules")
    rules = await lead.chat.wait_for("How does the team", PATIENCE)
    await lead.press(rules, label)
    await lead.chat.wait_for(lambda message: f"● {label}" in message.buttons, PATIENCE)


async def test_a_supervisor_joins_by_a_link_and_decides_in_their_own_chat(bot: Bot, cast: Cast) -> None:
    ana, bo = cast.creator, cast.supervisor
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await joined(bo, await invited(ana, "Supervision"))
    draft = await bo.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    waits = await ana.chat.wait_for("It is with the supervisors now", PATIENCE)
    assert "✓ Approve" not in waits.buttons
    await bo.press(draft, "✓ Approve")
    await bo.chat.wait_for(draft_of("Storyboard"), PATIENCE)
    (card,) = await bot.views.library(bo.id)
    assert card.draft is not None


async def test_two_must_approve_where_the_team_says_so(bot: Bot, cast: Cast, simulator: Simulator) -> None:
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    cy, stranger = simulator.person("Cy"), simulator.person("Zed")
    await supervised(cast)
    await cy.join(room)
    await joined(cy, await invited(ana, "Supervision"))
    await agreed(ana, "Synopsis 2")
    draft = await room.wait_for(draft_of("Synopsis"), PATIENCE)
    await stranger.join(room)
    assert (await stranger.press(draft, "✓ Approve")).is_alert
    await bo.press(draft, "✓ Approve")
    counted = await room.wait_for("✓ 1 of 2: Bo", PATIENCE)
    assert "✓ Approve" in counted.buttons
    await bo.press(counted, "✓ Approve")
    (card,) = await bot.views.library(ana.id)
    assert card.draft is not None
    assert card.draft.outcome is Outcome.OPEN
    await cy.press(counted, "✓ Approve")
    await room.wait_for(draft_of("Storyboard"), PATIENCE)


async def test_a_draft_is_approved_when_the_one_it_waits_for_leaves(cast: Cast, simulator: Simulator) -> None:
    ana, bo, room, cy = cast.creator, cast.supervisor, cast.room, simulator.person("Cy")
    await supervised(cast)
    await joined(cy, await invited(ana, "Supervision"))
    await agreed(ana, "Synopsis all")
    draft = await room.wait_for(draft_of("Synopsis"), PATIENCE)
    await bo.press(draft, "✓ Approve")
    await room.wait_for("✓ 1 of 2: Bo", PATIENCE)
    await cy.command("/team")
    page = await cy.chat.wait_for("👥 Team", PATIENCE)
    await cy.press(page, "Leave the team")
    await room.wait_for("Cy has left", PATIENCE)
    await room.wait_for(draft_of("Storyboard"), PATIENCE)


async def test_a_deputy_decides_while_someone_is_away(cast: Cast, simulator: Simulator) -> None:
    ana, bo, room, cy = cast.creator, cast.supervisor, cast.room, simulator.person("Cy")
    await supervised(cast)
    await cy.join(room)
    await joined(cy, await invited(ana, "Prompts"))
    draft = await room.wait_for(draft_of("Synopsis"), PATIENCE)
    assert (await cy.press(draft, "✓ Approve")).is_alert
    await bo.command("/team")
    page = await bo.chat.wait_for("👥 Team", PATIENCE)
    await bo.press(page, "I am away")
    asked = await bo.chat.wait_for("Who decides in your place", PATIENCE)
    await bo.press(asked, "Cy")
    await room.wait_for("Bo is away: Cy decides", PATIENCE)
    await cy.press(draft, "✓ Approve")
    await room.wait_for(draft_of("Storyboard"), PATIENCE)
    await bo.press(await bo.chat.wait_for("away; Cy decides", PATIENCE), "I am back")
    await room.wait_for("Bo is back", PATIENCE)


async def test_nobody_approves_their_own_work_where_the_team_says_so(cast: Cast) -> None:
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    await supervised(cast)
    await joined(ana, await invited(ana, "Supervision"))
    await agreed(ana, "Own work: no")
    draft = await room.wait_for(draft_of("Synopsis"), PATIENCE)
    refused = await ana.press(draft, "✓ Approve")
    assert refused.is_alert
    assert "You made this yourself" in refused.text
    await bo.press(draft, "✓ Approve")
    await room.wait_for(draft_of("Storyboard"), PATIENCE)


async def test_the_lead_is_handed_over_and_a_void_link_lets_nobody_in(
    bot: Bot, cast: Cast, simulator: Simulator
) -> None:
    ana, bo, cy = cast.creator, cast.supervisor, simulator.person("Cy")
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    payload = await invited(ana, "Screenplay")
    await joined(bo, payload)
    link = await ana.chat.wait_for("Send this link", PATIENCE)
    await ana.press(link, "Void all links")
    await cy.command(f"/start {payload}")
    await cy.chat.wait_for("no longer valid", PATIENCE)
    await ana.command("/team")
    page = await ana.chat.wait_for("👥 Team", PATIENCE, after=link)
    await ana.press(page, "⚙ Bo")
    member = await ana.chat.wait_for(lambda message: "Hand over the lead" in message.buttons, PATIENCE)
    await ana.press(member, "Hand over the lead")
    await bo.chat.wait_for("Bo leads", PATIENCE)
    await bo.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    waits = await ana.chat.wait_for("It is with the supervisors now", PATIENCE)
    assert "✓ Approve" not in waits.buttons
    (card,) = await bot.views.library(bo.id)
    assert card.series.creator == (await bot.views.crew(card.series.id)).series.creator


async def test_what_waits_is_listed_and_approved_at_once_and_nothing_else(bot: Bot, cast: Cast) -> None:
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    await supervised(cast)
    await room.wait_for(draft_of("Synopsis"), PATIENCE)
    begun = ana.chat.messages[-1]
    await ana.command(f"/new {IDEA}")
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=begun)
    await ana.command("/team", room)
    page = await room.wait_for("👥 Team", PATIENCE)
    await ana.press(page, "＋ Another series")
    which = await room.wait_for("Which series", PATIENCE, after=page)
    newest = which.json["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await ana.press(which, newest)
    bound = await room.wait_for("Who supervises", PATIENCE, after=which)
    await bo.press(bound, "🙋 I supervise")
    await ana.press(await room.wait_for("would like to supervise", PATIENCE, after=bound), "✓ Yes")
    await room.wait_for("Bo supervises", PATIENCE, after=bound)
    await bo.command("/waiting", room)
    listed = await room.wait_for("2 drafts wait", PATIENCE)
    assert (await ana.press(listed, "✓ Approve all 2")).is_alert
    assert not (await bo.press(listed, "✓ Approve all 2")).is_alert
    for card in await bot.views.library(ana.id):
        history = await bot.views.history(card.episode.id)
        assert [act.kind for act in history].count(Kind.APPROVED) == 1
    assert (await bo.press(listed, "✓ Approve all 2")).is_alert
    await bo.command("/waiting", bo.chat)


async def test_a_chat_is_reminded_once_a_day_of_what_waits_there(bot: Bot, cast: Cast) -> None:
    ana, bo, room = cast.creator, cast.supervisor, cast.room
    await supervised(cast)
    draft = await room.wait_for(draft_of("Synopsis"), PATIENCE)
    now = bot.studio.clock()

    async def reminded(hours: int) -> None:
        await remind(replace(bot.studio, clock=lambda: now + timedelta(hours=hours)))

    await reminded(20)
    await reminded(24)
    await reminded(25)
    await room.wait_for("One draft waits for a verdict", PATIENCE)
    await reminded(47)
    assert sum("One draft waits" in message.text for message in room.messages) == 1
    await bo.press(await room.wait_for("One draft waits", PATIENCE), "1 · A lonely robot falls in love with the moon")
    shown = await room.wait_for(draft_of("Synopsis"), PATIENCE, after=draft)
    await bo.press(shown, "✓ Approve")
    await room.wait_for(draft_of("Storyboard"), PATIENCE)
    assert not [message for message in ana.chat.messages if "waits for a verdict" in message.text]


async def test_whoever_has_left_sees_no_more_of_the_series(bot: Bot, cast: Cast) -> None:
    ana, bo = cast.creator, cast.supervisor
    await ana.start()
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await joined(bo, await invited(ana, "Prompts"))
    await bo.command("/episode")
    await bo.chat.wait_for("Cast", PATIENCE)
    await bo.command("/series")
    listed = as_it_is(await bo.chat.wait_for("One episode|episodes", PATIENCE))
    await bo.command("/team")
    await bo.press(await bo.chat.wait_for("👥 Team", PATIENCE), "Leave the team")
    await ana.chat.wait_for("Bo", PATIENCE)
    opened = await press_stale(bo, listed, listed.buttons[0])
    assert opened.is_alert
    assert "Only the team" in opened.text
    last = bo.chat.messages[-1]
    await bo.command("/episode")
    assert "no episode yet" in (await bo.chat.wait_for("no episode yet", PATIENCE, after=last)).text
    assert (await bot.views.library(bo.id)) == ()
