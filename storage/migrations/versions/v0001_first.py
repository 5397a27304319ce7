"""The first tables, and a ledger that refuses to be rewritten.

Revision: 0001, made from nothing.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

SEQ = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OPEN = sa.text("outcome = 'open'")

REFUSAL = "a contribution is never changed or taken back"


def upgrade() -> None:
    """Make every table."""
    _people_and_series()
    _ledger()
    _takes()
    _review()
    _messages()
    _append_only()


def _people_and_series() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("chat", name="uq_people_chat"),
    )
    op.create_table(
        "series",
        sa.Column("seq", SEQ, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("creator", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["creator"], ["people.id"], name="fk_series_creator"),
        sa.PrimaryKeyConstraint("seq", name="pk_series"),
        sa.UniqueConstraint("id", name="uq_series_id"),
    )
    op.create_table(
        "members",
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_members_person"),
        sa.ForeignKeyConstraint(["series"], ["series.id"], name="fk_members_series"),
        sa.PrimaryKeyConstraint("series", "person", "role", name="pk_members"),
    )
    op.create_index("ix_members_person", "members", ["person"])
    op.create_table(
        "teams",
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["series"], ["series.id"], name="fk_teams_series"),
        sa.PrimaryKeyConstraint("series", name="pk_teams"),
    )
    op.create_index("ix_teams_chat", "teams", ["chat"])
    op.create_table(
        "episodes",
        sa.Column("seq", SEQ, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("halt", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["series"], ["series.id"], name="fk_episodes_series"),
        sa.PrimaryKeyConstraint("seq", name="pk_episodes"),
        sa.UniqueConstraint("id", name="uq_episodes_id"),
        sa.UniqueConstraint("series", "number", name="uq_episodes_series_number"),
    )
    op.create_index("ix_episodes_stage", "episodes", ["stage"])


def _ledger() -> None:
    op.create_table(
        "contributions",
        sa.Column("seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("episode", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("prev", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["episode"], ["episodes.id"], name="fk_contributions_episode"),
        sa.ForeignKeyConstraint(["series"], ["series.id"], name="fk_contributions_series"),
        sa.PrimaryKeyConstraint("seq", name="pk_contributions"),
        sa.UniqueConstraint("digest", name="uq_contributions_digest"),
        sa.UniqueConstraint("id", "made", name="uq_contributions_id_made"),
        sa.UniqueConstraint("id", name="uq_contributions_id"),
        sa.UniqueConstraint("prev", name="uq_contributions_prev"),
    )
    op.create_index("ix_contributions_episode_seq", "contributions", ["episode", "seq"])
    op.create_table(
        "seals",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("public", sa.Text(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.CheckConstraint("id = 1", name="ck_seals_only_the_latest"),
        sa.PrimaryKeyConstraint("id", name="pk_seals"),
    )


def _takes() -> None:
    op.create_table(
        "takes",
        sa.Column("seq", SEQ, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("episode", sa.Text(), nullable=False),
        sa.Column("contribution", sa.Text(), nullable=False),
        sa.Column("medium", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contribution", "digest"], ["contributions.id", "contributions.made"], name="fk_takes_contribution_digest"
        ),
        sa.ForeignKeyConstraint(["episode"], ["episodes.id"], name="fk_takes_episode"),
        sa.PrimaryKeyConstraint("seq", name="pk_takes"),
        sa.UniqueConstraint("episode", "key", name="uq_takes_episode_key"),
        sa.UniqueConstraint("id", name="uq_takes_id"),
    )
    op.create_index("ix_takes_episode_medium_part", "takes", ["episode", "medium", "part"])
    op.create_index("ix_takes_medium_seq", "takes", ["medium", "seq"])
    op.create_table(
        "heads",
        sa.Column("episode", sa.Text(), nullable=False),
        sa.Column("medium", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("take", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["episode"], ["episodes.id"], name="fk_heads_episode"),
        sa.ForeignKeyConstraint(["take"], ["takes.id"], name="fk_heads_take"),
        sa.PrimaryKeyConstraint("episode", "medium", "part", name="pk_heads"),
    )


def _review() -> None:
    op.create_table(
        "drafts",
        sa.Column("seq", SEQ, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("episode", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("opened", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["episode"], ["episodes.id"], name="fk_drafts_episode"),
        sa.PrimaryKeyConstraint("seq", name="pk_drafts"),
        sa.UniqueConstraint("id", name="uq_drafts_id"),
    )
    op.create_index("ix_drafts_episode_seq", "drafts", ["episode", "seq"])
    op.create_index("uq_drafts_one_open", "drafts", ["episode"], unique=True, sqlite_where=OPEN, postgresql_where=OPEN)
    op.create_table(
        "verdicts",
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["draft"], ["drafts.id"], name="fk_verdicts_draft"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_verdicts_person"),
        sa.PrimaryKeyConstraint("draft", "person", name="pk_verdicts"),
    )


def _messages() -> None:
    op.create_table(
        "handled",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("update_id", name="pk_handled"),
    )
    op.create_table(
        "inbox",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("update_id", name="pk_inbox"),
    )
    op.create_index("ix_inbox_state_update_id", "inbox", ["state", "update_id"])
    op.create_table(
        "events",
        sa.Column("seq", SEQ, autoincrement=True, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_events"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "deliveries",
        sa.Column("seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("chat", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["events.seq"], name="fk_deliveries_seq"),
        sa.PrimaryKeyConstraint("seq", "chat", name="pk_deliveries"),
    )
    op.create_index("ix_deliveries_state_chat_seq", "deliveries", ["state", "chat", "seq"])
    op.create_table(
        "posts",
        sa.Column("chat", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("episode", sa.Text(), nullable=True),
        sa.Column("draft", sa.Text(), nullable=True),
        sa.Column("work", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["draft"], ["drafts.id"], name="fk_posts_draft"),
        sa.ForeignKeyConstraint(["episode"], ["episodes.id"], name="fk_posts_episode"),
        sa.PrimaryKeyConstraint("chat", "message_id", name="pk_posts"),
    )
    op.create_index("ix_posts_draft", "posts", ["draft"])
    op.create_index("ix_posts_episode", "posts", ["episode"])
    op.create_table(
        "file_ids",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_file_ids"),
    )


def _append_only() -> None:
    """Let the database itself refuse to change or delete a contribution."""
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER contributions_no_{act.lower()} BEFORE {act} ON contributions "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )
    else:
        op.execute(
            "CREATE FUNCTION contributions_are_final() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE integrity_constraint_violation USING MESSAGE = '{REFUSAL}'; END $$"
        )
        op.execute(
            "CREATE TRIGGER contributions_final BEFORE UPDATE OR DELETE OR TRUNCATE ON contributions "
            "FOR EACH STATEMENT EXECUTE FUNCTION contributions_are_final()"
        )
