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
from storage.domain.story import Script, Shot, Synopsis
from storage.views import Release, Views

EPISODE, PREVIEW, STORYBOARD = "episode.mp4", "preview.mp4", "storyboard.jpg"


async def deliver(views: Views, released: Release, locker: Locker, out: Path) -> None:
    """Write episode, preview, storyboard, synopsis, script and subtitles into `out`."""
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


def _shot(language: str, number: int, shot: Shot, paper: Script, names: dict[str, str]) -> str:
    camera = [say(language, key) for key in (f"framing-{shot.framing}", f"angle-{shot.angle}", f"move-{shot.move}")]
    if shot.continues:
        camera.append(say(language, "shot-continues", before=number - 1))
    lines = "".join(
        f"\n\n> **{names.get(line.speaker, line.speaker)}** — {line.text}" for line in map(paper.line, shot.lines)
    )
    return f"**{number}.** *({', '.join(camera)})* {shot.action}{lines}"
