"""Review: a verdict is simply the next update. Nobody waits for a person, and nothing expires."""

from agents.acts import Origin
from agents.cautions import point_out
from agents.commands.review import ApproveAll, Decide
from agents.intake import clean, take_down
from agents.reels import shot_heard
from agents.remarks import Prepared, about, prepared, settle_heard, take_up, tell
from agents.studio import Desk, Studio
from agents.team import demand, met, trade
from storage import documents
from storage.domain.contributions import Actor, Contribution, Kind
from storage.domain.crew import DECIDING, Person, Right, Role
from storage.domain.errors import Outdated, Refused
from storage.domain.events import News
from storage.domain.ids import Digest, DraftId, EpisodeId, SeriesId
from storage.domain.papers import Wish
from storage.domain.remarks import SHOT, Remark, folded
from storage.domain.review import Decision, Draft, DraftKind, Outcome, Verdict, outcome
from storage.domain.stages import Step, advance
from storage.domain.story import Synopsis
from storage.unit import Unit
from storage.voting import Court, court

STEP = {Outcome.APPROVED: Step.APPROVED, Outcome.SENT_BACK: Step.SENT_BACK}
KIND = {Decision.APPROVE: Kind.APPROVED, Decision.SEND_BACK: Kind.SENT_BACK}


async def decide(studio: Studio, command: Decide, cause: int | None) -> EpisodeId:
    """Count a verdict, once a person; when the draft is decided, move the episode on.

    A reason for sending back is a wish like any other, credited to who gave it; so is every typed remark on the draft
    that nobody has settled yet. A spoken one stays open, unless the reason puts it into words.

    Raises:
        Outdated: the draft was decided or replaced before.
        Refused: the caller does not decide in this series, or made what they would approve and the team does not want
            that, or a credit of the cut is disputed.
    """
    async with studio.store.read() as reader:
        draft = await reader.draft(command.draft)
        open_ = await reader.open_remarks(draft.episode, draft.id)
    typed = tuple(each for each in open_ if not each.sound)
    heard = tuple(each for each in open_ if each.id in command.heard)
    reason = await _kept(studio, draft, command, heard)
    said = await prepared(studio, draft, typed if command.decision is Decision.SEND_BACK else ())
    title = await _title(studio, draft)
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        desk, now = await _chair(studio, unit, person, draft.id), await court(unit, draft)
        if await _said(desk, unit, person, draft, command, now):
            if reason is not None and command.decision is Decision.SEND_BACK:
                wish = await take_down(desk, unit, person, reason, sources=tuple(each.digest for each in heard))
                await settle_heard(unit, heard, wish)
                await point_out(desk, unit, person, wish)
            await _take_up_all(desk, unit, person, said)
            if heard and not said:
                await tell(desk, unit, draft.id)
            if await _close(desk, unit, person, draft, now) is Outcome.APPROVED and title and desk.episode.number == 1:
                await unit.rename(desk.series.id, title)
    return draft.episode


async def approve_all(studio: Studio, command: ApproveAll, cause: int | None) -> None:
    """Approve several drafts at once: those that are still open and the caller's to approve; the others stay.

    Raises:
        Refused: there is none.
    """
    async with studio.store.read() as reader:
        drafts = [await reader.draft(draft) for draft in command.drafts]
    titles = {draft.id: await _title(studio, draft) for draft in drafts}
    async with studio.store.write(cause) as unit:
        person = await met(studio, unit, command.caller)
        done = [await _approved(studio, unit, person, draft, titles[draft.id], command) for draft in drafts]
        if not any(done):
            raise Refused("nothing-to-approve")


async def _approved(studio: Studio, unit: Unit, person: Person, draft: Draft, title: str, command: ApproveAll) -> bool:
    """Approve one of several drafts; false where the caller may not, or it is decided."""
    try:
        desk, now = await _chair(studio, unit, person, draft.id), await court(unit, draft)
        approval = Decide(caller=command.caller, draft=draft.id, decision=Decision.APPROVE)
        if not await _said(desk, unit, person, draft, approval, now):
            return False
    except (Refused, Outdated):
        return False
    if await _close(desk, unit, person, draft, now) is Outcome.APPROVED and title and desk.episode.number == 1:
        await unit.rename(desk.series.id, title)
    return True


async def _chair(studio: Studio, unit: Unit, person: Person, draft_id: DraftId) -> Desk:
    """Return the desk for someone who may decide on a draft that is still open."""
    draft = await unit.draft(draft_id)
    episode = await unit.episode(draft.episode)
    series = await unit.series(episode.series)
    await demand(unit, series.id, person, Right.DECIDE)
    if draft.outcome is not Outcome.OPEN:
        raise Outdated(draft.outcome)
    return studio.desk(series, episode)


async def _said(desk: Desk, unit: Unit, person: Person, draft: Draft, command: Decide, now: Court) -> bool:
    """Enter a verdict and its act; false where the person has spoken on this draft before."""
    if command.decision is Decision.APPROVE and not now.counts(draft, person.id):
        raise Refused("own-work")
    if command.decision is Decision.APPROVE and await _is_disputed(unit, draft):
        raise Refused("credit-disputed")
    verdict = Verdict(
        draft=draft.id, person=person.id, decision=command.decision, reason=command.reason, at=desk.studio.clock()
    )
    if not await unit.add_verdict(verdict):
        return False
    await unit.record(await _contribution(desk, unit, person, draft, command.decision))
    if draft.kind is DraftKind.CUT and command.decision is Decision.APPROVE:
        await desk.show_lines(unit, person)
    return True


async def _is_disputed(unit: Unit, draft: Draft) -> bool:
    """Tell whether a cut cannot be approved yet, because somebody says that their credit is wrong."""
    return draft.kind is DraftKind.CUT and bool(await unit.open_disputes(draft.episode))


async def _take_up_all(desk: Desk, unit: Unit, person: Person, said: tuple[Prepared, ...]) -> None:
    """Take up those remarks that nobody has settled meanwhile."""
    if not said:
        return
    still = {remark.id for remark in await unit.open_remarks(desk.episode.id)}
    for each in said:
        if each.remark.id in still:
            await take_up(desk, unit, person, each)
    await tell(desk, unit, said[0].remark.draft)


async def recount(studio: Studio, unit: Unit, series: SeriesId) -> None:
    """Count approvals anew where others decide now than before, or where the team agreed on another number."""
    found = await unit.series(series)
    for episode in await unit.episodes(series, editions=True):
        draft = await unit.open_draft(episode.id)
        said = await unit.verdicts(draft.id) if draft else ()
        if draft and said:
            last = await unit.person(said[-1].person)
            await _close(studio.desk(found, episode), unit, last, draft, await court(unit, draft))


async def _close(desk: Desk, unit: Unit, person: Person, draft: Draft, now: Court) -> Outcome:
    """Close the draft if this verdict settled it, and tell; return where it stands."""
    said = await unit.verdicts(draft.id)
    result = outcome(said, now.needs(draft))
    if result is Outcome.APPROVED and await _is_disputed(unit, draft):
        result = Outcome.OPEN
    facts = {"draft": draft.id, "kind": draft.kind, "by": person.name, "outcome": result}
    if result is Outcome.OPEN:
        await desk.tell(unit, News.VERDICT_GIVEN, facts)
        return result
    await unit.close_draft(draft.id, result)
    await unit.move(desk.episode.id, advance(desk.episode.stage, STEP[result]))
    await desk.tell(unit, News.DRAFT_CLOSED, facts)
    return result


async def _contribution(desk: Desk, unit: Unit, person: Person, draft: Draft, decision: Decision) -> Contribution:
    role = await _as(desk, unit, person)
    origin = Origin(by=Actor.person(person.id), role=role, kind=KIND[decision], sources=(draft.digest,))
    return desk.contribution(origin)


async def _as(desk: Desk, unit: Unit, person: Person) -> Role:
    """Return the role a verdict is given in: the one that decides; a creator who decides alone stays the creator."""
    roles = await unit.roles(desk.series.id, person.id)
    deciding = [role for role in Role if role in roles & DECIDING]
    return deciding[0] if deciding else await trade(unit, desk.series.id, person)


async def _kept(studio: Studio, draft: Draft, command: Decide, heard: tuple[Remark, ...]) -> Digest | None:
    """Keep a reason as a wish in the vault; where it puts one remark into words, it is about that one's shot."""
    if not command.reason.strip():
        return None
    shots = {each.shot for each in heard}
    shot = shots.pop() if len(shots) == 1 and not SHOT.search(folded(command.reason)) else ""
    wish = Wish(
        text=clean(command.reason),
        salt=studio.salt(),
        about=await about(studio, draft),
        shot=command.shot or shot or await shot_heard(studio, draft, command.reason),
    )
    return await studio.vault.put_bytes(documents.dump(wish))


async def _title(studio: Studio, draft: Draft) -> str:
    """Return the title that an approved synopsis gives to its series."""
    if draft.kind is not DraftKind.SYNOPSIS:
        return ""
    return documents.load(Synopsis, await studio.vault.read(draft.digest)).title
