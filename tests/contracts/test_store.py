"""What the store promises, whatever the database."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError

from storage import tables
from storage.domain.billing import Billing, Dispute, Standing
from storage.domain.contributions import Contribution
from storage.domain.costs import Cost
from storage.domain.crew import Invitation, Member, Role
from storage.domain.events import Event, News
from storage.domain.ids import DisputeId, DraftId, EpisodeId, InvitationId, PersonId, RemarkId, SeriesId, TakeId
from storage.domain.remarks import Remark, Sound, Spoken, State
from storage.domain.review import Decision, DraftKind, Outcome, Policy, Quorum, Verdict
from storage.domain.stages import Stage
from storage.domain.story import BOOK, Language, Series
from storage.domain.takes import Medium, Take, Work
from storage.editions import edition, original
from storage.errors import AlreadyHandled, Conflict, NotFound, Unusable
from storage.ledger import exports
from storage.outbox import Outbox
from storage.posts import Post
from storage.store import Store
from tests.storage_samples import (
    ANA,
    BO,
    EPISODE,
    NOON,
    SERIES,
    SYNOPSIS,
    act,
    digest,
    draft,
    record,
    take,
)


async def title(store: Store) -> str:
    async with store.read() as reader:
        return (await reader.series(SERIES.id)).title


async def make(store: Store, contribution: Contribution, made: Take) -> None:
    async with store.write() as unit:
        await unit.record(contribution)
        await unit.add_take(made)


async def test_twenty_writers_that_read_first_lose_nothing(store: Store) -> None:
    async with store.write() as unit:
        await unit.rename(SERIES.id, "0")

    async def add_ten() -> None:
        for _ in range(10):
            async with store.write() as unit:
                count = int((await unit.series(SERIES.id)).title)
                await asyncio.sleep(0)
                await unit.rename(SERIES.id, str(count + 1))

    await asyncio.gather(*(add_ten() for _ in range(20)))
    assert await title(store) == "200"


async def test_a_reader_cannot_write(store: Store) -> None:
    row = {"digest": digest("x"), "file_id": "x"}
    with pytest.raises((Unusable, DBAPIError), match="read"):
        async with store.database.reading() as connection:
            await connection.execute(insert(tables.file_ids).values(row))


async def test_a_reader_sees_one_moment(store: Store) -> None:
    async with store.read() as reader:
        before = await reader.series(SERIES.id)
        async with store.write() as unit:
            await unit.rename(SERIES.id, "changed meanwhile")
        assert await reader.series(SERIES.id) == before
    assert await title(store) == "changed meanwhile"


async def test_an_update_has_its_effect_once_even_in_a_race(store: Store) -> None:
    async def rename(name: str) -> str:
        try:
            async with store.write(cause=5) as unit:
                await unit.rename(SERIES.id, name)
        except AlreadyHandled:
            return ""
        return name

    names = await asyncio.gather(*(rename(str(number)) for number in range(10)))
    (winner,) = [name for name in names if name]
    assert await title(store) == winner


async def test_a_unit_that_fails_leaves_nothing_and_its_update_may_come_again(store: Store) -> None:
    async def fail() -> None:
        async with store.write(cause=5) as unit:
            await unit.rename(SERIES.id, "lost")
            await unit.record(act(1))
            await unit.tell(Event(news=News.WISH_TAKEN, series=SERIES.id, chats=(7,)))
            raise asyncio.QueueFull

    with pytest.raises(asyncio.QueueFull):
        await fail()
    async with store.write(cause=5) as unit:
        assert (await unit.series(SERIES.id)).title == SERIES.title
        assert await unit.history(EPISODE.id) == ()
        assert await unit.seal() is None
    assert await Outbox(store).pending() == ()


async def test_a_cancelled_unit_leaves_nothing_and_lets_the_next_one_in(store: Store) -> None:
    inside = asyncio.Event()

    async def hang() -> None:
        async with store.write() as unit:
            await unit.rename(SERIES.id, "half done")
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(hang())
    await inside.wait()
    waiting = asyncio.create_task(record(store, 1))
    await asyncio.sleep(0)
    task.cancel()
    await waiting
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await title(store) == SERIES.title


async def test_a_write_inside_a_write_is_refused_instead_of_waiting_for_itself(store: Store) -> None:
    async with store.write():
        with pytest.raises(RuntimeError, match="pass the unit on"):
            async with store.write():
                pass
    async with store.write() as unit:
        await unit.rename(SERIES.id, "and the next one works")


async def test_a_task_begun_inside_a_write_may_write_after_it(store: Store) -> None:
    over = asyncio.Event()

    async def later() -> None:
        await over.wait()
        async with store.write() as unit:
            await unit.rename(SERIES.id, "later")

    async with store.write():
        task = asyncio.create_task(later())
    over.set()
    await task
    assert await title(store) == "later"


async def test_a_take_needs_a_contribution_that_made_exactly_its_bytes(store: Store) -> None:
    with pytest.raises(Conflict):
        async with store.write() as unit:
            await unit.add_take(take(1))
    with pytest.raises(Conflict):
        await make(store, act(1), replace(take(1), digest=digest("other bytes")))
    async with store.read() as reader:
        assert await reader.takes(EPISODE.id) == ()
        assert await reader.history(EPISODE.id) == ()


async def test_the_same_request_is_one_take_of_an_episode(store: Store) -> None:
    await record(store, 1)
    with pytest.raises(Conflict):
        await make(store, act(2), replace(take(2), key=take(1).key))
    async with store.read() as reader:
        assert await reader.keyed(EPISODE.id, take(1).key) == take(1)
        assert await reader.keyed(EPISODE.id, take(2).key) is None
        assert await reader.keyed(EpisodeId("another"), take(1).key) is None


async def test_the_chosen_take_is_the_head_of_its_work_until_another_is(store: Store) -> None:
    panel = Work(Medium.PANEL, "s1")
    async with store.write() as unit:
        for number, work in ((1, SYNOPSIS), (2, SYNOPSIS), (3, panel)):
            await unit.record(act(number))
            await unit.add_take(take(number, work))
            await unit.choose(take(number, work))
        await unit.choose(take(1))
    async with store.read() as reader:
        assert await reader.head(EPISODE.id, SYNOPSIS) == take(1)
        assert await reader.head(EPISODE.id, Work(Medium.CUT)) is None
        assert await reader.heads(EPISODE.id) == {SYNOPSIS: take(1), panel: take(3, panel)}
        assert await reader.takes(EPISODE.id) == (take(1), take(2), take(3, panel))
        assert await reader.takes(EPISODE.id, Medium.PANEL) == (take(3, panel),)
        assert await reader.take(take(2).id) == take(2)


async def test_a_take_that_was_never_added_cannot_be_chosen(store: Store) -> None:
    with pytest.raises(Conflict):
        async with store.write() as unit:
            await unit.choose(take(1))


async def test_a_book_is_no_episode_and_all_episodes_of_its_series_may_descend_from_it(store: Store) -> None:
    book = replace(EPISODE, id=EpisodeId("book"), number=BOOK, stage=Stage.BOOK)
    other = replace(SERIES, id=SeriesId("other"))
    elsewhere = replace(EPISODE, id=EpisodeId("elsewhere"), series=other.id)
    acts = {each.id: replace(act(number), episode=each.id) for number, each in enumerate((book, EPISODE), 1)}
    async with store.write() as unit:
        await unit.add_series(other)
        for each in (book, elsewhere):
            await unit.add_episode(each)
        for each in acts.values():
            await unit.record(each)
    async with store.read() as reader:
        assert await reader.book(SERIES.id) == book
        assert await reader.book(other.id) is None
        assert await reader.episodes(SERIES.id) == (EPISODE,)
        assert set(await reader.every_episode()) == {EPISODE, elsewhere}
        assert await reader.history(EPISODE.id) == (acts[EPISODE.id],)
        assert await reader.chronicle(EPISODE.id) == (acts[book.id], acts[EPISODE.id])
        assert await reader.chronicle(EPISODE.id, size=1) == (acts[book.id],)
        assert await reader.chronicle(elsewhere.id) == ()


async def test_an_edition_is_listed_under_its_original_and_descends_from_it_and_the_book(store: Store) -> None:
    book = replace(EPISODE, id=EpisodeId("book"), number=BOOK, stage=Stage.BOOK)
    second = replace(EPISODE, id=EpisodeId("second"), number=EPISODE.number + 1)
    french, chinese = (
        replace(EPISODE, id=EpisodeId(each), stage=Stage.TRANSLATING, language=each)
        for each in (Language.FRENCH, Language.CHINESE)
    )
    every = (book, second, chinese, french)
    acts = {each.id: replace(act(number), episode=each.id) for number, each in enumerate((*every, EPISODE), 1)}
    async with store.write() as unit:
        for each in every:
            await unit.add_episode(each)
        for each in acts.values():
            await unit.record(each)
    async with store.read() as reader:
        assert await reader.episode(french.id) == french
        assert await reader.episodes(SERIES.id) == (EPISODE, second)
        assert await reader.episodes(SERIES.id, editions=True) == (EPISODE, french, chinese, second)
        assert await original(reader, french) == EPISODE
        assert await original(reader, second) is None
        assert await edition(reader, EPISODE.id, Language.CHINESE) == chinese
        assert await edition(reader, second.id, Language.CHINESE) is None
        assert await reader.chronicle(french.id) == tuple(acts[each] for each in (book.id, french.id, EPISODE.id))
        assert await reader.chronicle(EPISODE.id) == (acts[book.id], acts[EPISODE.id])
    with pytest.raises(Conflict):
        async with store.write() as unit:
            await unit.add_episode(replace(french, id=EpisodeId("another")))


async def test_what_a_medium_usually_costs_with_a_tool_is_the_mean_of_its_last_fifty(store: Store) -> None:
    async with store.write() as unit:
        for number in range(1, 61):
            await unit.record(act(number, milliseconds=1_000_000 if number <= 10 else 100 + number))
            await unit.add_take(take(number))
    async with store.read() as reader:
        assert await reader.usual() == {("synopsis", "qwen"): Cost(milliseconds=100 + (11 + 60) // 2)}
        assert await reader.history(EPISODE.id) == tuple(
            act(number, milliseconds=1_000_000 if number <= 10 else 100 + number) for number in range(1, 61)
        )


@pytest.mark.parametrize("statement", ["UPDATE contributions SET body = ''", "DELETE FROM contributions"])
async def test_the_database_itself_refuses_to_change_the_ledger(store: Store, statement: str) -> None:
    await record(store, 1)
    with pytest.raises(DBAPIError, match="never changed or taken back"):
        async with store.database.writing() as connection:
            await connection.execute(text(statement))


async def test_the_ledger_grows_by_sealed_entries_and_leaves_the_house_as_a_file(store: Store, tmp_path: Path) -> None:
    assert (await store.verify()).clean
    await record(store, 1)
    async with store.read() as reader:
        witness = await reader.seal()
    assert witness is not None
    assert (witness.size, witness.public, witness.holds) == (1, store.public, True)
    await record(store, 2, 3)
    report = await store.verify(witnesses=[witness])
    assert report.clean, report
    assert (report.entries, report.seals) == (3, 4)  # two seals of the past, the latest once more, the witness
    await store.export(tmp_path / "ledger.jsonl")
    outside = exports.verify(tmp_path / "ledger.jsonl", store.public, [witness])
    assert outside.clean, outside
    assert (outside.entries, outside.seals) == (3, 2)


async def test_what_refers_to_nothing_is_refused(store: Store) -> None:
    nobody = PersonId("nobody")
    units = {
        "series": lambda unit: unit.add_series(replace(SERIES, id=SeriesId("x"), creator=nobody)),
        "member": lambda unit: unit.add_member(Member(series=SERIES.id, person=nobody, role=Role.EDITOR)),
        "episode": lambda unit: unit.add_episode(
            replace(EPISODE, id=EpisodeId("x"), series=SeriesId("none"), number=2)
        ),
        "act": lambda unit: unit.record(replace(act(1), episode=EpisodeId("none"))),
        "draft": lambda unit: unit.add_draft(replace(draft(1), episode=EpisodeId("none"))),
        "verdict": lambda unit: unit.add_verdict(verdict(draft(9).id, ANA.id)),
        "remark": lambda unit: unit.add_remark(remark("nowhere")),
        "billing": lambda unit: unit.put_billing(Billing(series=SERIES.id, person=nobody)),
        "dispute": lambda unit: unit.add_dispute(replace(dispute("x"), episode=EpisodeId("none"))),
        "post": lambda unit: unit.posted(Post(chat=7, message_id=1, purpose="draft", draft=DraftId("none"))),
    }
    for change in units.values():
        with pytest.raises(Conflict):
            async with store.write() as unit:
                await change(unit)


async def test_unknown_ids_are_named(store: Store) -> None:
    asked = {
        "person": lambda reader: reader.person(PersonId("zz")),
        "people": lambda reader: reader.people([ANA.id, PersonId("zz")]),
        "series": lambda reader: reader.series(SeriesId("zz")),
        "episode": lambda reader: reader.episode(EpisodeId("zz")),
        "take": lambda reader: reader.take(TakeId("zz")),
        "draft": lambda reader: reader.draft(DraftId("zz")),
        "remark": lambda reader: reader.remark(RemarkId("zz")),
        "dispute": lambda reader: reader.dispute(DisputeId("zz")),
    }
    changed = {
        "rename": lambda unit: unit.rename(SeriesId("zz"), "x"),
        "move": lambda unit: unit.move(EpisodeId("zz"), Stage.BOARDING),
        "halt": lambda unit: unit.halt(EpisodeId("zz"), "x"),
        "close": lambda unit: unit.close_draft(DraftId("zz"), Outcome.APPROVED),
    }
    for change in (asked | changed).values():
        with pytest.raises(NotFound, match="zz"):
            async with store.write() as unit:
                await change(unit)


async def test_people_are_found_by_id_and_by_their_chat(store: Store) -> None:
    async with store.write() as unit:
        await unit.put_person(replace(ANA, name="Ana Sá", language="en"))
    async with store.read() as reader:
        assert await reader.person_of(ANA.chat) == replace(ANA, name="Ana Sá", language="en")
        assert await reader.person_of(99) is None
        assert await reader.people([BO.id, BO.id]) == {BO.id: BO}
        assert await reader.people([]) == {}


async def test_a_series_is_everybodys_who_is_in_it_newest_first(store: Store) -> None:
    second = Series(id=SeriesId("zweite"), title="2", language=Language.CHINESE, creator=BO.id)
    roles = [Member(series=series, person=ANA.id, role=role) for series in (SERIES.id, second.id) for role in Role]
    async with store.write() as unit:
        await unit.add_series(second)
        assert [await unit.add_member(member) for member in roles + roles] == [True] * len(roles) + [False] * len(roles)
    async with store.read() as reader:
        assert await reader.series_of(ANA.id) == (second, SERIES)
        assert await reader.series_of(BO.id) == ()
        assert set(await reader.members(SERIES.id)) == set(roles[: len(Role)])
    async with store.write() as unit:
        assert await unit.remove_member(roles[0])
        assert not await unit.remove_member(roles[0])
        assert set(await unit.members(SERIES.id)) == set(roles[1 : len(Role)])


async def test_a_team_follows_its_group_when_telegram_moves_it(store: Store) -> None:
    async with store.write() as unit:
        assert await unit.team(SERIES.id) is None
        await unit.bind_team(SERIES.id, -5, "Les chats")
        await unit.bind_team(SERIES.id, -6, "Les chiens")
        await unit.tell(Event(news=News.TEAM_BOUND, series=SERIES.id, chats=(-6, -1_001_234_567_890)))
        await unit.migrate_chat(-6, -1_001_234_567_890)
    async with store.read() as reader:
        assert await reader.team(SERIES.id) == -1_001_234_567_890
        assert await reader.series_in(-6) == ()
        assert await reader.series_in(-1_001_234_567_890) == (SERIES,)
    (delivery,) = await Outbox(store).pending()
    assert delivery.chat == -1_001_234_567_890
    await Outbox(store).delivered(delivery.seq, delivery.chat)
    assert await Outbox(store).pending() == ()


async def test_episodes_at_work_are_those_that_nothing_halts(store: Store) -> None:
    third = replace(EPISODE, id=EpisodeId("three"), number=3)
    second = replace(EPISODE, id=EpisodeId("two"), number=2, stage=Stage.CUT_REVIEW)
    async with store.write() as unit:
        await unit.add_episode(third)
        await unit.add_episode(second)
        await unit.halt(third.id, "no voice for this language")
        await unit.move(EPISODE.id, Stage.BOARDING)
        moved = replace(EPISODE, stage=Stage.BOARDING)
        halted = replace(third, halt="no voice for this language")
        assert await unit.episodes(SERIES.id) == (moved, second, halted)
        assert await unit.working() == (moved,)
        await unit.halt(third.id, "")
        assert await unit.working() == (moved, third)
    with pytest.raises(Conflict):
        async with store.write() as unit:
            await unit.add_episode(replace(EPISODE, id=EpisodeId("four")))


async def test_an_episode_has_one_open_draft(store: Store) -> None:
    async with store.write() as unit:
        assert await unit.open_draft(EPISODE.id) is None
        await unit.add_draft(draft(1))
        assert await unit.open_draft(EPISODE.id) == draft(1)
    with pytest.raises(Conflict):
        async with store.write() as unit:
            await unit.add_draft(draft(2))
    async with store.write() as unit:
        await unit.close_draft(draft(1).id, Outcome.SUPERSEDED)
        await unit.add_draft(draft(2))
        assert await unit.open_draft(EPISODE.id) == draft(2)
        assert await unit.drafts(EPISODE.id) == (replace(draft(1), outcome=Outcome.SUPERSEDED), draft(2))


async def test_a_person_speaks_once_on_a_draft(store: Store) -> None:
    async with store.write() as unit:
        await unit.add_draft(draft(1))
        second = replace(verdict(draft(1).id, ANA.id), at=NOON + timedelta(seconds=1))
        assert await unit.add_verdict(second)
        assert not await unit.add_verdict(replace(second, decision=Decision.APPROVE))
        assert await unit.add_verdict(verdict(draft(1).id, BO.id))
        assert await unit.verdicts(draft(1).id) == (verdict(draft(1).id, BO.id), second)


async def test_two_presses_at_once_count_once(store: Store) -> None:
    async with store.write() as unit:
        await unit.add_draft(draft(1))

    async def press() -> bool:
        async with store.write() as unit:
            return await unit.add_verdict(verdict(draft(1).id, ANA.id))

    assert sorted(await asyncio.gather(press(), press())) == [False, True]


async def test_remarks_are_worked_through_oldest_first(store: Store) -> None:
    first, second, other = remark("first"), remark("second"), replace(remark("other"), draft=draft(2).id)
    async with store.write() as unit:
        await unit.add_draft(draft(1))
        await unit.close_draft(draft(1).id, Outcome.SENT_BACK)
        await unit.add_draft(draft(2))
        for each in (second, first, other):
            await unit.add_remark(each)
        await unit.record(act(1))
        await unit.add_take(take(1))
    async with store.write() as unit:
        assert await unit.open_remarks(EPISODE.id) == (second, first, other)
        assert await unit.open_remarks(EPISODE.id, draft(1).id) == (second, first)
        assert await unit.open_remarks(EpisodeId("another")) == ()
        done = replace(second, state=State.TAKEN_UP, settled_by=take(1).id)
        await unit.settle_remark(done)
        left = replace(first, state=State.DISMISSED)
        await unit.settle_remark(left)
    async with store.read() as reader:
        assert await reader.open_remarks(EPISODE.id) == (other,)
        assert await reader.remark(second.id) == done
        assert await reader.remark(first.id) == left


async def test_what_was_said_aloud_comes_back_as_it_was(store: Store) -> None:
    spoken = replace(remark("spoken"), text="", sound=Sound(kind=Spoken.VOICE, seconds=7, digest=digest("voice")))
    removed = replace(remark("removed"), sound=Sound(kind=Spoken.VIDEO_NOTE, seconds=0, digest=None))
    async with store.write() as unit:
        await unit.add_draft(draft(1))
        for each in (spoken, removed):
            await unit.add_remark(each)
    async with store.read() as reader:
        assert await reader.open_remarks(EPISODE.id) == (spoken, removed)


def remark(name: str) -> Remark:
    return Remark(
        id=RemarkId(name),
        episode=EPISODE.id,
        draft=draft(1).id,
        person=BO.id,
        text="0:12 太暗",
        digest=digest(name),
        at=NOON,
        shot="s3",
        frame=360,
    )


def verdict(draft: DraftId, person: PersonId) -> Verdict:
    return Verdict(draft=draft, person=person, decision=Decision.SEND_BACK, reason="0:12 too dark", at=NOON)


async def test_a_team_agrees_names_deputies_and_invites(store: Store) -> None:
    policy = Policy(quorum={DraftKind.CUT: Quorum.ALL}, own=False)
    link = Invitation(id=InvitationId("link"), series=SERIES.id, role=Role.EDITOR, by=ANA.id)
    async with store.write() as unit:
        assert await unit.policy(SERIES.id) == Policy()
        await unit.agree(SERIES.id, Policy(own=False))
        await unit.agree(SERIES.id, policy)
        await unit.put_deputy(SERIES.id, ANA.id, BO.id)
        await unit.add_invitation(link)
    async with store.read() as reader:
        assert await reader.policy(SERIES.id) == policy
        assert await reader.deputies(SERIES.id) == {ANA.id: BO.id}
        assert await reader.invitation(link.id) == link
    async with store.write() as unit:
        assert await unit.remove_deputy(SERIES.id, ANA.id)
        assert not await unit.remove_deputy(SERIES.id, ANA.id)
        assert await unit.withdraw(SERIES.id) == 1
        await unit.hand_over(SERIES.id, BO.id)
    async with store.read() as reader:
        assert await reader.deputies(SERIES.id) == {}
        assert (await reader.series(SERIES.id)).creator == BO.id
        with pytest.raises(NotFound):
            await reader.invitation(link.id)


async def test_how_people_are_named_is_kept_for_a_series_and_what_they_confirm_for_an_episode(store: Store) -> None:
    second = replace(SERIES, id=SeriesId("zwei"))
    pen = Billing(series=SERIES.id, person=BO.id, name="  Bo 小明")
    async with store.write() as unit:
        await unit.add_series(second)
        assert await unit.billings(SERIES.id) == {}
        assert await unit.confirmed(EPISODE.id, BO.id) == ""
        await unit.put_billing(replace(pen, named=False))
        await unit.put_billing(pen)
        await unit.put_billing(Billing(series=second.id, person=ANA.id, named=False))
        await unit.confirm(EPISODE.id, BO.id, "one")
        await unit.confirm(EPISODE.id, BO.id, "two")
    async with store.read() as reader:
        assert await reader.billings(SERIES.id) == {BO.id: pen}
        assert await reader.billings(second.id) == {
            ANA.id: Billing(series=second.id, person=ANA.id, named=False),
        }
        assert await reader.confirmed(EPISODE.id, BO.id) == "two"
        assert await reader.confirmed(EPISODE.id, ANA.id) == ""


async def test_a_person_has_one_open_dispute_in_an_episode(store: Store) -> None:
    first, second = dispute("first"), dispute("second")
    theirs = replace(dispute("theirs"), person=ANA.id)
    async with store.write() as unit:
        await unit.add_dispute(first)
        await unit.add_dispute(theirs)
        assert await unit.open_disputes(EPISODE.id) == (first, theirs)
        assert await unit.open_disputes(EpisodeId("another")) == ()
    with pytest.raises(Conflict):
        async with store.write() as unit:
            await unit.add_dispute(second)
    async with store.write() as unit:
        await unit.record(act(1))
        given = replace(first, standing=Standing.GRANTED, role=Role.COMPOSER, settled_by=act(1).id)
        await unit.settle_dispute(given)
        await unit.add_dispute(second)
    async with store.read() as reader:
        assert await reader.dispute(first.id) == given
        assert await reader.open_disputes(EPISODE.id) == (theirs, second)
        assert await reader.disputes_of(BO.id) == (given, second)


def dispute(name: str) -> Dispute:
    return Dispute(
        id=DisputeId(name),
        episode=EPISODE.id,
        person=BO.id,
        text="音乐也是我写的",
        digest=digest(name),
        at=NOON,
    )
