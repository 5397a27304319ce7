"""llama.cpp's OpenAI-compatible server inside this process, on a port of this machine that only we have the key of."""

import logging
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from generation.errors import Unavailable

if TYPE_CHECKING:
    import xllamacpp

CONTEXT = 4096
"""Tokens of prompt and answer together."""

_PROMPT_CACHE_MIB = 256
"""llama.cpp keeps the states of earlier prompts; its own limit of 8 GiB is not for a laptop."""

_LOOK_S = 0.5

_log = logging.getLogger(__name__)


class Embedded:
    """One loaded model and its server. Loading blocks for 3 to 9 seconds (1.5B): call it in a worker thread."""

    def __init__(self, weights: Path, *, name: str, threads: int) -> None:
        """Load the weights and start to listen; requests call the model `name`.

        Raises:
            Unavailable: the package is missing, or the file is no model that llama.cpp can load.
        """
        self.key = secrets.token_urlsafe()
        self._server: xllamacpp.Server | None = _serve(weights, name, threads, self.key)
        self.address = f"{self._server.listening_address}/v1"
        _log.info("%s listens at %s with %d threads", weights.name, self.address, threads)

    def close(self) -> None:
        """Stop the server and free the model: both end when the last reference is gone."""
        self._server = None


def free_threads(cores: int) -> int:
    """Return how many threads to compute with: of the `cores` we may use those that are idle now, never less than one.

    Looks on for half a second. The average load of the last minute says less: it still counts what has just ended.
    llama.cpp's threads wait for each other, so that one thread too many is worse than one too few: on two busy cores
    the 1.5B model gave 18.8 tokens a second with one thread and 1.3 with two.
    """
    import psutil  # noqa: PLC0415

    shares: list[float] = psutil.cpu_percent(interval=_LOOK_S, percpu=True)
    idle = round(sum(100 - share for share in shares) / 100)
    ours = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else len(shares)
    return max(1, min(cores, ours, idle))


def _serve(weights: Path, name: str, threads: int, key: str) -> "xllamacpp.Server":
    try:
        import xllamacpp  # noqa: PLC0415
    except ImportError as error:
        raise Unavailable("the embedded chat model needs the package xllamacpp; install it and try again") from error
    params = xllamacpp.CommonParams()
    params.model.path, params.model_alias = str(weights), {name}
    params.n_ctx, params.n_parallel, params.warmup = CONTEXT, 1, False
    for cpu in (params.cpuparams, params.cpuparams_batch):
        cpu.n_threads, cpu.poll = threads, 0  # poll 0: threads sleep while they wait
    params.hostnames, params.port = ["127.0.0.1"], 0  # 0: a free port
    params.api_keys, params.ui, params.endpoint_slots = [key], False, False
    params.cache_ram_mib, params.verbosity = _PROMPT_CACHE_MIB, -1
    try:
        return xllamacpp.Server(params)
    except RuntimeError as error:
        raise Unavailable(
            f"llama.cpp cannot load {weights.name} ({error}); free some memory, or delete {weights} to fetch it again"
        ) from error
