"""The layer rules: the import contracts of pyproject.toml, and what contracts cannot say."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

import grimp
import pytest

from tests.architecture.house import PACKAGES, ROOT, modules, tree


def test_every_import_contract_is_kept() -> None:
    # In a process of its own: import-linter's logging set-up silences every logger of the process it runs in.
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_logo=True))"
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def imported(module: str) -> Iterator[str]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield f"{'.' * node.level}{node.module or ''}"


def test_the_domain_imports_itself_and_the_standard_library_only() -> None:
    found = [(module, name) for module in modules("storage/domain") for name in imported(module)]
    known = sys.stdlib_module_names
    strange = [f"{module}: {name}" for module, name in found if name.partition(".")[0] not in known]
    assert [import_ for import_ in strange if ": storage.domain" not in import_] == []


def test_no_module_imports_itself_by_a_detour() -> None:
    graph = grimp.build_graph(*PACKAGES, exclude_type_checking_imports=True, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_imports_name_the_whole_path() -> None:
    relative = [f"{module}: {name}" for module in modules() for name in imported(module) if name.startswith(".")]
    assert relative == []
