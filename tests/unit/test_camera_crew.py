"""What the camera crew asks for: the same look everywhere, one side of the line, mouths that move when voices do."""

from dataclasses import replace

from agents.crew.cinematographer import Drawing, Plan, clips, line, panel
from agents.crew.editor import LEAD, Material, Print, Spoken, starts, timeline
from generation.image.previz.direction.repair import directed
from generation.image.previz.direction.validator import check_sequence
from generation.requests.motion import ClipRequest
from storage.domain.design import Design, Hair
from storage.domain.ids import Digest, EpisodeId
from storage.domain.staging import Pose, Prop, Staging
from storage.domain.story import (
    Angle,
    Framing,
    Hour,
    Line,
    Mood,
    Move,
    Place,
    Scene,
    Script,
    Shot,
    Weather,
)
from tests.fakes.stories import MOONSTRUCK

EPISODE = EpisodeId("e1")
DRESSED = replace(MOONSTRUCK, cast=tuple(replace(each, design=Design(hair=Hair.BALD)) for each in MOONSTRUCK.cast))
SCENE = Scene(id="c1", setting="a roof", place=Place.ROOFTOP, hour=Hour.NIGHT, weather=Weather.CLEAR, mood=Mood.SAD)


def shot(number: int, *lines: str, characters: tuple[str, ...] = ("ada", "bolt")) -> Shot:
    return Shot(
        id=f"s{number}",
        scene="c1",
        framing=Framing.MEDIUM,
        angle=Angle.EYE,
        move=Move.STATIC,
        action="Bolt waves.",
        characters=characters,
        lines=lines,
    )


SCRIPT = Script(
    scenes=(SCENE,),
    lines=(Line(id="l1", speaker="bolt", text="Hello."), Line(id="l2", speaker="ada", text="Hush.")),
    shots=(shot(1), shot(2, "l1", "l2"), shot(3, characters=("ada",)), shot(4)),
)
SPOKEN = {
    "l1": Spoken(sound=Digest("1" * 64), start=2, end=32, phonemes="helo"),
    "l2": Spoken(sound=Digest("2" * 64), start=3, end=23),
}
PLAN = Plan(
    drawings={each.id: Drawing(panel=Digest(each.id), request=None) for each in SCRIPT.shots},
    frames=dict.fromkeys(("s1", "s2", "s3", "s4"), 90),
    spoken=SPOKEN,
)


def test_a_panel_obeys_the_design_and_the_staging() -> None:
    staged = replace(
        SCRIPT.shots[0],
        staging=(Staging(character="bolt", pose=Pose.WAVE, gaze="ada", holds=Prop.LANTERN),),
        props=(Prop.CHAIR,),
    )
    request = panel(SCRIPT, DRESSED, staged, EPISODE)
    bolt, ada = request.actors
    assert (bolt.look.id, bolt.look.hair, bolt.pose, bolt.gaze, bolt.holds) == (
        "bolt",
        "bald",
        "wave",
        "ada",
        "lantern",
    )
    assert (ada.pose, ada.holds) == ("stand", "")
    assert request.props == ("chair",)


def test_a_look_is_the_same_in_every_shot() -> None:
    looks = {actor.look for each in SCRIPT.shots for actor in panel(SCRIPT, DRESSED, each, EPISODE).actors}
    assert {look.id for look in looks} == {"bolt", "ada"}
    assert len(looks) == 2


def test_every_shot_of_a_scene_has_the_same_line_of_action() -> None:
    lines = {panel(SCRIPT, DRESSED, each, EPISODE).line for each in SCRIPT.shots}
    assert lines == {line(SCRIPT, DRESSED, "c1")} == {("bolt", "ada")}


def test_a_talk_as_the_crew_covers_it_never_crosses_the_line() -> None:
    framings = (Framing.TWO_SHOT, Framing.OVER_SHOULDER, Framing.CLOSE, Framing.FULL)
    shots = tuple(
        replace(each, framing=framing, characters=who)
        for each, framing, who in zip(SCRIPT.shots, framings, (("ada", "bolt"), ("bolt", "ada")) * 2, strict=True)
    )
    talk = replace(SCRIPT, shots=shots)
    blocked = [directed(replace(panel(talk, DRESSED, each, EPISODE), width=270, height=480)) for each in shots]
    assert [finding for finding in check_sequence(blocked) if finding.rule == "line"] == []


def test_shots_in_one_place_share_its_layout_also_where_their_scenes_differ() -> None:
    night = replace(SCENE, id="c2", mood=Mood.JOY)
    other = replace(SCRIPT, scenes=(SCENE, night), shots=(*SCRIPT.shots[:3], replace(SCRIPT.shots[3], scene="c2")))
    seeds = {panel(other, DRESSED, each, EPISODE).scene_seed for each in other.shots}
    assert len(seeds) == 1


def test_a_clip_speaks_its_lines_where_the_timeline_has_them() -> None:
    requests = {order.work.part: order.request for order in clips(SCRIPT, EPISODE, PLAN, (54, 96))}
    words = Print(language="en", series="", title="T", number="1", heading="C", credits=(), label="")
    material = Material(
        frames=PLAN.frames, clips=dict.fromkeys(PLAN.frames, Digest("c")), spoken=SPOKEN, cue=Digest("q")
    )
    placed = timeline(SCRIPT, material, words).voices
    begins = starts(SCRIPT, PLAN.frames)["s2"]
    spoken = requests["s2"]
    assert isinstance(spoken, ClipRequest)
    assert [(each.actor, each.phonemes) for each in spoken.speech] == [("bolt", "helo"), ("ada", "")]
    assert [round(each.start * 30 / 1000) for each in spoken.speech] == [voice.start - begins for voice in placed]
    assert spoken.speech[0].start == (LEAD - 2) * 1000 // 30


def test_another_voice_remakes_the_clip_of_its_own_shot_alone() -> None:
    other = replace(PLAN, spoken=SPOKEN | {"l2": replace(SPOKEN["l2"], sound=Digest("3" * 64))})
    before = clips(SCRIPT, EPISODE, PLAN, (54, 96))
    after = clips(SCRIPT, EPISODE, other, (54, 96))
    assert [one.work.part for one, two in zip(before, after, strict=True) if one.request != two.request] == ["s2"]
