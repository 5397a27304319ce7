"""What can go wrong while something is kept or looked up, sorted by what the caller should do next.

StorageError
├── NotFound         look again: there is no such thing
├── AlreadyHandled   do nothing: the effect of this update is committed
├── Conflict         mend the change: it is there already, or it refers to something that is not
├── Unavailable      try again later: the database is busy, or its disk is full
├── Unusable         mend the set-up: a newer database, another key, not a database at all
├── Missing          make it again: the vault does not hold these bytes
└── Damaged          restore it: what is kept is not what was put there
"""


class StorageError(Exception):
    """Something could not be kept or found; the message is one sentence that names the value at fault."""


class NotFound(StorageError):  # noqa: N818 - named by what the caller learns
    """Nothing has this id."""


class AlreadyHandled(StorageError):  # noqa: N818
    """The effect of this Telegram update is committed already."""


class Conflict(StorageError):  # noqa: N818
    """The change breaks a rule of the tables: a second of its kind, or a reference to nothing."""


class Unavailable(StorageError):  # noqa: N818
    """The database does not answer now: it is locked by another process, or the disk is full."""


class Unusable(StorageError):  # noqa: N818
    """The database or the key cannot be used as they are; the message says the remedy."""


class Missing(StorageError):  # noqa: N818
    """The vault holds no file of this digest."""


class Damaged(StorageError):  # noqa: N818
    """A file's bytes are not those its name promises."""
