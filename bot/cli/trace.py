"""`feuilleton trace`: for each sentence of an episode, who made it and from what."""

import argparse
import asyncio
import json
import sys
from collections.abc import Iterable, Iterator

from rich.console import Console

from bot.cli.episode import the_episode
from bot.compose import open_studio
from bot.settings import Settings
from storage.domain.contributions import Words
from storage.errors import StorageError
from storage.making import Act, Making, making
from storage.tracing import Traced, trace

UNNAMED = "someone who does not wish to be named"

REMOVED = "(removed at the author's wish)"

PARTS = {
    "title": "Title",
    "logline": "Logline",
    "beat": "Beat",
    "look": "Look of",
    "setting": "Scene",
    "action": "Shot",
    "line": "Line",
}


def main(settings: Settings, asked: argparse.Namespace) -> int:
    """Write the trace to the standard output."""
    try:
        found = asyncio.run(_read(settings, asked.episode))
    except StorageError as error:
        Console(stderr=True).print(str(error), style="red", markup=False)
        return 1
    sys.stdout.write(as_json(found) if asked.json else as_text(found))
    return 0


async def _read(settings: Settings, episode: str) -> Making:
    async with open_studio(settings) as studio:
        return await making(studio.store, studio.vault, await the_episode(studio, episode))


def as_text(found: Making) -> str:
    """Return the trace as text for a person."""
    state = "released" if found.is_released else f"not released, at the stage {found.episode.stage}"
    head = f"{found.title} · episode {found.episode.number} ({state})\n"
    traced = trace(found)
    if not traced:
        return f"{head}\nNothing is written yet.\n"
    return "\n".join((head, *(line for each in traced for line in (*_lines(each), ""))))


def _lines(traced: Traced) -> Iterator[str]:
    sentence = traced.sentence
    about = " ".join(filter(None, (PARTS[sentence.part], sentence.id, sentence.who and f"({sentence.who})")))
    yield f"{about}: {sentence.text}"
    yield f"    made by   {_author(traced)}, {_moment(traced.act)}"
    for tool in dict.fromkeys(map(_tool, traced.answers)):
        yield f"    asked of  {tool}"
    for wish in traced.wishes:
        yield f"    wish of   {_typed(wish)}"
    for root in traced.roots:
        yield f"    follows   {_typed(root)}"


def _author(traced: Traced) -> str:
    """Return who made a sentence: a person, a model, or a model after somebody's wish."""
    act, dictated = traced.act, traced.dictated
    if dictated is not None:
        return f"{_name(dictated)}, word for word"
    asked = _names(traced.wishes)
    return f"{act.name} after a wish of {asked}" if asked and not act.by_person else _name(act)


def _names(acts: Iterable[Act]) -> str:
    return ", ".join(dict.fromkeys(map(_name, acts)))


def _name(act: Act) -> str:
    return act.name or UNNAMED


def _typed(act: Act) -> str:
    words = REMOVED if act.removed else f"“{' '.join((act.typed or '').split())}”"
    aloud = ", said aloud" if act.act.words is Words.DICTATED else ""
    return f"{_name(act)}{aloud}: {words} ({_moment(act)})"


def _tool(answer: Act) -> str:
    tool, seed = answer.act.tool, answer.prompt.seed if answer.prompt else ""
    if tool is None:
        return answer.name
    return f"{tool.name} {tool.version}, {tool.licence}{f', seed {seed}' if seed else ''}"


def _moment(act: Act) -> str:
    return f"{act.act.at:%Y-%m-%d %H:%M:%S} UTC"


def as_json(found: Making) -> str:
    """Return the trace as data."""
    body = {
        "format": "feuilleton-trace/1",
        "series": found.series.id,
        "episode": found.episode.id,
        "title": found.title,
        "released": found.is_released,
        "sentences": [_record(each) for each in trace(found)],
    }
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _record(traced: Traced) -> dict[str, object]:
    sentence = traced.sentence
    return {
        "part": sentence.part,
        "id": sentence.id,
        "who": sentence.who,
        "text": sentence.text,
        "act": _act(traced.act),
        "dictated_by": _act(traced.dictated) if traced.dictated else None,
        "wishes": [_act(act) for act in traced.wishes],
        "follows": [_act(act) for act in traced.roots],
        "asked": [_act(act) for act in traced.answers],
    }


def _act(act: Act) -> dict[str, object]:
    tool = act.act.tool
    return {
        "id": act.act.id,
        "by": act.name,
        "party": act.act.by.party,
        "role": act.act.role,
        "kind": act.act.kind,
        "at": act.act.at.isoformat(),
        "words": act.act.words,
        "text": act.typed,
        "removed": act.removed,
        "model": {"name": tool.name, "version": tool.version, "licence": tool.licence} if tool else None,
        "seed": act.prompt.seed if act.prompt else None,
    }
