"""A person's own record through the chat, and a certificate that the command line checks."""

import argparse
import json
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import jsonschema
import pytest
from pypdf import PdfReader

from agents.certificate import issue
from agents.checking import Ledger, Name, check_here
from agents.forgetting import forget, the_person
from bot.__main__ import parser
from bot.cli import certificate as certificate_command
from bot.cli import verify as verify_command
from bot.cli.finding import sentences, shown
from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator.message import Message
from bot.simulator.people import Person
from bot.simulator.simulator import Simulator
from bot.words import say
from generation.backends import Workshop
from generation.paper.press import Press
from storage.domain.contributions import Actor
from storage.domain.ids import ContributionId, Digest, PersonId
from storage.ledger.certificates import Verdict, read, verdict
from tests.e2e.conftest import IDEA, Bot, running
from tests.e2e.history import TITLE, lived, reopened
from tests.e2e.history import settings as settings_of
from tests.e2e.steps import PATIENCE, draft_of
from tests.fakes.backends import media
from tests.fakes.chat import chat
from tests.fakes.cheat import bare, opened, put
from tests.weights import CACHE, LOCKER

pytestmark = pytest.mark.slow

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schemas/certificate.schema.json").read_text("utf-8"))
BUTTON = "📄 Certificate (PDF)"


async def mine(person: Person) -> Message:
    """Ask for one's own record."""
    asked = await person.command("/me")
    return await person.chat.wait_for("your record", PATIENCE, after=asked)


async def sent(simulator: Simulator, person: Person, record: Message) -> dict[str, bytes]:
    """Ask for one's certificate; return its files."""
    await person.press(record, BUTTON)
    await person.chat.wait_for("The same record as data", PATIENCE, after=record)
    files = {each.json["document"]["file_name"]: each for each in person.chat.messages if each.kind == "document"}
    return {name: simulator.file(each) for name, each in files.items() if name.startswith("certificate")}


@pytest.fixture
async def printing(settings: Settings, simulator: Simulator) -> AsyncIterator[Bot]:
    """A bot that prints with the real press."""
    press = Press(Workshop(locker=LOCKER, cache=settings.cache))
    async with running(settings, simulator, {**media(), "chat": chat(), "press": press}) as bot:
        yield bot


async def test_a_person_sees_what_they_did_and_has_it_certified(
    printing: Bot, cast: Cast, simulator: Simulator, tmp_path: Path
) -> None:
    ana, bo, stranger = cast.creator, cast.supervisor, simulator.person("Zed")
    await stranger.command("/me")
    empty = await stranger.chat.wait_for("You have not made anything yet", PATIENCE)
    assert not empty.buttons
    await lived(printing, cast)
    record = await mine(ana)
    assert TITLE in record.text
    assert "Ideas written: 1 (1 in released films)" in record.text
    assert "Wishes in words: 2 (" in record.text
    assert "Active time: about" in record.text
    assert "%" not in record.text
    theirs = await mine(bo)
    assert "Approvals: 3 (3 in released films)" in theirs.text
    assert "Ideas written" not in theirs.text
    files = await sent(simulator, ana, record)
    assert list(files) == ["certificate.pdf", "certificate.json"]
    body = json.loads(files["certificate.json"])
    jsonschema.validate(body, SCHEMA)
    assert body["name"] == "Ana"
    assert len(PdfReader(BytesIO(files["certificate.pdf"])).pages) == 1
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        finding = await check_here(printing.studio, shown(str(tmp_path / name)))
        assert (finding.verdict, finding.ledger, finding.name) == (Verdict.TRUE, Ledger.AGREES, Name.SAME)
        assert any(TITLE in sentence for sentence in sentences(finding))


async def test_a_group_is_shown_nothing_personal(bot: Bot, cast: Cast) -> None:
    del bot
    ana, room = cast.creator, cast.room
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await ana.add_bot(room)
    await ana.command("/me", room)
    pointer = await room.wait_for("Your record is for you alone", PATIENCE)
    assert "start=me" in pointer.text
    assert "Ana" not in pointer.text
    asked = await ana.command("/start me")
    record = await ana.chat.wait_for("your record", PATIENCE, after=asked)
    assert "In the making" in record.text
    assert "0 in released films" in record.text


@pytest.fixture
def home(original: Path, tmp_path: Path) -> Path:
    """A copy of that studio."""
    shutil.copytree(original, tmp_path / "copy")
    weights = settings_of(tmp_path / "copy").weights
    shutil.rmtree(weights, ignore_errors=True)
    weights.symlink_to(CACHE, target_is_directory=True)
    return tmp_path / "copy"


def run(home: Path, *arguments: str) -> int:
    """Carry out a command in that studio."""
    asked: argparse.Namespace = parser().parse_args(arguments)
    command = {"certificate": certificate_command, "verify": verify_command}[asked.command]
    return command.main(settings_of(home), asked)


def test_the_command_line_writes_a_certificate_and_checks_it(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(home, "certificate", "Ana", "--out", str(out)) == 0
    capsys.readouterr()
    for name in ("certificate.pdf", "certificate.json"):
        assert run(home, "verify", "--certificate", str(out / name)) == 0
    assert "ledger says the same" in capsys.readouterr().out
    text = json.loads((out / "certificate.json").read_text("utf-8"))["text"]
    certificate = read(text)
    assert certificate
    assert run(home, "verify", "--certificate", text, "--key", certificate.statement.by) == 0
    assert run(home, "verify", "--certificate", text[:-3]) == 1
    assert "was changed" in capsys.readouterr().out
    assert run(home, "verify", "--certificate", text, "--key", "00" * 32) == 1
    assert "another key" in capsys.readouterr().out
    assert run(home, "verify", "--certificate", "no such thing") == 1
    assert "no certificate" in capsys.readouterr().out
    assert run(home, "certificate", "nobody at all", "--out", str(out)) == 1


def test_the_ledger_of_another_studio_knows_it_is_not_its_own(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(home, "certificate", "Bo", "--out", str(tmp_path)) == 0
    assert run(tmp_path / "elsewhere", "verify", "--certificate", str(tmp_path / "certificate.json")) == 1
    assert "signed with another key" in capsys.readouterr().out


async def test_a_certificate_stays_true_while_the_studio_goes_on(home: Path) -> None:
    async with reopened(home) as (studio, made):
        person = await the_person(studio, "Ana")
        issued = await issue(studio, person.id, say)
        first = next(act.act for act in made.acts if act.act.by == Actor.person(person.id))
        async with studio.store.write() as unit:
            await unit.record(replace(first, id=ContributionId(studio.new_id()), at=studio.clock()))
        newer = await issue(studio, person.id, say)
        findings = [await check_here(studio, shown(each.certificate.text)) for each in (issued, newer)]
    assert [finding.ledger for finding in findings] == [Ledger.AGREES, Ledger.AGREES]
    assert issued.certificate.statement.record != newer.certificate.statement.record
    assert issued.certificate.statement.size + 1 == newer.certificate.statement.size


async def test_a_record_that_the_ledger_does_not_tell_is_found_although_it_is_signed(home: Path) -> None:
    async with reopened(home) as (studio, _):
        person, other = await the_person(studio, "Ana"), await the_person(studio, "Bo")
        said = (await issue(studio, person.id, say)).certificate.statement
        wrong = {
            Ledger.OTHER_RECORD: replace(said, record=Digest("0" * 64)),
            Ledger.OTHER_CHAIN: replace(said, end=Digest("0" * 64)),
            Ledger.NOBODY: replace(said, person=PersonId("zzzzzzzzzzzz")),
        }
        for expected, statement in wrong.items():
            finding = await check_here(studio, shown(studio.store.certify(statement).text))
            assert (finding.verdict, finding.ledger, finding.clean) == (Verdict.TRUE, expected, False)
            assert len(list(sentences(finding))) >= 3
        borrowed = replace(said, person=other.id)
        assert (await check_here(studio, shown(studio.store.certify(borrowed).text))).ledger is Ledger.OTHER_RECORD


async def test_the_certificate_of_someone_forgotten_is_still_true_and_holds_no_name(home: Path) -> None:
    async with reopened(home) as (studio, _):
        person = await the_person(studio, "Ana")
        issued = await issue(studio, person.id, say)
        await forget(studio, person, say)
        assert verdict(issued.certificate.text, studio.store.public) is Verdict.TRUE
        finding = await check_here(studio, shown(issued.json.decode()))
    assert (finding.verdict, finding.ledger, finding.name) == (Verdict.TRUE, Ledger.AGREES, Name.FORGOTTEN)
    said = "\n".join(sentences(finding))
    assert "no longer held" in said
    assert "Ana" not in said
    kept = [path for path in (home / "home" / "vault").rglob("*") if path.is_file()]
    assert not [path for path in kept if path.read_bytes() in {issued.pdf, issued.json}], "it is kept nowhere"


async def test_a_studio_put_back_to_a_backup_does_not_bear_out_what_it_signed_since(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home, tmp_path / "backup", symlinks=True)
    async with reopened(home) as (studio, made):
        async with studio.store.write() as unit:
            await unit.record(replace(made.acts[0].act, id=ContributionId(studio.new_id())))
        issued = await issue(studio, (await the_person(studio, "Ana")).id, say)
    async with reopened(tmp_path / "backup") as (studio, _):
        finding = await check_here(studio, shown(issued.json.decode()))
    assert (finding.verdict, finding.ledger, finding.clean) == (Verdict.TRUE, Ledger.OTHER_CHAIN, False)


def test_a_ledger_that_was_tampered_with_proves_nothing(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(home, "certificate", "Ana", "--out", str(tmp_path)) == 0
    with opened(home / "home") as connection:
        bare(connection, "contributions")
        put(connection, "contributions", "at", "2020-01-01T00:00:00.000000Z", seq=3)
    assert run(home, "verify", "--certificate", str(tmp_path / "certificate.json")) == 1
    assert "does not hold, so that it proves nothing: broken: entry 3" in capsys.readouterr().out
