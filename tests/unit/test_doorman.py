"""Who may write how fast."""

from bot.doorman import ALLOWED, WINDOW, Doorman, Entry


class Seconds:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_flood_is_answered_once_and_then_ignored_until_it_ebbs() -> None:
    clock = Seconds()
    doorman = Doorman(clock=clock)
    entries = [doorman.admit(1) for _ in range(ALLOWED + 3)]
    assert entries == [Entry.WELCOME] * ALLOWED + [Entry.TOO_FAST, Entry.IGNORED, Entry.IGNORED]
    clock.now += WINDOW
    assert doorman.admit(1) is Entry.WELCOME


def test_one_persons_flood_is_not_anothers() -> None:
    doorman = Doorman(clock=Seconds())
    for _ in range(ALLOWED + 1):
        doorman.admit(1)
    assert doorman.admit(2) is Entry.WELCOME
