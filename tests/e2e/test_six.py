"""A team of six through the chat, from an idea to the credits: nobody gets more, or less, than they did."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator import acts
from bot.simulator.acts import Context
from bot.simulator.message import Message
from bot.simulator.people import Answer, Chat, Person, answer_to
from bot.simulator.serve import serve
from bot.simulator.simulator import Simulator
from storage.domain.contributions import Contribution, Kind, Party
from storage.domain.credits import Degree
from storage.domain.crew import Role
from storage.domain.ids import PersonId
from storage.domain.remarks import State
from storage.domain.stages import Stage
from storage.store import Store
from storage.vault import Vault
from storage.views import Named, Views
from tests.e2e.child import Moment
from tests.e2e.conftest import IDEA
from tests.e2e.mortal import Mortal
from tests.e2e.steps import bound, draft_of, invited, joined

pytestmark = [pytest.mark.slow, pytest.mark.lengthy]

PATIENCE = 120
"""Seconds for what takes five on an idle machine."""

BETWEEN = Moment(where="bot.announcer:Announcer._verdict_given", when="before")
"""When a verdict has been given, and the message that counts it is not yet edited."""


@dataclass(frozen=True, kw_only=True)
class Team:
    """Six people and their group."""

    ana: Person
    """Leads, and has the idea."""
    bo: Person
    """Supervises."""
    cy: Person
    """Supervises."""
    dia: Person
    """Writes prompts."""
    eli: Person
    """Dubs."""
    zed: Person
    """Is in the group, and not in the team."""
    cast: Cast

    @property
    def room(self) -> Chat:
        """The group."""
        return self.cast.room


@pytest.fixture
def team(simulator: Simulator) -> Team:
    """Six people in a group."""
    people = [simulator.person(name) for name in ("Ana", "Bo", "Cy", "Dia", "Eli", "Zed")]
    ana, bo, cy, dia, eli, zed = people
    cast = Cast(creator=ana, supervisor=bo, room=simulator.group("Room", people))
    return Team(ana=ana, bo=bo, cy=cy, dia=dia, eli=eli, zed=zed, cast=cast)


@pytest.fixture
async def mortal(simulator: Simulator, tmp_path: Path) -> AsyncIterator[Mortal]:
    """A bot that is not started yet."""
    async with serve(simulator) as address:
        bot = Mortal(home=tmp_path / "home", address=address, simulator=simulator)
        try:
            yield bot
        finally:
            bot.kill()


async def test_six_people_make_an_episode_and_each_is_credited_with_what_they_did(mortal: Mortal, team: Team) -> None:
    mortal.start(BETWEEN)
    await gathered(team)
    await synopsis(mortal, team)
    await storyboard(mortal, team)
    await three_rounds(mortal, team)
    await approved(team)
    await batch(mortal, team)
    mortal.kill()
    await examined(mortal, team)


async def gathered(team: Team) -> None:
    """Bring everybody into the team; two must approve, and nobody their own work."""
    ana = team.ana
    await ana.start()
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await bound(team.cast)
    roles = {team.bo: "Supervision", team.cy: "Supervision", team.dia: "Prompts", team.eli: "Dubbing"}
    for person, role in roles.items():
        await joined(person, await invited(ana, role))
    await ana.command("/team")
    await ana.press(await ana.chat.wait_for("👥 Team", PATIENCE), "⚖ Rules")
    for label in ("Synopsis 2", "Storyboard 2", "Preview 2", "Own work: no"):
        await ana.press(await ana.chat.wait_for("How does the team", PATIENCE), label)
        await ana.chat.wait_for(lambda message, label=label: f"● {label}" in message.buttons, PATIENCE)


async def synopsis(mortal: Mortal, team: Team) -> None:
    """Approve the synopsis: neither its author nor a stranger can, and a kill comes between a press and its edit."""
    draft = await team.room.wait_for(draft_of("Synopsis"), PATIENCE)
    for person in (team.ana, team.dia, team.eli, team.zed):
        answer = await person.press(draft, "✓ Approve")
        assert answer.is_alert, person.name
        assert "supervis" in answer.text
    press(team.bo, draft, "✓ Approve")
    await mortal.death(PATIENCE)
    assert "1 of 2" not in team.room.message(draft.id).text
    mortal.start()
    await team.room.wait_for("✓ 1 of 2: Bo", PATIENCE)
    await team.bo.press(draft, "✓ Approve")
    assert "✓ 1 of 2: Bo" in team.room.message(draft.id).text, "a second press of one person counts for nothing"
    assert not (await team.cy.press(draft, "✓ Approve")).is_alert


async def storyboard(mortal: Mortal, team: Team) -> None:
    """Two people press within a millisecond: one sends back, and the other is told that it was decided."""
    board = await team.room.wait_for(draft_of("Storyboard"), PATIENCE)
    await mortal.quiet(PATIENCE)
    await team.dia.say("shot 2 at night", team.room, reply_to=board)
    await team.room.wait_for("💬 One remark", PATIENCE)
    first, second = await together((team.bo, board, "↩ Send back"), (team.cy, board, "✓ Approve"))
    assert not first.is_alert
    assert second.is_alert
    assert "decided" in second.text
    again = await team.room.wait_for(draft_of("Storyboard"), PATIENCE, after=board)
    for person in (team.bo, team.cy):
        assert not (await person.press(again, "✓ Approve")).is_alert


async def three_rounds(mortal: Mortal, team: Team) -> None:
    """Change the preview three times: twice the creator takes a remark up, once a supervisor sends it back."""
    preview = await team.room.wait_for(draft_of("Preview"), PATIENCE)
    for person, remark in ((team.dia, "0:04 closer, at night"), (team.eli, "0:09 wider")):
        await mortal.quiet(PATIENCE)
        await person.say(remark, team.room, reply_to=preview)
        todo = await team.ana.chat.wait_for(remark, PATIENCE)
        assert (await team.zed.press(preview, "✓ Approve")).is_alert
        await team.ana.press(todo, "1 · Do it")
        preview = await team.room.wait_for(draft_of("Preview"), PATIENCE, after=preview)
    await mortal.quiet(PATIENCE)
    await team.bo.say("0:04 in the rain", team.room, reply_to=preview)
    counted = await team.room.wait_for("💬 One remark", PATIENCE)
    assert counted.id == preview.id
    await team.cy.press(preview, "↩ Send back")
    await team.room.wait_for(draft_of("Preview"), PATIENCE, after=preview)


async def approved(team: Team) -> None:
    """Approve the last preview: Bo's own words are in it, so that Cy's approval is the only one to be had."""
    preview = await team.room.wait_for(draft_of("Preview"), PATIENCE)
    own = await team.bo.press(preview, "✓ Approve")
    assert own.is_alert
    assert "You made this yourself" in own.text
    assert not (await team.cy.press(preview, "✓ Approve")).is_alert
    await team.room.wait_for("Credits", PATIENCE)


async def batch(mortal: Mortal, team: Team) -> None:
    """Put up the next synopsis and that of another series in the same group, and approve both with one tap."""
    ana, room = team.ana, team.room
    await ana.press(await ana.chat.wait_for("Credits", PATIENCE), "＋ Next episode")
    asked = await ana.chat.wait_for("happens in the next episode", PATIENCE)
    await mortal.quiet(PATIENCE)
    await ana.say("The robot writes to the moon", reply_to=asked)
    await room.wait_for("Synopsis.*episode 2", PATIENCE)
    await ana.command(f"/new {IDEA}")
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE, after=asked)
    await ana.command("/team", room)
    page = await room.wait_for("👥 Team", PATIENCE)
    await ana.press(page, "＋ Another series")
    which = await room.wait_for("Which series", PATIENCE, after=page)
    await ana.press(which, which.json["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
    bound = await room.wait_for("Who supervises", PATIENCE, after=which)
    await team.bo.press(bound, "🙋 I supervise")
    await ana.press(await room.wait_for("would like to supervise", PATIENCE, after=bound), "✓ Yes")
    await room.wait_for("Bo supervises", PATIENCE, after=bound)
    await team.bo.command("/waiting", room)
    listed = await room.wait_for("2 drafts wait", PATIENCE)
    assert (await team.zed.press(listed, "✓ Approve all 2")).is_alert
    assert not (await team.bo.press(listed, "✓ Approve all 2")).is_alert
    await mortal.quiet(PATIENCE)


def press(person: Person, message: Message, label: str) -> str:
    """Press a button and do not wait; return the name of the press."""
    context = Context(person=person.id, chat=message.chat_id)
    query = acts.press(person.world, context, message.id, acts.find_button(message.json, label))
    person.world.commit()
    return query


async def together(*presses: tuple[Person, Message, str]) -> Sequence[Answer]:
    """Let several people press at the same moment."""
    queries = [(person, press(person, message, label)) for person, message, label in presses]
    return await asyncio.gather(*(answer_to(person.world, query, PATIENCE) for person, query in queries))


async def examined(mortal: Mortal, team: Team) -> None:
    """Look at what is left: the ledger, the remarks, the roll, and what the group was told."""
    settings = Settings(home=mortal.home)
    store = await Store.open(settings.database_url, key=mortal.home / "ledger.key")
    try:
        assert (await store.verify()).clean
        views = Views(store, Vault(mortal.home / "vault"))
        cards = await views.library(team.ana.id)
        (out,) = [card.episode.id for card in cards if card.episode.stage is Stage.RELEASED]
        released = await views.release(out)
        async with store.read() as reader:
            names = {person.id: person.name for person in await reader.everybody()}
            acts_ = {card.episode: did(await reader.history(card.episode.id), names) for card in cards}
            remarks = await reader.remarks(out)
    finally:
        await store.close()
    assert released is not None
    assert acts_.pop(released.card.episode) == ACTS
    assert list(acts_.values()) == [[("Ana", Kind.WROTE), ("Bo", Kind.APPROVED)]] * 2, "both of the batch"
    assert [(names[each.person], each.frame, each.state) for each in remarks] == REMARKS
    assert credited(released.roll) == ROLL
    assert told(team.room)[: len(TOLD)] == TOLD
    assert told(team.room)[len(TOLD) :] in ([], AFTER)


ACTS = [
    ("Ana", Kind.WROTE),
    ("Bo", Kind.APPROVED),
    ("Cy", Kind.APPROVED),
    ("Dia", Kind.REMARKED),
    ("Bo", Kind.SENT_BACK),
    ("Dia", Kind.PROMPTED),
    ("Bo", Kind.APPROVED),
    ("Cy", Kind.APPROVED),
    ("Dia", Kind.REMARKED),
    ("Dia", Kind.PROMPTED),
    ("Eli", Kind.REMARKED),
    ("Eli", Kind.PROMPTED),
    ("Bo", Kind.REMARKED),
    ("Cy", Kind.SENT_BACK),
    ("Bo", Kind.PROMPTED),
    ("Cy", Kind.APPROVED),
]
"""What people did for the first episode, in order."""

REMARKS = [
    ("Dia", None, State.TAKEN_UP),
    ("Dia", 120, State.TAKEN_UP),
    ("Eli", 270, State.TAKEN_UP),
    ("Bo", 120, State.TAKEN_UP),
]
"""Who remarked, the frame that they named, and what became of it."""

ROLL = [
    (Role.CREATOR, "Ana", Degree.LEAD, {Kind.WROTE: 1}),
    (Role.PROMPT_WRITER, "Dia", Degree.LEAD, {Kind.PROMPTED: 2}),
    (Role.SUPERVISOR, "Bo", Degree.EQUAL, {Kind.PROMPTED: 1, Kind.APPROVED: 1}),
    (Role.SUPERVISOR, "Cy", Degree.EQUAL, {Kind.APPROVED: 2}),
    (Role.DUBBING_ARTIST, "Eli", Degree.LEAD, {Kind.PROMPTED: 1}),
]
"""The people of the first episode. The storyboard that both approved is not the one that was released."""

TOLD = ["Synopsis", *["Storyboard"] * 2, *["Preview"] * 4, "Credits", *["Synopsis"] * 2]
"""The drafts and the release as they came to the group; the last two are the batch."""

AFTER = ["Storyboard"]
"""What comes where the bot lives long enough: the other series asks for one approval, and goes on with it."""


def did(history: Sequence[Contribution], names: dict[PersonId, str]) -> list[tuple[str, Kind]]:
    """Return what people did, in order."""
    return [(names[PersonId(act.by.name)], act.kind) for act in history if act.by.party is Party.PERSON]


def credited(lines: Sequence[Named]) -> list[tuple[Role, str, Degree | None, dict[Kind, int]]]:
    """Return the credits of people."""
    return [
        (line.credit.role, line.name, line.credit.degree, dict(line.credit.counts))
        for line in lines
        if line.credit.party.party is Party.PERSON
    ]


def told(room: Chat) -> list[str]:
    """Return what the group was asked to decide, and told to be out, in order."""
    heads = [re.match(r"\W*(Synopsis|Storyboard|Preview|Credits) · ", message.text) for message in room.messages]
    return [head[1] for head in heads if head]
