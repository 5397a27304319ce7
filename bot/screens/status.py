"""One message that tells how far the work on an episode is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from agents.halting import DETAIL
from bot.callbacks import Act, Press
from bot.screens import halts
from bot.screens.editions import NATIVE
from bot.screens.page import Screen, Voice, shortened
from storage.domain.stages import WORKING, Stage
from storage.domain.story import BOOK
from storage.domain.takes import Medium
from storage.views import Card

STEPS: Mapping[Stage, tuple[Medium, ...]] = {
    Stage.TRANSLATING: (Medium.TRANSLATION, Medium.VOICE),
    Stage.PLANNING: (Medium.BIBLE, Medium.SEASON),
    Stage.WRITING: (Medium.SYNOPSIS, Medium.SHEET, Medium.PORTRAIT),
    Stage.BOARDING: (Medium.SCRIPT, Medium.VOICE, Medium.PANEL, Medium.STILL, Medium.RETOUCH),
    Stage.SHOOTING: (Medium.CLIP, Medium.CUE, Medium.PREVIEW),
    Stage.FINISHING: (Medium.CLIP, Medium.CUT),
}
"""What is made in each working stage, in order."""

PAINTED = frozenset({Medium.PORTRAIT, Medium.STILL, Medium.RETOUCH})
"""What is made only where pictures are painted: it is told of once it has begun."""

MADE: Mapping[Stage, tuple[Medium, ...]] = {
    Stage.TRANSLATION_REVIEW: STEPS[Stage.TRANSLATING],
    Stage.BOOK: STEPS[Stage.PLANNING],
    Stage.CAST_REVIEW: STEPS[Stage.WRITING],
    Stage.SYNOPSIS_REVIEW: STEPS[Stage.WRITING],
    Stage.SCRIPT_REVIEW: (Medium.SCRIPT, Medium.VOICE),
    Stage.VOICES_REVIEW: (Medium.SCRIPT, Medium.VOICE),
    Stage.STORYBOARD_REVIEW: STEPS[Stage.BOARDING],
    Stage.CUT_REVIEW: STEPS[Stage.SHOOTING],
    Stage.RELEASED: STEPS[Stage.FINISHING],
}
"""What was made when work rests."""

DETAILED = 300
"""UTF-16 units of a failure's own message that are shown: it is for whoever runs the studio."""

BLOCKS = 10
"""Blocks of the progress bar."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reached:
    """How far a stage is: pieces done of each medium it has begun, fractions included."""

    done: Mapping[Medium, tuple[float, int]] = field(default_factory=dict)


def status(voice: Voice, card: Card, reached: Reached) -> Screen:
    """Return the status message of an episode at the stage it is in; at rest it says what was made, true for good."""
    episode = card.episode
    head = named(voice, card)
    if episode.halt:
        detail = shortened(episode.halt_facts.get(DETAIL, ""), DETAILED)
        more = f"\n{voice('halt-detail', detail=detail)}" if detail else ""
        return Screen(text=f"{head}\n{halts.words(voice, episode)}{more}", buttons=halts.buttons(voice, episode))
    if episode.stage in WORKING:
        lines = "\n".join(_steps(voice, STEPS[episode.stage], reached))
        cancel = voice.button("button-cancel", Press(Act.CANCEL, episode.id))
        return Screen(text=f"{head}\n{voice(f'stage-{episode.stage}')}\n{lines}", buttons=((cancel,),))
    made = "\n".join(f"✓ {voice(f'step-{medium}')}" for medium in _told(MADE[episode.stage], reached))
    return Screen(text=f"{head}\n{made}")


def standing(voice: Voice, card: Card, reached: Reached) -> Screen:
    """Return the answer to "how far is it?": at rest also what the episode waits for."""
    shown = status(voice, card, reached)
    if card.episode.halt or card.episode.stage in WORKING:
        return shown
    return Screen(text=f"{named(voice, card)}\n{voice(f'stage-{card.episode.stage}')}")


def left(voice: Voice, card: Card) -> Screen:
    """Return the status message of work that was broken off and goes on in another message."""
    return Screen(text=f"{named(voice, card)}\n{voice('stage-left')}")


def named(voice: Voice, card: Card) -> str:
    """Name an episode; a series that has no title yet is called by its idea."""
    episode = card.episode
    if episode.number == BOOK:
        return voice("status-book", title=card.title)
    if episode.language:
        return voice("edition-head", title=card.title, number=episode.number, tongue=NATIVE[episode.language])
    if card.synopsis is None and episode.number == 1:
        return voice("status-idea", idea=card.title)
    return voice("status-head", title=card.title, number=episode.number)


def _told(media: Sequence[Medium], reached: Reached) -> tuple[Medium, ...]:
    return tuple(medium for medium in media if medium not in PAINTED or medium in reached.done)


def _steps(voice: Voice, media: Sequence[Medium], reached: Reached) -> Iterator[str]:
    """Yield a line for each step; what comes before a step that has begun is done."""
    media = _told(media, reached)
    begun = max((place for place, medium in enumerate(media) if medium in reached.done), default=-1)
    for place, medium in enumerate(media):
        name = voice(f"step-{medium}")
        if medium in reached.done:
            yield _bar(name, *reached.done[medium])
        else:
            yield f"✓ {name}" if place < begun else f"▫ {name}"


def _bar(name: str, done: float, total: int) -> str:
    if done >= total:
        return f"✓ {name}"
    filled = round(BLOCKS * done / total)
    count = f" {int(done)}/{total}" if total > 1 else ""
    return f"▸ {name} {'▰' * filled}{'▱' * (BLOCKS - filled)}{count}"
