"""What approving a draft would start is kept with it; of drafts from before it is not known any more.

Revision: 0006, made from 0005.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column."""
    op.add_column("drafts", sa.Column("ahead", sa.Text(), nullable=True))
