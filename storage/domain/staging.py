"""The staging of a shot: what each character does there, what their face says, where they look, what they hold.

The words are those of the storyboard artist (`generation.image.previz.vocabulary`; a test holds them equal).
"""

from dataclasses import dataclass
from enum import StrEnum


class Pose(StrEnum):
    """What somebody's body does."""

    STAND = "stand"
    RELAXED = "relaxed"
    HANDS_HIPS = "hands-hips"
    ARMS_CROSSED = "arms-crossed"
    HANDS_BEHIND = "hands-behind"
    HANDS_CLASPED = "hands-clasped"
    THINK = "think"
    SHRUG = "shrug"
    FACEPALM = "facepalm"
    HUG_SELF = "hug-self"
    LOOK_OVER_SHOULDER = "look-over-shoulder"
    LOOK_UP = "look-up"
    LEAN = "lean"
    PROUD = "proud"
    ARGUE = "argue"
    EXPLAIN = "explain"
    POINT = "point"
    BECKON = "beckon"
    HALT = "halt"
    WAVE = "wave"
    CHEER = "cheer"
    SURRENDER = "surrender"
    PLEAD = "plead"
    PRAY = "pray"
    SALUTE = "salute"
    BOW = "bow"
    COVER_FACE = "cover-face"
    COVER_EARS = "cover-ears"
    WHISPER = "whisper"
    HOLD = "hold"
    OFFER = "offer"
    REACH = "reach"
    CARRY = "carry"
    PHONE_CALL = "phone-call"
    HOLD_PHONE = "hold-phone"
    READ = "read"
    WRITE = "write"
    TYPE = "type"
    EAT = "eat"
    DRINK = "drink"
    COOK = "cook"
    PUSH = "push"
    PULL = "pull"
    WALK = "walk"
    RUN = "run"
    SNEAK = "sneak"
    JUMP = "jump"
    CLIMB = "climb"
    FALL = "fall"
    DANCE = "dance"
    SIT = "sit"
    SIT_SLUMPED = "sit-slumped"
    SIT_FLOOR = "sit-floor"
    KNEEL = "kneel"
    KNEEL_ONE = "kneel-one"
    CROUCH = "crouch"
    LIE = "lie"
    SLEEP = "sleep"
    DRIVE = "drive"
    RIDE = "ride"
    EMBRACE = "embrace"
    HOLD_HANDS = "hold-hands"
    GUARD = "guard"
    SWORD_GUARD = "sword-guard"
    STRIKE = "strike"
    PUNCH = "punch"
    KICK = "kick"
    DODGE = "dodge"


class Expression(StrEnum):
    """What somebody's face says."""

    NEUTRAL = "neutral"
    SMILE = "smile"
    LAUGH = "laugh"
    SLY = "sly"
    TENDER = "tender"
    PROUD = "proud"
    DETERMINED = "determined"
    THINKING = "thinking"
    WORRIED = "worried"
    SAD = "sad"
    CRY = "cry"
    SURPRISED = "surprised"
    AFRAID = "afraid"
    ANGRY = "angry"
    SHOUT = "shout"
    DISGUSTED = "disgusted"
    PAIN = "pain"
    ASLEEP = "asleep"


class Gaze(StrEnum):
    """Where somebody looks, if not at another character."""

    AHEAD = "ahead"
    CAMERA = "camera"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    AWAY = "away"


class Facing(StrEnum):
    """Where somebody's body is turned; `auto` leaves it to the artist."""

    AUTO = "auto"
    CAMERA = "camera"
    LEFT = "left"
    RIGHT = "right"
    THREE_QUARTER_LEFT = "three-quarter-left"
    THREE_QUARTER_RIGHT = "three-quarter-right"
    AWAY = "away"


class Position(StrEnum):
    """Where somebody stands in the picture; `auto` leaves it to the artist."""

    AUTO = "auto"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    BACK_LEFT = "back-left"
    BACK_RIGHT = "back-right"
    FRONT_LEFT = "front-left"
    FRONT_RIGHT = "front-right"


class Prop(StrEnum):
    """Something that is held or stands near."""

    SWORD = "sword"
    DAGGER = "dagger"
    STAFF = "staff"
    BOW = "bow"
    SPEAR = "spear"
    FAN = "fan"
    UMBRELLA = "umbrella"
    LANTERN = "lantern"
    CANDLE = "candle"
    TORCH = "torch"
    CUP = "cup"
    TEAPOT = "teapot"
    BOWL = "bowl"
    BOTTLE = "bottle"
    WINE_GLASS = "wine-glass"
    BREAD = "bread"
    APPLE = "apple"
    CAKE = "cake"
    KNIFE = "knife"
    PAN = "pan"
    PHONE = "phone"
    LAPTOP = "laptop"
    TABLET = "tablet"
    BOOK = "book"
    LETTER = "letter"
    SCROLL = "scroll"
    BRUSH = "brush"
    PEN = "pen"
    MAP = "map"
    PHOTO = "photo"
    RING = "ring"
    NECKLACE = "necklace"
    KEY = "key"
    COIN = "coin"
    WATCH = "watch"
    MIRROR = "mirror"
    BAG = "bag"
    SUITCASE = "suitcase"
    BOX = "box"
    GIFT = "gift"
    BOUQUET = "bouquet"
    ROSE = "rose"
    PISTOL = "pistol"
    FLASHLIGHT = "flashlight"
    CAMERA = "camera"
    MICROPHONE = "microphone"
    GUITAR = "guitar"
    FLUTE = "flute"
    BALL = "ball"
    DOLL = "doll"
    MASK = "mask"
    BROOM = "broom"
    CRYSTAL = "crystal"
    FLAG = "flag"
    CHAIR = "chair"
    STOOL = "stool"
    BENCH = "bench"
    TABLE = "table"
    DESK = "desk"
    BED = "bed"
    DOOR = "door"
    BARREL = "barrel"
    BRAZIER = "brazier"
    BICYCLE = "bicycle"
    DOG = "dog"
    CAT = "cat"
    FOX = "fox"
    BIRD = "bird"
    HORSE = "horse"
    ROBOT = "robot"


class Lens(StrEnum):
    """How long the lens is."""

    NORMAL = "normal"
    WIDE = "wide"
    LONG = "long"


@dataclass(frozen=True, kw_only=True, slots=True)
class Staging:
    """How a character is staged in a shot.

    `gaze` is a word of `Gaze` or the id of another character of the shot; `holds` is a `Prop`, empty for none.
    """

    character: str
    pose: Pose = Pose.STAND
    expression: Expression = Expression.NEUTRAL
    gaze: str = Gaze.AHEAD
    facing: Facing = Facing.AUTO
    position: Position = Position.AUTO
    holds: Prop | None = None
