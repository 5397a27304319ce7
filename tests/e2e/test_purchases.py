"""Clips are bought from a provider, and the process is killed around every step: nothing is bought twice without a
person's press, nothing that was paid is lost, and the books balance.
"""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.simulator.people import Person
from bot.simulator.serve import serve
from bot.simulator.simulator import Simulator
from tests.e2e.child import Moment
from tests.e2e.conftest import IDEA
from tests.e2e.mortal import Mortal
from tests.e2e.steps import draft_of
from tests.fakes.paid import CENT, Provider, provider

pytestmark = [pytest.mark.slow, pytest.mark.lengthy]

PATIENCE = 120
"""Seconds for what takes five on an idle machine."""

CLIPS = 6

PRICED = "✓ Approve · ≈ €0.12"

AGAIN = "↻ Ask again, it may be paid twice"

GOES_ON = {
    "nothing was placed": Moment(where="agents.till:Voucher.place", when="before", count=3),
    "a ticket is committed": Moment(where="agents.till:Voucher.keep", when="after", count=3),
    "a job is asked about": Moment(where="tests.fakes.paid:Paid.poll", when="before", count=3),
    "a job was fetched": Moment(where="tests.fakes.paid:Paid.fetch", when="after", count=3),
    "the last of them is not settled yet": Moment(where="agents.till:Till.settle", when="before", count=CLIPS),
    "the take of the last is half written": Moment(where="agents.till:Till.settle", when="after", count=CLIPS),
}
"""After these the episode goes on by itself, and each clip was created once."""

DOUBTFUL = {
    "a job is about to be created": (Moment(where="tests.fakes.paid:Paid.create", when="before", count=3), 0),
    "a job was created and nobody was told": (Moment(where="tests.fakes.paid:Paid.create", when="after", count=3), 1),
    "a ticket came but was not committed": (Moment(where="agents.till:Voucher.keep", when="before", count=3), 1),
}
"""After these a person is asked, with how many jobs were created and lost."""


@pytest.fixture
def far() -> Iterator[Provider]:
    """Who is paid."""
    with provider() as found:
        yield found


@pytest.fixture
async def mortal(simulator: Simulator, tmp_path: Path, far: Provider) -> AsyncIterator[Mortal]:
    """A bot that is not started yet, and buys its clips."""
    async with serve(simulator) as address:
        bot = Mortal(home=tmp_path / "home", address=address, simulator=simulator, far=far.address)
        try:
            yield bot
        finally:
            bot.kill()


@pytest.mark.parametrize("moment", GOES_ON.values(), ids=GOES_ON.keys())
async def test_what_is_bought_is_fetched_and_paid_once_after_a_kill_when(
    moment: Moment, mortal: Mortal, far: Provider, ana: Person
) -> None:
    mortal.start(moment)
    await to_shooting(ana)
    await mortal.death(PATIENCE)
    mortal.start()
    await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
    assert len(far.created) == CLIPS
    assert set(far.fetched) == set(far.created)
    assert books(mortal) == {"settled": CLIPS * 2 * CENT}
    assert tickets(mortal) == far.created


@pytest.mark.parametrize(("moment", "lost"), DOUBTFUL.values(), ids=DOUBTFUL.keys())
async def test_what_may_have_been_bought_is_bought_again_by_a_press_alone_after_a_kill_when(
    moment: Moment, lost: int, mortal: Mortal, far: Provider, ana: Person
) -> None:
    mortal.start(moment)
    await to_shooting(ana)
    await mortal.death(PATIENCE)
    mortal.start()
    asked = await ana.chat.wait_for("may have been made and paid already", PATIENCE)
    assert (len(far.created), books(mortal)["doubtful"]) == (2 + lost, 2 * CENT)
    assert sum(books(mortal).values()) == 6 * CENT, "the two before it are paid, or have a ticket"
    await ana.press(asked, "Leave it")
    left = await ana.chat.wait_for("Nothing more was spent", PATIENCE)
    await ana.press(left, "↻ Try again")
    asked = await ana.chat.wait_for("may have been made and paid already", PATIENCE)
    assert len(far.created) == 2 + lost, "trying again buys nothing that is doubtful"
    await ana.press(asked, AGAIN)
    await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
    assert len(far.created) == CLIPS + lost
    assert books(mortal) == {"settled": CLIPS * 2 * CENT, "written-off": 2 * CENT}


async def test_a_second_kill_while_it_is_asked_again_is_doubtful_too(
    mortal: Mortal, far: Provider, ana: Person
) -> None:
    deadly = Moment(where="tests.fakes.paid:Paid.create", when="after")
    mortal.start(deadly)
    await to_shooting(ana)
    await mortal.death(PATIENCE)
    mortal.start(deadly)
    await ana.press(await ana.chat.wait_for("may have been made and paid already", PATIENCE), AGAIN)
    await mortal.death(PATIENCE)
    mortal.start()
    asked = await ana.chat.wait_for(lambda message: AGAIN in message.buttons, PATIENCE)
    assert (len(far.created), books(mortal)) == (2, {"doubtful": 2 * CENT, "written-off": 2 * CENT})
    await ana.press(asked, AGAIN)
    await ana.chat.wait_for(draft_of("Preview"), PATIENCE)
    assert len(far.created) == CLIPS + 2


async def to_shooting(ana: Person) -> None:
    """Let the clips be filmed."""
    await ana.say(IDEA)
    await ana.press(await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE), "✓ Approve")
    await ana.press(await ana.chat.wait_for(draft_of("Storyboard", PRICED), PATIENCE), PRICED)


def books(mortal: Mortal) -> dict[str, int]:
    """Return what purchases come to, by where they stand; what is free again counts nothing."""
    counted = "SELECT state, SUM(COALESCE(settled, reserved)) FROM purchases WHERE state != 'released' GROUP BY state"
    return dict(mortal.asked(counted))


def tickets(mortal: Mortal) -> list[str]:
    """Return the tickets of what was paid, in order."""
    paid = mortal.asked("SELECT ticket FROM purchases WHERE state = 'settled' ORDER BY placed")
    return [ticket for (ticket,) in paid]
