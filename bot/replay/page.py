"""The page: one file that a browser opens without a network. Nothing in it can run or load but what we put there."""

import base64
import hashlib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from bot.replay.acts import FILTERS, Scene
from bot.replay.album import album
from bot.replay.book import book
from bot.replay.markup import attribute, tag, text
from bot.replay.timeline import timeline
from bot.replay.versions import versions
from bot.words import say
from storage.domain.contributions import Party
from storage.domain.ids import Digest
from storage.making import TYPED, Fate, Making


def replay(making: Making, path: Callable[[Digest], Path], language: str) -> str:
    """Return the page in a language; `path` finds a file of the vault. It reads pictures: call it beside the loop."""
    scene = Scene(making=making, album=album(making, path), language=language, numbers=_numbers(making))
    style, script = _kept("replay.css") + scene.album.style, _kept("replay.js")
    title = scene.say("title", title=making.title)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{text(title)}</title>\n<style>{style}</style>\n'
        f"</head>\n<body>\n{_body(scene, title)}\n<script>{script}</script>\n</body>\n</html>\n"
    )


def name(making: Making) -> str:
    """Return what the file is called."""
    return f"making-{making.episode.number}.html"


def _numbers(making: Making) -> dict[Digest, int]:
    """Return the number of the act that first made each digest."""
    found: dict[Digest, int] = {}
    for number, act in enumerate(making.acts, 1):
        if act.take is not None:
            found.setdefault(act.take.digest, number)
    return found


def _policy(style: str, script: str) -> str:
    """Return a policy that lets this style and this script alone be used, and pictures that are in the page."""
    return (
        f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def _kept(file: str) -> str:
    return (files("bot") / "replay" / file).read_text(encoding="utf-8")


def _body(scene: Scene, title: str) -> str:
    parts = {"timeline": timeline(scene), "versions": versions(scene), "book": book(scene)}
    links = (tag("a", text(scene.say(f"part-{key}")), href=f"#{key}") for key in parts)
    sections = (_section(scene, key, content) for key, content in parts.items())
    none = tag("p", text(scene.say("none-found")), cls="empty", id="none", hidden="")
    foot = tag("footer", tag("p", text(scene.say("foot"))), tag("p", text(f"{scene.making.episode.id}")))
    return _head(scene, title) + tag("nav", *links, _filters(scene)) + tag("main", none, *sections) + foot


def _section(scene: Scene, key: str, content: str) -> str:
    heading, lead = tag("h2", text(scene.say(f"part-{key}"))), tag("p", text(scene.say(f"lead-{key}")))
    return tag("section", heading, lead, content or tag("p", text(scene.say("nothing")), cls="empty"), id=key)


def _head(scene: Scene, title: str) -> str:
    making = scene.making
    series = "" if making.series.title == making.title else f"{making.series.title} · "
    state = scene.say("state-released" if making.is_released else "state-open")
    episode = say(scene.language, "card-episode", number=making.episode.number)
    logline = tag("p", text(making.synopsis.logline), cls="logline") if making.synopsis else ""
    where = tag("p", text(f"{series}{episode} · {state}"), cls="where")
    return tag("header", where, tag("h1", text(title)), logline, _counts(scene), cls="top")


def _counts(scene: Scene) -> str:
    """Return the making in numbers."""
    acts = scene.making.acts
    people = {act.act.by for act in acts if act.act.by.party is Party.PERSON}
    numbers = {
        "acts": len(acts),
        "people": len(people),
        "models": len({act.act.tool.name for act in acts if act.act.tool}),
        "typed": sum(act.take is not None and act.take.work.medium in TYPED for act in acts),
        "takes": sum(act.prompt is not None for act in acts),
        "rejected": sum(act.fate in {Fate.REJECTED, Fate.REPLACED} for act in acts),
    }
    counts = ((tag("b", str(count)), text(scene.say(f"count-{key}", count=count))) for key, count in numbers.items())
    return tag("ul", *(tag("li", number, " ", what) for number, what in counts))


def _filters(scene: Scene) -> str:
    chips = (
        tag("button", text(scene.say(f"filter-{key}")), type="button", data_filter="" if key == "all" else key)
        for key in ("all", *FILTERS)
    )
    seek = attribute(scene.say("seek"))
    field = f'<input type="search" id="seek" aria-label="{seek}" placeholder="{seek}">'
    return tag("div", field, *chips, cls="filters", hidden="")
