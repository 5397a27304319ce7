"""Versions: the takes of one work in the order in which they were made, and what a draft was before.

Nothing here is stored: a version is a take, its number the place among the takes of its work.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from storage import documents
from storage.documents import P
from storage.domain.board import Storyboard
from storage.domain.contributions import Actor, Contribution, Party
from storage.domain.errors import Refused
from storage.domain.ids import ContributionId, Digest, EpisodeId, PersonId, TakeId
from storage.domain.papers import Screenplay, Translation
from storage.domain.review import Draft, DraftKind, Outcome
from storage.domain.story import Script, Synopsis
from storage.domain.takes import PICTURES, Medium, Take, Work, shot_of
from storage.tracing import own_words
from storage.views import Card, Sheet, Views

COMPARED = (
    *(Medium.SYNOPSIS, Medium.SCRIPT, Medium.PANEL, Medium.STILL, Medium.RETOUCH),
    *(Medium.CLIP, Medium.PREVIEW, Medium.CUT),
)
"""What has versions that a person can look at, in the order of the work."""

WORDS = frozenset({DraftKind.SYNOPSIS, DraftKind.SCRIPT, DraftKind.STORYBOARD})
"""Drafts in which the words of an episode are shown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """A take with its number (from 1), who made it and when; `wished_by` is whose words it follows, where they say so.

    `paper` is what it says, where it is a text.
    """

    number: int
    take: Take
    at: datetime
    maker: str
    wished_by: tuple[str, ...] = ()
    paper: Synopsis | Script | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Versions:
    """The versions of a work, oldest first, and the place of the one that counts now."""

    work: Work
    versions: tuple[Version, ...]
    current: int

    def usual(self) -> tuple[Version, Version]:
        """Return the current version and the one before it; the first two where the first counts."""
        newer = max(1, self.current)
        return self.versions[newer - 1], self.versions[newer]


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """Two versions of a work, the older first, and all there are."""

    card: Card
    all: Versions
    older: Version
    newer: Version


@dataclass(frozen=True, kw_only=True, slots=True)
class Earlier:
    """What a draft was before: as it was approved last, else as it was shown last."""

    draft: Draft
    synopsis: Synopsis | None = None
    script: Script | None = None
    screenplay: Screenplay | None = None
    translation: Translation | None = None
    panels: Mapping[str, Digest] | None = None

    @property
    def is_approved(self) -> bool:
        """Whether people have approved it."""
        return self.draft.outcome is Outcome.APPROVED


async def works(views: Views, episode: EpisodeId) -> tuple[Versions, ...]:
    """Return the works of an episode that have two versions or more, in the order of the work and of its parts."""
    async with views.moment() as reader:
        acts = {act.id: act for act in await reader.history(episode)}
        heads = await reader.heads(episode)
        takes = [take for take in await reader.takes(episode) if take.work.medium in COMPARED]
        people = await reader.people({PersonId(act.by.name) for act in acts.values() if act.by.party is Party.PERSON})
    names = {who: person.name for who, person in people.items()}
    counts = await _counting(views, heads)
    grouped: dict[Work, list[Version]] = {}
    for take in takes:
        version = await _version(views, take, acts, names)
        grouped.setdefault(of(take), []).append(version)
    found = {work: _numbered(_of_one_size(attempts)) for work, attempts in grouped.items()}
    return tuple(
        Versions(work=work, versions=versions, current=_place(versions, counts.get(work)))
        for work, versions in sorted(found.items(), key=lambda item: (COMPARED.index(item[0].medium), item[0].part))
        if len(versions) > 1
    )


async def comparison(views: Views, older: TakeId, newer: TakeId) -> Comparison:
    """Return two versions of a work.

    Raises:
        NotFound: one of them is no take.
        Refused: they are not two versions of one work.
    """
    take = await views.take(older)
    for found in await works(views, take.episode):
        numbers = {version.take.id: version for version in found.versions}
        if older in numbers and newer in numbers and numbers[older].number < numbers[newer].number:
            card = await views.card(take.episode)
            return Comparison(card=card, all=found, older=numbers[older], newer=numbers[newer])
    raise Refused("no-comparison")


async def earlier(views: Views, sheet: Sheet) -> Earlier | None:
    """Return what a draft was before; nothing where it is the first of its kind."""
    async with views.moment() as reader:
        drafts = [draft for draft in await reader.drafts(sheet.draft.episode) if draft.kind is sheet.draft.kind]
    before = drafts[: [draft.id for draft in drafts].index(sheet.draft.id)]
    approved = [draft for draft in before if draft.outcome is Outcome.APPROVED]
    if not before:
        return None
    draft = (approved or before)[-1]
    match draft.kind:
        case DraftKind.SYNOPSIS:
            return Earlier(draft=draft, synopsis=await _read(views, Synopsis, draft.digest))
        case DraftKind.SCRIPT:
            return Earlier(draft=draft, screenplay=await _read(views, Screenplay, draft.digest))
        case DraftKind.TRANSLATION:
            return Earlier(draft=draft, translation=await _read(views, Translation, draft.digest))
        case DraftKind.STORYBOARD:
            board = await _read(views, Storyboard, draft.digest)
            panels = {panel.shot: panel.digest for panel in board.panels}
            return Earlier(draft=draft, script=await _read(views, Script, board.script), panels=panels)
        case _:
            return Earlier(draft=draft)


async def words_shown(views: Views, sheet: Sheet) -> frozenset[str]:
    """Return the sentences of a draft that are people's own words."""
    paper = sheet.synopsis if sheet.draft.kind is DraftKind.SYNOPSIS else sheet.script
    if paper is None or sheet.draft.kind not in WORDS:
        return frozenset()
    return own_words(await views.making(sheet.card.episode.id), paper)


def of(take: Take) -> Work:
    """Return the work a take is a version of: the drawings of a shot to choose from are versions of its drawing."""
    work = take.work
    return Work(work.medium, shot_of(work)) if work.medium in PICTURES else work


async def _counting(views: Views, heads: Mapping[Work, Take]) -> dict[Work, Digest]:
    """Return what counts now of each work: of pictures, what hangs on the board."""
    counts = {work: take.digest for work, take in heads.items() if work.medium not in PICTURES}
    board = heads.get(Work(Medium.STORYBOARD))
    hung = (await _read(views, Storyboard, board.digest)).panels if board else ()
    return counts | {Work(medium, panel.shot): panel.digest for medium in PICTURES for panel in hung}


async def _version(
    views: Views, take: Take, acts: Mapping[ContributionId, Contribution], names: Mapping[PersonId, str]
) -> Version:
    """Return a take as a version, not yet numbered."""
    act = acts[take.contribution]
    typed = [each for each in acts.values() if each.made in act.sources and each.by.party is Party.PERSON]
    return Version(
        number=0,
        take=take,
        at=act.at,
        maker=_name(act.by, names),
        wished_by=tuple(dict.fromkeys(_name(each.by, names) for each in typed)),
        paper=await _paper(views, take),
    )


def _name(party: Actor, names: Mapping[PersonId, str]) -> str:
    return names[PersonId(party.name)] if party.party is Party.PERSON else party.name


def _of_one_size(versions: Sequence[Version]) -> list[Version]:
    """Leave out the full size in which approved clips are filmed again: it is no other version of them."""
    clips = [version for version in versions if version.take.work.medium is Medium.CLIP]
    if not clips:
        return list(versions)
    least = min(_width(version) for version in clips)
    return [version for version in clips if _width(version) == least]


def _width(version: Version) -> int:
    width = version.take.facts.get("width")
    return width if isinstance(width, int) else 0


def _numbered(versions: Sequence[Version]) -> tuple[Version, ...]:
    """Number versions; takes in a row that look the same are one, made when the first was, named by the last."""
    kept: list[Version] = []
    for version in versions:
        if kept and _look(kept[-1]) == _look(version):
            kept[-1] = replace(kept[-1], take=version.take)
        else:
            kept.append(replace(version, number=len(kept) + 1))
    return tuple(kept)


def _look(version: Version) -> object:
    """Return what a person sees of a version: of a text, its words and not what was drawn for them."""
    match version.paper:
        case Synopsis() as paper:
            return replace(paper, cast=tuple(replace(each, design=None, sheet=None) for each in paper.cast))
        case Script() as paper:
            return replace(paper, shots=tuple(replace(each, roll=0, staging=(), props=()) for each in paper.shots))
        case None:
            return version.take.digest


def _place(versions: Sequence[Version], digest: Digest | None) -> int:
    """Return the place of the version that counts; the last where it is none of them."""
    places = [place for place, version in enumerate(versions) if version.take.digest == digest]
    return places[-1] if places else len(versions) - 1


async def _paper(views: Views, take: Take) -> Synopsis | Script | None:
    match take.work.medium:
        case Medium.SYNOPSIS:
            return await _read(views, Synopsis, take.digest)
        case Medium.SCRIPT:
            return await _read(views, Script, take.digest)
        case _:
            return None


async def _read(views: Views, kind: type[P], digest: Digest) -> P:
    return documents.load(kind, await asyncio.to_thread(views.path(digest).read_bytes))
