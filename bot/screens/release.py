"""A released episode: the film, the file, and who made it."""

from collections.abc import Callable

from agents.papers import Printed
from bot.callbacks import Act, Press
from bot.screens.drafts import film, papers
from bot.screens.editions import translate
from bot.screens.page import Paper, Screen, Voice
from storage.domain.crew import Role
from storage.views import Named, Release


def premiere(voice: Voice, released: Release) -> Screen:
    """Return the phone preview as the film to watch at once."""
    text = voice("released", title=released.card.title, number=released.card.episode.number)
    return Screen(text=text, film=film(released.preview))


def master(voice: Voice, released: Release) -> Screen:
    """Return the episode as a file that nobody compresses again."""
    episode = released.card.episode
    name = f"episode-{episode.number}{f'.{episode.language}' if episode.language else ''}.mp4"
    return Screen(text=voice("released-file"), file=Paper(digest=released.cut.digest, name=name))


def printed(voice: Voice, paper: Printed) -> Screen:
    """Return a paper for a shoot as a file."""
    return Screen(text=voice(f"printed-{paper.paper}"), file=Paper(digest=paper.digest, name=paper.name))


def credits_(voice: Voice, released: Release) -> Screen:
    """Return the credits as a message."""
    head = voice("credits-head", title=released.card.title, number=released.card.episode.number)
    groups: dict[Role, list[Named]] = {}
    for line in released.roll:
        groups.setdefault(line.credit.role, []).append(line)
    lines = "\n".join(f"{voice(f'role-{role}')} — {_names(voice, named)}" for role, named in groups.items())
    sheet = voice.button("button-authorship", Press(Act.AUTHORSHIP, released.card.episode.id))
    more = voice.button("button-new-episode", Press(Act.NEW_EPISODE, released.card.series.id))
    if released.unnamed:
        lines = f"{lines}\n{voice('credits-unnamed', count=released.unnamed)}"
    return Screen(
        text=f"{head}\n\n{lines}\n\n<i>{voice('credits-label')}</i>",
        buttons=((sheet,), papers(voice, released.card.episode.id), *translate(voice, released.card.episode), (more,)),
    )


def _names(voice: Voice, named: list[Named]) -> str:
    return voice.listed(
        voice("credits-name", name=each.name, acts=voice("acts", count=len(each.credit.evidence))) for each in named
    )


PAGES: tuple[Callable[[Voice, Release], Screen], ...] = (premiere, master, credits_)
"""What is sent at a release, in order."""
