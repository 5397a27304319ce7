"""The simulator is a world of its own: it knows neither the bot that talks to it nor the bot's library."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
OURS = {"agents", "generation", "storage"}
SPEAKS_PTB = {"in_process.py"}


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def test_no_other_room_and_no_telegram_library_is_imported() -> None:
    paths = sorted((ROOT / "bot" / "simulator").rglob("*.py"))
    assert len(paths) > 30
    for path in paths:
        roots = {name.split(".")[0] for name in imports(path)}
        assert not roots & OURS, path
        assert "telegram" not in roots or path.name in SPEAKS_PTB, path
        assert all(name.startswith("bot.simulator") for name in imports(path) if name.split(".")[0] == "bot"), path
