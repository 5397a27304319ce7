"""The gate: every act whose result may enter an episode passes here, and only here.

    look up → engine → vault → one transaction (contribution + take + stage + event)

The crew and the model's tools hold a `Desk`: the gate bound to one episode and to the person who answers for what is
done there. Nothing else can make or record a work.
"""

import secrets
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from random import Random, SystemRandom

from agents import consents
from agents.acts import STUDIO, Opens, Origin, Ran, Releases, Tells, Then
from agents.buyer import Buyer
from agents.till import Till, Voucher
from agents.turns import Turns
from generation.backends import Made
from generation.catalog.model import Model
from generation.engines.base import Engine, Errand, Hear, Report, Slip, ignore
from generation.requests.request import Request, key, recipe
from storage import documents
from storage.crediting import credited
from storage.documents import P, Paper
from storage.domain.budget import Budget
from storage.domain.contributions import Actor, Contribution, Kind
from storage.domain.costs import Cost
from storage.domain.credits import lineage
from storage.domain.crew import Person, Role
from storage.domain.errors import Outdated
from storage.domain.events import Event, News
from storage.domain.ids import ContributionId, Digest, DraftId, EpisodeId, PersonId, TakeId, new_id
from storage.domain.review import DRAFTED, Draft, DraftKind
from storage.domain.stages import Step, advance
from storage.domain.story import Episode, Series
from storage.domain.takes import Note, Take, Work
from storage.store import Store
from storage.unit import Unit
from storage.vault import Vault
from storage.voting import audience, last_approval


@dataclass(frozen=True, kw_only=True)
class Studio:
    """The gate and what stands behind it. `backends` maps an operation to the name of the back-end that does it.

    `budget` is what may be spent in all its series.
    """

    store: Store
    vault: Vault
    engine: Engine
    backends: Mapping[str, str]
    scratch: Path
    clock: Callable[[], datetime]
    random: Random = field(default_factory=SystemRandom)
    budget: Budget = field(default_factory=Budget)
    _making: Turns[tuple[EpisodeId, Digest]] = field(default_factory=Turns)

    def desk(self, series: Series, episode: Episode) -> "Desk":
        """Return the gate bound to an episode; the series' creator answers for what the crew does there."""
        return Desk(studio=self, series=episode.spoken(series), episode=episode)

    @property
    def till(self) -> Till:
        """Where what is paid for passes."""
        return Till(store=self.store, clock=self.clock, budget=self.budget)

    def model(self, operation: str) -> Model:
        """Return the catalog entry of the model that does an operation."""
        return self.engine.model(self.backends[operation])

    @asynccontextmanager
    async def made(
        self,
        request: Request,
        *,
        report: Report = ignore,
        hear: Hear | None = None,
        slip: Slip | None = None,
        backend: str = "",
    ) -> AsyncIterator[Made]:
        """Have the engine make what is asked; what is not taken out of its folder is gone afterwards.

        It is made by the back-end of its operation, or by the one that is named.
        """
        sources: dict[str, Path] = {source: self.vault.path(Digest(source)) for source in request.sources}
        with tempfile.TemporaryDirectory(dir=self.scratch) as folder:
            errand = Errand(folder=Path(folder), sources=sources, report=report, hear=hear, slip=slip)
            yield await self.engine.run(backend or self.backends[request.operation], request, errand)

    def key(self, request: Request) -> Digest:
        """Return the identity of the take this request would make today."""
        model = self.model(request.operation)
        return Digest(key(request, model.name, model.version))

    def new_id(self) -> str:
        """Return a new id."""
        return new_id(self.random)

    def salt(self) -> str:
        """Return fresh salt for what a person typed."""
        return secrets.token_hex(16)

    def is_making(self, episode: EpisodeId, digest: Digest) -> bool:
        """Tell whether a task is making a take at this moment."""
        return (episode, digest) in self._making

    def making(self, episode: EpisodeId, digest: Digest) -> AbstractAsyncContextManager[None]:
        """Let one task at a time make a take, so that asking twice at once makes it once."""
        return self._making.turn((episode, digest))


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The gate bound to one episode."""

    studio: Studio
    series: Series
    episode: Episode

    @property
    def buyer(self) -> Buyer:
        """Who buys for this episode."""
        return Buyer(
            till=self.studio.till,
            backends=self.studio.backends,
            model=self.studio.engine.model,
            new_id=self.studio.new_id,
            is_making=partial(self.studio.is_making, self.episode.id),
            series=self.series.id,
            episode=self.episode.id,
            person=self.series.creator,
        )

    async def make(
        self,
        work: Work,
        request: Request,
        *,
        sources: Sequence[Digest] = (),
        report: Report = ignore,
        hear: Hear | None = None,
        then: Then = None,
    ) -> Take:
        """Return the take of this request, made now unless it was made before, as the chosen take of its work.

        `hear` is told the words of a conversation as they come; those of a take that was made before are in it.

        Raises:
            GenerationError: it could not be made; nothing was recorded.
        """
        digest = self.studio.key(request)
        async with self.studio.making(self.episode.id, digest):
            await consents.demand(self.studio.store, self.studio.vault, self.episode, request)
            found = await self._found(digest)
            if found is not None:
                return await self._again(found, work, then)
            ran = await self._run(request, report, hear)
            return await self._keep(work, request, tuple(sources), ran, then)

    async def missing(self, requests: Sequence[Request]) -> tuple[Request, ...]:
        """Return those requests that have no take yet: what a production would have to make."""
        async with self.studio.store.read() as reader:
            found = [await reader.keyed(self.episode.id, self.studio.key(request)) for request in requests]
        return tuple(request for request, take in zip(requests, found, strict=True) if take is None)

    async def write(  # noqa: PLR0913 - what a paper is kept with, and what follows, each by its name
        self,
        work: Work,
        paper: Paper,
        origin: Origin,
        *,
        notes: tuple[Note, ...] = (),
        facts: Mapping[str, object] | None = None,
        tells: Tells | None = None,
        then: Then = None,
    ) -> Take:
        """Record a paper: what a person typed, or what the crew put together from the model's answers.

        `facts` are beside what the paper says: another version of them is no other paper.
        """
        data = documents.dump(paper)
        digest = await self.studio.vault.put_bytes(data)
        found = await self._found(digest)
        if found is not None:
            return await self._again(found, work, then, tells)
        async with self.studio.store.write() as unit:
            take = await self.enter(unit, work, digest, origin, notes=notes, facts=facts)
            await self._tell_all(unit, tells)
            await self._follow(unit, digest, then)
        return take

    async def read(self, kind: type[P], take: Take) -> P:
        """Return the paper of a take."""
        return documents.load(kind, await self.studio.vault.read(take.digest))

    async def again(self, take: Take, *, then: Then) -> None:
        """Go on from a take that exists: it is the chosen one of its work."""
        await self._again(take, take.work, then)

    async def ancestry(self, take: Take) -> frozenset[Digest]:
        """Return every digest a take was made from, its own included."""
        async with self.studio.store.read() as reader:
            return lineage([take.digest], await reader.chronicle(self.episode.id))

    async def head(self, work: Work) -> Take | None:
        """Return the chosen take of a work."""
        async with self.studio.store.read() as reader:
            return await reader.head(self.episode.id, work)

    async def enter(
        self,
        unit: Unit,
        work: Work,
        digest: Digest,
        origin: Origin,
        *,
        notes: tuple[Note, ...] = (),
        facts: Mapping[str, object] | None = None,
    ) -> Take:
        """Record a paper whose bytes are in the vault, within a transaction of the caller's."""
        take = Take(
            id=TakeId(self.studio.new_id()),
            episode=self.episode.id,
            contribution=ContributionId(self.studio.new_id()),
            work=work,
            key=digest,
            digest=digest,
            media_type=documents.MEDIA_TYPE,
            facts=facts or {},
            notes=notes,
        )
        await self._commit(unit, take, origin, None)
        return take

    async def _found(self, digest: Digest) -> Take | None:
        async with self.studio.store.read() as reader:
            return await reader.keyed(self.episode.id, digest)

    async def _again(self, take: Take, work: Work, then: Then, tells: Tells | None = None) -> Take:
        """Choose a take that exists already, and go on from there."""
        async with self.studio.store.write() as unit:
            if await unit.head(self.episode.id, work) != take:
                await unit.choose(take)
                await self._tell_all(unit, tells)
            await self._follow(unit, take.digest, then)
        return take

    async def _run(self, request: Request, report: Report, hear: Hear | None) -> Ran:
        """Have the engine make what is asked, paid for where it costs money, and put it into the vault."""
        bought = await self.buyer.order(request)
        slip = Voucher(till=self.studio.till, purchase=bought) if bought else None
        backend, started = bought.backend if bought else "", time.monotonic()
        try:
            async with self.studio.made(request, report=report, hear=hear, slip=slip, backend=backend) as made:
                stored = await self.studio.vault.put(made.path)
        except BaseException as error:
            if bought:
                await self.studio.till.failed(bought, error)
            raise
        cost = Cost(
            milliseconds=round((time.monotonic() - started) * 1000),
            micros=made.micros if made.micros is not None else bought.reserved if bought else 0,
        )
        return Ran(made=made, stored=stored, tool=self.buyer.tool(request, bought), cost=cost, purchase=bought)

    async def _keep(self, work: Work, request: Request, sources: tuple[Digest, ...], ran: Ran, then: Then) -> Take:
        """Record what was made, and in the same transaction that it is paid."""
        # The recipe's digest is the take's key: prompt, seed and model can always be read again.
        await self.studio.vault.put_bytes(recipe(request, ran.tool.name, ran.tool.version))
        take = Take(
            id=TakeId(self.studio.new_id()),
            episode=self.episode.id,
            contribution=ContributionId(self.studio.new_id()),
            work=work,
            key=ran.tool.key,
            digest=ran.stored,
            media_type=ran.made.media_type,
            facts=ran.made.facts,
            notes=tuple(Note(note.code, note.facts) for note in ran.made.notes),
        )
        origin = Origin(
            by=Actor.model(ran.tool.name),
            sources=tuple(dict.fromkeys((*map(Digest, request.sources), *sources))),
            tool=ran.tool,
            cost=ran.cost,
        )
        async with self.studio.store.write() as unit:
            if ran.purchase is not None:
                await self.studio.till.settle(unit, ran.purchase, ran.cost.micros)
            stands = await consents.stands(unit, self.studio.vault, self.episode, request)
            if stands:
                await self._commit(unit, take, origin, then)
        if not stands:  # what was paid is settled all the same
            raise consents.withdrawn(request)
        return take

    async def _commit(self, unit: Unit, take: Take, origin: Origin, then: Then) -> None:
        """Enter contribution, take, stage and event in the caller's transaction."""
        await unit.record(self.contribution(origin, take.contribution, made=take.digest))
        await unit.add_take(take)
        await unit.choose(take)
        await self._follow(unit, take.digest, then)

    def contribution(
        self, origin: Origin, known: ContributionId | None = None, *, made: Digest | None = None
    ) -> Contribution:
        """Return an act of this episode as it goes into the ledger; without an id it gets a new one."""
        person = origin.by.name if origin.role is not Role.TOOL else self.series.creator
        return Contribution(
            id=known or ContributionId(self.studio.new_id()),
            series=self.series.id,
            episode=self.episode.id,
            by=origin.by,
            directed_by=origin.directed_by or PersonId(person),
            role=origin.role,
            kind=origin.kind,
            at=self.studio.clock(),
            sources=origin.sources,
            made=made,
            tool=origin.tool,
            cost=origin.cost,
            words=origin.words,
            shown=origin.shown,
        )

    async def _follow(self, unit: Unit, digest: Digest, then: Then) -> None:
        """Move the episode on, once: a second run finds the stage moved and leaves it."""
        match then:
            case Opens():
                await self._open(unit, then, digest)
            case Releases():
                await self._release(unit, then, digest)
            case None:
                pass

    async def _open(self, unit: Unit, opens: Opens, digest: Digest) -> None:
        episode = await self._unhalted(unit)
        draft = Draft(
            id=DraftId(self.studio.new_id()),
            episode=episode.id,
            kind=opens.kind,
            digest=digest,
            opened=self.studio.clock(),
            ahead=opens.ahead,
        )
        await unit.move(episode.id, advance(episode.stage, DRAFTED[opens.kind]))
        await unit.add_draft(draft)
        facts = {"draft": draft.id, "kind": opens.kind.value} | ({"partial": "1"} if opens.is_partial else {})
        await self.tell(unit, News.DRAFT_OPENED, facts)
        if opens.kind is DraftKind.CUT:
            await self.show_lines(unit)

    async def _unhalted(self, unit: Unit) -> Episode:
        """Return the episode, unless someone stopped or moved it while the last take of its stage was being made."""
        episode = await unit.episode(self.episode.id)
        if episode.halt or episode.stage is not self.episode.stage:
            raise Outdated(f"work on {episode.id} was stopped: {episode.halt or episode.stage}")
        return episode

    async def recall(self, step: Step = Step.RECALLED) -> None:
        """Bring an episode that is being shot back to its board, or to its translation."""
        async with self.studio.store.write() as unit:
            episode = await self._unhalted(unit)
            await unit.move(episode.id, advance(episode.stage, step))

    async def _release(self, unit: Unit, releases: Releases, cut: Digest) -> None:
        episode = await self._unhalted(unit)
        if await unit.billings(self.series.id) != releases.billings:
            raise Outdated(f"names in the credits of {episode.id} were changed while it was cut")
        await unit.move(episode.id, advance(episode.stage, Step.DRAFTED))
        approved_by = await last_approval(unit, episode.id)
        await unit.record(
            self.contribution(Origin(by=STUDIO, kind=Kind.RELEASED, sources=(cut,), directed_by=approved_by))
        )
        await self.tell(unit, News.RELEASED, {})
        await self.show_lines(unit)

    async def show_lines(self, unit: Unit, *people: Person) -> None:
        """Let people see their own credit line as it is now; without any named, everyone credited."""
        chats = tuple(person.chat for person in people or await credited(unit, self.episode.id))
        await unit.tell(Event(news=News.LINE_SHOWN, series=self.series.id, episode=self.episode.id, chats=chats))

    async def _tell_all(self, unit: Unit, tells: Tells | None) -> None:
        for news, facts in (tells or {}).items():
            await self.tell(unit, news, facts)

    async def tell(self, unit: Unit, news: News, facts: Mapping[str, str]) -> None:
        """Store an event for the creator and those who decide, in the caller's transaction."""
        chats = await audience(unit, self.series.id)
        await unit.tell(Event(news=news, series=self.series.id, episode=self.episode.id, chats=chats, facts=facts))
