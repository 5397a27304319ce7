"""Questions: everything that is asked of the database within one transaction, answered in the domain's values."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, RowMapping, Select, Table, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import rows, usual
from storage import tables as t
from storage.domain.billing import Billing, Dispute, Standing
from storage.domain.contributions import Actor, Contribution
from storage.domain.costs import Cost, Piece
from storage.domain.crew import Invitation, Member, Person, Role
from storage.domain.ids import Digest, DisputeId, DraftId, EpisodeId, InvitationId, PersonId, RemarkId, SeriesId, TakeId
from storage.domain.remarks import Remark, State
from storage.domain.review import Draft, Outcome, Policy, Verdict
from storage.domain.stages import WORKING
from storage.domain.story import BOOK, Episode, Series
from storage.domain.takes import Medium, Take, Work
from storage.errors import NotFound
from storage.ledger.entries import actor, contribution
from storage.ledger.seals import Seal
from storage.moments import moment
from storage.posts import Post, Topic
from storage.purchases import Purchases

Query = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]
"""A question to the tables; SQLAlchemy does not know what their columns hold, `rows` does."""

_TYPED = (Medium.IDEA, Medium.WISH, Medium.TURN, Medium.ASSURANCE, Medium.PROMPT)
"""Papers that hold what somebody typed, word for word."""

_REPEATING = (Medium.ANSWER, Medium.STILL, Medium.PORTRAIT, Medium.RETOUCH)
"""What is made from requests in which somebody's words may stand."""


class Reader:
    """One read transaction: all its answers are of the same moment. What is not there raises `NotFound`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @property
    def purchases(self) -> Purchases:
        """Ask what was bought."""
        return Purchases(self._connection)

    async def person(self, person: PersonId) -> Person:
        """Return a person."""
        return rows.person(await self._the(t.people, person))

    async def person_of(self, chat: int) -> Person | None:
        """Return who talks in a private chat."""
        row = await self._first(select(t.people).where(t.people.c.chat == chat))
        return rows.person(row) if row else None

    async def people(self, ids: Collection[PersonId]) -> Mapping[PersonId, Person]:
        """Return several people by id.

        Raises:
            NotFound: one of them is nobody.
        """
        found = await self._all(select(t.people).where(t.people.c.id.in_(set(ids))))
        people = {person.id: person for person in map(rows.person, found)}
        if unknown := set(ids) - people.keys():
            raise NotFound(f"no person has the id {min(unknown)}")
        return people

    async def series(self, series: SeriesId) -> Series:
        """Return a series."""
        return rows.series(await self._the(t.series, series))

    async def series_of(self, person: PersonId) -> tuple[Series, ...]:
        """Return the series a person is a member of, in any role, newest first."""
        theirs = select(t.members.c.series).where(t.members.c.person == person)
        found = await self._all(select(t.series).where(t.series.c.id.in_(theirs)).order_by(t.series.c.seq.desc()))
        return tuple(map(rows.series, found))

    async def members(self, series: SeriesId) -> tuple[Member, ...]:
        """Return who is in a series, and as what."""
        ours = select(t.members).where(t.members.c.series == series)
        return tuple(map(rows.member, await self._all(ours.order_by(t.members.c.person, t.members.c.role))))

    async def roles(self, series: SeriesId, person: PersonId) -> frozenset[Role]:
        """Return what someone is in a series."""
        theirs = t.members.c.series == series, t.members.c.person == person
        return frozenset(Role(row["role"]) for row in await self._all(select(t.members.c.role).where(*theirs)))

    async def holders(self, series: SeriesId, roles: Collection[Role]) -> frozenset[PersonId]:
        """Return who is one of these in a series."""
        ours = t.members.c.series == series, t.members.c.role.in_(roles)
        return frozenset(row["person"] for row in await self._all(select(t.members.c.person).where(*ours)))

    async def policy(self, series: SeriesId) -> Policy:
        """Return what a team has agreed on; the usual where it has not yet."""
        row = await self._first(select(t.policies.c.body).where(t.policies.c.series == series))
        return rows.policy(row["body"]) if row else Policy()

    async def deputies(self, series: SeriesId) -> Mapping[PersonId, PersonId]:
        """Return who is away, and who stands in for them."""
        found = await self._all(select(t.deputies).where(t.deputies.c.series == series))
        return {row["person"]: row["deputy"] for row in found}

    async def invitation(self, invitation: InvitationId) -> Invitation:
        """Return an invitation that was not withdrawn."""
        return rows.invitation(await self._the(t.invitations, invitation))

    async def team(self, series: SeriesId) -> int | None:
        """Return the group chat that is bound to a series."""
        row = await self._first(select(t.teams.c.chat).where(t.teams.c.series == series))
        return row["chat"] if row else None

    async def series_in(self, group_chat: int) -> tuple[Series, ...]:
        """Return the series bound to a group chat, newest first."""
        bound = select(t.series).join(t.teams).where(t.teams.c.chat == group_chat)
        return tuple(map(rows.series, await self._all(bound.order_by(t.series.c.seq.desc()))))

    async def episode(self, episode: EpisodeId) -> Episode:
        """Return an episode."""
        return rows.episode(await self._the(t.episodes, episode))

    async def episodes(self, series: SeriesId, *, editions: bool = False) -> tuple[Episode, ...]:
        """Return the episodes of a series by number, with `editions` also those, each after its original."""
        wanted = t.episodes.c.number != BOOK if editions else t.episodes.c.number > BOOK
        found = map(rows.episode, await self._all(select(t.episodes).where(t.episodes.c.series == series, wanted)))
        return tuple(sorted(found, key=lambda episode: (episode.number, episode.language or "")))

    async def book(self, series: SeriesId) -> Episode | None:
        """Return the book of a series, once something was written in it."""
        row = await self._first(select(t.episodes).where(t.episodes.c.series == series, t.episodes.c.number == BOOK))
        return rows.episode(row) if row else None

    async def every_episode(self) -> tuple[Episode, ...]:
        """Return the episodes of all series with their editions, in the order in which they were begun; no books."""
        every = select(t.episodes).where(t.episodes.c.number != BOOK).order_by(t.episodes.c.seq)
        return tuple(map(rows.episode, await self._all(every)))

    async def working(self) -> tuple[Episode, ...]:
        """Return the episodes in which the studio has something to do and nothing is wrong, oldest first."""
        at_work = select(t.episodes).where(t.episodes.c.stage.in_(WORKING), t.episodes.c.halt == "")
        return tuple(map(rows.episode, await self._all(at_work.order_by(t.episodes.c.seq))))

    async def take(self, take: TakeId) -> Take:
        """Return a take."""
        return rows.take(await self._the(t.takes, take))

    async def keyed(self, episode: EpisodeId, key: Digest) -> Take | None:
        """Return the take that the same request has already made for this episode."""
        row = await self._first(select(t.takes).where(t.takes.c.episode == episode, t.takes.c.key == key))
        return rows.take(row) if row else None

    async def takes(self, episode: EpisodeId, medium: Medium | None = None) -> tuple[Take, ...]:
        """Return the takes of an episode, oldest first."""
        ours = select(t.takes).where(t.takes.c.episode == episode).order_by(t.takes.c.seq)
        if medium is not None:
            ours = ours.where(t.takes.c.medium == medium)
        return tuple(map(rows.take, await self._all(ours)))

    async def head(self, episode: EpisodeId, work: Work) -> Take | None:
        """Return the chosen take of a work."""
        chosen = _heads(episode).where(t.heads.c.medium == work.medium, t.heads.c.part == work.part)
        row = await self._first(chosen)
        return rows.take(row) if row else None

    async def heads(self, episode: EpisodeId) -> Mapping[Work, Take]:
        """Return the chosen take of every work of an episode."""
        takes = map(rows.take, await self._all(_heads(episode)))
        return {take.work: take for take in takes}

    async def history(
        self, episode: EpisodeId, *, size: int | None = None, by: PersonId | None = None
    ) -> tuple[Contribution, ...]:
        """Return everything that was done for an episode, oldest first; or of the ledger's first `size` entries, or by
        one person.
        """
        ours = select(t.contributions.c.body).where(t.contributions.c.episode == episode)
        if by is not None:
            ours = ours.where(_acted(by))
        if size is not None:
            ours = ours.where(t.contributions.c.seq <= size)
        found = await self._all(ours.order_by(t.contributions.c.seq))
        return tuple(contribution(row["body"]) for row in found)

    async def chronicle(self, episode: EpisodeId, *, size: int | None = None) -> tuple[Contribution, ...]:
        """Return everything that was done for an episode, in the original of an edition, and in the book of its series,
        oldest first: its works may descend from any of it. Of the ledger's first `size` entries where that is given.
        """
        found = await self.episode(episode)
        numbers = {rows.place(found.number, found.language), found.number, BOOK}
        shelf = select(t.episodes.c.id).where(t.episodes.c.series == found.series, t.episodes.c.number.in_(numbers))
        ours = select(t.contributions.c.body).where(t.contributions.c.episode.in_(shelf))
        if size is not None:
            ours = ours.where(t.contributions.c.seq <= size)
        acts = await self._all(ours.order_by(t.contributions.c.seq))
        return tuple(contribution(row["body"]) for row in acts)

    async def episodes_of(self, person: PersonId) -> tuple[Episode, ...]:
        """Return the episodes and editions in which a person has done anything, those that were begun last first."""
        acted = select(t.contributions.c.episode).where(_acted(person))
        theirs = select(t.episodes).where(t.episodes.c.id.in_(acted), t.episodes.c.number != BOOK)
        return tuple(map(rows.episode, await self._all(theirs.order_by(t.episodes.c.seq.desc()))))

    async def entry_digest(self, seq: int) -> Digest | None:
        """Return the digest of an entry of the ledger."""
        row = await self._first(select(t.contributions.c.digest).where(t.contributions.c.seq == seq))
        return row["digest"] if row else None

    async def histories(self, episodes: Collection[EpisodeId]) -> Mapping[EpisodeId, tuple[Contribution, ...]]:
        """Return everything that was done for some episodes, oldest first; one without an act is left out."""
        ours = select(t.contributions.c.episode, t.contributions.c.body).where(t.contributions.c.episode.in_(episodes))
        found: dict[EpisodeId, list[Contribution]] = {}
        for row in await self._all(ours.order_by(t.contributions.c.seq)):
            found.setdefault(row["episode"], []).append(contribution(row["body"]))
        return {episode: tuple(each) for episode, each in found.items()}

    async def typed_by(self, person: PersonId) -> tuple[Digest, ...]:
        """Return the papers that a person typed, in all episodes and books: ideas, wishes, turns, then remarks."""
        typed = select(t.takes.c.digest, t.contributions.c.body).join(t.contributions)
        found = await self._all(typed.where(t.takes.c.medium.in_(_TYPED)).order_by(t.takes.c.seq))
        by = Actor.person(person)
        said = await self._all(select(t.remarks.c.digest).where(t.remarks.c.person == person).order_by(t.remarks.c.seq))
        asked = [row for row in found if contribution(row["body"]).by == by]
        return tuple(row["digest"] for row in (*asked, *said))

    async def prompt_keys(self) -> tuple[Digest, ...]:
        """Return the keys of requests which may repeat what was typed: to the language model, and to painters."""
        found = await self._all(select(t.takes.c.key).where(t.takes.c.medium.in_(_REPEATING)).distinct())
        return tuple(row["key"] for row in found)

    async def everybody(self) -> tuple[Person, ...]:
        """Return everyone who has ever talked to the bot, by name."""
        return tuple(map(rows.person, await self._all(select(t.people).order_by(t.people.c.name, t.people.c.id))))

    async def usual(self) -> Mapping[Piece, Cost]:
        """Return what a take of each medium usually costs with each tool: the mean of those among the last 50."""
        return usual.usual(await self._all(usual.recent()))

    async def draft(self, draft: DraftId) -> Draft:
        """Return a draft."""
        return rows.draft(await self._the(t.drafts, draft))

    async def open_draft(self, episode: EpisodeId) -> Draft | None:
        """Return the draft of an episode that waits for verdicts; there is never more than one."""
        ours = select(t.drafts).where(t.drafts.c.episode == episode, t.drafts.c.outcome == Outcome.OPEN)
        row = await self._first(ours)
        return rows.draft(row) if row else None

    async def open_drafts(self, series: SeriesId | None = None) -> tuple[Draft, ...]:
        """Return every draft that waits for verdicts, in a series or in any, oldest first."""
        waiting = select(t.drafts).where(t.drafts.c.outcome == Outcome.OPEN).order_by(t.drafts.c.seq)
        if series is not None:
            waiting = waiting.join(t.episodes).where(t.episodes.c.series == series)
        return tuple(map(rows.draft, await self._all(waiting)))

    async def spoken(self, drafts: Sequence[DraftId]) -> Mapping[DraftId, int]:
        """Return on how many people's verdicts each of some drafts has; one without any is left out."""
        said = select(t.verdicts.c.draft, func.count().label("people")).where(t.verdicts.c.draft.in_(drafts))
        return {row["draft"]: row["people"] for row in await self._all(said.group_by(t.verdicts.c.draft))}

    async def reminded(self, chat: int) -> datetime | None:
        """Return when a chat was last reminded of what waits there."""
        row = await self._first(select(t.reminders.c.at).where(t.reminders.c.chat == chat))
        return moment(row["at"]) if row else None

    async def drafts(self, episode: EpisodeId) -> tuple[Draft, ...]:
        """Return the drafts of an episode, oldest first."""
        ours = select(t.drafts).where(t.drafts.c.episode == episode).order_by(t.drafts.c.seq)
        return tuple(map(rows.draft, await self._all(ours)))

    async def verdicts(self, draft: DraftId) -> tuple[Verdict, ...]:
        """Return what was said about a draft, oldest first."""
        said = select(t.verdicts).where(t.verdicts.c.draft == draft).order_by(t.verdicts.c.at, t.verdicts.c.person)
        return tuple(map(rows.verdict, await self._all(said)))

    async def remark(self, remark: RemarkId) -> Remark:
        """Return a remark."""
        return rows.remark(await self._the(t.remarks, remark))

    async def remarks(self, episode: EpisodeId) -> tuple[Remark, ...]:
        """Return every remark of an episode, oldest first."""
        ours = select(t.remarks).where(t.remarks.c.episode == episode)
        return tuple(map(rows.remark, await self._all(ours.order_by(t.remarks.c.seq))))

    async def open_remarks(self, episode: EpisodeId, draft: DraftId | None = None) -> tuple[Remark, ...]:
        """Return the remarks of an episode, or of one draft of it, that nobody has settled yet; oldest first."""
        ours = select(t.remarks).where(t.remarks.c.episode == episode, t.remarks.c.state == State.OPEN)
        if draft is not None:
            ours = ours.where(t.remarks.c.draft == draft)
        return tuple(map(rows.remark, await self._all(ours.order_by(t.remarks.c.seq))))

    async def billings(self, series: SeriesId) -> Mapping[PersonId, Billing]:
        """Return how people want to be named in a series, those who have said so."""
        found = await self._all(select(t.billings).where(t.billings.c.series == series))
        return {row["person"]: rows.billing(row) for row in found}

    async def confirmed(self, episode: EpisodeId, person: PersonId) -> str:
        """Return the line that a person has confirmed in the credits of an episode; empty where they have not."""
        it = t.confirmations.c.episode == episode, t.confirmations.c.person == person
        row = await self._first(select(t.confirmations.c.line).where(*it))
        return row["line"] if row else ""

    async def dispute(self, dispute: DisputeId) -> Dispute:
        """Return a dispute."""
        return rows.dispute(await self._the(t.disputes, dispute))

    async def open_disputes(self, episode: EpisodeId) -> tuple[Dispute, ...]:
        """Return what people say is wrong with their credit in an episode and nobody has settled; oldest first."""
        ours = t.disputes.c.episode == episode, t.disputes.c.standing == Standing.OPEN
        return tuple(map(rows.dispute, await self._all(select(t.disputes).where(*ours).order_by(t.disputes.c.seq))))

    async def disputes_of(self, person: PersonId) -> tuple[Dispute, ...]:
        """Return what a person has ever disputed."""
        theirs = select(t.disputes).where(t.disputes.c.person == person).order_by(t.disputes.c.seq)
        return tuple(map(rows.dispute, await self._all(theirs)))

    async def post(self, chat: int, message_id: int) -> Post | None:
        """Return what the bot remembers of a message it sent."""
        row = await self._first(select(t.posts).where(t.posts.c.chat == chat, t.posts.c.message_id == message_id))
        return rows.post(row) if row else None

    async def post_for(self, chat: int, cause: str) -> Post | None:
        """Return the first message that was sent to a chat for a cause."""
        it = t.posts.c.chat == chat, t.posts.c.cause == cause
        row = await self._first(select(t.posts).where(*it).order_by(t.posts.c.message_id).limit(1))
        return rows.post(row) if row else None

    async def posts(
        self, *, episode: EpisodeId | None = None, draft: DraftId | None = None, purpose: str | None = None
    ) -> tuple[Post, ...]:
        """Return the posts about an episode, about a draft, of a purpose, or all of these; by chat and message."""
        asked = {t.posts.c.episode: episode, t.posts.c.draft: draft, t.posts.c.purpose: purpose}
        wanted = [column == value for column, value in asked.items() if value is not None]
        found = await self._all(select(t.posts).where(*wanted).order_by(t.posts.c.chat, t.posts.c.message_id))
        return tuple(map(rows.post, found))

    async def latest_post(self, chat: int) -> Post | None:
        """Return the last message in a chat that is about an episode or asks something; a book is no episode."""
        episodes = select(t.episodes.c.id).where(t.episodes.c.number > BOOK)
        telling = t.posts.c.episode.in_(episodes) | t.posts.c.purpose.startswith("ask-")
        here = select(t.posts).where(t.posts.c.chat == chat, telling)
        row = await self._first(here.order_by(t.posts.c.message_id.desc()).limit(1))
        return rows.post(row) if row else None

    async def topic(self, chat: int, episode: EpisodeId) -> Topic | None:
        """Return the topic of an episode in a forum."""
        it = t.topics.c.chat == chat, t.topics.c.episode == episode
        row = await self._first(select(t.topics).where(*it))
        return rows.topic(row) if row else None

    async def topic_at(self, chat: int, thread: int) -> Topic | None:
        """Return the topic whose messages are in a thread of a forum."""
        it = t.topics.c.chat == chat, t.topics.c.thread == thread
        row = await self._first(select(t.topics).where(*it).limit(1))
        return rows.topic(row) if row else None

    async def file_id(self, digest: Digest) -> str | None:
        """Return Telegram's name for a file it already has."""
        row = await self._first(select(t.file_ids.c.file_id).where(t.file_ids.c.digest == digest))
        return row["file_id"] if row else None

    async def seal(self) -> Seal | None:
        """Return the ledger's latest seal, to be kept by others; none while nothing is recorded."""
        row = await self._first(select(t.seals).where(t.seals.c.id == 1))
        return Seal(**{name: row[name] for name in row if name != "id"}) if row else None

    async def _all(self, query: Query) -> Sequence[RowMapping]:
        return (await self._connection.execute(query)).mappings().all()

    async def _first(self, query: Query) -> RowMapping | None:
        return (await self._connection.execute(query)).mappings().first()

    async def _the(self, table: Table, identity: str) -> RowMapping:
        row = await self._first(select(table).where(table.c.id == identity))
        if row is None:
            raise NotFound(f"nothing in {table.name} has the id {identity}")
        return row


def _heads(episode: EpisodeId) -> Select[*tuple[Any, ...]]:
    return select(t.takes).join(t.heads, t.heads.c.take == t.takes.c.id).where(t.heads.c.episode == episode)


def _acted(person: PersonId) -> ColumnElement[bool]:
    """Return the condition that an entry is a person's act: canonical JSON writes that in one way only."""
    return t.contributions.c.body.contains(actor(Actor.person(person)), autoescape=True)
