"""What is asked about a script or story that somebody brought, and about the words that somebody takes out."""

from agents.exports import Exported, Form
from agents.manuscripts import Glance
from bot.callbacks import Act, Press
from bot.screens.page import Paper, Screen, Voice, quoted
from storage.views import Card

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


def forms(voice: Voice, card: Card) -> Screen:
    """Ask as what kind of file the words of an episode are taken out."""
    row = tuple(voice.button(f"button-form-{form}", Press(Act.MANUSCRIPT, card.episode.id, word=form)) for form in Form)
    return Screen(text=voice("export-ask", title=card.title, number=card.episode.number), buttons=(row[:2], row[2:]))


def taken_out(voice: Voice, file: Exported) -> Screen:
    """Return words that are taken out, as a file."""
    kind = file.name.partition(".")[0].partition("-")[0]
    return Screen(text=voice(f"exported-{kind}"), file=Paper(digest=file.digest, name=file.name))


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
