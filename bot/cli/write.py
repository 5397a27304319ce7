"""`feuilleton write`: one sentence becomes a series on paper: bible, season, then each episode's synopsis and script.

Everything is kept as it comes, so that the command goes on where it was: after Ctrl-C, a failure, or for more episodes.
Nothing is approved by it: a bot that works in the same home puts each synopsis to the team.
"""

import argparse
import asyncio
import getpass
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from agents import book, callsheet, counsel, seasons
from agents.commands.book import OpenPlanned
from agents.commands.caller import Caller
from agents.crew.findings import Finding
from agents.crew.language import language_of
from agents.errors import AgentError
from agents.studio import Desk, Studio
from bot.cli.fetch import fetch
from bot.cli.run import remedy
from bot.compose import alone, models, open_studio
from bot.settings import Settings
from bot.words import FALLBACK, say
from generation.errors import GenerationError
from storage.domain.bible import Bible, Season
from storage.domain.errors import DomainError
from storage.domain.ids import Digest
from storage.domain.story import Language, Script, Synopsis
from storage.domain.takes import Medium, Note, Take

HERE = 0
"""Stands for the chat of whoever writes at this machine: nobody on Telegram has it."""


def main(settings: Settings, asked: argparse.Namespace) -> int:
    """Write the series."""
    console = Console()
    try:
        fetch(settings, console, models(settings)["text"].weights)
        asyncio.run(_write(settings, asked, console))
    except Exception as error:  # noqa: BLE001 - what is not expected is raised again
        console.print(remedy(error, AgentError, DomainError, GenerationError), style="red", markup=False)
        console.print("What was written is kept: the same command goes on from there.")
        return 1
    return 0


async def _write(settings: Settings, asked: argparse.Namespace, console: Console) -> None:
    pages = Pages(console, asked.out)
    with alone(settings.home):
        async with open_studio(settings) as studio:
            language = Language(asked.language) if asked.language else None
            spoken = language or Language(language_of(asked.idea) or Language.ENGLISH)
            caller = Caller(chat=HERE, name=getpass.getuser(), language=spoken)
            desk = await seasons.find_series(studio, caller, asked.idea, language)
            desk = desk or await seasons.open_series(studio, caller, asked.idea, language)
            try:
                await write(desk, caller, asked.idea, asked.episodes, pages)
            finally:
                console.print(str(await figures(studio, desk)), markup=False, highlight=False)


async def write(desk: Desk, caller: Caller, idea: str, count: int, pages: "Pages") -> None:
    """Write what is missing of a series with `count` episodes, and show all of it in order; `desk` is its book's.

    Raises:
        InvalidValue: a season cannot have so many.
        WritersBlock: no answer of the model would do.
        GenerationError: the model cannot be asked now.
    """
    started = await desk.head(seasons.IDEA)
    sources: tuple[Digest, ...] = (started.digest,) if started else ()
    if await desk.head(book.BIBLE) is None:
        await seasons.write_bible(desk, idea, sources)
    pages.show("bible", bible_text(idea, await book.bible(desk)))
    season = await desk.read(Season, await seasons.plan_season(desk, idea, count, sources))
    pages.show("season", season_text(season))
    studio = desk.studio
    for number in range(1, count + 1):
        async with studio.store.read() as reader:
            opened = await reader.episodes(desk.series.id)
        if len(opened) < number:
            await seasons.open_planned(studio, OpenPlanned(caller=caller, series=desk.series.id, number=number), None)
        await _episode(studio, desk, number, pages)


async def _episode(studio: Studio, desk: Desk, number: int, pages: "Pages") -> None:
    async with studio.store.read() as reader:
        episode = (await reader.episodes(desk.series.id))[number - 1]
    place = studio.desk(desk.series, episode)
    head = await callsheet.drafted(place)
    synopsis = await place.read(Synopsis, head)
    script = await callsheet.scripted(place, synopsis, head)
    found = await counsel.mend(place)
    pages.show(f"episode-{number:03}", episode_text(number, synopsis, found.script or await place.read(Script, script)))
    for line in weak(found.findings, (*head.notes, *script.notes)):
        pages.remark(line)


class Pages:
    """Where the texts go: onto the screen and, where a folder is given, into Markdown files."""

    def __init__(self, console: Console, folder: Path | None) -> None:
        """Take the screen and the folder."""
        self._console = console
        self._folder = folder

    def show(self, name: str, lines: Iterable[str]) -> None:
        """Show a text, and write it to `NAME.md`."""
        text = "\n".join(lines) + "\n"
        self._console.print(text, markup=False, highlight=False, soft_wrap=True)
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / f"{name}.md").write_text(text, encoding="utf-8")

    def remark(self, line: str) -> None:
        """Say something about a text, on the screen alone."""
        self._console.print(line, style="yellow", markup=False, highlight=False)


def weak(findings: Iterable[Finding], notes: Iterable[Note]) -> Iterator[str]:
    """Yield what craft and continuity find in an episode, and what the model could not do as asked, a line each."""
    for finding in findings:
        where = f" in shot {finding.shot}" if finding.shot else ""
        told = ", ".join(f"{name}: {value}" for name, value in finding.facts)
        doubt = "a question about" if finding.is_question else "weak:"
        yield f"{doubt} {finding.rule}{where}{f' ({told})' if told else ''}"
    for note in notes:
        yield say(FALLBACK, f"note-{note.code}", **dict(note.facts))


def bible_text(idea: str, bible: Bible) -> Iterator[str]:
    """Yield the bible as Markdown."""
    yield from (f"# {idea}", "", *filter(None, (bible.world, bible.style, bible.tone)), "")
    for figure in bible.cast:
        more = ". ".join(filter(None, (each.rstrip(".。") for each in (figure.want, figure.speech))))
        yield f"- **{figure.character.name}**: {figure.character.look}{f' ({more})' if more else ''}"
    yield from (f"- *{place.name}* [{place.place}]: {place.look}" for place in bible.places)


def season_text(season: Season) -> Iterator[str]:
    """Yield the season as Markdown."""
    yield from (f"## {season.arc}", "")
    for plan in season.episodes:
        told = " / ".join(filter(None, (plan.logline, plan.turn, plan.cliffhanger)))
        yield f"{plan.number}. **{plan.title}**: {told}"


def episode_text(number: int, synopsis: Synopsis, script: Script) -> Iterator[str]:
    """Yield an episode as Markdown: its synopsis, then its shots with what is said."""
    names = {each.id: each.name for each in synopsis.cast}
    yield from (f"## {number}. {synopsis.title}", "", synopsis.logline, "", *synopsis.beats, "")
    for shot in script.shots:
        scene = script.scene(shot)
        yield f"- `{shot.id}` {shot.action} [{scene.setting}; {scene.hour}, {scene.mood}; {shot.framing}]"
        for line in map(script.line, shot.lines):
            yield f"    - **{names[line.speaker]}**: {line.text}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """What a series took so far: questions, how many the first answer settled, answers in all, tokens, seconds."""

    questions: int
    first: int
    answers: int
    tokens_in: int
    tokens_out: int
    seconds: float

    def __str__(self) -> str:
        """Say it in one line."""
        share = self.first / self.questions if self.questions else 0
        return (
            f"So far: {self.first} of {self.questions} first answers accepted ({share:.0%}), "
            f"{self.answers} answers in all, {self.tokens_in} tokens in and {self.tokens_out} out, "
            f"{self.seconds:.0f} s of writing."
        )


async def figures(studio: Studio, desk: Desk) -> Figures:
    """Count what the words of a series took, from its book and all its episodes."""
    takes: list[Take] = []
    costs: dict[str, int] = {}
    async with studio.store.read() as reader:
        for episode in (desk.episode, *await reader.episodes(desk.series.id)):
            takes += await reader.takes(episode.id)
            costs |= {act.id: act.cost.milliseconds for act in await reader.history(episode.id)}
    answers = [take for take in takes if take.work.medium is Medium.ANSWER]
    tries = [number for take in takes for number in _tries(take.facts)]
    return Figures(
        questions=len(tries),
        first=tries.count(1),
        answers=len(answers),
        tokens_in=_sum(answers, "tokens_in"),
        tokens_out=_sum(answers, "tokens_out"),
        seconds=sum(costs[take.contribution] for take in answers) / 1000,
    )


def _tries(facts: Mapping[str, object]) -> list[int]:
    found = facts.get("tries")
    return found if isinstance(found, list) else []


def _sum(takes: Iterable[Take], name: str) -> int:
    return sum(count for take in takes if isinstance(count := take.facts.get(name), int))
