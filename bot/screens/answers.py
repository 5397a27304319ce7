"""What stands below an answer while it comes: Stop."""

from bot.callbacks import Act, Press
from bot.screens.page import Rows, Voice


def stop(voice: Voice, doing: str = "") -> Rows:
    """Return the Stop of an answer; it also says what is at work while no words come."""
    if not doing:
        return ((voice.button("button-stop", Press(Act.STOP)),),)
    return ((voice.button("button-stop-doing", Press(Act.STOP), doing=doing),),)
