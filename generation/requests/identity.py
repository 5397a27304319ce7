"""What makes a request one and the same: canonical JSON, and its digest."""

import hashlib
import json

Digest = str
"""SHA-256 of a file's bytes or of a value's canonical JSON, 64 hexadecimal digits."""


def canonical(value: object) -> bytes:
    """Return a JSON-able value as JSON, keys sorted, no white space: equal values have equal bytes."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode()


def digest_of(value: object) -> Digest:
    """Return the SHA-256 of a value's canonical JSON."""
    return hashlib.sha256(canonical(value)).hexdigest()
