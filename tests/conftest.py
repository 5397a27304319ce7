"""What every test runs with, also without make."""

import os

# As `bot.__main__` does: python-telegram-bot warns at every duration otherwise, and warnings are errors here.
os.environ.setdefault("PTB_TIMEDELTA", "1")
