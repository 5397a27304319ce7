"""What is installed is what stands in the house."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.house import PACKAGES, ROOT, tracked_files


@pytest.mark.slow
def test_every_file_of_the_packages_is_in_the_wheel(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    files = {str(path.relative_to(ROOT)) for path in tracked_files()}
    packaged = set(zipfile.ZipFile(wheel).namelist())
    assert {path for path in files if path.split("/")[0] in PACKAGES} - packaged == set()
    assert {path for path in packaged if path.split("/")[0] not in PACKAGES and ".dist-info/" not in path} == set()
