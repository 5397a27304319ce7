"""Whoever is forgotten is named nowhere any more, and the ledger verifies as before."""

import argparse
import shutil
from pathlib import Path

import pytest

from agents.acts import Origin
from agents.forgetting import forget, the_person
from bot.cli.forget import main
from bot.cli.trace import REMOVED, as_text
from bot.replay.page import replay
from bot.words import say
from storage.documents import dump
from storage.domain.billing import Billing, Dispute
from storage.domain.contributions import Actor, Kind
from storage.domain.crew import Role
from storage.domain.ids import DisputeId
from storage.domain.papers import Disputed
from storage.errors import NotFound
from storage.making import making
from storage.tracing import trace
from storage.views import Views
from tests.e2e.history import IDEA, REASON, REMARK, reopened, settings

pytestmark = pytest.mark.slow

WORDS = {"Ana": [IDEA], "Bo": [REASON, REMARK]}


@pytest.fixture
def home(original: Path, tmp_path: Path) -> Path:
    """A copy of that studio."""
    shutil.copytree(original, tmp_path / "copy")
    return tmp_path / "copy"


def holding(home: Path, words: str) -> list[str]:
    """Return the files of a studio in which words stand as they are."""
    files = [path for path in (home / "home").rglob("*") if path.is_file()]
    return [path.name for path in files if words.encode() in path.read_bytes()]


@pytest.mark.parametrize("name", WORDS)
async def test_nothing_of_the_words_is_left_and_the_chain_holds(home: Path, name: str) -> None:
    async with reopened(home) as (studio, before):
        assert all(holding(home, words) for words in WORDS[name])
        entries = (await studio.store.verify()).entries
        person = await the_person(studio, name)
        gone = await forget(studio, person, say)
        after = await making(studio.store, studio.vault, before.episode.id)
        report = await studio.store.verify()
        people = (await Views(studio.store, studio.vault).crew(before.series.id)).people
        async with studio.store.read() as reader:
            (known,) = [each for each in await reader.everybody() if each.id == person.id]
    assert report.clean, str(report)
    assert report.entries == entries
    assert gone.texts
    assert [holding(home, words) for words in WORDS[name]] == [[]] * len(WORDS[name])
    assert holding(home, str(person.chat)) == []
    assert known.name == "Someone"
    assert known.chat > 1 << 52, "no Telegram id is so large"
    assert person.id not in people
    theirs = [act for act in after.acts if act.act.by.name == person.id]
    assert {act.name for act in theirs} == {"Someone"}
    assert sum(act.removed for act in theirs) == gone.texts
    assert not any(act.typed or act.reason for act in theirs)
    assert [each.sentence for each in trace(after)] == [each.sentence for each in trace(before)], "the story stays"
    assert (REMOVED in as_text(after)) is (name == "Ana"), "no sentence came from what Bo asked for"
    assert say("en", "replay-removed") in replay(after, studio.vault.path, "en")


async def test_a_lead_who_is_forgotten_is_followed_by_who_is_there(home: Path) -> None:
    async with reopened(home) as (studio, before):
        await forget(studio, await the_person(studio, "Ana"), say)
        bo = await the_person(studio, "Bo")
        crew = await Views(studio.store, studio.vault).crew(before.series.id)
        assert crew.series.creator == bo.id
        assert Role.CREATOR in crew.people[bo.id][1]
        released = await Views(studio.store, studio.vault).release(before.episode.id)
    assert released is not None
    assert [line.name for line in released.roll if line.credit.role is Role.CREATOR] == ["Someone"]


async def test_everybody_can_be_forgotten_and_one_person_twice(home: Path) -> None:
    async with reopened(home) as (studio, _):
        people = [await the_person(studio, name) for name in WORDS]
        for person in (*people, *people):
            await forget(studio, await the_person(studio, person.id), say)
            assert (await studio.store.verify()).clean
    assert [holding(home, words) for words in (IDEA, REASON, REMARK)] == [[], [], []]


PEN, WRONG = "Boris of the Moon", "The music of the moon is mine"


async def test_a_pen_name_and_what_was_disputed_go_too_and_hold_nothing_up(home: Path) -> None:
    async with reopened(home) as (studio, before):
        bo, series, episode = await the_person(studio, "Bo"), before.series, before.episode
        desk = studio.desk(series, episode)
        paper = await studio.vault.put_bytes(dump(Disputed(text=WRONG, salt=studio.salt(), episode=episode.id)))
        dispute = Dispute(
            id=DisputeId(studio.new_id()), episode=episode.id, person=bo.id, text=WRONG, digest=paper, at=studio.clock()
        )
        async with studio.store.write() as unit:
            await unit.put_billing(Billing(series=series.id, person=bo.id, name=PEN))
            await unit.confirm(episode.id, bo.id, "line")
            await unit.record(desk.contribution(Origin(by=Actor.person(bo.id), kind=Kind.DISPUTED), made=paper))
            await unit.add_dispute(dispute)
        assert holding(home, PEN)
        assert holding(home, WRONG)
        entries = (await studio.store.verify()).entries
        gone = await forget(studio, bo, say)
        report = await studio.store.verify()
        async with studio.store.read() as reader:
            assert await reader.billings(series.id) == {}
            assert await reader.confirmed(episode.id, bo.id) == ""
            assert await reader.open_disputes(episode.id) == ()
            assert (await reader.dispute(dispute.id)).text == ""
    assert gone.texts == 3
    assert report.clean, str(report)
    assert report.entries == entries
    assert [holding(home, words) for words in (PEN, WRONG, REASON)] == [[], [], []]


async def test_who_is_not_known_is_not_forgotten(home: Path) -> None:
    async with reopened(home) as (studio, _):
        with pytest.raises(NotFound, match="0 people are 'Cy'"):
            await the_person(studio, "Cy")


def test_the_command_forgets_and_checks_the_ledger(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(settings(home), argparse.Namespace(person="Bo", yes=True)) == 0
    assert "The ledger is clean" in " ".join(capsys.readouterr().out.split())
    assert holding(home, REASON) == []
