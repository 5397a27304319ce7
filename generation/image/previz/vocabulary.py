"""The words the artist knows, and the nearest known word for one it does not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

PLACES = (
    "palace", "mountain", "sea", "temple", "market", "forest", "village", "street", "city", "rooftop",
    "room", "kitchen", "shop", "office", "school", "hospital", "restaurant", "station", "spaceship", "desert",
)  # fmt: skip
HOURS = ("dawn", "day", "dusk", "night")
WEATHERS = ("clear", "rain", "snow", "mist")
MOODS = ("joy", "tender", "sad", "tense", "ominous", "wonder")
FRAMINGS = ("extreme-wide", "wide", "full", "medium", "close-up", "extreme-close-up", "insert")
ANGLES = ("eye-level", "low", "high")

POSES = (
    # standing, with nothing but the body
    "stand", "relaxed", "hands-hips", "arms-crossed", "hands-behind", "hands-clasped", "think", "shrug", "facepalm",
    "hug-self", "look-over-shoulder", "look-up", "lean", "proud",
    # speaking with the hands
    "argue", "explain", "point", "beckon", "halt", "wave", "cheer", "surrender", "plead", "pray", "salute", "bow",
    "cover-face", "cover-ears", "whisper",
    # with a thing
    "hold", "offer", "reach", "carry", "phone-call", "hold-phone", "read", "write", "type", "eat", "drink", "cook",
    "push", "pull",
    # on the way
    "walk", "run", "sneak", "jump", "climb", "fall", "dance",
    # low
    "sit", "sit-slumped", "sit-floor", "kneel", "kneel-one", "crouch", "lie", "sleep", "drive", "ride",
    # with somebody, or against
    "embrace", "hold-hands", "guard", "sword-guard", "strike", "punch", "kick", "dodge",
)  # fmt: skip
EXPRESSIONS = (
    "neutral", "smile", "laugh", "sly", "tender", "proud", "determined", "thinking", "worried", "sad", "cry",
    "surprised", "afraid", "angry", "shout", "disgusted", "pain", "asleep",
)  # fmt: skip
GAZES = ("ahead", "camera", "left", "right", "up", "down", "away")
FACINGS = ("auto", "camera", "left", "right", "three-quarter-left", "three-quarter-right", "away")
POSITIONS = ("auto", "left", "centre", "right", "back-left", "back-right", "front-left", "front-right")
LENSES_KNOWN = ("normal", "wide", "long")
AGES = ("child", "teen", "young", "middle", "old")
BUILDS = ("slim", "average", "strong", "heavy")
HEIGHTS = ("short", "average", "tall")
ANCESTRIES = ("east-asian", "european", "african", "south-asian")
HAIR = (
    "long", "wavy", "hime", "half-up", "braid", "twin-braids", "high-ponytail", "low-ponytail", "bun", "double-bun",
    "palace-updo", "topknot", "topknot-long", "bob", "pixie", "short", "side-part", "crew-cut", "curly", "afro",
    "undercut", "mullet", "receding", "bald",
)  # fmt: skip
OUTFITS = (
    "hanfu", "robe", "official-robe", "imperial-robe", "armour", "martial", "monk-robe", "peasant", "qipao",
    "suit", "coat", "shirt", "tee", "hoodie", "sweater", "jacket", "dress", "gown", "blouse-skirt", "school-uniform",
    "police-uniform", "lab-coat", "hospital-gown", "apron", "tracksuit", "spacesuit", "bodysuit", "rags",
)  # fmt: skip
FEATURES = (
    "glasses", "sunglasses", "beard", "goatee", "moustache", "stubble", "scar", "freckles", "mole", "earrings",
    "hairpins", "crown", "straw-hat", "hat", "cap", "beanie", "headband", "veil", "mask", "eyepatch", "scarf", "cape",
    "fox-ears", "fox-tail", "nine-tails", "cat-ears", "cat-tail", "elf-ears", "horns", "wings", "robot-plates", "halo",
)  # fmt: skip
PROPS = (
    # in a hand
    "sword", "dagger", "staff", "bow", "spear", "fan", "umbrella", "lantern", "candle", "torch", "cup", "teapot",
    "bowl", "bottle", "wine-glass", "bread", "apple", "cake", "knife", "pan", "phone", "laptop", "tablet", "book",
    "letter", "scroll", "brush", "pen", "map", "photo", "ring", "necklace", "key", "coin", "watch", "mirror", "bag",
    "suitcase", "box", "gift", "bouquet", "rose", "pistol", "flashlight", "camera", "microphone", "guitar", "flute",
    "ball", "doll", "mask", "broom", "crystal", "flag",
    # standing near
    "chair", "stool", "bench", "table", "desk", "bed", "door", "barrel", "brazier", "bicycle",
    # alive, or nearly
    "dog", "cat", "fox", "bird", "horse", "robot",
)  # fmt: skip

INDOORS = frozenset({"room", "kitchen", "shop", "office", "school", "hospital", "restaurant", "spaceship"})

KIN: Mapping[str, str] = {
    # places
    "courtyard": "palace", "castle": "palace", "throne": "palace", "hill": "mountain", "cliff": "mountain",
    "cave": "mountain", "beach": "sea", "river": "sea", "lake": "sea", "boat": "sea", "harbour": "sea",
    "church": "temple", "shrine": "temple", "bazaar": "market", "fair": "market", "bamboo": "forest",
    "jungle": "forest", "garden": "forest", "park": "forest", "field": "village", "farm": "village",
    "alley": "street", "road": "street", "bridge": "street", "car": "street", "skyline": "city", "downtown": "city",
    "balcony": "rooftop", "terrace": "rooftop", "bedroom": "room", "flat": "room", "apartment": "room",
    "house": "room", "corridor": "room", "prison": "room", "bar": "restaurant", "cafe": "restaurant",
    "tavern": "restaurant", "inn": "restaurant", "bakery": "shop", "library": "shop", "store": "shop",
    "laboratory": "hospital", "clinic": "hospital", "classroom": "school", "university": "school",
    "train": "station", "airport": "station", "metro": "station", "space": "spaceship", "moon": "spaceship",
    "dune": "desert", "wasteland": "desert",
    # hours and weathers
    "morning": "dawn", "sunrise": "dawn", "noon": "day", "afternoon": "day", "evening": "dusk", "sunset": "dusk",
    "midnight": "night", "storm": "rain", "fog": "mist", "cloudy": "mist", "sunny": "clear", "wind": "clear",
    # moods
    "happy": "joy", "funny": "joy", "romantic": "tender", "calm": "tender", "melancholy": "sad", "angry": "tense",
    "fear": "ominous", "horror": "ominous", "mystery": "ominous", "epic": "wonder", "hope": "wonder",
    # framings and angles
    "establishing": "extreme-wide", "long": "wide", "medium-wide": "full", "two-shot": "medium",
    "over-the-shoulder": "medium", "close": "close-up", "detail": "insert", "bird": "high", "overhead": "high",
    "worm": "low", "dutch": "low", "eye": "eye-level",
}  # fmt: skip
"""Words that writers use, and the nearest word we can draw."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """The setting of a panel in words that can be drawn; `notes` tells which were replaced."""

    place: str
    hour: str
    weather: str
    mood: str
    framing: str
    angle: str
    notes: tuple[str, ...] = ()


def nearest(word: str, known: Sequence[str]) -> str:
    """Return the known word closest in meaning, then in spelling; the first one when nothing is close."""
    plain = word.strip().lower().replace("_", "-").replace(" ", "-")
    if plain in known:
        return plain
    kin = [KIN[part] for part in (plain, *plain.split("-")) if KIN.get(part) in known]
    parts = [part for part in plain.split("-") if part in known]
    close = get_close_matches(plain, known, n=1, cutoff=0.72)
    return [*kin, *parts, *close, known[0]][0]


def words(*, place: str, hour: str, weather: str, mood: str, framing: str, angle: str) -> Words:
    """Map a setting to the artist's own words and note every change."""
    asked = {"place": place, "hour": hour, "weather": weather, "mood": mood, "framing": framing, "angle": angle}
    lists = {
        "place": PLACES, "hour": HOURS, "weather": WEATHERS, "mood": MOODS, "framing": FRAMINGS, "angle": ANGLES,
    }  # fmt: skip
    drawn = {name: nearest(word, lists[name]) for name, word in asked.items()}
    notes = tuple(
        f"the artist does not know the {name} '{asked[name][:40]}' and drew '{drawn[name]}'"
        for name in asked
        if drawn[name] != asked[name]
    )
    return Words(**drawn, notes=notes)
