"""A script that keeps every rule of the form, in each language, and how to change one of its shots."""

from dataclasses import replace
from typing import Any

from storage.domain.story import (
    Age,
    Angle,
    Character,
    Framing,
    Hour,
    Language,
    Line,
    Mood,
    Move,
    Place,
    Scene,
    Script,
    Sex,
    Shot,
    Synopsis,
    Weather,
)

EN, FR, ZH = Language.ENGLISH, Language.FRENCH, Language.CHINESE

NAMES = {EN: ("Bolt", "Ada"), FR: ("Roux", "Inès"), ZH: ("小白", "小红")}
ACTIONS = {
    EN: ("{0} waves at the moon.", "{1} locks the roof.", "{0} runs to the door.", "{1} holds a lamp.", "{0} kneels.",
         "{1} opens the letter."),
    FR: ("{0} salue la lune.", "{1} ferme le toit.", "{0} court vers la porte.", "{1} tient une lampe.",
         "{0} s'agenouille.", "{1} ouvre la lettre."),
    ZH: ("{0}向月亮挥手。", "{1}锁上屋顶。", "{0}跑向门口。", "{1}拿着灯。", "{0}跪下。", "{1}打开信。"),
}  # fmt: skip
SAYS = {
    EN: ("No more moon for you.", "One last night, please.", "Never.", "It is for you."),
    FR: ("Plus de lune pour toi.", "Une dernière nuit, pitié.", "Jamais.", "C'est pour toi."),
    ZH: ("你别想再看月亮。", "求你，最后一夜。", "绝对不行。", "这是给你的。"),
}
FRAMINGS = (Framing.WIDE, Framing.MEDIUM, Framing.CLOSE, Framing.FULL, Framing.OVER_SHOULDER, Framing.MEDIUM)


def synopsis(language: Language) -> Synopsis:
    names = NAMES[language]
    cast = (
        Character(id="one", name=names[0], sex=Sex.MAN, age=Age.YOUNG, look="x"),
        Character(id="two", name=names[1], sex=Sex.WOMAN, age=Age.OLD, look="x"),
    )
    beats = tuple(action.format(*names) for action in ACTIONS[language])
    return Synopsis(title="T", logline="L", beats=beats, cast=cast)


def good(language: Language = EN) -> Script:
    """Return six shots that keep every rule."""
    scenes = tuple(
        Scene(id=f"c{n}", setting="x", place=Place.ROOFTOP, hour=Hour.NIGHT, weather=Weather.CLEAR, mood=mood)
        for n, mood in enumerate((Mood.TENDER, Mood.TENSE), 1)
    )
    lines = tuple(Line(id=f"l{n}", speaker=("two", "one")[n % 2 == 0], text=t) for n, t in enumerate(SAYS[language], 1))
    shots = tuple(
        Shot(
            id=f"s{n}",
            scene="c1" if n < 5 else "c2",
            framing=framing,
            angle=Angle.EYE,
            move=Move.STATIC,
            action=action,
            characters=("one" if n % 2 else "two",),
            lines=(f"l{n - 1}",) if 1 < n < 6 else (),
        )
        for n, (framing, action) in enumerate(zip(FRAMINGS, synopsis(language).beats, strict=True), 1)
    )
    return Script(scenes=scenes, lines=lines, shots=shots)


def with_shot(script: Script, number: int, **changed: Any) -> Script:  # noqa: ANN401 - whatever a shot has
    shots = [replace(shot, **changed) if n == number else shot for n, shot in enumerate(script.shots, 1)]
    return replace(script, shots=tuple(shots))
