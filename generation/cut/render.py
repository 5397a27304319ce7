"""Render what a timeline needs and the cache lacks: segments, as many at once as there are cores, and the sound."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generation.cut import cards, fonts, wrapping
from generation.cut.cache import edition
from generation.cut.ffmpeg import Tell, whole
from generation.cut.fonts import Face, Weight
from generation.cut.graph import Page, Sources, Words, located, recipe
from generation.cut.probe import Kind, Media, probe
from generation.cut.progress import Progress
from generation.cut.quality import Quality
from generation.cut.sound import Track, track
from generation.cut.subtitles import script, texts
from generation.cut.suite import Suite
from generation.cut.timeline import Body, Card, Timeline
from generation.cut.units import Unit, divide
from generation.notes import Note, note
from generation.requests.identity import digest_of

if TYPE_CHECKING:
    from PIL.Image import Image

_ALL = "fonts"
_CARDS = "cards"
_SOUND = 90
"""The sound's share of the work, in frames."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rendered:
    """Every part of an episode, ready to be joined; `notes` say what could not be done as asked."""

    segments: tuple[Path, ...]
    track: Track
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A unit and its recipe: arguments that name sources by digest, and the ASS script they burn."""

    unit: Unit
    recipe: Sequence[str]
    script: str
    digest: str


def render(timeline: Timeline, quality: Quality, suite: Suite, report: Callable[[float], None]) -> Rendered:
    """Return the parts of a timeline, making those the cache lacks.

    Raises:
        InvalidRequest: the timeline does not hold together, or a source is not what it should be.
        BadResult: ffmpeg failed.
    """
    clips = {part.clip: _probed(suite.find(part.clip)) for part in timeline.parts if isinstance(part, Body)}
    plan = segments(timeline, quality, clips, suite)
    once = {segment.digest: segment for segment in plan}
    progress = Progress(report, _SOUND + sum(segment.unit.frames for segment in once.values()))
    _lay_out(suite)
    with ThreadPoolExecutor(suite.cores, thread_name_prefix="cut") as pool:
        heard = pool.submit(track, timeline, suite, progress.part(_SOUND))
        shown = {
            digest: pool.submit(_rendered, segment, suite, progress.part(segment.unit.frames))
            for digest, segment in once.items()
        }
        _finish([heard, *shown.values()], progress.stop)
    return Rendered(
        segments=tuple(shown[segment.digest].result() for segment in plan),
        track=heard.result(),
        notes=tuple(_short(timeline, clips)),
    )


def segments(timeline: Timeline, quality: Quality, clips: Mapping[str, Media], suite: Suite) -> list[Segment]:
    """Return the units of a timeline with their recipes; the digest of a recipe is the name of what it makes."""
    pages = {part: _page(part, suite) for part in timeline.parts if not isinstance(part, Body)}
    sources = Sources(pages=pages, clips=clips)
    shown, planned = texts(timeline, suite.fonts), []
    for unit in divide(timeline):
        said = script(unit, shown, suite.fonts, timeline.rate)
        words = Words(script=f"{digest_of(said)}.ass", fonts=_folder(said)) if said else None
        arguments = recipe(unit, quality, sources, rate=timeline.rate, words=words)
        by = [suite.program.version, *(suite.fonts.digests if said else ())]
        planned.append(Segment(unit, arguments, said, digest_of({"recipe": arguments, "by": by})))
    return planned


def _folder(said: str) -> str:
    """Return the folder of the faces that a script uses: the Chinese ones weigh 21 MB, and libass reads them all."""
    return _ALL if f",{Face.CHINESE.family}," in said else Face.LATIN


def _rendered(segment: Segment, suite: Suite, tell: Tell) -> Path:
    """Return a segment's file, rendering it where it is missing."""

    def where(source: str) -> str:
        picture = suite.cache.folder / _CARDS / source
        return str(picture if source.endswith(".png") else suite.find(source).resolve())

    def make(path: Path) -> None:
        if segment.script:
            (suite.folder / f"{digest_of(segment.script)}.ass").write_text(segment.script, "utf-8")
        arguments = located(segment.recipe, where)
        suite.program.write(arguments, path, expected=segment.unit.frames, tell=tell, folder=suite.folder)

    return suite.cache.keep("segments", f"{segment.digest}.mp4", make)


def _probed(path: Path) -> Media:
    """Look into a clip; one that was looked into and has not changed is remembered."""
    if not path.is_file():
        return probe(path, Kind.CLIP)
    status = path.stat()
    return _remembered(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=256)
def _remembered(path: Path, _size: int, _time: int) -> Media:
    return probe(path, Kind.CLIP)


def _page(card: Card, suite: Suite) -> Page:
    """Draw a card and its empty ground, where the cache lacks them."""
    by = [edition(cards, fonts, wrapping), *suite.fonts.digests]
    words = f"{digest_of({type(card).__name__: asdict(card) | {'frames': 0}, 'by': by})}.png"
    bare = f"{digest_of(by)}.png"
    suite.cache.keep(_CARDS, bare, lambda path: _save(cards.ground(), path))
    suite.cache.keep(_CARDS, words, lambda path: _save(cards.draw(card, suite.fonts), path))
    return Page(ground=bare, whole=words)


def _save(picture: "Image", path: Path) -> None:
    """Write a PNG whole or not at all."""
    with whole(path) as part:
        picture.save(part, compress_level=1)


def _lay_out(suite: Suite) -> None:
    """Put the fonts where scripts look for them, under names that need no escaping in a filter."""
    for folder, faces in ((_ALL, tuple(Face)), (Face.LATIN, (Face.LATIN,))):
        (suite.folder / folder).mkdir()
        for path in (suite.fonts.file(face, weight) for face in faces for weight in Weight):
            (suite.folder / folder / path.name).symlink_to(path.resolve())


def _finish(futures: Sequence[Future[Any]], stop: Callable[[], None]) -> None:
    """Wait for all; when one fails, stop the others and raise what went wrong first."""
    done, waiting = wait(futures, return_when=FIRST_EXCEPTION)
    errors = [error for future in done if (error := future.exception())]
    if errors:
        stop()
        for future in waiting:
            future.cancel()
        raise errors[0]


def _short(timeline: Timeline, clips: Mapping[str, Media]) -> Iterator[Note]:
    """Say which clips are too short for their place."""
    for number, part in enumerate((part for part in timeline.parts if isinstance(part, Body)), 1):
        missing = part.frames - round(clips[part.clip].seconds * timeline.rate)
        if missing > 0:
            yield note("clip-short", number=number, frames=missing)
