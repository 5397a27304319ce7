"""Under which names people stand in credits, what they have confirmed, and what they dispute.

Revision: 0008, made from 0007.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the tables; whoever has said nothing has no row."""
    op.create_table(
        "billings",
        sa.Column("series", sa.Text(), sa.ForeignKey("series.id", name="fk_billings_series"), nullable=False),
        sa.Column("person", sa.Text(), sa.ForeignKey("people.id", name="fk_billings_person"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("series", "person", name="pk_billings"),
    )
    op.create_table(
        "confirmations",
        sa.Column("episode", sa.Text(), sa.ForeignKey("episodes.id", name="fk_confirmations_episode"), nullable=False),
        sa.Column("person", sa.Text(), sa.ForeignKey("people.id", name="fk_confirmations_person"), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("episode", "person", name="pk_confirmations"),
    )
    op.create_table(
        "disputes",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("episode", sa.Text(), sa.ForeignKey("episodes.id", name="fk_disputes_episode"), nullable=False),
        sa.Column("person", sa.Text(), sa.ForeignKey("people.id", name="fk_disputes_person"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column(
            "settled_by", sa.Text(), sa.ForeignKey("contributions.id", name="fk_disputes_settled_by"), nullable=True
        ),
        sa.PrimaryKeyConstraint("seq", name="pk_disputes"),
        sa.UniqueConstraint("id", name="uq_disputes_id"),
    )
    stands = sa.text("standing = 'open'")
    op.create_index(
        "uq_disputes_one_open",
        "disputes",
        ["episode", "person"],
        unique=True,
        sqlite_where=stands,
        postgresql_where=stands,
    )
    op.create_index("ix_disputes_episode_seq", "disputes", ["episode", "seq"])
