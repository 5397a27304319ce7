"""A whole studio of tiny models: `python -m tests.tiny demo …` runs the command line with one.

Pictures, clips and music come from diffusers pipelines of random weights, voices from a Coqui model of random weights:
they are noise, and everything around them is real. The words are real too: the embedded language model writes them, and
is asked through its OpenAI-compatible server as any server would be.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import MISSING, asdict, fields
from pathlib import Path
from typing import Any

from bot.__main__ import main
from bot.cli.fetch import fetch
from bot.settings import Settings
from generation.catalog.profile import Profile
from generation.chat.embedded import Embedded
from generation.weights.locker import Locker
from tests.fakes import coqui_voices, pipelines

WRITER = "qwen2.5-coder-1.5b"
"""The embedded language model, as the locker calls it."""

BACKENDS = {
    "still": "tiny-flux2-klein",
    "retouch": "tiny-sd15",
    "upscale": "tiny-sd15",
    "clip": "tiny-wan-i2v",
    "voice": "tiny-voice",
    "cue": "tiny-stable-audio",
}
"""What does each operation. The rest is drawn, cut and printed as ever."""


def catalog() -> Mapping[str, Profile]:
    """Return the tiny models, built on disk where they are not yet."""
    painted = (pipelines.profile(name) for name in ("flux2_klein", "sd15", "wan_i2v", "stable_audio"))
    profiles = (*painted, coqui_voices.profile(coqui_voices.vits()))
    return {profile.name: profile for profile in profiles}


def written(profiles: Mapping[str, Profile]) -> str:
    """Return profiles as an operator would write them: TOML, without what is the default anyway."""
    return "\n".join(_table(name, _given(profile)) for name, profile in profiles.items())


def _given(profile: Profile) -> Mapping[str, Any]:
    defaults = {each.name: each.default for each in fields(profile)} | {
        each.name: each.default_factory() for each in fields(profile) if each.default_factory is not MISSING
    }
    return {
        name: value
        for name, value in asdict(profile).items()
        if name != "name" and getattr(profile, name) != defaults[name]
    }


def _table(name: str, values: Mapping[str, Any]) -> str:
    plain = {key: value for key, value in values.items() if not isinstance(value, Mapping)}
    lines = [f"[{name}]", *(f"{key} = {_value(value)}" for key, value in plain.items()), ""]
    below = (_table(f"{name}.{key}", value) for key, value in values.items() if key not in plain and value)
    return "\n".join((*lines, *below))


def _value(value: object) -> str:
    """Return a value in TOML: JSON writes it alike but for lists of tables."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_value(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list | tuple | set | frozenset):
        listed = sorted(value) if isinstance(value, set | frozenset) else value
        return "[" + ", ".join(_value(each) for each in listed) + "]"
    return json.dumps(value, ensure_ascii=False)


@contextmanager
def studio(folder: Path, settings: Settings) -> Iterator[Mapping[str, str]]:
    """Set up such a studio; give the environment with which the command line uses it."""
    from rich.console import Console  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "catalog.toml").write_text(written(catalog()), encoding="utf-8")
    fetch(settings, Console(), [WRITER])
    writer = Embedded(Locker(settings.weights).path(WRITER), name="writer", threads=1)
    try:
        yield {
            "FEUILLETON_CATALOG": str(folder / "catalog.toml"),
            "FEUILLETON_BACKENDS": json.dumps(BACKENDS),
            "FEUILLETON_CHAT_MODEL": "writer",
            "OPENAI_BASE_URL": writer.address,
            "OPENAI_API_KEY": writer.key,
        }
    finally:
        writer.close()


if __name__ == "__main__":
    home = Settings()
    with studio(home.cache / "tiny", home) as environment:
        os.environ.update(environment)
        sys.exit(main(sys.argv[1:]))
