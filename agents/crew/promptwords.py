"""What the words of a script are called in a prompt, in English: models for pictures were trained on captions in it."""

from collections.abc import Mapping

from storage.domain.staging import Expression, Gaze, Lens, Pose
from storage.domain.story import Age, Angle, Framing, Hour, Mood, Move, Place, Sex, Weather

FRAMINGS: Mapping[Framing, str] = {
    Framing.EXTREME_WIDE: "extreme wide shot, small figures in a large view",
    Framing.WIDE: "wide shot",
    Framing.FULL: "full shot, whole figures from head to toe",
    Framing.MEDIUM: "medium shot from the waist up",
    Framing.CLOSE: "close-up of the face",
    Framing.EXTREME_CLOSE: "extreme close-up",
    Framing.INSERT: "insert shot of a detail",
    Framing.TWO_SHOT: "two-shot",
    Framing.OVER_SHOULDER: "over-the-shoulder shot",
}

ANGLES: Mapping[Angle, str] = {
    Angle.EYE: "at eye level",
    Angle.LOW: "from a low angle",
    Angle.HIGH: "from a high angle",
    Angle.BIRD: "seen from straight above",
    Angle.DUTCH: "with a tilted horizon",
}

LENSES: Mapping[Lens, str] = {
    Lens.NORMAL: "",
    Lens.WIDE: "wide-angle lens, deep focus",
    Lens.LONG: "long lens, blurred background",
}

PLACES: Mapping[Place, str] = {
    Place.PALACE: "an old palace",
    Place.MOUNTAIN: "mountains",
    Place.SEA: "the sea shore",
    Place.TEMPLE: "a temple",
    Place.MARKET: "a market",
    Place.FOREST: "a forest",
    Place.VILLAGE: "a village",
    Place.STREET: "a street",
    Place.CITY: "a city",
    Place.ROOFTOP: "a rooftop",
    Place.ROOM: "a room",
    Place.KITCHEN: "a kitchen",
    Place.SHOP: "a shop",
    Place.OFFICE: "an office",
    Place.SCHOOL: "a school",
    Place.HOSPITAL: "a hospital",
    Place.RESTAURANT: "a restaurant",
    Place.STATION: "a railway station",
    Place.SPACESHIP: "the inside of a spaceship",
    Place.DESERT: "a desert",
    Place.PALACE_HALL: "the hall of a palace",
    Place.BAMBOO: "a bamboo grove",
    Place.CAVE: "a cave",
    Place.BOAT: "a boat on the water",
    Place.BEDROOM: "a bedroom",
    Place.CAR: "the inside of a car",
    Place.TRAIN: "the inside of a train",
    Place.LABORATORY: "a laboratory",
    Place.STAGE: "a theatre stage",
}

HOURS: Mapping[Hour, str] = {
    Hour.DAWN: "first light at dawn",
    Hour.DAY: "daylight",
    Hour.DUSK: "low golden light at dusk",
    Hour.NIGHT: "night, moonlight and lamps",
}

WEATHERS: Mapping[Weather, str] = {
    Weather.CLEAR: "clear air",
    Weather.RAIN: "falling rain, wet ground",
    Weather.SNOW: "falling snow",
    Weather.MIST: "drifting mist",
    Weather.PETALS: "petals drifting in the air",
    Weather.EMBERS: "embers drifting in the air",
}

MOODS: Mapping[Mood, str] = {
    Mood.JOY: "joyful mood, warm bright colours",
    Mood.TENDER: "tender mood, soft warm light",
    Mood.SAD: "sad mood, muted cool colours",
    Mood.TENSE: "tense mood, hard contrast",
    Mood.OMINOUS: "ominous mood, deep shadows",
    Mood.WONDER: "mood of wonder, glowing light",
}

MUSIC: Mapping[Mood, str] = {
    Mood.JOY: "joyful, playful, major key, pizzicato strings and light percussion, 120 bpm",
    Mood.TENDER: "tender, intimate, major key, solo piano and warm strings, 70 bpm",
    Mood.SAD: "sad, sparse, minor key, solo cello and piano, 60 bpm",
    Mood.TENSE: "tense, driving, minor key, pulsing low strings and percussion, 110 bpm",
    Mood.OMINOUS: "ominous, dark, minor key, low drones and distant drums, 65 bpm",
    Mood.WONDER: "full of wonder, rising, major key, harp, celesta and high strings, 80 bpm",
}

MOVES: Mapping[Move, str] = {
    Move.STATIC: "The camera does not move",
    Move.PUSH: "The camera slowly pushes in",
    Move.PULL: "The camera slowly pulls out",
    Move.PAN_LEFT: "The camera pans left",
    Move.PAN_RIGHT: "The camera pans right",
    Move.TILT_UP: "The camera tilts up",
    Move.TILT_DOWN: "The camera tilts down",
    Move.TRACK_LEFT: "The camera tracks to the left",
    Move.TRACK_RIGHT: "The camera tracks to the right",
    Move.ORBIT: "The camera circles slowly around the subject",
    Move.HANDHELD: "The camera is handheld and sways a little",
    Move.RACK_FOCUS: "The camera stands still, and the focus moves from the foreground to the background",
}

AMBIENCE: Mapping[Weather, str] = {
    Weather.CLEAR: "Hair and clothes move a little in the air",
    Weather.RAIN: "Rain falls and drips",
    Weather.SNOW: "Snow falls slowly",
    Weather.MIST: "Mist drifts",
    Weather.PETALS: "Petals drift down",
    Weather.EMBERS: "Embers rise and glow",
}

AGES: Mapping[Age, str] = {
    Age.CHILD: "child",
    Age.TEEN: "teenage",
    Age.YOUNG: "young",
    Age.MIDDLE: "middle-aged",
    Age.OLD: "old",
}

PEOPLE: Mapping[tuple[Sex, bool], str] = {
    (Sex.WOMAN, False): "woman",
    (Sex.MAN, False): "man",
    (Sex.WOMAN, True): "girl",
    (Sex.MAN, True): "boy",
}
"""What somebody is called by sex, and whether they are not grown up."""

POSES: Mapping[Pose, str] = {
    Pose.STAND: "standing",
    Pose.RELAXED: "standing at ease",
    Pose.HANDS_HIPS: "hands on hips",
    Pose.ARMS_CROSSED: "arms crossed",
    Pose.HANDS_BEHIND: "hands behind the back",
    Pose.HANDS_CLASPED: "hands clasped",
    Pose.THINK: "hand at the chin, thinking",
    Pose.SHRUG: "shrugging",
    Pose.FACEPALM: "hand over the forehead",
    Pose.HUG_SELF: "arms around themselves",
    Pose.LOOK_OVER_SHOULDER: "looking back over a shoulder",
    Pose.LOOK_UP: "head raised",
    Pose.LEAN: "leaning",
    Pose.PROUD: "standing tall",
    Pose.ARGUE: "arguing with raised hands",
    Pose.EXPLAIN: "explaining with open hands",
    Pose.POINT: "pointing",
    Pose.BECKON: "beckoning",
    Pose.HALT: "one palm raised to stop",
    Pose.WAVE: "waving",
    Pose.CHEER: "cheering with raised arms",
    Pose.SURRENDER: "both hands up",
    Pose.PLEAD: "pleading with open hands",
    Pose.PRAY: "praying",
    Pose.SALUTE: "saluting",
    Pose.BOW: "bowing",
    Pose.COVER_FACE: "hands over the face",
    Pose.COVER_EARS: "hands over the ears",
    Pose.WHISPER: "whispering behind a hand",
    Pose.HOLD: "holding something",
    Pose.OFFER: "offering something",
    Pose.REACH: "reaching out",
    Pose.CARRY: "carrying something in both arms",
    Pose.PHONE_CALL: "speaking on a phone",
    Pose.HOLD_PHONE: "looking at a phone",
    Pose.READ: "reading",
    Pose.WRITE: "writing",
    Pose.TYPE: "typing",
    Pose.EAT: "eating",
    Pose.DRINK: "drinking",
    Pose.COOK: "cooking",
    Pose.PUSH: "pushing",
    Pose.PULL: "pulling",
    Pose.WALK: "walking",
    Pose.RUN: "running",
    Pose.SNEAK: "sneaking",
    Pose.JUMP: "jumping",
    Pose.CLIMB: "climbing",
    Pose.FALL: "falling",
    Pose.DANCE: "dancing",
    Pose.SIT: "sitting",
    Pose.SIT_SLUMPED: "sitting slumped",
    Pose.SIT_FLOOR: "sitting on the floor",
    Pose.KNEEL: "kneeling",
    Pose.KNEEL_ONE: "kneeling on one knee",
    Pose.CROUCH: "crouching",
    Pose.LIE: "lying down",
    Pose.SLEEP: "sleeping",
    Pose.DRIVE: "driving",
    Pose.RIDE: "riding",
    Pose.EMBRACE: "embracing",
    Pose.HOLD_HANDS: "holding hands",
    Pose.GUARD: "on guard with raised fists",
    Pose.SWORD_GUARD: "on guard with a sword",
    Pose.STRIKE: "striking",
    Pose.PUNCH: "punching",
    Pose.KICK: "kicking",
    Pose.DODGE: "dodging",
}

EXPRESSIONS: Mapping[Expression, str] = {
    Expression.NEUTRAL: "",
    Expression.SMILE: "smiling",
    Expression.LAUGH: "laughing",
    Expression.SLY: "with a sly smile",
    Expression.TENDER: "with a tender face",
    Expression.PROUD: "with a proud face",
    Expression.DETERMINED: "with a determined face",
    Expression.THINKING: "with a thoughtful face",
    Expression.WORRIED: "with a worried face",
    Expression.SAD: "with a sad face",
    Expression.CRY: "crying",
    Expression.SURPRISED: "with a surprised face",
    Expression.AFRAID: "with a frightened face",
    Expression.ANGRY: "with an angry face",
    Expression.SHOUT: "shouting",
    Expression.DISGUSTED: "with a disgusted face",
    Expression.PAIN: "with a face in pain",
    Expression.ASLEEP: "eyes closed, asleep",
}

GAZES: Mapping[str, str] = {
    Gaze.AHEAD: "",
    Gaze.CAMERA: "looking into the camera",
    Gaze.LEFT: "looking to the left",
    Gaze.RIGHT: "looking to the right",
    Gaze.UP: "looking up",
    Gaze.DOWN: "looking down",
    Gaze.AWAY: "looking away",
}
"""Where somebody looks, if not at another character."""
