"""A python-telegram-bot application that talks to a simulator in the same process, without a socket."""

from typing import Any, TypeAlias

import httpx
from telegram.ext import Application, ApplicationBuilder
from telegram.request import HTTPXRequest

from bot.simulator.simulator import Simulator

Builder: TypeAlias = ApplicationBuilder[Any, Any, Any, Any, Any, Any]  # the library's own defaults


def in_process(simulator: Simulator) -> Builder:
    """Return a builder with token, addresses and requests set: real polling, serialisation and multipart."""

    def request(connections: int) -> HTTPXRequest:
        transport = httpx.ASGITransport(simulator.app)
        return HTTPXRequest(connections, read_timeout=30, httpx_kwargs={"transport": transport})

    builder = Application.builder().token(simulator.token)
    builder = builder.base_url("http://simulator/bot").base_file_url("http://simulator/file/bot")
    return builder.request(request(64)).get_updates_request(request(1))
