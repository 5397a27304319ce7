"""What is asked of the artists: drawings of characters and shots."""

from dataclasses import dataclass
from typing import ClassVar

from generation.requests.identity import Digest


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """How a character is drawn in every shot of an episode: who they are, and what they wear.

    `id` is the character's own: it decides the features of the face, so that two people of one age and sex differ and
    one person never does. Words are the artist's (`generation.image.previz.vocabulary`), colours are `#rrggbb`;
    `colours` are those of the clothes: main, second, accent. Empty colours are chosen from the id.
    """

    id: str
    sex: str = "woman"
    age: str = "young"
    build: str = "average"
    height: str = "average"
    ancestry: str = "east-asian"
    skin: str = ""
    eyes: str = ""
    hair: str = "long"
    hair_colour: str = ""
    outfit: str = "tee"
    colours: tuple[str, ...] = ()
    features: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """A character in a shot: how they stand, what their face says, where they look, and what they hold.

    `gaze` is a direction or the id of another character in the shot; `position` and `facing` may be `auto`, then the
    artist blocks the shot; `holds` is a prop or empty.
    """

    look: Look
    pose: str = "stand"
    expression: str = "neutral"
    gaze: str = "ahead"
    facing: str = "auto"
    position: str = "auto"
    holds: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetRequest:
    """Ask for a character sheet: front, three-quarter, profile and back, and six expressions, on a plain ground.

    The sheet is what every panel with this look obeys: a person approves it before the first panel is drawn.
    """

    operation: ClassVar[str] = "sheet"

    look: Look
    width: int = 1080
    height: int = 1350

    @property
    def sources(self) -> tuple[Digest, ...]:
        """A sheet is made from words alone."""
        return ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PanelRequest:
    """Ask for one drawing of the storyboard.

    The words of place, weather and framing are the script's own (`storage.domain.story`); a back-end that does not
    know one takes the nearest it knows and says so in its notes.

    `scene_seed` belongs to the scene: shots that share it are taken in the same place, laid out alike (without it, the
    shot's own `seed` lays it out).

    `actors` are who is drawn. `line` are the ids of all who play in the scene, from left to right as the camera sees
    them: shots that share it never cross the line of action (the 180 degree rule). `props` stand near.
    """

    operation: ClassVar[str] = "panel"

    description: str
    place: str
    hour: str
    weather: str
    mood: str
    framing: str
    angle: str
    actors: tuple[Actor, ...] = ()
    props: tuple[str, ...] = ()
    line: tuple[str, ...] = ()
    lens: str = "normal"
    seed: int
    scene_seed: int | None = None
    width: int = 1080
    height: int = 1920

    @property
    def sources(self) -> tuple[Digest, ...]:
        """A panel is made from words alone."""
        return ()


@dataclass(frozen=True, kw_only=True, slots=True)
class StillRequest:
    """Ask for a finished picture of a shot, or of a character, by a model that paints from words.

    `layout` is the drawing whose composition, depth and poses are kept, as firmly as `hold` says (0: not at all, 1:
    line for line); `references` are pictures of who is in it, in the order in which the prompt names them. `steps` and
    `guidance` are the model's own where they are 0; fewer steps make an audition.

    `pixels` is how many the model paints at the most, 0 for as many as it likes; the picture is enlarged from there.
    """

    operation: ClassVar[str] = "still"

    prompt: str
    negative: str = ""
    layout: Digest = ""
    hold: float = 0.6
    references: tuple[Digest, ...] = ()
    seed: int
    steps: int = 0
    guidance: float = 0.0
    width: int = 1080
    height: int = 1920
    pixels: int = 0

    @property
    def sources(self) -> tuple[Digest, ...]:
        """The drawing and the references, each once."""
        return tuple(dict.fromkeys(each for each in (self.layout, *self.references) if each))


@dataclass(frozen=True, kw_only=True, slots=True)
class RetouchRequest:
    """Ask for a picture changed as `instruction` says; with a `mask` (white where it may change), there alone.

    `steps`, `guidance` and `pixels` are those of a still.
    """

    operation: ClassVar[str] = "retouch"

    picture: Digest
    instruction: str
    mask: Digest = ""
    references: tuple[Digest, ...] = ()
    seed: int
    steps: int = 0
    guidance: float = 0.0
    width: int = 1080
    height: int = 1920
    pixels: int = 0

    @property
    def sources(self) -> tuple[Digest, ...]:
        """The picture, the mask and the references, each once."""
        return tuple(dict.fromkeys(each for each in (self.picture, self.mask, *self.references) if each))


@dataclass(frozen=True, kw_only=True, slots=True)
class UpscaleRequest:
    """Ask for a picture in a larger size, with nothing added that was not there."""

    operation: ClassVar[str] = "upscale"

    picture: Digest
    width: int = 1080
    height: int = 1920

    @property
    def sources(self) -> tuple[Digest, ...]:
        """The picture."""
        return (self.picture,)
