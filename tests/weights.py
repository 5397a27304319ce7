"""The locker that the tests use: the one that `feuilleton fetch --tests` fills."""

from bot.settings import Settings
from generation.weights.locker import Locker

CACHE = Settings().weights
LOCKER = Locker(CACHE)
