"""Pictures: what can hang on the board of an episode for a shot, drawn or painted."""

from dataclasses import dataclass

from sqlalchemy import select

from storage import documents
from storage import tables as t
from storage.domain.board import Retouches, Storyboard
from storage.domain.crew import Person
from storage.domain.ids import Digest, EpisodeId
from storage.domain.takes import PICTURES, Medium, Take, Work
from storage.reader import Reader
from storage.store import Store
from storage.vault import Vault

CIRCLED = "circled:"
"""How the purpose begins of a message that shows an area: the digest of the wish and the chat of who drew it follow."""

SHORT = 16
"""How many digits of a digest tell the stills of a shot apart."""


async def pictures(reader: Reader, episode: EpisodeId) -> tuple[Take, ...]:
    """Return every drawing and every still of an episode, oldest first."""
    return tuple(take for take in await reader.takes(episode) if take.work.medium in PICTURES)


def chain(shot: str, still: Digest) -> Work:
    """Return the work of the changes of a still."""
    return Work(Medium.RETOUCHES, f"{shot}.{still[:SHORT]}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Hung:
    """The picture of a shot that hangs on the board, the still that it was made from, and the changes of that.

    There is no still where the drawing itself hangs; `changes` is the version of them that counts, if there are any.
    """

    picture: Take
    still: Take | None = None
    changes: Take | None = None


async def hung(reader: Reader, vault: Vault, episode: EpisodeId, shot: str) -> Hung | None:
    """Return what hangs on the board of an episode for a shot; nothing where there is no board, or no such shot."""
    board = await reader.head(episode, Work(Medium.STORYBOARD))
    if board is None:
        return None
    panels = documents.load(Storyboard, await vault.read(board.digest)).panels
    digests = [panel.digest for panel in panels if panel.shot == shot]
    takes = {take.digest: take for take in await pictures(reader, episode)}
    picture = takes.get(digests[0]) if digests else None
    if picture is None:
        return None
    still = takes.get(await below(reader, vault, picture))
    changes = await reader.head(episode, chain(shot, still.digest)) if still else None
    return Hung(picture=picture, still=still, changes=changes)


async def circled_by(store: Store, person: Person) -> tuple[Digest, ...]:
    """Return the wishes of areas that a person circled and was asked about, taken down or not."""
    asked = select(t.posts.c.purpose).where(t.posts.c.purpose.contains(CIRCLED))
    async with store.database.reading() as connection:
        purposes = (await connection.scalars(asked)).all()
    named = (purpose.partition(CIRCLED)[2].partition(":") for purpose in purposes)
    return tuple(dict.fromkeys(Digest(wish) for wish, _, drew in named if drew == str(person.chat)))


async def below(reader: Reader, vault: Vault, picture: Take) -> Digest:
    """Return the digest of the still that a picture is, or that it was made from by changes; empty for a drawing."""
    if picture.work.medium is Medium.PANEL:
        return Digest("")
    if picture.work.medium is Medium.STILL:
        return picture.digest
    paper = await changes_of(reader, picture)
    return documents.load(Retouches, await vault.read(paper.digest)).still


async def changes_of(reader: Reader, picture: Take) -> Take:
    """Return the paper of changes by which a picture was made.

    Raises:
        LookupError: it was made by none.
    """
    papers = {take.digest: take for take in await reader.takes(picture.episode, Medium.RETOUCHES)}
    acts = [act for act in await reader.history(picture.episode) if act.id == picture.contribution]
    found = next((papers[source] for act in acts for source in act.sources if source in papers), None)
    if found is None:
        raise LookupError(f"no change made the picture {picture.digest}")
    return found
