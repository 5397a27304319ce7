"""Why work stopped, and the buttons with which it goes on."""

from collections.abc import Callable, Mapping

from agents.halting import CRAMPED, DOUBTFUL, NEEDS_CONSENT
from bot.callbacks import Act, Press
from bot.screens.page import Button, Rows, Voice
from bot.words import Value, money, remainder
from storage.domain.ids import EpisodeId
from storage.domain.story import Episode

MONEY: Mapping[str, Callable[[int], Value]] = {"price": money, "spent": money, "total": money, "left": remainder}
"""Facts that are millionths of a euro, and how they are said."""

AGAIN, UNPAID = "again", "unpaid"
"""What is done about what may have been paid."""

ASKING = frozenset({NEEDS_CONSENT, DOUBTFUL, CRAMPED})
"""Halts that ask everybody who may answer, also in a group."""


def words(voice: Voice, episode: Episode) -> str:
    """Say why work on an episode stopped."""
    return voice(f"halt-{episode.halt}", **values(episode.halt_facts))


def buttons(voice: Voice, episode: Episode) -> Rows:
    """Return what can be pressed about it: what it asks for, else that it is tried again."""
    if episode.halt in BUTTONS:
        return tuple((button,) for button in BUTTONS[episode.halt](voice, episode))
    return ((_resume(voice, episode),),)


def values(facts: Mapping[str, str]) -> dict[str, Value]:
    """Return facts as they are said: amounts of money, numbers, words."""
    return {name: MONEY[name](int(fact)) if name in MONEY else _plain(fact) for name, fact in facts.items()}


def _plain(fact: str) -> str | int:
    return int(fact) if fact.isdecimal() else fact


def _consent(voice: Voice, episode: Episode) -> tuple[Button, ...]:
    total = episode.halt_facts["total"]
    yes = voice.button("button-spend", Press(Act.SPEND, episode.id, word=total), total=money(int(total)))
    return (yes, voice.button("button-spare", Press(Act.SPARE, episode.id)))


def _doubtful(voice: Voice, episode: Episode) -> tuple[Button, ...]:
    again = voice.button("button-repeat", Press(Act.REPEAT, EpisodeId(episode.id), word=AGAIN))
    return (again, voice.button("button-leave-it", Press(Act.SPARE, episode.id)))


def _cramped(voice: Voice, episode: Episode) -> tuple[Button, ...]:
    width, height = (int(episode.halt_facts[side]) for side in ("width", "height"))
    press = Press(Act.SMALLER, episode.id, word=f"{width}-{height}")
    return (voice.button("button-smaller", press, width=width, height=height), _resume(voice, episode))


def _resume(voice: Voice, episode: Episode) -> Button:
    return voice.button("button-resume", Press(Act.RESUME, episode.id))


BUTTONS: Mapping[str, Callable[[Voice, Episode], tuple[Button, ...]]] = {
    NEEDS_CONSENT: _consent,
    DOUBTFUL: _doubtful,
    CRAMPED: _cramped,
}
"""What halts ask for."""
