"""The credits and authorship sheet as files: data, text, a table and a page to print.

What the data are is said by `docs/schemas/credits.schema.json`.
"""

import asyncio
import csv
import io
import json
import shutil
from pathlib import Path

from agents.papers import RECORD, run_off
from agents.sheet import Answer, Authorship, Contributor, authorship
from agents.sheetwords import page, statement
from agents.studio import Studio
from bot.words import say
from generation.paper.page import Block
from generation.paper.table import BOM, habits_of, harmless
from storage.domain.contributions import Kind
from storage.domain.credits import VERDICTS
from storage.domain.ids import EpisodeId

FORMAT = "feuilleton-credits/1"

EARNING = tuple(kind for kind in Kind if kind not in VERDICTS or kind in {Kind.APPROVED, Kind.SETTLED})
"""The kinds of acts that can earn a credit."""


async def hand_over(studio: Studio, episode: EpisodeId, out: Path) -> None:
    """Write the sheet of a released episode into `out`: JSON, Markdown, CSV and PDF.

    Raises:
        Refused: it is not released yet.
        GenerationError: it could not be printed.
    """
    await asyncio.to_thread(out.mkdir, parents=True, exist_ok=True)
    for printed in await run_off(studio, episode, RECORD, say):
        await asyncio.to_thread(shutil.copyfile, studio.vault.path(printed.digest), out / printed.name)
    for name, text in texts(await authorship(studio, episode)).items():
        await asyncio.to_thread((out / name).write_text, text, "utf-8", newline="")


def texts(sheet: Authorship) -> dict[str, str]:
    """Return the sheet by file name."""
    return {
        "credits.json": json.dumps(record(sheet), ensure_ascii=False, indent=2) + "\n",
        "credits.md": markdown(sheet),
        "credits.csv": table(sheet),
    }


def record(sheet: Authorship) -> dict[str, object]:
    """Return the sheet as data."""
    numbers, seal = sheet.choices, sheet.seal
    return {
        "format": FORMAT,
        "series": sheet.series.id,
        "episode": sheet.episode.id,
        "title": sheet.title,
        "number": sheet.episode.number,
        "language": sheet.series.language,
        "sha256": sheet.cut,
        "begun": sheet.begun.isoformat(),
        "released": sheet.released.isoformat(),
        "people": [_person(person) for person in sheet.people],
        "unnamed": sheet.unnamed,
        "models": [
            {
                "name": machine.name,
                "version": machine.version,
                "licence": machine.licence,
                "made": list(machine.made),
                "results": machine.results,
            }
            for machine in sheet.machines
        ],
        "choices": {name: getattr(numbers, name) for name in numbers.__dataclass_fields__},
        "timeline": [
            {
                "step": step.kind,
                "opened": step.opened.isoformat(),
                "versions": step.rounds,
                "approved": step.approved.isoformat() if step.approved else None,
            }
            for step in sheet.steps
        ],
        "answered_for": [_answer(each) for each in sheet.answers],
        "ledger": seal.row(),
        "statement": list(statement(sheet, say)),
    }


def _answer(answer: Answer) -> dict[str, object]:
    paper = answer.paper
    return {
        "matter": answer.matter,
        "named": paper.name if paper else None,
        "by": answer.name or None,
        "at": answer.at.isoformat(),
        "reason": (paper.reason or None) if paper else None,
    }


def _person(person: Contributor) -> dict[str, object]:
    return {
        "id": person.person,
        "name": person.name,
        "active_minutes_estimated": person.minutes,
        "credits": [
            {
                "role": credit.role,
                "degree": credit.degree,
                "counts": dict(credit.counts),
                "evidence": list(credit.evidence),
            }
            for credit in person.credits
        ],
    }


def markdown(sheet: Authorship) -> str:
    """Return the sheet in Markdown, in the language of its series."""
    paper = page(sheet, say)
    head = f"# {_plain(paper.title)}\n\n{paper.name} · {paper.episode} · {paper.summary}"
    return "\n\n".join((head, *(_section(block) for block in paper.blocks))) + "\n"


def _section(block: Block) -> str:
    if len(block.shares) == 1:
        return f"## {block.title}\n\n" + "\n\n".join(_plain(cell) for (cell,) in block.rows)
    headings = block.headings or ("",) * len(block.shares)
    lines = (headings, ("---",) * len(block.shares), *block.rows)
    return f"## {block.title}\n\n" + "\n".join(f"| {' | '.join(map(_plain, line))} |" for line in lines)


def _plain(text: str) -> str:
    """Return one line of text in which nothing is markup."""
    line = " ".join(text.split())
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>|#" else letter for letter in line)


def table(sheet: Authorship) -> str:
    """Return the people as CSV, a line a person and role, with no cell that a spreadsheet would compute."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=habits_of(sheet.series.language).separator)
    writer.writerow(["name", "role", "degree", *EARNING, "active_minutes_estimated"])
    for person in sheet.people:
        for credit in person.credits:
            counts = dict(credit.counts)
            numbers = (*(counts.get(kind, 0) for kind in EARNING), person.minutes)
            writer.writerow([harmless(person.name), credit.role, credit.degree, *numbers])
    if sheet.unnamed:
        writer.writerow([say(sheet.series.language, "sheet-unnamed", count=sheet.unnamed)])
    return BOM + text.getvalue()
