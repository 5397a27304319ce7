"""Names of things, and how a new one is made.

An id is a short random word in Crockford's base 32 (no I, L, O, U), so that it fits a Telegram button, can be read
aloud, and gives nothing away.
"""

from random import Random
from typing import NewType

PersonId = NewType("PersonId", str)
SeriesId = NewType("SeriesId", str)
EpisodeId = NewType("EpisodeId", str)
DraftId = NewType("DraftId", str)
ContributionId = NewType("ContributionId", str)
TakeId = NewType("TakeId", str)
InvitationId = NewType("InvitationId", str)
RemarkId = NewType("RemarkId", str)
DisputeId = NewType("DisputeId", str)
PurchaseId = NewType("PurchaseId", str)
Digest = NewType("Digest", str)
"""SHA-256, 64 hexadecimal digits."""

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 12
"""60 bits: a million ids collide with a chance under one in two million."""


def new_id(random: Random) -> str:
    """Return a new id drawn from `random` (the studio's source: `SystemRandom` in earnest, seeded in tests)."""
    return "".join(random.choices(ALPHABET, k=LENGTH))
