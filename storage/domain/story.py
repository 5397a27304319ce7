"""The work and its parts: series, cast, synopsis, script, shots and lines. Words first; pictures name them by id.

Lengths follow the form: an episode has 4 to 8 shots and lasts 15 to 30 seconds on a phone held upright.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from storage.domain.design import Design
from storage.domain.errors import InvalidValue
from storage.domain.ids import Digest, EpisodeId, PersonId, SeriesId
from storage.domain.stages import Stage
from storage.domain.staging import Lens, Prop, Staging

SHOTS = range(4, 9)
"""How many shots an episode may have."""

SECONDS = (15, 30)
"""How long an episode may last, cards included."""


BOOK = 0
"""The number of a series' book: what belongs to no episode is kept as if it were an episode before the first."""


class Language(StrEnum):
    """The languages a series can be written in and a person can be spoken to (ISO 639-1)."""

    FRENCH = "fr"
    ENGLISH = "en"
    CHINESE = "zh"


class Sex(StrEnum):
    """Chooses a character's voice and figure."""

    WOMAN = "woman"
    MAN = "man"


class Age(StrEnum):
    """A character's time of life."""

    CHILD = "child"
    TEEN = "teen"
    YOUNG = "young"
    MIDDLE = "middle"
    OLD = "old"


class Place(StrEnum):
    """The sets the storyboard artist knows how to build."""

    PALACE = "palace"
    MOUNTAIN = "mountain"
    SEA = "sea"
    TEMPLE = "temple"
    MARKET = "market"
    FOREST = "forest"
    VILLAGE = "village"
    STREET = "street"
    CITY = "city"
    ROOFTOP = "rooftop"
    ROOM = "room"
    KITCHEN = "kitchen"
    SHOP = "shop"
    OFFICE = "office"
    SCHOOL = "school"
    HOSPITAL = "hospital"
    RESTAURANT = "restaurant"
    STATION = "station"
    SPACESHIP = "spaceship"
    DESERT = "desert"
    PALACE_HALL = "palace-hall"
    BAMBOO = "bamboo"
    CAVE = "cave"
    BOAT = "boat"
    BEDROOM = "bedroom"
    CAR = "car"
    TRAIN = "train"
    LABORATORY = "laboratory"
    STAGE = "stage"


class Hour(StrEnum):
    """The light of a scene."""

    DAWN = "dawn"
    DAY = "day"
    DUSK = "dusk"
    NIGHT = "night"


class Weather(StrEnum):
    """What falls or hangs in the air of a scene."""

    CLEAR = "clear"
    RAIN = "rain"
    SNOW = "snow"
    MIST = "mist"
    PETALS = "petals"
    EMBERS = "embers"


class Mood(StrEnum):
    """The colour of a scene's feeling; it tints pictures and chooses the music."""

    JOY = "joy"
    TENDER = "tender"
    SAD = "sad"
    TENSE = "tense"
    OMINOUS = "ominous"
    WONDER = "wonder"


class Framing(StrEnum):
    """How much of the scene a shot shows."""

    EXTREME_WIDE = "extreme-wide"
    WIDE = "wide"
    FULL = "full"
    MEDIUM = "medium"
    CLOSE = "close-up"
    EXTREME_CLOSE = "extreme-close-up"
    INSERT = "insert"
    TWO_SHOT = "two-shot"
    OVER_SHOULDER = "over-the-shoulder"


class Angle(StrEnum):
    """Where the camera looks from."""

    EYE = "eye-level"
    LOW = "low"
    HIGH = "high"
    BIRD = "bird"
    DUTCH = "dutch"


class Move(StrEnum):
    """How the camera moves during a shot."""

    STATIC = "static"
    PUSH = "push-in"
    PULL = "pull-out"
    PAN_LEFT = "pan-left"
    PAN_RIGHT = "pan-right"
    TILT_UP = "tilt-up"
    TILT_DOWN = "tilt-down"
    TRACK_LEFT = "track-left"
    TRACK_RIGHT = "track-right"
    ORBIT = "orbit"
    HANDHELD = "handheld"
    RACK_FOCUS = "rack-focus"


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """A work in episodes; its `language` is the language it is written and spoken in."""

    id: SeriesId
    title: str
    language: Language
    creator: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class Episode:
    """One episode and where it stands. `halt` is why work on it stopped, empty while nothing is wrong; `halt_facts` are
    what that reason needs to be told.

    One with a `language` is an edition: the episode of this number once more, with its dialogue in that language.
    """

    id: EpisodeId
    series: SeriesId
    number: int
    stage: Stage
    halt: str = ""
    language: Language | None = None
    halt_facts: Mapping[str, str] = field(default_factory=dict, hash=False)

    def spoken(self, series: Series) -> Series:
        """Return its series as this episode speaks: an edition's in the language of the edition."""
        return replace(series, language=self.language) if self.language else series


@dataclass(frozen=True, kw_only=True, slots=True)
class Character:
    """Someone of the cast. `id` is a short word used by lines and shots; `look` is one sentence.

    `design` is that look as the artist draws it, `sheet` the drawing of it from all sides; both are approved with the
    synopsis and obeyed by every panel. Neither is there before the costume designer and the artist have worked.
    """

    id: str
    name: str
    sex: Sex
    age: Age
    look: str
    design: Design | None = None
    sheet: Digest | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Synopsis:
    """The approved prose of an episode: title, logline (one sentence), beats in order, and who is in it."""

    title: str
    logline: str
    beats: tuple[str, ...]
    cast: tuple[Character, ...]

    def __post_init__(self) -> None:
        """Refuse a synopsis without words, and two characters with one id."""
        ids = [character.id for character in self.cast]
        if not (self.title.strip() and self.logline.strip() and self.beats):
            raise InvalidValue("a synopsis needs a title, a logline and at least one beat")
        if len(set(ids)) != len(ids):
            raise InvalidValue(f"two characters share an id: {ids}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One spoken line; `speaker` is a character's id."""

    id: str
    speaker: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """One place and time. `setting` is the writer's own words for `place`."""

    id: str
    setting: str
    place: Place
    hour: Hour
    weather: Weather
    mood: Mood


@dataclass(frozen=True, kw_only=True, slots=True)
class Shot:
    """One camera set-up. `action` is what is seen, in one sentence; `lines` are spoken during it, by id.

    `staging` is how its characters are placed, `props` what stands near them. `roll` counts how often the picture was
    asked for anew with nothing else changed.

    With `continues` it goes on where the shot before ends, without a cut: its clip begins on the last frame of that
    one's. So it is filmed where a model sets pictures in motion; our own animation cuts.
    """

    id: str
    scene: str
    framing: Framing
    angle: Angle
    move: Move
    action: str
    characters: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    roll: int = 0
    staging: tuple[Staging, ...] = ()
    props: tuple[Prop, ...] = ()
    lens: Lens = Lens.NORMAL
    continues: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Script:
    """Scenes, lines and the shot list of an episode; every id that is named exists."""

    scenes: tuple[Scene, ...]
    lines: tuple[Line, ...]
    shots: tuple[Shot, ...]

    def __post_init__(self) -> None:
        """Refuse ids that name nothing, lines spoken twice or never, and too few or too many shots."""
        if len(self.shots) not in SHOTS:
            raise InvalidValue(f"an episode has {SHOTS.start} to {SHOTS.stop - 1} shots, not {len(self.shots)}")
        unknown = {shot.scene for shot in self.shots} - {scene.id for scene in self.scenes}
        if unknown:
            raise InvalidValue(f"shots name scenes that do not exist: {sorted(unknown)}")
        spoken = [line for shot in self.shots for line in shot.lines]
        if sorted(spoken) != sorted(line.id for line in self.lines):
            raise InvalidValue("every line is spoken once, in one shot")

    def line(self, line: str) -> Line:
        """Return the line with this id."""
        return next(each for each in self.lines if each.id == line)

    def scene(self, shot: Shot) -> Scene:
        """Return the scene of a shot."""
        return next(each for each in self.scenes if each.id == shot.scene)
