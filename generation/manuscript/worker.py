"""The child process in which a file from a stranger is read: bytes in, Fountain text out, or what is wrong."""

import resource
import sys
from contextlib import suppress

from generation.manuscript import fountain
from generation.manuscript.limits import MEMORY, SECONDS, Fault, Unreadable
from generation.manuscript.reading import manuscript


def main() -> None:
    """Read standard input as the kind of file that the first argument names (`.docx`)."""
    with suppress(ValueError, OSError):  # where the machine's own limit is lower
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    data = sys.stdin.buffer.read()
    try:
        found = fountain.write(manuscript(data, sys.argv[1]))
    except Unreadable as unreadable:
        sys.stdout.write(unreadable.fault)
        sys.exit(1)
    except MemoryError:
        sys.stdout.write(Fault.TOO_LARGE)
        sys.exit(1)
    sys.stdout.buffer.write(found.encode())
