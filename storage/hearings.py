"""Hearings: what was said aloud and waits to be written down, or to be accepted by who said it.

The messages that show it name it: nothing is entered in the ledger before somebody has accepted it.
"""

import asyncio
import re
from collections.abc import Iterable, Iterator

from sqlalchemy import or_, select

from storage import documents, rows
from storage import tables as t
from storage.documents import Unreadable
from storage.domain.crew import Person
from storage.domain.ids import Digest
from storage.domain.papers import Sketch, Transcript
from storage.domain.takes import Medium, Take
from storage.errors import Missing
from storage.posts import Post
from storage.reader import Reader
from storage.store import Store
from storage.vault import Vault
from storage.views import Views

HEARING, HEARD = "hearing:", "heard:"
"""How the purposes begin of messages about a recording that is listened to, and about a transcript that is shown."""

SEEING, SEEN = "seeing:", "seen:"
"""The same for a picture that is looked at, and for what is told of it."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


async def waiting(views: Views) -> tuple[Post, ...]:
    """Return the messages about recordings that are not written down yet, or not accepted."""
    async with views.moment() as reader:
        return tuple(post for post in await reader.posts() if post.purpose.startswith((HEARING, HEARD, SEEING, SEEN)))


async def transcript(views: Views, digest: Digest) -> str | None:
    """Return what was heard; nothing where it was removed."""
    try:
        data = await asyncio.to_thread(views.path(digest).read_bytes)
    except Missing:
        return None
    return documents.load(Transcript, data).text


async def dictation(reader: Reader, take: Take) -> Digest | None:
    """Return the transcript that somebody's words were accepted from; nothing where they were not said aloud."""
    sources = next(act.sources for act in await reader.history(take.episode) if act.id == take.contribution)
    entered = {each.digest for each in await reader.takes(take.episode, Medium.TRANSCRIPT)}
    return next((source for source in sources if source in entered), None)


async def behind(vault: Vault, file: Digest) -> tuple[Digest, ...]:
    """Return a file, and the picture where it is a sketch."""
    if not vault.has(file):
        return (file,)
    try:
        return file, documents.load(Sketch, await vault.read(file)).picture
    except Unreadable:
        return (file,)


async def is_used(store: Store, file: Digest) -> bool:
    """Tell whether something has become of a recording or a transcript: an act names it, or a remark."""
    named = select(t.contributions.c.id).where(t.contributions.c.body.contains(file)).limit(1)
    said = select(t.remarks.c.id).where(t.remarks.c.sound == file).limit(1)
    async with store.database.reading() as connection:
        return bool((await connection.scalars(named)).first() or (await connection.scalars(said)).first())


async def spoken_by(store: Store, vault: Vault, person: Person) -> tuple[Digest, ...]:
    """Return recordings of what a person dictated, with their transcripts, accepted or not."""
    shown = or_(*(t.posts.c.purpose.contains(each) for each in (HEARING, HEARD, SEEING, SEEN)))
    async with store.database.reading() as connection:
        found = (await connection.execute(select(t.posts).where(shown))).mappings().all()
        entered = select(t.takes.c.digest).where(t.takes.c.medium == Medium.TRANSCRIPT)
        transcripts = {Digest(each) for each in (await connection.scalars(entered)).all()}
    posts = [rows.post(row) for row in found]
    own = set(_named(post for post in posts if _waits(post) and person.id in post.purpose.split(":")))
    transcripts.update(_named(post for post in posts if not _waits(post)))
    for digest in transcripts:
        paper = await _transcript(vault, digest)
        if paper is not None and paper.by == person.id:
            own |= {digest, paper.sound}
    return tuple(sorted({each for digest in own for each in await behind(vault, digest)}))


def _waits(post: Post) -> bool:
    """Tell whether a message is about something of which there are no words yet."""
    return HEARING in post.purpose or SEEING in post.purpose


def _named(posts: Iterable[Post]) -> Iterator[Digest]:
    """Yield the files that the purposes of messages name."""
    for post in posts:
        yield from map(Digest, _DIGEST.findall(post.purpose))


async def _transcript(vault: Vault, digest: Digest) -> Transcript | None:
    if not vault.has(digest):
        return None
    try:
        return documents.load(Transcript, await vault.read(digest))
    except Unreadable:
        return None
