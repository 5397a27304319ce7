"""A studio of tiny models makes an episode as far as its cut: portraits, painted shots, clips, voices and music."""

from collections import Counter
from pathlib import Path

import pytest

from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator.simulator import Simulator
from storage.domain.takes import Medium
from tests import tiny
from tests.e2e.conftest import playing, running
from tests.e2e.steps import draft_of
from tests.fakes.chat import chat
from tests.weights import CACHE

pytestmark = [pytest.mark.slow, pytest.mark.lengthy]

PATIENCE = 600
"""Seconds for what takes one minute on an idle machine."""

MADE_BY = {
    Medium.PORTRAIT: "Tiny flux2_klein",
    Medium.STILL: "Tiny flux2_klein",
    Medium.CLIP: "Tiny wan_i2v",
    Medium.VOICE: "Tiny voice",
    Medium.CUE: "Tiny stable_audio",
}


async def test_models_of_the_catalog_make_an_episode_as_far_as_its_cut(
    tmp_path: Path, simulator: Simulator, cast: Cast
) -> None:
    (tmp_path / "catalog.toml").write_text(tiny.written(tiny.catalog()), encoding="utf-8")
    settings = Settings(
        home=tmp_path / "home",
        cache=CACHE.parent,
        catalog=tmp_path / "catalog.toml",
        backends=dict(tiny.BACKENDS),
    )
    async with running(settings, simulator, {"chat": chat()}) as bot, playing(cast):
        await cast.room.wait_for(draft_of("Preview"), PATIENCE)
        (card,) = await bot.views.library(cast.creator.id)
        async with bot.studio.store.read() as reader:
            takes = await reader.takes(card.episode.id)
            acts = {act.id: act for act in await reader.history(card.episode.id)}
    made = [take for take in takes if take.work.medium in MADE_BY]
    makers = Counter((take.work.medium, acts[take.contribution].by.name) for take in made)
    assert set(makers) == set(MADE_BY.items())
    assert card.script is not None
    assert card.synopsis is not None
    assert makers[Medium.STILL, MADE_BY[Medium.STILL]] == len(card.script.shots)
    assert makers[Medium.PORTRAIT, MADE_BY[Medium.PORTRAIT]] == len(card.synopsis.cast)
    licences = {act.tool.licence for act in acts.values() if act.tool and act.tool.name.startswith("Tiny")}
    assert licences == {"CC0-1.0", "Apache-2.0"}
