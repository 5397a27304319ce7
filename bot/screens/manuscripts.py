"""What is asked about a script or story that somebody brought."""

from agents.manuscripts import Glance
from bot.callbacks import Act, Press
from bot.screens.page import Screen, Voice, quoted

ADAPT, KEEP = "adapt", "keep"


def question(voice: Voice, found: Glance, message: int) -> Screen:
    """Ask whether a text is adapted or kept word for word, and say what it would become; it answers that message."""
    adapt = voice.button("button-adapt", Press(Act.MANUSCRIPT, word=ADAPT))
    keep = voice.button("button-keep-words", Press(Act.MANUSCRIPT, word=KEEP))
    return Screen(
        text="\n".join(_told(voice, found)),
        buttons=((keep,), (adapt,)) if found.lines and not found.overlong else ((adapt,),),
        answers=message,
    )


def _told(voice: Voice, found: Glance) -> list[str]:
    title = quoted(found.title)
    if not found.lines:
        return [voice("manuscript-story", title=title)]
    head = voice("manuscript-script", title=title, lines=found.lines, people=len(found.people))
    if found.overlong:
        who, words = found.overlong[0]
        return [head, voice("manuscript-overlong", name=who, words=quoted(words), count=len(found.overlong))]
    more = [voice("manuscript-begun", begun=found.begun)] if found.begun < found.episodes else []
    return [head, voice("manuscript-episodes", count=found.episodes), *more, voice("manuscript-ask")]
