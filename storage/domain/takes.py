"""Takes: attempts at a work, each the result of one contribution.

A work is something an episode needs, such as the synopsis or the panel of shot 3. Its takes pile up; nothing is
overwritten. A take is keyed by the digest of the request that made it: whoever asks the same again gets the take.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from storage.domain.ids import ContributionId, Digest, EpisodeId, TakeId


class Medium(StrEnum):
    """What a work is made of."""

    IDEA = "idea"
    WISH = "wish"
    TURN = "turn"
    """What somebody said in the writers' room."""
    REPLY = "reply"
    """What was answered there."""
    TRANSCRIPT = "transcript"
    """What a model wrote down of what somebody said aloud."""
    SKETCH = "sketch"
    """A picture that somebody brought."""
    ASSURANCE = "assurance"
    """That somebody answers for words that may touch another's rights."""
    CONSENT = "consent"
    """That somebody allowed money to be spent."""
    SIZING = "sizing"
    """That somebody has a model paint smaller, because memory holds no more; its part is the model's name."""
    LENDING = "lending"
    """That somebody lends their voice, or does so no more; its part is the person's id."""
    CASTING = "casting"
    """Whose lent voice a character speaks with; its part is the character's name, folded."""
    BIBLE = "bible"
    SEASON = "season"
    TRANSLATION = "translation"
    """The words of an edition beside those of its original."""
    SYNOPSIS = "synopsis"
    SHEET = "sheet"
    """A character drawn from all sides; its part is the character's id."""
    PORTRAIT = "portrait"
    """A finished picture of a character, painted over their sheet; its part is the character's id."""
    CAST = "cast"
    """Everyone in the cast on one paper, with their sheets."""
    SCRIPT = "script"
    SCREENPLAY = "screenplay"
    """The words of a script as they are read."""
    TABLE_READ = "table-read"
    """What is said in an episode, line by line, and when in the sound of it all."""
    STORYBOARD = "storyboard"
    VARIANTS = "variants"
    ANSWER = "answer"
    """What a model said on the way to a document."""
    VOICE = "voice"
    VOICES = "voices"
    """All lines of an episode after each other, in one sound."""
    PANEL = "panel"
    """A drawing; its part is the id of its shot, with `.n` behind it for the n-th roll of a shot to choose from."""
    PROMPT = "prompt"
    """The words that a picture is painted from; its part is the id of its shot, or `cast/` and that of a character."""
    STILL = "still"
    """A finished picture, painted over the drawing of its shot; its part is that of the drawing."""
    RETOUCH = "retouch"
    """A still as it is after a change; its part is the id of its shot, with `.n` behind it for the n-th change."""
    RETOUCHES = "retouches"
    """The changes of a still in their order; its part is the id of its shot, and behind a point how the digest of the
    still begins.
    """
    CLIP = "clip"
    FRAME = "frame"
    """The last frame of a clip, on which the next shot begins; its part is the id of the clip's shot."""
    CUE = "cue"
    PREVIEW = "preview"
    CUT = "cut"


@dataclass(frozen=True, order=True, slots=True)
class Work:
    """Something an episode needs; `part` is the id of its shot or line, empty for the episode as a whole."""

    medium: Medium
    part: str = ""

    def __str__(self) -> str:
        """Write `panel/s3`."""
        return f"{self.medium}/{self.part}" if self.part else self.medium


@dataclass(frozen=True, slots=True)
class Note:
    """Something that could not be done as asked: names a sentence, and says what stands in it, by name."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Take:
    """One attempt at a work. `digest` names its file in the vault; `notes` tell what could not be done as asked."""

    id: TakeId
    episode: EpisodeId
    contribution: ContributionId
    work: Work
    key: Digest
    digest: Digest
    media_type: str
    facts: Mapping[str, object] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


PICTURES = frozenset({Medium.PANEL, Medium.STILL, Medium.RETOUCH})
"""What can hang on the board for a shot."""


def shot_of(work: Work) -> str:
    """Return the shot that a picture of the board shows, whichever roll of it the picture is."""
    return work.part.partition(".")[0]
