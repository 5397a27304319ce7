"""What the bot says, in the language of the one it speaks to: Fluent messages of `bot/locales/{fr,en,zh}/*.ftl`."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentFloat, FluentNumber

FALLBACK = "en"
"""What is spoken where a language has no locale: `fr-CA` speaks `fr`, `de` speaks this."""

CENT = 10_000
"""Millionths of a euro."""

Value = str | int | FluentNumber
"""What can be put into a message; a number is written as the language writes it."""

LOCALES = MappingProxyType({folder.name: folder for folder in (files("bot") / "locales").iterdir() if folder.is_dir()})
"""The folders of words by language (ISO 639-1)."""


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        """Read every file of the language; of two messages with one key the tests allow none.

        Raises:
            KeyError: there is no locale for the language.
        """
        self.language = language
        # Values stand in a chat that reads left to right throughout: isolation marks would only travel along in copies.
        self._bundle = FluentBundle([language], use_isolating=False)
        for file in _resources(LOCALES[language]):
            self._bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))

    def say(self, key: str, **values: Value) -> str:
        """Return the words of a key with its placeables filled; numbers are written as the language writes them.

        Raises:
            KeyError: the locale lacks the key, or a value is missing. A person never reads a key.
        """
        if not self._bundle.has_message(key):
            raise KeyError(f"the locale {self.language} has no words for {key!r}")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(f"{key!r} of the locale {self.language} has attributes only")
        words, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise KeyError(f"{key!r} of the locale {self.language} cannot be said with {sorted(values)}: {errors[0]}")
        return str(words)


def say(language: str, key: str, **values: Value) -> str:
    """Say a key in a language, or in the one spoken instead of it (see `spoken`). An `agents.wording.Wording`."""
    return _words(spoken(language)).say(key, **values)


def money(micros: int) -> FluentNumber:
    """Return millionths of a euro as an amount to be said, rounded up to a cent."""
    return FluentFloat(-(-micros // CENT) / 100, style="currency", currency="EUR")


def remainder(micros: int) -> FluentNumber:
    """Return what is left of an amount: rounded down to a cent, so that nobody is promised more than there is."""
    return money(micros - micros % CENT)


def spoken(language: str | None) -> str:
    """Return the locale that speaks for an IETF tag as Telegram gives it (`fr`, `pt-br`, `zh-hans`), or for none."""
    primary = (language or FALLBACK).partition("-")[0].lower()
    return primary if primary in LOCALES else FALLBACK


@cache
def _words(language: str) -> Words:
    return Words(language)


def _resources(folder: Traversable) -> list[Traversable]:
    return sorted((file for file in folder.iterdir() if file.name.endswith(".ftl")), key=lambda file: file.name)
