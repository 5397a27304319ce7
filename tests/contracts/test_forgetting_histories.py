"""Whatever people did and whoever of them is forgotten, the ledger holds, and the words of the others stay."""

import asyncio
import json
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from storage import documents
from storage.domain.board import Prompt
from storage.domain.contributions import Actor, Kind
from storage.domain.crew import Person, Role
from storage.domain.events import Event, News
from storage.domain.ids import Digest, PersonId, RemarkId
from storage.domain.papers import Idea, Remarked, Subject, Turn, Wish
from storage.domain.remarks import Remark
from storage.domain.review import Decision, Verdict
from storage.domain.takes import Medium, Work
from storage.errors import Missing
from storage.forgetting import Neutral, forget
from storage.pictures import CIRCLED
from storage.posts import Post
from storage.store import Store
from storage.vault import Vault
from tests.storage_samples import ANA, BO, EPISODE, NOON, SERIES, act, draft, furnish, open_store, take

CY = Person(id=PersonId("cy"), chat=9, name="Cy", language="en")
PEOPLE = (ANA, BO, CY)
NEUTRAL = Neutral(name="Someone", words="(removed)", number=1)

DEEDS = ("idea", "wish", "turn", "remark", "verdict")
deeds = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(DEEDS)), max_size=7)


class Life:
    """Lets people do things in a store, and remembers in which file each of them said what."""

    def __init__(self, store: Store, vault: Vault) -> None:
        """Begin with nothing said."""
        self.store, self.vault = store, vault
        self.said: list[tuple[Person, Digest]] = []

    async def live(self, history: Sequence[tuple[Person, str]]) -> None:
        """Let people do one thing after another."""
        async with self.store.write() as unit:
            await unit.put_person(CY)
            await unit.add_draft(draft(0))
        for number, (person, deed) in enumerate(history):
            await (self._judge(number, person) if deed == "verdict" else self._say(number, person, deed))

    async def _say(self, number: int, person: Person, deed: str) -> None:
        words = f"{person.name} says the {number}th thing there is to say"
        papers = {
            "idea": Idea(text=words, salt=str(number)),
            "wish": Wish(text=words, salt=str(number), about=Subject.SCRIPT),
            "turn": Turn(text=words, salt=str(number)),
            "remark": Remarked(text=words, salt=str(number), draft=draft(0).id),
        }
        digest = await self.vault.put_bytes(documents.dump(papers[deed]))
        kind = Kind.REMARKED if deed == "remark" else Kind.WROTE
        done = replace(
            act(number), by=Actor.person(person.id), directed_by=person.id, role=Role.CREATOR, kind=kind, tool=None
        )
        async with self.store.write() as unit:
            await unit.record(replace(done, made=digest))
            if deed == "remark":
                remark = Remark(
                    id=RemarkId(f"r{number}"), episode=EPISODE.id, draft=draft(0).id, person=person.id, text=words,
                    digest=digest, at=NOON,
                )  # fmt: skip
                await unit.add_remark(remark)
            else:
                await unit.add_take(replace(take(number, Work(Medium(deed))), key=digest, digest=digest))
        self.said.append((person, digest))

    async def _judge(self, number: int, person: Person) -> None:
        judged = replace(act(number), by=Actor.person(person.id), kind=Kind.SENT_BACK, made=None, tool=None)
        verdict = Verdict(
            draft=draft(0).id, person=person.id, decision=Decision.SEND_BACK, reason=f"{person.name} is bored", at=NOON
        )
        async with self.store.write() as unit:
            await unit.record(judged)
            await unit.add_verdict(verdict)


def holding(folder: Path, words: bytes) -> list[str]:
    """Return the files of a database in which words stand."""
    return [path.name for path in folder.glob("feuilleton.db*") if words in path.read_bytes()]


async def is_there(vault: Vault, digest: Digest) -> bool:
    try:
        await vault.read(digest)
    except Missing:
        return False
    return True


@given(deeds, st.lists(st.sampled_from(PEOPLE), max_size=4))
@settings(max_examples=25)
def test_forgetting_anybody_after_anything_keeps_the_ledger_and_the_words_of_the_others(
    history: list[tuple[Person, str]], gone: list[Person]
) -> None:
    async def happens(folder: Path) -> None:
        store, vault = await open_store(folder), Vault(folder / "vault")
        try:
            await furnish(store)
            life = Life(store, vault)
            await life.live(history)
            entries = (await store.verify()).entries
            for number, person in enumerate(gone):
                await forget(store, vault, person, replace(NEUTRAL, number=number))
                report = await store.verify()
                assert report.clean, str(report)
                assert report.entries == entries == len(history)
            for person, digest in life.said:
                assert await is_there(vault, digest) is (person not in gone)
            async with store.read() as reader:
                reasons = {each.person: each.reason for each in await reader.verdicts(draft(0).id)}
                remarks = await reader.remarks(EPISODE.id)
                names = {person.id: person.name for person in await reader.everybody()}
            for person in PEOPLE:
                assert (reasons.get(person.id) == "") is (person in gone and person.id in reasons)
                assert (names[person.id] == person.name) is (person not in gone)
            assert all((each.text == NEUTRAL.words) is (each.person in {one.id for one in gone}) for each in remarks)
        finally:
            await store.close()

    with tempfile.TemporaryDirectory() as name:
        asyncio.run(happens(Path(name)))


async def test_what_somebody_drew_around_or_would_not_see_in_a_picture_goes_with_their_words(tmp_path: Path) -> None:
    store, vault = await open_store(tmp_path), Vault(tmp_path / "vault")
    await furnish(store)
    masks = [await vault.put_bytes(name) for name in (b"taken down", b"waits for a yes", b"of another")]
    wishes = [
        Wish(text=f"a lantern in place {number}", salt=str(number), about=Subject.RETOUCH, shot="s1", mask=mask)
        for number, mask in enumerate(masks)
    ]
    papers = [await vault.put_bytes(documents.dump(wish)) for wish in wishes]
    told = Prompt(text="a roof at night", negative="my neighbour Rosalind", family="plain", salt="0")
    prompt = await vault.put_bytes(documents.dump(told))
    key = await vault.put_bytes(json.dumps({"request": {"negative": told.negative}}).encode())
    async with store.write() as unit:
        for number, (medium, digest) in enumerate(((Medium.WISH, papers[0]), (Medium.PROMPT, prompt))):
            done = replace(act(number), by=Actor.person(ANA.id), directed_by=ANA.id, kind=Kind.PROMPTED, tool=None)
            await unit.record(replace(done, made=digest))
            await unit.add_take(replace(take(number, Work(medium, "s1")), key=digest, digest=digest))
        await unit.record(act(2))
        await unit.add_take(replace(take(2, Work(Medium.STILL, "s1")), key=key))
        facts = {"text": told.negative, "by": ANA.name}
        await unit.tell(
            Event(news=News.WISH_TAKEN, series=SERIES.id, episode=EPISODE.id, chats=(BO.chat,), facts=facts)
        )
        for number, person in ((1, ANA), (2, BO)):
            purpose = f"{CIRCLED}{papers[number]}:{person.chat}"
            await unit.posted(Post(chat=-5, message_id=number, purpose=purpose, episode=EPISODE.id))

    await forget(store, vault, ANA, NEUTRAL)

    left = [await is_there(vault, digest) for digest in (*masks, *papers)]
    assert left == [False, False, True, False, False, True], "another's area stays, also one that was answered"
    assert not await is_there(vault, prompt)
    assert not await is_there(vault, key), "a request that repeats what was not to be seen"
    await store.close()
    assert not holding(tmp_path, b"Rosalind")
