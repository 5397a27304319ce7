"""Remarks: what the team says about a draft is kept, pinned to what it means, and worked through one by one.

A remark changes nothing by itself. Taken up, its words become a wish of whoever said them, and whoever took it up
answers for it; the next version of the paper that the wish is about resolves it.
"""

from dataclasses import dataclass, replace

from agents.commands import Caller, DismissRemark, MakeRemark, WorkOn
from agents.intake import QUOTED, clean, reopen
from agents.reels import reel_of
from agents.studio import Desk, Origin, Studio
from agents.team import demand, met, trade
from storage import documents
from storage.domain.contributions import Actor, Kind, Words
from storage.domain.crew import Person, Right
from storage.domain.errors import Outdated, Refused
from storage.domain.events import News
from storage.domain.ids import Digest, DraftId, EpisodeId, RemarkId
from storage.domain.papers import Remarked, Subject, Wish
from storage.domain.remarks import Remark, State, pinned
from storage.domain.review import Draft, DraftKind
from storage.domain.stages import Stage
from storage.domain.takes import Medium, Work
from storage.unit import Unit

ABOUT = {DraftKind.CAST: Subject.SYNOPSIS, DraftKind.SYNOPSIS: Subject.SYNOPSIS}
"""What is changed by what people say about a draft; from the script on it is the script."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """A remark whose wish lies in the vault already: what it is about, and the digest of its paper."""

    remark: Remark
    about: Subject
    wish: Digest


async def remark(studio: Studio, command: MakeRemark, cause: int | None) -> None:
    """Keep what a member of the team says about a draft, pinned to the shot and the frame that it names.

    Raises:
        InvalidValue: there is nothing to keep in it.
        Refused: the caller is not in the team, or the episode is released.
    """
    text = clean(command.text)
    async with studio.store.read() as reader:
        draft = await reader.draft(command.draft)
    reel = await reel_of(studio, draft)
    pin = pinned(text, reel)
    pin = replace(pin, shot=command.shot) if command.shot in reel.shots else pin
    digest = await studio.vault.put_bytes(
        documents.dump(Remarked(text=text, salt=studio.salt(), draft=draft.id)),
    )
    async with studio.store.write(cause) as unit:
        desk, person = await _desk(studio, unit, draft.episode, command.caller)
        if person.id not in {member.person for member in await unit.members(desk.series.id)}:
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
        )
        await _enter(desk, unit, person, draft, said)
        await tell(desk, unit, draft.id)


async def work_on(studio: Studio, command: WorkOn, cause: int | None) -> EpisodeId:
    """Take a remark up; what is in review goes back to work, and work under way starts over.

    Raises:
        Outdated: it was settled before.
        Refused: the caller may not change what it is about.
    """
    async with studio.store.read() as reader:
        found = await reader.remark(command.remark)
        draft = await reader.draft(found.draft)
    (ready,) = await prepared(studio, draft, (found,))
    async with studio.store.write(cause) as unit:
        desk, person = await _desk(studio, unit, found.episode, command.caller)
        await demand(unit, desk.series.id, person, Right.PROMPT if found.shot else Right.WRITE)
        await _demand_open(unit, found.id)
        await take_up(desk, unit, person, ready)
        await reopen(unit, desk.episode, ready.about)
        author = await unit.person(found.person)
        await desk.tell(unit, News.WISH_TAKEN, {"text": found.text[:QUOTED], "by": author.name})
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
    about = ABOUT.get(draft.kind, Subject.SCRIPT)
    wishes = [Wish(text=each.text, salt=studio.salt(), about=about, shot=each.shot) for each in remarks]
    digests = [await studio.vault.put_bytes(documents.dump(wish)) for wish in wishes]
    return tuple(Prepared(remark=each, about=about, wish=digest) for each, digest in zip(remarks, digests, strict=True))


async def take_up(desk: Desk, unit: Unit, person: Person, ready: Prepared) -> None:
    """Enter the wish of a remark and settle the remark with it: its author wished it, `person` answers for it."""
    author = await unit.person(ready.remark.person)
    origin = Origin(
        by=Actor.person(author.id),
        role=await trade(unit, desk.series.id, author),
        kind=Kind.PROMPTED,
        sources=(ready.remark.digest,),
        words=Words.TYPED,
        directed_by=person.id,
    )
    wish = await desk.enter(unit, Work(Medium.WISH), ready.wish, origin)
    await unit.settle_remark(replace(ready.remark, state=State.TAKEN_UP, settled_by=wish.id))


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
    origin = Origin(
        by=Actor.person(person.id), role=role, kind=Kind.REMARKED, sources=(draft.digest,), words=Words.TYPED
    )
    await unit.record(desk.contribution(origin, made=said.digest))
    await unit.add_remark(said)


async def _demand_open(unit: Unit, remark: RemarkId) -> None:
    if (await unit.remark(remark)).state is not State.OPEN:
        raise Outdated("settled")
