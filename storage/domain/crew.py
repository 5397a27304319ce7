"""Who may do what: roles, members, and one table of rights.

Rights are asked when an act happens, against the membership of that moment.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from storage.domain.ids import PersonId, SeriesId


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
    TOOL = "tool"


class Right(StrEnum):
    """Something a person may or may not do in a series."""

    WRITE = "write"
    DECIDE = "decide"
    STEER = "steer"
    """Start, cancel and retry work."""
    STAFF = "staff"
    """Bind a group and name supervisors."""


RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.CREATOR: frozenset({Right.WRITE, Right.STEER, Right.STAFF}),
    Role.SCREENWRITER: frozenset({Right.WRITE}),
    Role.PROMPT_WRITER: frozenset({Right.WRITE}),
    Role.SUPERVISOR: frozenset({Right.DECIDE}),
}
"""What each role may do; a role that is not listed may look on."""


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


def rights(roles: Collection[Role], *, supervised: bool) -> frozenset[Right]:
    """Return what someone with these roles may do; the creator of a series without supervisors decides alone."""
    held = frozenset[Right]().union(*(RIGHTS.get(role, frozenset()) for role in roles))
    alone = Role.CREATOR in roles and not supervised
    return held | {Right.DECIDE} if alone else held
