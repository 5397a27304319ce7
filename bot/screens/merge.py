"""What two people wrote in one place, side by side, and the choice between them."""

from agents.crossing import Crossing
from bot.callbacks import Act, Press
from bot.screens.changes import shown
from bot.screens.diff import compare
from bot.screens.page import LONGEST_TEXT, Screen, Voice, quoted
from storage.domain.ids import EpisodeId

WAYS = ("both", "mine", "theirs")


def ask(voice: Voice, episode: EpisodeId, found: Crossing, message: int) -> Screen:
    """Ask whoever wrote `message` which words are to stand; until then the others' do."""
    both = voice("merge-both", name=found.author.name, theirs=found.theirs, mine=found.mine)
    changes = shown(voice, compare(found.theirs, found.mine), LONGEST_TEXT // 4)
    rows = tuple(
        (voice.button(f"button-merge-{way}", Press(Act.MERGE, episode, found.other.id, way), name=found.author.name),)
        for way in WAYS
    )
    text = "\n\n".join((voice("merge-ask", name=found.author.name), both, changes))
    return Screen(text=text, buttons=rows, answers=message)


def chosen(voice: Voice, way: str, text: str) -> Screen:
    """Say what was chosen."""
    return Screen(text=voice("merge-chosen", way=way, text=quoted(text)))
