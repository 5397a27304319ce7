"""The writer turns an idea into a synopsis, and mends a synopsis field by field.

Field by field because a small model that is given a whole synopsis and a note returns it as it was (measured: one field
of seven changed; asked for one field at a time, four of four).
"""

from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

from agents.crew.asking import Desk, Question, Written, ask, attempt
from agents.crew.cast import names, person, read_person, sex_told
from agents.crew.checks import Flaw, copied, keeps, remark, repeated, survives, tidy, violations
from agents.crew.fields import LOGLINE, TITLE, concerned, dictated, fields, with_character, with_field
from agents.crew.form import IDEA, LIMITS
from agents.crew.language import keywords, length, trimmed
from agents.crew.plots import ORDERS, Plot, cast_in, plot, shown
from agents.crew.prompts import compact, load
from agents.crew.schemas import TEXT, document
from agents.crew.seeds import seed
from agents.crew.words import AGE, KEYS, SEX
from agents.errors import WritersBlock
from storage.domain.ids import Digest
from storage.domain.sentences import split
from storage.domain.story import Character, Language, Synopsis


async def draft(desk: Desk, idea: str, language: Language) -> Written[Synopsis]:
    """Write the synopsis of an episode from a person's idea.

    Raises:
        WritersBlock: no answer was a synopsis of this idea in this language.
        GenerationError: the model cannot be asked now.
    """
    bones = plot(idea, seed(desk.episode.id, 0), language)
    answer = await ask(desk, _synopsis(idea, bones, language), _synopsis(idea, bones, language, modest=True))
    return Written(value=answer.value, answers=answer.digests, notes=answer.notes, tries=(answer.tries,))


async def revise(
    desk: Desk, synopsis: Synopsis, note: str, language: Language, own: frozenset[str] = frozenset()
) -> Written[Synopsis]:
    """Apply a person's note to the fields it concerns: those it names, or else each in turn.

    A text that the person dictates (`title: …`) is taken word for word, without the model. Sentences that are people's
    `own` words the model changes only in a field that the note names.

    Raises:
        WritersBlock: nothing changed.
        GenerationError: the model cannot be asked now.
    """
    told = dictated(note, synopsis)
    if told is not None:
        return _revised(synopsis, with_field(synopsis, *told), [])
    named = concerned(note, synopsis)
    cast = () if named else _spoken_of(note, synopsis)
    revised, answers = synopsis, list[Digest]()
    for character in cast:
        persona = await attempt(desk, _character(character, note, language))
        if persona is not None and persona.value != character and keeps(character.look, persona.value.look, own):
            revised = with_character(revised, persona.value)
            answers += persona.digests
    for name in named or fields(revised):
        old = fields(revised)[name]
        if not named and own.issuperset(split(old)):
            continue
        text = await attempt(desk, _field(name, revised, note, language))
        if text is not None and text.value != old and (named or keeps(old, text.value, own)):
            revised = with_field(revised, name, text.value)
            answers += text.digests
    return _revised(synopsis, revised, answers)


def _spoken_of(note: str, synopsis: Synopsis) -> tuple[Character, ...]:
    """Return the characters whom a note names, or the whole cast where it names none."""
    found = tuple(character for character in synopsis.cast if names(note, character.name))
    return found or synopsis.cast


def _revised(before: Synopsis, after: Synopsis, answers: list[Digest]) -> Written[Synopsis]:
    old, new = fields(before), fields(after)
    changed = [name for name in new if new[name] != old[name]]
    for one, other in zip(before.cast, after.cast, strict=True):
        first, second = asdict(one), asdict(other)
        changed += [f"{one.id}.{name}" for name in first if first[name] != second[name]]
    if not changed:
        raise WritersBlock("revise", ("the note changed nothing; say which part it is about, or write the new text",))
    return Written(value=after, answers=tuple(answers), changed=tuple(changed))


def _synopsis(idea: str, bones: Plot, language: Language, *, modest: bool = False) -> Question[Synopsis]:
    """Return the question for a synopsis; a `modest` one mends a poor title and poor looks, and takes bare bones.

    Whether the hero is a woman or a man is no question where the idea tells it.
    """
    prompt, keys, told = load("synopsis", language), KEYS[language], sex_told(idea)

    def read(answer: Any) -> Synopsis:  # noqa: ANN401 - JSON that fits the schema
        synopsis = _read(answer, idea, language)
        return _mended(synopsis, prompt.said, language) if modest else synopsis

    def check(synopsis: Synopsis) -> tuple[str, ...]:
        bare = () if modest else _bare(synopsis, idea, bones, language)
        return (*_violations(synopsis, idea, prompt.said, language), *bare)

    return Question(
        name="synopsis",
        prompt=prompt,
        data={"idea": idea[:IDEA], "plot": shown(bones, language)},
        schema=document(
            {
                keys.logline: TEXT,
                keys.hero: person(language, told),
                keys.rival: person(language),
                **dict.fromkeys(keys.beats, TEXT),
                keys.title: TEXT,
            }
        ),
        read=read,
        check=check,
        max_tokens=400,
        temperature=0.3,
    )


def _read(answer: Any, idea: str, language: Language) -> Synopsis:  # noqa: ANN401 - JSON that fits the schema
    keys, limits = KEYS[language], LIMITS[language]
    hero = read_person(answer[keys.hero], "", idea, language)
    rival = read_person(answer[keys.rival], hero.id, idea, language)

    def text(key: str, most: int) -> str:
        told = cast_in(answer[key], hero.name, rival.name, language)
        for called, each in ((answer[keys.hero], hero), (answer[keys.rival], rival)):
            told = told.replace(tidy(called[keys.name]), each.name)
        return trimmed(told, most, language)

    return Synopsis(
        title=tidy(text(keys.title, limits.title)).rstrip(".。"),
        logline=text(keys.logline, limits.logline),
        beats=tuple(text(key, limits.beat) for key in keys.beats),
        cast=(hero, rival),
    )


def _mended(synopsis: Synopsis, said: tuple[str, ...], language: Language) -> Synopsis:
    """Return a synopsis called by its hero, where its title is a sentence, and with nobody who looks like another.

    Whoever looks like another, like nothing, or like somebody of an example, is left at `man` or `woman`.
    """
    looks = {character.id: character.look for character in synopsis.cast}
    poor = {*repeated(looks, language), *(name for name, look in looks.items() if copied(look, said, language))}
    poor |= {each.id for each in synopsis.cast if _is_no_look(each, language)}
    cast = (replace(each, look=SEX[language][each.sex]) if each.id in poor else each for each in synopsis.cast)
    long = length(synopsis.title, language) > LIMITS[language].title
    return replace(synopsis, title=synopsis.cast[0].name if long else synopsis.title, cast=tuple(cast))


def _violations(synopsis: Synopsis, idea: str, said: tuple[str, ...], language: Language) -> Iterator[str]:
    keys, limits = KEYS[language], LIMITS[language]
    beats = dict(zip(keys.beats, synopsis.beats, strict=True))
    looks = {f"{keys.look} {character.name}": character.look for character in synopsis.cast}
    texts = {keys.title: synopsis.title, keys.logline: synopsis.logline, **beats, **looks}
    bounds = {keys.title: limits.title, keys.logline: limits.logline, **dict.fromkeys(looks, limits.look)}
    for name, text in texts.items():
        yield from violations(text, name, bounds.get(name, limits.beat), language)
        if copied(text, said, language):
            yield remark(Flaw.COPIED, name, language)
    for each in synopsis.cast:
        if _is_no_look(each, language):
            yield remark(Flaw.PLACEHOLDER, f"{keys.look} {each.name}", language)
    for alike in (beats, looks):
        yield from (remark(Flaw.REPEATED, name, language) for name in repeated(alike, language))
    yield from _miscast(synopsis, language)
    if not survives(idea, " ".join(texts.values()), language):
        yield remark(Flaw.LOST, idea[:IDEA], language)


def _is_no_look(character: Character, language: Language) -> bool:
    """Return whether a look says nothing but whose it is: `apparence Bob`."""
    return names(character.look, character.name) or names(character.look, KEYS[language].look)


def _bare(synopsis: Synopsis, idea: str, bones: Plot, language: Language) -> Iterator[str]:
    """Yield which beats say only what was to be told there, or leave somebody without a name."""
    keys, hero, rival = KEYS[language], *(character.name for character in synopsis.cast)
    for key, beat, bone in zip(keys.beats, synopsis.beats, bones, strict=True):
        matter = keywords(cast_in(bone, hero, rival, language), language)
        if bone in ORDERS[language] and keywords(beat, language) <= matter:
            yield remark(Flaw.LEFTOVER, key, language)
        if names(beat, keys.hero) and not names(idea, keys.hero):
            yield remark(Flaw.NAMES, keys.hero, language)


def _miscast(synopsis: Synopsis, language: Language) -> Iterator[str]:
    """Yield what is wrong with the names: two alike, too long, or nobody of the cast in the story."""
    called = [character.name for character in synopsis.cast]
    story = " ".join(synopsis.beats)
    wrong = len(set(called)) < len(called) or not any(names(story, name) for name in called)
    if wrong or any(not 0 < length(name, language) <= LIMITS[language].name for name in called):
        yield remark(Flaw.NAMES, ", ".join(called), language)


def _field(name: str, synopsis: Synopsis, note: str, language: Language) -> Question[str]:
    keys, limits = KEYS[language], LIMITS[language]
    labels = {TITLE: (keys.title, limits.title), LOGLINE: (keys.logline, limits.logline)}
    label, most = labels.get(name, (keys.shot, limits.beat))
    return Question(
        name=f"revise-{name}",
        prompt=load("revise", language),
        data={"note": note[:IDEA], "what": label, "text": fields(synopsis)[name]},
        schema=document({keys.text: TEXT}),
        read=lambda answer: tidy(trimmed(answer[keys.text], most, language)),
        check=lambda text: violations(text, label, most, language),
        max_tokens=120,
        temperature=0.2,
    )


def _character(before: Character, note: str, language: Language) -> Question[Character]:
    keys, limits = KEYS[language], LIMITS[language]
    facts = {
        keys.name: before.name,
        keys.sex: SEX[language][before.sex],
        keys.age: AGE[language][before.age],
        keys.look: before.look,
    }

    def read(answer: Any) -> Character:  # noqa: ANN401 - JSON that fits the schema
        after = read_person(answer, "", f"{before.name} {note}", language)
        same = (after.sex, after.age, after.look) == (before.sex, before.age, before.look)
        return replace(before, name=after.name) if same else replace(after, id=before.id)

    def check(after: Character) -> tuple[str, ...]:
        named = () if 0 < length(after.name, language) <= limits.name else (remark(Flaw.NAMES, after.name, language),)
        return (*named, *violations(after.look, keys.look, limits.look, language))

    return Question(
        name=f"revise-{before.id}",
        prompt=load("character", language),
        data={"note": note[:IDEA], "person": compact(facts)},
        schema=person(language),
        read=read,
        check=check,
        max_tokens=120,
        temperature=0.2,
    )
