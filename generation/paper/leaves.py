"""What a paper of many pages says: paragraphs, each of a kind that tells how it is set."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """A paragraph; `kind` is `section`, `heading`, `action`, `cue`, `aside`, `spoken` or `transition`."""

    kind: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Leaves:
    """A paper of upright A4 pages: a script, a synopsis, a bible.

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
    paragraphs: tuple[Paragraph, ...]
