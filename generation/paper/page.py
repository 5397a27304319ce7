"""What a one-page paper says: blocks of short rows in words that are ready to be printed."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A titled table. `shares` are the widths of its columns, `headings` stand above them where there are any.

    The first cell of a row is set bold where there are several.
    """

    title: str
    shares: tuple[int, ...]
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A paper of one upright A4 page.

    `title`, `series`, `episode`, `summary`, `version` and `label` stand in its head and foot as on a `Sheet`;
    `language` is `fr`, `en` or `zh`.
    """

    language: str
    name: str
    series: str
    title: str
    episode: str
    summary: str
    version: str
    label: str
    blocks: tuple[Block, ...]
