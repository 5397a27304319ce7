"""The team of a series: who is in it as what, how it decides, and how one joins."""

import html
from collections.abc import Iterable, Sequence

from bot.callbacks import Act, Press
from bot.screens.page import Button, Rows, Screen, Voice
from storage.crews import Crew
from storage.domain.crew import DECIDING, GIVEN, Invitation, Person, Role
from storage.domain.ids import PersonId
from storage.domain.review import OPTIONAL, DraftKind, Quorum
from storage.domain.story import Series

ABREAST = 2
"""Buttons with the name of a role that fit beside each other on a phone."""

YES, NO = "yes", "no"
"""Words of a button that agrees on one's own work."""

ASK, SKIP = "ask", "skip"
"""Words of a button that asks for a kind of draft, or no longer does; the kind goes before."""


def choose(voice: Voice, series: Sequence[Series]) -> Screen:
    """Ask whose team to show."""
    if not series:
        return Screen(text=voice("team-none"))
    return Screen(
        text=voice("team-ask"), buttons=tuple((Button(each.title, Press(Act.TEAM, each.id)),) for each in series)
    )


def page(voice: Voice, crew: Crew, reader: PersonId | None) -> Screen:
    """Return a team as one of its people sees it; nobody's buttons for a group (`reader` is None)."""
    people = [_line(voice, crew, who) for who in crew.people]
    text = "\n".join((voice("team-page", title=crew.series.title), *people, "", rules_line(voice, crew)))
    return Screen(text=text, buttons=_buttons(voice, crew, reader))


def rules_line(voice: Voice, crew: Crew) -> str:
    """Say what the team has agreed on, of the drafts that it sees."""
    seen = filter(crew.policy.asks, DraftKind)
    kinds = " · ".join(f"{voice(f'kind-{kind}')} {voice(f'quorum-{crew.policy.of(kind)}')}" for kind in seen)
    return voice("team-rules", kinds=kinds, own=YES if crew.policy.own else NO)


def rules(voice: Voice, crew: Crew) -> Screen:
    """Let a team agree: which optional drafts it wants to see, a row for each kind, and one for one's own work."""

    def marked(label: str, *, on: bool) -> str:
        return f"● {label}" if on else label

    rows = [
        tuple(
            Button(
                marked(f"{voice(f'kind-{kind}')} {voice(f'quorum-{quorum}')}", on=crew.policy.of(kind) is quorum),
                Press(Act.AGREE, crew.series.id, word=f"{kind}-{quorum}"),
            )
            for quorum in Quorum
        )
        for kind in filter(crew.policy.asks, DraftKind)
    ]
    own = tuple(
        Button(
            marked(voice(f"own-{word}"), on=crew.policy.own is allowed),
            Press(Act.AGREE, crew.series.id, word=word),
        )
        for word, allowed in ((YES, True), (NO, False))
    )
    text = f"{voice('rules-ask', title=crew.series.title)}\n\n{voice('rules-showings')}"
    return Screen(text=text, buttons=(_showings(voice, crew), *rows, own, _back(voice, crew)))


def _showings(voice: Voice, crew: Crew) -> tuple[Button, ...]:
    """Return a button for each optional kind of draft: it is asked for, or no longer."""
    return tuple(
        Button(
            f"{'☑' if crew.policy.asks(kind) else '☐'} {voice(f'kind-{kind}')}",
            Press(Act.AGREE, crew.series.id, word=f"{kind}-{SKIP if crew.policy.asks(kind) else ASK}"),
        )
        for kind in DraftKind
        if kind in OPTIONAL
    )


def member(voice: Voice, crew: Crew, who: PersonId) -> Screen:
    """Return a member with what the one who leads can do about them."""
    series = crew.series.id
    rows = [
        (voice.button("button-role", Press(Act.ROLES, series, who)),),
        (voice.button("button-hand-over", Press(Act.HAND_OVER, series, who)),),
        (voice.button("button-dismiss", Press(Act.DISMISS, series, who)),),
    ]
    return Screen(text=_line(voice, crew, who), buttons=(*rows, _back(voice, crew)))


def roles(voice: Voice, series: Series, act: Act, person: str, ask: str) -> Screen:
    """Ask for a role."""
    buttons = [Button(voice(f"role-{role}"), Press(act, series.id, person, role)) for role in GIVEN]
    return Screen(text=voice(ask, title=series.title), buttons=abreast(buttons))


def deputies(voice: Voice, crew: Crew, away: PersonId) -> Screen:
    """Ask who decides meanwhile."""
    others = [person for who, (person, _) in crew.people.items() if who != away]
    rows = tuple((Button(each.name, Press(Act.DEPUTY, crew.series.id, each.id)),) for each in others)
    return Screen(text=voice("away-ask" if others else "away-alone"), buttons=(*rows, _back(voice, crew)))


def invited(voice: Voice, series: Series, role: Role, link: str) -> Screen:
    """Hand out a link to join with."""
    withdraw = voice.button("button-withdraw", Press(Act.WITHDRAW, series.id))
    words = voice("invited", title=series.title, role=voice(f"role-{role}"))
    return Screen(text=f"{words}\n{html.escape(link)}", buttons=((withdraw,),))


def invitation(voice: Voice, link: Invitation, series: Series, by: Person) -> Screen:
    """Ask somebody with a link whether they join."""
    words = voice("join-ask", name=by.name, title=series.title, role=voice(f"role-{link.role}"))
    return Screen(text=words, buttons=((voice.button("button-join", Press(Act.JOIN, link.id)),),))


def confirm(voice: Voice, series: Series, volunteer: Person, creator: str, role: Role) -> Screen:
    """Ask the creator of a series whether someone may join it."""
    yes = voice.button("button-confirm", Press(Act.ENLIST, series.id, volunteer.id, role))
    no = voice.button("button-decline", Press(Act.DECLINE, series.id, volunteer.id, role))
    return Screen(text=volunteers(voice, series, volunteer.name, creator, role), buttons=((yes, no),))


def volunteers(voice: Voice, series: Series, volunteer: str, creator: str, role: Role) -> str:
    """Say that someone would like to join."""
    words = {"name": volunteer, "title": series.title, "creator": creator}
    if role is Role.SUPERVISOR:
        return voice("team-volunteer", **words)
    return voice("team-volunteer-role", role=voice(f"role-{role}"), **words)


def named(voice: Voice, series: Series, name: str, role: Role) -> str:
    """Say that someone has joined."""
    if role is Role.SUPERVISOR:
        return voice("team-named", name=name, title=series.title)
    return voice("team-joined", name=name, title=series.title, role=voice(f"role-{role}"))


def ways_in(voice: Voice, series: Series) -> Rows:
    """Return the buttons with which anybody in a group asks to join."""
    supervise = voice.button("button-volunteer", Press(Act.VOLUNTEER, series.id))
    return ((supervise,), (voice.button("button-other-role", Press(Act.ROLES, series.id)),))


def _line(voice: Voice, crew: Crew, who: PersonId) -> str:
    person, held = crew.people[who]
    line = voice("team-member", name=person.name, roles=" · ".join(voice(f"role-{role}") for role in held))
    deputy = crew.deputies.get(who)
    return f"{line} {voice('team-away', deputy=deputy.name)}" if deputy else line


def _buttons(voice: Voice, crew: Crew, reader: PersonId | None) -> Rows:
    series = crew.series.id
    if reader is None or reader not in crew.people:
        return (*ways_in(voice, crew.series), (voice.button("button-bind", Press(Act.BIND)),))
    rows: list[tuple[Button, ...]] = []
    if reader == crew.series.creator:
        others = [(who, person) for who, (person, _) in crew.people.items() if who != reader]
        rows += [(Button(f"⚙ {person.name}", Press(Act.MEMBER, series, who)),) for who, person in others]
        rows.append((
            voice.button("button-invite", Press(Act.INVITE, series)),
            voice.button("button-rules", Press(Act.RULES, series)),
        ))  # fmt: skip
    if reader in crew.deputies:
        rows.append((voice.button("button-return", Press(Act.RETURN, series)),))
    elif set(crew.people[reader][1]) & DECIDING:
        rows.append((voice.button("button-away", Press(Act.AWAY, series)),))
    if reader != crew.series.creator:
        rows.append((voice.button("button-leave", Press(Act.DISMISS, series, reader)),))
    return tuple(rows)


def _back(voice: Voice, crew: Crew) -> tuple[Button, ...]:
    return (voice.button("button-team", Press(Act.TEAM, crew.series.id)),)


def abreast(buttons: Iterable[Button]) -> Rows:
    """Lay out buttons with the names of roles."""
    every = list(buttons)
    return tuple(tuple(every[at : at + ABREAST]) for at in range(0, len(every), ABREAST))
