"""What is weak in an episode, and what would mend it, as a message: short enough for a phone, a tap for each fix."""

from collections.abc import Collection, Sequence

from agents.counsel import Counsel
from agents.crew.findings import Craft, Finding
from bot.callbacks import Act, Press
from bot.screens.page import Button, Rows, Screen, Voice, quoted
from bot.words import Value, say
from storage.domain.ids import TakeId
from storage.views import Card

MOST = 5
"""Findings of one message; more are counted, and shown once those before them are settled."""

DO, DROP = "do", "drop"
"""Stand before the key of a finding in a button: carry out its fix, or do not show it again."""


def open_(found: Counsel, dismissed: Collection[str]) -> tuple[Finding, ...]:
    """Return the findings that nobody has settled here."""
    return tuple(each for each in found.findings if each.key not in dismissed)


def counsel(voice: Voice, card: Card, found: Counsel, dismissed: Collection[str], *, writes: bool) -> Screen:
    """Return what was found, without what was `dismissed`; whoever `writes` there gets the buttons."""
    findings = open_(found, dismissed)
    shown = findings[:MOST]
    head = voice("craft-head", title=card.title, number=card.episode.number)
    if not shown:
        clean = "craft-settled" if found.findings else "craft-clean"
        return Screen(text=f"{head}\n{voice(clean)}")
    lines = [f"<b>{number}</b> · {_told(voice, found, each)}" for number, each in enumerate(shown, 1)]
    more = [voice("craft-more", count=len(findings) - MOST)] if len(findings) > MOST else []
    text = "\n\n".join((head, *lines, *more, *([voice("craft-ask")] if writes else [])))
    return Screen(text=text, buttons=_buttons(voice, found.take.id, shown) if writes else ())


def _told(voice: Voice, found: Counsel, finding: Finding) -> str:
    """Say where a finding is, what is weak and why; under it the words that it is about."""
    where = [voice("craft-shot", number=finding.shot)] if finding.shot else []
    key = f"craft-{finding.rule}" if isinstance(finding.rule, Craft) else f"clash-{finding.rule}"
    said = voice(key, **_values(voice, found, finding))
    return " ".join((*where, said))


def _values(voice: Voice, found: Counsel, finding: Finding) -> dict[str, Value]:
    """Return what stands in the sentence of a finding: numbers, words of the script, what framings are called."""
    facts = dict(finding.facts)
    values: dict[str, Value] = {"about": "script", "empty": "no", "count": 0}
    values["sure"] = "no" if finding.is_question else "yes"
    values |= {name: int(value) if value.isdecimal() else value for name, value in facts.items()}
    if "framing" in facts:
        values["framing"] = say(voice.language, f"framing-{facts['framing']}")
    text = found.script.line(finding.line).text if found.script and finding.line else facts.get("text", "")
    return values | {"text": quoted(text)} | ({"fact": quoted(facts["fact"])} if "fact" in facts else {})


def _buttons(voice: Voice, take: TakeId, shown: Sequence[Finding]) -> Rows:
    """Return a row for each fix, in the words that the wish will have, and one that dismisses."""
    fixes = [
        (Button(say(voice.language, "button-craft-do", number=number, fix=each.fix), _press(take, DO, each)),)
        for number, each in enumerate(shown, 1)
        if each.fix
    ]
    drops = tuple(
        Button(say(voice.language, "button-craft-drop", number=number), _press(take, DROP, each))
        for number, each in enumerate(shown, 1)
    )
    return (*fixes, drops)


def _press(take: TakeId, what: str, finding: Finding) -> Press:
    return Press(Act.MEND, take, word=f"{what}-{finding.key}")
