"""The design of a character: who they are to the eye, and what they wear. Every panel of an episode obeys it.

The words are those of the storyboard artist (`generation.image.previz.vocabulary`; a test holds them equal).
"""

from dataclasses import dataclass
from enum import StrEnum


class Build(StrEnum):
    """How somebody is built."""

    SLIM = "slim"
    AVERAGE = "average"
    STRONG = "strong"
    HEAVY = "heavy"


class Height(StrEnum):
    """How tall somebody is for their age."""

    SHORT = "short"
    AVERAGE = "average"
    TALL = "tall"


class Ancestry(StrEnum):
    """Where somebody's features come from."""

    EAST_ASIAN = "east-asian"
    EUROPEAN = "european"
    AFRICAN = "african"
    SOUTH_ASIAN = "south-asian"


class Hair(StrEnum):
    """How hair is worn."""

    LONG = "long"
    WAVY = "wavy"
    HIME = "hime"
    HALF_UP = "half-up"
    BRAID = "braid"
    TWIN_BRAIDS = "twin-braids"
    HIGH_PONYTAIL = "high-ponytail"
    LOW_PONYTAIL = "low-ponytail"
    BUN = "bun"
    DOUBLE_BUN = "double-bun"
    PALACE_UPDO = "palace-updo"
    TOPKNOT = "topknot"
    TOPKNOT_LONG = "topknot-long"
    BOB = "bob"
    PIXIE = "pixie"
    SHORT = "short"
    SIDE_PART = "side-part"
    CREW_CUT = "crew-cut"
    CURLY = "curly"
    AFRO = "afro"
    UNDERCUT = "undercut"
    MULLET = "mullet"
    RECEDING = "receding"
    BALD = "bald"


class Outfit(StrEnum):
    """What is worn."""

    HANFU = "hanfu"
    ROBE = "robe"
    OFFICIAL_ROBE = "official-robe"
    IMPERIAL_ROBE = "imperial-robe"
    ARMOUR = "armour"
    MARTIAL = "martial"
    MONK_ROBE = "monk-robe"
    PEASANT = "peasant"
    QIPAO = "qipao"
    SUIT = "suit"
    COAT = "coat"
    SHIRT = "shirt"
    TEE = "tee"
    HOODIE = "hoodie"
    SWEATER = "sweater"
    JACKET = "jacket"
    DRESS = "dress"
    GOWN = "gown"
    BLOUSE_SKIRT = "blouse-skirt"
    SCHOOL_UNIFORM = "school-uniform"
    POLICE_UNIFORM = "police-uniform"
    LAB_COAT = "lab-coat"
    HOSPITAL_GOWN = "hospital-gown"
    APRON = "apron"
    TRACKSUIT = "tracksuit"
    SPACESUIT = "spacesuit"
    BODYSUIT = "bodysuit"
    RAGS = "rags"


class Feature(StrEnum):
    """What else is seen of somebody: on the face, on the head, or of a being that is not human."""

    GLASSES = "glasses"
    SUNGLASSES = "sunglasses"
    BEARD = "beard"
    GOATEE = "goatee"
    MOUSTACHE = "moustache"
    STUBBLE = "stubble"
    SCAR = "scar"
    FRECKLES = "freckles"
    MOLE = "mole"
    EARRINGS = "earrings"
    HAIRPINS = "hairpins"
    CROWN = "crown"
    STRAW_HAT = "straw-hat"
    HAT = "hat"
    CAP = "cap"
    BEANIE = "beanie"
    HEADBAND = "headband"
    VEIL = "veil"
    MASK = "mask"
    EYEPATCH = "eyepatch"
    SCARF = "scarf"
    CAPE = "cape"
    FOX_EARS = "fox-ears"
    FOX_TAIL = "fox-tail"
    NINE_TAILS = "nine-tails"
    CAT_EARS = "cat-ears"
    CAT_TAIL = "cat-tail"
    ELF_EARS = "elf-ears"
    HORNS = "horns"
    WINGS = "wings"
    ROBOT_PLATES = "robot-plates"
    HALO = "halo"


@dataclass(frozen=True, kw_only=True, slots=True)
class Design:
    """What a character looks like in every shot; sex and age are the character's own.

    Colours are `#rrggbb`, empty where the artist chooses by the character's id; `colours` are those of the clothes: the
    main one, the second, the accent.
    """

    build: Build = Build.AVERAGE
    height: Height = Height.AVERAGE
    ancestry: Ancestry = Ancestry.EAST_ASIAN
    skin: str = ""
    eyes: str = ""
    hair: Hair = Hair.LONG
    hair_colour: str = ""
    outfit: Outfit = Outfit.TEE
    colours: tuple[str, ...] = ()
    features: tuple[Feature, ...] = ()
