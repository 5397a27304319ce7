"""Remarks: what the team says about a draft is kept, pinned to what it means, and worked through one by one.

A remark may be typed or said aloud. It changes nothing by itself. Taken up, its words become a wish of whoever said
them, and whoever took it up answers for it; the next version of the paper that the wish is about resolves it. What was
said aloud is theirs too where it is taken as it was heard; where whoever takes it up puts it into words, the wish is
theirs, from the remark.
"""

from dataclasses import dataclass, replace

from agents.acts import Origin
from agents.cautions import point_out
from agents.commands.caller import Caller
from agents.commands.review import DismissRemark, MakeRemark, Recording, WorkOn
from agents.hearing import Dictated, check, dictated, enter
from agents.intake import QUOTED, clean, reopen
from agents.reels import reel_of
from agents.studio import Desk, Studio
from agents.team import demand, met, trade
from storage import documents
from storage.domain.contributions import Actor, Kind, Words
from storage.domain.crew import Person, Right
from storage.domain.errors import Outdated, Refused
from storage.domain.events import News
from storage.domain.ids import Digest, DraftId, EpisodeId, RemarkId
from storage.domain.papers import Remarked, Subject, Wish
from storage.domain.remarks import Remark, Sound, State, pinned
from storage.domain.review import Draft, DraftKind
from storage.domain.stages import Stage
from storage.domain.takes import Medium, Take, Work
from storage.unit import Unit

ABOUT = {DraftKind.CAST: Subject.SYNOPSIS, DraftKind.SYNOPSIS: Subject.SYNOPSIS}
"""What is changed by what people say about a draft; from the script on it is the script."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """A remark whose wish lies in the vault already: what it is about, and the digest of its paper.

    `said` is what was heard in one that was said aloud, where somebody listened.
    """

    remark: Remark
    about: Subject
    wish: Digest
    said: Dictated | None = None

    @property
    def is_verbatim(self) -> bool:
        """Whether the words are the speaker's: typed, or said aloud and taken as they were heard."""
        return self.remark.sound is None or (self.said is not None and self.said.paper.text == self.remark.text)


async def remark(studio: Studio, command: MakeRemark, cause: int | None) -> None:
    """Keep what a member of the team says about a draft, pinned to the shot and the frame that it names.

    Raises:
        InvalidValue: there is nothing to keep in it, or it is too long.
        Refused: the caller is not in the team, or the episode is released.
    """
    text = clean(command.text) if command.said is None else _below(command.text, command.said)
    async with studio.store.read() as reader:
        draft = await reader.draft(command.draft)
    reel = await reel_of(studio, draft)
    pin = pinned(text, reel)
    pin = replace(pin, shot=command.shot) if command.shot in reel.shots else pin
    sound = await _kept(studio, command.said)
    paper = Remarked(text=text, salt=studio.salt(), draft=draft.id, sound=(sound and sound.digest) or "")
    digest = await studio.vault.put_bytes(documents.dump(paper))
    async with studio.store.write(cause) as unit:
        desk, person = await _desk(studio, unit, draft.episode, command.caller)
        if not await unit.roles(desk.series.id, person.id):
            raise Refused("not-yours-to-remark")
        if desk.episode.stage is Stage.RELEASED:
            raise Refused("not-at-this-stage")
        said = Remark(
            id=RemarkId(studio.new_id()),
            episode=draft.episode,
            draft=draft.id,
            person=person.id,
            text=text,
            digest=digest,
            at=studio.clock(),
            shot=pin.shot,
            frame=pin.frame,
            sound=sound,
        )
        await _enter(desk, unit, person, draft, said)
        await tell(desk, unit, draft.id)


async def work_on(studio: Studio, command: WorkOn, cause: int | None) -> EpisodeId:
    """Take a remark up; what is in review goes back to work, and work under way starts over.

    Raises:
        Outdated: it was settled before.
        Refused: the caller may not change what it is about, or it was said aloud and they give no words for it.
        InvalidValue: their words are none.
    """
    async with studio.store.read() as reader:
        found = await reader.remark(command.remark)
        draft = await reader.draft(found.draft)
    if found.sound and not command.text:
        raise Refused("only-spoken")
    words = clean(command.text) if found.sound else found.text
    (ready,) = await prepared(studio, draft, (replace(found, text=words),))
    ready = replace(ready, said=await dictated(studio, command.dictated))
    async with studio.store.write(cause) as unit:
        desk, person = await _desk(studio, unit, found.episode, command.caller)
        right = Right.PROMPT if found.shot else Right.WRITE
        right = Right.TRANSLATE if ready.about is Subject.TRANSLATION else right
        await demand(unit, desk.series.id, person, right)
        await _demand_open(unit, found.id)
        author = await take_up(desk, unit, person, ready)
        await reopen(unit, desk.episode, ready.about)
        await desk.tell(unit, News.WISH_TAKEN, {"text": words[:QUOTED], "by": author.name})
        await tell(desk, unit, draft.id)
    return found.episode


async def dismiss_remark(studio: Studio, command: DismissRemark, cause: int | None) -> None:
    """Leave what a remark is about as it is.

    Raises:
        Outdated: it was settled before.
        Refused: the caller does not lead the series.
    """
    async with studio.store.write(cause) as unit:
        found = await unit.remark(command.remark)
        desk, person = await _desk(studio, unit, found.episode, command.caller)
        await demand(unit, desk.series.id, person, Right.STAFF)
        await _demand_open(unit, found.id)
        await unit.settle_remark(replace(found, state=State.DISMISSED))
        await tell(desk, unit, found.draft)


async def prepared(studio: Studio, draft: Draft, remarks: tuple[Remark, ...]) -> tuple[Prepared, ...]:
    """Put the wishes that remarks on a draft would become into the vault."""
    subject = await about(studio, draft)
    wishes = [Wish(text=each.text, salt=studio.salt(), about=subject, shot=each.shot) for each in remarks]
    digests = [await studio.vault.put_bytes(documents.dump(wish)) for wish in wishes]
    return tuple(
        Prepared(remark=each, about=subject, wish=digest) for each, digest in zip(remarks, digests, strict=True)
    )


async def about(studio: Studio, draft: Draft) -> Subject:
    """Return what is changed by what people say about a draft; whatever an edition shows, it is its translation."""
    async with studio.store.read() as reader:
        edition = (await reader.episode(draft.episode)).language
    return Subject.TRANSLATION if edition else ABOUT.get(draft.kind, Subject.SCRIPT)


async def take_up(desk: Desk, unit: Unit, person: Person, ready: Prepared) -> Person:
    """Enter the wish of a remark and settle the remark with it.

    Whoever found the words wished it, and is returned; `person` takes it up and answers for it.
    """
    author = await unit.person(ready.remark.person) if ready.is_verbatim else person
    words, heard = await enter(desk, unit, author, ready.said, ready.remark.text)
    origin = Origin(
        by=Actor.person(author.id),
        role=await trade(unit, desk.series.id, author),
        kind=Kind.PROMPTED,
        sources=(ready.remark.digest, *heard),
        words=words,
        directed_by=person.id,
    )
    wish = await desk.enter(unit, Work(Medium.WISH), ready.wish, origin)
    await unit.settle_remark(replace(ready.remark, state=State.TAKEN_UP, settled_by=wish.id))
    await point_out(desk, unit, author, wish)
    return author


async def settle_heard(unit: Unit, heard: tuple[Remark, ...], wish: Take) -> None:
    """Settle spoken remarks that nobody has settled meanwhile with the wish that puts them into words."""
    for each in heard:
        if (await unit.remark(each.id)).state is State.OPEN:
            await unit.settle_remark(replace(each, state=State.TAKEN_UP, settled_by=wish.id))


def _below(text: str, said: Recording) -> str:
    """Return what is written below a recording that is short enough, if there are words."""
    check(said)
    return clean(text) if any(map(str.isalnum, text)) else ""


async def _kept(studio: Studio, said: Recording | None) -> Sound | None:
    """Keep a recording in the vault, as it came: it is never decoded here."""
    if said is None:
        return None
    return Sound(kind=said.kind, seconds=said.seconds, digest=await studio.vault.put_bytes(said.data))


async def tell(desk: Desk, unit: Unit, draft: DraftId) -> None:
    """Let people see that there are other remarks on a draft now."""
    await desk.tell(unit, News.REMARKS_CHANGED, {"draft": draft})


async def _desk(studio: Studio, unit: Unit, episode: EpisodeId, caller: Caller) -> tuple[Desk, Person]:
    person = await met(studio, unit, caller)
    found = await unit.episode(episode)
    return studio.desk(await unit.series(found.series), found), person


async def _enter(desk: Desk, unit: Unit, person: Person, draft: Draft, said: Remark) -> None:
    """Enter a remark whose paper is in the vault."""
    role = await trade(unit, desk.series.id, person)
    words = None if said.sound else Words.TYPED
    origin = Origin(by=Actor.person(person.id), role=role, kind=Kind.REMARKED, sources=(draft.digest,), words=words)
    await unit.record(desk.contribution(origin, made=said.digest))
    await unit.add_remark(said)


async def _demand_open(unit: Unit, remark: RemarkId) -> None:
    if (await unit.remark(remark)).state is not State.OPEN:
        raise Outdated("settled")
