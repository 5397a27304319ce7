"""The credits and authorship sheet of a released episode, as a value: who did what, in counts, and what proves it.

It says what the ledger shows and no more: no share of the whole, no verdict on who is an author or what is protected.
A model is a tool, and approving is supervision.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from agents.assurances import concerning
from agents.studio import Studio
from storage import crediting, documents
from storage.domain.contributions import Actor, Contribution, Kind, Party, Words
from storage.domain.credits import Credit, active, lineage, roll
from storage.domain.errors import Refused
from storage.domain.ids import Digest, EpisodeId, PersonId
from storage.domain.papers import Assurance, Matter
from storage.domain.review import Decision, Draft, DraftKind, Outcome, Verdict
from storage.domain.stages import Stage
from storage.domain.story import Episode, Series, Synopsis
from storage.domain.takes import Medium, Take, Work
from storage.editions import original
from storage.ledger.seals import Seal
from storage.reader import Reader


@dataclass(frozen=True, kw_only=True, slots=True)
class Contributor:
    """A person who earned a credit and wishes to be named, by the name they go by.

    `minutes` estimates how long they worked on the episode, from when they acted (see `storage.domain.credits.active`).
    """

    person: PersonId
    name: str
    credits: tuple[Credit, ...]
    minutes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Machine:
    """A model or program as a tool: what it made that is in the film, and how many results of it are."""

    name: str
    version: str
    licence: str
    made: tuple[Medium, ...]
    results: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Choices:
    """What people chose, in numbers, over the whole making: what was rejected is evidence of choosing as well.

    `typed`, `suggested` and `altered` count wishes by whose words they are made of; `shown` counts the candidates of
    all choices together.
    """

    written: int
    typed: int
    suggested: int
    altered: int
    choices: int
    shown: int
    approved: int
    sent_back: int
    rounds: int
    results: int
    kept: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A step of the review: when its first version was shown, how many there were, when the last was approved."""

    kind: DraftKind
    opened: datetime
    rounds: int
    approved: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """Somebody answers for words that may touch another's rights: by what name, empty for who is not named.

    `paper` says what and why; of one that was removed at its author's wish the matter is left.
    """

    name: str
    at: datetime
    matter: Matter
    paper: Assurance | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Authorship:
    """Everything that the sheet of an episode says; `unnamed` people earned a credit and do not wish to be named.

    `begun` is when its first act was recorded, `released` when the film was made with which it is out.
    """

    series: Series
    episode: Episode
    title: str
    cut: Digest
    begun: datetime
    released: datetime
    people: tuple[Contributor, ...]
    machines: tuple[Machine, ...]
    choices: Choices
    steps: tuple[Step, ...]
    seal: Seal
    unnamed: int = 0
    answers: tuple[Answer, ...] = ()


async def authorship(studio: Studio, episode: EpisodeId) -> Authorship:
    """Return the sheet of a released episode.

    Raises:
        Refused: it is not released yet.
    """
    async with studio.store.read() as reader:
        found = await reader.episode(episode)
        heads, history = await reader.heads(episode), await reader.chronicle(episode)
        cut, seal = heads.get(Work(Medium.CUT)), await reader.seal()
        if found.stage is not Stage.RELEASED or cut is None or seal is None:
            raise Refused("not-released-yet")
        series = found.spoken(await reader.series(found.series))
        before = await original(reader, found)
        takes = (*(await reader.takes(before.id) if before else ()), *await reader.takes(episode))
        steps = await _steps(reader, episode)
        credits_ = roll([cut.digest], history)
        given = await concerning(studio, reader, found)
        parties = (*(each.party for each in credits_), *(Actor.person(each.by) for each in given))
        names = await crediting.names(reader, series.id, parties)
    synopsis = documents.load(Synopsis, await studio.vault.read(heads[Work(Medium.SYNOPSIS)].digest))
    reached = lineage([cut.digest], history)
    return Authorship(
        series=series,
        episode=found,
        title=synopsis.title,
        cut=cut.digest,
        begun=min(act.at for act in history),
        released=max(act.at for act in history if act.made == cut.digest),
        people=contributors(credits_, history, names),
        machines=machines(credits_, history, takes),
        choices=choices(history, reached, rounds=sum(step.rounds for step in steps)),
        steps=steps,
        seal=seal,
        unnamed=crediting.unnamed(credits_, names),
        answers=tuple(
            Answer(name=names.get(Actor.person(each.by), ""), at=each.at, matter=each.matter, paper=each.paper)
            for each in given
        ),
    )


def contributors(
    credits_: Iterable[Credit], history: Iterable[Contribution], names: Mapping[Actor, str]
) -> tuple[Contributor, ...]:
    """Return the people of a roll that have a name, each once, in its order."""
    lines: dict[Actor, list[Credit]] = {}
    for credit in filter(_is_person, credits_):
        if credit.party in names:
            lines.setdefault(credit.party, []).append(credit)
    moments: dict[Actor, list[datetime]] = {}
    for act in history:
        moments.setdefault(act.by, []).append(act.at)
    return tuple(
        Contributor(
            person=PersonId(party.name),
            name=names[party],
            credits=tuple(earned),
            minutes=ceil(active(moments.get(party, ())) / timedelta(minutes=1)),
        )
        for party, earned in lines.items()
    )


def machines(credits_: Iterable[Credit], history: Iterable[Contribution], takes: Iterable[Take]) -> tuple[Machine, ...]:
    """Return the tools of a roll by name; one that was used in two versions is two."""
    acts = {act.id: act for act in history}
    media = {take.contribution: take.work.medium for take in takes}
    made: dict[tuple[str, str, str], list[Medium]] = {}
    for act in (acts[each] for credit in credits_ if not _is_person(credit) for each in credit.evidence):
        tool = (act.tool.name, act.tool.version, act.tool.licence) if act.tool else (act.by.name, "", "")
        made.setdefault(tool, []).extend([media[act.id]] if act.id in media else [])
    return tuple(
        Machine(
            name=name,
            version=version,
            licence=licence,
            made=tuple(medium for medium in Medium if medium in results),
            results=len(results),
        )
        for (name, version, licence), results in sorted(made.items())
    )


def choices(history: Sequence[Contribution], reached: Collection[Digest], *, rounds: int) -> Choices:
    """Count what people did, and how much of what tools made is in the film (`reached`)."""
    human = [act for act in history if act.by.party is Party.PERSON]
    kinds = Counter(act.kind for act in human)
    wishes = Counter(act.words for act in human if act.kind in {Kind.PROMPTED, Kind.EDITED})
    results = {act.made for act in history if act.by.party is Party.MODEL and act.kind is Kind.GENERATED and act.made}
    return Choices(
        written=kinds[Kind.WROTE],
        typed=wishes[Words.TYPED] + wishes[Words.DICTATED],
        suggested=wishes[Words.SUGGESTED],
        altered=wishes[Words.EDITED],
        choices=kinds[Kind.CHOSE],
        shown=sum(len(act.shown) for act in human if act.kind is Kind.CHOSE),
        approved=kinds[Kind.APPROVED],
        sent_back=kinds[Kind.SENT_BACK],
        rounds=rounds,
        results=len(results),
        kept=len(results.intersection(reached)),
    )


async def _steps(reader: Reader, episode: EpisodeId) -> tuple[Step, ...]:
    drafts = await reader.drafts(episode)
    verdicts = {draft.id: await reader.verdicts(draft.id) for draft in drafts}
    shown = {kind: [draft for draft in drafts if draft.kind is kind] for kind in DraftKind}
    return tuple(
        Step(
            kind=kind,
            opened=each[0].opened,
            rounds=len(each),
            approved=_approved(each[-1], verdicts[each[-1].id]),
        )
        for kind, each in shown.items()
        if each
    )


def _approved(draft: Draft, verdicts: Iterable[Verdict]) -> datetime | None:
    """Return when the approval came that was enough."""
    moments = [verdict.at for verdict in verdicts if verdict.decision is Decision.APPROVE]
    return max(moments, default=None) if draft.outcome is Outcome.APPROVED else None


def _is_person(credit: Credit) -> bool:
    return credit.party.party is Party.PERSON
