"""How long an idea takes to its preview with the assigned back-ends, split by stage.

    FEUILLETON_CACHE=… python bench/production.py [--idea "…"] [--language en|fr|zh]

The real bot plays through the simulated chat as in the demo, without its display, on an empty home and with the weights
present (`feuilleton fetch`). A stage's seconds are those in which at least one of its pieces was being made; stages may
overlap. CPU seconds are those of this process and of the programs it ran. The aim is 150 s on two idle cores.
"""

import argparse
import asyncio
import os
import resource
import tempfile
import time
from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path

from agents.studio import Studio
from bot.compose import needs, open_studio, serve, simulated
from bot.screenplay import Cast, play
from bot.settings import Settings
from bot.simulator.simulator import Simulator
from generation.weights.locker import Locker
from storage.domain.ids import EpisodeId
from storage.domain.takes import Medium, Work
from storage.views import Views

AIM = 150
LOOK = 0.2
STAGES = {
    "words": (Medium.ANSWER,),
    "sheets": (Medium.SHEET,),
    "voices": (Medium.VOICE,),
    "panels": (Medium.PANEL,),
    "clips": (Medium.CLIP,),
    "music": (Medium.CUE,),
    "cut": (Medium.PREVIEW,),
}
IDEA = "A lonely robot falls in love with the moon"


async def produce(settings: Settings, idea: str, language: str) -> None:
    """Play until there is a preview, then print what each stage took."""
    simulator = Simulator()
    creator, supervisor = (simulator.person(name, language=language) for name in ("Ana", "Bo"))
    cast = Cast(creator=creator, supervisor=supervisor, room=simulator.group("Room", [creator, supervisor]))
    async with open_studio(settings) as studio:
        started, spent = time.monotonic(), cpu()
        async with asyncio.TaskGroup() as group:
            tasks = (
                group.create_task(serve(settings, studio, simulated(simulator))),
                group.create_task(play(cast, idea, lambda who, text: None)),  # noqa: ARG005 - nobody watches
            )
            episode = await previewed(studio, creator.id)
            wall, used = time.monotonic() - started, cpu() - spent
            for task in tasks:
                task.cancel()
        await report(studio, episode)
    await simulator.aclose()
    print(f"idea to preview {wall:7.1f} s {used:7.1f} CPU s; {wall / AIM:.2f} of the aim, load {load()}")


async def previewed(studio: Studio, chat: int) -> EpisodeId:
    """Wait until someone's episode has a preview."""
    views = Views(studio.store, studio.vault)
    while True:
        for card in await views.library(chat):
            if card.episode.halt:
                raise SystemExit(f"the work halted: {card.episode.halt}")
            async with studio.store.read() as reader:
                if Work(Medium.PREVIEW) in await reader.heads(card.episode.id):
                    return card.episode.id
        await asyncio.sleep(LOOK)


async def report(studio: Studio, episode: EpisodeId) -> None:
    """Print how many pieces each stage made, and how long it was at work."""
    async with studio.store.read() as reader:
        acts = {act.id: act for act in await reader.history(episode)}
        takes = await reader.takes(episode)
    for stage, media in STAGES.items():
        made = [acts[take.contribution] for take in takes if take.work.medium in media]
        spans = [
            ((act.at - timedelta(milliseconds=act.cost.milliseconds)).timestamp(), act.at.timestamp()) for act in made
        ]
        print(f"{stage:15} {covered(spans):7.1f} s {len(made):4} pieces")


def covered(spans: Iterable[tuple[float, float]]) -> float:
    """Return how long at least one of these spans lasts."""
    whole, reached = 0.0, 0.0
    for start, end in sorted(spans):
        whole += max(0.0, end - max(start, reached))
        reached = max(reached, end)
    return whole


def cpu() -> float:
    """Return the CPU seconds of this process and of those it has waited for."""
    used: Sequence[resource.struct_rusage] = [
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    return sum(each.ru_utime + each.ru_stime for each in used)


def load() -> str:
    """Return how many processes want the cores, and how many cores there are."""
    return f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def main() -> None:
    """Measure one production on an empty home, with a cache of segments of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--idea", default=IDEA)
    parser.add_argument("--language", default="en", choices=("en", "fr", "zh"))
    asked = parser.parse_args()
    weights = Settings().weights
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "cache").mkdir()
        (folder / "cache" / "weights").symlink_to(weights)
        settings = Settings(home=folder / "home", cache=folder / "cache")
        missing = Locker(weights).missing(needs(settings))
        if missing:
            raise SystemExit(f"{', '.join(missing)} missing in {weights}: run `feuilleton fetch` first")
        print(f"{asked.idea!r}, load {load()}", flush=True)
        asyncio.run(produce(settings, asked.idea, asked.language))


if __name__ == "__main__":
    main()
