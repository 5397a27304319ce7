"""What is pressed on the pages of a team. Rights are asked by the use cases, when an act happens."""

from functools import partial

from agents.commands.command import Command
from agents.commands.team import Agree, ComeBack, Dismiss, GoAway, HandOver, Invite, Join, Meet, NameMember, Withdraw
from bot.callbacks import Act, Press
from bot.carrier import About
from bot.dialling import dial
from bot.front import Call, Front, Toast, toast
from bot.screens import team
from bot.screens.page import Screen, Voice
from bot.sender import CHOICE
from storage.domain.crew import Member, Right, Role
from storage.domain.ids import InvitationId, PersonId, SeriesId
from storage.domain.review import OPTIONAL, DraftKind, Quorum
from storage.posts import Post

PAGE = About(purpose="team")
"""What a page of a team is for: it is turned as its buttons are pressed."""


async def show(front: Front, call: Call, series: SeriesId) -> None:
    """Show a team in a chat."""
    await front.show(call, await _page(front, call, series), PAGE)


async def welcome(front: Front, call: Call, invitation: InvitationId) -> None:
    """Ask someone who followed a link whether they join."""
    found = await front.views.invitation(invitation)
    if found is None:
        await front.answer(call, "refused-no-such-invitation")
    else:
        await front.show(call, team.invitation(call.voice, *found), About(purpose=CHOICE))


async def page(front: Front, call: Call, press: Press) -> Toast:
    """Turn to a team's first page."""
    return await _turn(front, call, await _page(front, call, SeriesId(press.about)))


async def roles(front: Front, call: Call, press: Press) -> Toast:
    """Ask in which role: to join in, or to give to a member."""
    series, _, _ = await front.views.series(SeriesId(press.about))
    if press.rest:
        return await _turn(front, call, team.roles(call.voice, series, Act.NAME, press.rest, "role-ask"))
    await front.show(call, team.roles(Voice(series.language), series, Act.VOLUNTEER, "", "volunteer-ask"), PAGE)
    return Toast()


async def volunteer(front: Front, call: Call, press: Press) -> Toast:
    """Ask the creator whether someone may join; the creator needs to ask nobody."""
    await front.carry(call, Meet(caller=call.caller))
    person = await front.views.person(call.caller.chat)
    role = _role(press)
    series, members, _ = await front.views.series(SeriesId(press.about))
    if person is None or role is None:
        return Toast("toast-not-a-button", alert=True)
    if Member(series=series.id, person=person.id, role=role) in members:
        return Toast("toast-in-already", alert=True)
    creator = (await front.views.names([series.creator]))[series.creator]
    asked = team.confirm(Voice(series.language), series, person, creator, role)
    await front.show(call, asked, About(purpose=CHOICE))
    return Toast("toast-volunteered")


async def enlist(front: Front, call: Call, press: Press) -> Toast:
    """Let someone join, as the creator says."""
    role = _role(press)
    if role is None:
        return Toast("toast-not-a-button", alert=True)
    command = NameMember(caller=call.caller, series=SeriesId(press.about), person=PersonId(press.rest), role=role)
    return await front.settle(call, command, await _answered(front, press, role, "button-confirm"))


async def decline(front: Front, call: Call, press: Press) -> Toast:
    """Let someone not join, as the creator says."""
    role = _role(press)
    refusal = await front.refused(call, SeriesId(press.about), Right.STAFF)
    if refusal or role is None:
        return Toast(refusal or "toast-not-a-button", alert=True)
    return await front.settle(call, Meet(caller=call.caller), await _answered(front, press, role, "button-decline"))


async def invite(front: Front, call: Call, press: Press) -> Toast:
    """Ask for the role of a link, or make it."""
    series, _, _ = await front.views.series(SeriesId(press.about))
    if not press.word:
        return await _turn(front, call, team.roles(call.voice, series, Act.INVITE, "", "invite-ask"))
    role = _role(press)
    if role is None:
        return Toast("toast-not-a-button", alert=True)
    return await _do(front, call, Invite(caller=call.caller, series=series.id, role=role), series.id)


async def withdraw(front: Front, call: Call, press: Press) -> Toast:
    """Make every link of a series void."""
    command = Withdraw(caller=call.caller, series=SeriesId(press.about))
    return toast(await front.carry(call, command), "toast-withdrawn")


async def join(front: Front, call: Call, press: Press) -> Toast:
    """Join by a link."""
    command = Join(caller=call.caller, invitation=InvitationId(press.about))
    return await front.settle(call, command, call.voice("join-done"))


async def member(front: Front, call: Call, press: Press) -> Toast:
    """Show a member to the one who leads."""
    crew, who = await front.views.crew(SeriesId(press.about)), PersonId(press.rest)
    refusal = await front.refused(call, crew.series.id, Right.STAFF)
    if refusal or who not in crew.people:
        return Toast(refusal or "toast-already", alert=True)
    return await _turn(front, call, team.member(call.voice, crew, who))


async def name(front: Front, call: Call, press: Press) -> Toast:
    """Give a member one more role."""
    role, series = _role(press), SeriesId(press.about)
    if role is None:
        return Toast("toast-not-a-button", alert=True)
    command = NameMember(caller=call.caller, series=series, person=PersonId(press.rest), role=role)
    return await _do(front, call, command, series)


async def dismiss(front: Front, call: Call, press: Press) -> Toast:
    """Let a member go, or leave."""
    series = SeriesId(press.about)
    return await _do(front, call, Dismiss(caller=call.caller, series=series, person=PersonId(press.rest)), series)


async def hand_over(front: Front, call: Call, press: Press) -> Toast:
    """Let a member lead."""
    series = SeriesId(press.about)
    return await _do(front, call, HandOver(caller=call.caller, series=series, person=PersonId(press.rest)), series)


async def rules(front: Front, call: Call, press: Press) -> Toast:
    """Show what the team has agreed on."""
    return await _turn(front, call, team.rules(call.voice, await front.views.crew(SeriesId(press.about))))


async def agree(front: Front, call: Call, press: Press) -> Toast:
    """Agree on something, and show it."""
    command = _agreed(call, SeriesId(press.about), press.word)
    if command is None:
        return Toast("toast-not-a-button", alert=True)
    trouble = await front.carry(call, command)
    return toast(trouble) if trouble else await rules(front, call, press)


async def away(front: Front, call: Call, press: Press) -> Toast:
    """Ask who decides meanwhile."""
    person = await front.views.person(call.caller.chat)
    refusal = await front.refused(call, SeriesId(press.about), Right.DECIDE)
    if refusal or person is None:
        return Toast(refusal or "toast-not-a-button", alert=True)
    return await _turn(front, call, team.deputies(call.voice, await front.views.crew(SeriesId(press.about)), person.id))


async def deputise(front: Front, call: Call, press: Press) -> Toast:
    """Let somebody stand in."""
    series = SeriesId(press.about)
    return await _do(front, call, GoAway(caller=call.caller, series=series, deputy=PersonId(press.rest)), series)


async def return_(front: Front, call: Call, press: Press) -> Toast:
    """Decide by oneself again."""
    series = SeriesId(press.about)
    return await _do(front, call, ComeBack(caller=call.caller, series=series), series)


async def _do(front: Front, call: Call, command: Command, series: SeriesId) -> Toast:
    """Carry out a command, and turn to the team as it is then."""
    trouble = await front.carry(call, command)
    return toast(trouble) if trouble else await _turn(front, call, await _page(front, call, series))


async def _page(front: Front, call: Call, series: SeriesId) -> Screen:
    crew = await front.views.crew(series)
    person = await front.views.person(call.caller.chat) if call.private else None
    return team.page(call.voice, crew, person.id if person else None)


async def _turn(front: Front, call: Call, screen: Screen) -> Toast:
    """Let the message of a pressed button show another page."""
    post = Post(chat=call.chat.id, message_id=call.pressed, purpose=PAGE.purpose)
    await dial("editMessageText", partial(front.sender.edit, post, screen))
    return Toast()


async def _answered(front: Front, press: Press, role: Role, answer: str) -> str:
    """Return the question whether someone may join, with what the creator answered."""
    series, _, _ = await front.views.series(SeriesId(press.about))
    names = await front.views.names([series.creator, PersonId(press.rest)])
    voice = Voice(series.language)
    asked = team.volunteers(voice, series, names[PersonId(press.rest)], names[series.creator], role)
    return f"{asked}\n<b>{voice(answer)}</b>"


def _role(press: Press) -> Role | None:
    """Return the role on a button; a button without one is about supervising."""
    word = press.word or Role.SUPERVISOR
    return Role(word) if word in set(Role) else None


def _agreed(call: Call, series: SeriesId, word: str) -> Agree | None:
    """Read what a button agrees on."""
    if word in {team.YES, team.NO}:
        return Agree(caller=call.caller, series=series, own=word == team.YES)
    kind, _, how = word.rpartition("-")
    if how in {team.ASK, team.SKIP} and kind in OPTIONAL:
        return Agree(caller=call.caller, series=series, kind=DraftKind(kind), asks=how == team.ASK)
    if kind not in set(DraftKind) or how not in set(Quorum):
        return None
    return Agree(caller=call.caller, series=series, kind=DraftKind(kind), quorum=Quorum(how))
