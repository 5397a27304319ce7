"""What was found out about a chat model, kept in the cache: a small JSON document by the digest of what was asked."""

from collections.abc import Mapping
from json import loads
from pathlib import Path

from generation.requests import canonical

Found = Mapping[str, Mapping[str, object]]


def kept(file: Path) -> dict[str, dict[str, object]]:
    """Return what is kept; nothing where the file is missing or broken."""
    try:
        found: dict[str, dict[str, object]] = loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return found


def keep(file: Path, found: Found) -> None:
    """Keep this and nothing else; the file is whole at every moment."""
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f"{file.name}.partial")
    partial.write_bytes(canonical(found))
    partial.replace(file)
