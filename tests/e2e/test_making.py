"""The making of an episode: its acts, their fates, and the trace of its sentences."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.cli.trace import as_json, as_text
from storage.domain.contributions import Contribution, Kind
from storage.domain.review import DraftKind
from storage.domain.takes import Medium
from storage.making import Fate, Making
from storage.tracing import sentences, trace
from tests.e2e.history import IDEA, REASON, REMARK, TITLE, WISH, reopened

pytestmark = pytest.mark.slow


@pytest.fixture
async def found(original: Path) -> AsyncIterator[Making]:
    """The making of that episode."""
    async with reopened(original) as (_, read):
        yield read


@pytest.fixture
async def history(original: Path) -> tuple[Contribution, ...]:
    """Everything in the ledger about that episode."""
    async with reopened(original) as (studio, read), studio.store.read() as reader:
        return await reader.history(read.episode.id)


def test_the_making_tells_every_act_its_author_and_what_became_of_it(
    found: Making, history: tuple[Contribution, ...]
) -> None:
    assert [act.act for act in found.acts] == list(history), "every act, in order"
    typed = [(act.name, act.typed) for act in found.acts if act.typed]
    assert typed == [("Ana", IDEA), ("Ana", WISH), ("Bo", REMARK), ("Bo", REASON), ("Ana", "/variants 2")]
    (remark,) = [act for act in found.acts if act.act.kind is Kind.REMARKED]
    assert remark.judged is not None
    assert remark.judged.kind is DraftKind.SYNOPSIS
    verdicts = [(act.name, act.act.kind, act.reason) for act in found.acts if act.judged]
    assert verdicts[2] == ("Bo", Kind.SENT_BACK, REASON)
    assert [kind for _, kind, _ in verdicts].count(Kind.APPROVED) == 3
    panels = [act for work, acts in found.versions().items() if work.medium is Medium.PANEL for act in acts]
    assert {act.fate for act in panels} == {Fate.KEPT, Fate.REJECTED}, "redrawn, and variants nobody chose"
    assert found.script is not None
    assert sum(act.fate is Fate.KEPT for act in panels) == len(found.script.shots)
    assert all(act.prompt and act.prompt.words and act.prompt.seed for act in panels)
    cuts = [act.fate for act in found.acts if act.take and act.take.work.medium is Medium.CUT]
    assert cuts == [Fate.KEPT]


def test_every_sentence_is_traced_to_the_act_that_made_it(found: Making) -> None:
    traced = trace(found)
    assert found.synopsis is not None
    assert found.script is not None
    assert [each.sentence for each in traced] == [*sentences(found.synopsis), *sentences(found.script)]
    title = traced[0]
    assert title.sentence.text == TITLE
    assert title.dictated is not None
    assert (title.dictated.name, title.dictated.typed) == ("Ana", WISH)
    logline = traced[1]
    assert logline.dictated is None
    assert logline.act.name == "fake-chat"
    assert [root.typed for root in logline.roots] == [IDEA], "it was there before the title was changed"
    assert logline.answers
    for each in traced:
        assert each.turns, "nothing comes from nothing"
        assert [act.act.by.name for act in each.accepted] != [], "everything was approved by somebody"


def test_the_trace_is_written_for_people_and_for_programs(found: Making) -> None:
    text, data = as_text(found), json.loads(as_json(found))
    assert text.startswith(f"{TITLE} · episode 1 (released)\n")
    assert f"Title: {TITLE}\n    author    Ana (typed), " in text
    assert "a person, then" not in text
    assert f", Ana: “{WISH}” (" in text
    assert "    accepted  Bo, " in text
    assert "asked of  fake-chat 1, CC0-1.0, seed " in text
    assert [each["text"] for each in data["sentences"]] == [each.sentence.text for each in trace(found)]
    title = data["sentences"][0]
    assert (title["author"], title["hands"][-1]["act"]["by"], title["turns"][0]["text"]) == ("person", "Ana", WISH)
    assert data["authors"]["person"] >= 1
    assert sum(data["authors"].values()) == len(data["sentences"])
