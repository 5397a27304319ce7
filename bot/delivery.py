"""The delivery: a released episode with its papers, as files in a folder."""

import asyncio
import json
import shutil
from pathlib import Path

from pydantic import TypeAdapter

from bot.words import say
from generation.backends import Locker
from generation.cut.contact import contact_sheet
from generation.cut.fonts import Face, Fonts
from generation.cut.subtitles import srt, vtt
from generation.cut.timeline import Timeline
from storage.domain.contributions import Party
from storage.domain.crew import Role
from storage.domain.story import Script, Shot, Synopsis
from storage.views import Named, Release, Views

EPISODE, PREVIEW, STORYBOARD = "episode.mp4", "preview.mp4", "storyboard.jpg"


async def deliver(views: Views, released: Release, locker: Locker, out: Path) -> None:
    """Write episode, preview, storyboard, synopsis, script, subtitles and credits into `out`."""
    await asyncio.to_thread(out.mkdir, parents=True, exist_ok=True)
    films = {EPISODE: views.path(released.cut.digest), PREVIEW: views.path(released.preview.digest)}
    for name, path in films.items():
        await asyncio.to_thread(shutil.copyfile, path, out / name)
    await asyncio.to_thread(storyboard, views, released, locker, out / STORYBOARD)
    for name, text in texts(released).items():
        await asyncio.to_thread((out / name).write_text, text, "utf-8")


def storyboard(views: Views, released: Release, locker: Locker, target: Path) -> None:
    """Draw the contact sheet of the storyboard."""
    actions = {shot.id: shot.action for shot in released.script.shots}
    contact_sheet(
        [views.path(digest) for _, digest in released.panels],
        [actions[shot] for shot, _ in released.panels],
        target,
        title=released.card.title,
        series=say(released.card.series.language, "card-episode", number=released.card.episode.number),
        fonts=Fonts({face: locker.path(face) for face in Face}),
    )


def texts(released: Release) -> dict[str, str]:
    """Return the papers of an episode by file name."""
    language, timeline = released.card.series.language, timeline_of(released)
    return {
        "synopsis.md": synopsis(language, released.synopsis),
        "script.md": script(language, released.synopsis, released.script),
        f"subtitles.{language}.srt": srt(timeline),
        f"subtitles.{language}.vtt": vtt(timeline),
        "credits.md": credits_(language, released),
        "credits.json": json.dumps(record(released), ensure_ascii=False, indent=2) + "\n",
    }


def timeline_of(released: Release) -> Timeline:
    """Return the arrangement of the released cut, from its recipe."""
    return TypeAdapter(Timeline).validate_python(json.loads(released.recipe)["request"]["timeline"])


def synopsis(language: str, paper: Synopsis) -> str:
    """Return a synopsis in Markdown."""
    beats = "\n".join(f"{number}. {beat}" for number, beat in enumerate(paper.beats, 1))
    cast = "\n".join(f"- **{each.name}** — {each.look}" for each in paper.cast)
    return f"# {paper.title}\n\n*{paper.logline}*\n\n{beats}\n\n## {say(language, 'paper-cast')}\n\n{cast}\n"


def script(language: str, synopsis_: Synopsis, paper: Script) -> str:
    """Return a script in Markdown: scene headings, shots, dialogue."""
    names = {each.id: each.name for each in synopsis_.cast}
    parts, scene = [f"# {synopsis_.title}"], ""
    for number, shot in enumerate(paper.shots, 1):
        if shot.scene != scene:
            scene, place = shot.scene, paper.scene(shot)
            hour, weather = say(language, f"hour-{place.hour}"), say(language, f"weather-{place.weather}")
            parts.append(f"## {place.setting} — {hour}, {weather}")
        parts.append(_shot(language, number, shot, paper, names))
    return "\n\n".join(parts) + "\n"


def credits_(language: str, released: Release) -> str:
    """Return the credits in Markdown."""
    head = say(language, "paper-credits", title=released.card.title, number=released.card.episode.number)
    groups: dict[Role, list[str]] = {}
    for line in released.roll:
        groups.setdefault(line.credit.role, []).append(
            f"- {line.name} ({say(language, 'acts', count=len(line.credit.evidence))})"
        )
    roles = "\n\n".join(f"## {say(language, f'role-{role}')}\n\n" + "\n".join(lines) for role, lines in groups.items())
    return f"# {head}\n\n{roles}\n\n{say(language, 'credits-label')}\n"


def record(released: Release) -> dict[str, object]:
    """Return the credits as data: who earned what, by which acts, and which models worked."""
    tools = {(act.tool.name, act.tool.version, act.tool.licence) for act in released.history if act.tool is not None}
    return {
        "format": "feuilleton-credits/1",
        "series": released.card.series.id,
        "episode": released.card.episode.id,
        "title": released.card.title,
        "number": released.card.episode.number,
        "sha256": released.cut.digest,
        "credits": [_line(named) for named in released.roll],
        "models": [{"name": name, "version": version, "licence": licence} for name, version, licence in sorted(tools)],
    }


def _line(named: Named) -> dict[str, object]:
    credit = named.credit
    is_person = credit.party.party is Party.PERSON
    return {
        "role": credit.role,
        "party": credit.party.party,
        "name": named.name,
        "id": credit.party.name if is_person else None,
        "acts": len(credit.evidence),
        "evidence": list(credit.evidence),
    }


def _shot(language: str, number: int, shot: Shot, paper: Script, names: dict[str, str]) -> str:
    framing, angle, move = (
        say(language, f"framing-{shot.framing}"),
        say(language, f"angle-{shot.angle}"),
        say(language, f"move-{shot.move}"),
    )
    lines = "".join(
        f"\n\n> **{names.get(line.speaker, line.speaker)}** — {line.text}" for line in map(paper.line, shot.lines)
    )
    return f"**{number}.** *({framing}, {angle}, {move})* {shot.action}{lines}"
