"""The making of an episode: every act in its order, who did it, what came of it, and what became of that.

It is derived from the ledger, the takes and the verdicts of one moment; nothing of it is stored.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from storage import crediting, documents
from storage.documents import P, Paper
from storage.domain.board import Prompt as PicturePrompt
from storage.domain.board import Storyboard, Variants
from storage.domain.contributions import Actor, Contribution, Kind, Party
from storage.domain.credits import VERDICTS, lineage
from storage.domain.ids import ContributionId, Digest, EpisodeId, PersonId
from storage.domain.papers import Idea, Remarked, Transcript, Turn, Wish
from storage.domain.remarks import Remark
from storage.domain.review import Decision, Draft, Outcome, Verdict
from storage.domain.stages import Stage
from storage.domain.story import Episode, Script, Series, Synopsis
from storage.domain.takes import PICTURES, Medium, Take, Work, shot_of
from storage.editions import original
from storage.errors import Missing
from storage.prompts import Prompt, prompt
from storage.reader import Reader
from storage.store import Store
from storage.vault import Vault

ENDS = (Medium.CUT, Medium.PREVIEW, Medium.STORYBOARD, Medium.SCRIPT, Medium.SYNOPSIS, Medium.IDEA)
"""What an episode has come to, the furthest first."""

TYPED = frozenset({Medium.IDEA, Medium.WISH, Medium.TURN})
"""What people type: the words lie in the vault and can be removed at their author's wish."""


class Fate(StrEnum):
    """What became of something that was made."""

    KEPT = "kept"
    """It is in the released cut; while nothing is released, in what counts now."""
    REWORKED = "reworked"
    """A later version was made from it, and that was kept."""
    REPLACED = "replaced"
    """Something else took its place."""
    REJECTED = "rejected"
    """People saw it, and sent it back or chose another."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Act:
    """One contribution with everything that is known of it.

    `name` is what its party goes by in the credits, empty where they do not wish to be named, `take` what it made,
    `fate` what became of that. `paper` is the document it made; `removed` says that its words were removed at their
    author's wish. `judged` is the draft that a verdict or a remark is about, `reason` belongs to verdicts.
    """

    act: Contribution
    name: str
    take: Take | None = None
    fate: Fate | None = None
    paper: Paper | None = None
    removed: bool = False
    prompt: Prompt | None = None
    judged: Draft | None = None
    reason: str = ""

    @property
    def typed(self) -> str | None:
        """The words of a person, where this act is made of them and they are still there; 🎤 for what was spoken."""
        if isinstance(self.paper, Remarked) and self.paper.sound:
            return f"🎤 {self.paper.text}".strip()
        if isinstance(self.paper, Transcript):
            return f"{'👁' if self.paper.is_picture else '🎤'} {self.paper.text}"
        if isinstance(self.paper, PicturePrompt):
            return self.paper.text if self.by_person else None
        return self.paper.text if isinstance(self.paper, Idea | Remarked | Turn | Wish) else None

    @property
    def by_person(self) -> bool:
        """Whether a person acted."""
        return self.act.by.party is Party.PERSON

    @property
    def work(self) -> Work | None:
        """What was made an attempt at; the variants of a shot's picture are attempts at that picture."""
        if self.take is None:
            return None
        work = self.take.work
        return Work(work.medium, shot_of(work)) if work.medium in PICTURES else work


@dataclass(frozen=True, kw_only=True, slots=True)
class Making:
    """The making of an episode, oldest act first; the papers are those that were kept, once there are any."""

    series: Series
    episode: Episode
    acts: tuple[Act, ...]
    synopsis: Synopsis | None
    script: Script | None

    @property
    def title(self) -> str:
        """The best name there is."""
        return self.synopsis.title if self.synopsis else self.series.title

    @property
    def is_released(self) -> bool:
        """Whether the episode is out."""
        return self.episode.stage is Stage.RELEASED

    def makers(self) -> Mapping[Digest, tuple[Act, ...]]:
        """Return the acts that made each digest, those that only judge aside."""
        made: dict[Digest, tuple[Act, ...]] = {}
        for act in self.acts:
            if act.act.made is not None and act.act.kind not in VERDICTS:
                made[act.act.made] = (*made.get(act.act.made, ()), act)
        return made

    def versions(self) -> Mapping[Work, tuple[Act, ...]]:
        """Return the attempts at each work, oldest first."""
        found: dict[Work, tuple[Act, ...]] = {}
        for act in self.acts:
            if act.work is not None:
                found[act.work] = (*found.get(act.work, ()), act)
        return found


@dataclass(frozen=True, kw_only=True, slots=True)
class _Moment:
    """What the database says of an episode at one moment."""

    series: Series
    episode: Episode
    history: tuple[Contribution, ...]
    takes: tuple[Take, ...]
    heads: Mapping[Work, Take]
    drafts: tuple[Draft, ...]
    verdicts: tuple[Verdict, ...]
    remarks: Mapping[Digest, Remark]
    names: Mapping[Actor, str]


async def making(store: Store, vault: Vault, episode: EpisodeId) -> Making:
    """Read the making of an episode.

    Raises:
        NotFound: there is no such episode.
    """
    async with store.read() as reader:
        now = await _moment(reader, episode)
    written = [take.digest for take in now.takes if take.media_type == documents.MEDIA_TYPE]
    papers = {digest: await _paper(vault, digest) for digest in (*written, *now.remarks)}
    fates = _Fates(now, papers)
    judged = _judgements(now)
    takes = {take.contribution: take for take in now.takes}
    acts = []
    for act in now.history:
        take = takes.get(act.id)
        draft, reason = judged.get(act.id, (None, ""))
        acts.append(
            Act(
                act=act,
                name=now.names.get(act.by, ""),
                take=take,
                fate=fates.of(take) if take and act.kind not in VERDICTS else None,
                paper=papers.get(act.made) if act.made else None,
                removed=_is_typed(act, take) and act.made is not None and papers.get(act.made) is None,
                prompt=await _prompt(vault, act),
                judged=draft,
                reason=reason,
            )
        )
    return Making(
        series=now.series,
        episode=now.episode,
        acts=tuple(acts),
        synopsis=_last(Synopsis, acts),
        script=_last(Script, acts),
    )


def _is_typed(act: Contribution, take: Take | None) -> bool:
    """Whether what was made are words that a person typed."""
    if take is None:
        return act.kind is Kind.REMARKED
    medium = take.work.medium
    return medium in TYPED or (medium is Medium.PROMPT and act.by.party is Party.PERSON)


async def _moment(reader: Reader, episode: EpisodeId) -> _Moment:
    found = await reader.episode(episode)
    history, takes = await _told(reader, found)
    drafts = await reader.drafts(episode)
    return _Moment(
        series=found.spoken(await reader.series(found.series)),
        episode=found,
        history=history,
        takes=takes,
        heads=await reader.heads(episode),
        drafts=drafts,
        verdicts=tuple([verdict for draft in drafts for verdict in await reader.verdicts(draft.id)]),
        remarks={remark.digest: remark for remark in await reader.remarks(episode)},
        names=await crediting.names(reader, found.series, (act.by for act in history)),
    )


async def _told(reader: Reader, episode: Episode) -> tuple[tuple[Contribution, ...], tuple[Take, ...]]:
    """Return what was done for an episode, and what of its series' book and of its original it was made from, with the
    takes of all three.
    """
    chronicle, takes = await reader.chronicle(episode.id), await reader.takes(episode.id)
    behind = lineage([take.digest for take in takes], chronicle)
    history = tuple(act for act in chronicle if act.episode == episode.id or act.made in behind)
    acts = {act.id for act in history}
    shelf = filter(None, (await reader.book(episode.series), await original(reader, episode)))
    before = [take for each in shelf for take in await reader.takes(each.id)]
    return history, (*(take for take in before if take.contribution in acts), *takes)


async def _paper(vault: Vault, digest: Digest) -> Paper | None:
    """Return a paper; nothing where its words were removed."""
    try:
        return documents.read(await vault.read(digest))
    except Missing:
        return None


async def _prompt(vault: Vault, act: Contribution) -> Prompt | None:
    if act.tool is None or not vault.has(act.tool.key):
        return None
    return prompt(await vault.read(act.tool.key))


class _Fates:
    """Tells what became of each take."""

    def __init__(self, now: _Moment, papers: Mapping[Digest, Paper | None]) -> None:
        ends = (now.heads.get(Work(medium)) for medium in ENDS)
        end = next((take for take in ends if take is not None), None)
        self._kept = lineage([end.digest], now.history) if end else frozenset[Digest]()
        self._seen = frozenset(_refused(now, papers))
        self._counts = frozenset(take.digest for take in _counting(now.takes, self._kept, papers))

    def of(self, take: Take) -> Fate:
        """Return what became of a take."""
        if take.digest in self._counts:
            return Fate.KEPT
        if take.digest in self._kept:
            return Fate.REWORKED
        return Fate.REJECTED if take.digest in self._seen else Fate.REPLACED


def _counting(takes: Iterable[Take], kept: Collection[Digest], papers: Mapping[Digest, Paper | None]) -> Iterator[Take]:
    """Yield what counts: of each work the latest that was kept, of pictures those that hang on the board.

    Wishes, transcripts and answers have no versions: each that led to something counts.
    """
    latest: dict[Work, Take] = {}
    for take in takes:
        if take.digest in kept:
            if take.work.medium in {Medium.WISH, Medium.TRANSCRIPT, Medium.ANSWER}:
                yield take
            latest[take.work] = take
    board = latest.get(Work(Medium.STORYBOARD))
    paper = papers.get(board.digest) if board else None
    hung = {panel.digest for panel in paper.panels} if isinstance(paper, Storyboard) else None
    for take in latest.values():
        if take.work.medium not in PICTURES or hung is None or take.digest in hung:
            yield take


def _refused(now: _Moment, papers: Mapping[Digest, Paper | None]) -> Iterator[Digest]:
    """Yield what people saw and did not want: what stood in a draft they sent back, and what they did not choose."""
    for draft in now.drafts:
        if draft.outcome is Outcome.SENT_BACK:
            yield from lineage([draft.digest], now.history)
    for act in now.history:
        yield from act.shown
    for paper in papers.values():
        if isinstance(paper, Variants):
            yield from paper.panels


SAYS = {Kind.APPROVED: Decision.APPROVE, Kind.SENT_BACK: Decision.SEND_BACK}


def _judgements(now: _Moment) -> Mapping[ContributionId, tuple[Draft, str]]:
    """Return the draft of each verdict and remark in the ledger, and a verdict's reason.

    One person may judge one version twice.
    """
    drafts = {draft.id: draft for draft in now.drafts}
    given = defaultdict(list)
    for verdict in now.verdicts:
        draft = drafts[verdict.draft]
        given[verdict.person, verdict.decision, draft.digest].append((draft, verdict.reason))
    found = {}
    for act in now.history:
        if act.made is not None and act.made in now.remarks:
            found[act.id] = (drafts[now.remarks[act.made].draft], "")
        if act.kind in SAYS and act.sources:
            waiting = given[PersonId(act.by.name), SAYS[act.kind], act.sources[0]]
            if waiting:
                found[act.id] = waiting.pop(0)
    return found


def _last(kind: type[P], acts: Iterable[Act]) -> P | None:
    """Return the paper of a kind that was kept."""
    return next((act.paper for act in acts if act.fate is Fate.KEPT and isinstance(act.paper, kind)), None)
