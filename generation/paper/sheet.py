"""What a paper says: the shots of an episode in words that are ready to be printed, in the series' language."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A line of dialogue under the name of who speaks it."""

    name: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One shot.

    `picture` is the digest of its drawing. `move` says in words what `arrow` (the script's own word, such as `push-in`)
    draws. `tenths` is how long the shot lasts and `total` how long all shots up to its end last, in tenths of a second.
    """

    number: int
    picture: str
    scene: str
    framing: str
    angle: str
    move: str
    arrow: str
    lens: str = ""
    who: tuple[str, ...] = ()
    action: str
    said: tuple[Said, ...] = ()
    sound: str
    tenths: int
    total: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A paper: its name, what it is about, and its shots in order.

    `summary` says how much there is to shoot, `version` tells two prints apart, `label` is the notice of generated
    pictures, `headings` are those of `generation.paper.table.COLUMNS`. `language` is `fr`, `en` or `zh`.
    """

    language: str
    name: str
    series: str
    title: str
    episode: str
    summary: str
    version: str
    label: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
