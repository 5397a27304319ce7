"""Whether the crew writes better series than one plain question to the same model, in the same run.

    FEUILLETON_CACHE=… python bench/season.py --out FOLDER [--languages fr,en,zh] [--most 20] [--written 1]

Each idea is written twice: by the crew (bible, season, synopsis and script), and by the model alone, which is asked
once for the same parts as JSON. Both are held to the same checks: the schema, the language, the lengths of the form, no
sentence twice, the idea still there, speech that fits into an episode. What the crew wrote is also held to craft and
continuity, after the fixes that rules have; of a plain answer there is no script to look at. Languages take turns, and
every result is a line of FOLDER/season.jsonl as soon as it is there: a run that is cut short goes on where it was, and
its figures count what it has. The texts are printed for a person to judge; seconds are wall time and depend on what
else runs.
"""

import argparse
import asyncio
import json
import os
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import chain, combinations, islice, zip_longest
from pathlib import Path
from typing import Any

from agents.crew import blocking, continuity, craft, director, season, staffwriter, worldbuilder
from agents.crew.asking import Written
from agents.crew.checks import alike, flaws, survives
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
from generation.requests.chat import Message, TextRequest
from generation.weights.locker import Locker
from storage.domain.story import Language, Synopsis
from tests.fakes.desk import BackEndChat, FakeDesk

LINES = 4
"""Lines that the plain question asks for in each episode: as many as the crew is content with."""

TOKENS = 500
"""What the plain answer may take for each episode: several times what its texts need, so that only one that does not
come to its end is cut off."""

ASKED = {
    Language.FRENCH: "Écris une saison de {count} épisodes de micro-série (25 secondes chacun) d'après cette idée : "
    "{idea}. Pour chaque épisode : un titre et un résumé. Pour les {written} premiers aussi : quatre actions et quatre "
    "répliques courtes. Réponds en français.",
    Language.ENGLISH: "Write a season of {count} episodes of a micro-series (25 seconds each) from this idea: {idea}. "
    "For each episode: a title and a logline. For the first {written} also: four actions and four short lines of "
    "dialogue. Answer in English.",
    Language.CHINESE: "根据这个创意写一季微短剧，共{count}集，每集25秒：{idea}。"
    "每集：标题、梗概。前{written}集还要：四个动作、四句短台词。用中文回答。",
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """An episode as both ways tell it; one that is only planned has no beats and no lines."""

    title: str
    logline: str
    plan: tuple[str, ...] = ()
    beats: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass
class Result:
    """What one way made of an idea. `weak` are findings of craft and continuity; `borrowed` texts that cards tell."""

    language: str
    way: str
    idea: str
    told: list[Told] = field(default_factory=list)
    bible: list[str] = field(default_factory=list)
    failed: str = ""
    faults: dict[str, int] = field(default_factory=dict)
    weak: list[str] = field(default_factory=list)
    borrowed: list[str] = field(default_factory=list)
    questions: int = 0
    first: int = 0
    answers: int = 0
    tokens: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    def count(self, written: Written[Any]) -> None:
        """Count the questions of a document, and which of its texts are cards'."""
        self.questions += len(written.tries)
        self.first += written.tries.count(1)
        self.answers += sum(written.tries)
        self.borrowed += [" ".join(dict(each.facts).values()) for each in written.notes if each.code == "told-by-card"]


def faults(found: Sequence[Told], idea: str, language: Language) -> Iterator[str]:
    """Yield what is wrong with a season, as a word for each kind of fault."""
    limits = LIMITS[language]
    for each in found:
        bounds = [(each.title, limits.title), (each.logline, limits.logline)]
        bounds += [*((text, limits.beat) for text in (*each.plan, *each.beats))]
        bounds += [*((line, limits.line) for line in each.lines)]
        for text, most in bounds:
            yield from (str(flaw) for flaw in flaws(text, language))
            if length(text, language) > most:
                yield "long"
        if sum(length(line, language) for line in each.lines) > limits.speech:
            yield "speech"
        yield from _repeats(each.lines, language)
        yield from _repeats(each.beats, language)
    yield from _repeats([each.title for each in found], language)
    yield from _repeats([text for each in found for text in (each.logline, *each.plan)], language)
    if not survives(
        idea, " ".join(text for each in found for text in (each.title, each.logline, *each.beats)), language
    ):
        yield "lost"


def _repeats(texts: Sequence[str], language: Language) -> Iterator[str]:
    yield from ("repeated" for one, other in combinations(texts, 2) if alike(one, other, language))


async def by_the_crew(chat: BackEndChat, result: Result, count: int, written: int) -> None:
    """Write a season as the studio does."""
    idea, language = result.idea, Language(result.language)
    book = FakeDesk(chat, f"book of {idea}")
    bible = await worldbuilder.bible(book, idea, language)
    result.count(bible)
    result.bible = [f"{each.character.name}: {each.character.look} ({each.want})" for each in bible.value.cast]
    result.bible += [place.name for place in bible.value.places] + [prop.name for prop in bible.value.props]
    plans = await season.plan(book, idea, bible.value, count, language)
    result.count(plans)
    result.bible.append(plans.value.arc)
    told: list[Synopsis] = []
    for plan in plans.value.episodes:
        beats: tuple[str, ...] = ()
        lines: tuple[str, ...] = ()
        if plan.number <= written:
            desk = FakeDesk(chat, f"episode {plan.number} of {idea}")
            synopsis = await staffwriter.episode(desk, Brief(plan=plan, bible=bible.value, told=tuple(told)), language)
            result.count(synopsis)
            script = await director.script(desk, synopsis.value, language)
            result.count(script)
            told.append(synopsis.value)
            staged = blocking.by_rule(synopsis.value, script.value, language)
            fixed = craft.mended(synopsis.value, staged, language)
            found = craft.report(synopsis.value, fixed, language)
            clashes = continuity.check(bible.value, plan.number, synopsis.value, fixed, language, told=idea)
            result.weak += [f"{each.rule}{'?' if each.is_question else ''}" for each in (*found, *clashes)]
            beats, lines = synopsis.value.beats, tuple(line.text for line in script.value.lines)
        texts = (plan.turn, plan.cliffhanger)
        result.told.append(Told(title=plan.title, logline=plan.logline, plan=texts, beats=beats, lines=lines))


async def by_one_question(chat: BackEndChat, result: Result, count: int, written: int) -> None:
    """Write a season as a plain question asks for it."""
    language = Language(result.language)
    keys = KEYS[language]
    short = (keys.title, keys.logline)
    spoken = tuple(f"{keys.says} {number}" for number in range(1, LINES + 1))
    names = {number: (*short, *keys.beats, *spoken) if number <= written else short for number in range(1, count + 1)}
    asked = ASKED[language].format(count=count, written=written, idea=result.idea)
    schema = document({str(number): document(dict.fromkeys(each, TEXT)) for number, each in names.items()})
    request = TextRequest(
        instructions="",
        messages=(Message(role="user", text=asked),),
        schema=json.dumps(schema),
        max_tokens=TOKENS * count,
        temperature=0.5,
    )
    result.questions = result.answers = 1
    answer: dict[str, dict[str, str]] = json.loads(await chat(request))
    result.first = 1
    for each in answer.values():
        beats = tuple(each[key] for key in keys.beats if key in each)
        lines = tuple(each[key] for key in spoken if key in each)
        result.told.append(Told(title=each[keys.title], logline=each[keys.logline], beats=beats, lines=lines))


Way = Callable[[BackEndChat, Result, int, int], Awaitable[None]]

WAYS: Mapping[str, Way] = {"the crew": by_the_crew, "one question": by_one_question}


async def write(backend: BackEnd, result: Result, count: int, written: int) -> None:
    """Write one idea in one way, and judge it."""
    chat, started = BackEndChat(backend), time.perf_counter()
    try:
        await WAYS[result.way](chat, result, count, written)
    except (WritersBlock, GenerationError) as error:
        result.failed = str(error)
    else:
        result.faults = dict(Counter(faults(result.told, result.idea, Language(result.language))))
    result.tokens = dict(chat.tokens)
    result.seconds = round(time.perf_counter() - started, 1)


def show(result: Result) -> None:
    """Print what was written as a person reads it."""
    print(f"\n[{result.language}, {result.way}] {result.idea}", *result.bible, sep="\n    ")
    for number, each in enumerate(result.told, 1):
        print(f"  {number}. {each.title}: {' / '.join((each.logline, *each.plan))}")
        for text in (*each.beats, *(f"- {line}" for line in each.lines)):
            print(f"    {text}")
    verdict = result.failed or result.faults or "valid"
    print(f"    {verdict}; weak {result.weak}; told by cards {result.borrowed}; {result.seconds:.0f} s", flush=True)


def report(results: Sequence[Result]) -> None:
    """Print the figures of each way, in each language and in all."""
    for way in WAYS:
        ours = [each for each in results if each.way == way]
        for language in dict.fromkeys(each.language for each in ours):
            print(_figures(f"{language}, {way}", [each for each in ours if each.language == language]))
        print(_figures(f"all, {way}", ours))


def _figures(name: str, ours: Sequence[Result]) -> str:
    questions, first = sum(each.questions for each in ours), sum(each.first for each in ours)
    tokens = sum((Counter(each.tokens) for each in ours), Counter[str]())
    wrong = sum((Counter(each.faults) for each in ours), Counter[str]())
    weak = Counter(rule for each in ours for rule in each.weak)
    valid = [each for each in ours if not each.failed and not each.faults]
    clean = [each for each in valid if all(rule.endswith("?") for rule in each.weak)]
    ended, cards = sum(not each.failed for each in ours), sum(len(each.borrowed) for each in ours)
    again, seconds = sum(each.answers for each in ours) - questions, sum(each.seconds for each in ours)
    return (
        f"{name}: of {len(ours)} ideas {ended} ended without a person, {len(valid)} valid, {len(clean)} of these "
        f"without a finding of craft or continuity; {first} of {questions} first answers accepted, {again} "
        f"asked again, {cards} episodes or plans with a text told by its card; {tokens['tokens_in']} tokens in, "
        f"{tokens['tokens_out']} out, {seconds:.0f} s; faults {dict(wrong) or 'none'}; findings {dict(weak) or 'none'}"
    )


def known(path: Path) -> list[Result]:
    """Return the results of the runs before."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [_result(json.loads(line)) for line in lines]


def _result(data: dict[str, Any]) -> Result:
    return Result(**data | {"told": [Told(**each) for each in data["told"]]})


async def main(asked: argparse.Namespace) -> None:
    """Write what is missing of the ideas in both ways, the languages in turn, and print the figures of all."""
    asked.out.mkdir(parents=True, exist_ok=True)
    path = asked.out / "season.jsonl"
    results = known(path)
    cache = Settings().weights
    backend = load("chat", Workshop(locker=Locker(cache), cache=cache, settings=dict(os.environ)))
    print(f"model: {backend.model.name}; {asked.episodes} episodes of each idea, {asked.written} of them with a script")
    pairs = ([(language, idea) for idea in IDEAS[Language(language)]] for language in asked.languages.split(","))
    turns = (each for each in chain.from_iterable(zip_longest(*pairs)) if each is not None)
    for language, idea in islice(turns, asked.most):
        for way in WAYS:
            if any((each.language, each.way, each.idea) == (language, way, idea) for each in results):
                continue
            result = Result(language=language, way=way, idea=idea)
            await write(backend, result, asked.episodes, asked.written)
            show(result)
            results.append(result)
            with path.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")
    backend.close()
    print()
    report(results)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="the folder of the results")
    parser.add_argument("--languages", default="fr,en,zh")
    parser.add_argument("--most", type=int, default=20, help="ideas, counted over all languages")
    parser.add_argument("--episodes", type=int, default=3)
    parser.add_argument("--written", type=int, default=1, help="episodes with synopsis and script")
    asyncio.run(main(parser.parse_args()))
