"""The layer rules are the import contracts of pyproject.toml."""

import pytest
from importlinter.cli import lint_imports

from tests.architecture.house import ROOT


def test_every_import_contract_is_kept(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    broken = lint_imports(no_logo=True)
    assert not broken, capsys.readouterr().out
