"""The camera crew: what is asked of the image and video back-ends for each character and each shot."""

from collections.abc import Mapping
from dataclasses import dataclass

from agents.crew import editor
from agents.crew.editor import Spoken
from agents.crew.seeds import seed
from agents.production import Order
from generation.requests.motion import ClipRequest, Speech
from generation.requests.pictures import Actor, Look, PanelRequest, SheetRequest
from storage.domain.design import Design
from storage.domain.ids import Digest, EpisodeId
from storage.domain.staging import Staging
from storage.domain.story import Character, Script, Shot, Synopsis
from storage.domain.takes import Medium, Work
from storage.domain.timecode import RATE

FINAL = (1080, 1920)
"""Pixels of panels and of the final cut: a phone held upright."""
SHEET = (1080, 1350)
"""Pixels of a sheet, and of the portrait that is painted over it."""
PREVIEW = (540, 960)
"""Pixels of the clips of the preview."""


def look(character: Character) -> Look:
    """Return how a character is drawn, wherever they are."""
    design = character.design or Design()
    return Look(
        id=character.id,
        sex=character.sex,
        age=character.age,
        build=design.build,
        height=design.height,
        ancestry=design.ancestry,
        skin=design.skin,
        eyes=design.eyes,
        hair=design.hair,
        hair_colour=design.hair_colour,
        outfit=design.outfit,
        colours=design.colours,
        features=design.features,
    )


def sheet(character: Character) -> SheetRequest:
    """Return the request of a character's sheet."""
    return SheetRequest(look=look(character), width=SHEET[0], height=SHEET[1])


def panel(script: Script, synopsis: Synopsis, shot: Shot, episode: EpisodeId) -> PanelRequest:
    """Return the request of a shot's drawing: its words, its people, its scene's light and place, its camera.

    The set is laid out by its place, so that two scenes of one place look alike.
    """
    scene = script.scene(shot)
    cast = [character for character in synopsis.cast if character.id in shot.characters]
    return PanelRequest(
        description=f"{scene.setting}. {shot.action}",
        place=scene.place,
        hour=scene.hour,
        weather=scene.weather,
        mood=scene.mood,
        framing=shot.framing,
        angle=shot.angle,
        actors=tuple(_actor(character, shot) for character in cast),
        props=shot.props,
        line=line(script, synopsis, scene.id),
        lens=shot.lens,
        seed=seed(episode, "shot", shot.id, shot.roll),
        scene_seed=seed(episode, "scene", scene.place, scene.setting),
    )


def line(script: Script, synopsis: Synopsis, scene: str) -> tuple[str, ...]:
    """Return who plays in a scene, from left to right as every camera of it sees them: the order of the cast.

    One order for the whole scene keeps all its cameras on one side of the line of action (the 180 degree rule).
    """
    playing = {character for shot in script.shots if shot.scene == scene for character in shot.characters}
    return tuple(character.id for character in synopsis.cast if character.id in playing)


def panels(script: Script, synopsis: Synopsis, episode: EpisodeId, paper: Digest) -> tuple[Order, ...]:
    """Return an order for each panel of the storyboard; `paper` is the script's digest."""
    return tuple(
        Order(
            work=Work(Medium.PANEL, shot.id),
            request=panel(script, synopsis, shot, episode),
            sources=(paper,),
        )
        for shot in script.shots
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawing:
    """A shot's picture, and the request that drew it where our own artist did: then its layers can move apart."""

    panel: Digest
    request: PanelRequest | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What is known of each shot before it is filmed: its drawing and its length; and every recorded line."""

    drawings: Mapping[str, Drawing]
    frames: Mapping[str, int]
    spoken: Mapping[str, Spoken]


def clips(
    script: Script,
    episode: EpisodeId,
    plan: Plan,
    size: tuple[int, int],
    told: Mapping[str, tuple[str, str]] | None = None,
) -> tuple[Order, ...]:
    """Return an order for each clip at `size` pixels; one clip speaks the lines of its own shot and no other.

    `told` are the prompt and the negative of each shot, for a model that reads words.
    """
    said = told or {}
    return tuple(
        Order(
            work=Work(Medium.CLIP, shot.id),
            request=ClipRequest(
                panel=plan.drawings[shot.id].panel,
                drawing=plan.drawings[shot.id].request,
                move=shot.move,
                speech=_speech(script, shot, plan.spoken),
                frames=plan.frames[shot.id],
                width=size[0],
                height=size[1],
                seed=seed(episode, "shot", shot.id, shot.roll),
                prompt=said[shot.id][0] if shot.id in said else "",
                negative=said[shot.id][1] if shot.id in said else "",
            ),
        )
        for shot in script.shots
    )


def _actor(character: Character, shot: Shot) -> Actor:
    staged = {each.character: each for each in shot.staging}
    staging = staged.get(character.id, Staging(character=character.id))
    return Actor(
        look=look(character),
        pose=staging.pose,
        expression=staging.expression,
        gaze=staging.gaze,
        facing=staging.facing,
        position=staging.position,
        holds=staging.holds or "",
    )


def _speech(script: Script, shot: Shot, spoken: Mapping[str, Spoken]) -> tuple[Speech, ...]:
    """Return the lines of a shot where the timeline has them."""
    return tuple(
        Speech(
            voice=spoken[name].sound,
            actor=script.line(name).speaker,
            start=(at - spoken[name].start) * 1000 // RATE,
            phonemes=spoken[name].phonemes,
        )
        for name, at in editor.speeches(shot, spoken).items()
    )
