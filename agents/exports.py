"""The words of an episode taken out: synopsis, script and bible as files that other programs read.

Like printing, it makes nothing new of the work: it passes no gate, leaves nothing in the ledger and earns no credit.
"""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from agents import book
from agents.callsheet import LABEL, SCRIPT, SYNOPSIS
from agents.commands.caller import Caller
from agents.papers import pressed
from agents.studio import Desk, Studio
from agents.team import demand_sight
from agents.wording import Wording
from generation.manuscript import document, fountain, markdown
from generation.manuscript.manuscript import (
    Action,
    Aside,
    Element,
    Heading,
    Manuscript,
    Section,
    Speech,
    Spoken,
    Transition,
)
from generation.paper.leaves import Leaves, Paragraph
from generation.requests.printing import PaperRequest
from storage.domain.bible import Bible
from storage.domain.errors import Refused
from storage.domain.ids import Digest, EpisodeId
from storage.domain.story import Language, Place, Scene, Script, Synopsis

Say = Callable[..., str]


class Form(StrEnum):
    """What kind of file is taken out; the value is how its name ends."""

    MARKDOWN = "md"
    FOUNTAIN = "fountain"
    PDF = "pdf"
    WORD = "docx"


INDOORS = frozenset(
    {
        Place.PALACE, Place.TEMPLE, Place.ROOM, Place.KITCHEN, Place.SHOP, Place.OFFICE, Place.SCHOOL, Place.HOSPITAL,
        Place.RESTAURANT, Place.STATION, Place.SPACESHIP, Place.PALACE_HALL, Place.CAVE, Place.BEDROOM, Place.CAR,
        Place.TRAIN, Place.LABORATORY, Place.STAGE,
    }
)  # fmt: skip
"""Places under a roof."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedExport:
    """Who asks for the words of an episode, in which chat they will be seen, and as what kind of file."""

    caller: Caller
    chat: int
    episode: EpisodeId
    form: Form


@dataclass(frozen=True, kw_only=True, slots=True)
class Exported:
    """A file in the vault, and the name under which it is kept."""

    digest: Digest
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class _Text:
    """A text to be taken out: what it is called as a file, what kind of text it is, and its words."""

    name: str
    kind: str
    manuscript: Manuscript


async def hand_over(studio: Studio, asked: AskedExport, wording: Wording) -> tuple[Exported, ...]:
    """Return synopsis, script and bible of an episode, as far as there are any.

    Raises:
        Refused: the chat may not see the episode, or nothing of it is written yet.
        GenerationError: they could not be printed.
    """
    async with studio.store.read() as reader:
        episode = await reader.episode(asked.episode)
        await demand_sight(reader, asked.caller, asked.chat, episode.series)
        series = await reader.series(episode.series)
    desk = studio.desk(series, episode)
    texts = [text async for text in _texts(desk, wording)]
    if not texts:
        raise Refused("nothing-written-yet")
    return tuple(
        [
            Exported(digest=await _made(desk, text, asked.form, wording), name=f"{text.name}.{asked.form}")
            for text in texts
        ]
    )


async def _texts(desk: Desk, wording: Wording) -> AsyncIterator[_Text]:
    say = partial(wording, desk.series.language)
    number = desk.episode.number
    told, written = await desk.head(SYNOPSIS), await desk.head(SCRIPT)
    synopsis = await desk.read(Synopsis, told) if told else None
    if synopsis is not None:
        yield _Text(name=f"synopsis-{number}", kind="synopsis", manuscript=of_synopsis(synopsis, say))
    if synopsis is not None and written is not None:
        script = await desk.read(Script, written)
        manuscript = of_script(script, synopsis, desk.series.language, say)
        yield _Text(name=f"script-{number}", kind="script", manuscript=manuscript)
    async with desk.studio.store.read() as reader:
        found = await reader.book(desk.series.id)
    bible = await book.bible(desk.studio.desk(desk.series, found)) if found else Bible()
    if bible != Bible():
        yield _Text(name="bible", kind="bible", manuscript=of_bible(bible, desk.series.title, say))


def of_synopsis(synopsis: Synopsis, say: Say) -> Manuscript:
    """Return a synopsis as a text."""
    elements: list[Element] = [Action(synopsis.logline), Section(say("export-story")), *map(Action, synopsis.beats)]
    elements += [Section(say("export-cast")), *(Action(f"{each.name} — {each.look}") for each in synopsis.cast)]
    return Manuscript(title=synopsis.title, elements=tuple(elements))


def of_script(script: Script, synopsis: Synopsis, language: Language, say: Say) -> Manuscript:
    """Return a script as screenwriters write it: a heading a scene, then what is seen and said."""
    names = {each.id: each.name for each in synopsis.cast}
    elements: list[Element] = []
    scene = ""
    for shot in script.shots:
        if shot.scene != scene:
            scene = shot.scene
            elements.append(Heading(_heading(script.scene(shot), language, say)))
        elements.append(Action(shot.action))
        lines = map(script.line, shot.lines)
        elements += [Speech(names.get(line.speaker, line.speaker), (Spoken(line.text),)) for line in lines]
    return Manuscript(title=synopsis.title, elements=tuple(elements))


def of_bible(bible: Bible, title: str, say: Say) -> Manuscript:
    """Return a bible as a text."""
    cast = [
        " — ".join(filter(None, (figure.character.name, figure.character.look, figure.speech, figure.want)))
        for figure in bible.cast
    ]
    parts: Mapping[str, list[str]] = {
        "world": [bible.world],
        "style": [bible.style],
        "tone": [bible.tone],
        "cast": cast,
        "places": [f"{place.name} — {place.look}" for place in bible.places],
        "props": [f"{prop.name} — {prop.look}" for prop in bible.props],
        "facts": [fact.text for fact in bible.facts],
    }
    return Manuscript(title=title, elements=tuple(_parts(parts, say)))


def _parts(parts: Mapping[str, list[str]], say: Say) -> Iterator[Element]:
    for name, texts in parts.items():
        shown = [text for text in texts if text]
        if shown:
            yield Section(say(f"export-{name}"))
            yield from map(Action, shown)


def _heading(scene: Scene, language: Language, say: Say) -> str:
    hour = say(f"hour-{scene.hour}")
    if language is Language.CHINESE:
        return f"{'内景' if scene.place in INDOORS else '外景'} {scene.setting} {hour}"
    return f"{'INT.' if scene.place in INDOORS else 'EXT.'} {scene.setting} - {hour}".upper()


async def _made(desk: Desk, text: _Text, form: Form, wording: Wording) -> Digest:
    if form is Form.PDF:
        request = PaperRequest(kind="manuscript", sheet=_leaves(desk, text, wording))
        return await pressed(desk.studio, request)
    return await desk.studio.vault.put_bytes(WRITERS[form](text.manuscript))


WRITERS: Mapping[Form, Callable[[Manuscript], bytes]] = {
    Form.MARKDOWN: lambda manuscript: markdown.write(manuscript).encode(),
    Form.FOUNTAIN: lambda manuscript: fountain.write(manuscript).encode(),
    Form.WORD: document.write,
}
"""How a text becomes a file; a PDF is printed."""


def _leaves(desk: Desk, text: _Text, wording: Wording) -> Leaves:
    say, title = partial(wording, desk.series.language), text.manuscript.title
    return Leaves(
        language=desk.series.language,
        name=say(f"export-{text.kind}"),
        series="" if desk.series.title == title else desk.series.title,
        title=title,
        episode="" if text.kind == "bible" else say("card-episode", number=desk.episode.number),
        summary="",
        version="",
        label=LABEL,
        paragraphs=tuple(each for element in text.manuscript.elements for each in _paragraphs(element)),
    )


def _paragraphs(element: Element) -> Iterator[Paragraph]:
    match element:
        case Speech(cue, words):
            yield Paragraph(kind="cue", text=cue)
            for each in words:
                is_aside = isinstance(each, Aside)
                yield (
                    Paragraph(kind="aside", text=f"({each.text})")
                    if is_aside
                    else Paragraph(kind="spoken", text=each.text)
                )
        case Section(text) | Heading(text) | Action(text) | Transition(text):
            yield Paragraph(kind=type(element).__name__.lower(), text=text)
