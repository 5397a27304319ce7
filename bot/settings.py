"""Everything that can be set, with its default. Read from the environment by `bot.__main__` alone."""

import json
import os
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

from platformdirs import user_cache_path, user_data_path
from pydantic import AliasChoices, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from storage.domain.budget import Budget, Cap

BACKENDS = {
    "text": "chat",
    "sheet": "previz",
    "panel": "previz",
    "clip": "animatic",
    "frame": "frame-grab",
    "voice": "kokoro",
    "table-read": "table-read",
    "transcribe": "whisper",
    "cue": "score",
    "cut": "cut",
    "paper": "press",
}
"""Which back-end does which operation unless it is set otherwise: all of them run on a laptop, at no cost."""

AUTO = "auto"
"""In place of a back-end: the best model of the catalog that fits this machine."""

OPTIONAL = frozenset({"transcribe"})
"""Operations that the studio does without where their package is not installed."""


EURO = 1_000_000
"""Millionths of a euro."""


def _plain(name: str) -> AliasChoices:
    """Accept a setting under a name that other programs use too, beside our own."""
    return AliasChoices(name, f"feuilleton_{name.lower()}")


class Settings(BaseSettings):
    """The settings of one studio. Each is `FEUILLETON_` and its name in capitals, unless it says otherwise."""

    model_config = SettingsConfigDict(env_prefix="FEUILLETON_", extra="ignore", populate_by_name=True)

    token: SecretStr | None = None
    """The bot's token from @BotFather; without one the bot runs in the simulator."""
    home: Path = Field(default_factory=partial(user_data_path, "feuilleton", appauthor=False))
    """Where the database, the vault and the keys are."""
    cache: Path = Field(default_factory=partial(user_cache_path, "feuilleton", appauthor=False))
    """Where weights, fonts and rendered segments are; it can be deleted at any time."""
    database: str = ""
    """An SQLAlchemy address; empty for a file in `home`."""
    cores: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1)
    """How many renders may be at work at once."""
    at_once: int = Field(default=1, ge=1)
    """How many episodes are worked on at once."""
    backends: dict[str, str] = Field(default_factory=dict)
    """JSON: operation to back-end or model of the catalog, or `auto`, for what is not to be done by the default one."""
    catalog: Path | None = None
    """The operator's own catalog of models (TOML); without it, `catalog.toml` in `home`."""
    allow_pickles: list[str] = Field(default_factory=list)
    """JSON: weights that may be loaded although loading them can run code, as `owner/repository/file`."""
    room: dict[Literal["turn", "day", "episode"], Annotated[int, Field(gt=0)]] = Field(default_factory=dict)
    """JSON: tokens in and out that a turn in the writers' room, a person's day and an episode may take, where they are
    not to be the studio's own (`agents.room.limits`).
    """
    caps: dict[Cap, Annotated[Decimal, Field(ge=0)]] = Field(default_factory=dict)
    """JSON: euros that one person, one episode, one series and one day of the studio may cost."""
    ask_above: Annotated[Decimal, Field(ge=0)] | None = None
    """Euros that an episode may cost before somebody is asked; nobody is where it is not set."""
    chat_model: str = ""
    """The language model's name at `OPENAI_BASE_URL`."""
    ffmpeg: str = ""
    """Another ffmpeg than the one that comes with the project."""
    effort: Literal["full", "light"] = "full"
    """How clips are animated: `light` for weak machines draws bodies once and moves only faces."""
    webhook_url: str = ""
    """The public https address at which Telegram delivers updates; empty to poll."""
    webhook_secret: SecretStr = SecretStr("")
    """What Telegram must say with every delivery; made up at start where it is not set."""
    host: str = "127.0.0.1"
    """The address on which the webhook or the simulator listens."""
    port: int = 8080
    """Its port; 0 for any free one."""
    bot_api_base_url: Annotated[str, Field(validation_alias=_plain("BOT_API_BASE_URL"))] = ""
    """`BOT_API_BASE_URL`: another Bot API server, ending in /bot."""
    bot_api_file_url: Annotated[str, Field(validation_alias=_plain("BOT_API_FILE_URL"))] = ""
    """`BOT_API_FILE_URL`: the same for files, ending in /file/bot."""
    openai_base_url: Annotated[str, Field(validation_alias=_plain("OPENAI_BASE_URL"))] = ""
    """`OPENAI_BASE_URL`: any OpenAI-compatible server in place of the embedded language model."""
    openai_api_key: Annotated[SecretStr, Field(validation_alias=_plain("OPENAI_API_KEY"))] = SecretStr("")
    """`OPENAI_API_KEY`: the key for it."""
    keys: dict[str, SecretStr] = Field(default_factory=dict)
    """JSON: keys of other servers by the names that profiles of the catalog call them."""

    @property
    def database_url(self) -> str:
        """The database's address."""
        return self.database or f"sqlite+aiosqlite:///{self.home / 'feuilleton.db'}"

    @property
    def weights(self) -> Path:
        """Where weights, fonts and instruments are."""
        return self.cache / "weights"

    @property
    def catalog_file(self) -> Path:
        """Where the operator's own catalog of models is, if there is one."""
        return self.catalog or self.home / "catalog.toml"

    def assigned(self) -> dict[str, str]:
        """Return which back-end or model does which operation; `auto` is still to be resolved (`bot.assignments`)."""
        return BACKENDS | self.backends

    @property
    def budget(self) -> Budget:
        """How much may be spent."""
        ask = None if self.ask_above is None else int(self.ask_above * EURO)
        return Budget(caps={cap: int(euros * EURO) for cap, euros in self.caps.items()}, ask_above=ask)

    def words(self) -> dict[str, str]:
        """Return what back-ends may need to know, in their words."""
        known = {
            "OPENAI_BASE_URL": self.openai_base_url,
            "OPENAI_API_KEY": self.openai_api_key.get_secret_value(),
            "FEUILLETON_CHAT_MODEL": self.chat_model,
            "FEUILLETON_FFMPEG": self.ffmpeg,
            "FEUILLETON_EFFORT": self.effort,
            "FEUILLETON_ALLOW_PICKLES": json.dumps(self.allow_pickles) if self.allow_pickles else "",
        }
        keys = {name: key.get_secret_value() for name, key in self.keys.items() if name not in known}
        return {name: value for name, value in (known | keys).items() if value}
