"""Who may do what, for every command and every role: as the table says; strangers and former members may nothing."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any, get_args

import pytest

from agents import commands as c
from agents.showrunner import Showrunner
from agents.studio import Studio
from bot.compose import open_studio
from bot.settings import Settings
from bot.words import say
from storage.domain.crew import RIGHTS, Invitation, Member, Person, Right, Role
from storage.domain.errors import Outdated, Refused
from storage.domain.ids import DraftId, EpisodeId, InvitationId, PersonId, RemarkId, SeriesId
from storage.domain.review import Decision, DraftKind
from storage.domain.story import Language
from storage.domain.takes import Medium, Take
from storage.store import Store
from storage.unit import Unit
from storage.views import Card, Views
from tests.e2e.conftest import IDEA
from tests.e2e.steps import PATIENCE
from tests.fakes.backends import media
from tests.fakes.chat import chat

pytestmark = pytest.mark.slow

CREATOR, STRANGER, FORMER = "creator", "stranger", "former"
PEOPLE = {role.value: 100 + number for number, role in enumerate(Role) if role is not Role.TOOL}
CHATS = PEOPLE | {STRANGER: 900, FORMER: 901}
"""One person for each role, a stranger, and one who has left."""


class Over(Exception):  # noqa: N818 - it says that a rehearsal came to its end
    """A command was carried out to its end, and is undone."""


@dataclass(frozen=True)
class Rehearsal:
    """A store in which nothing stays: what a transaction did is undone at its end."""

    store: Store

    @property
    def read(self) -> Any:  # noqa: ANN401 - as the store has it
        """Read as ever."""
        return self.store.read

    @asynccontextmanager
    async def write(self, cause: int | None = None) -> AsyncIterator[Unit]:
        """Undo at the end."""
        async with self.store.write(cause) as unit:
            yield unit
            raise Over


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A supervised episode at its storyboard, with somebody in every role."""

    studio: Studio
    series: SeriesId
    episode: EpisodeId
    draft: DraftId
    panel: Take
    people: Mapping[str, PersonId]
    link: InvitationId
    remark: RemarkId
    """About the whole."""
    shot_remark: RemarkId

    async def may(self, who: str, command: c.Command) -> bool:
        """Rehearse a command; false where it is refused for who asks."""
        studio = replace(self.studio, store=Rehearsal(self.studio.store))  # type: ignore[arg-type]  # the same methods
        try:
            await Showrunner(studio=studio, listen=lambda _: None, wording=say).handle(command)
        except (Over, Outdated):
            return True
        except Refused as refused:
            theirs = refused.reason.startswith("not-yours") or refused.reason in {"nothing-to-approve", "own-work"}
            return not theirs and not (refused.reason == "leads-the-series" and who == CREATOR)
        return True


@pytest.fixture
async def scene(settings: Settings) -> AsyncIterator[Scene]:
    """Bring an episode to its storyboard and fill every role."""
    async with open_studio(settings, backends={**media(), "chat": chat()}) as studio, asyncio.TaskGroup() as group:
        showrunner = Showrunner(studio=studio, listen=lambda _: None, wording=say)
        work = group.create_task(showrunner.run())
        try:
            yield await _set(studio, showrunner)
        finally:
            work.cancel()


async def _set(studio: Studio, showrunner: Showrunner) -> Scene:
    await showrunner.handle(c.OpenSeries(caller=caller(CREATOR), idea=IDEA))
    views = Views(studio.store, studio.vault)
    card = await drafted(views, DraftKind.SYNOPSIS)
    assert card.draft
    await showrunner.handle(c.Decide(caller=caller(CREATOR), draft=card.draft.id, decision=Decision.APPROVE))
    card = await drafted(views, DraftKind.STORYBOARD)
    assert card.draft
    people: dict[str, PersonId] = {}
    async with studio.store.write() as unit:
        for name, number in CHATS.items():
            known = await unit.person_of(number)
            person = known or Person(id=PersonId(studio.new_id()), chat=number, name=name, language="en")
            await unit.put_person(person)
            people[name] = person.id
            if name in PEOPLE:
                await unit.add_member(Member(series=card.series.id, person=person.id, role=Role(name)))
        member = Member(series=card.series.id, person=people[FORMER], role=Role.SCREENWRITER)
        await unit.add_member(member)
        await unit.remove_member(member)
        link = Invitation(id=InvitationId(studio.new_id()), series=card.series.id, role=Role.SOUND, by=people[CREATOR])
        await unit.add_invitation(link)
    for text in ("too dark", "shot 2 closer"):
        await showrunner.handle(c.MakeRemark(caller=caller("sound"), draft=card.draft.id, text=text))
    async with studio.store.read() as reader:
        whole, one = await reader.open_remarks(card.episode.id)
        panel = (await reader.takes(card.episode.id, Medium.PANEL))[0]
    return Scene(
        studio=studio, series=card.series.id, episode=card.episode.id, draft=card.draft.id, panel=panel,
        people=people, link=link.id, remark=whole.id, shot_remark=one.id,
    )  # fmt: skip


async def drafted(views: Views, kind: DraftKind) -> Card:
    """Wait for a draft of a kind."""
    async with asyncio.timeout(PATIENCE):
        while True:
            for card in await views.library(CHATS[CREATOR]):
                if card.draft and card.draft.kind is kind:
                    return card
            await asyncio.sleep(0.05)


def caller(name: str) -> c.Caller:
    """Return somebody who asks."""
    return c.Caller(chat=CHATS[name], name=name, language=Language.ENGLISH)


def other(name: str) -> str:
    """Return a member who is somebody else."""
    return "editor" if name != "editor" else "sound"


ANYBODY, MEMBER, LEAD = "anybody", "member", "lead"
Make = Callable[[Scene, c.Caller, str], c.Command]

EVERYTHING: Mapping[str, tuple[frozenset[Right] | str, Make]] = {
    "meet": (ANYBODY, lambda _, who, __: c.Meet(caller=who)),
    "open a series": (ANYBODY, lambda _, who, __: c.OpenSeries(caller=who, idea=IDEA)),
    "open an episode": (
        frozenset({Right.WRITE}), lambda s, who, _: c.OpenEpisode(caller=who, series=s.series, idea=IDEA)
    ),
    "wish": (
        frozenset({Right.WRITE}), lambda s, who, _: c.MakeWish(caller=who, episode=s.episode, text="more rain")
    ),
    "wish for a shot": (
        frozenset({Right.PROMPT}),
        lambda s, who, _: c.MakeWish(caller=who, episode=s.episode, text="more rain", shot=s.panel.work.part),
    ),
    "ask for variants": (
        frozenset({Right.PROMPT, Right.DECIDE}),
        lambda s, who, _: c.AskVariants(caller=who, episode=s.episode, text="3", shot=s.panel.work.part, count=3),
    ),
    "choose": (frozenset({Right.PROMPT, Right.DECIDE}), lambda s, who, _: c.ChoosePanel(caller=who, take=s.panel.id)),
    "approve": (
        frozenset({Right.DECIDE}), lambda s, who, _: c.Decide(caller=who, draft=s.draft, decision=Decision.APPROVE)
    ),
    "send back": (
        frozenset({Right.DECIDE}), lambda s, who, _: c.Decide(caller=who, draft=s.draft, decision=Decision.SEND_BACK)
    ),
    "approve all": (frozenset({Right.DECIDE}), lambda s, who, _: c.ApproveAll(caller=who, drafts=(s.draft,))),
    "remark": (MEMBER, lambda s, who, _: c.MakeRemark(caller=who, draft=s.draft, text="too dark")),
    "do what a remark says": (frozenset({Right.WRITE}), lambda s, who, _: c.WorkOn(caller=who, remark=s.remark)),
    "do what a remark says of a shot": (
        frozenset({Right.PROMPT}), lambda s, who, _: c.WorkOn(caller=who, remark=s.shot_remark)
    ),
    "leave a remark": (frozenset({Right.STAFF}), lambda s, who, _: c.DismissRemark(caller=who, remark=s.remark)),
    "cancel": (frozenset({Right.STEER}), lambda s, who, _: c.Cancel(caller=who, episode=s.episode)),
    "resume": (frozenset({Right.STEER}), lambda s, who, _: c.Resume(caller=who, episode=s.episode)),
    "bind": (frozenset({Right.STAFF}), lambda s, who, _: c.BindTeam(caller=who, series=s.series, group=-5, title="x")),
    "name": (
        frozenset({Right.STAFF}),
        lambda s, who, _: c.NameMember(caller=who, series=s.series, person=s.people[FORMER], role=Role.EDITOR),
    ),
    "dismiss": (
        frozenset({Right.STAFF}),
        lambda s, who, name: c.Dismiss(caller=who, series=s.series, person=s.people[other(name)]),
    ),
    "invite": (frozenset({Right.STAFF}), lambda s, who, _: c.Invite(caller=who, series=s.series, role=Role.EDITOR)),
    "withdraw": (frozenset({Right.STAFF}), lambda s, who, _: c.Withdraw(caller=who, series=s.series)),
    "agree": (frozenset({Right.STAFF}), lambda s, who, _: c.Agree(caller=who, series=s.series, own=False)),
    "hand over": (LEAD, lambda s, who, _: c.HandOver(caller=who, series=s.series, person=s.people["editor"])),
    "join": (ANYBODY, lambda s, who, _: c.Join(caller=who, invitation=s.link)),
    "go away": (
        frozenset({Right.DECIDE}),
        lambda s, who, name: c.GoAway(
            caller=who, series=s.series, deputy=s.people[other(name)]
        ),
    ),
    "come back": (ANYBODY, lambda s, who, _: c.ComeBack(caller=who, series=s.series)),
    "move a group": (ANYBODY, lambda *_: c.MoveGroup(old=-5, new=-6)),
}  # fmt: skip
"""Every command, with the rights of which one is enough."""


async def test_everybody_may_do_what_the_table_says_and_nothing_else(scene: Scene) -> None:
    for name in CHATS:
        held = RIGHTS.get(Role(name), frozenset()) if name in PEOPLE else frozenset()
        for act, (needs, make) in EVERYTHING.items():
            anyway = {ANYBODY, *({MEMBER} if name in PEOPLE else ()), *({LEAD} if name == CREATOR else ())}
            expected = needs in anyway or bool(held & set(needs))
            assert await scene.may(name, make(scene, caller(name), name)) == expected, f"{name}: {act}"
    assert {type(make(scene, caller(CREATOR), CREATOR)) for _, make in EVERYTHING.values()} == set(get_args(c.Command))
