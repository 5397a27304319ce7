"""What a team has agreed on, who stands in for whom, links to join with, and when chats were reminded.

Revision: 0004, made from 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables; a team that has agreed on nothing has no row."""
    op.create_table(
        "policies",
        sa.Column("series", sa.Text(), sa.ForeignKey("series.id", name="fk_policies_series"), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("series", name="pk_policies"),
    )
    op.create_table(
        "deputies",
        sa.Column("series", sa.Text(), sa.ForeignKey("series.id", name="fk_deputies_series"), nullable=False),
        sa.Column("person", sa.Text(), sa.ForeignKey("people.id", name="fk_deputies_person"), nullable=False),
        sa.Column("deputy", sa.Text(), sa.ForeignKey("people.id", name="fk_deputies_deputy"), nullable=False),
        sa.PrimaryKeyConstraint("series", "person", name="pk_deputies"),
    )
    op.create_table(
        "invitations",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("series", sa.Text(), sa.ForeignKey("series.id", name="fk_invitations_series"), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), sa.ForeignKey("people.id", name="fk_invitations_by"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_invitations"),
    )
    op.create_index("ix_invitations_series", "invitations", ["series"])
    op.create_table(
        "reminders",
        sa.Column("chat", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("chat", name="pk_reminders"),
    )
