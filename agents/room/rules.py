"""What can be told from a person's words by rule: what they want where they say it plainly, and which episode or shot.

For small models the rules come first; measured, a 1.5B model sorts six sentences of eight.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from agents.tools import Tool

_PLAIN: Mapping[str, re.Pattern[str]] = {
    "undo": re.compile(
        r"\b(undo|go back to|previous version|annule|reviens à|version précédente)|撤销|恢复|退回|上一版", re.IGNORECASE
    ),
    "redo": re.compile(r"\b(redo|rétablis)\b|重做", re.IGNORECASE),
    "compare_versions": re.compile(r"\b(compar\w+|side by side|côte à côte)\b|对比|比较", re.IGNORECASE),
    "prepare_approval": re.compile(
        r"\b(approve|release|publish|approuve\w*|valide\w*|publie\w*)\b|批准|发布|通过", re.IGNORECASE
    ),
    "propose_loglines": re.compile(
        r"\b(loglines?|(?:some|any|three|new|other) ideas|(?:des|trois|d['’]autres) idées)\b|点子|(?:几|三)个创意",
        re.IGNORECASE,
    ),
    "read_bible": re.compile(r"\b(bible|season plan|la saison)\b|设定集|剧集设定", re.IGNORECASE),
}
"""The first that fits counts."""

UNSORTED = frozenset(_PLAIN) - {"propose_loglines"} | {"suggest_change"}
"""What a small model is not asked about: what is wanted there is said plainly or not at all, and it has no ideas of its
own about an episode that are worth a button. Each line less in the prompt is a second less on one core.
"""

_EPISODE = re.compile(r"\b(?:episode|épisode|ep\.?)\s*(\d{1,3})|第\s*(\d{1,3})\s*集", re.IGNORECASE)
_SHOT = re.compile(r"\b(?:shot|plan)\s*(\d{1,2})|第\s*(\d{1,2})\s*(?:个)?镜", re.IGNORECASE)
_PAPERS: Mapping[str, re.Pattern[str]] = {
    "bible": re.compile(r"\bbible\b|设定", re.IGNORECASE),
    "season": re.compile(r"\b(season|saison)\b|季", re.IGNORECASE),
    "synopsis": re.compile(r"\b(synopsis|title|logline|beat|titre)\b|梗概|标题", re.IGNORECASE),
    "script": re.compile(r"\b(script|scénario|line|shot|réplique|plan)\b|剧本|台词|镜头", re.IGNORECASE),
}


def named(text: str, tools: Sequence[Tool]) -> Tool | None:
    """Return the tool that a text asks for in plain words, if it is there."""
    by_name = {tool.name: tool for tool in tools}
    found = (by_name[name] for name, rule in _PLAIN.items() if name in by_name and rule.search(text))
    return next(found, None)


def arguments(text: str, tool: Tool) -> dict[str, Any]:
    """Return those arguments of a tool that a text gives by itself; numbers that it does not give are 0."""
    found: dict[str, Any] = {}
    for name, schema in tool.fields.items():
        if name in {"episode", "shot"}:
            found[name] = _number(_EPISODE if name == "episode" else _SHOT, text)
        elif name in {"about", "what"}:
            choices = schema["enum"]
            said = (paper for paper, rule in _PAPERS.items() if paper in choices and rule.search(text))
            found[name] = next(said, "synopsis" if "synopsis" in choices else choices[0])
    return found


def _number(rule: re.Pattern[str], text: str) -> int:
    said = rule.search(text)
    return int(next(filter(None, said.groups()))) if said else 0
