"""The words the artist knows, and the nearest known word for one it does not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from generation.notes import Note, note

PLACES = (
    "palace", "mountain", "sea", "temple", "market", "forest", "village", "street", "city", "rooftop",
    "room", "kitchen", "shop", "office", "school", "hospital", "restaurant", "station", "spaceship", "desert",
    "palace-hall", "bamboo", "cave", "boat", "bedroom", "car", "train", "laboratory", "stage",
)  # fmt: skip
HOURS = ("dawn", "day", "dusk", "night")
WEATHERS = ("clear", "rain", "snow", "mist", "petals", "embers")
MOODS = ("joy", "tender", "sad", "tense", "ominous", "wonder")
FRAMINGS = (
    "extreme-wide", "wide", "full", "medium", "two-shot", "over-the-shoulder", "close-up", "extreme-close-up", "insert",
)  # fmt: skip
ANGLES = ("eye-level", "low", "high", "bird", "dutch")

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
SEATED = ("sit", "sit-slumped", "drive", "ride", "type", "write", "eat")
"""Poses that need a seat."""
EXPRESSIONS = (
    "neutral", "smile", "laugh", "sly", "tender", "proud", "determined", "thinking", "worried", "sad", "cry",
    "surprised", "afraid", "angry", "shout", "disgusted", "pain", "asleep",
)  # fmt: skip
GAZES = ("ahead", "camera", "left", "right", "up", "down", "away")
FACINGS = ("auto", "camera", "left", "right", "three-quarter-left", "three-quarter-right", "away")
POSITIONS = ("auto", "left", "centre", "right", "back-left", "back-right", "front-left", "front-right")
LENSES_KNOWN = ("normal", "wide", "long")
"""Lenses: what a director asks for by `PanelRequest.lens`."""
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

INDOORS = frozenset({
    "room", "kitchen", "shop", "office", "school", "hospital", "restaurant", "spaceship", "palace-hall", "cave",
    "bedroom", "train", "laboratory", "stage",
})  # fmt: skip

KIN: Mapping[str, str] = {
    # places
    "courtyard": "palace", "castle": "palace", "throne": "palace-hall", "hall": "palace-hall", "court": "palace-hall",
    "throne-room": "palace-hall", "hill": "mountain", "cliff": "mountain", "valley": "mountain",
    "waterfall": "mountain",
    "grotto": "cave", "cavern": "cave", "mine": "cave", "tunnel": "cave", "dungeon": "cave", "beach": "sea",
    "lake": "sea", "harbour": "sea", "pier": "sea", "lighthouse": "sea", "ship": "boat", "ferry": "boat",
    "river": "boat", "junk": "boat", "deck": "boat", "church": "temple", "shrine": "temple", "pagoda": "temple",
    "bazaar": "market", "fair": "market", "grove": "bamboo", "jungle": "forest", "garden": "palace", "park": "forest",
    "woods": "forest", "field": "village", "farm": "village", "alley": "street", "road": "street", "bridge": "street",
    "taxi": "car", "bus": "car", "truck": "car", "skyline": "city", "downtown": "city", "square": "city",
    "balcony": "rooftop", "terrace": "rooftop", "roof": "rooftop", "flat": "room", "apartment": "room",
    "living-room": "room", "house": "room", "home": "room", "corridor": "room", "prison": "room", "chamber": "bedroom",
    "dormitory": "bedroom", "bar": "restaurant", "cafe": "restaurant", "tavern": "restaurant", "inn": "restaurant",
    "bakery": "shop", "store": "shop", "boutique": "shop", "library": "school", "lab": "laboratory",
    "workshop": "laboratory", "clinic": "hospital", "classroom": "school", "university": "school",
    "carriage": "train", "railway": "train", "airport": "station", "metro": "station", "platform": "station",
    "theatre": "stage", "theater": "stage", "concert": "stage", "opera": "stage", "studio": "stage",
    "space": "spaceship", "moon": "spaceship", "dune": "desert", "wasteland": "desert",
    # hours and weathers
    "morning": "dawn", "sunrise": "dawn", "noon": "day", "afternoon": "day", "evening": "dusk", "sunset": "dusk",
    "midnight": "night", "storm": "rain", "fog": "mist", "cloudy": "mist", "blossom": "petals", "leaves": "petals",
    "sparks": "embers", "ash": "embers", "fire": "embers", "sunny": "clear", "wind": "clear",
    # moods
    "happy": "joy", "funny": "joy", "romantic": "tender", "calm": "tender", "melancholy": "sad", "angry": "tense",
    "fear": "ominous", "horror": "ominous", "mystery": "ominous", "epic": "wonder", "hope": "wonder",
    # framings and angles
    "establishing": "extreme-wide", "long": "wide", "medium-wide": "full", "american": "medium", "two": "two-shot",
    "ots": "over-the-shoulder", "shoulder": "over-the-shoulder", "close": "close-up", "macro": "extreme-close-up",
    "detail": "insert", "birds-eye": "bird", "overhead": "bird", "top": "bird", "aerial": "bird", "worm": "low",
    "tilted": "dutch", "canted": "dutch", "eye": "eye-level", "telephoto": "long", "zoom": "long", "fisheye": "wide",
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
    lens: str = "normal"
    notes: tuple[Note, ...] = ()


def alike(word: str, known: Sequence[str], kin: Mapping[str, str] = KIN) -> str:
    """Return the known word closest in meaning, then in spelling; empty when nothing is close."""
    plain = word.strip().lower().replace("_", "-").replace(" ", "-")
    if plain in known:
        return plain
    parts = [part for part in plain.split("-") if part]
    meant = [kin[part] for part in (plain, *parts) if kin.get(part) in known]
    spelt = [part for part in parts if part in known]
    close = get_close_matches(plain, known, n=1, cutoff=0.72)
    return [*meant, *spelt, *close, ""][0]


def nearest(word: str, known: Sequence[str], kin: Mapping[str, str] = KIN) -> str:
    """Return the known word closest in meaning, then in spelling; the first one when nothing is close."""
    return alike(word, known, kin) or known[0]


def words(  # noqa: PLR0913 - each is one word of a request
    *, place: str, hour: str, weather: str, mood: str, framing: str, angle: str, lens: str = "normal"
) -> Words:
    """Map a setting to the artist's own words and note every change."""
    asked = {
        "place": place, "hour": hour, "weather": weather, "mood": mood, "framing": framing, "angle": angle,
        "lens": lens,
    }  # fmt: skip
    lists = {
        "place": PLACES, "hour": HOURS, "weather": WEATHERS, "mood": MOODS, "framing": FRAMINGS, "angle": ANGLES,
        "lens": LENSES_KNOWN,
    }  # fmt: skip
    drawn = {name: nearest(word, lists[name]) for name, word in asked.items()}
    notes = tuple(replaced(name, asked[name], drawn[name]) for name in asked if drawn[name] != asked[name])
    return Words(**drawn, notes=notes)


def replaced(kind: str, asked: str, drawn: str) -> Note:
    """Return the note of a word that could not be drawn as asked."""
    if not drawn:
        return note("word-left-out", kind=kind, asked=asked[:40])
    return note("word-replaced", kind=kind, asked=asked[:40], drawn=drawn)
