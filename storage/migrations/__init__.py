"""The way of a database from any older version to this one's tables, taken when it is opened."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from storage.database import Database
from storage.errors import Unusable

HEAD = "0009"
"""The revision of this version's tables; a test holds it equal to the newest file in `versions`."""


async def migrate(database: Database) -> None:
    """Bring the tables to `HEAD` in one transaction; a database that is there already costs one question.

    Raises:
        Unusable: the database was written by a newer version.
    """
    async with database.reading() as connection:
        if await connection.run_sync(revision) == HEAD:
            return
    async with database.writing() as connection:
        await connection.run_sync(_upgrade)


def revision(connection: Connection) -> str | None:
    """Return the revision a database stands at, none for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return version


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - only a database that must change pays for loading it
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    current = revision(connection)
    try:
        if current is not None:
            ScriptDirectory.from_config(config).get_revision(current)
    except CommandError as error:
        raise Unusable(
            f"the database was written by a newer version of Feuilleton (revision {current}); install that version"
        ) from error
    command.upgrade(config, "head")
