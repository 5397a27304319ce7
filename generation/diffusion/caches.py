"""Shortcuts: caches that skip work between steps, and compiled blocks, used only after they were held to the truth.

A cache may hook nothing and say nothing (TaylorSeer with its default names does so on Wan), or skip so much that the
picture falls apart. So the first call with a shortcut is made twice, plainly and with it, and the two are compared.
What was found is kept in a small file for the next start.
"""

import hashlib
import json
import logging
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from weakref import WeakSet

from generation.catalog.profile import Profile
from generation.diffusion import libraries
from generation.diffusion.shortage import is_shortage
from generation.errors import GenerationError, Unavailable

_log = logging.getLogger(__name__)

FAITHFUL = 25.0
"""Decibels of signal to noise against the plain result below which a shortcut damages: eyes see what is lost then."""

COMPILED = "compile"

CACHES: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "first-block": ("FirstBlockCacheConfig", {}),
    "taylor-seer": ("TaylorSeerCacheConfig", {"use_lite_mode": True}),
    "mag": ("MagCacheConfig", {}),
    "sea": ("SeaCacheConfig", {}),
}
"""Kinds of step caches: diffusers' class for each, and what it is given where the profile does not say."""

STEPPED = frozenset({"mag"})
"""Kinds that must know how many steps there are."""

PARTS = ("transformer", "transformer_2")
"""Parts that can have a cache or be compiled block by block."""


_compiled: WeakSet[Any] = WeakSet()
"""Parts whose blocks are compiled."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shortcut:
    """What a profile's settings ask for: a kind with its arguments, and the steps of the calls that it is for."""

    kind: str
    arguments: tuple[tuple[str, Any], ...] = ()
    steps: int = 0

    @property
    def may_be_equal(self) -> bool:
        """Tell whether a result that does not differ by a bit is no sign that nothing was done."""
        return self.kind == COMPILED


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """Whether a shortcut is used, and why not; `decibels` against the plain result, `seconds` without and with it."""

    is_used: bool
    reason: str = ""
    decibels: float | None = None
    seconds: tuple[float, float] = (0.0, 0.0)


def shortcut_of(profile: Profile, steps: int) -> Shortcut | None:
    """Return the shortcut that a profile asks for: `cache` (a table with `kind`) or `compile` in its settings.

    Raises:
        Unavailable: there is no such kind.
    """
    asked = dict(profile.settings.get("cache") or {})
    if not asked:
        return Shortcut(kind=COMPILED) if profile.settings.get(COMPILED) else None
    kind = str(asked.pop("kind", ""))
    if kind not in CACHES:
        raise Unavailable(f"{profile.name} asks for a step cache called {kind!r}; known are {', '.join(CACHES)}")
    return Shortcut(kind=kind, arguments=tuple(sorted(asked.items())), steps=steps)


@dataclass(frozen=True)
class Trials:
    """What is known of the shortcuts of one profile, one small file for each, in `folder`."""

    folder: Path
    profile: Profile

    def known(self, shortcut: Shortcut) -> Verdict | None:
        """Return what was found, by this version of diffusers on this model."""
        try:
            found = json.loads(self._file(shortcut).read_text(encoding="utf-8"))
            return Verdict(**{**found["verdict"], "seconds": tuple(found["verdict"]["seconds"])})
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def keep(self, shortcut: Shortcut, verdict: Verdict) -> None:
        """Write down what was found, with what it was found about."""
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self._file(shortcut).with_suffix(".new")
        found = {"about": self._about(shortcut), "verdict": asdict(verdict)}
        fresh.write_text(json.dumps(found, indent=1), encoding="utf-8")
        fresh.replace(self._file(shortcut))

    def _about(self, shortcut: Shortcut) -> Mapping[str, Any]:
        names = {"profile": self.profile.name, "revision": self.profile.revision, "folder": self.profile.folder}
        return names | {"diffusers": libraries.diffusers().__version__, "shortcut": asdict(shortcut)}

    def _file(self, shortcut: Shortcut) -> Path:
        about = json.dumps(self._about(shortcut), sort_keys=True, default=str)
        return self.folder / f"{self.profile.name}-{hashlib.sha256(about.encode()).hexdigest()[:12]}.json"


def judged(shortcut: Shortcut, plain: Any, quick: Any, seconds: tuple[float, float]) -> Verdict:  # noqa: ANN401
    """Hold what a pipeline made with a shortcut against what it made plainly from the same noise."""
    import numpy as np  # noqa: PLC0415

    one, other = _numbers(plain), _numbers(quick)
    if one.shape != other.shape or not np.isfinite(other).all():
        return Verdict(is_used=False, reason="it damages the result", seconds=seconds)
    if np.array_equal(one, other):
        reason = "" if shortcut.may_be_equal else "it changes nothing, so it does nothing"
        return Verdict(is_used=shortcut.may_be_equal, reason=reason, seconds=seconds)
    noise = float(np.mean((one - other) ** 2))
    decibels = round(10 * float(np.log10(max(float(np.ptp(one)), 1e-9) ** 2 / noise)), 1)
    reason = "" if decibels >= FAITHFUL else f"it damages the result ({decibels} dB)"
    return Verdict(is_used=not reason, reason=reason, decibels=decibels, seconds=seconds)


def tried(
    shortcut: Shortcut,
    pipeline: Any,  # noqa: ANN401
    plainly: Callable[[], Any],
    quickly: Callable[[], Any],
) -> tuple[Any, Verdict]:
    """Call a pipeline both ways; return the result that its shortcut's verdict stands for, and the verdict.

    The seconds of compiled blocks have their compiling in them.

    Raises:
        GenerationError: as the calls do (`Cancelled` among them): then nothing was found out.
    """
    begun = time.perf_counter()
    plain = plainly()
    middle = time.perf_counter()
    try:
        with applied(shortcut, pipeline):
            quick = quickly()
        verdict = judged(shortcut, plain, quick, (round(middle - begun, 3), round(time.perf_counter() - middle, 3)))
    except GenerationError:
        raise
    except Exception as error:
        if is_shortage(error):
            raise
        verdict = Verdict(is_used=False, reason=f"it fails: {(str(error).strip() or repr(error)).splitlines()[0]}")
    if verdict.is_used:
        return quick, verdict
    _undo(shortcut, pipeline)
    return plain, verdict


@contextmanager
def applied(shortcut: Shortcut, pipeline: Any) -> Iterator[None]:  # noqa: ANN401
    """Have the pipeline take the shortcut within. Compiled blocks stay compiled: compiling takes a minute.

    Raises:
        ValueError: no part of the pipeline can take it.
    """
    parts = _parts(shortcut, pipeline)
    if not parts:
        raise ValueError(f"{type(pipeline).__name__} has no part that can take it")
    if shortcut.kind == COMPILED:
        for part in parts:
            if part not in _compiled:
                part.compile_repeated_blocks(fullgraph=True)
                _compiled.add(part)
        yield
        return
    for part in parts:
        part.enable_cache(_config(shortcut))
    try:
        yield
    finally:
        for part in parts:
            part.disable_cache()


def _undo(shortcut: Shortcut, pipeline: Any) -> None:  # noqa: ANN401
    """Let blocks that were compiled run as they did before."""
    if shortcut.kind == COMPILED:
        for part in _parts(shortcut, pipeline):
            _compiled.discard(part)
            for module in part.modules():
                module._compiled_call_impl = None  # noqa: SLF001 - `Module.compile` has no way back of its own


def _parts(shortcut: Shortcut, pipeline: Any) -> list[Any]:  # noqa: ANN401
    needed = "compile_repeated_blocks" if shortcut.kind == COMPILED else "enable_cache"
    parts = (getattr(pipeline, name, None) for name in PARTS)
    return [part for part in parts if hasattr(part, needed)]


def _config(shortcut: Shortcut) -> Any:  # noqa: ANN401
    name, defaults = CACHES[shortcut.kind]
    steps = {"num_inference_steps": shortcut.steps} if shortcut.kind in STEPPED else {}
    return getattr(libraries.diffusers(), name)(**{**defaults, **steps, **dict(shortcut.arguments)})


def _numbers(output: Any) -> Any:  # noqa: ANN401
    """Return what a pipeline made as one array of floating numbers: pictures, frames or sound."""
    import numpy as np  # noqa: PLC0415

    made = next(value for value in output.values() if value is not None)
    if hasattr(made, "cpu"):
        made = made.float().cpu().numpy()
    array = np.asarray([np.asarray(each) for each in made], np.float64)
    return array / 255 if array.size and array.max() > 1.5 else array  # noqa: PLR2004 - eight bits, not 0 to 1
