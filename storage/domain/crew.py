"""Who may do what: roles, members, and one table of rights.

Rights are asked when an act happens, against the membership of that moment.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from storage.domain.ids import InvitationId, PersonId, SeriesId


class Role(StrEnum):
    """A trade in the making of a series; credits are listed in this order."""

    CREATOR = "creator"
    SCREENWRITER = "screenwriter"
    PROMPT_WRITER = "prompt-writer"
    SUPERVISOR = "supervisor"
    EDITOR = "editor"
    DUBBING_ARTIST = "dubbing-artist"
    PERFORMER = "performer"
    COMPOSER = "composer"
    SOUND = "sound"
    TRANSLATOR = "translator"
    RIGHTS_HOLDER = "rights-holder"
    TEACHER = "teacher"
    STUDENT = "student"
    TOOL = "tool"


class Right(StrEnum):
    """Something a person may or may not do in a series."""

    WRITE = "write"
    """Say what the story is: ideas, wishes about synopsis and script, the next episode."""
    PROMPT = "prompt"
    """Say how a shot looks: wishes about one drawing, variants, the choice among them, prompts."""
    TRANSLATE = "translate"
    """Have an episode translated, and say how it speaks in the other language."""
    DECIDE = "decide"
    """Approve drafts or send them back."""
    STEER = "steer"
    """Start, cancel and retry work."""
    STAFF = "staff"
    """Bind a group, invite, name and dismiss, and say how many must agree."""


RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.CREATOR: frozenset({Right.WRITE, Right.PROMPT, Right.TRANSLATE, Right.STEER, Right.STAFF}),
    Role.SCREENWRITER: frozenset({Right.WRITE, Right.PROMPT, Right.TRANSLATE}),
    Role.PROMPT_WRITER: frozenset({Right.PROMPT}),
    Role.SUPERVISOR: frozenset({Right.DECIDE}),
    Role.EDITOR: frozenset({Right.PROMPT}),
    Role.TRANSLATOR: frozenset({Right.TRANSLATE}),
    Role.TEACHER: frozenset({Right.DECIDE, Right.STEER}),
    Role.STUDENT: frozenset({Right.WRITE, Right.PROMPT, Right.TRANSLATE, Right.STEER}),
}
"""What each role may do; a role that is not listed may look on. `docs/howto/team.md` shows it as a table."""

DECIDING = frozenset(role for role, held in RIGHTS.items() if Right.DECIDE in held)
"""Roles whose holders decide; where a series has one of them, its creator decides no longer."""

GIVEN = tuple(role for role in Role if role not in {Role.CREATOR, Role.TOOL})
"""Roles that someone can be given. The creator's is handed over, and a tool is nobody."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Someone who talks to the bot. `chat` is their private chat and Telegram's id for them."""

    id: PersonId
    chat: int
    name: str
    language: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """A person's role in a series; a person may hold several."""

    series: SeriesId
    person: PersonId
    role: Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Invitation:
    """A link with which whoever has it joins a series in a role, until it is withdrawn."""

    id: InvitationId
    series: SeriesId
    role: Role
    by: PersonId


def rights(roles: Collection[Role], *, supervised: bool) -> frozenset[Right]:
    """Return what someone with these roles may do; the creator of a series without supervisors decides alone."""
    held = frozenset[Right]().union(*(RIGHTS.get(role, frozenset()) for role in roles))
    alone = Role.CREATOR in roles and not supervised
    return held | {Right.DECIDE} if alone else held
