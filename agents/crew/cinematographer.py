"""The camera crew: what is asked of the image and video back-ends for each shot."""

from collections.abc import Mapping
from dataclasses import dataclass

from agents.crew.seeds import seed
from agents.production import Order
from generation.requests import ClipRequest, PanelRequest
from storage.domain.ids import Digest, EpisodeId
from storage.domain.story import Script, Shot, Synopsis
from storage.domain.takes import Medium, Work

FINAL = (1080, 1920)
"""Pixels of panels and of the final cut: a phone held upright."""
PREVIEW = (540, 960)
"""Pixels of the clips of the preview."""


def panel(script: Script, synopsis: Synopsis, shot: Shot, episode: EpisodeId) -> PanelRequest:
    """Return the request of a shot's drawing: its words, its scene's light and place, its camera."""
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
        characters=tuple(character.id for character in cast),
        looks=tuple(f"{character.age} {character.sex}. {character.look}" for character in cast),
        seed=seed(episode, "shot", shot.id, shot.roll),
        scene_seed=seed(episode, "scene", scene.id),
    )


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
    """A shot's panel, and the request that drew it where our own artist did: then its layers can move apart."""

    panel: Digest
    request: PanelRequest | None


def clips(
    script: Script,
    episode: EpisodeId,
    drawings: Mapping[str, Drawing],
    frames: Mapping[str, int],
    size: tuple[int, int],
) -> tuple[Order, ...]:
    """Return an order for each clip, `frames` long, at `size` pixels."""
    return tuple(
        Order(
            work=Work(Medium.CLIP, shot.id),
            request=ClipRequest(
                panel=drawings[shot.id].panel,
                drawing=drawings[shot.id].request,
                move=shot.move,
                frames=frames[shot.id],
                width=size[0],
                height=size[1],
                seed=seed(episode, "shot", shot.id, shot.roll),
            ),
        )
        for shot in script.shots
    )
