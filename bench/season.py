"""Whether the crew writes better series than one plain question to the same model, in the same run.

    FEUILLETON_CACHE=… python bench/season.py [LANGUAGES] [IDEAS] [EPISODES]

Each idea is written twice: by the crew (bible, season, synopsis and script of every episode), and by the model alone,
which is asked once for the whole season as JSON with the same parts. Both are held to the same checks: the schema, the
language, the lengths of the form, no sentence twice, speech that fits into an episode. The texts are printed for a
person to judge; seconds are wall time and depend on what else runs.
"""

import asyncio
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from agents.crew import director, season, staffwriter, worldbuilder
from agents.crew.checks import alike, flaws
from agents.crew.form import LIMITS
from agents.crew.language import length
from agents.crew.schemas import TEXT, document
from agents.crew.staffwriter import Brief
from agents.crew.words import KEYS
from agents.errors import WritersBlock
from bench.ideas import IDEAS
from bot.settings import Settings
from generation.backends import BackEnd, Workshop, load
from generation.errors import GenerationError
from generation.requests import Message, TextRequest
from generation.weights.locker import Locker
from storage.domain.story import Language, Script, Synopsis
from tests.fakes.desk import BackEndChat, FakeDesk

LINES = 4
"""Lines that the plain question asks for in each episode: as many as the crew is content with."""

ASKED = {
    Language.FRENCH: "Écris une saison de {count} épisodes de micro-série (25 secondes chacun) d'après cette idée : "
    "{idea}. Pour chaque épisode : un titre, un résumé, quatre actions, quatre répliques courtes. Réponds en français.",
    Language.ENGLISH: "Write a season of {count} episodes of a micro-series (25 seconds each) from this idea: {idea}. "
    "For each episode: a title, a logline, four actions and four short lines of dialogue. Answer in English.",
    Language.CHINESE: "根据这个创意写一季微短剧，共{count}集，每集25秒：{idea}。"
    "每集：标题、梗概、四个动作、四句短台词。用中文回答。",
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """An episode as both ways tell it."""

    title: str
    logline: str
    beats: tuple[str, ...]
    lines: tuple[str, ...]


Season = Sequence[Told]


@dataclass
class Tally:
    """How one way of writing did in one language."""

    ideas: int = 0
    valid: int = 0
    questions: int = 0
    first: int = 0
    repairs: int = 0
    seconds: float = 0.0
    tokens: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)


def faults(found: Season, count: int, language: Language) -> Iterator[str]:
    """Yield what is wrong with a season, as a word for each kind of fault."""
    limits = LIMITS[language]
    if len(found) != count:
        yield "episodes"
    for each in found:
        bounds = [(each.title, limits.title), (each.logline, limits.logline)]
        bounds += [*((beat, limits.beat) for beat in each.beats), *((line, limits.line) for line in each.lines)]
        for text, most in bounds:
            yield from (str(flaw) for flaw in flaws(text, language))
            if length(text, language) > most:
                yield "long"
        if sum(length(line, language) for line in each.lines) > limits.speech:
            yield "speech"
        yield from _repeats(each.lines, language)
    yield from _repeats([each.title for each in found], language)
    yield from _repeats([beat for each in found for beat in each.beats], language)


def _repeats(texts: Sequence[str], language: Language) -> Iterator[str]:
    yield from ("repeated" for one, other in combinations(texts, 2) if alike(one, other, language))


async def by_the_crew(backend: BackEnd, idea: str, count: int, language: Language, tally: Tally) -> Season:
    """Write a season as the studio does."""
    chat = BackEndChat(backend)
    try:
        return await _crew(chat, idea, count, language, tally)
    finally:
        tally.tokens += chat.tokens


async def _crew(chat: BackEndChat, idea: str, count: int, language: Language, tally: Tally) -> Season:
    book = FakeDesk(chat, "book")
    bible = await worldbuilder.bible(book, idea, language)
    plans = await season.plan(book, idea, bible.value, count, language)
    tries = [*bible.tries, *plans.tries]
    told: list[Synopsis] = []
    scripts: list[Script] = []
    for plan in plans.value.episodes:
        desk = FakeDesk(chat, f"episode-{plan.number}")
        brief = Brief(plan=plan, bible=bible.value, told=tuple(told))
        synopsis = await staffwriter.episode(desk, brief, language)
        script = await director.script(desk, synopsis.value, language)
        told.append(synopsis.value)
        scripts.append(script.value)
        tries += [*synopsis.tries, *script.tries]
    tally.questions += len(tries)
    tally.first += tries.count(1)
    tally.repairs += sum(tries) - len(tries)
    pairs = zip(told, scripts, strict=True)
    return [
        Told(title=each.title, logline=each.logline, beats=each.beats, lines=tuple(line.text for line in script.lines))
        for each, script in pairs
    ]


async def by_one_question(backend: BackEnd, idea: str, count: int, language: Language, tally: Tally) -> Season:
    """Write a season as a plain question asks for it."""
    keys = KEYS[language]
    names = [keys.title, keys.logline, *keys.beats, *(f"{keys.says} {number}" for number in range(1, LINES + 1))]
    request = TextRequest(
        instructions="",
        messages=(Message(role="user", text=ASKED[language].format(count=count, idea=idea)),),
        schema=json.dumps(
            document({str(number): document(dict.fromkeys(names, TEXT)) for number in range(1, count + 1)})
        ),
        max_tokens=500 * count,
        temperature=0.5,
    )
    chat = BackEndChat(backend)
    tally.questions += 1
    answer: dict[str, Any] = json.loads(await chat(request))
    tally.tokens += chat.tokens
    tally.first += 1
    return [
        Told(
            title=each[keys.title],
            logline=each[keys.logline],
            beats=tuple(each[key] for key in keys.beats),
            lines=tuple(each[f"{keys.says} {number}"] for number in range(1, LINES + 1)),
        )
        for each in answer.values()
    ]


Way = Callable[[BackEnd, str, int, Language, Tally], Any]

WAYS: dict[str, Way] = {"the crew": by_the_crew, "one question": by_one_question}


async def write(way: str, backend: BackEnd, idea: str, count: int, language: Language, tally: Tally) -> None:
    """Write one idea in one way, and judge it."""
    print(f"\n[{language}, {way}] {idea}", flush=True)
    started = time.perf_counter()
    tally.ideas += 1
    try:
        found = await WAYS[way](backend, idea, count, language, tally)
    except (WritersBlock, GenerationError) as error:
        print(f"    FAILED {error}")
        tally.faults["nothing"] += 1
    else:
        show(found)
        wrong = Counter(faults(found, count, language))
        tally.faults += wrong
        tally.valid += not wrong
        print(f"    {dict(wrong) or 'valid'}")
    tally.seconds += time.perf_counter() - started


def show(found: Season) -> None:
    """Print a season as a person reads it."""
    for number, each in enumerate(found, 1):
        print(
            f"  {number}. {each.title}: {each.logline}",
            *each.beats,
            *(f"  - {line}" for line in each.lines),
            sep="\n    ",
        )


async def main(languages: Sequence[Language], ideas: int, count: int) -> None:
    """Write the first ideas of each language in both ways."""
    cache = Settings().weights
    backend = load("chat", Workshop(locker=Locker(cache), cache=cache, settings=dict(os.environ)))
    print(f"model: {backend.model.name}; {count} episodes of each idea")
    tallies = {(language, way): Tally() for language in languages for way in WAYS}
    for (language, way), tally in tallies.items():
        for idea in IDEAS[language][:ideas]:
            await write(way, backend, idea, count, language, tally)
    backend.close()
    print()
    for (language, way), tally in tallies.items():
        report(language, way, tally)


def report(language: Language, way: str, tally: Tally) -> None:
    """Print the figures of one way in one language."""
    tokens = f"{tally.tokens['tokens_in']} tokens in and {tally.tokens['tokens_out']} out"
    print(
        f"{language}, {way}: {tally.valid} of {tally.ideas} valid; {tally.first} of {tally.questions} first answers "
        f"accepted, {tally.repairs} repairs; {tokens}, {tally.seconds:.0f} s; faults {dict(tally.faults) or 'none'}"
    )


if __name__ == "__main__":
    chosen = [Language(word) for word in (sys.argv[1] if len(sys.argv) > 1 else "fr,en,zh").split(",")]
    numbers = [int(word) for word in sys.argv[2:4]] or [7, 3]
    asyncio.run(main(chosen, numbers[0], numbers[1] if len(numbers) > 1 else 3))
