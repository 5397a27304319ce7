"""One question: asked again with the next seed until an answer passes."""

import pytest

from agents.crew.asking import TRIES, Question, ask, attempt
from agents.crew.prompts import Prompt
from agents.crew.schemas import TEXT, document
from agents.crew.seeds import seed
from agents.errors import WritersBlock
from generation.errors import BadResult, Unavailable
from storage.domain.errors import InvalidValue
from storage.domain.ids import EpisodeId
from tests.fakes.desk import FakeDesk, ScriptedChat

PROMPT = Prompt(name="word", version=1, instructions="Say a word.", ask="About <<<{{topic}}>>>")


def refuse_bad(word: str) -> str:
    if word == "impossible":
        raise InvalidValue("this word cannot be")
    return word


QUESTION: Question[str] = Question(
    name="word",
    prompt=PROMPT,
    data={"topic": "foxes"},
    schema=document({"word": TEXT}),
    read=lambda answer: refuse_bad(answer["word"]),
    check=lambda word: () if word == "good" else (f"{word} will not do",),
)


async def test_an_answer_that_passes_is_taken_at_once() -> None:
    desk = FakeDesk(ScriptedChat({"word": "good"}))
    answer = await ask(desk, QUESTION)
    assert (answer.value, answer.tries, answer.digests) == ("good", 1, (desk.takes[0].digest,))


async def test_a_wrong_answer_is_kept_and_told_to_the_model_with_the_next_seed() -> None:
    chat = ScriptedChat({"word": "bad"}, {"word": "good"})
    desk = FakeDesk(chat)
    answer = await ask(desk, QUESTION)
    first, second = chat.requests
    assert answer.tries == 2
    assert len(desk.takes) == 2
    assert first.seed != second.seed
    assert first.temperature < second.temperature
    assert first.instructions == second.instructions
    assert "bad will not do" in second.messages[-1].text
    assert "bad will not do" not in first.messages[-1].text


async def test_a_broken_or_impossible_answer_counts_as_a_try() -> None:
    desk = FakeDesk(ScriptedChat(BadResult("cut off"), {"word": "impossible"}, {"word": "good"}))
    answer = await ask(desk, QUESTION)
    assert answer.tries == 3
    assert [take.work.part for take in desk.takes] == ["word", "word"]


async def test_after_some_tries_the_crew_gives_up_and_says_why() -> None:
    chat = ScriptedChat(*[{"word": "bad"}] * 9)
    with pytest.raises(WritersBlock, match="word: bad will not do"):
        await ask(FakeDesk(chat), QUESTION)
    assert len(chat.requests) == TRIES
    assert await attempt(FakeDesk(ScriptedChat(*[{"word": "bad"}] * TRIES)), QUESTION) is None


async def test_whoever_asks_anew_after_a_block_gets_new_answers() -> None:
    desk = FakeDesk(ScriptedChat(*[{"word": f"bad{number}"} for number in range(TRIES)], {"word": "good"}))
    with pytest.raises(WritersBlock):
        await ask(desk, QUESTION)
    answer = await ask(desk, QUESTION)
    assert (answer.value, answer.tries) == ("good", TRIES + 1)


async def test_a_model_that_is_not_there_is_no_writers_block() -> None:
    with pytest.raises(Unavailable):
        await attempt(FakeDesk(ScriptedChat(Unavailable("no model"))), QUESTION)


async def test_asking_again_costs_nothing() -> None:
    chat = ScriptedChat({"word": "bad"}, {"word": "good"})
    desk = FakeDesk(chat)
    assert await ask(desk, QUESTION) == await ask(desk, QUESTION)
    assert len(chat.requests) == 2


def test_seeds_follow_from_the_episode_and_the_try() -> None:
    seeds = {seed(EpisodeId(episode), attempt) for episode in ("a", "b") for attempt in range(4)}
    assert len(seeds) == 8
    assert all(0 <= each < 2**31 for each in seeds)
    assert seed(EpisodeId("a"), 0) == seed(EpisodeId("a"), 0)
