"""Posts: messages the bot has sent and may need again, to edit them or to know what a press or a reply is about; and
the topics of forums that they stand in.
"""

from dataclasses import dataclass

from storage.domain.ids import DraftId, EpisodeId


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    """One message in a chat. `purpose` is the bot's own word for it, `work` a work (`panel/s3`) if it shows one.

    `cause` is what it was sent for, a part of an event or of an update: nothing is told twice for one cause.
    """

    chat: int
    message_id: int
    purpose: str
    episode: EpisodeId | None = None
    draft: DraftId | None = None
    work: str = ""
    cause: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Topic:
    """The topic of an episode in a forum: its message thread there, 0 once it is gone, and what it was called last."""

    chat: int
    episode: EpisodeId
    thread: int
    name: str
