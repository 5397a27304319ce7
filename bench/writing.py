"""How well and how fast the crew writes with the embedded chat model, or the one the settings name.

    FEUILLETON_CACHE=… python bench/writing.py [LANGUAGES] [IDEAS]

For each idea a synopsis and its script, printed in full for a person to judge; then, by language: how many first
answers passed, tries, tokens, seconds, and what failed. CPU seconds are of this process, which runs the embedded model;
wall seconds depend on what else runs.
"""

import asyncio
import json
import os
import sys
import time
from collections import Counter
from dataclasses import dataclass, field

from agents.crew import director, writer
from agents.errors import WritersBlock
from bench.ideas import IDEAS
from bot.settings import Settings
from generation.backends import BackEnd, Workshop, load
from generation.errors import BadResult
from generation.requests.chat import TextRequest
from generation.weights.locker import Locker
from storage.domain.story import Language, Script, Synopsis
from storage.domain.takes import Take, Work
from tests.fakes.desk import BackEndChat, FakeDesk


@dataclass
class Tally:
    """What one language took."""

    ideas: int = 0
    written: int = 0
    first: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    tokens: Counter[str] = field(default_factory=Counter)
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


class Desk(FakeDesk):
    """Counts what is asked, and says why an answer did not pass: the next request carries it."""

    def __init__(self, chat: BackEndChat, episode: str) -> None:
        """Take the chat to ask."""
        super().__init__(chat, episode)
        self.asked: Counter[str] = Counter()
        self.last = ""

    async def make(self, work: Work, request: TextRequest) -> Take:
        """Show the remarks of a second try."""
        self.asked[work.part] += 1
        remarks = [line for line in request.messages[-1].text.splitlines() if line.startswith("- ")]
        if remarks:
            print(f"    not good enough: {self.last}", *remarks, sep="\n      ", flush=True)
        try:
            take = await super().make(work, request)
        except BadResult as error:
            self.last = str(error)
            raise
        answer = json.loads(await self.studio.vault.read(take.digest))
        self.last = json.dumps(answer, ensure_ascii=False)
        return take


def show_synopsis(synopsis: Synopsis) -> None:
    """Print a synopsis as a person reads it."""
    print(f"  « {synopsis.title} »  {synopsis.logline}")
    for each in synopsis.cast:
        print(f"    {each.name} [{each.id}, {each.sex}, {each.age}] {each.look}")
    for number, beat in enumerate(synopsis.beats, 1):
        print(f"    {number}. {beat}")


def show_script(synopsis: Synopsis, script: Script) -> None:
    """Print a script as a person reads it."""
    names = {each.id: each.name for each in synopsis.cast}
    for scene in script.scenes:
        print(f"    {scene.id}: {scene.setting} [{scene.place}, {scene.hour}, {scene.weather}, {scene.mood}]")
    for shot in script.shots:
        print(
            f"    {shot.id} {shot.scene} {shot.framing}/{shot.angle}/{shot.move} {list(shot.characters)} {shot.action}"
        )
        for line in map(script.line, shot.lines):
            print(f"         {names[line.speaker]}: {line.text}")


async def write(backend: BackEnd, idea: str, language: Language, number: int, tally: Tally) -> None:
    """Write one idea and print it."""
    chat = BackEndChat(backend)
    desk = Desk(chat, episode=f"bench-{number}")
    wall, cpu = time.perf_counter(), time.process_time()
    print(f"\n[{language} {number}] {idea}")
    tally.ideas += 1
    try:
        written = await writer.draft(desk, idea, language)
        show_synopsis(written.value)
        show_script(written.value, (await director.script(desk, written.value, language)).value)
        tally.written += 1
    except WritersBlock as block:
        print(f"    FAILED {block}")
        tally.failed.append(f"{idea}: {block}")
    tally.wall.append(time.perf_counter() - wall)
    tally.cpu.append(time.process_time() - cpu)
    tally.asked += desk.asked
    tally.tokens += chat.tokens
    tally.first += Counter(part for part, count in desk.asked.items() if count == 1)
    print(f"    {tally.wall[-1]:.1f} s, {tally.cpu[-1]:.1f} CPU-s, asked {dict(desk.asked)}", flush=True)


async def main(languages: list[Language], count: int) -> None:
    """Write the first `count` ideas of each language."""
    cache = Settings().weights
    backend = load("chat", Workshop(locker=Locker(cache), cache=cache, settings=dict(os.environ)))
    tallies = {language: Tally() for language in languages}
    print(f"model: {backend.model.name}")
    for language, tally in tallies.items():
        for number, idea in enumerate(IDEAS[language][:count], 1):
            await write(backend, idea, language, number, tally)
    backend.close()
    print()
    for language, tally in tallies.items():
        report(language, tally)


def report(language: Language, tally: Tally) -> None:
    """Print the figures of a language."""
    first = ", ".join(f"{part} {tally.first[part]}/{tally.ideas}" for part in sorted(tally.asked))
    each = tally.ideas
    tokens = f"{tally.tokens['tokens_in'] / each:.0f} tokens in and {tally.tokens['tokens_out'] / each:.0f} out"
    seconds = f"{sum(tally.wall) / each:.1f} s, {sum(tally.cpu) / each:.1f} CPU-s"
    print(f"{language}: {tally.written} of {each} ideas written; first answers that passed: {first};")
    print(f"    an idea takes {tally.asked.total() / each:.1f} answers, {tokens}, {seconds}")
    for failure in tally.failed:
        print(f"    failed: {failure}")


if __name__ == "__main__":
    chosen = [Language(word) for word in (sys.argv[1] if len(sys.argv) > 1 else "fr,en,zh").split(",")]
    asyncio.run(main(chosen, int(sys.argv[2]) if len(sys.argv) > 2 else 99))
