"""Find ffmpeg and run it from a worker thread: progress, cancel, a whole file or none.

A file is written under a temporary name beside its target and renamed when ffmpeg ended well with as many frames as
were asked for. A cancel kills at once: after a polite SIGTERM ffmpeg would drain its look-ahead for seconds into a
file nobody wants.
"""

import contextlib
import os
import secrets
import signal
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

from generation.errors import BadResult, Unavailable

SETTING = "FEUILLETON_FFMPEG"
"""The setting that names another ffmpeg than the one of the wheel `imageio-ffmpeg`."""

FORMATS = ",".join(
    (
        *("mov", "mp4", "m4a", "3gp", "3g2", "mj2", "matroska", "webm", "avi", "mpegts"),
        *("wav", "w64", "mp3", "flac", "ogg", "aac", "aiff", "f32le", "rawvideo"),
        *("image2", "png_pipe", "jpeg_pipe", "webp_pipe"),
    )
)
"""The containers that may be opened. A stranger's playlist (HLS, ffconcat) could name other files: it is not one."""

SAFE: Mapping[str, str] = {"protocol_whitelist": "file,pipe", "format_whitelist": FORMATS}
"""Options of every input; they hold for the next input only, so each one repeats them."""

Tell = Callable[[int], None]
"""Told how many frames are done, several times a second; what it raises stops the work."""

LIMIT = 600.0
"""Seconds any single run may take."""

_POLL = 0.1
_TAIL = 40
_TOLD = 4
_PART = ".part"


@dataclass(frozen=True)
class Ffmpeg:
    """One ffmpeg program."""

    program: str

    @cached_property
    def version(self) -> str:
        """The first line of `-version`: another build may draw other bytes."""
        try:
            said = subprocess.run([self.program, "-version"], capture_output=True, check=True, timeout=30)
        except (OSError, subprocess.SubprocessError) as error:
            raise Unavailable(f"{self.program} does not run as ffmpeg; set {SETTING} to one that does") from error
        return said.stdout.decode(errors="replace").partition("\n")[0].strip()

    def write(
        self, arguments: list[str], target: Path, *, expected: int | None = None, tell: Tell, folder: Path | None = None
    ) -> None:
        """Run with `arguments` (all but program, global options and target) and put the file at `target`.

        Args:
            arguments: Inputs, filters and output options.
            target: The file to make; it appears whole or not at all.
            expected: Frames it must have: a source that ends early is no success.
            tell: Progress, and the way to cancel.
            folder: Where relative names in filters are looked up.

        Raises:
            BadResult: ffmpeg failed, took too long, or wrote another number of frames.
        """
        with whole(target) as part:
            done, log = self._run([*arguments, str(part)], tell, folder)
            if expected is not None and done != expected:
                raise BadResult(f"{target.name} has {done} frames instead of {expected}. {log}".strip())

    def listen(self, arguments: list[str], *, tell: Tell) -> str:
        """Run without making a file and return what ffmpeg logs at level `info` (measures are logged)."""
        _, log = self._run([*arguments, "-f", "null", "-"], tell, None, level="info")
        return log

    def _run(self, arguments: list[str], tell: Tell, folder: Path | None, level: str = "error") -> tuple[int, str]:
        """Run to the end; return the number of frames written and the end of the log."""
        command = [self.program, "-y", "-nostdin", "-hide_banner", "-nostats", "-v", level]
        command += ["-progress", "pipe:1", "-stats_period", "0.2", *arguments]
        with _started(command, folder) as process:
            frames, log = _Frames(process.stdout), _Tail(process.stderr)
            started = time.monotonic()
            while process.poll() is None:
                tell(frames.count)
                if time.monotonic() - started > LIMIT:
                    raise BadResult(f"ffmpeg did not end within {LIMIT:.0f} s")
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(_POLL)
            text = log.end()
            if process.returncode:
                said = "; ".join(text.splitlines()[-_TOLD:]) or "it said nothing"
                raise BadResult(f"ffmpeg failed ({process.returncode}): {said}")
            return frames.end(), text


def find(settings: Mapping[str, str]) -> Ffmpeg:
    """Return the ffmpeg of the settings, else the wheel's.

    Raises:
        Unavailable: there is none for this machine.
    """
    if named := settings.get(SETTING):
        return Ffmpeg(named)
    import imageio_ffmpeg  # noqa: PLC0415

    try:
        return Ffmpeg(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError as error:
        raise Unavailable(f"imageio-ffmpeg has no ffmpeg for this machine; set {SETTING} to one") from error


def sweep(folder: Path, older: float = 2 * LIMIT) -> None:
    """Delete the half-written files that a killed process left in `folder`, `older` seconds or more ago."""
    for part in folder.glob(f".*{_PART}*"):
        with contextlib.suppress(FileNotFoundError):
            if time.time() - part.stat().st_mtime > older:
                part.unlink()


@contextlib.contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Give a temporary name in the target's folder; rename it when all went well, else delete it."""
    part = target.parent / f".{target.stem}.{secrets.token_hex(4)}{_PART}{target.suffix}"
    try:
        yield part
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@contextlib.contextmanager
def _started(command: list[str], folder: Path | None) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program in a session of its own; leave nothing of it alive."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            start_new_session=True,
        )
    except OSError as error:
        raise Unavailable(f"{command[0]} does not start ({error.strerror}); set {SETTING} to an ffmpeg") from error
    with process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


class _Frames(threading.Thread):
    """Reads `-progress` all the time (a full pipe would stop ffmpeg) and remembers the number of frames."""

    def __init__(self, stream: IO[bytes] | None) -> None:
        super().__init__(daemon=True)
        self.count = 0
        self._stream = stream
        self.start()

    def run(self) -> None:
        for line in self._stream or ():
            key, _, value = line.strip().partition(b"=")
            if key == b"frame" and value.isdigit():
                self.count = int(value)

    def end(self) -> int:
        self.join()
        return self.count


class _Tail(threading.Thread):
    """Reads the log all the time and keeps its last lines."""

    def __init__(self, stream: IO[bytes] | None) -> None:
        super().__init__(daemon=True)
        self._lines: deque[str] = deque(maxlen=_TAIL)
        self._stream = stream
        self.start()

    def run(self) -> None:
        for line in self._stream or ():
            self._lines.append(line.decode(errors="replace").strip())

    def end(self) -> str:
        self.join()
        return "\n".join(self._lines).strip()
