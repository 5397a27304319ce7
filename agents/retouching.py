"""Retouching: people ask for a change of a finished picture, in one place or in size, and choose among its versions.

What they ask for is a wish like any other; the change itself is made when the board is (`agents.finishing`). Rights are
asked when an act happens, never when it is offered.
"""

import asyncio
from dataclasses import dataclass

from agents.acts import Origin
from agents.cautions import point_out
from agents.commands.caller import Caller
from agents.commands.story import Enlarge, Retouch, RetouchAgain
from agents.finishing import LARGER, LARGEST, enlarges, size
from agents.intake import ABOUT, QUOTED, clean, reopen, take_down
from agents.studio import Desk, Studio
from agents.team import demand, may, met, trade
from agents.wishes import pending
from generation.brought import tidied
from generation.errors import InvalidRequest
from storage import documents
from storage.domain.board import Retouches
from storage.domain.contributions import Actor, Kind, Words
from storage.domain.crew import Person, Right
from storage.domain.errors import InvalidValue, Outdated, Refused
from storage.domain.events import News
from storage.domain.ids import Digest, EpisodeId, TakeId
from storage.domain.papers import Subject, Wish
from storage.domain.story import Episode
from storage.domain.takes import Medium, Take, Work, shot_of
from storage.errors import Missing
from storage.pictures import below, chain, changes_of, hung
from storage.unit import Unit


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedCircle:
    """A photo of the picture of a shot on which somebody drew, and what they wrote below it."""

    caller: Caller
    episode: EpisodeId
    shot: str
    photo: bytes
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Circled:
    """The area that somebody circled on a `picture`, as a mask, and the paper of their wish; nothing is entered yet."""

    picture: Digest
    mask: Digest
    wish: Digest
    text: str


async def circle(studio: Studio, asked: AskedCircle) -> Circled:
    """Find the area that somebody circled on a photo of a picture, and keep it with their words until they say yes.

    Raises:
        InvalidValue: the photo marks no area of it, or there are no words.
        Refused: the caller may not, or no finished picture of the shot hangs on the board.
    """
    await _demand(studio, asked.caller, asked.episode)
    text = clean(asked.text)
    found = await _hung(studio, asked.episode, asked.shot)
    picture = found.picture.digest
    mask = await studio.vault.put_bytes(await _masked(await studio.vault.read(picture), asked.photo))
    still = found.still.digest
    wish = Wish(text=text, salt=studio.salt(), about=Subject.RETOUCH, shot=asked.shot, still=still, mask=mask)
    kept = await studio.vault.put_bytes(documents.dump(wish))
    return Circled(picture=picture, mask=mask, wish=kept, text=text)


async def _masked(picture: bytes, photo: bytes) -> bytes:
    from generation.image.circle import Unmarked, circled  # noqa: PLC0415 - it loads cv2

    try:
        return await asyncio.to_thread(lambda: circled(picture, tidied(photo)))
    except Unmarked as unmarked:
        raise InvalidValue(f"circle-{unmarked.lack}") from None
    except InvalidRequest:
        raise InvalidValue("no-picture") from None


async def retouch(studio: Studio, command: Retouch, cause: int | None) -> EpisodeId:
    """Take down that somebody wants a picture changed where they circled it; the work on the board starts over.

    Raises:
        Outdated: they said yes before, or said no.
        Refused: the caller may not, or the episode is released.
    """
    wish = await _kept(studio, command.wish)
    async with studio.store.write(cause) as unit:
        desk, person = await _seat(studio, unit, command.episode, command.caller)
        if wish is None or await unit.keyed(command.episode, command.wish):
            raise Outdated("already")
        await _begin(desk, unit, person, command.wish, wish, sources=(wish.mask,) if wish.mask else ())
    return command.episode


async def discard(studio: Studio, episode: EpisodeId, wish: Digest) -> None:
    """Remove a circled area to which somebody said no, and what they wrote.

    Raises:
        Outdated: they said yes before, and it was taken down.
    """
    async with studio.store.read() as reader:
        if await reader.keyed(episode, wish):
            raise Outdated("already")
    paper = await _kept(studio, wish)
    for file in (wish, paper.mask) if paper else ():
        if file:
            await studio.vault.remove(file)


async def enlarge(studio: Studio, command: Enlarge, cause: int | None) -> EpisodeId:
    """Take down that somebody wants the picture of a shot larger.

    Raises:
        Outdated: somebody has asked for that, and it is not made yet.
        Refused: the caller may not, nobody makes pictures larger here, or it is as large as one can be.
    """
    await _demand(studio, command.caller, command.episode)
    if not enlarges(studio):
        raise Refused("no-upscale")
    found = await _hung(studio, command.episode, command.shot)
    still = found.still.digest
    if await _grows(studio, command.episode, still):
        raise Outdated("already")
    if LARGER * await _grown(studio, found) > LARGEST:
        raise Refused("large-enough")
    wish = Wish(
        text=clean(command.text),
        salt=studio.salt(),
        about=Subject.RETOUCH,
        shot=command.shot,
        still=still,
        is_larger=True,
    )
    digest = await studio.vault.put_bytes(documents.dump(wish))
    async with studio.store.write(cause) as unit:
        desk, person = await _seat(studio, unit, command.episode, command.caller)
        await _begin(desk, unit, person, digest, wish, words=command.words)
    return command.episode


async def again(studio: Studio, command: RetouchAgain, cause: int | None) -> EpisodeId:
    """Make the changes of the picture that a shot had to the one that it has now.

    Raises:
        Outdated: that one has changes of its own by now.
        Refused: the caller may not, or the shot is no more.
    """
    async with studio.store.read() as reader:
        left = await reader.take(command.left)
    await _demand(studio, command.caller, left.episode)
    if left.work.medium is not Medium.RETOUCHES:
        raise Outdated("already")
    old = documents.load(Retouches, await studio.vault.read(left.digest))
    found = await _hung(studio, left.episode, old.shot)
    still = found.still.digest
    paper = Retouches(shot=old.shot, still=still, touches=old.touches)
    digest = await studio.vault.put_bytes(documents.dump(paper))
    work = chain(old.shot, still)
    async with studio.store.write(cause) as unit:
        desk, person = await _seat(studio, unit, left.episode, command.caller)
        if await unit.head(left.episode, work) != found.changes:
            raise Outdated("superseded")
        if found.changes and documents.load(Retouches, await studio.vault.read(found.changes.digest)).touches:
            raise Outdated("already")
        role = await trade(unit, desk.series.id, person)
        sources = (left.digest, *(touch.wish for touch in old.touches))
        origin = Origin(by=Actor.person(person.id), role=role, kind=Kind.CHOSE, sources=sources)
        known = await unit.keyed(left.episode, digest)
        if known is None:
            await desk.enter(unit, work, digest, origin)
        else:
            await unit.record(desk.contribution(origin, made=digest))
            await unit.choose(known)
        await _work_again(unit, desk.episode)
    return left.episode


@dataclass(frozen=True, kw_only=True, slots=True)
class Changed:
    """A picture that was chosen: the take of the still that it is or was made from, and the changes it has."""

    picture: Take
    still: TakeId
    paper: Retouches

    @property
    def _work(self) -> Work:
        return chain(self.paper.shot, self.paper.still)

    @property
    def _digest(self) -> Digest:
        return documents.digest(self.paper)

    async def counts(self, unit: Unit) -> bool:
        """Return whether these very changes are those that count for the still; none count where nobody made any."""
        head = await unit.head(self.picture.episode, self._work)
        return head.digest == self._digest if head else not self.paper.touches

    async def choose(self, desk: Desk, unit: Unit, person: Person, shown: tuple[Digest, ...]) -> None:
        """Let these changes count, and credit who chose."""
        known = await unit.keyed(desk.episode.id, self._digest)
        role = await trade(unit, desk.series.id, person)
        sources = (self.picture.digest,)
        origin = Origin(by=Actor.person(person.id), role=role, kind=Kind.CHOSE, sources=sources, shown=shown)
        if known is None:
            await desk.enter(unit, self._work, self._digest, origin)
        else:
            await unit.record(desk.contribution(origin, made=self._digest))
            await unit.choose(known)


async def behind(studio: Studio, take: TakeId) -> Changed | None:
    """Return the still and the changes that a chosen picture follows from; nothing for a drawing."""
    async with studio.store.read() as reader:
        picture = await reader.take(take)
        if picture.work.medium not in {Medium.STILL, Medium.RETOUCH}:
            return None
        digest = await below(reader, studio.vault, picture)
        stills = [each for each in await reader.takes(picture.episode, Medium.STILL) if each.digest == digest]
        changes = await changes_of(reader, picture) if picture.work.medium is Medium.RETOUCH else None
    paper = Retouches(shot=shot_of(picture.work), still=digest)
    if changes is not None:
        made = documents.load(Retouches, await studio.vault.read(changes.digest))
        count = int(picture.work.part.partition(".")[2])
        paper = Retouches(shot=paper.shot, still=digest, touches=made.touches[:count])
    await studio.vault.put_bytes(documents.dump(paper))
    return Changed(picture=picture, still=stills[-1].id, paper=paper)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Finished:
    """A finished picture on the board, its still, and the version of the changes of it that counts."""

    picture: Take
    still: Take
    changes: Take | None


async def _hung(studio: Studio, episode: EpisodeId, shot: str) -> _Finished:
    """Return what hangs on the board for a shot, which is a finished picture."""
    async with studio.store.read() as reader:
        found = await hung(reader, studio.vault, episode, shot)
    if found is None:
        raise Refused("no-such-shot")
    if found.still is None:
        raise Refused("drawn-only")
    return _Finished(picture=found.picture, still=found.still, changes=found.changes)


async def _grows(studio: Studio, episode: EpisodeId, still: Digest) -> bool:
    """Tell whether somebody asked for a still larger, and nobody has got to it: a button may be pressed twice."""
    async with studio.store.read() as reader:
        found = await reader.episode(episode)
        desk = studio.desk(await reader.series(found.series), found)
    return any(wish.is_larger and wish.still == still for _, wish in await pending(desk, Subject.RETOUCH))


async def _grown(studio: Studio, found: _Finished) -> int:
    """Return the longest side of a picture, in pixels, once every change of it that counts is made."""
    paper = documents.load(Retouches, await studio.vault.read(found.changes.digest)) if found.changes else None
    times = sum(touch.is_larger for touch in paper.touches) if paper else 0
    return max(*size(found.picture), max(size(found.still)) * int(LARGER**times))


async def _kept(studio: Studio, wish: Digest) -> Wish | None:
    """Return a wish that waits for a yes; nothing once it was removed."""
    try:
        return documents.load(Wish, await studio.vault.read(wish))
    except Missing:
        return None


async def _demand(studio: Studio, caller: Caller, episode: EpisodeId) -> None:
    """Let pass who says how a shot of an episode looks, before anything is told or worked out for them."""
    async with studio.store.read() as reader:
        found = await reader.episode(episode)
    await may(studio, caller, found.series, Right.PROMPT)


async def _begin(  # noqa: PLR0913 - a wish, its paper, and how it came about
    desk: Desk,
    unit: Unit,
    person: Person,
    digest: Digest,
    wish: Wish,
    *,
    words: Words = Words.TYPED,
    sources: tuple[Digest, ...] = (),
) -> None:
    """Enter a wish about a picture whose paper is in the vault, and let the work on the board start over."""
    taken = await take_down(desk, unit, person, digest, words, sources)
    await _work_again(unit, desk.episode)
    await desk.tell(unit, News.WISH_TAKEN, {"text": wish.text[:QUOTED], "by": person.name})
    if words is Words.TYPED:
        await point_out(desk, unit, person, taken)


async def _work_again(unit: Unit, episode: Episode) -> None:
    """Let the work on the board start over; while the story before it is worked on, it comes there by itself."""
    if episode.stage not in ABOUT:
        await reopen(unit, episode, Subject.RETOUCH)


async def _seat(studio: Studio, unit: Unit, episode: EpisodeId, caller: Caller) -> tuple[Desk, Person]:
    """Return the desk of an episode and the caller, who says there how a shot looks."""
    person = await met(studio, unit, caller)
    found = await unit.episode(episode)
    series = await unit.series(found.series)
    await demand(unit, series.id, person, Right.PROMPT)
    if found.language:
        raise Refused("decided-in-original")
    return studio.desk(series, found), person
