"""What every test runs with, also without make."""

import os

import pytest
from hypothesis import settings

# No test measures time: a busy machine is no failure.
settings.register_profile("feuilleton", deadline=None)
settings.load_profile("feuilleton")

# As `bot.__main__` does: python-telegram-bot warns at every duration otherwise, and warnings are errors here.
os.environ.setdefault("PTB_TIMEDELTA", "1")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the files that take longest begin first."""
    items.sort(key=lambda item: item.get_closest_marker("lengthy") is None)
