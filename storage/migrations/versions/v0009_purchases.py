"""What was bought, and why work stopped; of what was made before, all of it on this machine, nothing is bought.

Revision: 0009, made from 0008.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the table, and a column for what a halt's reason needs to be told."""
    op.create_table(
        "purchases",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("series", sa.Text(), sa.ForeignKey("series.id", name="fk_purchases_series"), nullable=False),
        sa.Column("episode", sa.Text(), sa.ForeignKey("episodes.id", name="fk_purchases_episode"), nullable=False),
        sa.Column("person", sa.Text(), sa.ForeignKey("people.id", name="fk_purchases_person"), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("order", sa.Text(), nullable=False),
        sa.Column("operation", sa.Text(), nullable=False),
        sa.Column("backend", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("licence", sa.Text(), nullable=False),
        sa.Column("endpoint", sa.Text(), nullable=False),
        sa.Column("reserved", sa.BigInteger(), nullable=False),
        sa.Column("settled", sa.BigInteger(), nullable=True),
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("placed", sa.Text(), nullable=True),
        sa.Column("ended", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("seq", name="pk_purchases"),
        sa.UniqueConstraint("id", name="uq_purchases_id"),
    )
    live = sa.text("state IN ('reserved', 'placed', 'ticketed', 'doubtful')")
    op.create_index(
        "uq_purchases_one_live", "purchases", ["episode", "key"], unique=True, sqlite_where=live, postgresql_where=live
    )
    op.create_index("ix_purchases_episode_order", "purchases", ["episode", "order"])
    op.create_index("ix_purchases_series", "purchases", ["series"])
    op.create_index("ix_purchases_person", "purchases", ["person"])
    op.create_index("ix_purchases_at", "purchases", ["at"])
    op.create_index("ix_purchases_state", "purchases", ["state"])
    op.add_column("episodes", sa.Column("halt_facts", sa.Text(), nullable=True))
