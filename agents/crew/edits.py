"""Changes to a script that need no model: what a note's signs do to the shots they are about, and what differs after.

A scene that other shots share is not changed under them: the shots meant get a scene of their own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

from agents.crew.form import LIMITS
from agents.crew.language import length
from agents.crew.signs import LIGHT, SCALE, Join, Sign, Step, stepped
from storage.domain.story import Angle, Framing, Hour, Language, Mood, Move, Scene, Script, Shot, Weather

_SHORTEST = 2.0
"""Seconds that a shot without speech is taken to last."""


def shot_at(script: Script, second: float, language: Language) -> Shot:
    """Return the shot that plays at a moment, by the length of what is said: an estimate until there is a cut."""
    ends = 0.0
    for shot in script.shots:
        spoken = sum(length(script.line(line).text, language) for line in shot.lines)
        ends += max(spoken / LIMITS[language].per_second, _SHORTEST)
        if second < ends:
            return shot
    return script.shots[-1]


def signed(script: Script, shots: Sequence[str], signs: Sequence[Sign]) -> Script:
    """Return the script with signs applied to the shots with these ids."""
    for sign in signs:
        script = _signed(script, shots, sign)
    return script


def with_shot(script: Script, shot: Shot) -> Script:
    """Return the script with one shot changed."""
    return replace(script, shots=tuple(shot if each.id == shot.id else each for each in script.shots))


def with_line(script: Script, line: str, text: str) -> Script:
    """Return the script with one line's words changed."""
    lines = (replace(each, text=text) if each.id == line else each for each in script.lines)
    return replace(script, lines=tuple(lines))


def restored(script: Script, before: Script, shot: str, roll: int | None = None) -> Script:
    """Return the script with a shot as another script has it: its camera, its people, its light, its words.

    `roll` is another drawing of it than the one that script asked for. Where no scene has the shot's light any more, it
    gets one of its own.
    """
    (old,) = (each for each in before.shots if each.id == shot)
    (now,) = (each for each in script.shots if each.id == shot)
    scene = before.scene(old)
    alike = [each.id for each in script.scenes if replace(each, id=scene.id) == scene]
    own = alike[0] if alike else f"c{len(script.scenes) + 1}"
    if not alike:
        script = replace(script, scenes=(*script.scenes, replace(scene, id=own)))
    for line in set(old.lines) & set(now.lines):
        script = with_line(script, line, before.line(line).text)
    shown = replace(old, scene=own, lines=now.lines, roll=old.roll if roll is None else roll)
    return with_shot(script, shown)


def differences(before: Script, after: Script) -> tuple[str, ...]:
    """Return the fields that differ: `s3.framing`, `c2.hour`, `l4.text`; a scene that is new by its id alone."""
    return tuple(_differences(before, after))


def _signed(script: Script, shots: Sequence[str], sign: Sign) -> Script:
    match sign:
        case Framing() | Angle() | Move() | Step.CLOSER | Step.WIDER:
            for shot in script.shots:
                if shot.id in shots:
                    script = with_shot(script, _reframed(shot, sign))
            return script
        case Join():
            return _joined(script, shots, sign)
        case _:
            return _relit(script, shots, sign)


def _reframed(shot: Shot, sign: Sign) -> Shot:
    match sign:
        case Framing():
            return replace(shot, framing=sign)
        case Angle():
            return replace(shot, angle=sign)
        case Move():
            return replace(shot, move=sign)
        case _:
            return replace(shot, framing=stepped(SCALE, shot.framing, 1 if sign is Step.CLOSER else -1))


def _joined(script: Script, shots: Sequence[str], join: Join) -> Script:
    """Return the script with shots that go on from the one before, or do not; before the first there is none."""
    goes_on = join is Join.GOES_ON
    first, *others = script.shots
    joined = (replace(each, continues=goes_on) if each.id in shots else each for each in others)
    return replace(script, shots=(first, *joined))


def _relit(script: Script, shots: Sequence[str], sign: Sign) -> Script:
    for scene in script.scenes:
        changed = _weathered(scene, sign)
        inside = [shot.id for shot in script.shots if shot.scene == scene.id]
        meant = [shot for shot in inside if shot in shots]
        if changed == scene or not meant:
            continue
        if meant == inside:
            scenes = (changed if each.id == scene.id else each for each in script.scenes)
            script = replace(script, scenes=tuple(scenes))
        else:
            script = _split(script, changed, meant)
    return script


def _split(script: Script, changed: Scene, meant: Sequence[str]) -> Script:
    """Give the shots that are meant a scene of their own, which stands after all others."""
    own = replace(changed, id=f"c{len(script.scenes) + 1}")
    shots = (replace(shot, scene=own.id) if shot.id in meant else shot for shot in script.shots)
    return replace(script, scenes=(*script.scenes, own), shots=tuple(shots))


def _weathered(scene: Scene, sign: Sign) -> Scene:
    match sign:
        case Hour():
            return replace(scene, hour=sign)
        case Weather():
            return replace(scene, weather=sign)
        case Mood():
            return replace(scene, mood=sign)
        case Step.LIGHTER if scene.hour is Hour.DAY:
            return replace(scene, weather=Weather.CLEAR)
        case _:
            return replace(scene, hour=stepped(LIGHT, scene.hour, 1 if sign is Step.LIGHTER else -1))


def _differences(before: Script, after: Script) -> Iterator[str]:
    for old, new in ((before.scenes, after.scenes), (before.lines, after.lines), (before.shots, after.shots)):
        known = {each.id: asdict(each) for each in old}
        for each in new:
            if each.id not in known:
                yield each.id
                continue
            yield from (f"{each.id}.{name}" for name, value in asdict(each).items() if known[each.id][name] != value)
