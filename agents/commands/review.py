"""What a person can say of a draft."""

from dataclasses import dataclass

from agents.commands.caller import Caller
from storage.domain.ids import Digest, DraftId, RemarkId
from storage.domain.remarks import Spoken
from storage.domain.review import Decision


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
