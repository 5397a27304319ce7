"""The topics of episodes in forums, and remarks that were said aloud.

Revision: 0007, made from 0006.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the table and the columns."""
    op.create_table(
        "topics",
        sa.Column("chat", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("episode", sa.Text(), sa.ForeignKey("episodes.id", name="fk_topics_episode"), nullable=False),
        sa.Column("thread", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("chat", "episode", name="pk_topics"),
    )
    op.create_index("ix_topics_chat_thread", "topics", ["chat", "thread"])
    op.add_column("remarks", sa.Column("spoken", sa.Text(), nullable=True))
    op.add_column("remarks", sa.Column("seconds", sa.Integer(), nullable=True))
    op.add_column("remarks", sa.Column("sound", sa.Text(), nullable=True))
    op.create_index("ix_remarks_sound", "remarks", ["sound"])
