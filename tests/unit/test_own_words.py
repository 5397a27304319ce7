"""A model changes nothing of a script that is in people's own words; what it changes beside them stays changed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.crew.director import is_named, keeping
from agents.crew.edits import with_line, with_shot
from storage.tracing import sentences
from tests.fakes.scripts import good

SCRIPT = good()
TEXTS = [each.text for each in sentences(SCRIPT)]
REWRITES = st.sampled_from(["Something else happens.", "Nothing at all.", *TEXTS])


@given(
    st.sets(st.sampled_from(TEXTS)),
    st.lists(REWRITES, min_size=len(SCRIPT.shots), max_size=len(SCRIPT.shots)),
    st.lists(REWRITES, min_size=len(SCRIPT.lines), max_size=len(SCRIPT.lines)),
)
def test_no_word_of_a_person_is_gone_and_every_other_change_stays(
    own: set[str], actions: list[str], lines: list[str]
) -> None:
    after = SCRIPT
    for shot, action in zip(SCRIPT.shots, actions, strict=True):
        after = with_shot(after, replace(shot, action=action))
    for line, text in zip(SCRIPT.lines, lines, strict=True):
        after = with_line(after, line.id, text)
    kept = keeping(SCRIPT, after, frozenset(own))
    assert own <= {each.text for each in sentences(kept)}
    for old, new, found in zip(sentences(SCRIPT), sentences(after), sentences(kept), strict=True):
        assert found == (old if old.text in own else new)


@pytest.mark.parametrize("note", ["shot 2: she smiles", "plan 3 plus sombre", "第2个镜头更暗", "0:12 too dark"])
def test_a_note_that_counts_or_times_a_shot_names_it(note: str) -> None:
    assert is_named(note)
    assert not is_named("it should rain")
