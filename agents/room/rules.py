"""What can be told from a person's words by rule: what they want where they say it plainly, and which episode or shot.

Small models are not asked what somebody wants: measured, one of 1.5B sorts six sentences of eight. What is no plain
command, no question and no greeting is a wish, as it is without a room.
"""

import re
from collections.abc import Mapping
from typing import Any

from agents.tools import Tool

USUAL = 10
"""Episodes of a season where nobody says how many."""

TALK = "talk"
"""What is wanted where no tool is."""


def _rule(*ways: str) -> re.Pattern[str]:
    return re.compile("|".join(ways), re.IGNORECASE)


_OF = r"(?: (?:of|for|de|du) (?:the |l['’])?(?:episode|épisode) ?\d*| (?:episode|épisode) \d+| d['’]avant)?"
_PAPER = (
    r"(?: it| this| that| ça| cela|(?: the| my| last| previous| le| la| les| l['’])*"
    r" ?(?:change|changement|version|synopsis|script|scénario|bible|season|saison|episode|épisode|draft|storyboard|cast"
    r"|casting|voices|voix|cut|montage))?"
)
_ZH_AIR = r"(?:基调|世界|风格|画面)\s*(?:[:：]|是)"
_PLAIN: Mapping[str, re.Pattern[str]] = {
    "undo": _rule(
        rf"(?:undo|annule){_PAPER}{_OF}\W*$",
        rf"(?:go back|return|reviens|retourne) (?:to|à|au|aux){_PAPER}{_OF}\W*$",
        r"(?:撤销|退回|恢复).{0,4}(?:第.{1,3}集)?.{0,3}(?:版|剧本|梗概|设定|修改|$)",
        r"上一版",
    ),
    "redo": _rule(rf"(?:redo|rétablis){_PAPER}{_OF}\W*$", r"重做.{0,8}$"),
    "compare_versions": _rule(r"compare[rz]?\b", r"对比|比较"),
    "prepare_approval": _rule(
        rf"(?:approve|release|publish|approuve|valide|publie)r?(?: (?:and|et) \w+)?{_PAPER}{_OF}\W*$",
        r"(?:批准|发布|通过).{0,6}$",
    ),
    "propose_loglines": _rule(
        r".*\bloglines\b",
        r".{0,20}\b(?:some|any|three|new|other|more|des|trois|d['’]autres) (?:ideas|idées)\b",
        r".{0,6}(?:点子|(?:几|三)个创意)",
    ),
    "plan_season": _rule(
        r"plan(?:ifie)?\b.{0,30}\b(?:seasons?|saisons?|episodes|épisodes)\b",
        r"规划.{0,8}[集季]",
    ),
    "begin_planned": _rule(
        r"(?:begin|start) (?:with )?(?:the )?(?:next|planned)? ?episode\b",
        r"(?:commence|démarre|passe à) (?:avec )?l['’]épisode\b",
        r"开始.{0,2}(?:下一集|第.{1,3}集)",
    ),
    "add_character": _rule(
        r"(?:add|ajoute)\b[^:]{0,20}\b(?:character|personnage)\W", r"(?:添加|加)一?个?(?:人物|角色)"
    ),
    "change_bible": _rule(r"(?:the |le |la |l['’])?(?:tone|ton|world|univers|style)\b\s*(?::|is\b|est\b)", _ZH_AIR),
    "read_bible": _rule(
        r"(?:show|read|open|see|montre|lis|ouvre)\b.{0,15}\b(?:bible|season|saison)\b",
        r"(?:看看?|显示|打开).{0,8}设定",
    ),
}
"""How a plain command begins; the first that fits counts."""

_ASKED = _rule(
    r"(?:please|(?:can|could|would|will) you)[\s,]+",
    r"(?:(?:peux|pourrais|veux)-tu|(?:pouvez|pourriez|voulez)-vous|tu p(?:eux|ourrais))[\s,]+",
    r"s['’]il (?:te|vous) plaît[\s,]+",
    r"(?:能不能|能否|可不可以|可以|请|麻烦)[，\s]*",
)
"""A wish that is put as a question, and the beginning of a command that is polite."""

_QUESTION = _rule(r"[?？]\s*$", r"[吗呢]\s*[。.]?\s*$")

_GREETING = _rule(
    r"(?:hello|hi|hey|good (?:morning|evening)|thanks?(?: you)?|great|perfect|ok(?:ay)?)\W*",
    r"(?:bonjour|bonsoir|salut|coucou|merci(?: beaucoup)?|super|génial|parfait|d['’]accord)\W*",
    r"(?:你好|您好|嗨|谢谢你?|多谢|好的?|不错|太好了|明白了?)\W*",
)
"""A message that says this and nothing else is no wish."""

_EPISODE = re.compile(r"\b(?:episode|épisode|ep\.?)\s*(\d{1,3})|第\s*(\d{1,3})\s*集", re.IGNORECASE)
_SHOT = re.compile(r"\b(?:shot|plan)\s*(\d{1,2})|第\s*(\d{1,2})\s*(?:个)?镜", re.IGNORECASE)
_PAPERS: Mapping[str, re.Pattern[str]] = {
    "bible": re.compile(r"\bbible\b|设定", re.IGNORECASE),
    "season": re.compile(r"\b(season|saison)\b|季", re.IGNORECASE),
    "synopsis": re.compile(r"\b(synopsis|title|logline|beat|titre)\b|梗概|标题", re.IGNORECASE),
    "script": re.compile(r"\b(script|scénario|line|shot|réplique|plan)\b|剧本|台词|镜头", re.IGNORECASE),
}


_COUNT = re.compile(r"\b(\d{1,3})\b|(\d{1,3})\s*集")
_AIR: Mapping[str, re.Pattern[str]] = {
    "tone": re.compile(r"\b(?:tone|ton)\b|基调", re.IGNORECASE),
    "world": re.compile(r"\b(?:world|univers)\b|世界", re.IGNORECASE),
    "style": re.compile(r"\bstyle\b|风格|画面", re.IGNORECASE),
}
_AFTER = re.compile(
    r"^.{0,40}?(?:[:：]|\b(?:character|personnage|is|est)\b|人物|角色|是)\s*[:：]?\s*(?P<text>.+)",
    re.IGNORECASE | re.DOTALL,
)
"""What an entry is to say stands after its name, in the person's own words."""


def wanted(text: str) -> str:
    """Return the name of the tool that does what somebody wants, or `TALK`."""
    said = text.strip()
    plain = said[found.end() :] if (found := _ASKED.match(said)) else said
    if command := next((name for name, rule in _PLAIN.items() if rule.match(plain)), None):
        return command
    if _GREETING.fullmatch(said):
        return TALK
    return "read_story" if is_question(said) else "change_episode"


def is_question(text: str) -> bool:
    """Return whether somebody asks something, and does not ask for something."""
    return bool(_QUESTION.search(text)) and not _ASKED.match(text.strip())


def arguments(text: str, tool: Tool) -> dict[str, Any]:
    """Return those arguments of a tool that a text gives by itself; numbers that it does not give are 0."""
    found: dict[str, Any] = {}
    for name, schema in tool.fields.items():
        if name in {"episode", "shot"}:
            found[name] = _number(_EPISODE if name == "episode" else _SHOT, text)
        elif name == "count":
            found[name] = _number(_COUNT, text) or USUAL
        elif name == "entry":
            found[name] = next((entry for entry, rule in _AIR.items() if rule.search(text[:40])), "tone")
        elif name == "text" and tool.name in _PLAIN and (after := _AFTER.match(text.strip())):
            found[name] = after["text"].strip()
        elif name in {"about", "what"}:
            choices = schema["enum"]
            said = (paper for paper, rule in _PAPERS.items() if paper in choices and rule.search(text))
            found[name] = next(said, "synopsis" if "synopsis" in choices else choices[0])
    return found


def _number(rule: re.Pattern[str], text: str) -> int:
    said = rule.search(text)
    return int(next(filter(None, said.groups()))) if said else 0
