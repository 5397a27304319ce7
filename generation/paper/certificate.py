"""What a person's certificate says, in words that are ready to be printed, and the square code that proves it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """An episode: its title, where it belongs, and a line a role (role and degree, then what was done)."""

    title: str
    about: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Number:
    """How often something was done, and in words how much of it is in what is out, where that can be told."""

    label: str
    done: str
    survived: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A titled list of lines; those of two cells have a name before them."""

    title: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CertificatePage:
    """A certificate of one upright A4 page.

    `title` is the person's name; `lead` goes on from it. `more` says how many episodes are not listed, `notes` stand
    below the numbers. `code` is the text of the square code, `scan` and `command` say how it is checked. `language` is
    `fr`, `en` or `zh`.
    """

    language: str
    name: str
    title: str
    about: str
    lead: str
    episodes: str
    entries: tuple[Entry, ...]
    more: str
    numbers: str
    tallies: tuple[Number, ...]
    notes: tuple[tuple[str, str], ...]
    seal: Section
    statement: Section
    code: str
    scan: str
    command: str
    version: str
    label: str
