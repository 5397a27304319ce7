"""Buttons: what a press means, in at most 64 bytes.

A button carries an act and the id of what it is about. A draft's id stands for one version of it, so a press on an old
message can never approve a newer one. Rights are asked when the press happens, never read from the button.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from storage.domain.ids import ALPHABET, LENGTH

LIMIT = 64
"""Bytes of callback data that Telegram takes."""


JOIN = "join-"
"""How the payload of a link to join with begins; the invitation's id follows."""


class Act(StrEnum):
    """What a press asks for; the value, one letter or two, is what the button carries."""

    APPROVE = "a"
    SEND_BACK = "b"
    CANCEL = "x"
    RESUME = "r"
    OPEN = "o"
    PAPERS = "f"
    CREDITS = "c"
    AUTHORSHIP = "A"
    NEW = "n"
    NEW_EPISODE = "e"
    LANGUAGE = "l"
    BIND = "t"
    VOLUNTEER = "v"
    ENLIST = "m"
    DECLINE = "d"
    PLACE = "p"
    KEEP = "k"
    BACK = "u"
    PICK = "q"
    VARIANTS = "w"
    TEAM = "g"
    ROLES = "O"
    INVITE = "i"
    WITHDRAW = "X"
    JOIN = "j"
    MEMBER = "s"
    NAME = "N"
    DISMISS = "z"
    HAND_OVER = "H"
    RULES = "h"
    AGREE = "y"
    AWAY = "W"
    DEPUTY = "D"
    RETURN = "R"
    SHOW = "S"
    APPROVE_ALL = "Y"
    WORK_ON = "K"
    LEAVE = "L"
    CERTIFICATE = "Z"
    CRAFT = "cr"
    MEND = "me"
    COMPARE = "P"
    VERSIONS = "Q"
    PLAY = "T"
    CONFIRM = "C"
    CHANGE_NAME = "E"
    BE_NAMED = "F"
    DISPUTE = "G"
    GRANT = "I"
    KEEP_CREDIT = "J"
    MANUSCRIPT = "ms"
    HEARD = "he"
    STOP = "st"
    OFFER = "of"
    AGAIN = "ag"
    TRANSLATE = "tr"
    BIBLE = "bi"
    SEASON = "se"
    ENTRY = "en"
    COMMISSION = "co"
    BEGIN = "be"
    BOOK_STEP = "bu"
    STEP = "un"
    AUTHORS = "au"
    MERGE = "mg"
    ASSURE = "as"
    INSTEAD = "in"
    SPEND = "sy"
    SPARE = "sn"
    SMALLER = "sm"
    REPEAT = "rp"
    BUDGET = "bg"
    LIMIT = "li"
    PROMPT = "pr"
    TAKE_UP = "tu"
    VOICES = "vo"
    LEND = "le"
    LENT = "ly"
    UNLEND = "lw"
    CAST = "ca"
    CIRCLE = "ci"
    LARGER = "la"
    RETOUCH_AGAIN = "ra"


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button: the act, and what it is about (`rest` where the act needs a second id, `word` where it needs
    one of a few words).
    """

    act: Act
    about: str = ""
    rest: str = ""
    word: str = ""

    def data(self) -> str:
        """Return what the button carries."""
        word = f"={self.word}" if self.word else ""
        return ":".join(part for part in (self.act, self.about, self.rest, word) if part)


_ID = f"[{ALPHABET}]{{{LENGTH}}}"
_DATA = re.compile(rf"([a-zA-Z]{{1,2}})(?::({_ID}|fr|en|zh))?(?::({_ID}))?(?::=([a-z0-9-]+))?")


def parse(data: str) -> Press | None:
    """Read what a button carried; nothing if it is not one of ours."""
    match = _DATA.fullmatch(data)
    if match is None or match[1] not in set(Act):
        return None
    return Press(Act(match[1]), match[2] or "", match[3] or "", match[4] or "")
