"""Alembic's entry: run the steps on the connection that `migrate` has opened, within its transaction."""

from alembic import context

from storage.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
