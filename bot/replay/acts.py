"""One act on the page: who, when, what, on what it built, and what became of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.replay.album import Album, picture_of
from bot.replay.markup import facts, folded, paragraphs, tag, text
from bot.screens.notes import values
from bot.words import money, say
from storage.documents import MEDIA_TYPE
from storage.domain.board import Storyboard, Variants
from storage.domain.contributions import Kind
from storage.domain.ids import Digest
from storage.domain.story import Script, Synopsis
from storage.domain.takes import PICTURES, Medium
from storage.making import Act, Fate, Making
from storage.tracing import Field, fields

TAGS: Mapping[str, frozenset[Medium]] = {
    "words": frozenset(
        {
            *(Medium.IDEA, Medium.WISH, Medium.SKETCH, Medium.TRANSCRIPT, Medium.BIBLE, Medium.SEASON),
            *(Medium.SYNOPSIS, Medium.SCRIPT, Medium.SCREENPLAY, Medium.ANSWER),
        }
    ),
    "pictures": frozenset(
        {
            *(Medium.SHEET, Medium.PORTRAIT, Medium.CAST, *PICTURES),
            *(Medium.PROMPT, Medium.RETOUCHES, Medium.STORYBOARD, Medium.VARIANTS),
        }
    ),
    "sound": frozenset({Medium.VOICE, Medium.VOICES, Medium.TABLE_READ, Medium.CUE}),
    "film": frozenset({Medium.CLIP, Medium.FRAME, Medium.PREVIEW, Medium.CUT}),
}
"""What can be looked for, by the media it is made of."""

CAST = frozenset({Medium.SHEET, Medium.PORTRAIT})
"""What shows a character from all sides."""

MEANS = frozenset(
    {Medium.IDEA, Medium.WISH, Medium.SKETCH, Medium.TRANSCRIPT, Medium.BIBLE, Medium.SEASON, Medium.ANSWER}
)
"""What is not in an episode itself: something that is was made from it."""

DECISIONS = frozenset({Kind.CHOSE, Kind.APPROVED, Kind.SENT_BACK, Kind.RELEASED, Kind.SETTLED})

FILTERS = ("people", *TAGS, "decisions", "rejected")
"""What the page can be narrowed to."""

PROVEN = 12
"""Hexadecimal digits of an id or a digest that are shown; the ledger has all of them."""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What every part of the page needs: the making, its pictures, the language, and the number of each act."""

    making: Making
    album: Album
    language: str
    numbers: Mapping[Digest, int]

    def say(self, key: str, **values_: str | int) -> str:
        """Return words of the page, plain: escape them where they become markup."""
        return say(self.language, f"replay-{key}", **values_)

    def number(self, act: Act) -> int:
        """Return the place of an act in the timeline, from 1."""
        return self.making.acts.index(act) + 1


def tags(act: Act) -> str:
    """Return what an act can be found under."""
    medium = act.take.work.medium if act.take else None
    found = [name for name, media in TAGS.items() if medium in media]
    found += ["people"] * act.by_person + ["decisions"] * (act.act.kind in DECISIONS)
    return " ".join((*found, *(["rejected"] if act.fate in {Fate.REJECTED, Fate.REPLACED} else [])))


def work(scene: Scene, act: Act) -> str:
    """Return what was made an attempt at, in words."""
    if act.work is None:
        return ""
    name, part = scene.say(f"medium-{act.work.medium}"), act.work.part
    if act.work.medium is Medium.ANSWER or not part:
        return name
    return scene.say("work-of", work=name, part=part_name(scene, act.work.medium, part))


def part_name(scene: Scene, medium: Medium, part: str) -> str:
    """Return which shot, line or character a work belongs to: shots and lines by number, people by name."""
    making = scene.making
    if medium in CAST and making.synopsis:
        return next((each.name for each in making.synopsis.cast if each.id == part), part)
    shots = making.script.shots if making.script else ()
    ids = [line for shot in shots for line in shot.lines] if medium is Medium.VOICE else [shot.id for shot in shots]
    return str(ids.index(part) + 1) if part in ids else part


def badge(scene: Scene, act: Act) -> str:
    """Return what became of what an act made."""
    if act.fate is None:
        return ""
    key: str = act.fate
    if act.fate is Fate.KEPT and act.work and act.work.medium in MEANS:
        key = "used"
    elif act.fate is Fate.KEPT and not scene.making.is_released:
        key = "kept-open"
    return tag("span", text(scene.say(f"fate-{key}")), cls=f"fate {act.fate}")


def moment(act: Act, form: str = "%H:%M:%S") -> str:
    """Return when something was done (UTC)."""
    return tag("time", f"{act.act.at:{form}}", datetime=act.act.at.isoformat())


def who(scene: Scene, act: Act) -> str:
    """Return the name of who acted, or that they do not wish to be named."""
    return act.name or scene.say("nobody")


def card(scene: Scene, act: Act) -> str:
    """Return an act as a card of the timeline."""
    number = scene.number(act)
    head = (
        tag("b", text(who(scene, act)), cls="who"),
        tag("span", text(scene.say(f"did-{act.act.kind}")), cls="did"),
        tag("span", text(work(scene, act) or judged(scene, act)), cls="what"),
        badge(scene, act),
        moment(act),
    )
    kind = "person" if act.by_person else "model"
    return tag(
        "article",
        tag("header", *head),
        *body(scene, act),
        cls=f"act {kind} {act.act.kind}",
        id=f"act-{number}",
        data_tags=tags(act),
        data_number=str(number),
    )


def judged(scene: Scene, act: Act) -> str:
    """Return which draft a verdict was about."""
    return say(scene.language, f"kind-{act.judged.kind}") if act.judged else ""


def body(scene: Scene, act: Act) -> Iterator[str]:
    """Yield what there is to read and to see of an act."""
    if act.removed:
        yield tag("p", text(scene.say("removed")), cls="removed")
    if act.typed:
        yield tag("blockquote", paragraphs(act.typed))
    if act.reason:
        yield tag("blockquote", paragraphs(act.reason))
    yield from _seen(scene, act)
    if isinstance(act.paper, Synopsis | Script):
        yield folded(scene.say("read"), told(scene, act.paper))
    if act.prompt and act.prompt.words:
        yield folded(scene.say("prompt"), prompt(scene, act))
    yield _proof(scene, act)


def _seen(scene: Scene, act: Act) -> Iterator[str]:
    """Yield the pictures of an act: what it made, laid out, or was shown to choose from."""
    yield shown(scene, act)
    panels: tuple[str, ...] = act.act.shown
    if isinstance(act.paper, Storyboard):
        panels = tuple(panel.digest for panel in act.paper.panels)
    elif isinstance(act.paper, Variants):
        panels = act.paper.panels
    if panels:
        chosen = _chosen(scene, act) if act.act.kind is Kind.CHOSE else frozenset()
        label = scene.say("medium-panel")
        yield tag("div", *(scene.album.show(each, label, "chosen" * (each in chosen)) for each in panels), cls="strip")


def _chosen(scene: Scene, act: Act) -> frozenset[str]:
    """Return what was chosen: what the act names, and of pictures that were shown those painted over it."""
    makers, named = scene.making.makers(), set(act.act.sources)
    over = (each for each in act.act.shown for made in makers.get(each, ()) if named & set(made.act.sources[:1]))
    return frozenset((*named, *over))


def shown(scene: Scene, act: Act) -> str:
    """Return the picture of what an act made, or nothing where it has none."""
    picture = picture_of(act)
    shape = "sheet" if act.work and act.work.medium in CAST else ""
    return scene.album.show(picture, work(scene, act), shape) if scene.album.has(picture) else ""


def told(scene: Scene, paper: Synopsis | Script, before: Iterable[Field] = ()) -> str:
    """Return a paper to be read; sentences that did not stand in the version `before` are marked."""
    known = frozenset(before)
    people = {each.id: each.name for each in scene.making.synopsis.cast} if scene.making.synopsis else {}
    lines = []
    for each in fields(paper):
        speaker = people.get(each.who, each.who)
        words = tag("mark", text(each.text)) if known and each not in known else text(each.text)
        lines.append(tag("dt", text(speaker or scene.say(f"part-{each.part}"))) + tag("dd", words, cls=each.part))
    return tag("dl", *lines, cls="told")


def prompt(scene: Scene, act: Act) -> str:
    """Return what a model was asked, and with which settings."""
    asked, tool = act.prompt, act.act.tool
    if asked is None:
        return ""
    settings = (
        (scene.say("model"), f"{asked.model} {asked.version}"),
        (scene.say("licence"), tool.licence if tool else ""),
        (scene.say("seed"), asked.seed),
        (scene.say("cost"), cost(scene, act)),
        *asked.settings,
    )
    more = folded(scene.say("instructions"), paragraphs(asked.instructions)) if asked.instructions else ""
    return paragraphs(asked.words, "prompt") + more + facts(settings)


def cost(scene: Scene, act: Act) -> str:
    """Return what an act cost: seconds of computing, and money where any was spent."""
    spent = act.act.cost
    seconds = scene.say("seconds", seconds=f"{spent.milliseconds / 1000:.1f}") if spent.milliseconds else ""
    paid = say(scene.language, "replay-money", amount=money(spent.micros)) if spent.micros else ""
    return " · ".join(filter(None, (seconds, paid)))


def _proof(scene: Scene, act: Act) -> str:
    """Return the small print: what it built on, its role, its file, and the id of its entry in the ledger."""
    built = sorted({scene.numbers[source] for source in act.act.sources if source in scene.numbers})
    links = ", ".join(f'<a href="#act-{number}">{number}</a>' for number in built)
    words = scene.say(f"words-{act.act.words}") if act.act.words else ""
    role = say(scene.language, f"role-{act.act.role}") if act.by_person else ""
    kind = act.take.media_type if act.take and act.take.media_type != MEDIA_TYPE else ""
    file = f"{kind} {act.take.digest[:PROVEN]}".strip() if act.take else ""
    parts = [text(each) for each in (role, words, file, act.act.id) if each]
    built_on = [f"{text(scene.say('built-on'))} {links}"] if links else []
    notes = (tag("p", text(note), cls="note") for note in _notes(scene, act))
    return "".join(notes) + tag("p", " · ".join((*built_on, *parts)), cls="proof")


def _notes(scene: Scene, act: Act) -> Iterator[str]:
    """Yield what could not be done as asked."""
    cast = scene.making.synopsis.cast if scene.making.synopsis else ()
    for note in act.take.notes if act.take else ():
        yield say(scene.language, f"note-{note.code}", **values(scene.language, cast, note))
