"""What tells a script from prose in plain text, in the three languages: headings, cues, labels.

French and Chinese habits stand beside the English ones: « Marie : Bonjour. », `MARIE. — Bonjour.`,
`林晚：（轻声）你好。`, `第一场 咖啡馆 日 内`, `1、夜 内 客厅`.
"""

import re

from generation.manuscript import fountain

_HAN = r"\u3400-\u9fff"
_UPPER = r"A-ZÀ-ÖØ-ÞŒŸ"

_HEADINGS = re.compile(
    r"(?:\d+[A-Z]?[.)]?\s+)?(?:(?:INT\.?\s?/\s?EXT|EXT\.?\s?/\s?INT|I/E|INT|EXT|EST)(?:\.|\s)\s*\S"
    r"|(?:INT[ÉE]RIEUR|EXT[ÉE]RIEUR)\b)"
    r"|(?:SC[ÈE]NE|Sc[èe]ne|SCENE|Scene)\s+(?:\d+|[IVXLC]+)\b"
    rf"|(?:内景|外景|内外景|内/外)\s*[.。,，:：、\s]|【?(?:场景|场次)\s*[\d一二三四五六七八九十百]*\s*[:：、.\s]"
    rf"|第\s*[\d一二三四五六七八九十百]+\s*[场幕](?![{_HAN}])"
    r"|\d+(?:-\d+)?\s*[.、\uff0e\s]\s*(?:[日夜晨昏]|[内外]景?)(?:[\s,，、/]|\Z)"
    r"|\d+(?:-\d+)?\s*[.、\uff0e\s]\s*\S.{0,30}[\s,，、](?:日|夜|晨|昏|清晨|黄昏|内|外|日内|日外|夜内|夜外|内景|外景)\s*\Z"
)
"""Where and when a scene plays."""

_SECTIONS = re.compile(
    r"#{1,6}\s+\S|第\s*[\d一二三四五六七八九十百]+\s*[集章回卷](?:[\s:：]|\Z)"
    r"|(?:[ÉE]PISODE|[ÉE]pisode|CHAPTER|Chapter|CHAPITRE|Chapitre|ACTE?|Acte?)\s+(?:\d+|[IVXLC]+)\b",
)
"""Where a part begins."""

_WORD = rf"[{_UPPER}][\w'’.-]*"
_NAME = rf"{_WORD}(?:[ -](?:{_WORD}|\d+|de|du|la|le|des|of|the)){{0,3}}|[{_HAN}·A-Za-z0-9]{{1,8}}"
_ASIDE = r"(?:\s*[（(][^()（）]{1,60}[)）])?"
_COLON = re.compile(rf"((?:{_NAME}){_ASIDE})\s*[:：]\s*(\S.*)")
_DASH = re.compile(rf"([{_UPPER}][{_UPPER}'’ -]{{1,30}}{_ASIDE})\s*\.?\s*[—–]\s*(\S.*)")

_LABELS = frozenset(
    word
    for words in (
        "titre auteur auteure scène décor lieu temps heure note notes fin plan musique son personnages durée lumière",
        "title author authors scene setting place time end shot music sound sfx logline synopsis résumé characters",
        "cast duration genre date source draft version contact copyright format light",
        "时间 地点 人物 场景 旁注 备注 字幕 片名 编剧 作者 剧名 标题 镜头 音乐 音效 道具 服装 主题 类型 梗概 简介",
        "导演 时长 画面",
    )
    for word in words.split()
)
"""What stands before a colon and speaks no line."""

_TITLES = re.compile(r"(?:title|titre|标题|片名|剧名)\s*[:：]\s*(\S.*)", re.IGNORECASE)
_AUTHORS = re.compile(r"(?:authors?|auteure?s?|by|par|编剧|作者)\s*[:：]\s*(\S.*)", re.IGNORECASE)

_LONGEST_CUE = 40
_SENTENCE = tuple('.!?:;,…。！？：；，、”»"')
_HAN_CUE = re.compile(rf"[{_HAN}·]{{1,6}}\s*(?:[（(][^()（）]{{1,20}}[)）])?")


def is_heading(line: str) -> bool:
    """Return whether a line says where and when a scene plays."""
    return _HEADINGS.match(line) is not None


def section(line: str) -> str:
    """Return the heading of a part, empty where a line is none."""
    return line.lstrip("# ").strip() if _SECTIONS.match(line) else ""


def is_cue(line: str) -> bool:
    """Return whether a line in capitals says who speaks next."""
    return len(line) <= _LONGEST_CUE and not line.endswith(_SENTENCE) and fountain.is_cue(line)


def is_han_cue(line: str) -> bool:
    """Return whether a line of a few Chinese characters may say who speaks next."""
    return _HAN_CUE.fullmatch(line) is not None


def said(line: str) -> tuple[str, str] | None:
    """Return who speaks and what, where a line says both; nothing where it does not."""
    found = _COLON.fullmatch(line) or _DASH.fullmatch(line)
    if found is None or re.split(r"[\s（(]", found[1])[0].casefold() in _LABELS:
        return None
    return found[1].strip(), found[2]


def title(line: str) -> str:
    """Return the title that a line tells, or nothing."""
    found = _TITLES.fullmatch(line)
    return found[1] if found else ""


def author(line: str) -> str:
    """Return the author whom a line tells, or nothing."""
    found = _AUTHORS.fullmatch(line)
    return found[1] if found else ""
