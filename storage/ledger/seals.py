"""Seals: signed statements of how long the ledger is and where it ends.

The chain shows a changed, removed or moved entry; only a seal shows that the last entries were cut off. Whoever holds
a seal and the public key can check any later copy of the ledger against it.
"""

import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from storage.domain.errors import InvalidValue
from storage.errors import Unusable
from storage.ledger.entries import FORMAT, canonical
from storage.moments import written

_SEAL = f"{FORMAT}\0seal\0".encode()


@dataclass(frozen=True, kw_only=True, slots=True)
class Seal:
    """`size` entries, the last of which has `digest`, at a moment, signed with the key whose public half is `public`.

    Digest, public key and signature are hexadecimal (32, 32 and 64 bytes).
    """

    size: int
    digest: str
    at: str
    public: str
    signature: str

    @property
    def holds(self) -> bool:
        """Whether the signature is that of `public`."""
        try:
            key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.public))
            key.verify(bytes.fromhex(self.signature), _statement(self.size, self.digest, self.at, self.public))
        except (InvalidSignature, InvalidValue, ValueError, TypeError):  # whatever has been made of its fields
            return False
        return True

    def row(self) -> dict[str, str | int]:
        """Return the fields by name."""
        return asdict(self)


class Key:
    """The studio's Ed25519 key. It signs seals and certificates, each under a prefix of its own."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.public = private.public_key().public_bytes_raw().hex()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Read the key file, or make one that only its owner can read.

        Raises:
            Unusable: the file is there and is no Ed25519 key.
        """
        if not path.exists():
            _make(path)
        try:
            private = serialization.load_pem_private_key(path.read_bytes(), password=None)
        except (ValueError, TypeError) as error:
            raise Unusable(f"{path} is not a key; put the studio's key file there") from error
        if not isinstance(private, Ed25519PrivateKey):
            raise Unusable(f"{path} is not an Ed25519 key; put the studio's key file there")
        return cls(private)

    def seal(self, size: int, digest: str, at: datetime) -> Seal:
        """Sign that the ledger has `size` entries and ends with `digest`."""
        when = written(at)
        signature = self.sign(_statement(size, digest, when, self.public))
        return Seal(size=size, digest=digest, at=when, public=self.public, signature=signature)

    def sign(self, statement: bytes) -> str:
        """Sign a statement that begins with the prefix of its form, so that none can pass for another; hexadecimal."""
        return self._private.sign(statement).hex()


def _statement(size: int, digest: str, at: str, public: str) -> bytes:
    return _SEAL + canonical({"size": size, "digest": digest, "at": at, "public": public})


def _make(path: Path) -> None:
    """Write a new key under a temporary name first: a key file is never half a key, and never replaced."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pem = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):  # another process was first: its key is the studio's
        path.hardlink_to(beside)
    beside.unlink()
