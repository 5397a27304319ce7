"""Where calls are handled: token, faults, pace, method; every call is written into the outbox."""

import asyncio
from collections import deque
from dataclasses import dataclass

from bot.simulator import rules
from bot.simulator.call import Call
from bot.simulator.complaints import complain, expire
from bot.simulator.courier import Courier
from bot.simulator.faults import Fault, Faults
from bot.simulator.journal import Json
from bot.simulator.methods.table import METHODS
from bot.simulator.pace import Pace
from bot.simulator.polling import Polling
from bot.simulator.rules import PREFIXES, Refused
from bot.simulator.world import World

OUTBOX_SIZE = 50_000


class AnswerLostError(ConnectionResetError):
    """The call took effect, or not, but its answer is not to reach the bot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One line of the outbox: a call, when it came (seconds since 1970), and what was answered."""

    method: str
    parameters: Json
    at: float
    status: int
    answer: Json


class Office:
    """Handles the bot's calls one after the other, each wholly or not at all."""

    def __init__(self, world: World, courier: Courier, *, is_strict: bool) -> None:
        """Handle calls for this world; `is_strict` turns the limits of pace on."""
        self.world = world
        self.courier = courier
        self.polling = Polling(world)
        self.faults = Faults()
        self.pace = Pace(world.clock, is_strict=is_strict)
        self.calls: deque[Done] = deque(maxlen=OUTBOX_SIZE)

    async def handle(self, token: str, call: Call) -> tuple[int, Json]:
        """Return the HTTP status and the answer to one call.

        Raises:
            AnswerLostError: a planned fault breaks the connection.
        """
        fault = self.faults.take(call.method)
        if fault and fault.delay:
            await asyncio.sleep(fault.delay)
        at = self.world.clock.now()
        if fault and not fault.is_after:
            status, answer = _broken(fault)
        else:
            status, answer = await self._answer(token, call)
        self.calls.append(Done(method=call.method, parameters=call.shown(), at=at, status=status, answer=answer))
        self.world.bell.ring()
        if fault and fault.is_lost:
            raise AnswerLostError("the answer was lost, as planned")
        return _broken(fault) if fault and fault.is_after else (status, answer)

    async def _answer(self, token: str, call: Call) -> tuple[int, Json]:
        try:
            self._check(token)
            expire(self.world)
            return 200, {"ok": True, "result": await self._perform(call)}
        except Refused as refused:
            self.world.journal.roll_back()
            parameters = {"parameters": refused.parameters} if refused.parameters else {}
            answer = {"ok": False, "error_code": refused.code, "description": refused.description}
            return refused.code, answer | parameters
        finally:
            self.world.commit()

    def _check(self, token: str) -> None:
        if token != self.world.settings["token"]["token"]:
            raise Refused(rules.UNAUTHORIZED)

    async def _perform(self, call: Call) -> object:
        match call.method.lower():
            case "getupdates":
                return await self.polling.get_updates(call)
            case "setwebhook":
                return await self.courier.set_webhook(call)
            case "deletewebhook":
                return await self.courier.delete_webhook(call)
            case "getwebhookinfo":
                return self.courier.webhook_info()
        method = METHODS.get(call.method.lower())
        if method is None:
            raise Refused(rules.METHOD_NOT_FOUND)
        media = call.json("media")
        if call.method.lower() == "sendmediagroup" and "reply_markup" in call.fields:
            complain(self.world, "An album was sent with a keyboard, which nobody sees")
        self.pace.check(call.method, call.text("chat_id"), len(media) if isinstance(media, list) else 1)
        return method(self.world, call)


def _broken(fault: Fault) -> tuple[int, Json]:
    if fault.retry_after:
        words = PREFIXES[429] + rules.FLOOD.says.format(seconds=fault.retry_after)
        answer: Json = {"ok": False, "error_code": 429, "description": words}
        return 429, answer | {"parameters": {"retry_after": fault.retry_after}}
    return fault.status, {"ok": False, "error_code": fault.status, "description": fault.description}
