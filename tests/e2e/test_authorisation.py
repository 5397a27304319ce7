"""Who may do what, for every command and every role: as the table says; strangers and former members may nothing."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, get_args

import pytest
import telegram
from telegram import Chat

from agents.commands.book import ChangeEntry, Commission, OpenPlanned, Remember
from agents.commands.caller import Caller
from agents.commands.command import Command
from agents.commands.lines import BeNamed, ChangeName, ConfirmLine, OpenDispute, SettleDispute, WithdrawDispute
from agents.commands.review import ApproveAll, Decide, DismissRemark, MakeRemark, Recording, WorkOn
from agents.commands.sizing import PaintSmaller
from agents.commands.spending import AllowSpending, AskAgain, Limit, SetLimit, SpareMoney
from agents.commands.story import (
    AskVariants,
    Assure,
    Cancel,
    ChoosePanel,
    ComposePrompt,
    Enlarge,
    ImportManuscript,
    MakeWish,
    OpenEpisode,
    OpenSeries,
    PutRight,
    Resume,
    Retouch,
    RetouchAgain,
    Translate,
    Undo,
    UndoPrompt,
    WritePrompt,
)
from agents.commands.team import (
    Agree,
    BindTeam,
    ComeBack,
    Dismiss,
    GoAway,
    HandOver,
    Invite,
    Join,
    Meet,
    MoveGroup,
    NameMember,
    Withdraw,
)
from agents.commands.voices import GiveVoice, LendVoice, WithdrawVoice
from agents.comparing import AskedComparison, AskedVersions
from agents.room import minutes
from agents.room.pieces import Say
from agents.room.talk import Setting
from agents.showrunner import Showrunner
from agents.studio import Studio
from bot.callbacks import Act, Press
from bot.carrier import About
from bot.compose import open_studio
from bot.ears import Ears
from bot.front import Call, Front
from bot.handlers.buttons import answer
from bot.room import Room
from bot.screens.page import Rows, Screen
from bot.sender import Sender
from bot.settings import Settings
from bot.statusboard import StatusBoard
from bot.streaming.pieces import Answer, Piece
from bot.streaming.stream import Stream
from bot.streaming.streams import Streams
from bot.streaming.ways import Edited, Gate, Place
from bot.words import say
from generation.ability import Ability, Measured
from storage import documents
from storage.domain.crew import RIGHTS, Invitation, Member, Person, Right, Role
from storage.domain.errors import Outdated, Refused
from storage.domain.ids import Digest, DisputeId, DraftId, EpisodeId, InvitationId, PersonId, RemarkId, SeriesId, TakeId
from storage.domain.papers import Does, Lending, Matter, Offer, Reply, Subject
from storage.domain.remarks import Spoken
from storage.domain.review import Decision, DraftKind
from storage.domain.story import Language
from storage.domain.takes import Medium, Take
from storage.posts import Post
from storage.store import Store
from storage.unit import Unit
from storage.views import Card, Views
from tests.e2e.conftest import IDEA
from tests.e2e.steps import PATIENCE
from tests.fakes.backends import media, painter
from tests.fakes.chat import chat
from tests.simulator_samples import voice

pytestmark = pytest.mark.slow

NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)
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

    @property
    def certify(self) -> Any:  # noqa: ANN401 - as the store has it
        """Sign as ever: it leaves nothing behind."""
        return self.store.certify

    @property
    def public(self) -> str:
        """The key that signs."""
        return self.store.public

    @asynccontextmanager
    async def write(self, cause: int | None = None) -> AsyncIterator[Unit]:
        """Undo at the end."""
        async with self.store.write(cause) as unit:
            yield unit
            raise Over


class Silent(Sender):
    """Sends nothing: what would be said is not what is rehearsed."""

    def __init__(self) -> None:
        """Need nobody to send with."""

    async def send(self, chat: int, screen: Screen, about: About) -> Post:
        """Say nothing."""
        del screen
        return Post(chat=chat, message_id=3, purpose=about.purpose)

    async def edit(self, post: Post, screen: Screen) -> None:
        """Change nothing."""

    async def settle(self, post: Post, screen: Screen) -> None:
        """Change nothing."""

    async def recognise(self, message: telegram.Message, about: About) -> None:
        """Remember nothing."""

    async def uploads(self, chat: int, thread: int | None = None) -> None:
        """Show nothing."""

    async def bare(self, post: Post, purpose: str, left: Rows = ()) -> None:
        """Change nothing."""


@dataclass(frozen=True)
class Answering(Streams):
    """An answer about a series is being written in whatever message Stop is pressed in, asked for by nobody here."""

    stream: Stream

    async def begin(self, place: Place, pieces: Answer) -> None:
        """Show nothing."""

    def at(self, chat: int, message: int) -> Stream:
        """Return it."""
        del chat, message
        return self.stream


def answering(sender: Sender, series: SeriesId) -> Answering:
    """Let an answer be written."""
    place = Place(chat=-1, person=-1, language="en", series=series)
    way = Edited(place=place, sender=sender, gate=Gate(clock=lambda: 0, sleep=asyncio.sleep))
    return Answering(Stream(place=place, pieces=nothing(), way=way, sender=sender, sleep=asyncio.sleep))


def room(studio: Studio) -> Room:
    """Furnish a room with a small model, in which nothing can be carried out."""

    async def ability() -> Measured:
        return Measured(ability=Ability.SMALL, why="the test says so")

    async def carry(command: Command, cause: int) -> None:
        raise AssertionError((command, cause))

    return Room(studio=studio, setting=Setting(wording=say, ability=ability, carry=carry))


async def _blind() -> bool:
    """See nothing."""
    return False


async def nothing() -> AsyncIterator[Piece]:
    """Say nothing."""
    return
    yield


def is_theirs(reason: str, who: str) -> bool:
    """Tell whether something is refused because of who asks, not because of how things stand."""
    others = reason.startswith("not-yours") or reason in {"nothing-to-approve", "own-work"}
    return others or (reason == "leads-the-series" and who == CREATOR)


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A supervised episode at its storyboard, with somebody in every role."""

    studio: Studio
    series: SeriesId
    episode: EpisodeId
    draft: DraftId
    panel: Take
    prompt: TakeId
    """Of the shot that the panel shows."""
    idea: TakeId
    """It names a known character."""
    people: Mapping[str, PersonId]
    link: InvitationId
    remark: RemarkId
    """About the whole."""
    shot_remark: RemarkId
    dispute: DisputeId
    reply: TakeId
    """An answer of the room that offers a change."""
    turn: TakeId
    """What the creator said in the room last; it waits for its answer."""
    voices: Mapping[str, Digest]
    """Of everybody, the paper that would lend their voice."""

    @property
    def rehearsing(self) -> Showrunner:
        """Who carries commands out so that nothing stays."""
        studio = replace(self.studio, store=Rehearsal(self.studio.store))  # type: ignore[arg-type]  # the same methods
        return Showrunner(studio=studio, listen=lambda _: None, wording=say)

    async def may(self, who: str, command: Command) -> bool:
        """Rehearse a command; false where it is refused for who asks."""
        try:
            await self.rehearsing.handle(command)
        except (Over, Outdated):
            return True
        except Refused as refused:
            return not is_theirs(refused.reason, who)
        return True

    async def may_press(self, who: str, press: Press) -> bool:
        """Rehearse a press in a private chat; false where an alert says that it is refused for who asks."""
        views = Views(self.studio.store, self.studio.vault)
        sender = Silent()
        front = Front(
            showrunner=self.rehearsing,
            views=views,
            sender=sender,
            board=StatusBoard(sender, views),
            ears=Ears(showrunner=self.rehearsing, views=views, sender=sender, is_here=lambda _: False, sees=_blind),
            streams=answering(sender, self.series),
            room=room(self.studio),
        )
        chat = Chat(CHATS[who], Chat.PRIVATE)
        shown = telegram.InlineKeyboardButton("-", callback_data=Press(Act.SHOW, self.draft).data())
        idea = telegram.Message(message_id=1, date=NOON, chat=chat, text=IDEA)
        markup = telegram.InlineKeyboardMarkup([[shown]])
        message = telegram.Message(
            message_id=2, date=NOON, chat=chat, text="-", reply_to_message=idea, reply_markup=markup
        )
        call = Call(update=1, caller=caller(who), chat=chat, message=message, pressed=2)
        try:
            said = await answer(front, call, press)
        except Over:
            return True
        return not (said.alert and is_theirs(said.key.removeprefix("refused-"), who))


@pytest.fixture
async def scene(settings: Settings) -> AsyncIterator[Scene]:
    """Bring an episode to its storyboard and fill every role."""
    painting = settings.model_copy(update={"backends": {"still": "painter"}})
    fakes = {**media(), "chat": chat(), "painter": painter()}
    async with open_studio(painting, backends=fakes) as studio, asyncio.TaskGroup() as group:
        showrunner = Showrunner(studio=studio, listen=lambda _: None, wording=say)
        work = group.create_task(showrunner.run())
        try:
            yield await _set(studio, showrunner)
        finally:
            work.cancel()


async def _set(studio: Studio, showrunner: Showrunner) -> Scene:
    await showrunner.handle(OpenSeries(caller=caller(CREATOR), idea=f"{IDEA}, and Batman helps"))
    views = Views(studio.store, studio.vault)
    card = await drafted(views, DraftKind.SYNOPSIS)
    assert card.draft
    await showrunner.handle(Decide(caller=caller(CREATOR), draft=card.draft.id, decision=Decision.APPROVE))
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
        await showrunner.handle(MakeRemark(caller=caller("sound"), draft=card.draft.id, text=text))
    await showrunner.handle(
        OpenDispute(caller=caller("sound"), episode=card.episode.id, person=people["sound"], text="I composed")
    )
    async with studio.store.read() as reader:
        (dispute,) = await reader.open_disputes(card.episode.id)
        whole, one = await reader.open_remarks(card.episode.id)
        panel = (await reader.takes(card.episode.id, Medium.PANEL))[0]
        prompts = await reader.takes(card.episode.id, Medium.PROMPT)
        (prompt,) = (take for take in prompts if take.work.part == panel.work.part)
        (idea,) = await reader.takes(card.episode.id, Medium.IDEA)
    reply = await offering(studio, card)
    said = Say(caller=caller(CREATOR), series=card.series.id, text="And what else?")
    turn = (await minutes.opened(studio, said, None)).turn.id
    return Scene(
        studio=studio, series=card.series.id, episode=card.episode.id, draft=card.draft.id, panel=panel,
        prompt=prompt.id, idea=idea.id,
        people=people, link=link.id, remark=whole.id, shot_remark=one.id, dispute=dispute.id,
        reply=reply, turn=turn, voices=await recorded(studio, card.series.id, people),
    )  # fmt: skip


async def recorded(studio: Studio, series: SeriesId, people: Mapping[str, PersonId]) -> Mapping[str, Digest]:
    """Let everybody have recorded their voice; nobody has lent it yet."""
    sound = await studio.vault.put_bytes(voice(7))
    papers = {
        name: Lending(
            person=person, series=series, recording=sound, sentence="I lend it.",
            language=Language.ENGLISH, at=NOON.isoformat(), salt=name,
        )
        for name, person in people.items()
    }  # fmt: skip
    return {name: await studio.vault.put_bytes(documents.dump(paper)) for name, paper in papers.items()}


async def offering(studio: Studio, card: Card) -> TakeId:
    """Let the room have answered the creator with an offer."""
    said = Say(caller=caller(CREATOR), series=card.series.id, text="What is missing?")
    turn = await minutes.opened(studio, said, None)
    offer = Offer(does=Does.CHANGE, text="More rain.", episode=card.episode.id, number=1, about=Subject.SCRIPT)
    reply = Reply(text="Rain is.", turn=turn.turn.digest, offers=(offer,))
    return (await minutes.close(turn, reply, ())).id


async def drafted(views: Views, kind: DraftKind) -> Card:
    """Wait for a draft of a kind."""
    async with asyncio.timeout(PATIENCE):
        while True:
            for card in await views.library(CHATS[CREATOR]):
                if card.draft and card.draft.kind is kind:
                    return card
            await asyncio.sleep(0.05)


def caller(name: str) -> Caller:
    """Return somebody who asks."""
    return Caller(chat=CHATS[name], name=name, language=Language.ENGLISH)


def other(name: str) -> str:
    """Return a member who is somebody else."""
    return "editor" if name != "editor" else "sound"


ANYBODY, MEMBER, LEAD, NOBODY = "anybody", "member", "lead", "nobody"
Make = Callable[[Scene, Caller, str], Command]

EVERYTHING: Mapping[str, tuple[frozenset[Right] | str, Make]] = {
    "lend a voice": (MEMBER, lambda s, who, name: LendVoice(caller=who, paper=s.voices[name])),
    "withdraw a voice": (ANYBODY, lambda s, who, _: WithdrawVoice(caller=who, series=s.series)),
    "give a voice to a character": (
        frozenset({Right.STAFF}),
        lambda s, who, _: GiveVoice(caller=who, series=s.series, character="Nilo", person=None),
    ),
    "meet": (ANYBODY, lambda _, who, __: Meet(caller=who)),
    "open a series": (ANYBODY, lambda _, who, __: OpenSeries(caller=who, idea=IDEA)),
    "bring a script": (
        ANYBODY,
        lambda _, who, __: ImportManuscript(caller=who, data=b"Ann: Hello.\nBen: No.", name="a.txt", verbatim=True),
    ),
    "open an episode": (
        frozenset({Right.WRITE}), lambda s, who, _: OpenEpisode(caller=who, series=s.series, idea=IDEA)
    ),
    "wish": (
        frozenset({Right.WRITE}), lambda s, who, _: MakeWish(caller=who, episode=s.episode, text="more rain")
    ),
    "wish for a shot": (
        frozenset({Right.PROMPT}),
        lambda s, who, _: MakeWish(caller=who, episode=s.episode, text="more rain", shot=s.panel.work.part),
    ),
    "remember a fact": (
        frozenset({Right.WRITE}), lambda s, who, _: Remember(caller=who, episode=s.episode, fact="x")
    ),
    "translate": (
        frozenset({Right.TRANSLATE}),
        lambda s, who, _: Translate(caller=who, episode=s.episode, language=Language.FRENCH, text="/translate fr"),
    ),
    "put a translation right": (
        frozenset({Right.TRANSLATE}), lambda s, who, _: PutRight(caller=who, episode=s.episode, texts={1: "Nuit"})
    ),
    "have a season planned": (
        frozenset({Right.WRITE}),
        lambda s, who, _: Commission(caller=who, series=s.series, episodes=10, text="/season 10"),
    ),
    "begin a planned episode": (
        frozenset({Right.WRITE}), lambda s, who, _: OpenPlanned(caller=who, series=s.series, number=2)
    ),
    "change an entry of the bible": (
        frozenset({Right.WRITE}),
        lambda s, who, _: ChangeEntry(caller=who, series=s.series, medium=Medium.BIBLE, entry="tone", text="dry"),
    ),
    "go back a version": (
        frozenset({Right.WRITE}),
        lambda s, who, _: Undo(caller=who, series=s.series, medium=Medium.SYNOPSIS, episode=s.episode),
    ),
    "ask for variants": (
        frozenset({Right.PROMPT, Right.DECIDE}),
        lambda s, who, _: AskVariants(caller=who, episode=s.episode, text="3", shot=s.panel.work.part, count=3),
    ),
    "write a prompt": (
        frozenset({Right.PROMPT}),
        lambda s, who, _: WritePrompt(caller=who, episode=s.episode, shot=s.panel.work.part, text="red rain"),
    ),
    "undo a prompt": (
        frozenset({Right.PROMPT}),
        lambda s, who, _: UndoPrompt(caller=who, episode=s.episode, shot=s.panel.work.part),
    ),
    "have a prompt composed": (
        frozenset({Right.PROMPT}),
        lambda s, who, _: ComposePrompt(caller=who, episode=s.episode, shot=s.panel.work.part),
    ),
    "change a circled area": (
        frozenset({Right.PROMPT}), lambda s, who, _: Retouch(caller=who, episode=s.episode, wish=Digest("0" * 64))
    ),
    "make a picture larger": (
        frozenset({Right.PROMPT}),
        lambda s, who, _: Enlarge(caller=who, episode=s.episode, shot=s.panel.work.part, text="larger"),
    ),
    "make changes again": (frozenset({Right.PROMPT}), lambda s, who, _: RetouchAgain(caller=who, left=s.panel.id)),
    "go back a change of a picture": (
        frozenset({Right.PROMPT}),
        lambda s, who, _: Undo(
            caller=who, series=s.series, medium=Medium.RETOUCHES, episode=s.episode, part=s.panel.work.part
        ),
    ),
    "choose": (frozenset({Right.PROMPT, Right.DECIDE}), lambda s, who, _: ChoosePanel(caller=who, take=s.panel.id)),
    "approve": (
        frozenset({Right.DECIDE}), lambda s, who, _: Decide(caller=who, draft=s.draft, decision=Decision.APPROVE)
    ),
    "send back": (
        frozenset({Right.DECIDE}), lambda s, who, _: Decide(caller=who, draft=s.draft, decision=Decision.SEND_BACK)
    ),
    "approve all": (frozenset({Right.DECIDE}), lambda s, who, _: ApproveAll(caller=who, drafts=(s.draft,))),
    "remark": (MEMBER, lambda s, who, _: MakeRemark(caller=who, draft=s.draft, text="too dark")),
    "remark aloud": (
        MEMBER,
        lambda s, who, _: MakeRemark(
            caller=who, draft=s.draft, text="", said=Recording(kind=Spoken.VOICE, seconds=2, data=b"OggS")
        ),
    ),
    "do what a remark says": (frozenset({Right.WRITE}), lambda s, who, _: WorkOn(caller=who, remark=s.remark)),
    "do what a remark says of a shot": (
        frozenset({Right.PROMPT}), lambda s, who, _: WorkOn(caller=who, remark=s.shot_remark)
    ),
    "leave a remark": (frozenset({Right.STAFF}), lambda s, who, _: DismissRemark(caller=who, remark=s.remark)),
    "confirm one's line": (
        MEMBER, lambda s, who, name: ConfirmLine(caller=who, episode=s.episode, person=s.people[name])
    ),
    "change one's name": (
        MEMBER, lambda s, who, name: ChangeName(caller=who, episode=s.episode, person=s.people[name], name="X")
    ),
    "be named": (
        MEMBER, lambda s, who, name: BeNamed(caller=who, episode=s.episode, person=s.people[name], named=False)
    ),
    "dispute one's credit": (
        MEMBER, lambda s, who, name: OpenDispute(caller=who, episode=s.episode, person=s.people[name], text="X")
    ),
    "withdraw a dispute": (
        MEMBER, lambda s, who, name: WithdrawDispute(caller=who, episode=s.episode, person=s.people[name])
    ),
    "confirm another's line": (
        NOBODY, lambda s, who, name: ConfirmLine(caller=who, episode=s.episode, person=s.people[other(name)])
    ),
    "change another's name": (
        NOBODY,
        lambda s, who, name: ChangeName(caller=who, episode=s.episode, person=s.people[other(name)], name="X"),
    ),
    "name another or not": (
        NOBODY,
        lambda s, who, name: BeNamed(caller=who, episode=s.episode, person=s.people[other(name)], named=False),
    ),
    "dispute another's credit": (
        NOBODY,
        lambda s, who, name: OpenDispute(caller=who, episode=s.episode, person=s.people[other(name)], text="X"),
    ),
    "withdraw another's dispute": (
        NOBODY,
        lambda s, who, name: WithdrawDispute(caller=who, episode=s.episode, person=s.people[other(name)]),
    ),
    "settle a dispute": (
        frozenset({Right.STAFF}), lambda s, who, _: SettleDispute(caller=who, dispute=s.dispute, role=Role.COMPOSER)
    ),
    "answer for rights": (
        frozenset({Right.STEER}), lambda s, who, _: Assure(caller=who, take=s.idea, matter=Matter.FRANCHISE)
    ),
    "keep a credit": (frozenset({Right.STAFF}), lambda s, who, _: SettleDispute(caller=who, dispute=s.dispute)),
    "cancel": (frozenset({Right.STEER}), lambda s, who, _: Cancel(caller=who, episode=s.episode)),
    "resume": (frozenset({Right.STEER}), lambda s, who, _: Resume(caller=who, episode=s.episode)),
    "allow spending": (
        frozenset({Right.STEER}), lambda s, who, _: AllowSpending(caller=who, episode=s.episode, micros=1)
    ),
    "spare money": (frozenset({Right.STEER}), lambda s, who, _: SpareMoney(caller=who, episode=s.episode)),
    "paint smaller": (
        frozenset({Right.STEER}), lambda s, who, _: PaintSmaller(caller=who, episode=s.episode, width=8, height=8)
    ),
    "ask again": (frozenset({Right.STEER}), lambda s, who, _: AskAgain(caller=who, episode=s.episode)),
    "limit a series": (
        frozenset({Right.STAFF}),
        lambda s, who, _: SetLimit(caller=who, series=s.series, limit=Limit.SERIES, micros=1),
    ),
    "bind": (frozenset({Right.STAFF}), lambda s, who, _: BindTeam(caller=who, series=s.series, group=-5, title="x")),
    "name": (
        frozenset({Right.STAFF}),
        lambda s, who, _: NameMember(caller=who, series=s.series, person=s.people[FORMER], role=Role.EDITOR),
    ),
    "dismiss": (
        frozenset({Right.STAFF}),
        lambda s, who, name: Dismiss(caller=who, series=s.series, person=s.people[other(name)]),
    ),
    "invite": (frozenset({Right.STAFF}), lambda s, who, _: Invite(caller=who, series=s.series, role=Role.EDITOR)),
    "withdraw": (frozenset({Right.STAFF}), lambda s, who, _: Withdraw(caller=who, series=s.series)),
    "agree": (frozenset({Right.STAFF}), lambda s, who, _: Agree(caller=who, series=s.series, own=False)),
    "hand over": (LEAD, lambda s, who, _: HandOver(caller=who, series=s.series, person=s.people["editor"])),
    "join": (ANYBODY, lambda s, who, _: Join(caller=who, invitation=s.link)),
    "go away": (
        frozenset({Right.DECIDE}),
        lambda s, who, name: GoAway(
            caller=who, series=s.series, deputy=s.people[other(name)]
        ),
    ),
    "come back": (ANYBODY, lambda s, who, _: ComeBack(caller=who, series=s.series)),
    "move a group": (ANYBODY, lambda *_: MoveGroup(old=-5, new=-6)),
}  # fmt: skip
"""Every command, with the rights of which one is enough."""

Presses = Callable[[Scene, str], Press]
CHOOSES = frozenset({Right.PROMPT, Right.DECIDE})

BUTTONS: Mapping[Act, tuple[frozenset[Right] | str, Presses]] = {
    Act.APPROVE: (frozenset({Right.DECIDE}), lambda s, _: Press(Act.APPROVE, s.draft)),
    Act.SEND_BACK: (frozenset({Right.DECIDE}), lambda s, _: Press(Act.SEND_BACK, s.draft)),
    Act.SHOW: (frozenset({Right.DECIDE}), lambda s, _: Press(Act.SHOW, s.draft)),
    Act.APPROVE_ALL: (frozenset({Right.DECIDE}), lambda *_: Press(Act.APPROVE_ALL)),
    Act.CANCEL: (frozenset({Right.STEER}), lambda s, _: Press(Act.CANCEL, s.episode)),
    Act.RESUME: (frozenset({Right.STEER}), lambda s, _: Press(Act.RESUME, s.episode)),
    Act.OPEN: (MEMBER, lambda s, _: Press(Act.OPEN, s.episode)),
    Act.PAPERS: (MEMBER, lambda s, _: Press(Act.PAPERS, s.episode)),
    Act.CREDITS: (MEMBER, lambda s, _: Press(Act.CREDITS, s.episode)),
    Act.AUTHORSHIP: (MEMBER, lambda s, _: Press(Act.AUTHORSHIP, s.episode)),
    Act.NEW: (ANYBODY, lambda *_: Press(Act.NEW)),
    Act.NEW_EPISODE: (frozenset({Right.WRITE}), lambda s, _: Press(Act.NEW_EPISODE, s.series)),
    Act.MANUSCRIPT: (ANYBODY, lambda *_: Press(Act.MANUSCRIPT, word="keep")),
    Act.PLACE: (frozenset({Right.WRITE}), lambda s, _: Press(Act.PLACE, s.series)),
    Act.LANGUAGE: (ANYBODY, lambda *_: Press(Act.LANGUAGE, "fr")),
    Act.BIND: (frozenset({Right.STAFF}), lambda s, _: Press(Act.BIND, s.series)),
    Act.VOLUNTEER: (MEMBER, lambda s, _: Press(Act.VOLUNTEER, s.series, word="editor")),
    Act.ENLIST: (frozenset({Right.STAFF}), lambda s, _: Press(Act.ENLIST, s.series, s.people[FORMER], "editor")),
    Act.DECLINE: (frozenset({Right.STAFF}), lambda s, _: Press(Act.DECLINE, s.series, s.people[FORMER], "editor")),
    Act.KEEP: (CHOOSES, lambda s, _: Press(Act.KEEP, s.panel.id)),
    Act.BACK: (CHOOSES, lambda s, _: Press(Act.BACK, s.panel.id)),
    Act.PICK: (CHOOSES, lambda s, _: Press(Act.PICK, s.panel.id)),
    Act.VARIANTS: (CHOOSES, lambda s, _: Press(Act.VARIANTS, s.panel.id)),
    Act.CIRCLE: (ANYBODY, lambda *_: Press(Act.CIRCLE, word="yes")),
    Act.LARGER: (frozenset({Right.PROMPT}), lambda s, _: Press(Act.LARGER, s.panel.id)),
    Act.RETOUCH_AGAIN: (frozenset({Right.PROMPT}), lambda s, _: Press(Act.RETOUCH_AGAIN, s.panel.id)),
    Act.TEAM: (MEMBER, lambda s, _: Press(Act.TEAM, s.series)),
    Act.ROLES: (MEMBER, lambda s, _: Press(Act.ROLES, s.series)),
    Act.RULES: (MEMBER, lambda s, _: Press(Act.RULES, s.series)),
    Act.INVITE: (frozenset({Right.STAFF}), lambda s, _: Press(Act.INVITE, s.series, word="editor")),
    Act.WITHDRAW: (frozenset({Right.STAFF}), lambda s, _: Press(Act.WITHDRAW, s.series)),
    Act.JOIN: (ANYBODY, lambda s, _: Press(Act.JOIN, s.link)),
    Act.MEMBER: (frozenset({Right.STAFF}), lambda s, _: Press(Act.MEMBER, s.series, s.people["editor"])),
    Act.NAME: (frozenset({Right.STAFF}), lambda s, _: Press(Act.NAME, s.series, s.people["editor"], "sound")),
    Act.DISMISS: (frozenset({Right.STAFF}), lambda s, who: Press(Act.DISMISS, s.series, s.people[other(who)])),
    Act.HAND_OVER: (LEAD, lambda s, _: Press(Act.HAND_OVER, s.series, s.people["editor"])),
    Act.AGREE: (frozenset({Right.STAFF}), lambda s, _: Press(Act.AGREE, s.series, word="no")),
    Act.AWAY: (frozenset({Right.DECIDE}), lambda s, _: Press(Act.AWAY, s.series)),
    Act.DEPUTY: (frozenset({Right.DECIDE}), lambda s, who: Press(Act.DEPUTY, s.series, s.people[other(who)])),
    Act.RETURN: (ANYBODY, lambda s, _: Press(Act.RETURN, s.series)),
    Act.WORK_ON: (frozenset({Right.WRITE}), lambda s, _: Press(Act.WORK_ON, s.remark)),
    Act.LEAVE: (frozenset({Right.STAFF}), lambda s, _: Press(Act.LEAVE, s.remark)),
    Act.TRANSLATE: (frozenset({Right.TRANSLATE}), lambda s, _: Press(Act.TRANSLATE, s.episode)),
    Act.CRAFT: (MEMBER, lambda s, _: Press(Act.CRAFT, s.episode)),
    Act.MEND: (frozenset({Right.WRITE}), lambda s, _: Press(Act.MEND, s.panel.id, word="do-00000000")),
    Act.COMPARE: (MEMBER, lambda s, _: Press(Act.COMPARE, s.episode)),
    Act.VERSIONS: (MEMBER, lambda s, _: Press(Act.VERSIONS, s.panel.id, s.panel.id)),
    Act.CERTIFICATE: (ANYBODY, lambda *_: Press(Act.CERTIFICATE)),
    Act.PLAY: (MEMBER, lambda s, _: Press(Act.PLAY, s.remark)),
    Act.CONFIRM: (MEMBER, lambda s, who: Press(Act.CONFIRM, s.episode, s.people[who])),
    Act.BE_NAMED: (MEMBER, lambda s, who: Press(Act.BE_NAMED, s.episode, s.people[who], "hide")),
    Act.CHANGE_NAME: (MEMBER, lambda s, who: Press(Act.CHANGE_NAME, s.episode, s.people[who])),
    Act.DISPUTE: (MEMBER, lambda s, who: Press(Act.DISPUTE, s.episode, s.people[who])),
    Act.GRANT: (frozenset({Right.STAFF}), lambda s, _: Press(Act.GRANT, s.dispute, word="composer")),
    Act.KEEP_CREDIT: (frozenset({Right.STAFF}), lambda s, _: Press(Act.KEEP_CREDIT, s.dispute)),
    Act.HEARD: (ANYBODY, lambda *_: Press(Act.HEARD, word="use")),
    Act.STOP: (frozenset({Right.STEER}), lambda *_: Press(Act.STOP)),
    Act.OFFER: (frozenset({Right.WRITE}), lambda s, _: Press(Act.OFFER, s.reply, word="0")),
    Act.AGAIN: (LEAD, lambda s, _: Press(Act.AGAIN, s.turn)),
    Act.BIBLE: (MEMBER, lambda s, _: Press(Act.BIBLE, s.series)),
    Act.SEASON: (MEMBER, lambda s, _: Press(Act.SEASON, s.series)),
    Act.ENTRY: (frozenset({Right.WRITE}), lambda s, _: Press(Act.ENTRY, s.series, word="say-tone")),
    Act.COMMISSION: (frozenset({Right.WRITE}), lambda s, _: Press(Act.COMMISSION, s.series, word="10")),
    Act.BEGIN: (frozenset({Right.WRITE}), lambda s, _: Press(Act.BEGIN, s.series, word="2")),
    Act.BOOK_STEP: (frozenset({Right.WRITE}), lambda s, _: Press(Act.BOOK_STEP, s.series, word="bible-back")),
    Act.MERGE: (frozenset({Right.WRITE}), lambda s, _: Press(Act.MERGE, s.episode, s.panel.id, "mine")),
    Act.AUTHORS: (MEMBER, lambda s, _: Press(Act.AUTHORS, s.episode)),
    Act.STEP: (frozenset({Right.WRITE}), lambda s, _: Press(Act.STEP, s.episode, s.panel.id, "synopsis-back")),
    Act.ASSURE: (frozenset({Right.STEER}), lambda s, _: Press(Act.ASSURE, s.idea, word="franchise")),
    Act.SPEND: (frozenset({Right.STEER}), lambda s, _: Press(Act.SPEND, s.episode, word="1")),
    Act.SPARE: (frozenset({Right.STEER}), lambda s, _: Press(Act.SPARE, s.episode)),
    Act.SMALLER: (frozenset({Right.STEER}), lambda s, _: Press(Act.SMALLER, s.episode, word="8-8")),
    Act.REPEAT: (frozenset({Right.STEER}), lambda s, _: Press(Act.REPEAT, s.episode, word="again")),
    Act.BUDGET: (MEMBER, lambda s, _: Press(Act.BUDGET, s.series)),
    Act.LIMIT: (frozenset({Right.STAFF}), lambda s, _: Press(Act.LIMIT, s.series, word="series-5000000")),
    Act.VOICES: (MEMBER, lambda s, _: Press(Act.VOICES, s.series)),
    Act.LEND: (MEMBER, lambda s, _: Press(Act.LEND, s.series)),
    Act.LENT: (ANYBODY, lambda *_: Press(Act.LENT, word="yes")),
    Act.UNLEND: (ANYBODY, lambda s, _: Press(Act.UNLEND, s.series)),
    Act.CAST: (frozenset({Right.STAFF}), lambda s, _: Press(Act.CAST, s.series, "", "000000000000")),
    Act.INSTEAD: (frozenset({Right.WRITE}), lambda s, _: Press(Act.INSTEAD, s.idea, word="franchise")),
    Act.PROMPT: (
        frozenset({Right.PROMPT}),
        lambda s, _: Press(Act.PROMPT, s.episode, s.panel.id, f"rewrite-{s.panel.work.part}"),
    ),
    Act.TAKE_UP: (frozenset({Right.PROMPT}), lambda s, _: Press(Act.TAKE_UP, s.episode, s.prompt, s.panel.work.part)),
}
"""Every button as it is pressed in a private chat, with the rights of which one is enough."""


def expected(name: str, needs: frozenset[Right] | str) -> bool:
    """Return whether the table lets somebody do what needs one of these rights."""
    held = RIGHTS.get(Role(name), frozenset()) if name in PEOPLE else frozenset()
    anyway = {ANYBODY, *({MEMBER} if name in PEOPLE else ()), *({LEAD} if name == CREATOR else ())}
    return needs in anyway or bool(held & set(needs))


async def test_everybody_may_do_what_the_table_says_and_nothing_else(scene: Scene) -> None:
    for name in CHATS:
        for act, (needs, make) in EVERYTHING.items():
            assert await scene.may(name, make(scene, caller(name), name)) == expected(name, needs), f"{name}: {act}"
    assert {type(make(scene, caller(CREATOR), CREATOR)) for _, make in EVERYTHING.values()} == set(get_args(Command))


async def test_every_button_does_and_shows_what_the_table_says_and_nothing_else(scene: Scene) -> None:
    for name in CHATS:
        for act, (needs, press) in BUTTONS.items():
            assert await scene.may_press(name, press(scene, name)) == expected(name, needs), f"{name}: {act.name}"
    assert set(BUTTONS) == set(Act)


async def test_everybody_is_shown_their_own_record_and_nobody_elses(scene: Scene) -> None:
    showrunner = Showrunner(studio=scene.studio, listen=lambda _: None, wording=say)
    for name, person in scene.people.items():
        found = await showrunner.record(caller(name))
        assert found
        assert found.person.id == person
        assert {act.by.name for part in found.record.parts for act in part.acts} <= {person}
        assert bool(found.record.parts) is (name in {CREATOR, "sound"}), "one has written, one has remarked"
    with pytest.raises(Refused, match="nothing-made-yet"):
        await showrunner.certificate(caller(STRANGER))


async def test_the_team_and_its_group_compare_versions_and_nobody_else_does(scene: Scene) -> None:
    showrunner = Showrunner(studio=scene.studio, listen=lambda _: None, wording=say)
    for name, chat_ in CHATS.items():
        who = caller(name)
        asked = AskedVersions(caller=who, chat=chat_, episode=scene.episode)
        two = AskedComparison(caller=who, chat=chat_, older=scene.panel.id, newer=scene.panel.id)
        if name in PEOPLE:
            assert isinstance(await showrunner.versions(asked), tuple), name
        else:
            with pytest.raises(Refused, match="not-yours-to-see"):
                await showrunner.versions(asked)
        refused = "no-comparison" if name in PEOPLE else "not-yours-to-see"
        with pytest.raises(Refused, match=refused):
            await showrunner.compared(two)
