"""The simulator on a socket of this machine."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn

from bot.simulator.simulator import Simulator


class _Server(uvicorn.Server):
    """A server that leaves the process's signals alone: whoever runs the loop decides when it ends."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@asynccontextmanager
async def serve(simulator: Simulator, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Serve within the running loop; yields the address, such as `http://127.0.0.1:8081`.

    Args:
        simulator: what to serve.
        host: the interface; beyond this machine only in a closed network, for the page knows no passwords.
        port: 0 takes a free one.

    Raises:
        OSError: the port is taken.
    """
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        settings = uvicorn.Config(
            simulator.app,
            lifespan="off",
            log_level="critical",
            access_log=False,
            timeout_graceful_shutdown=1,
            ws="none",
        )
        server = _Server(settings)
        # A task group would wrap whatever goes wrong in the caller's block; this task is awaited below.
        running = asyncio.get_running_loop().create_task(server.serve(sockets=[listener]))
        try:
            while not server.started and not running.done():  # noqa: ASYNC110 - uvicorn has no event for this
                await asyncio.sleep(0.005)
            simulator.courier.start()
            yield f"http://{host}:{listener.getsockname()[1]}"
        finally:
            simulator.events.close()
            server.should_exit = True
            await running
