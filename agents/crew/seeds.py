"""Seeds: every random choice of a production follows from the episode and the thing it is for."""

import hashlib

LARGEST = 2**31
"""Seeds stay below this, so that every library takes them and JSON keeps them exact."""


def seed(*names: object) -> int:
    """Return the seed that belongs to these names."""
    text = "/".join(str(name) for name in names)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") % LARGEST
