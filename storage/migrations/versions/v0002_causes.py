"""Posts remember what they were sent for.

Revision: 0002, made from 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the cause; what was sent before has none, and is not asked for again."""
    op.add_column("posts", sa.Column("cause", sa.Text(), nullable=True))
    op.create_index("ix_posts_chat_cause", "posts", ["chat", "cause"])
