"""How fast a bot may write before it is told to wait (Telegram's FAQ for bots, "My bot is hitting limits")."""

import math
from collections import defaultdict, deque

from bot.simulator import rules
from bot.simulator.clock import Clock
from bot.simulator.rules import Refused

WRITES = frozenset(
    {
        "sendmessage",
        "sendphoto",
        "sendvideo",
        "sendanimation",
        "sendvoice",
        "sendaudio",
        "senddocument",
        "sendvideonote",
        "sendmediagroup",
        "forwardmessage",
        "copymessage",
        "copymessages",
        "editmessagetext",
        "editmessagecaption",
        "editmessagemedia",
        "editmessagereplymarkup",
    }
)
OVERALL = (30, 1.0)
PER_CHAT = (1, 1.0)
PER_GROUP = (20, 60.0)
"""How many writes in how many seconds."""


class Pace:
    """Counts writes in sliding windows; off unless `is_strict`."""

    def __init__(self, clock: Clock, *, is_strict: bool) -> None:
        """Count by this clock."""
        self.is_strict = is_strict
        self._clock = clock
        self._seen: dict[str, deque[float]] = defaultdict(deque)

    def check(self, method: str, chat: str, count: int = 1) -> None:
        """Let `count` writes into a chat pass.

        Raises:
            Refused: 429, with the seconds to wait.
        """
        if not self.is_strict or method.lower() not in WRITES:
            return
        per_chat = PER_GROUP if chat.startswith("-") else PER_CHAT
        windows = (("", OVERALL), (chat, per_chat))
        now = self._clock.now()
        wait = max(self._wait(self._seen[name], limit, now) for name, limit in windows)
        if wait > 0:
            seconds = math.ceil(wait)
            raise Refused(rules.FLOOD, seconds=seconds, parameters={"retry_after": seconds})
        for name, _ in windows:
            self._seen[name].extend([now] * count)

    @staticmethod
    def _wait(seen: deque[float], limit: tuple[int, float], now: float) -> float:
        most, seconds = limit
        while seen and now - seen[0] >= seconds:
            seen.popleft()
        return 0.0 if len(seen) < most else seen[len(seen) - most] + seconds - now
