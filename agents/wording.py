"""The one seam for words that end up in a film: the bot's locales speak through it, in the series' language."""

from typing import Protocol


class Wording(Protocol):
    """Says a key of the locales in a language."""

    def __call__(self, language: str, key: str, **values: str | int) -> str:
        """Return the words of `key` in `language` (`fr`, `en`, `zh`), with its placeables filled."""
