"""What a person can ask of the studio: plain values, made by the bot, carried out by the showrunner."""

from collections.abc import Mapping
from dataclasses import dataclass

from agents.bookcommands import ChangeEntry, Commission, OpenPlanned, Remember
from agents.caller import Caller as Caller  # noqa: PLC0414 - whoever makes a command names its caller
from storage.domain.contributions import Words
from storage.domain.crew import Role
from storage.domain.ids import Digest, DisputeId, DraftId, EpisodeId, InvitationId, PersonId, RemarkId, SeriesId, TakeId
from storage.domain.papers import Matter, Subject
from storage.domain.remarks import Spoken
from storage.domain.review import Decision, DraftKind, Quorum
from storage.domain.story import Language
from storage.domain.takes import Medium


@dataclass(frozen=True, kw_only=True, slots=True)
class Meet:
    """Get to know the caller, or keep their new name or language."""

    caller: Caller


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenSeries:
    """Begin a series from an idea; it is written in the idea's own language where that can be told.

    `dictated` is the transcript that the words were accepted from, here and elsewhere, where they were said aloud.
    """

    caller: Caller
    idea: str
    language: Language | None = None
    dictated: Digest | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenEpisode:
    """Begin the next episode of a series from an idea; `sources` are the papers that it was found in."""

    caller: Caller
    series: SeriesId
    idea: str
    words: Words = Words.TYPED
    sources: tuple[Digest, ...] = ()
    dictated: Digest | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportManuscript:
    """Begin a series from a script or story that somebody brought as a file, or pasted.

    With `verbatim` it becomes an episode, or several, in which every line is said as it is written; else it is what the
    first synopsis is made from.
    """

    caller: Caller
    data: bytes
    name: str
    verbatim: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class MakeWish:
    """Ask for a change of an episode, in the caller's own words or by a button's.

    `about` is the paper to change where the caller replied to one; without it the stage tells. `shot` is the shot
    whose picture they replied to, `draft` the one they replied to. `sources` are the papers that the words were found
    in, or that they are about.
    """

    caller: Caller
    episode: EpisodeId
    text: str
    about: Subject | None = None
    shot: str = ""
    draft: DraftId | None = None
    words: Words = Words.TYPED
    sources: tuple[Digest, ...] = ()
    dictated: Digest | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Translate:
    """Begin an edition of a released episode in another language; `text` is how the caller asked for it."""

    caller: Caller
    episode: EpisodeId
    language: Language
    text: str
    words: Words = Words.TYPED


@dataclass(frozen=True, kw_only=True, slots=True)
class PutRight:
    """Put texts of the translation of an edition, by their numbers (from 1), into the caller's own words."""

    caller: Caller
    episode: EpisodeId
    texts: Mapping[int, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class AskVariants:
    """Ask for `count` other drawings of a shot to choose from, in the caller's own words or by a button's."""

    caller: Caller
    episode: EpisodeId
    text: str
    shot: str
    count: int
    words: Words = Words.TYPED


@dataclass(frozen=True, kw_only=True, slots=True)
class ChoosePanel:
    """Make a drawing that exists the one that counts for its shot; `shown` are those it was chosen from."""

    caller: Caller
    take: TakeId
    shown: tuple[TakeId, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Decide:
    """Approve a draft or send it back; `reason` is the caller's own words, `shot` the shot they are about.

    `heard` are spoken remarks on the draft that the reason puts into words.
    """

    caller: Caller
    draft: DraftId
    decision: Decision
    reason: str = ""
    shot: str = ""
    heard: tuple[RemarkId, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ApproveAll:
    """Approve those of some drafts that are open and the caller's to approve."""

    caller: Caller
    drafts: tuple[DraftId, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Recording:
    """What somebody said aloud, as Telegram brought it."""

    kind: Spoken
    seconds: int
    data: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class MakeRemark:
    """Say something about a draft; `shot` is the shot whose picture the caller replied to.

    With `said` it was said aloud, and `text` is what stands below it, often nothing.
    """

    caller: Caller
    draft: DraftId
    text: str
    shot: str = ""
    said: Recording | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkOn:
    """Take a remark up: its words become a wish; `text` are the caller's for one that was said aloud.

    They are the speaker's own where they are what was heard in it.
    """

    caller: Caller
    remark: RemarkId
    text: str = ""
    dictated: Digest | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DismissRemark:
    """Leave what a remark is about as it is."""

    caller: Caller
    remark: RemarkId


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmLine:
    """Confirm one's own line in the credits of an episode; `person` is whose line was shown."""

    caller: Caller
    episode: EpisodeId
    person: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeName:
    """Have another spelling or a pen name printed in the credits of a series."""

    caller: Caller
    episode: EpisodeId
    person: PersonId
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BeNamed:
    """Be named in the credits of a series, or not."""

    caller: Caller
    episode: EpisodeId
    person: PersonId
    named: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenDispute:
    """Say what is wrong with one's own credit, in the caller's words."""

    caller: Caller
    episode: EpisodeId
    person: PersonId
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WithdrawDispute:
    """Leave one's own credit as it is after all."""

    caller: Caller
    episode: EpisodeId
    person: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class SettleDispute:
    """Keep a disputed credit as it is, or give one more role."""

    caller: Caller
    dispute: DisputeId
    role: Role | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Assure:
    """Keep the words of a take that may touch rights, and answer for them; `name` is theirs where no rule tells it."""

    caller: Caller
    take: TakeId
    matter: Matter
    name: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cancel:
    """Stop the work on an episode; what was made stays."""

    caller: Caller
    episode: EpisodeId


@dataclass(frozen=True, kw_only=True, slots=True)
class Resume:
    """Go on with an episode whose work was cancelled or failed."""

    caller: Caller
    episode: EpisodeId


@dataclass(frozen=True, kw_only=True, slots=True)
class BindTeam:
    """Let a group supervise a series."""

    caller: Caller
    series: SeriesId
    group: int
    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MoveGroup:
    """Follow a group that Telegram has made a supergroup."""

    old: int
    new: int


@dataclass(frozen=True, kw_only=True, slots=True)
class NameMember:
    """Give someone a role in a series."""

    caller: Caller
    series: SeriesId
    person: PersonId
    role: Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Dismiss:
    """Take every role in a series from someone; a member who names themselves leaves."""

    caller: Caller
    series: SeriesId
    person: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class HandOver:
    """Let another member lead a series."""

    caller: Caller
    series: SeriesId
    person: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class Invite:
    """Make a link with which whoever has it joins a series in a role."""

    caller: Caller
    series: SeriesId
    role: Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Join:
    """Join a series by a link."""

    caller: Caller
    invitation: InvitationId


@dataclass(frozen=True, kw_only=True, slots=True)
class Withdraw:
    """Make every link to join a series with void."""

    caller: Caller
    series: SeriesId


@dataclass(frozen=True, kw_only=True, slots=True)
class GoAway:
    """Let a deputy decide in the caller's place until they are back."""

    caller: Caller
    series: SeriesId
    deputy: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class ComeBack:
    """Decide again by oneself."""

    caller: Caller
    series: SeriesId


@dataclass(frozen=True, kw_only=True, slots=True)
class Agree:
    """Agree on something; the rest stays.

    It is how many must approve a `kind` of draft, or with `asks` whether the team wants to see that kind by itself, or
    whether one may approve one's `own`.
    """

    caller: Caller
    series: SeriesId
    kind: DraftKind | None = None
    quorum: Quorum = Quorum.ONE
    asks: bool | None = None
    own: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Undo:
    """Go `steps` versions back (below zero) or forth: of a paper of an episode, or without one of the series' book."""

    caller: Caller
    series: SeriesId
    medium: Medium
    episode: EpisodeId | None = None
    steps: int = -1


# fmt: off
Command = (
    Meet | OpenSeries | OpenEpisode | ImportManuscript | MakeWish | Remember | Commission | OpenPlanned | ChangeEntry
    | AskVariants | ChoosePanel | Decide | ApproveAll | MakeRemark | WorkOn | DismissRemark | ConfirmLine
    | ChangeName | BeNamed | OpenDispute | WithdrawDispute | SettleDispute | Assure | Cancel | Resume | BindTeam
    | MoveGroup | NameMember | Dismiss | HandOver | Invite | Join | Withdraw | GoAway | ComeBack | Agree | Undo
    | Translate | PutRight
)
# fmt: on
"""Everything that can be asked for."""
