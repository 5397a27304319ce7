"""The director writes the script of a synopsis, and changes of it what a note is about and nothing else.

What a note says of framing, light, weather and camera is read by rule (`reading`), in three languages; what is left of
it is for the words of a shot, which the model rewrites one shot at a time.
"""

from dataclasses import replace
from typing import Any

from agents.crew.asking import Desk, Question, Written, ask, attempt
from agents.crew.blocking import directed, restaged
from agents.crew.breakdown import FEWEST_LINES, GOOD_LINES, Breakdown, breakdown
from agents.crew.cast import seen
from agents.crew.checks import keeps, violations
from agents.crew.coverage import talk
from agents.crew.edits import differences, shot_at, signed, with_line, with_shot
from agents.crew.form import IDEA, LIMITS, cover, slots
from agents.crew.language import keywords, language_of, length, trimmed
from agents.crew.prompts import load
from agents.crew.reading import Reading, matters, read
from agents.crew.scenes import late
from agents.crew.schemas import TEXT, document
from agents.crew.seeds import seed
from agents.crew.speech import parts, plain
from agents.crew.words import COLON, KEYS
from agents.errors import WritersBlock
from storage.domain.ids import Digest
from storage.domain.remarks import LAST
from storage.domain.story import Language, Line, Script, Shot, Synopsis

SHORTEST_LINE = 2
"""Words, or Chinese characters, that a line needs to say anything."""


async def script(desk: Desk, synopsis: Synopsis, language: Language) -> Written[Script]:
    """Write the script of a synopsis.

    The beats are the shots' actions, word for word: what was approved is what is shown. Who speaks and to what end is
    dealt, the model writes the words and the close-ups between the beats, and the camera follows the rules of the form.

    Raises:
        WritersBlock: no answer could be shown and spoken, or nobody is in the synopsis.
        GenerationError: the model cannot be asked now.
    """
    if not synopsis.cast:
        raise WritersBlock("script", ("nobody is in this synopsis; name at least one character",))
    deal = seed(desk.episode.id, 0)
    dealt = parts(slots(synopsis.beats), synopsis.cast, deal, language)
    spoken = sum(part.speaker is not None for part in dealt)
    good, enough = min(GOOD_LINES, spoken), FEWEST_LINES
    answer = await ask(desk, *(breakdown(synopsis, dealt, language, fewest) for fewest in (good, enough)))
    made = _assembled(synopsis, answer.value, deal)
    return Written(value=made, answers=answer.digests, notes=answer.notes, tries=(answer.tries,))


def _assembled(synopsis: Synopsis, found: Breakdown, deal: int) -> Script:
    lines: list[Line] = []
    shots: list[Shot] = []
    cameras = cover([part.place for part in found.parts], deal)
    for number, (part, (framing, angle, move)) in enumerate(zip(found.parts, cameras, strict=True), 1):
        place, speaker = part.place, part.speaker
        action = place.action or part.picture
        here = [Line(id=f"l{len(lines) + 1}", speaker=speaker.id, text=part.text)] if speaker and part.text else []
        shots.append(
            Shot(
                id=f"s{number}",
                scene=found.scenes[-1 if late(place.beat, synopsis) else 0].id,
                framing=framing,
                angle=angle,
                move=move,
                action=action,
                characters=seen(action, [line.speaker for line in here], synopsis.cast),
                lines=tuple(line.id for line in here),
            )
        )
        lines += here
    speakers = {shot.id: line.speaker for shot in shots for line in lines if line.id in shot.lines}
    return Script(scenes=found.scenes, lines=tuple(lines), shots=talk(shots, speakers, synopsis.cast))


async def revise(  # noqa: PLR0913 - what is changed, by what, and what is left alone, each by its name
    desk: Desk,
    synopsis: Synopsis,
    script: Script,
    note: str,
    language: Language,
    *,
    shot: str = "",
    own: frozenset[str] = frozenset(),
) -> Written[Script]:
    """Apply a person's note to the shot with the id `shot`, or to those the note itself is about, or to all.

    Sentences that are people's `own` words the model changes only in a shot that is named.

    Raises:
        WritersBlock: nothing changed.
        GenerationError: the model cannot be asked now.
    """
    revised, shots, rest = by_rule(synopsis, script, note, language, shot)
    answers = list[Digest]()
    for each in script.shots if matters(rest) else ():
        if each.id not in shots:
            continue
        answer = await attempt(desk, _reshot(revised, each.id, synopsis, note, language))
        if answer is None:
            continue
        kept = answer.value if shot or is_named(note) else keeping(revised, answer.value, own)
        if kept != revised:
            revised = kept
            answers += answer.digests
    revised = restaged(script, revised, synopsis, language)
    changed = differences(script, revised)
    if not changed:
        raise WritersBlock("revise", ("the note changed nothing; say which shot it is about and what is to be seen",))
    return Written(value=revised, answers=tuple(answers), changed=changed)


def by_rule(
    synopsis: Synopsis, script: Script, note: str, language: Language, shot: str = ""
) -> tuple[Script, tuple[str, ...], str]:
    """Return a script after what a note says by rule alone, the shots it is about, and its words for the model."""
    reading = read(note)
    shots = (shot,) if shot else about(script, reading, language)
    signed_ = signed(script, shots, reading.signs)
    revised, rest = directed(signed_, shots, reading.rest, synopsis, language_of(note) or language)
    return revised, shots, rest


def is_by_rule(synopsis: Synopsis, script: Script, note: str, language: Language, shot: str) -> bool:
    """Return whether rules alone read from a note what changes in a shot: its camera, its light, who does what."""
    revised, _, _ = by_rule(synopsis, script, note, language, shot)
    return bool(differences(script, restaged(script, revised, synopsis, language)))


async def shorten(desk: Desk, script: Script, line_id: str, language: Language, at_most: int) -> Written[Script]:
    """Say a line in `at_most` words (Chinese: characters); nothing else changes.

    Raises:
        WritersBlock: the model found no shorter line.
        GenerationError: the model cannot be asked now.
    """
    keys = KEYS[language]
    question = Question(
        name=f"shorten-{line_id}",
        prompt=load("shorten", language),
        data={"text": script.line(line_id).text, "most": str(at_most)},
        schema=document({keys.says: TEXT}),
        read=lambda answer: plain(answer[keys.says], (), at_most, language),
        check=lambda text: violations(text, keys.says, at_most, language),
        max_tokens=80,
    )
    answer = await ask(desk, question)
    shorter = with_line(script, line_id, answer.value)
    return Written(value=shorter, answers=answer.digests, changed=differences(script, shorter))


def fewer(text: str, share: float, language: Language) -> int:
    """Return in how many words (Chinese: characters) a line is to be said of which `share` (0 to 1) may stay.

    It is one fewer than fit, for the air around them.
    """
    return max(SHORTEST_LINE, int(length(text, language) * share) - 1)


def about(script: Script, reading: Reading, language: Language) -> tuple[str, ...]:
    """Return the ids of the shots a note is about: those it counts or times, else the one it speaks of, else all."""
    found = [*counted(script, reading)]
    if reading.seconds is not None:
        found.append(shot_at(script, reading.seconds, language).id)
    everything = tuple(shot.id for shot in script.shots)
    return tuple(dict.fromkeys(found)) or _spoken_of(script, reading.rest, language) or everything


def is_named(note: str) -> bool:
    """Return whether a note says itself which shots it is about, by their numbers or by a time."""
    reading = read(note)
    return bool(reading.shots) or reading.seconds is not None


def keeping(before: Script, after: Script, own: frozenset[str]) -> Script:
    """Return a script with those texts as they were from which people's own words would be gone."""
    for old, new in zip(before.shots, after.shots, strict=True):
        if not keeps(old.action, new.action, own):
            after = with_shot(after, replace(new, action=old.action, characters=old.characters))
    for line in before.lines:
        if not keeps(line.text, after.line(line.id).text, own):
            after = with_line(after, line.id, line.text)
    return after


def counted(script: Script, reading: Reading) -> tuple[str, ...]:
    """Return the ids of the shots that a note names by their number, each once."""
    ids = [shot.id for shot in script.shots]
    found = (ids[-1] if number == LAST else ids[number - 1] for number in reading.shots if number <= len(ids))
    return tuple(dict.fromkeys(found))


def _spoken_of(script: Script, text: str, language: Language) -> tuple[str, ...]:
    """Return the one shot whose action and lines share more words with a text than any other shot's do."""
    wanted = keywords(text, language)
    shared = {}
    for shot in script.shots:
        words = " ".join((shot.action, *(script.line(each).text for each in shot.lines)))
        shared[shot.id] = len(wanted & keywords(words, language))
    most = max(shared.values())
    found = tuple(shot for shot, count in shared.items() if count == most)
    return found if most and len(found) == 1 else ()


def _reshot(script: Script, shot_id: str, synopsis: Synopsis, note: str, language: Language) -> Question[Script]:
    """Return the question whose answer is the script with the words of one shot changed after a note."""
    keys, limits = KEYS[language], LIMITS[language]
    shot = next(each for each in script.shots if each.id == shot_id)
    names = {each.id: each.name for each in synopsis.cast}
    lines = [script.line(each) for each in shot.lines]
    said = {f"{keys.says} {number}" if len(lines) > 1 else keys.says: line for number, line in enumerate(lines, 1)}
    shown = [f"{keys.picture}{COLON[language]}{shot.action}"]
    shown += [
        f"{key} ({names.get(line.speaker, line.speaker)}){COLON[language]}{line.text}" for key, line in said.items()
    ]

    def made(answer: Any) -> Script:  # noqa: ANN401 - JSON that fits the schema
        action = trimmed(answer[keys.picture], limits.beat, language)
        present = (
            seen(action, [line.speaker for line in lines], synopsis.cast) if action != shot.action else shot.characters
        )
        changed = with_shot(script, replace(shot, action=action, characters=present))
        for key, line in said.items():
            changed = with_line(changed, line.id, plain(answer[key], list(names.values()), limits.line, language))
        return changed

    def check(changed: Script) -> tuple[str, ...]:
        (action,) = (each.action for each in changed.shots if each.id == shot_id)
        found = violations(action, keys.picture, limits.beat, language)
        for key, line in said.items():
            found += violations(changed.line(line.id).text, key, limits.line, language)
        return found

    return Question(
        name=f"revise-{shot_id}",
        prompt=load("shot", language),
        data={"note": note[:IDEA], "shot": "\n".join(shown)},
        schema=document({keys.picture: TEXT, **dict.fromkeys(said, TEXT)}),
        read=made,
        check=check,
        max_tokens=160,
        temperature=0.3,
    )
