"""What the language model can do is found out once for all who ask, and nobody waits for long."""

import asyncio
import threading
from dataclasses import dataclass, field

import pytest

from bot.probing import Probe, Report, soon
from generation.errors import TryAgain


@dataclass
class Model:
    """Answers once it is let; before that it looks whether it is still wanted, and fails where it was told to."""

    answers: threading.Event = field(default_factory=threading.Event)
    begun: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)
    failures: list[TryAgain] = field(default_factory=list)
    asked: int = 0

    def ask(self, report: Report) -> str:
        self.asked += 1
        self.begun.set()
        try:
            while not self.answers.wait(0.01):
                report(0)
        finally:
            self.ended.set()
        if self.failures:
            raise self.failures.pop()
        return "tools"


async def test_who_asks_meanwhile_waits_for_the_same_answer_and_who_gives_up_leaves_it_to_the_others() -> None:
    model = Model()
    probe = Probe(ask=model.ask)
    first, second = (asyncio.create_task(probe.found()) for _ in range(2))
    await asyncio.to_thread(model.begun.wait)
    first.cancel()
    await asyncio.wait({first})
    model.answers.set()
    assert (await second, first.cancelled(), model.asked) == ("tools", True, 1)


async def test_a_model_that_cannot_be_asked_is_asked_anew() -> None:
    model = Model(failures=[TryAgain("down")])
    probe = Probe(ask=model.ask)
    model.answers.set()
    with pytest.raises(TryAgain):
        await probe.found()
    assert (await probe.found(), model.asked) == ("tools", 2)


async def test_nobody_waits_for_long(caplog: pytest.LogCaptureFixture) -> None:
    model = Model()
    probe = Probe(ask=model.ask)
    assert await soon(probe.found(), "small", patience=0.01) == "small"
    assert "small until it is" in caplog.text
    model.answers.set()
    assert await soon(probe.found(), "small", patience=60) == "tools"
    assert model.asked == 1, "the question went on"


async def test_what_cannot_be_found_out_is_the_least() -> None:
    model = Model(failures=[TryAgain("down")])
    model.answers.set()
    assert await soon(Probe(ask=model.ask).found(), "small", patience=60) == "small"


def test_the_end_of_the_bot_ends_the_question() -> None:
    model = Model()

    async def life() -> None:
        assert await soon(Probe(ask=model.ask).found(), "small", patience=0.01) == "small"
        await asyncio.to_thread(model.begun.wait)

    asyncio.run(life())
    assert model.ended.is_set()
