"""Notes name a sentence in every language; those of before are sentences, and stay what they say.

Revision: 0003, made from 0002.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

TAKES = sa.table("takes", sa.column("id", sa.Text), sa.column("notes", sa.Text))


def upgrade() -> None:
    """Write each sentence as the note that says just that."""
    connection = op.get_bind()
    for take, notes in connection.execute(sa.select(TAKES.c.id, TAKES.c.notes).where(TAKES.c.notes != "[]")).all():
        said = json.dumps([["said", [["text", sentence]]] for sentence in json.loads(notes)], ensure_ascii=False)
        connection.execute(sa.update(TAKES).where(TAKES.c.id == take).values(notes=said))
