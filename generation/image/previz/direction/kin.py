"""Words that writers use for people and things, and the nearest word the artist can draw."""

from collections.abc import Mapping

POSES: Mapping[str, str] = {
    "standing": "stand", "wait": "stand", "waiting": "stand", "listen": "stand", "listening": "stand",
    "watch": "stand", "stare": "stand", "pose": "proud", "idle": "relaxed", "akimbo": "hands-hips",
    "cross-arms": "arms-crossed", "folded-arms": "arms-crossed", "thinking": "think", "ponder": "think",
    "chin": "think", "wonder": "think", "hug": "embrace", "hugging": "embrace", "kiss": "embrace", "cuddle": "embrace",
    "shiver": "hug-self", "cold": "hug-self", "lean-wall": "lean", "leaning": "lean", "turn": "look-over-shoulder",
    "glance": "look-over-shoulder", "shout": "argue", "quarrel": "argue", "scold": "argue", "talk": "explain",
    "talking": "explain", "speak": "explain", "speaking": "explain", "present": "explain", "gesture": "explain",
    "accuse": "point", "pointing": "point", "summon": "beckon", "call": "beckon", "stop": "halt", "refuse": "halt",
    "greet": "wave", "waving": "wave", "goodbye": "wave", "celebrate": "cheer", "victory": "cheer",
    "hands-up": "surrender", "beg": "plead", "implore": "plead", "praying": "pray", "greeting": "bow", "bowing": "bow",
    "curtsy": "bow", "hide-face": "cover-face", "weep": "cover-face", "sob": "cover-face", "crying": "cover-face",
    "secret": "whisper", "give": "offer", "hand-over": "offer", "show": "offer", "grab": "reach", "take": "reach",
    "touch": "reach", "caress": "reach", "lift": "carry", "carrying": "carry", "phone": "phone-call",
    "telephone": "phone-call", "calling": "phone-call", "text": "hold-phone", "selfie": "hold-phone",
    "scroll": "hold-phone", "reading": "read", "study": "read", "writing": "write", "paint": "write", "typing": "type",
    "work": "type", "eating": "eat", "dine": "eat", "drinking": "drink", "toast": "drink", "pour": "drink",
    "cooking": "cook", "chop": "cook", "walking": "walk", "stroll": "walk", "enter": "walk", "leave": "walk",
    "follow": "walk", "running": "run", "flee": "run", "chase": "run", "hurry": "run", "escape": "run",
    "creep": "sneak", "hide": "sneak", "sneaking": "sneak", "leap": "jump", "fly": "jump", "float": "jump",
    "climbing": "climb", "collapse": "fall", "stumble": "fall", "trip": "fall", "dancing": "dance", "sing": "dance",
    "sitting": "sit", "seated": "sit", "slump": "sit-slumped", "exhausted": "sit-slumped", "cross-legged": "sit-floor",
    "meditate": "sit-floor", "kneeling": "kneel", "propose": "kneel-one", "proposal": "kneel-one", "squat": "crouch",
    "duck": "crouch", "crouching": "crouch", "lying": "lie", "dead": "lie", "faint": "lie", "unconscious": "lie",
    "sleeping": "sleep", "rest": "sleep", "driving": "drive", "riding": "ride", "horseback": "ride",
    "hand-in-hand": "hold-hands", "fight": "guard", "defend": "guard", "ready": "guard", "fighting": "guard",
    "duel": "sword-guard", "draw-sword": "sword-guard", "attack": "strike", "slash": "strike", "hit": "punch",
    "slap": "strike", "push-away": "push", "drag": "pull", "kicking": "kick", "evade": "dodge", "avoid": "dodge",
    "shield": "guard",
}  # fmt: skip

EXPRESSIONS: Mapping[str, str] = {
    "calm": "neutral", "blank": "neutral", "serious": "neutral", "cold": "neutral", "stern": "determined",
    "happy": "smile", "joy": "laugh", "joyful": "laugh", "cheerful": "smile", "smiling": "smile", "amused": "smile",
    "kind": "tender", "loving": "tender", "love": "tender", "gentle": "tender", "soft": "tender", "moved": "tender",
    "laughing": "laugh", "smirk": "sly", "mocking": "sly", "seductive": "sly", "cunning": "sly", "ironic": "sly",
    "confident": "proud", "arrogant": "proud", "resolute": "determined", "focused": "determined",
    "brave": "determined", "thoughtful": "thinking", "pensive": "thinking", "doubtful": "thinking",
    "curious": "thinking", "puzzled": "thinking", "confused": "worried", "anxious": "worried", "nervous": "worried",
    "concerned": "worried", "embarrassed": "worried", "shy": "worried", "guilty": "sad", "melancholy": "sad",
    "disappointed": "sad", "lonely": "sad", "tired": "sad", "crying": "cry", "tears": "cry", "weeping": "cry",
    "sobbing": "cry", "shocked": "surprised", "amazed": "surprised", "astonished": "surprised", "awe": "surprised",
    "stunned": "surprised", "fear": "afraid", "scared": "afraid", "terrified": "afraid", "horrified": "afraid",
    "fearful": "afraid", "furious": "angry", "rage": "shout", "mad": "angry", "annoyed": "angry", "hostile": "angry",
    "shouting": "shout", "yelling": "shout", "screaming": "shout", "contempt": "disgusted", "disgust": "disgusted",
    "hurt": "pain", "suffering": "pain", "wounded": "pain", "sleeping": "asleep", "closed": "asleep", "dead": "asleep",
    "unconscious": "asleep",
}  # fmt: skip

GAZES: Mapping[str, str] = {
    "forward": "ahead", "front": "ahead", "straight": "ahead", "horizon": "ahead", "distance": "ahead",
    "viewer": "camera", "lens": "camera", "us": "camera", "sky": "up", "above": "up", "ground": "down",
    "floor": "down", "below": "down", "hands": "down", "behind": "away", "back": "away", "off": "away",
    "aside": "away",
}  # fmt: skip

FACINGS: Mapping[str, str] = {
    "front": "camera", "forward": "camera", "profile": "left", "profile-left": "left", "profile-right": "right",
    "back": "away", "behind": "away", "three-quarter": "three-quarter-left", "3/4-left": "three-quarter-left",
    "3/4-right": "three-quarter-right",
}  # fmt: skip

POSITIONS: Mapping[str, str] = {
    "center": "centre", "middle": "centre", "front": "centre", "foreground": "front-left", "background": "back-right",
    "back": "back-right", "far": "back-right", "near": "front-left",
}  # fmt: skip

AGES: Mapping[str, str] = {
    "baby": "child", "kid": "child", "teenager": "teen", "adolescent": "teen", "adult": "middle", "mature": "middle",
    "middle-aged": "middle", "elder": "old", "elderly": "old", "aged": "old",
}  # fmt: skip
BUILDS: Mapping[str, str] = {
    "thin": "slim", "slender": "slim", "medium": "average", "normal": "average", "athletic": "strong",
    "muscular": "strong", "fat": "heavy", "stout": "heavy", "large": "heavy",
}  # fmt: skip
HEIGHTS: Mapping[str, str] = {"small": "short", "medium": "average", "normal": "average", "big": "tall"}
ANCESTRIES: Mapping[str, str] = {
    "asian": "east-asian", "chinese": "east-asian", "japanese": "east-asian", "korean": "east-asian",
    "white": "european", "caucasian": "european", "french": "european", "black": "african", "indian": "south-asian",
    "arab": "south-asian",
}  # fmt: skip

HAIR: Mapping[str, str] = {
    "straight": "long", "flowing": "long", "loose": "long", "curls": "curly", "fringe": "hime", "bangs": "hime",
    "braids": "twin-braids", "plait": "braid", "pigtails": "twin-braids", "ponytail": "high-ponytail",
    "chignon": "bun", "buns": "double-bun", "updo": "palace-updo", "knot": "topknot", "cropped": "pixie",
    "medium": "bob", "buzz": "crew-cut", "shaved": "bald", "thinning": "receding", "mohawk": "undercut",
    "spiky": "short", "messy": "short", "dreadlocks": "curly",
}  # fmt: skip

OUTFITS: Mapping[str, str] = {
    "kimono": "hanfu", "ancient": "hanfu", "silk": "hanfu", "tunic": "robe", "gown-robe": "robe",
    "official": "official-robe", "minister": "official-robe", "emperor": "imperial-robe",
    "dragon-robe": "imperial-robe", "armor": "armour", "warrior": "armour", "soldier": "armour", "general": "armour",
    "knight": "armour", "kungfu": "martial", "fighter": "martial", "monk": "monk-robe", "farmer": "peasant",
    "worker": "shirt", "cheongsam": "qipao", "tuxedo": "suit", "business": "suit", "blazer": "suit", "trench": "coat",
    "trenchcoat": "coat", "overcoat": "coat", "cloak": "coat", "jeans": "tee", "t-shirt": "tee", "tshirt": "tee",
    "casual": "tee", "pullover": "sweater", "cardigan": "sweater", "leather": "jacket", "skirt": "blouse-skirt",
    "blouse": "blouse-skirt", "evening": "gown", "wedding": "gown", "princess": "gown", "uniform": "school-uniform",
    "student": "school-uniform", "police": "police-uniform", "guard": "police-uniform", "doctor": "lab-coat",
    "scientist": "lab-coat", "nurse": "lab-coat", "patient": "hospital-gown", "pyjamas": "hospital-gown",
    "cook": "apron", "chef": "apron", "sport": "tracksuit", "sportswear": "tracksuit", "astronaut": "spacesuit",
    "pilot": "spacesuit", "cyber": "bodysuit", "android": "bodysuit", "beggar": "rags", "torn": "rags",
}  # fmt: skip

FEATURES: Mapping[str, str] = {
    "spectacles": "glasses", "shades": "sunglasses", "mustache": "moustache", "stubbly": "stubble",
    "spots": "freckles", "beauty-mark": "mole", "ear-rings": "earrings", "earring": "earrings", "hairpin": "hairpins",
    "tiara": "crown", "bamboo-hat": "straw-hat", "helmet": "hat", "bandana": "headband", "ribbon": "headband",
    "eye-patch": "eyepatch", "shawl": "scarf", "cloak": "cape", "fox": "fox-ears", "tail": "fox-tail",
    "tails": "nine-tails", "cat": "cat-ears", "elf": "elf-ears", "pointed-ears": "elf-ears", "horn": "horns",
    "antlers": "horns", "wing": "wings", "robot": "robot-plates", "cyborg": "robot-plates", "aura": "halo",
}  # fmt: skip

PROPS: Mapping[str, str] = {
    "blade": "sword", "saber": "sword", "katana": "sword", "stick": "staff", "cane": "staff", "spear-gun": "spear",
    "halberd": "spear", "parasol": "umbrella", "lamp": "lantern", "light": "lantern", "tea": "cup", "mug": "cup",
    "coffee": "cup", "glass": "wine-glass", "wine": "wine-glass", "goblet": "wine-glass", "kettle": "teapot",
    "rice": "bowl", "soup": "bowl", "noodles": "bowl", "plate": "bowl", "beer": "bottle", "potion": "bottle",
    "vial": "bottle", "medicine": "bottle", "loaf": "bread", "fruit": "apple", "wok": "pan", "pot": "pan",
    "cellphone": "phone", "smartphone": "phone", "mobile": "phone", "telephone": "phone", "computer": "laptop",
    "screen": "tablet", "notebook": "book", "diary": "book", "magazine": "book", "envelope": "letter",
    "note": "letter", "paper": "letter", "document": "letter", "contract": "letter", "edict": "scroll",
    "painting": "photo", "picture": "photo", "portrait": "photo", "jewel": "ring", "jade": "ring",
    "pendant": "necklace", "amulet": "necklace", "money": "coin", "gold": "coin", "clock": "watch", "handbag": "bag",
    "backpack": "bag", "purse": "bag", "luggage": "suitcase", "briefcase": "suitcase", "chest": "box", "parcel": "box",
    "package": "box", "present": "gift", "flowers": "bouquet", "flower": "rose", "gun": "pistol", "revolver": "pistol",
    "torchlight": "flashlight", "mic": "microphone", "violin": "guitar", "lute": "guitar", "toy": "doll",
    "teddy": "doll", "gem": "crystal", "orb": "crystal", "pearl": "crystal", "banner": "flag", "seat": "chair",
    "armchair": "chair", "throne": "chair", "sofa": "bench", "couch": "bench", "counter": "table", "gate": "door",
    "fire": "brazier", "bike": "bicycle", "puppy": "dog", "wolf": "dog", "kitten": "cat", "pigeon": "bird",
    "crow": "bird", "eagle": "bird", "pony": "horse", "android": "robot", "drone": "robot",
}  # fmt: skip
