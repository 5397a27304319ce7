"""Updates by webhook: Telegram posts them to us; each is in the inbox before it is acknowledged."""

import json
import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hmac import compare_digest
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot, Update

from bot.app import ALLOWED_UPDATES
from bot.dialling import dial
from bot.ingest import row
from bot.settings import Settings
from storage.inbox import Inbox

log = logging.getLogger(__name__)

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LARGEST = 1 << 20
"""Bytes of a delivery; Telegram's updates are far smaller."""


async def deliveries(bot: Bot, inbox: Inbox, settings: Settings) -> None:
    """Tell Telegram where to deliver and take deliveries until cancelled."""
    secret = settings.webhook_secret.get_secret_value() or secrets.token_urlsafe(32)
    path = urlsplit(settings.webhook_url).path or "/"
    server = _Server(
        uvicorn.Config(webhook(bot, inbox, secret, path), host=settings.host, port=settings.port, log_level="warning")
    )
    address = partial(bot.set_webhook, settings.webhook_url, secret_token=secret, allowed_updates=ALLOWED_UPDATES)
    await dial("setWebhook", address)
    await server.serve()


def webhook(bot: Bot, inbox: Inbox, secret: str, path: str) -> Starlette:
    """Return the web application that takes deliveries at `path` from whoever knows the secret."""

    async def take(request: Request) -> Response:
        if not compare_digest(request.headers.get(SECRET, "").encode(), secret.encode()):
            return Response(status_code=403)
        if int(request.headers.get("content-length", LARGEST + 1)) > LARGEST:
            return Response(status_code=413)
        try:
            update = _update(await request.body(), bot)
        except (ValueError, KeyError, TypeError) as error:
            log.warning("a delivery is not an update: %s", error)
            return Response(status_code=400)
        await inbox.add([row(update)])
        return Response()

    return Starlette(routes=[Route(path, take, methods=["POST"])])


def _update(body: bytes, bot: Bot) -> Update:
    """Read an update; a field that it must have and has not raises as the library does."""
    said = json.loads(body)
    if not isinstance(said, dict):
        raise TypeError(f"an update is an object, not {type(said).__name__}")
    return Update.de_json(said, bot)


class _Server(uvicorn.Server):
    """A server that leaves the process's signals alone: whoever runs the loop decides when it ends."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Do nothing."""
        yield
