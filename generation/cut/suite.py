"""The edit suite: what one cut is made with."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generation.cut.cache import Cache
from generation.cut.ffmpeg import Ffmpeg
from generation.cut.fonts import Fonts


@dataclass(frozen=True, kw_only=True, slots=True)
class Suite:
    """One ffmpeg, one typeface, one cache; `folder` is for what is not kept, `find` gives the file of a digest."""

    program: Ffmpeg
    fonts: Fonts
    cache: Cache
    cores: int
    folder: Path
    find: Callable[[str], Path]
