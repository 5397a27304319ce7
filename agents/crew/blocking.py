"""The blocker: places everyone in a shot; what they do, what their faces say, where they look, what they hold.

An action is read by rule (`actions`). What somebody does in a shot of whose action nothing was understood is asked of
the model, once for the whole script. Faces and hands of those who only speak or listen follow the mood of the scene and
the line. Who speaks looks at who listens; who listens looks at who speaks; who is alone in the picture looks to where
the other stands, on one side of the line of action.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from agents.crew.acting import ALIVE, EMPTY_HANDED, HOLDING, IN_HAND
from agents.crew.actions import Action, Deed, read
from agents.crew.asking import Desk, Question, Written, attempt
from agents.crew.edits import with_shot
from agents.crew.looks import read as read_look
from agents.crew.prompts import load
from agents.crew.schemas import choice, document
from agents.crew.seeds import seed
from agents.crew.wardrobe import Creature
from generation.errors import Cancelled, GenerationError
from storage.domain.staging import Expression, Gaze, Pose, Prop, Staging
from storage.domain.story import Character, Framing, Language, Mood, Script, Shot, Synopsis
from storage.domain.takes import Note

_log = logging.getLogger(__name__)

MOST_ASKED = 6
"""Poses that the model is asked for at most: about ten tokens each."""

UNASKED = Note("blocking-unasked")
"""The note of a script that was staged without it."""

ASKABLE = (
    Pose.RELAXED, Pose.WALK, Pose.RUN, Pose.SIT, Pose.KNEEL, Pose.CROUCH, Pose.LIE, Pose.LEAN, Pose.REACH, Pose.OFFER,
    Pose.HOLD, Pose.CARRY, Pose.POINT, Pose.ARGUE, Pose.EXPLAIN, Pose.PLEAD, Pose.HALT, Pose.WAVE, Pose.CHEER,
    Pose.THINK, Pose.LOOK_UP, Pose.LOOK_OVER_SHOULDER, Pose.HUG_SELF, Pose.ARMS_CROSSED, Pose.HANDS_HIPS, Pose.WHISPER,
    Pose.EMBRACE, Pose.DODGE, Pose.STRIKE, Pose.SLEEP,
)  # fmt: skip
"""Poses that the model chooses from; a verb that a lexicon knows may mean any other."""

_SPEAKING: Mapping[Mood, tuple[Pose, ...]] = {
    Mood.JOY: (Pose.EXPLAIN, Pose.CHEER, Pose.HANDS_HIPS),
    Mood.TENDER: (Pose.HANDS_CLASPED, Pose.RELAXED, Pose.EXPLAIN),
    Mood.SAD: (Pose.RELAXED, Pose.HUG_SELF, Pose.HANDS_CLASPED),
    Mood.TENSE: (Pose.ARGUE, Pose.POINT, Pose.HANDS_HIPS),
    Mood.OMINOUS: (Pose.HALT, Pose.EXPLAIN, Pose.HUG_SELF),
    Mood.WONDER: (Pose.EXPLAIN, Pose.REACH, Pose.LOOK_UP),
}
_LISTENING: Mapping[Mood, tuple[Pose, ...]] = {
    Mood.JOY: (Pose.RELAXED, Pose.HANDS_CLASPED),
    Mood.TENDER: (Pose.HANDS_CLASPED, Pose.RELAXED),
    Mood.SAD: (Pose.HANDS_BEHIND, Pose.RELAXED),
    Mood.TENSE: (Pose.ARMS_CROSSED, Pose.HANDS_BEHIND),
    Mood.OMINOUS: (Pose.HUG_SELF, Pose.STAND),
    Mood.WONDER: (Pose.RELAXED, Pose.LOOK_UP),
}
"""What hands do where no action tells it: of who speaks, and of who listens."""

_FACES: Mapping[Mood, tuple[Expression, Expression, Expression, Expression]] = {
    Mood.JOY: (Expression.SMILE, Expression.LAUGH, Expression.SURPRISED, Expression.SMILE),
    Mood.TENDER: (Expression.TENDER, Expression.SMILE, Expression.TENDER, Expression.TENDER),
    Mood.SAD: (Expression.SAD, Expression.SAD, Expression.WORRIED, Expression.SAD),
    Mood.TENSE: (Expression.DETERMINED, Expression.ANGRY, Expression.WORRIED, Expression.THINKING),
    Mood.OMINOUS: (Expression.WORRIED, Expression.AFRAID, Expression.AFRAID, Expression.WORRIED),
    Mood.WONDER: (Expression.SMILE, Expression.SURPRISED, Expression.THINKING, Expression.SURPRISED),
}
"""Faces by the mood: of a plain line, of an exclamation, of a question, and of who listens or is silent."""

_GAZES: Mapping[Pose, Gaze] = {
    Pose.LOOK_UP: Gaze.UP,
    Pose.READ: Gaze.DOWN,
    Pose.WRITE: Gaze.DOWN,
    Pose.TYPE: Gaze.DOWN,
    Pose.HOLD_PHONE: Gaze.DOWN,
    Pose.PRAY: Gaze.DOWN,
    Pose.COOK: Gaze.DOWN,
}
"""Poses that look somewhere."""


async def stage(desk: Desk, synopsis: Synopsis, script: Script, language: Language) -> Written[Script]:
    """Place everyone in every shot.

    Raises:
        Cancelled: nobody wants it any more.
    """
    open_ = _open(synopsis, script, language)
    if not open_:
        return Written(value=by_rule(synopsis, script, language))
    try:
        answer = await attempt(desk, _question(synopsis, script, open_, language))
    except Cancelled:
        raise
    except GenerationError as error:
        _log.warning("shots are staged by rule: %s", error)
        answer = None
    if answer is None:
        return Written(value=by_rule(synopsis, script, language), notes=(UNASKED,))
    return Written(value=by_rule(synopsis, script, language, answer.value), answers=answer.digests)


def by_rule(synopsis: Synopsis, script: Script, language: Language, picked: Mapping[str, Pose] | None = None) -> Script:
    """Return a script with every shot staged; `picked` are poses by shot, for whom its action is about."""
    for shot in script.shots:
        action = read(shot.action, synopsis.cast, language)
        lead = (picked or {}).get(shot.id)
        if lead and shot.characters:
            action = _with_pose(action, _lead(shot, script), lead)
        script = with_shot(script, _staged(shot, action, script, synopsis, language))
    return script


def restaged(before: Script, after: Script, synopsis: Synopsis, language: Language) -> Script:
    """Return a script in which shots that were staged, and whose action or people changed, are staged anew."""
    old = {shot.id: shot for shot in before.shots}
    for shot in after.shots:
        known = old.get(shot.id)
        changed = known and (known.action, known.characters) != (shot.action, shot.characters)
        if changed and shot.staging:
            action = read(shot.action, synopsis.cast, language)
            after = with_shot(after, _staged(replace(shot, staging=()), action, after, synopsis, language))
    return after


def directed(
    script: Script, shots: Sequence[str], note: str, synopsis: Synopsis, language: Language
) -> tuple[Script, str]:
    """Return the script with what a note says of poses, faces, looks and things in these shots, and its other words.

    A note that names nobody is about who speaks in the shot, or who is in it first.
    """
    rest = note
    for shot in script.shots:
        if shot.id not in shots or not shot.characters or not note:
            continue
        present = [each for each in synopsis.cast if each.id in shot.characters]
        action = read(note, present, language, subject=_lead(shot, script))
        if action.deeds or action.near:
            rest = action.rest
            script = with_shot(script, _redirected(shot, action, script, synopsis, language))
    return script, rest


def _redirected(shot: Shot, action: Action, script: Script, synopsis: Synopsis, language: Language) -> Shot:
    staged = shot if shot.staging else _staged(shot, Action(), script, synopsis, language)
    staging = (_over(each, action.deeds.get(each.character, Deed())) for each in staged.staging)
    return replace(staged, staging=tuple(staging), props=tuple(dict.fromkeys((*staged.props, *action.near))))


def _over(staging: Staging, deed: Deed) -> Staging:
    """Return a staging with what was told laid over it; hands that are told to do something else let go."""
    pose = deed.pose or (HOLDING.get(deed.holds, Pose.HOLD) if deed.holds else staging.pose)
    holds = deed.holds or (IN_HAND.get(pose) if deed.pose else staging.holds)
    return replace(
        staging,
        pose=pose,
        expression=deed.expression or staging.expression,
        gaze=deed.gaze or (deed.pose and _GAZES.get(deed.pose)) or staging.gaze,
        holds=None if pose in EMPTY_HANDED else holds,
    )


def _staged(shot: Shot, action: Action, script: Script, synopsis: Synopsis, language: Language) -> Shot:
    present = [each for each in synopsis.cast if each.id in shot.characters]
    staging = tuple(_over(_usual(each, shot, script, synopsis), action.deeds.get(each.id, Deed())) for each in present)
    return replace(shot, staging=staging, props=tuple(_near(action, staging, synopsis, language)))


def _usual(character: Character, shot: Shot, script: Script, synopsis: Synopsis) -> Staging:
    """Return how somebody stands of whom the action tells nothing: by the mood of the scene and the line."""
    mood = script.scene(shot).mood
    line = next((script.line(each).text for each in shot.lines if script.line(each).speaker == character.id), "")
    plain_, exclaims, asks, listens = _FACES[mood]
    poses = (_SPEAKING if line else _LISTENING)[mood]
    face = listens if not line else asks if line.rstrip().endswith(("?", "？")) else plain_
    return Staging(
        character=character.id,
        pose=poses[seed(shot.id, character.id, shot.roll) % len(poses)],
        expression=exclaims if line.rstrip().endswith(("!", "！")) else face,
        gaze=_eyeline(character, shot, script, synopsis),
    )


def _eyeline(character: Character, shot: Shot, script: Script, synopsis: Synopsis) -> str:
    """Return whom somebody looks at: who speaks, or whom they speak to; off the picture, to where the other stands."""
    speaker = _lead(shot, script)
    others = [each for each in shot.characters if each != character.id]
    if others:
        return speaker if speaker in others else others[0]
    playing = {who for each in script.shots if each.scene == shot.scene for who in each.characters}
    order = [each.id for each in synopsis.cast if each.id in playing]
    if len(order) < 2:  # noqa: PLR2004 - nobody else is there to be looked at
        return Gaze.AHEAD
    return Gaze.RIGHT if order.index(character.id) == 0 else Gaze.LEFT


def _lead(shot: Shot, script: Script) -> str:
    """Return whom a shot is about: who speaks first in it, or who is named first."""
    return next((script.line(each).speaker for each in shot.lines), next(iter(shot.characters), ""))


def _near(action: Action, staging: Sequence[Staging], synopsis: Synopsis, language: Language) -> Iterator[Prop]:
    """Yield what stands near: nothing that is held already, and no animal that is one of the cast."""
    held = {each.holds for each in staging}
    names = [each.name for each in synopsis.cast]
    beings = {read_look(each.look, names, each.sex, language).creature for each in synopsis.cast}
    cast = {_ANIMALS[being] for being in beings if being in _ANIMALS}
    for prop in action.near:
        if prop not in held and not (prop in ALIVE and prop in cast):
            yield prop


_ANIMALS: Mapping[Creature | None, Prop] = {
    Creature.FOX: Prop.FOX,
    Creature.NINE_TAILED_FOX: Prop.FOX,
    Creature.CAT: Prop.CAT,
    Creature.WOLF: Prop.DOG,
    Creature.ROBOT: Prop.ROBOT,
    Creature.ANDROID: Prop.ROBOT,
}


def _with_pose(action: Action, who: str, pose: Pose) -> Action:
    deed = action.deeds.get(who, Deed())
    return replace(action, deeds={**action.deeds, who: replace(deed, pose=deed.pose or pose)})


def _open(synopsis: Synopsis, script: Script, language: Language) -> tuple[Shot, ...]:
    """Return the shots in which no word tells what anybody does, those without a line first."""
    unknown = [
        shot
        for shot in script.shots
        if shot.characters
        and shot.framing is not Framing.INSERT
        and not any(deed.pose or deed.holds for deed in read(shot.action, synopsis.cast, language).deeds.values())
    ]
    return tuple(sorted(unknown, key=lambda shot: bool(shot.lines)))[:MOST_ASKED]


def _question(
    synopsis: Synopsis, script: Script, shots: Sequence[Shot], language: Language
) -> Question[Mapping[str, Pose]]:
    names = {each.id: each.name for each in synopsis.cast}
    number = {shot.id: place for place, shot in enumerate(script.shots, 1)}
    keys = {f"{number[shot.id]} {names[_lead(shot, script)]}": shot.id for shot in shots}
    return Question(
        name="blocking",
        prompt=load("blocking", language),
        data={"shots": "\n".join(f"{number[shot.id]}. {shot.action}" for shot in shots)},
        schema=document(dict.fromkeys(keys, choice(ASKABLE))),
        read=lambda answer: {shot: Pose(answer[key]) for key, shot in keys.items()},
        check=lambda _: (),
        max_tokens=20 + 16 * len(keys),
        temperature=0.2,
    )
