"""What people say about drafts, and what became of it.

Revision: 0005, made from 0004.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "remarks",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("episode", sa.Text(), sa.ForeignKey("episodes.id", name="fk_remarks_episode"), nullable=False),
        sa.Column("draft", sa.Text(), sa.ForeignKey("drafts.id", name="fk_remarks_draft"), nullable=False),
        sa.Column("person", sa.Text(), sa.ForeignKey("people.id", name="fk_remarks_person"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("shot", sa.Text(), nullable=False),
        sa.Column("frame", sa.Integer(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("settled_by", sa.Text(), sa.ForeignKey("takes.id", name="fk_remarks_settled_by"), nullable=True),
        sa.PrimaryKeyConstraint("seq", name="pk_remarks"),
        sa.UniqueConstraint("id", name="uq_remarks_id"),
    )
    op.create_index("ix_remarks_episode_state_seq", "remarks", ["episode", "state", "seq"])
