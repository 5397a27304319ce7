"""Views: what a screen shows, read in one moment. Nothing here changes anything."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

from storage import documents
from storage.crediting import names, unnamed
from storage.crews import Crew, crew
from storage.documents import P
from storage.domain.board import Retouches, Storyboard
from storage.domain.contributions import Contribution
from storage.domain.credits import Credit, roll
from storage.domain.crew import Invitation, Member, Person
from storage.domain.ids import Digest, DraftId, EpisodeId, InvitationId, PersonId, SeriesId, TakeId
from storage.domain.review import Draft, DraftKind, Verdict
from storage.domain.stages import Stage
from storage.domain.story import Episode, Script, Series, Synopsis
from storage.domain.takes import Medium, Take, Work, shot_of
from storage.errors import NotFound
from storage.making import Making, making
from storage.noted import Noted, noted
from storage.pictures import Hung, hung, pictures
from storage.posts import Post
from storage.reader import Reader
from storage.showings import BY_ITSELF, Showing, showing
from storage.store import Store
from storage.vault import Vault
from storage.voting import deciding_chats, electorate, needs
from storage.waiting import Waiting, waiting


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """An episode at a glance; `synopsis` and `script` are the chosen ones, once there are any."""

    series: Series
    episode: Episode
    synopsis: Synopsis | None
    script: Script | None
    draft: Draft | None

    @property
    def title(self) -> str:
        """The best name there is yet."""
        return self.synopsis.title if self.synopsis else self.series.title


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A verdict with the name of who gave it."""

    name: str
    verdict: Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A draft as people see it: the papers as they were when it was opened, and what has been said about it.

    It is put to the chats `deciding`, and `needs` so many approvals; so many `remarks` on it wait to be settled.
    `showing` is what it shows where a team asked for it (`storage.showings`).
    """

    card: Card
    draft: Draft
    synopsis: Synopsis
    script: Script | None
    panels: tuple[tuple[str, Digest], ...]
    preview: Take | None
    showing: Showing | None
    said: tuple[Said, ...]
    deciding: frozenset[int]
    needs: int
    remarks: int
    notes: tuple[Noted, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Redrawn:
    """A shot whose drawing was made anew: both takes, and the papers as they are now."""

    shot: str
    before: Take
    after: Take
    synopsis: Synopsis
    script: Script


@dataclass(frozen=True, kw_only=True, slots=True)
class Left:
    """A shot that was painted anew, and how many changes of the picture before are not made to it (`changes`)."""

    shown: Redrawn
    changes: TakeId
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Varied:
    """A shot with several drawings to choose from, the one that counts now, and the papers as they are now."""

    shot: str
    takes: tuple[Take, ...]
    current: Take
    synopsis: Synopsis
    script: Script


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """A line of the roll with the name its party goes by."""

    credit: Credit
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Release:
    """A released episode: the cut with its recipe (canonical JSON), its preview and papers, who earned a credit.

    The roll leaves out those who do not wish to be named; they are so many as `unnamed` says.
    """

    card: Card
    synopsis: Synopsis
    script: Script
    panels: tuple[tuple[str, Digest], ...]
    cut: Take
    recipe: bytes
    preview: Take
    roll: tuple[Named, ...]
    unnamed: int
    history: tuple[Contribution, ...]


class Views:
    """Answers the questions of the screens."""

    def __init__(self, store: Store, vault: Vault) -> None:
        """Read from this database and this vault."""
        self._store, self._vault = store, vault

    def moment(self) -> AbstractAsyncContextManager[Reader]:
        """Begin to read one moment: for the views in modules beside this one."""
        return self._store.read()

    async def person(self, chat: int) -> Person | None:
        """Return who talks in a private chat, once they are known."""
        async with self._store.read() as reader:
            return await reader.person_of(chat)

    async def library(self, chat: int) -> tuple[Card, ...]:
        """Return the episodes of every series someone takes part in, or a group supervises; newest series first.

        The editions of an episode follow it.
        """
        async with self._store.read() as reader:
            person = await reader.person_of(chat)
            series = await reader.series_of(person.id) if person else await reader.series_in(chat)
            episodes = [each for found in series for each in await reader.episodes(found.id, editions=True)]
        return tuple([await self.card(episode.id) for episode in episodes])

    async def created(self, chat: int) -> tuple[Series, ...]:
        """Return the series that someone created, newest first."""
        async with self._store.read() as reader:
            person = await reader.person_of(chat)
            found = await reader.series_of(person.id) if person else ()
        return tuple(series for series in found if person and series.creator == person.id)

    async def series(self, series: SeriesId) -> tuple[Series, tuple[Member, ...], int | None]:
        """Return a series, who takes part in it, and the group it is bound to."""
        async with self._store.read() as reader:
            return await reader.series(series), await reader.members(series), await reader.team(series)

    async def joined(self, chat: int) -> tuple[Series, ...]:
        """Return the series that someone takes part in, or that a group supervises; newest first."""
        async with self._store.read() as reader:
            person = await reader.person_of(chat)
            return await reader.series_of(person.id) if person else await reader.series_in(chat)

    async def crew(self, series: SeriesId) -> Crew:
        """Return the people of a series, and what they have agreed on."""
        async with self._store.read() as reader:
            return await crew(reader, series)

    async def invitation(self, invitation: InvitationId) -> tuple[Invitation, Series, Person] | None:
        """Return a link to join with, its series, and who made it; nothing if it was withdrawn."""
        async with self._store.read() as reader:
            try:
                link = await reader.invitation(invitation)
            except NotFound:
                return None
            return link, await reader.series(link.series), await reader.person(link.by)

    async def waiting(self, chat: int) -> tuple[Waiting, ...]:
        """Return the drafts that a group, or a person alone, is to decide on."""
        async with self._store.read() as reader:
            return await waiting(reader, chat)

    async def names(self, people: Iterable[PersonId]) -> dict[PersonId, str]:
        """Return what people are called."""
        async with self._store.read() as reader:
            return {who: person.name for who, person in (await reader.people(tuple(people))).items()}

    async def card(self, episode: EpisodeId) -> Card:
        """Return an episode at a glance."""
        async with self._store.read() as reader:
            found = await reader.episode(episode)
            series = await reader.series(found.series)
            heads = await reader.heads(episode)
            draft = await reader.open_draft(episode)
        return Card(
            series=found.spoken(series),
            episode=found,
            synopsis=await self._paper(Synopsis, heads.get(Work(Medium.SYNOPSIS))),
            script=await self._paper(Script, heads.get(Work(Medium.SCRIPT))),
            draft=draft,
        )

    async def open_drafts(self, series: SeriesId) -> tuple[DraftId, ...]:
        """Return the drafts of a series that wait for verdicts."""
        async with self._store.read() as reader:
            episodes = await reader.episodes(series, editions=True)
            drafts = [await reader.open_draft(episode.id) for episode in episodes]
        return tuple(draft.id for draft in drafts if draft)

    async def sheet(self, draft: DraftId) -> Sheet:
        """Return a draft as people see it."""
        async with self._store.read() as reader:
            found = await reader.draft(draft)
            takes = {take.digest: take for take in await reader.takes(found.episode)}
            acts = await reader.history(found.episode)
            verdicts = await reader.verdicts(draft)
            people = await reader.people([verdict.person for verdict in verdicts])
            series = (await reader.episode(found.episode)).series
            needed = needs(found, await electorate(reader, series), {found.episode: acts})
            decide = await deciding_chats(reader, series)
            remarks = len(await reader.open_remarks(found.episode, draft))
        card = await self.card(found.episode)
        shown = takes[found.digest]
        board = await self._paper(Storyboard, shown) if found.kind is DraftKind.STORYBOARD else None
        panels = board.panels if board else ()
        synopsis = await self._paper(Synopsis, shown) if found.kind is DraftKind.SYNOPSIS else card.synopsis
        if synopsis is None:
            raise LookupError(f"draft {draft} shows an episode without a synopsis")
        return Sheet(
            card=card,
            draft=found,
            synopsis=synopsis,
            script=await self._paper(Script, takes[board.script]) if board else card.script,
            panels=tuple((panel.shot, panel.digest) for panel in panels),
            preview=shown if found.kind is DraftKind.CUT else None,
            showing=await showing(self._vault, shown) if found.kind in BY_ITSELF else None,
            said=tuple(Said(name=people[verdict.person].name, verdict=verdict) for verdict in verdicts),
            deciding=decide,
            needs=needed,
            remarks=remarks,
            notes=noted(found, acts, takes),
        )

    async def take(self, take: TakeId) -> Take:
        """Return a take."""
        async with self._store.read() as reader:
            return await reader.take(take)

    async def redrawn(self, before: TakeId, after: TakeId) -> Redrawn | None:
        """Return a shot with its drawing before and after; nothing where the script has no such shot any more."""
        old, new = await self.take(before), await self.take(after)
        papers = await self._shown(new)
        if papers is None:
            return None
        shot, synopsis, script = papers
        return Redrawn(shot=shot, before=old, after=new, synopsis=synopsis, script=script)

    async def left(self, changes: TakeId, still: TakeId) -> Left | None:
        """Return what is not made to a new still; nothing where the script has no such shot any more."""
        shown, paper = await self.redrawn(still, still), await self.retouches(changes)
        return Left(shown=shown, changes=changes, count=len(paper.touches)) if shown and paper else None

    async def varied(self, takes: Sequence[TakeId]) -> Varied | None:
        """Return several drawings of a shot; nothing where the script has no such shot any more."""
        found = [await self.take(take) for take in takes]
        papers = await self._shown(found[0])
        current = await self._pinned(found[0].episode, papers[0]) if papers else None
        if papers is None or current is None:
            return None
        shot, synopsis, script = papers
        return Varied(shot=shot, takes=tuple(found), current=current, synopsis=synopsis, script=script)

    async def _shown(self, panel: Take) -> tuple[str, Synopsis, Script] | None:
        """Return the shot that a drawing shows, with the papers of its episode."""
        card = await self.card(panel.episode)
        shot = shot_of(panel.work)
        if card.synopsis is None or card.script is None or shot not in {each.id for each in card.script.shots}:
            return None
        return shot, card.synopsis, card.script

    async def _pinned(self, episode: EpisodeId, shot: str) -> Take | None:
        """Return the drawing of a shot that hangs on the board."""
        async with self._store.read() as reader:
            head = await reader.head(episode, Work(Medium.STORYBOARD))
            takes = {take.digest: take for take in await pictures(reader, episode)}
        board = await self._paper(Storyboard, head)
        hung = {panel.shot: panel.digest for panel in board.panels} if board else {}
        return takes.get(hung.get(shot, Digest("")))

    async def hung(self, episode: EpisodeId, shot: str) -> Hung | None:
        """Return what hangs on the board of an episode for a shot; nothing where there is no board yet."""
        async with self._store.read() as reader:
            return await hung(reader, self._vault, episode, shot)

    async def retouches(self, take: TakeId) -> Retouches | None:
        """Return the changes of a picture; nothing where a take is something else."""
        found = await self.take(take)
        return await self._paper(Retouches, found) if found.work.medium is Medium.RETOUCHES else None

    async def release(self, episode: EpisodeId) -> Release | None:
        """Return a released episode, or nothing while it is not."""
        card = await self.card(episode)
        if card.episode.stage is not Stage.RELEASED or card.synopsis is None or card.script is None:
            return None
        async with self._store.read() as reader:
            heads = await reader.heads(episode)
            history = await reader.chronicle(episode)
            cut = heads[Work(Medium.CUT)]
            credits_ = roll([cut.digest], history)
            goes_by = await names(reader, card.series.id, (line.party for line in credits_))
        board = documents.load(Storyboard, await self._vault.read(heads[Work(Medium.STORYBOARD)].digest))
        return Release(
            card=card,
            synopsis=card.synopsis,
            script=card.script,
            panels=tuple((panel.shot, panel.digest) for panel in board.panels),
            cut=cut,
            recipe=await self._vault.read(cut.key),
            preview=heads[Work(Medium.PREVIEW)],
            roll=tuple(Named(credit=line, name=goes_by[line.party]) for line in credits_ if line.party in goes_by),
            unnamed=unnamed(credits_, goes_by),
            history=history,
        )

    async def history(self, episode: EpisodeId) -> tuple[Contribution, ...]:
        """Return everything that was done for an episode, oldest first."""
        async with self._store.read() as reader:
            return await reader.history(episode)

    async def making(self, episode: EpisodeId) -> Making:
        """Return how an episode was made."""
        return await making(self._store, self._vault, episode)

    async def post(self, chat: int, message_id: int) -> Post | None:
        """Return what the bot remembers of a message it sent."""
        async with self._store.read() as reader:
            return await reader.post(chat, message_id)

    async def post_for(self, chat: int, cause: str) -> Post | None:
        """Return what the bot remembers of a message it sent to a chat for a cause."""
        async with self._store.read() as reader:
            return await reader.post_for(chat, cause)

    async def latest_post(self, chat: int) -> Post | None:
        """Return the last message of the bot in a chat that is about something."""
        async with self._store.read() as reader:
            return await reader.latest_post(chat)

    async def posts(
        self, *, episode: EpisodeId | None = None, draft: DraftId | None = None, purpose: str | None = None
    ) -> Sequence[Post]:
        """Return the posts about an episode, a draft, or of a purpose."""
        async with self._store.read() as reader:
            return await reader.posts(episode=episode, draft=draft, purpose=purpose)

    async def file_id(self, digest: Digest) -> str | None:
        """Return Telegram's name for a file it already has."""
        async with self._store.read() as reader:
            return await reader.file_id(digest)

    def path(self, digest: Digest) -> Path:
        """Return a file of the vault."""
        return self._vault.path(digest)

    async def _paper(self, kind: type[P], take: Take | None) -> P | None:
        return documents.load(kind, await self._vault.read(take.digest)) if take else None
