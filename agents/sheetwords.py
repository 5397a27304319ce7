"""The credits and authorship sheet in words, as it is printed."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial

from agents.sheet import Answer, Authorship, Contributor, Machine, Step
from agents.wording import Wording
from generation.paper.page import Block, Page
from generation.paper.table import habits_of
from storage.domain.credits import Credit

MAKER = "Feuilleton"
"""What stands in the foot: the sheet itself is counted, not generated, and carries no notice that it were."""

COUNTED = (
    "written", "typed", "suggested", "altered", "choices", "shown",
    "approved", "sent_back", "rounds", "results", "kept",
)  # fmt: skip
"""The numbers of `Choices`, in the order in which they are told."""

COMMIT, SHORT = re.compile(r"[0-9a-f]{40}"), 12
"""The version of a model from a hub is a commit; so many of its digits are told. The data has all of them."""

Say = Callable[..., str]


def page(sheet: Authorship, wording: Wording) -> Page:
    """Return the sheet as a page, in the language of its series."""
    language = sheet.series.language
    say: Say = partial(wording, language)
    return Page(
        language=language,
        name=say("paper-authorship"),
        series="" if sheet.series.title == sheet.title else sheet.series.title,
        title=sheet.title,
        episode=say("card-episode", number=sheet.episode.number),
        summary=say("sheet-released", date=written(sheet.released)),
        version=say("paper-version", version=sheet.cut[:6]),
        label=MAKER,
        blocks=(
            _people(sheet, say),
            _tools(sheet, say),
            _numbers(sheet, say),
            _steps(sheet, say),
            *_answers(sheet, say),
            _ledger(sheet, say),
            Block(title=say("sheet-statement"), shares=(1,), rows=tuple((line,) for line in statement(sheet, wording))),
        ),
    )


def statement(sheet: Authorship, wording: Wording) -> tuple[str, ...]:
    """Return what is true of how people and tools worked together, as sentences."""
    language = sheet.series.language
    say: Say = partial(wording, language)
    media = dict.fromkeys(medium for machine in sheet.machines for medium in machine.made)
    made = habits_of(language).comma.join(say(f"made-{medium}") for medium in media)
    tools = say("sheet-tools-made", media=made) if made else say("sheet-no-tools")
    unnamed = (say("sheet-unnamed", count=sheet.unnamed),) if sheet.unnamed else ()
    return (tools, say("sheet-people-did"), *unnamed, say("sheet-limits"))


def counts(credit: Credit, say: Say) -> str:
    """Return what earned a credit, by kind."""
    return " · ".join(say(f"did-{kind}", count=count) for kind, count in credit.counts)


def written(moment: datetime) -> str:
    """Return a moment as every language reads it, to the minute."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _people(sheet: Authorship, say: Say) -> Block:
    return Block(
        title=say("sheet-people"),
        shares=(5, 5, 4, 9, 4),
        headings=_headings(say, "name", "role", "degree", "acts", "time"),
        rows=tuple(row for person in sheet.people for row in _rows(person, say)),
    )


def _rows(person: Contributor, say: Say) -> Iterator[tuple[str, ...]]:
    """Return a row a role; the time, which is a person's as a whole, stands in the first."""
    name, time = person.name, say("sheet-minutes", minutes=person.minutes)
    for credit in person.credits:
        degree = say(f"degree-{credit.degree}") if credit.degree else ""
        yield (name, say(f"role-{credit.role}"), degree, counts(credit, say), time)
        name, time = "", ""


def _tools(sheet: Authorship, say: Say) -> Block:
    return Block(
        title=say("sheet-tools"),
        shares=(7, 7, 5, 6, 2),
        headings=_headings(say, "tool", "version", "licence", "made", "results"),
        rows=tuple(_tool(machine, say, sheet.series.language) for machine in sheet.machines),
    )


def _tool(machine: Machine, say: Say, language: str) -> tuple[str, ...]:
    made = habits_of(language).comma.join(say(f"made-{medium}") for medium in machine.made)
    version = machine.version[:SHORT] if COMMIT.fullmatch(machine.version) else machine.version
    return (machine.name, version or "—", machine.licence or "—", made, str(machine.results))


def _numbers(sheet: Authorship, say: Say) -> Block:
    """Return the numbers in two columns."""
    cells = [(str(getattr(sheet.choices, name)), say(f"choices-{name.replace('_', '-')}")) for name in COUNTED]
    pairs = [*cells, ("", "")][: len(cells) + len(cells) % 2]
    half = len(pairs) // 2
    return Block(
        title=say("sheet-choices"),
        shares=(1, 11, 1, 11),
        rows=tuple((*left, *right) for left, right in zip(pairs[:half], pairs[half:], strict=True)),
    )


def _steps(sheet: Authorship, say: Say) -> Block:
    began = (say("sheet-begun"), written(sheet.begun), "", "")
    ended = (say("sheet-ended"), written(sheet.released), "", "")
    return Block(
        title=say("sheet-timeline"),
        shares=(6, 7, 4, 7),
        headings=_headings(say, "step", "opened", "versions", "approved"),
        rows=(began, *(_step(step, say) for step in sheet.steps), ended),
    )


def _step(step: Step, say: Say) -> tuple[str, ...]:
    approved = written(step.approved) if step.approved else "—"
    return (say(f"reviewed-{step.kind}"), written(step.opened), str(step.rounds), approved)


def _answers(sheet: Authorship, say: Say) -> Iterator[Block]:
    """Yield who answers for words that may touch another's rights, where somebody does."""
    if sheet.answers:
        yield Block(
            title=say("sheet-assured"),
            shares=(6, 5, 5, 6, 6),
            headings=_headings(say, "matter", "named", "keeper", "since", "reason"),
            rows=tuple(_answer(each, say) for each in sheet.answers),
        )


def _answer(answer: Answer, say: Say) -> tuple[str, ...]:
    named = answer.paper.name if answer.paper else say("sheet-removed")
    reason = answer.paper.reason if answer.paper else ""
    name = answer.name or say("sheet-somebody")
    return (say(f"matter-{answer.matter}"), named, name, written(answer.at), reason or "—")


def _ledger(sheet: Authorship, say: Say) -> Block:
    sealed = written(datetime.fromisoformat(sheet.seal.at))
    return Block(
        title=say("sheet-ledger"),
        shares=(5, 19),
        rows=(
            (say("sheet-cut"), sheet.cut),
            (
                say("sheet-entries"),
                say("sheet-sealed", size=sheet.seal.size, date=sealed),
            ),
            (say("sheet-last"), sheet.seal.digest),
            (say("sheet-key"), sheet.seal.public),
        ),
    )


def _headings(say: Say, *names: str) -> tuple[str, ...]:
    return tuple(say(f"sheet-{name}") for name in names)
