"""`feuilleton trace`: for each sentence of an episode, who made it and from what."""

import argparse
import asyncio
import json
import sys
from collections.abc import Iterator, Mapping

from rich.console import Console

from bot.cli.episode import the_episode
from bot.compose import open_studio
from bot.settings import Settings
from storage.domain.contributions import Words
from storage.errors import StorageError
from storage.making import Act, Making, making
from storage.tracing import Author, Hand, Traced, counts, trace

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

AUTHORS: Mapping[Author, str] = {
    Author.PERSON: "people",
    Author.MODEL: "models",
    Author.MODEL_THEN_PERSON: "a model, then a person",
    Author.PERSON_THEN_MODEL: "a person, then a model",
}

WAYS: Mapping[Words, str] = {
    Words.TYPED: "typed",
    Words.DICTATED: "dictated",
    Words.IMPORTED: "imported",
    Words.SUGGESTED: "took what was suggested",
    Words.EDITED: "changed what was suggested",
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
    return "\n".join((f"{head}{_counts(traced)}\n", *(line for each in traced for line in (*_lines(each), ""))))


def _counts(traced: tuple[Traced, ...]) -> str:
    """Say how many sentences are whose."""
    return " · ".join(f"{AUTHORS[author]} {count}" for author, count in counts(traced).items())


def _lines(traced: Traced) -> Iterator[str]:
    field = traced.sentence.field
    about = " ".join(filter(None, (PARTS[field.part], field.id, field.who and f"({field.who})")))
    yield f"{about}: {traced.sentence.text}"
    yield f"    author    {_author(traced)}, {_moment(traced.act)}"
    for hand in traced.hands[:-1]:
        yield f"    before    “{hand.text}”, {_hand(hand)}, {_moment(hand.act)}"
    for turn in traced.turns:
        yield f"    turn      {turn.act.id}, {_typed(turn)}"
    for tool in dict.fromkeys(map(_tool, traced.answers)):
        yield f"    asked of  {tool}"
    for root in traced.roots:
        if root not in traced.turns:
            yield f"    follows   {_typed(root)}"
    for approval in traced.accepted:
        yield f"    accepted  {_name(approval)}, {_moment(approval)}"


def _author(traced: Traced) -> str:
    """Return whose words a sentence is, hand by hand: a person's, a model's, a model's and then a person's."""
    return ", then ".join(dict.fromkeys(map(_hand, traced.hands)))


def _hand(hand: Hand) -> str:
    """Return who wrote, and how: their own words, or those that they were offered."""
    words = hand.act.act.words
    how = WAYS.get(words, "") if words else ""
    return f"{_name(hand.act)}{f' ({how})' if how else ''}"


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
    traced = trace(found)
    body = {
        "format": "feuilleton-trace/2",
        "series": found.series.id,
        "episode": found.episode.id,
        "title": found.title,
        "released": found.is_released,
        "authors": counts(traced),
        "sentences": [_record(each) for each in traced],
    }
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _record(traced: Traced) -> dict[str, object]:
    field = traced.sentence.field
    return {
        "part": field.part,
        "id": field.id,
        "who": field.who,
        "text": traced.sentence.text,
        "author": traced.author,
        "hands": [
            {"text": hand.text, "own": hand.is_own, "act": _act(hand.act), "version": hand.version.act.id}
            for hand in traced.hands
        ],
        "turns": [_act(act) for act in traced.turns],
        "wishes": [_act(act) for act in traced.wishes],
        "follows": [_act(act) for act in traced.roots],
        "asked": [_act(act) for act in traced.answers],
        "accepted": [_act(act) for act in traced.accepted],
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
