"""Build the inner loops: `loops.c` becomes a shared library beside it.

The compiler is clang as packed in the `ziglang` wheel, the same everywhere, so that a machine needs none of its own.
Standard library only: the build hook of the package runs this file by its path, before anything is installed.

    python generation/image/previz/ink/build.py
"""

import platform
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).with_name("loops.c")
SUFFIX = {"win32": ".dll", "darwin": ".dylib"}.get(sys.platform, ".so")
LIBRARY = SOURCE.with_suffix(SUFFIX)

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
    command = [sys.executable, "-m", "ziglang", "cc", *shared, *EXACT, *processor(), str(SOURCE), "-o", str(target)]
    subprocess.run(command, check=True, timeout=300)
    return target


def is_current() -> bool:
    """Return whether the library is there and younger than what it is made from."""
    made = LIBRARY.stat().st_mtime if LIBRARY.exists() else 0.0
    return made > max(SOURCE.stat().st_mtime, Path(__file__).stat().st_mtime)


if __name__ == "__main__" and not is_current():
    build()
