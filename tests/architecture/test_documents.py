"""What the documents say about files, commands and settings is there."""

import ast
import hashlib
import re
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, tracked_files, tree

SETTINGS = "bot/settings.py"


def documents() -> list[Path]:
    return [path for path in tracked_files() if path.suffix == ".md" and not path.is_relative_to(ROOT / "agents")]


def settings() -> set[str]:
    """Return the names under which the environment may set something."""
    (model,) = (node for node in tree(SETTINGS).body if isinstance(node, ast.ClassDef) and node.name == "Settings")
    fields = [
        node.target.id for node in model.body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    ]
    plain = {name for name in fields if name.startswith(("bot_api_", "openai_"))}
    return {name.upper() if name in plain else f"FEUILLETON_{name.upper()}" for name in fields}


def test_every_link_inside_the_house_leads_somewhere() -> None:
    broken = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in documents()
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]
    assert broken == []


def test_every_make_command_of_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {
        target
        for path in documents()
        for target in re.findall(r"(?:`|^|\n)make ([a-z-]+)", path.read_text(encoding="utf-8"))
    }
    assert named <= targets


@pytest.mark.skipif(not (ROOT / SETTINGS).exists(), reason="there is no bot/settings.py yet")
@pytest.mark.parametrize("document", ["README.md", ".env.example"])
def test_every_setting_is_listed_and_nothing_else_is(document: str) -> None:
    listed = set(
        re.findall(r"\b(?:FEUILLETON|OPENAI|BOT_API)_[A-Z_]+\b", (ROOT / document).read_text(encoding="utf-8"))
    )
    assert listed == settings()


def test_the_licence_is_the_apache_licence_to_the_letter() -> None:
    digest = hashlib.sha256((ROOT / "LICENSE").read_bytes()).hexdigest()
    assert digest == "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30"
