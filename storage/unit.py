"""A unit of work: changes that become true together or not at all."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, CursorResult, Delete, Insert, Table, Update, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import rows
from storage import tables as t
from storage.domain.billing import Billing, Dispute
from storage.domain.contributions import Contribution
from storage.domain.crew import Invitation, Member, Person
from storage.domain.events import Event
from storage.domain.ids import Digest, DraftId, EpisodeId, PersonId, SeriesId
from storage.domain.purchase import Purchase
from storage.domain.remarks import Remark
from storage.domain.review import Draft, Outcome, Policy, Verdict
from storage.domain.stages import Stage
from storage.domain.story import Episode, Series
from storage.domain.takes import Take
from storage.errors import AlreadyHandled, Conflict, NotFound
from storage.ledger.entries import START, Entry, entry
from storage.ledger.seals import Key, Seal
from storage.moments import written
from storage.posts import Post, Topic
from storage.purchases import purchase_row
from storage.reader import Reader


class Unit(Reader):
    """One write transaction: it sees its own changes, and nobody else's happen meanwhile.

    A change that breaks a rule of the tables raises `Conflict`, one to something that is not there `NotFound`; let
    them pass, so that the whole unit is undone.
    """

    def __init__(self, connection: AsyncConnection, at: datetime) -> None:
        super().__init__(connection)
        self._at = written(at)
        self._end: Entry | None = None
        self.told = False
        """Whether someone is to hear of something."""

    async def claim(self, update_id: int) -> None:
        """Make this unit the effect of a Telegram update.

        Raises:
            AlreadyHandled: the update has had its effect.
        """
        if await self._first(select(t.handled).where(t.handled.c.update_id == update_id)):
            raise AlreadyHandled(f"update {update_id} has had its effect")
        await self._change(insert(t.handled).values(update_id=update_id, at=self._at))

    async def put_person(self, person: Person) -> None:
        """Add a person, or take their new name and language."""
        await self._put(t.people, t.people.c.id == person.id, rows.person_row(person))

    async def add_series(self, series: Series) -> None:
        """Add a series; its creator is a person already."""
        await self._change(insert(t.series).values(rows.series_row(series)))

    async def rename(self, series: SeriesId, title: str) -> None:
        """Give a series another title."""
        await self._mend(t.series, series, title=title)

    async def add_member(self, member: Member) -> bool:
        """Give a person a role in a series; false if they hold it already."""
        if await self._first(select(t.members).where(*_is(member))):
            return False
        await self._change(insert(t.members).values(rows.member_row(member)))
        return True

    async def remove_member(self, member: Member) -> bool:
        """Take a role from a person; false if they did not hold it."""
        return bool((await self._change(delete(t.members).where(*_is(member)))).rowcount)

    async def hand_over(self, series: SeriesId, creator: PersonId) -> None:
        """Let somebody else lead a series."""
        await self._mend(t.series, series, creator=creator)

    async def agree(self, series: SeriesId, policy: Policy) -> None:
        """Keep what a team has agreed on, in place of what it had."""
        row = {"series": series, "body": rows.policy_body(policy)}
        await self._put(t.policies, t.policies.c.series == series, row)

    async def put_deputy(self, series: SeriesId, person: PersonId, deputy: PersonId) -> None:
        """Let a deputy stand in for someone who is away."""
        it = (t.deputies.c.series == series) & (t.deputies.c.person == person)
        await self._put(t.deputies, it, {"series": series, "person": person, "deputy": deputy})

    async def remove_deputy(self, series: SeriesId, person: PersonId) -> bool:
        """Let someone be back; false if they were not away."""
        it = t.deputies.c.series == series, t.deputies.c.person == person
        return bool((await self._change(delete(t.deputies).where(*it))).rowcount)

    async def add_invitation(self, invitation: Invitation) -> None:
        """Add a link to join with."""
        await self._change(insert(t.invitations).values(rows.invitation_row(invitation)))

    async def withdraw(self, series: SeriesId) -> int:
        """Make every link to join a series with void; return how many there were."""
        return (await self._change(delete(t.invitations).where(t.invitations.c.series == series))).rowcount

    async def remind(self, chat: int, at: datetime) -> None:
        """Remember that a chat was reminded of what waits there."""
        await self._put(t.reminders, t.reminders.c.chat == chat, {"chat": chat, "at": written(at)})

    async def bind_team(self, series: SeriesId, chat: int, title: str) -> None:
        """Bind a series to a group chat, in place of any other."""
        await self._put(t.teams, t.teams.c.series == series, {"series": series, "chat": chat, "title": title})

    async def migrate_chat(self, old: int, new: int) -> None:
        """Follow a group that Telegram has made a supergroup: its bindings, and what it has not been told yet.

        What was posted stays under the old chat: a supergroup numbers its messages anew.
        """
        await self._change(update(t.teams).where(t.teams.c.chat == old).values(chat=new))
        theirs = t.deliveries.c.chat == old, t.deliveries.c.state == "waiting"
        other = t.deliveries.alias()
        twice = t.deliveries.c.seq.in_(select(other.c.seq).where(other.c.chat == new))
        await self._change(delete(t.deliveries).where(*theirs, twice))
        await self._change(update(t.deliveries).where(*theirs).values(chat=new))

    async def add_episode(self, episode: Episode) -> None:
        """Add an episode; its number is new in its series."""
        await self._change(insert(t.episodes).values(rows.episode_row(episode)))

    async def move(self, episode: EpisodeId, stage: Stage) -> None:
        """Put an episode into a stage; whether it may go there is the caller's question (`domain.stages`)."""
        await self._mend(t.episodes, episode, stage=stage)

    async def halt(self, episode: EpisodeId, reason: str, facts: Mapping[str, str] | None = None) -> None:
        """Stop work on an episode for a reason, with what the reason needs to be told; an empty one lets it go on."""
        await self._mend(t.episodes, episode, halt=reason, halt_facts=rows.json_text(dict(facts)) if facts else None)

    async def record(self, contribution: Contribution) -> None:
        """Append a contribution to the ledger; it can never be changed or taken back."""
        last = self._end or await self._last()
        new = entry(contribution, seq=last.seq + 1, prev=last.digest)
        await self._change(insert(t.contributions).values(rows.entry_row(new, contribution)))
        self._end = new

    async def add_take(self, take: Take) -> None:
        """Add a take: its contribution is recorded and made exactly these bytes, its key is new in its episode."""
        await self._change(insert(t.takes).values(rows.take_row(take)))

    async def choose(self, take: Take) -> None:
        """Make a take the one that counts for its work."""
        row = {"episode": take.episode, "medium": take.work.medium, "part": take.work.part, "take": take.id}
        it = [t.heads.c[name] == row[name] for name in ("episode", "medium", "part")]
        await self._put(t.heads, it[0] & it[1] & it[2], row)

    async def add_draft(self, draft: Draft) -> None:
        """Add a draft; while another of its episode is open it must be closed first."""
        await self._change(insert(t.drafts).values(rows.draft_row(draft)))

    async def close_draft(self, draft: DraftId, outcome: Outcome) -> None:
        """Say where a draft stands in the end."""
        await self._mend(t.drafts, draft, outcome=outcome)

    async def add_verdict(self, verdict: Verdict) -> bool:
        """Add what a person says about a draft; false if they have spoken on it already."""
        theirs = t.verdicts.c.draft == verdict.draft, t.verdicts.c.person == verdict.person
        if await self._first(select(t.verdicts).where(*theirs)):
            return False
        await self._change(insert(t.verdicts).values(rows.verdict_row(verdict)))
        return True

    async def add_remark(self, remark: Remark) -> None:
        """Add what a person says about a draft."""
        await self._change(insert(t.remarks).values(rows.remark_row(remark)))

    async def settle_remark(self, remark: Remark) -> None:
        """Keep what became of a remark: its state, and the wish it was taken up with."""
        row = rows.remark_row(remark)
        await self._mend(t.remarks, remark.id, **{name: row[name] for name in ("state", "settled_by")})

    async def put_billing(self, billing: Billing) -> None:
        """Keep how a person wants to be named in a series."""
        it = (t.billings.c.series == billing.series) & (t.billings.c.person == billing.person)
        await self._put(t.billings, it, rows.billing_row(billing))

    async def confirm(self, episode: EpisodeId, person: PersonId, line: str) -> None:
        """Keep the line that a person has confirmed."""
        it = (t.confirmations.c.episode == episode) & (t.confirmations.c.person == person)
        await self._put(t.confirmations, it, {"episode": episode, "person": person, "line": line})

    async def add_dispute(self, dispute: Dispute) -> None:
        """Add what a person says is wrong; they have no other open one in the episode."""
        await self._change(insert(t.disputes).values(rows.dispute_row(dispute)))

    async def settle_dispute(self, dispute: Dispute) -> None:
        """Keep what became of a dispute: where it stands, the role it gave, the act that settled it."""
        row = rows.dispute_row(dispute)
        await self._mend(t.disputes, dispute.id, **{name: row[name] for name in ("standing", "role", "settled_by")})

    async def add_purchase(self, bought: Purchase) -> None:
        """Add a purchase; no other of its episode is live for the same take."""
        await self._change(insert(t.purchases).values(purchase_row(bought)))

    async def put_purchase(self, bought: Purchase) -> None:
        """Keep what became of a purchase."""
        row = purchase_row(bought)
        changing = ("state", "ticket", "settled", "placed", "ended")
        await self._mend(t.purchases, bought.id, **{name: row[name] for name in changing})

    async def tell(self, event: Event) -> None:
        """Let the chats of an event hear of it after the commit, each after what it is to hear already."""
        event_row = {"at": self._at, "body": rows.event_body(event)}
        told = await self._change(insert(t.events).values(event_row).returning(t.events.c.seq))
        seq = told.scalar_one()
        for chat in dict.fromkeys(event.chats):
            delivery = {"seq": seq, "chat": chat, "state": "waiting", "attempts": 0, "error": ""}
            await self._change(insert(t.deliveries).values(delivery))
        self.told = True

    async def posted(self, post: Post) -> None:
        """Remember a message the bot has sent, or what it shows now."""
        it = (t.posts.c.chat == post.chat) & (t.posts.c.message_id == post.message_id)
        await self._put(t.posts, it, rows.post_row(post))

    async def forget_post(self, chat: int, message_id: int) -> None:
        """Forget a message that is gone."""
        await self._change(delete(t.posts).where(t.posts.c.chat == chat, t.posts.c.message_id == message_id))

    async def put_topic(self, topic: Topic) -> None:
        """Remember the topic of an episode in a forum, or what became of it."""
        it = (t.topics.c.chat == topic.chat) & (t.topics.c.episode == topic.episode)
        await self._put(t.topics, it, rows.topic_row(topic))

    async def keep_file_id(self, digest: Digest, file_id: str) -> None:
        """Remember Telegram's name for a file, so that it is not sent up again."""
        await self._put(t.file_ids, t.file_ids.c.digest == digest, {"digest": digest, "file_id": file_id})

    async def finish(self, key: Key, at: datetime) -> Seal | None:
        """Seal the ledger if this unit has recorded something; nothing is recorded afterwards."""
        if self._end is None:
            return None
        seal = key.seal(self._end.seq, self._end.digest, at)
        await self._put(t.seals, t.seals.c.id == 1, {"id": 1, **seal.row()})
        return seal

    async def _last(self) -> Entry:
        columns = t.contributions.c
        last = select(columns.seq, columns.prev, columns.digest, columns.body).order_by(columns.seq.desc()).limit(1)
        row = await self._first(last)
        return Entry(**row) if row else Entry(seq=0, prev="", digest=START, body="")

    async def _put(self, table: Table, is_it: ColumnElement[bool], row: rows.Row) -> None:
        """Update the row or insert it; the write lock keeps others from doing so in between."""
        if not (await self._change(update(table).where(is_it).values(row))).rowcount:
            await self._change(insert(table).values(row))

    async def _mend(self, table: Table, identity: str, **values: str | int | None) -> None:
        changed = await self._change(update(table).where(table.c.id == identity).values(values))
        if not changed.rowcount:
            raise NotFound(f"nothing in {table.name} has the id {identity}")

    async def _change(self, statement: Insert | Update | Delete) -> CursorResult[*tuple[Any, ...]]:
        try:
            return await self._connection.execute(statement)
        except IntegrityError as error:
            table = statement.table
            raise Conflict(f"{table} refuses the change: {error.orig}") from error


def _is(member: Member) -> list[ColumnElement[bool]]:
    return [t.members.c[name] == value for name, value in rows.member_row(member).items()]
