"""Forgetting: a person's name, chat and own words go; what the ledger proves stays.

The chain holds ids that name nobody and the digests of salted papers, so that it verifies as before. What others made
from the words stays: it is theirs too.
"""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import documents
from storage import tables as t
from storage.domain.billing import Standing
from storage.domain.board import Prompt
from storage.domain.crew import Person, Role
from storage.domain.ids import Digest
from storage.domain.papers import Assurance, Idea, Remarked, Turn, Wish
from storage.domain.remarks import State
from storage.domain.stages import WORKING
from storage.domain.takes import Medium
from storage.errors import Missing
from storage.hearings import spoken_by
from storage.ledger.entries import contribution
from storage.lendings import recorded_by
from storage.pictures import circled_by
from storage.rows import json_text
from storage.store import Store
from storage.vault import Vault

NOBODY = 1 << 53
"""Chats from here on are nobody's: Telegram's ids have at most 52 bits."""

STOPPED = "cancelled"
"""Why work halts in a series that has nobody any more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Neutral:
    """What stands in place of what is gone: a name, words, and a number that makes the chat nobody's."""

    name: str
    words: str
    number: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Forgotten:
    """How much was removed: texts that the person typed, and prompts in which they stood."""

    texts: int
    prompts: int


def is_forgotten(person: Person) -> bool:
    """Whether a person was forgotten at their wish."""
    return person.chat >= NOBODY


async def forget(store: Store, vault: Vault, person: Person, neutral: Neutral) -> Forgotten:
    """Forget a person; again after a crash, it goes on where it was.

    The database comes first, so that whoever is half forgotten can still be found by their id.
    """
    async with store.read() as reader:
        papers = await reader.typed_by(person.id)
        keys = await reader.prompt_keys()
        disputes = await reader.disputes_of(person.id)
    typed = {digest: paper for digest in papers if (paper := await _paper(vault, digest))}
    said = [words for paper in typed.values() if (words := _words_of(paper))]
    said += [(dispute.text,) for dispute in disputes if dispute.text]
    texts = [text for words in said for text in words]
    answered = await _answered(store, {digest for digest, paper in typed.items() if isinstance(paper, Turn)})
    await _sounds(store, vault, person)
    for digest in (*await spoken_by(store, vault, person), *await recorded_by(store, vault, person)):
        await vault.remove(digest)
    await _areas(store, vault, person, papers)
    async with store.database.writing() as connection:
        await _people(connection, person, neutral)
        await _words(connection, person, texts, neutral)
        await _titles(connection, [paper.text for paper in typed.values() if isinstance(paper, Idea)], neutral)
        await _topics(connection)
        await _traces(connection, person, texts)
    told = [key for key in keys if await _tells(vault, key, texts)]
    echoes = [digest for digest in answered if await _tells(vault, digest, texts)]
    for digest in (*papers, *told, *echoes, *(dispute.digest for dispute in disputes)):
        await vault.remove(digest)
    await store.database.scrub()
    return Forgotten(texts=len(said), prompts=len(told))


async def _sounds(store: Store, vault: Vault, person: Person) -> None:
    """Remove what a person said aloud; a remark of which nothing is left is settled.

    The files go first: until they have, the database tells where they are.
    """
    theirs = t.remarks.c.person == person.id, t.remarks.c.sound.is_not(None)
    async with store.database.reading() as connection:
        found = set((await connection.scalars(select(t.remarks.c.sound).where(*theirs))).all())
        others = select(t.remarks.c.sound).where(t.remarks.c.sound.in_(found), t.remarks.c.person != person.id)
        sounds = found - set((await connection.scalars(others)).all())
    for digest in sounds:
        await vault.remove(digest)
    async with store.database.writing() as connection:
        waiting = t.remarks.c.state == State.OPEN
        await connection.execute(update(t.remarks).where(*theirs, waiting).values(state=State.DISMISSED))
        await connection.execute(update(t.remarks).where(*theirs).values(sound=None))
        await connection.execute(delete(t.file_ids).where(t.file_ids.c.digest.in_(sounds)))


async def _areas(store: Store, vault: Vault, person: Person, papers: Collection[Digest]) -> None:
    """Remove what a person drew around: each mask before the wish that names it, and a wish that waits for a yes.

    Wishes that were taken down are among the `papers`, and go with them.
    """
    for digest in (*papers, *await circled_by(store, person)):
        paper = await _paper(vault, digest)
        if isinstance(paper, Wish) and paper.mask:
            await vault.remove(paper.mask)
        if digest not in papers:
            await vault.remove(digest)


async def _paper(vault: Vault, digest: Digest) -> documents.Paper | None:
    """Return a paper; nothing where it was removed before."""
    try:
        return documents.read(await vault.read(digest))
    except Missing:
        return None


def _words_of(paper: documents.Paper) -> tuple[str, ...]:
    """Return what somebody typed in a paper of theirs; nothing where there are no words."""
    match paper:
        case Prompt():
            return tuple(filter(None, (paper.text, paper.negative)))
        case Idea() | Remarked() | Turn() | Wish():
            return (paper.text,) if paper.text else ()
        case Assurance():
            return (paper.reason,) if paper.reason else ()
    return ()


async def _answered(store: Store, turns: Collection[Digest]) -> list[Digest]:
    """Return what may repeat a person's words in the writers' room: replies with the answers that they were put
    together from, and what a model answered to their own `turns` though no reply came of it.

    Nobody reads these files again: an answer to what another said, and still waits for a reply, is not among them.
    """
    asked = select(t.takes.c.digest, t.takes.c.medium, t.contributions.c.body).join(t.contributions)
    async with store.database.reading() as connection:
        spoken = t.takes.c.medium.in_((Medium.REPLY, Medium.ANSWER))
        rows = (await connection.execute(asked.where(spoken).order_by(t.takes.c.seq))).mappings().all()
    found: dict[Digest, None] = {}
    for row in rows:
        sources = contribution(row["body"]).sources
        if row["medium"] == Medium.REPLY:
            found |= dict.fromkeys((Digest(row["digest"]), *sources[1:]))  # the first is what was said
        elif not set(turns).isdisjoint(sources):
            found[Digest(row["digest"])] = None
    return list(found)


async def _tells(vault: Vault, file: Digest, texts: Collection[str]) -> bool:
    """Tell whether a prompt, or an answer, repeats what the person typed."""
    if not texts or not vault.has(file):
        return False
    said = tuple(_strings(json.loads(await vault.read(file))))
    return any(_quotes(words, text) or _stands_in(words, text) for text in texts for words in said)


def _stands_in(words: str, text: str) -> bool:
    """Whether a text stands in words by itself: as all of them, on a line of its own, or between the marks of a
    quotation. So "ok" is found where somebody said it, and not in every "look".
    """
    by_itself = rf'(?:\A|<<<|["\n]){re.escape(text)}(?:\Z|>>>|["\n])'
    return text in words and re.search(by_itself, words) is not None


def _repeats(words: str, text: str) -> bool:
    """Whether a text stands in words, also within JSON that the words themselves are, and also cut short."""
    start = text[:QUOTED]
    return start in words or json.dumps(start, ensure_ascii=False)[1:-1] in words


def _quotes(words: str, text: str) -> bool:
    """Whether words repeat a text that is long enough to be somebody's own."""
    return len(text.encode()) >= OWN and _repeats(words, text)


OWN = 12
"""Bytes (UTF-8) from which on a text is not found elsewhere by chance: two English words, or four characters."""

QUOTED = 100
"""Characters from a text's beginning by which it is recognised where it may have been cut."""


def _strings(value: object) -> Iterator[str]:
    """Yield every text in JSON."""
    match value:
        case str():
            yield value
        case dict():
            yield from (text for each in value.values() for text in _strings(each))
        case list():
            yield from (text for each in value for text in _strings(each))


async def _people(connection: AsyncConnection, person: Person, neutral: Neutral) -> None:
    """Take the name, the pen names, the chat, the roles and the links; who leads is followed by whoever is there."""
    led = (await connection.scalars(select(t.series.c.id).where(t.series.c.creator == person.id))).all()
    for table in (t.members, t.deputies, t.billings, t.confirmations):
        await connection.execute(delete(table).where(table.c.person == person.id))
    await connection.execute(delete(t.deputies).where(t.deputies.c.deputy == person.id))
    await connection.execute(delete(t.invitations).where(t.invitations.c.by == person.id))
    for series in led:
        await _follow(connection, series)
    changed = {"name": neutral.name, "chat": NOBODY + neutral.number}
    await connection.execute(update(t.people).where(t.people.c.id == person.id).values(changed))


async def _follow(connection: AsyncConnection, series: str) -> None:
    """Give a series another lead, or let its work rest where nobody is left."""
    left = (await connection.execute(select(t.members).where(t.members.c.series == series))).mappings().all()
    if not left:
        working = t.episodes.c.series == series, t.episodes.c.stage.in_(WORKING), t.episodes.c.halt == ""
        await connection.execute(update(t.episodes).where(*working).values(halt=STOPPED))
        return
    order = list(Role)
    heir = min(left, key=lambda row: (order.index(Role(row["role"])), row["person"]))["person"]
    await connection.execute(update(t.series).where(t.series.c.id == series).values(creator=heir))
    role = {"series": series, "person": heir, "role": Role.CREATOR}
    if not any(row["person"] == heir and row["role"] == Role.CREATOR for row in left):
        await connection.execute(insert(t.members).values(role))


async def _words(connection: AsyncConnection, person: Person, texts: Collection[str], neutral: Neutral) -> None:
    """Take the words out of verdicts, remarks, disputes and events; what they dispute still, they dispute no longer."""
    theirs = t.verdicts.c.person == person.id, t.verdicts.c.reason != ""
    await connection.execute(update(t.verdicts).where(*theirs).values(reason=""))
    await connection.execute(update(t.remarks).where(t.remarks.c.person == person.id).values(text=neutral.words))
    await connection.execute(update(t.disputes).where(t.disputes.c.person == person.id).values(text=""))
    open_ = t.disputes.c.person == person.id, t.disputes.c.standing == Standing.OPEN
    await connection.execute(update(t.disputes).where(*open_).values(standing=Standing.WITHDRAWN))
    for row in (await connection.execute(select(t.events.c.seq, t.events.c.body))).mappings().all():
        body = json.loads(row["body"])
        cleaned = json_text(_cleaned(body, person, texts, neutral))
        if cleaned != row["body"]:
            await connection.execute(update(t.events).where(t.events.c.seq == row["seq"]).values(body=cleaned))


async def _titles(connection: AsyncConnection, ideas: Collection[str], neutral: Neutral) -> None:
    """Take the words out of titles."""
    for row in (await connection.execute(select(t.series.c.id, t.series.c.title))).mappings().all():
        if any(_is_called_by(row["title"], idea) for idea in ideas):
            await connection.execute(update(t.series).where(t.series.c.id == row["id"]).values(title=neutral.words))


def _is_called_by(title: str, text: str) -> bool:
    """Tell whether a title is how an idea begins, as a series is called before its first synopsis is approved."""
    return title == text.splitlines()[0] or (title.endswith("…") and text.startswith(title[:-1]))


def _cleaned(value: object, person: Person, texts: Collection[str], neutral: Neutral) -> object:
    """Return an event without a person's name, chat and words."""
    match value:
        case dict():
            quoted = isinstance(said := value.get("text"), str) and any(text.startswith(said) for text in texts)
            rest = {key: _cleaned(each, person, texts, neutral) for key, each in value.items()}
            return rest | ({"text": neutral.words} if quoted and said else {})
        case list():
            return [_cleaned(each, person, texts, neutral) for each in value if each != person.chat]
        case str() if value == person.name:
            return neutral.name
        case str() if any(_quotes(value, text) for text in texts):
            return neutral.words
    return value


async def _topics(connection: AsyncConnection) -> None:
    """Let every topic get its name anew: it may begin as an idea did."""
    await connection.execute(update(t.topics).values(name=""))


async def _traces(connection: AsyncConnection, person: Person, texts: Collection[str]) -> None:
    """Remove what arrived from the person, what quotes them, and what was sent or is to be sent to them."""
    for table in (t.posts, t.deliveries):
        await connection.execute(delete(table).where(table.c.chat == person.chat))
    for row in (await connection.execute(select(t.inbox.c.update_id, t.inbox.c.raw))).mappings().all():
        if _is_about(row["raw"], person, texts):
            await connection.execute(delete(t.inbox).where(t.inbox.c.update_id == row["update_id"]))


def _is_about(raw: str, person: Person, texts: Collection[str]) -> bool:
    """Tell whether an update names a person, or quotes them."""
    try:
        update_ = json.loads(raw)
    except ValueError:
        return str(person.chat) in raw
    quoted = any(_quotes(words, text) for text in texts for words in _strings(update_))
    return quoted or person.chat in set(_numbers(update_))


def _numbers(value: object) -> Iterator[int]:
    match value:
        case int():
            yield value
        case dict():
            yield from (number for each in value.values() for number in _numbers(each))
        case list():
            yield from (number for each in value for number in _numbers(each))
