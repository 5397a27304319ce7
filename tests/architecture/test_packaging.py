"""What is installed is what stands in the house."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.house import PACKAGES, ROOT, tracked_files


def requirements() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return [Requirement(line) for line in [*project["dependencies"], *(line for extra in extras for line in extra)]]


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if not line.startswith("#"))


def test_every_requirement_is_pinned_within_its_range() -> None:
    unpinned = {
        str(wanted): pins().get(canonicalize_name(wanted.name))
        for wanted in requirements()
        if not wanted.specifier.contains(pins().get(canonicalize_name(wanted.name), "0"))
    }
    assert unpinned == {}


@pytest.mark.slow
def test_every_file_of_the_packages_is_in_the_wheel(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    files = {str(path.relative_to(ROOT)) for path in tracked_files()}
    packaged = set(zipfile.ZipFile(wheel).namelist())
    assert {path for path in files if path.split("/")[0] in PACKAGES} - packaged == set()
    assert {path for path in packaged if path.split("/")[0] not in PACKAGES and ".dist-info/" not in path} == set()
