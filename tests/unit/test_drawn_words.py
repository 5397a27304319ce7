"""The story and the storyboard artist use the same words for figures; papers from before there were any still load."""

import json
from dataclasses import replace

import pytest

from generation.image.previz import vocabulary
from storage import documents
from storage.domain import design, staging
from storage.domain.story import Age, Script, Synopsis

WORDS = {
    design.Build: vocabulary.BUILDS,
    design.Height: vocabulary.HEIGHTS,
    design.Ancestry: vocabulary.ANCESTRIES,
    design.Hair: vocabulary.HAIR,
    design.Outfit: vocabulary.OUTFITS,
    design.Feature: vocabulary.FEATURES,
    staging.Pose: vocabulary.POSES,
    staging.Expression: vocabulary.EXPRESSIONS,
    staging.Gaze: vocabulary.GAZES,
    staging.Facing: vocabulary.FACINGS,
    staging.Position: vocabulary.POSITIONS,
    staging.Prop: vocabulary.PROPS,
    staging.Lens: vocabulary.LENSES_KNOWN,
    Age: vocabulary.AGES,
}

OLD_SYNOPSIS = {
    "paper": "synopsis",
    "version": 1,
    "body": {
        "title": "Moonstruck",
        "logline": "A robot loves the moon.",
        "beats": ["Bolt waves."],
        "cast": [{"id": "bolt", "name": "Bolt", "sex": "man", "age": "young", "look": "Small robot."}],
    },
}
OLD_SHOT = {
    "scene": "c1",
    "framing": "wide",
    "angle": "low",
    "move": "static",
    "action": "Bolt waves.",
    "characters": ["bolt"],
    "lines": [],
    "roll": 0,
}
OLD_SCRIPT = {
    "paper": "script",
    "version": 1,
    "body": {
        "scenes": [
            {"id": "c1", "setting": "a roof", "place": "rooftop", "hour": "night", "weather": "clear", "mood": "sad"}
        ],
        "lines": [],
        "shots": [{"id": f"s{number}", **OLD_SHOT} for number in range(4)],
    },
}


@pytest.mark.parametrize("kind", WORDS)
def test_the_story_has_the_words_of_the_artist(kind: type[design.Hair]) -> None:
    assert [member.value for member in kind] == list(WORDS[kind])


def test_a_synopsis_from_before_there_were_designs_still_loads() -> None:
    (bolt,) = documents.load(Synopsis, json.dumps(OLD_SYNOPSIS).encode()).cast
    assert (bolt.design, bolt.sheet) == (None, None)


def test_a_script_from_before_there_was_staging_still_loads() -> None:
    script = documents.load(Script, json.dumps(OLD_SCRIPT).encode())
    assert {(shot.staging, shot.props) for shot in script.shots} == {((), ())}


def test_designs_and_staging_come_back_from_their_bytes() -> None:
    synopsis = documents.load(Synopsis, json.dumps(OLD_SYNOPSIS).encode())
    dressed = design.Design(hair=design.Hair.BUN, colours=("#a8222c",), features=(design.Feature.SCAR,))
    changed = replace(synopsis, cast=(replace(synopsis.cast[0], design=dressed),))
    assert documents.load(Synopsis, documents.dump(changed)) == changed
