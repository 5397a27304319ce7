"""Write a profile into the operator's own catalog, and leave everything else there as it was written."""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from generation.catalog.table import read
from generation.errors import Unavailable


def write(file: Path, name: str, table: Mapping[str, Any], *, replace: bool = False) -> None:
    """Add a profile to a catalog, or put it in the place of the one that is there.

    The new catalog is read as every start will read it before it takes the old one's place.

    Raises:
        Unavailable: the catalog or the profile cannot be read, or there is one of that name already.
    """
    try:
        document = tomlkit.parse(file.read_text(encoding="utf-8")) if file.exists() else tomlkit.document()
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise Unavailable(f"{file} cannot be read ({error}); correct it") from error
    if name in document and not replace:
        raise Unavailable(f"{file} has a profile {name} already; choose another name, or replace it with --replace")
    document[name] = dict(table)
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=file.parent, prefix=".catalog-", suffix=".toml")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(tomlkit.dumps(document))
        read(Path(part))
        Path(part).replace(file)
    finally:
        with suppress(FileNotFoundError):
            Path(part).unlink()
