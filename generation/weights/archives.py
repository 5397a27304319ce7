"""Take named members out of a zip or tar archive, as data, with limits."""

import gzip
import tarfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from generation.weights.sources import SourceFailed

_BLOCK = 1 << 20
_DAMAGED = (zipfile.BadZipFile, tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError, RuntimeError)


def unpack(archive: Path, targets: Mapping[str, Path], *, limit: int) -> None:
    """Write each member named in `targets` to its path; no other member is touched.

    The archive's own names are only compared, never used as paths, so nothing can be written elsewhere. `limit` is the
    number of bytes all members may have together once unpacked.

    Raises:
        SourceFailed: a member is missing or too large, or the file is no archive.
    """
    try:
        with _members(archive) as members:
            left = dict(targets)
            for name, stream in members:
                if target := left.pop(name, None):
                    limit -= _copy(stream, target, limit)
                if not left:
                    return
    except _DAMAGED as error:
        raise SourceFailed(f"{archive.name} is damaged ({error})") from error
    raise SourceFailed(f"{archive.name} does not hold {', '.join(sorted(left))}")


@contextmanager
def _members(archive: Path) -> Iterator[Iterator[tuple[str, IO[bytes]]]]:
    """Open the archive and give its regular files, one after the other, as (name, stream)."""
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as opened:
            yield ((item.filename, opened.open(item)) for item in opened.infolist() if not item.is_dir())
    else:
        with tarfile.open(archive, "r|*") as stream:
            yield _tar_members(stream)


def _tar_members(stream: tarfile.TarFile) -> Iterator[tuple[str, IO[bytes]]]:
    for item in stream:
        if item.isreg() and (content := stream.extractfile(item)):
            yield item.name.removeprefix("./"), content


def _copy(stream: IO[bytes], target: Path, limit: int) -> int:
    """Write the stream to a temporary name, then to `target`; return how many bytes it had."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh, size = target.with_name(f"{target.name}.new"), 0
    with stream, fresh.open("wb") as out:
        while block := stream.read(_BLOCK):
            size += len(block)
            if size > limit:
                raise SourceFailed(f"a member of the archive is larger than the {limit} bytes it should have")
            out.write(block)
    fresh.replace(target)
    return size
