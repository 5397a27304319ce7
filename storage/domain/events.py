"""What happened that someone should hear of. Events are stored with the change itself and told afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from storage.domain.ids import EpisodeId, PersonId, SeriesId


class News(StrEnum):
    """What kind of thing happened."""

    SERIES_OPENED = "series-opened"
    EPISODE_OPENED = "episode-opened"
    WISH_TAKEN = "wish-taken"
    SHOT_REDRAWN = "shot-redrawn"
    VARIANTS_DRAWN = "variants-drawn"
    RETOUCHES_LEFT = "retouches-left"
    """A shot was painted anew: the changes of its picture are not made to the new one by themselves."""
    VERSION_CHOSEN = "version-chosen"
    DRAFT_OPENED = "draft-opened"
    DRAFT_CLOSED = "draft-closed"
    VERDICT_GIVEN = "verdict-given"
    REMARKS_CHANGED = "remarks-changed"
    LINE_SHOWN = "line-shown"
    DISPUTE_CHANGED = "dispute-changed"
    RIGHTS_CHANGED = "rights-changed"
    """Words may touch another's rights, or somebody answers for them now."""
    VOICE_LENT = "voice-lent"
    VOICE_WITHDRAWN = "voice-withdrawn"
    VOICE_GIVEN = "voice-given"
    """A character speaks with somebody's lent voice from now on."""
    WORK_HALTED = "work-halted"
    WORK_RESUMED = "work-resumed"
    RELEASED = "released"
    PLANNING_BEGUN = "planning-begun"
    PLANNED = "planned"
    TEAM_BOUND = "team-bound"
    MEMBER_NAMED = "member-named"
    MEMBER_LEFT = "member-left"
    LEAD_HANDED = "lead-handed"
    INVITED = "invited"
    DEPUTY_NAMED = "deputy-named"
    DEPUTY_FREED = "deputy-freed"
    POLICY_AGREED = "policy-agreed"
    LIMIT_SET = "limit-set"
    """A series may cost another amount now, or an episode of it before somebody is asked."""
    DRAFTS_WAIT = "drafts-wait"


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """Something happened in a series. `chats` are told, each in the order of its events.

    `facts` are small JSON values that the message needs (an id, a name, a reason); never a copy of a document.
    """

    news: News
    series: SeriesId
    chats: tuple[int, ...]
    episode: EpisodeId | None = None
    by: PersonId | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
