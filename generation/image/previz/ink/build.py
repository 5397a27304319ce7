"""Build the inner loops: the C files of this folder become one shared library beside them.

The compiler is clang as packed in the `ziglang` wheel, the same everywhere, so that a machine needs none of its own.
Standard library only: the build hook of the package runs this file by its path, before anything is installed.

    python generation/image/previz/ink/build.py
"""

import platform
import subprocess
import sys
from pathlib import Path

SOURCES = sorted(Path(__file__).parent.glob("*.c"))
SUFFIX = {"win32": ".dll", "darwin": ".dylib"}.get(sys.platform, ".so")
LIBRARY = Path(__file__).with_name("loops").with_suffix(SUFFIX)

EXACT = ("-O3", "-std=c11", "-ffp-contract=off", "-fno-math-errno", "-fno-trapping-math", "-Wall", "-Werror")
"""Optimised, but with the arithmetic that is written: equal inputs give equal pixels."""


def processor() -> tuple[str, ...]:
    """Return the flags for the oldest processor that is served: x86-64-v2 (2009) or 64-bit ARM."""
    return ("-mcpu=x86_64_v2",) if platform.machine().lower() in {"x86_64", "amd64"} else ()


def build(target: Path = LIBRARY) -> Path:
    """Compile the kernels to `target` and return it.

    Raises:
        subprocess.CalledProcessError: the compiler is not installed (`pip install ziglang`) or refuses the source.
    """
    shared = ("-shared", "-fPIC", "-fvisibility=hidden", "-s") if sys.platform != "win32" else ("-shared", "-s")
    part = target.with_suffix(f".part{SUFFIX}")  # a program that has the old one loaded keeps it whole
    sources = map(str, SOURCES)
    command = [sys.executable, "-m", "ziglang", "cc", *shared, *EXACT, *processor(), *sources, "-o", str(part)]
    subprocess.run(command, check=True, timeout=300)
    part.replace(target)
    return target


def is_current() -> bool:
    """Return whether the library is there and younger than what it is made from."""
    made = LIBRARY.stat().st_mtime if LIBRARY.exists() else 0.0
    return made > max(source.stat().st_mtime for source in (*SOURCES, Path(__file__)))


if __name__ == "__main__" and not is_current():
    build()
