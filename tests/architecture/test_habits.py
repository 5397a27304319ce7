"""Habits of the house that no linter knows."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.architecture.house import PACKAGES, ROOT, modules, tracked_files, tree

UNDOCUMENTED = "class Public:\n    def method(self) -> None: ...\n\ndef function() -> None: ...\n"
UNFINISHED = re.compile(r"\b(?:T[O]DO|F[I]XME)\b")
REGISTRIES = re.compile(r"pypi\.org|python[h]osted|npmjs\.(?:org|com)|debian\.org|crates\.io|golang\.org|rubygems\.org")
FULL = {"storage/migrations/__init__.py"}
"""Packages whose opening does something: Alembic wants its folder to itself, so what runs it stands in the opening."""
MACHINES = re.compile(r"(?<![\w.\-/])/(?:work|root|home|Users)/\w")


def texts() -> dict[str, str]:
    """Return the tracked files that are text, by their path from the root."""
    read = {}
    for path in tracked_files():
        try:
            read[str(path.relative_to(ROOT))] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return read


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path}:{number}: {line.strip()[:120]}"
        for path, text in texts().items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("package", PACKAGES)
def test_ruff_asks_for_the_docstring_of_every_public_thing(package: str) -> None:
    ruff = [sys.executable, "-m", "ruff", "check", "--output-format=concise", f"--stdin-filename={package}/new.py", "-"]
    found = subprocess.run(ruff, cwd=ROOT, input=UNDOCUMENTED, capture_output=True, text=True, check=False).stdout
    assert set(re.findall(r"\bD1\d\d\b", found)) == {"D100", "D101", "D102", "D103"}


def test_no_mark_of_unfinished_work_is_left() -> None:
    assert lines_with(UNFINISHED) == []


def test_no_file_names_the_host_of_a_registry() -> None:
    assert lines_with(REGISTRIES) == []


def test_no_file_names_a_path_of_someones_machine() -> None:
    assert lines_with(MACHINES) == []


def nodes(*kinds: type[ast.AST], within: tuple[str, ...] = PACKAGES) -> Iterator[tuple[str, ast.AST]]:
    """Give every node of these kinds with where it stands, the command line aside: it reads and prints."""
    for module in modules(*within):
        if module != "bot/__main__.py":
            yield from ((f"{module}:{node.lineno}", node) for node in ast.walk(tree(module)) if isinstance(node, kinds))


def test_tests_bring_fakes_and_no_mocks() -> None:
    mocks = {"unittest.mock", "mock", "pytest_mock"}
    imports = nodes(ast.Import, ast.ImportFrom, within=("tests",))
    named = {
        where: {getattr(node, "module", None), *(alias.name for alias in node.names)}
        for where, node in imports
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    asked = nodes(ast.arg, within=("tests",))
    assert [where for where, names in named.items() if names & mocks] == []
    assert [where for where, node in asked if isinstance(node, ast.arg) and node.arg == "mocker"] == []


def test_the_environment_is_read_by_the_command_line_alone() -> None:
    read = {"environ", "environb", "getenv", "getenvb", "putenv", "unsetenv"}
    found = []
    for where, node in nodes(ast.Attribute, ast.ImportFrom):
        match node:
            case ast.Attribute(attr=name) if name in read:
                found.append(where)
            case ast.ImportFrom(module="os", names=names) if read & {alias.name for alias in names}:
                found.append(where)
    assert found == []


def test_nothing_but_the_command_line_prints() -> None:
    calls = [(where, node.func) for where, node in nodes(ast.Call) if isinstance(node, ast.Call)]
    assert [where for where, called in calls if isinstance(called, ast.Name) and called.id == "print"] == []


def test_a_package_is_opened_by_its_docstring_alone() -> None:
    openings = {module: tree(module) for module in modules() if module.endswith("__init__.py")}
    assert {module for module, opening in openings.items() if len(opening.body) != 1} <= FULL
    assert [module for module, opening in openings.items() if not ast.get_docstring(opening)] == []
