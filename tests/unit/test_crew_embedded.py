"""The crew with the embedded model, for real: it needs the weights in the cache folder (`FEUILLETON_CACHE`)."""

from collections.abc import Iterator

import pytest

from agents.crew import director, season, staffwriter, worldbuilder, writer
from agents.crew.checks import survives
from agents.crew.form import LIMITS
from agents.crew.language import foreign, length
from agents.crew.staffwriter import Brief
from generation.backends import BackEnd, Workshop, load
from storage.domain.story import Language
from tests.fakes import serials
from tests.fakes.desk import BackEndChat, FakeDesk, ScriptedChat
from tests.fakes.stories import IDEAS
from tests.weights import CACHE, LOCKER

pytestmark = [pytest.mark.slow, pytest.mark.lengthy]

MODEL = "qwen2.5-coder-1.5b"


@pytest.fixture(scope="module")
def chat() -> Iterator[BackEnd]:
    if not LOCKER.has(MODEL):
        pytest.skip(f"{MODEL} is not in {CACHE}; fetch it, or set FEUILLETON_CACHE to the folder that has it")
    settings = {"FEUILLETON_CHAT_MODEL": MODEL}
    back_end = load("chat", Workshop(locker=LOCKER, cache=CACHE, cores=1, settings=settings))
    yield back_end
    back_end.close()


@pytest.mark.parametrize("language", Language)
async def test_an_idea_becomes_a_synopsis_and_a_script_in_its_language(chat: BackEnd, language: Language) -> None:
    desk = FakeDesk(BackEndChat(chat))
    synopsis = (await writer.draft(desk, IDEAS[language], language)).value
    script = (await director.script(desk, synopsis, language)).value
    story = " ".join((synopsis.title, synopsis.logline, *synopsis.beats))
    speech = [line.text for line in script.lines]
    assert survives(IDEAS[language], story, language)
    assert not foreign(story, language)
    assert not foreign(" ".join(speech), language)
    assert sum(length(line, language) for line in speech) <= LIMITS[language].speech
    assert 4 <= len(speech) <= 7


async def test_a_bible_becomes_a_planned_episode_of_its_cast(chat: BackEnd) -> None:
    language = Language.FRENCH
    people = [serials.person(language, number) for number in range(3)]
    known = ScriptedChat(serials.world(language), *people, serials.stakes(language), serials.places(language))
    bible = (await worldbuilder.bible(FakeDesk(known), IDEAS[language], language)).value
    desk = FakeDesk(BackEndChat(chat))
    (plan,) = (await season.plan(desk, IDEAS[language], bible, 1, language)).value.episodes
    synopsis = (await staffwriter.episode(desk, Brief(plan=plan, bible=bible), language)).value
    assert set(synopsis.cast) <= set(bible.characters)
    assert not foreign(" ".join((plan.title, plan.logline, plan.turn, plan.cliffhanger, *synopsis.beats)), language)
    assert all(length(beat, language) <= LIMITS[language].beat for beat in synopsis.beats)
