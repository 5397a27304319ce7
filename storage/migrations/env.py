"""Alembic's entry: run the steps on the connection that `migrate` has opened, within its transaction.

The steps name everything themselves; they know nothing of today's tables.
"""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
