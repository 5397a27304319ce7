"""The tables. What is JSON is text; moments are text of one form; ids are the domain's words.

`seq` columns give the order in which rows came. Contributions are the ledger: their `seq` has no gaps, and a take
can only name a contribution that made exactly its bytes.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_SEQ = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only in a column declared INTEGER."""


def _text(name: str, *rest: ForeignKey, primary_key: bool = False, unique: bool = False) -> Column[str]:
    return Column(name, Text, *rest, primary_key=primary_key, unique=unique or None, nullable=False)


def _seq() -> Column[int]:
    return Column("seq", _SEQ, primary_key=True, autoincrement=True)


people = Table(
    "people",
    METADATA,
    _text("id", primary_key=True),
    Column("chat", BigInteger, nullable=False, unique=True),
    _text("name"),
    _text("language"),
)

series = Table(
    "series",
    METADATA,
    _seq(),
    _text("id", unique=True),
    _text("title"),
    _text("language"),
    _text("creator", ForeignKey("people.id")),
)

members = Table(
    "members",
    METADATA,
    _text("series", ForeignKey("series.id"), primary_key=True),
    _text("person", ForeignKey("people.id"), primary_key=True),
    _text("role", primary_key=True),
    Index(None, "person"),
)

teams = Table(
    "teams",
    METADATA,
    _text("series", ForeignKey("series.id"), primary_key=True),
    Column("chat", BigInteger, nullable=False, index=True),
    _text("title"),
)

policies = Table(
    "policies",
    METADATA,
    _text("series", ForeignKey("series.id"), primary_key=True),
    _text("body"),
)

deputies = Table(
    "deputies",
    METADATA,
    _text("series", ForeignKey("series.id"), primary_key=True),
    _text("person", ForeignKey("people.id"), primary_key=True),
    _text("deputy", ForeignKey("people.id")),
)

invitations = Table(
    "invitations",
    METADATA,
    _text("id", primary_key=True),
    _text("series", ForeignKey("series.id")),
    _text("role"),
    _text("by", ForeignKey("people.id")),
    Index(None, "series"),
)

episodes = Table(
    "episodes",
    METADATA,
    _seq(),
    _text("id", unique=True),
    _text("series", ForeignKey("series.id")),
    Column("number", Integer, nullable=False),
    _text("stage"),
    _text("halt"),
    Column("halt_facts", Text),
    UniqueConstraint("series", "number"),
    Index(None, "stage"),
)

contributions = Table(
    "contributions",
    METADATA,
    Column("seq", _SEQ, primary_key=True, autoincrement=False),
    _text("id", unique=True),
    _text("series", ForeignKey("series.id")),
    _text("episode", ForeignKey("episodes.id")),
    Column("made", Text),
    _text("at"),
    _text("prev", unique=True),
    _text("digest", unique=True),
    _text("body"),
    UniqueConstraint("id", "made"),
    Index(None, "episode", "seq"),
)

seals = Table(
    "seals",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("size", BigInteger, nullable=False),
    _text("digest"),
    _text("at"),
    _text("public"),
    _text("signature"),
    CheckConstraint("id = 1", name="only_the_latest"),
)

takes = Table(
    "takes",
    METADATA,
    _seq(),
    _text("id", unique=True),
    _text("episode", ForeignKey("episodes.id")),
    _text("contribution"),
    _text("medium"),
    _text("part"),
    _text("key"),
    _text("digest"),
    _text("media_type"),
    _text("facts"),
    _text("notes"),
    ForeignKeyConstraint(["contribution", "digest"], ["contributions.id", "contributions.made"]),
    UniqueConstraint("episode", "key"),
    Index(None, "episode", "medium", "part"),
    Index(None, "medium", "seq"),
)

heads = Table(
    "heads",
    METADATA,
    _text("episode", ForeignKey("episodes.id"), primary_key=True),
    _text("medium", primary_key=True),
    _text("part", primary_key=True),
    _text("take", ForeignKey("takes.id")),
)

_OPEN = text("outcome = 'open'")
_STANDS = text("standing = 'open'")

drafts = Table(
    "drafts",
    METADATA,
    _seq(),
    _text("id", unique=True),
    _text("episode", ForeignKey("episodes.id")),
    _text("kind"),
    _text("digest"),
    _text("opened"),
    _text("outcome"),
    Column("ahead", Text),
    Index("uq_drafts_one_open", "episode", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
    Index(None, "episode", "seq"),
)

verdicts = Table(
    "verdicts",
    METADATA,
    _text("draft", ForeignKey("drafts.id"), primary_key=True),
    _text("person", ForeignKey("people.id"), primary_key=True),
    _text("decision"),
    _text("reason"),
    _text("at"),
)

reminders = Table(
    "reminders",
    METADATA,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    _text("at"),
)

remarks = Table(
    "remarks",
    METADATA,
    _seq(),
    _text("id", unique=True),
    _text("episode", ForeignKey("episodes.id")),
    _text("draft", ForeignKey("drafts.id")),
    _text("person", ForeignKey("people.id")),
    _text("text"),
    _text("digest"),
    _text("at"),
    _text("shot"),
    Column("frame", Integer),
    _text("state"),
    Column("settled_by", Text, ForeignKey("takes.id")),
    Column("spoken", Text),
    Column("seconds", Integer),
    Column("sound", Text, index=True),
    Index(None, "episode", "state", "seq"),
)

billings = Table(
    "billings",
    METADATA,
    _text("series", ForeignKey("series.id"), primary_key=True),
    _text("person", ForeignKey("people.id"), primary_key=True),
    _text("name"),
    Column("named", Boolean, nullable=False),
)

confirmations = Table(
    "confirmations",
    METADATA,
    _text("episode", ForeignKey("episodes.id"), primary_key=True),
    _text("person", ForeignKey("people.id"), primary_key=True),
    _text("line"),
)

disputes = Table(
    "disputes",
    METADATA,
    _seq(),
    _text("id", unique=True),
    _text("episode", ForeignKey("episodes.id")),
    _text("person", ForeignKey("people.id")),
    _text("text"),
    _text("digest"),
    _text("at"),
    _text("standing"),
    Column("role", Text),
    Column("settled_by", Text, ForeignKey("contributions.id")),
    Index("uq_disputes_one_open", "episode", "person", unique=True, sqlite_where=_STANDS, postgresql_where=_STANDS),
    Index(None, "episode", "seq"),
)

_LIVE = text("state IN ('reserved', 'placed', 'ticketed', 'doubtful')")

purchases = Table(
    "purchases",
    METADATA,
    _seq(),
    _text("id", unique=True),
    _text("series", ForeignKey("series.id")),
    _text("episode", ForeignKey("episodes.id")),
    _text("person", ForeignKey("people.id")),
    *(_text(name) for name in ("key", "order", "operation", "backend", "model", "version", "licence", "endpoint")),
    Column("reserved", BigInteger, nullable=False),
    Column("settled", BigInteger),
    _text("ticket"),
    _text("state"),
    _text("at"),
    Column("placed", Text),
    Column("ended", Text),
    Index("uq_purchases_one_live", "episode", "key", unique=True, sqlite_where=_LIVE, postgresql_where=_LIVE),
    Index(None, "episode", "order"),
    Index(None, "series"),
    Index(None, "person"),
    Index(None, "at"),
    Index(None, "state"),
)

handled = Table(
    "handled",
    METADATA,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    _text("at"),
)

inbox = Table(
    "inbox",
    METADATA,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat", BigInteger, nullable=False),
    _text("raw"),
    _text("at"),
    _text("state"),
    Column("attempts", Integer, nullable=False),
    _text("error"),
    Index(None, "state", "update_id"),
)

events = Table(
    "events",
    METADATA,
    _seq(),
    _text("at"),
    _text("body"),
    sqlite_autoincrement=True,  # told events are pruned; their numbers must not come again
)

deliveries = Table(
    "deliveries",
    METADATA,
    Column("seq", _SEQ, ForeignKey("events.seq"), primary_key=True, autoincrement=False),
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    _text("state"),
    Column("attempts", Integer, nullable=False),
    _text("error"),
    Index(None, "state", "chat", "seq"),
)

posts = Table(
    "posts",
    METADATA,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("episode", Text, ForeignKey("episodes.id")),
    Column("draft", Text, ForeignKey("drafts.id")),
    _text("work"),
    _text("purpose"),
    Column("cause", Text),
    Index(None, "episode"),
    Index(None, "draft"),
    Index(None, "chat", "cause"),
)

topics = Table(
    "topics",
    METADATA,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    _text("episode", ForeignKey("episodes.id"), primary_key=True),
    Column("thread", BigInteger, nullable=False),
    _text("name"),
    Index(None, "chat", "thread"),
)

file_ids = Table(
    "file_ids",
    METADATA,
    _text("digest", primary_key=True),
    _text("file_id"),
)
