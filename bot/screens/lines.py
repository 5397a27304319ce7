"""Credit lines before the release, and disputes about them."""

import html
from collections.abc import Iterable

from agents.sheetwords import counts
from bot.callbacks import Act, Press
from bot.screens.page import Button, Rows, Screen, Voice, shortened
from bot.screens.team import abreast
from storage.domain.billing import Dispute, Standing
from storage.domain.credits import Credit
from storage.domain.crew import GIVEN
from storage.domain.stages import Stage
from storage.lines import Case, Evidence, Line
from storage.views import Card

SHOW, HIDE, OPEN, WITHDRAW, ROLES, BACK = "show", "hide", "open", "withdraw", "roles", "back"
"""Words of buttons."""

LONGEST = 600
"""UTF-16 units of a dispute's words that are shown."""


def line(voice: Voice, shown: Line) -> Screen:
    """Return someone's own line, with what they can do about it until the release."""
    parts = [_head(voice, "line-head", shown.card), _credits(voice, shown.credits), _name(voice, shown)]
    if shown.card.episode.stage is Stage.RELEASED:
        return Screen(text="\n\n".join(parts))
    if shown.dispute:
        parts.append(f"{voice('line-disputed', lead=shown.lead.name)}\n{_words(shown.dispute)}")
    parts.append(voice("line-silence"))
    return Screen(text="\n\n".join(parts), buttons=_answers(voice, shown))


def case(voice: Voice, shown: Case) -> Screen:
    """Return a dispute for its judge: the words, the line as it stands, the evidence; once settled, how it ended."""
    said = voice("dispute-said", name=shown.person.name)
    parts = (
        f"{_head(voice, 'dispute-of', shown.card)}\n{said}\n{_words(shown.dispute)}",
        f"{voice('dispute-now')}\n{_credits(voice, shown.credits)}",
        f"{voice('dispute-ledger', name=shown.person.name)}\n{_evidence(voice, shown.evidence)}",
    )
    if shown.dispute.standing is not Standing.OPEN:
        return Screen(text="\n\n".join((*parts, ended(voice, shown))))
    buttons = (
        voice.button("button-keep-credit", Press(Act.KEEP_CREDIT, shown.dispute.id)),
        voice.button("button-grant", Press(Act.GRANT, shown.dispute.id, word=ROLES)),
    )
    return Screen(text="\n\n".join((*parts, voice("dispute-ask"))), buttons=tuple((each,) for each in buttons))


def roles(voice: Voice, shown: Case) -> Screen:
    """Ask for which role a credit is given."""
    dispute = shown.dispute.id
    buttons = [Button(voice(f"role-{role}"), Press(Act.GRANT, dispute, word=role)) for role in GIVEN]
    back = voice.button("button-case", Press(Act.GRANT, dispute, word=BACK))
    words = f"{_words(shown.dispute)}\n\n{voice('dispute-role', name=shown.person.name)}"
    return Screen(text=words, buttons=(*abreast(buttons), (back,)))


def settled(voice: Voice, shown: Case) -> Screen:
    """Tell the one who disputed how it ended."""
    text = f"{_head(voice, 'line-head', shown.card)}\n{_words(shown.dispute)}\n\n{ended(voice, shown)}"
    return Screen(text=text)


def ended(voice: Voice, shown: Case) -> str:
    """Say how a dispute ended."""
    role = voice(f"role-{shown.dispute.role}") if shown.dispute.role else ""
    return voice(f"dispute-{shown.dispute.standing}", name=shown.person.name, lead=shown.lead.name, role=role)


def _head(voice: Voice, key: str, card: Card) -> str:
    """Name a series, an episode, and the episode's title where it has one of its own."""
    head = voice(key, series=card.series.title, number=card.episode.number)
    return head if card.title == card.series.title else f"{head}\n{voice('line-title', title=card.title)}"


def _credits(voice: Voice, credits_: Iterable[Credit]) -> str:
    lines = [
        voice(
            "line-role",
            role=voice(f"role-{each.role}"),
            degree=voice(f"degree-{each.degree}"),
            counts=counts(each, voice),
        )
        for each in credits_
    ]
    return "\n".join(lines) or voice("line-none")


def _name(voice: Voice, shown: Line) -> str:
    if not shown.named:
        return voice("line-unnamed")
    name = voice("line-name", name=shown.name)
    return f"{name} {voice('line-confirmed')}" if shown.confirmed else name


def _words(dispute: Dispute) -> str:
    return f"<blockquote>{html.escape(shortened(dispute.text, LONGEST), quote=False)}</blockquote>"


def _evidence(voice: Voice, found: Iterable[Evidence]) -> str:
    return "\n".join(_counted(voice, each) for each in found) or voice("dispute-nothing")


def _counted(voice: Voice, each: Evidence) -> str:
    done = voice(f"did-{each.kind}", count=each.count)
    if each.survived is None:
        return f"• {done}"
    return f"• {voice('dispute-survived', done=done, count=each.survived)}"


def _answers(voice: Voice, shown: Line) -> Rows:
    about = (shown.card.episode.id, shown.person.id)
    confirm = voice.button("button-confirm-line", Press(Act.CONFIRM, *about))
    name = voice.button("button-change-name", Press(Act.CHANGE_NAME, *about))
    if shown.named:
        named = voice.button("button-unname", Press(Act.BE_NAMED, *about, HIDE))
    else:
        named = voice.button("button-name-again", Press(Act.BE_NAMED, *about, SHOW))
    if shown.dispute:
        wrong = voice.button("button-withdraw-dispute", Press(Act.DISPUTE, *about, WITHDRAW))
    else:
        wrong = voice.button("button-dispute", Press(Act.DISPUTE, *about, OPEN))
    agreed = () if shown.confirmed or not shown.credits else ((confirm,),)
    disputes = () if shown.card.episode.stage is Stage.FINISHING else ((wrong,),)
    return (*agreed, (name,), (named,), *disputes)
