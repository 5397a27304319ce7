"""Webhooks: updates carried to the bot's own address instead of being fetched by it."""

import asyncio
import re
from urllib.parse import urlsplit

import httpx

from bot.simulator import rules
from bot.simulator.call import Call
from bot.simulator.journal import Json
from bot.simulator.rules import Refused
from bot.simulator.updates import allow, allowed, confirm, waiting
from bot.simulator.world import World

PORTS = frozenset({443, 80, 88, 8443})
"""Ports to which Telegram delivers (docs, setWebhook)."""
LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
PAUSES = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
"""Seconds between attempts to deliver one update; the last one is repeated. Telegram's own are not published."""


class Courier:
    """Delivers updates one by one, in order, until each is answered with 2xx.

    Its task starts with `setWebhook` and ends with `deleteWebhook` or `aclose`. Methods called by the answer to an
    update (docs, "Making requests when getting updates") are not carried out.
    """

    def __init__(self, world: World, transport: httpx.AsyncBaseTransport | None = None) -> None:
        """Deliver this world's updates; `transport` replaces the network, for a bot in the same process."""
        self._world = world
        self._transport = transport
        self._task: asyncio.Task[None] | None = None

    async def set_webhook(self, call: Call) -> bool:
        """Deliver to this address from now on; an empty one stops it."""
        url, secret = call.text("url"), call.text("secret_token")
        if not url:
            return await self.delete_webhook(call)
        _check(url)
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise Refused(rules.BAD_SECRET)
        kinds = call.json("allowed_updates")
        allow(self._world, [str(kind) for kind in kinds] if isinstance(kinds, list) else None)
        if call.flag("drop_pending_updates"):
            confirm(self._world, 2**62)
        self._world.settings.put("webhook", {"url": url, "secret": secret, "error": None})
        self._world.commit()
        self.start()
        return True

    async def delete_webhook(self, call: Call) -> bool:
        """Stop delivering; updates wait to be fetched."""
        if call.flag("drop_pending_updates"):
            confirm(self._world, 2**62)
        self._world.settings.drop("webhook")
        self._world.commit()
        await self.aclose()
        return True

    def webhook_info(self) -> Json:
        """Return the state of the webhook as a WebhookInfo."""
        record = self._world.settings.get("webhook", {})
        info: Json = {
            "url": record.get("url", ""),
            "has_custom_certificate": False,
            "pending_update_count": len(self._world.updates),
            "allowed_updates": allowed(self._world),
        }
        if record.get("error"):
            info |= {"last_error_date": record["error"]["date"], "last_error_message": record["error"]["message"]}
        return info

    def start(self) -> None:
        """Begin to deliver if an address is set, also after a restart."""
        if self._task is None and self._world.settings.get("webhook"):
            self._task = asyncio.get_running_loop().create_task(self._run())  # ended by `aclose`

    async def aclose(self) -> None:
        """Stop delivering and wait until that is so."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _run(self) -> None:
        async with httpx.AsyncClient(transport=self._transport, timeout=30, trust_env=False) as client:
            attempt = 0
            while True:
                found = waiting(self._world, 1)
                if not found:
                    await self._world.bell.wait(60)
                elif await self._deliver(client, found[0]):
                    confirm(self._world, found[0]["update_id"] + 1)
                    self._world.commit()
                    attempt = 0
                else:
                    await asyncio.sleep(PAUSES[min(attempt, len(PAUSES) - 1)])
                    attempt += 1

    async def _deliver(self, client: httpx.AsyncClient, update: Json) -> bool:
        record = self._world.settings["webhook"]
        headers = {"X-Telegram-Bot-Api-Secret-Token": record["secret"]} if record["secret"] else {}
        try:
            answer = await client.post(record["url"], json=update, headers=headers)
            problem = None if answer.is_success else f"Wrong response from the webhook: {answer.status_code}"
        except httpx.HTTPError as error:
            problem = f"Connection failed: {type(error).__name__}"
        if problem:
            self._world.settings.amend("webhook", error={"date": self._world.today, "message": problem})
            self._world.commit()
        return problem is None


def _check(url: str) -> None:
    """Accept what Telegram accepts, and plain HTTP to this machine (as the Bot API server does with `--local`)."""
    parts = urlsplit(url)
    if parts.hostname in LOCAL and parts.scheme in {"http", "https"}:
        return
    if parts.scheme != "https" or not parts.hostname:
        raise Refused(rules.BAD_WEBHOOK, reason="An HTTPS URL must be provided for webhook")
    if (parts.port or 443) not in PORTS:
        raise Refused(rules.BAD_WEBHOOK, reason="Webhook can be set up only on ports 80, 88, 443 or 8443")
